"""A competition being worked out: its format, the facts as the rules read them, and what was found so far."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from liguilla.engine.inputs import Inputs
from liguilla.engine.memo import Memo
from liguilla.engine.places import Place, Void, Waiting
from liguilla.engine.results import BoxesResult, OutcomeResult, RankedResult, TieResult
from liguilla.facts import Facts
from liguilla.formats import Condition, Format, Selector
from liguilla.words import phrase

__all__ = ["PREVIOUS", "Derivation", "Rules"]

PREVIOUS: Final = "previous"
"""What the season before is called in a path."""


@dataclass(frozen=True)
class Rules:
    """The functions that answer the questions stages ask about each other.

    They are handed in, because each of them may need any other: a table ranks the teams a selector names, which may
    be the winners of a knock-out seeded by another table.
    """

    places: Callable[[Derivation, Selector], tuple[Place, ...]]
    holds: Callable[[Derivation, Condition | None], bool | Waiting]
    ranked: Callable[[Derivation, str], RankedResult]
    ties: Callable[[Derivation, str, str, str | None], tuple[TieResult, ...]]
    tie: Callable[[Derivation, str, str, str, str | None], TieResult]
    boxes: Callable[[Derivation, str], BoxesResult]
    outcome: Callable[[Derivation, str], OutcomeResult]


class Derivation:
    """What the engine's functions are given: the rules, and a way to ask for facts and for each other's answers.

    A season holds a derivation for each tournament inside it, and these may ask each other. Earlier seasons are played
    by the same rules, and only as far as these look back.

    Attributes
    ----------
    ask
        ``ask(function, *arguments)`` gives the remembered answer of ``function(derivation, *arguments)``.
    path
        The tournaments that lead here from the outermost competition.
    """

    def __init__(
        self, format_: Format, rules: Rules, path: tuple[str, ...] = (), beside: Derivation | None = None
    ) -> None:
        self.format = format_
        self.path = path
        self.memo: Memo = Memo(self, beside.memo if beside is not None else None)
        self.ask = self.memo.ask
        self.inputs = Inputs(format_.awarded_score)
        self.inner = {
            name: Derivation(inner, rules, (*path, name), self) for name, inner in format_.tournaments.items()
        }
        self._rules = rules
        self._facts = Facts()
        self._before: Derivation | None = None

    def take(self, facts: Facts) -> None:
        """Take these facts in place of those before."""
        for name, inner in self.inner.items():
            inner.take(facts.tournaments.get(name, Facts()))
        for key in self.inputs.update(facts):
            self.memo.changed(_entry, *key)
        before, self._facts = self._facts, facts
        if self._before is not None and (
            facts.seasons_before is not before.seasons_before or facts.teams is not before.teams
        ):
            self._before.take(self._of_season_before())

    def inside(self, path: tuple[str, ...]) -> Derivation | None:
        """Return the competition that a path leads to; None for a season that isn't at hand."""
        here: Derivation | None = self
        for name in path:
            if here is not None:
                here = here.season_before() if name == PREVIOUS else here.inner.get(name)
        return here

    def season_before(self) -> Derivation | None:
        """Return the season before this one, played by the same rules; None where it isn't given."""
        if not self.entry("seasons_before"):
            return None
        if self._before is None:
            self._before = Derivation(self.format, self._rules, (*self.path, PREVIOUS), self)
            self._before.take(self._of_season_before())
        return self._before

    def _of_season_before(self) -> Facts:
        """Return the facts of the season before, and of those before that, teams by the names that they have now."""
        if not self._facts.seasons_before:
            return Facts()
        now = self._facts.names_of_teams()
        newest, *older = (_with_names(facts, now) for facts in self._facts.seasons_before)
        return replace(newest, seasons_before=tuple(older))

    def entry(self, *key: Hashable) -> Any:
        """Return an entry of the facts, as `Inputs` lists them."""
        return self.ask(_entry, *key)

    def places(self, selector: Selector) -> tuple[Place, ...]:
        """Return the places that a selector names, in its order."""
        return self._rules.places(self, selector)

    def holds(self, condition: Condition | None) -> bool | Waiting:
        """Return whether a condition holds, or what it waits for."""
        return self._rules.holds(self, condition)

    def closed(self, condition: Condition | None) -> Void | Waiting | None:
        """Return why what stands under a condition isn't played, or what that waits for; None where it is played."""
        holds = self.holds(condition)
        if holds is False:
            assert condition is not None
            return Void(phrase("engine.not_played", condition=condition.text))
        return holds if isinstance(holds, Waiting) else None

    def full_name(self, stage: str) -> str:
        """Return the id of a stage, written with the tournaments that it is in."""
        return ".".join((*self.path, stage))

    def ranked(self, stage: str) -> RankedResult:
        """Return what is known of a league or table."""
        result: RankedResult = self.ask(self._rules.ranked, stage)
        return result

    def ties(self, stage: str, round_: str, group: str | None = None) -> tuple[TieResult, ...]:
        """Return the ties of a round."""
        result: tuple[TieResult, ...] = self.ask(self._rules.ties, stage, round_, group)
        return result

    def tie(self, stage: str, round_: str, tie: str, group: str | None = None) -> TieResult:
        """Return a tie that the format lists by its id."""
        result: TieResult = self.ask(self._rules.tie, stage, round_, tie, group)
        return result

    def boxes(self, stage: str) -> BoxesResult:
        """Return the boxes of a draw or lookup."""
        result: BoxesResult = self.ask(self._rules.boxes, stage)
        return result

    def outcome(self, outcome: str) -> OutcomeResult:
        """Return what fills an outcome."""
        result: OutcomeResult = self.ask(self._rules.outcome, outcome)
        return result

    def teams(self) -> tuple[str, ...]:
        """Return every team in the order of entry; of a season without its own list, those of its tournaments."""
        own: tuple[str, ...] = self.entry("teams")
        return own or tuple(dict.fromkeys(team for inner in self.inner.values() for team in inner.teams()))


def _with_names(facts: Facts, now: Mapping[str, str]) -> Facts:
    then = {team.name for team in facts.teams}
    return facts.renamed({name: now[name] for name in then if now.get(name, name) != name and now[name] not in then})


def _entry(d: Derivation, *key: Hashable) -> Any:
    return d.inputs.entry(key)

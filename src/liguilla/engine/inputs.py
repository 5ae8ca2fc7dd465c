"""The facts as the rules read them: sorted by what asks for them, decisions about matches applied.

`Inputs` are kept from one `play` to the next. Given new facts, they say which entries changed, so that only what reads
these is worked out again. Nothing in it depends on the order in which facts came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, Final

from liguilla.engine.rulings import as_awarded
from liguilla.facts import (
    Annulment,
    Award,
    Card,
    Facts,
    Host,
    Lots,
    Match,
    OutcomeElsewhere,
    Pairing,
    Status,
    TeamFact,
    TieAward,
)

__all__ = ["Inputs", "counted", "day_and_hour", "pair_key"]

Key = tuple[Any, ...]

_LAST_DAY: Final = date.max
_LAST_MINUTE: Final = time.max


def counted(facts: Facts) -> tuple[Match, ...]:
    """Return the matches as they were recorded, without those that are as if they had never been scheduled."""
    annulled = {decision.match for decision in facts.decisions if isinstance(decision, Annulment)}
    return tuple(m for m in facts.matches if m.status is not Status.CANCELLED and m.id not in annulled)


def pair_key(stage: str, round_: str, one: str, other: str) -> Key:
    """Return the key of the matches between two teams in a round."""
    return ("pair", stage, round_, one, other) if one < other else ("pair", stage, round_, other, one)


class Inputs:
    """The entries that the rules may ask for.

    ========================================  =================================================================
    key                                       entry
    ========================================  =================================================================
    ``("stage", stage)``                      the matches of a league
    ``("dropped", stage)``                    those of a league that were annulled or cancelled
    ``("round", stage, round)``               the matches of a round of a knock-out
    ``("pair", stage, round, team, team)``    the matches between two teams in a round, earliest first
    ``("teams",)``                            the names of the teams, in the order of entry
    ``("facts",)``                            team → fact → value, as decided last
    ``("decisions", class, stage)``           the decisions of one class about a stage, by date
    ``("decisions", class, stage, round)``    those about a round, where the class has rounds (None: the stage)
    ``("rulings", stage, round)``             all decisions about ties of a round, by date
    ``("elsewhere", competition, outcome)``   the teams that another competition's outcome is known to hold
    ``("cards",)``                            match → the cards shown in it
    ``("cards_complete",)``                   whether no card of any match is missing
    ``("season_totals", stage, ago)``         what teams bring along from an earlier season known by totals alone
    ``("seasons_before",)``                   how many earlier seasons are given
    ========================================  =================================================================

    Annulled and cancelled matches are in no other entry; an awarded match is a `RuledMatch`.
    """

    def __init__(self, awarded_score: tuple[int, int]) -> None:
        self._awarded_score = awarded_score
        self._facts = Facts()
        self._sorted: dict[Key, dict[str, Match]] = {}
        self._rulings: Mapping[str, Award | Annulment] = {}
        self._others: Mapping[Key, Any] = {}

    def entry(self, key: Key) -> Any:
        """Return an entry; an empty one where there are no such facts."""
        if key[0] not in ("stage", "round", "pair", "dropped"):
            return self._others.get(key, ())
        matches = self._sorted.get(key)
        if not matches:
            return ()
        return tuple(sorted(matches.values(), key=_when)) if key[0] == "pair" else tuple(matches.values())

    def update(self, facts: Facts) -> set[Key]:
        """Take these facts in place of those before; return the keys of the entries that may have changed."""
        before, self._facts = self._facts, facts
        changed: set[Key] = set()
        rulings_changed = False
        if any(getattr(before, name) is not getattr(facts, name) for name in _SELDOM_CHANGED):
            others = dict(_other_entries(facts))
            changed.update(
                key for key in others.keys() | self._others.keys() if others.get(key) != self._others.get(key)
            )
            self._others = others
        if before.decisions is not facts.decisions:
            rulings = {d.match: d for d in _by_date(facts) if isinstance(d, Award | Annulment)}
            rulings_changed = rulings != self._rulings
            if rulings_changed:
                changed.update(self._sorted)
                self._rulings, self._sorted = rulings, {}
        if rulings_changed:
            changed.update(key for match in facts.matches for key in self._add(match))
        elif before.matches is not facts.matches:
            changed.update(self._take(before.matches, facts.matches))
        return changed

    def _take(self, before: tuple[Match, ...], after: tuple[Match, ...]) -> Iterator[Key]:
        differ = [(old, new) for old, new in zip(before, after, strict=False) if old is not new]
        if len(after) >= len(before) and all(old.id == new.id for old, new in differ):
            # Some were changed and some added at the end: the rest need not be looked at.
            gone, come = [old for old, _ in differ], [new for _, new in differ]
            come += after[len(before) :]
        else:
            known = {match.id: match for match in before}
            come = [match for match in after if known.pop(match.id, None) is not match]
            new = {match.id for match in come}
            gone = [match for match in before if match.id in known or match.id in new]
        for match in gone:
            yield from self._remove(match)
        for match in come:
            yield from self._add(match)

    def _remove(self, match: Match) -> tuple[Key, ...]:
        keys = _keys(match) if self.ruled(match) is not None else _keys_of_dropped(match)
        for key in keys:
            self._sorted.get(key, {}).pop(match.id, None)
        return keys

    def _add(self, match: Match) -> tuple[Key, ...]:
        counted = self.ruled(match)
        if counted is None:
            keys = _keys_of_dropped(match)
            for key in keys:
                self._sorted.setdefault(key, {})[match.id] = match
            return keys
        keys = _keys(match)
        for key in keys:
            self._sorted.setdefault(key, {})[match.id] = counted
        return keys

    def ruling(self, match: Match) -> Award | Annulment | None:
        """Return the decision about a match that holds."""
        return self._rulings.get(match.id)

    def ruled(self, match: Match) -> Match | None:
        """Return a match as awarded; None where it is as if it had never been scheduled."""
        if match.status is Status.CANCELLED:
            return None
        ruling = self._rulings.get(match.id)
        if ruling is None:
            return match
        if isinstance(ruling, Annulment):
            return None
        return as_awarded(match, ruling, ruling, self._awarded_score)


def _keys(match: Match) -> tuple[Key, ...]:
    if match.round is None:
        return (("stage", match.stage),)
    return ("round", match.stage, match.round), pair_key(match.stage, match.round, match.home, match.away)


def _keys_of_dropped(match: Match) -> tuple[Key, ...]:
    return (("dropped", match.stage),) if match.round is None else ()


def day_and_hour(match: Match) -> tuple[date, time]:
    """Return when a match is played, to sort by: unknown days and hours come last."""
    return match.date or _LAST_DAY, match.kickoff or _LAST_MINUTE


def _when(match: Match) -> tuple[date, time, bool, str]:
    # Only the last leg can have extra time or kicks, so it comes last where days are unknown. Where nothing tells the
    # order, the id only keeps the order of rows from meaning something.
    return *day_and_hour(match), match.extra_time is not None or match.has_kicks, match.id


def _by_date(facts: Facts) -> list[Any]:
    return sorted(facts.decisions, key=lambda decision: decision.date or date.min)


_SELDOM_CHANGED: Final = ("decisions", "teams", "cards", "season_totals", "seasons_before", "competition")
"""The parts of the facts that all entries but those of matches are made of."""


def _other_entries(facts: Facts) -> Iterator[tuple[Key, Any]]:
    yield ("teams",), tuple(team.name for team in facts.teams)
    yield ("seasons_before",), len(facts.seasons_before)
    yield ("cards_complete",), facts.competition.cards_complete
    cards: dict[str, list[Card]] = {}
    for card in facts.cards:
        cards.setdefault(card.match, []).append(card)
    yield ("cards",), {match: tuple(shown) for match, shown in cards.items()}
    totals: dict[Key, list[Any]] = {}
    for total in facts.season_totals:
        totals.setdefault(("season_totals", total.stage, total.seasons_ago), []).append(total)
    for of_season, found in totals.items():
        yield of_season, tuple(found)
    known = {team.name: dict(team.facts) for team in facts.teams}
    sorted_: dict[Key, list[Any]] = {}
    for decision in _by_date(facts):
        if isinstance(decision, TeamFact):
            known.setdefault(decision.team, {})[decision.fact] = decision.value
        elif isinstance(decision, OutcomeElsewhere):
            sorted_.setdefault(("elsewhere", decision.competition, decision.outcome), []).append(decision.team)
        elif (stage := getattr(decision, "stage", None)) is not None:
            key: Key = ("decisions", type(decision), stage)
            if isinstance(decision, Host | TieAward | Lots | Pairing):
                key = (*key, decision.round)
                sorted_.setdefault(("rulings", stage, decision.round), []).append(decision)
            sorted_.setdefault(key, []).append(decision)
    yield ("facts",), known
    for key, decisions in sorted_.items():
        yield key, tuple(decisions)

"""The state of a competition: everything that follows from its format and the facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from liguilla.engine.derivation import Derivation
from liguilla.engine.league_matches import Ruled, as_ruled
from liguilla.engine.places import Place, Unresolved, Void, Waiting
from liguilla.engine.results import (
    BoxesResult,
    KnockoutResult,
    OutcomeResult,
    RankedResult,
    RoundResult,
    StageResult,
    TieResult,
)
from liguilla.engine.selectors import team_set
from liguilla.facts import Facts, Match
from liguilla.formats import Format, Selector
from liguilla.words import Phrase

__all__ = ["Open", "State"]


@dataclass(frozen=True, slots=True)
class Open:
    """A place that holds no team: where it is, such as ``liguilla.final``, and why."""

    where: str
    why: Phrase
    among: frozenset[str] = frozenset()


@dataclass(frozen=True)
class State:
    """What is known of a competition.

    Attributes
    ----------
    facts
        Those that were played, as they were known ``as_of``.
    stages, outcomes
        Results by id, in the order of the format.
    tournaments
        The state of each competition inside this one.
    """

    format: Format
    facts: Facts
    as_of: dt.date | None
    stages: Mapping[str, StageResult]
    outcomes: Mapping[str, OutcomeResult]
    tournaments: Mapping[str, State]
    _derivation: Derivation = field(repr=False, compare=False)

    @property
    def derivation(self) -> Derivation:
        """What this was worked out with, brought back to the facts of this state if another was played since."""
        self._derivation.take(self.facts)
        return self._derivation

    def ranked(self, stage: str) -> RankedResult:
        """Return a league or table."""
        result = self.stages[stage]
        assert isinstance(result, RankedResult)
        return result

    def knockout(self, stage: str) -> KnockoutResult:
        """Return a knock-out."""
        result = self.stages[stage]
        assert isinstance(result, KnockoutResult)
        return result

    def round(self, stage: str, round_: str, group: str | None = None) -> RoundResult:
        """Return a round of a knock-out."""
        return next(r for r in self.knockout(stage).rounds if r.round.id == round_ and r.group == group)

    def ties(self) -> Iterator[tuple[KnockoutResult, RoundResult, TieResult]]:
        """Give every tie of this competition, tournaments inside it aside."""
        for result in self.stages.values():
            if isinstance(result, KnockoutResult):
                for round_ in result.rounds:
                    for tie in round_.ties:
                        yield result, round_, tie

    def team_set(self, selector: Selector) -> frozenset[str] | None:
        """Return the teams that a selector of the format names, their order aside; None while they aren't certain."""
        return team_set(self.derivation, selector)

    def as_ruled(self, match: Match) -> Ruled:
        """Return a recorded match of this competition as it counts, and the decision that made it so."""
        return as_ruled(self.derivation, match)

    def waiting(self) -> tuple[Open, ...]:
        """Return the places that wait, and for what."""
        return tuple(Open(where, place.what) for where, place in self._open() if isinstance(place, Waiting))

    def unresolved(self) -> tuple[Open, ...]:
        """Return the places that rules and facts don't settle, and what would."""
        return tuple(
            Open(where, place.why, place.among) for where, place in self._open() if isinstance(place, Unresolved)
        )

    def void(self) -> tuple[Open, ...]:
        """Return the places that don't exist, and why."""
        return tuple(Open(where, place.why) for where, place in self._open() if isinstance(place, Void))

    def _open(self) -> Iterator[tuple[str, Place]]:
        """Give the places that hold no team, each reason once for every stage, round or outcome."""
        seen: set[tuple[str, Place]] = set()
        for where, place in self._places():
            if (where, place) not in seen:
                seen.add((where, place))
                yield where, place

    def _places(self) -> Iterator[tuple[str, Place]]:
        for id_, result in self.stages.items():
            if result.void is not None:
                yield id_, Void(result.void)
            elif result.waits is not None:
                yield id_, Waiting(result.waits)
            elif isinstance(result, RankedResult):
                for standing in result.standings:
                    where = id_ if standing.label is None else f"{id_} {standing.label}"
                    if standing.waits is not None:
                        yield where, Waiting(standing.waits)
                    yield from ((where, place) for place in standing.places)
            elif isinstance(result, KnockoutResult):
                for round_ in result.rounds:
                    for tie in round_.ties:
                        yield f"{id_}.{tie.id}", tie.winner
            elif isinstance(result, BoxesResult):
                yield from ((f"{id_} {label}", place) for label, places in result.boxes.items() for place in places)
        for id_, outcome in self.outcomes.items():
            yield from ((id_, place) for place in outcome.places)

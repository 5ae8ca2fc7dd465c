"""What follows from the facts, stage by stage. Frozen values; whatever isn't known yet says what it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from liguilla.engine.places import Decided, Place
from liguilla.engine.rankings import Separation
from liguilla.engine.sheets import Number, Record
from liguilla.facts import Match
from liguilla.formats import Draw, Knockout, League, Lookup, Round, Table
from liguilla.words import Phrase, Text

__all__ = [
    "FIGURES",
    "BoxesResult",
    "KnockoutResult",
    "Leg",
    "OutcomeResult",
    "RankedResult",
    "RoundResult",
    "Row",
    "StageResult",
    "Standing",
    "TieResult",
]


FIGURES: Final = ("played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference")
"""What a table shows of a record, beside the points."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes
    ----------
    position
        Counted from 1; level teams share it.
    record
        Over all that counts. Of the figures in `unknown` only a part is known: an earlier season is given without them.
    points
        With those from decisions and other stages, whose sum is `adjustment`, and with the `bonus`.
    decided_by
        The step that put the team where it is among teams level on the first step; None where none was needed.
    reason
        The same in words, with both values.
    best, worst
        The positions still possible, as far as points prove it.
    """

    position: int
    team: str
    record: Record
    points: Number
    adjustment: Number = 0
    decided_by: str | None = None
    reason: Phrase | None = None
    rule: str = ""
    best: int = 1
    worst: int = 1
    bonus: Number = 0
    unknown: frozenset[str] = frozenset()

    @property
    def goal_difference(self) -> int:
        """Goals scored minus goals conceded."""
        return self.record.goal_difference

    def figure(self, name: str) -> int | None:
        """Return one of the `FIGURES` of the record; None where it isn't known of all that counts."""
        parts = ("goals_for", "goals_against") if name == "goal_difference" else (name,)
        value: int = getattr(self.record, name)
        return None if self.unknown & set(parts) else value


@dataclass(frozen=True, slots=True)
class Standing:
    """One ranked group, or the whole of a stage without groups (`label` is None).

    `places` are what selectors read, best first. `waits` says what is missing while there is no table at all.
    ``gaps[i]`` is what separates row ``i`` from the next; None between level teams.
    """

    label: str | None
    rows: tuple[Row, ...]
    places: tuple[Place, ...]
    complete: bool
    waits: Phrase | None = None
    gaps: tuple[Separation | None, ...] = ()

    def row(self, team: str) -> Row | None:
        """Return the row of a team."""
        return next((row for row in self.rows if row.team == team), None)


@dataclass(frozen=True, slots=True)
class RankedResult:
    """A league or table."""

    stage: League | Table
    standings: tuple[Standing, ...]
    void: Phrase | None = None
    waits: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg of a tie: who is at home by the rules (None on neutral ground), and the match once there is one.

    Attributes
    ----------
    number
        Counted from 1, replays after the others.
    kind
        ``leg`` where goals add up, or of a single match; ``match`` of a series that counts wins; ``replay``.
    if_needed
        Whether it is played only if those before it leave the series open.
    """

    number: int
    home: Place | None
    away: Place | None
    match: Match | None = None
    kind: Literal["leg", "match", "replay"] = "leg"
    if_needed: bool = False


@dataclass(frozen=True, slots=True)
class TieResult:
    """A tie.

    Attributes
    ----------
    id
        As the format lists it; else the round and a number, such as ``semifinals.1``.
    teams, seeds, aggregate, wins
        The better seed first; as listed or drawn where there are no seeds. The aggregate is after extra time and
        without kicks, of the last replay alone where there was one; None before a match was played, and in a series.
        Wins are those of a series, where goals don't add up; None elsewhere.
    legs
        Without replays and matches of a series that aren't needed.
    winner, loser
        Places; `decided_by` is the step of the ladder, `reason` says it in words.
    """

    id: str
    teams: tuple[Place, Place]
    seeds: tuple[int | None, int | None]
    legs: tuple[Leg, ...]
    aggregate: tuple[int, int] | None
    winner: Place
    loser: Place
    decided_by: str | None = None
    reason: Phrase | None = None
    rule: str = ""
    name: Text | Phrase | None = None
    wins: tuple[int, int] | None = None

    def seed_of(self, place: Place) -> int | None:
        """Return the seed that the team of a place played this tie with."""
        for team, seed in zip(self.teams, self.seeds, strict=True):
            if isinstance(team, Decided) and isinstance(place, Decided) and team.team == place.team:
                return seed
        return None

    @property
    def known(self) -> tuple[str, ...]:
        """The names of its teams, as far as they are known."""
        return tuple([place.team for place in self.teams if isinstance(place, Decided)])

    @property
    def matches(self) -> tuple[Match, ...]:
        """The matches played or scheduled, in the order of legs."""
        return tuple(leg.match for leg in self.legs if leg.match is not None)


@dataclass(frozen=True, slots=True)
class RoundResult:
    """A round; `byes` go on without playing."""

    round: Round
    ties: tuple[TieResult, ...]
    byes: tuple[Place, ...] = ()
    group: str | None = None
    void: Phrase | None = None


@dataclass(frozen=True, slots=True)
class KnockoutResult:
    """A knock-out: its rounds, group by group where there are groups."""

    stage: Knockout
    rounds: tuple[RoundResult, ...]
    seeds: Mapping[str, int] = field(default_factory=dict)
    void: Phrase | None = None
    waits: Phrase | None = None


@dataclass(frozen=True, slots=True)
class BoxesResult:
    """A draw or lookup: the places in each box."""

    stage: Draw | Lookup
    boxes: Mapping[str, tuple[Place, ...]]
    void: Phrase | None = None
    waits: Phrase | None = None


StageResult = RankedResult | KnockoutResult | BoxesResult


@dataclass(frozen=True, slots=True)
class OutcomeResult:
    """An outcome: its places, and for each the rule it was filled by and the reason the format gives.

    `single` is True for an outcome of one place.
    """

    id: str
    places: tuple[Place, ...]
    because: tuple[Text | None, ...]
    rules: tuple[str, ...]
    single: bool

"""What follows from the facts, stage by stage. Frozen values; whatever isn't known yet says what it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from liguilla.engine.places import Decided, Place
from liguilla.engine.rankings import Separation
from liguilla.engine.sheets import Number, Record
from liguilla.facts import Match
from liguilla.formats import Draw, Knockout, League, Lookup, Round, Table
from liguilla.words import Phrase, Text

__all__ = [
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes
    ----------
    position
        Counted from 1; level teams share it.
    points
        With those from decisions and other stages; `adjustment` is their sum.
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

    @property
    def goal_difference(self) -> int:
        """Goals scored minus goals conceded."""
        return self.record.goal_difference


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
    """A leg of a tie: who is at home by the rules (None on neutral ground), and the match once there is one."""

    number: int
    home: Place | None
    away: Place | None
    match: Match | None = None


@dataclass(frozen=True, slots=True)
class TieResult:
    """A tie.

    Attributes
    ----------
    id
        As the format lists it; else the round and a number, such as ``semifinals.1``.
    teams, seeds, aggregate
        The better seed first; as listed or drawn where there are no seeds. The aggregate is after extra time and
        without kicks, None before a match was played.
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

    def seed_of(self, place: Place) -> int | None:
        """Return the seed that the team of a place played this tie with."""
        for team, seed in zip(self.teams, self.seeds, strict=True):
            if isinstance(team, Decided) and isinstance(place, Decided) and team.team == place.team:
                return seed
        return None

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

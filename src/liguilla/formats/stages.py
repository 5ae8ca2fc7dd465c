"""Stages: what takes places and gives places. There are five kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from liguilla.formats.conditions import Condition
from liguilla.formats.ladders import Host, Ladder, Legs
from liguilla.formats.rankings import Criterion, Ranking, StageRef
from liguilla.formats.selectors import Each, Selector
from liguilla.words import Text

__all__ = [
    "Apart",
    "AsNeeded",
    "Bonus",
    "ByFact",
    "Carry",
    "Draw",
    "Fixtures",
    "Groups",
    "GroupsOf",
    "Knockout",
    "League",
    "Lookup",
    "MatchWindow",
    "NamedGroups",
    "Points",
    "Pot",
    "Round",
    "SeededByFact",
    "SeededByStages",
    "Seeds",
    "Series",
    "Stage",
    "Table",
    "Tie",
]


# ---------------------------------------------------------------------------------------------------- groups


@dataclass(frozen=True, slots=True)
class NamedGroups:
    """Groups whose teams are selected one group at a time."""

    members: Mapping[str, Selector]


@dataclass(frozen=True, slots=True)
class ByFact:
    """A group for each value of a fact about teams."""

    fact: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupsOf:
    """The groups of a draw, or of another grouped stage, with their labels."""

    stage: str


Groups = NamedGroups | ByFact | GroupsOf | Each


# ------------------------------------------------------------------------------------------ leagues and tables


@dataclass(frozen=True, slots=True)
class Points:
    """What results are worth, exactly. Results not named are worth what the plain result is."""

    worth: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Fixtures:
    """The matches are facts: a list, or what a pairing provider proposed."""

    by: str
    matches: int | None = None
    home: int | None = None
    rounds: int | None = None
    until_wins: int | None = None
    until_losses: int | None = None


@dataclass(frozen=True, slots=True)
class MatchWindow:
    """Matches of other stages, and of earlier seasons, that count.

    ``among``: all of them, or only those among the ``entrants``. ``unbroken``: of a team's run that ends now.
    """

    stages: tuple[StageRef, ...]
    seasons: int = 1
    unbroken: bool = False
    among: Literal["all", "entrants"] = "all"
    against: Selector | None = None


@dataclass(frozen=True, slots=True)
class Carry:
    """Points brought along from a stage instead of its matches."""

    points: StageRef
    times: Fraction = Fraction(1)
    round: Literal["up", "down", "none"] | None = None


@dataclass(frozen=True, slots=True)
class Bonus:
    """Points for more than the result.

    ``result`` with ``venue`` (``win away``), or ``at_most`` goals of difference (``loss by at most 7``), or
    ``at_least`` so much of a statistic (``at least 4 goals_for``). ``common_number``: only in a team's first k such
    matches, k the fewest any team has.
    """

    points: Fraction
    text: str
    result: Literal["win", "draw", "loss"] | None = None
    venue: Literal["home", "away"] | None = None
    at_most: int | None = None
    at_least: int | None = None
    common_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stage:
    id: str
    name: Text | None = None
    when: Condition | None = None
    source: str | None = None
    note: Text | None = None

    @property
    def rule(self) -> str:
        """The stage's path in the format file."""
        return f"stages.{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(_Stage):
    """A ranking of matches played elsewhere."""

    ranking: Ranking
    counted: MatchWindow | None = None
    entrants: Selector | None = None
    groups: Groups | None = None
    points: Points = field(default_factory=lambda: Points({}))
    carry: Carry | None = None
    conduct: Mapping[str, int] = field(default_factory=dict)

    kind = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class League(Table):
    """Matches of its own, then a ranking. ``counted`` are matches from elsewhere that count too.

    Just one of ``meetings`` and ``fixtures`` is given. ``each_match`` says how one match gets its result.
    """

    meetings: int | None = None
    fixtures: Fixtures | None = None
    bonus: tuple[Bonus, ...] = ()
    each_match: tuple[str, ...] = ("score",)
    seeds: Seeds | None = None

    kind = "league"


# ------------------------------------------------------------------------------------------------- knock-outs


@dataclass(frozen=True, slots=True)
class SeededByStages:
    """The place in a ranking; in the rankings one after the other, if there are several."""

    stages: tuple[StageRef, ...]


@dataclass(frozen=True, slots=True)
class SeededByFact:
    """A number about each team."""

    criterion: Criterion


Seeds = SeededByStages | SeededByFact


@dataclass(frozen=True, slots=True)
class Apart:
    """How many teams of one value of a fact may, and must, be together; ``rule`` is its path in the format file."""

    fact: str
    at_most: int = 1
    at_least: int = 0
    exceptions: Mapping[str, int] = field(default_factory=dict)
    unless: tuple[str, str] | None = None
    rule: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """How a tie is played and decided. Rounds inherit it from their stage, ties from their round."""

    legs: Legs = 1
    hosts: tuple[Host, ...]
    ladder: Ladder
    each_match: tuple[str, ...] = ("score",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie that is listed in words."""

    id: str
    teams: Selector
    series: Series
    name: Text | None = None
    when: Condition | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of a knock-out: its ties are listed, or its teams are paired.

    Without ``teams`` they are the winners of the round before, those with a bye, and those who ``enter``.
    """

    id: str
    series: Series
    name: Text | None = None
    when: Condition | None = None
    source: str | None = None
    teams: Selector | None = None
    enter: Selector | None = None
    byes: int | Literal["as_needed"] = 0
    pairing: Literal["reseed", "bracket", "drawn", "in_order"] | None = None
    ties: tuple[Tie, ...] = ()
    together: str | None = None
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AsNeeded:
    """Rounds to the final for any number of entrants."""

    series: Series
    pairing: Literal["reseed", "bracket", "drawn"]
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Knockout(_Stage):
    """Ties, round after round."""

    rounds: tuple[Round, ...] | AsNeeded
    entrants: Selector | None = None
    groups: Groups | None = None
    seeds: Seeds | None = None
    winner_takes: Literal["own_seed", "better_seed"] = "own_seed"
    lives: Literal[1, 2] = 1
    must_beat_twice: bool = True
    drops: tuple[Literal["same", "reversed", "halves_swapped", "halves_reversed"], ...] = ()

    kind = "knockout"


# ------------------------------------------------------------------------------------------ draws and lookups


@dataclass(frozen=True, slots=True)
class Pot:
    """Puts one of its teams into every box it lists."""

    teams: Selector
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw(_Stage):
    """Boxes filled by lot."""

    pots: tuple[Pot, ...]
    apart: tuple[Apart, ...] = ()
    procedure: Literal["uniform", "sequential"] = "uniform"

    kind = "draw"

    @property
    def boxes(self) -> tuple[str, ...]:
        """The boxes in the order of the pot that fills most of them, then as the others first name them."""
        fullest_first = sorted(self.pots, key=lambda pot: len(set(pot.into)), reverse=True)
        return tuple(dict.fromkeys(label for pot in fullest_first for label in pot.into))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup(_Stage):
    """Boxes filled from a printed table: the groups that the entrants come from choose the row.

    ``rows`` maps the sorted labels of those groups to one label for each column.
    """

    entrants: Selector
    columns: tuple[str, ...]
    rows: Mapping[tuple[str, ...], tuple[str, ...]]

    kind = "lookup"


Stage = League | Table | Knockout | Draw | Lookup

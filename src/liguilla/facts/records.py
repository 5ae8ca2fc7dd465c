"""What is known about the facts themselves: the competition's frame, sources, disputes, what others published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from liguilla.errors import Origin
from liguilla.words import Text

__all__ = [
    "Competition",
    "Dispute",
    "PublishedOutcome",
    "PublishedRow",
    "PublishedScorer",
    "PublishedScorers",
    "PublishedTable",
    "SeasonTotal",
    "Source",
    "Titles",
]


@dataclass(frozen=True, slots=True)
class Titles:
    """How many titles a club had won before this tournament, as a source says."""

    team: str
    before: int
    source: str | None = None
    note: Text | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Competition:
    """The frame of a tournament or season.

    ``zone`` is the time zone in which its dates and times are announced. ``format`` names a format of the library, or
    a format file beside the facts. ``previous`` is what the season before is called, or the path of its folder.
    ``cards_complete`` says that no card of any match is missing, so that a match without cards had none.
    """

    title: Text = ""
    season: str | None = None
    country: str | None = None
    format: str | None = None
    starts: date | None = None
    ends: date | None = None
    zone: str | None = None
    previous: str | None = None
    next: str | None = None
    titles: tuple[Titles, ...] = ()
    cards_complete: bool = False
    source: str | None = None
    note: Text | None = None
    origin: Origin | None = field(default=None, compare=False)
    lines: Mapping[str, Origin] = field(default_factory=dict, compare=False)
    """Where each key was written."""


@dataclass(frozen=True, slots=True)
class SeasonTotal:
    """What a team brings into a table over several seasons from an earlier one whose matches aren't given.

    Attributes
    ----------
    stage
        The table.
    seasons_ago
        Which season: 1 is the one before.
    points
        Those of the table's rules, with what was deducted.
    """

    stage: str
    seasons_ago: int
    team: str
    played: int
    points: Fraction
    won: int | None = None
    drawn: int | None = None
    lost: int | None = None
    goals_for: int | None = None
    goals_against: int | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts are from; other rows name it by its id."""

    id: str
    url: str | None = None
    used_for: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Dispute:
    """What sources contradict each other about. ``about`` names the match, team or person it touches, if one."""

    subject: str
    claims: str
    about: str | None = None
    taken: str | None = None
    why: str | None = None
    source: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row of a table as others published it; what they left out is None."""

    position: int
    team: str
    played: int | None = None
    won: int | None = None
    drawn: int | None = None
    lost: int | None = None
    goals_for: int | None = None
    goals_against: int | None = None
    goal_difference: int | None = None
    points: Fraction | None = None
    source: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table of a stage as others published it, whole or in part; ``source`` says who."""

    stage: str
    rows: tuple[PublishedRow, ...]
    source: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PublishedScorer:
    """A row of a list of scorers as others published it; ``minutes_per_goal`` as printed, with two decimals."""

    rank: int | None
    person: str
    team: str
    goals: int
    minutes_per_goal: str | None = None
    source: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PublishedScorers:
    """A list of scorers as others published it; ``source`` says who."""

    rows: tuple[PublishedScorer, ...]
    source: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PublishedOutcome:
    """A team that others say filled an outcome, such as the relegated one."""

    outcome: str
    team: str
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)

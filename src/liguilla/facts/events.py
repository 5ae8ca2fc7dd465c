"""What happened in matches: goals, cards, minutes played, kicks; and totals that others counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from liguilla.errors import Origin

__all__ = ["Appearance", "Card", "CardKind", "Goal", "GoalKind", "Kick", "Period", "Tally"]


class Period(StrEnum):
    """A period of a match."""

    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    EXTRA_TIME = "extra_time"


class GoalKind(StrEnum):
    """How a goal was scored."""

    GOAL = "goal"
    PENALTY = "penalty"
    OWN_GOAL = "own_goal"


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal. ``team`` is the side it counts for, so an own goal's scorer belongs to the other.

    The minute counts from the kickoff of the match (93: third minute of extra time); ``stoppage`` are minutes added
    to it. Scorer, minute, period and kind are None where unknown. ``basis`` says how it is known.
    """

    match: str
    team: str
    person: str | None = None
    period: Period | None = None
    minute: int | None = None
    stoppage: int | None = None
    kind: GoalKind | None = None
    basis: str | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


class CardKind(StrEnum):
    """A card; ``yellow_and_red`` is a caution and then a straight dismissal."""

    YELLOW = "yellow"
    SECOND_YELLOW = "second_yellow"
    RED = "red"
    YELLOW_AND_RED = "yellow_and_red"


@dataclass(frozen=True, slots=True)
class Card:
    """A card shown to a person of a team; unknown parts are None."""

    match: str
    team: str
    kind: CardKind
    person: str | None = None
    period: Period | None = None
    minute: int | None = None
    stoppage: int | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person on the pitch for a team, and for how many minutes (None: unknown)."""

    match: str
    team: str
    person: str
    minutes: int | None = None
    started: bool | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Kick:
    """A kick of a shoot-out, which is no goal. ``number`` counts the team's own kicks from 1."""

    match: str
    team: str
    scored: bool
    number: int | None = None
    person: str | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """What others counted of a person for a team, up to and including a day: the total, placed goals included.

    ``stage`` limits it to one stage; None means the whole tournament. A count that is unknown is None.
    """

    person: str
    team: str
    stage: str | None = None
    goals: int | None = None
    minutes: int | None = None
    until: date | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)

"""Ladders: what is tried, in order, until a tie has a winner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from liguilla.formats.rankings import StageRef

__all__ = ["EXTRA_TIME", "BestOf", "BetterIn", "Host", "HostIn", "Ladder", "LadderStep", "Legs", "Replay"]


EXTRA_TIME: Final = frozenset({"extra_time", "overtime", "golden_goal", "silver_goal"})
"""The steps that play on after normal time; from there all goals count."""


@dataclass(frozen=True, slots=True)
class Replay:
    """Up to so many further matches, hosts exchanged; what follows in the ladder applies to the last one."""

    number: int


@dataclass(frozen=True, slots=True)
class BetterIn:
    """The better placed in that ranking goes through."""

    stage: StageRef


LadderStep = str | Replay | BetterIn
"""A word (``aggregate``, ``away_goals``, ``extra_time``, ...), or one of the two steps that carry something."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps; ``rule`` is the path in the format file of the list that holds here."""

    steps: tuple[LadderStep, ...]
    rule: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class BestOf:
    """A series that counts wins; matches that are not needed are not played."""

    number: int


Legs = int | BestOf
"""1, 2, or best of an odd number."""


@dataclass(frozen=True, slots=True)
class HostIn:
    """At home is the better, or the worse, placed in that ranking."""

    stage: StageRef
    better: bool


Host = Literal["better_seed", "worse_seed", "first", "second", "neutral", "announced"] | HostIn
"""Who is at home in a leg."""

"""Rankings: the criteria that put level teams in order, and how the list goes on when they don't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from liguilla.words import Text

__all__ = [
    "Block",
    "By",
    "Criterion",
    "DrawLots",
    "HeadToHead",
    "KicksBetween",
    "PositionIn",
    "RankSum",
    "Ranking",
    "ResultOf",
    "Share",
    "StageRef",
    "Step",
    "Use",
]


@dataclass(frozen=True, slots=True)
class StageRef:
    """A stage, possibly of a tournament inside: ``table``, ``apertura.table``, ``previous.table``."""

    stage: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        return ".".join((*self.path, self.stage))


@dataclass(frozen=True, slots=True)
class Criterion:
    """A statistic of a team over some of its matches, or a fact about it.

    Attributes
    ----------
    statistic
        A word such as ``points`` or ``goal_difference``; ``given`` for a fact.
    fact, high
        The fact that ``given`` names, and whether more of it is better.
    venue
        Only matches ``home`` or ``away``.
    in_common
        Only against opponents that all level teams have met.
    same_fact
        Only against opponents with the same value of this fact.
    stages
        Only matches of these stages.
    opponents
        Not the team's own value but that of all its opponents, or of the ``beaten`` ones, added up.
    without_lowest, by_result
        Of the opponents' values: without the lowest; weighed with 1, 1/2, 0 by the result.
    text
        The phrase as it was written.
    """

    statistic: str
    text: str = ""
    fact: str | None = None
    high: bool = True
    venue: Literal["home", "away"] | None = None
    in_common: bool = False
    same_fact: str | None = None
    stages: tuple[StageRef, ...] = ()
    opponents: Literal["all", "beaten"] | None = None
    without_lowest: bool = False
    by_result: bool = False


@dataclass(frozen=True, slots=True)
class By:
    """One criterion. Skipped unless every level team has ``at_least`` such matches."""

    criterion: Criterion
    at_least: int | None = None
    across: tuple[int, ...] = ()
    at_end: bool = False
    rule: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class HeadToHead:
    """A block over the matches among the teams level when it is entered."""

    steps: tuple[Step, ...]
    restart: bool = False
    needs: Literal["all_met", "all_played"] | None = None
    across: tuple[int, ...] = ()
    at_end: bool = False
    rule: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A list inside the list, over the same matches as outside; ``two`` is for two level teams, ``more`` for more."""

    two: tuple[Step, ...]
    more: tuple[Step, ...]
    restart: bool = False
    one_place_at_a_time: bool = False
    only_best_of: StageRef | None = None
    across: tuple[int, ...] = ()
    at_end: bool = False
    rule: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class PositionIn:
    """The place in another ranking."""

    stage: StageRef
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ResultOf:
    """Winner over loser where the level teams met in this knock-out."""

    stage: StageRef
    rule: str = ""


@dataclass(frozen=True, slots=True)
class RankSum:
    """The sum of ranks in each criterion among teams with the same value of a fact (None: all). Less is better."""

    criteria: tuple[Criterion, ...]
    among: str | None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """The steps of a named ranking."""

    name: str
    steps: tuple[Step, ...]
    rule: str = ""


@dataclass(frozen=True, slots=True)
class KicksBetween:
    """``shoot_out``: kicks after the last match of two teams, level alone, who drew it against each other."""

    rule: str = ""


@dataclass(frozen=True, slots=True)
class DrawLots:
    """``lots``: a fact settles it."""

    rule: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """``shared``: they hold the place together, officially."""

    rule: str = ""


Step = By | HeadToHead | Block | PositionIn | ResultOf | RankSum | Use | KicksBetween | DrawLots | Share


@dataclass(frozen=True, slots=True)
class Ranking:
    """The whole list. ``rule`` is its path in the format file, such as ``stages.table.rank_by``."""

    steps: tuple[Step, ...]
    rule: str = ""
    name: Text | None = None

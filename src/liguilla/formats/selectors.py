"""Selectors: places in words, such as ``table 1-7`` or ``winners semifinals``, once their words have a meaning.

Each term is one of five kinds, because a place can only come from five things: the list of teams, a ranking, ties,
an outcome, or the boxes of a draw or lookup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

__all__ = [
    "Boxed",
    "Each",
    "Entered",
    "FactIs",
    "FromOutcome",
    "Played",
    "Position",
    "Range",
    "Ranked",
    "Selector",
    "Term",
]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a list: ``Position(3)`` is the third, ``Position(1, from_end=True)`` the last."""

    number: int
    from_end: bool = False

    def index(self, length: int) -> int:
        """Return the index in a list of this length; it may lie outside."""
        return length - self.number if self.from_end else self.number - 1


@dataclass(frozen=True, slots=True)
class Range:
    """From one position to another, both included."""

    first: Position
    last: Position

    def of(self, items: tuple[_T, ...]) -> tuple[_T, ...]:
        """Return the items in the range."""
        return items[max(self.first.index(len(items)), 0) : self.last.index(len(items)) + 1]


@dataclass(frozen=True, slots=True)
class FactIs:
    """``where FACT VALUE``: keeps the teams whose fact has the value."""

    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class Entered:
    """``teams``: every team, in the order of entry."""

    where: tuple[FactIs, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """Places of a league or table: ``table 1-7``, ``group A 2``, ``each group 3``, ``apertura.table 1``.

    ``path`` names the tournaments to go down into (``previous`` is the season before). Without a range all places are
    meant; ``each`` takes the range from every group, all firsts first.
    """

    stage: str
    path: tuple[str, ...] = ()
    group: str | None = None
    each: bool = False
    range: Range | None = None
    where: tuple[FactIs, ...] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """Winners or losers of a round or of one tie: ``winner final``, ``losers week_one 2``, ``winner SF1``.

    ``single`` is True for the words ``winner`` and ``loser``. ``range`` counts by seed, best first.
    """

    side: Literal["winner", "loser"]
    stage: str
    round: str
    tie: str | None = None
    single: bool = True
    path: tuple[str, ...] = ()
    group: str | None = None
    range: Range | None = None
    where: tuple[FactIs, ...] = ()


@dataclass(frozen=True, slots=True)
class FromOutcome:
    """Teams of an outcome: ``qualified 1-4``, ``champion apertura``, ``champion previous``, ``relegated liga_mx``.

    ``competition`` is None for an outcome of this format, else a tournament inside it, another competition, or
    ``previous``, the season before.
    """

    outcome: str
    competition: str | None = None
    range: Range | None = None
    where: tuple[FactIs, ...] = ()


@dataclass(frozen=True, slots=True)
class Boxed:
    """Teams in a box of a draw or a column of a lookup: ``play_off_draw P1``, ``third_for 1B``."""

    stage: str
    label: str
    path: tuple[str, ...] = ()
    range: Range | None = None
    where: tuple[FactIs, ...] = ()


Term = Entered | Ranked | Played | FromOutcome | Boxed


@dataclass(frozen=True, slots=True)
class Selector:
    """Terms in order, without those of ``without`` (after ``except``). ``text`` is as it was written."""

    terms: tuple[Term, ...]
    without: tuple[Term, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Each:
    """``each STAGE range`` as ``groups``: a group for every group of the stage, with its label."""

    stage: str
    path: tuple[str, ...] = ()
    range: Range | None = None

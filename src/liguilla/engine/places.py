"""The four states of a place. It is always in exactly one of them, and always says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from liguilla.words import Phrase, phrase

__all__ = ["Decided", "Place", "PositionOf", "Unresolved", "Void", "Waiting", "WinnerOf"]


class PositionOf(NamedTuple):
    """Where a place comes from: a position of a league or table. `stage` is written with its tournaments."""

    stage: str
    group: str | None
    position: int


class WinnerOf(NamedTuple):
    """Where a place comes from: the winner of a tie, or its loser."""

    stage: str
    round: str
    tie: str
    won: bool = True


@dataclass(frozen=True, slots=True)
class Decided:
    """The place holds this team. `origin` says where it earned it, None when it simply entered."""

    team: str
    origin: PositionOf | WinnerOf | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The place will be filled: it waits for something still to happen."""

    what: Phrase


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Rules and facts don't settle it: these teams are level, and a fact is needed."""

    among: frozenset[str]
    why: Phrase

    def awaited(self) -> Waiting:
        """Return what anything waits for that depends on who comes first."""
        return Waiting(phrase("engine.settled", why=self.why))


@dataclass(frozen=True, slots=True)
class Void:
    """The place doesn't exist."""

    why: Phrase


Place = Decided | Waiting | Unresolved | Void

"""What the rest of a format may know of a stage while it is read: its groups, sizes, rounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Groups", "Outline", "RoundOutline"]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of a stage, or the boxes of a draw, and how many teams each has where the format says so."""

    sizes: Mapping[str, int | None]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(self.sizes)

    @property
    def size(self) -> int | None:
        """The number of teams that every group has at least."""
        sizes = [size for size in self.sizes.values() if size is not None]
        return min(sizes) if sizes and len(sizes) == len(self.sizes) else None

    @property
    def differ(self) -> bool:
        """True if they are known not to be equal."""
        return len(set(self.sizes.values())) > 1

    @property
    def total(self) -> int | None:
        sizes = [size for size in self.sizes.values() if size is not None]
        return sum(sizes) if len(sizes) == len(self.sizes) else None


@dataclass(slots=True)
class RoundOutline:
    """A round: its number in the order of play, and how many ties it has, in each group, where that is known."""

    number: int
    ties: int | None = None


@dataclass(slots=True)
class Outline:
    """A stage as others see it.

    Attributes
    ----------
    size
        How many teams it has, where the format says so; of a stage without groups.
    groups
        None if it has none.
    vague
        True as long as its groups and sizes are not known: it has not been built, or they are faulty.
    rounds, ties
        Of a knock-out: its rounds, and for each listed tie the round it is in.
    seeded
        True if it is known who of its teams is better.
    """

    kind: str
    size: int | None = None
    groups: Groups | None = None
    vague: bool = True
    rounds: dict[str, RoundOutline] = field(default_factory=dict)
    ties: dict[str, str] = field(default_factory=dict)
    seeded: bool = False

    @property
    def total(self) -> int | None:
        """How many teams it has in all its groups."""
        return self.groups.total if self.groups else self.size

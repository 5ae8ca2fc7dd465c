"""The whole of a competition's rules, as one typed tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from liguilla.formats.conditions import Condition
from liguilla.formats.selectors import Selector
from liguilla.formats.stages import Stage
from liguilla.words import Text

__all__ = ["Choice", "Entry", "Format", "Known", "Outcome"]


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known about each team: a word (of a list, or any), or a number of which more or less is better."""

    fact: str
    kind: Literal["word", "high", "low"]
    values: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """How many teams take part (None: not said), and what must be known about each."""

    at_least: int | None = None
    at_most: int | None = None
    know: Mapping[str, Known] = field(default_factory=dict)

    @property
    def number(self) -> int | None:
        """The number of teams, where the format fixes it."""
        return self.at_least if self.at_least == self.at_most else None


@dataclass(frozen=True, slots=True)
class Choice:
    """What an outcome may be filled from."""

    take: Selector
    when: Condition | None = None
    because: Text | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A named place, or places, filled from choices in order.

    ``places`` is None where a selector alone gives all its teams. Teams in ``besides`` are skipped.
    """

    id: str
    choices: tuple[Choice, ...]
    places: int | None = None
    besides: tuple[str, ...] = ()
    name: Text | None = None
    source: str | None = None

    @property
    def rule(self) -> str:
        """The outcome's path in the format file."""
        return f"outcomes.{self.id}"


@dataclass(frozen=True, slots=True)
class Format:
    """The rules of a competition; nothing in it knows a result.

    Attributes
    ----------
    id
        The name of the format in the library, or of its file.
    tournaments
        Competitions inside this one, whose facts lie in folders of these names.
    other_competitions
        Whose outcomes are used here: their format, or only the names of the outcomes.
    awarded_score
        Of an awarded match whose decision does not say more: the winner's goals first.
    """

    id: str
    name: Text
    source: str
    stages: Mapping[str, Stage]
    outcomes: Mapping[str, Outcome]
    sport: str = "football"
    valid_from: str | None = None
    valid_to: str | None = None
    entry: Entry = field(default_factory=Entry)
    conduct: Mapping[str, int] = field(default_factory=dict)
    tournaments: Mapping[str, Format] = field(default_factory=dict)
    other_competitions: Mapping[str, Format | tuple[str, ...]] = field(default_factory=dict)
    awarded_score: tuple[int, int] = (3, 0)
    withdrawal: str | Mapping[str, str] | None = None
    never_both: tuple[tuple[str, ...], ...] = ()
    note: Text | None = None

"""The library as it is listed: by country or body, by competition, by season."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from liguilla.facts import plain_name
from liguilla.formats import FormatHead
from liguilla.words import Text, catalogue, phrase, say

__all__ = ["ListedCompetition", "Shelf", "country_name", "in_order_of_names"]

OF_NO_COUNTRY = "generic"
"""The shelf of formats that any competition may use."""


@dataclass(frozen=True, slots=True)
class ListedCompetition:
    """A competition with the formats of its seasons, the earliest first."""

    id: str
    name: Text
    formats: tuple[FormatHead, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the library has of a country or body, by its code; ``others`` are formats of no one competition."""

    country: str
    competitions: tuple[ListedCompetition, ...]
    others: tuple[FormatHead, ...] = ()

    @property
    def formats(self) -> tuple[FormatHead, ...]:
        """All formats, each once: a format may be that of several competitions."""
        listed = (format_ for each in self.competitions for format_ in each.formats)
        return tuple({format_.id: format_ for format_ in (*listed, *self.others)}.values())


def country_name(code: str, language: str) -> str:
    """Return the name of a country or body; its code, where no name is known."""
    return say(phrase(f"countries.{code}"), language) if code in catalogue("en", "countries") else code.upper()


def in_order_of_names(shelves: Iterable[Shelf], language: str) -> list[Shelf]:
    """Return shelves by the name of the country in a language; what belongs to no country comes last."""

    def place(shelf: Shelf) -> tuple[bool, str]:
        return shelf.country == OF_NO_COUNTRY, plain_name(country_name(shelf.country, language))

    return sorted(shelves, key=place)

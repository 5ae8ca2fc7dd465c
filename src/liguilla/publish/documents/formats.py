"""The library, and one format of it, in a document."""

from __future__ import annotations

from collections.abc import Sequence

from liguilla.formats import Format, FormatHead
from liguilla.publish.documents.places import Document
from liguilla.publish.documents.prose import section_document
from liguilla.publish.prose import format_prose
from liguilla.publish.shelves import Shelf, country_name
from liguilla.words import say

__all__ = ["format_document", "formats_document"]


def formats_document(shelves: Sequence[Shelf], language: str = "en") -> Document:
    """Return what the library has of each country or body."""
    return {
        "countries": [
            {
                "id": shelf.country,
                "name": country_name(shelf.country, language),
                "competitions": [
                    {"id": each.id, "name": say(each.name, language), "formats": [head.id for head in each.formats]}
                    for each in shelf.competitions
                ],
                "others": [head.id for head in shelf.others],
            }
            for shelf in shelves
        ],
        "formats": [_head(head, shelf.country, language) for shelf in shelves for head in shelf.formats],
    }


def _head(head: FormatHead, country: str, language: str) -> Document:
    return {
        "id": head.id,
        "country": country,
        "name": say(head.name, language),
        "sport": head.sport,
        "valid_from": head.valid_from,
        "valid_to": head.valid_to,
        "source": head.source,
        "teams": [head.at_least, head.at_most],
    }


def format_document(format_: Format, text: str, language: str = "en") -> Document:
    """Return a format: its frame, its rules as prose, and the text of its file."""
    return {
        "id": format_.id,
        "name": say(format_.name, language),
        "sport": format_.sport,
        "valid_from": format_.valid_from,
        "valid_to": format_.valid_to,
        "source": format_.source,
        "teams": [format_.entry.at_least, format_.entry.at_most],
        "tournaments": {name: inner.id for name, inner in format_.tournaments.items()},
        "prose": section_document(format_prose(format_, text), language),
        "text": text,
    }

"""The list of formats in a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liguilla.formats import Format
from liguilla.publish.documents.places import Document
from liguilla.words import say

__all__ = ["formats_document"]


def formats_document(formats: Mapping[str, Sequence[Format]], language: str = "en") -> Document:
    """Return the formats of each country or federation."""
    return {
        "formats": [
            {
                "id": format_.id,
                "country": country,
                "name": say(format_.name, language),
                "sport": format_.sport,
                "valid_from": format_.valid_from,
                "valid_to": format_.valid_to,
                "source": format_.source,
                "teams": [format_.entry.at_least, format_.entry.at_most],
            }
            for country, found in formats.items()
            for format_ in found
        ]
    }

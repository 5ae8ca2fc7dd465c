"""JSON documents: the same answers for programs. ``docs/json.md`` describes them."""

from liguilla.publish.documents.competitions import (
    bracket_document,
    play_document,
    schedule_document,
    scorers_document,
    table_document,
)
from liguilla.publish.documents.explanations import explanation_document, opponents_document
from liguilla.publish.documents.formats import format_document, formats_document
from liguilla.publish.documents.problems import problems_document

__all__ = [
    "bracket_document",
    "explanation_document",
    "format_document",
    "formats_document",
    "opponents_document",
    "play_document",
    "problems_document",
    "schedule_document",
    "scorers_document",
    "table_document",
]

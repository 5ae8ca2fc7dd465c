"""Publication: one renderer for each medium, all of them from the same derived state."""

from liguilla.publish.documents import (
    bracket_document,
    explanation_document,
    formats_document,
    opponents_document,
    play_document,
    problems_document,
    schedule_document,
    scorers_document,
    table_document,
)
from liguilla.publish.terminal import (
    bracket_page,
    explanation_page,
    formats_page,
    opponents_page,
    play_page,
    problems_page,
    schedule_page,
    scorers_page,
    screen_width,
    show,
    table_page,
)

__all__ = [
    "bracket_document",
    "bracket_page",
    "explanation_document",
    "explanation_page",
    "formats_document",
    "formats_page",
    "opponents_document",
    "opponents_page",
    "play_document",
    "play_page",
    "problems_document",
    "problems_page",
    "schedule_document",
    "schedule_page",
    "scorers_document",
    "scorers_page",
    "screen_width",
    "show",
    "table_document",
    "table_page",
]

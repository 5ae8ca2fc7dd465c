"""Pages of plain text for a terminal, a pipe or a file: the same words everywhere, colours where they help."""

from liguilla.publish.terminal.pages import (
    bracket_page,
    explanation_page,
    format_page,
    formats_page,
    opponents_page,
    play_page,
    problems_page,
    schedule_page,
    scorers_page,
    table_page,
)
from liguilla.publish.terminal.screen import screen_width, show

__all__ = [
    "bracket_page",
    "explanation_page",
    "format_page",
    "formats_page",
    "opponents_page",
    "play_page",
    "problems_page",
    "schedule_page",
    "scorers_page",
    "screen_width",
    "show",
    "table_page",
]

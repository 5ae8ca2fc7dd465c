"""The lines of a Football.TXT file: what each of them can be, and what in a text is no line of any."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

__all__ = ["LONGEST", "Kind", "is_rule", "is_table_row", "lines_of", "split_comment", "unseen"]

LONGEST: Final = 1_500
"""A line with more characters is none that a person wrote: the longest goals of a match have a third of them."""

UNSEEN: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffd]")
SPACES: Final = {"\t": "  ", **dict.fromkeys("\x0b\x0c\x85\xa0\u2007\u2028\u2029\u202f", " ")}
"""Where only these end a line, no editor shows one: they are spaces."""

COMMENT: Final = re.compile(r"(?:^|\s)#")
TABLE_ROW: Final = re.compile(
    r"\d{1,3}\.?\s?.{3,}?\d\s{1,9}\d{1,3}\s{1,9}\d{1,3}\s{1,9}\d{1,3}\s{1,9}\d{1,3}-\s?\d{1,3}\s{1,9}-?\d{1,3}"
)
RULE: Final = re.compile(r"[-=_*]{4,}")


class Kind(StrEnum):
    """What a line is. Every line is one of these."""

    BLANK = "blank"
    COMMENT = "comment"
    TITLE = "title"
    HEADING = "heading"
    GROUP = "group"
    DATE = "date"
    MATCH = "match"
    BYE = "bye"
    GOALS = "goals"
    PROPERTY = "property"
    """A line about the match above that is kept: referee, attendance."""
    LINE_UP = "line_up"
    """A line about the match above that isn't kept: line-ups, cards, the takers of penalties."""
    ROUND_DATES = "round_dates"
    TABLE = "table"
    UNREAD = "unread"


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, whatever ends them; tabs and odd spaces as plain ones, characters composed."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for space, plain in SPACES.items():
        text = text.replace(space, plain)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def unseen(text: str) -> str | None:
    """Return the first character of a text that can't be seen; None if all can."""
    match = UNSEEN.search(text)
    return match[0] if match else None


def split_comment(line: str) -> tuple[str, str | None]:
    """Return what stands before a comment, and the comment; a sign within a word begins none."""
    match = COMMENT.search(line)
    return (line[: match.start()].rstrip(), line[match.end() :].strip("# ")) if match else (line, None)


def is_table_row(text: str) -> bool:
    """Return whether a line is a row of a league table."""
    return TABLE_ROW.match(text) is not None


def is_rule(text: str) -> bool:
    """Return whether a line is drawn, not written."""
    return RULE.fullmatch(text) is not None

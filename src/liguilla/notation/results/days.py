"""Days and kickoffs as tables of results write them: in figures or words, with the day or the month first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import Enum
from typing import Final

from liguilla.notation.results.table_words import MONTHS

__all__ = ["DayOrder", "Moment", "day_order", "offset_zone", "read_kickoff", "read_moment"]

ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(.*))?")
COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)")
FIGURES: Final = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d\d)(?:[T ,]+(.*))?")
WORDS: Final = re.compile(r"\d+|[^\W\d_]+")
CLOCK: Final = re.compile(
    r"(\d{1,2})(?:[:.h](\d\d))?(?::\d\d(?:\.\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(Z|(?:UTC|GMT)?[+-]\d.*|UTC|GMT)?", re.I
)
OFFSET: Final = re.compile(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(?:00)?", re.I)

LONGEST_CLOCK: Final = 40
LAST_MONTH: Final = 12
THIS_CENTURY: Final = 70
"""Years of two figures below this are of this century: no league's file has been kept by hand since before 1970."""

Moment = tuple[dt.date, dt.time | None, str | None]
"""A day, and its kickoff and zone where they are written beside it."""


class DayOrder(Enum):
    """Which comes first where a day is written in figures with the year last."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def read_moment(text: str, order: DayOrder | None = DayOrder.DAY_FIRST) -> Moment | None:
    """Return the day that a text says, and the kickoff if it says that too; None if it is no day of any calendar.

    Parameters
    ----------
    text
        Such as ``2018-08-17``, ``17/08/18``, ``Fri Aug 17 2018``, ``17 de agosto de 2018`` or ``2018-08-17 21:00``.
    order
        Which comes first in ``03/04/2018``; None if that isn't known, and then it is no day.
    """
    text = text.strip()
    clock: str | None = None
    if found := ISO.fullmatch(text):
        year, month, day, clock = int(found[1]), int(found[2]), int(found[3]), found[4]
    elif found := FIGURES.fullmatch(text):
        first, second, year, clock = int(found[1]), int(found[3]), _full_year(found[4]), found[5]
        order = DayOrder.DAY_FIRST if found[2] == "." else order
        if order is None and first != second and max(first, second) <= LAST_MONTH:
            return None
        month_first = order is DayOrder.MONTH_FIRST or (order is None and second > LAST_MONTH)
        day, month = (second, first) if month_first else (first, second)
    elif found := COMPACT.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif in_words := _in_words(text):
        year, month, day = in_words
    else:
        return None
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    if not clock:
        return date, None, None
    kickoff = read_kickoff(clock)
    return (date, *kickoff) if kickoff else None


def read_kickoff(text: str) -> tuple[dt.time, str | None] | None:
    """Return the time of day that a text says, and the zone if it says that too; None if it is no time.

    Examples
    --------
    >>> read_kickoff("8:30 PM"), read_kickoff("13:00 UTC-6")
    ((datetime.time(20, 30), None), (datetime.time(13, 0), 'Etc/GMT+6'))
    """
    text = text.strip()
    # In a longer text the pattern would try out every way to share its blanks.
    found = CLOCK.fullmatch(text) if len(text) <= LONGEST_CLOCK else None
    if not found or not (found[2] or found[3]):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    return dt.time(hour, minute), offset_zone(found[4]) if found[4] else None


def offset_zone(text: str) -> str | None:
    """Return the zone for an offset of whole hours, such as ``UTC-6``; None where no zone has that name."""
    if text.upper() in ("Z", "UTC", "GMT"):
        return "Etc/UTC"
    found = OFFSET.fullmatch(text.strip())
    hours = int(found[2]) if found else 99
    if not found or hours > 12:
        return None
    # In the names of these zones the sign is the other way round.
    return f"Etc/GMT{'-' if found[1] == '+' else '+'}{hours}" if hours else "Etc/UTC"


def day_order(texts: Iterable[str]) -> DayOrder | None:
    """Return which comes first in the days of a column, as far as one above 12 tells; None if none does, or both do."""
    first = second = False
    for text in texts:
        found = FIGURES.fullmatch(text.strip())
        if found and found[2] != ".":
            first = first or int(found[1]) > LAST_MONTH
            second = second or int(found[3]) > LAST_MONTH
    if first == second:
        return None
    return DayOrder.DAY_FIRST if first else DayOrder.MONTH_FIRST


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < THIS_CENTURY else 1900)


def _in_words(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a text with the month in letters; what is in brackets says something else."""
    words = WORDS.findall(re.sub(r"\([^)]*\)", " ", text).casefold()) if len(text) < 60 else []
    months = [MONTHS[word] for word in words if word in MONTHS]
    years = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) == 4]
    days = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) < 3]
    if len(months) != 1:
        return None
    if not years and len(days) == 2:
        years = [_full_year(f"{days.pop():02}")]
    return (years[0], months[0], days[0]) if len(years) == len(days) == 1 else None

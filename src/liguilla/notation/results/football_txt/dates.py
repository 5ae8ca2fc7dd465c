"""Dates and clocks of Football.TXT, and the years that aren't written."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["Calendar", "Lead", "WrittenDay", "day_text", "written_range", "zone_text"]

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Outside these a number of four digits is no year of football."""

FIRST_MONTH: Final = 7
"""A season that lies in two years begins in July at the earliest, unless its dates say otherwise."""

LONGEST_BREAK: Final = dt.timedelta(days=45)
"""No other sign is needed that a day lies so near the one before, be it across the end of a year or of a season."""

NEAR: Final = dt.timedelta(days=30)
FAR: Final = dt.timedelta(days=200)
"""A day so near the one before lies beside it, though its weekday be that of a day so far away."""

MONTH: Final = (
    r"(?i:(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?))\.?"
)
WEEKDAY: Final = r"(?i:(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
DAY: Final = rf"""
    \[?
    (?: {WEEKDAY} [.,]?\s+ )?
    (?: {MONTH}(?:\ {{1,3}}|/)(\d{{1,2}})           # Jun 16, June 16, Apr/22
      | (\d{{1,2}})\.?(?:\ {{1,3}}|/){MONTH}        # 16 June, 16. Jun
      | (\d{{4}})-(\d{{2}})-(\d{{2}})
      | (\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})?
    )
    # A number behind a single space can be the beginning of a name: 16 June 1860 München
    (?: ,?[\ /](\d{{4}})(?=\]|\s\s|\s*$|\s+\d{{1,2}}[.:]\d\d|\s+[@(-]) )?
    \]?
"""
OFFSETS: Final = {
    "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
}  # fmt: skip
FIXED_ZONE: Final = re.compile(r"Etc/GMT([+-])(\d{1,2})")
ZONE: Final = rf"({'|'.join(OFFSETS)})([+-]\d{{1,2}}(?::?\d\d)?)?"
CLOCK: Final = r"(\d{1,2})[.:h](\d\d)"

NUMBER: Final = re.compile(r"\(\d{1,4}\)\s+")
DAY_LEAD: Final = re.compile(rf"{DAY}(?=[\s,]|$)\s*", re.VERBOSE)
CLOCK_LEAD: Final = re.compile(
    rf"""
    {CLOCK}(?:\ ?(?i:uhr|hrs?|h))?(?=\s|$)
    (?: \s{{1,9}}{ZONE}(?=\s|$) )?
    (?: \s{{1,9}}\({CLOCK}(?:\ {{1,9}}{ZONE})?\) )?          # the same moment by another clock
    \s*
    """,
    re.VERBOSE,
)
FIRST_LETTERS: Final = frozenset((*MONTHS, *WEEKDAYS))

SPAN: Final = re.compile(rf"\s*+{DAY}\s*+(?:-\s*+(?:{DAY}|(\d{{1,2}})))?\s*+(?:\(\d+d\))?\s*+$", re.VERBOSE)

GROUPS_OF_A_DAY: Final = 12


class WrittenDay(NamedTuple):
    """A day as it is written. ``weekday`` counts from Monday, which is 0."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    def in_year(self, year: int) -> dt.date | None:
        """Return the day in a year, or None if that has no such day."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


class Lead(NamedTuple):
    """What stands before the teams, or alone in a line: a number, a day, a clock. ``end`` is where it ends.

    ``kickoff`` is False for a clock that no day has, ``zone`` for one that has no name.
    """

    end: int
    day: WrittenDay | None = None
    kickoff: dt.time | Literal[False] | None = None
    zone: str | Literal[False] | None = None

    @classmethod
    def read(cls, text: str) -> Lead:
        """Read the beginning of a text."""
        first = text[:1]
        if first.isalpha() and text[:3].lower() not in FIRST_LETTERS:
            return NO_LEAD
        if first.isdigit() and (match := CLOCK_LEAD.match(text)):
            return cls(match.end(), None, *_clock(*match.groups()))
        number = NUMBER.match(text) if first == "(" else None
        end = number.end() if number else 0
        day: WrittenDay | None = None
        if match := DAY_LEAD.match(text, end):
            day, end = _day(match.groups()), match.end()
        if match := CLOCK_LEAD.match(text, end):
            return cls(match.end(), day, *_clock(*match.groups()))
        return cls(end, day) if end else NO_LEAD


NO_LEAD: Final = Lead(0)


@lru_cache(maxsize=4096)
def _clock(
    hour: str,
    minute: str,
    zone: str | None,
    offset: str | None,
    other_hour: str | None,
    other_minute: str | None,
    other_zone: str | None,
    other_offset: str | None,
) -> tuple[dt.time | Literal[False], str | Literal[False] | None]:
    if zone is None and other_zone is not None:
        # The first clock is that of the whole tournament, the second one with its zone that of the ground.
        hour, minute, zone, offset = other_hour or "", other_minute or "", other_zone, other_offset
    valid = int(hour) < 24 and int(minute) < 60
    return dt.time(int(hour), int(minute)) if valid else False, _zone(zone, offset) if zone else None


def _zone(name: str, offset: str | None) -> str | Literal[False]:
    """Return the zone of a fixed distance from UTC, such as ``Etc/GMT+3`` for UTC-3; False where none has a name."""
    hours, minutes = OFFSETS[name], 0
    if offset is not None:
        digits = offset[1:].replace(":", "")
        written_hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
        hours += -written_hours if offset[0] == "-" else written_hours
    if minutes or not -12 <= hours <= 14:
        return False
    # The names of these zones count westwards.
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"


def _day(groups: tuple[str | None, ...]) -> WrittenDay | None:
    weekday, month_1, day_1, day_2, month_2, year_3, month_3, day_3, day_4, month_4, year_4, year = groups[:12]
    if month_1:
        month, day = MONTHS.index(month_1[:3].lower()) + 1, day_1
    elif month_2:
        month, day = MONTHS.index(month_2[:3].lower()) + 1, day_2
    elif month_3:
        month, day = int(month_3), day_3
    elif month_4:
        month, day = int(month_4), day_4
    else:
        return None
    written = year or year_3 or year_4
    return WrittenDay(
        month,
        int(day or 0),
        int(written) if written else None,
        WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
    )


def written_range(text: str) -> tuple[WrittenDay, WrittenDay] | None:
    """Return the first and the last day that a text such as ``June 13-17`` names; None if it names none."""
    match = SPAN.match(text)
    if match is None:
        return None
    groups = match.groups()
    first = _day(groups)
    if first is None:
        return None
    last = _day(groups[GROUPS_OF_A_DAY:])
    if last is None and groups[-1]:
        last = WrittenDay(first.month, int(groups[-1]), first.year)
    last = last or first
    if first.year is None and last.year is not None:
        earlier = (first.month, first.day) <= (last.month, last.day)
        first = WrittenDay(first.month, first.day, last.year - (not earlier), first.weekday)
    return first, last


@dataclass(slots=True)
class Calendar:
    """The years of a season: a file writes them seldom, and they follow from what it says elsewhere.

    Attributes
    ----------
    season
        The first and the last year of the season; equal for one that lies in a year, None where unknown.
    span
        The first and the last day, where the file says them.
    last
        The day read last.
    """

    season: tuple[int, int] | None = None
    span: tuple[dt.date, dt.date] | None = None
    last: dt.date | None = None

    def date_of(self, day: WrittenDay) -> tuple[dt.date | None, str | None]:
        """Return the date that is meant, and what is doubtful: ``year``, ``weekday`` or ``day``.

        A year that is written holds. Otherwise the weekday tells the year; and where it fits none, or isn't written,
        the days between which the file says it lies, or else the course of the season.
        """
        date, doubt = self._dated(day)
        if date is not None:
            self.last = date
        return date, doubt

    def _dated(self, day: WrittenDay) -> tuple[dt.date | None, str | None]:
        if day.year is not None:
            date = day.in_year(day.year) if FIRST_YEAR <= day.year <= LAST_YEAR else None
            if date is None:
                return None, "day"
            return date, "weekday" if day.weekday not in (None, date.weekday()) else None
        dates = [date for year in self._years() if (date := day.in_year(year))]
        if not dates:
            # The 29th of February of a common year is as wrong as the 31st.
            return None, "day" if self._years() else "year"
        expected = self._expected(day, dates)
        fitting = [date for date in dates if date.weekday() == day.weekday]
        if fitting:
            date = min(fitting, key=self._distance)
            if not self._is_slip(date, expected):
                return date, None
        if expected is None:
            return None, "day"
        return expected, "weekday" if day.weekday is not None else None

    def _years(self) -> range:
        if self.span:
            return range(self.span[0].year - 1, self.span[1].year + 2)
        if self.season:
            return range(self.season[0] - 1, self.season[1] + 2)
        return range(self.last.year - 1, self.last.year + 2) if self.last else range(0)

    def _distance(self, date: dt.date) -> tuple[int, int]:
        """Order dates by how far they lie outside the season, then by how far they are from the day before."""
        first, _ = self.span or self._whole_years()
        return self._outside(date), abs((date - (self.last or first)).days)

    def _outside(self, date: dt.date) -> int:
        first, last = self.span or self._whole_years()
        return max((first - date).days, (date - last).days, 0)

    def _whole_years(self) -> tuple[dt.date, dt.date]:
        first, last = self.season or (FIRST_YEAR, LAST_YEAR)
        return dt.date(first, 1, 1), dt.date(last, 12, 31)

    def _is_slip(self, fitting: dt.date, expected: dt.date | None) -> bool:
        """Return whether it is likelier that a weekday is wrong than that a day lies in the only year it fits."""
        if expected is None or fitting == expected:
            return False
        if self._outside(fitting) and not self._outside(expected):
            return True
        return self.last is not None and abs(expected - self.last) <= NEAR and abs(fitting - self.last) >= FAR

    def _expected(self, day: WrittenDay, dates: list[dt.date]) -> dt.date | None:
        """Return the date that a day has by the course of the season, whatever its weekday."""
        if self.span or not self.season:
            return min(dates, key=self._distance)
        beside = [date for date in dates if self.last and abs(date - self.last) <= LONGEST_BREAK]
        if beside:
            return beside[0]
        first, last = self.season
        year = first if first == last or day.month >= FIRST_MONTH else last
        return day.in_year(year)


def day_text(date: dt.date) -> str:
    """Return a date as it is written: ``Fri Aug 3 2018``. Its year could follow from others, but needn't."""
    return f"{WEEKDAYS[date.weekday()].title()} {MONTHS[date.month - 1].title()} {date.day} {date.year}"


def zone_text(zone: str, moment: dt.datetime | None) -> str | None:
    """Return a time zone as its distance from UTC at a moment of its clock; None where that isn't known in hours."""
    if zone == "Etc/UTC":
        return "UTC"
    if fixed := FIXED_ZONE.fullmatch(zone):
        return f"UTC{'-' if fixed[1] == '+' else '+'}{fixed[2]}"
    try:
        offset = moment.replace(tzinfo=ZoneInfo(zone)).utcoffset() if moment else None
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return None
    hours, rest = divmod(offset, dt.timedelta(hours=1)) if offset is not None else (0, None)
    return None if rest is None or rest else f"UTC{hours:+d}" if hours else "UTC"

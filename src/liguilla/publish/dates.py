"""Days and hours in words."""

from __future__ import annotations

import datetime as dt

from liguilla.words import catalogue, phrase, say

__all__ = ["clock", "day", "period", "zone_city"]


def day(date: dt.date, language: str, *, weekday: bool = False, year: bool = True) -> str:
    """Return a day in words.

    Examples
    --------
    >>> day(dt.date(2012, 11, 24), "en", weekday=True)
    'Sat 24 Nov 2012'
    """
    months = say(phrase("publish.months"), language).split()
    text = f"{date.day} {months[date.month - 1]}" + (f" {date.year}" if year else "")
    if not weekday:
        return text
    return f"{say(phrase('publish.weekdays'), language).split()[date.weekday()]} {text}"


def period(first: dt.date | None, last: dt.date | None, language: str) -> str:
    """Return a period in words; as much of it as is known.

    Examples
    --------
    >>> period(dt.date(2012, 7, 20), dt.date(2012, 12, 1), "es")
    '20 jul – 1 dic 2012'
    """
    if first is not None and last is not None and first != last:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{day(last, language)}"
        begins = day(first, language, year=first.year != last.year)
        return say(phrase("publish.period", first=begins, last=day(last, language)), language)
    known = first or last
    return "" if known is None else day(known, language)


def clock(time: dt.time) -> str:
    """Return the hour and minute of a clock."""
    return time.strftime("%H:%M")


def zone_city(zone: str, language: str) -> str:
    """Return the city that a time zone is named after.

    Examples
    --------
    >>> zone_city("America/Mexico_City", "es"), zone_city("America/Los_Angeles", "es")
    ('la Ciudad de México', 'Los Angeles')
    """
    city = zone.rpartition("/")[2]
    known = f"zone_{city}" in catalogue("en", "publish")
    return say(phrase(f"publish.zone_{city}"), language) if known else city.replace("_", " ")

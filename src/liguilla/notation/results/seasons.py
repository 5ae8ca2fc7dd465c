"""What seasons are called, in titles, folders and columns, and which season days lie in."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import Final

from liguilla.notation.results.records import RecordedMatch, Results, Unread

__all__ = ["autumn_seasons", "season_in", "season_of_days", "season_of_year", "with_both_years", "without_season"]

TWO_YEARS: Final = re.compile(r"(?<![\d/–-])(1[89]\d\d|20\d\d)\s?[/–-]\s?(\d{4}|\d\d)(?![\d/–-])")
ONE_YEAR: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")

LONG_BREAK: Final = dt.timedelta(days=30)
WINTER_BREAK: Final = dt.timedelta(days=60)
SEASON_STARTS: Final = 7, 10
"""No season over the turn of a year starts before this month and day; the latest ended early in August."""


def season_in(text: str) -> str | None:
    """Return the season that a text names: ``2018-19``, ``2018``; None if it names none.

    Examples
    --------
    >>> season_in("Liga MX 2018/2019"), season_in("1930 FIFA World Cup"), season_in("Schalke 04")
    ('2018-19', '1930', None)
    """
    found = _season(text)
    return found[0] if found else None


def without_season(title: str) -> tuple[str | None, str | None]:
    """Return a title without its season, and the season.

    Examples
    --------
    >>> without_season("Liga MX 2018/19"), without_season("World Cup")
    (('Liga MX', '2018-19'), ('World Cup', None))
    """
    found = _season(title)
    if found is None:
        return title.strip() or None, None
    season, start, end = found
    rest = f"{title[:start].rstrip(' (,-–')} {title[end:].lstrip(' ),-–')}".strip()
    return " ".join(rest.split()) or None, season


def season_of_year(year: int, *, over_the_turn: bool) -> str:
    """Return the name of the season that starts in a year."""
    return f"{year}-{(year + 1) % 100:02}" if over_the_turn else str(year)


def season_of_days(days: Iterable[dt.date | None]) -> str | None:
    """Return the season in which the days of one competition lie; None where they don't tell.

    Days of one year are a season of that year. Days of two years with a break of two months around the turn may be
    one season with a winter break, or two; days of more than a year are several seasons.
    """
    known = sorted({day for day in days if day})
    if not known or (known[-1] - known[0]).days > 366:
        return None
    if known[0].year == known[-1].year:
        return str(known[0].year)
    if any(later.year > day.year and later - day >= WINTER_BREAK for day, later in pairwise(known)):
        return None
    return season_of_year(known[0].year, over_the_turn=True)


def with_both_years(season: str, days: Iterable[dt.date | None]) -> str:
    """Return a season that is named by the year it starts in; by both years, if its days lie in two."""
    years = {day.year for day in days if day}
    if season.isdecimal() and years == {int(season), int(season) + 1}:
        return season_of_year(int(season), over_the_turn=True)
    return season


def autumn_seasons(results: Results) -> tuple[Results, ...]:
    """Return the results of a league that plays from autumn to spring, season by season, by the days of its matches.

    A new season starts after a break of a month that ends in summer or autumn; one that was interrupted in spring goes
    on before. A match without a day belongs to the season of the one above it.
    """
    starts = _starts({match.date for match in results.matches if match.date})
    if not starts:
        return (results,)
    matches: list[list[RecordedMatch]] = [[] for _ in starts]
    unread: list[list[Unread]] = [[] for _ in starts]
    now = 0
    lines: list[tuple[int, int]] = []
    for match in results.matches:
        now = bisect_right(starts, match.date) - 1 if match.date else now
        matches[now].append(match)
        lines.append((match.origin.line or 0, now))
    for line in results.unread:
        before = bisect_right(lines, (line.origin.line or 0, len(starts)))
        unread[lines[max(before - 1, 0)][1]].append(line)
    return tuple(
        replace(results, matches=tuple(matches[number]), season=_autumn_season(start), unread=tuple(unread[number]))
        for number, start in enumerate(starts)
    )


def _starts(days: Iterable[dt.date]) -> list[dt.date]:
    """Return the first days of the seasons."""
    known = sorted(days)
    return known[:1] + [
        later
        for day, later in pairwise(known)
        if later - day >= LONG_BREAK and (later.month, later.day) >= SEASON_STARTS
    ]


def _autumn_season(first: dt.date) -> str:
    year = first.year if (first.month, first.day) >= SEASON_STARTS else first.year - 1
    return season_of_year(year, over_the_turn=True)


def _season(text: str) -> tuple[str, int, int] | None:
    """Return a season and where it stands in a text. Two years in a row go before one, and the last before others."""
    for found in reversed(list(TWO_YEARS.finditer(text))):
        first = int(found[1])
        if int(found[2]) in (first + 1, (first + 1) % 100):
            return season_of_year(first, over_the_turn=True), *found.span()
    for found in reversed(list(ONE_YEAR.finditer(text))):
        return found[0], *found.span()
    return None

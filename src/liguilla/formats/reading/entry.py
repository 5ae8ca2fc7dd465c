"""From ``teams`` to how many take part and what must be known about each."""

from __future__ import annotations

import re

from liguilla.formats.format import Entry, Known
from liguilla.formats.reading import written
from liguilla.formats.reading.report import Report
from liguilla.formats.reading.spots import Spot

__all__ = ["read_entry"]

_RANGE = re.compile(r"([1-9]\d{0,3})-([1-9]\d{0,3})")


def read_entry(keys: int | str | written.Entry | None, spot: Spot, report: Report) -> Entry:
    """Read a number of teams, a range such as ``3-256``, or both this and the facts about each team."""
    match keys:
        case None:
            return Entry()
        case written.Entry(count=count, know=know):
            least, most = _number(count, spot["count"], report)
            return Entry(least, most, {fact: _known(fact, kind) for fact, kind in know.items()})
        case count:
            return Entry(*_number(count, spot, report))


def _number(count: int | str | None, spot: Spot, report: Report) -> tuple[int | None, int | None]:
    if count is None or isinstance(count, int):
        return count, count
    found = _RANGE.fullmatch(count)
    if found and int(found[1]) <= int(found[2]):
        return int(found[1]), int(found[2])
    report.exact_problem(spot, "no_number_of_teams", text=count)
    return None, None


def _known(fact: str, kind: str | list[str]) -> Known:
    match kind:
        case "high":
            return Known(fact, "high")
        case "low":
            return Known(fact, "low")
        case list():
            return Known(fact, "word", tuple(kind))
    return Known(fact, "word")

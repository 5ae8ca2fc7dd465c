"""A season and its tournaments, taken together, and the days they span."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from liguilla.facts.facts import Facts

__all__ = ["competitions", "days_of"]


def competitions(facts: Facts) -> Iterator[Facts]:
    """Yield the facts of a competition, then those of the ones inside it."""
    yield facts
    for inner in facts.tournaments.values():
        yield from competitions(inner)


def days_of(facts: Facts) -> tuple[date, date]:
    """Return the first and the last day of a competition; where not even a match says it, all of time."""
    days = [match.date for match in facts.matches if match.date is not None]
    starts = facts.competition.starts or min(days, default=date.min)
    return starts, facts.competition.ends or max(days, default=date.max)

"""What is said of headings that meant nothing, and of matches that have no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from liguilla.errors import Problem, Severity
from liguilla.facts import Score
from liguilla.notation.placement.entries import Entry
from liguilla.words import phrase

__all__ = ["left_out", "unknown_headings"]

MOST_NAMED: Final = 5
"""Of many matches that fit nowhere, so many are named one by one."""


def unknown_headings(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Note each heading that said nothing, once."""
    first: dict[str, Entry] = {}
    for entry in entries:
        for heading in entry.meaning.unknown:
            first.setdefault(heading, entry)
    for heading, entry in first.items():
        message = phrase("placing.unknown_heading", heading=heading)
        yield Problem(message, Severity.NOTE, entry.recorded.origin)


def left_out(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Warn of the matches that have no place in the format."""
    left = [entry for entry in entries if entry.slot is None]
    for entry in left[:MOST_NAMED]:
        score = entry.recorded.score or Score(0, 0)
        code = "placing.no_place" if entry.recorded.score else "placing.no_place_unplayed"
        headings = entry.recorded.headings or phrase("placing.without_heading")
        message = phrase(code, home=entry.home, away=entry.away, score=score, headings=headings)
        yield Problem(message, Severity.WARNING, entry.recorded.origin)
    if len(left) > MOST_NAMED:
        message = phrase("placing.more_without_place", n=len(left) - MOST_NAMED)
        yield Problem(message, Severity.WARNING, left[MOST_NAMED].recorded.origin)

"""Texts of results read in a test, and what is said about them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from liguilla.errors import Problem, Severity
from liguilla.notation.results.records import RecordedMatch, Results, ResultsReading

REAL = Path(__file__).parents[4] / "shared/data/results"
NOT_HERE = "the real results are not here"

Reader = Callable[[str, str], ResultsReading]


def only(reading: ResultsReading) -> Results:
    """Return the one season that was read."""
    assert len(reading.results) == 1
    return reading.results[0]


def matches(reading: ResultsReading) -> list[RecordedMatch]:
    """Return all matches that were read."""
    return [match for results in reading.results for match in results.matches]


def unread(reading: ResultsReading) -> list[tuple[int | None, str]]:
    """Return the lines that were kept unread."""
    return [(line.origin.line, line.text) for results in reading.results for line in results.unread]


def said(problems: Iterable[Problem], *, notes: bool = False) -> list[str]:
    """Return what is said, notes only where they are asked for."""
    return [problem.line() for problem in problems if notes or problem.severity is not Severity.NOTE]

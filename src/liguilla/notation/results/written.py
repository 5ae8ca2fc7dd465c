"""Text that was written, held to what it was written from: it is read again, and has to say the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Final

from liguilla.errors import FactsError, Problem
from liguilla.notation.results.records import Results, ResultsReading
from liguilla.words import phrase

__all__ = ["MATCH_FIELDS", "held_to"]

MATCH_FIELDS: Final = (
    *("home", "away", "headings", "date", "kickoff", "status", "score", "half_time", "extra_time", "kicks"),
    *("awarded", "annulled"),
)
"""What every notation of results can say of a match."""


def held_to(
    results: Results, text: str, read: Callable[[str, str], ResultsReading], fields: Sequence[str], file: str = ""
) -> str:
    """Return a text if its matches are read as those it was written from.

    Parameters
    ----------
    results
        What was written.
    text
        The text.
    read
        The reader of its notation.
    fields
        What the notation has a place for.
    file
        The name of the file, where that says something.

    Raises
    ------
    FactsError
        If a match would be read otherwise; with each of them.
    """
    again = [match for each in read(text, file).results for match in each.matches]
    problems: list[Problem] = []
    for match, other in zip_longest(results.matches, again):
        if match is None:
            break
        wrong = [name for name in fields if other is None or getattr(match, name) != getattr(other, name)]
        if wrong:
            where = phrase("results.in_match", home=match.home, away=match.away)
            message = phrase("result_files.cannot_be_written", fields=tuple(wrong))
            problems.append(Problem(message, origin=match.origin, where=where))
    if problems:
        raise FactsError(problems)
    return text

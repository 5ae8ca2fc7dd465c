"""Texts of Football.TXT in tests: read as one season, with what is said about them."""

from dataclasses import replace

from liguilla.errors import Origin
from liguilla.notation.results import RecordedMatch, Results
from liguilla.notation.results.football_txt import read

TITLE = "= Cup 2018/19\n\n"
NOWHERE = Origin("")


def season(text: str) -> Results:
    (results,) = read(text, "cup.txt").results
    return results


def match(line: str) -> RecordedMatch:
    (only,) = season(TITLE + line).matches
    return only


def said(text: str) -> list[str]:
    return [problem.line() for problem in read(text, "cup.txt").problems]


def anywhere(results: Results) -> Results:
    """Return results without the lines that they stand in."""
    return replace(
        results,
        files=(),
        matches=tuple(replace(each, origin=NOWHERE) for each in results.matches),
        byes=tuple(replace(each, origin=NOWHERE) for each in results.byes),
        unread=(),
    )

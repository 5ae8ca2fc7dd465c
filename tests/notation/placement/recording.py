"""Results as a file has them, written in words: ``# Heading, heading`` above, matches as in `tests.playing` below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from textwrap import dedent

from liguilla.errors import Origin
from liguilla.notation.results import RecordedMatch, Results
from tests.playing import matches


def recorded(text: str, groups: Mapping[str, str] | None = None, **about: str) -> Results:
    """Return what a file says; `groups` are those that it lists, with their teams' names between commas."""
    found: list[RecordedMatch] = []
    headings: tuple[str, ...] = ()
    for number, line in enumerate(dedent(text).strip().splitlines(), 1):
        if line.startswith("#"):
            headings = tuple(part.strip() for part in line.strip("# ").split(",") if part.strip())
        elif line.strip():
            found.append(_match(line, number, headings))
    listed = {label: tuple(map(str.strip, teams.split(","))) for label, teams in (groups or {}).items()}
    return Results(("results.txt",), tuple(found), groups=listed, **about)


def _match(line: str, number: int, headings: tuple[str, ...]) -> RecordedMatch:
    (match,) = matches("any", re.sub(r"\s+", " ", line))
    names = ("home", "away", "date", "status", "score", "extra_time", "kicks", "kicks_won_by")
    said = {name: getattr(match, name) for name in names}
    return replace(RecordedMatch(Origin("results.txt", number), **said), headings=headings)

"""How many rounds a tournament has: a format says how many are usual, a report how many it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liguilla.errors import Origin, Problem, Severity
from liguilla.formats import Format, League
from liguilla.notation.results.records import Results
from liguilla.words import phrase

__all__ = ["with_rounds_of"]


def with_rounds_of(results: Results, format_: Format) -> tuple[Format, tuple[Problem, ...]]:
    """Return a format with as many paired rounds as results say there are, and a note if these are others."""
    told = results.about.get("rounds", "")
    rounds = int(told) if told.isascii() and told.isdecimal() and len(told) < 4 else 0
    differ = [stage for stage in _paired(format_) if stage.fixtures and stage.fixtures.rounds != rounds]
    if not rounds or not differ:
        return format_, ()
    stages = {
        stage.id: replace(stage, fixtures=replace(stage.fixtures, rounds=rounds)) for stage in differ if stage.fixtures
    }
    message = phrase("placing.other_rounds", told=rounds, usual=differ[0].fixtures and differ[0].fixtures.rounds)
    note = Problem(message, Severity.NOTE, Origin(results.files[0]) if results.files else None)
    return replace(format_, stages={**format_.stages, **stages}), (note,)


def _paired(format_: Format) -> Iterator[League]:
    for stage in format_.stages.values():
        if isinstance(stage, League) and stage.fixtures is not None and stage.fixtures.by != "list":
            yield stage

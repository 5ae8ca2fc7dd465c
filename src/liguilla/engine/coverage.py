"""What the language can say and the engine can't play yet: refused by name, never played wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.errors import Origin, Problem
from liguilla.formats import AsNeeded, BestOf, Format, Knockout, League, Replay, Round, Series
from liguilla.words import phrase

__all__ = ["not_played"]


def not_played(format_: Format) -> tuple[Problem, ...]:
    """Return a problem for everything in a format, or in the tournaments inside it, that can't be played yet."""
    found = [problem for inner in format_.tournaments.values() for problem in not_played(inner)]
    for stage in format_.stages.values():
        for key in _keys(stage):
            message = phrase("engine.not_played_yet", key=key)
            found.append(Problem(message, origin=Origin(format_.id), where=phrase("engine.in_stage", stage=stage.id)))
    return tuple(dict.fromkeys(found))


def _keys(stage: object) -> Iterator[str]:
    if isinstance(stage, League):
        if stage.bonus:
            yield "bonus"
        if stage.fixtures is not None and stage.fixtures.by != "list":
            yield f"fixtures: {{by: {stage.fixtures.by}}}"
    if isinstance(stage, Knockout):
        if stage.lives == 2:
            yield "lives: 2"
        rounds: tuple[Round, ...] = () if isinstance(stage.rounds, AsNeeded) else stage.rounds
        series = [round_.series for round_ in rounds] + [tie.series for round_ in rounds for tie in round_.ties]
        if isinstance(stage.rounds, AsNeeded):
            series.append(stage.rounds.series)
        for each in series:
            yield from _of_series(each)
        for round_ in rounds:
            if round_.together:
                yield "together"


def _of_series(series: Series) -> Iterator[str]:
    if isinstance(series.legs, BestOf):
        yield "legs: {best_of: ...}"
    if any(isinstance(step, Replay) for step in series.ladder.steps):
        yield "decide_by: {replay: ...}"

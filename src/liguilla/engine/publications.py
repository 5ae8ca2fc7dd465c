"""What others published, held against what is derived."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.engine.naming import named, round_name
from liguilla.engine.places import Decided
from liguilla.engine.results import RankedResult, Row
from liguilla.engine.scorers import Scorer, scorers
from liguilla.engine.state import State
from liguilla.errors import Problem, Severity
from liguilla.facts import PublishedRow, PublishedScorer
from liguilla.words import phrase

__all__ = ["compared"]


def compared(state: State) -> Iterator[Problem]:
    """Give the differences between published tables, scorers and outcomes and the derived ones."""
    yield from _tables(state)
    yield from _scorers(state)
    yield from _outcomes(state)


def _tables(state: State) -> Iterator[Problem]:
    for table in state.facts.published_tables:
        result = state.stages.get(table.stage)
        if not isinstance(result, RankedResult):
            yield Problem(phrase("fit.published_stage", stage=table.stage), origin=table.origin)
            continue
        if not all(standing.complete for standing in result.standings):
            continue  # what was published is the final table
        rows = {row.team: row for standing in result.standings for row in standing.rows}
        for published in table.rows:
            derived = rows.get(published.team)
            if derived is None:
                message = phrase("fit.published_team", team=published.team, stage=named(result.stage))
                yield Problem(message, Severity.WARNING, published.origin)
                continue
            for column, theirs, ours in _differences(published, derived):
                name = phrase(f"fit.{column}")
                message = phrase("fit.published_differs", team=published.team, column=name, theirs=theirs, ours=ours)
                yield Problem(message, Severity.WARNING, published.origin)


def _differences(published: PublishedRow, row: Row) -> Iterator[tuple[str, object, object]]:
    for column, theirs, ours in (
        ("position", published.position, row.position),
        ("played", published.played, row.figure("played")),
        ("won", published.won, row.figure("won")),
        ("drawn", published.drawn, row.figure("drawn")),
        ("lost", published.lost, row.figure("lost")),
        ("goals_for", published.goals_for, row.figure("goals_for")),
        ("goals_against", published.goals_against, row.figure("goals_against")),
        ("goal_difference", published.goal_difference, row.figure("goal_difference")),
        ("points", published.points, row.points),
    ):
        if theirs is not None and ours is not None and theirs != ours:
            yield column, theirs, ours


def _scorers(state: State) -> Iterator[Problem]:
    derived = {(row.person, row.team): row for row in scorers(state)} if state.facts.published_scorers else {}
    for list_ in state.facts.published_scorers:
        for published in list_.rows:
            row = derived.get((published.person, published.team))
            if row is None:
                message = phrase("fit.published_scorer", person=published.person, team=published.team)
                yield Problem(message, Severity.WARNING, published.origin)
                continue
            for column, theirs, ours, severity in _scorer_differences(published, row):
                name = phrase(f"fit.{column}")
                message = phrase("fit.published_differs", team=published.person, column=name, theirs=theirs, ours=ours)
                yield Problem(message, severity, published.origin)


def _scorer_differences(published: PublishedScorer, row: Scorer) -> Iterator[tuple[str, object, object, Severity]]:
    if published.goals != row.goals:
        yield "goals", published.goals, row.goals, Severity.WARNING
    often = row.minutes_per_goal
    if (
        published.minutes_per_goal is not None
        and often is not None
        and published.minutes_per_goal != f"{float(often):.2f}"
    ):
        yield "minutes_per_goal", published.minutes_per_goal, f"{float(often):.2f}", Severity.WARNING
    if published.rank is not None and published.rank != row.rank:
        # Lists differ in how they number level rows; that contradicts nothing.
        yield "rank", published.rank, row.rank if row.rank is not None else "-", Severity.NOTE


def _outcomes(state: State) -> Iterator[Problem]:
    for published in state.facts.published_outcomes:
        outcome = state.outcomes.get(published.outcome)
        name = round_name(published.outcome)
        if outcome is None:
            message = phrase("fit.published_outcome", outcome=published.outcome)
            yield Problem(message, Severity.NOTE, published.origin)
            continue
        teams = [place.team for place in outcome.places if isinstance(place, Decided)]
        if published.team in teams:
            continue
        if len(teams) < len(outcome.places):
            message = phrase("fit.published_open", outcome=name, team=published.team)
            yield Problem(message, Severity.NOTE, published.origin)
        else:
            message = phrase("fit.published_other", outcome=name, team=published.team, ours=tuple(teams))
            yield Problem(message, Severity.WARNING, published.origin)

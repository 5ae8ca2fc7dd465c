"""Competitions in a document: everything at once, or the tables, knock-outs, scorers or matches alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from liguilla.engine import KnockoutResult, OutcomeResult, RankedResult, State, scorers
from liguilla.errors import Problem
from liguilla.publish.documents.matches import byes_document, fixture_document
from liguilla.publish.documents.places import Document, open_places, team_of
from liguilla.publish.documents.problems import problem_document
from liguilla.publish.documents.stages import stage_document
from liguilla.publish.figures import two_decimals
from liguilla.publish.fixtures import schedule
from liguilla.publish.labels import competition_title
from liguilla.publish.set_aside import SetAside
from liguilla.words import Text, say

__all__ = ["bracket_document", "play_document", "schedule_document", "scorers_document", "table_document"]


def play_document(
    state: State, language: str = "en", *, set_aside: Iterable[SetAside] = (), problems: Iterable[Problem] = ()
) -> Document:
    """Return everything that follows from the facts of a competition.

    Parameters
    ----------
    set_aside
        Recorded matches that don't fit a changed world.
    problems
        What is wrong with the facts or the rules.

    Returns
    -------
    dict
        What ``json.dumps`` takes; ``docs/json.md`` says what each key holds.
    """
    return {
        **_competition(state, language),
        "problems": [problem_document(problem, language) for problem in problems],
        "set_aside": [_set_aside(each, language) for each in set_aside],
    }


def table_document(state: State, language: str = "en") -> Document:
    """Return the leagues and tables of a competition."""

    def tables(inner: State) -> Document:
        found = [result for result in inner.stages.values() if isinstance(result, RankedResult)]
        return {"stages": [stage_document(result, language) for result in found]}

    return _headed(state, language, tables)


def bracket_document(state: State, language: str = "en") -> Document:
    """Return the knock-outs of a competition."""

    def knockouts(inner: State) -> Document:
        found = [result for result in inner.stages.values() if isinstance(result, KnockoutResult)]
        return {"stages": [stage_document(result, language) for result in found]}

    return _headed(state, language, knockouts)


def schedule_document(state: State, language: str = "en") -> Document:
    """Return the matches of a competition in the order of play, legs and pairs without a match yet, and byes."""

    def matches(inner: State) -> Document:
        lists = schedule(inner)
        return {
            "matches": [fixture_document(list_, fixture, language) for list_ in lists for fixture in list_.fixtures],
            "byes": [bye for list_ in lists for bye in byes_document(list_)],
        }

    return _headed(state, language, matches)


def scorers_document(state: State, language: str = "en") -> Document:
    """Return the scorers of a competition; the language changes nothing in it."""
    document: Document = {
        "scorers": [
            {
                "rank": row.rank,
                "player": row.person,
                "nationality": row.nationality,
                "team": row.team,
                "goals": row.goals,
                "minutes": row.minutes,
                "minutes_per_goal": None if row.minutes_per_goal is None else float(two_decimals(row.minutes_per_goal)),
            }
            for row in scorers(state)
        ]
    }
    if state.tournaments:
        document["tournaments"] = {name: scorers_document(inner, language) for name, inner in state.tournaments.items()}
    return document


def _head(state: State, language: str) -> Document:
    return {
        "competition": competition_title(state, language),
        "season": state.facts.competition.season,
        "format": state.format.id,
        "as_of": None if state.as_of is None else state.as_of.isoformat(),
    }


def _headed(state: State, language: str, content: Callable[[State], Document]) -> Document:
    """Return the head of a competition and some of its content, and the same of the tournaments inside it."""
    document = {**_head(state, language), **content(state)}
    if state.tournaments:
        document["tournaments"] = {name: _headed(inner, language, content) for name, inner in state.tournaments.items()}
    return document


def _competition(state: State, language: str) -> Document:
    document = {
        **_head(state, language),
        "stages": [stage_document(result, language) for result in state.stages.values()],
        "outcomes": {outcome.id: _teams(outcome) for outcome in state.outcomes.values()},
        "because": {outcome.id: _because(outcome, language) for outcome in state.outcomes.values()},
        **open_places(state, language),
    }
    if state.tournaments:
        document["tournaments"] = {name: _competition(inner, language) for name, inner in state.tournaments.items()}
    return document


def _teams(outcome: OutcomeResult) -> str | list[str | None] | None:
    """Return the team of an outcome of one place, or the teams of one of several."""
    teams = [team_of(place) for place in outcome.places]
    return teams[0] if outcome.single else teams


def _because(outcome: OutcomeResult, language: str) -> str | list[str | None] | None:
    def said(because: Text | None) -> str | None:
        return None if because is None else say(because, language)

    reasons = [said(because) for because in outcome.because]
    return reasons[0] if outcome.single else reasons


def _set_aside(each: SetAside, language: str) -> Document:
    match = each.misfit.match
    return {"where": each.id, "text": say(each.misfit.why, language), "home": match.home, "away": match.away}

"""Whether the facts fit the rules: what was entered, played and decided that the rules don't ask for.

What contradicts the rules never decides anything: it is reported, and the state stands as the rules have it.
"""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.engine.criteria import number
from liguilla.engine.fit_decisions import fit_of_decisions
from liguilla.engine.fit_draws import fit_of_draws
from liguilla.engine.fit_leagues import fit_of_leagues, fit_of_places, fit_of_seasons
from liguilla.engine.fit_ties import fit_of_ties, misfits, of_match
from liguilla.engine.naming import round_name
from liguilla.engine.places import Decided
from liguilla.engine.publications import compared
from liguilla.engine.state import State
from liguilla.errors import Problem, Severity
from liguilla.facts import Host, Team, TeamFact, TieAward
from liguilla.formats import Knockout, League
from liguilla.words import Listing, phrase

__all__ = ["misfits", "problems"]


def problems(state: State) -> tuple[Problem, ...]:
    """Return everything in the facts that contradicts the rules or what others published, tournaments included."""
    found = [problem for inner in state.tournaments.values() for problem in problems(inner)]
    of_stages = (fit_of_leagues, fit_of_ties, fit_of_draws, fit_of_decisions, fit_of_places, fit_of_seasons)
    for check in (_entry, _team_facts, _stages_named, *of_stages, _conflicts, compared):
        found += check(state)
    return tuple(found)


def _entry(state: State) -> Iterator[Problem]:
    """Compare the number of teams with the one the format asks for."""
    entry, entered = state.format.entry, len(state.derivation.teams())
    origin = state.facts.competition.origin
    if entry.at_least is not None and entered < entry.at_least:
        yield Problem(phrase("fit.too_few_teams", n=entered, asked=entry.at_least), origin=origin)
    elif entry.at_most is not None and entered > entry.at_most:
        yield Problem(phrase("fit.too_many_teams", n=entered, asked=entry.at_most), origin=origin)


def _team_facts(state: State) -> Iterator[Problem]:
    """Check what is known of the teams against what the format wants to know; a fact missing of many is one note."""
    told = {(each.team, each.fact) for each in state.facts.decisions if isinstance(each, TeamFact)}
    for fact, known in state.format.entry.know.items():
        unknown: list[Team] = []
        for team in state.facts.teams:
            value = team.facts.get(fact)
            if value is None:
                unknown += [] if (team.name, fact) in told else [team]
            elif known.kind == "word" and known.values is not None and value not in known.values:
                values = Listing(known.values, "or")
                yield Problem(phrase("fit.no_such_value", fact=fact, value=value, values=values), origin=team.origin)
            elif known.kind != "word" and number(value) is None:
                yield Problem(phrase("fit.no_number", fact=fact, value=value), origin=team.origin)
        if unknown:
            message = phrase("fit.fact_not_known", fact=fact, team=unknown[0].name, n=len(unknown))
            yield Problem(message, Severity.NOTE, unknown[0].origin)


def _stages_named(state: State) -> Iterator[Problem]:
    """Check that matches and decisions name stages and rounds of the format."""
    stages = tuple(state.format.stages)
    for match in state.facts.matches:
        stage = state.format.stages.get(match.stage)
        if stage is None:
            message = phrase("fit.unknown_stage", stage=match.stage, stages=stages)
            yield of_match(match, message)
        elif isinstance(stage, Knockout):
            rounds = _round_ids(state, stage.id)
            if match.round is None:
                yield of_match(match, phrase("fit.no_round", stage=stage.id, rounds=rounds))
            elif match.round not in rounds:
                message = phrase("fit.unknown_round", round=match.round, stage=stage.id, rounds=rounds)
                yield of_match(match, message)
        elif not isinstance(stage, League):
            yield of_match(match, phrase("fit.no_matches", stage=stage.id))
        elif match.round is not None:
            message = phrase("fit.round_of_league", stage=stage.id, round=match.round)
            yield of_match(match, message)
    for decision in state.facts.decisions:
        stage_id = getattr(decision, "stage", None)
        round_id = getattr(decision, "round", None)
        if stage_id is not None and stage_id not in stages:
            yield Problem(phrase("fit.unknown_stage", stage=stage_id, stages=stages), origin=decision.origin)
        elif round_id is not None and stage_id is not None:
            rounds = _round_ids(state, stage_id)
            if round_id not in rounds:
                message = phrase("fit.unknown_round", round=round_id, stage=stage_id, rounds=rounds)
                yield Problem(message, origin=decision.origin)
        if isinstance(decision, TieAward | Host):
            named_team = decision.winner if isinstance(decision, TieAward) else decision.team
            if named_team not in decision.teams:
                message = phrase("fit.not_in_tie", team=named_team, teams=Listing(decision.teams))
                yield Problem(message, origin=decision.origin)


def _round_ids(state: State, stage: str) -> tuple[str, ...]:
    if not isinstance(state.format.stages[stage], Knockout):
        return ()
    return tuple(dict.fromkeys(round_.round.id for round_ in state.knockout(stage).rounds))


def _conflicts(state: State) -> Iterator[Problem]:
    """Report teams that hold outcomes that can't both be held; nothing is resolved by it."""
    for outcomes in state.format.never_both:
        held = [
            {place.team for place in state.outcomes[name].places if isinstance(place, Decided)} for name in outcomes
        ]
        both = set.intersection(*held)
        for team in (team for team in state.derivation.teams() if team in both):
            names = Listing(tuple(round_name(name) for name in outcomes))
            origin = state.facts.competition.origin
            yield Problem(phrase("fit.never_both", team=team, outcomes=names), Severity.WARNING, origin)

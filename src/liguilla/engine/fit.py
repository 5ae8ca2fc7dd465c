"""Whether the facts fit the rules: what was entered, played and decided that the rules don't ask for.

What contradicts the rules never decides anything: it is reported, and the state stands as the rules have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from liguilla.engine.criteria import number
from liguilla.engine.fit_ties import fit_of_ties, misfits, of_match
from liguilla.engine.inputs import counted
from liguilla.engine.naming import named, round_name
from liguilla.engine.places import Decided
from liguilla.engine.publications import compared
from liguilla.engine.results import RankedResult
from liguilla.engine.state import State
from liguilla.engine.tables import members
from liguilla.errors import Problem, Severity
from liguilla.facts import Exclusion, Host, Match, TieAward, WindowStart, Withdrawal
from liguilla.formats import EXTRA_TIME, KicksBetween, Knockout, League
from liguilla.words import Listing, Phrase, phrase

__all__ = ["misfits", "problems"]


def problems(state: State) -> tuple[Problem, ...]:
    """Return everything in the facts that contradicts the rules or what others published, tournaments included."""
    found = [problem for inner in state.tournaments.values() for problem in problems(inner)]
    for check in (_entry, _team_facts, _stages_named, _not_applied, _leagues, fit_of_ties, _conflicts, compared):
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
    """Check what is known of the teams against what the format wants to know."""
    for team in state.facts.teams:
        for fact, known in state.format.entry.know.items():
            value = team.facts.get(fact)
            if value is None:
                message = phrase("fit.fact_not_known", fact=fact, team=team.name)
                yield Problem(message, Severity.NOTE, team.origin)
            elif known.kind == "word" and known.values is not None and value not in known.values:
                values = Listing(known.values, "or")
                yield Problem(phrase("fit.no_such_value", fact=fact, value=value, values=values), origin=team.origin)
            elif known.kind != "word" and number(value) is None:
                yield Problem(phrase("fit.no_number", fact=fact, value=value), origin=team.origin)


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


def _not_applied(state: State) -> Iterator[Problem]:
    """Report decisions that are read but change nothing yet: what follows may not be what was decided."""
    for decision in state.facts.decisions:
        if isinstance(decision, Withdrawal | Exclusion | WindowStart):
            kind = phrase(f"fit.{type(decision).__name__.lower()}")
            yield Problem(phrase("fit.not_applied_yet", decision=kind, team=decision.team), origin=decision.origin)


# ---------------------------------------------------------------------------------------------------- leagues


def _leagues(state: State) -> Iterator[Problem]:
    recorded = counted(state.facts)
    for result in state.stages.values():
        if isinstance(result, RankedResult) and isinstance(result.stage, League):
            matches = [match for match in recorded if match.stage == result.stage.id]
            yield from _league(state, result, result.stage, matches)


def _league(state: State, result: RankedResult, stage: League, matches: list[Match]) -> Iterator[Problem]:
    if result.void is not None:
        for match in matches:
            message = phrase("fit.void_stage", stage=named(stage), why=result.void)
            yield of_match(match, message)
        return
    found = state.derivation.ask(members, stage.id)
    if isinstance(found, Phrase):
        return
    groups = {team: label for label, teams in found for team in teams}
    for match in matches:
        strangers = tuple(team for team in match.teams if team not in groups)
        if strangers:
            message = phrase("fit.not_in_stage", team=Listing(strangers), stage=named(stage))
            yield of_match(match, message)
    yield from _extended(stage, matches)
    if stage.meetings is not None:
        yield from _meetings(stage, stage.meetings, matches, groups)
    elif stage.fixtures is not None:
        yield from _numbers(state, stage, matches, groups)


def _extended(stage: League, matches: list[Match]) -> Iterator[Problem]:
    """Give matches with extra time or kicks in a league whose matches have none."""
    by_kicks = any(isinstance(step, KicksBetween) for step in stage.ranking.steps)
    for match in matches:
        if match.extra_time is not None and not EXTRA_TIME & set(stage.each_match):
            yield of_match(match, phrase("fit.no_extra_time", stage=named(stage)))
        if match.has_kicks and "shoot_out" not in stage.each_match and not by_kicks:
            yield of_match(match, phrase("fit.no_kicks", stage=named(stage)))


def _meetings(
    stage: League, meetings: int, matches: list[Match], groups: Mapping[str, str | None]
) -> Iterator[Problem]:
    met: Counter[frozenset[str]] = Counter()
    for match in matches:
        pair = frozenset(match.teams)
        if not pair <= groups.keys():
            continue
        teams = Listing(match.teams)
        if groups[match.home] != groups[match.away]:
            message = phrase("fit.different_groups", teams=teams, stage=named(stage))
            yield of_match(match, message)
            continue
        met[pair] += 1
        if met[pair] > meetings:
            message = phrase("fit.met_too_often", teams=teams, n=meetings, stage=named(stage))
            yield of_match(match, message)


def _numbers(state: State, stage: League, matches: list[Match], groups: Mapping[str, str | None]) -> Iterator[Problem]:
    assert stage.fixtures is not None
    all_matches = Counter(team for match in matches for team in match.teams)
    at_home = Counter(match.home for match in matches)
    for team in groups:
        for asked, listed, code in (
            (stage.fixtures.matches, all_matches[team], "fit.too_many_matches"),
            (stage.fixtures.home, at_home[team], "fit.too_many_home_matches"),
        ):
            if asked is not None and listed > asked:
                message = phrase(code, team=team, n=listed, asked=asked, stage=named(stage))
                yield Problem(message, Severity.WARNING, state.facts.competition.origin)


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

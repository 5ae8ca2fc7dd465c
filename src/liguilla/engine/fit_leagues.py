"""Whether matches of leagues fit them, and whether decisions about leagues and tables find what they decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from liguilla.engine.counting import left_to_play
from liguilla.engine.earlier_seasons import earlier_matches
from liguilla.engine.fit_rounds import fit_of_byes, fit_of_rounds
from liguilla.engine.fit_ties import of_match
from liguilla.engine.inputs import counted
from liguilla.engine.league_matches import league_matches, withdrawals
from liguilla.engine.members import members
from liguilla.engine.naming import named
from liguilla.engine.results import RankedResult
from liguilla.engine.rulings import LeagueMatches, is_settled
from liguilla.engine.sheets import has_result
from liguilla.engine.state import State
from liguilla.errors import Problem, Severity
from liguilla.facts import (
    Award,
    Closing,
    Deduction,
    Exclusion,
    Match,
    SeasonTotal,
    Status,
    WindowStart,
    Withdrawal,
    WithdrawalRule,
    plain_name,
)
from liguilla.formats import EXTRA_TIME, KicksBetween, Knockout, League, Stage, Table
from liguilla.words import Listing, Phrase, phrase

__all__ = ["fit_of_leagues", "fit_of_places", "fit_of_seasons"]


def fit_of_leagues(state: State) -> Iterator[Problem]:
    """Give what is wrong with the matches of leagues."""
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
    yield from _endings(state, stage, matches)
    yield from fit_of_byes(state, stage, tuple(groups), matches)
    yield from fit_of_rounds(state, stage, matches)
    if stage.meetings is not None:
        yield from _meetings(state, stage, matches, groups)
    elif stage.fixtures is not None:
        yield from _numbers(state, stage, matches, groups)


def _endings(state: State, stage: League, matches: list[Match]) -> Iterator[Problem]:
    """Give matches that ended as the rules of the league have none end, or of which it isn't known how they did."""
    by_kicks = any(isinstance(step, KicksBetween) for step in stage.ranking.steps)
    as_counted = {match.id: match for match in state.derivation.ask(league_matches, stage.id).counted}
    for match in matches:
        if match.extra_time is not None and not EXTRA_TIME & set(stage.each_match):
            yield of_match(match, phrase("fit.no_extra_time", stage=named(stage)))
        if match.has_kicks and "shoot_out" not in stage.each_match and not by_kicks:
            yield of_match(match, phrase("fit.no_kicks", stage=named(stage)))
        counts_as = as_counted.get(match.id)
        if counts_as is None:
            continue
        if is_settled(counts_as) and not has_result(counts_as, stage.each_match):
            yield of_match(match, phrase("fit.league_kicks_missing", stage=named(stage)))
        elif counts_as.status is Status.ABANDONED:
            yield of_match(match, phrase("fit.abandoned"), Severity.NOTE)


def _meetings(state: State, stage: League, matches: list[Match], groups: Mapping[str, str | None]) -> Iterator[Problem]:
    found: LeagueMatches = state.derivation.ask(league_matches, stage.id)
    surplus = {match.id for match in found.surplus if match.status is not Status.ABANDONED}
    for match in matches:
        teams = Listing(match.teams)
        if not groups.keys() >= set(match.teams):
            continue
        if groups[match.home] != groups[match.away]:
            yield of_match(match, phrase("fit.different_groups", teams=teams, stage=named(stage)))
        elif match.id in surplus:
            yield of_match(match, phrase("fit.met_too_often", teams=teams, n=stage.meetings, stage=named(stage)))


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


# ---------------------------------------------------------------------------------- decisions about whole stages

_OF_RANKED: Final = (Closing, Deduction, Exclusion, WindowStart, Withdrawal)
"""Decisions about a league or table."""

_OF_KNOCKOUTS: Final = (Exclusion, Withdrawal)
"""Those of them that a knock-out knows too: the opponent goes on."""


def fit_of_places(state: State) -> Iterator[Problem]:
    """Give decisions about stages and their places that decide nothing, or leave something open."""
    matches = {match.id: match for match in state.facts.matches}
    positions: dict[tuple[str, int], str] = {}
    for decision in state.facts.decisions:
        if isinstance(decision, Award) and decision.lost_by and decision.match in matches:
            if matches[decision.match].round is not None:
                yield Problem(phrase("fit.tie_lost_by_both", match=decision.match), origin=decision.origin)
            continue
        stage = state.format.stages.get(getattr(decision, "stage", ""))
        if stage is None or not isinstance(decision, _OF_RANKED):
            continue
        if isinstance(stage, Knockout) and isinstance(decision, _OF_KNOCKOUTS):
            continue
        if not isinstance(stage, Table):
            kind = phrase(f"fit.decision_{type(decision).__name__.lower()}")
            yield Problem(phrase("fit.decides_no_places", decision=kind, stage=named(stage)), origin=decision.origin)
        elif not isinstance(decision, Closing):
            yield from _about_a_team(state, stage, decision)
            if isinstance(decision, Exclusion) and decision.position is not None:
                other = positions.setdefault((stage.id, decision.position), decision.team)
                if other != decision.team and _same_group(state, stage, other, decision.team):
                    teams = Listing((other, decision.team))
                    message = phrase("fit.same_position", teams=teams, n=decision.position, stage=named(stage))
                    yield Problem(message, origin=decision.origin)


def _about_a_team(
    state: State, stage: Table, decision: Deduction | Exclusion | WindowStart | Withdrawal
) -> Iterator[Problem]:
    found = state.derivation.ask(members, stage.id)
    if isinstance(found, Phrase):
        return
    group = next((teams for _, teams in found if decision.team in teams), None)
    if group is None:
        message = phrase("fit.not_in_stage", team=decision.team, stage=named(stage))
        yield Problem(message, origin=decision.origin)
    elif isinstance(decision, Exclusion) and (decision.position or 0) > len(group):
        message = phrase("fit.no_such_position", n=decision.position, teams=len(group), stage=named(stage))
        yield Problem(message, origin=decision.origin)
    elif isinstance(decision, WindowStart) and (stage.counted is None or stage.counted.seasons == 1):
        yield Problem(phrase("fit.no_window", stage=named(stage)), origin=decision.origin)
    elif isinstance(decision, Withdrawal) and isinstance(stage, League):
        yield from _withdrawal(state, stage, decision)


def _withdrawal(state: State, stage: League, decision: Withdrawal) -> Iterator[Problem]:
    rule = state.derivation.ask(withdrawals, stage.id).get(decision)
    if rule is None:
        yield Problem(phrase("fit.withdrawal_without_rule", team=decision.team), origin=decision.origin)
    elif rule is WithdrawalRule.AWARD_REST:
        labels = [standing.label for standing in state.ranked(stage.id).standings]
        left = sum(state.derivation.ask(left_to_play, stage.id, label).get(decision.team, 0) for label in labels)
        if left:
            message = phrase("fit.rest_not_listed", team=decision.team, n=left, stage=named(stage))
            yield Problem(message, Severity.WARNING, decision.origin)


def _same_group(state: State, stage: Table, one: str, other: str) -> bool:
    found = state.derivation.ask(members, stage.id)
    return not isinstance(found, Phrase) and any(one in teams and other in teams for _, teams in found)


# ------------------------------------------------------------------------------------------------ earlier seasons


def fit_of_seasons(state: State) -> Iterator[Problem]:
    """Give totals of earlier seasons that no table looks at, and names in these that are nearly those of this one."""
    seen: dict[tuple[str, int, str], SeasonTotal] = {}
    for total in state.facts.season_totals:
        yield from _total(state, total)
        first = seen.setdefault((total.stage, total.seasons_ago, total.team), total)
        if first is not total:
            message = phrase("fit.total_twice", team=total.team, n=total.seasons_ago, origin=first.origin)
            yield Problem(message, origin=total.origin)
    if any(_looks_back(stage) for stage in state.format.stages.values()):
        yield from _nearly_the_same_names(state)


def _looks_back(stage: Stage) -> bool:
    return isinstance(stage, Table) and stage.counted is not None and stage.counted.seasons > 1


def _total(state: State, total: SeasonTotal) -> Iterator[Problem]:
    stage = state.format.stages.get(total.stage)
    if not isinstance(stage, Table):
        tables = tuple(each.id for each in state.format.stages.values() if _looks_back(each))
        yield Problem(phrase("fit.total_of_no_table", stage=total.stage, tables=tables), origin=total.origin)
    elif stage.counted is None or total.seasons_ago >= stage.counted.seasons:
        seasons = stage.counted.seasons if stage.counted is not None else 1
        message = phrase("fit.total_too_old", n=seasons, stage=named(stage))
        yield Problem(message, Severity.WARNING, total.origin)
    elif state.derivation.ask(earlier_matches, stage.id, total.seasons_ago):
        yield Problem(phrase("fit.total_beside_matches", team=total.team), Severity.WARNING, total.origin)


def _nearly_the_same_names(state: State) -> Iterator[Problem]:
    """Give teams of earlier seasons whose names differ in accents or capitals only: to the rules they are others."""
    names = state.facts.names_of_teams()
    plain = {plain_name(name): team for name, team in names.items()}
    earlier: dict[str, None] = {}
    for facts in state.facts.seasons_before:
        for inner in (facts, *facts.tournaments.values()):
            earlier.update((team, None) for match in inner.matches for team in match.teams)
    for name in earlier:
        if name not in names and plain_name(name) in plain:
            message = phrase("fit.nearly_the_same_team", name=name, team=plain[plain_name(name)])
            yield Problem(message, Severity.WARNING, state.facts.competition.lines.get("previous"))

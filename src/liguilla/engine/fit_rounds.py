"""Whether the rounds of a league fit: one match or bye for each team and round, and no more rounds than there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from liguilla.engine.byes import byes, has_rounds, paired_rounds, stops
from liguilla.engine.fit_ties import of_match
from liguilla.engine.naming import named
from liguilla.engine.rulings import RuledMatch
from liguilla.engine.sheets import ByeRound
from liguilla.engine.state import State
from liguilla.errors import Problem
from liguilla.facts import Bye, Match
from liguilla.formats import League
from liguilla.words import Listing, phrase

__all__ = ["fit_of_byes", "fit_of_rounds"]


def fit_of_byes(state: State, stage: League, teams: Sequence[str], matches: Sequence[Match]) -> Iterator[Problem]:
    """Check the byes of a league: of a team that is in it, once in a round, and not beside a match."""
    playing = {(team, match.matchday) for match in matches for team in match.teams}
    seen: set[tuple[str, int]] = set()
    for bye in state.facts.decisions:
        if not isinstance(bye, Bye) or bye.stage != stage.id:
            continue
        if bye.team not in teams:
            message = phrase("fit.not_in_stage", team=bye.team, stage=named(stage))
            yield Problem(message, origin=bye.origin)
        if bye.matchday is None:
            if has_rounds(stage):
                yield Problem(phrase("fit.bye_without_round", team=bye.team, stage=named(stage)), origin=bye.origin)
            continue
        if (bye.team, bye.matchday) in playing:
            yield Problem(phrase("fit.bye_and_match", team=bye.team, n=bye.matchday), origin=bye.origin)
        elif (bye.team, bye.matchday) in seen:
            yield Problem(phrase("fit.two_byes", team=bye.team, n=bye.matchday), origin=bye.origin)
        seen.add((bye.team, bye.matchday))


def fit_of_rounds(state: State, stage: League, matches: Sequence[Match]) -> Iterator[Problem]:
    """Check the matches of a league of so many rounds, wins or losses."""
    if not has_rounds(stage):
        return
    assert stage.fixtures is not None
    rounds = stage.fixtures.rounds
    in_order = sorted(matches, key=lambda match: match.matchday or 0)
    rests: Mapping[str, tuple[ByeRound, ...]] = state.derivation.ask(byes, stage.id)
    ruled = {match.id: match for match in state.derivation.entry("stage", stage.id)}
    met: dict[frozenset[str], Match] = {}
    played: dict[str, list[Match]] = {}
    number: Counter[tuple[str, int]] = Counter()
    for match in in_order:
        if match.matchday is None:
            yield of_match(match, phrase("fit.no_round_of_league", stage=named(stage)))
            continue
        if rounds is not None and match.matchday > rounds:
            yield of_match(match, phrase("fit.one_round_too_many", n=rounds, stage=named(stage)))
        number.update((team, match.matchday) for team in match.teams)
        twice = tuple(team for team in match.teams if number[team, match.matchday] == 2)
        if twice:
            yield of_match(match, phrase("fit.twice_in_a_round", team=Listing(twice), n=match.matchday))
        for team in match.teams:
            if stops(stage, team, played.get(team, []), _byes_before(rests.get(team, ()), match.matchday)):
                yield of_match(match, phrase("fit.has_stopped", team=team, stage=named(stage)))
            played.setdefault(team, []).append(match)
        if paired_rounds(stage) is not None:
            pair = frozenset(match.teams)
            if pair in met:
                message = phrase("fit.met_before", teams=Listing(match.teams), n=met[pair].matchday)
                yield of_match(match, message)
            elif not _is_forfeit(ruled.get(match.id, match)):
                met[pair] = match


def _byes_before(rests: Sequence[ByeRound], matchday: int) -> list[ByeRound]:
    return [rest for rest in rests if rest.matchday is not None and rest.matchday < matchday]


def _is_forfeit(match: Match) -> bool:
    """Return whether a match was never played: the two can still meet."""
    return isinstance(match, RuledMatch) and not match.was_played

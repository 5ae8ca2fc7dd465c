"""The schedule: every match, every leg that is known to come but has no match yet, and pairs that are proposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from liguilla.engine import (
    Decided,
    KnockoutResult,
    Leg,
    ProposedRound,
    RankedResult,
    Ruled,
    State,
    TieResult,
    proposed_rounds,
)
from liguilla.facts import Bye, Match, Status
from liguilla.formats import League, Round, Stage

__all__ = ["Fixture", "FixtureList", "schedule"]


@dataclass(frozen=True, slots=True)
class Fixture:
    """A match of a league, or a leg of a tie.

    Attributes
    ----------
    match
        With the score that counts, where a decision has changed it; None for a leg, or a pair, without a match yet.
    tie, leg
        In a knock-out; None for a match that belongs to no tie.
    ruled
        The match as a decision has it, where there is one.
    needed
        Whether it isn't a match of a series that had been won.
    pair
        Two teams that a pairing provider proposes, home first.
    """

    match: Match | None
    tie: TieResult | None = None
    leg: Leg | None = None
    ruled: Ruled | None = None
    needed: bool = True
    pair: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class FixtureList:
    """The fixtures of a matchday, or of a leg of a round; without either, those that belong to none.

    Attributes
    ----------
    leg, legs
        Of one of the ties: the leg that all fixtures are, and all there are.
    rests
        The team without a match, on a matchday when just one has none, and no bye says so.
    byes
        The teams that have no opponent by decision.
    proposed
        The round that a pairing provider proposes, if the fixtures are its pairs.
    """

    stage: Stage
    fixtures: tuple[Fixture, ...]
    matchday: int | None = None
    round: Round | None = None
    group: str | None = None
    leg: Leg | None = None
    legs: tuple[Leg, ...] = ()
    rests: str | None = None
    byes: tuple[Bye, ...] = ()
    proposed: ProposedRound | None = None


def schedule(state: State) -> tuple[FixtureList, ...]:
    """Return the fixtures of a competition, without those of tournaments inside it, in the order of play."""
    found: list[FixtureList] = []
    for result in state.stages.values():
        if isinstance(result, RankedResult):
            found += _of_league(state, result)
        elif isinstance(result, KnockoutResult):
            found += _of_knockout(state, result)
    return tuple(found)


def _of_league(state: State, result: RankedResult) -> Iterator[FixtureList]:
    matches = [match for match in state.facts.matches if match.stage == result.stage.id and match.round is None]
    teams = {team for match in matches for team in match.teams}
    byes = [each for each in state.facts.decisions if isinstance(each, Bye) and each.stage == result.stage.id]
    days = {match.matchday for match in matches} | {bye.matchday for bye in byes}
    matchdays = sorted(days, key=lambda number: (number is None, number or 0))
    for matchday in matchdays:
        fixtures = [_ruled(state, Fixture(match)) for match in matches if match.matchday == matchday]
        resting = teams - {team for match in matches if match.matchday == matchday for team in match.teams}
        of_day = tuple(bye for bye in byes if bye.matchday == matchday)
        rests = resting.pop() if matchday is not None and len(resting) == 1 and not of_day else None
        ordered = tuple(sorted(fixtures, key=_when))
        yield FixtureList(result.stage, ordered, matchday=matchday, rests=rests, byes=of_day)
    for proposed in proposed_rounds(state, result.stage.id) if isinstance(result.stage, League) else ():
        pairs = tuple(Fixture(None, pair=pair) for pair in proposed.pairs)
        yield FixtureList(result.stage, pairs, proposed.matchday, group=proposed.group, proposed=proposed)


def _of_knockout(state: State, result: KnockoutResult) -> Iterator[FixtureList]:
    of_ties = {match.id for round_ in result.rounds for tie in round_.ties for match in tie.matches}
    for round_ in result.rounds:
        by_number: dict[int, list[tuple[TieResult, Leg]]] = {}
        for tie in round_.ties:
            for leg in tie.legs:
                by_number.setdefault(leg.number, []).append((tie, leg))
        for _, of_leg in sorted(by_number.items()):
            fixtures = [_ruled(state, Fixture(leg.match, tie, leg)) for tie, leg in of_leg]
            tie, leg = of_leg[0]
            ordered = tuple(sorted(fixtures, key=_when))
            yield FixtureList(result.stage, ordered, round=round_.round, group=round_.group, leg=leg, legs=tie.legs)
    for round_id, matches in _of_no_tie(state, result, of_ties).items():
        of_round = next((each.round for each in result.rounds if each.round.id == round_id), None)
        pairs = [set(tie.known) for each in result.rounds if each.round.id == round_id for tie in each.ties if tie.wins]
        fixtures = [_ruled(state, Fixture(m, needed=set(m.teams) not in pairs)) for m in matches]
        others = tuple(sorted(fixtures, key=_when))
        yield FixtureList(result.stage, others, round=of_round)


def _of_no_tie(state: State, result: KnockoutResult, of_ties: set[str]) -> dict[str | None, list[Match]]:
    """Return the matches that belong to no tie, by round.

    Where a round's teams aren't known yet, a match still to be played says no more than the rules do, and is left out.
    """
    open_ = {
        round_.round.id
        for round_ in result.rounds
        for tie in round_.ties
        if not all(isinstance(place, Decided) for place in tie.teams)
    }
    found: dict[str | None, list[Match]] = {}
    for match in state.facts.matches:
        to_come = match.status is Status.SCHEDULED and match.round in open_
        if match.stage == result.stage.id and match.id not in of_ties and not to_come:
            found.setdefault(match.round, []).append(match)
    return found


def _ruled(state: State, fixture: Fixture) -> Fixture:
    """Return the fixture as it counts after what was decided about its match."""
    if fixture.match is None:
        return fixture
    ruled = state.as_ruled(fixture.match)
    return fixture if ruled.by is None else replace(fixture, match=ruled.match or fixture.match, ruled=ruled)


def _when(fixture: Fixture) -> tuple[dt.date, dt.time]:
    date = fixture.match.date if fixture.match is not None else None
    kickoff = fixture.match.kickoff if fixture.match is not None else None
    return date or dt.date.max, kickoff or dt.time.max

"""The schedule: every match, and every leg that is known to come but has no match yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from liguilla.engine import Decided, KnockoutResult, Leg, RankedResult, State, TieResult
from liguilla.facts import Annulment, Award, Match, Score, Status
from liguilla.formats import Round, Stage

__all__ = ["Fixture", "FixtureList", "schedule"]


@dataclass(frozen=True, slots=True)
class Fixture:
    """A match of a league, or a leg of a tie.

    Attributes
    ----------
    match
        With the score that counts, where a decision has changed it; None for a leg without a match yet.
    tie, leg
        In a knock-out; None for a match that belongs to no tie.
    ruled
        Whether a decision awarded or annulled the match.
    """

    match: Match | None
    tie: TieResult | None = None
    leg: Leg | None = None
    ruled: Award | Annulment | None = None


@dataclass(frozen=True, slots=True)
class FixtureList:
    """The fixtures of a matchday, or of a leg of a round; without either, those that belong to none.

    `rests` is the team without a match, on a matchday when just one has none.
    """

    stage: Stage
    fixtures: tuple[Fixture, ...]
    matchday: int | None = None
    round: Round | None = None
    group: str | None = None
    leg: int | None = None
    legs: int | None = None
    rests: str | None = None


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
    matchdays = sorted({match.matchday for match in matches}, key=lambda number: (number is None, number))
    for matchday in matchdays:
        fixtures = [_ruled(state, Fixture(match)) for match in matches if match.matchday == matchday]
        resting = teams - {team for match in matches if match.matchday == matchday for team in match.teams}
        rests = resting.pop() if matchday is not None and len(resting) == 1 else None
        yield FixtureList(result.stage, tuple(sorted(fixtures, key=_when)), matchday=matchday, rests=rests)


def _of_knockout(state: State, result: KnockoutResult) -> Iterator[FixtureList]:
    of_ties = {match.id for round_ in result.rounds for tie in round_.ties for match in tie.matches}
    for round_ in result.rounds:
        legs = max((len(tie.legs) for tie in round_.ties), default=0)
        for number in range(legs):
            fixtures = [Fixture(t.legs[number].match, t, t.legs[number]) for t in round_.ties if number < len(t.legs)]
            ordered = tuple(sorted((_ruled(state, fixture) for fixture in fixtures), key=_when))
            yield FixtureList(result.stage, ordered, round=round_.round, group=round_.group, leg=number + 1, legs=legs)
    for round_id, matches in _of_no_tie(state, result, of_ties).items():
        of_round = next((each.round for each in result.rounds if each.round.id == round_id), None)
        others = tuple(sorted((_ruled(state, Fixture(match)) for match in matches), key=_when))
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
    match = fixture.match
    if match is None:
        return fixture
    rulings = [d for d in state.facts.decisions if isinstance(d, Award | Annulment) and d.match == match.id]
    if not rulings:
        return fixture
    ruling = max(rulings, key=lambda decision: decision.date or dt.date.min)
    if isinstance(ruling, Award):
        score = ruling.score
        if score is None and ruling.winner is not None:
            score = Score(*state.format.awarded_score)
            score = score if ruling.winner == match.home else score.reversed()
        match = replace(match, status=Status.PLAYED, score=score, extra_time=None, kicks=None, kicks_won_by=None)
    return replace(fixture, match=match, ruled=ruling)


def _when(fixture: Fixture) -> tuple[dt.date, dt.time]:
    date = fixture.match.date if fixture.match is not None else None
    kickoff = fixture.match.kickoff if fixture.match is not None else None
    return date or dt.date.max, kickoff or dt.time.max

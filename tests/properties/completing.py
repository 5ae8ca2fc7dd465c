"""Any competition played to its end at random, step by step, as the rules ask for it.

Nothing here knows a format: whatever the state says is open is filled: matches of leagues, legs of ties, extra time and
kicks, draws, pairings and lots. So it shows that the rules can always be played on, and what must never change
meanwhile.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from liguilla.engine import BoxesResult, Decided, KnockoutResult, RankedResult, State, TieResult, Unresolved, play
from liguilla.engine.selectors import team_set
from liguilla.engine.tables import members
from liguilla.facts import (
    Decision,
    DrawnBall,
    Facts,
    Lots,
    Match,
    OutcomeElsewhere,
    Pairing,
    Score,
    Status,
    Team,
)
from liguilla.formats import Draw, Format, League
from liguilla.words import Phrase

__all__ = ["FIRST_DAY", "Known", "completed", "entered"]

FIRST_DAY = dt.date(2020, 1, 1)

Known = Mapping[str, Mapping[str, str]]


def entered(
    format_: Format, number: int | None = None, known: Known | None = None, decisions: tuple[Decision, ...] = ()
) -> Facts:
    """Return facts in which only the teams are known, and of each whatever the format wants to know."""
    number = number or format_.entry.at_least
    for each in format_.tournaments.values():
        number = number or each.entry.at_least
    if known is not None:
        teams = tuple(Team(name, facts=dict(facts)) for name, facts in known.items())
    else:
        teams = tuple(Team(f"T{place:02}") for place in range(1, (number or 8) + 1))
    inner = {name: entered(each, len(teams)) for name, each in format_.tournaments.items()}
    return Facts(teams=teams, decisions=decisions, tournaments=inner)


def completed(format_: Format, facts: Facts, random: Random) -> Iterator[State]:
    """Give the state after each step, until nothing is left that could be filled: one step a day, from `FIRST_DAY`."""
    state = play(format_, facts)
    day = FIRST_DAY
    while True:
        yield state
        changed = _next(state, random, day)
        if changed is None:
            return
        state = play(format_, changed, after=state)
        day += dt.timedelta(days=1)


def _next(state: State, random: Random, day: dt.date) -> Facts | None:
    """Return the facts after something more has happened; None where nothing can."""
    facts = state.facts
    inner = {name: _next(each, random, day) for name, each in state.tournaments.items()}
    if any(each is not None for each in inner.values()):
        return replace(facts, tournaments={name: each or facts.tournaments[name] for name, each in inner.items()})
    for step in (_schedule, _results, _legs, _pairings, _balls, _kicks, _lots, _elsewhere):
        found = step(state, random, day)
        if found is not None:
            return found
    return None


# ------------------------------------------------------------------------------------------------------ leagues


def _schedule(state: State, random: Random, day: dt.date) -> Facts | None:
    scheduled = {match.stage for match in state.facts.matches}
    for id_, stage in state.format.stages.items():
        if not isinstance(stage, League) or id_ in scheduled or state.ranked(id_).void is not None:
            continue
        found = state.derivation.ask(members, id_)
        if isinstance(found, Phrase) or state.ranked(id_).waits is not None:
            continue
        pairs: list[tuple[str, str]] = []
        if stage.meetings is not None:
            for _, teams in found:
                for meeting in range(stage.meetings):
                    pairs += [pair if meeting % 2 else pair[::-1] for pair in combinations(teams, 2)]
        else:
            # Against the next ones in the row, half of them at home: as many matches for everybody.
            number = (stage.fixtures.matches if stage.fixtures else None) or 6
            together = tuple(team for _, group in found for team in group)
            for teams in [together] if number % 2 == 0 and len(found) < 3 else [group for _, group in found]:
                pairs += _round_about(teams, number)
        if pairs:
            new = [
                Match(f"{id_}-{number}", id_, *pair, date=day + dt.timedelta(days=1))
                for number, pair in enumerate(pairs, 1)
            ]
            return replace(state.facts, matches=(*state.facts.matches, *new))
    return None


def _round_about(teams: tuple[str, ...], number: int) -> list[tuple[str, str]]:
    """Pair everybody with so many others; with as many as there are, or with some twice, where these are too few."""
    found: list[tuple[str, str]] = []
    distance = 0
    while number >= 2:
        distance = distance % (len(teams) - 1) + 1
        found += [(team, teams[(place + distance) % len(teams)]) for place, team in enumerate(teams)]
        number -= 2
    if number:
        half = len(teams) // 2
        found += [(teams[place], teams[place + half]) for place in range(half)]
    return found


def _results(state: State, random: Random, day: dt.date) -> Facts | None:
    open_ = [m for m in state.facts.matches if m.status is Status.SCHEDULED and m.round is None]
    if not open_:
        return None
    some = random.sample(open_, random.randint(1, max(len(open_) // 3, 1)))
    return state.facts.with_matches(replace(m, status=Status.PLAYED, score=_score(random), date=day) for m in some)


def _score(random: Random) -> Score:
    return Score(random.choice((0, 0, 1, 1, 1, 2, 2, 3)), random.choice((0, 0, 1, 1, 2)))


# ---------------------------------------------------------------------------------------------------- knock-outs


def _legs(state: State, random: Random, day: dt.date) -> Facts | None:
    ties = [
        (result.stage.id, each.round.id, tie)
        for result, each, tie in state.ties()
        if all(isinstance(team, Decided) for team in tie.teams) and not isinstance(tie.winner, Decided) and tie.legs
    ]
    random.shuffle(ties)
    for stage, round_, tie in ties:
        found = _one_more(stage, round_, tie, random, day)
        if found is not None:
            return state.facts.with_matches([found])
    return None


def _one_more(stage: str, round_: str, tie: TieResult, random: Random, day: dt.date) -> Match | None:
    """Return the next leg; or the last one with the extra time or the kicks that are waited for."""
    one, other = (team.team for team in tie.teams if isinstance(team, Decided))
    for leg in tie.legs:
        if leg.match is None:
            home = leg.home.team if isinstance(leg.home, Decided) else random.choice((one, other))
            away = other if home == one else one
            id_ = f"{tie.id}-{one}-{other}-{leg.number}"
            return Match(id_, stage, home, away, round_, date=day, status=Status.PLAYED, score=_score(random))
    last = tie.legs[-1].match
    if last is None or last.score is None:
        return None
    if isinstance(tie.winner, Unresolved):
        if tie.winner.why.code != "engine.ladder_ends_level" or last.extra_time is None:
            return None
        # Overtime is played until one leads.
        return replace(last, extra_time=Score(last.extra_time.home + 1, last.extra_time.away), date=day)
    if last.extra_time is None and tie.winner.what.code == "engine.waits_extra_time":  # type: ignore[union-attr]
        more = random.choice((Score(0, 0), Score(1, 0), Score(0, 1), Score(1, 1), Score(2, 0)))
        return replace(last, extra_time=Score(last.score.home + more.home, last.score.away + more.away), date=day)
    if last.kicks is None and tie.winner.what.code == "engine.waits_shoot_out":  # type: ignore[union-attr]
        return replace(last, kicks=random.choice((Score(5, 4), Score(2, 3))), date=day)
    return None


def _pairings(state: State, random: Random, day: dt.date) -> Facts | None:
    """Draw a round of which everybody is known and nothing is drawn."""
    for result in state.stages.values():
        if not isinstance(result, KnockoutResult):
            continue
        before: list[str] | None = None
        for each in result.rounds:
            there = before if before is not None else list(result.seeds)
            if len(there) < 2 * len(each.ties) + len(each.byes):
                break
            if (
                each.round.pairing == "drawn"
                and there
                and not any(isinstance(team, Decided) for tie in each.ties for team in tie.teams)
            ):
                random.shuffle(there)
                ties = len(each.ties)
                new = [
                    Pairing(stage=result.stage.id, round=each.round.id, teams=(a, b), order=number, date=day)
                    for number, (a, b) in enumerate(zip(there[: 2 * ties : 2], there[1 : 2 * ties : 2], strict=True), 1)
                ]
                if new:
                    return _decided(state, new)
            on = [tie.winner for tie in each.ties] + list(each.byes)
            if not all(isinstance(place, Decided) for place in on):
                break
            before = [place.team for place in on if isinstance(place, Decided)]
    return None


# ------------------------------------------------------------------------------------------- draws, lots, elsewhere


def _balls(state: State, random: Random, day: dt.date) -> Facts | None:
    for result in state.stages.values():
        if not isinstance(result, BoxesResult) or not isinstance(result.stage, Draw) or result.void is not None:
            continue
        if all(isinstance(place, Decided) for places in result.boxes.values() for place in places):
            continue
        balls = (ball for ball in state.facts.decisions if isinstance(ball, DrawnBall))
        drawn = {ball.team for ball in balls if ball.stage == result.stage.id}
        for pot in result.stage.pots:
            teams = team_set(state.derivation, pot.teams)
            if teams is None or teams & drawn or len(teams) != len(pot.into) or len(teams) == 1:
                continue
            into = list(pot.into)
            random.shuffle(into)
            return _decided(
                state,
                [
                    DrawnBall(stage=result.stage.id, box=box, team=team, order=number, date=day)
                    for number, (box, team) in enumerate(zip(into, sorted(teams), strict=True), 1)
                ],
            )
    return None


def _lots(state: State, random: Random, day: dt.date) -> Facts | None:
    for id_, result in state.stages.items():
        if isinstance(result, RankedResult):
            for place in (place for standing in result.standings for place in standing.places):
                if isinstance(place, Unresolved) and _asks_for_lots(place):
                    teams = sorted(place.among)
                    random.shuffle(teams)
                    return _decided(state, [Lots(stage=id_, teams=tuple(teams), date=day)])
    for result, each, tie in state.ties():
        if isinstance(tie.winner, Unresolved):
            teams = sorted(tie.winner.among)
            random.shuffle(teams)
            lots = Lots(stage=result.stage.id, round=each.round.id, teams=tuple(teams), date=day)
            if lots.teams not in [d.teams for d in state.facts.decisions if isinstance(d, Lots)]:
                return _decided(state, [lots])
    return None


def _asks_for_lots(place: Unresolved) -> bool:
    why = place.why.values.get("why")
    return isinstance(why, Phrase) and why.code == "engine.lots_needed"


def _kicks(state: State, random: Random, day: dt.date) -> Facts | None:
    """Kick after a match of a league where two level teams have to."""
    for result in state.stages.values():
        for standing in result.standings if isinstance(result, RankedResult) else ():
            for place in standing.places:
                why = place.why.values.get("why") if isinstance(place, Unresolved) else None
                if isinstance(why, Phrase) and why.code == "engine.kicks_missing":
                    match = next(m for m in state.facts.matches if m.id == why.values["match"])
                    kicks = random.choice((Score(5, 4), Score(2, 3)))
                    return state.facts.with_matches([replace(match, kicks=kicks, date=day)])
    return None


def _elsewhere(state: State, random: Random, day: dt.date) -> Facts | None:
    known = {(d.competition, d.outcome) for d in state.facts.decisions if isinstance(d, OutcomeElsewhere)}
    for competition, other in state.format.other_competitions.items():
        for outcome in tuple(other.outcomes) if isinstance(other, Format) else other:
            if (competition, outcome) not in known:
                new = OutcomeElsewhere(competition=competition, outcome=outcome, team=f"{competition}", date=day)
                return _decided(state, [new])
    return None


def _decided(state: State, new: Sequence[Decision]) -> Facts:
    return replace(state.facts, decisions=(*state.facts.decisions, *new))

"""Ladders climbed: step by step, until a tie has a winner or something is missing.

Whatever a step needs and the facts don't give is waited for; nothing is inferred from what came after.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from liguilla.engine.places import Decided, Place, Unresolved, Waiting
from liguilla.engine.results import Leg
from liguilla.facts import Match, Status
from liguilla.formats import EXTRA_TIME, BetterIn, Ladder, LadderStep
from liguilla.words import Listing, Phrase, phrase

__all__ = ["Contest", "Verdict", "aggregate", "by_decision", "climb", "is_settled"]

_GOES_THROUGH: Final = phrase("engine.goes_through")
_WINS: Final = phrase("engine.wins")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a ladder says of a tie: a decided place, or what it waits for; with the step and its reason.

    `extended` says whether it came as far as extra time, whose goals then count.
    """

    winner: Place
    decided_by: str | None = None
    reason: Phrase | None = None
    rule: str = ""
    extended: bool = False


@dataclass(slots=True)
class Contest:
    """A tie as the ladder reads it.

    Attributes
    ----------
    teams
        The better seed first, where there are seeds.
    played
        The matches that have a result, in the order of legs.
    ranks
        For ``better_in``: the positions in each ranking that the ladder names, by its text; absent while unknown.
    lots
        Who won when lots were drawn.
    last
        Whether the winner has nothing left to go through to.
    """

    teams: tuple[str, str]
    seeds: tuple[int | None, int | None]
    legs: tuple[Leg, ...]
    played: tuple[Match, ...]
    ladder: Ladder
    ranks: Mapping[str, Mapping[str, int]]
    lots: str | None
    last: bool


def is_settled(match: Match) -> bool:
    """Return whether a match has been played and its score is known."""
    return match.status is Status.PLAYED and match.score is not None


def aggregate(teams: tuple[str, str], matches: tuple[Match, ...], *, extra_time: bool) -> tuple[int, int]:
    """Return the goals of both teams over their matches, without kicks; with those of extra time, or without."""
    totals = dict.fromkeys(teams, 0)
    for match in matches:
        score = match.extra_time if extra_time and match.extra_time is not None else match.score
        assert score is not None
        totals[match.home] += score.home
        totals[match.away] += score.away
    return totals[teams[0]], totals[teams[1]]


def climb(contest: Contest) -> Verdict:
    """Climb the ladder.

    Returns
    -------
    Verdict
        Its winner is `Decided`, `Waiting` for a leg, extra time, a shoot-out or a seed, or `Unresolved` until lots are
        drawn.
    """
    one, other = contest.teams
    if len(contest.played) < len(contest.legs):
        missing = next(leg for leg in contest.legs if leg.match is None or not is_settled(leg.match))
        key = "engine.waits_leg" if len(contest.legs) > 1 else "engine.waits_match"
        return Verdict(Waiting(phrase(key, n=missing.number, teams=Listing((one, other)))))
    extended = False
    for number, step in enumerate(contest.ladder.steps):
        extended = extended or step in EXTRA_TIME
        found = _compare(contest, step, extended)
        if not isinstance(found, tuple):
            return Verdict(found, extended=extended)
        if found[0] != found[1]:
            winner = one if found[0] > found[1] else other
            name = _step_name(step)
            rule = f"{contest.ladder.rule}[{number}]"
            return Verdict(Decided(winner), name, _reason(contest, step, winner, found, extended), rule, extended)
    # The format's check sees to it that a ladder can't end level; facts against the rules can still bring us here.
    return Verdict(Unresolved(frozenset(contest.teams), phrase("engine.ladder_ends_level")), extended=extended)


def _compare(contest: Contest, step: LadderStep, extended: bool) -> tuple[int, int] | Waiting | Unresolved:
    """Return what a step compares, more being better; or what it waits for."""
    one, other = contest.teams
    matches = contest.played
    match step:
        case "score" | "aggregate":
            return aggregate(contest.teams, matches, extra_time=extended)
        case "points":
            return _points(one, matches), _points(other, matches)
        case "away_goals":
            return _away_goals(one, matches, extended), _away_goals(other, matches, extended)
        case str() if step in EXTRA_TIME:
            if matches[-1].extra_time is None:
                return Waiting(phrase("engine.waits_extra_time", teams=Listing((one, other))))
            return aggregate(contest.teams, matches, extra_time=True)
        case "shoot_out":
            return _kicks(matches[-1], one, other) or Waiting(
                phrase("engine.waits_shoot_out", teams=Listing((one, other)))
            )
        case "better_seed":
            if contest.seeds[0] is None or contest.seeds[1] is None or contest.seeds[0] == contest.seeds[1]:
                return Waiting(phrase("engine.waits_seeds", teams=Listing((one, other))))
            return -contest.seeds[0], -contest.seeds[1]
        case "lots":
            if contest.lots is None:
                return Unresolved(frozenset(contest.teams), phrase("engine.lots_needed"))
            return int(contest.lots == one), int(contest.lots == other)
        case BetterIn(stage=stage):
            positions = contest.ranks.get(str(stage), {})
            if one not in positions or other not in positions:
                return Waiting(phrase("engine.waits_seeds", teams=Listing((one, other))))
            return -positions[one], -positions[other]
        case _:
            raise AssertionError(step)


def _points(team: str, matches: tuple[Match, ...]) -> int:
    """Return the points of the legs. Two for a win gives the same order as three: there are only two legs."""
    points = 0
    for match in matches:
        assert match.score is not None
        mine, theirs = match.score if match.home == team else match.score.reversed()
        points += 2 * (mine > theirs) + (mine == theirs)
    return points


def _away_goals(team: str, matches: tuple[Match, ...], extended: bool) -> int:
    goals = 0
    for match in matches:
        score = match.extra_time if extended and match.extra_time is not None else match.score
        assert score is not None
        goals += score.away if match.away == team else 0
    return goals


def _kicks(last: Match, one: str, other: str) -> tuple[int, int] | None:
    if last.kicks is not None and last.kicks.home != last.kicks.away:
        return (last.kicks.home, last.kicks.away) if last.home == one else (last.kicks.away, last.kicks.home)
    if last.kicks_won_by is not None:
        return int(last.kicks_won_by == one), int(last.kicks_won_by == other)
    return None


def _step_name(step: LadderStep) -> str:
    return step if isinstance(step, str) else f"better_in {step.stage}" if isinstance(step, BetterIn) else "replay"


# ------------------------------------------------------------------------------------------------- in words


def _reason(contest: Contest, step: LadderStep, winner: str, found: tuple[int, int], extended: bool) -> Phrase:
    """Return the sentence for the step that decided, with the winner's number first."""
    matches = contest.played
    x, y = found if winner == contest.teams[0] else found[::-1]
    score = _for(contest, winner, extra_time=extended)
    values: dict[str, object] = {
        "winner": winner,
        "goes": _WINS if contest.last else _GOES_THROUGH,
        "x": x,
        "y": y,
        "agg": phrase("engine.aggregate" if len(matches) > 1 else "engine.score", score=score),
    }
    match step:
        case "score" | "aggregate" if len(matches) == 1:
            return phrase("engine.by_score", **values)
        case str() if step in EXTRA_TIME:
            before = _for(contest, winner, extra_time=False)
            values["before"] = phrase("engine.aggregate" if len(matches) > 1 else "engine.score", score=before)
            return phrase(f"engine.by_{step}" + ("_single" if len(matches) == 1 else ""), **values)
        case "shoot_out" if matches[-1].kicks is None:
            return phrase("engine.by_shoot_out_unknown", **values)
        case "better_seed":
            return phrase("engine.by_better_seed", n=-x, m=-y, **values)
        case BetterIn(stage=stage):
            return phrase("engine.by_better_in", stage=str(stage), n=-x, m=-y, **values)
        case str():
            return phrase(f"engine.by_{step}", **values)
        case _:
            raise AssertionError(step)


def _for(contest: Contest, winner: str, *, extra_time: bool) -> str:
    one, other = aggregate(contest.teams, contest.played, extra_time=extra_time)
    return f"{one}-{other}" if winner == contest.teams[0] else f"{other}-{one}"


def by_decision(winner: str, why: str | None) -> Phrase:
    """Return the sentence for a tie that was awarded."""
    return phrase("engine.by_decision", winner=winner, why=why or phrase("engine.no_reason_given"))

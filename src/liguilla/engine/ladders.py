"""Ladders climbed: step by step, until a tie has a winner or something is missing.

Whatever a step needs and the facts don't give is waited for; nothing is inferred from what came after. What the rules
don't ask for is never counted, though it is in the facts: a replay where there was a winner, a match of a series that
had been won.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final, Literal

from liguilla.engine.inputs import day_and_hour
from liguilla.engine.places import Decided, Place, Unresolved, Waiting
from liguilla.engine.results import Leg
from liguilla.facts import Match, Status
from liguilla.formats import EXTRA_TIME, BetterIn, Ladder, LadderStep, Replay
from liguilla.words import Listing, Phrase, phrase

__all__ = ["Contest", "Rung", "Verdict", "by_decision", "climb", "is_settled", "of_one_match", "sections", "shown_open"]

_GOES_THROUGH: Final = phrase("engine.goes_through")
_WINS: Final = phrase("engine.wins")

BEFORE_EXTRA_TIME: Final = ("score", "aggregate", "points", "away_goals")
"""The steps that compare what was played before extra time, where they stand before it."""

Rung = tuple[int, LadderStep]
"""A step, and its number in the ladder."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a ladder says of a tie: a decided place, or what it waits for; with the step and its reason.

    Attributes
    ----------
    legs
        Those that were asked for: without matches of a series and replays that aren't needed.
    goals
        Of both teams, as far as the ladder came: with extra time once it asked for it, of a replay alone once it is
        played. None before a match was played, and in a series, where goals don't add up.
    wins
        In a series, the matches that each has won.
    """

    winner: Place
    legs: tuple[Leg, ...]
    decided_by: str | None = None
    reason: Phrase | None = None
    rule: str = ""
    goals: tuple[int, int] | None = None
    wins: tuple[int, int] | None = None


@dataclass(slots=True)
class Contest:
    """A tie as the ladder reads it.

    Attributes
    ----------
    teams
        The better seed first, where there are seeds.
    legs
        All that there may be, replays after the others; `number` of them are no replays.
    each_match
        In a series that counts wins: what decides each match. None elsewhere.
    ranks
        For ``better_in``: the positions in each ranking that the ladder names, by its text; absent while unknown.
    lots
        Who won when lots were drawn, each time they were.
    ends, first
        Whose win leaves nothing to go through to; and which team is the first in the bracket.
    """

    teams: tuple[str, str]
    seeds: tuple[int | None, int | None]
    legs: tuple[Leg, ...]
    number: int
    ladder: Ladder
    each_match: Ladder | None = None
    ranks: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    lots: tuple[str, ...] = ()
    ends: Literal["nobody", "everybody", "first"] = "nobody"
    first: str = ""

    def goes(self, winner: str) -> Phrase:
        """Return what a winner does: win, or go through to something."""
        return _WINS if self.ends == "everybody" or (self.ends == "first" and winner == self.first) else _GOES_THROUGH


class _Part:
    """What a section of the ladder compares: the legs together, or one replay, counted from 1.

    `goals` are those of both teams, without kicks; with those of extra time once the ladder has come so far. `before`
    is how the part before ended.
    """

    __slots__ = ("before", "extended", "goals", "matches", "normal", "replay")

    def __init__(
        self, teams: tuple[str, str], matches: tuple[Match, ...], replay: int = 0, before: Phrase | None = None
    ) -> None:
        self.matches, self.replay, self.before = matches, replay, before
        self.goals = self.normal = _added_up(teams, matches, extra_time=False)
        self.extended = False

    def extend(self, teams: tuple[str, str]) -> None:
        """Let the goals of extra time count from here."""
        self.goals, self.extended = _added_up(teams, self.matches, extra_time=True), True

    @property
    def is_known_after_extra_time_only(self) -> bool:
        """Whether the score after normal time is missing. That extra time was played says that it decided nothing."""
        return any(match.score is None for match in self.matches)


def is_settled(match: Match) -> bool:
    """Return whether a match has been played and its score is known, be it only that after extra time."""
    return match.status is Status.PLAYED and (match.score is not None or match.extra_time is not None)


@cache
def sections(ladder: Ladder) -> tuple[tuple[Rung, ...], ...]:
    """Return a ladder section by section: what the legs are compared by, then what each replay is.

    The first rung of a replay is the step that asks for it and means the score of that match. Of several replays the
    last one goes on to what follows in the ladder.
    """
    found: list[list[Rung]] = [[]]
    for number, step in enumerate(ladder.steps):
        if isinstance(step, Replay):
            found += ([(number, step)] for _ in range(step.number))
        else:
            found[-1].append((number, step))
    return tuple(map(tuple, found))


def climb(contest: Contest) -> Verdict:
    """Climb the ladder.

    Returns
    -------
    Verdict
        Its winner is `Decided`, `Waiting` for a match, extra time, a shoot-out or a seed, or `Unresolved` until lots
        are drawn.
    """
    if contest.each_match is not None:
        return _series(contest, contest.each_match)
    teams = contest.teams
    part: _Part | None = None
    for number, rungs in enumerate(sections(contest.ladder)):
        asked = contest.legs[: contest.number + number]
        matches: list[Match] = []
        for leg in asked[-1:] if number else asked:
            if leg.match is None or not is_settled(leg.match):
                goals = part.goals if part is not None else _goals_so_far(contest, asked)
                return Verdict(Waiting(_match_awaited(contest, leg)), asked, goals=goals)
            matches.append(leg.match)
        before = None if part is None else _score(part, part.goals, first=True)
        part = _Part(teams, tuple(matches), number, before)
        found = _climb_section(contest, rungs, part, asked)
        if found is not None:
            return found
    assert part is not None
    why = phrase("engine.ladder_ends_level")
    return Verdict(Unresolved(frozenset(teams), why), contest.legs, goals=part.goals)


def _climb_section(contest: Contest, rungs: tuple[Rung, ...], part: _Part, legs: tuple[Leg, ...]) -> Verdict | None:
    """Return what a section of the ladder says; None where all of it ends level."""
    for number, step in rungs:
        if step in EXTRA_TIME:
            part.extend(contest.teams)
        found = _compare(contest, step, part)
        if not isinstance(found, tuple):
            return Verdict(found, legs, goals=part.goals)
        if found[0] != found[1]:
            winner = contest.teams[0 if found[0] > found[1] else 1]
            reason, rule = _reason(contest, step, part, winner, found), f"{contest.ladder.rule}[{number}]"
            return Verdict(Decided(winner), legs, _step_name(step), reason, rule, part.goals)
    return None


# ---------------------------------------------------------------------------------------------- a series of matches


def _series(contest: Contest, each_match: Ladder) -> Verdict:
    """Count the matches that each has won until the other can't catch up; what comes after that is not needed."""
    most = contest.number // 2 + 1
    wins = dict.fromkeys(contest.teams, 0)
    lots = list(contest.lots)
    counted: list[Leg] = []
    decisive: Match | None = None
    pending: list[Place] = []
    for leg in contest.legs:
        match = leg.match
        if match is None or not is_settled(match) or (decisive is not None and _is_later(match, decisive)):
            continue
        verdict = of_one_match(contest.teams, leg, each_match, tuple(lots[:1]))
        if verdict.decided_by == "lots":
            del lots[0]
        if not isinstance(verdict.winner, Decided):
            pending.append(verdict.winner)
        elif decisive is None or wins[verdict.winner.team] < most:
            # Where no day tells which of two came first, the one that the series was won by came last.
            wins[verdict.winner.team] += 1
            decisive = decisive or (match if wins[verdict.winner.team] == most else None)
        else:
            continue
        counted.append(leg)
    one, other = wins.values()
    if decisive is None:
        legs = shown_open(contest.legs, most - max(one, other) - len(pending))
        missing = [leg for leg in contest.legs if leg not in counted]
        waits = pending[0] if pending else Waiting(_match_awaited(contest, missing[0]))
        return Verdict(waits, legs, wins=(one, other))
    winner, loser = sorted(contest.teams, key=lambda team: -wins[team])
    reason = phrase("engine.by_wins", winner=winner, goes=contest.goes(winner), x=wins[winner], y=wins[loser])
    rule = f"{contest.ladder.rule}[0]"
    return Verdict(Decided(winner), tuple(counted), "wins", reason, rule, wins=(one, other))


def _is_later(match: Match, other: Match) -> bool:
    return day_and_hour(match) > day_and_hour(other)


def of_one_match(teams: tuple[str, str], leg: Leg, each_match: Ladder, lots: tuple[str, ...] = ()) -> Verdict:
    """Return who won one match of a series, or what that waits for."""
    return climb(Contest(teams, (None, None), (leg,), 1, each_match, lots=lots))


def shown_open(legs: tuple[Leg, ...], needed: int) -> tuple[Leg, ...]:
    """Return the matches of an open series; those after the next `needed` ones may turn out not to be needed."""
    to_come = [leg for leg in legs if leg.match is None or not is_settled(leg.match)]
    perhaps = {leg.number for leg in to_come[max(needed, 0) :]}
    return tuple([replace(leg, if_needed=True) if leg.number in perhaps else leg for leg in legs])


# ------------------------------------------------------------------------------------------------------- one step


def _compare(contest: Contest, step: LadderStep, part: _Part) -> tuple[int, int] | Waiting | Unresolved:
    """Return what a step compares, more being better; or what it waits for."""
    one, other = contest.teams
    matches = part.matches
    compares_before = isinstance(step, Replay) or step in BEFORE_EXTRA_TIME
    if compares_before and not part.extended and part.is_known_after_extra_time_only:
        return 0, 0
    match step:
        case "score" | "aggregate" | Replay():
            return part.goals
        case "points":
            return _points(one, matches), _points(other, matches)
        case "away_goals":
            return _away_goals(one, part), _away_goals(other, part)
        case str() if step in EXTRA_TIME:
            # Overtime is played until one leads, so a level score is not the last of it.
            if matches[-1].extra_time is None or (step == "overtime" and part.goals[0] == part.goals[1]):
                return _awaited("engine.waits_extra_time", contest, part)
            return part.goals
        case "shoot_out":
            return _kicks(matches[-1], one, other) or _awaited("engine.waits_shoot_out", contest, part)
        case "better_seed":
            if contest.seeds[0] is None or contest.seeds[1] is None or contest.seeds[0] == contest.seeds[1]:
                return Waiting(phrase("engine.waits_seeds", teams=Listing((one, other))))
            return -contest.seeds[0], -contest.seeds[1]
        case "lots":
            if not contest.lots:
                return Unresolved(frozenset(contest.teams), phrase("engine.lots_needed"))
            return int(contest.lots[-1] == one), int(contest.lots[-1] == other)
        case BetterIn(stage=stage):
            positions = contest.ranks.get(str(stage), {})
            if one not in positions or other not in positions:
                return Waiting(phrase("engine.waits_seeds", teams=Listing((one, other))))
            return -positions[one], -positions[other]
        case _:
            raise AssertionError(step)


def _goals_so_far(contest: Contest, legs: tuple[Leg, ...]) -> tuple[int, int] | None:
    played = tuple([leg.match for leg in legs if leg.match is not None and is_settled(leg.match)])
    return _added_up(contest.teams, played, extra_time=False) if played else None


def _added_up(teams: tuple[str, str], matches: tuple[Match, ...], *, extra_time: bool) -> tuple[int, int]:
    one = other = 0
    for match in matches:
        score = match.extra_time if extra_time and match.extra_time is not None else match.score or match.extra_time
        assert score is not None
        home, away = score
        one, other = (one + home, other + away) if match.home == teams[0] else (one + away, other + home)
    return one, other


def _points(team: str, matches: tuple[Match, ...]) -> int:
    """Return the points of the legs. Two for a win gives the same order as three: there are only two legs."""
    points = 0
    for match in matches:
        assert match.score is not None
        mine, theirs = match.score if match.home == team else match.score.reversed()
        points += 2 * (mine > theirs) + (mine == theirs)
    return points


def _away_goals(team: str, part: _Part) -> int:
    goals = 0
    for match in part.matches:
        score = match.extra_time if part.extended and match.extra_time is not None else match.score
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


def _match_awaited(contest: Contest, leg: Leg) -> Phrase:
    teams = Listing(contest.teams)
    match leg.kind:
        case "replay":
            return phrase("engine.waits_replay", n=leg.number - contest.number, teams=teams)
        case "match":
            return phrase("engine.waits_match_of_series", n=leg.number, teams=teams)
        case _:
            key = "engine.waits_leg" if contest.number > 1 else "engine.waits_match"
            return phrase(key, n=leg.number, teams=teams)


def _awaited(code: str, contest: Contest, part: _Part) -> Waiting:
    """Return what is waited for in the last match of a part."""
    of: Phrase | str = ""
    last = contest.legs[contest.number + part.replay - 1]
    if part.replay:
        of = phrase("engine.of_replay", n=part.replay)
    elif last.kind == "match":
        of = phrase("engine.of_match", n=last.number)
    return Waiting(phrase(code, of=of, teams=Listing(contest.teams)))


def _reason(contest: Contest, step: LadderStep, part: _Part, winner: str, found: tuple[int, int]) -> Phrase:
    """Return the sentence for the step that decided, with the winner's number first."""
    matches, first = part.matches, winner == contest.teams[0]
    x, y = found if first else found[::-1]
    agg = part.before if isinstance(step, Replay) else _score(part, part.goals, first=first)
    values: dict[str, object] = {"winner": winner, "goes": contest.goes(winner), "x": x, "y": y, "agg": agg}
    match step:
        case Replay():
            return phrase("engine.by_replay", n=part.replay, **values)
        case "score" | "aggregate" if len(matches) == 1:
            said = phrase("engine.by_score", **values)
        case str() if step in EXTRA_TIME and part.is_known_after_extra_time_only:
            said = phrase("engine.by_extra_time_alone", **values)
        case str() if step in EXTRA_TIME:
            values["before"] = _score(part, part.normal, first=first)
            said = phrase(f"engine.by_{step}" + ("_single" if len(matches) == 1 else ""), **values)
        case "shoot_out" if matches[-1].kicks is None:
            said = phrase("engine.by_shoot_out_unknown", **values)
        case "better_seed":
            said = phrase("engine.by_better_seed", n=-x, m=-y, **values)
        case BetterIn(stage=stage):
            said = phrase("engine.by_better_in", stage=str(stage), n=-x, m=-y, **values)
        case str():
            said = phrase(f"engine.by_{step}", **values)
        case _:
            raise AssertionError(step)
    return phrase("engine.in_replay", n=part.replay, said=said) if part.replay else said


def _score(part: _Part, goals: tuple[int, int], *, first: bool) -> Phrase:
    """Return the goals of a part, those of the first team first or those of the second."""
    one, other = goals if first else goals[::-1]
    return phrase("engine.aggregate" if len(part.matches) > 1 else "engine.score", score=f"{one}-{other}")


def by_decision(winner: str, why: str | None) -> Phrase:
    """Return the sentence for a tie that was awarded."""
    return phrase("engine.by_decision", winner=winner, why=why or phrase("engine.no_reason_given"))

"""What happened in matches against their scores: goals that don't add up, minutes that don't fit, teams not there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from liguilla.errors import Problem
from liguilla.facts.consistency.saying import error, in_match, warning
from liguilla.facts.events import Appearance, Card, Goal, Kick, Period
from liguilla.facts.facts import Facts
from liguilla.facts.matches import Match, Score
from liguilla.words import Listing, phrase

__all__ = ["event_problems", "final_score", "goal_problems"]

Event = Goal | Card | Appearance | Kick

MINUTES: Final = {
    Period.FIRST_HALF: range(1, 46),
    Period.SECOND_HALF: range(46, 91),
    Period.EXTRA_TIME: range(91, 121),
}
ENDS_OF_PERIODS: Final = (45, 90, 105, 120)
"""The minutes that stoppage time is added to."""


def goal_problems(facts: Facts) -> Iterator[Problem]:
    """Yield where the goals of a match don't add up to its score. A match without rows has unknown scorers."""
    goals: dict[str, list[Goal]] = defaultdict(list)
    for goal in facts.goals:
        goals[goal.match].append(goal)
    for match in facts.matches:
        found = [goal for goal in goals[match.id] if goal.team in match.teams]
        final = final_score(match)
        if found and final is None:
            yield warning(found[0], phrase("facts.goal_without_score", match=match.id))
        elif found and final is not None:
            for team, scored in zip(match.teams, final, strict=True):
                yield from _against_score(match, team, scored, [goal for goal in found if goal.team == team])


def event_problems(facts: Facts) -> Iterator[Problem]:
    """Yield goals, cards, appearances and kicks of teams that weren't there, or at times that weren't played."""
    matches = {match.id: match for match in facts.matches}
    events: tuple[Event, ...] = (*facts.goals, *facts.cards, *facts.appearances, *facts.kicks)
    for event in events:
        match = matches.get(event.match)
        if match is None:
            continue
        if event.team not in match.teams:
            message = phrase("facts.team_not_in_match", team=event.team, match=match.id, teams=Listing(match.teams))
            yield error(event, message)
        if isinstance(event, Goal | Card):
            yield from _when(event, match)
    yield from _kicks(facts, matches)


def final_score(match: Match) -> Score | None:
    """Return the score at the end of a match, without the kicks of a shoot-out."""
    return match.extra_time or match.score


def period_of(event: Goal | Card) -> Period | None:
    """Return the period in which something happened, said or meant by its minute."""
    if event.period is not None or event.minute is None:
        return event.period
    return next((period for period, minutes in MINUTES.items() if event.minute in minutes), None)


def _against_score(match: Match, team: str, scored: int, goals: Sequence[Goal]) -> Iterator[Problem]:
    values = {"team": team, "score": str(final_score(match)), "n": len(goals), "scored": scored}
    if len(goals) > scored:
        yield error(goals[scored], phrase("facts.goals_above_score", **values), in_match(match))
        return
    if len(goals) < scored:
        fact = goals[-1] if goals else match
        yield warning(fact, phrase("facts.goals_below_score", **values), in_match(match))
    for period, most in _goals_by_period(match, team).items():
        placed = [goal for goal in goals if period_of(goal) is period]
        if len(placed) > most:
            during = phrase(f"facts.in_{period.value}")
            message = phrase("facts.goals_above_period", team=team, n=len(placed), period=during, scored=most)
            yield error(placed[most], message, in_match(match))


def _goals_by_period(match: Match, team: str) -> dict[Period, int]:
    """Return how many goals a team scored in each period, as far as the scores say it."""
    side = match.teams.index(team)
    scores = (Score(0, 0), match.half_time, match.score, match.extra_time)
    scored = {
        period: after[side] - before[side]
        for period, before, after in zip(Period, scores, scores[1:], strict=False)
        if before is not None and after is not None
    }
    if match.half_time is None and match.score is not None:
        scored |= dict.fromkeys((Period.FIRST_HALF, Period.SECOND_HALF), match.score[side])
    # A score that goes down is wrong itself, and said to be.
    return {period: goals for period, goals in scored.items() if goals >= 0}


def _when(event: Goal | Card, match: Match) -> Iterator[Problem]:
    """Yield what is wrong with the time at which something happened."""
    minute, period = event.minute, period_of(event)
    if minute is not None and (period is None or minute not in MINUTES[period]):
        last = MINUTES[period or Period.EXTRA_TIME][-1]
        values = {"minute": minute, "period": phrase(f"facts.in_{period.value}" if period else "facts.in_any_period")}
        late = phrase("facts.minute_after_period", **values, last=last, stoppage=minute - last)
        yield error(event, late if minute > last else phrase("facts.minute_before_period", **values), in_match(match))
    elif period is Period.EXTRA_TIME and match.score is not None and match.extra_time is None:
        if event.period is None and minute is not None:
            message = phrase("facts.minute_in_no_extra_time", minute=minute, stoppage=minute - 90)
        else:
            message = phrase("facts.no_extra_time")
        yield error(event, message, in_match(match))
    if event.stoppage and minute not in ENDS_OF_PERIODS:
        yield warning(event, phrase("facts.stoppage_inside", stoppage=event.stoppage), in_match(match))


def _kicks(facts: Facts, matches: Mapping[str, Match]) -> Iterator[Problem]:
    """Yield kicks that were scored in no shoot-out, or beyond its score."""
    scored: dict[tuple[str, str], list[Kick]] = defaultdict(list)
    for kick in facts.kicks:
        scored[kick.match, kick.team] += [kick] if kick.scored else []
    for (id_, team), kicks in scored.items():
        match = matches.get(id_)
        if match is None or team not in match.teams or not kicks:
            continue
        if match.kicks is None and match.kicks_won_by is None:
            yield warning(kicks[0], phrase("facts.kick_without_shoot_out"), in_match(match))
        elif match.kicks is not None and len(kicks) > (most := match.kicks[match.teams.index(team)]):
            message = phrase("facts.kicks_above_score", team=team, n=len(kicks), kicks=str(match.kicks))
            yield error(kicks[most], message, in_match(match))

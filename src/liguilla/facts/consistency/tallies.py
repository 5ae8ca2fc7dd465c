"""Totals that others counted, against the goals that are placed and those that the team scored."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from liguilla.errors import Problem
from liguilla.facts.consistency.goals import final_score
from liguilla.facts.consistency.saying import error, warning
from liguilla.facts.events import GoalKind, Tally
from liguilla.facts.facts import Facts
from liguilla.facts.matches import Match, Status
from liguilla.words import phrase

__all__ = ["tally_problems"]


def tally_problems(facts: Facts) -> Iterator[Problem]:
    """Yield totals below the goals placed, totals counted twice, and totals above what the team scored."""
    seen: dict[tuple[object, ...], Tally] = {}
    by_team: dict[tuple[str, str | None], list[Tally]] = defaultdict(list)
    placed = _Placed(facts)
    for tally in facts.tallies:
        key = (tally.person, tally.team, tally.stage, tally.until)
        first = seen.setdefault(key, tally)
        if first is not tally:
            message = phrase("facts.tally_twice", person=tally.person, team=tally.team, origin=first.origin)
            yield warning(tally, message)
        if tally.goals is not None:
            goals = placed[tally.stage, tally.until][tally.team][tally.person]
            if goals > tally.goals:
                values = {"person": tally.person, "team": tally.team, "goals": tally.goals, "n": goals}
                yield error(tally, phrase("facts.tally_below_goals", **values))
            by_team[tally.team, tally.stage].append(tally)
    for (team, stage), tallies in by_team.items():
        days = [tally.until for tally in tallies]
        until = None if None in days else max(day for day in days if day is not None)
        scored = _scored(facts, team, stage, until)
        counted = Counter(placed[stage, until][team])
        for tally in tallies:
            counted[tally.person] = max(counted[tally.person], tally.goals or 0)
        if scored is not None and counted.total() > scored:
            values = {"team": team, "n": counted.total(), "scored": scored}
            yield error(tallies[-1], phrase("facts.tallies_above_team", **values))


class _Placed(dict[tuple[str | None, date | None], dict[str, Counter[str]]]):
    """By stage and last day, and then by team: how many goals of each person are placed in matches."""

    def __init__(self, facts: Facts) -> None:
        super().__init__()
        self.facts = facts

    def __missing__(self, key: tuple[str | None, date | None]) -> dict[str, Counter[str]]:
        counted = {match.id for match in _matches(self.facts, *key)}
        teams: dict[str, Counter[str]] = defaultdict(Counter)
        for goal in self.facts.goals:
            # Own goals count for no one.
            if goal.person and goal.match in counted and goal.kind is not GoalKind.OWN_GOAL:
                teams[goal.team][goal.person] += 1
        self[key] = teams
        return teams


def _scored(facts: Facts, team: str, stage: str | None, until: date | None) -> int | None:
    """Return how many goals a team scored itself; None where a score isn't known."""
    matches = [match for match in _matches(facts, stage, until) if team in match.teams]
    if any(match.score is None and match.status is Status.PLAYED for match in matches):
        return None
    finals = {match.id: final[match.teams.index(team)] for match in matches if (final := final_score(match))}
    given = sum(goal.team == team and goal.match in finals and goal.kind is GoalKind.OWN_GOAL for goal in facts.goals)
    return sum(finals.values()) - given


def _matches(facts: Facts, stage: str | None, until: date | None) -> Iterator[Match]:
    for match in facts.matches:
        later = until is not None and match.date is not None and match.date > until
        if not later and stage in (None, match.stage):
            yield match

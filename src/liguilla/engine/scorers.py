"""Scorers: who scored how many, and how often."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from liguilla.engine.state import State
from liguilla.facts import Facts, GoalKind

__all__ = ["Scorer", "scorers"]


@dataclass(frozen=True, slots=True)
class Scorer:
    """A row of the list of scorers; what isn't known is None."""

    rank: int | None
    person: str
    nationality: str | None
    team: str
    goals: int
    minutes: int | None = None

    @property
    def minutes_per_goal(self) -> Fraction | None:
        """Minutes played for each goal; None where the minutes aren't known."""
        return None if self.minutes is None or not self.goals else Fraction(self.minutes, self.goals)


def scorers(state: State) -> tuple[Scorer, ...]:
    """Return the scorers of a tournament: most goals first, then fewest minutes for each.

    Goals of an awarded match stand as they were scored; those of one that is as if it had never been scheduled don't
    count. A tally is the total up to its day, in its stage; goals placed later, or in other stages, come on top. Those
    whose minutes aren't known follow among equal goals, without a rank. Rows level on both share a rank and keep the
    order of the facts. Own goals count for no one, and shoot-out kicks are no goals.
    """
    facts = _counted(state)
    goals: dict[tuple[str, str], int] = {}
    minutes: dict[tuple[str, str], int | None] = {}
    stages = {match.id: match.stage for match in facts.matches}
    days = {match.id: match.date for match in facts.matches}
    tallied = {}
    for tally in facts.tallies:
        who = tally.person, tally.team
        if tally.goals is not None:
            tallied[*who, tally.stage] = tally.until
            goals[who] = goals.get(who, 0) + tally.goals
            before = minutes.get(who, 0)
            minutes[who] = None if before is None or tally.minutes is None else before + tally.minutes
    for goal in facts.goals:
        if goal.person is None or goal.kind is GoalKind.OWN_GOAL:
            continue
        who = goal.person, goal.team
        until = [tallied[key] for key in ((*who, stages.get(goal.match)), (*who, None)) if key in tallied]
        day = days.get(goal.match)
        if until and (until[0] is None or day is None or day <= until[0]):
            continue  # the tally holds it already
        goals[who] = goals.get(who, 0) + 1
        # A goal beyond the tally means minutes beyond it too, and these aren't known.
        minutes[who] = None
    for who, own in _minutes_played(facts).items():
        if who in goals and minutes.get(who) is None:
            minutes[who] = own
    nationality = {person.name: person.nationality for person in facts.people}
    rows = [
        Scorer(None, person, nationality.get(person), team, number, minutes.get((person, team)))
        for (person, team), number in goals.items()
        if number
    ]
    return _ranked(rows)


def _counted(state: State) -> Facts:
    """Return the facts without what happened in matches that don't count."""
    dropped = {match.id for match in state.facts.matches if state.as_ruled(match).match is None}
    if not dropped:
        return state.facts
    return replace(
        state.facts,
        goals=tuple(goal for goal in state.facts.goals if goal.match not in dropped),
        appearances=tuple(each for each in state.facts.appearances if each.match not in dropped),
    )


def _minutes_played(facts: Facts) -> dict[tuple[str, str], int]:
    """Add up the minutes of those whose every appearance has them."""
    minutes: dict[tuple[str, str], int | None] = {}
    for each in facts.appearances:
        who = each.person, each.team
        before = minutes.get(who, 0)
        minutes[who] = None if before is None or each.minutes is None else before + each.minutes
    return {who: number for who, number in minutes.items() if number is not None}


def _ranked(rows: list[Scorer]) -> tuple[Scorer, ...]:
    def key(row: Scorer) -> tuple[int, bool, Fraction]:
        often = row.minutes_per_goal
        return -row.goals, often is None, often or Fraction(0)

    ordered = sorted(rows, key=key)  # stable: level rows keep the order of the facts
    ranked: list[Scorer] = []
    for place, row in enumerate(ordered, 1):
        level = ranked and key(ranked[-1]) == key(row)
        rank = None if row.minutes is None else ranked[-1].rank if level else place
        ranked.append(replace(row, rank=rank))
    return tuple(ranked)

"""Who belonged to which team when: people of two clubs at once, own goals for the scorer's own side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from liguilla.errors import Origin, Problem
from liguilla.facts.consistency.saying import error, warning
from liguilla.facts.consistency.seasons import competitions, days_of
from liguilla.facts.events import GoalKind
from liguilla.facts.facts import Facts
from liguilla.words import Phrase, phrase

__all__ = ["membership_problems", "own_goal_problems", "two_clubs_at_once"]


@dataclass(frozen=True, slots=True)
class Belonging:
    """A row that says that a person was of a team.

    Attributes
    ----------
    since, until
        The days it speaks of.
    throughout
        Whether it says so of each of these days; a total only says it of some.
    how
        What it says, as a phrase such as ``is captain of Necaxa``.
    """

    person: str
    team: str
    since: date
    until: date
    throughout: bool
    how: Phrase
    origin: Origin | None

    def at_the_same_time_as(self, other: Belonging) -> bool:
        """Return whether both rows speak of one day, whichever day each of them means."""
        if self.throughout and other.throughout:
            return self.since <= other.until and other.since <= self.until
        longer, shorter = (self, other) if self.throughout else (other, self)
        return longer.throughout and longer.since <= shorter.since and shorter.until <= longer.until


def membership_problems(facts: Facts) -> Iterator[Problem]:
    """Yield memberships that end before they begin."""
    for member in facts.squads:
        if member.since and member.until and member.until < member.since:
            values = {"person": member.person, "since": member.since, "until": member.until}
            yield error(member, phrase("facts.membership_ends_first", **values))


def two_clubs_at_once(facts: Facts) -> Iterator[Problem]:
    """Yield, once for each person and pair of teams, two rows that have a person with both at the same time."""
    for person, rows in _belongings(facts).items():
        said: set[frozenset[str]] = set()
        for one, other in combinations(rows, 2):
            pair = frozenset((one.team, other.team))
            if len(pair) == 2 and pair not in said and one.at_the_same_time_as(other):
                said.add(pair)
                values = {"person": person, "one": one.how, "other": other.how, "origin": other.origin}
                yield warning(one, phrase("facts.two_clubs_at_once", **values))


def own_goal_problems(facts: Facts) -> Iterator[Problem]:
    """Yield own goals that count for the side their scorer is known to belong to."""
    belongings = _belongings(facts)
    for each in competitions(facts):
        matches = {match.id: match for match in each.matches}
        for goal in each.goals:
            match = matches.get(goal.match)
            rows = belongings.get(goal.person or "", [])
            if goal.kind is not GoalKind.OWN_GOAL or match is None or goal.team not in match.teams or not rows:
                continue
            other = match.home if goal.team == match.away else match.away
            values = {"person": goal.person, "team": goal.team, "opponent": other}
            known = [row for row in rows if row.team == goal.team]
            then = [row for row in known if row.throughout and match.date and row.since <= match.date <= row.until]
            if then:
                message = phrase("facts.own_goal_for_own_side", **values, how=then[0].how, origin=then[0].origin)
                yield error(goal, message)
            elif len(known) == len(rows):
                message = phrase("facts.own_goal_for_own_side", **values, how=known[0].how, origin=known[0].origin)
                yield warning(goal, message)


def _belongings(facts: Facts) -> dict[str, list[Belonging]]:
    """Return all rows that say of a person that they are of a team, those of squads first; own goals say nothing."""
    found: dict[str, list[Belonging]] = defaultdict(list)
    for each in competitions(facts):
        for row in _in_squads(each):
            found[row.person].append(row)
    for each in competitions(facts):
        for row in (*_in_matches(each), *_in_tallies(each)):
            found[row.person].append(row)
    return found


def _in_squads(facts: Facts) -> Iterator[Belonging]:
    first, last = days_of(facts)
    for member in facts.squads:
        how = phrase(f"facts.was_{member.role.value}", team=member.team)
        since, until = member.since or first, member.until or last
        yield Belonging(member.person, member.team, since, until, True, how, member.origin)


def _in_matches(facts: Facts) -> Iterator[Belonging]:
    first, last = days_of(facts)
    days = {match.id: match.date for match in facts.matches}
    scored = (goal for goal in facts.goals if goal.kind is not GoalKind.OWN_GOAL)
    for code, events in (
        ("facts.scored_for", scored),
        ("facts.played_for", facts.appearances),
        ("facts.shot_for", facts.kicks),
        ("facts.booked_with", facts.cards),
    ):
        for event in events:
            if event.person is not None:
                day = days.get(event.match)
                how = phrase(code, team=event.team)
                span = (day, day) if day else (first, last)
                yield Belonging(event.person, event.team, *span, day is not None, how, event.origin)


def _in_tallies(facts: Facts) -> Iterator[Belonging]:
    first, last = days_of(facts)
    for tally in facts.tallies:
        how = phrase("facts.counted_for", team=tally.team)
        yield Belonging(tally.person, tally.team, first, tally.until or last, False, how, tally.origin)

"""What contradicts itself in facts, found from the facts alone: no format is asked, and nothing is played.

An error is impossible, whatever the rules; a warning is possible but strange; a note is only worth knowing. Each says
where it stands, what is wrong and how to mend it.
"""

from __future__ import annotations

from liguilla.errors import Problem
from liguilla.facts.consistency.belonging import membership_problems, own_goal_problems, two_clubs_at_once
from liguilla.facts.consistency.disputes import disputed
from liguilla.facts.consistency.goals import event_problems, goal_problems
from liguilla.facts.consistency.occasions import occasion_problems, twice_on_a_day
from liguilla.facts.consistency.scores import score_problems
from liguilla.facts.consistency.seasons import competitions
from liguilla.facts.consistency.tallies import tally_problems
from liguilla.facts.facts import Facts

__all__ = ["contradictions"]

OF_A_COMPETITION = (
    score_problems,
    goal_problems,
    event_problems,
    tally_problems,
    occasion_problems,
    membership_problems,
    disputed,
)
"""What is looked at in each competition by itself."""

OF_A_SEASON = (twice_on_a_day, two_clubs_at_once, own_goal_problems)
"""What is looked at over a competition and its tournaments together."""


def contradictions(facts: Facts) -> tuple[Problem, ...]:
    """Find what is wrong, contradictory or disputed in facts, and in those of their tournaments.

    Parameters
    ----------
    facts
        Of any competition.

    Returns
    -------
    tuple of Problem
        In the order of the files and lines they stand in.
    """
    problems = [problem for each in competitions(facts) for look in OF_A_COMPETITION for problem in look(each)]
    problems += (problem for look in OF_A_SEASON for problem in look(facts))
    return tuple(sorted(problems, key=_place))


def _place(problem: Problem) -> tuple[str, int, int]:
    origin = problem.origin
    return (origin.file, origin.line or 0, origin.column or 0) if origin else ("", 0, 0)

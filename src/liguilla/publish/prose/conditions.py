"""Conditions in words."""

from __future__ import annotations

from liguilla.formats import Ahead, Clause, Condition, FactIs, HasFact, Is, IsAmong, LevelWith
from liguilla.publish.prose.criteria import compared, measures
from liguilla.publish.prose.naming import Names
from liguilla.publish.prose.places import number_of, teams, teams_where
from liguilla.words import Phrase, phrase

__all__ = ["condition"]


def condition(said: Condition, names: Names) -> Phrase:
    """Return a condition as it stands after ``if``."""
    whole, *rest = (_clause(clause, names) for clause in said.clauses)
    for clause in rest:
        whole = phrase(f"prose.{said.joined_by}_clause", one=whole, other=clause)
    return whole


def _clause(clause: Clause, names: Names) -> Phrase:
    left, n = teams(clause.left, names), number_of(clause.left, names)
    match clause:
        case Is(right=right, negated=negated):
            return phrase("prose.is_not" if negated else "prose.is", n=n, left=left, right=teams(right, names))
        case IsAmong(right=right, negated=negated):
            code = "is_not_among" if negated else "is_among"
            return phrase(f"prose.{code}", n=n, left=left, right=teams(right, names))
        case HasFact(fact=fact, value=value):
            return phrase("prose.is_among", n=n, left=left, right=teams_where((FactIs(fact, value),), names))
        case LevelWith(right=right, on=on, negated=negated):
            code = "not_level" if negated else "level"
            if not on:
                return phrase(f"prose.{code}", left=left, right=teams(right, names))
            return phrase(f"prose.{code}_on", left=left, right=teams(right, names), on=measures(on, names))
        case Ahead(right=right, number=number, on=on, negated=negated):
            code = "not_ahead" if negated else "ahead"
            return phrase(f"prose.{code}", left=left, right=teams(right, names), number=number, on=compared(on, names))

"""Conditions worked out: true, false, or waiting for something."""

from __future__ import annotations

from liguilla.engine.counting import sheet
from liguilla.engine.criteria import value_of
from liguilla.engine.derivation import Derivation
from liguilla.engine.naming import criterion_name, fact_of
from liguilla.engine.places import Decided, Place, Unresolved, Void, Waiting
from liguilla.engine.selectors import team_set
from liguilla.engine.sheets import Number
from liguilla.formats import Ahead, Clause, Condition, Criterion, HasFact, Is, IsAmong, LevelWith, Ranked, Selector
from liguilla.words import phrase

__all__ = ["holds"]


def holds(d: Derivation, condition: Condition | None) -> bool | Waiting:
    """Return whether a condition holds, or what it waits for; no condition always holds.

    ``and`` is false and ``or`` true as soon as one clause is, whatever the others wait for.
    """
    if condition is None:
        return True
    answers = [_clause(d, clause) for clause in condition.clauses]
    decisive = condition.joined_by == "or"
    if any(answer is decisive for answer in answers):
        return decisive
    return next((answer for answer in answers if isinstance(answer, Waiting)), not decisive)


def _clause(d: Derivation, clause: Clause) -> bool | Waiting:
    if isinstance(clause, LevelWith | Ahead):
        return _positions(d, clause)
    left = d.places(clause.left)
    right = () if isinstance(clause, HasFact) else d.places(clause.right)
    if any(isinstance(place, Void) for place in left + right):
        return False
    waits = next((_waiting(place) for place in left + right if not isinstance(place, Decided)), None)
    if isinstance(clause, IsAmong):
        # To be among some is known as soon as both sets are, whatever their order.
        some, all_ = team_set(d, clause.left), team_set(d, clause.right)
        if some is None or all_ is None:
            assert waits is not None
            return waits
        return (some <= all_) != clause.negated
    if waits is not None:
        return waits
    lefts, rights = ([place.team for place in side if isinstance(place, Decided)] for side in (left, right))
    match clause:
        case Is(negated=negated):
            return (lefts == rights) != negated
        case HasFact(fact=fact, value=value):
            known = d.entry("facts") or {}
            values = [known.get(team, {}).get(fact) for team in lefts]
            if any(each not in (None, value) for each in values):
                return False
            if None in values:
                unknown = lefts[values.index(None)]
                return Waiting(fact_of(fact, unknown))
            return True


def _waiting(place: Place) -> Waiting:
    match place:
        case Waiting():
            return place
        case Unresolved():
            return place.awaited()
        case _:
            raise AssertionError(place)


def _positions(d: Derivation, clause: LevelWith | Ahead) -> bool | Waiting:
    """Compare two positions of one table, which level teams may hold together."""
    left, right = d.places(clause.left), d.places(clause.right)
    if not left or not right or isinstance(left[0], Void) or isinstance(right[0], Void):
        return False  # a position beyond the last is as void as one of a stage that isn't played
    if isinstance(left[0], Waiting):
        return left[0]
    if isinstance(right[0], Waiting):
        return right[0]
    if isinstance(clause, LevelWith) and not clause.on:
        return (isinstance(left[0], Unresolved) and left[0] == right[0]) != clause.negated
    above, below = _holders(left[0]), _holders(right[0])
    criteria = clause.on if isinstance(clause, LevelWith) else (clause.on,)
    values = {(team, on): _value(d, clause.left, team, on) for team in above | below for on in criteria}
    unknown = next((on for (_, on), value in values.items() if value is None), None)
    if unknown is not None:
        return Waiting(phrase("engine.not_known", what=criterion_name(unknown)))
    if isinstance(clause, LevelWith):
        return all(len({values[team, on] for team in above | below}) == 1 for on in criteria) != clause.negated
    one, other = values[min(above), clause.on], values[min(below), clause.on]
    assert one is not None
    assert other is not None
    return (one - other > clause.number) != clause.negated


def _holders(place: Place) -> frozenset[str]:
    match place:
        case Unresolved(among=among):
            return among
        case Decided(team=team):
            return frozenset({team})
        case _:
            return frozenset()


def _value(d: Derivation, of: Selector, team: str, criterion: Criterion) -> Number | None:
    term = of.terms[0]
    assert isinstance(term, Ranked)
    inner = d.inside(term.path)
    assert inner is not None
    return value_of(criterion, team, inner.ask(sheet, term.stage, term.group), inner.entry("facts") or {})

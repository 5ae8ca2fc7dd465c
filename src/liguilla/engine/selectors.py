"""Selectors worked out: from words such as ``table 1-7`` to the places they name."""

from __future__ import annotations

from dataclasses import replace

from liguilla.engine.derivation import PREVIOUS, Derivation
from liguilla.engine.naming import fact_of, named, round_name
from liguilla.engine.places import Decided, Place, Unresolved, Void, Waiting
from liguilla.engine.results import RankedResult, TieResult
from liguilla.formats import (
    Boxed,
    Entered,
    FactIs,
    FromOutcome,
    Knockout,
    Played,
    Range,
    Ranked,
    Selector,
    Term,
)
from liguilla.words import phrase

__all__ = ["is_single", "places", "set_of", "team_set"]


def places(d: Derivation, selector: Selector) -> tuple[Place, ...]:
    """Return the places that a selector names, in its order: the selector read as a list."""
    named_places = [place for term in selector.terms for place in _term(d, term)]
    if not selector.without:
        return tuple(named_places)
    without = [place for term in selector.without for place in _term(d, term)]
    open_ = next((place for place in without if not isinstance(place, Decided | Void)), None)
    if open_ is not None:
        # Who is left out isn't known, so neither is any place of the rest.
        waiting = open_ if isinstance(open_, Waiting) else open_.awaited()
        return (waiting,) * max(len(named_places) - len(without), 1)
    gone = {place.team for place in without if isinstance(place, Decided)}
    return tuple(place for place in named_places if not (isinstance(place, Decided) and place.team in gone))


def team_set(d: Derivation, selector: Selector) -> frozenset[str] | None:
    """Return the teams that a selector names, their order aside; None while they aren't certain.

    Level teams that lie wholly inside are certain, and so are the teams of a range of positions that points already
    prove, whatever their order.
    """
    teams: set[str] = set()
    for term in _joined(selector.terms):
        found = _certain_in_range(d, term) if isinstance(term, Ranked) else None
        found = found if found is not None else set_of(_term(d, term))
        if found is None:
            return None
        teams |= found
    if selector.without:
        gone = team_set(d, replace(selector, terms=selector.without, without=()))
        if gone is None:
            return None
        teams -= gone
    return frozenset(teams)


def _joined(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Return the terms with those put together that are one range: as a set, ``table 1 + table 2`` is ``table 1-2``."""
    joined: list[Term] = []
    for term in terms:
        together = _one_range(joined[-1], term) if joined else None
        joined[-1:] = [together] if together is not None else [*joined[-1:], term]
    return tuple(joined)


def _one_range(one: Term, other: Term) -> Ranked | None:
    if not (isinstance(one, Ranked) and isinstance(other, Ranked) and one.range and other.range):
        return None
    same = replace(one, range=other.range) == other and not one.each and not one.where
    upper, lower = sorted((one.range, other.range), key=lambda range_: range_.first.number)
    from_end = {position.from_end for range_ in (upper, lower) for position in (range_.first, range_.last)}
    if not same or from_end != {False} or upper.last.number + 1 != lower.first.number:
        return None
    return replace(one, range=Range(upper.first, lower.last))


def is_single(d: Derivation, selector: Selector) -> bool:
    """Return whether a selector names one place, whatever the facts."""
    if len(selector.terms) != 1 or selector.without:
        return False
    match selector.terms[0]:
        case Played(single=single, range=range_):
            return single or (range_ is not None and range_.first == range_.last)
        case Ranked(range=Range(first=first, last=last), each=each):
            return first == last and not each
        case FromOutcome(competition=None, outcome=outcome, range=range_):
            return d.outcome(outcome).single or (range_ is not None and range_.first == range_.last)
        case FromOutcome(competition=str() as competition, outcome=outcome):
            inner = d.inside((competition,))
            return inner is None or inner.outcome(outcome).single
        case Boxed(stage=stage, range=range_):
            return range_ is not None or d.format.stages[stage].kind == "lookup"
        case _:
            return False


def set_of(named_places: tuple[Place, ...]) -> frozenset[str] | None:
    """Return the teams that hold these places, whichever of them; None while they aren't certain."""
    teams: set[str] = set()
    for place in named_places:
        match place:
            case Decided(team=team):
                teams.add(team)
            case Unresolved(among=among) if named_places.count(place) == len(among):
                teams |= among
            case Void():
                pass
            case _:
                return None
    return frozenset(teams)


def _term(d: Derivation, term: Term) -> tuple[Place, ...]:
    found: tuple[Place, ...]
    match term:
        case Entered():
            found = tuple(Decided(team) for team in d.teams())
        case Ranked():
            found = _ranked(d, term)
        case Played():
            found = _played(d, term)
        case FromOutcome():
            found = _from_outcome(d, term)
        case Boxed():
            found = _boxed(d, term)
    if _looks_back(term):
        found = tuple(_of_season_before(place) for place in found)
    return _where(d, found, term.where) if term.where else found


def _looks_back(term: Term) -> bool:
    return (isinstance(term, FromOutcome) and term.competition == PREVIOUS) or PREVIOUS in getattr(term, "path", ())


def _of_season_before(place: Place) -> Place:
    """Return a place of an earlier season as one of this season: a team simply enters, and nothing is filled in it."""
    match place:
        case Decided(team=team):
            return Decided(team)
        case Waiting():
            return Waiting(phrase("engine.season_before"))
        case _:
            return place


def _where(d: Derivation, found: tuple[Place, ...], where: tuple[FactIs, ...]) -> tuple[Place, ...]:
    facts = d.entry("facts") or {}

    def kept(place: Place) -> Place | None:
        if not isinstance(place, Decided):
            return place
        for wanted in where:
            value = facts.get(place.team, {}).get(wanted.fact)
            if value is None:
                return Waiting(fact_of(wanted.fact, place.team))
            if value != wanted.value:
                return None
        return place

    return tuple(place for place in map(kept, found) if place is not None)


# ------------------------------------------------------------------------------------------------ one term each


def _ranked(d: Derivation, term: Ranked) -> tuple[Place, ...]:
    inner = d.inside(term.path)
    if inner is None:
        return (Waiting(phrase("engine.season_before")),) * _width(term.range)
    result = inner.ranked(term.stage)
    if result.void is not None:
        return (Void(result.void),) * _width(term.range)
    if not result.standings:
        waits = result.waits or phrase("engine.completion", stage=named(result.stage))
        return (Waiting(waits),) * _width(term.range)
    lists = [standing.places for standing in result.standings if term.group in (None, standing.label)]
    cut = [_cut(list_, term.range) for list_ in lists]
    if term.each:
        return tuple(row[i] for i in range(max(map(len, cut))) for row in cut if i < len(row))
    return tuple(place for list_ in cut for place in list_)


def _certain_in_range(d: Derivation, term: Ranked) -> frozenset[str] | None:
    """Return the teams that are certain of the places of a range, by what positions are still possible for them."""
    inner = d.inside(term.path)
    if inner is None or term.range is None or term.each or term.where:
        return None
    result: RankedResult = inner.ranked(term.stage)
    standings = [standing for standing in result.standings if standing.label == term.group]
    if len(standings) != 1:
        return None
    rows = standings[0].rows
    first, last = (position.index(len(rows)) + 1 for position in (term.range.first, term.range.last))
    inside = frozenset(row.team for row in rows if row.best >= first and row.worst <= last)
    return inside if len(inside) == last - first + 1 else None


def _played(d: Derivation, term: Played) -> tuple[Place, ...]:
    inner = d.inside(term.path)
    if inner is None:
        return (Waiting(phrase("engine.season_before")),) * _width(term.range)
    stage = inner.format.stages[term.stage]
    assert isinstance(stage, Knockout)
    if term.tie is not None:
        ties: tuple[TieResult, ...] = (inner.tie(term.stage, term.round, term.tie, term.group),)
    else:
        ties = inner.ties(term.stage, term.round, term.group)
    sides = tuple(tie.winner if term.side == "winner" else tie.loser for tie in ties)
    if not sides:
        return (Waiting(phrase("engine.round_played", round=round_name(term.round))),) * _width(term.range)
    if term.range is None:
        return sides
    return _by_seed(ties, sides, term)


def _by_seed(ties: tuple[TieResult, ...], sides: tuple[Place, ...], term: Played) -> tuple[Place, ...]:
    assert term.range is not None
    seeded: list[tuple[int, Place]] = []
    for tie, place in zip(ties, sides, strict=True):
        if isinstance(place, Void):
            continue
        seed = tie.seed_of(place)
        if seed is None:
            return _cut(
                (Waiting(phrase("engine.round_played", round=round_name(term.round))),) * len(sides), term.range
            )
        seeded.append((seed, place))
    # Those that don't exist come after all that do.
    void = tuple(place for place in sides if isinstance(place, Void))
    return _cut(tuple(place for _, place in sorted(seeded, key=lambda pair: pair[0])) + void, term.range)


def _from_outcome(d: Derivation, term: FromOutcome) -> tuple[Place, ...]:
    if term.competition is None:
        return _cut(d.outcome(term.outcome).places, term.range)
    awaited = Waiting(
        phrase(
            "engine.outcome_elsewhere",
            outcome=round_name(term.outcome),
            competition=round_name(term.competition),
        )
    )
    if (inner := d.inside((term.competition,))) is not None:
        found = inner.outcome(term.outcome).places
        return _cut(tuple(awaited if isinstance(place, Waiting) else place for place in found), term.range)
    if term.competition == PREVIOUS:
        return (Waiting(phrase("engine.season_before")),)
    told = d.entry("elsewhere", term.competition, term.outcome)
    if not told:
        return (awaited,)
    return _cut(tuple(Decided(team) for team in told), term.range)


def _boxed(d: Derivation, term: Boxed) -> tuple[Place, ...]:
    inner = d.inside(term.path)
    if inner is None:
        return (Waiting(phrase("engine.season_before")),)
    result = inner.boxes(term.stage)
    if result.void is not None:
        return (Void(result.void),)
    return _cut(result.boxes[term.label], term.range)


def _cut(list_: tuple[Place, ...], range_: Range | None) -> tuple[Place, ...]:
    return list_ if range_ is None else range_.of(list_)


def _width(range_: Range | None) -> int:
    """Return how many places a range has, counted without a list; one where that depends on the list."""
    if range_ is None or range_.first.from_end != range_.last.from_end:
        return 1
    return abs(range_.last.number - range_.first.number) + 1

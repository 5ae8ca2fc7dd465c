"""Who may still come to a tie, where winners and losers go on to places that are fixed in advance.

In such a knock-out it is enough to follow the ways: from a tie back to those that feed it, and of a team forward
through everything it may still win or lose. Where a round is paired anew or drawn nothing can be followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from liguilla.engine.derivation import Derivation
from liguilla.engine.knockouts import (
    Where,
    found_in,
    number_of_positions,
    number_of_tie,
    planned_round,
    position,
    tie_at,
)
from liguilla.engine.pairings import Contender
from liguilla.engine.places import Decided, Void, Waiting
from liguilla.engine.results import TieResult
from liguilla.engine.rounds import plan
from liguilla.engine.seeding import knockout_stage
from liguilla.formats import Played, Term

__all__ = ["can_meet", "possible_teams"]

Possible = frozenset[str] | None
"""The teams that may still come; None where that can't be told."""


class _Way(NamedTuple):
    """Out of a position: as the winner of the tie there, or as its loser."""

    where: Where
    number: int
    won: bool


class _Result(NamedTuple):
    """How a team fares in a position, as it is tried out: the side it stands on, 0 or 1, and whether it wins."""

    side: int
    won: bool


_At = tuple[Where, int]
"""A position."""

_Path = Mapping[_At, _Result]
"""How a team may fare, up to some tie."""


def possible_teams(d: Derivation, stage: str, round_: str, group: str | None) -> tuple[tuple[Possible, Possible], ...]:
    """Return, for each tie of a round, the teams that may still come to either side; None where any may."""
    where = found_in(d, stage, round_, group)
    if where is None:
        return ()
    return tuple(
        (d.ask(_possible, where, number, 0), d.ask(_possible, where, number, 1))
        for number in range(d.ask(number_of_positions, where))
        if position(d, where, number)[1] is not None
    )


def can_meet(d: Derivation, stage: str, round_: str, group: str | None, team: str) -> Possible:
    """Return whom a team can still meet in a round; None where following the ways doesn't tell."""
    where = found_in(d, stage, round_, group)
    if where is None:
        return frozenset()
    onward = d.ask(_onward, stage, group)
    if onward is None:
        return None
    met: set[str] = set()
    for number in range(d.ask(number_of_positions, where)):
        if position(d, where, number)[1] is None:
            continue
        for path, side in _paths_to(d, onward, team, where, number):
            found = _among_others(d, where, number, 1 - side, team, path)
            if found is None:
                return None
            met |= found
    return frozenset(met)


# ------------------------------------------------------------------------------------------------------------ back


def _feed(d: Derivation, where: Where, number: int, side: int) -> _Way | None:
    """Return the way by which somebody comes to a side of a position; None where that isn't fixed."""
    planned = planned_round(d, where)
    if planned.fixed:
        return _Way(where.before(), 2 * number + side, won=True)
    round_ = planned.round
    if round_.together is not None:
        return None
    if round_.ties:
        terms = round_.ties[number].teams.terms
        whole = not round_.ties[number].teams.without
        return _way_of(d, where, terms[side]) if whole and len(terms) == 2 else None
    if round_.teams is None and round_.enter is None and where.number > 0 and not round_.byes:
        # The two that are left meet, whatever the pairing.
        two = d.ask(number_of_positions, where) == 1 and d.ask(number_of_positions, where.before()) == 2
        return _Way(where.before(), side, won=True) if two else None
    return _way_in(d, where, side)


def _way_of(d: Derivation, where: Where, term: Term) -> _Way | None:
    """Return the way that a term names: that of the winner, or loser, of one tie of this knock-out."""
    if not isinstance(term, Played) or term.path or term.where or term.range is not None:
        return None
    at = found_in(d, term.stage, term.round, where.group) if term.stage == where.stage else None
    if at is None or term.group not in (None, where.group) or not term.single:
        return None
    number = 0 if term.tie is None else number_of_tie(d, at, term.tie)
    return _Way(at, number, term.side == "winner")


def _way_in(d: Derivation, where: Where, side: int) -> _Way | None:
    """Return the way into a round of one tie for the two winners, or losers, of a round of two."""
    selector = planned_round(d, where).round.teams
    if selector is None or len(selector.terms) != 1 or selector.without or not isinstance(selector.terms[0], Played):
        return None
    term = selector.terms[0]
    at = found_in(d, term.stage, term.round, where.group) if term.stage == where.stage else None
    if at is None or term.range is not None or term.where or term.group not in (None, where.group):
        return None
    two = d.ask(number_of_positions, where) == 1 and d.ask(number_of_positions, at) == 2
    return _Way(at, side, term.side == "winner") if two else None


def _possible(d: Derivation, where: Where, number: int, side: int) -> Possible:
    """Return who may still come to a side of a position."""
    contender = position(d, where, number)[side]
    if contender is None:
        return frozenset()
    known = _known(contender)
    if known is not None:
        return known
    if contender.among:
        return _together([_possible_as(d, where, number, side, each) for each in contender.among])
    return _possible_by(d, where, number, side)


def _possible_as(d: Derivation, where: Where, number: int, side: int, contender: Contender) -> Possible:
    known = _known(contender)
    return known if known is not None else _possible_by(d, where, number, side)


def _possible_by(d: Derivation, where: Where, number: int, side: int) -> Possible:
    way = _feed(d, where, number, side)
    if way is None:
        return None
    at: _At = way.where, way.number
    alone = position(d, *at)[1] is None
    if alone and not way.won:
        return frozenset()
    return _together([d.ask(_possible, *at, each) for each in ((0,) if alone else (0, 1))])


def _known(contender: Contender) -> Possible:
    match contender.place:
        case Decided(team=team):
            return frozenset({team})
        case Void():
            return frozenset()
        case _:
            return None


def _together(sides: list[Possible]) -> Possible:
    found = [side for side in sides if side is not None]
    return frozenset().union(*found) if len(found) == len(sides) else None


# --------------------------------------------------------------------------------------------------------- forward

_Onward = Mapping[_Way, tuple[tuple[Where, int, int], ...]]
"""Where each way leads: to sides of positions."""


def _onward(d: Derivation, stage_id: str, group: str | None) -> _Onward | None:
    """Return where the winner and the loser of every open position go on to; None where that isn't all fixed."""
    found: dict[_Way, list[tuple[Where, int, int]]] = {}
    two_lives = knockout_stage(d, stage_id).lives == 2
    for round_number, planned in enumerate(d.ask(plan, stage_id, group)):
        where = Where(stage_id, group, round_number)
        for number in range(d.ask(number_of_positions, where)):
            conditions = (planned.round.when, *(tie.when for tie in planned.round.ties[number : number + 1]))
            # What may not be played can't be followed; but the second of two finals is played by the same two teams.
            if not two_lives and any(isinstance(d.holds(each), Waiting) for each in conditions):
                return None
            for side, contender in enumerate(position(d, where, number)):
                if contender is None or _known(contender) is not None:
                    continue
                way = _feed(d, where, number, side)
                if way is None:
                    return None
                found.setdefault(way, []).append((where, number, side))
    return {way: tuple(places) for way, places in found.items()}


def _paths_to(d: Derivation, onward: _Onward, team: str, where: Where, number: int) -> Iterator[tuple[_Path, int]]:
    """Give every way in which a team can still come to a position, and the side it then stands on."""
    for start, side in _starts(d, team, where.stage, where.group):
        yield from _onwards(d, onward, {}, start, side, (where, number))


def _starts(d: Derivation, team: str, stage_id: str, group: str | None) -> Iterator[tuple[_At, int]]:
    """Give the positions in which a team certainly stands and that are not behind it."""
    for round_number in range(len(d.ask(plan, stage_id, group))):
        where = Where(stage_id, group, round_number)
        for number in range(d.ask(number_of_positions, where)):
            for side, contender in enumerate(position(d, where, number)):
                if contender is not None and _known(contender) == frozenset({team}):
                    yield (where, number), side


def _onwards(
    d: Derivation, onward: _Onward, path: _Path, at: _At, side: int, target: _At
) -> Iterator[tuple[_Path, int]]:
    if at == target:
        yield path, side
        return
    alone = position(d, *at)[1] is None
    tie: TieResult | None = d.ask(tie_at, *at)
    if tie is not None and isinstance(tie.winner, Decided):
        return  # where it goes on to is known, so it starts from there
    for won in (True,) if alone else (True, False):
        for where, number, next_side in onward.get(_Way(*at, won), ()):
            yield from _onwards(d, onward, {**path, at: _Result(side, won)}, (where, number), next_side, target)


def _among_others(d: Derivation, where: Where, number: int, side: int, team: str, path: _Path) -> Possible:
    """Return who may come to a side of a position if a team fares so; that team itself is not among them."""
    contender = position(d, where, number)[side]
    if contender is None:
        return frozenset()
    known = _known(contender)
    if known is not None:
        return known - {team}
    way = _feed(d, where, number, side)
    if way is None:
        return None
    at = way.where, way.number
    if position(d, *at)[1] is None:
        return _among_others(d, *at, 0, team, path) if way.won else frozenset()
    result = path.get(at)
    if result is not None:
        # The other of the two in that tie, where the team itself didn't go this way.
        return _among_others(d, *at, 1 - result.side, team, path) if result.won != way.won else frozenset()
    return _together([_among_others(d, *at, each, team, path) for each in (0, 1)])

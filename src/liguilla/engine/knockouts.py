"""Knock-outs: who stands in which position of each round, and what becomes of each tie.

A round is asked for position by position, so that a result touches only the ties it leads to. Where a round is paired
anew, its positions follow from all the survivors of the round before; in a fixed bracket each follows from two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple, cast

from liguilla.engine.derivation import Derivation
from liguilla.engine.inputs import day_and_hour
from liguilla.engine.naming import named, round_name
from liguilla.engine.pairings import Contender, Position, bracket, pair_in_order, reseed
from liguilla.engine.places import Decided, Place, Void, Waiting
from liguilla.engine.results import KnockoutResult, RoundResult, TieResult
from liguilla.engine.seeding import (
    PlannedRound,
    entrants,
    entry_selector,
    groups,
    keeps_order,
    knockout_stage,
    not_open,
    plan,
    seeds,
)
from liguilla.engine.selectors import team_set
from liguilla.engine.ties import play_tie
from liguilla.facts import Match, Pairing
from liguilla.formats import AsNeeded, Round, Selector, Tie
from liguilla.words import Phrase, Text, phrase

__all__ = ["knockout", "possible_teams", "tie_named", "ties"]

_FEW: Final = 8
"""So many ties are put together at a time."""

_MOST_AMONG: Final = 16
"""Among more than so many, nobody asks who it may be."""

_NOBODY: Final = Contender(Void(phrase("engine.no_opponent")))

Possible = tuple[frozenset[str] | None, frozenset[str] | None]


class Where(NamedTuple):
    """A round of a knock-out, of one of its groups if it has any; rounds count from 0."""

    stage: str
    group: str | None
    number: int

    def before(self) -> Where:
        """Return the round before."""
        return Where(self.stage, self.group, self.number - 1)

    def after(self) -> Where:
        """Return the round after."""
        return Where(self.stage, self.group, self.number + 1)


def knockout(d: Derivation, stage_id: str) -> KnockoutResult:
    """Return all rounds of a knock-out, as far as they are known."""
    open_ = d.ask(not_open, stage_id)
    labels = groups(d, stage_id)
    rounds = [
        d.ask(_round_result, Where(stage_id, label, number))
        for label in labels
        for number in range(len(d.ask(plan, stage_id, label)))
    ]
    of_group: list[Mapping[str, int]] = [d.ask(seeds, stage_id, label) for label in labels]
    return KnockoutResult(
        knockout_stage(d, stage_id),
        tuple(rounds),
        of_group[0] if len(of_group) == 1 else {team: seed for each in of_group for team, seed in each.items()},
        void=open_.why if isinstance(open_, Void) else None,
        waits=open_.what if isinstance(open_, Waiting) else None,
    )


def ties(d: Derivation, stage_id: str, round_id: str, group: str | None) -> tuple[TieResult, ...]:
    """Return the ties of a round: of one group, or of all of them."""
    found: list[TieResult] = []
    for label in groups(d, stage_id) if group is None else (group,):
        for number, planned in enumerate(d.ask(plan, stage_id, label)):
            if planned.round.id == round_id:
                result: RoundResult = d.ask(_round_result, Where(stage_id, label, number))
                found += result.ties
    return tuple(found)


def tie_named(d: Derivation, stage_id: str, round_id: str, tie_id: str, group: str | None) -> TieResult:
    """Return the tie that the format lists under an id."""
    for number, planned in enumerate(d.ask(plan, stage_id, group)):
        for place, tie in enumerate(planned.round.ties):
            if planned.round.id == round_id and tie.id == tie_id:
                found: TieResult = d.ask(_tie, Where(stage_id, group, number), place)
                return found
    raise KeyError(tie_id)


def _planned(d: Derivation, where: Where) -> PlannedRound:
    rounds: tuple[PlannedRound, ...] = d.ask(plan, where.stage, where.group)
    return rounds[where.number]


def _seeds_in(d: Derivation, where: Where) -> Mapping[str, int]:
    """Return the seeds that hold in a round: the first ones, or those taken over from the beaten."""
    base: Mapping[str, int] = d.ask(seeds, where.stage, where.group)
    if where.number == 0 or knockout_stage(d, where.stage).winner_takes == "own_seed":
        return base
    held = dict(d.ask(_seeds_in, where.before()))
    for tie in d.ask(_round_result, where.before()).ties:
        known = [seed for seed in tie.seeds if seed is not None]
        if isinstance(tie.winner, Decided) and known:
            held[tie.winner.team] = min(known)
    return held


# ---------------------------------------------------------------------------------------------- who stands where


def _position(d: Derivation, where: Where, number: int, planned: PlannedRound | None = None) -> Position:
    """Return who stands in a position of a round."""
    if (planned or _planned(d, where)).fixed:
        before = where.before()
        last = 2 * number + 1 >= d.ask(_positions, before)
        other = None if last else d.ask(_survivor, before, 2 * number + 1)
        return d.ask(_survivor, before, 2 * number), other
    arranged: Position = d.ask(_arranged, where, number)
    return arranged


def _arranged(d: Derivation, where: Where, number: int) -> Position:
    """Return one position out of all, so that who reads it doesn't depend on the others."""
    arrangement: tuple[Position, ...] = d.ask(_arrangement, where)
    return arrangement[number]


def _positions(d: Derivation, where: Where) -> int:
    """Return how many positions a round has."""
    if _planned(d, where).fixed:
        before: int = d.ask(_positions, where.before())
        return (before + 1) // 2
    arrangement: tuple[Position, ...] = d.ask(_arrangement, where)
    return len(arrangement)


def _survivor(d: Derivation, where: Where, number: int) -> Contender:
    """Return who goes on from a position."""
    planned = _planned(d, where)
    one, other = _position(d, where, number, planned)
    if other is None:
        return one
    tie: TieResult = d.ask(_tie, where, number)
    match tie.winner:
        case Decided(team=team):
            return Contender(tie.winner, d.ask(_seeds_in, where.after()).get(team))
        case Void():
            return Contender(tie.winner)
        case _:
            return Contender(tie.winner, None, _among((one, other)) if planned.paired_anew else ())


def _among(contenders: tuple[Contender, ...]) -> tuple[Contender, ...]:
    """Return all who may be one of these; nobody where they are too many to be worth asking about."""
    among = dict.fromkeys(each for contender in contenders for each in contender.among or (contender,))
    return tuple(among) if len(among) <= _MOST_AMONG else ()


def _arrangement(d: Derivation, where: Where) -> tuple[Position, ...]:
    """Return all positions of a round that is listed, or paired as a whole."""
    round_ = _planned(d, where).round
    if round_.ties:
        return tuple(_listed(d, where, tie) for tie in round_.ties)
    contenders: tuple[Contender, ...] = d.ask(_taking_part, where)
    byes = round_.byes if isinstance(round_.byes, int) else (1 << (len(contenders) - 1).bit_length()) - len(contenders)
    # How many will enter may not be known as long as anybody is waited for; how many survive is.
    counted = where.number > 0 or not any(isinstance(each.place, Waiting) for each in contenders)
    if (len(contenders) - byes) % 2 and counted:
        contenders += (_NOBODY,)
    match round_.pairing:
        case "bracket" | "reseed":
            waits = Waiting(phrase("engine.one_of_winners", round=_before(d, where)))
            found = bracket(contenders, byes) if round_.pairing == "bracket" else reseed(contenders, byes, waits)
            return found if found is not None else _all_wait(contenders, byes, waits)
        case "drawn":
            return _drawn(d, where, contenders, byes)
        case _:
            return pair_in_order(contenders)


def _taking_part(d: Derivation, where: Where) -> tuple[Contender, ...]:
    """Return who takes part in a round whose ties aren't listed: survivors first, then those who enter."""
    round_ = _planned(d, where).round
    if round_.teams is not None:
        found = [_contender(d, where, place) for place in _drawable(d, round_, round_.teams, d.places(round_.teams))]
    elif where.number == 0:
        entered = d.ask(entrants, where.stage, where.group)
        entered = _drawable(d, round_, entry_selector(d, where.stage, where.group), entered)
        sure = keeps_order(d, where.stage, where.group)
        found = [_contender(d, where, place, number if sure else None) for number, place in enumerate(entered, 1)]
    else:
        before = where.before()
        found = [d.ask(_survivor, before, number) for number in range(d.ask(_positions, before))]
    if round_.enter is not None:
        found += [_contender(d, where, place) for place in _drawable(d, round_, round_.enter, d.places(round_.enter))]
    closed = _closed(d, where)
    if closed is not None:
        return (Contender(closed),) * len(found)
    rounds = knockout_stage(d, where.stage).rounds
    if round_.byes == "as_needed" or (isinstance(rounds, AsNeeded) and where.number == 0):
        # As many as there are; in a round for a fixed number a void place is the bye of another.
        return tuple(contender for contender in found if not isinstance(contender.place, Void))
    return tuple(found)


def _drawable(d: Derivation, round_: Round, selector: Selector | None, found: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return these places; in a drawn round, where order means nothing, the teams as soon as they are certain."""
    certain = _certain(d, selector, found) if selector is not None and round_.pairing == "drawn" else None
    return found if certain is None else certain


def _closed(d: Derivation, where: Where) -> Void | Waiting | None:
    """Return why the stage or this round isn't played, or what that waits for; None where it is played."""
    closed: Void | Waiting | None = d.closed(_planned(d, where).round.when) or d.ask(not_open, where.stage)
    return closed


def _contender(d: Derivation, where: Where, place: Place, number: int | None = None) -> Contender:
    """Return a place with its seed; `number` is its place among the entrants, which is a seed where none is named."""
    if isinstance(place, Decided):
        return Contender(place, d.ask(_seeds_in, where).get(place.team))
    return Contender(place, number if knockout_stage(d, where.stage).seeds is None else None)


def _listed(d: Derivation, where: Where, tie: Tie) -> Position:
    """Return the two teams of a listed tie; where only these are certain, they stand in the order of entry."""
    closed = _closed(d, where)
    if closed is not None:
        return Contender(closed), Contender(closed)
    found = d.places(tie.teams)
    certain = _certain(d, tie.teams, found)
    if certain is not None and len(certain) == 2:
        one, other = (replace(_contender(d, where, place), unordered=True) for place in certain)
        return one, other
    one, other, *_ = (*(_contender(d, where, place) for place in found), _NOBODY, _NOBODY)
    return one, other


def _certain(d: Derivation, selector: Selector, found: tuple[Place, ...]) -> tuple[Place, ...] | None:
    """Return the teams of a selector in the order of entry, where they are certain and their order isn't."""
    if all(isinstance(place, Decided | Void) for place in found):
        return None
    certain = team_set(d, selector)
    return None if certain is None else tuple(Decided(team) for team in d.teams() if team in certain)


def _before(d: Derivation, where: Where) -> Text | Phrase:
    return named(_planned(d, where.before()).round) if where.number else round_name(where.stage)


def _all_wait(contenders: tuple[Contender, ...], byes: int, waits: Waiting) -> tuple[Position, ...]:
    someone = Contender(waits, None, _among(contenders))
    return ((someone, None),) * byes + ((someone, someone),) * ((len(contenders) - byes) // 2)


def _drawn(d: Derivation, where: Where, contenders: tuple[Contender, ...], byes: int) -> tuple[Position, ...]:
    """Return the pairs that were drawn, in the order of the draw; a match of the round shows its pair too."""
    by_team = {c.place.team: c for c in contenders if isinstance(c.place, Decided)}
    round_ = _planned(d, where).round
    drawn: tuple[Pairing, ...] = d.entry("decisions", Pairing, where.stage, round_.id)
    entered = {team: number for number, team in enumerate(d.teams())}
    in_order = sorted(drawn, key=lambda p: (p.order is None, p.order or 0, entered.get(p.teams[0], 0)))
    pairs = [pairing.teams for pairing in in_order]
    played: tuple[Match, ...] = d.entry("round", where.stage, round_.id)
    seen = {frozenset(pair) for pair in pairs}
    for match in sorted(played, key=lambda m: (day_and_hour(m), entered.get(m.home, 0))):
        if frozenset(match.teams) not in seen:
            seen.add(frozenset(match.teams))
            pairs.append(match.teams)
    found: list[Position] = [(by_team[a], by_team[b]) for a, b in pairs if a in by_team and b in by_team]
    left = [c for c in contenders if not any(c in position for position in found)]
    there = [c for c in left if not isinstance(c.place, Void)]
    if len(there) <= byes:
        return tuple(found) + tuple((c, None) for c in there)
    if len(there) == 1:
        return (*found, (there[0], _NOBODY))
    waits = Waiting(phrase("engine.draw_of_round", round=named(round_)))
    return tuple(found) + _all_wait(tuple(left), byes, waits)


# ------------------------------------------------------------------------------------------------------- results


def _tie(d: Derivation, where: Where, number: int) -> TieResult | None:
    """Return what became of a tie; None for a position that goes on without playing."""
    planned = _planned(d, where)
    one, other = _position(d, where, number, planned)
    if other is None:
        return None
    listed = planned.round.ties[number] if planned.round.ties else None
    id_ = listed.id if listed else _tie_id(d, where, number, planned.round)
    return play_tie(d, planned, listed, id_, (one, other))


def _tie_id(d: Derivation, where: Where, number: int, round_: Round) -> str:
    """Return the round and a number, or the round alone where it has one tie. Byes have no number."""
    if d.ask(_positions, where) == 1:
        return round_.id
    byes = sum(_position(d, where, before)[1] is None for before in range(number)) if round_.byes else 0
    return f"{round_.id}.{number + 1 - byes}"


def _ties_from(d: Derivation, where: Where, first: int, number: int) -> tuple[TieResult | None, ...]:
    """Return so many positions' ties, put together in halves: one more result touches few of these."""
    if number <= _FEW:
        return tuple([d.ask(_tie, where, at) for at in range(first, first + number)])
    half = number // 2
    one: tuple[TieResult | None, ...] = d.ask(_ties_from, where, first, half)
    other: tuple[TieResult | None, ...] = d.ask(_ties_from, where, first + half, number - half)
    return one + other


def _round_result(d: Derivation, where: Where) -> RoundResult:
    round_ = _planned(d, where).round
    found = _ties_from(d, where, 0, d.ask(_positions, where))
    closed = d.closed(round_.when)
    void = closed.why if isinstance(closed, Void) else None
    if all(found):
        return RoundResult(round_, cast(tuple[TieResult, ...], found), (), where.group, void)
    byes = tuple(_position(d, where, number)[0].place for number, tie in enumerate(found) if tie is None)
    return RoundResult(round_, tuple(tie for tie in found if tie is not None), byes, where.group, void)


def possible_teams(d: Derivation, stage_id: str, round_id: str, group: str | None) -> tuple[Possible, ...]:
    """Return, for each tie of a round, the teams that may still come to either side; None where any may."""
    for number, planned in enumerate(d.ask(plan, stage_id, group)):
        if planned.round.id == round_id:
            where = Where(stage_id, group, number)
            positions = [_position(d, where, place) for place in range(d.ask(_positions, where))]
            return tuple(
                (_may_be(d, where, place, 0, one), _may_be(d, where, place, 1, other))
                for place, (one, other) in enumerate(positions)
                if other is not None
            )
    return ()


def _may_be(d: Derivation, where: Where, number: int, side: int, contender: Contender) -> frozenset[str] | None:
    if isinstance(contender.place, Decided):
        return frozenset({contender.place.team})
    if isinstance(contender.place, Void):
        return frozenset()
    if contender.among:
        sides = [_may_be(d, where, number, side, each) for each in contender.among]
    elif _planned(d, where).fixed:
        before, fed_by = where.before(), 2 * number + side
        pair = _position(d, before, fed_by)
        sides = [_may_be(d, before, fed_by, at, each) for at, each in enumerate(pair) if each is not None]
    else:
        return None
    known = [each for each in sides if each is not None]
    return frozenset().union(*known) if len(known) == len(sides) else None

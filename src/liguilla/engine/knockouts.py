"""Knock-outs: who stands in which position of each round, and what becomes of each tie.

A round is asked for position by position, so that a result touches only the ties it leads to. Where a round is paired
anew, its positions follow from all the survivors of the round before; in a fixed bracket each follows from two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import Final, NamedTuple, cast

from liguilla.engine.derivation import Derivation
from liguilla.engine.inputs import day_and_hour
from liguilla.engine.naming import named, round_name
from liguilla.engine.pairings import Contender, Position, bracket, pair_in_order, reseed
from liguilla.engine.places import Decided, Place, Void, Waiting
from liguilla.engine.results import KnockoutResult, RoundResult, TieResult
from liguilla.engine.rounds import PlannedRound, plan
from liguilla.engine.seeding import entrants, entry_selector, groups, keeps_order, knockout_stage, not_open, seeds
from liguilla.engine.selectors import team_set
from liguilla.engine.ties import play_tie
from liguilla.engine.together import put_together
from liguilla.facts import Match, Pairing
from liguilla.formats import AsNeeded, Played, Round, Selector, Tie
from liguilla.words import phrase

__all__ = [
    "Where",
    "found_in",
    "knockout",
    "number_of_positions",
    "number_of_tie",
    "planned_round",
    "position",
    "taking_part",
    "tie_at",
    "tie_named",
    "ties",
]

_FEW: Final = 8
"""So many ties are put together at a time."""

_MOST_AMONG: Final = 16
"""Among more than so many, nobody asks who it may be."""

_NOBODY: Final = Contender(Void(phrase("engine.no_opponent")))


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
    """Return the ties of a round: of one group, or of all of them. A round that isn't needed has a tie that is void."""
    found: list[TieResult] = []
    labels = groups(d, stage_id) if group is None else (group,)
    for label in labels:
        where = found_in(d, stage_id, round_id, label)
        if where is not None:
            result: RoundResult = d.ask(_round_result, where)
            found += result.ties
    if not found and all(_is_known(place) for label in labels for place in d.ask(entrants, stage_id, label)):
        nobody = Void(phrase("engine.round_not_needed", round=round_name(round_id)))
        return (TieResult(round_id, (nobody, nobody), (None, None), (), None, nobody, nobody),)
    return tuple(found)


def _is_known(place: Place) -> bool:
    return not isinstance(place, Waiting)


def tie_named(d: Derivation, stage_id: str, round_id: str, tie_id: str, group: str | None) -> TieResult:
    """Return the tie that has an id: one that the format lists, or the round's and a number."""
    where = found_in(d, stage_id, round_id, group)
    assert where is not None
    found: TieResult = d.ask(tie_at, where, number_of_tie(d, where, tie_id))
    return found


def found_in(d: Derivation, stage_id: str, round_id: str, group: str | None) -> Where | None:
    """Return where a round is; None where there is none of this id."""
    for number, planned in enumerate(d.ask(plan, stage_id, group)):
        if planned.round.id == round_id:
            return Where(stage_id, group, number)
    return None


def number_of_tie(d: Derivation, where: Where, tie_id: str) -> int:
    """Return the position that a tie stands in."""
    round_ = planned_round(d, where).round
    if round_.ties:
        return next(number for number, tie in enumerate(round_.ties) if tie.id == tie_id)
    _, _, number = tie_id.rpartition(".")
    at = int(number) - 1 if number.isdecimal() else 0
    if not round_.byes:
        return at
    played = (each for each in range(d.ask(number_of_positions, where)) if position(d, where, each)[1] is not None)
    return next(islice(played, at, None))


def planned_round(d: Derivation, where: Where) -> PlannedRound:
    """Return a round and its part in the stage."""
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


def position(d: Derivation, where: Where, number: int, planned: PlannedRound | None = None) -> Position:
    """Return who stands in a position of a round."""
    if (planned or planned_round(d, where)).fixed:
        before = where.before()
        last = 2 * number + 1 >= d.ask(number_of_positions, before)
        other = None if last else d.ask(_survivor, before, 2 * number + 1)
        return d.ask(_survivor, before, 2 * number), other
    arranged: Position = d.ask(_arranged, where, number)
    return arranged


def _arranged(d: Derivation, where: Where, number: int) -> Position:
    """Return one position out of all, so that who reads it doesn't depend on the others."""
    arrangement: tuple[Position, ...] = d.ask(_arrangement, where)
    return arrangement[number]


def number_of_positions(d: Derivation, where: Where) -> int:
    """Return how many positions a round has."""
    if planned_round(d, where).fixed:
        before: int = d.ask(number_of_positions, where.before())
        return (before + 1) // 2
    arrangement: tuple[Position, ...] = d.ask(_arrangement, where)
    return len(arrangement)


def _survivor(d: Derivation, where: Where, number: int) -> Contender:
    """Return who goes on from a position."""
    planned = planned_round(d, where)
    one, other = position(d, where, number, planned)
    if other is None:
        return one
    tie: TieResult = d.ask(tie_at, where, number)
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
    planned = planned_round(d, where)
    found = tuple(_listed(d, where, tie) for tie in planned.round.ties) if planned.round.ties else _paired(d, where)
    return put_together(d, planned, found) if planned.round.together and planned.round.pairing != "drawn" else found


def _paired(d: Derivation, where: Where) -> tuple[Position, ...]:
    """Return the positions of a round whose ties aren't listed."""
    planned = planned_round(d, where)
    round_ = planned.round
    contenders: tuple[Contender, ...] = d.ask(taking_part, where)
    byes = round_.byes if isinstance(round_.byes, int) else (1 << (len(contenders) - 1).bit_length()) - len(contenders)
    # How many will enter may not be known as long as anybody is waited for; how many survive is.
    counted = where.number > 0 or not any(isinstance(each.place, Waiting) for each in contenders)
    if (len(contenders) - byes) % 2 and counted:
        contenders += (_NOBODY,)
    match round_.pairing:
        case "bracket" | "reseed":
            waits = _awaited(d, where)
            found = bracket(contenders, byes) if round_.pairing == "bracket" else reseed(contenders, byes, waits)
            if found is None and len(contenders) == 2 and not byes:
                # Two that are left meet, whoever of them is better.
                in_order = all(isinstance(each.place, Decided | Void) for each in contenders)
                found = pair_in_order(tuple(replace(each, unordered=not in_order) for each in contenders))
            return found if found is not None else _all_wait(contenders, byes, waits)
        case "drawn":
            return _drawn(d, where, contenders, byes)
        case _:
            return pair_in_order(contenders)


def taking_part(d: Derivation, where: Where) -> tuple[Contender, ...]:
    """Return who takes part in a round whose ties aren't listed: survivors first, then those who enter."""
    round_ = planned_round(d, where).round
    if round_.teams is not None:
        found = [_contender(d, where, place) for place in _drawable(d, round_, round_.teams, d.places(round_.teams))]
    elif where.number == 0:
        entered = d.ask(entrants, where.stage, where.group)
        entered = _drawable(d, round_, entry_selector(d, where.stage, where.group), entered)
        sure = keeps_order(d, where.stage, where.group)
        found = [_contender(d, where, place, number if sure else None) for number, place in enumerate(entered, 1)]
    else:
        before = where.before()
        found = [d.ask(_survivor, before, number) for number in range(d.ask(number_of_positions, before))]
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
    closed: Void | Waiting | None = d.closed(planned_round(d, where).round.when) or d.ask(not_open, where.stage)
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


def _awaited(d: Derivation, where: Where) -> Waiting:
    """Return what an open position of a paired round waits for: one of those whom it takes from another round."""
    planned = planned_round(d, where)
    teams = planned.round.teams
    if teams is None and where.number > 0:
        return Waiting(phrase("engine.one_of_winners", round=named(planned_round(d, where.before()).round)))
    taken = {(term.side, term.stage, term.round) for term in (teams.terms if teams else ()) if isinstance(term, Played)}
    if teams is None or len(taken) != 1 or not all(isinstance(term, Played) for term in teams.terms):
        return planned.waits
    ((side, stage, round_id),) = taken
    at = found_in(d, stage, round_id, where.group) if stage == where.stage else None
    name = round_name(round_id) if at is None else named(planned_round(d, at).round)
    return Waiting(phrase(f"engine.one_of_{side}s", round=name))


def _all_wait(contenders: tuple[Contender, ...], byes: int, waits: Waiting) -> tuple[Position, ...]:
    someone = Contender(waits, None, _among(contenders))
    return ((someone, None),) * byes + ((someone, someone),) * ((len(contenders) - byes) // 2)


def _drawn(d: Derivation, where: Where, contenders: tuple[Contender, ...], byes: int) -> tuple[Position, ...]:
    """Return the pairs that were drawn, in the order of the draw; a match of the round shows its pair too."""
    by_team = {c.place.team: c for c in contenders if isinstance(c.place, Decided)}
    round_ = planned_round(d, where).round
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


def tie_at(d: Derivation, where: Where, number: int) -> TieResult | None:
    """Return what became of a tie; None for a position that goes on without playing."""
    planned = planned_round(d, where)
    one, other = position(d, where, number, planned)
    if other is None:
        return None
    closed = d.closed(planned.round.when) if planned.round.when is not None else None
    if isinstance(closed, Waiting):
        planned = planned._replace(waits=closed)  # before it waits for its teams
    elif planned.round.together is not None and isinstance(one.place, Waiting):
        planned = planned._replace(waits=one.place)
    listed = planned.round.ties[number] if planned.round.ties else None
    id_ = listed.id if listed else _tie_id(d, where, number, planned.round)
    return play_tie(d, planned, listed, id_, (one, other))


def _tie_id(d: Derivation, where: Where, number: int, round_: Round) -> str:
    """Return the round and a number, or the round alone where it has one tie. Byes have no number."""
    if d.ask(number_of_positions, where) == 1:
        return round_.id
    byes = sum(position(d, where, before)[1] is None for before in range(number)) if round_.byes else 0
    return f"{round_.id}.{number + 1 - byes}"


def _ties_from(d: Derivation, where: Where, first: int, number: int) -> tuple[TieResult | None, ...]:
    """Return so many positions' ties, put together in halves: one more result touches few of these."""
    if number <= _FEW:
        return tuple([d.ask(tie_at, where, at) for at in range(first, first + number)])
    half = number // 2
    one: tuple[TieResult | None, ...] = d.ask(_ties_from, where, first, half)
    other: tuple[TieResult | None, ...] = d.ask(_ties_from, where, first + half, number - half)
    return one + other


def _round_result(d: Derivation, where: Where) -> RoundResult:
    round_ = planned_round(d, where).round
    found = _ties_from(d, where, 0, d.ask(number_of_positions, where))
    closed = d.closed(round_.when)
    void = closed.why if isinstance(closed, Void) else None
    if all(found):
        return RoundResult(round_, cast(tuple[TieResult, ...], found), (), where.group, void)
    byes = tuple(position(d, where, number)[0].place for number, tie in enumerate(found) if tie is None)
    return RoundResult(round_, tuple(tie for tie in found if tie is not None), byes, where.group, void)

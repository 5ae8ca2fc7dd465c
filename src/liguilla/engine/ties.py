"""A tie: two teams, the legs they play, and who goes through."""

from __future__ import annotations

from typing import Final

from liguilla.engine.derivation import Derivation
from liguilla.engine.inputs import pair_key
from liguilla.engine.ladders import Contest, Verdict, aggregate, by_decision, climb, is_settled
from liguilla.engine.pairings import Contender
from liguilla.engine.places import Decided, Place, Unresolved, Void, Waiting, WinnerOf
from liguilla.engine.results import Leg, TieResult
from liguilla.engine.seeding import PlannedRound
from liguilla.facts import Decision, Lots, Match, TieAward
from liguilla.facts import Host as HostDecision
from liguilla.formats import BestOf, BetterIn, Host, HostIn, Ladder, Series, StageRef, Tie
from liguilla.words import phrase

__all__ = ["play_tie"]

_NOT_NAMED: Final = Contender(Waiting(phrase("engine.host_not_known")))


def play_tie(
    d: Derivation, planned: PlannedRound, listed: Tie | None, id_: str, pair: tuple[Contender, Contender]
) -> TieResult:
    """Return what became of a tie.

    Parameters
    ----------
    listed
        The tie as the format lists it; None where the round is paired.
    pair
        As listed or drawn: the first of them is the ``first`` of ``hosts``.
    """
    round_, stage = planned.round, planned.stage
    series = listed.series if listed is not None else round_.series
    ordered = _better_first(pair)
    teams = ordered[0].place, ordered[1].place
    seeds = ordered[0].seed, ordered[1].seed
    name = listed.name if listed is not None else None
    closed = d.closed(listed.when) if listed is not None else None
    if isinstance(closed, Void):
        return TieResult(id_, (closed, closed), (None, None), (), None, closed, closed, name=name)
    if closed is not None:
        return TieResult(id_, teams, seeds, (), None, closed, closed, name=name)
    if isinstance(teams[0], Void) or isinstance(teams[1], Void):
        return _without_opponent(id_, teams, seeds, planned)
    if not isinstance(teams[0], Decided) or not isinstance(teams[1], Decided):
        legs = _legs(d, series, pair, (), d.entry("rulings", stage, round_.id))
        waits = _waits(teams, planned.waits)
        return TieResult(id_, teams, seeds, legs, None, waits, waits, name=name)
    names = teams[0].team, teams[1].team
    matches: tuple[Match, ...] = d.entry(*pair_key(stage, round_.id, *names))
    rulings: tuple[Decision, ...] = d.entry("rulings", stage, round_.id)
    legs = _legs(d, series, pair, matches, rulings)
    played = tuple([leg.match for leg in legs if leg.match is not None and is_settled(leg.match)])
    verdict = _verdict(d, series.ladder, names, seeds, legs, played, rulings, last=planned.last)
    winner, loser = _sides(names, verdict.winner, planned, id_)
    return TieResult(
        id=id_,
        teams=teams,
        seeds=seeds,
        legs=legs,
        aggregate=aggregate(names, played, extra_time=verdict.extended) if played else None,
        winner=winner,
        loser=loser,
        decided_by=verdict.decided_by,
        reason=verdict.reason,
        rule=verdict.rule,
        name=name,
    )


def _better_first(pair: tuple[Contender, Contender]) -> tuple[Contender, Contender]:
    one, other = pair
    if one.seed is not None and other.seed is not None and other.seed < one.seed:
        return other, one
    return pair


def _without_opponent(
    id_: str, teams: tuple[Place, Place], seeds: tuple[int | None, int | None], planned: PlannedRound
) -> TieResult:
    """Let a team without opponent go on; if both are out, so is the winner."""
    there = next((place for place in teams if not isinstance(place, Void)), teams[0])
    void = next(place for place in teams if isinstance(place, Void))
    if isinstance(there, Decided):
        there = Decided(there.team, WinnerOf(planned.path, planned.round.id, id_))
    reason = None if isinstance(there, Void) else phrase("engine.goes_on_alone")
    return TieResult(id_, teams, seeds, (), None, there, void, reason=reason)


def _waits(teams: tuple[Place, Place], waits: Waiting) -> Waiting:
    unresolved = next((place for place in teams if isinstance(place, Unresolved)), None)
    return waits if unresolved is None else unresolved.awaited()


def _sides(names: tuple[str, str], winner: Place, planned: PlannedRound, id_: str) -> tuple[Place, Place]:
    if not isinstance(winner, Decided):
        return winner, winner
    loser = names[1] if winner.team == names[0] else names[0]
    path, round_ = planned.path, planned.round.id
    return Decided(winner.team, WinnerOf(path, round_, id_)), Decided(loser, WinnerOf(path, round_, id_, won=False))


# --------------------------------------------------------------------------------------------------------- legs


def _legs(
    d: Derivation,
    series: Series,
    pair: tuple[Contender, Contender],
    matches: tuple[Match, ...],
    rulings: tuple[Decision, ...],
) -> tuple[Leg, ...]:
    """Return the legs with their hosts by the rules and the matches that are theirs."""
    number = series.legs.number if isinstance(series.legs, BestOf) else series.legs
    hosts = [_host(d, series.hosts[leg - 1], pair, leg, rulings) for leg in range(1, number + 1)]
    legs = []
    for leg, (host, match) in enumerate(zip(hosts, _assign(hosts, matches), strict=True), 1):
        if host is None:
            legs.append(Leg(leg, None, None, match))
        elif host is _NOT_NAMED:
            legs.append(Leg(leg, host.place, host.place, match))
        else:
            away = pair[1] if host is pair[0] else pair[0]
            legs.append(Leg(leg, host.place, away.place, match))
    return tuple(legs)


def _host(
    d: Derivation, host: Host, pair: tuple[Contender, Contender], leg: int, rulings: tuple[Decision, ...]
) -> Contender | None:
    """Return who is at home: one of the two, None on neutral ground, or somebody who isn't known yet."""
    for ruling in reversed(rulings):
        if isinstance(ruling, HostDecision) and ruling.leg == leg:
            known = {c.place.team: c for c in pair if isinstance(c.place, Decided)}
            if known.keys() == set(ruling.teams) and ruling.team in known:
                return known[ruling.team]
    match host:
        case "neutral":
            return None
        case "first" | "second" if pair[0].unordered:
            return _NOT_NAMED
        case "first":
            return pair[0]
        case "second":
            return pair[1]
        case "announced":
            return _NOT_NAMED
        case HostIn(stage=ref, better=better):
            positions = _positions(d, ref)
            ranks = [positions.get(c.place.team) if isinstance(c.place, Decided) else None for c in pair]
            return _ranked_host(pair, ranks, better)
        case _:
            return _ranked_host(pair, [contender.seed for contender in pair], host == "better_seed")


def _ranked_host(pair: tuple[Contender, Contender], ranks: list[int | None], better: bool) -> Contender:
    one, other = ranks
    if one is None or other is None or one == other:
        return _NOT_NAMED
    return pair[0] if (one < other) == better else pair[1]


def _positions(d: Derivation, ref: StageRef) -> dict[str, int]:
    inner = d.inside(ref.path)
    if inner is None:
        return {}
    return {
        place.team: position
        for standing in inner.ranked(ref.stage).standings
        for position, place in enumerate(standing.places, 1)
        if isinstance(place, Decided)
    }


def _assign(hosts: list[Contender | None], matches: tuple[Match, ...]) -> list[Match | None]:
    """Return the match of each leg. The days decide; where they can't, a match may show its leg by its host."""
    legs: list[Match | None] = [None] * len(hosts)
    if not matches:
        return legs
    matches = matches[: len(hosts)]
    days = [match.date for match in matches if match.date is not None]
    if len(matches) == len(hosts) and len(set(days)) == len(hosts):
        return list(matches)
    homes = [host.place.team if host is not None and isinstance(host.place, Decided) else None for host in hosts]
    for match in matches:
        free = [number for number, taken in enumerate(legs) if taken is None]
        own = [number for number in free if homes[number] == match.home and homes.count(match.home) == 1]
        legs[own[0] if own else free[0]] = match
    return legs


# ------------------------------------------------------------------------------------------------------ verdict


def _verdict(
    d: Derivation,
    ladder: Ladder,
    names: tuple[str, str],
    seeds: tuple[int | None, int | None],
    legs: tuple[Leg, ...],
    played: tuple[Match, ...],
    rulings: tuple[Decision, ...],
    *,
    last: bool,
) -> Verdict:
    lots = None
    for ruling in reversed(rulings):  # the latest decision holds
        if isinstance(ruling, TieAward) and set(ruling.teams) == set(names) and ruling.winner in names:
            return Verdict(Decided(ruling.winner), "decision", by_decision(ruling.winner, ruling.reason))
        if isinstance(ruling, Lots) and set(ruling.teams) == set(names):
            lots = lots or ruling.teams[0]
    ranks = {str(step.stage): _positions(d, step.stage) for step in ladder.steps if isinstance(step, BetterIn)}
    return climb(Contest(names, seeds, legs, played, ladder, ranks, lots, last))

"""A tie: two teams, the legs they play, and who goes through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from liguilla.engine.derivation import Derivation
from liguilla.engine.inputs import day_and_hour, pair_key
from liguilla.engine.ladders import Contest, Verdict, by_decision, climb, shown_open
from liguilla.engine.pairings import Contender
from liguilla.engine.places import Decided, Place, Unresolved, Void, Waiting, WinnerOf
from liguilla.engine.results import Leg, TieResult
from liguilla.engine.rounds import PlannedRound
from liguilla.facts import Decision, Exclusion, Lots, Match, TieAward, Withdrawal
from liguilla.facts import Host as HostDecision
from liguilla.formats import BestOf, BetterIn, Host, HostIn, Ladder, Replay, Series, Share, StageRef, Table, Tie
from liguilla.words import Listing, phrase

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
    rulings: tuple[Decision, ...] = d.entry("rulings", stage, round_.id)
    if not isinstance(teams[0], Decided) or not isinstance(teams[1], Decided):
        legs = _before_any_match(series, _legs(d, series, pair, (), rulings))
        waits = _waits(teams, planned.waits)
        return TieResult(id_, teams, seeds, legs, None, waits, waits, name=name)
    names = teams[0].team, teams[1].team
    matches: tuple[Match, ...] = d.entry(*pair_key(stage, round_.id, *names))
    legs = _legs(d, series, pair, matches, rulings)
    first = names[0] if ordered[0] is pair[0] else names[1]
    verdict = _verdict(d, series, names, seeds, legs, rulings, planned.ends, first)
    if not isinstance(verdict.winner, Decided):
        verdict = _after_withdrawals(d, stage, names, verdict)
    winner, loser = _sides(names, verdict.winner, planned, id_)
    return TieResult(
        id=id_,
        teams=teams,
        seeds=seeds,
        legs=verdict.legs,
        aggregate=verdict.goals,
        winner=winner,
        loser=loser,
        decided_by=verdict.decided_by,
        reason=verdict.reason,
        rule=verdict.rule,
        name=name,
        wins=verdict.wins,
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
    """Return all legs there may be, replays after the others, with their hosts by the rules and their matches."""
    number = _number_of_legs(series)
    hosts = [_host(d, host, pair, leg, rulings) for leg, host in enumerate(series.hosts, 1)]
    for step in series.ladder.steps:
        if isinstance(step, Replay):
            for leg in range(len(hosts) + 1, len(hosts) + step.number + 1):
                hosts.append(_named_host(pair, leg, rulings) or _exchanged(pair, hosts[-1]))
    kind: Literal["leg", "match"] = "match" if isinstance(series.legs, BestOf) else "leg"
    assigned: Sequence[Match | None]
    if kind == "match" or len(hosts) > number:
        assigned = _assign_in_a_row(hosts, matches, 1 if kind == "match" else number)
    else:
        assigned = _assign(hosts, matches)
    found = []
    for leg, (host, match) in enumerate(zip(hosts, assigned, strict=True), 1):
        home = None if host is None else host.place
        away = None if host is None else host.place if host is _NOT_NAMED else _other(pair, host).place
        found.append(Leg(leg, home, away, match, "replay" if leg > number else kind))
    return tuple(found)


def _number_of_legs(series: Series) -> int:
    return series.legs.number if isinstance(series.legs, BestOf) else series.legs


def _before_any_match(series: Series, legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
    """Return the legs that there will be, whatever happens in them, and those that may be."""
    number = _number_of_legs(series)
    return shown_open(legs, number // 2 + 1) if isinstance(series.legs, BestOf) else legs[:number]


def _other(pair: tuple[Contender, Contender], one: Contender) -> Contender:
    return pair[1] if one is pair[0] else pair[0]


def _exchanged(pair: tuple[Contender, Contender], host: Contender | None) -> Contender | None:
    """Return who is at home in a replay: whoever was away before; neutral ground stays neutral."""
    return host if host is None or host is _NOT_NAMED else _other(pair, host)


def _named_host(pair: tuple[Contender, Contender], leg: int, rulings: tuple[Decision, ...]) -> Contender | None:
    """Return who is at home in a leg by decision; None where nothing was decided."""
    for ruling in reversed(rulings):
        if isinstance(ruling, HostDecision) and ruling.leg == leg:
            known = {c.place.team: c for c in pair if isinstance(c.place, Decided)}
            if known.keys() == set(ruling.teams) and ruling.team in known:
                return known[ruling.team]
    return None


def _host(
    d: Derivation, host: Host, pair: tuple[Contender, Contender], leg: int, rulings: tuple[Decision, ...]
) -> Contender | None:
    """Return who is at home: one of the two, None on neutral ground, or somebody who isn't known yet."""
    decided = _named_host(pair, leg, rulings) if rulings else None
    if decided is not None:
        return decided
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
    """Return the position of each team that has one; teams that share a place officially have the same."""
    inner = d.inside(ref.path)
    if inner is None:
        return {}
    found: dict[str, int] = {}
    for standing in inner.ranked(ref.stage).standings:
        for position, place in enumerate(standing.places, 1):
            if isinstance(place, Decided):
                found[place.team] = position
        if standing.complete and _shares_at_the_end(inner, ref.stage):
            found |= {row.team: row.position for row in standing.rows}
    return found


def _shares_at_the_end(d: Derivation, stage_id: str) -> bool:
    """Return whether teams that a ranking doesn't tell apart hold their place together, for good."""
    stage = d.format.stages[stage_id]
    return isinstance(stage, Table) and bool(stage.ranking.steps) and isinstance(stage.ranking.steps[-1], Share)


def _assign(hosts: list[Contender | None], matches: tuple[Match, ...]) -> Sequence[Match | None]:
    """Return the match of each leg. The days decide; where they can't, a match may show its leg by its host."""
    if not matches:
        return (None,) * len(hosts)
    matches = matches[: len(hosts)]
    if len(matches) == len(hosts) and _days_differ(matches):
        return matches
    return _assign_by_host(hosts, matches)


def _assign_in_a_row(hosts: list[Contender | None], matches: tuple[Match, ...], least: int) -> Sequence[Match | None]:
    """Return the match of each leg, of a series or of legs and their replays: with so many there, none is left out.

    Where days can't tell, a match that ended level comes before the replay for which there was no need otherwise.
    """
    in_order = sorted(matches, key=lambda match: (day_and_hour(match), not _is_level(match)))[: len(hosts)]
    if len(in_order) >= least and _days_differ(in_order):
        return [*in_order, *[None] * (len(hosts) - len(in_order))]
    return _assign_by_host(hosts, in_order)


def _days_differ(matches: Sequence[Match]) -> bool:
    days = {match.date for match in matches if match.date is not None}
    return len(days) == len(matches)


def _is_level(match: Match) -> bool:
    score = match.extra_time or match.score
    return score is not None and score.home == score.away and not match.has_kicks


def _assign_by_host(hosts: list[Contender | None], matches: Sequence[Match]) -> list[Match | None]:
    legs: list[Match | None] = [None] * len(hosts)
    homes = [host.place.team if host is not None and isinstance(host.place, Decided) else None for host in hosts]
    for match in matches:
        free = [number for number, taken in enumerate(legs) if taken is None]
        own = [number for number in free if homes[number] == match.home]
        legs[own[0] if own else free[0]] = match
    return legs


# ------------------------------------------------------------------------------------------------------ verdict


def _verdict(
    d: Derivation,
    series: Series,
    names: tuple[str, str],
    seeds: tuple[int | None, int | None],
    legs: tuple[Leg, ...],
    rulings: tuple[Decision, ...],
    ends: Literal["nobody", "everybody", "first"],
    first: str,
) -> Verdict:
    award: TieAward | None = None
    lots: list[str] = []
    for ruling in rulings:
        if isinstance(ruling, TieAward) and set(ruling.teams) == set(names) and ruling.winner in names:
            award = ruling  # the latest decision holds
        elif isinstance(ruling, Lots) and set(ruling.teams) == set(names):
            lots.append(ruling.teams[0])
    ladder = series.ladder
    ranks = {str(step.stage): _positions(d, step.stage) for step in ladder.steps if isinstance(step, BetterIn)}
    each_match = Ladder(series.each_match) if isinstance(series.legs, BestOf) else None
    number = _number_of_legs(series)
    verdict = climb(Contest(names, seeds, legs, number, ladder, each_match, ranks, tuple(lots), ends, first))
    if award is None:
        return verdict
    # What is still to be played is not needed any more.
    recorded = tuple([leg for leg in verdict.legs if leg.match is not None])
    reason = by_decision(award.winner, award.reason)
    return replace(verdict, winner=Decided(award.winner), legs=recorded, decided_by="decision", reason=reason, rule="")


def _out(d: Derivation, stage: str) -> Mapping[str, Withdrawal | Exclusion]:
    """Return the teams that withdrew from a knock-out or were excluded, each with the decision that says so."""
    kinds = (Withdrawal, Exclusion)
    return {decision.team: decision for kind in kinds for decision in d.entry("decisions", kind, stage)}


def _after_withdrawals(d: Derivation, stage: str, names: tuple[str, str], verdict: Verdict) -> Verdict:
    """Let the opponent of a team that withdrew or was excluded go on; nobody does where both are out."""
    known: Mapping[str, Withdrawal | Exclusion] = d.ask(_out, stage)
    out = {team: known[team] for team in names if team in known}
    if not out:
        return verdict
    recorded = tuple([leg for leg in verdict.legs if leg.match is not None])
    if len(out) == len(names):
        void = Void(phrase("engine.both_are_out", teams=Listing(names)))
        return replace(verdict, winner=void, legs=recorded, decided_by=None, reason=None, rule="")
    winner = next(team for team in names if team not in out)
    (decision,) = out.values()
    kind = phrase("criteria.withdrawal" if isinstance(decision, Withdrawal) else "criteria.exclusion")
    reason = phrase("engine.goes_on_without", winner=winner, team=decision.team, kind=kind)
    return replace(verdict, winner=Decided(winner), legs=recorded, decided_by="decision", reason=reason, rule="")

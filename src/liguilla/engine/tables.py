"""Leagues and tables: the order, what may change it, and which places are certain before the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final

from liguilla.engine.counting import (
    bonus_of_a_match,
    everyone,
    is_played_out,
    left_to_play,
    missing,
    sheet,
)
from liguilla.engine.derivation import Derivation
from liguilla.engine.exclusions import Lineup, lineup
from liguilla.engine.league_matches import league_matches, ranked_stage
from liguilla.engine.members import members, teams_of_group
from liguilla.engine.naming import named
from liguilla.engine.places import Decided, Place, PositionOf, Unresolved, Void, Waiting
from liguilla.engine.rankings import Order, Part, Separation, looks_at_others, rank
from liguilla.engine.results import RankedResult, Row, Standing
from liguilla.engine.sheets import Number, Record, Sheet
from liguilla.facts import Closing, Exclusion, Lots
from liguilla.formats import AsNeeded, By, Knockout, League, StageRef, Table
from liguilla.words import Listing, Phrase, phrase

__all__ = ["gap_reason", "ranked", "standing"]

_ROUNDS: Final = (*(f"round_of_{2**n}" for n in range(10, 3, -1)), "quarterfinals", "semifinals", "final")
"""Those that a knock-out with as many rounds as needed may have."""

_ROUNDS_WITH_TWO_LIVES: Final = (
    *(f"{side}_{number}" for side in ("upper", "lower") for number in range(1, 20)),
    *("upper_final", "lower_final", "final", "second_final"),
)


def ranked(d: Derivation, stage_id: str) -> RankedResult:
    """Return the standings of a league or table."""
    stage = ranked_stage(d, stage_id)
    match d.closed(stage.when):
        case Void(why=why):
            return RankedResult(stage, (), void=why)
        case Waiting(what=what):
            return RankedResult(stage, (), waits=what)
    found = d.ask(members, stage_id)
    if isinstance(found, Phrase):
        return RankedResult(stage, (), waits=found)
    return RankedResult(stage, tuple(d.ask(standing, stage_id, label) for label, _ in found))


def standing(d: Derivation, stage_id: str, label: str | None) -> Standing:
    """Return one group of a league or table, ranked."""
    stage = ranked_stage(d, stage_id)
    teams = teams_of_group(d, stage_id, label)
    waits = missing(d, stage)
    if waits is not None:
        return Standing(label, (), (Waiting(waits),) * max(len(teams), 1), complete=False, waits=waits)
    matches: Sheet = d.ask(sheet, stage_id, label)
    to_play: Mapping[str, int] = d.ask(left_to_play, stage_id, label)
    complete = _is_over(d, stage, matches, to_play) or bool(d.entry("decisions", Closing, stage_id))
    of_teams = lineup(d, stage_id, teams)

    def in_order(some: tuple[str, ...], positions: tuple[int, ...]) -> Order:
        if len(some) == 1:
            return Order((Part(some),))
        return rank(
            some,
            stage.ranking.steps,
            matches,
            stage=stage_id,
            facts=d.entry("facts") or {},
            everyone=lambda: d.ask(everyone, stage_id),
            complete=complete,
            meetings=stage.meetings if isinstance(stage, League) else None,
            elsewhere=_Elsewhere(d, stage_id),
            positions=positions,
        )

    free, number = of_teams.free, len(of_teams.ranked)
    parts = (
        _Placed(in_order(of_teams.ranked, free[:number]), free[:number]),
        _Placed(in_order(of_teams.last, free[number:]) if of_teams.last else Order(()), free[number:]),
    )
    bounds = {} if complete else _bounds(d, stage, matches, to_play, of_teams)
    rows = _rows(parts, of_teams, matches, bounds, complete=complete)
    found = _settled(d, stage, label, parts, of_teams) if complete else _certain(d, stage, label, rows)
    return Standing(label, rows, found, complete, gaps=_gaps(parts, rows))


def _is_over(d: Derivation, stage: Table, matches: Sheet, to_play: Mapping[str, int]) -> bool:
    if any(to_play.values()) or matches.open or not _carry_is_settled(d, stage):
        return False
    if isinstance(stage, League) and stage.meetings is None and len(matches.teams) > 1:
        # Of a list that nobody has begun to write, not every match is settled.
        listed = matches.sources[0][1] or d.ask(league_matches, stage.id).dropped
        if not listed:
            return False
    return not looks_at_others(stage.ranking.steps) or is_played_out(d, stage)


def _carry_is_settled(d: Derivation, stage: Table) -> bool:
    inner = d.inside(stage.carry.points.path) if stage.carry is not None else None
    if stage.carry is None or inner is None:
        return True
    result = inner.ranked(stage.carry.points.stage)
    return result.void is not None or (bool(result.standings) and all(each.complete for each in result.standings))


# ------------------------------------------------------------------------------------------------- the order


@dataclass(frozen=True, slots=True)
class _Placed:
    """Teams in an order, and the positions that it is about."""

    order: Order
    positions: tuple[int, ...]

    def each(self) -> Iterator[tuple[int, Part, tuple[int, ...]]]:
        """Give the parts with their numbers and their positions."""
        before = 0
        for number, part in enumerate(self.order.parts):
            yield number, part, self.positions[before : before + len(part.teams)]
            before += len(part.teams)


def _rows(
    placed: Sequence[_Placed],
    of_teams: Lineup,
    matches: Sheet,
    bounds: Mapping[str, tuple[int, int]],
    *,
    complete: bool,
) -> tuple[Row, ...]:
    rows = [row for each in placed for row in _rows_in_order(each, matches, bounds, complete=complete)]
    rows += (_row(team, (position,), matches) for team, position in of_teams.fixed.items())
    return tuple(
        _by_decision(row, of_teams) if row.team in of_teams.decisions else row
        for row in sorted(rows, key=lambda row: row.position)
    )


def _rows_in_order(
    placed: _Placed, matches: Sheet, bounds: Mapping[str, tuple[int, int]], *, complete: bool
) -> Iterator[Row]:
    order = placed.order
    for number, part, positions in placed.each():
        above = order.gaps[number - 1] if number else None
        below = order.gaps[number] if number < len(order.gaps) else None
        decided_by, reason, rule = None, None, ""
        if above is not None and not above.first:
            decided_by, rule = above.step, above.rule
            reason = gap_reason(above, order.parts[number - 1].teams[-1], part.teams[0])
        elif below is not None and not below.first:
            decided_by, rule = below.step, below.rule
            reason = gap_reason(below, part.teams[-1], order.parts[number + 1].teams[0])
        if len(part.teams) > 1:
            # Before the end nobody minds that they are level: the matches to come may still tell them apart.
            decided_by, reason, rule = None, _level(part, positions) if complete else None, ""
        for team in part.teams:
            yield _row(team, positions, matches, bounds.get(team), decided_by, reason, rule)


def _row(
    team: str,
    positions: tuple[int, ...],
    matches: Sheet,
    bounds: tuple[int, int] | None = None,
    decided_by: str | None = None,
    reason: Phrase | None = None,
    rule: str = "",
) -> Row:
    record, unknown = _whole_record(matches, team)
    best, worst = bounds or (positions[0], positions[-1])
    return Row(
        position=positions[0],
        team=team,
        record=record,
        points=matches.points(team),
        adjustment=matches.adjustments.get(team, 0),
        bonus=matches.bonus.get(team, 0),
        decided_by=decided_by,
        reason=reason,
        rule=rule,
        best=best,
        worst=worst,
        unknown=unknown,
    )


def _whole_record(matches: Sheet, team: str) -> tuple[Record, frozenset[str]]:
    """Return what a team has done over all that counts, and what of it isn't known of every season."""
    record = matches.records[team]
    totals = matches.totals.get(team)
    if not totals:
        return record, frozenset()
    figures = ("played", "won", "drawn", "lost", "goals_for", "goals_against")
    brought = {name: [getattr(total, name) for total in totals] for name in figures}
    known = {name: getattr(record, name) + sum(each or 0 for each in brought[name]) for name in figures}
    return record._replace(**known), frozenset(name for name in figures if None in brought[name])


def _by_decision(row: Row, of_teams: Lineup) -> Row:
    """Return the row of a team that isn't where the criteria would have it."""
    decision = of_teams.decisions[row.team]
    kind = "exclusion" if isinstance(decision, Exclusion) else "withdrawal"
    why = decision.reason or phrase("engine.no_reason_given")
    reason = phrase("engine.placed_by_decision", team=row.team, step=phrase(f"criteria.{kind}"), why=why)
    return replace(row, decided_by=kind, reason=reason, rule="")


def _gaps(placed: Sequence[_Placed], rows: tuple[Row, ...]) -> tuple[Separation | None, ...]:
    """Return what separates each row from the next."""
    between = {
        (one.teams[-1], other.teams[0]): gap
        for each in placed
        for (one, other), gap in zip(pairwise(each.order.parts), each.order.gaps, strict=True)
    }
    return tuple(between.get((row.team, after.team)) for row, after in pairwise(rows))


def gap_reason(gap: Separation, above: str, below: str) -> Phrase:
    """Return the sentence for what put one team before the next."""
    if gap.above is None or gap.step in ("lots", "shoot_out") or gap.step.startswith("result_of"):
        return phrase("engine.before_by", team=above, other=below, step=gap.name)
    signed = "goal_difference" in gap.step
    x, y = (_printed(value, signed=signed) for value in (gap.above, gap.below))
    return phrase("engine.before", team=above, other=below, step=gap.name, x=x, y=y)


def _printed(value: Number | None, *, signed: bool) -> str:
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"{float(value):.4f}"
    return f"{value:+d}" if signed and isinstance(value, int) and value else str(value)


def _level(part: Part, positions: tuple[int, ...]) -> Phrase:
    """Return that teams are level in these places, and what would settle it."""
    why = part.ended or phrase("engine.nothing_left")
    return phrase("engine.level", teams=Listing(part.teams), first=positions[0], last=positions[-1], why=why)


# ------------------------------------------------------------------------------------------------ the places


def _settled(
    d: Derivation, stage: Table, label: str | None, placed: Sequence[_Placed], of_teams: Lineup
) -> tuple[Place, ...]:
    found: dict[int, Place] = {}
    name = d.full_name(stage.id)
    for each in placed:
        for _, part, positions in each.each():
            level = Unresolved(frozenset(part.teams), _level(part, positions)) if len(part.teams) > 1 else None
            for position in positions:
                found[position] = level or Decided(part.teams[0], PositionOf(name, label, position))
    for team, position in of_teams.fixed.items():
        found[position] = Decided(team, PositionOf(name, label, position))
    return tuple(found[position] for position in sorted(found))


def _certain(d: Derivation, stage: Table, label: str | None, rows: tuple[Row, ...]) -> tuple[Place, ...]:
    """Return the places of an unfinished table: decided where no completion can change them."""
    name = d.full_name(stage.id)
    sure = {row.best: row.team for row in rows if row.best == row.worst}
    waits = Waiting(phrase("engine.completion", stage=named(stage)))
    return tuple(
        Decided(sure[position], PositionOf(name, label, position)) if position in sure else waits
        for position in range(1, len(rows) + 1)
    )


def _bounds(
    d: Derivation, stage: Table, matches: Sheet, to_play: Mapping[str, int], of_teams: Lineup
) -> Mapping[str, tuple[int, int]]:
    """Return the best and worst position that points alone still allow each team.

    Proof needs a list that begins with plain points, and points that only results can add; otherwise every position
    counts as possible.
    """
    teams, free = of_teams.ranked, of_teams.free
    found = {team: (position, position) for team, position in of_teams.fixed.items()}
    found.update((team, (free[len(teams)], free[-1])) for team in of_teams.last)
    first = stage.ranking.steps[0] if stage.ranking.steps else None
    plain = isinstance(first, By) and first.criterion.text == "points" and not first.at_end and not first.across
    bonus = bonus_of_a_match(d, stage)
    if not plain or bonus is None or not _carry_is_settled(d, stage):
        return {**found, **dict.fromkeys(teams, (free[0], free[len(teams) - 1]))} if teams else found
    worth = [*matches.worth.values(), *(matches.worth.get(result, 0) for result in ("win", "draw", "loss"))]
    least, most = min(worth) + bonus[0], max(worth) + bonus[1]
    low = {team: matches.points(team) + to_play[team] * least for team in teams}
    high = {team: matches.points(team) + to_play[team] * most for team in teams}
    for team in teams:
        better = sum(low[other] > high[team] for other in teams)
        worse = sum(high[other] < low[team] for other in teams)
        found[team] = free[better], free[len(teams) - 1 - worse]
    return found


# ----------------------------------------------------------------------------------- what a ranking asks about


@dataclass(frozen=True)
class _Elsewhere:
    d: Derivation
    stage: str

    def positions(self, stage: StageRef, *, settled: bool) -> Mapping[str, int] | None:
        inner = self.d.inside(stage.path)
        if inner is None or (settled and not all(each.complete for each in inner.ranked(stage.stage).standings)):
            return None
        return {row.team: row.position for each in inner.ranked(stage.stage).standings for row in each.rows}

    def groups(self, stage: StageRef, *, settled: bool) -> tuple[Mapping[str, int], ...] | None:
        inner = self.d.inside(stage.path)
        if inner is None or (settled and not all(each.complete for each in inner.ranked(stage.stage).standings)):
            return None
        return tuple({row.team: row.position for row in each.rows} for each in inner.ranked(stage.stage).standings)

    def winners(self, knockout: StageRef) -> frozenset[tuple[str, str]] | None:
        inner = self.d.inside(knockout.path)
        stage = inner.format.stages[knockout.stage] if inner is not None else None
        if inner is None or not isinstance(stage, Knockout):
            return None
        pairs = set()
        if isinstance(stage.rounds, AsNeeded):
            rounds = _ROUNDS if stage.lives == 1 else _ROUNDS_WITH_TWO_LIVES
        else:
            rounds = tuple(round_.id for round_ in stage.rounds)
        for round_ in rounds:
            for tie in inner.ties(stage.id, round_):
                if isinstance(tie.winner, Decided) and isinstance(tie.loser, Decided):
                    pairs.add((tie.winner.team, tie.loser.team))
                elif not isinstance(tie.winner, Void):
                    return None
        return frozenset(pairs)

    def lots(self) -> tuple[tuple[str, ...], ...]:
        return tuple(lots.teams for lots in reversed(self.d.entry("decisions", Lots, self.stage, None)))

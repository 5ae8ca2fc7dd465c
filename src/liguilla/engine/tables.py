"""Leagues and tables: who is in them, what counts, the order, and what is certain before the end."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from liguilla.engine.derivation import Derivation
from liguilla.engine.naming import fact_of, named
from liguilla.engine.places import Decided, Place, PositionOf, Unresolved, Void, Waiting
from liguilla.engine.rankings import Order, Separation, looks_at_others, rank
from liguilla.engine.results import RankedResult, Row, Standing
from liguilla.engine.selectors import team_set
from liguilla.engine.sheets import Number, Sheet, result_of
from liguilla.facts import Closing, Deduction, Lots, Match, Status
from liguilla.formats import (
    AsNeeded,
    By,
    ByFact,
    Draw,
    Each,
    GroupsOf,
    Knockout,
    League,
    NamedGroups,
    Selector,
    StageRef,
    Table,
)
from liguilla.words import Listing, Phrase, phrase

__all__ = ["everyone", "gap_reason", "members", "ranked", "sheet", "standing"]

_ROUNDS: Final = (*(f"round_of_{2**n}" for n in range(10, 3, -1)), "quarterfinals", "semifinals", "final")
"""Those that a knock-out with as many rounds as needed may have."""

Members = tuple[tuple[str | None, tuple[str, ...]], ...]
"""The teams of each group, in the order of entry; without groups, of the one with the label None."""


def ranked(d: Derivation, stage_id: str) -> RankedResult:
    """Return the standings of a league or table."""
    stage = _ranked_stage(d, stage_id)
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
    stage = _ranked_stage(d, stage_id)
    teams = _teams(d, stage_id, label)
    waits = _missing(d, stage)
    if waits is not None:
        return Standing(label, (), (Waiting(waits),) * max(len(teams), 1), complete=False, waits=waits)
    matches: Sheet = d.ask(sheet, stage_id, label)
    to_play: Mapping[str, int] = d.ask(left_to_play, stage_id, label)
    is_over = not any(to_play.values()) and not matches.open and _carry_is_settled(d, stage)
    if is_over and looks_at_others(stage.ranking.steps):
        is_over = _is_played_out(d, stage)
    complete = is_over or bool(d.entry("decisions", Closing, stage_id))
    order = rank(
        teams,
        stage.ranking.steps,
        matches,
        stage=stage_id,
        facts=d.entry("facts") or {},
        everyone=lambda: d.ask(everyone, stage_id),
        complete=complete,
        meetings=stage.meetings if isinstance(stage, League) else None,
        elsewhere=_Elsewhere(d, stage_id),
    )
    bounds = {} if complete else _bounds(stage, matches, to_play)
    rows = tuple(_rows(order, matches, bounds, complete=complete))
    found = _settled(d, stage, label, order) if complete else _certain(d, stage, label, rows)
    return Standing(label, rows, found, complete, gaps=_gaps(order))


def _missing(d: Derivation, stage: Table) -> Phrase | None:
    """Return what of the matches or points that count isn't at hand: no table is worked out without it."""
    window = stage.counted
    if window is not None and window.seasons > 1:
        # Earlier seasons are never left out of an average: it would be another table.
        return phrase("engine.earlier_seasons", n=window.seasons - 1)
    refs = (*(window.stages if window is not None else ()), *((stage.carry.points,) if stage.carry is not None else ()))
    if any(d.inside(ref.path) is None for ref in refs):
        return phrase("engine.season_before")
    against = _against(d, stage)
    return against if isinstance(against, Phrase) else None


def _against(d: Derivation, stage: Table) -> frozenset[str] | Phrase | None:
    """Return the teams against whom matches from elsewhere count, or what they wait for; None where all count."""
    if stage.counted is None or stage.counted.against is None:
        return None
    found = _selected(d, stage.counted.against)
    return found if isinstance(found, Phrase) else frozenset(found)


def _carry_is_settled(d: Derivation, stage: Table) -> bool:
    inner = d.inside(stage.carry.points.path) if stage.carry is not None else None
    if stage.carry is None or inner is None:
        return True
    result = inner.ranked(stage.carry.points.stage)
    return result.void is not None or (bool(result.standings) and all(each.complete for each in result.standings))


def _is_played_out(d: Derivation, stage: Table) -> bool:
    """Return whether all matches of the stages that count are settled, also those of teams that aren't ranked here."""
    if d.ask(everyone, stage.id).open:
        return False
    for _, competition, source in _sources(d, stage):
        found = competition.ask(members, source) if isinstance(_ranked_stage(competition, source), League) else ()
        if isinstance(found, Phrase) or any(
            any(competition.ask(left_to_play, source, label).values()) for label, _ in found
        ):
            return False
    return True


def _ranked_stage(d: Derivation, stage_id: str) -> Table:
    stage = d.format.stages[stage_id]
    assert isinstance(stage, Table)
    return stage


# ------------------------------------------------------------------------------------------------ who is in it


def members(d: Derivation, stage_id: str) -> Members | Phrase:
    """Return the teams of each group, or what is missing to know them."""
    stage = d.format.stages[stage_id]
    assert isinstance(stage, Table | Knockout)
    groups = stage.groups
    if groups is None:
        return _whole(d, stage)
    found: dict[str, tuple[str, ...] | Phrase]
    match groups:
        case NamedGroups(members=selectors):
            found = {label: _selected(d, selector) for label, selector in selectors.items()}
        case ByFact(fact=fact, labels=labels):
            return _by_fact(d, stage, fact, labels)
        case GroupsOf(stage=other):
            of = d.format.stages[other]
            if not isinstance(of, Draw):
                return d.ask(members, other)  # type: ignore[no-any-return]
            found = {label: _decided(d, places) for label, places in d.boxes(other).boxes.items()}
        case Each(stage=other, path=path, range=range_):
            inner = d.inside(path)
            if inner is None:
                return phrase("engine.season_before")
            result = inner.ranked(other)
            if not result.standings:
                return result.waits or phrase("engine.completion", stage=named(result.stage))
            found = {
                str(each.label): _decided(d, each.places if range_ is None else range_.of(each.places))
                for each in result.standings
            }
    missing = next((teams for teams in found.values() if isinstance(teams, Phrase)), None)
    return missing or tuple((label, teams) for label, teams in found.items() if not isinstance(teams, Phrase))


def _whole(d: Derivation, stage: Table | Knockout) -> Members | Phrase:
    if stage.entrants is not None:
        teams = _selected(d, stage.entrants)
        return teams if isinstance(teams, Phrase) else ((None, teams),)
    if isinstance(stage, League) or not isinstance(stage, Table) or stage.counted is None:
        return ((None, d.teams()),)
    counted: dict[str, None] = {}
    for ref in stage.counted.stages:
        inner = d.inside(ref.path)
        found = phrase("engine.season_before") if inner is None else inner.ask(members, ref.stage)
        if isinstance(found, Phrase):
            return found
        counted.update((team, None) for _, teams in found for team in teams)
    return ((None, tuple(counted)),)


def _selected(d: Derivation, selector: Selector) -> tuple[str, ...] | Phrase:
    certain = team_set(d, selector)
    if certain is not None:
        return tuple(team for team in d.teams() if team in certain)
    return _decided(d, d.places(selector))


def _decided(d: Derivation, found: tuple[Place, ...]) -> tuple[str, ...] | Phrase:
    """Return the teams of these places in the order of entry, or what the first open one waits for."""
    teams = set()
    for place in found:
        match place:
            case Decided(team=team):
                teams.add(team)
            case Unresolved(among=among, why=why):
                if found.count(place) < len(among):
                    return why
                teams |= among
            case Waiting(what=what):
                return what
            case Void():
                pass
    return tuple(team for team in d.teams() if team in teams)


def _by_fact(d: Derivation, stage: Table | Knockout, fact: str, labels: tuple[str, ...]) -> Members | Phrase:
    entrants = d.teams() if stage.entrants is None else _selected(d, stage.entrants)
    if isinstance(entrants, Phrase):
        return entrants
    facts = d.entry("facts") or {}
    groups: dict[str | None, list[str]] = {label: [] for label in labels}
    for team in entrants:
        value = facts.get(team, {}).get(fact)
        if value not in groups:
            return fact_of(fact, team)
        groups[value].append(team)
    return tuple((label, tuple(teams)) for label, teams in groups.items())


# ------------------------------------------------------------------------------------------------ what counts


def _teams(d: Derivation, stage_id: str, label: str | None) -> tuple[str, ...]:
    found = d.ask(members, stage_id)
    return () if isinstance(found, Phrase) else dict(found)[label]


def sheet(d: Derivation, stage_id: str, label: str | None) -> Sheet:
    """Return the matches that count for a group, and points that come from elsewhere."""
    return _sheet(d, _ranked_stage(d, stage_id), _teams(d, stage_id, label))


def everyone(d: Derivation, stage_id: str) -> Sheet:
    """Return the matches that count for all teams of the competition, also those that aren't ranked here."""
    return _sheet(d, _ranked_stage(d, stage_id), d.teams())


def _sheet(d: Derivation, stage: Table, teams: tuple[str, ...]) -> Sheet:
    inside = frozenset(teams)
    against = _against(d, stage)
    each_match = _each_match(stage)
    listed: list[Match] = []
    settled: list[Match] = []
    sources: list[tuple[str, tuple[Match, ...], tuple[str, ...]]] = []
    closed: set[int] = set()
    deducted: dict[str, Fraction] = {}
    for name, competition, source in _sources(d, stage):
        is_own = competition is d and source == stage.id
        if is_own:
            # Everybody meets everybody of the group: a match against anyone else is none of this stage.
            counts = all if isinstance(stage, League) and stage.meetings is not None else any
        else:
            counts = all if stage.counted is not None and stage.counted.among == "entrants" else any
        found = [m for m in competition.entry("stage", source) if counts((m.home in inside, m.away in inside))]
        if not is_own and isinstance(against, frozenset):
            found = [
                m for m in found if (m.home in inside and m.away in against) or (m.away in inside and m.home in against)
            ]
        way = _each_match(_ranked_stage(competition, source))
        listed += found
        settled += [m for m in found if m.status is Status.PLAYED and result_of(m, way) is not None]
        sources.append((name, tuple(found), way))
        if competition.entry("decisions", Closing, source):
            closed.update(id(match) for match in found)
        for deduction in competition.entry("decisions", Deduction, source):
            deducted[deduction.team] = deducted.get(deduction.team, Fraction(0)) + deduction.points
    adjustments: dict[str, Number] = {
        team: _whole_number(points) for team, points in deducted.items() if team in inside
    }
    rounding = _carry(d, stage, teams, adjustments)
    return Sheet(
        teams=teams,
        matches=tuple(settled),
        open=tuple(m for m in listed if (m.status is not Status.PLAYED or m.score is None) and id(m) not in closed),
        worth={result: _whole_number(points) for result, points in stage.points.worth.items()},
        each_match=each_match,
        adjustments=adjustments,
        rounding=rounding,
        sources=tuple(sources),
    )


def _each_match(stage: Table) -> tuple[str, ...]:
    return stage.each_match if isinstance(stage, League) else ("score",)


def _sources(d: Derivation, stage: Table) -> Iterator[tuple[str, Derivation, str]]:
    """Give the stages whose matches and deductions count: the name used here, the competition and the id in it.

    A table has no matches of its own, but points can be taken away in it; who reads it reads what it reads.
    """
    yield stage.id, d, stage.id
    for ref in stage.counted.stages if stage.counted is not None else ():
        inner = d.inside(ref.path)
        if inner is not None:
            other = _ranked_stage(inner, ref.stage)
            yield from [(str(ref), inner, ref.stage)] if isinstance(other, League) else _sources(inner, other)


def _carry(d: Derivation, stage: Table, teams: tuple[str, ...], adjustments: dict[str, Number]) -> Mapping[str, Number]:
    """Add the points brought along from another stage, and return what rounding gave."""
    if stage.carry is None:
        return {}
    inner = d.inside(stage.carry.points.path)
    if inner is None:
        return {}
    brought = {row.team: row.points for each in inner.ranked(stage.carry.points.stage).standings for row in each.rows}
    rounding: dict[str, Number] = {}
    for team in teams:
        exact = Fraction(brought.get(team, 0)) * stage.carry.times
        taken = Fraction({"up": math.ceil, "down": math.floor}.get(stage.carry.round or "", Fraction)(exact))
        rounding[team] = _whole_number(taken - exact)
        adjustments[team] = adjustments.get(team, 0) + _whole_number(taken)
    return rounding


def _whole_number(number: Fraction) -> Number:
    """Return a whole number as such: it is quicker to count with, and worth the same."""
    return number.numerator if number.denominator == 1 else number


def left_to_play(d: Derivation, stage_id: str, label: str | None) -> Mapping[str, int]:
    """Return how many matches that count each team of a group has still to play, listed or not."""
    stage = _ranked_stage(d, stage_id)
    teams = _teams(d, stage_id, label)
    left = dict.fromkeys(teams, 0)
    for _, competition, source in _sources(d, stage):
        if not isinstance(_ranked_stage(competition, source), League):
            continue
        if competition is d and source == stage_id:
            own = _own_left(d, stage, teams)
        else:
            of = competition.ask(members, source)
            labels = [] if isinstance(of, Phrase) else [other for other, _ in of]
            own = {team: n for other in labels for team, n in competition.ask(left_to_play, source, other).items()}
        for team, number in own.items():
            if team in left:
                left[team] += number
    return left


def _own_left(d: Derivation, stage: Table, teams: tuple[str, ...]) -> Mapping[str, int]:
    assert isinstance(stage, League)
    if d.entry("decisions", Closing, stage.id):
        return dict.fromkeys(teams, 0)
    left = dict.fromkeys(teams, 0)
    matches: tuple[Match, ...] = d.entry("stage", stage.id)
    if stage.meetings is not None:
        met = Counter((m.home, m.away) if m.home < m.away else (m.away, m.home) for m in matches if _is_settled(m))
        for one, other in combinations(sorted(teams), 2):
            missing = max(stage.meetings - met[one, other], 0)
            left[one] += missing
            left[other] += missing
        return left
    settled: Counter[str] = Counter()
    open_: Counter[str] = Counter()
    for match in matches:
        (settled if _is_settled(match) else open_).update(match.teams)
    number = stage.fixtures.matches if stage.fixtures is not None else None
    return {team: open_[team] if number is None else max(number - settled[team], 0) for team in teams}


def _is_settled(match: Match) -> bool:
    return match.status is Status.PLAYED and match.score is not None


# ------------------------------------------------------------------------------------------------- the order


def _rows(order: Order, matches: Sheet, bounds: Mapping[str, tuple[int, int]], *, complete: bool) -> Iterator[Row]:
    position = 1
    for number, part in enumerate(order.parts):
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
            decided_by, reason, rule = None, _level(part.teams, position, part.ended) if complete else None, ""
        for team in part.teams:
            best, worst = bounds.get(team, (position, position + len(part.teams) - 1))
            yield Row(
                position=position,
                team=team,
                record=matches.records[team],
                points=matches.points(team),
                adjustment=matches.adjustments.get(team, 0),
                decided_by=decided_by,
                reason=reason,
                rule=rule,
                best=best,
                worst=worst,
            )
        position += len(part.teams)


def _gaps(order: Order) -> tuple[Separation | None, ...]:
    gaps: list[Separation | None] = []
    for number, part in enumerate(order.parts):
        gaps += [None] * (len(part.teams) - 1)
        gaps += order.gaps[number : number + 1]
    return tuple(gaps)


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


def _level(teams: tuple[str, ...], first: int, why: Phrase | None) -> Phrase:
    """Return that teams are level, in the places from the first on, and what would settle it."""
    last = first + len(teams) - 1
    return phrase(
        "engine.level", teams=Listing(teams), first=first, last=last, why=why or phrase("engine.nothing_left")
    )


# ------------------------------------------------------------------------------------------------ the places


def _settled(d: Derivation, stage: Table, label: str | None, order: Order) -> tuple[Place, ...]:
    found: list[Place] = []
    name = d.full_name(stage.id)
    for part in order.parts:
        if len(part.teams) == 1:
            found.append(Decided(part.teams[0], PositionOf(name, label, len(found) + 1)))
        else:
            found += [Unresolved(frozenset(part.teams), _level(part.teams, len(found) + 1, part.ended))] * len(
                part.teams
            )
    return tuple(found)


def _certain(d: Derivation, stage: Table, label: str | None, rows: tuple[Row, ...]) -> tuple[Place, ...]:
    """Return the places of an unfinished table: decided where no completion can change them."""
    name = d.full_name(stage.id)
    sure = {row.best: row.team for row in rows if row.best == row.worst}
    waits = Waiting(phrase("engine.completion", stage=named(stage)))
    return tuple(
        Decided(sure[position], PositionOf(name, label, position)) if position in sure else waits
        for position in range(1, len(rows) + 1)
    )


def _bounds(stage: Table, matches: Sheet, to_play: Mapping[str, int]) -> Mapping[str, tuple[int, int]]:
    """Return the best and worst position that points alone still allow each team.

    Proof needs a list that begins with plain points, and points that only results can add; otherwise every position
    counts as possible.
    """
    teams = matches.teams
    first = stage.ranking.steps[0] if stage.ranking.steps else None
    plain = isinstance(first, By) and first.criterion.text == "points" and not first.at_end and not first.across
    bonus = isinstance(stage, League) and stage.bonus
    if not plain or bonus or stage.carry is not None:
        return {team: (1, len(teams)) for team in teams}
    worth = [*matches.worth.values(), *(matches.worth.get(result, 0) for result in ("win", "draw", "loss"))]
    least, most = min(worth), max(worth)
    low = {team: matches.points(team) + to_play[team] * least for team in teams}
    high = {team: matches.points(team) + to_play[team] * most for team in teams}
    return {
        team: (
            1 + sum(low[other] > high[team] for other in teams),
            len(teams) - sum(high[other] < low[team] for other in teams),
        )
        for team in teams
    }


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
        rounds = _ROUNDS if isinstance(stage.rounds, AsNeeded) else tuple(round_.id for round_ in stage.rounds)
        for round_ in rounds:
            for tie in inner.ties(stage.id, round_):
                if isinstance(tie.winner, Decided) and isinstance(tie.loser, Decided):
                    pairs.add((tie.winner.team, tie.loser.team))
                elif not isinstance(tie.winner, Void):
                    return None
        return frozenset(pairs)

    def lots(self) -> tuple[tuple[str, ...], ...]:
        return tuple(lots.teams for lots in reversed(self.d.entry("decisions", Lots, self.stage, None)))

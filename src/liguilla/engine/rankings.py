"""Ranking: how a list of criteria puts teams in order, and what it says where it can't.

Start with all teams as one part. A step splits a part into ordered parts; a part of one team is placed, with the step
as its reason; each larger part goes on to the next step. A block is a list inside the list, which may start again
with each part it has split off. Nothing else is ever tried: no name, no id, no dice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import Protocol

from liguilla.engine.criteria import Values, better_first, matches_counted, values_of
from liguilla.engine.naming import criterion_name, fact_name
from liguilla.engine.sheets import Number, Sheet
from liguilla.facts import Match
from liguilla.formats import (
    Block,
    By,
    DrawLots,
    HeadToHead,
    KicksBetween,
    PositionIn,
    RankSum,
    ResultOf,
    Share,
    StageRef,
    Step,
    Use,
)
from liguilla.words import Phrase, phrase

__all__ = ["Elsewhere", "Order", "Part", "Separation", "looks_at_others", "rank"]


@dataclass(frozen=True, slots=True)
class Separation:
    """What put one part before the next.

    Attributes
    ----------
    step
        Its name: the criterion as written, with ``head_to_head`` before it inside such a block.
    rule
        Its path in the format file.
    name
        What was compared, in words.
    above, below
        The values of the last team above and of the first below; None for steps that compare nothing.
    first
        Whether it was the first step of the whole list, so that the teams were never level.
    """

    step: str
    rule: str
    name: Phrase
    above: Number | None = None
    below: Number | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Teams that no step told apart, in the order of entry; mostly just one.

    ``ended`` says why no further step is tried: ``shared``, or a fact that is missing.
    """

    teams: tuple[str, ...]
    ended: Phrase | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """Parts from best to worst; ``gaps[i]`` is what separates part ``i`` from part ``i + 1``."""

    parts: tuple[Part, ...]
    gaps: tuple[Separation, ...] = ()

    def each(self, go_on: Callable[[Part, int], Order], before: int) -> Order:
        """Return the order in which each part that isn't settled has been worked on further.

        `go_on` gets the part and the number of teams placed before it.
        """
        parts: list[Part] = []
        gaps: list[Separation] = []
        for number, part in enumerate(self.parts):
            if number:
                gaps.append(self.gaps[number - 1])
            order = Order((part,)) if part.ended or len(part.teams) == 1 else go_on(part, before)
            parts += order.parts
            gaps += order.gaps
            before += len(part.teams)
        return Order(tuple(parts), tuple(gaps))


class Elsewhere(Protocol):
    """What a ranking may ask about other stages. Each answer is None while it isn't known.

    `settled`: nothing counts that may still change.
    """

    def positions(self, stage: StageRef, *, settled: bool) -> Mapping[str, int] | None:
        """Return the position of each team in another ranking."""

    def groups(self, stage: StageRef, *, settled: bool) -> tuple[Mapping[str, int], ...] | None:
        """Return the positions of the teams in each group of another ranking."""

    def winners(self, knockout: StageRef) -> frozenset[tuple[str, str]] | None:
        """Return the pairs (winner, loser) of a knock-out; nobody where it isn't played."""

    def lots(self) -> tuple[tuple[str, ...], ...]:
        """Return the lots drawn in this stage, the latest first: each the teams in the order drawn."""


@dataclass(frozen=True)
class _Ranker:
    stage: str
    facts: Mapping[str, Mapping[str, str]]
    complete: bool
    meetings: int | None
    elsewhere: Elsewhere
    whole: Sheet
    everyone: Callable[[], Sheet]
    positions: tuple[int, ...]

    def order(self, level: tuple[str, ...], steps: tuple[Step, ...], sheet: Sheet, before: int, prefix: str) -> Order:
        """Work a list from its first step to its last."""
        order = Order((Part(level),))
        for step in steps:
            if all(part.ended or len(part.teams) == 1 for part in order.parts):
                break
            order = order.each(lambda part, at, step=step: self.apply(step, part.teams, sheet, at, prefix), before)  # type: ignore[misc]
        return order

    def apply(self, step: Step, level: tuple[str, ...], sheet: Sheet, before: int, prefix: str = "") -> Order:
        """Apply one step to level teams, of whom `before` others are placed before."""
        whole = Order((Part(level),))
        if isinstance(step, By | HeadToHead | Block):
            if step.across and not self._lie_across(step.across, before, len(level)):
                return whole
            if step.at_end and not self.complete:
                # Until then they share the place, whatever comes after this step.
                return Order((Part(level, phrase("engine.share_the_place"), shared=True),))
        match step:
            case By(criterion=criterion):
                if step.at_least and any(
                    matches_counted(criterion, team, sheet, self.facts, level) < step.at_least for team in level
                ):
                    return whole
                values = values_of(criterion, level, sheet, self.facts, None if prefix else self.everyone)
                name = criterion_name(criterion, head_to_head=bool(prefix))
                if values is None:
                    return _stuck(level, phrase("engine.not_known", what=name))
                return _split(level, values, better_first(criterion), prefix + criterion.text, step.rule, name)
            case HeadToHead():
                return self.head_to_head(step, level, sheet, before)
            case Block(one_place_at_a_time=True):
                return self.one_place_at_a_time(step, level, sheet, before, prefix)
            case Block():
                return self.block(step, level, sheet, before, prefix)
            case Use(steps=steps):
                return self.order(level, steps, sheet, before, prefix)
            case PositionIn(stage=stage):
                positions = self.elsewhere.positions(stage, settled=self.complete)
                name = phrase("criteria.position_in", stage=str(stage))
                if positions is None or not set(level) <= positions.keys():
                    return _stuck(level, phrase("engine.not_known", what=name))
                return _split(level, positions, -1, f"position_in {stage}", step.rule, name)
            case ResultOf(stage=stage):
                met = self.elsewhere.winners(stage)
                name = phrase("criteria.result_of", stage=str(stage))
                if met is None:
                    return _stuck(level, phrase("engine.not_known", what=name))
                won = {winner for winner, loser in met if winner in level and loser in level}
                values = {team: int(team in won) for team in level}
                return _split(level, values, 1, f"result_of {stage}", step.rule, name)
            case RankSum():
                return self.rank_sum(step, level)
            case KicksBetween():
                return self.kicks_between(step, level)
            case DrawLots():
                return self.lots(step, level)
            case Share():
                return Order((Part(level, phrase("engine.share_the_place"), shared=True),))

    def _lie_across(self, lines: tuple[int, ...], before: int, number: int) -> bool:
        """Return whether so many level teams have places on both sides of a line; 1 is that between 1 and 2."""
        if number < 2:
            return False
        best, worst = self.positions[before], self.positions[before + number - 1]
        return any(best <= line < worst for line in lines)

    def head_to_head(self, step: HeadToHead, level: tuple[str, ...], sheet: Sheet, before: int) -> Order:
        among = sheet.among(level)
        if step.needs is not None and not all(self._met(among, *pair, step.needs) for pair in combinations(level, 2)):
            return Order((Part(level),))
        order = self.order(level, step.steps, among, before, "head_to_head ")
        if step.restart and len(order.parts) > 1:
            return order.each(lambda part, at: self.apply(step, part.teams, sheet, at), before)
        return order

    def _met(self, among: Sheet, one: str, other: str, needs: str) -> bool:
        played = [match for match in among.of_team(one) if other in match.teams]
        if not played or needs == "all_met":
            return bool(played)
        if any({match.home, match.away} == {one, other} for match in among.open):
            return False
        own = sum(match.stage == self.stage for match in played)
        return self.complete or self.meetings is None or own >= self.meetings

    def block(self, step: Block, level: tuple[str, ...], sheet: Sheet, before: int, prefix: str) -> Order:
        steps = step.two if len(level) == 2 else step.more
        if not step.restart:
            return self.order(level, steps, sheet, before, prefix)
        for inner in steps:
            order = self.apply(inner, level, sheet, before, prefix)
            if len(order.parts) > 1:
                return order.each(lambda part, at: self.apply(step, part.teams, sheet, at, prefix), before)
            if order.parts[0].ended:
                return order
        return Order((Part(level),))

    def one_place_at_a_time(self, step: Block, level: tuple[str, ...], sheet: Sheet, before: int, prefix: str) -> Order:
        """Fill one place; then all the others, separated or not, start the block again.

        Source: NFL tie-breaking procedures: "only one club advances to the play-offs in any tie-breaking step".
        """
        if len(level) == 1:
            return Order((Part(level),))
        candidates = self._best_of_each_group(step.only_best_of, level)
        if candidates is None:
            name = phrase("criteria.position_in", stage=str(step.only_best_of))
            return _stuck(level, phrase("engine.not_known", what=name))
        best = Order((Part(candidates),))
        gap: Separation | None = None
        while not best.parts[0].ended and len(best.parts[0].teams) > 1:
            left = best.parts[0].teams
            for inner in step.two if len(left) == 2 else step.more:
                best = self.apply(inner, left, sheet, before, prefix)
                if len(best.parts) > 1:
                    gap = best.gaps[0]
                    break
                if best.parts[0].ended:
                    break
            else:
                break
        first = best.parts[0]
        if len(first.teams) > 1:
            # Who doesn't get the place stands for the next one with all the others, so that isn't known either.
            return Order((Part(level, first.ended),))
        others = tuple(team for team in level if team not in first.teams)
        if gap is None:
            assert step.only_best_of is not None
            name = phrase("criteria.position_in", stage=str(step.only_best_of))
            gap = Separation(f"position_in {step.only_best_of}", step.rule, name)
        rest = self.one_place_at_a_time(step, others, sheet, before + len(first.teams), prefix)
        return Order((first, *rest.parts), (gap, *rest.gaps))

    def _best_of_each_group(self, stage: StageRef | None, level: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the best of each group; None where it isn't known who that is."""
        if stage is None:
            return level
        best: set[str] = set()
        for group in self.elsewhere.groups(stage, settled=self.complete) or ():
            inside = {team: position for team, position in group.items() if team in level}
            first = [team for team, position in inside.items() if position == min(inside.values())]
            if len(first) > 1:
                return None
            best.update(first)
        return tuple(team for team in level if team in best) or None

    def rank_sum(self, step: RankSum, level: tuple[str, ...]) -> Order:
        totals = dict.fromkeys(level, 0)
        for team in level:
            pool = self._pool(step.among, team)
            if pool is None:
                return _stuck(level, phrase("engine.not_known", what=fact_name(step.among or "")))
            for criterion in step.criteria:
                values = values_of(criterion, pool, self.everyone(), self.facts)
                if values is None:
                    return _stuck(level, phrase("engine.not_known", what=criterion_name(criterion)))
                way = better_first(criterion)
                totals[team] += 1 + sum(way * value > way * values[team] for value in values.values())
        return _split(level, totals, -1, "rank_sum", step.rule, phrase("criteria.rank_sum"))

    def _pool(self, among: str | None, team: str) -> tuple[str, ...] | None:
        """Return the teams with the same value of a fact; None where it isn't known of all."""
        teams = self.everyone().teams
        if among is None:
            return teams
        values = {each: self.facts.get(each, {}).get(among) for each in teams}
        return None if None in values.values() else tuple(each for each in teams if values[each] == values[team])

    def kicks_between(self, step: KicksBetween, level: tuple[str, ...]) -> Order:
        """Apply kicks between two teams, level alone, whose last match was a draw against each other.

        Source: Regulations of the UEFA European Football Championship, 20.02: "if two teams which have the same number
        of points ... play their last group match against each other and are still equal at the end of that match".
        """
        whole = Order((Part(level),))
        if len(level) != 2:
            return whole
        one, other = level
        points = self.whole.points(one)
        if any(self.whole.points(team) == points for team in self.whole.teams if team not in level):
            return whole
        last = self._last_between(one, other)
        if last is None or last.score is None or last.score.home != last.score.away:
            return whole
        winner = last.kicks_won_by
        if last.kicks is not None and last.kicks.home != last.kicks.away:
            winner = last.home if last.kicks.home > last.kicks.away else last.away
        if winner is None:
            return _stuck(level, phrase("engine.kicks_missing", match=last.id)) if self.complete else whole
        values = {team: int(team == winner) for team in level}
        return _split(level, values, 1, "shoot_out", step.rule, phrase("criteria.shoot_out"))

    def _last_between(self, one: str, other: str) -> Match | None:
        """Return the match between two teams that was the last of both.

        Where neither days nor matchdays tell, kicks do: there are none after any other match.
        """
        played = {id(match): match for team in (one, other) for match in self.whole.of_team(team)}
        for match in (match for match in played.values() if {one, other} == set(match.teams)):
            rest = [each for each in played.values() if each is not match]
            if all(_is_later(match, each) or (match.has_kicks and not _is_later(each, match)) for each in rest):
                return match
        return None

    def lots(self, step: DrawLots, level: tuple[str, ...]) -> Order:
        for drawn in self.elsewhere.lots() if self.complete else ():
            if set(level) <= set(drawn):
                places = {team: place for place, team in enumerate(drawn)}
                return _split(level, places, -1, "lots", step.rule, phrase("criteria.lots"))
        return _stuck(level, phrase("engine.lots_needed"))


def rank(
    teams: tuple[str, ...],
    steps: tuple[Step, ...],
    sheet: Sheet,
    *,
    stage: str,
    facts: Mapping[str, Mapping[str, str]],
    everyone: Callable[[], Sheet],
    complete: bool,
    meetings: int | None,
    elsewhere: Elsewhere,
    positions: tuple[int, ...],
) -> Order:
    """Put teams in order by a list of criteria.

    Parameters
    ----------
    teams
        In the order of entry, in which level teams stay.
    everyone
        The sheet of all teams of the competition, which opponents and combined ranks need.
    complete
        Whether every match has been settled; criteria for the end wait for it.
    stage, meetings
        The stage whose own matches these are, and how often every two teams meet in it, where the format says so.
    positions
        Those that the teams are to have: other places may be taken by decision.

    Returns
    -------
    Order
        Parts of more than one team are level after everything that could be tried.
    """
    ranker = _Ranker(stage, facts, complete, meetings, elsewhere, sheet, everyone, positions)
    order = ranker.order(teams, steps, sheet, 0, "")
    first = set(_first_rules(steps))
    return Order(order.parts, tuple(replace(gap, first=True) if gap.rule in first else gap for gap in order.gaps))


def looks_at_others(steps: tuple[Step, ...]) -> bool:
    """Return whether an order depends on matches of teams that aren't put in order: those of opponents, or of all."""
    for step in steps:
        match step:
            case By(criterion=criterion) if criterion.opponents is not None:
                return True
            case RankSum():
                return True
            case Use(steps=inner) | HeadToHead(steps=inner) if looks_at_others(inner):
                return True
            case Block(two=two, more=more) if looks_at_others(two) or looks_at_others(more):
                return True
            case _:
                pass
    return False


def _first_rules(steps: tuple[Step, ...]) -> Iterator[str]:
    """Give the rule of the first step, looked for inside blocks and named rankings that begin the list."""
    for step in steps[:1]:
        match step:
            case Use(steps=inner):
                yield from _first_rules(inner)
            case Block(two=two, more=more):
                yield from _first_rules(two)
                yield from _first_rules(more)
            case _:
                yield step.rule


def _split(level: tuple[str, ...], values: Values, better: int, step: str, rule: str, name: Phrase) -> Order:
    by_value: dict[Number, list[str]] = {}
    for team in level:
        by_value.setdefault(values[team], []).append(team)
    if len(by_value) == 1:
        return Order((Part(level),))
    ordered = sorted(by_value, reverse=better > 0)
    return Order(
        tuple(Part(tuple(by_value[value])) for value in ordered),
        tuple(Separation(step, rule, name, above, below) for above, below in pairwise(ordered)),
    )


def _is_later(match: Match, other: Match) -> bool:
    if match.date is not None and other.date is not None and match.date != other.date:
        return match.date > other.date
    if match.matchday is not None and other.matchday is not None and match.matchday != other.matchday:
        return match.matchday > other.matchday
    return False


def _stuck(level: tuple[str, ...], why: Phrase) -> Order:
    return Order((Part(level, why),))

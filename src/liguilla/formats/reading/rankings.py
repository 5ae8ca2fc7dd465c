"""From the steps of ``rank_by`` to a ranking."""

from __future__ import annotations

from typing import Final

from liguilla.formats.rankings import (
    Block,
    By,
    Criterion,
    DrawLots,
    HeadToHead,
    KicksBetween,
    PositionIn,
    Ranking,
    RankSum,
    ResultOf,
    Share,
    StageRef,
    Step,
    Use,
)
from liguilla.formats.reading import written
from liguilla.formats.reading.criterion_words import CriterionWords, read_criterion, unreadable
from liguilla.formats.reading.draft import Draft, Lost
from liguilla.formats.reading.nodes import MappingNode, ScalarNode
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.stage_names import stage_named
from liguilla.formats.reading.structure import read_keys, shown
from liguilla.formats.reading.wrong_words import WrongWords
from liguilla.words import phrase

__all__ = ["criterion", "read_ranking", "read_steps"]

ENDINGS: Final = ("lots", "shared")

WORDS: Final = (*ENDINGS, "shoot_out", "head_to_head")
"""Steps of one word that are no criteria."""

HEAD_TO_HEAD: Final = ("points", "goal_difference", "goals_for")
"""What ``head_to_head`` alone means."""


def read_ranking(draft: Draft, rank_by: str | list[object] | None, spot: Spot) -> Ranking:
    """Read what stands after ``rank_by``: a list, or the name of one."""
    if isinstance(rank_by, str):
        return _named_ranking(draft, rank_by, spot) or Ranking((), f"rankings.{rank_by}")
    return Ranking(read_steps(draft, spot) if rank_by is not None else (), spot.rule)


def _named_ranking(draft: Draft, name: str, spot: Spot) -> Ranking | None:
    if ("ranking", name) not in draft.places:
        if not draft.is_lost(name):
            draft.report.problem(spot, "no_ranking", name=name, near=(name, draft.called("ranking")))
        return None
    if draft.now and draft.now.part == ("ranking", name):
        draft.report.problem(spot, "ranking_uses_itself", name=name)
        return None
    try:
        draft.need(("ranking", name), spot)
    except Lost:
        return None
    return draft.rankings[name]


def read_steps(draft: Draft, spot: Spot, *, head_to_head: bool = False) -> tuple[Step, ...]:
    """Read a list of steps."""
    if spot.node and not spot.items and not spot.incomplete:
        draft.report.problem(spot.as_named(), "empty_list")
    steps = []
    last = len(spot.items) - 1
    for i, at in enumerate(spot.items):
        place = at.as_named()
        try:
            step = _step(draft, place, head_to_head=head_to_head, is_last=i == last)
        except WrongWords as wrong:
            draft.report.problem(place, "said", said=wrong.said)
        except Lost:
            pass
        else:
            if step:
                steps.append(step)
    return tuple(steps)


def _step(draft: Draft, spot: Spot, *, head_to_head: bool, is_last: bool) -> Step | None:
    rule = spot.rule
    match spot.node:
        case ScalarNode(str() as word) if word in ENDINGS:
            if not is_last:
                raise WrongWords("ending_not_last", word=word)
            return DrawLots(rule) if word == "lots" else Share(rule)
        case ScalarNode("shoot_out"):
            return KicksBetween(rule)
        case ScalarNode("head_to_head"):
            if head_to_head:
                raise WrongWords("head_to_head_inside")
            return HeadToHead(tuple(By(Criterion(word, word), rule=rule) for word in HEAD_TO_HEAD), rule=rule)
        case ScalarNode(str() as text):
            plain = criterion(draft, text, spot)
            return By(plain, rule=rule) if plain else None
        case MappingNode(values):
            found = [key for key in written.STEPS if key in values]
            if len(found) == 1:
                return _step_of_keys(draft, found[0], spot, head_to_head=head_to_head)
            near = (next(iter(values)), written.STEPS) if values and not found else None
            there = tuple(values) or phrase("formats.nothing")
            raise WrongWords("step_keys", keys=tuple(written.STEPS), found=there, near=near)
    raise WrongWords("no_criterion", value=shown(spot.node))


def _step_of_keys(draft: Draft, key: str, spot: Spot, *, head_to_head: bool) -> Step | None:
    read = read_keys(spot, written.STEPS[key], draft.report)
    if read is None:
        return None
    keys, spot = read
    rule = spot.rule
    match keys:
        case written.By(by=str() as text):
            across, by = _across(draft, keys, spot), criterion(draft, text, spot["by"])
            return By(by, keys.at_least, across, keys.at_end, rule, keys.source) if by else None
        case written.HeadToHead():
            if head_to_head:
                raise WrongWords("head_to_head_inside")
            steps = read_steps(draft, spot["head_to_head"], head_to_head=True)
            across, restart = _across(draft, keys, spot), keys.then == "restart"
            return HeadToHead(steps, restart, keys.needs, across, keys.at_end, rule, keys.source)
        case written.Block():
            return _block(draft, keys, spot, head_to_head=head_to_head)
        case written.Use(use=str() as name):
            ranking = _named_ranking(draft, name, spot["use"])
            return Use(name, ranking.steps, rule) if ranking else None
        case written.RankSum(among=str() as among):
            places = spot["rank_sum"].items
            criteria = [criterion(draft, text, at) for text, at in zip(keys.rank_sum, places, strict=True)]
            if among != "teams":
                draft.see_fact(among, spot["among"], "rank_sum")
            return RankSum(tuple(filter(None, criteria)), None if among == "teams" else among, rule)
        case written.PositionIn(position_in=str() as stage):
            return PositionIn(stage_named(draft, stage, spot["position_in"], "position_in"), rule)
        case written.ResultOf(result_of=str() as stage):
            return ResultOf(stage_named(draft, stage, spot["result_of"], "result_of", ("knockout",)), rule)
    return None


def _block(draft: Draft, keys: written.Block, spot: Spot, *, head_to_head: bool) -> Block:
    block = spot["block"]
    if isinstance(keys.block, written.TwoOrMore):
        two = read_steps(draft, block["two"], head_to_head=head_to_head)
        more = read_steps(draft, block["more"], head_to_head=head_to_head)
    else:
        two = more = read_steps(draft, block, head_to_head=head_to_head)
    if keys.one_place_at_a_time and keys.then != "restart":
        draft.report.problem(spot["one_place_at_a_time"].at_key, "one_place_without_restart")
    best = keys.only_best_of
    return Block(
        two,
        more,
        keys.then == "restart",
        keys.one_place_at_a_time,
        stage_named(draft, best, spot["only_best_of"], "only_best_of") if best else None,
        _across(draft, keys, spot),
        keys.at_end,
        spot.rule,
        keys.source,
    )


def _across(draft: Draft, keys: written.Conditional, spot: Spot) -> tuple[int, ...]:
    if sorted(set(keys.across)) != keys.across:
        draft.report.problem(spot["across"], "across_order")
    return tuple(keys.across)


def criterion(draft: Draft, text: str, spot: Spot) -> Criterion | None:
    """Read a criterion and find what its facts and stages are; None if it has no meaning, which is reported."""
    try:
        words = read_criterion(text, WORDS)
        stages = _stages(draft, words, text, spot)
        high = _facts(draft, words, text)
    except WrongWords as wrong:
        draft.report.problem(spot, "said", said=wrong.said)
        return None
    except Lost:
        return None
    return Criterion(
        words.statistic,
        text,
        words.fact,
        high,
        words.venue,
        words.in_common,
        words.same_fact,
        stages,
        words.opponents,
        words.without_lowest,
        words.by_result,
    )


def _facts(draft: Draft, words: CriterionWords, text: str) -> bool:
    """See that the facts of a criterion are declared; return whether more is better."""
    try:
        if words.same_fact:
            draft.fact(words.same_fact)
        known = draft.fact(words.fact) if words.fact else None
        if known and known.kind == "word":
            raise WrongWords("fact_is_word", fact=known.fact)
    except WrongWords as wrong:
        raise WrongWords("criterion", text=text, said=wrong.said) from None
    return known is None or known.kind == "high"


def _stages(draft: Draft, words: CriterionWords, text: str, spot: Spot) -> tuple[StageRef, ...]:
    """Return the stages named after "in"; what names none is most likely a misspelt "common"."""
    for stage in words.stages:
        inside, path = draft.enter(tuple(stage.split(".")))
        if inside and path[0] not in inside.written:
            if draft.is_lost(path[0]):
                raise Lost
            raise unreadable(text, f"in {' and '.join(words.stages)}")
    return tuple(stage_named(draft, stage, spot, f'criterion "{text}"') for stage in words.stages)

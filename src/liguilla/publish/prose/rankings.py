"""Rankings in words: what a table is ordered by, and what separates level teams."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from liguilla.formats import (
    Block,
    By,
    DrawLots,
    HeadToHead,
    KicksBetween,
    PositionIn,
    Ranking,
    RankSum,
    ResultOf,
    Share,
    Step,
    Use,
)
from liguilla.publish.prose.criteria import compared, in_order, measure, measures
from liguilla.publish.prose.naming import Names, fact_name
from liguilla.publish.prose.sections import Paragraph, Said, listed, stated
from liguilla.words import Listing, Phrase, phrase

__all__ = ["order"]


def order(ranking: Ranking, names: Names, *, in_groups: bool = False) -> Iterator[Paragraph]:
    """Give what a table, or each of its groups, is ordered by."""
    steps = tuple(_flat(ranking.steps))
    first, rest = steps[0], steps[1:]
    of = "_in_groups" if in_groups else ""
    if not _is_plain(first):
        yield listed(phrase(f"prose.order_decided{of}"), items=_items(steps, names))
    else:
        said = phrase(f"prose.order_by{of}", criterion=measure(first.criterion, names))
        yield _with_rest(said, compared(first.criterion, names), rest, names)
    if _counts_shares(steps):
        yield stated(phrase("prose.share_of_wins"))


def _with_rest(said: Phrase, by: Phrase, rest: tuple[Step, ...], names: Names) -> Paragraph:
    """Return a ranking whose first criterion has been said, with what separates teams level on it."""
    match rest:
        case ():
            return stated(said)
        case (DrawLots(),):
            return stated(said, phrase("prose.level_lots", criterion=by))
        case (Share(),):
            return stated(said, phrase("prose.level_share", criterion=by))
        case _:
            return listed(said, phrase("prose.level_separated", criterion=by), items=_items(rest, names))


def _counts_shares(steps: Iterable[Step]) -> bool:
    """Return whether a share of wins is among the criteria."""
    for step in _flat(steps):
        match step:
            case By(criterion=criterion) if criterion.statistic == "win_ratio":
                return True
            case HeadToHead(steps=inner) if _counts_shares(inner):
                return True
            case Block(two=two, more=more) if _counts_shares((*two, *more)):
                return True
    return False


def _flat(steps: Iterable[Step]) -> Iterator[Step]:
    """Give the steps with those of named rankings in their place."""
    for step in steps:
        if isinstance(step, Use):
            yield from _flat(step.steps)
        else:
            yield step


def _is_plain(step: Step) -> TypeGuard[By]:
    """Return whether a step is a criterion that always counts."""
    return isinstance(step, By) and step.at_least is None and not (step.across or step.at_end or step.source)


def _items(steps: Iterable[Step], names: Names) -> Iterator[Paragraph]:
    for step in _flat(steps):
        yield _item(step, names)


def _item(step: Step, names: Names) -> Paragraph:
    match step:
        case By():
            return stated(measure(step.criterion, names), *_conditions(step))
        case HeadToHead():
            return _head_to_head(step, names)
        case Block():
            return _block(step, names)
        case PositionIn(stage=stage):
            return stated(phrase("prose.position_in", stage=names.stage(stage.stage, stage.path)))
        case ResultOf(stage=stage):
            return stated(phrase("prose.result_of", stage=names.stage(stage.stage, stage.path)))
        case RankSum(criteria=criteria, among=fact):
            among = phrase("prose.rank_sum_fact", fact=fact_name(fact)) if fact else phrase("prose.rank_sum_all")
            return stated(phrase("prose.rank_sum", criteria=measures(criteria, names), among=among))
        case KicksBetween():
            return stated(phrase("prose.shoot_out"))
        case DrawLots():
            return stated(phrase("prose.lots"))
        case Share():
            return stated(phrase("prose.share"))
        case Use():
            raise AssertionError(step)


def _head_to_head(step: HeadToHead, names: Names) -> Paragraph:
    steps = tuple(_flat(step.steps))
    criteria = [each.criterion for each in steps if isinstance(each, By) and _is_plain(each)]
    again = phrase("prose.again_among_them") if step.restart else None
    if len(criteria) == len(steps):
        said = phrase("prose.between_them", criteria=in_order(criteria, names))
        return stated(said, again, *_conditions(step))
    lead, last = phrase("prose.between_them_alone"), phrase("prose.criteria_are")
    return listed(lead, again, *_conditions(step), last, items=_items(steps, names))


def _block(step: Block, names: Names) -> Paragraph:
    going_on = "_one_place" if step.one_place_at_a_time else "_again" if step.restart else ""
    only = None
    if step.only_best_of is not None:
        ref = step.only_best_of
        only = phrase("prose.only_best_of", group=names.each_group(ref.stage, ref.path))
    said = (phrase(f"prose.list{going_on}"), only, *_conditions(step))
    if step.two == step.more:
        return listed(*said, phrase("prose.criteria_are"), items=_items(step.two, names))
    by_number = (
        listed(phrase("prose.for_two"), items=_items(step.two, names)),
        listed(phrase("prose.for_more"), items=_items(step.more, names)),
    )
    return listed(*said, phrase("prose.list_by_number"), items=iter(by_number), ordered=False)


def _conditions(step: By | HeadToHead | Block) -> Iterator[Said]:
    """Give when a step counts at all, and where it is from."""
    if isinstance(step, By) and step.at_least is not None:
        yield phrase("prose.at_least", n=step.at_least)
    if isinstance(step, HeadToHead) and step.needs is not None:
        yield phrase(f"prose.needs_{step.needs}")
    if step.across:
        lines = tuple(phrase("prose.line", one=line, other=line + 1) for line in step.across)
        yield phrase("prose.across", lines=Listing(lines, "or"))
    if step.at_end:
        yield phrase("prose.at_end")
    if step.source is not None:
        yield phrase("prose.source", source=step.source)

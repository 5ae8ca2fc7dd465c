"""Leagues and tables in words: who is in them, which matches count, what they are worth, and the order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from liguilla.formats import (
    Bonus,
    ByFact,
    Carry,
    Each,
    Fixtures,
    Groups,
    GroupsOf,
    League,
    MatchWindow,
    NamedGroups,
    Points,
    SeededByFact,
    SeededByStages,
    Seeds,
    Selector,
    Table,
)
from liguilla.publish.prose.criteria import measure
from liguilla.publish.prose.ladders import match_goes_on
from liguilla.publish.prose.naming import Names, fact_name
from liguilla.publish.prose.places import number_of_verb, positions_there, teams
from liguilla.publish.prose.rankings import order
from liguilla.publish.prose.sections import Paragraph, Said, listed, stated
from liguilla.words import Listing, Phrase, phrase

__all__ = ["groups", "seed_order", "table", "take_part", "worth"]

HALF: Final = Fraction(1, 2)


def table(stage: Table, names: Names, *, points_said: bool, like: str | None) -> Iterator[Paragraph]:
    """Give the rules of a league or table.

    Parameters
    ----------
    points_said
        Whether it has been said already what results are worth.
    like
        A stage whose criteria have been told, if they are the same.
    """
    if stage.entrants is not None:
        yield stated(take_part(stage.entrants, names))
    elif stage.groups is None and isinstance(stage, League):
        yield stated(phrase("prose.everybody"))
    if stage.groups is not None:
        yield groups(stage.id, stage.groups, names)
    if isinstance(stage, League):
        yield stated(*_matches(stage, names))
    if stage.counted is not None:
        yield stated(*_counted(stage.counted, names, alone=not isinstance(stage, League)))
    if stage.carry is not None:
        yield stated(_carry(stage.carry, names))
    if stage.points.worth and not points_said:
        yield stated(phrase("prose.points", worth=worth(stage.points)))
    if isinstance(stage, League):
        for bonus in stage.bonus:
            yield stated(_bonus(bonus, names))
    if like is not None:
        yield stated(phrase("prose.order_like", stage=names.stage(like)))
    else:
        yield from order(stage.ranking, names, in_groups=stage.groups is not None)


def take_part(selector: Selector, names: Names) -> Phrase:
    """Return that these teams take part."""
    return phrase("prose.take_part", n=number_of_verb(selector, names), teams=teams(selector, names))


def worth(points: Points) -> Listing:
    """Return what each result is worth."""
    return Listing(tuple(phrase(f"prose.worth_{result}", points=value) for result, value in points.worth.items()))


# ----------------------------------------------------------------------------------------------------- who is in


def groups(stage: str, made: Groups, names: Names) -> Paragraph:
    """Return of whom the groups of a stage are made."""
    match made:
        case NamedGroups(members=members):
            items = (stated(_group(stage, label, teams_, names)) for label, teams_ in members.items())
            return listed(phrase("prose.groups_named", n=len(members)), items=items, ordered=False)
        case ByFact(fact=fact, labels=labels):
            return stated(phrase("prose.groups_by", fact=fact_name(fact), labels=Listing(labels)))
        case GroupsOf(stage=other):
            return stated(phrase("prose.groups_of", stage=names.stage(other)))
        case Each(stage=other, path=path, range=range_):
            return stated(
                phrase("prose.groups_of_each", group=names.each_group(other, path), places=positions_there(range_))
            )


def _group(stage: str, label: str, selector: Selector, names: Names) -> Phrase:
    return phrase("prose.item", what=names.group_alone(stage, label), said=teams(selector, names))


# ------------------------------------------------------------------------------------------------------- matches


def _matches(stage: League, names: Names) -> Iterator[Said]:
    if stage.meetings is not None:
        yield _meetings(stage.meetings, in_groups=stage.groups is not None)
    if stage.fixtures is not None:
        yield from _fixtures(stage.fixtures)
    if stage.seeds is not None:
        yield phrase("prose.starting_numbers", order=seed_order(stage.seeds, names))
    if stage.each_match != ("score",):
        yield match_goes_on(stage.each_match, names, drawn_at_last=True)


def _meetings(meetings: int, *, in_groups: bool) -> Phrase:
    others = phrase("prose.others_of_group" if in_groups else "prose.others")
    if meetings == 1:
        return phrase("prose.meet_once", others=others)
    if meetings == 2:
        return phrase("prose.meet_twice", others=others)
    if meetings % 2 == 0:
        return phrase("prose.meet_even", others=others, number=meetings, half=meetings // 2)
    return phrase("prose.meet_odd", others=others, number=meetings)


def _fixtures(fixtures: Fixtures) -> Iterator[Phrase]:
    if fixtures.by == "list":
        yield phrase("prose.matches_listed")
    else:
        yield phrase("prose.matches_paired", provider=phrase(f"prose.provider_{fixtures.by}"))
    if fixtures.matches is not None:
        yield phrase("prose.matches_each", n=fixtures.matches)
    if fixtures.home is not None:
        yield phrase("prose.home_each", n=fixtures.home)
    if fixtures.rounds is not None:
        yield phrase("prose.rounds_in_all", n=fixtures.rounds)
    if fixtures.until_wins is not None:
        yield phrase("prose.until_wins", n=fixtures.until_wins)
    if fixtures.until_losses is not None:
        yield phrase("prose.until_losses", n=fixtures.until_losses)


def seed_order(seeds: Seeds, names: Names) -> Phrase:
    """Return what the seeds, or the starting numbers, follow."""
    match seeds:
        case SeededByFact(criterion=criterion):
            return phrase("prose.order_by_fact", criterion=measure(criterion, names))
        case SeededByStages(stages=stages):
            first, *rest = (phrase("prose.order_of", stage=names.stage(ref.stage, ref.path)) for ref in stages)
            for each in rest:
                first = phrase("prose.and_then", one=first, other=each)
            return first


def _counted(counted: MatchWindow, names: Names, *, alone: bool) -> Iterator[Said]:
    code = "counts" if alone else "counts_too"
    yield phrase(f"prose.{code}", stages=names.stages(counted.stages))
    if counted.seasons > 1:
        yield phrase("prose.counts_seasons", n=counted.seasons - 1)
    if counted.unbroken:
        yield phrase("prose.counts_unbroken")
    if counted.among == "entrants":
        yield phrase("prose.counts_among")
    if counted.against is not None:
        yield phrase("prose.counts_against", teams=teams(counted.against, names))


def _carry(carry: Carry, names: Names) -> Phrase:
    values: Mapping[str, object] = {"stage": names.stage(carry.points.stage, carry.points.path), "times": carry.times}
    code = {Fraction(1): "carry_all", HALF: "carry_half"}.get(carry.times, "carry_times")
    said = phrase(f"prose.{code}", **values)
    if carry.round is None:
        return said
    return phrase("prose.carry_rounded", carry=said, rounded=phrase(f"prose.round_{carry.round}"))


# --------------------------------------------------------------------------------------------------------- bonus


def _bonus(bonus: Bonus, names: Names) -> Phrase:
    said = phrase("prose.bonus", n=1 if bonus.points == 1 else 2, points=bonus.points, what=_bonus_for(bonus, names))
    if not bonus.common_number:
        return said
    matches = phrase("prose.bonus_matches")
    if bonus.venue is not None:
        matches = phrase(f"prose.measure_{bonus.venue}", of=matches)
    return phrase("prose.bonus_common", bonus=said, matches=matches)


def _bonus_for(bonus: Bonus, names: Names) -> Phrase:
    if bonus.result is None:
        return phrase(f"prose.bonus_at_least_{names.unit}", number=bonus.at_least)
    said = phrase(f"prose.bonus_{bonus.result}")
    if bonus.venue is not None:
        said = phrase(f"prose.measure_{bonus.venue}", of=said)
    if bonus.at_most is not None:
        said = phrase("prose.bonus_at_most", result=said, number=bonus.at_most)
    return said

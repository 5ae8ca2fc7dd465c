"""From ``groups`` to the groups of a stage, on leagues, tables and knock-outs alike."""

from __future__ import annotations

from collections.abc import Mapping

from liguilla.formats.reading.draft import Draft, Lost
from liguilla.formats.reading.outline import Groups as Sizes
from liguilla.formats.reading.outline import Outline
from liguilla.formats.reading.ranges import length, take_range
from liguilla.formats.reading.selector_words import read_selector
from liguilla.formats.reading.selectors import select
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.wrong_words import WrongWords
from liguilla.formats.selectors import Each
from liguilla.formats.stages import ByFact, Groups, GroupsOf, NamedGroups

__all__ = ["read_groups"]

Written = Mapping[str, str | list[str]]


def read_groups(
    draft: Draft, written: str | Written | None, spot: Spot, outline: Outline, *, entrants: bool
) -> Groups | None:
    """Read the groups of a stage and note them in its outline."""
    outline.vague = False
    if written is None:
        return None
    try:
        if not isinstance(written, str):
            if tuple(written) == ("by",):
                return _by_fact(draft, written["by"], spot, outline, entrants=entrants)
            if entrants:
                draft.report.problem(spot, "groups_and_entrants")
            return _named(draft, written, spot, outline)
        if written.split()[:1] == ["each"]:
            return _each(draft, written, spot, outline)
        return _of_stage(draft, written.strip(), spot, outline)
    except WrongWords as wrong:
        draft.report.problem(spot, "key_said", key="groups", said=wrong.said)
    except Lost:
        pass
    outline.vague = True
    return None


def _named(draft: Draft, written: Written, spot: Spot, outline: Outline) -> NamedGroups:
    selected = {label: select(draft, members, spot[label]) for label, members in written.items()}
    if not selected or spot.incomplete:
        if not spot.incomplete:
            draft.report.problem(spot.as_named(), "empty_list")
        raise Lost
    outline.groups = Sizes({label: one.places for label, one in selected.items()})
    return NamedGroups({label: one.selector for label, one in selected.items()})


def _by_fact(draft: Draft, fact: str | list[str], spot: Spot, outline: Outline, *, entrants: bool) -> ByFact:
    name = fact if isinstance(fact, str) else " + ".join(fact)
    values = draft.fact(name).values
    if not values:
        raise WrongWords("groups_without_values", fact=name)
    # Nothing says that groups by a fact are equal; it is taken for granted where they can be.
    size = None
    if draft.number and not entrants and draft.number % len(values) == 0:
        size = draft.number // len(values)
    outline.groups = Sizes(dict.fromkeys(values, size))
    return ByFact(name, values)


def _of_stage(draft: Draft, stage: str, spot: Spot, outline: Outline) -> GroupsOf:
    if stage not in draft.written:
        if draft.is_lost(stage):
            raise Lost
        raise WrongWords("groups_no_stage", text=stage, near=(stage, draft.written))
    outline.groups = _groups_of(draft.outline(stage, spot), stage)
    return GroupsOf(stage)


def _each(draft: Draft, text: str, spot: Spot, outline: Outline) -> Each | None:
    selected = select(draft, text, spot).selector
    if not selected.terms:
        raise Lost
    words = read_selector(text).terms
    if len(words) > 1 or words[0].where or selected.without:
        raise WrongWords("groups_each", text=text)
    inside, path = draft.enter(words[0].path)
    if inside is None or len(path) != 1 or path[0] not in inside.written:
        raise WrongWords("groups_each", text=text)
    groups = _groups_of(inside.outlines[path[0]], path[0])
    range_, _ = take_range(words[0].rest)
    size = length(range_, groups.size) if range_ else groups.size
    outline.groups = Sizes(dict.fromkeys(groups.labels, size))
    return Each(path[0], words[0].path[:-1], range_)


def _groups_of(other: Outline, stage: str) -> Sizes:
    if other.groups is None:
        if other.vague:
            raise Lost
        raise WrongWords("groups_none", stage=stage)
    return other.groups

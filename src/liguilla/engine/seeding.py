"""Who enters a knock-out, and how good they are."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile

from liguilla.engine.criteria import number
from liguilla.engine.derivation import Derivation
from liguilla.engine.members import members
from liguilla.engine.places import Decided, Place, Void, Waiting
from liguilla.formats import (
    Boxed,
    ByFact,
    Draw,
    Each,
    Entered,
    GroupsOf,
    Knockout,
    NamedGroups,
    Ranked,
    SeededByFact,
    Selector,
    Table,
    Term,
)
from liguilla.words import Phrase

__all__ = [
    "entrants",
    "entry_selector",
    "groups",
    "keeps_order",
    "knockout_stage",
    "not_open",
    "seeds",
]


def knockout_stage(d: Derivation, stage_id: str) -> Knockout:
    """Return the stage of this id, which is a knock-out."""
    stage = d.format.stages[stage_id]
    assert isinstance(stage, Knockout)
    return stage


def groups(d: Derivation, stage_id: str) -> tuple[str | None, ...]:
    """Return the labels of the groups; just None where there are no groups."""
    stage = d.format.stages[stage_id]
    if isinstance(stage, Draw):
        return stage.boxes
    assert isinstance(stage, Knockout | Table)
    match stage.groups:
        case None:
            return (None,)
        case NamedGroups(members=named_groups):
            return tuple(named_groups)
        case ByFact(labels=labels):
            return labels
        case GroupsOf(stage=other):
            return groups(d, other)
        case Each(stage=other, path=path):
            inner = d.inside(path)
            return () if inner is None else groups(inner, other)


def not_open(d: Derivation, stage_id: str) -> Void | Waiting | None:
    """Return why the stage isn't played, or what that waits for; None where it is played."""
    return d.closed(knockout_stage(d, stage_id).when)


def entry_selector(d: Derivation, stage_id: str, group: str | None) -> Selector | None:
    """Return the selector of those who enter from the start; None where it isn't one selector that says so."""
    stage = knockout_stage(d, stage_id)
    if isinstance(stage.groups, NamedGroups):
        return stage.groups.members[group or ""]
    return stage.entrants if stage.groups is None else None


def keeps_order(d: Derivation, stage_id: str, group: str | None) -> bool:
    """Return whether each entrant's place in the list is known, even if some of those before him aren't."""
    selector = entry_selector(d, stage_id, group)
    if selector is None or not (selector.without or any(term.where for term in selector.terms)):
        return True
    return all(isinstance(place, Decided | Void) for place in d.ask(entrants, stage_id, group))


def entrants(d: Derivation, stage_id: str, group: str | None) -> tuple[Place, ...]:
    """Return who enters the knock-out from the start: in the order of the selector, or of the ranking they are from."""
    stage = knockout_stage(d, stage_id)
    match stage.groups:
        case None:
            return d.places(stage.entrants) if stage.entrants is not None else ()
        case NamedGroups(members=named_groups):
            assert group is not None
            return d.places(named_groups[group])
        case ByFact():
            return _with_fact(d, stage, group)
        case GroupsOf(stage=other):
            of = d.format.stages[other]
            if isinstance(of, Knockout):
                return entrants(d, other, group)
            box = isinstance(of, Draw)
            term: Term = Boxed(other, group or "") if box else Ranked(other, group=group)
            return d.places(Selector((term,)))
        case Each(stage=other, path=path, range=range_):
            return d.places(Selector((Ranked(other, path, group, range=range_),)))


def _with_fact(d: Derivation, stage: Knockout, group: str | None) -> tuple[Place, ...]:
    found = d.ask(members, stage.id)
    if isinstance(found, Phrase):
        return (Waiting(found),)
    inside = dict(found)[group]
    places = d.places(stage.entrants or Selector((Entered(),)))
    return tuple(place for place in places if not isinstance(place, Decided) or place.team in inside)


def seeds(d: Derivation, stage_id: str, group: str | None) -> Mapping[str, int]:
    """Return the seed of each team, 1 being best: its place in one named ranking, or among the entrants."""
    stage = knockout_stage(d, stage_id)
    if stage.seeds is None:
        entered = d.ask(entrants, stage_id, group)
        if not keeps_order(d, stage_id, group):
            # Whoever is waited for may yet be left out, and then those after him move up.
            entered = tuple(takewhile(lambda place: isinstance(place, Decided | Void), entered))
        return {place.team: seed for seed, place in enumerate(entered, 1) if isinstance(place, Decided)}
    if isinstance(stage.seeds, SeededByFact):
        return _seeds_by_fact(d, stage.seeds)
    ranked: dict[str, int] = {}
    before = 0
    for ref in stage.seeds.stages:
        inner = d.inside(ref.path)
        if inner is None:
            break
        for standing in inner.ranked(ref.stage).standings:
            for seed, place in enumerate(standing.places, before + 1):
                if isinstance(place, Decided):
                    ranked[place.team] = seed
            before += len(standing.places)
    return ranked


def _seeds_by_fact(d: Derivation, by: SeededByFact) -> Mapping[str, int]:
    assert by.criterion.fact is not None
    facts = d.entry("facts") or {}
    numbers = {team: number(own.get(by.criterion.fact)) for team, own in facts.items()}
    known = {team: value for team, value in numbers.items() if value is not None}
    better = 1 if by.criterion.high else -1
    return {team: 1 + sum(better * other > better * value for other in known.values()) for team, value in known.items()}

"""From what stands under ``outcomes`` to the named places."""

from __future__ import annotations

from collections.abc import Set
from contextlib import suppress
from typing import Final

from liguilla.formats.format import Choice, Outcome
from liguilla.formats.reading import written
from liguilla.formats.reading.conditions import condition
from liguilla.formats.reading.draft import Draft, Lost
from liguilla.formats.reading.nodes import MappingNode, ScalarNode, SequenceNode
from liguilla.formats.reading.selectors import select
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.structure import read_keys, shown
from liguilla.formats.reading.wrong_words import nearest
from liguilla.words import Listing, phrase

__all__ = ["read_outcome"]

KEYS_OF_CHOICE: Final = ("take", "when", "because")
KEYS_OF_CHOICES: Final = ("from", "places", "besides", "name")


def read_outcome(draft: Draft, name: str, spot: Spot) -> tuple[Outcome, int | None]:
    """Read an outcome and the number of its places, where the format fixes it."""
    match spot.node:
        case ScalarNode(str()):
            choice, number = _choice(draft, spot)
            return Outcome(name, (choice,) if choice else ()), number
        case SequenceNode():
            return Outcome(name, _choices(draft, spot), places=1), 1
        case MappingNode(values) if _is_choice(values.keys()):
            choice, _ = _choice(draft, spot)
            return Outcome(name, (choice,) if choice else (), places=1), 1
        case MappingNode():
            return _filled(draft, name, spot)
    sorts = (phrase("formats.text"), phrase("formats.a_list"), phrase("formats.a_mapping"))
    draft.report.problem(spot, "wrong_sort", value=shown(spot.node), expected=Listing(sorts, "or"))
    return Outcome(name, ()), None


def _is_choice(keys: Set[str]) -> bool:
    """Tell a choice from choices for several places, also where a key is misspelt."""
    if "take" in keys or "from" in keys:
        return "from" not in keys
    meant = [nearest(key, (*KEYS_OF_CHOICE, *KEYS_OF_CHOICES)) for key in keys]
    return sum(key in KEYS_OF_CHOICE for key in meant) > sum(key in KEYS_OF_CHOICES for key in meant)


def _filled(draft: Draft, name: str, spot: Spot) -> tuple[Outcome, int | None]:
    read = read_keys(spot, written.Choices, draft.report)
    if read is None:
        return Outcome(name, ()), None
    keys, spot = read
    for other, at in zip(keys.besides, spot["besides"].items, strict=True):
        if ("outcome", other) in draft.places:
            with suppress(Lost):
                draft.need(("outcome", other), at)
        elif not draft.is_lost(other):
            draft.report.problem(at, "besides_unknown", id=other, near=(other, draft.called("outcome")))
    choices = _choices(draft, spot["from"]) if "from" in spot else ()
    outcome = Outcome(name, choices, keys.places, tuple(keys.besides), keys.name, keys.source)
    return outcome, keys.places


def _choices(draft: Draft, spot: Spot) -> tuple[Choice, ...]:
    if not spot.items and not spot.incomplete:
        draft.report.problem(spot, "empty_list")
    choices = (_choice(draft, at)[0] for at in spot.items)
    return tuple(choice for choice in choices if choice)


def _choice(draft: Draft, spot: Spot) -> tuple[Choice | None, int | None]:
    """Read a selector, or a mapping with one, and the number of its places."""
    match spot.node:
        case ScalarNode(str() as text):
            selected = select(draft, text, spot)
            return Choice(selected.selector, rule=spot.rule), selected.places
        case MappingNode():
            read = read_keys(spot, written.Choice, draft.report)
            if read is None:
                return None, None
            keys, spot = read
            when = condition(draft, keys.when, spot["when"])
            if keys.take is None:
                return None, None
            selected = select(draft, keys.take, spot["take"])
            return Choice(selected.selector, when, keys.because, spot.rule), selected.places
    sorts = (phrase("formats.text"), phrase("formats.a_mapping"))
    draft.report.exact_problem(spot, "wrong_sort", value=shown(spot.node), expected=Listing(sorts, "or"))
    return None, None

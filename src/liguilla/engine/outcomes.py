"""Outcomes: named places filled from choices in order."""

from __future__ import annotations

from liguilla.engine.derivation import Derivation
from liguilla.engine.places import Decided, Place, Unresolved, Void, Waiting
from liguilla.engine.results import OutcomeResult
from liguilla.engine.selectors import is_single, set_of
from liguilla.words import Text, phrase

__all__ = ["outcome"]


def outcome(d: Derivation, outcome_id: str) -> OutcomeResult:
    """Return what fills an outcome.

    A choice whose condition is false and a void place are passed over. A waiting one stops the chain: a later choice
    never overtakes an earlier one that may still come true. Teams already taken, here or in the outcomes this one
    stands beside, are skipped, so places pass down.
    """
    spec = d.format.outcomes[outcome_id]
    wanted = spec.places
    single = wanted == 1 or (wanted is None and is_single(d, spec.choices[0].take))
    taken: list[tuple[Place, Text | None, str]] = []
    beside, waits = _beside(d, spec.besides)
    void: Place | None = None
    for choice in spec.choices:
        if waits is not None or _is_full(taken, wanted):
            break
        holds = d.holds(choice.when)
        if isinstance(holds, Waiting):
            waits = holds
            break
        if not holds:
            assert choice.when is not None
            void = void or Void(phrase("engine.choice_not_taken", condition=choice.when.text))
            continue
        found = d.places(choice.take)
        for place in found:
            if _is_full(taken, wanted):
                break
            if isinstance(place, Void):
                void = place
            elif isinstance(place, Unresolved) and place.among <= beside | _teams_of(taken):
                continue
            elif not isinstance(place, Decided):
                taken.append((place, choice.because, choice.rule))
                if wanted is not None and not _all_have_room(place, found, taken, wanted, beside):
                    # Nobody further down is certain of a place while this one is open.
                    waits = place if isinstance(place, Waiting) else place.awaited()
                    break
            elif place.team not in beside and place.team not in _teams_of(taken):
                taken.append((place, choice.because, choice.rule))
    number = 1 if single else wanted
    if number is not None and len(taken) < number:
        missing: Place = waits or void or Void(phrase("engine.nobody_left"))
        taken += [(missing, None, spec.rule)] * (number - len(taken))
    elif not taken and (waits or void) is not None:
        taken.append((waits or void, None, spec.rule))  # type: ignore[arg-type]
    places = tuple(place for place, _, _ in taken)
    return OutcomeResult(
        outcome_id, places, tuple(because for _, because, _ in taken), tuple(rule for _, _, rule in taken), single
    )


def _is_full(taken: list[tuple[Place, Text | None, str]], wanted: int | None) -> bool:
    return wanted is not None and len(taken) >= wanted


def _all_have_room(
    place: Place,
    found: tuple[Place, ...],
    taken: list[tuple[Place, Text | None, str]],
    wanted: int,
    beside: frozenset[str],
) -> bool:
    """Return whether level teams all have a place here, so that only their order is open."""
    others = [each for each in taken if each[0] != place]
    if not isinstance(place, Unresolved) or place.among & (beside | _teams_of(others)):
        return False
    return found.count(place) == len(place.among) <= wanted - len(others)


def _teams_of(taken: list[tuple[Place, Text | None, str]]) -> set[str]:
    """Return the teams that are taken, whatever place each was taken from; level teams once all of them are."""
    places = [place for place, _, _ in taken]
    teams = {place.team for place in places if isinstance(place, Decided)}
    for place in places:
        if isinstance(place, Unresolved) and places.count(place) == len(place.among):
            teams |= place.among
    return teams


def _beside(d: Derivation, besides: tuple[str, ...]) -> tuple[frozenset[str], Waiting | None]:
    """Return the teams that hold a place in the outcomes named; and what these wait for, if any does."""
    found = tuple(place for name in besides for place in d.outcome(name).places)
    certain = set_of(found)
    if certain is not None:
        return certain, None
    teams = frozenset(place.team for place in found if isinstance(place, Decided))
    open_ = next((place for place in found if not isinstance(place, Decided | Void)), None)
    if open_ is None or isinstance(open_, Waiting):
        return teams, open_
    return teams, open_.awaited()

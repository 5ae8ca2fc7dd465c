"""Outcomes: named places filled from choices in order."""

from __future__ import annotations

from liguilla.engine.derivation import Derivation
from liguilla.engine.places import Decided, Place, Void, Waiting
from liguilla.engine.results import OutcomeResult
from liguilla.engine.selectors import is_single
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
        for place in d.places(choice.take):
            if _is_full(taken, wanted):
                break
            if isinstance(place, Void):
                void = place
            elif not isinstance(place, Decided):
                taken.append((place, choice.because, choice.rule))
                if wanted is not None:
                    # Nobody further down is certain of a place while this one is open.
                    waits = place if isinstance(place, Waiting) else Waiting(phrase("engine.settled", why=place.why))
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


def _teams_of(taken: list[tuple[Place, Text | None, str]]) -> set[str]:
    """Return the teams that are taken, whatever place each was taken from."""
    return {place.team for place, _, _ in taken if isinstance(place, Decided)}


def _beside(d: Derivation, besides: tuple[str, ...]) -> tuple[frozenset[str], Waiting | None]:
    """Return the teams that hold a place in the outcomes named; and what these wait for, if any does."""
    found = [place for name in besides for place in d.outcome(name).places]
    teams = frozenset(place.team for place in found if isinstance(place, Decided))
    open_ = next((place for place in found if not isinstance(place, Decided | Void)), None)
    if open_ is None or isinstance(open_, Waiting):
        return teams, open_
    return teams, Waiting(phrase("engine.settled", why=open_.why))

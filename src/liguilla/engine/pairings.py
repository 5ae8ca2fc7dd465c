"""Pairings: who meets whom in a round, given who takes part.

A round is a row of *positions*: each holds two contenders, or one who goes on without playing. Slot and seed are two
things: where a contender stands in the row, and how good he is.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product, zip_longest

from liguilla.engine.places import Place, Void, Waiting

__all__ = ["Contender", "Position", "bracket", "pair_in_order", "reseed"]

_MOST_COMPLETIONS = 4096
"""How many ways a round can end before it is no longer asked what all of them have in common."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Who takes part in a tie: a place, and how good it is (1 is best; None: no seed, or not known).

    `among` are those of whom just one will be here, where the place is that of a tie still to be played. `unordered`:
    it isn't known which of the two of a tie is listed first.
    """

    place: Place
    seed: int | None = None
    among: tuple[Contender, ...] = ()
    unordered: bool = False


Position = tuple[Contender, Contender | None]


def bracket_order(size: int) -> tuple[int, ...]:
    """Return the standard order of slots for a power of two: 1-8, 4-5, 2-7, 3-6 for eight, as seeds from 1.

    The first two can meet only in the last round, the first four only in the last two, and so on.

    Examples
    --------
    >>> bracket_order(8)
    (1, 8, 4, 5, 2, 7, 3, 6)
    """
    order: tuple[int, ...] = (1,)
    while len(order) < size:
        order = tuple(seed for better in order for seed in (better, 2 * len(order) + 1 - better))
    return order


def bracket(contenders: tuple[Contender, ...], byes: int) -> tuple[Position, ...] | None:
    """Return the first round of a bracket: the best seed meets the worst, in the standard order; byes to the best.

    Contenders without any seeds stand in the order in which they are listed. A void place without a seed is the last.
    None while some seeds aren't known, or two are the same.
    """
    if not contenders:
        return ()
    seeds = [contender.seed for contender in contenders if not isinstance(contender.place, Void)]
    if any(seed is not None for seed in seeds) and (None in seeds or len(set(seeds)) < len(seeds)):
        return None
    ranked = contenders if None in seeds else sorted(contenders, key=lambda c: (c.seed is None, c.seed or 0))
    size = len(contenders) + byes
    if size & (size - 1):
        # No draw sheet has this size, so no standard order holds: best meets worst, and the rounds after follow.
        return _best_meets_worst(tuple(ranked), byes)
    at = [ranked[slot - 1] if slot <= len(ranked) else None for slot in bracket_order(size)]
    positions: list[Position] = []
    for one, other in zip_longest(at[::2], at[1::2]):
        # Where there are fewer teams than byes, nobody stands in some of the slots.
        first, second = (one, other) if one is not None else (other, None)
        if first is not None:
            positions.append((first, second))
    return tuple(positions)


def pair_in_order(contenders: tuple[Contender, ...]) -> tuple[Position, ...]:
    """Return 1-2, 3-4, ...; a last one without opponent goes on."""
    return tuple(
        (contenders[i], contenders[i + 1] if i + 1 < len(contenders) else None) for i in range(0, len(contenders), 2)
    )


def reseed(contenders: tuple[Contender, ...], byes: int, waits: Waiting) -> tuple[Position, ...] | None:
    """Return the round in which the best seeds have byes and, of the others, the best always meets the worst.

    Where some are not known yet, a contender stands in a position only if he does so however the open ties end; the
    others are `waits`. Void places are the worst. None if that can't be told.
    """
    known = [contender.seed for contender in contenders if contender.seed is not None and not _is_void(contender)]
    if len(set(known)) < len(known):
        return None
    if all(contender.seed is not None or _is_void(contender) for contender in contenders):
        return _best_meets_worst(contenders, byes)
    ways = 1
    for contender in contenders:
        if contender.seed is None and not _is_void(contender):
            if not contender.among or any(other.seed is None for other in contender.among):
                return None
            ways *= len(contender.among)
    if ways > _MOST_COMPLETIONS:
        return None
    choices = [(c,) if c.seed is not None or _is_void(c) else c.among for c in contenders]
    completions = [_best_meets_worst(completion, byes) for completion in product(*choices)]
    return tuple(_in_all(completions, number, waits) for number in range(len(completions[0])))


def _best_meets_worst(contenders: tuple[Contender, ...], byes: int) -> tuple[Position, ...]:
    left = sorted(contenders, key=lambda contender: (_is_void(contender), contender.seed or 0))
    rest = left[byes:]
    resting = tuple((contender, None) for contender in left[:byes])
    return resting + tuple((rest[i], rest[-1 - i]) for i in range(len(rest) // 2))


def _is_void(contender: Contender) -> bool:
    return isinstance(contender.place, Void)


def _in_all(completions: list[tuple[Position, ...]], number: int, waits: Waiting) -> Position:
    alone = completions[0][number][1] is None
    return _one(completions, number, 0, waits), None if alone else _one(completions, number, 1, waits)


def _one(completions: list[tuple[Position, ...]], number: int, side: int, waits: Waiting) -> Contender:
    """Return the contender who stands there in every completion, or one who waits among those that may."""
    possible = {contender for completion in completions if (contender := completion[number][side]) is not None}
    if len(possible) == 1:
        return possible.pop()
    return Contender(waits, None, tuple(sorted(possible, key=lambda contender: contender.seed or 0)))

"""The pairing of one bracket: the criteria of the Dutch system as digits of the weight of each pair.

A bracket holds players that were moved down (MDPs) and those of one score (residents). What is wanted of its pairs is a
list of wishes, each a sum over pairs: how many there are, which scores are paired, whose colours fit. A wish is a digit
of a pair's weight, in a base that no sum of it reaches; so the heaviest matching is the best candidate. Of candidates
that are equally good the earliest counts (art. 4), and that is a list of sums as well.

Why the order of candidates is a sum: the better player of a pair is always the one in S1, for with the two exchanged it
was a candidate before. So S1 is the set of the better players. Exchanges (art. 4.3) compare how many of these are new,
how far down they were found, and which they are; transpositions (art. 4.2) compare their partners one after another.

Source: FIDE Handbook C.04.3 (2026), art. 2 to 4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import Final, Literal

from liguilla.swiss.colours import Strength
from liguilla.swiss.field import BYE, Field
from liguilla.swiss.matching import Edge, best_matching
from liguilla.swiss.so_far import Player

__all__ = ["Bracket", "pair_bracket"]

Digit = tuple[str | int | Fraction, ...]
"""The name of a wish: its criterion, and which score or player it is about."""

Wishes = Iterable[tuple[Digit, int]]
"""What a pair adds to each digit; or, in a list of digits, the most that all pairs can add."""

OfPair = Callable[[Player, Player], Wishes | None]
"""What the order of candidates wants of a pair, the better player first; None where the pair can't be."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """Players moved down and residents, best first; the residents of the next bracket, and all those below it."""

    moved_down: Sequence[Player]
    residents: Sequence[Player]
    following: Sequence[Player] = ()
    below: Sequence[Player] = ()


def pair_bracket(field: Field, bracket: Bracket) -> dict[int, int]:
    """Return the partners of those who are paired in the bracket, both ways. All others are moved down."""
    pairing = _Pairing(field, bracket)
    if not bracket.moved_down:
        return pairing.first_if_perfect() or pairing.of_residents(bracket.residents, len(bracket.residents) // 2)
    candidate = pairing.best(*pairing.order_of_moved_down())
    moved_down = {player.number for player in bracket.moved_down}
    met = {one: other for one, other in candidate.items() if one in moved_down or other in moved_down}
    remainder = [player for player in bracket.residents if player.number not in met]
    pairs = (len(candidate) - len(met)) // 2
    return met | pairing.of_residents(remainder, pairs, met)


class _Weights:
    """What digits are worth, the most important first; each comes with the greatest sum it can have."""

    def __init__(self, digits: Wishes) -> None:
        self._worth: dict[Digit, int] = {}
        worth = 1
        for digit, most in reversed(list(digits)):
            self._worth[digit] = worth
            worth *= most + 1

    def of(self, wishes: Wishes) -> int:
        """Return the weight of a pair."""
        return sum(self._worth[digit] * number for digit, number in wishes if number)


class _Pairing:
    """One bracket being paired."""

    def __init__(self, field: Field, bracket: Bracket) -> None:
        self.field, self.bracket = field, bracket
        self.players = [*bracket.moved_down, *bracket.residents]
        self.score = bracket.residents[0].score

    @cached_property
    def counts_unplayed(self) -> bool:
        """Whether just one player downfloats, who has the bye: only then unplayed rounds are asked about (C9)."""
        if self.field.bye_score != self.score:
            return False
        best = self._best((), lambda one, other: (), met=(), asks_for_unplayed=False)
        return len(self.players) - len(best) == 1

    def first_if_perfect(self) -> dict[int, int] | None:
        """Return the first candidate of a homogeneous bracket, if no other can be better (art. 3.4)."""
        players, half = self.bracket.residents, len(self.bracket.residents) // 2
        pairs = list(zip(players[:half], players[half : 2 * half], strict=True))
        fits = all(
            self._may_meet(one, other) and all(fit for _, fit in self._of_colours(one, other)) for one, other in pairs
        )
        floaters, others = players[2 * half :], (*self.bracket.following, *self.bracket.below)
        if not fits or (floaters and (others or not self._best_for_bye(floaters[0]))):
            return None
        if not self.field.can_be_completed(player.number for player in (*floaters, *others)):
            return None
        return {a.number: b.number for one, other in pairs for a, b in ((one, other), (other, one))}

    def _best_for_bye(self, player: Player) -> bool:
        """Return whether nobody else would be a better downfloater of the last bracket."""
        most = max(len(each.colours) for each in self.players)
        return len(player.colours) == most and not any(self._float(player, back) == "down" for back in (1, 2))

    def best(self, order: Wishes, of_pair: OfPair, met: Iterable[int] = ()) -> dict[int, int]:
        """Return the partners in the best candidate, both ways.

        Parameters
        ----------
        order
            The digits by which the earlier of equal candidates is told.
        met
            Those whose partners are settled already.
        """
        return self._best(order, of_pair, met, asks_for_unplayed=self.counts_unplayed)

    def _best(self, order: Wishes, of_pair: OfPair, met: Iterable[int], *, asks_for_unplayed: bool) -> dict[int, int]:
        weights = _Weights([*self._criteria(asks_for_unplayed=asks_for_unplayed), *order])
        bracket = [player for player in self.players if player.number not in met]
        following = self.bracket.following
        edges = {}
        for one, other in combinations(bracket, 2):
            # Two who were moved down could have met where they came from, had it been for the best.
            if self._may_meet(one, other) and other.score == self.score:
                wishes = of_pair(one, other)
                if wishes is not None:
                    edges[one.number, other.number] = weights.of([*self._of_pair(one, other), *wishes])
        inside = set(edges)
        for one, other in combinations([*bracket, *following], 2):
            if self._may_meet(one, other) and other.score < self.score:
                edges[one.number, other.number] = weights.of(self._of_following(one, other))
        found = None if asks_for_unplayed else self._at_once(bracket, edges)
        if found is None:
            found = self._completed(bracket, edges, weights, asks_for_unplayed=asks_for_unplayed)
        return {one: other for one, other in found.items() if (one, other) in inside or (other, one) in inside}

    def _at_once(self, bracket: Sequence[Player], edges: dict[Edge, int]) -> dict[int, int] | None:
        """Return the best pairs without regard to those below, if these can be paired after them: nothing is better."""
        found = best_matching(edges)
        here = [*bracket, *self.bracket.following]
        left = [player.number for player in here if player.number not in found]
        below = [player.number for player in self.bracket.below]
        return found if self.field.can_be_completed([*left, *below]) else None

    def _completed(
        self, bracket: Sequence[Player], edges: dict[Edge, int], weights: _Weights, *, asks_for_unplayed: bool
    ) -> dict[int, int]:
        """Return the best pairs of those with which everybody left can be paired."""
        everybody = [*bracket, *self.bracket.following, *self.bracket.below]
        whole = {
            (one.number, other.number): edges.get((one.number, other.number), 0)
            for one, other in combinations(everybody, 2)
            if self._may_meet(one, other)
        }
        if len(everybody) % 2:
            may_have_bye = set(self.field.byes())
            for player in everybody:
                if player.number in may_have_bye:
                    games = ((("C9",), len(player.colours)),) if asks_for_unplayed else ()
                    whole[BYE, player.number] = weights.of(games)
        return best_matching(whole, everybody=True)

    def _may_meet(self, one: Player, other: Player) -> bool:
        numbers = (one.number, other.number) if one.number < other.number else (other.number, one.number)
        return numbers in self.field.edges

    # -------------------------------------------------------------------------------------------- the criteria

    def _criteria(self, *, asks_for_unplayed: bool) -> Iterator[tuple[Digit, int]]:
        """Give the digits of the criteria C6 to C21."""
        here = Counter(player.score for player in self.players)
        there = here + Counter(player.score for player in self.bracket.following)
        pairs = there.total() // 2
        yield ("C6",), pairs
        yield from ((("C7", score), number) for score, number in _descending(here))
        yield ("C8",), pairs
        yield from ((("C8", score), number) for score, number in _descending(there))
        if asks_for_unplayed:
            yield ("C9",), self.field.so_far.played
        yield from (((criterion,), pairs) for criterion in ("C10", "C11", "C12", "C13"))
        for down, up in _FLOATS:
            yield (down,), 2 * pairs
            yield (up,), pairs
        for down, up in _FAR_FLOATS:
            yield from (((down, score), number) for score, number in _descending(here))
            yield from (((up, score), number) for score, number in _descending(here))

    def _of_pair(self, one: Player, other: Player) -> Iterator[tuple[Digit, int]]:
        """Give what a pair of the bracket adds to the criteria, the better player first."""
        yield ("C6",), 1
        for player in (one, other):
            yield ("C7", player.score), 1
        yield from self._of_colours(one, other)
        for back, ((down, up), (far_down, far_up)) in enumerate(zip(_FLOATS, _FAR_FLOATS, strict=True), 1):
            floats = {player.number: self._float(player, back) for player in (one, other)}
            residents = [player for player in (one, other) if player.score == self.score]
            yield (down,), sum(floats[player.number] == "down" for player in residents)
            repeated = one.score > other.score and floats[other.number] == "up"
            yield (up,), not repeated
            for player in (one, other):
                yield (far_down, player.score), floats[player.number] == "down"
            yield (far_up, one.score), not repeated

    def _of_following(self, one: Player, other: Player) -> Iterator[tuple[Digit, int]]:
        """Give what a pair of the next bracket adds to C8, which asks for its C6 and C7."""
        yield ("C8",), 1
        for player in (one, other):
            yield ("C8", player.score), 1

    def _of_colours(self, one: Player, other: Player) -> Iterator[tuple[Digit, int]]:
        first, second = self.field.due[one.number], self.field.due[other.number]
        same = first.colour is second.colour is not None
        absolute = first.strength is second.strength is Strength.ABSOLUTE
        strong = min(first.strength, second.strength) >= Strength.STRONG
        yield ("C10",), not (same and first.imbalance > 1 and second.imbalance > 1)
        # Who has the smaller imbalance doesn't get the colour that is due; of equal ones, who has had both.
        loses = min(first, second, key=lambda each: each.imbalance)
        third = first.repeated is second.repeated if first.imbalance == second.imbalance else True
        yield ("C11",), not (same and absolute and third and loses.repeated is not None)
        yield ("C12",), not same
        yield ("C13",), not (same and strong and not absolute)

    def _float(self, player: Player, back: int) -> Literal["down", "up"] | None:
        """Return how a player floated so many rounds back (art. 1.4)."""
        played = self.field.so_far.played
        if back > played:
            return None
        round_ = player.rounds[played - back]
        if round_.opponent is None:
            return "down" if round_.points > self.field.so_far.loss else None
        own = player.scores[played - back]
        other = self.field.so_far.by_number[round_.opponent].scores[played - back]
        return None if own == other else "down" if own > other else "up"

    # ---------------------------------------------------------------------------------- the order of candidates

    def order_of_moved_down(self) -> tuple[Wishes, OfPair]:
        """Return the order of sets of MDPs (art. 4.4), then of the transpositions of their partners (art. 4.2)."""
        bsn = {player.number: n for n, player in enumerate(self.players)}
        moved_down = range(len(self.bracket.moved_down))
        digits = [(("S1", n), 1) for n in moved_down] + [(("S2", n), len(self.players)) for n in moved_down]

        def of_pair(one: Player, other: Player) -> Wishes:
            n = bsn[one.number]
            return ((("S1", n), 1), (("S2", n), len(self.players) - bsn[other.number])) if n in moved_down else ()

        return digits, of_pair

    def of_residents(self, players: Sequence[Player], pairs: int, met: Iterable[int] = ()) -> dict[int, int]:
        """Return the partners in a homogeneous bracket or remainder: exchanges (art. 4.3), then transpositions."""
        found = self.best(*_order_of_residents(players, pairs), met)
        if len(found) != 2 * pairs:
            # S1 was supposed to be larger than it is.
            found = self.best(*_order_of_residents(players, len(found) // 2), met)
        return found


_FLOATS: Final = (("C14", "C15"), ("C16", "C17"))
"""Residents that downfloat again, opponents of MDPs that upfloat again: after one round, and after two."""

_FAR_FLOATS: Final = (("C18", "C19"), ("C20", "C21"))
"""The same weighed by the score difference: MDPs that downfloat again, and opponents of MDPs."""


def _descending(scores: Counter[Fraction]) -> list[tuple[Fraction, int]]:
    return sorted(scores.items(), reverse=True)


def _order_of_residents(players: Sequence[Player], pairs: int) -> tuple[Wishes, OfPair]:
    bsn = {player.number: n for n, player in enumerate(players)}
    number = len(players)
    digits: list[tuple[Digit, int]] = [
        (("in S1",), pairs),
        (("distance",), pairs * number),
        (("out of S1",), pairs * 2**pairs),
        (("into S1",), 2**number),
        *((("S2", n), number) for n in range(number)),
    ]

    def of_pair(one: Player, other: Player) -> Wishes | None:
        if one.number not in bsn:
            return None
        n, partner = bsn[one.number], bsn[other.number]
        was_in = n < pairs
        return (
            (("in S1",), was_in),
            (("distance",), number - n),
            # The largest number that differs is to go: what stays weighs less the larger it is.
            (("out of S1",), 2**pairs - 2**n if was_in else 2**pairs),
            # The smallest that differs is to come.
            (("into S1",), 0 if was_in else 2 ** (number - n)),
            (("S2", n), number - partner),
        )

    return digits, of_pair

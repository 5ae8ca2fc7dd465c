"""The field of a round: who is to be paired, who may meet whom, and who may have the bye."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from liguilla.swiss.colours import Strength, due
from liguilla.swiss.matching import Edge, can_all_be_paired
from liguilla.swiss.so_far import Player, SoFar

__all__ = ["BYE", "Field", "order"]

BYE = 0
"""Who has the bye meets this."""


def order(player: Player) -> tuple[Fraction, int]:
    """Return what to sort players by: score, then the number they start with (art. 1.2)."""
    return -player.score, player.number


class Field:
    """The players of the round to come, the best first, and what is absolute about their pairs."""

    def __init__(self, so_far: SoFar) -> None:
        self.so_far = so_far
        self.players = sorted((player for player in so_far.players if not player.absent), key=order)
        self.of = {player.number: player for player in self.players}
        self.due = {player.number: due(player) for player in self.players}
        self.bye_score: Fraction | None = None

    @cached_property
    def edges(self) -> frozenset[Edge]:
        """Who may meet whom (C1, C3), the lower number first."""
        return frozenset(
            (min(one.number, other.number), max(one.number, other.number))
            for one, other in combinations(self.players, 2)
            if other.number not in one.opponents and not self._same_absolute(one, other)
        )

    def _same_absolute(self, one: Player, other: Player) -> bool:
        first, second = self.due[one.number], self.due[other.number]
        both = first.strength is second.strength is Strength.ABSOLUTE and first.colour is second.colour
        return both and not (self.is_top(one) or self.is_top(other))

    def is_top(self, player: Player) -> bool:
        """Return whether a player is a topscorer (art. 1.8): over half of the best score, before the last round."""
        is_last = self.so_far.played >= self.so_far.rounds - 1
        return is_last and player.score > self.so_far.win * self.so_far.played / 2

    def may_have_bye(self, player: Player) -> bool:
        """Return whether a player had no point for a win without playing yet (C2)."""
        return not any(each.opponent is None and each.points >= self.so_far.win for each in player.rounds)

    def byes(self) -> list[int]:
        """Return who may have the bye: those of the lowest score that lets all others be paired (C5)."""
        return [p.number for p in self.players if p.score == self.bye_score and self.may_have_bye(p)]

    def settle_bye(self) -> bool:
        """Find the score of who has the bye; return whether a complete pairing exists at all (C4)."""
        if len(self.players) % 2 == 0:
            return can_all_be_paired(self.of, self.edges)
        scores = sorted({player.score for player in self.players if self.may_have_bye(player)})
        for score in scores:
            self.bye_score = score
            if self.can_be_completed(self.of):
                return True
        return False

    def can_be_completed(self, numbers: Iterable[int]) -> bool:
        """Return whether these players can be paired with each other, one with the bye if there is none yet."""
        left = set(numbers)
        edges = [(one, other) for one, other in self.edges if one in left and other in left]
        if len(left) % 2:
            edges += [(BYE, number) for number in self.byes() if number in left]
            left.add(BYE)
        return can_all_be_paired(left, edges)

"""A Swiss tournament so far, as a pairing system has to know it: who met whom with which colour, and what it gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import Protocol

__all__ = ["Colour", "Pair", "Player", "Proposal", "Provider", "RoundOfPlayer", "SoFar"]


class Colour(StrEnum):
    """The side of a player: who has white is at home."""

    WHITE = "white"
    BLACK = "black"

    @property
    def other(self) -> Colour:
        """The colour of the opponent."""
        return Colour.BLACK if self is Colour.WHITE else Colour.WHITE


@dataclass(frozen=True, slots=True)
class RoundOfPlayer:
    """What a round was for a player.

    Attributes
    ----------
    points
        What it was worth, played or not.
    opponent, colour
        Of a match that was played. A round with a bye, a forfeited match or nothing at all has neither: whom one was
        to meet and didn't can still be met.
    """

    points: Fraction
    opponent: int | None = None
    colour: Colour | None = None


@dataclass(frozen=True)
class Player:
    """A player, or a team: the number it starts with (1 is the best) and its rounds so far.

    `absent` players are not paired in the round to come.
    """

    number: int
    rounds: tuple[RoundOfPlayer, ...] = ()
    absent: bool = False

    @cached_property
    def scores(self) -> tuple[Fraction, ...]:
        """The score before each round so far, then the score now."""
        scores = [Fraction(0)]
        for each in self.rounds:
            scores.append(scores[-1] + each.points)
        return tuple(scores)

    @property
    def score(self) -> Fraction:
        """The score now."""
        return self.scores[-1]

    @cached_property
    def opponents(self) -> frozenset[int]:
        """Those it has played."""
        return frozenset(each.opponent for each in self.rounds if each.opponent is not None)

    @cached_property
    def colours(self) -> tuple[Colour, ...]:
        """The colours of the matches that were played, in their order: what wasn't played leaves no gap."""
        return tuple(each.colour for each in self.rounds if each.colour is not None)


@dataclass(frozen=True)
class SoFar:
    """A tournament before one of its rounds.

    Attributes
    ----------
    players
        All of them; each has as many rounds as were played.
    rounds
        How many the tournament has in all.
    win, loss
        What these results are worth.
    initial_colour
        The colour drawn for the first of the players; None while it isn't known.
    """

    players: tuple[Player, ...]
    rounds: int
    win: Fraction = Fraction(1)
    loss: Fraction = Fraction(0)
    initial_colour: Colour | None = None

    @cached_property
    def by_number(self) -> dict[int, Player]:
        """The players by the number they start with."""
        return {player.number: player for player in self.players}

    @property
    def played(self) -> int:
        """How many rounds were played."""
        return max((len(player.rounds) for player in self.players), default=0)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two players who are to meet. `by_lot`: the colours follow a draw that isn't known; white is only supposed."""

    white: int
    black: int
    by_lot: bool = False

    def __iter__(self) -> Iterator[int]:
        return iter((self.white, self.black))


@dataclass(frozen=True, slots=True)
class Proposal:
    """The pairs of a round in the order of boards, and who has the bye."""

    pairs: tuple[Pair, ...]
    bye: int | None = None


class Provider(Protocol):
    """A pairing system: from a tournament so far to the pairs of its next round."""

    def propose(self, so_far: SoFar) -> Proposal | None:
        """Return the pairs of the next round; None where the system allows no complete pairing."""

"""Two lives: a bracket in which only the second defeat is the last.

Losers of the upper rounds go on below. Everything follows from the number of entrants, so the lower rounds and the
finals are written out here as ties in words, such as a format could list them itself; nothing else in the engine knows
of a second life.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, TypeVar

from liguilla.engine.pairings import bracket_order
from liguilla.formats import Condition, Is, Knockout, Played, Round, Selector, Series, Term, Tie

__all__ = ["FINAL", "two_lives"]

T = TypeVar("T")

FINAL: Final = "final"
SECOND_FINAL: Final = "second_final"


def two_lives(stage: Knockout, series: Series, entrants: int, group: str | None) -> tuple[Round, ...]:
    """Return the rounds of a knock-out with two lives for so many entrants, two at least: upper, lower, finals.

    Losers of the first upper round pair up below. Losers of each upper round after it meet the winners of the lower
    round before, and then the winners of these pair up. Which of them meet, `drops` says: its words give the order in
    which the losers of each upper round stand, those of the first round before they are paired. A team without opponent
    goes straight on, so a lower round has no tie for it.
    """
    upper = tuple(_upper_rounds(stage, series, entrants, group))
    lower = _Below(stage, series, group)
    for number, each in enumerate(upper):
        dropped = _in_order(each.losers, stage.drops[min(number, len(stage.drops) - 1)])
        if number == 0:
            lower.players = dropped
            continue
        lower.pair_up(f"lower_{2 * number - 1}")
        lower.meet(f"lower_{2 * number}" if number < len(upper) - 1 else "lower_final", dropped)
    (last,), (unbeaten,) = lower.players, upper[-1].winners
    assert last is not None
    assert unbeaten is not None
    teams = Selector((unbeaten, last), text=f"{_text(unbeaten)} + {_text(last)}")
    finals = [Round(id=FINAL, series=series, ties=(Tie(id=FINAL, teams=teams, series=series),))]
    if stage.must_beat_twice:
        again = Tie(id=SECOND_FINAL, teams=teams, series=series)
        beaten = _lost_by_the_unbeaten(stage, last, group)
        finals.append(Round(id=SECOND_FINAL, series=series, ties=(again,), when=beaten))
    return (*(each.round for each in upper), *lower.rounds, *finals)


def _lost_by_the_unbeaten(stage: Knockout, last: Term, group: str | None) -> Condition:
    won = Played("winner", stage.id, FINAL, FINAL, group=group)
    text = f"{_text(won)} is {_text(last)}"
    return Condition((Is(Selector((won,)), Selector((last,))),), text=text)


def _text(term: Term) -> str:
    assert isinstance(term, Played)
    return f"{term.side} {term.tie}"


# ------------------------------------------------------------------------------------------------------- above


@dataclass(frozen=True, slots=True)
class _Upper:
    """An upper round, and who comes out of each of its places, from top to bottom; nobody is beaten by a bye."""

    round: Round
    winners: tuple[Term | None, ...]
    losers: tuple[Term | None, ...]


def _upper_rounds(stage: Knockout, series: Series, entrants: int, group: str | None) -> Iterator[_Upper]:
    size = 1 << (entrants - 1).bit_length()
    slots = bracket_order(size)
    is_tie = [max(pair) <= entrants for pair in zip(slots[::2], slots[1::2], strict=True)]
    number = 1
    while is_tie:
        id_ = f"upper_{number}" if len(is_tie) > 1 else "upper_final"
        round_ = Round(id=id_, series=series, pairing="bracket", byes=is_tie.count(False))
        ids = _tie_ids(id_, is_tie)
        winners, losers = (
            tuple(None if tie is None else Played(side, stage.id, id_, tie, group=group) for tie in ids)
            for side in ("winner", "loser")
        )
        yield _Upper(round_, winners, losers)
        is_tie = [True] * (len(is_tie) // 2)
        number += 1


def _tie_ids(round_: str, is_tie: list[bool]) -> list[str | None]:
    """Return the id that the tie in each place has; None for a bye, which has no number."""
    if len(is_tie) == 1:
        return [round_ if is_tie[0] else None]
    return [f"{round_}.{sum(is_tie[:place]) + 1}" if tie else None for place, tie in enumerate(is_tie)]


def _in_order(
    items: tuple[T, ...], word: Literal["same", "reversed", "halves_swapped", "halves_reversed"]
) -> tuple[T, ...]:
    """Return the losers of an upper round in the order in which they go down."""
    half = len(items) // 2
    one, other = items[:half], items[half:]
    match word:
        case "same":
            return items
        case "reversed":
            return items[::-1]
        case "halves_swapped":
            return other + one
        case "halves_reversed":
            return one[::-1] + other[::-1]


# ------------------------------------------------------------------------------------------------------- below


@dataclass(slots=True)
class _Below:
    """The lower rounds as far as they are written out, and who is left after them, from top to bottom."""

    stage: Knockout
    series: Series
    group: str | None
    rounds: list[Round] = field(default_factory=list)
    players: tuple[Term | None, ...] = ()

    def pair_up(self, round_: str) -> None:
        """Let those who are left play each other."""
        self._play(round_, list(pairwise(self.players))[::2])

    def meet(self, round_: str, dropped: tuple[Term | None, ...]) -> None:
        """Let those who are left play those who have just lost above."""
        self._play(round_, list(zip(dropped, self.players, strict=True)))

    def _play(self, round_: str, pairs: list[tuple[Term | None, Term | None]]) -> None:
        ids = _tie_ids(round_, [one is not None and other is not None for one, other in pairs])
        ties: list[Tie] = []
        left: list[Term | None] = []
        for id_, (one, other) in zip(ids, pairs, strict=True):
            if id_ is None or one is None or other is None:
                left.append(one or other)
                continue
            teams = Selector((one, other), text=f"{_text(one)} + {_text(other)}")
            ties.append(Tie(id=id_, teams=teams, series=self.series))
            left.append(Played("winner", self.stage.id, round_, id_, group=self.group))
        self.players = tuple(left)
        if ties:
            self.rounds.append(Round(id=round_, series=self.series, ties=tuple(ties)))

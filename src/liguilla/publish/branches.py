"""The tree of a bracket, as it is drawn: rounds are columns, and a tie grows from the ties its teams have won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from liguilla.engine import RoundResult, TieResult, Void
from liguilla.formats import Term
from liguilla.publish.sources import At, Source, Sources

__all__ = ["Branch", "branches"]


@dataclass(frozen=True, slots=True)
class Branch:
    """A tie, the column it is drawn in, and the ties that its teams won to be in it (None: there is no such tie)."""

    at: At
    tie: TieResult
    column: int
    before: tuple[Branch | None, Branch | None]


def branches(rounds: Sequence[RoundResult], sources: Sources) -> tuple[list[RoundResult], tuple[Branch, ...]]:
    """Return the rounds to draw, a column each, and the trees of their ties, those of the last round first.

    Rounds without ties are left out, and so are those of losers alone, such as a match for the third place.
    """
    drawn = [
        number
        for number, round_ in enumerate(rounds)
        if round_.void is None and round_.ties and not _is_of_losers(rounds, number, sources)
    ]
    columns = {number: column for column, number in enumerate(drawn)}

    def branch(at: At) -> Branch:
        one, other = (won(at, side) for side in (0, 1))
        return Branch(at, rounds[at.round].ties[at.tie], columns[at.round], (one, other))

    def won(at: At, side: int) -> Branch | None:
        source = sources.get((at, side))
        return branch(source.at) if _is_won(source) and source.at.round in columns else None

    leads_on = {source.at for (at, _), source in sources.items() if _is_won(source) and at.round in columns}
    ends = [At(number, tie) for number in reversed(drawn) for tie in range(len(rounds[number].ties))]
    ends = [at for at in ends if at not in leads_on]
    trees = tuple(branch(at) for at in ends if not isinstance(rounds[at.round].ties[at.tie].winner, Void))
    return [rounds[number] for number in drawn], trees


def _is_won(source: Source | Term | None) -> TypeGuard[Source]:
    return isinstance(source, Source) and source.won


def _is_of_losers(rounds: Sequence[RoundResult], number: int, sources: Sources) -> bool:
    found = [sources.get((At(number, tie), side)) for tie in range(len(rounds[number].ties)) for side in (0, 1)]
    return all(isinstance(source, Source) and not source.won for source in found)

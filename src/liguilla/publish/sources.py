"""Where the two teams of a tie come from: the tie they won or lost to be in it, or a position of a table.

A bracket is never stored, so this is found anew: where a team is known, by where it earned its place; where it isn't,
by the format, if that fixes the way before the results do. In a round that is paired anew nothing can be said until it
is known who meets whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from liguilla.engine import Decided, PositionOf, RoundResult, TieResult, Void, WinnerOf
from liguilla.formats import Boxed, Played, Range, Ranked, Selector, Term

__all__ = ["At", "Source", "Sources", "sources"]


class At(NamedTuple):
    """A tie: the number of its round and its own number there, both from 0."""

    round: int
    tie: int


class Source(NamedTuple):
    """The tie that a side comes from, as its winner or its loser."""

    at: At
    won: bool = True


Sources = Mapping[tuple[At, int], Source | Term]
"""The source of each side, 0 or 1, of each tie: a tie; or, while the side is open, the words of the format for it.

A side of which neither is certain is absent.
"""


def sources(rounds: Sequence[RoundResult]) -> Sources:
    """Return where the sides of all ties come from, in the rounds of a knock-out or of one of its groups."""
    found: dict[tuple[At, int], Source | Term] = {}
    for number in range(1, len(rounds)):
        found.update(_earned(rounds, number))
    for number in range(len(rounds)):
        found.update(_fixed(rounds, number, found))
    return found


def _earned(rounds: Sequence[RoundResult], number: int) -> Iterator[tuple[tuple[At, int], Source]]:
    """Give the ties that the known teams of a round have come from."""
    for at, tie in _ties(rounds, number):
        for side, place in enumerate(tie.teams):
            if isinstance(place, Decided) and isinstance(place.origin, WinnerOf):
                source = _where_earned(rounds[:number], place.team, place.origin)
                if source is not None:
                    yield (at, side), source


def _where_earned(rounds: Sequence[RoundResult], team: str, origin: WinnerOf) -> Source | None:
    for number, round_ in enumerate(rounds):
        for at, tie in _ties(rounds, number):
            taken = tie.winner if origin.won else tie.loser
            here = (round_.round.id, tie.id) == (origin.round, origin.tie)
            if here and isinstance(taken, Decided) and taken.team == team:
                return Source(at, origin.won)
    return None


def _fixed(
    rounds: Sequence[RoundResult], number: int, known: Sources
) -> Iterator[tuple[tuple[At, int], Source | Term]]:
    """Give what will fill the open sides of a round, where the format fixes that."""
    round_ = rounds[number].round
    if round_.together is not None:
        return  # who meets whom isn't fixed before it is known who they all are
    if round_.ties or round_.teams is not None:
        for at, tie in _ties(rounds, number):
            yield from _named(rounds, at, tie, known)
    elif number and (round_.pairing not in ("reseed", "drawn") or len(rounds[number].ties) == 1):
        yield from _in_order(rounds, number, known)


def _in_order(rounds: Sequence[RoundResult], number: int, known: Sources) -> Iterator[tuple[tuple[At, int], Source]]:
    """Give the ties of the round before that nobody came from yet, one for each open side."""
    taken = set(known.values())
    left = [source for at, _ in _ties(rounds, number - 1) if (source := Source(at)) not in taken]
    open_ = [
        (at, side)
        for at, tie in _ties(rounds, number)
        for side, place in enumerate(tie.teams)
        if not isinstance(place, Decided | Void)
    ]
    if len(left) == len(open_):
        yield from zip(open_, left, strict=True)


def _named(
    rounds: Sequence[RoundResult], at: At, tie: TieResult, known: Sources
) -> Iterator[tuple[tuple[At, int], Source | Term]]:
    """Give what the format names for the open sides of a tie."""
    round_ = rounds[at.round].round
    selector = next((listed.teams for listed in round_.ties if listed.id == tie.id), round_.teams)
    left = [] if selector is None else list(_selected(rounds[: at.round], selector))
    if len(left) != 2:
        return
    for side, place in enumerate(tie.teams):
        if isinstance(place, Decided):
            filled = next((each for each in left if each == known.get((at, side)) or _fits(each, place)), None)
            if filled is not None:
                left.remove(filled)
    for side, place in enumerate(tie.teams):
        if not isinstance(place, Decided) and left:
            yield (at, side), left.pop(0)


def _fits(words: Source | Term, place: Decided) -> bool:
    """Return whether a team came from where these words of the format say."""
    match words, place.origin:
        case Ranked(stage=stage, path=path, group=group, range=Range(first=first)), PositionOf() as origin:
            return origin == (".".join((*path, stage)), group, first.number)
        case Boxed(), None:
            return True
        case _:
            return False


def _selected(rounds: Sequence[RoundResult], selector: Selector) -> Iterator[Source | Term]:
    """Give the ties that a selector names, or its own words for a place that comes from elsewhere."""
    for term in selector.terms:
        if not isinstance(term, Played):
            yield term
            continue
        for number, round_ in enumerate(rounds):
            for at, tie in _ties(rounds, number):
                if round_.round.id == term.round and term.tie in (None, tie.id) and term.range is None:
                    yield Source(at, term.side == "winner")


def _ties(rounds: Sequence[RoundResult], number: int) -> Iterator[tuple[At, TieResult]]:
    for tie_number, tie in enumerate(rounds[number].ties):
        yield At(number, tie_number), tie

"""The Dutch system: bracket by bracket from the top, in each the best pairs by a list of criteria.

The regulation goes through candidates one after another, and takes the first that no other beats. Any method will do
that comes to the same; see `liguilla.swiss.brackets` for this one.

Source: FIDE Handbook C.04.3, FIDE (Dutch) System, effective from 1 February 2026. Accelerated rounds (C.04.5) are left
out, and so are pairs that an organiser forbids.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import groupby

from liguilla.swiss.brackets import Bracket, pair_bracket
from liguilla.swiss.colours import first_of
from liguilla.swiss.field import Field
from liguilla.swiss.so_far import Colour, Pair, Player, Proposal, SoFar

__all__ = ["FideDutch"]


class FideDutch:
    """The pairing system that formats call ``fide_dutch``."""

    def propose(self, so_far: SoFar) -> Proposal | None:
        """Return the pairs of the next round; None where no complete pairing exists."""
        field = Field(so_far)
        if not field.settle_bye():
            return None
        partners: dict[int, int] = {}
        waiting: list[Player] = []
        groups = [list(group) for _, group in groupby(field.players, key=lambda player: player.score)]
        for number, group in enumerate(groups, 1):
            following, *below = groups[number:] or [[]]
            bracket = Bracket(waiting, group, following, [player for each in below for player in each])
            partners |= pair_bracket(field, bracket)
            waiting = [player for player in (*waiting, *group) if player.number not in partners]
        return _proposal(field, partners, waiting)


def _proposal(field: Field, partners: Mapping[int, int], left: list[Player]) -> Proposal:
    """Give colours to the pairs, and put them in the order of boards."""
    initial = field.so_far.initial_colour
    boards: list[tuple[tuple[Fraction, Fraction, int], Pair]] = []
    seen: set[int] = set()
    for higher in field.players:
        if higher.number in seen or higher.number not in partners:
            continue
        lower = field.of[partners[higher.number]]
        seen.add(lower.number)
        white, black, by_lot = first_of(higher, lower, initial or Colour.WHITE)
        pair = Pair(white.number, black.number, by_lot=by_lot and initial is None)
        boards.append(((-higher.score, -lower.score, higher.number), pair))
    bye = left[0].number if left else None
    return Proposal(tuple(pair for _, pair in sorted(boards, key=lambda board: board[0])), bye)

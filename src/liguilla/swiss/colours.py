"""Colours: what a player should have next, how strongly, and who has white when two of them meet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from liguilla.swiss.so_far import Colour, Player

__all__ = ["Preference", "Strength", "due", "first_of"]


class Strength(IntEnum):
    """How strongly a colour is due."""

    NONE = 0
    MILD = 1
    STRONG = 2
    ABSOLUTE = 3


@dataclass(frozen=True, slots=True)
class Preference:
    """The colour that is due to a player.

    Source: FIDE Handbook C.04.3 (2026), art. 1.6 and 1.7.

    Attributes
    ----------
    imbalance
        By how many matches one colour is ahead of the other.
    repeated
        The colour of both of the last two matches, if it was the same.
    """

    colour: Colour | None
    strength: Strength
    imbalance: int
    repeated: Colour | None


def due(player: Player) -> Preference:
    """Return the colour that is due to a player after the matches played so far."""
    colours = player.colours
    if not colours:
        return Preference(None, Strength.NONE, 0, None)
    whites = sum(colour is Colour.WHITE for colour in colours)
    difference = 2 * whites - len(colours)
    repeated = colours[-1] if colours[-2:-1] == colours[-1:] else None
    rarer = Colour.BLACK if difference > 0 else Colour.WHITE
    if abs(difference) > 1:
        return Preference(rarer, Strength.ABSOLUTE, abs(difference), repeated)
    if repeated is not None:
        return Preference(repeated.other, Strength.ABSOLUTE, abs(difference), repeated)
    if difference:
        return Preference(rarer, Strength.STRONG, abs(difference), None)
    return Preference(colours[-1].other, Strength.MILD, 0, None)


def first_of(higher: Player, lower: Player, initial: Colour) -> tuple[Player, Player, bool]:
    """Return two players who meet, white first, and whether only the initial colour settled it.

    Source: FIDE Handbook C.04.3 (2026), art. 5.2.

    Parameters
    ----------
    higher, lower
        By score, then by the number they start with.
    initial
        The colour drawn for players who start with an odd number.
    """
    one, other = due(higher), due(lower)
    colour: Colour | None
    if one.colour is not other.colour:
        colour = one.colour or (other.colour and other.colour.other)
    elif one.colour is None:
        colour = None
    elif (one.strength, _width(one)) != (other.strength, _width(other)):
        is_stronger = (one.strength, _width(one)) > (other.strength, _width(other))
        colour = one.colour if is_stronger else one.colour.other
    else:
        colour = _alternated(higher, lower) or one.colour
    by_lot = colour is None
    if colour is None:
        colour = initial if higher.number % 2 else initial.other
    return (higher, lower, by_lot) if colour is Colour.WHITE else (lower, higher, by_lot)


def _width(preference: Preference) -> int:
    """Return what tells two absolute preferences apart."""
    return preference.imbalance if preference.strength is Strength.ABSOLUTE else 0


def _alternated(higher: Player, lower: Player) -> Colour | None:
    """Return the colour that isn't the one of the last time the two had different ones, counted from the last match."""
    for one, other in zip(reversed(higher.colours), reversed(lower.colours), strict=False):
        if one is not other:
            return one.other
    return None

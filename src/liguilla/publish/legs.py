"""What the matches of a tie are called: its legs, the matches of a series, replays."""

from __future__ import annotations

from collections.abc import Sequence

from liguilla.engine import Leg
from liguilla.words import phrase, say

__all__ = ["leg_name"]


def leg_name(leg: Leg, legs: Sequence[Leg], language: str) -> str:
    """Return what a match is called among those of its tie; nothing for a tie of one match."""
    first = sum(each.kind != "replay" for each in legs)
    match leg.kind:
        case "replay":
            return say(phrase("publish.replay", n=leg.number - first), language)
        case "match":
            return say(phrase("publish.match_of_series", n=leg.number), language)
        case _:
            return "" if first == 1 else say(phrase("publish.leg", n=leg.number), language)

"""What the rounds of a bracket are called, where a record only numbers them: in the words that headings have."""

from __future__ import annotations

from typing import Final

__all__ = ["THIRD_PLACE", "lower_round", "matchday", "round_before_the_end", "upper_round"]

LAST: Final = {1: "Final", 2: "Semi-finals", 3: "Quarter-finals"}
THIRD_PLACE: Final = "Third place match"


def round_before_the_end(left: int) -> str:
    """Return the name of a round of a knock-out by how many rounds there are from it on; the final is the only one.

    Examples
    --------
    >>> round_before_the_end(1), round_before_the_end(4)
    ('Final', 'Round of 16')
    """
    return LAST.get(left) or f"Round of {2**left}"


def upper_round(number: int, rounds: int) -> str:
    """Return the name of a round of those who have not lost yet; ``rounds`` is how many there are."""
    return "Upper final" if number == rounds else f"Upper round {number}"


def lower_round(number: int, rounds: int) -> str:
    """Return the name of a round of those who have lost once."""
    return "Lower final" if number == rounds else f"Lower round {number}"


def matchday(number: int) -> str:
    """Return the heading of a round in which everybody plays."""
    return f"Matchday {number}"

"""Numbers, exact for a program and short for a person."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from liguilla.engine import Number

__all__ = ["exact", "figure", "two_decimals"]


def exact(number: Number) -> int | str | None:
    """Return a number without loss: whole, or a fraction as text; None for a ratio with nothing below the line.

    Examples
    --------
    >>> exact(Fraction(7, 2)), exact(Fraction(6, 2))
    ('7/2', 3)
    """
    if isinstance(number, float):
        return None if math.isinf(number) else str(Fraction(number))
    return number.numerator if number.denominator == 1 else str(number)


def figure(number: Number, *, signed: bool = False) -> str:
    """Return a number as a table shows it: with at most two decimals, or with its sign.

    Examples
    --------
    >>> figure(Fraction(7, 2)), figure(12, signed=True), figure(0, signed=True)
    ('3.5', '+12', '0')
    """
    if isinstance(number, float):
        return "∞" if math.isinf(number) else f"{number:g}"
    if number.denominator != 1:
        return str(two_decimals(Fraction(number)).normalize())
    return f"{int(number):+d}" if signed and number else str(int(number))


def two_decimals(number: Fraction) -> Decimal:
    """Return a number with two decimals, a half rounded up, as printed lists have it.

    Examples
    --------
    >>> two_decimals(Fraction(331, 4)), two_decimals(Fraction(1, 8))
    (Decimal('82.75'), Decimal('0.13'))
    """
    return (Decimal(number.numerator) / number.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)

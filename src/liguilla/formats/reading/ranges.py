"""Positions in a list: ``3``, ``1-7``, ``last``, ``last-1``, ``bottom 3``."""

from __future__ import annotations

import re
from typing import Any

from liguilla.formats.reading.wrong_words import WrongWords
from liguilla.formats.selectors import Position, Range

__all__ = ["length", "refuse_outside", "take_range"]

_POSITION = r"(?:[0-9]{1,5}|last(?:-[0-9]{1,5})?)"
_RANGE = re.compile(rf"({_POSITION})(?:-({_POSITION}))?")
_LAST = Position(1, from_end=True)


def take_range(words: tuple[str, ...]) -> tuple[Range | None, tuple[str, ...]]:
    """Read a range from the first words, and give back the others.

    Raises
    ------
    WrongWords
        If the first word is no position.
    """
    match words:
        case []:
            return None, ()
        case ["bottom", number, *rest] if re.fullmatch("[0-9]{1,5}", number):
            return Range(Position(_counted(number), from_end=True), _LAST), tuple(rest)
        case [word, *rest] if found := _RANGE.fullmatch(word):
            first = _position(found[1])
            return Range(first, _position(found[2]) if found[2] else first), tuple(rest)
    raise WrongWords("not_a_position", word=words[0])


def _position(word: str) -> Position:
    if not word.startswith("last"):
        return Position(_counted(word))
    # The last is the first from the end, last-1 the second.
    before = word.removeprefix("last").removeprefix("-")
    return Position(_counted(before) + 1, from_end=True) if before else _LAST


def _counted(digits: str) -> int:
    if int(digits) == 0:
        raise WrongWords("position_zero")
    return int(digits)


def length(range_: Range, size: int | None) -> int | None:
    """Return how many places a range has in a list of so many; None if it depends on a number not known."""
    first, last = range_.first, range_.last
    if first.from_end == last.from_end:
        return abs(last.number - first.number) + 1
    return None if size is None else last.index(size) - first.index(size) + 1


def refuse_outside(range_: Range | None, size: int | None, code: str, /, **values: Any) -> None:
    """Refuse a range that goes past the end of a list of so many, or backwards.

    Raises
    ------
    WrongWords
        Past the end, with this code and these values.
    """
    if range_ is None:
        return
    first, last = range_.first, range_.last
    farthest = max(first.number, last.number)
    if size is not None and farthest > size:
        raise WrongWords(code, size=size, position=farthest, n=size, **values)
    if first.from_end == last.from_end:
        backwards = (last.number < first.number) != first.from_end and first != last
    else:
        backwards = size is not None and last.index(size) < first.index(size)
    if backwards:
        raise WrongWords("range_backwards", number=first.number)

"""One value in one cell: how each type of the facts is written as text, and how it is read back."""

from __future__ import annotations

import re
import types
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, Final, Union, get_args, get_origin

from liguilla.facts import Score, nearest_name
from liguilla.words import Listing, Phrase, phrase

__all__ = ["Codec", "UnreadableError", "codec_of", "did_you_mean", "one_of", "unwritable"]

SEPARATOR: Final = "; "
"""Between the items of a cell that holds several."""

WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
FRACTION: Final = re.compile(r"-?[0-9]{1,9}(/[0-9]{1,9})?")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK: Final = re.compile(r"[0-9]{2}:[0-9]{2}")
SCORE: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")

FEW: Final = 2000
"""Among more names than these, looking for the nearest takes longer than anyone waits."""


class UnreadableError(ValueError):
    """A cell's text is no value of its column's type; `message` says what to write."""

    def __init__(self, message: Phrase) -> None:
        super().__init__(message.code)
        self.message = message


@dataclass(frozen=True, slots=True)
class Codec:
    """How the values of one type are written in a cell.

    Attributes
    ----------
    kind
        What is written, as a phrase for the documentation.
    read
        From the text of a cell, which is not empty and has no space around it; raises `UnreadableError`.
    write
        Back to text; empty for a value that leaves the cell blank.
    """

    kind: Phrase
    read: Callable[[str], Any]
    write: Callable[[Any], str]


def codec_of(hint: object, least: int | None = 0) -> Codec:
    """Return the codec for a type; a type that may be None has that of the type without.

    Parameters
    ----------
    hint
        The type of a field, as `typing.get_type_hints` gives it.
    least
        The smallest whole number there can be; None if there is no such limit.
    """
    if get_origin(hint) in (types.UnionType, Union):
        (hint,) = (part for part in get_args(hint) if part is not types.NoneType)
    if hint is int:
        return whole(least)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return choice(hint)
    if get_origin(hint) in (tuple, frozenset):
        pair = get_origin(hint) is tuple and Ellipsis not in get_args(hint)
        return PAIR if pair else SET if get_origin(hint) is frozenset else LIST
    return SIMPLE[hint]


def unwritable(codec: Codec, value: object, *, required: bool = False) -> Phrase | None:
    """Return why a value can't be written so that it reads back as it is; None if it can."""
    text = codec.write(value)
    if not text:
        blank = value in ((), frozenset()) and not required
        return None if blank else phrase("notation.empty_text")
    try:
        same = text == text.strip() and codec.read(text) == value
    except UnreadableError as fault:
        return fault.message
    return None if same else phrase("notation.reads_differently", text=text)


def did_you_mean(typed: str, names: Collection[str]) -> Phrase:
    """Return the mend for a name that isn't there: the nearest one, or those there are when they are few."""
    near = nearest_name(typed, names) if len(names) <= FEW else None
    if near is not None:
        return phrase("notation.did_you_mean", name=near)
    if not names:
        return phrase("notation.there_are_none")
    shown = sorted(names)
    if len(shown) > 12:
        return phrase("notation.there_are_many", first=tuple(shown[:3]), n=len(shown))
    return phrase("notation.there_are", n=len(shown), names=Listing(tuple(shown)))


def one_of(typed: str, words: Collection[str]) -> str:
    """Return the word if it is one of these; raises `UnreadableError` with the nearest if it isn't."""
    if typed in words:
        return typed
    near = nearest_name(typed, words)
    values = {"text": typed, "words": Listing(tuple(words), "or")}
    if near is None:
        raise UnreadableError(phrase("notation.not_one_of", **values))
    mend = phrase("notation.did_you_mean", name=near)
    raise UnreadableError(phrase("notation.not_one_of_but", **values, mend=mend))


def read_text(text: str) -> str:
    """Return a text as it is kept: composed characters, one kind of line end, nothing that can't be seen."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    for character in text:
        if unseen(character):
            raise UnreadableError(phrase("notation.unseen_character", code=f"U+{ord(character):04X}"))
    return text


def unseen(character: str) -> bool:
    """Return whether a character steers a screen or a reader instead of being seen."""
    if character in "\n\t":
        return False
    # The last two are no characters at all, and YAML refuses them.
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in "\ufffe\uffff"


def read_whole(text: str, least: int | None) -> int:
    if not WHOLE.fullmatch(text):
        raise UnreadableError(phrase("notation.no_whole_number", text=text))
    number = int(text)
    if least is not None and number < least:
        raise UnreadableError(phrase("notation.too_small", text=text, least=least))
    return number


def read_fraction(text: str) -> Fraction:
    if not FRACTION.fullmatch(text) or not int(text.partition("/")[2] or 1):
        raise UnreadableError(phrase("notation.no_number", text=text))
    return Fraction(text)


def read_day(text: str) -> date:
    if not DAY.fullmatch(text):
        raise UnreadableError(phrase("notation.no_date", text=text))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UnreadableError(phrase("notation.no_such_day", text=text)) from None


def read_clock(text: str) -> time:
    try:
        if CLOCK.fullmatch(text):
            return time.fromisoformat(text)
    except ValueError:
        pass
    raise UnreadableError(phrase("notation.no_time", text=text))


def read_yes(text: str) -> bool:
    return one_of(text, ("yes", "no")) == "yes"


def read_score(text: str) -> Score:
    found = SCORE.fullmatch(text)
    if not found:
        raise UnreadableError(phrase("notation.no_score", text=text))
    return Score(int(found[1]), int(found[2]))


def read_list(text: str) -> tuple[str, ...]:
    items = tuple(read_text(item.strip()) for item in text.split(SEPARATOR.strip()))
    for index, item in enumerate(items):
        if not item:
            raise UnreadableError(phrase("notation.blank_item"))
        if item in items[:index]:
            raise UnreadableError(phrase("notation.named_twice", name=item))
    return items


def read_pair(text: str) -> tuple[str, ...]:
    items = read_list(text)
    if len(items) != 2:
        raise UnreadableError(phrase("notation.no_pair", n=len(items)))
    return items


@cache
def choice(values: type[StrEnum]) -> Codec:
    """Return the codec for one of a few words."""
    words = tuple(value.value for value in values)
    kind = phrase("notation.kind_choice", words=Listing(words, "or"))
    return Codec(kind, lambda text: values(one_of(text, words)), lambda value: value.value)


@cache
def whole(least: int | None) -> Codec:
    """Return the codec for whole numbers from this one on."""
    kind = phrase("notation.kind_whole") if least is None else phrase("notation.kind_count", least=least)
    return Codec(kind, lambda text: read_whole(text, least), str)


def joined(items: Iterable[str]) -> str:
    return SEPARATOR.join(items)


TEXT: Final = Codec(phrase("notation.kind_text"), read_text, str)
LIST: Final = Codec(phrase("notation.kind_list"), read_list, joined)
PAIR: Final = Codec(phrase("notation.kind_pair"), read_pair, joined)
SET: Final = Codec(
    phrase("notation.kind_list"), lambda text: frozenset(read_list(text)), lambda items: joined(sorted(items))
)
SIMPLE: Final[dict[object, Codec]] = {
    str: TEXT,
    Fraction: Codec(phrase("notation.kind_number"), read_fraction, str),
    bool: Codec(phrase("notation.kind_yes"), read_yes, lambda value: "yes" if value else "no"),
    date: Codec(phrase("notation.kind_date"), read_day, date.isoformat),
    time: Codec(phrase("notation.kind_time"), read_clock, lambda value: value.isoformat("minutes")),
    Score: Codec(phrase("notation.kind_score"), read_score, str),
}

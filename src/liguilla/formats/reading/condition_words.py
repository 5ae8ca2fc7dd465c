"""The grammar of conditions: sentences about places and facts, joined by ``and`` or by ``or``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from liguilla.formats.reading.wrong_words import WrongWords, refuse_long

__all__ = [
    "AheadWords",
    "AmongWords",
    "ClauseWords",
    "ConditionWords",
    "HasWords",
    "IsWords",
    "LevelWords",
    "read_condition",
]


@dataclass(frozen=True, slots=True)
class IsWords:
    """``X is [not] Y``."""

    left: str
    right: str
    negated: bool


@dataclass(frozen=True, slots=True)
class AmongWords:
    """``X is [not] among Y``."""

    left: str
    right: str
    negated: bool


@dataclass(frozen=True, slots=True)
class HasWords:
    """``X has FACT VALUE``."""

    left: str
    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class LevelWords:
    """``X is [not] level with Y [on criteria]``."""

    left: str
    right: str
    negated: bool
    on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AheadWords:
    """``X is [not] more than N CRITERION ahead of Y``."""

    left: str
    right: str
    negated: bool
    number: int
    on: str


ClauseWords = IsWords | AmongWords | HasWords | LevelWords | AheadWords


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """Clauses and what joins them."""

    clauses: tuple[ClauseWords, ...]
    joined_by: Literal["and", "or"]


def read_condition(text: str) -> ConditionWords:
    """Read a condition such as ``table 1 is level with table 2 on points``.

    Raises
    ------
    WrongWords
        If it is no such sentence.
    """
    refuse_long(text)
    either = [part.strip() for part in re.split(r"\bor\b", text)]
    both = _sentences(re.split(r"\band\b", text))
    if len(either) > 1 and len(both) > 1:
        raise WrongWords("condition_and_or")
    if len(either) > 1:
        return ConditionWords(tuple(map(_clause, either)), "or")
    return ConditionWords(tuple(map(_clause, both)), "and")


def _sentences(parts: list[str]) -> list[str]:
    """Join again what an ``and`` after ``where`` or between stages has cut: a sentence has "is" or "has"."""
    sentences: list[str] = []
    for part in parts:
        if sentences and not re.search(r"\b(is|has)\b", part):
            sentences[-1] = f"{sentences[-1]} and {part.strip()}"
        else:
            sentences.append(part.strip())
    return sentences


def _clause(text: str) -> ClauseWords:
    if found := re.fullmatch(r"(.+?) is (not )?level with (.+?)(?: on (.+))?", text):
        left, negated, right, on = found.groups()
        criteria = tuple(part.strip() for part in on.split(",")) if on else ()
        return LevelWords(left, right, bool(negated), criteria)
    if found := re.fullmatch(r"(.+?) is (not )?more than (\d{1,5}) (.+?) ahead of (.+)", text):
        left, negated, number, on, right = found.groups()
        return AheadWords(left, right, bool(negated), int(number), on)
    if found := re.fullmatch(r"(.+?) is (not )?among (.+)", text):
        return AmongWords(found[1], found[3], bool(found[2]))
    if found := re.fullmatch(r"(.+?) is (not )?(.+)", text):
        return IsWords(found[1], found[3], bool(found[2]))
    if found := re.fullmatch(r"(.+?) has (\w+) (.+)", text):
        return HasWords(*found.groups())
    raise WrongWords("condition_unreadable", text=text)

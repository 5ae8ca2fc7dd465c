"""Conditions: the sentences that stand after ``when``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from liguilla.formats.rankings import Criterion
from liguilla.formats.selectors import Selector

__all__ = ["Ahead", "Clause", "Condition", "HasFact", "Is", "IsAmong", "LevelWith"]


@dataclass(frozen=True, slots=True)
class Is:
    """``X is [not] Y``: the same teams in the same order."""

    left: Selector
    right: Selector
    negated: bool = False


@dataclass(frozen=True, slots=True)
class IsAmong:
    """``X is [not] among Y``."""

    left: Selector
    right: Selector
    negated: bool = False


@dataclass(frozen=True, slots=True)
class HasFact:
    """``X has FACT VALUE``: every team of X has it."""

    left: Selector
    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class LevelWith:
    """``X is [not] level with Y``: the ranking ends without separating two positions of one table.

    With ``on``: they are equal in those criteria, whatever separates them later.
    """

    left: Selector
    right: Selector
    on: tuple[Criterion, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Ahead:
    """``X is [not] more than N CRITERION ahead of Y``: two positions of one table."""

    left: Selector
    right: Selector
    number: int
    on: Criterion
    negated: bool = False


Clause = Is | IsAmong | HasFact | LevelWith | Ahead


@dataclass(frozen=True, slots=True)
class Condition:
    """Clauses that must all hold (``and``) or of which one must (``or``). ``text`` is as it was written."""

    clauses: tuple[Clause, ...]
    joined_by: Literal["and", "or"] = "and"
    text: str = ""

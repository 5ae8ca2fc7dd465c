"""What can be wrong with what people give us, and the exceptions that say so.

::

    LiguillaError
    ├── FormatError    the format file: unreadable, unknown, contradictory
    └── FactsError     the facts: unknown team, impossible score, repeated match

Each of them carries every `Problem` found, never only the first. A problem says where it stands, what is wrong and
how to mend it; it is said in any of our languages. Our own bugs are no `LiguillaError`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from liguilla.words import Phrase, Text, say

__all__ = ["FactsError", "FormatError", "LiguillaError", "Origin", "Problem", "Severity"]


class Severity(StrEnum):
    """How much a problem hurts: only errors stop anything."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was written: a file and, where known, its line and column, both counted from 1."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or strange, in a file.

    Attributes
    ----------
    message
        What is wrong and how to mend it.
    origin
        Where it was written; None when it stands in no file.
    where
        The place in words, such as ``stage "table", rank_by[1]``.
    excerpt
        Numbered lines of the file to show below the message; the caret goes under ``origin.column`` of the last.
    """

    message: Phrase
    severity: Severity = Severity.ERROR
    origin: Origin | None = None
    where: Text | Phrase | None = None
    excerpt: tuple[tuple[int, str], ...] = ()

    def text(self, language: str = "en") -> str:
        """Return ``where: what. mend``, without the file and line."""
        said = say(self.message, language)
        return f"{say(self.where, language)}: {said}" if self.where else said

    def line(self, language: str = "en") -> str:
        """Return ``file:line:column: where: what. mend``."""
        return f"{self.origin}: {self.text(language)}" if self.origin else self.text(language)

    def snippet(self) -> str:
        """Return the excerpt with line numbers and, under its last line, a caret; empty if there is none."""
        if not self.excerpt:
            return ""
        width = max(len(str(number)) for number, _ in self.excerpt)
        rows = [f"{number:>{width + 4}} | {text}".rstrip() for number, text in self.excerpt]
        if self.origin and self.origin.column:
            under = "".join("\t" if c == "\t" else " " for c in self.excerpt[-1][1][: self.origin.column - 1])
            rows.append(f"{'':>{width + 4}} | {under}^")
        return "\n".join(rows)


class LiguillaError(Exception):
    """What a person gave us can't be used; `problems` says all that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.line() for problem in self.problems))


class FormatError(LiguillaError):
    """The format can't be used: unreadable, unknown or contradictory."""


class FactsError(LiguillaError):
    """The facts can't be used: unreadable, or no match, team or score can be made of them."""

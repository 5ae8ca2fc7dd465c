"""A problem of a fact: it stands where the fact was written."""

from __future__ import annotations

from typing import Protocol

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts.matches import Match
from liguilla.words import Phrase, phrase

__all__ = ["Written", "error", "in_match", "note", "warning"]


class Written(Protocol):
    """A fact, which knows where it was written."""

    @property
    def origin(self) -> Origin | None: ...


def error(fact: Written, message: Phrase, where: Phrase | None = None) -> Problem:
    """Return the problem of a fact that can't be."""
    return Problem(message, Severity.ERROR, fact.origin, where)


def warning(fact: Written, message: Phrase, where: Phrase | None = None) -> Problem:
    """Return the problem of a fact that is strange."""
    return Problem(message, Severity.WARNING, fact.origin, where)


def note(fact: Written, message: Phrase, where: Phrase | None = None) -> Problem:
    """Return what is worth knowing about a fact."""
    return Problem(message, Severity.NOTE, fact.origin, where)


def in_match(match: Match) -> Phrase:
    """Return the match as the place of a problem."""
    return phrase("facts.in_match", match=match.id)

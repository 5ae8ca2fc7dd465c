"""What is wrong with the question, and not with facts or rules."""

from __future__ import annotations

from liguilla.errors import LiguillaError, Problem
from liguilla.words import phrase

__all__ = ["WrongUsage"]


class WrongUsage(LiguillaError):
    """A command line asks for something that isn't there, or can't be read."""

    @classmethod
    def because(cls, code: str, **values: object) -> WrongUsage:
        """Return the complaint that a phrase of the catalogue makes."""
        return cls([Problem(phrase(code, **values))])

"""All that is wrong with a format, as far as it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from liguilla.errors import Problem
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.wrong_words import Near, sentence
from liguilla.words import Phrase

__all__ = ["Report", "TooManyProblems"]

MOST: Final = 200


class TooManyProblems(Exception):
    """Nobody reads on: mend these first."""


@dataclass(slots=True)
class Report:
    """The problems found, and the names lost with faulty parts that had to be left out.

    What only follows from another fault is not reported: a lost name isn't unknown, and where a place is silent a
    key isn't missing.
    """

    problems: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)

    def problem(self, spot: Spot, code: str, /, *, near: Near | None = None, **values: object) -> None:
        """Report something about the stage, round, tie, outcome or step that a place belongs to."""
        self._add(spot, spot.where, sentence(code, near, values))

    def exact_problem(self, spot: Spot, code: str, /, *, near: Near | None = None, **values: object) -> None:
        """Report something about just this place."""
        self._add(spot, spot.exactly, sentence(code, near, values))

    def _add(self, spot: Spot, where: Phrase, message: Phrase) -> None:
        problem = Problem(message, origin=spot.at.origin, where=where, excerpt=spot.excerpt)
        if spot.silent or problem in self.problems:
            return
        if len(self.problems) >= MOST:
            raise TooManyProblems
        self.problems.append(problem)

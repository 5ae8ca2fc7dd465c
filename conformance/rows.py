"""What the report is made of: one thing that was compared, and how it came out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Row", "Verdict"]


class Verdict(StrEnum):
    """How a comparison came out. A fault is a disagreement that the data themselves are shown to cause."""

    AGREED = "agreed"
    DISAGREED = "disagreed"
    FAULT = "fault"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Row:
    """A comparison.

    Attributes
    ----------
    case
        The file or folder of results, below the folder of all results.
    what
        What was compared, such as ``champion`` or ``order``; ``of`` says of which table, tie or tournament.
    number
        How many single things were compared: the rows of a table, the matches of a season.
    evidence
        Of a disagreement, what was published and what was derived; of a fault, what proves it; else why not compared.
    """

    case: str
    competition: str
    season: str
    what: str
    verdict: Verdict
    of: str = ""
    number: int = 1
    evidence: str = ""

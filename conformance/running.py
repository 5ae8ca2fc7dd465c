"""One case: read, played, compared."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from conformance.cases import Case
from conformance.compare import Compared, compare
from conformance.published import Published
from conformance.rows import Row, Verdict
from liguilla.engine import play
from liguilla.errors import LiguillaError
from liguilla.notation import FormatFiles
from liguilla.notation.seasons import read_seasons

__all__ = ["Played", "run"]

FAULTS = Path(__file__).with_name("faults.csv")


@dataclass(frozen=True, slots=True)
class Played:
    """A case that was played: its rows, and how many seasons and matches it held."""

    case: str
    rows: tuple[Row, ...]
    seasons: int = 0
    matches: int = 0


@cache
def _faults() -> dict[tuple[str, str, str, str], tuple[str, str]]:
    """(case, season, what, of) → the part of the evidence that has to be there, and what proves a fault of the data."""
    with FAULTS.open(encoding="utf-8") as file:
        return {
            (row["case"], row["season"], row["what"], row["of"]): (row["seen"], row["proof"])
            for row in csv.DictReader(file)
        }


@cache
def _published(results: Path) -> Published:
    return Published(results)


def run(case: Case, results: Path, loader: FormatFiles | None = None) -> Played:
    """Play a case and compare it; whatever hinders that is its only row.

    Parameters
    ----------
    results
        The folder of all results.
    loader
        Where formats come from, to try out others than those of the library.
    """
    decisions = case.decisions if case.decisions.exists() else None
    try:
        reading = read_seasons(case.files, decisions=decisions, loader=loader, format_name=case.format_name)
    except LiguillaError as error:
        evidence = "; ".join(problem.line() for problem in error.problems[:3])
        row = Row(case.name, "?", "?", "played", Verdict.NOT_COMPARED, evidence=evidence)
        return Played(case.name, (_placeless(row, case, results),))
    rows: list[Row] = []
    for season in reading.seasons:
        state = play(season.format, season.facts)
        compared = compare(Compared(case.name, season, state, _published(results)))
        rows += (_judged(_placeless(row, case, results)) for row in compared)
    matches = sum(len(season.results.matches) for season in reading.seasons)
    return Played(case.name, tuple(rows), len(reading.seasons), matches)


def _placeless(row: Row, case: Case, results: Path) -> Row:
    """Return a row whose evidence doesn't say where on this machine the files lie."""
    evidence = row.evidence.replace(f"{results}/", "").replace(f"{case.decisions.parent}/", "")
    return replace(row, evidence=evidence)


def _judged(row: Row) -> Row:
    """Return a row as it is, or as a fault of the data if it is the disagreement that the list of faults proves."""
    fault = _faults().get((row.case, row.season, row.what, row.of))
    if row.verdict is Verdict.DISAGREED and fault is not None and fault[0] in row.evidence:
        return replace(row, verdict=Verdict.FAULT, evidence=f"{row.evidence}. {fault[1]}")
    return row

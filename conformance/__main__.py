"""Play everything, compare, report: ``make conformance``.

``python -m conformance [WORD...]`` plays the cases whose names have one of these words. ``--write`` writes the summary
into ``docs/conformance.md``. The exit status is 1 if anything disagrees.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from conformance.cases import every_case
from conformance.report import summary, write_rows
from conformance.rows import Verdict
from conformance.running import Played, run

ROOT = Path(__file__).parents[1]
RESULTS = ROOT.parent / "shared/data/results"
ROWS = ROOT / "build/conformance.csv"
PAGE = ROOT / "docs/conformance.md"


def main() -> int:
    """Play the cases that were asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m conformance", description=__doc__)
    parser.add_argument("words", nargs="*", metavar="WORD", help="play the cases with one of these in their name")
    parser.add_argument("--results", type=Path, default=RESULTS, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    given = parser.parse_args()
    console = Console(stderr=True)
    if not given.results.is_dir():
        console.print(f"There are no results in {given.results}: nothing to compare with.")
        return 0
    cases = [case for case in every_case(given.results) if not given.words or any(w in case.name for w in given.words)]
    started = time.perf_counter()
    played: list[Played] = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with ProcessPoolExecutor(given.jobs) as pool, Progress(*columns, console=console) as progress:
        task = progress.add_task("Playing", total=len(cases))
        for each in pool.map(run, cases, [given.results] * len(cases)):
            played.append(each)
            progress.advance(task)
    seconds = time.perf_counter() - started
    rows = [row for each in played for row in each.rows]
    write_rows(ROWS, rows)
    for row in rows:
        if row.verdict in (Verdict.DISAGREED, Verdict.FAULT) or (given.words and row.verdict is Verdict.NOT_COMPARED):
            console.print(f"{row.verdict}: {row.case} {row.season} {row.what} {row.of}: {row.evidence}", markup=False)
    page = summary(played, seconds)
    if given.write:
        PAGE.write_text(page, encoding="utf-8")
    sys.stdout.write(page)
    return int(any(row.verdict is Verdict.DISAGREED for row in rows))


if __name__ == "__main__":
    sys.exit(main())

"""The report: every row as CSV, and a page that sums them up."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

from conformance.rows import Row, Verdict
from conformance.running import Played

__all__ = ["summary", "write_rows"]

ORDER = (
    "pairings", "champion", "runner_up", "order", "points", "goal difference", "level ties", "promoted", "relegated",
    "division ranks", "seeds", "next round", "played",
)  # fmt: skip


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write every row of the report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([field.name for field in fields(Row)])
        writer.writerows(astuple(row) for row in rows)


def summary(played: Sequence[Played], seconds: float) -> str:
    """Return the page."""
    return "\n".join(_lines(played, seconds)) + "\n"


def _lines(played: Sequence[Played], seconds: float) -> Iterator[str]:
    rows = [row for each in played for row in each.rows]
    yield "# Conformance"
    yield ""
    yield "Real results, played by the formats of the library and held against what was published about them. Made by"
    yield "`make conformance`; every row is in `build/conformance.csv`."
    yield ""
    seasons, matches = sum(each.seasons for each in played), sum(each.matches for each in played)
    yield f"{len(played)} cases, {seasons} seasons, {matches:,} matches, in {seconds:.0f} s."
    yield ""
    yield "| compared | agreed | of | faults in the data | disagreed |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    count = Counter((row.what, row.verdict) for row in rows)
    singles = Counter({what: sum(row.number for row in rows if row.what == what) for what in ORDER})
    for what in ORDER:
        number = sum(count[what, verdict] for verdict in Verdict if verdict is not Verdict.NOT_COMPARED)
        if number:
            agreed, faults, wrong = (count[what, v] for v in (Verdict.AGREED, Verdict.FAULT, Verdict.DISAGREED))
            yield f"| {what} ({singles[what]:,}) | {agreed} | {number} | {faults} | {wrong} |"
    for verdict, title in (
        (Verdict.DISAGREED, "Disagreements"),
        (Verdict.FAULT, "Faults in the data"),
        (Verdict.NOT_COMPARED, "Not compared"),
    ):
        found = [row for row in rows if row.verdict is verdict]
        if found:
            yield ""
            yield f"## {title}"
            yield ""
            for row in found:
                what = f"{row.what} {row.of}".strip()
                yield f"- `{row.case}` {row.competition} {row.season}, {what}: {row.evidence}"

"""Results as a plain table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from liguilla.notation.results.plain.reading import read
from liguilla.notation.results.records import RecordedMatch, Results
from liguilla.notation.results.score_texts import ScoreText, score_text
from liguilla.notation.results.written import MATCH_FIELDS, held_to

__all__ = ["write"]

WRITTEN: Final = (
    *MATCH_FIELDS,
    *("zone", "kicks_won_by", "awarded_to", "neutral", "ground", "city", "referee", "attendance", "statistics", "note"),
)
ALWAYS: Final[tuple[str, ...]] = ("date", "home", "away", "score")
COLUMNS: Final[tuple[str, ...]] = (
    *("competition", "season", "round", "date", "time", "zone", "home", "away", "score", "half time", "extra time"),
    *("penalties", "shootout winner", "awarded to", "neutral", "ground", "city", "referee", "attendance", "note"),
)


def write(results: Results) -> str:
    """Write results as CSV with a column for all that is known of any match.

    Goals and odds have no place in it.

    Raises
    ------
    FactsError
        If a match would be read otherwise than it is.
    """
    rows = [dict(_cells(results, match)) for match in results.matches]
    used = dict.fromkeys(name for row in rows for name, cell in row.items() if cell)
    columns = [name for name in COLUMNS if name in used or name in ALWAYS]
    columns += [name for name in used if name not in COLUMNS]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return held_to(results, out.getvalue(), read, WRITTEN)


def _cells(results: Results, match: RecordedMatch) -> Iterator[tuple[str, str]]:
    yield "competition", results.competition or ""
    yield "season", results.season or ""
    yield "round", ", ".join(match.headings)
    yield "date", match.date.isoformat() if match.date else ""
    yield "time", match.kickoff.isoformat("minutes") if match.kickoff else ""
    yield "zone", match.zone or ""
    yield "home", match.home
    yield "away", match.away
    said = ScoreText(match.score, status=match.status, awarded=match.awarded, annulled=match.annulled)
    yield "score", score_text(said)
    for name, score in (("half time", match.half_time), ("extra time", match.extra_time), ("penalties", match.kicks)):
        yield name, str(score) if score else ""
    yield "shootout winner", match.kicks_won_by or ""
    yield "awarded to", match.awarded_to or ""
    yield "neutral", "" if match.neutral is None else "yes" if match.neutral else "no"
    yield "ground", match.ground or ""
    yield "city", match.city or ""
    yield "referee", match.referee or ""
    yield "attendance", "" if match.attendance is None else str(match.attendance)
    yield "note", match.note or ""
    yield from match.statistics.items()

"""football.csv, as the footballcsv project keeps it: ``Date,Team 1,FT,HT,Team 2``.

The competition is the name of the file (``eng.1``), and the season that of its folder (``2018-19``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from liguilla.facts import Score, Status
from liguilla.notation.results.football_txt.scores import Scores, with_what_follows
from liguilla.notation.results.gathering import checked
from liguilla.notation.results.headings import headings_of, numbered
from liguilla.notation.results.records import RecordedMatch, Results, ResultsReading
from liguilla.notation.results.score_texts import ScoreText, read_score_text, score_text
from liguilla.notation.results.seasons import season_in, season_of_days
from liguilla.notation.results.tables import Row, Table, UnreadRowError, has_columns, shortened
from liguilla.notation.results.written import MATCH_FIELDS, held_to
from liguilla.words import phrase

__all__ = ["read", "recognises", "write"]

HEADINGS: Final = {"Stage": None, "Group": "Group", "Round": "Round", "Matchday": "Matchday"}
"""Columns of headings, outermost first, and the word before a number that stands there alone."""

TOTALS: Final = ("∑FT", "Agg", "Agg.")
"""What follows from other matches, and isn't read."""


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of this notation."""
    return has_columns(text, "Team 1", "Team 2", "FT")


def read(text: str, file: str) -> ResultsReading:
    """Read a file: the season of a league or cup."""
    table = Table(text, file)
    reader = _Reader(table)
    reading = table.read(reader.match)
    path = PurePath(file)
    folders = (season_in(part) for part in reversed(path.parts[:-1]))
    season = season_in(path.stem) or next(filter(None, folders), None)
    competition = table.gathering.name(path.stem) or None
    results = tuple(
        replace(
            each,
            competition=competition,
            season=season or season_of_days(match.date for match in each.matches),
        )
        for each in reading.results
    )
    return checked(ResultsReading(results, reading.problems))


def write(results: Results) -> str:
    """Return results as text of this notation. The competition and season are for the name of the file to say.

    Goals, odds, statistics, grounds and the like have no place in it.

    Raises
    ------
    FactsError
        If a match would be read otherwise than it is.
    """
    rows: list[dict[str, str]] = [dict(_cells(match)) for match in results.matches]
    used = {name for row in rows for name, cell in row.items() if cell}
    columns = [name for name in COLUMNS if name in used or name in ALWAYS]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return held_to(results, out.getvalue(), read, (*MATCH_FIELDS, "note"))


COLUMNS: Final[tuple[str, ...]] = (
    "Stage",
    "Round",
    "Date",
    "Time",
    "Team 1",
    "FT",
    "HT",
    "Team 2",
    "ET",
    "P",
    "Comments",
)
ALWAYS: Final = frozenset({"Date", "Team 1", "FT", "HT", "Team 2"})


def _cells(match: RecordedMatch) -> Iterator[tuple[str, str]]:
    *outer, inner = match.headings or ("",)
    yield "Stage", ", ".join(outer)
    yield "Round", inner
    yield "Date", f"{match.date:%a %b {match.date.day} }{match.date.year:04}" if match.date else ""
    yield "Time", match.kickoff.isoformat("minutes") if match.kickoff else ""
    yield "Team 1", match.home
    yield "Team 2", match.away
    yield "FT", score_text(ScoreText(match.score, status=match.status, awarded=match.awarded, annulled=match.annulled))
    for name, score in (("HT", match.half_time), ("ET", match.extra_time), ("P", match.kicks)):
        yield name, str(score) if score else ""
    yield "Comments", match.note or ""


class _Reader:
    """The columns of a file, and how its rows are read."""

    def __init__(self, table: Table) -> None:
        column = table.column
        self.table = table
        self.headings = [(column(name), word) for name, word in HEADINGS.items()]
        self.date, self.time = column("Date"), column("Time")
        self.home, self.away, self.score = table.needed("Team 1"), table.needed("Team 2"), table.needed("FT")
        self.half_time, self.extra_time, self.kicks = column("HT"), column("ET"), column("P")
        self.ground, self.note = column("Venue", "Ground"), column("Comments")
        parts = (self.half_time, self.extra_time, self.kicks, self.ground, self.note)
        known = [index for index, _ in self.headings]
        totals = [column(name) for name in TOTALS]
        self.rest = table.others(*known, self.date, self.time, self.home, self.away, self.score, *parts, *totals)

    def match(self, row: Row) -> tuple[RecordedMatch, None, None]:
        """Return the match that a row says."""
        date, kickoff, zone = row.moment(self.date)
        if self.time is not None:
            kickoff, zone = row.kickoff(self.time)
        text = row.cells[self.score]
        said = read_score_text(text)
        if said is None:
            raise UnreadRowError(phrase("result_files.no_score", text=shortened(text)), self.table.columns[self.score])
        extra_time, kicks = self.part(row, self.extra_time), self.part(row, self.kicks)
        headings = [
            heading for column, word in self.headings for heading in headings_of(numbered(row.name(column), word))
        ]
        known = Scores(
            said.score,
            self.part(row, self.half_time) or said.half_time,
            extra_time or said.extra_time,
            kicks or said.kicks,
        )
        status = Status.PLAYED if known.extra_time and said.status is Status.SCHEDULED else said.status
        if status is Status.PLAYED and not said.awarded:
            known = with_what_follows(known)
        match = RecordedMatch(
            row.origin,
            row.team(self.home),
            row.team(self.away),
            headings=tuple(headings),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=status,
            **known._asdict(),
            awarded=said.awarded,
            annulled=said.annulled,
            ground=row.name(self.ground),
            note=row.name(self.note),
            statistics=row.rest(self.rest),
        )
        return match, None, None

    def part(self, row: Row, column: int | None) -> Score | None:
        """Return one more score of a match. One that can't be read is reported, and is unknown."""
        text = row.text(column)
        if not text:
            return None
        said = read_score_text(text)
        score = said and (said.score or said.extra_time or said.kicks)
        if not score:
            row.say(phrase("result_files.no_score", text=shortened(text)), column)
        return score or None

"""The CSV files of the soccer-bookmaker-odds project: rounds, results and average odds of many seasons of a league.

The league is the name of the file.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from liguilla.errors import Severity
from liguilla.facts import Status
from liguilla.notation.results.football_data import decimal_odds
from liguilla.notation.results.gathering import checked
from liguilla.notation.results.headings import headings_of, numbered
from liguilla.notation.results.records import RecordedMatch, ResultsReading
from liguilla.notation.results.seasons import season_in
from liguilla.notation.results.tables import Row, Table, has_columns, shortened
from liguilla.words import phrase

__all__ = ["read", "recognises"]

COLUMNS: Final = ("season", "round", "hTeam", "aTeam", "hScore", "aScore")
ODDS: Final = ("hOdd", "dOdd", "aOdd")
MATCHDAY: Final = "Matchday"


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of this notation."""
    return has_columns(text, *COLUMNS)


def read(text: str, file: str) -> ResultsReading:
    """Read a file: a `Results` for every season."""
    table = Table(text, file)
    return checked(table.read(_Reader(table, file).match))


class _Reader:
    """The columns of a file, and how its rows are read."""

    def __init__(self, table: Table, file: str) -> None:
        self.table = table
        self.season, self.round, home, away, *score = (table.needed(name) for name in COLUMNS)
        self.teams, self.score = (home, away), (score[0], score[1])
        self.odds = [index for name in ODDS if (index := table.column(name)) is not None]
        self.rest = table.others(self.season, self.round, home, away, *score, *self.odds)
        self.league = table.gathering.name(PurePath(file).stem) or None

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its league and its season."""
        score = row.score(*self.score)
        match = RecordedMatch(
            row.origin,
            row.team(self.teams[0]),
            row.team(self.teams[1]),
            headings=headings_of(numbered(row.name(self.round), MATCHDAY)),
            status=Status.PLAYED if score else Status.SCHEDULED,
            score=score,
            odds=self.odds_of(row),
            statistics=row.rest(self.rest),
        )
        return match, self.league, season_in(row.text(self.season))

    def odds_of(self, row: Row) -> dict[str, float]:
        """Return the odds in a row. What can't be odds is reported."""
        odds: dict[str, float] = {}
        for column in self.odds:
            text = row.text(column)
            number = decimal_odds(text) if text else None
            if number is not None:
                odds[self.table.columns[column]] = number
            elif text:
                row.say(phrase("result_files.no_odds", text=shortened(text)), column, Severity.NOTE)
        return odds

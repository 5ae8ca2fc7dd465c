"""The CSV files of football-data.co.uk: results with statistics and the odds of many bookmakers.

``Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,...`` holds a season of a league, ``Country,League,Season,Date,
Time,Home,Away,HG,AG,Res,...`` many seasons of one.
"""

from __future__ import annotations

import re
from typing import Final

from liguilla.errors import Severity
from liguilla.facts import Score, Status
from liguilla.notation.results.gathering import checked
from liguilla.notation.results.records import RecordedMatch, ResultsReading
from liguilla.notation.results.seasons import autumn_seasons, season_in
from liguilla.notation.results.tables import Row, Table, has_columns
from liguilla.words import phrase

__all__ = ["read", "recognises"]

HOME: Final = "HomeTeam", "HT", "Home"
AWAY: Final = "AwayTeam", "AT", "Away"

ODDS: Final = re.compile(r"(?!.*AH$).+(?:[HDA]|[<>]2\.5)")
"""Columns of odds: a bookmaker, and what the odds are for. Others count bookmakers, or are the handicap (``AH``)."""

COUNTS: Final = frozenset(
    [f"{side}{what}" for side in "HA" for what in ("S", "ST", "HW", "C", "F", "FKC", "O", "Y", "R", "BP")]
    + [f"FT{side}G" for side in "HA"]
)
"""Statistics whose names look like those of odds."""

RESULTS: Final = {"H": 1, "D": 0, "A": -1}


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of this notation."""
    return any(
        has_columns(text, *columns)
        for columns in (
            ("Div", "Date", "HomeTeam", "AwayTeam"),
            ("Div", "Date", "HT", "AT", "FTHG"),
            ("Date", "HomeTeam", "AwayTeam", "FTHG", "FTAG"),
            ("Country", "League", "Season", "Date", "Home", "Away"),
        )
    )


def read(text: str, file: str) -> ResultsReading:
    """Read a file: a `Results` for every division and season in it.

    Where no column says the season, it is that of the days: leagues there play from autumn to spring.
    """
    table = Table(text, file)
    reader = _Reader(table)
    reading = table.read(reader.match)
    if reader.season is not None:
        return checked(reading)
    seasons = tuple(each for results in reading.results for each in autumn_seasons(results))
    return checked(ResultsReading(seasons, reading.problems))


class _Reader:
    """The columns of a file, and how its rows are read."""

    def __init__(self, table: Table) -> None:
        column = table.column
        self.table = table
        self.country, self.division, self.season = column("Country"), column("Div", "League"), column("Season")
        self.date, self.time = table.needed("Date"), column("Time")
        self.home, self.away = table.needed(*HOME), table.needed(*AWAY)
        self.goals = column("FTHG", "HG"), column("FTAG", "AG")
        self.half_time = column("HTHG"), column("HTAG")
        self.result, self.half_time_result = column("FTR", "Res"), column("HTR")
        self.referee, self.attendance = column("Referee"), column("Attendance")
        known = [
            self.country,
            self.division,
            self.season,
            self.date,
            self.time,
            self.home,
            self.away,
            *self.goals,
            *self.half_time,
        ]
        rest = table.others(*known, self.result, self.half_time_result, self.referee, self.attendance)
        self.odds = [index for index in rest if self.is_odds(table.columns[index])]
        self.statistics = [index for index in rest if index not in self.odds]
        self.numbers: dict[str, float | None] = {}

    @staticmethod
    def is_odds(name: str) -> bool:
        return name not in COUNTS and ODDS.fullmatch(name) is not None

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its division and its season."""
        date, kickoff, zone = row.moment(self.date)
        if self.time is not None:
            kickoff, zone = row.kickoff(self.time)
        score = row.score(*self.goals)
        half_time = row.other_score(*self.half_time)
        self.check(row, self.result, score)
        if half_time is not None:
            self.check(row, self.half_time_result, half_time)
        match = RecordedMatch(
            row.origin,
            row.team(self.home),
            row.team(self.away),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=Status.PLAYED if score else Status.SCHEDULED,
            score=score,
            half_time=half_time,
            referee=row.name(self.referee),
            attendance=row.attendance(self.attendance),
            odds=self.odds_of(row),
            statistics=row.rest(self.statistics),
        )
        season = row.name(self.season)
        competition = " ".join(filter(None, (row.name(self.country), row.name(self.division)))) or None
        return match, competition, season_in(season) or season if season else None

    def check(self, row: Row, column: int | None, score: Score | None) -> None:
        """Report a letter for home win, draw or away win that isn't what the score says."""
        letter = row.text(column)
        if not letter or letter not in RESULTS:
            return
        if score is None:
            row.say(phrase("result_files.result_without_score", result=letter), column)
        elif (score.home > score.away) - (score.home < score.away) != RESULTS[letter]:
            row.say(phrase("result_files.result_against_score", result=letter, score=str(score)), column)

    def odds_of(self, row: Row) -> dict[str, float]:
        """Return the odds in a row. What can't be odds is reported."""
        odds: dict[str, float] = {}
        names, cells, numbers = self.table.columns, row.cells, self.numbers
        for column in self.odds:
            text = cells[column]
            if not text:
                continue
            if text not in numbers:
                numbers[text] = decimal_odds(text)
            number = numbers[text]
            if number is not None:
                odds[names[column]] = number
            elif row.text(column):
                row.say(phrase("result_files.no_odds", text=text[:20]), column, Severity.NOTE)
        return odds


def decimal_odds(text: str) -> float | None:
    """Return decimal odds, which return at least the stake; None if a text is none."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if 1 <= number < 100_000 else None

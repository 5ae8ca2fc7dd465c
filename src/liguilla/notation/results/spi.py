"""FiveThirtyEight's CSV of club football with its SPI ratings: many leagues, and perhaps many seasons."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from liguilla.facts import Status
from liguilla.notation.results.gathering import checked, untold_seasons
from liguilla.notation.results.records import RecordedMatch, Results, ResultsReading
from liguilla.notation.results.seasons import season_of_days, with_both_years
from liguilla.notation.results.tables import Row, Table, has_columns

__all__ = ["read", "recognises"]

COLUMNS: Final = ("date", "league", "team1", "team2", "spi1", "spi2", "score1", "score2")


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of this notation."""
    return has_columns(text, *COLUMNS)


def read(text: str, file: str) -> ResultsReading:
    """Read a file: a `Results` for every league and season.

    Where no column says the season, it is that of the days, if they can only be of one.
    """
    table = Table(text, file)
    reading = table.read(_Reader(table).match)
    results = tuple(_with_season(each) for each in reading.results)
    problems = (*reading.problems, *untold_seasons(results, file))
    return checked(ResultsReading(results, problems))


def _with_season(results: Results) -> Results:
    days = {match.date for match in results.matches if match.date}
    if results.season is None:
        return replace(results, season=season_of_days(days))
    return replace(results, season=with_both_years(results.season, days))


class _Reader:
    """The columns of a file, and how its rows are read."""

    def __init__(self, table: Table) -> None:
        self.date, self.league, home, away, _, _, *score = (table.needed(name) for name in COLUMNS)
        self.season, self.number = table.column("season"), table.column("league_id")
        self.teams, self.score = (home, away), (score[0], score[1])
        self.rest = table.others(self.date, self.league, self.season, self.number, home, away, *score)

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its league and the year in which its season starts."""
        date, kickoff, zone = row.moment(self.date)
        score = row.score(*self.score)
        year = row.text(self.season)
        match = RecordedMatch(
            row.origin,
            row.team(self.teams[0]),
            row.team(self.teams[1]),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=Status.PLAYED if score else Status.SCHEDULED,
            score=score,
            statistics=row.rest(self.rest),
        )
        return match, row.name(self.league), year if year.isdecimal() and len(year) == 4 else None

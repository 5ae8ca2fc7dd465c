"""The CSV files of matches of the AFL-Data-Analysis project: goals and behinds of both sides, quarter by quarter."""

from __future__ import annotations

from typing import Final

from liguilla.facts import Score, Status
from liguilla.notation.results.gathering import checked
from liguilla.notation.results.headings import headings_of, numbered
from liguilla.notation.results.records import RecordedMatch, ResultsReading
from liguilla.notation.results.seasons import season_in
from liguilla.notation.results.table_words import COMPETITIONS
from liguilla.notation.results.tables import Row, Table, has_columns

__all__ = ["read", "recognises"]

COLUMNS: Final = (
    "round_num",
    "date",
    "team_1_team_name",
    "team_2_team_name",
    "team_1_final_goals",
    "team_1_final_behinds",
)
POINTS_OF_A_GOAL: Final = 6
ROUND: Final = "Round"


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of this notation."""
    return has_columns(text, *COLUMNS)


def read(text: str, file: str) -> ResultsReading:
    """Read a file: a `Results` for every season in it. Scores are points, six for a goal and one for a behind."""
    table = Table(text, file)
    return checked(table.read(_Reader(table).match), goals=False)


class _Reader:
    """The columns of a file, and how its rows are read."""

    def __init__(self, table: Table) -> None:
        column = table.column
        self.round, self.date, self.year = column("round_num"), column("date"), column("year")
        self.teams = table.needed("team_1_team_name"), table.needed("team_2_team_name")
        self.final = self.tallies(table, "final")
        self.half_time = self.tallies(table, "q2")
        self.ground, self.attendance = column("venue"), column("attendance")
        self.rest = table.others(self.round, self.date, self.year, *self.teams, self.ground, self.attendance)

    @staticmethod
    def tallies(table: Table, period: str) -> list[tuple[int | None, int | None]]:
        return [
            (table.column(f"{side}_{period}_goals"), table.column(f"{side}_{period}_behinds"))
            for side in ("team_1", "team_2")
        ]

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its competition and its season."""
        home, away = (row.team(team) for team in self.teams)
        date, kickoff, zone = row.moment(self.date)
        score = points(row, self.final)
        attendance = row.attendance(self.attendance)
        # In many files this column tells the time by another clock.
        rest = self.rest if attendance is not None or self.attendance is None else [*self.rest, self.attendance]
        match = RecordedMatch(
            row.origin,
            home,
            away,
            headings=headings_of(numbered(row.name(self.round), ROUND)),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=Status.PLAYED if score else Status.SCHEDULED,
            score=score,
            half_time=points(row, self.half_time),
            ground=row.name(self.ground),
            attendance=attendance,
            statistics=row.rest(rest),
        )
        year = season_in(row.text(self.year)) or (str(date.year) if date else None)
        return match, COMPETITIONS["afl"], year


def points(row: Row, tallies: list[tuple[int | None, int | None]]) -> Score | None:
    """Return the points of both sides, or None where goals and behinds are blank."""
    sides = [row.score(*tally) for tally in tallies]
    home, away = (None if side is None else POINTS_OF_A_GOAL * side.home + side.away for side in sides)
    return None if home is None or away is None else Score(home, away)

"""The CSV files of NFL games, many seasons in each: FiveThirtyEight's with its Elo ratings, and the one of nflverse."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from liguilla.facts import Status
from liguilla.notation.results.gathering import checked
from liguilla.notation.results.headings import numbered
from liguilla.notation.results.records import RecordedMatch, ResultsReading
from liguilla.notation.results.seasons import season_in
from liguilla.notation.results.table_words import COMPETITIONS
from liguilla.notation.results.tables import Row, Table, UnreadRowError, has_columns, shortened
from liguilla.words import phrase

__all__ = ["read", "recognises"]

ELO: Final = ("date", "season", "neutral", "playoff", "team1", "team2", "score1", "score2")
GAMES: Final = ("season", "game_type", "week", "gameday", "away_team", "home_team", "away_score", "home_score")

PLAY_OFFS, WEEK, REGULAR = "Playoffs", "Week", "REG"
NEUTRAL: Final = "Neutral"
EASTERN: Final = "America/New_York"
"""By whose clock nflverse gives every kickoff."""

MONEYLINES: Final = ("home_moneyline", "away_moneyline")


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of either notation."""
    return has_columns(text, *ELO) or has_columns(text, *GAMES)


def read(text: str, file: str) -> ResultsReading:
    """Read a file: a `Results` for every season. A score is the final one, overtime included."""
    table = Table(text, file)
    read_row = _Games(table).match if has_columns(text, *GAMES) else _Elo(table, file).match
    return checked(table.read(read_row), goals=False)


class _Elo:
    """The columns of FiveThirtyEight's file, and how its rows are read."""

    def __init__(self, table: Table, file: str) -> None:
        self.table = table
        self.date, self.season, self.neutral, self.playoff, home, away, *score = (table.needed(name) for name in ELO)
        self.teams, self.score = (home, away), (score[0], score[1])
        self.rest = table.others(self.date, self.season, self.neutral, self.playoff, home, away, *score)
        # The ratings of other leagues have the same columns; only the name of the file tells which league it is.
        league = re.match(r"[a-z]*", PurePath(file).stem.casefold())
        self.competition = COMPETITIONS.get(league[0]) if league else None

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its competition and its season."""
        date, kickoff, zone = row.moment(self.date)
        score = row.score(*self.score)
        code = row.text(self.playoff)
        headings = () if code in ("", "0") else (PLAY_OFFS,) if code == "1" else (PLAY_OFFS, code)
        match = RecordedMatch(
            row.origin,
            row.team(self.teams[0]),
            row.team(self.teams[1]),
            headings=headings,
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=Status.PLAYED if score else Status.SCHEDULED,
            score=score,
            neutral=row.truth(self.neutral),
            statistics=row.rest(self.rest),
        )
        return match, self.competition, season_of(row, self.table, self.season)


class _Games:
    """The columns of nflverse's file, and how its rows are read."""

    def __init__(self, table: Table) -> None:
        column = table.column
        self.table = table
        self.season, self.type, self.week, self.date, away, home, *score = (table.needed(name) for name in GAMES)
        self.teams, self.score = (home, away), (score[1], score[0])
        self.time, self.location = column("gametime"), column("location")
        self.ground, self.referee = column("stadium"), column("referee")
        self.moneylines = [index for name in MONEYLINES if (index := column(name)) is not None]
        used = (self.season, self.type, self.week, self.date, home, away, *score, self.time, self.location, self.ground)
        self.rest = table.others(*used, self.referee, *self.moneylines)

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its competition and its season."""
        date, _, _ = row.moment(self.date)
        kickoff, _ = row.kickoff(self.time)
        score = row.score(*self.score)
        kind = row.name(self.type)
        heading = numbered(row.name(self.week), WEEK) if kind in (REGULAR, None) else kind
        location = row.text(self.location)
        match = RecordedMatch(
            row.origin,
            row.team(self.teams[0]),
            row.team(self.teams[1]),
            headings=(heading,) if heading else (),
            date=date,
            kickoff=kickoff,
            zone=EASTERN if kickoff else None,
            status=Status.PLAYED if score else Status.SCHEDULED,
            score=score,
            neutral=location == NEUTRAL if location else None,
            ground=row.name(self.ground),
            referee=row.name(self.referee),
            odds=self.odds(row),
            statistics=row.rest(self.rest),
        )
        return match, COMPETITIONS["nfl"], season_of(row, self.table, self.season)

    def odds(self, row: Row) -> dict[str, float]:
        """Return the American odds in a row as decimal ones."""
        odds: dict[str, float] = {}
        for column in self.moneylines:
            text = row.text(column)
            if re.fullmatch(r"[+-]?\d{2,6}(?:\.0*)?", text) and float(text):
                line = float(text)
                odds[self.table.columns[column]] = 1 + (line / 100 if line > 0 else -100 / line)
            elif text:
                row.say(phrase("result_files.no_odds", text=shortened(text)), column)
        return odds


def season_of(row: Row, table: Table, column: int) -> str:
    """Return the season of a row. A row without is unread."""
    text = row.text(column)
    season = season_in(text)
    if season is None:
        raise UnreadRowError(phrase("result_files.no_season", text=shortened(text)), table.columns[column])
    return season

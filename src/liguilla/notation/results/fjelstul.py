"""The CSV files of matches of the Fjelstul databases: of World Cups, and of the English leagues."""

from __future__ import annotations

from typing import Final

from liguilla.facts import Score, Status
from liguilla.notation.results.football_txt.scores import Scores, with_what_follows
from liguilla.notation.results.gathering import checked
from liguilla.notation.results.records import RecordedMatch, ResultsReading
from liguilla.notation.results.seasons import season_in, season_of_year, without_season
from liguilla.notation.results.tables import Row, Table, UnreadRowError, has_columns, shortened
from liguilla.words import phrase

__all__ = ["read", "recognises"]

TEAMS: Final = "home_team_name", "away_team_name", "home_team_score", "away_team_score"
RESULTS: Final = {"home team win": 1, "draw": 0, "away team win": -1}
NO_GROUP: Final = ("not applicable", "none")
REPLAY: Final = "Replay"
"""The heading of a match that replays another."""


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of this notation."""
    return has_columns(text, *TEAMS, "tournament_name") or has_columns(text, *TEAMS, "season", "division")


def read(text: str, file: str) -> ResultsReading:
    """Read a file: a `Results` for every tournament, or for every division and season.

    The score of a match with extra time is the one after it; what it was after normal time isn't said.
    """
    table = Table(text, file)
    return checked(table.read(_Reader(table).match))


class _Reader:
    """The columns of a file, and how its rows are read."""

    def __init__(self, table: Table) -> None:
        column = table.column
        self.table = table
        self.teams = table.needed("home_team_name"), table.needed("away_team_name")
        self.goals = table.needed("home_team_score"), table.needed("away_team_score")
        self.tournament, self.season = column("tournament_name"), column("season")
        self.division, self.subdivision = column("division"), column("subdivision")
        self.stage, self.group, self.replay = column("stage_name"), column("group_name"), column("replay")
        self.date, self.time = column("match_date"), column("match_time")
        self.stadium, self.city = column("stadium_name"), column("city_name")
        self.extra_time, self.shoot_out = column("extra_time"), column("penalty_shootout")
        self.kicks = column("home_team_score_penalties"), column("away_team_score_penalties")
        self.result = column("result")
        self.rest = [index for index in (column("country_name"), column("tier")) if index is not None]

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its competition and its season."""
        date, _, _ = row.moment(self.date)
        kickoff, zone = row.kickoff(self.time)
        score = row.score(*self.goals)
        extra_time = bool(row.truth(self.extra_time))
        kicks = row.other_score(*self.kicks) if row.truth(self.shoot_out) else None
        self.check(row, score, kicks)
        known = with_what_follows(Scores(extra_time=score, kicks=kicks) if extra_time else Scores(score, kicks=kicks))
        match = RecordedMatch(
            row.origin,
            row.team(self.teams[0]),
            row.team(self.teams[1]),
            headings=tuple(self.headings(row)),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=Status.PLAYED if score else Status.SCHEDULED,
            **known._asdict(),
            ground=row.name(self.stadium),
            city=row.name(self.city),
            statistics=row.rest(self.rest),
        )
        return match, *self.competition(row)

    def headings(self, row: Row) -> list[str]:
        """Return the stage and group of a match."""
        stage, group = row.name(self.stage), row.name(self.group)
        group = None if group and group.casefold() in NO_GROUP else group
        replay = REPLAY if row.truth(self.replay) else None
        return [heading for heading in (stage, group, replay) if heading]

    def competition(self, row: Row) -> tuple[str | None, str | None]:
        """Return what a match is of, and its season: the year in a tournament's name, or the one a season starts in."""
        tournament = row.name(self.tournament)
        if tournament:
            return without_season(tournament)
        division, subdivision = row.name(self.division), row.name(self.subdivision)
        if division and subdivision and subdivision.casefold() not in NO_GROUP:
            division = f"{division} {subdivision}"
        year = row.text(self.season)
        if not season_in(year):
            raise UnreadRowError(
                phrase("result_files.no_season", text=shortened(year)), self.table.columns[self.season or 0]
            )
        return division, season_of_year(int(year), over_the_turn=True) if year.isdecimal() else season_in(year)

    def check(self, row: Row, score: Score | None, kicks: Score | None) -> None:
        """Report a winner that the score doesn't have."""
        winner = row.text(self.result)
        counted = kicks or score
        if (
            winner in RESULTS
            and counted
            and (counted.home > counted.away) - (counted.home < counted.away) != RESULTS[winner]
        ):
            row.say(phrase("result_files.result_against_score", result=winner, score=str(counted)), self.result)

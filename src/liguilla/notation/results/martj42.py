"""The CSV files of international results: ``results.csv``, and beside it ``shootouts.csv`` and ``goalscorers.csv``.

The last two say more about matches of the first. They are read by themselves, and what they say is joined to the match
of the same teams and day when the files are read together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Final

from liguilla.facts import GoalKind, Status
from liguilla.notation.results.gathering import checked
from liguilla.notation.results.records import RecordedGoal, RecordedMatch, Results, ResultsReading
from liguilla.notation.results.tables import Row, Table, UnreadRowError, has_columns, shortened
from liguilla.words import Listing, phrase

__all__ = ["read", "recognises"]

MATCH: Final = ("date", "home_team", "away_team")
RESULTS: Final = (*MATCH, "home_score", "away_score", "tournament")
SHOOT_OUTS: Final = (*MATCH, "winner")
SCORERS: Final = (*MATCH, "team", "scorer")


def recognises(name: str, text: str) -> bool:
    """Return whether a text has the columns of one of the three files."""
    return any(has_columns(text, *columns) for columns in (RESULTS, SHOOT_OUTS, SCORERS))


def read(text: str, file: str) -> ResultsReading:
    """Read one of the files: a `Results` for every tournament and year. Shoot-outs and goals name no tournament.

    A score includes extra time, if there was any: the files don't say where.
    """
    table = Table(text, file)
    if has_columns(text, *RESULTS):
        return checked(table.read(_Results(table).match))
    if has_columns(text, *SHOOT_OUTS):
        return table.read(_ShootOuts(table).match)
    return _joined_goals(table.read(_Goals(table).match))


class _Matches:
    """The columns that all three files have."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.date, self.home, self.away = (table.needed(name) for name in MATCH)

    def bare(self, row: Row) -> tuple[RecordedMatch, str | None]:
        """Return the day and the teams of a match, and its year."""
        date, kickoff, zone = row.moment(self.date)
        match = RecordedMatch(
            row.origin, row.team(self.home), row.team(self.away), date=date, kickoff=kickoff, zone=zone
        )
        return match, str(date.year) if date else None


class _Results(_Matches):
    """How the rows of results are read."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.score = table.needed("home_score"), table.needed("away_score")
        self.tournament = table.needed("tournament")
        self.city, self.neutral = table.column("city"), table.column("neutral")
        self.rest = table.others(self.date, self.home, self.away, *self.score, self.tournament, self.city, self.neutral)

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match that a row says, its tournament and its year."""
        date, kickoff, zone = row.moment(self.date)
        score = row.score(*self.score)
        match = RecordedMatch(
            row.origin,
            row.team(self.home),
            row.team(self.away),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=Status.PLAYED if score else Status.SCHEDULED,
            score=score,
            neutral=row.truth(self.neutral),
            city=row.name(self.city),
            statistics=row.rest(self.rest),
        )
        return match, row.name(self.tournament), str(date.year) if date else None


class _ShootOuts(_Matches):
    """How the rows of shoot-outs are read."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.winner = table.needed("winner")
        self.rest = table.others(self.date, self.home, self.away, self.winner)

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return what a row says of a match, and its year."""
        match, year = self.bare(row)
        winner = row.name(self.winner)
        if winner not in match.teams:
            raise UnreadRowError(
                phrase("result_files.winner_of_another", team=winner or "", teams=Listing(match.teams))
            )
        return replace(match, status=Status.PLAYED, kicks_won_by=winner, statistics=row.rest(self.rest)), None, year


class _Goals(_Matches):
    """How the rows of goals are read: each as a match with that goal."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.team, self.scorer, self.minute = table.needed("team"), table.column("scorer"), table.column("minute")
        self.own_goal, self.penalty = table.column("own_goal"), table.column("penalty")

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None]:
        """Return the match of a goal with the goal, and its year."""
        match, year = self.bare(row)
        team = row.team(self.team)
        if team not in match.teams:
            raise UnreadRowError(phrase("result_files.goal_of_another", team=team, teams=Listing(match.teams)))
        own_goal, penalty = row.truth(self.own_goal), row.truth(self.penalty)
        kind = GoalKind.OWN_GOAL if own_goal else GoalKind.PENALTY if penalty else None
        if kind is None and own_goal is False and penalty is False:
            kind = GoalKind.GOAL
        goal = RecordedGoal(team == match.home, row.name(self.scorer), self.minute_of(row), kind=kind)
        return replace(match, status=Status.PLAYED, goals=(goal,)), None, year

    def minute_of(self, row: Row) -> int | None:
        text = row.text(self.minute).partition(".")[0]
        if text and not (text.isdecimal() and len(text) < 4):
            row.say(phrase("result_files.no_minute", text=shortened(text)), self.minute)
            return None
        return int(text) if text else None


def _joined_goals(reading: ResultsReading) -> ResultsReading:
    """Join the goals of a match, whose rows follow each other."""

    def matches(results: Results) -> Iterator[RecordedMatch]:
        for _, rows in groupby(results.matches, lambda match: (match.date, match.teams)):
            first, *more = rows
            yield replace(first, goals=(*first.goals, *(goal for match in more for goal in match.goals)))

    results = tuple(replace(each, matches=tuple(matches(each))) for each in reading.results)
    return ResultsReading(results, reading.problems)

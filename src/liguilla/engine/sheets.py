"""Sheets: what a set of matches says about a set of teams.

A league table, the mini-table of head-to-head matches and the matches away from home are all the same thing: records
of teams over some matches. A criterion never knows which of these it is worked out from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from liguilla.facts import Match, Score
from liguilla.formats import EXTRA_TIME

__all__ = ["Number", "Record", "Result", "Sheet", "result_of"]

Number = int | Fraction | float
"""Exact. The only float is infinity: a ratio with nothing below the line."""


class Record(NamedTuple):
    """What a team has done over some matches. Points are those of the results alone."""

    played: int = 0
    won: int = 0
    drawn: int = 0
    lost: int = 0
    goals_for: int = 0
    goals_against: int = 0
    points: Number = 0

    @property
    def goal_difference(self) -> int:
        """Goals scored minus goals conceded."""
        return self.goals_for - self.goals_against


class Result(NamedTuple):
    """How a match ended: the goals that count, who won (None: drawn) and in what way."""

    goals: Score
    winner: Literal["home", "away"] | None
    way: Literal["", "_extra_time", "_shoot_out"] = ""


def result_of(match: Match, each_match: tuple[str, ...]) -> Result | None:
    """Return the result of a match by the steps that decide each match, or None while one of them is missing.

    ``[score, extra_time]``: a match level after normal time is decided by extra time, if there was any; and
    ``shoot_out`` by kicks. What is level after all of them is drawn.
    """
    if match.score is None:
        return None
    goals, way = match.score, ""
    for step in each_match:
        if goals.home != goals.away:
            break
        if step in EXTRA_TIME and match.extra_time is not None:
            goals, way = match.extra_time, "_extra_time"
        elif step == "shoot_out":
            if match.kicks is not None and match.kicks.home != match.kicks.away:
                return Result(goals, "home" if match.kicks.home > match.kicks.away else "away", "_shoot_out")
            if match.kicks_won_by is not None:
                return Result(goals, "home" if match.kicks_won_by == match.home else "away", "_shoot_out")
    if goals.home == goals.away:
        return Result(goals, None)
    return Result(goals, "home" if goals.home > goals.away else "away", way)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Sheet:
    """Settled matches and what their results are worth.

    Attributes
    ----------
    teams
        Those the sheet is about; matches against others count for them too.
    matches
        Settled matches only.
    open
        Matches still to be played, as far as they are listed.
    worth
        Points by result: ``win``, ``draw``, ``loss`` and their variants.
    adjustments
        Points from decisions and from other stages. They count over all matches, never in a part of them.
    sources
        The matches of each stage they come from, by its name where the rules are written; open ones too. And how a
        match of it gets its result: that goes with the match wherever it counts.
    """

    teams: tuple[str, ...]
    matches: tuple[Match, ...]
    worth: Mapping[str, Number]
    each_match: tuple[str, ...] = ("score",)
    open: tuple[Match, ...] = ()
    adjustments: Mapping[str, Number] = field(default_factory=dict)
    rounding: Mapping[str, Number] = field(default_factory=dict)
    sources: tuple[tuple[str, tuple[Match, ...], tuple[str, ...]], ...] = ()

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """The record of each team."""
        if self.each_match == ("score",) and not self._other_ways:
            return self._records_by_score()
        return {team: self.record(team) for team in self.teams}

    def _records_by_score(self) -> Mapping[str, Record]:
        """Work out all records in one pass; what almost every league needs, and the only hot loop of a table."""
        rows = {team: [0, 0, 0, 0, 0] for team in self.teams}
        get = rows.get
        for match in self.matches:
            home, away = match.score  # type: ignore[misc]
            row = get(match.home)
            if row is not None:
                row[0 if home > away else 1 if home == away else 2] += 1
                row[3] += home
                row[4] += away
            row = get(match.away)
            if row is not None:
                row[0 if away > home else 1 if home == away else 2] += 1
                row[3] += away
                row[4] += home
        win, draw, loss = (self._worth(result) for result in ("win", "draw", "loss"))
        return {
            team: Record(won + drawn + lost, won, drawn, lost, scored, conceded, won * win + drawn * draw + lost * loss)
            for team, (won, drawn, lost, scored, conceded) in rows.items()
        }

    def record(self, team: str, counts: Callable[[Match], bool] | None = None) -> Record:
        """Return the record of one team over those of its matches that count."""
        played = won = drawn = lost = scored = conceded = 0
        points: Number = 0
        for match in self.of_team(team):
            if counts is not None and not counts(match):
                continue
            result = self.result(match)
            side: Literal["home", "away"] = "home" if match.home == team else "away"
            mine, theirs = result.goals if side == "home" else result.goals.reversed()
            played, scored, conceded = played + 1, scored + mine, conceded + theirs
            if result.winner is None:
                drawn, points = drawn + 1, points + self._worth("draw")
            elif result.winner == side:
                won, points = won + 1, points + self._worth("win", result.way)
            else:
                lost, points = lost + 1, points + self._worth("loss", result.way)
        return Record(played, won, drawn, lost, scored, conceded, points)

    def result(self, match: Match) -> Result:
        """Return the result of one of the settled matches."""
        result = result_of(match, self._other_ways.get(id(match), self.each_match))
        assert result is not None
        return result

    @cached_property
    def _other_ways(self) -> Mapping[int, tuple[str, ...]]:
        """How the matches get their result that get it in another way than those of the stage."""
        return {id(m): way for _, matches, way in self.sources if way != self.each_match for m in matches}

    def _worth(self, result: str, way: str = "") -> Number:
        """Return the points of a result; of one the rules don't name, those of the plain result; else none."""
        return self.worth.get(result + way, self.worth.get(result, 0))

    @cached_property
    def _by_team(self) -> Mapping[str, tuple[Match, ...]]:
        lists: dict[str, list[Match]] = {}
        for match in self.matches:
            lists.setdefault(match.home, []).append(match)
            lists.setdefault(match.away, []).append(match)
        return {team: tuple(matches) for team, matches in lists.items()}

    def of_team(self, team: str) -> tuple[Match, ...]:
        """Return the matches of a team; of any team, also one the sheet isn't about."""
        return self._by_team.get(team, ())

    def points(self, team: str) -> Number:
        """Return the points of a team, those from decisions and other stages included."""
        record = self.records.get(team) or self.record(team)
        return record.points + self.adjustments.get(team, 0)

    def among(self, teams: Iterable[str]) -> Sheet:
        """Return the sheet of the matches among these teams: results alone, without adjustments."""
        inside = frozenset(teams)
        return Sheet(
            teams=tuple(team for team in self.teams if team in inside),
            matches=tuple(match for match in self.matches if match.home in inside and match.away in inside),
            worth=self.worth,
            each_match=self.each_match,
            open=tuple(match for match in self.open if match.home in inside and match.away in inside),
            sources=self.sources,
        )

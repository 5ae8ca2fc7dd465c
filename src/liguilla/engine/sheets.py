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

from liguilla.engine.rulings import RuledMatch, is_settled
from liguilla.facts import Match, Score, SeasonTotal, Status
from liguilla.formats import EXTRA_TIME

__all__ = ["ByeRound", "Number", "Record", "Result", "Sheet", "has_result", "result_of"]

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
    """How a match ended: the goals that count, who won (None: drawn) and in what way.

    Where ``nobody`` won, both have lost by decision, and the goals are those of each side, its own first.
    """

    goals: Score
    winner: Literal["home", "away", "nobody"] | None
    way: Literal["", "_extra_time", "_shoot_out"] = ""

    def goals_of(self, side: Literal["home", "away"]) -> Score:
        """Return the goals as a side sees them, its own first."""
        return self.goals if side == "home" or self.winner == "nobody" else self.goals.reversed()

    def outcome(self, side: Literal["home", "away"]) -> Literal["win", "draw", "loss"]:
        """Return what the match was for a side."""
        return "draw" if self.winner is None else "win" if self.winner == side else "loss"


class ByeRound(NamedTuple):
    """A round in which a team had no opponent. It was `requested` where the team gets less for it than for a win."""

    points: Number
    matchday: int | None = None
    requested: bool = False


def result_of(match: Match, each_match: tuple[str, ...]) -> Result | None:
    """Return the result of a match by the steps that decide each match, or None while one of them is missing.

    ``[score, extra_time]``: a match level after normal time is decided by extra time, if there was any, and may be
    drawn after all; so it is where only the score after extra time is known, for there was some. A ``shoot_out`` always
    gives a winner, so while the kicks of a level match aren't known, nor is its result.
    """
    if isinstance(match, RuledMatch) and match.score is not None:
        return _result_by_decision(match, match.score)
    goals, way = match.score, ""
    for step in each_match:
        if goals is not None and goals.home != goals.away:
            break
        if step in EXTRA_TIME and match.extra_time is not None:
            goals, way = match.extra_time, "_extra_time"
        elif step == "shoot_out" and goals is not None:
            if match.kicks is not None and match.kicks.home != match.kicks.away:
                return Result(goals, "home" if match.kicks.home > match.kicks.away else "away", "_shoot_out")
            if match.kicks_won_by is not None:
                return Result(goals, "home" if match.kicks_won_by == match.home else "away", "_shoot_out")
            return None
    if goals is None:
        return None
    if goals.home == goals.away:
        return Result(goals, None)
    return Result(goals, "home" if goals.home > goals.away else "away", way)  # type: ignore[arg-type]


def _result_by_decision(match: RuledMatch, goals: Score) -> Result:
    if match.lost_by_both:
        return Result(goals, "nobody")
    if match.winner is not None:
        return Result(goals, "home" if match.winner == match.home else "away")
    return Result(goals, None if goals.home == goals.away else "home" if goals.home > goals.away else "away")


def has_result(match: Match, each_match: tuple[str, ...]) -> bool:
    """Return whether a match has the result that the rules ask for."""
    if each_match == ("score",):
        return is_settled(match)
    return match.status is Status.PLAYED and result_of(match, each_match) is not None


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
    bonus
        Points that matches brought beyond their results; they too count only over all matches.
    totals
        What teams bring along from seasons whose matches aren't given.
    only_for
        Matches of earlier seasons that don't count for both teams, by identity: for whom they do.
    conduct
        What the cards of each team were worth in each match, by identity; absent of those whose cards aren't known.
    is_part
        Whether these are only some of the matches, and ``totals`` only a sign that there were more.
    byes
        The rounds in which teams had no opponent.
    paired_rounds
        How many rounds a pairing provider pairs, whose statistics then hold (`liguilla.engine.unplayed`).
    """

    teams: tuple[str, ...]
    matches: tuple[Match, ...]
    worth: Mapping[str, Number]
    each_match: tuple[str, ...] = ("score",)
    open: tuple[Match, ...] = ()
    adjustments: Mapping[str, Number] = field(default_factory=dict)
    rounding: Mapping[str, Number] = field(default_factory=dict)
    sources: tuple[tuple[str, tuple[Match, ...], tuple[str, ...]], ...] = ()
    bonus: Mapping[str, Number] = field(default_factory=dict)
    totals: Mapping[str, tuple[SeasonTotal, ...]] = field(default_factory=dict)
    only_for: Mapping[int, frozenset[str]] = field(default_factory=dict)
    conduct: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    is_part: bool = False
    byes: Mapping[str, tuple[ByeRound, ...]] = field(default_factory=dict)
    paired_rounds: int | None = None

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """The record of each team over the matches; without what ``totals`` say."""
        plain = self.each_match == ("score",) and not self._other_ways and not self.only_for
        if plain and not any(type(match) is RuledMatch for match in self.matches):
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
            mine, theirs = result.goals_of(side)
            played, scored, conceded = played + 1, scored + mine, conceded + theirs
            outcome = result.outcome(side)
            won, drawn, lost = won + (outcome == "win"), drawn + (outcome == "draw"), lost + (outcome == "loss")
            points += self._worth(outcome, result.way)
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
            counts_for = self.only_for.get(id(match), match.teams) if self.only_for else match.teams
            for team in counts_for:
                lists.setdefault(team, []).append(match)
        return {team: tuple(matches) for team, matches in lists.items()}

    def of_team(self, team: str) -> tuple[Match, ...]:
        """Return the matches of a team; of any team, also one the sheet isn't about."""
        return self._by_team.get(team, ())

    def points(self, team: str) -> Number:
        """Return the points of a team, those of byes, from decisions, other stages and earlier seasons included."""
        record = self.records.get(team) or self.record(team)
        of_byes = sum(bye.points for bye in self.byes.get(team, ()))
        brought = sum(total.points for total in self.totals.get(team, ()))
        return record.points + of_byes + self.bonus.get(team, 0) + self.adjustments.get(team, 0) + brought

    def is_forfeit(self, match: Match) -> bool:
        """Return whether two were paired and didn't play: where a provider pairs, they have not met."""
        return self.paired_rounds is not None and isinstance(match, RuledMatch) and not match.was_played

    def among(self, teams: Iterable[str]) -> Sheet:
        """Return the sheet of the matches among these teams: results alone, without adjustments."""
        inside = frozenset(teams)
        # Who was in no earlier season has met nobody there.
        brought = {team: totals for team, totals in self.totals.items() if team in inside}
        return Sheet(
            teams=tuple(team for team in self.teams if team in inside),
            matches=tuple(
                match
                for match in self.matches
                if match.home in inside
                and match.away in inside
                and not self.is_forfeit(match)
                and id(match) not in self.only_for
            ),
            worth=self.worth,
            each_match=self.each_match,
            open=tuple(match for match in self.open if match.home in inside and match.away in inside),
            sources=self.sources,
            totals=brought if len(brought) > 1 else {},
            conduct=self.conduct,
            is_part=True,
        )

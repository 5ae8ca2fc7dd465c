"""What a file of results says, as it says it: headings instead of stages, teams by the names written there.

A reader of a notation turns text into these values and nothing else; it knows no format. Which stage and round a
match belongs to is worked out afterwards, from the headings and the rules.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from liguilla.errors import Origin, Problem
from liguilla.facts import GoalKind, Score, Status

__all__ = ["RecordedBye", "RecordedGoal", "RecordedMatch", "Results", "ResultsReading", "Unread"]


@dataclass(frozen=True, slots=True)
class RecordedGoal:
    """A goal as a file has it. ``for_home`` says which side it counts for; unknown parts are None."""

    for_home: bool
    person: str | None = None
    minute: int | None = None
    stoppage: int | None = None
    kind: GoalKind | None = None


@dataclass(frozen=True, slots=True)
class RecordedMatch:
    """A match as a file has it.

    Attributes
    ----------
    origin
        The file and the line.
    headings
        What stood above it, outermost first; a heading with commas is several: ``("Apertura Playoffs", "Final")``.
        A matchday is a heading like any other.
    date, kickoff, zone
        As in `facts.Match`. A year that isn't written follows from the season.
    status
        ``PLAYED`` where there is a score.
    score, half_time, extra_time, kicks
        As in `facts.Match`: after normal time; at the break; after extra time, normal time included; the shoot-out.
        Home first. The side written first is home, at a neutral ground too.
    kicks_won_by
        The team, where only the winner of the shoot-out (or of the toss of a coin) is known.
    awarded, awarded_to
        Whether the score was given by decision; and the team that it went to, where there is no score: a walkover.
    lost_by_both
        Whether it went to nobody: neither came.
    annulled
        Whether the match counts as if it had never been scheduled.
    games
        The scores of the games or sets that the match is made of, if it is made of such: ``score`` counts those won.
    odds
        Decimal odds by the name of their column, such as ``B365H``.
    statistics
        Other counts by the name of their column (cards, corners), kept as written.
    """

    origin: Origin
    home: str
    away: str
    headings: tuple[str, ...] = ()
    date: dt.date | None = None
    kickoff: dt.time | None = None
    zone: str | None = None
    status: Status = Status.SCHEDULED
    score: Score | None = None
    half_time: Score | None = None
    extra_time: Score | None = None
    kicks: Score | None = None
    kicks_won_by: str | None = None
    awarded: bool = False
    awarded_to: str | None = None
    lost_by_both: bool = False
    annulled: bool = False
    games: tuple[Score, ...] = ()
    neutral: bool | None = None
    ground: str | None = None
    city: str | None = None
    referee: str | None = None
    attendance: int | None = None
    goals: tuple[RecordedGoal, ...] = ()
    odds: Mapping[str, float] = field(default_factory=dict)
    statistics: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None

    @property
    def teams(self) -> tuple[str, str]:
        """The two teams, home first."""
        return self.home, self.away


@dataclass(frozen=True, slots=True)
class RecordedBye:
    """A team that a file lets go on without a match; ``headings`` are as those of a match.

    ``points`` are those that the file gives for it; None where they are what the rules say.
    """

    origin: Origin
    team: str
    headings: tuple[str, ...] = ()
    note: str | None = None
    points: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that could not be read; it is kept as it stands."""

    origin: Origin
    text: str


@dataclass(frozen=True, slots=True)
class Results:
    """The results of one season of one competition.

    Attributes
    ----------
    files
        Where they are from.
    competition
        What the file calls it, as written and without the season: ``Liga MX``, ``E0``; None where it doesn't say.
    season
        ``2018-19``, or ``2018`` for one that lies in a year.
    groups
        Groups that the file lists, with their teams in the order written.
    team_facts
        Team → fact → value, where the file says more of a team than its name: its country, its rating.
    byes
        Teams that the file lets go on without a match.
    lines
        The lines of the sheet of a draw, from top to bottom, where the file has one: a team each, None for a bye.
    about
        What else the file says of the competition: where it is held, who directs it.
    unread
        Lines that could not be read. Each of them is reported too.
    """

    files: tuple[str, ...]
    matches: tuple[RecordedMatch, ...]
    competition: str | None = None
    season: str | None = None
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    team_facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    byes: tuple[RecordedBye, ...] = ()
    lines: tuple[str | None, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()

    @property
    def teams(self) -> tuple[str, ...]:
        """The teams, in the order in which the file first names them."""
        listed = (team for teams in self.groups.values() for team in teams)
        playing = (team for match in self.matches for team in match.teams)
        resting = (bye.team for bye in self.byes)
        return tuple(dict.fromkeys((*listed, *self.team_facts, *playing, *resting)))


@dataclass(frozen=True, slots=True)
class ResultsReading:
    """What was read of one or more files: a `Results` for every competition and season, and what is wrong."""

    results: tuple[Results, ...]
    problems: tuple[Problem, ...] = ()

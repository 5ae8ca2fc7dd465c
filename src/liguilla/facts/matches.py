"""Matches, and the scores they have: each kind apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from liguilla.errors import Origin

__all__ = ["Match", "Score", "Status"]


class Score(NamedTuple):
    """Goals of the home side and of the away side."""

    home: int
    away: int

    def __str__(self) -> str:
        return f"{self.home}-{self.away}"

    def reversed(self) -> Score:
        """Return the score as seen from the away side."""
        return Score(self.away, self.home)


class Status(StrEnum):
    """What became of a match. Awards are decisions, so they are not among these."""

    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    PLAYED = "played"
    ABANDONED = "abandoned"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Match:
    """A match, scheduled or played.

    Attributes
    ----------
    stage, round
        The format's id of the stage and, in a knock-out, of the round. The tie follows from the two teams, the leg
        from the date.
    matchday
        Of a league; None where unknown or without meaning.
    date, kickoff, zone
        The day and the clock of the ground, and the ground's time zone. Unknown is None, never midnight.
    score
        After normal time.
    half_time, extra_time
        The score at the break; and after extra time, normal time included (None: there was none).
    kicks, kicks_won_by
        The shoot-out; where its score is unknown, the team that won it.
    assumed
        The fields whose value was inferred, not reported.
    """

    id: str
    stage: str
    home: str
    away: str
    round: str | None = None
    matchday: int | None = None
    date: dt.date | None = None
    kickoff: dt.time | None = None
    zone: str | None = None
    status: Status = Status.SCHEDULED
    score: Score | None = None
    half_time: Score | None = None
    extra_time: Score | None = None
    kicks: Score | None = None
    kicks_won_by: str | None = None
    ground: str | None = None
    referee: str | None = None
    attendance: int | None = None
    source: str | None = None
    note: str | None = None
    assumed: frozenset[str] = frozenset()
    origin: Origin | None = field(default=None, compare=False)

    @property
    def teams(self) -> tuple[str, str]:
        """The two teams, home first."""
        return self.home, self.away

    @property
    def has_kicks(self) -> bool:
        """Whether there was a shoot-out, be its score known or only its winner."""
        return self.kicks is not None or self.kicks_won_by is not None

    def moment(self) -> dt.datetime | None:
        """Return the kickoff as a moment, or None where day, clock or zone is unknown."""
        if self.date is None or self.kickoff is None or self.zone is None:
            return None
        return dt.datetime.combine(self.date, self.kickoff, ZoneInfo(self.zone))

    def day_in(self, zone: str | None) -> dt.date | None:
        """Return the day of the match by the clock of a zone; the day as written where the moment is unknown."""
        moment = self.moment()
        return moment.astimezone(ZoneInfo(zone)).date() if moment and zone else self.date

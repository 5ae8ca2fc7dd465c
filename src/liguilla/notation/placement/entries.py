"""Matches of a file on their way to their places, and the facts they become."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from liguilla.facts import Goal, Match, Status
from liguilla.notation.placement.slots import Meaning, Slot
from liguilla.notation.results.records import RecordedMatch

__all__ = ["Entry", "goals_of", "ids_of", "match_of", "when"]

LAST_DAY: Final = dt.date.max


@dataclass(eq=False, slots=True)
class Entry:
    """A match of the file on its way to its place, with the names of teams settled."""

    number: int
    recorded: RecordedMatch
    home: str
    away: str
    meaning: Meaning
    slot: Slot | None = None
    round: str | None = None

    @property
    def teams(self) -> tuple[str, str]:
        """The two teams, home first."""
        return self.home, self.away

    @property
    def stands(self) -> bool:
        """Whether it is one of the matches that the rules ask for.

        What was put off, broken off or annulled isn't: the same teams play again, or don't.
        """
        if self.recorded.awarded:
            return True
        return not self.recorded.annulled and self.recorded.status in (Status.SCHEDULED, Status.PLAYED)


def when(entry: Entry) -> tuple[dt.date, int]:
    """Return when a match was played, to sort by: the order of the file where days are the same or unknown."""
    return entry.recorded.date or LAST_DAY, entry.number


def ids_of(entries: Sequence[Entry]) -> Mapping[Entry, str]:
    """Return an id for every match: where it belongs (its matchday, else its round or stage), and a number."""
    counted: Counter[str] = Counter()
    ids: dict[Entry, str] = {}
    for entry in entries:
        assert entry.slot is not None
        day = entry.meaning.matchday
        where = entry.round or entry.slot.stage
        if entry.slot.round is None and day is not None:
            where = f"{entry.slot.stage}-{day}"
        counted[where] += 1
        ids[entry] = f"{where}-{counted[where]}"
    return ids


def match_of(entry: Entry, id_: str) -> Match:
    """Return a placed match as a fact. What was given by decision is not its score: that is an award."""
    recorded, slot = entry.recorded, entry.slot
    assert slot is not None
    won_by = recorded.kicks_won_by
    if won_by is not None:
        won_by = entry.home if won_by == recorded.home else entry.away
    scheduled = recorded.awarded
    return Match(
        id=id_,
        stage=slot.stage,
        round=entry.round or None,
        home=entry.home,
        away=entry.away,
        matchday=entry.meaning.matchday if slot.round is None else None,
        date=recorded.date,
        kickoff=recorded.kickoff,
        zone=recorded.zone,
        status=Status.SCHEDULED if scheduled else recorded.status,
        score=None if scheduled else recorded.score,
        half_time=None if scheduled else recorded.half_time,
        extra_time=recorded.extra_time,
        kicks=recorded.kicks,
        kicks_won_by=won_by,
        ground=recorded.ground,
        referee=recorded.referee,
        attendance=recorded.attendance,
        note=recorded.note,
        origin=recorded.origin,
    )


def goals_of(entry: Entry, id_: str) -> Iterator[Goal]:
    """Give the goals of a match."""
    for goal in entry.recorded.goals:
        yield Goal(
            match=id_,
            team=entry.home if goal.for_home else entry.away,
            person=goal.person,
            minute=goal.minute,
            stoppage=goal.stoppage,
            kind=goal.kind,
            origin=entry.recorded.origin,
        )

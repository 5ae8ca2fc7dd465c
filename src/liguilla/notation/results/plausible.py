"""What no match can be, whatever notation it was read from: checks that every reader of results shares.

A record is kept as the file has it, so all of these are warnings; facts made of it may be refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import Score, Status
from liguilla.notation.results.records import RecordedMatch, Results
from liguilla.words import Listing, Phrase, phrase

__all__ = ["implausible"]

MOST_GOALS: Final = 40
"""No side has ever scored more in a match that was meant."""

UNPLAYED: Final = (Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED)


def implausible(results: Results) -> Iterator[Problem]:
    """Yield what can't be, or hardly, in results: in each match, then in all of them together."""
    years = _years(results)
    seen: dict[tuple[dt.date | None, str, str], Origin] = {}
    for match in results.matches:
        for message in _messages(match):
            yield _warning(match, message)
        if match.date is None:
            continue
        if years is not None and match.date.year not in years:
            values = {"date": match.date, "season": results.season}
            yield _warning(match, phrase("results.outside_season", **values))
        before = seen.setdefault((match.date, match.home, match.away), match.origin)
        if before is not match.origin:
            yield _warning(match, phrase("results.match_twice", line=before.line or 0, date=match.date))


def _years(results: Results) -> range | None:
    """Return the years that a season can reach into: one that was cut short may be ended in the year after."""
    season = results.season or ""
    if not season[:4].isdecimal() or not season[:4].isascii():
        return None
    first = int(season[:4])
    return range(first - 1, first + (3 if len(season) > 4 else 2))


def _warning(match: RecordedMatch, message: Phrase) -> Problem:
    where = phrase("results.in_match", home=match.home, away=match.away)
    return Problem(message, Severity.WARNING, match.origin, where)


def _messages(match: RecordedMatch) -> Iterator[Phrase]:
    if match.home == match.away:
        yield phrase("results.against_itself")
    score, half_time, extra_time, kicks = match.score, match.half_time, match.extra_time, match.kicks
    whole = extra_time or score
    if whole is not None:
        if half_time is not None and _exceeds(half_time, score or whole):
            yield phrase("results.half_time_above", half_time=str(half_time), score=str(score or whole))
        if max(whole) > MOST_GOALS:
            yield phrase("results.too_many_goals", score=str(whole))
        if match.goals:
            yield from _goals(match, whole)
    if extra_time is not None:
        if score is not None and _exceeds(score, extra_time):
            yield phrase("results.extra_time_below", extra_time=str(extra_time), score=str(score))
        if extra_time == kicks:
            yield phrase("results.kicks_as_extra_time", kicks=str(kicks))
    if kicks is not None or match.kicks_won_by is not None:
        yield from _shoot_out(match)
    if match.status is not Status.PLAYED or score is None:
        yield from _status(match, whole)
    if match.awarded_to is not None and match.awarded_to not in match.teams:
        yield phrase("results.awarded_to_another", team=match.awarded_to, teams=Listing(match.teams))


def _goals(match: RecordedMatch, whole: Score) -> Iterator[Phrase]:
    home = sum(goal.for_home for goal in match.goals)
    counted = Score(home, len(match.goals) - home)
    if counted != whole:
        yield phrase("results.goals_against_score", goals=str(counted), score=str(whole))


def _shoot_out(match: RecordedMatch) -> Iterator[Phrase]:
    kicks, winner = match.kicks, match.kicks_won_by
    if kicks is not None and kicks.home == kicks.away:
        yield phrase("results.level_kicks", kicks=str(kicks))
    elif winner is not None and winner not in match.teams:
        yield phrase("results.kicks_won_by_another", team=winner, teams=Listing(match.teams))
    elif kicks is not None and winner is not None and (winner == match.home) is not (kicks.home > kicks.away):
        yield phrase("results.kicks_won_by_loser", team=winner, kicks=str(kicks))


def _status(match: RecordedMatch, whole: Score | None) -> Iterator[Phrase]:
    if match.status in UNPLAYED and (whole or match.half_time or match.kicks):
        yield phrase("results.score_of_unplayed", status=match.status.value)
    elif match.status is Status.PLAYED and whole is None and not match.awarded:
        yield phrase("results.played_without_score")


def _exceeds(part: Score, whole: Score) -> bool:
    return part.home > whole.home or part.away > whole.away

"""Sums over opponents where rounds weren't played: the statistics of a league that a pairing provider pairs.

A round that a team didn't play counts for it as one against a dummy; and what it didn't play at the end because it had
asked for that does no harm to those it has met.

Source: FIDE Handbook C.07, Tie-Break Regulations, effective from 1 March 2026, art. 16.3 (adjusted scores), 16.4 (the
dummy) and 16.5 (cuts).
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from liguilla.engine.sheets import ByeRound, Number, Sheet
from liguilla.facts import Match
from liguilla.formats import Criterion

__all__ = ["opponents_points", "wins"]


class _Contribution(NamedTuple):
    """What a round adds: points, weighed by the result; `voluntary` where the team itself is why it wasn't played."""

    points: Number
    weight: Fraction
    voluntary: bool = False


def opponents_points(criterion: Criterion, team: str, sheet: Sheet, everyone: Sheet) -> Number:
    """Return the points of opponents, added up once for each round: Buchholz, Sonneborn-Berger.

    Parameters
    ----------
    sheet
        The matches of the team.
    everyone
        The matches of all.
    """
    found = [_of_match(team, match, sheet, everyone) for match in sheet.of_team(team)]
    found += (_of_bye(team, bye, everyone) for bye in everyone.byes.get(team, ()))
    if criterion.opponents == "beaten":
        found = [each for each in found if each.weight == 1]
    if criterion.without_lowest and found:
        # Of what can be cut, rounds that the team itself didn't want to play go first.
        found.remove(min(found, key=lambda each: (not each.voluntary, each.points)))
    return sum((Fraction(each.points) * (each.weight if criterion.by_result else 1) for each in found), Fraction(0))


def wins(team: str, sheet: Sheet) -> int:
    """Return in how many rounds a team got, with or without playing, as many points as for a win (art. 7.1)."""
    win = sheet.worth.get("win", 0)
    return sheet.records[team].won + sum(bye.points >= win for bye in sheet.byes.get(team, ()))


def _of_match(team: str, match: Match, sheet: Sheet, everyone: Sheet) -> _Contribution:
    opponent, outcome = _seen_by(team, match, sheet)
    points = _adjusted(opponent, everyone)
    weight = {"win": Fraction(1), "draw": Fraction(1, 2), "loss": Fraction(0)}[outcome]
    if sheet.is_forfeit(match):
        return _Contribution(min(everyone.points(team), points), weight, voluntary=outcome == "loss")
    return _Contribution(points, weight)


def _of_bye(team: str, bye: ByeRound, everyone: Sheet) -> _Contribution:
    limit = (everyone.paired_rounds or 0) * Fraction(everyone.worth.get("draw", 0))
    win = Fraction(everyone.worth.get("win", 0)) or Fraction(1)
    return _Contribution(min(everyone.points(team), limit), Fraction(bye.points) / win, bye.requested)


def _seen_by(team: str, match: Match, sheet: Sheet) -> tuple[str, str]:
    result = sheet.result(match)
    if match.home == team:
        return match.away, result.outcome("home")
    return match.home, result.outcome("away")


def _adjusted(team: str, everyone: Sheet) -> Number:
    """Return a team's points as they count for its opponents: byes it asked for at the end are draws."""
    there = [
        match.matchday
        for match in everyone.of_team(team)
        if not everyone.is_forfeit(match) or _seen_by(team, match, everyone)[1] != "loss"
    ]
    byes = everyone.byes.get(team, ())
    there += [bye.matchday for bye in byes if not bye.requested]
    last = max((day for day in there if day is not None), default=0)
    draw = everyone.worth.get("draw", 0)
    at_the_end = (bye for bye in byes if bye.requested and (bye.matchday or 0) > last)
    return everyone.points(team) + sum(draw - bye.points for bye in at_the_end)

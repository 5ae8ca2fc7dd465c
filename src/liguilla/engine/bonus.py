"""Bonus points: what a match brings beyond its result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from fractions import Fraction
from typing import Literal

from liguilla.engine.inputs import day_and_hour
from liguilla.engine.rulings import is_settled
from liguilla.engine.sheets import Result, result_of
from liguilla.facts import Match
from liguilla.formats import Bonus
from liguilla.words import Phrase, phrase

__all__ = ["BonusPoints", "bonus_points"]

BonusPoints = Mapping[str, Mapping[str, Fraction]]
"""Match → team → points."""


def bonus_points(
    bonus: Iterable[Bonus], matches: tuple[Match, ...], teams: tuple[str, ...], each_match: tuple[str, ...]
) -> BonusPoints | Phrase:
    """Return the bonus points of a league; or what is missing to know them.

    Parameters
    ----------
    matches
        Those of the league that count, also those still to be played.
    teams
        Those that take part to the end.
    each_match
        How a match gets its result.
    """
    found: dict[str, dict[str, Fraction]] = {}
    for each in bonus:
        counted = _first_of_common_number(each, matches, teams, each_match) if each.common_number else None
        if isinstance(counted, Phrase):
            return counted
        for match in matches:
            for team in _earned(each, match, each_match):
                if counted is None or (match.id, team) in counted:
                    of_match = found.setdefault(match.id, {})
                    of_match[team] = of_match.get(team, Fraction(0)) + each.points
    return found


def _earned(bonus: Bonus, match: Match, each_match: tuple[str, ...]) -> tuple[str, ...]:
    """Return the teams that a match brings a bonus."""
    result = result_of(match, each_match) if is_settled(match) else None
    if result is None:
        return ()
    sides: dict[str, Literal["home", "away"]] = {match.home: "home", match.away: "away"}
    return tuple(team for team in _sides(bonus, match) if _is_worth(bonus, result, sides[team]))


def _sides(bonus: Bonus, match: Match) -> tuple[str, ...]:
    """Return the teams for which a match is one of those that a bonus is about."""
    return {"home": (match.home,), "away": (match.away,)}.get(bonus.venue or "", match.teams)


def _is_worth(bonus: Bonus, result: Result, side: Literal["home", "away"]) -> bool:
    mine, theirs = result.goals_of(side)
    if bonus.result is None:
        return bonus.at_least is not None and mine >= bonus.at_least
    is_close = bonus.at_most is None or abs(mine - theirs) <= bonus.at_most
    return result.outcome(side) == bonus.result and is_close


def _first_of_common_number(
    bonus: Bonus, matches: tuple[Match, ...], teams: tuple[str, ...], each_match: tuple[str, ...]
) -> frozenset[tuple[str, str]] | Phrase:
    """Return for each team its first matches of the kind, as many as every team has; by the id of the match.

    Where the days don't tell which they are, they aren't known, unless all in question bring the same.
    """
    of_team: dict[str, list[Match]] = {team: [] for team in teams}
    for match in matches:
        for team in _sides(bonus, match):
            of_team.setdefault(team, []).append(match)
    number = min((len(of_team[team]) for team in teams), default=0)
    counted: set[tuple[str, str]] = set()
    for team, found in of_team.items():
        found.sort(key=_day)
        counted.update((match.id, team) for match in found[:number])
        if 0 < number < len(found) and _day(found[number - 1]) == _day(found[number]):
            on_that_day = [match for match in found if _day(match) == _day(found[number])]
            if len({team in _earned(bonus, match, each_match) for match in on_that_day}) > 1:
                return phrase("engine.order_of_matches", team=team)
    return frozenset(counted)


def _day(match: Match) -> tuple[tuple[date, time], int]:
    return day_and_hour(match), match.matchday or 0

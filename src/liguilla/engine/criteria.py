"""Criteria: the numbers that put level teams in order."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from liguilla.engine.sheets import Number, Record, Sheet
from liguilla.facts import Match
from liguilla.formats import Criterion

__all__ = ["Values", "better_first", "matches_counted", "number", "value_of", "values_of"]

_LESS_IS_BETTER: Final = frozenset({"losses", "goals_against", "rounding"})

Values = Mapping[str, Number]


def _ratio(above: Number, below: Number, without: Number = 0) -> Number:
    return Fraction(above) / Fraction(below) if below else without


_OF_RECORD: Final[Mapping[str, Callable[[Record], Number]]] = {
    "points": lambda record: record.points,
    "wins": lambda record: record.won,
    "draws": lambda record: record.drawn,
    "losses": lambda record: record.lost,
    "played": lambda record: record.played,
    "goals_for": lambda record: record.goals_for,
    "goals_against": lambda record: record.goals_against,
    "goal_difference": lambda record: record.goal_difference,
    # Nothing conceded is better than any ratio. Infinity compares exactly with whole numbers and fractions.
    "goal_ratio": lambda record: _ratio(record.goals_for, record.goals_against, math.inf if record.goals_for else 0),
    "points_per_match": lambda record: _ratio(record.points, record.played),
    "win_ratio": lambda record: _ratio(2 * record.won + record.drawn, 2 * record.played),
}


def values_of(
    criterion: Criterion,
    level: tuple[str, ...],
    sheet: Sheet,
    facts: Mapping[str, Mapping[str, str]],
    everyone: Callable[[], Sheet] | None = None,
) -> Values | None:
    """Return the value of a criterion for each of the level teams, or None where one of them isn't known.

    Parameters
    ----------
    level
        The teams to be told apart.
    sheet
        The matches in scope.
    facts
        What is known of each team, for ``given`` and ``in same``.
    everyone
        The same for all teams of the competition: opponents may be ranked elsewhere. Those of `sheet` if not given.

    Notes
    -----
    Values are natural: a goal conceded counts one. `better_first` says which way is better.
    """
    common = _common_opponents(level, sheet) if criterion.in_common else None
    values: dict[str, Number] = {}
    for team in level:
        value = value_of(criterion, team, sheet, facts, common, everyone)
        if value is None:
            return None
        values[team] = value
    return values


def number(written: str | None) -> Fraction | None:
    """Return the number that a fact is written as; None where it is none, or isn't known."""
    try:
        return None if written is None else Fraction(written)
    except (ValueError, ZeroDivisionError):
        return None


def better_first(criterion: Criterion) -> int:
    """Return 1 where more of the criterion is better, -1 where less is."""
    if criterion.statistic == "given":
        return 1 if criterion.high else -1
    return -1 if criterion.statistic in _LESS_IS_BETTER else 1


def value_of(
    criterion: Criterion,
    team: str,
    sheet: Sheet,
    facts: Mapping[str, Mapping[str, str]],
    common: frozenset[str] | None = None,
    everyone: Callable[[], Sheet] | None = None,
) -> Number | None:
    """Return the value of a criterion for one team, or None where it isn't known."""
    statistic = criterion.statistic
    if statistic == "given":
        assert criterion.fact is not None
        return number(facts.get(team, {}).get(criterion.fact))
    if statistic == "conduct":
        return None
    if statistic == "rounding":
        return sheet.rounding.get(team, 0)
    if statistic == "sweep":
        return _sweep(team, sheet)
    if criterion.same_fact is not None and not _fact_known(criterion.same_fact, team, sheet, facts):
        return None
    counts = _counting(criterion, team, sheet, facts, common)
    if criterion.opponents is not None:
        return _of_opponents(criterion, team, sheet, counts, everyone() if everyone is not None else sheet)
    if counts is None:
        record = sheet.records[team]
        if statistic in ("points", "points_per_match"):
            record = record._replace(points=sheet.points(team))
    else:
        record = sheet.record(team, counts)
    return _OF_RECORD[statistic](record)


def matches_counted(
    criterion: Criterion, team: str, sheet: Sheet, facts: Mapping[str, Mapping[str, str]], level: tuple[str, ...]
) -> int:
    """Return how many matches of a team the criterion is worked out from."""
    common = _common_opponents(level, sheet) if criterion.in_common else None
    counts = _counting(criterion, team, sheet, facts, common)
    return sum(counts is None or counts(match) for match in sheet.of_team(team))


def _counting(
    criterion: Criterion,
    team: str,
    sheet: Sheet,
    facts: Mapping[str, Mapping[str, str]],
    common: frozenset[str] | None,
) -> Callable[[Match], bool] | None:
    """Return the test that a match has to pass to count, or None where all do."""
    tests: list[Callable[[Match], bool]] = []
    if criterion.venue == "home":
        tests.append(lambda match: match.home == team)
    elif criterion.venue == "away":
        tests.append(lambda match: match.away == team)
    if common is not None:
        tests.append(lambda match: _opponent(match, team) in common)
    if (fact := criterion.same_fact) is not None:
        own = facts.get(team, {}).get(fact)
        tests.append(lambda match: own is not None and facts.get(_opponent(match, team), {}).get(fact) == own)
    if criterion.stages:
        # Matches of two tournaments may be alike in everything they say, so each is known by what it is.
        stages = {str(ref) for ref in criterion.stages}
        named = {id(match) for stage, matches, _ in sheet.sources if stage in stages for match in matches}
        tests.append(lambda match: id(match) in named)
    if not tests:
        return None
    return lambda match: all(test(match) for test in tests)


def _fact_known(fact: str, team: str, sheet: Sheet, facts: Mapping[str, Mapping[str, str]]) -> bool:
    """Return whether the fact is known of a team and of all it has met: what isn't known is no other value."""
    met = {_opponent(match, team) for match in sheet.of_team(team)}
    return all(fact in facts.get(each, {}) for each in (team, *met))


def _opponent(match: Match, team: str) -> str:
    return match.away if match.home == team else match.home


def _common_opponents(level: tuple[str, ...], sheet: Sheet) -> frozenset[str]:
    met = [{_opponent(match, team) for match in sheet.of_team(team)} for team in level]
    return frozenset(set.intersection(*met))


def _sweep(team: str, sheet: Sheet) -> int:
    """Return 1 for a team that met and beat each of the others, -1 for one that lost to each, else 0."""
    others = {other for other in sheet.teams if other != team}
    record = sheet.records[team]
    if {_opponent(match, team) for match in sheet.of_team(team)} != others:
        return 0
    return (record.won == record.played) - (record.lost == record.played)


def _of_opponents(
    criterion: Criterion, team: str, sheet: Sheet, counts: Callable[[Match], bool] | None, everyone: Sheet
) -> Number:
    """Add up a statistic of the opponents, once for each match; ratios are pooled."""
    met: list[tuple[Record, Fraction]] = []
    for match in sheet.of_team(team):
        if counts is not None and not counts(match):
            continue
        result = sheet.result(match)
        side = "home" if match.home == team else "away"
        won = result.winner == side
        if criterion.opponents == "beaten" and not won:
            continue
        weight = Fraction(1) if won else Fraction(1, 2) if result.winner is None else Fraction(0)
        opponent = _opponent(match, team)
        met.append((everyone.record(opponent)._replace(points=everyone.points(opponent)), weight))
    if criterion.statistic in ("win_ratio", "points_per_match", "goal_ratio"):
        pooled = (
            Record(*(sum(column) for column in zip(*(record for record, _ in met), strict=True))) if met else Record()
        )
        return _OF_RECORD[criterion.statistic](pooled)
    values = [(_OF_RECORD[criterion.statistic](record), weight) for record, weight in met]
    if criterion.without_lowest and values:
        values.remove(min(values))
    return sum((value * weight if criterion.by_result else value for value, weight in values), Fraction(0))

"""Criteria: the numbers that put level teams in order."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from liguilla.engine.sheets import Number, Record, Sheet
from liguilla.engine.unplayed import opponents_points, wins
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


_FIGURES: Final[Mapping[str, tuple[str, ...]]] = {
    "points": (),
    "wins": ("won",),
    "draws": ("drawn",),
    "losses": ("lost",),
    "played": ("played",),
    "goals_for": ("goals_for",),
    "goals_against": ("goals_against",),
    "goal_difference": ("goals_for", "goals_against"),
    "goal_ratio": ("goals_for", "goals_against"),
    "points_per_match": ("played",),
    "win_ratio": ("played", "won", "drawn"),
}
"""What a statistic needs of a season's total; its points are among those of the sheet."""


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
    if statistic == "rounding":
        return sheet.rounding.get(team, 0)
    brought = sheet.totals.get(team, ())
    if brought and (sheet.is_part or statistic not in _FIGURES or not _is_over_all_matches(criterion)):
        return None  # a total says nothing of single matches
    if statistic == "sweep":
        return _sweep(team, sheet)
    if criterion.same_fact is not None and not _fact_known(criterion.same_fact, team, sheet, facts):
        return None
    counts = _counting(criterion, team, sheet, facts, common)
    if sheet.paired_rounds is not None and counts is None:
        if criterion.opponents is not None and statistic == "points":
            return opponents_points(criterion, team, sheet, everyone() if everyone is not None else sheet)
        if criterion.opponents is None and statistic == "wins":
            return wins(team, sheet)
    if statistic == "conduct":
        return _conduct(team, sheet, counts) if criterion.opponents is None else None
    if criterion.opponents is not None:
        of_all = everyone() if everyone is not None else sheet
        return None if of_all.totals else _of_opponents(criterion, team, sheet, counts, of_all)
    if counts is None:
        record = sheet.records[team]
        if statistic in ("points", "points_per_match"):
            record = record._replace(points=sheet.points(team))
        for total in brought:
            figures = {name: getattr(total, name) for name in _FIGURES[statistic]}
            if None in figures.values():
                return None
            record = record._replace(**{name: getattr(record, name) + more for name, more in figures.items()})
    else:
        record = sheet.record(team, counts)
    return _OF_RECORD[statistic](record)


def matches_counted(
    criterion: Criterion, team: str, sheet: Sheet, facts: Mapping[str, Mapping[str, str]], level: tuple[str, ...]
) -> int:
    """Return how many matches of a team the criterion is worked out from."""
    common = _common_opponents(level, sheet) if criterion.in_common else None
    counts = _counting(criterion, team, sheet, facts, common)
    brought = sum(total.played for total in sheet.totals.get(team, ())) if _is_over_all_matches(criterion) else 0
    return brought + sum(counts is None or counts(match) for match in sheet.of_team(team))


def _is_over_all_matches(criterion: Criterion) -> bool:
    some = (criterion.venue, criterion.same_fact, criterion.opponents)
    return not (any(some) or criterion.in_common or criterion.stages)


def _conduct(team: str, sheet: Sheet, counts: Callable[[Match], bool] | None) -> int | None:
    """Add up what a team's cards are worth; None where those of a match aren't known."""
    total = 0
    for match in sheet.of_team(team):
        if counts is None or counts(match):
            shown = sheet.conduct.get(id(match))
            if shown is None:
                return None
            total += shown.get(team, 0)
    return total


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
        outcome = sheet.result(match).outcome("home" if match.home == team else "away")
        if criterion.opponents == "beaten" and outcome != "win":
            continue
        weight = {"win": Fraction(1), "draw": Fraction(1, 2), "loss": Fraction(0)}[outcome]
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

"""From the keys of a league or table to the stage."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final, Literal, cast

from liguilla.formats.rankings import StageRef
from liguilla.formats.reading import written
from liguilla.formats.reading.conditions import condition
from liguilla.formats.reading.draft import Draft
from liguilla.formats.reading.groups import read_groups
from liguilla.formats.reading.outline import Outline
from liguilla.formats.reading.rankings import criterion, read_ranking
from liguilla.formats.reading.selectors import Selected, select
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.stage_names import outline_of, ranked_stage, stage_named
from liguilla.formats.stages import (
    Bonus,
    Carry,
    Fixtures,
    League,
    MatchWindow,
    Points,
    SeededByFact,
    SeededByStages,
    Seeds,
    Table,
)

__all__ = ["read_conduct", "read_league", "read_points", "read_seeds", "read_table"]

PROVIDERS: Final = ("list", "fide_dutch")
"""Who knows which matches there are."""

_RESULT = re.compile(r"(win|draw|loss)(?: (away|at home))?")
_CLOSE = re.compile(r"(win|loss) by at most (\d{1,4})")
_ENOUGH = re.compile(r"at least (\d{1,4}) goals_for")


def read_league(draft: Draft, keys: written.League, spot: Spot, outline: Outline) -> League:
    """Read a league."""
    if keys.meetings is None and keys.fixtures is None:
        draft.report.problem(spot["meetings"], "league_without_matches")
    if keys.meetings is not None and keys.fixtures is not None:
        draft.report.problem(spot["fixtures"].at_key, "league_with_both")
    return League(
        **_ranked(draft, keys, spot, outline),
        meetings=keys.meetings,
        fixtures=_fixtures(draft, keys.fixtures, spot["fixtures"]),
        bonus=tuple(_bonus(draft, one, at) for one, at in zip(keys.bonus, spot["bonus"].items, strict=True)),
        each_match=tuple(keys.each_match),
        seeds=read_seeds(draft, keys.seeds, spot["seeds"]),
    )


def read_table(draft: Draft, keys: written.Table, spot: Spot, outline: Outline) -> Table:
    """Read a table."""
    if keys.matches is None:
        draft.report.problem(spot["matches"], "table_without_matches")
    return Table(**_ranked(draft, keys, spot, outline))


def _ranked(draft: Draft, keys: written.Ranked, spot: Spot, outline: Outline) -> dict[str, Any]:
    """Read what leagues and tables have in common."""
    when = condition(draft, keys.when, spot["when"])
    entrants = select(draft, keys.entrants, spot["entrants"]) if keys.entrants is not None else None
    counted = _window(draft, keys, spot)
    outline.size = _size(draft, entrants, counted if isinstance(keys, written.Table) else None)
    groups = read_groups(draft, keys.groups, spot["groups"], outline, entrants=entrants is not None)
    return {
        "id": keys.id,
        "name": keys.name,
        "when": when,
        "source": keys.source,
        "note": keys.note,
        "ranking": read_ranking(draft, keys.rank_by, spot["rank_by"]),
        "counted": counted,
        "entrants": entrants.selector if entrants else None,
        "groups": groups,
        "points": _points(draft, keys.points, counted),
        "carry": _carry(draft, keys.carry, spot["carry"], counted),
        "conduct": _conduct(draft, counted),
    }


def _size(draft: Draft, entrants: Selected | None, counted: MatchWindow | None) -> int | None:
    if entrants:
        return entrants.places
    if counted is None:
        return draft.number
    # All teams of its matches: as many as each of the stages has, if they all have as many.
    outlines = [outline_of(draft, stage) for stage in counted.stages]
    sizes = {outline.total if outline else None for outline in outlines}
    return sizes.pop() if len(sizes) == 1 else None


# ------------------------------------------------------------------------------------------------------ points


def read_points(keys: written.Points) -> Points:
    """Return what results are worth, as far as it is said."""
    return Points(_worth(keys))


def read_conduct(keys: written.Conduct) -> Mapping[str, int]:
    """Return what cards are worth, as far as it is said."""
    return _worth(keys)


def _worth(keys: written.Points | written.Conduct) -> dict[str, Any]:
    values = {name: getattr(keys, name) for name in type(keys).model_fields}
    return {name: value for name, value in values.items() if isinstance(value, int | Fraction)}


def _points(draft: Draft, own: written.Points | None, counted: MatchWindow | None) -> Points:
    """Return the stage's points, else the format's, else those with which the matches that count were played."""
    keys, elsewhere = own or draft.keys.points, _counted_table(draft, counted)
    if keys:
        return read_points(keys)
    return elsewhere.points if elsewhere else Points({})


def _conduct(draft: Draft, counted: MatchWindow | None) -> Mapping[str, int]:
    keys, elsewhere = draft.keys.conduct, _counted_table(draft, counted)
    if keys:
        return read_conduct(keys)
    return elsewhere.conduct if elsewhere else {}


def _counted_table(draft: Draft, counted: MatchWindow | None) -> Table | None:
    tables = (ranked_stage(draft, stage) for stage in (counted.stages if counted else ()))
    return next((table for table in tables if table), None)


def _bonus(draft: Draft, keys: written.Bonus, spot: Spot) -> Bonus:
    points, text = keys.points or Fraction(0), keys.for_ or ""
    common = keys.matches == "common_number"
    if found := _RESULT.fullmatch(text):
        result = cast(Literal["win", "draw", "loss"], found[1])
        venue: Literal["home", "away"] | None = None
        if found[2]:
            venue = "away" if found[2] == "away" else "home"
        return Bonus(points, text, result, venue, common_number=common)
    if found := _CLOSE.fullmatch(text):
        return Bonus(points, text, cast(Literal["win", "loss"], found[1]), at_most=int(found[2]), common_number=common)
    if found := _ENOUGH.fullmatch(text):
        return Bonus(points, text, at_least=int(found[1]), common_number=common)
    if keys.for_ is not None:
        draft.report.problem(spot["for"], "bonus_unreadable", text=text)
    return Bonus(points, text)


# -------------------------------------------------------------------------------------------- matches that count


def _fixtures(draft: Draft, keys: written.Fixtures | None, spot: Spot) -> Fixtures | None:
    if keys is None:
        return None
    by = keys.by or ""
    if keys.by is not None and by not in PROVIDERS:
        draft.report.problem(spot["by"], "provider_unknown", by=by, near=(by, PROVIDERS))
    elif by not in ("list", "") and keys.rounds is None:
        draft.report.problem(spot["rounds"], "provider_without_rounds")
    wins, losses = (keys.until.wins, keys.until.losses) if keys.until else (None, None)
    return Fixtures(by, keys.matches, keys.home, keys.rounds, wins, losses)


def _window(draft: Draft, keys: written.Ranked, spot: Spot) -> MatchWindow | None:
    place = spot["matches"]
    match keys.matches:
        case None:
            return None
        case written.Matches() as more:
            against = select(draft, more.against, place["against"]).selector if more.against is not None else None
            stages = _stages(draft, more.of, place["of"])
            return MatchWindow(stages, more.seasons, more.unbroken, more.among, against)
        case str() | list() as named:
            return MatchWindow(_stages(draft, named, place))


def _stages(draft: Draft, named: str | list[str] | None, spot: Spot) -> tuple[StageRef, ...]:
    if named is None:
        return ()
    names, places = ([named], (spot,)) if isinstance(named, str) else (named, spot.items)
    if not names:
        draft.report.problem(spot.as_named(), "empty_list")
    return tuple(stage_named(draft, name, at, "matches") for name, at in zip(names, places, strict=True))


def _carry(draft: Draft, keys: written.Carry | None, spot: Spot, counted: MatchWindow | None) -> Carry | None:
    if keys is None or keys.points is None:
        return None
    stage = stage_named(draft, keys.points, spot["points"], "carry")
    if counted and stage in counted.stages:
        draft.report.problem(spot["points"], "carry_and_matches", stage=keys.points)
    times = Fraction(keys.times)
    if times.denominator != 1 and keys.round is None and not spot["round"].silent:
        draft.report.problem(spot["times"], "carry_fractions", times=times)
    return Carry(stage, times, keys.round)


# ------------------------------------------------------------------------------------------------------- seeds


def read_seeds(draft: Draft, text: str | None, spot: Spot) -> Seeds | None:
    """Read who is better: the order of one ranking or of several, or a number about each team."""
    if text is None:
        return None
    if text.split()[:1] == ["given"]:
        by = criterion(draft, text, spot)
        return SeededByFact(by) if by else None
    return SeededByStages(tuple(stage_named(draft, name, spot, "seeds") for name in text.split("+")))

"""Windows over several seasons: which seasons are given, and how many of them count for each team.

An earlier season is given by its matches, or by what each team brings along from it. One that isn't is waited for: over
the seasons that there happen to be, an average would be another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liguilla.engine.derivation import PREVIOUS, Derivation
from liguilla.facts import Match, SeasonTotal, WindowStart
from liguilla.formats import League, MatchWindow, StageRef, Table
from liguilla.words import Phrase, phrase

__all__ = ["earlier_matches", "missing_seasons", "season_ago", "seasons_counted", "totals_of_season", "totals_of_teams"]


def season_ago(d: Derivation, ago: int) -> Derivation | None:
    """Return this season (0), the one before (1), and so on; None where it isn't given."""
    return d.inside((PREVIOUS,) * ago)


def missing_seasons(d: Derivation, stage: Table) -> Phrase | None:
    """Return which earlier seasons of a window aren't given; None where all are."""
    number = stage.counted.seasons - 1 if stage.counted is not None else 0
    missing = sum(
        not (d.ask(earlier_matches, stage.id, ago) or totals_of_season(d, stage.id, ago))
        for ago in range(1, number + 1)
    )
    return phrase("engine.earlier_seasons", n=missing) if missing else None


def earlier_matches(d: Derivation, stage_id: str, ago: int) -> tuple[Match, ...]:
    """Return the matches of an earlier season, counted or not; none unless there are some of each stage."""
    season, counted = season_ago(d, ago), _window(d, stage_id)
    if season is None:
        return ()
    found: list[Match] = []
    for ref in counted.stages:
        of_stage = [match for league, id_ in _leagues(season, ref) for match in _listed(league, id_)]
        if not of_stage:
            return ()
        found += of_stage
    return tuple(found)


def _leagues(d: Derivation, ref: StageRef) -> Iterator[tuple[Derivation, str]]:
    inner = d.inside(ref.path)
    stage = inner.format.stages[ref.stage] if inner is not None else None
    if inner is not None and isinstance(stage, League):
        yield inner, stage.id
    elif inner is not None and isinstance(stage, Table) and stage.counted is not None:
        for other in stage.counted.stages:
            yield from _leagues(inner, other)


def _listed(d: Derivation, stage_id: str) -> tuple[Match, ...]:
    return (*d.entry("stage", stage_id), *d.entry("dropped", stage_id))


def totals_of_season(d: Derivation, stage_id: str, ago: int) -> tuple[SeasonTotal, ...]:
    """Return what teams bring along from a season, as this one or a season between says it."""
    for between in range(ago):
        season = season_ago(d, between)
        found: tuple[SeasonTotal, ...] = season.entry("season_totals", stage_id, ago - between) if season else ()
        if found:
            return found
    return ()


def seasons_counted(d: Derivation, stage_id: str) -> Mapping[str, int]:
    """Return how many seasons of a window count for each team, this one included.

    Where the window is unbroken, a team that was away has only the seasons since it came back; and one whose window
    was started again from zero those since then.
    """
    window = _window(d, stage_id)
    teams = d.teams()
    counted: dict[str, int] = {}
    going_on = set(teams)
    for ago in range(1, window.seasons):
        season = season_ago(d, ago - 1)
        starts = season.entry("decisions", WindowStart, stage_id) if season is not None else ()
        going_on -= {start.team for start in starts}
        if window.unbroken:
            going_on &= _took_part(d, stage_id, ago)
        counted.update((team, ago) for team in teams if team not in going_on and team not in counted)
    return {team: counted.get(team, window.seasons) for team in teams}


def _took_part(d: Derivation, stage_id: str, ago: int) -> set[str]:
    matches: tuple[Match, ...] = d.ask(earlier_matches, stage_id, ago)
    if matches:
        return {team for match in matches for team in match.teams}
    return {total.team for total in totals_of_season(d, stage_id, ago)}


def _window(d: Derivation, stage_id: str) -> MatchWindow:
    stage = d.format.stages[stage_id]
    assert isinstance(stage, Table)
    assert stage.counted is not None
    return stage.counted


def totals_of_teams(d: Derivation, stage: Table) -> Mapping[str, tuple[SeasonTotal, ...]]:
    """Return what each team brings along from seasons whose matches aren't given."""
    if stage.counted is None or stage.counted.seasons == 1:
        return {}
    counted: Mapping[str, int] = d.ask(seasons_counted, stage.id)
    found: dict[str, list[SeasonTotal]] = {}
    for ago in range(1, stage.counted.seasons):
        if not d.ask(earlier_matches, stage.id, ago):
            for total in totals_of_season(d, stage.id, ago):
                if ago < counted.get(total.team, 0):
                    found.setdefault(total.team, []).append(total)
    return {team: tuple(totals) for team, totals in found.items()}

"""Earlier seasons made up at random, for formats that look back: some by their matches, some by totals alone."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from liguilla.engine import play
from liguilla.facts import Decision, Facts, Match, SeasonTotal, Status, Team, WindowStart
from liguilla.formats import Format, Table
from tests.properties.completing import scheduled, some_score

__all__ = ["with_earlier_seasons"]


def with_earlier_seasons(format_: Format, facts: Facts, random: Random) -> Facts:
    """Return facts with as many earlier seasons as the format looks back on.

    In each of them some teams were others; now and then a window starts again from zero, and the oldest season is
    known by totals alone.
    """
    windows = [stage for stage in format_.stages.values() if isinstance(stage, Table) and _seasons(stage) > 1]
    number = max((_seasons(stage) for stage in windows), default=1) - 1
    given = number - (random.random() < 0.5) if number > 1 else number
    starts: list[Decision] = [
        WindowStart(stage=stage.id, team=random.choice(facts.teams).name) for stage in windows if random.random() < 0.3
    ]
    seasons = tuple(_season(format_, facts, random) for _ in range(given))
    totals = tuple(
        total
        for stage in windows
        for ago in range(given + 1, _seasons(stage))
        for total in _totals(stage.id, ago, facts.teams, random)
    )
    return replace(facts, seasons_before=seasons, season_totals=totals, decisions=(*facts.decisions, *starts))


def _seasons(stage: Table) -> int:
    return stage.counted.seasons if stage.counted is not None else 1


def _season(format_: Format, now: Facts, random: Random) -> Facts:
    gone = random.sample(range(len(now.teams)), 2)
    teams = tuple(replace(team, name=f"Z{at:02}") if at in gone else team for at, team in enumerate(now.teams))
    inner = {name: _leagues_played(each, Facts(teams=teams), random) for name, each in format_.tournaments.items()}
    return _leagues_played(format_, Facts(teams=teams, tournaments=inner), random)


def _leagues_played(format_: Format, facts: Facts, random: Random) -> Facts:
    """Return facts with every match of the leagues whose teams are known from the start."""
    while (more := scheduled(play(format_, facts))) is not None:
        facts = more
    return replace(facts, matches=tuple(_played(match, random) for match in facts.matches))


def _played(match: Match, random: Random) -> Match:
    return replace(match, status=Status.PLAYED, score=some_score(random), date=None)


def _totals(stage: str, ago: int, teams: tuple[Team, ...], random: Random) -> list[SeasonTotal]:
    found = []
    for team in random.sample(teams, len(teams) - 2):
        played = random.randint(20, 40)
        goals = (random.randint(10, 60), random.randint(10, 60))
        points = Fraction(random.randint(0, 3 * played))
        found.append(SeasonTotal(stage, ago, team.name, played, points, goals_for=goals[0], goals_against=goals[1]))
    return found

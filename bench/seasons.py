"""What the measurements are made on: the founding season, a knock-out, and a long history of a league."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from liguilla.facts import Facts, Match, Score, Status, Team
from liguilla.formats import Format, read_format
from liguilla.notation import FormatFiles, read_folder

KNOCKOUT = """
name: A knock-out
source: "made for measuring"
teams: 3-256
stages:
  - id: cup
    kind: knockout
    entrants: teams
    pairing: bracket
    byes: as_needed
    hosts: better_seed
    decide_by: [score, extra_time, shoot_out]
    rounds: as_needed
outcomes:
  champion: winner final
"""

LEAGUE = """
name: A league
source: "made for measuring"
teams: {teams}
points: {{win: 3, draw: 1, loss: 0}}
stages:
  - id: table
    kind: league
    fixtures: {{by: list}}
    rank_by: [points, goal_difference, goals_for, head_to_head, shared]
outcomes:
  champion: table 1
"""


class _InMemory:
    """A loader of one format that stands in no file."""

    def __init__(self, text: str) -> None:
        self._text = text

    def text(self, name: str) -> str | None:
        return self._text

    def file(self, name: str) -> str:
        return f"{name}.yaml"

    def names(self) -> tuple[str, ...]:
        return ()

    def beside(self, name: str, file: str) -> str | None:
        return None


def season_format() -> Format:
    """Return the format of the founding tournament."""
    return read_format("ascenso-mx-2012", FormatFiles())


def season_facts(folder: Path) -> Facts:
    """Return the facts of a folder."""
    return read_folder(folder).facts


def knockout_of(teams: int) -> tuple[Format, tuple[Team, ...]]:
    """Return a fixed bracket and so many teams in the order of their seeds."""
    return read_format("cup", _InMemory(KNOCKOUT)), tuple(Team(f"Team {seed:03}") for seed in range(1, teams + 1))


def history(*, seasons: int, matches: int) -> tuple[Format, list[Facts]]:
    """Return a league's format and the facts of its seasons, so many matches in all.

    There are a few more than 20 teams, so that a double round robin has enough matches.
    """
    each = matches // seasons
    number = next(n for n in range(20, 40) if n * (n - 1) >= each)
    names = [f"Team {team:02}" for team in range(number)]
    random = Random(2012)
    format_ = read_format("league", _InMemory(LEAGUE.format(teams=number)))
    return format_, [_season(names, each, random) for _ in range(seasons)]


def _season(names: list[str], number: int, random: Random) -> Facts:
    pairs = [(home, away) for home in names for away in names if home != away]
    random.shuffle(pairs)
    day = date(2000, 8, 1)
    matches = tuple(
        Match(
            id=str(at),
            stage="table",
            home=home,
            away=away,
            date=day + timedelta(days=at // 10),
            status=Status.PLAYED,
            score=Score(random.randrange(5), random.randrange(4)),
        )
        for at, (home, away) in enumerate(pairs[:number])
    )
    return Facts(teams=tuple(Team(name) for name in names), matches=matches)

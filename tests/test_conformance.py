"""Real seasons come out as they were published, with the rule that tells them apart from others named.

A part of what ``make conformance`` plays; it needs the collected results.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.cases import Case, every_case
from conformance.rows import Row, Verdict
from conformance.running import run
from liguilla.engine import State, play
from liguilla.notation import FormatFiles
from liguilla.notation.seasons import read_seasons

RESULTS = Path(__file__).parents[2] / "shared/data/results"

pytestmark = pytest.mark.skipif(not RESULTS.is_dir(), reason="the real results are not here")

TELLING = (
    "champions-league/2018-19/cl.txt",  # away goals
    "champions-league/2021-22/cl.txt",  # none
    "champions-league/2025-26/cl.txt",  # a league phase, draws within pairs, inherited seeds
    "copa-libertadores/2022_copal.txt",
    "deutschland/2018-19/1-bundesliga.txt",
    "england/2011-12/1-premierleague.txt",
    "england/2018-19/facup.txt",
    "england/2019-20/3-league1.txt",  # curtailed: points per game
    "espana/2012-13/1-liga.txt",
    "espana/2015-16/1-liga.txt",
    "espana/2018-19/1-liga.txt",
    "euro/1968--italy/euro.txt",  # a coin, a replay
    "euro/2012--poland-ukraine/euro.txt",
    "euro/2016--france/euro.txt",  # best thirds
    "europe/scotland/2024-25_sco1.txt",  # a split
    "2008-09/it.1.csv",  # three level on points, told apart by the matches among them
    "italy/2016-17/1-seriea.txt",
    "matches/matches_2010.csv",  # a grand final drawn and replayed
    "matches/matches_1931.csv",
    "mexico/2018-19/1-ligamx.txt",  # better seed
    "mexico/2020-21/1-ligamx.txt",  # repechage
    "major-league-soccer/2016_mls.txt",
    "nfl-elo-game/nfl_games.csv",
    "jfjelstul/worldcup",
    "worldcup/1954--switzerland",
    "worldcup/1982--spain",
)


def cases(*ends: str) -> list[Case]:
    return [case for case in every_case(RESULTS) if case.name.endswith(ends)] if RESULTS.is_dir() else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in cases(*TELLING)])
def test_a_real_season_is_as_it_was_published(case: Case) -> None:
    rows = run(case, RESULTS).rows
    assert [row for row in rows if row.verdict is not Verdict.AGREED] == []
    assert rows


# ------------------------------------------------------------------------- would the report notice a wrong rule?


class Changed(FormatFiles):
    """The library with some words of some formats changed."""

    def __init__(self, changes: dict[str, tuple[str, str]]) -> None:
        super().__init__()
        self.changes = changes

    def text(self, name: str) -> str | None:
        text = super().text(name)
        if text is not None and name in self.changes:
            old, new = self.changes[name]
            assert old in text, f"{name} no longer says {old}"
            return text.replace(old, new)
        return text


def disagreements(end: str, changes: dict[str, tuple[str, str]]) -> list[Row]:
    (case,) = cases(end)
    return [row for row in run(case, RESULTS, Changed(changes)).rows if row.verdict is Verdict.DISAGREED]


def test_a_league_without_head_to_head_is_noticed() -> None:
    line = "      - {head_to_head: [points, goal_difference], needs: all_played, then: restart}\n"
    name = base_of(format_of("2008-09/it.1.csv"), line)
    found = disagreements("2008-09/it.1.csv", {name: (line, "")})
    assert {row.what for row in found} == {"order"}


def test_ties_without_away_goals_are_noticed() -> None:
    name = base_of(format_of("champions-league/2018-19/cl.txt"), "decide_by: [aggregate, away_goals")
    changes = {
        name: ("decide_by: [aggregate, away_goals, extra_time, away_goals,", "decide_by: [aggregate, extra_time,")
    }
    found = disagreements("champions-league/2018-19/cl.txt", changes)
    assert "level ties" in {row.what for row in found}


def test_level_ties_that_do_not_go_to_the_better_seed_are_noticed() -> None:
    changes = {"liga-mx-2014": ("away_goals, better_seed]", "away_goals, lots]")}
    found = disagreements("openfootball/mexico/2018-19/1-ligamx.txt", changes)
    assert {row.what for row in found} >= {"champion", "level ties"}


def test_goals_before_goal_difference_are_noticed() -> None:
    name = base_of(format_of("england/2011-12/1-premierleague.txt"), "goal_difference, goals_for")
    changes = {name: ("goal_difference, goals_for", "goals_against, goals_for")}
    found = disagreements("england/2011-12/1-premierleague.txt", changes)
    assert {row.what for row in found} == {"order"}


def format_of(end: str) -> str:
    return season(end).format.id


def base_of(name: str, words: str) -> str:
    """Return the format in the line of what a format extends that says these words."""
    loader = FormatFiles()
    while words not in (text := loader.text(name) or ""):
        name = text.partition("extends: ")[2].partition("\n")[0]
    return name


# --------------------------------------------------------------------------- the criterion that decided is named


def season(end: str) -> State:
    (case,) = cases(end)
    decisions = case.decisions if case.decisions.exists() else None
    (read,) = read_seasons(case.files, decisions=decisions).seasons
    return play(read.format, read.facts)


def decided_by(state: State, team: str, stage: str = "table", label: str | None = None) -> str | None:
    standing = next(each for each in state.ranked(stage).standings if each.label == label)
    row = standing.row(team)
    assert row is not None
    return row.decided_by


def test_the_title_of_2012_was_decided_by_goal_difference() -> None:
    state = season("england/2011-12/1-premierleague.txt")
    assert decided_by(state, "Manchester City") == "goal_difference"


def test_the_ties_of_2019_were_decided_by_away_goals() -> None:
    state = season("champions-league/2018-19/cl.txt")
    ways = {tie.decided_by for _, round_, tie in state.ties() if round_.round.id == "semifinals"}
    assert "away_goals" in ways

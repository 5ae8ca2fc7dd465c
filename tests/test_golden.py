"""Whole competitions, as an official would check them: what is derived is the text in `tests/golden/`.

``UPDATE_GOLDEN=1 pytest tests/test_golden.py`` writes the files anew; the difference is reviewed as text.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from liguilla.engine import (
    BoxesResult,
    Decided,
    KnockoutResult,
    Leg,
    Place,
    RankedResult,
    State,
    TieResult,
    Void,
    Waiting,
)
from liguilla.facts import Match
from liguilla.words import say
from tests.playing import told
from tests.seasons import SEASONS, played

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests/golden"
GIVEN = ROOT.parent / "shared/data/ascenso-mx-2012-13"


@pytest.fixture(scope="module")
def founding_season() -> State:
    return played("ascenso-mx/2012-13")


@pytest.mark.parametrize("season", SEASONS)
def test_a_season_is_what_the_golden_file_says(season: str) -> None:
    text = "\n".join(_lines(played(season))) + "\n"
    golden = GOLDEN / f"{season}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == text


def _lines(state: State, title: str = "season") -> Iterator[str]:
    for name, inner in state.tournaments.items():
        yield from _lines(inner, name)
        yield ""
    yield f"# {title}"
    for id_, result in state.stages.items():
        yield ""
        if result.void is not None:
            yield f"{id_}: {say(result.void)}"
        elif isinstance(result, RankedResult):
            yield from _tables(id_, result)
        elif isinstance(result, KnockoutResult):
            yield id_
            yield from _ties(state, result)
        elif isinstance(result, BoxesResult):
            yield id_
            yield from (f"  {label}: {', '.join(_team(place) for place in box)}" for label, box in result.boxes.items())
    yield ""
    for id_, outcome in state.outcomes.items():
        yield f"{id_}: {', '.join(_team(place) for place in outcome.places)}"
    yield from (f"waits: {place.where}: {say(place.why)}" for place in state.waiting())


def _tables(id_: str, result: RankedResult) -> Iterator[str]:
    for standing in result.standings:
        yield id_ if standing.label is None else f"{id_} {standing.label}"
        if standing.waits is not None:
            yield f"  waits for {say(standing.waits)}"
        width = max([18, *(len(row.team) for row in standing.rows)])
        for row in standing.rows:
            record = row.record
            results = f"{record.won}-{record.drawn}-{record.lost}"
            goals = f"{record.goals_for}:{record.goals_against}"
            decided = f"  {row.decided_by}" if row.decided_by else ""
            figures = f"{record.played} {results:<8} {goals:<6} {row.points!s:>2}"
            yield f"  {row.position:>2} {row.team:<{width}} {figures}{decided}"


def _ties(state: State, result: KnockoutResult) -> Iterator[str]:
    for round_ in result.rounds:
        name = round_.round.id if round_.group is None else f"{round_.round.id} {round_.group}"
        yield from (f"  {name}: {_team(bye)} goes on without playing" for bye in round_.byes)
        yield from (f"  {name}: {_tie(state, tie)}" for tie in round_.ties)


def _tie(state: State, tie: TieResult) -> str:
    if isinstance(tie.winner, Void):
        return f"{tie.id}: {say(tie.winner.why)}"
    teams = (
        _team(team) if seed is None else f"{_team(team)} ({seed})"
        for team, seed in zip(tie.teams, tie.seeds, strict=True)
    )
    pair = " - ".join(teams)
    if not isinstance(tie.winner, Decided):
        return f"{pair}: {told(tie.winner)}"
    legs = ", ".join(_match(state, match) for match in tie.matches)
    hosts = " then ".join(_host(leg) for leg in tie.legs)
    assert tie.aggregate is not None
    result = f"{tie.aggregate[0]}-{tie.aggregate[1]}, {_team(tie.winner)} by {tie.decided_by}"
    return f"{pair}: {legs}; {result}; at {hosts}"


def _host(leg: Leg) -> str:
    """Say who is at home by the rules; what they leave to be announced is as it was played."""
    if leg.home is None:
        return "neutral"
    if isinstance(leg.home, Waiting) and leg.match is not None:
        return f"{leg.match.home} as played"
    return _team(leg.home)


def _match(state: State, match: Match) -> str:
    ruled = state.as_ruled(match)
    counted = ruled.match
    assert counted is not None
    kicks = f" ({counted.kicks} on kicks)" if counted.kicks else ""
    awarded = f" ({ruled.kind})" if ruled.kind else ""
    return f"{counted.home} {counted.extra_time or counted.score} {counted.away}{kicks}{awarded}"


def _team(place: Place) -> str:
    return place.team if isinstance(place, Decided) else "waits"


# ------------------------------------------------------------------------------------- held against what was given


def _given(file: str) -> list[dict[str, str]]:
    if not GIVEN.exists():
        pytest.skip("the season's collected data are not here")
    with (GIVEN / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(("tournament", "file"), [("apertura", "apertura-2012"), ("clausura", "clausura-2013")])
def test_the_tables_equal_the_published_ones_in_every_row(founding_season: State, tournament: str, file: str) -> None:
    rows = founding_season.tournaments[tournament].ranked("table").standings[0].rows
    derived = [(row.position, row.team, *row.record[:6], row.goal_difference, row.points) for row in rows]
    columns = ("pos", "team", "pld", "w", "d", "l", "gf", "ga", "gd", "pts")
    assert derived == [
        tuple(row[column] if column == "team" else int(row[column]) for column in columns)
        for row in _given(f"general-table-{file}.csv")
    ]


def test_all_thirteen_ties_have_the_winner_the_decider_and_the_hosts_that_were_published(
    founding_season: State,
) -> None:
    words = {"away goals": "away_goals", "penalties": "shoot_out", "extra time": "extra_time"}
    derived = {}
    for state in (*founding_season.tournaments.values(), founding_season):
        for _, round_, tie in state.ties():
            teams = frozenset(_team(team) for team in tie.teams)
            last = tie.matches[-1].home
            goals = dict(zip((_team(team) for team in tie.teams), tie.aggregate or (), strict=True))
            derived[round_.round.id, teams] = (_team(tie.winner), tie.decided_by, last, goals[last])
            assert [_team(leg.home) for leg in tie.legs if leg.home] == [match.home for match in tie.matches]
    given = {
        (row["round"].lower().replace(" ", "_"), frozenset(_hosts(row))): (
            row["winner"],
            words.get(row["decided_by"], row["decided_by"]),
            row["second_leg_host"],
            int(row["agg_second_leg_host"]),
        )
        for row in _given("ties.csv")
    }
    assert len(given) == 13
    assert derived == given


def _hosts(row: dict[str, str]) -> tuple[str, str]:
    return row["first_leg_host"], row["second_leg_host"]

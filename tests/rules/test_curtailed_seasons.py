"""Seasons that ended early: the stage is closed, and points for each match put the teams in order."""

from datetime import date
from fractions import Fraction

from liguilla.engine import State
from liguilla.facts import Closing, Deduction
from liguilla.formats import Format, read_format
from tests.playing import Shelf, is_complete, outcome, places, played, points, problems_of, table

WHOLE = """
name: A league
source: made up for a test
points: {win: 3, draw: 1, loss: 0}
stages:
  - {id: table, kind: league, meetings: 2, rank_by: [points, goal_difference, lots]}
outcomes: {champion: table 1, relegated: table last}
"""
CURTAILED = """
name: The same, when it stopped
source: made up for a test
extends: whole
stages:
  - {id: table, rank_by: [points_per_match, goal_difference, lots]}
"""
RESULTS = [
    "2020-01-01 A 1-0 B",
    "2020-01-08 B 0-0 A",
    "2020-01-15 C 1-0 A",
    "2020-01-22 B 1-0 C",
    "2020-01-29 A 2-0 C",
    "2020-05-01 C v B",
]
"""A has 7 points in 4 matches, B 4 in 3, C 3 in 3."""


def curtailed() -> Format:
    return read_format("curtailed", Shelf({"whole": WHOLE, "curtailed": CURTAILED}))


def season(*decisions: Closing | Deduction, as_of: date | None = None) -> State:
    return played(curtailed(), "A B C", {"table": RESULTS}, *decisions, as_of=as_of)


def closed(day: date | None = None) -> Closing:
    return Closing(stage="table", date=day)


def test_the_rules_of_the_season_that_stopped_say_only_what_differs() -> None:
    assert table(season(closed())) == ["1 A", "2 B", "3 C"]
    assert outcome(season(closed()), "relegated") == "C"


def test_until_it_is_closed_a_season_waits_for_its_matches() -> None:
    assert not is_complete(season())
    assert outcome(season(), "champion") == "? table to be complete"
    assert is_complete(season(closed()))


def test_what_was_not_played_counts_for_nobody() -> None:
    assert points(season(closed())) == {"A": "7", "B": "4", "C": "3"}
    assert problems_of(season(closed())) == []


def test_a_deduction_comes_off_before_points_are_divided_by_matches() -> None:
    """EFL 2019-20: points after deductions, divided by the matches played."""
    taken = Deduction(stage="table", team="A", points=Fraction(-2))
    # A 5 in 4, B 4 in 3: now B is before A, though it has fewer points.
    assert table(season(closed(), taken))[:2] == ["1 B", "2 A"]


def test_a_closing_is_known_from_its_day_on() -> None:
    assert not is_complete(season(closed(date(2020, 6, 9)), as_of=date(2020, 6, 1)))
    assert is_complete(season(closed(date(2020, 6, 9)), as_of=date(2020, 6, 9)))


def test_deductions_count_from_their_day_on() -> None:
    taken = Deduction(stage="table", team="A", points=Fraction(-2), date=date(2020, 3, 1))
    assert points(season(taken, as_of=date(2020, 2, 1)))["A"] == "7"
    assert points(season(taken, as_of=date(2020, 3, 1)))["A"] == "5"


def test_a_league_that_never_began_may_be_closed() -> None:
    rule = """
        stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, shared]}]
        outcomes: {}
        """
    assert not is_complete(played(rule, "A B", {}))
    state = played(rule, "A B", {}, closed())
    assert places(state)[0] == "A/B: A and B are level in places 1 to 2: they share the place"


def test_steps_for_the_end_apply_once_it_is_closed() -> None:
    rule = """
        stages:
          - id: table
            kind: league
            meetings: 1
            rank_by: [points, {by: goals_for, at_end: true}, lots]
        outcomes: {}
        """
    results = {"table": ["A 2-0 X", "B 1-0 X"]}
    assert table(played(rule, "A B X", results))[:2] == ["1 A", "1 B"]
    assert table(played(rule, "A B X", results, closed()))[:2] == ["1 A (goals_for)", "2 B (goals_for)"]


def test_only_leagues_and_tables_can_be_closed() -> None:
    rule = """
        stages:
          - id: cup
            kind: knockout
            entrants: teams
            pairing: bracket
            hosts: neutral
            decide_by: [score, lots]
            rounds: [{id: final}]
        outcomes: {}
        """
    assert problems_of(played(rule, "A B", {}, Closing(stage="cup"))) == [
        "a closing decides nothing here: cup is neither league nor table. Correct the stage"
    ]

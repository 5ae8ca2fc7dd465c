"""How one match of a league gets its result, and what it is worth."""

import pytest

from liguilla.facts import Award, Score
from tests.playing import is_complete, league, played, points, problems_of, standing, table

EXTRA_TIME = "fixtures: {by: list}\neach_match: [score, extra_time]"
KICKS = "fixtures: {by: list}\neach_match: [score, shoot_out]"
KICKS_WORTH_LESS = "points: {win: 3, win_shoot_out: 2, loss_shoot_out: 1, loss: 0, draw: 1}"


def test_extra_time_counts_only_where_each_match_is_decided_by_it() -> None:
    results = ["A 1-1 B (2-1 aet)", "C 0-0 D (0-0 aet)"]
    assert points(league("points, lots", *results, stage=EXTRA_TIME)) == {"A": "3", "C": "1", "D": "1", "B": "0"}
    assert points(league("points, lots", *results)) == {"A": "1", "B": "1", "C": "1", "D": "1"}
    assert standing(league("points", *results, stage=EXTRA_TIME)).rows[0].goal_difference == 1


def test_what_was_decided_in_normal_time_has_no_extra_time() -> None:
    assert points(league("points", "A 1-0 B (1-1 aet)", stage=EXTRA_TIME)) == {"A": "3", "B": "0"}


@pytest.mark.parametrize("kicks", ["3-4 pens", "B on pens"])
def test_kicks_may_be_worth_less_than_a_win_and_a_defeat_by_them_more(kicks: str) -> None:
    state = league("points", f"A 2-2 B ({kicks})", "A 1-0 C", stage=KICKS, more=KICKS_WORTH_LESS)
    assert points(state) == {"A": "4", "B": "2", "C": "0"}
    record = standing(state).rows[1].record
    assert (record.won, record.drawn, record.goals_for, record.goals_against) == (1, 0, 2, 2)


def test_a_result_without_points_of_its_own_is_worth_the_plain_one() -> None:
    state = league("points", "A 2-2 B (5-4 pens)", stage=KICKS)
    assert points(state) == {"A": "3", "B": "0"}


def test_a_level_match_has_no_result_before_the_kicks_are_known() -> None:
    state = league("points, lots", "A 2-2 B", stage=KICKS, more=KICKS_WORTH_LESS)
    assert points(state) == {"A": "0", "B": "0"}
    assert not is_complete(state)
    assert problems_of(state) == [
        "match table.1: the match ended level, and in table kicks decide such a match. "
        "Fill in the kicks, or who won them"
    ]


def test_a_match_awarded_level_is_drawn_also_where_kicks_decide() -> None:
    award = Award(match="M1", score=Score(0, 0))
    state = league("points, lots", "M1: A v B", stage=KICKS, more=KICKS_WORTH_LESS, decisions=[award])
    assert points(state) == {"A": "1", "B": "1"}


def test_results_after_extra_time_may_be_worth_points_of_their_own() -> None:
    worth = "points: {win: 3, win_extra_time: 2, loss_extra_time: 1, loss: 0, draw: 1}"
    state = league("points, lots", "A 1-1 B (2-1 aet)", "C 1-0 D", "E 0-0 F (0-0 aet)", stage=EXTRA_TIME, more=worth)
    assert points(state) == {"C": "3", "A": "2", "B": "1", "E": "1", "F": "1", "D": "0"}


def test_extra_time_comes_before_kicks_where_both_decide() -> None:
    stage = "fixtures: {by: list}\neach_match: [score, extra_time, shoot_out]"
    worth = "points: {win: 4, win_extra_time: 3, win_shoot_out: 2, loss_shoot_out: 1, loss: 0}"
    results = ["A 1-0 B", "C 1-1 D (1-2 aet)", "E 0-0 F (1-1 aet, 4-3 pens)"]
    state = league("points, lots", *results, stage=stage, more=worth)
    assert points(state) == {"A": "4", "D": "3", "E": "2", "F": "1", "B": "0", "C": "0"}


def test_a_match_ends_the_same_way_in_every_table_that_counts_it() -> None:
    rule = """
        stages:
          - {id: group, kind: league, fixtures: {by: list}, each_match: [score, extra_time], rank_by: [points, lots]}
          - {id: table, kind: table, matches: group, rank_by: [points, goal_difference, {head_to_head: [points]}, lots]}
          - {id: again, kind: league, matches: group, fixtures: {by: list}, rank_by: [points, lots]}
        outcomes: {}
        """
    state = played(rule, "A B", {"group": ["A 1-1 B (2-1 aet)"], "again": ["A 0-0 B (0-3 aet)"]})
    assert points(state, "group") == points(state, "table") == {"A": "3", "B": "0"}
    assert standing(state, "table").rows[0].record.goals_for == 2
    assert points(state, "again") == {"A": "4", "B": "1"}


def test_a_play_off_of_as_many_rounds_as_needed_may_decide_too() -> None:
    rule = """
        stages:
          - {id: first, kind: league, fixtures: {by: list}, rank_by: [points, shared]}
          - id: play_off
            kind: knockout
            entrants: teams
            pairing: bracket
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds: as_needed
          - {id: table, kind: table, matches: first, rank_by: [points, {result_of: play_off}]}
        outcomes: {}
        """
    results = {"first": ["A 0-0 B"], "play_off.final": ["A 0-1 B"]}
    assert table(played(rule, "A B", results)) == ["1 B (result_of play_off)", "2 A (result_of play_off)"]

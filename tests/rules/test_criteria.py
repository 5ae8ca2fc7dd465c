"""Criteria: what is counted, over which matches, and which of them is named as what decided."""

from fractions import Fraction

import pytest

from liguilla.words import say
from tests.playing import league, points, standing, table

POINTS = "points, {}"


@pytest.mark.parametrize(
    ("criterion", "results", "first"),
    [
        ("goal_difference", ["A 3-0 C", "B 2-0 C"], "A"),
        ("goals_for", ["A 3-2 C", "B 1-0 C"], "A"),
        ("goals_against", ["A 1-0 C", "B 3-2 C"], "A"),
        ("goals_for away", ["A 3-2 C", "C 0-1 B"], "B"),
        ("goals_for at home", ["A 1-0 C", "C 2-3 B"], "A"),
        ("goals_against away", ["C 2-3 A", "C 0-1 B"], "B"),
        ("goal_difference away", ["A 9-0 C", "C 0-1 B"], "B"),
        ("points away", ["A 1-0 C", "C 0-1 B"], "B"),
        ("played", ["A 0-0 C", "A 0-0 D", "A 0-0 E", "B 1-0 F"], "A"),
        ("wins away", ["A 1-0 C", "C 0-1 B"], "B"),
    ],
)
def test_teams_level_on_points_are_separated_by_the_next_criterion(
    criterion: str, results: list[str], first: str
) -> None:
    state = league(POINTS.format(criterion), *results)
    second = {"A": "B", "B": "A"}[first]
    assert table(state)[:2] == [f"1 {first} ({criterion})", f"2 {second} ({criterion})"]


def test_of_teams_level_on_points_the_one_with_more_wins_is_better_and_with_fewer_draws_and_losses_too() -> None:
    results = ["A 1-0 C", "A 0-1 D", "A 0-1 C", "B 0-0 C", "B 0-0 D", "B 0-0 C"]
    assert table(league("points, wins", *results))[-2:] == ["3 A (wins)", "4 B (wins)"]
    assert table(league("points, losses", *results))[-2:] == ["3 B (losses)", "4 A (losses)"]
    assert table(league("points, draws", *results))[-2:] == ["3 B (draws)", "4 A (draws)"]


def test_the_criteria_are_tried_in_the_order_of_the_list() -> None:
    results = ["A 5-4 C", "B 2-0 D"]
    assert table(league("points, goal_difference, goals_for", *results))[0] == "1 B (goal_difference)"
    assert table(league("points, goals_for, goal_difference", *results))[0] == "1 A (goals_for)"


def test_a_criterion_that_separates_some_leaves_the_others_to_the_next() -> None:
    state = league("points, goal_difference, goals_for", "A 1-0 D", "B 2-1 D", "C 3-0 D")
    assert table(state) == ["1 C (goal_difference)", "2 B (goal_difference)", "3 A (goals_for)", "4 D"]


def test_a_team_that_was_never_level_has_no_criterion_of_its_own() -> None:
    state = league("points, goal_difference", "A 1-0 B", "A 1-0 C", "B 1-0 C")
    assert table(state) == ["1 A", "2 B", "3 C"]


def test_what_decided_is_what_separates_from_the_team_above_or_else_from_the_one_below() -> None:
    state = league("points, goal_difference, goals_for", "A 3-0 D", "B 2-0 D", "C 3-1 D")
    assert table(state) == ["1 A (goal_difference)", "2 C (goal_difference)", "3 B (goals_for)", "4 D"]


def test_the_first_step_is_never_named_also_where_it_stands_in_a_ranking_with_a_name() -> None:
    more = "rankings: {usual: [points, goal_difference]}"
    results = ["A 2-0 C", "B 1-0 C"]
    expected = ["1 A (goal_difference)", "2 B (goal_difference)", "3 C"]
    assert table(league("{use: usual}, lots", *results, more=more)) == expected
    assert table(league("{block: [points, goal_difference], then: restart}, lots", *results)) == expected


def test_the_reason_names_both_teams_and_both_values() -> None:
    state = league("points, goal_difference", "A 3-0 C", "B 2-0 C", "B 0-0 A")
    rows = standing(state).rows
    assert say(rows[0].reason) == "A before B: goal difference +3 to +2"
    assert say(rows[1].reason, "es") == "A antes que B: diferencia de goles +3 a +2"
    assert rows[0].rule == "stages.table.rank_by[1]"
    assert rows[2].reason is None


# ------------------------------------------------------------------------------------------------------- fractions


def test_points_per_match_are_exact_fractions() -> None:
    a = [f"A {result} X" for result in ("1-0", "0-1", "0-1")]
    b = [f"B {result} X" for result in ("1-0", "0-1", "0-1")] * 2
    state = league("points_per_match, goals_for", *a, *b)
    assert table(state)[-2:] == ["2 B (goals_for)", "3 A (goals_for)"]  # 3/3 and 6/6 are the same


def test_a_third_is_less_than_anything_above_a_third() -> None:
    a = ["A 0-0 X", "A 0-1 X", "A 0-1 X"]  # 1/3
    b = ["B 0-0 X"] * 33 + ["B 0-1 X"] * 66 + ["B 0-0 X"]  # 34/100
    state = league("points_per_match", *a, *b)
    assert table(state) == ["1 X", "2 B", "3 A"]


def test_a_drawn_match_is_half_a_win() -> None:
    state = league("win_ratio, goals_for", "A 1-0 X", "A 0-1 Y", "B 0-0 Y", "B 0-0 Y")
    assert table(state) == ["1 Y", "2 A (goals_for)", "3 B (goals_for)", "4 X"]


def test_the_goal_ratio_is_goals_scored_by_goals_conceded() -> None:
    state = league("points, goal_ratio", "A 4-2 X", "B 7-4 X")
    assert table(state)[:2] == ["1 A (goal_ratio)", "2 B (goal_ratio)"]


def test_nothing_conceded_is_better_than_any_ratio() -> None:
    state = league("points, goal_ratio", "A 1-0 X", "B 99-1 X")
    assert table(state)[0] == "1 A (goal_ratio)"


def test_half_points_are_counted_exactly() -> None:
    state = league("points, goals_for", "A 0-0 B", "A 0-0 C", "B 1-0 C", more="points: {win: 1, draw: 1/2, loss: 0}")
    assert points(state) == {"B": "3/2", "A": "1", "C": "1/2"}
    assert standing(state).rows[0].points == Fraction(3, 2)


def test_a_result_that_the_rules_give_no_points_for_is_worth_none() -> None:
    assert points(league("points", "A 1-0 B", "A 0-0 C", more="points: {win: 3, draw: 1}")) == {
        "A": "4",
        "C": "1",
        "B": "0",
    }


# -------------------------------------------------------------------------------------- only some of the matches


def test_matches_at_home_and_away_are_scopes_of_their_own() -> None:
    results = ["A 2-0 X", "X 3-0 A", "B 0-1 X", "X 0-1 B"]
    assert table(league("points at home", *results)) == ["1 A", "1 X", "3 B"]
    assert table(league("points away", *results)) == ["1 B", "1 X", "3 A"]


def test_in_common_counts_only_opponents_that_all_level_teams_have_met() -> None:
    results = ["A 1-0 X", "A 5-0 Y", "B 2-0 X", "B 1-0 Z"]
    assert table(league("points, goal_difference in common", *results))[:2] == [
        "1 B (goal_difference in common)",
        "2 A (goal_difference in common)",
    ]
    assert table(league("points, goal_difference", *results))[0] == "1 A (goal_difference)"


def test_without_common_opponents_nobody_is_better_in_common() -> None:
    state = league("points, goal_difference in common", "A 1-0 X", "B 2-0 Y")
    assert table(state)[:2] == ["1 A", "1 B"]


def test_a_criterion_is_skipped_unless_every_level_team_has_enough_such_matches() -> None:
    results = ["A 1-0 X", "B 3-0 X"]
    step = "points, {{by: goal_difference in common, at_least: {}}}, goals_for"
    assert table(league(step.format(1), *results))[0] == "1 B (goal_difference in common)"
    assert table(league(step.format(2), *results))[0] == "1 B (goals_for)"


COUNTRIES = {"A": {"country": "MEX"}, "B": {"country": "MEX"}, "X": {"country": "MEX"}, "Y": {"country": "USA"}}
KNOW = "teams: {count: 4, know: {country: any}}"


def test_in_same_counts_only_opponents_with_the_same_value_of_a_fact() -> None:
    results = ["A 1-0 X", "A 1-0 Y", "B 2-0 X", "B 0-5 Y", "B 1-0 Y"]
    ranking = "points in same country, goal_difference in same country"
    assert table(league(ranking, *results, names=COUNTRIES, more=KNOW))[:2] == [
        "1 B (goal_difference in same country)",
        "2 A (goal_difference in same country)",
    ]


def test_opponents_of_whom_the_fact_is_not_known_are_not_taken_for_others() -> None:
    names = {**COUNTRIES, "Y": {}}
    state = league("points in same country", "A 1-0 X", "B 2-0 Y", "X 1-0 B", names=names, more=KNOW)
    assert table(state) == ["1 A", "1 B", "1 X", "1 Y"]


# ------------------------------------------------------------------------------------------------ of the opponents


def test_the_opponents_points_are_added_up_once_for_each_match() -> None:
    results = ["A 1-0 X", "A 1-0 X", "B 1-0 Y", "B 1-0 Z", "Y 1-0 Z", "X 1-0 Z", "Y 0-0 X", "Y 0-0 X"]
    # X has 5, Y 5, Z 0: A met X twice (10), B met Y and Z (5)
    state = league("points, points of opponents", *results)
    assert table(state)[:2] == ["1 A (points of opponents)", "2 B (points of opponents)"]
    assert say(standing(state).rows[0].reason) == "A before B: points of opponents 10 to 5"


def test_the_lowest_opponent_may_be_left_out_and_beaten_ones_alone_may_count() -> None:
    results = ["A 1-0 X", "A 0-1 Y", "B 1-0 Y", "B 0-1 Z", "Y 5-0 Z", "X 0-0 Z", "X 0-0 Y"]
    # X 2, Y 3+3+1 = 7, Z 3+1 = 4
    assert table(league("points of opponents without lowest", *results, names="A B X Y Z"))[0].endswith("X")
    state = league("points, points of beaten opponents", *results)
    assert table(state)[2:4] == ["3 B (points of beaten opponents)", "4 A (points of beaten opponents)"]


def test_opponents_ratios_are_pooled_not_added_up() -> None:
    results = ["A 1-0 X", "A 0-1 Y", "B 1-0 Y", "B 0-1 X", "X 1-0 Z", "Y 1-0 Z", "Y 0-0 Z"]
    # X won 2 of 3, Y 2 and a draw of 4: for A and B together (4 + 1/2) of 7 each
    assert table(league("points, win_ratio of opponents", *results, names="A B X Y Z"))[-3:-1] == ["3 A", "3 B"]


def test_opponents_weighed_by_result_count_whole_half_or_not_at_all() -> None:
    # Sonneborn-Berger: what the beaten have, and half of what those have who drew
    results = ["A 1-0 X", "A 0-0 Y", "A 0-1 Z", "B 0-0 X", "B 1-0 Y", "B 0-1 Z", "X 2-0 Y", "X 1-0 Z", "Y 0-1 Z"]
    state = league("points, points of opponents by result", *results, more="points: {win: 1, draw: 1/2, loss: 0}")
    # X 5/2, Y 1/2, Z 3: A 5/2 + 1/4, B 5/4 + 1/2
    assert table(state)[2:4] == ["3 A (points of opponents by result)", "4 B (points of opponents by result)"]
    assert say(standing(state).rows[2].reason) == "A before B: points of opponents weighed by result 2.7500 to 1.7500"

"""Kicks after the last match of two teams that are level alone.

Source: Regulations of the UEFA European Football Championship 2018-20, 20.02.
"""

from tests.playing import league, places, table

RANKING = "points, goal_difference, shoot_out, lots"
ROUND = ["2020-06-01 A 1-0 C", "2020-06-01 B 1-0 D", "2020-06-05 A 1-0 D", "2020-06-05 B 1-0 C"]
C_AND_D = "2020-06-09 C 1-0 D"


def test_two_that_draw_their_last_match_and_are_level_kick() -> None:
    results = [*ROUND, C_AND_D, "2020-06-09 A 0-0 B (3-4 pens)"]
    assert table(league(RANKING, *results))[:2] == ["1 B (shoot_out)", "2 A (shoot_out)"]
    results[-1] = "2020-06-09 A 0-0 B (A on pens)"
    assert table(league(RANKING, *results))[:2] == ["1 A (shoot_out)", "2 B (shoot_out)"]


def test_kicks_that_are_not_known_are_waited_for() -> None:
    level = "A and B are level in places 1 to 2: "
    state = league(RANKING, *ROUND, C_AND_D, "M6: 2020-06-09 A 0-0 B")
    assert places(state)[0] == f"A/B: {level}the kicks after match M6 are not known"
    state = league(RANKING, *ROUND, C_AND_D, "M6: 2020-06-09 A 0-0 B (4-4 pens)")
    assert places(state)[0] == f"A/B: {level}the kicks after match M6 are not known"


def test_a_match_that_was_not_the_last_of_both_has_no_kicks() -> None:
    results = ["2020-06-01 A 0-0 B", *ROUND, C_AND_D]
    assert places(league(RANKING, *results))[0] == "A/B: A and B are level in places 1 to 2: lots have to be drawn"


def test_a_match_that_was_the_last_of_one_alone_has_none_either() -> None:
    results = [*ROUND, "2020-06-09 A 0-0 B", "2020-06-12 B 0-0 E", "2020-06-12 C 0-0 E", "2020-06-03 A 0-0 E"]
    assert places(league(RANKING, *results))[0] == "A/B: A and B are level in places 1 to 2: lots have to be drawn"


def test_three_level_teams_do_not_kick_and_neither_do_two_of_three() -> None:
    # C is level with them on points, though not on goals.
    results = [*ROUND, "2020-06-09 C 9-0 D", "2020-06-07 C 3-0 D", "2020-06-09 A 0-0 B (3-4 pens)"]
    results += ["2020-06-08 C 1-1 D"]
    assert table(league(RANKING, *results))[:3] == ["1 C (goal_difference)", "2 A", "2 B"]


def test_without_days_the_matchday_tells_and_else_the_kicks_themselves() -> None:
    undated = [line.split(" ", 1)[1] for line in ROUND]
    state = league(RANKING, *undated, "C 1-0 D", "A 0-0 B (3-4 pens)")
    assert table(state)[:2] == ["1 B (shoot_out)", "2 A (shoot_out)"]
    state = league(RANKING, "A 0-0 B (3-4 pens)", *undated, "C 1-0 D")
    assert table(state)[:2] == ["1 B (shoot_out)", "2 A (shoot_out)"]
    state = league(RANKING, *undated, "C 1-0 D", "A 0-0 B")
    assert places(state)[0] == "A/B: A and B are level in places 1 to 2: lots have to be drawn"

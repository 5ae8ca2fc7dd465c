"""Head-to-head: over which matches it is worked, when it is used at all, and that it starts again."""

from fractions import Fraction

from liguilla.facts import Closing, Deduction
from tests.playing import league, played, points, table


def test_head_to_head_alone_is_points_then_goal_difference_then_goals_for() -> None:
    results = ["A 1-0 B", "B 3-2 A", "A 0-1 X", "B 0-1 X"]
    assert table(league("points, head_to_head", *results))[1:] == ["2 A", "2 B"]
    results[1] = "B 3-1 A"
    assert table(league("points, head_to_head", *results))[1] == "2 B (head_to_head goal_difference)"
    three = ["A 1-0 B", "B 2-1 C", "C 3-2 A", "X 1-0 A", "X 1-0 B", "X 1-0 C"]
    # Three points each, no difference among them; C scored four, A three and B two.
    by_goals = "(head_to_head goals_for)"
    assert table(league("points, head_to_head", *three))[1:] == [
        f"2 C {by_goals}",
        f"3 A {by_goals}",
        f"4 B {by_goals}",
    ]


def test_points_among_the_level_teams_have_no_deduction_and_nothing_brought_along() -> None:
    rule = """
        stages:
          - {id: first, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - id: table
            kind: league
            fixtures: {by: list}
            carry: {points: first}
            rank_by: [points, {head_to_head: [points]}, lots]
        outcomes: {}
        """
    results = {"first": ["B 1-0 C"], "table": ["A 1-0 B", "A 0-0 C", "B 0-0 C"]}
    given = Deduction(stage="table", team="C", points=Fraction(2))
    state = played(rule, "A B C", results, given)
    assert points(state) == {"A": "4", "B": "4", "C": "4"}
    # Among the three: A four, C two, B one.
    assert table(state) == ["1 A (head_to_head points)", "2 C (head_to_head points)", "3 B (head_to_head points)"]


# ---------------------------------------------------------------------------------------------------- what it needs

ALL_MET = "points, {head_to_head: [points], needs: all_met}, goals_for"
ALL_PLAYED = "points, {head_to_head: [points], needs: all_played}, goals_for"


def test_all_met_skips_it_unless_every_two_of_the_level_teams_have_met() -> None:
    results = ["A 1-0 B", "B 2-0 X", "C 3-0 X", "X 0-0 Y"]
    assert table(league(ALL_MET, *results))[:3] == ["1 C (goals_for)", "2 B (goals_for)", "3 A (goals_for)"]
    assert table(league(ALL_MET, *results[:2]))[:2] == ["1 A (head_to_head points)", "2 B (head_to_head points)"]


def test_all_played_skips_it_while_a_match_among_them_is_open_listed_or_not() -> None:
    results = ["A 1-0 B", "B 3-0 X"]
    for open_ in ((), ("B v A",), ("B v A (postponed)",), ("B 0-0 A (abandoned)",)):
        state = league(ALL_PLAYED, *results, *open_, stage="meetings: 2", names="A B X")
        assert table(state)[:2] == ["1 B (goals_for)", "2 A (goals_for)"]
    state = league(ALL_PLAYED, *results, "B 0-0 A", "X 1-0 B", stage="meetings: 2", names="A B X")
    # Four points each: A has beaten B, and they drew.
    assert table(state)[:2] == ["1 A (head_to_head points)", "2 B (head_to_head points)"]


def test_a_match_brought_along_from_another_stage_is_not_the_one_that_is_open() -> None:
    rule = """
        stages:
          - {id: first, kind: league, meetings: 1, rank_by: [points, lots]}
          - id: table
            kind: league
            meetings: 1
            matches: first
            rank_by: [points, {head_to_head: [points], needs: all_played}, goals_for, lots]
        outcomes: {}
        """
    first = ["A 1-0 B", "C 1-0 A", "B 9-0 C"]
    state = played(rule, "A B C", {"first": first, "table": ["C 1-0 A", "C 1-0 B"]})
    assert table(state)[1:] == ["2 B (goals_for)", "3 A (goals_for)"]
    state = played(rule, "A B C", {"first": first, "table": ["C 1-0 A", "C 1-0 B", "A 0-0 B"]})
    assert table(state)[1:] == ["2 A (head_to_head points)", "3 B (head_to_head points)"]


def test_in_a_stage_that_was_closed_no_match_is_open_any_more() -> None:
    results = ["A 1-0 B", "B 3-0 X", "B v A"]
    state = league(ALL_PLAYED, *results, decisions=[Closing(stage="table")])
    assert table(state)[:2] == ["1 A (head_to_head points)", "2 B (head_to_head points)"]


# ------------------------------------------------------------------------------------------------------- the restart


def test_starting_again_turns_the_order_round() -> None:
    # Among the three A has +2, B and C are alike: -1, two goals. B has beaten C; C has the better whole season.
    results = ["A 3-0 B", "B 2-0 C", "C 2-1 A", "A 1-0 D", "B 1-0 D", "C 5-0 D"]
    ranking = "points, {{head_to_head: [points, goal_difference, goals_for], then: {}}}, goal_difference"
    assert table(league(ranking.format("continue"), *results)) == [
        "1 A (head_to_head goal_difference)",
        "2 C (head_to_head goal_difference)",
        "3 B (goal_difference)",
        "4 D",
    ]
    assert table(league(ranking.format("restart"), *results)) == [
        "1 A (head_to_head goal_difference)",
        "2 B (head_to_head goal_difference)",
        "3 C (head_to_head points)",
        "4 D",
    ]


def test_a_mini_table_is_read_to_its_end_before_it_starts_again() -> None:
    # Alike in points and difference, C has scored more than B among the three: their own match is not looked at.
    results = ["A 3-0 B", "B 2-0 C", "C 4-3 A", "A 1-0 D", "B 1-0 D", "C 1-0 D"]
    ranking = "points, {head_to_head: [points, goal_difference, goals_for], then: restart}"
    assert table(league(ranking, *results)) == [
        "1 A (head_to_head goal_difference)",
        "2 C (head_to_head goal_difference)",
        "3 B (head_to_head goals_for)",
        "4 D",
    ]


def test_it_starts_again_with_each_part_that_is_still_level() -> None:
    # Among the four A and B have three goals, C and D one; each pair then has its own match to look at.
    four = ["A 2-1 B", "C 1-0 D", "A 1-0 C", "A 0-0 D", "B 2-0 C", "B 0-1 D"]
    state = league("played, {head_to_head: [goals_for], then: restart}, lots", *four)
    assert table(state) == [f"{place} {team} (head_to_head goals_for)" for place, team in enumerate("ABCD", 1)]

"""Level teams: how a list of criteria goes on, starts again, and ends."""

from liguilla.facts import Lots
from liguilla.words import say
from tests.playing import league, outcome, places, played, problems_of, rules, standing, table, unresolved

# ---------------------------------------------------------------------------------------------- head-to-head

CIRCLE = ["A 1-0 B", "B 2-0 C", "C 3-0 A", "A 4-0 X", "B 4-0 X", "C 4-0 X"]


def test_level_teams_are_separated_by_the_matches_among_them() -> None:
    state = league("points, {head_to_head: [points]}, goal_difference", "A 1-0 B", "A 0-5 X", "B 1-0 X", "X 0-0 Y")
    assert table(state)[1:3] == ["2 A (head_to_head points)", "3 B (head_to_head points)"]
    assert say(standing(state).rows[1].reason) == "A before B: head-to-head points 3 to 0"
    assert say(standing(state).rows[1].reason, "es") == "A antes que B: puntos entre sí 3 a 0"


def test_the_mini_table_of_three_counts_only_matches_among_the_three() -> None:
    state = league("points, head_to_head, lots", *CIRCLE)
    # Among A, B and C: A -2, B +1, C +1; C has scored three, B two.
    assert table(state)[:3] == [
        "1 C (head_to_head goals_for)",
        "2 B (head_to_head goals_for)",
        "3 A (head_to_head goal_difference)",
    ]


def test_without_restart_the_set_stays_as_it_was_when_the_block_was_entered() -> None:
    # A, B and C are level; the mini-table of three puts A first. B and C go on within the matches of the three.
    results = ["A 3-0 B", "C 1-0 A", "B 1-0 C", "A 0-1 X", "B 0-1 X", "C 0-1 X"]
    block = "{{head_to_head: [goal_difference], then: {}}}"
    assert table(league(f"points, {block.format('continue')}, lots", *results))[1:] == [
        "2 A (head_to_head goal_difference)",
        "3 C (head_to_head goal_difference)",
        "4 B (head_to_head goal_difference)",
    ]


def test_with_restart_teams_still_level_are_compared_by_the_matches_between_themselves() -> None:
    results = ["A 2-0 B", "C 2-1 A", "B 1-0 C", "X 9-0 A", "X 9-0 B", "X 9-0 C"]
    ranking = "points, {{head_to_head: [goal_difference], then: {}}}, goals_for"
    # Differences among the three: A +1, B -1, C 0: all apart, nothing to start again.
    assert table(league(ranking.format("restart"), *results))[1:] == [
        "2 A (head_to_head goal_difference)",
        "3 C (head_to_head goal_difference)",
        "4 B (head_to_head goal_difference)",
    ]
    level = ["A 3-0 B", "C 1-0 A", "B 3-1 C", "X 9-0 A", "X 9-0 B", "X 9-0 C"]
    # A +2, B -1, C -1: B and C stay level in the list of three; between themselves B won.
    assert table(league(ranking.format("restart"), *level))[2:] == [
        "3 B (head_to_head goal_difference)",
        "4 C (head_to_head goal_difference)",
    ]
    assert table(league(ranking.format("continue"), *level))[2:] == [
        "3 B (head_to_head goal_difference)",
        "4 C (goals_for)",
    ]


def test_head_to_head_waits_until_all_have_met_or_all_matches_are_played() -> None:
    ranking = "points, {{head_to_head: [points], needs: {}}}, goals_for"
    results = ["A 1-0 B", "B 2-0 X", "X 0-0 Y", "A v B"]
    assert table(league(ranking.format("all_met"), *results))[0] == "1 A (head_to_head points)"
    assert table(league(ranking.format("all_played"), *results))[0] == "1 B (goals_for)"


# ------------------------------------------------------------------------------------------------------- blocks


def test_a_block_with_restart_begins_again_once_anyone_is_placed() -> None:
    # Goals put C first; A and B start again from the top of the block, and only the second step tells them apart.
    state = league(
        "points, {block: [goals_for, goal_difference], then: restart}",
        "A 2-1 X",
        "B 2-0 X",
        "C 3-2 X",
        "X 0-0 Y",
    )
    assert table(state)[:3] == ["1 C (goals_for)", "2 B (goals_for)", "3 A (goal_difference)"]


def test_two_level_teams_and_more_may_have_lists_of_their_own() -> None:
    ranking = "points, {block: {two: [goals_for], more: [goal_difference]}}"
    two = ["A 5-4 X", "B 2-0 X", "X 0-0 Y"]
    assert table(league(ranking, *two))[:2] == ["1 A (goals_for)", "2 B (goals_for)"]
    more = [*two, "C 1-0 Y"]
    assert table(league(ranking, *more))[0] == "1 B (goal_difference)"


def test_a_step_across_a_line_is_used_only_where_level_teams_lie_across_it() -> None:
    step = "points, goal_difference, {{by: goals_for, across: [{}]}}, shared"
    results = ["A 2-1 X", "B 1-0 X", "X 0-0 Y"]
    assert table(league(step.format(1), *results))[:2] == ["1 A (goals_for)", "2 B (goals_for)"]
    assert table(league(step.format(3), *results))[:2] == ["1 A", "1 B"]


def test_a_step_for_the_end_separates_nobody_before_it() -> None:
    step = "points, {by: goals_for, at_end: true}"
    assert table(league(step, "A 2-1 X", "B 1-0 X"))[:2] == ["1 A (goals_for)", "2 B (goals_for)"]
    assert table(league(step, "A 2-1 X", "B 1-0 X", "A v B"))[:2] == ["1 A", "1 B"]


def test_before_the_end_those_whom_such_a_step_would_separate_share_the_place_whatever_comes_after_it() -> None:
    steps = "points, {by: goals_for, at_end: true}, goal_difference"
    assert table(league(steps, "A 3-2 X", "B 2-0 X"))[:2] == ["1 A (goals_for)", "2 B (goals_for)"]
    assert table(league(steps, "A 3-2 X", "B 2-0 X", "A v B"))[:2] == ["1 A", "1 B"]


# ------------------------------------------------------------------------------------------------------ the end


def test_teams_level_on_everything_are_unresolved_with_the_places_at_stake() -> None:
    state = league("points, goals_for, lots", "A 1-0 X", "B 1-0 X")
    assert table(state)[:2] == ["1 A", "1 B"]
    assert places(state) == ["A/B: A and B are level in places 1 to 2: lots have to be drawn"] * 2 + ["X"]
    assert unresolved(state)[0] == "table: A and B are level in places 1 to 2: lots have to be drawn"
    assert outcome(state, "champion") == "A/B: A and B are level in places 1 to 2: lots have to be drawn"
    assert (
        outcome(state, "champion", "es") == "A/B: A y B están empatados en los lugares 1 a 2: hay que hacer un sorteo"
    )


def test_lots_are_a_fact_and_settle_it() -> None:
    drawn = Lots(stage="table", teams=("B", "A"))
    state = league("points, goals_for, lots", "A 1-0 X", "B 1-0 X", decisions=[drawn])
    assert table(state) == ["1 B (lots)", "2 A (lots)", "3 X"]
    assert say(standing(state).rows[0].reason) == "B before A: the drawing of lots"
    assert unresolved(state) == []


def test_teams_that_share_a_place_hold_it_together() -> None:
    state = league("points, shared", "A 1-0 X", "B 1-0 X")
    assert table(state)[:2] == ["1 A", "1 B"]
    assert say(standing(state).rows[0].reason) == "A and B are level in places 1 to 2: they share the place"


def test_a_range_that_holds_all_level_teams_knows_them_but_not_their_order() -> None:
    rule = """
        stages:
          - id: table
            kind: league
            fixtures: {by: list}
            rank_by: [points, lots]
          - id: above
            kind: league
            entrants: table 1-2
            fixtures: {by: list}
            rank_by: [points, lots]
          - id: first
            kind: league
            entrants: table 1
            fixtures: {by: list}
            rank_by: [points, lots]
        outcomes: {champion: above 1}
        """
    state = played(rule, "A B X", {"table": ["A 1-0 X", "B 1-0 X"], "above": ["A 2-0 B"]})
    assert table(state, "above") == ["1 A", "2 B"]
    assert state.ranked("first").standings == ()


def test_what_is_not_known_of_a_team_is_no_zero() -> None:
    more = "teams: {count: 3, know: {coefficient: high}}"
    known = {"A": {"coefficient": "3.5"}, "B": {}, "X": {"coefficient": "1"}}
    state = league("points, given coefficient, lots", "A 1-0 X", "B 1-0 X", names=known, more=more)
    assert places(state)[0] == "A/B: A and B are level in places 1 to 2: coefficient: not known for all of them"
    assert "coefficient of B is not known" in problems_of(state)[0]
    told = {**known, "B": {"coefficient": "3.6"}}
    assert table(league("points, given coefficient", "A 1-0 X", "B 1-0 X", names=told, more=more))[0] == (
        "1 B (given coefficient)"
    )


def test_cards_that_are_not_recorded_are_not_good_conduct() -> None:
    more = "conduct: {yellow: -1, red: -3}"
    state = league("points, conduct, lots", "A 1-0 X", "B 1-0 X", more=more)
    assert places(state)[0] == "A/B: A and B are level in places 1 to 2: conduct points: not known for all of them"


# ----------------------------------------------------------------------------------------- other rankings, matches


def test_the_place_in_another_ranking_may_decide() -> None:
    rule = """
        stages:
          - id: first
            kind: league
            fixtures: {by: list}
            rank_by: [points, lots]
          - id: table
            kind: league
            fixtures: {by: list}
            rank_by: [points, {position_in: first}]
        outcomes: {champion: table 1}
        """
    state = played(rule, "A B X", {"first": ["B 1-0 A", "B 1-0 X", "A 1-0 X"], "table": ["A 1-0 X", "B 1-0 X"]})
    assert table(state)[:2] == ["1 B (position_in first)", "2 A (position_in first)"]


def test_a_ranking_with_a_name_is_used_where_it_is_named() -> None:
    format_ = rules("""
        rankings: {main: [points, goals_for]}
        stages:
          - id: table
            kind: league
            fixtures: {by: list}
            rank_by: main
        outcomes: {champion: table 1}
        """)
    state = played(format_, "A B X", {"table": ["A 1-0 X", "B 2-0 X"]})
    assert table(state)[:2] == ["1 B (goals_for)", "2 A (goals_for)"]
    assert standing(state).rows[0].rule == "rankings.main[1]"

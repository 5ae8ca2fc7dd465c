"""One place at a time: only the best is placed, and all the others start the block again.

Source: NFL tie-breaking procedures, as copied at github.com/nflverse/nflseedR, article "tiebreaker".
"""

from liguilla.facts import Lots
from tests.playing import league, places, played, table

ONE_PLACE = "then: restart, one_place_at_a_time: true"


def test_the_others_start_the_block_again_separated_or_not() -> None:
    # A, B and C are level. Goals put them in this order; but once A has the place, B and C begin with their own match.
    results = ["C 1-0 B", "X 0-3 A", "X 0-2 B", "X 1-0 C", "X 1-0 Y"]
    steps = "{head_to_head: [sweep]}, goals_for"
    assert table(league(f"points, {{block: [{steps}], {ONE_PLACE}}}", *results)) == [
        "1 X",
        "2 A (goals_for)",
        "3 C (goals_for)",
        "4 B (head_to_head sweep)",
        "5 Y",
    ]
    assert table(league(f"points, {{block: [{steps}], then: restart}}", *results))[1:4] == [
        "2 A (goals_for)",
        "3 B (goals_for)",
        "4 C (goals_for)",
    ]


def test_two_and_more_have_their_lists_again_after_each_place() -> None:
    block = f"{{block: {{two: [goals_for], more: [goal_difference]}}, {ONE_PLACE}}}"
    # Three: C has the best difference. Then two are left, and goals scored count.
    results = ["A 5-4 X", "B 3-1 X", "C 4-0 X", "X 0-0 Y"]
    assert table(league(f"points, {block}", *results))[:3] == [
        "1 C (goal_difference)",
        "2 A (goal_difference)",
        "3 B (goals_for)",
    ]


GROUPED = """
    teams: {count: 4, know: {zone: [N, S]}}
    rankings:
      wild: [points, {block: [goals_for, lots], only_best_of: zone, then: restart, one_place_at_a_time: true}]
    stages:
      - {id: season, kind: league, fixtures: {by: list}, rank_by: [points, shared]}
      - {id: zone, kind: table, groups: {by: zone}, matches: season, rank_by: [points, goal_difference, goals_for]}
      - {id: together, kind: table, matches: season, rank_by: wild}
    outcomes: {}
    """
ZONES = {"A": {"zone": "N"}, "B": {"zone": "N"}, "C": {"zone": "S"}, "D": {"zone": "S"}}


def test_only_the_best_of_each_group_stands_for_a_place() -> None:
    # All have three points. A is before B in its zone by difference, though B has scored most of all.
    results = ["A 3-0 D", "B 5-4 C", "C 2-0 A", "D 4-2 B"]
    # N: A +1 (3), B -1 (7). S: D -1 (4), C +1 (6).
    state = played(GROUPED, ZONES, {"season": results})
    assert table(state, "zone", "N") == ["1 A (goal_difference)", "2 B (goal_difference)"]
    assert table(state, "zone", "S") == ["1 C (goal_difference)", "2 D (goal_difference)"]
    # A and C stand for the first place: C has scored more. Then A and D: D. Then A, and B last of all.
    assert [line.split()[1] for line in table(state, "together")] == ["C", "D", "A", "B"]


def test_who_is_the_best_of_a_group_must_be_known() -> None:
    results = ["A 1-0 C", "B 1-0 D", "C 1-0 B", "D 1-0 A"]
    state = played(GROUPED, ZONES, {"season": results})
    assert table(state, "zone", "N") == ["1 A", "1 B"]
    assert places(state, "together")[0] == (
        "A/B/C/D: A, B, C and D are level in places 1 to 4: position in zone: not known for all of them"
    )


def test_while_the_other_ranking_waits_nobody_stands_for_a_place() -> None:
    unknown = {**ZONES, "D": {}}
    state = played(GROUPED, unknown, {"season": ["A 1-0 C", "B 1-0 D", "C 1-0 B", "D 1-0 A"]})
    assert len(set(places(state, "together"))) == 1


def test_lots_for_the_first_place_leave_the_others_open_too() -> None:
    block = f"{{block: [goals_for, lots], {ONE_PLACE}}}"
    results = ["A 2-0 X", "B 2-0 X", "C 1-0 X"]
    state = league(f"points, {block}", *results)
    assert table(state)[:3] == ["1 A", "1 B", "1 C"]
    drawn = Lots(stage="table", teams=("B", "A"))
    state = league(f"points, {block}", *results, decisions=[drawn])
    assert table(state)[:3] == ["1 B (lots)", "2 A (lots)", "3 C (goals_for)"]

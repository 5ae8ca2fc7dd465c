"""Groups of every kind, and rankings that look beyond the group."""

from fractions import Fraction

import pytest

from liguilla.facts import Deduction, DrawnBall
from tests.playing import is_complete, outcome, places, played, points, problems_of, table, ties, waiting

LEAGUE = "kind: league, fixtures: {by: list}, rank_by: [points, goal_difference, lots]"


def zoned(zones: str, names: str = "ABCDEF") -> dict[str, dict[str, str]]:
    """Return teams A, B, ... in these zones, a letter for each."""
    return {team: {"zone": zone} for team, zone in zip(names, zones, strict=False)}


# --------------------------------------------------------------------------------------------------- who is in them


def test_groups_may_be_named_one_by_one() -> None:
    rule = f"""
        stages:
          - {{id: first, {LEAGUE}}}
          - {{id: group, groups: {{top: first 1-2, bottom: first bottom 2}}, {LEAGUE}}}
        outcomes: {{everybody: each group 1-2}}
        """
    first = ["A 4-0 D", "B 3-0 D", "C 2-0 D", "A 1-0 B", "B 1-0 C", "A 1-0 C"]
    state = played(rule, "A B C D", {"first": first, "group": ["B 1-0 A", "D 1-0 C"]})
    assert table(state, "group", "top") == ["1 B", "2 A"]
    assert table(state, "group", "bottom") == ["1 D", "2 C"]
    assert outcome(state, "everybody") == ["B", "D", "A", "C"]


def test_groups_may_be_those_of_a_draw() -> None:
    rule = f"""
        teams: {{count: 4, know: {{pot: [1, 2]}}}}
        stages:
          - id: lots_for_groups
            kind: draw
            pots:
              - {{teams: teams where pot 1, into: [North, South]}}
              - {{teams: teams where pot 2, into: [North, South]}}
          - {{id: group, groups: lots_for_groups, {LEAGUE}}}
        outcomes: {{first: group North 1}}
        """
    pots = {"A": {"pot": "1"}, "B": {"pot": "1"}, "C": {"pot": "2"}, "D": {"pot": "2"}}
    drawn = {"B": "North", "A": "South", "D": "North", "C": "South"}
    balls = [DrawnBall(stage="lots_for_groups", box=box, team=team) for team, box in drawn.items()]
    results = {"group": ["B 1-0 D", "A 0-1 C"]}
    state = played(rule, pots, results, *balls)
    assert table(state, "group", "North") == ["1 B", "2 D"]
    assert table(state, "group", "South") == ["1 C", "2 A"]
    state = played(rule, pots, results, *balls[:3])
    waits = "the draw: lots for groups"
    assert waiting(state)[:2] == [f"lots_for_groups South: {waits}", f"group: {waits}"]


def test_groups_may_be_those_of_another_stage_and_keep_their_labels() -> None:
    rule = f"""
        teams: {{count: 6, know: {{zone: [N, S]}}}}
        stages:
          - {{id: first, groups: {{by: zone}}, {LEAGUE}}}
          - {{id: again, groups: first, {LEAGUE}}}
          - {{id: best, groups: each first 1-2, {LEAGUE}}}
        outcomes: {{}}
        """
    zones = zoned("NSNSNS")
    first = ["A 3-0 E", "C 1-0 E", "A 1-0 C", "B 3-0 F", "D 1-0 F", "B 1-0 D"]
    state = played(rule, zones, {"first": first, "again": ["E 1-0 A"], "best": ["C 1-0 A", "D 1-0 B"]})
    assert [line.split()[1] for line in table(state, "again", "N")] == ["E", "C", "A"]
    assert table(state, "best", "N") == ["1 C", "2 A"]
    assert table(state, "best", "S") == ["1 D", "2 B"]


def test_a_knock_out_in_groups_takes_the_order_of_the_ranking_for_seeds() -> None:
    rule = f"""
        teams: {{count: 6, know: {{zone: [N, S]}}}}
        stages:
          - {{id: first, groups: {{by: zone}}, {LEAGUE}}}
          - id: cup
            kind: knockout
            groups: each first 2-3
            hosts: better_seed
            decide_by: [score, better_seed]
            rounds: [{{id: final}}]
        outcomes: {{}}
        """
    zones = zoned("NNNSSS")
    first = ["C 3-0 A", "C 1-0 B", "B 1-0 A", "F 3-0 D", "F 1-0 E", "E 1-0 D"]
    state = played(rule, zones, {"first": first, "cup.final": ["B 0-0 A"]})
    # The second of the zone is the better seed, though it entered after the third.
    assert ties(state, "final", group="N") == ["1 B - 2 A: B (better_seed)"]
    assert ties(state, "final", group="S") == ["1 E - 2 D: ? the match between E and D"]


def test_a_knock_out_in_groups_by_a_fact_takes_the_order_of_its_entrants() -> None:
    rule = f"""
        teams: {{count: 4, know: {{zone: [N, S]}}}}
        stages:
          - {{id: first, {LEAGUE}}}
          - id: cup
            kind: knockout
            entrants: first 1-4
            groups: {{by: zone}}
            hosts: better_seed
            decide_by: [score, better_seed]
            rounds: [{{id: final}}]
        outcomes: {{}}
        """
    zones = zoned("NSNS")
    first = ["D 4-0 A", "D 3-0 B", "D 2-0 C", "C 3-0 A", "C 2-0 B", "B 1-0 A"]
    state = played(rule, zones, {"first": first})
    assert ties(state, "final", group="N") == ["1 C - 2 A: ? the match between C and A"]
    assert ties(state, "final", group="S") == ["1 D - 2 B: ? the match between D and B"]


# ----------------------------------------------------------------------------------------- matches inside and beyond

ZONES = """
    teams: {count: 6, know: {zone: [N, S]}}
    stages:
      - id: season
        kind: league
        fixtures: {by: list}
        rank_by: [points, shared]
      - id: zone
        kind: table
        groups: {by: zone}
        matches: season
        rank_by: [points, %s]
    outcomes: {}
    """
SIX = zoned("NNNSSS", "ABCXYZ")


def test_matches_against_teams_of_other_groups_count_where_the_fixtures_have_them() -> None:
    state = played(ZONES % "lots", SIX, {"season": ["A 1-0 X", "B 0-0 Y", "C 0-1 Z"]})
    assert points(state, "zone", "N") == {"A": "3", "B": "1", "C": "0"}
    assert points(state, "zone", "S") == {"Z": "3", "Y": "1", "X": "0"}


def test_where_everybody_meets_everybody_of_the_group_a_match_beyond_it_is_none_of_it() -> None:
    rule = """
        teams: {count: 4, know: {zone: [N, S]}}
        stages: [{id: table, kind: league, groups: {by: zone}, meetings: 1, rank_by: [points, lots]}]
        outcomes: {}
        """
    zones = {"A": {"zone": "N"}, "B": {"zone": "N"}, "X": {"zone": "S"}, "Y": {"zone": "S"}}
    state = played(rule, zones, {"table": ["A 1-0 B", "X 0-0 Y", "B 5-0 X", "A v Y"]})
    assert points(state, group="N") == {"A": "3", "B": "0"}
    assert is_complete(state)
    assert problems_of(state)[0] == "match table.3: B and X are in different groups of table"


def test_opponents_points_are_those_of_their_whole_season_not_of_the_group() -> None:
    # A has met X, B has met Y; X took its points from teams of its own zone.
    results = ["A 1-0 X", "B 1-0 Y", "X 1-0 Z", "Y 0-1 Z"]
    state = played(ZONES % "points of opponents", SIX, {"season": results})
    assert table(state, "zone", "N")[:2] == ["1 A (points of opponents)", "2 B (points of opponents)"]


def test_the_opponents_points_are_those_they_have_after_deductions() -> None:
    results = ["A 1-0 X", "B 1-0 Y", "X 1-0 Z", "Y 0-1 Z"]
    taken = Deduction(stage="season", team="X", points=Fraction(-4))
    state = played(ZONES % "points of opponents", SIX, {"season": results}, taken)
    assert table(state, "zone", "N")[:2] == ["1 B (points of opponents)", "2 A (points of opponents)"]


@pytest.mark.parametrize(("among", "order"), [("zone", "CAB"), ("teams", "CBA")])
def test_ranks_are_added_up_among_the_teams_that_are_named(among: str, order: str) -> None:
    # In the zone A is first and third (goals scored, conceded), B third and second. Of all nine teams A is first and
    # seventh, B fourth and second: X, Y and Z have each conceded two.
    nine = {**SIX, "U": {"zone": "W"}, "V": {"zone": "W"}, "W": {"zone": "W"}}
    results = ["A 4-3 U", "B 2-1 V", "C 3-0 W", "X 1-1 Y", "Y 1-1 Z", "Z 1-1 X"]
    rule = ZONES.replace("count: 6, know: {zone: [N, S]}", "count: 9, know: {zone: [N, S, W]}")
    step = f"{{rank_sum: [goals_for, goals_against], among: {among}}}"
    state = played(rule % step, nine, {"season": results})
    assert table(state, "zone", "N") == [f"{place} {team} (rank_sum)" for place, team in enumerate(order, 1)]


def test_ranks_are_not_added_up_while_it_is_not_known_among_whom() -> None:
    rule = ZONES.replace("{zone: [N, S]}", "{zone: [N, S], half: [1, 2]}")
    halves = {team: {**known, "half": "1"} for team, known in SIX.items()}
    step = "{rank_sum: [goals_for], among: half}"
    results = {"season": ["A 2-0 X", "B 1-0 Y"]}
    assert places(played(rule % step, halves, results), "zone", "N")[:2] == ["A", "B"]
    halves["Z"] = SIX["Z"]
    state = played(rule % step, halves, results)
    assert places(state, "zone", "N")[0] == "A/B: A and B are level in places 1 to 2: half: not known for all of them"

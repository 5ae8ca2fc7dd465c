"""Exclusion: a team is put last, or at a named place, and the others move up."""

from liguilla.engine import State
from liguilla.facts import Exclusion, Lots
from liguilla.words import say
from tests.playing import league, outcome, places, played, points, problems_of, standing, table

FOUR = ["A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"]
"""A, B, C and D, in this order."""


def out(team: str, position: int | None = None, stage: str = "table", reason: str | None = None) -> Exclusion:
    return Exclusion(stage=stage, team=team, position=position, reason=reason)


def four(*decisions: Exclusion | Lots, rank_by: str = "points, lots", results: list[str] = FOUR) -> State:
    return league(rank_by, *results, decisions=decisions, stage="meetings: 1", names="A B C D")


# ------------------------------------------------------------------------------------------------- last, or in a place


def test_who_is_excluded_is_last_and_the_others_move_up() -> None:
    state = four(out("A", reason="match-fixing"))
    assert table(state) == ["1 B", "2 C", "3 D", "4 A (exclusion)"]
    assert say(standing(state).rows[3].reason) == "A: excluded (match-fixing)"
    assert say(standing(state).rows[3].reason, "es") == "A: excluido (match-fixing)"
    assert outcome(state, "champion") == "B"


def test_its_matches_and_points_stay_what_they_were() -> None:
    assert points(four(out("A"))) == {"B": "6", "C": "3", "D": "0", "A": "9"}


def test_who_is_put_at_a_place_has_it_and_those_above_move_up() -> None:
    """AFL 2013: the seventh was put out of the finals, at the ninth place; the eighth and ninth moved up."""
    assert table(four(out("A", 3))) == ["1 B", "2 C", "3 A (exclusion)", "4 D"]
    assert table(four(out("D", 1))) == ["1 D (exclusion)", "2 A", "3 B", "4 C"]


def test_two_may_be_excluded() -> None:
    assert [row.team for row in standing(four(out("A"), out("C", 1))).rows] == ["C", "B", "D", "A"]
    assert [row.team for row in standing(four(out("B"), out("A"))).rows] == ["C", "D", "A", "B"]


def test_the_latest_decision_about_a_team_holds() -> None:
    assert [row.team for row in standing(four(out("A"), out("A", 2))).rows] == ["B", "A", "C", "D"]


# ------------------------------------------------------------------------------- ranges, outcomes, relegation, seeds

SEASON = """
    stages:
      - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}
      - id: finals
        kind: knockout
        entrants: table 1-2
        hosts: better_seed
        decide_by: [score, better_seed]
        rounds: [{id: final}]
      - {id: year, kind: table, matches: table, rank_by: [points, lots]}
    outcomes:
      champion: winner final
      relegated: table last
      europe: {from: [table], places: 2}
    """


def test_places_pass_down_in_ranges_seeds_and_outcomes() -> None:
    state = played(SEASON, "A B C D", {"table": FOUR}, out("A"))
    assert dict(state.knockout("finals").seeds) == {"B": 1, "C": 2}
    assert outcome(state, "relegated") == "A"
    assert outcome(state, "europe") == ["B", "C"]


def test_a_table_that_reads_the_stage_has_places_of_its_own() -> None:
    state = played(SEASON, "A B C D", {"table": FOUR}, out("A"))
    assert table(state, "year")[0] == "1 A"


def test_in_a_group_the_others_of_the_group_move_up() -> None:
    rule = """
        teams: {count: 4, know: {zone: [N, S]}}
        stages: [{id: table, kind: league, groups: {by: zone}, meetings: 1, rank_by: [points, lots]}]
        outcomes: {firsts: each table 1}
        """
    zones = {team: {"zone": zone} for team, zone in zip("ABCD", "NNSS", strict=True)}
    state = played(rule, zones, {"table": ["A 1-0 B", "C 1-0 D"]}, out("A"))
    assert outcome(state, "firsts") == ["B", "C"]


# ------------------------------------------------------------------------------------------------- level teams, lines


def test_level_teams_are_level_for_the_places_that_are_left() -> None:
    results = ["A 0-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"]
    state = four(out("C", 2), results=results)
    assert places(state)[1] == "C"
    assert places(state)[0] == "A/B: A and B are level in places 1 to 3: lots have to be drawn" == places(state)[2]
    assert [row.position for row in standing(state).rows] == [1, 1, 2, 4]
    drawn = four(out("C", 2), Lots(stage="table", teams=("B", "A")), results=results)
    assert [row.team for row in standing(drawn).rows] == ["B", "C", "A", "D"]


def test_a_step_across_a_line_looks_at_the_places_that_teams_will_have() -> None:
    results = ["A 0-0 B", "A 3-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"]
    step = "points, {by: goal_difference, across: [1]}, shared"
    assert table(four(rank_by=step, results=results))[:2] == ["1 A (goal_difference)", "2 B (goal_difference)"]
    # With D put first the two are level in the places 2 and 3, and no line lies between them.
    assert table(four(out("D", 1), rank_by=step, results=results))[1:3] == ["2 A", "2 B"]


def test_everybody_may_be_excluded() -> None:
    step = "points, {by: goal_difference, across: [1]}, lots"
    everybody = four(*map(out, "ABCD"), rank_by=step)
    assert [row.team for row in standing(everybody).rows] == ["A", "B", "C", "D"]
    placed = four(*(out(team, place) for place, team in enumerate("DCBA", 1)), rank_by=step)
    assert places(placed) == ["D", "C", "B", "A"]


# ------------------------------------------------------------------------------------------------- before the end


def test_places_are_certain_before_the_end_as_they_will_be() -> None:
    state = four(out("A"), results=["A 1-0 B", "B 1-0 C", "B 1-0 D"])
    assert places(state) == ["? table to be complete"] * 3 + ["A"]
    later = four(out("A"), results=["B 1-0 C", "B 1-0 D", "B 1-0 A", "A v C", "A v D", "C 0-0 D"])
    assert places(later) == ["B", "? table to be complete", "? table to be complete", "A"]


# ------------------------------------------------------------------------------------------------------ what can't be


def test_a_place_that_is_not_there_or_is_taken_is_reported() -> None:
    assert problems_of(four(out("A", 5))) == [
        "there is no position 5 among the 4 teams of table. Correct it, or write last"
    ]
    assert problems_of(four(out("A", 2), out("B", 2))) == [
        "A and B can't both be put at position 2 of table. Correct one of them"
    ]
    assert problems_of(four(out("Z"))) == ["Z: not in table. Correct the team, or the stage"]
    assert len(standing(four(out("A", 5), out("B", 4))).places) == 4


def test_boxes_of_a_draw_have_no_places_to_be_excluded_from() -> None:
    rule = """
        stages: [{id: sorteo, kind: draw, pots: [{teams: teams, into: [A, B]}]}]
        outcomes: {}
        """
    state = played(rule, "A B", {}, out("A", stage="sorteo"))
    assert problems_of(state)[0] == (
        "an exclusion decides nothing here: sorteo is neither league nor table. Correct the stage"
    )

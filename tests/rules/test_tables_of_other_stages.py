"""Tables of matches played elsewhere, points brought along, and what they wait for."""

from fractions import Fraction

from liguilla.engine import State, play
from liguilla.facts import Closing, Deduction, Facts
from tests.playing import facts_of, is_complete, places, played, points, rules, standing, table, waiting

HALF = "stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}]\noutcomes: {}"


def season(stages: str, one: list[str], two: list[str], *decisions: Deduction, names: str = "A B C") -> State:
    """Play a season of two tournaments; the decisions are about the season's own stages."""
    format_ = rules(f"tournaments: {{one: half, two: half}}\nstages:\n{stages}\noutcomes: {{}}", half=HALF)
    halves = {"one": facts_of(names, {"table": one}), "two": facts_of(names, {"table": two})}
    return play(format_, facts_of(names, {}, *decisions, tournaments=halves))


YEAR = "  - {id: year, kind: table, matches: [one.table, two.table], rank_by: [points, %s]}"


# ------------------------------------------------------------------------------------------------- several tournaments


def test_matches_in_one_tournament_are_not_those_in_the_other() -> None:
    state = season(YEAR % "goals_for in two.table, lots", ["A 5-0 C", "B 1-0 C"], ["A 1-0 C", "B 2-0 C"])
    assert table(state, "year")[:2] == ["1 B (goals_for in two.table)", "2 A (goals_for in two.table)"]
    state = season(YEAR % "goals_for in one.table and two.table, lots", ["A 5-0 C", "B 1-0 C"], ["A 1-0 C", "B 2-0 C"])
    assert table(state, "year")[0].startswith("1 A")


def test_the_same_result_in_both_tournaments_counts_twice() -> None:
    assert points(season(YEAR % "lots", ["A 1-0 B"], ["A 1-0 B"], names="A B"), "year") == {"A": "6", "B": "0"}


def test_a_table_of_a_table_reads_what_that_reads() -> None:
    stages = YEAR % "lots" + "\n  - {id: again, kind: table, matches: year, rank_by: [points, goals_for, lots]}"
    state = season(stages, ["A 1-0 B"], ["B 2-0 A"], names="A B")
    assert points(state, "again") == {"B": "3", "A": "3"}
    assert is_complete(state, "again")


def test_points_may_be_taken_away_in_the_table_itself() -> None:
    taken = Deduction(stage="year", team="A", points=Fraction(-2))
    state = season(YEAR % "lots", ["A 1-0 B"], ["A 0-0 B"], taken, names="A B")
    assert points(state, "year") == {"A": "2", "B": "1"}
    assert points(state.tournaments["one"], "table") == {"A": "3", "B": "0"}


def test_a_table_is_complete_when_the_stages_that_it_reads_are() -> None:
    assert not is_complete(season(YEAR % "lots", ["A 1-0 B"], ["A v B"], names="A B"), "year")
    assert is_complete(season(YEAR % "lots", ["A 1-0 B"], ["A 1-0 B"], names="A B"), "year")


def test_a_table_of_a_stage_that_was_closed_is_complete_too() -> None:
    rule = """
        stages:
          - {id: first, kind: league, meetings: 2, rank_by: [points, lots]}
          - {id: table, kind: table, matches: first, rank_by: [points_per_match, lots]}
        outcomes: {}
        """
    results = {"first": ["A 1-0 B", "B v A"]}
    assert not is_complete(played(rule, "A B", results))
    assert is_complete(played(rule, "A B", results, Closing(stage="first")))


# ------------------------------------------------------------------------------------------------- earlier seasons


def test_a_season_before_that_is_not_given_is_waited_for_also_where_the_teams_are_known() -> None:
    for keys in ("matches: [first, previous.first]", "matches: first, carry: {points: previous.first}"):
        rule = f"""
            stages:
              - {{id: first, kind: league, fixtures: {{by: list}}, rank_by: [points, lots]}}
              - {{id: table, kind: table, entrants: teams, {keys}, rank_by: [points, lots]}}
            outcomes: {{}}
            """
        assert places(played(rule, "A B", {"first": ["A 1-0 B"]})) == ["? the season before"] * 2


# ---------------------------------------------------------------------------------------------- only some opponents


def test_matches_against_others_than_those_named_are_left_out() -> None:
    # The thirds of groups of four and of three are compared without the matches against the fourth.
    rule = """
        teams: {count: 7, know: {zone: [N, S]}}
        stages:
          - {id: group, kind: league, groups: {by: zone}, meetings: 1, rank_by: [points, goal_difference, lots]}
          - id: table
            kind: table
            entrants: each group 3
            matches: {of: group, against: each group 1-3}
            rank_by: [points, goal_difference, lots]
        outcomes: {}
        """
    zones = {team: {"zone": zone} for team, zone in zip("ABCDXYZ", "NNNNSSS", strict=True)}
    north = ["A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 9-0 D"]
    state = played(rule, zones, {"group": [*north, "X 1-0 Y", "X 1-0 Z"]})
    assert "table: group stage to be complete" in waiting(state)
    state = played(rule, zones, {"group": [*north, "X 1-0 Y", "X 1-0 Z", "Y 2-1 Z"]})
    assert table(state) == ["1 C", "1 Z"]
    assert [row.record.played for row in standing(state).rows] == [2, 2]


def test_only_matches_among_the_entrants_may_count() -> None:
    rule = """
        stages:
          - {id: first, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - id: table
            kind: table
            entrants: first 1-2
            matches: {of: first, among: entrants}
            rank_by: [points, lots]
        outcomes: {}
        """
    first = ["A 1-0 C", "A 1-0 D", "B 1-0 A", "B 1-0 C", "D 1-0 C", "D 0-0 B"]
    state = played(rule, "A B C D", {"first": first})
    assert points(state) == {"B": "3", "A": "0"}


# --------------------------------------------------------------------------------------------------- brought along


def test_a_league_is_not_complete_while_the_points_brought_along_may_change() -> None:
    rule = """
        stages:
          - {id: first, kind: league, meetings: 1, rank_by: [points, lots]}
          - id: table
            kind: league
            entrants: teams
            meetings: 1
            carry: {points: first}
            rank_by: [points, lots]
        outcomes: {}
        """
    state = played(rule, "A B", {"first": [], "table": ["A 1-0 B"]})
    assert not is_complete(state)
    assert places(state) == ["? table to be complete"] * 2


def test_rounding_down_is_a_loss_and_who_gained_by_it_comes_after() -> None:
    rule = """
        stages:
          - {id: first, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - id: table
            kind: league
            fixtures: {by: list}
            carry: {points: first, times: 1/2, round: %s}
            rank_by: [points, rounding, lots]
        outcomes: {}
        """
    # A has 3 and then a draw, B 4: halved 1.5 and 2.
    first = ["A 1-0 C", "B 1-0 C", "B 0-0 D"]
    state = played(rule % "up", "A B C D", {"first": first, "table": ["A 0-0 B"]})
    assert points(state)["A"] == points(state)["B"] == "3"
    assert table(state)[:2] == ["1 B (rounding)", "2 A (rounding)"]
    state = played(rule % "down", "A B C D", {"first": first, "table": ["A 0-0 C"]})
    assert points(state) == {"A": "2", "B": "2", "C": "1", "D": "0"}
    assert table(state)[:2] == ["1 A (rounding)", "2 B (rounding)"]


def test_facts_of_a_tournament_that_is_not_there_are_empty_not_wrong() -> None:
    format_ = rules(f"tournaments: {{one: half, two: half}}\nstages:\n{YEAR % 'lots'}\noutcomes: {{}}", half=HALF)
    state = play(format_, Facts())
    assert places(state, "year") == []

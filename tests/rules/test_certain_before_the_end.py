"""What is said early is said on proof alone: it never has to be taken back."""

from liguilla.engine import State
from tests.playing import is_complete, league, outcome, places, played, table, ties


def short(state: State, round_: str) -> list[str]:
    """Return the ties of a round without what they wait for."""
    return [line.partition(":")[0] for line in ties(state, round_)]


ZONES = """
    teams: {count: 4, know: {zone: [N, S]}}
    stages:
      - {id: season, kind: league, fixtures: {by: list}, rank_by: [points, shared]}
      - id: zone
        kind: table
        groups: {by: zone}
        matches: season
        rank_by: [points, %s]
    outcomes: {first: zone N 1}
    """
FOUR = {"A": {"zone": "N"}, "B": {"zone": "N"}, "X": {"zone": "S"}, "Y": {"zone": "S"}}


def test_a_zone_is_not_complete_while_its_opponents_points_may_change() -> None:
    # All of A's and B's matches are played; but what X and Y have is still open, and it separates A and B.
    results = ["A 1-0 X", "B 1-0 Y", "X v Y"]
    state = played(ZONES % "points of opponents, lots", FOUR, {"season": results})
    assert outcome(state, "first") == "? zones to be complete"
    state = played(ZONES % "{rank_sum: [goals_against], among: teams}, lots", FOUR, {"season": results})
    assert outcome(state, "first") == "? zones to be complete"
    state = played(ZONES % "points of opponents, lots", FOUR, {"season": [*results[:2], "X 0-1 Y"]})
    assert outcome(state, "first") == "B"


def test_a_zone_is_complete_when_no_match_to_come_can_change_it() -> None:
    state = played(ZONES % "goals_for, lots", FOUR, {"season": ["A 2-0 X", "B 1-0 Y", "X v Y"]})
    assert outcome(state, "first") == "A"


def test_a_place_in_another_ranking_counts_once_that_is_complete() -> None:
    rule = """
        stages:
          - {id: first, kind: league, meetings: 1, rank_by: [points, lots]}
          - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, {position_in: first}]}
        outcomes: {}
        """
    state = played(rule, "A B C", {"first": ["A 1-0 B"], "table": ["A 0-0 B", "A 0-0 C", "B 0-0 C"]})
    assert is_complete(state)
    assert places(state)[0] == (
        "A/B/C: A, B and C are level in places 1 to 3: position in first: not known for all of them"
    )
    first = ["A 1-0 B", "C 1-0 A", "C 0-0 B"]
    state = played(rule, "A B C", {"first": first, "table": ["A 0-0 B", "A 0-0 C", "B 0-0 C"]})
    assert table(state)[0] == "1 C (position_in first)"


WITH_LICENCE = """
    teams: {count: 5, know: {licence: [yes, no]}}
    stages:
      - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, goal_difference, lots]}
      - id: cup
        kind: knockout
        entrants: table where licence yes
        pairing: bracket
        hosts: better_seed
        decide_by: [score, better_seed]
        rounds: [{id: semifinals}, {id: final}]
    outcomes: {}
    """
ORDER = ["A 4-0 E", "B 3-0 E", "C 2-0 E", "D 1-0 E"]


def test_seeds_wait_for_a_fact_that_may_let_others_move_up() -> None:
    licences = {team: {"licence": "no" if team == "E" else "yes"} for team in "ABCDE"}
    assert short(played(WITH_LICENCE, licences, {"table": ORDER}), "semifinals") == ["1 A - 4 D", "2 B - 3 C"]
    unknown = {**licences, "B": {}}
    state = played(WITH_LICENCE, unknown, {"table": ORDER})
    # If B has none, C and D are second and third: nobody but A is certain of his seed.
    assert dict(state.knockout("cup").seeds) == {"A": 1}
    assert short(state, "semifinals") == ["? - ?", "? - ?"]


def test_who_is_left_out_lets_the_others_move_up_only_when_he_is_known() -> None:
    rule = WITH_LICENCE.replace("entrants: table where licence yes", "entrants: table 1-5 except table last")
    licences = {team: {"licence": "yes"} for team in "ABCDE"}
    state = played(rule, licences, {"table": [*ORDER, "A v B"]})
    assert dict(state.knockout("cup").seeds) == {}
    state = played(rule, licences, {"table": ORDER})
    assert dict(state.knockout("cup").seeds) == {"A": 1, "B": 2, "C": 3, "D": 4}


def test_possible_places_only_become_fewer() -> None:
    keys = "meetings: 1"
    results = ["A 1-0 B", "C 1-0 D", "A 1-0 C", "B 1-0 D", "A 1-0 D", "B 0-0 C"]
    before = dict.fromkeys("ABCD", (1, 4))
    for number in range(len(results) + 1):
        state = league("points, goal_difference, lots", *results[:number], stage=keys, names="A B C D")
        for row in state.ranked("table").standings[0].rows:
            best, worst = before[row.team]
            assert best <= row.best <= row.worst <= worst
            before[row.team] = (row.best, row.worst)
    assert before == {"A": (1, 1), "B": (2, 3), "C": (2, 3), "D": (4, 4)}

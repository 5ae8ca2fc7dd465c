"""Leagues and tables: what counts, what decisions change, and what is certain before the end."""

import datetime as dt
from fractions import Fraction

from liguilla.facts import Annulment, Award, Closing, Deduction, Facts, Score
from tests.playing import (
    facts_of,
    league,
    outcome,
    places,
    played,
    points,
    problems_of,
    rules,
    standing,
    table,
    waiting,
)

# ------------------------------------------------------------------------------------------------- what counts


def test_a_match_that_is_scheduled_postponed_or_abandoned_is_open() -> None:
    for status in ("A v B", "A v B (postponed)", "A 1-0 B (abandoned)"):
        state = league("points", "A 1-0 X", status)
        assert not standing(state).complete
        assert points(state)["B"] == "0"
        assert outcome(state, "champion") == "? table to be complete"


def test_a_cancelled_match_is_as_if_it_had_not_been_scheduled() -> None:
    state = league("points", "A 1-0 X", "A v B (cancelled)")
    assert standing(state).complete


def test_an_annulled_match_counts_for_nobody() -> None:
    state = league("points", "M1: A 1-0 X", "B 0-0 X", decisions=[Annulment(match="M1")])
    assert points(state) == {"B": "1", "X": "1", "A": "0"}


def test_an_awarded_match_counts_with_the_award() -> None:
    award = Award(match="M1", score=Score(0, 3))
    state = league("points", "M1: A 1-0 X", decisions=[award])
    assert points(state) == {"X": "3", "A": "0"}
    assert standing(state).rows[0].record.goals_for == 3


def test_an_award_without_a_score_gives_the_score_that_the_format_names() -> None:
    award = Award(match="M1", winner="X")
    state = league("points", "M1: A v X", decisions=[award], more="awarded_score: [2, 0]")
    assert standing(state).rows[0].record[4:6] == (2, 0)


def test_a_deduction_takes_points_in_the_table_but_not_between_level_teams() -> None:
    taken = Deduction(stage="table", team="A", points=Fraction(-3))
    state = league("points, {head_to_head: [points]}", "A 1-0 B", "A 1-0 X", "B 1-0 X", decisions=[taken])
    assert points(state) == {"A": "3", "B": "3", "X": "0"}
    assert table(state)[0] == "1 A (head_to_head points)"


def test_a_deduction_of_a_team_that_is_not_in_the_stage_is_reported() -> None:
    taken = Deduction(stage="table", team="Z", points=Fraction(-3))
    assert problems_of(league("points", "A 1-0 X", decisions=[taken])) == [
        "Z: not in table. Correct the team, or the stage"
    ]


def test_a_stage_that_is_closed_is_complete_though_not_every_match_was_played() -> None:
    state = league("points_per_match", "A 1-0 X", "A v B", decisions=[Closing(stage="table")])
    assert standing(state).complete


# -------------------------------------------------------------------------------------------- several stages

TWO_PHASES = """
    stages:
      - id: first
        kind: league
        meetings: 1
        rank_by: [points, goal_difference, goals_for, lots]
      - id: second
        kind: league
        groups: {top: first 1-2, bottom: first 3-4}
        meetings: 1
        %s
        rank_by: [points, {position_in: first}]
    outcomes: {champion: second top 1, order: second top + second bottom}
    """
FIRST = ["A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"]
SECOND = ["B 1-0 A", "D 1-0 C"]


def test_matches_of_an_earlier_stage_may_count_too() -> None:
    state = played(TWO_PHASES % "matches: first", "A B C D", {"first": FIRST, "second": SECOND})
    assert points(state, "second", "top") == {"A": "9", "B": "9"}
    assert outcome(state, "order") == ["A", "B", "C", "D"]


def test_points_may_be_brought_along_and_halved_with_rounding() -> None:
    keys = "carry: {points: first, times: 1/2, round: up}"
    state = played(TWO_PHASES % keys, "A B C D", {"first": FIRST, "second": SECOND})
    # A 9 and B 6: halved 4.5 up to 5, and 3; B won the match.
    assert points(state, "second", "top") == {"B": "6", "A": "5"}


def test_a_deduction_goes_along_into_tables_that_read_the_stage_and_is_halved_with_the_points() -> None:
    taken = Deduction(stage="first", team="A", points=Fraction(-1))
    results = {"first": FIRST, "second": SECOND}
    assert points(played(TWO_PHASES % "matches: first", "A B C D", results, taken), "second", "top")["A"] == "8"
    keys = "carry: {points: first, times: 1/2, round: none}"
    assert points(played(TWO_PHASES % keys, "A B C D", results, taken), "second", "top")["A"] == "4"


SEASON = """
    tournaments: {one: half, two: half}
    stages:
      - id: year
        kind: table
        matches: [one.table, two.table]
        rank_by: [points, goals_for, lots]
      - id: average
        kind: table
        matches: {of: [one.table, two.table], seasons: 3}
        rank_by: [points_per_match, lots]
    outcomes: {champion: year 1, relegated: average last}
    """
HALF = "stages: [{id: table, kind: league, meetings: 1, rank_by: [points, lots]}]\noutcomes: {champion: table 1}"


def _season(one: list[str], two: list[str]) -> Facts:
    halves = {"one": facts_of("A B", {"table": one}), "two": facts_of("A B", {"table": two})}
    return facts_of("A B", {}, tournaments=halves)


def test_a_table_adds_up_tournaments_and_a_window_waits_for_earlier_seasons() -> None:
    from liguilla.engine import play

    state = play(rules(SEASON, half=HALF), _season(["A 1-0 B"], ["A 0-0 B"]))
    assert points(state, "year") == {"A": "4", "B": "1"}
    assert outcome(state, "champion") == "A"
    assert outcome(state, "relegated") == "? matches of 2 earlier seasons"
    assert "average: matches of 2 earlier seasons" in waiting(state)
    assert "average: partidos de 2 temporadas anteriores" in waiting(state, "es")


# --------------------------------------------------------------------------------------------- before the end


def test_a_place_is_certain_once_points_can_no_longer_change_it() -> None:
    keys = "meetings: 1"
    state = league("points, goal_difference", "A 1-0 B", "A 1-0 C", stage=keys, names="A B C D")
    # A has six points and one match left, D none and three: nine may be enough.
    assert places(state)[0] == "? table to be complete"
    state = league("points", "A 1-0 B", "A 1-0 C", "A 1-0 D", "B 0-0 C", "B 0-0 D", stage=keys, names="A B C D")
    assert places(state)[0] == "A"
    assert places(state)[1:] == ["? table to be complete"] * 3
    assert (standing(state).rows[0].best, standing(state).rows[0].worst) == (1, 1)


def test_equal_points_prove_nothing() -> None:
    state = league("points, goal_difference", "A 9-0 B", "A 0-0 C", "B 0-0 C", "C v B", names="A B C")
    assert places(state)[0] == "? table to be complete"


def test_the_past_is_told_as_it_was() -> None:
    rule = """
        stages:
          - id: table
            kind: league
            fixtures: {by: list}
            rank_by: [points, lots]
        outcomes: {champion: table 1}
        """
    results = {"table": ["2012-08-01 A 1-0 B", "2012-08-08 B 2-0 A"]}
    state = played(rule, "A B", results, as_of=dt.date(2012, 8, 5))
    assert points(state) == {"A": "3", "B": "0"}
    assert outcome(state, "champion") == "? table to be complete"


# ------------------------------------------------------------------------------------------------------- groups


def test_groups_by_a_fact_wait_for_a_team_of_which_it_is_not_known() -> None:
    rule = """
        teams: {count: 3, know: {zone: [N, S]}}
        stages:
          - id: table
            kind: league
            groups: {by: zone}
            fixtures: {by: list}
            rank_by: [points, lots]
        outcomes: {champions: each table 1}
        """
    state = played(rule, {"A": {"zone": "N"}, "B": {"zone": "S"}, "C": {}}, {"table": ["A 1-0 C"]})
    assert waiting(state)[0] == "table: the fact: zone of C"
    state = played(rule, {"A": {"zone": "N"}, "B": {"zone": "S"}, "C": {"zone": "N"}}, {"table": ["A 1-0 C"]})
    assert table(state, group="N") == ["1 A", "2 C"]
    assert outcome(state, "champions") == ["A", "B"]


# ---------------------------------------------------------------------------------------- more than is asked for

TOO_OFTEN = (
    "meet more often than the 1 time(s) that table asks for, so this match does not count. "
    "Take out the one that was not played"
)


def test_of_two_that_meet_too_often_the_first_match_counts() -> None:
    results = ["2012-08-08 B 1-0 A", "2012-08-01 A 1-0 B"]
    state = league("points, lots", *results, stage="meetings: 1", names="A B")
    assert points(state) == {"A": "3", "B": "0"}
    assert standing(state).complete
    assert problems_of(state) == [f"match table.1: B and A {TOO_OFTEN}"]


def test_where_the_days_do_not_tell_which_match_is_too_much_none_of_them_counts() -> None:
    for results in (["A 1-0 B", "B 1-0 A"], ["2012-08-01 A 1-0 B", "2012-08-01 B 1-0 A"]):
        state = league("points, lots", *results, stage="meetings: 1", names="A B")
        assert points(state) == {"A": "0", "B": "0"}
        assert not standing(state).complete
        assert problems_of(state) == [f"match table.1: A and B {TOO_OFTEN}", f"match table.2: B and A {TOO_OFTEN}"]


def test_a_match_still_to_be_played_is_too_much_beside_one_that_was() -> None:
    results = ["2012-08-01 A v B", "2012-08-08 B 1-0 A"]
    state = league("points, lots", *results, stage="meetings: 1", names="A B")
    assert points(state) == {"B": "3", "A": "0"}
    assert standing(state).complete


def test_an_annulled_meeting_is_not_missing_and_may_be_played_again() -> None:
    keys, annulled = "meetings: 1", Annulment(match="M1")
    state = league("points, lots", "M1: A 1-0 B", "A 1-0 C", "B 1-0 C", stage=keys, decisions=[annulled])
    assert standing(state).complete
    assert points(state) == {"A": "3", "B": "3", "C": "0"}
    again = league("points, lots", "M1: A 1-0 B", "A 1-0 C", "B 1-0 C", "B v A", stage=keys, decisions=[annulled])
    assert not standing(again).complete
    assert not league("points", "A v B (cancelled)", "A 1-0 C", stage=keys, names="A B C").ranked("table").waits
    assert problems_of(again) == []


def test_a_list_of_matches_that_nobody_has_begun_is_not_played_out() -> None:
    assert not standing(league("points, lots", names="A B")).complete
    assert standing(league("points, lots", "A v B (cancelled)", names="A B")).complete

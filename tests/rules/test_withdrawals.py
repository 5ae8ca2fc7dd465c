"""Teams that withdraw: what becomes of their matches, of the others' points, and of the places."""

from datetime import date
from fractions import Fraction

import pytest

from liguilla.engine import State
from liguilla.facts import Award, Deduction, Exclusion, Score, Withdrawal, WithdrawalRule
from liguilla.words import say
from tests.playing import cup, is_complete, league, outcome, places, played, points, problems_of, standing, table, ties

RESULTS = ["X 2-0 A", "B 1-0 X", "A 1-0 B", "X v B", "A v X", "B v A"]
"""A double round of three: X has beaten A and lost to B, and two matches of X are still to be played."""


def left(rule: str | None = None, team: str = "X", day: str | None = None) -> Withdrawal:
    on = date.fromisoformat(day) if day else None
    return Withdrawal(stage="table", team=team, rule=WithdrawalRule(rule) if rule else None, date=on)


def double_round(*decisions: object, more: str = "", results: list[str] = RESULTS) -> State:
    found: list[object] = list(decisions)
    return league("points, goal_difference, lots", *results, stage="meetings: 2", decisions=found, more=more)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------- what becomes of matches


def test_annulled_all_its_matches_are_as_if_they_had_never_been_scheduled() -> None:
    state = double_round(left("annul"))
    assert points(state) == {"A": "3", "B": "0", "X": "0"}
    assert standing(state).rows[2].record.played == 0
    assert not is_complete(state)
    assert is_complete(double_round(left("annul"), results=[*RESULTS[:3], "B 0-0 A"]))


def test_those_played_are_kept_and_the_rest_is_never_played() -> None:
    state = double_round(left("keep_played"))
    assert points(state) == {"B": "3", "A": "3", "X": "3"}
    assert [row.record.played for row in standing(state).rows] == [2, 2, 2]
    assert is_complete(double_round(left("keep_played"), results=[*RESULTS[:3], "B 0-0 A"]))


def test_the_rest_is_awarded_to_the_opponents() -> None:
    state = double_round(left("award_rest"), more="awarded_score: [2, 0]")
    assert points(state) == {"B": "6", "A": "6", "X": "3"}
    assert standing(state).rows[0].record[4:6] == (3, 1)
    assert is_complete(double_round(left("award_rest"), results=[*RESULTS[:5], "B 0-0 A"]))


def test_a_match_of_the_rest_that_is_not_listed_cannot_be_awarded_and_is_asked_for() -> None:
    state = double_round(left("award_rest"), results=[*RESULTS[:4], "B 0-0 A"])
    assert not is_complete(state)
    assert problems_of(state) == [
        "one match of X in table is not listed, so it can't be awarded. Add it to matches.csv"
    ]


def test_without_a_rule_of_its_own_that_of_the_format_holds() -> None:
    assert points(double_round(left(), more="withdrawal: annul"))["X"] == "0"
    assert points(double_round(left("keep_played"), more="withdrawal: annul"))["X"] == "3"


def test_where_nothing_says_what_becomes_of_its_matches_they_stay_open() -> None:
    state = double_round(left())
    assert points(state) == {"B": "3", "A": "3", "X": "3"}
    assert not is_complete(state)
    assert problems_of(state) == [
        "neither this nor the format says what becomes of the matches of X. Write annul, keep_played or award_rest"
    ]


@pytest.mark.parametrize(("number", "rest"), [(1, "annulled"), (2, "awarded"), (3, "awarded")])
def test_the_rule_may_depend_on_how_much_was_played(number: int, rest: str) -> None:
    """At half-way the second half has begun.

    Source: Real Federación Española de Fútbol, disciplinary code, art. 77, as applied to Reus, who left after 21 of 42
    matches: the first half stood.
    """
    of_x = ["X 2-0 A", "B 1-0 X", "X 3-0 B", "A v X"]
    to_come = [f"{line[0]} v {line[-1]}" for line in of_x[number:]]
    rule = "withdrawal: {until: 1/2, then: annul, after: award_rest}"
    state = double_round(left(), results=["A 1-0 B", "B 0-0 A", *of_x[:number], *to_come], more=rule)
    assert standing(state).rows[2].record.played == (0 if rest == "annulled" else 4)


# ---------------------------------------------------------------------------------------------- its place, and others'


def test_who_withdrew_stands_after_all_that_stay_whatever_its_points() -> None:
    state = league("points, lots", "X 1-0 A", "X 1-0 B", "A 1-0 B", decisions=[left("keep_played")])
    assert points(state) == {"A": "3", "B": "0", "X": "6"}
    assert table(state) == ["1 A", "2 B", "3 X (withdrawal)"]
    assert say(standing(state).rows[2].reason) == "X: withdrawn (no reason given)"
    assert say(standing(state).rows[2].reason, "es") == "X: retirado (no se dio la razón)"
    assert outcome(state, "champion") == "A"


def test_who_withdrew_is_certain_of_the_last_place_at_once() -> None:
    assert places(double_round(left("annul"))) == ["? table to be complete"] * 2 + ["X"]


def test_it_may_be_decided_that_it_keeps_a_place() -> None:
    third = Exclusion(stage="table", team="X", position=1)
    state = league("points", "X 1-0 A", "X 1-0 B", "A 1-0 B", decisions=[left("keep_played"), third])
    assert table(state)[0] == "1 X (exclusion)"


def test_two_that_withdrew_are_put_in_order_after_the_others() -> None:
    decisions = [left("keep_played"), left("keep_played", "Y")]
    state = league("points, lots", "Y 1-0 X", "X 1-0 A", "B 0-0 A", "Y 1-0 B", decisions=decisions)
    assert table(state)[2:] == ["3 Y (withdrawal)", "4 X (withdrawal)"]


def test_its_deductions_stay_in_its_row() -> None:
    taken = Deduction(stage="table", team="X", points=Fraction(-9))
    assert points(double_round(taken, left("annul"))) == {"A": "3", "B": "0", "X": "-9"}


# ---------------------------------------------------------------------------------------------------- other decisions


def test_what_was_awarded_before_counts_as_played() -> None:
    award = Award(match="M1", winner="A", date=date(2020, 1, 1))
    results = ["M1: X v A", *RESULTS[1:]]
    state = double_round(award, left("keep_played", day="2020-02-01"), results=results)
    assert standing(state).rows[2].record.played == 2
    assert points(state)["A"] == "6"


def test_what_is_decided_about_a_match_later_holds() -> None:
    award = Award(match="M1", score=Score(1, 1), date=date(2020, 3, 1))
    results = ["M1: X 2-0 A", *RESULTS[1:]]
    state = double_round(award, left("annul", day="2020-02-01"), results=results)
    assert points(state) == {"A": "4", "B": "0", "X": "1"}
    before = double_round(left("annul", day="2020-04-01"), award, results=results)
    assert points(before) == {"A": "3", "B": "0", "X": "0"}


def test_a_match_between_two_that_left_is_for_the_one_that_left_later() -> None:
    results = ["X v Y", "X 1-0 A", "Y 1-0 A"]
    later = [left("award_rest", day="2020-01-01"), left("award_rest", "Y", "2020-02-01")]
    assert points(league("points, lots", *results, decisions=later)) == {"A": "0", "Y": "6", "X": "3"}
    same_day = [left("award_rest", day="2020-01-01"), left("award_rest", "Y", "2020-01-01")]
    state = league("points, lots", *results, decisions=same_day)
    assert points(state) == {"A": "0", "X": "3", "Y": "3"}
    assert [row.record.lost for row in standing(state).rows] == [2, 1, 1]


def test_a_withdrawal_is_known_from_its_day_on() -> None:
    rule = """
        withdrawal: annul
        stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}]
        outcomes: {}
        """
    results = {"table": ["2020-01-01 X 1-0 A", "2020-01-02 A 1-0 B"]}
    gone = left(day="2020-03-01")
    assert points(played(rule, "A B X", results, gone, as_of=date(2020, 2, 1)))["X"] == "3"
    assert points(played(rule, "A B X", results, gone, as_of=date(2020, 3, 1)))["X"] == "0"


def test_tables_that_read_the_league_read_it_as_it_is_left() -> None:
    rule = """
        stages:
          - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - {id: year, kind: table, matches: table, rank_by: [points, lots]}
        outcomes: {}
        """
    state = played(rule, "A B X", {"table": ["X 1-0 A", "B 1-0 X", "A 1-0 B"]}, left("annul"))
    assert points(state, "year") == {"A": "3", "B": "0", "X": "0"}
    assert is_complete(state, "year")


def test_a_number_of_matches_that_the_rules_ask_for_is_less_for_those_it_would_have_met() -> None:
    stage = "fixtures: {by: list, matches: 2}"
    state = league("points, lots", "X 1-0 A", "B 1-0 X", "A 1-0 B", stage=stage, decisions=[left("annul")])
    assert is_complete(state)


def test_a_team_that_is_not_in_the_stage_cannot_leave_it() -> None:
    state = double_round(left("annul", "Z"))
    assert problems_of(state) == ["Z: not in table. Correct the team, or the stage"]


# --------------------------------------------------------------------------------------------------- in a knock-out

CUP = """
    pairing: bracket
    legs: 2
    hosts: [worse_seed, better_seed]
    decide_by: [aggregate, better_seed]
    rounds: [{id: semifinals}, {id: final}]
    """


def test_the_opponent_of_a_team_that_withdrew_goes_on_without_playing() -> None:
    gone = Withdrawal(stage="cup", team="A", reason="annexed")
    state = cup(CUP, "A B C D", gone, semifinals=["C 1-0 B", "B 1-1 C"])
    assert ties(state, "semifinals") == ["1 A - 4 D: D (decision)", "2 B - 3 C: C (aggregate)"]
    assert say(state.round("cup", "semifinals").ties[0].reason) == "D go on without playing: A withdrawn"
    assert ties(state, "final")[0].startswith("3 C - 4 D")


def test_what_it_has_won_before_it_keeps_and_it_is_out_of_the_next_round() -> None:
    gone = Withdrawal(stage="cup", team="C")
    state = cup(CUP, "A B C D", gone, semifinals=["C 1-0 B", "B 1-1 C", "D 0-1 A", "A 1-0 D"])
    assert ties(state, "semifinals")[1] == "2 B - 3 C: C (aggregate)"
    assert ties(state, "final") == ["1 A - 3 C: A (decision)"]


def test_an_exclusion_does_the_same_also_between_two_legs() -> None:
    out = Exclusion(stage="cup", team="B")
    state = cup(CUP, "A B C D", out, semifinals=["C 1-0 B"])
    assert ties(state, "semifinals")[1] == "2 B - 3 C: C (decision)"


def test_where_both_are_out_nobody_goes_on() -> None:
    out = [Withdrawal(stage="cup", team="B"), Withdrawal(stage="cup", team="C")]
    state = cup(CUP, "A B C D", *out, semifinals=["D 0-1 A", "A 1-0 D"])
    assert ties(state, "semifinals")[1] == "2 B - 3 C: - B and C are both out"
    assert ties(state, "final")[0].endswith(": A")

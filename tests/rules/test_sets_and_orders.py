"""Who is certain of a place, apart from which: sets are known before orders, and nobody is taken twice."""

from textwrap import dedent

import pytest

from liguilla.engine import State
from tests.playing import hosts, outcome, played, ties

CUP_AND_TABLE = """
    stages:
      - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
      - id: cup
        kind: knockout
        entrants: teams
        pairing: in_order
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds: [{id: semifinals}, {id: final}]
    outcomes:
      winner_of_cup: winner final
      qualified: {from: [winner final, table 1-4], places: 3}
      others: {from: [table], places: 2, besides: [qualified]}
      first_two: {from: [table 1-2], places: 2}
      after_two: {from: [table 1-4], places: 2, besides: [first_two]}
      first_three: {from: [table 1-2, table 1-3], places: 3}
    """
ORDER = ["A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"]
CUP = {"cup.semifinals": ["A 1-0 B", "C 1-0 D"], "cup.final": ["A 1-0 C"]}


def test_a_team_that_earned_its_place_twice_has_it_once() -> None:
    state = played(CUP_AND_TABLE, "A B C D", {"table": ORDER, **CUP})
    assert outcome(state, "winner_of_cup") == "A"
    assert outcome(state, "qualified") == ["A", "B", "C"]
    assert outcome(state, "others") == ["D", "- nobody is left to fill it"]


def test_level_teams_that_all_have_a_place_keep_nobody_waiting() -> None:
    level = ["A 1-0 C", "B 1-0 C", "A 0-0 B", "C 1-0 D"]
    state = played(CUP_AND_TABLE, "A B C D", {"table": level})
    both = "A/B: A and B are level in places 1 to 2: lots have to be drawn"
    assert outcome(state, "first_two") == [both, both]
    assert outcome(state, "after_two") == ["C", "D"]
    assert outcome(state, "first_three") == [both, both, "C"]


def test_level_teams_of_whom_one_is_left_out_keep_those_after_them_waiting() -> None:
    level = ["A 1-0 C", "B 1-0 C", "A 0-0 B", "C 1-0 D"]
    rule = CUP_AND_TABLE.replace("first_two: {from: [table 1-2], places: 2}", "first_two: {from: [table 1], places: 1}")
    state = played(rule, "A B C D", {"table": level})
    assert (
        outcome(state, "after_two")
        == ["? this to be settled: A and B are level in places 1 to 2: lots have to be drawn"] * 2
    )


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("winner final is among table 1-2", "yes"),
        ("winner final is not among table 1-2", "no"),
        ("winner final is among table 3-4", "no"),
        ("table 1-2 is among table 1-2", "yes"),
    ],
)
def test_to_be_among_some_is_known_whatever_their_order(condition: str, answer: str) -> None:
    level = ["A 1-0 C", "B 1-0 C", "A 0-0 B", "C 1-0 D"]
    rule = dedent(CUP_AND_TABLE) + f"  asked: [{{take: table 4, when: {condition}}}]\n"
    state = played(rule, "A B C D", {"table": level, **CUP})
    assert ("yes" if outcome(state, "asked") == "D" else "no") == answer


def test_a_fact_that_one_lacks_decides_though_that_of_another_is_not_known() -> None:
    rule = """
        teams: {count: 3, know: {licence: [yes, no]}}
        stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}]
        outcomes:
          asked: [{take: table 1, when: table 1-2 has licence yes}, table 3]
        """
    results = {"table": ["A 1-0 B", "A 1-0 C", "B 1-0 C"]}
    assert outcome(played(rule, {"A": {}, "B": {"licence": "no"}, "C": {}}, results), "asked") == "C"
    assert outcome(played(rule, {"A": {}, "B": {"licence": "yes"}, "C": {}}, results), "asked") == (
        "? the fact: licence of A"
    )


# ------------------------------------------------------------------------------------------------------- a tie

FINAL = """
    stages:
      - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}
      - id: cup
        kind: knockout
        seeds: table
        legs: 2
        hosts: %s
        decide_by: [aggregate, better_seed]
        rounds: [{id: final, ties: [{id: decider, teams: table 1-2}]}]
    outcomes: {}
    """


def final(keys: str, *results: str) -> State:
    return played(FINAL % keys, "A B C", {"table": results})


def test_the_teams_of_a_tie_may_be_certain_before_their_order_is() -> None:
    # C has lost twice; A and B have still to meet.
    state = final("[first, second]", "A 1-0 C", "B 1-0 C")
    assert ties(state, "final") == ["A - B: ? the first leg between A and B"]


@pytest.mark.parametrize("words", ["[first, second]", "[worse_seed, better_seed]"])
def test_who_is_at_home_first_is_not_certain_before_the_order_is(words: str) -> None:
    unknown = "? the host to be named, ? the host to be named"
    assert hosts(final(words, "A 1-0 C", "B 1-0 C"), "final") == [unknown]
    assert hosts(final(words, "A 1-0 C", "B 1-0 C", "A 0-0 B"), "final") == [unknown]
    known = "B, A" if words == "[first, second]" else "A, B"
    assert hosts(final(words, "A 1-0 C", "B 1-0 C", "B 1-0 A"), "final") == [known]


def test_on_neutral_ground_nothing_is_missing() -> None:
    state = final("neutral", "A 1-0 C", "B 1-0 C")
    assert hosts(state, "final") == ["neutral, neutral"]


# -------------------------------------------------------------------------------------------- winners by their seed


def test_a_tie_that_does_not_exist_is_not_counted_among_the_winners() -> None:
    rule = """
        stages:
          - {id: table, kind: league, meetings: 1, rank_by: [points, goal_difference]}
          - id: cup
            kind: knockout
            seeds: table
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds:
              - id: first
                ties:
                  - {id: T1, teams: table 1 + table 4, when: table 1 is more than 9 points ahead of table 2}
                  - {id: T2, teams: table 2 + table 3}
        outcomes: {best: winners first 1}
        """
    state = played(rule, "A B C D", {"table": ORDER, "cup.first": ["B 1-0 C"]})
    assert outcome(state, "best") == "B"

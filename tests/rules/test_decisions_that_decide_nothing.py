"""Decisions that decide nothing: a pair that doesn't meet, a leg that isn't there, lots among teams not level."""

import pytest

from liguilla.engine import State, problems
from liguilla.errors import Severity
from liguilla.facts import Decision, Host, Lots, TieAward
from tests.playing import cup, league, played, problems_of

CUP = "pairing: bracket\nhosts: better_seed\ndecide_by: [score, lots]\nrounds: [{id: semifinals}, {id: final}]"


def bracket(*decisions: Decision, **results: list[str]) -> State:
    return cup(CUP, "A B C D", *decisions, **results)


NO_TIE = "A and B is no tie of the semifinals, so this decides nothing; the ties are A - D and B - C"


@pytest.mark.parametrize(
    "decision",
    [
        TieAward(stage="cup", round="semifinals", teams=("A", "B"), winner="A"),
        Host(stage="cup", round="semifinals", teams=("A", "B"), team="A"),
        Lots(stage="cup", round="semifinals", teams=("A", "B")),
    ],
)
def test_a_pair_that_does_not_meet_is_a_problem(decision: Decision) -> None:
    assert problems_of(bracket(decision)) == [NO_TIE]
    assert problems_of(bracket(decision), "es") == [
        "A y B no es una llave de: semifinales, así que esto no decide nada; las llaves son A - D y B - C"
    ]


def test_a_pair_that_may_still_meet_is_none() -> None:
    assert problems_of(bracket(TieAward(stage="cup", round="final", teams=("A", "B"), winner="A"))) == []
    assert len(problems_of(bracket(TieAward(stage="cup", round="final", teams=("A", "D"), winner="A")))) == 1


def test_a_host_of_a_leg_that_is_not_there_is_a_problem() -> None:
    host = Host(stage="cup", round="semifinals", teams=("A", "D"), team="D", leg=2)
    assert problems_of(bracket(host)) == ["there is no leg 2 in this tie; the last one is 1"]
    assert problems_of(bracket(host), "es") == ["esta llave no tiene partido 2; el último es el 1"]


def test_lots_in_a_tie_that_has_a_winner_settle_nothing_and_are_noted() -> None:
    lots = Lots(stage="cup", round="semifinals", teams=("D", "A"))
    state = bracket(lots, semifinals=["A 1-0 D"])
    assert problems_of(state) == ["the lots between D and A settle nothing: A go through 1-0"]
    assert problems_of(state, "es") == ["el sorteo entre D y A no define nada: A avanza 1-0"]
    assert [problem.severity for problem in problems(state)] == [Severity.NOTE]
    assert problems_of(bracket(lots, semifinals=["A 0-0 D"])) == []
    assert problems_of(bracket(lots)) == []  # they may still be needed


RESULTS = ["A 1-0 C", "B 1-0 C", "A 0-0 B"]


def lots(*names: str) -> Lots:
    return Lots(stage="table", teams=names)


def test_lots_among_level_teams_settle_something() -> None:
    assert problems_of(league("points, lots", *RESULTS, decisions=[lots("B", "A")])) == []
    assert problems_of(league("points, lots", *RESULTS, decisions=[lots("B", "A", "C")])) == []


def test_lots_among_teams_that_are_not_level_are_noted() -> None:
    state = league("points, lots", *RESULTS, decisions=[lots("B", "C")])
    assert problems_of(state) == [
        "the lots between B and C settle nothing: in table they are not level where lots are drawn"
    ]
    assert problems_of(state, "es") == [
        "el sorteo entre B y C no define nada: en tabla no están empatados donde se sortea"
    ]
    assert [problem.severity for problem in problems(state)] == [Severity.NOTE]


def test_lots_that_leave_out_a_level_team_are_a_problem() -> None:
    state = league("points, lots", "A 1-1 B", "B 0-0 C", "C 2-2 A", decisions=[lots("C", "A")])
    assert problems_of(state) == ["the lots between C and A leave out B, level with them. Draw lots among all of them"]
    assert problems_of(state, "es") == [
        "el sorteo entre C y A deja fuera a B, que está empatado con ellos. Sortee entre todos"
    ]


def test_lots_in_a_table_that_draws_none_are_noted() -> None:
    assert len(problems_of(league("points, shared", *RESULTS, decisions=[lots("B", "A")]))) == 1


def test_nothing_is_said_of_lots_before_the_table_is_complete() -> None:
    assert problems_of(league("points, lots", *RESULTS[:2], "A v B", decisions=[lots("B", "C")])) == []


def test_lots_of_a_knock_out_name_their_round() -> None:
    text = """
        stages:
          - {id: cup, kind: knockout, entrants: teams, hosts: neutral, decide_by: [score, lots], rounds: [{id: final}]}
        outcomes: {}
    """
    assert problems_of(played(text, "A B", {}, Lots(stage="cup", teams=("A", "B")))) == [
        "lots in cup are drawn in a tie. Say in which round"
    ]

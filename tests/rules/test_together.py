"""Together: two of a round that share a value meet, and the opponents they were given meet each other."""

import pytest

from liguilla.engine import State, explain_tie
from liguilla.engine.together import exchanged
from liguilla.facts import Pairing
from liguilla.words import say
from tests.playing import played, problems_of, ties, waiting

CUP = """
    teams: {count: 8, know: {country: any}}
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        hosts: better_seed
        decide_by: [score, shoot_out]
        rounds:
          - {id: quarterfinals, pairing: bracket}
          - {id: semifinals, PAIRING}
          - {id: final}
    outcomes: {champion: winner final}
"""
RESULTS = ["A 1-0 H", "D 1-0 E", "B 1-0 G", "C 1-0 F"]


def semifinals(
    countries: str, results: list[str] = RESULTS, pairing: str = "together: country, pairing: bracket", *drawn: Pairing
) -> State:
    """Play quarterfinals in which A and D, B and C are given each other next."""
    known = {name: {"country": country} for name, country in zip("ABCDEFGH", countries.split(), strict=True)}
    text = CUP.replace("PAIRING", pairing)
    return played(text, known, {"cup.quarterfinals": results}, *drawn)


def pairs(state: State) -> list[str]:
    return [line.partition(":")[0] for line in ties(state, "semifinals")]


@pytest.mark.parametrize(
    ("countries", "expected"),
    [
        ("ARG BRA COL URU x x x x", ["1 A - 4 D", "2 B - 3 C"]),
        ("ARG ARG COL URU x x x x", ["1 A - 2 B", "3 C - 4 D"]),
        ("ARG BRA COL COL x x x x", ["1 A - 2 B", "3 C - 4 D"]),
        ("ARG BRA ARG URU x x x x", ["1 A - 3 C", "2 B - 4 D"]),
        ("ARG BRA COL ARG x x x x", ["1 A - 4 D", "2 B - 3 C"]),  # they were given each other
        ("ARG ARG BRA BRA x x x x", ["1 A - 2 B", "3 C - 4 D"]),
        ("ARG ARG BRA ARG x x x x", ["1 A - 4 D", "2 B - 3 C"]),  # A and D meet already
        ("ARG ARG ARG ARG x x x x", ["1 A - 4 D", "2 B - 3 C"]),
    ],
)
def test_two_who_share_a_value_meet(countries: str, expected: list[str]) -> None:
    state = semifinals(countries)
    assert pairs(state) == expected
    assert problems_of(state) == []


def test_nobody_stands_in_a_tie_before_it_is_known_who_all_of_them_are() -> None:
    state = semifinals("ARG BRA COL URU x x x x", RESULTS[:3])
    assert pairs(state) == ["? - ?", "? - ?"]
    assert waiting(state)[1] == "cup.semifinals.1: the teams of the semifinals"


def test_a_value_that_is_not_known_is_waited_for() -> None:
    known = {name: {"country": "x"} if name != "D" else {} for name in "ABCDEFGH"}
    text = CUP.replace("PAIRING", "together: country, pairing: bracket")
    state = played(text, known, {"cup.quarterfinals": RESULTS})
    assert pairs(state) == ["? - ?", "? - ?"]


def test_a_match_of_a_pair_that_may_have_to_meet_is_no_problem() -> None:
    text = CUP.replace("PAIRING", "together: country, pairing: bracket")
    known = {name: {"country": "x"} for name in "ABCDEFGH"}
    state = played(text, known, {"cup.quarterfinals": RESULTS[:3], "cup.semifinals": ["A v B"]})
    assert problems_of(state) == []


def test_the_ties_of_a_listed_round_are_exchanged_too() -> None:
    listed = "together: country, ties: [{id: S1, teams: winner QA + winner QD}, {id: S2, teams: winner QB + winner QC}]"
    text = CUP.replace("PAIRING", listed).replace(
        "pairing: bracket}",
        "ties: [{id: QA, teams: teams where side a}, {id: QB, teams: teams where side b}, "
        "{id: QC, teams: teams where side c}, {id: QD, teams: teams where side d}]}",
        1,
    )
    text = text.replace("know: {country: any}", "know: {country: any, side: [a, b, c, d]}")
    countries = dict(zip("ABCDEFGH", ("ARG", "ARG", "COL", "URU", "x", "x", "x", "x"), strict=True))
    sides = dict(zip("ABCDEFGH", "abcddcba", strict=True))
    known = {name: {"country": countries[name], "side": sides[name]} for name in "ABCDEFGH"}
    state = played(text, known, {"cup.quarterfinals": RESULTS})
    assert [(tie.id, line) for tie, line in zip(state.round("cup", "semifinals").ties, pairs(state), strict=True)] == [
        ("S1", "1 A - 2 B"),
        ("S2", "3 C - 4 D"),
    ]


def test_why_they_meet_is_said() -> None:
    state = semifinals("ARG ARG COL URU x x x x")
    explained = explain_tie(state, "semifinals", "A")
    together = next(each for each in explained.because if each.rule == "stages.cup.rounds.semifinals.together")
    assert say(together.says) == "A and B meet because they have the same country: ARG"
    assert say(together.says, "es") == "A y B se enfrentan porque tienen el mismo dato, country: ARG"


def test_a_draw_that_does_not_put_them_together_is_a_problem() -> None:
    drawn = [Pairing(stage="cup", round="semifinals", teams=pair) for pair in (("A", "C"), ("B", "D"))]
    state = semifinals("ARG ARG COL URU x x x x", RESULTS, "together: country, pairing: drawn", *drawn)
    assert pairs(state) == ["1 A - 3 C", "2 B - 4 D"]
    assert problems_of(state) == [
        "two of one country meet, so the ties ought to be A - B and C - D (stages.cup.rounds.semifinals.together)"
    ]
    assert problems_of(state, "es") == [
        "dos con el mismo dato (country) se enfrentan, así que las llaves deben ser A - B y C - D "
        "(stages.cup.rounds.semifinals.together)"
    ]


# ---------------------------------------------------------------------------------------- where the rule leaves it open


@pytest.mark.parametrize(
    "values",
    [
        {"A": "x", "B": "1", "C": "x", "D": "2", "E": "x", "F": "3"},  # three share it: which two meet?
        {"A": "x", "B": "1", "C": "x", "D": "y", "E": "y", "F": "3"},  # D would have to meet both B and E
    ],
)
def test_the_rule_does_not_always_say_who_meets_whom(values: dict[str, str]) -> None:
    assert exchanged([("A", "B"), ("C", "D"), ("E", "F")], values) is None


SIX = """
    teams: {count: 6, know: {country: any}}
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        pairing: in_order
        hosts: first
        decide_by: [score, shoot_out]
        rounds: [{id: first, together: country}]
    outcomes: {}
"""
THREE_OF_ONE = {name: {"country": country} for name, country in zip("ABCDEF", "x1x2x3", strict=True)}


def test_what_the_rule_leaves_open_is_drawn() -> None:
    state = played(SIX, THREE_OF_ONE, {})
    assert waiting(state)[0] == (
        "cup.first.1: the draw of the first: more than two have the same country, "
        "and the rules don't say which of them meet"
    )
    drawn = [Pairing(stage="cup", round="first", teams=pair) for pair in (("A", "C"), ("B", "D"), ("E", "F"))]
    state = played(SIX, THREE_OF_ONE, {}, *drawn)
    assert [line.partition(":")[0] for line in ties(state, "first")] == ["1 A - 3 C", "2 B - 4 D", "5 E - 6 F"]
    assert problems_of(state) == []

"""What was drawn is held against pots, boxes and who has to be kept apart; a contradiction names its rule."""

import pytest

from liguilla.engine import State
from liguilla.facts import DrawnBall, Pairing
from tests.playing import boxes, cup, played, problems_of, ties

GROUPS = """
    teams: {{count: 6, know: {{pot: [1, 2, 3], zone: any, free: [yes, no]}}}}
    stages:
      - id: sorteo
        kind: draw
        pots:
          - {{teams: teams where pot 1, into: [A, B]}}
          - {{teams: teams where pot 2, into: [A, B]}}
          - {{teams: teams where pot 3, into: [A, B]}}
        apart: [{}]
    outcomes: {{}}
    """
ZONES = dict(zip("PQRSTU", "xyxwzx", strict=True))
KNOWN = {name: {"pot": str(1 + number // 2), "zone": ZONES[name], "free": "no"} for number, name in enumerate("PQRSTU")}
VALID = "A P, B Q, A S, B R, A T, B U"


def draw(balls: str, apart: str = "", known: dict[str, dict[str, str]] = KNOWN) -> State:
    """Draw teams into boxes, ball by ball: ``A P, B Q``."""
    pairs = [ball.split() for ball in balls.split(", ")]
    drawn = [DrawnBall(stage="sorteo", box=box, team=team, order=number) for number, (box, team) in enumerate(pairs, 1)]
    return played(GROUPS.format(apart), known, {}, *drawn)


# ----------------------------------------------------------------------------------------------------- pots and boxes


def test_a_draw_by_the_rules_has_no_problem() -> None:
    state = draw(VALID)
    assert boxes(state, "sorteo") == {"A": ["P", "S", "T"], "B": ["Q", "R", "U"]}
    assert problems_of(state) == []


@pytest.mark.parametrize(
    ("balls", "english", "spanish"),
    [
        ("A P, C Q", 'sorteo has no box "C"; it has A and B', 'sorteo no tiene el lugar "C"; tiene A y B'),
        ("A P, B P", "P was drawn twice, into A and into B", "P se sorteó dos veces, en A y en B"),
        ("A P, B Z", "Z is in no pot of sorteo", "Z no está en ningún bombo de: sorteo"),
        (
            "A P, A Q",
            "Q can't be drawn into A: the pot has one place there, which is taken (stages.sorteo.pots[0])",
            "Q no puede quedar en A: el bombo tiene ahí un lugar, y está ocupado (stages.sorteo.pots[0])",
        ),
    ],
)
def test_a_ball_that_the_pots_do_not_allow_is_a_problem(balls: str, english: str, spanish: str) -> None:
    assert problems_of(draw(balls)) == [english]
    assert problems_of(draw(balls), "es") == [spanish]


def test_a_pot_goes_into_its_own_boxes_only() -> None:
    text = GROUPS.format("").replace("pot 3, into: [A, B]", "pot 3, into: [C, D]")
    state = played(text, KNOWN, {}, DrawnBall(stage="sorteo", box="A", team="T"))
    assert problems_of(state) == ["T can't be drawn into A: the pot goes into C or D (stages.sorteo.pots[2])"]


def test_nothing_is_said_of_a_pot_that_is_not_known() -> None:
    known = {**KNOWN, "Q": {"zone": "y", "free": "no"}}
    problems = problems_of(draw("A P, B Q", known=known))
    assert [problem for problem in problems if "pot of Q is not known" not in problem] == []


# --------------------------------------------------------------------------------------------------------- kept apart


def test_more_of_one_value_than_a_box_may_hold_are_a_problem() -> None:
    state = draw("A P, B Q, A R, B S, A T, B U", "{by: zone}")
    assert problems_of(state) == [
        "A holds P and R, of one zone (x); no more than 1 may be together (stages.sorteo.apart[0])"
    ]
    assert problems_of(state, "es") == [
        "en A están P y R, con el mismo dato (zone: x); no puede haber más de 1 (stages.sorteo.apart[0])"
    ]
    assert boxes(state, "sorteo")["A"] == ["P", "R", "T"]  # drawn is drawn


def test_some_values_may_have_more_in_a_box() -> None:
    assert problems_of(draw("A P, B Q, A R, B S, A T, B U", "{by: zone, except: {x: 2}}")) == []


def test_teams_that_are_free_do_not_count() -> None:
    known = {**KNOWN, "R": {**KNOWN["R"], "free": "yes"}}
    assert problems_of(draw("A P, B Q, A R, B S, A T, B U", "{by: zone, unless: free yes}", known)) == []


def test_a_full_box_needs_its_least_number_of_every_value() -> None:
    known = {name: {**KNOWN[name], "zone": zone} for name, zone in zip("PQRSTU", "xxyyzy", strict=True)}
    state = draw(VALID, "{by: zone, at_least: 1, at_most: 3}", known)
    assert problems_of(state) == ["B needs at least 1 with the zone z (stages.sorteo.apart[0])"]
    assert problems_of(state, "es") == ["B necesita al menos 1 con zone z (stages.sorteo.apart[0])"]
    assert problems_of(draw("A P, B Q, A S", "{by: zone, at_least: 1, at_most: 3}", known)) == []  # may still come


# ------------------------------------------------------------------------------------------------------- drawn rounds

DRAWN = """
    teams: {count: 4, know: {zone: any}}
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        pairing: drawn
        apart: [{by: zone}]
        hosts: first
        decide_by: [score, shoot_out]
        rounds: [{id: semifinals}, {id: final}]
    outcomes: {}
"""
FOUR = {name: {"zone": zone} for name, zone in zip("ABCD", "xxyz", strict=True)}


def pairing(*teams: str, round_: str = "semifinals") -> Pairing:
    return Pairing(stage="cup", round=round_, teams=teams)  # type: ignore[arg-type]


APART = "A and B are of one zone (x), so they can't be drawn against each other (stages.cup.apart[0])"


def test_two_who_have_to_be_kept_apart_are_a_problem() -> None:
    state = played(DRAWN, FOUR, {}, pairing("A", "B"))
    assert problems_of(state) == [APART]
    assert problems_of(state, "es")[0].startswith("A y B tienen el mismo dato (zone: x), así que no pueden enfrentarse")
    assert ties(state, "semifinals")[0] == "1 A - 2 B: ? the match between A and B"
    assert problems_of(played(DRAWN, FOUR, {}, pairing("A", "C"))) == []


def test_a_pair_that_only_a_match_shows_is_held_to_the_rules_too() -> None:
    assert problems_of(played(DRAWN, FOUR, {"cup.semifinals": ["A 1-0 B"]})) == [APART]


def test_nobody_is_kept_apart_where_nothing_is_left_to_draw() -> None:
    results = {"cup.semifinals": ["A 1-0 C", "B 1-0 D"], "cup.final": ["A 1-0 B"]}
    assert problems_of(played(DRAWN, FOUR, results)) == []


def test_as_many_rounds_as_needed_keep_apart_too() -> None:
    text = DRAWN.replace("[{id: semifinals}, {id: final}]", "as_needed")
    assert problems_of(played(text, FOUR, {}, pairing("B", "A"))) == [APART]


def test_a_team_is_drawn_once() -> None:
    state = played(DRAWN, FOUR, {}, pairing("A", "C"), pairing("C", "D"))
    assert problems_of(state) == ["C was drawn twice: A and C, and C and D"]
    assert problems_of(state, "es") == ["C se sorteó dos veces: A y C, y C y D"]


def test_only_teams_of_the_round_are_drawn() -> None:
    state = played(DRAWN, FOUR, {}, pairing("A", "Z"), pairing("C", "D"))
    assert problems_of(state) == ["Z: not in the semifinals"]
    assert problems_of(state, "es") == ["Z: no está en: semifinales"]
    results = {"cup.semifinals": ["A 1-0 C", "B 1-0 D"]}
    assert problems_of(played(DRAWN, FOUR, results, pairing("A", "C", round_="final"))) == ["C: not in the final"]
    assert problems_of(played(DRAWN, FOUR, {}, pairing("A", "C", round_="final"))) == []  # who is, isn't known yet


def test_nothing_is_drawn_where_the_rules_say_who_meets_whom() -> None:
    keys = "pairing: bracket\nhosts: neutral\ndecide_by: [score, lots]\nrounds: [{id: semifinals}, {id: final}]"
    state = cup(keys, "A B C D", pairing("A", "B"), pairing("B", "C"))
    assert problems_of(state) == ["nothing is drawn in the semifinals: the rules say who meets whom"]
    assert problems_of(state, "es") == ["no se sortea nada en: semifinales; las reglas dicen quién enfrenta a quién"]

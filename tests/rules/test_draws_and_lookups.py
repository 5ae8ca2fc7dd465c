"""Draws, whose boxes are filled by lot, which is a fact; and lookups, whose boxes are filled from a printed table."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from liguilla.engine import State, play
from liguilla.facts import DrawnBall, Facts, Lots, Pairing, Score, Status
from tests.playing import boxes, matches, outcome, played, rules, teams, ties, waiting

DRAW = """
    teams: {count: 4, know: {pot: [1, 2], host: [yes, no]}}
    stages:
      - id: sorteo
        kind: draw
        name: {en: Draw, es: Sorteo}
        pots:
          - {teams: teams where host yes, into: [A]}
          - {teams: teams where pot 1 and host no, into: [B]}
          - {teams: teams where pot 2, into: [A, B]}
    outcomes: {drawn: sorteo A + sorteo B, second: sorteo A 2}
    """
POTS = {
    "Toluca": {"pot": "1", "host": "yes"},
    "León": {"pot": "1", "host": "no"},
    "Puebla": {"pot": "2", "host": "no"},
    "Celaya": {"pot": "2", "host": "no"},
}


def ball(box: str, team: str, order: int | None = None, stage: str = "sorteo") -> DrawnBall:
    return DrawnBall(stage=stage, box=box, team=team, order=order)


# --------------------------------------------------------------------------------------------------------- draws


def test_one_team_into_one_box_is_a_fixed_place_and_the_others_wait_for_the_draw() -> None:
    state = played(DRAW, POTS, {})
    assert boxes(state, "sorteo") == {"A": ["Toluca", "? the draw: Draw"], "B": ["León", "? the draw: Draw"]}
    assert "sorteo A: el sorteo: Sorteo" in waiting(state, "es")


def test_the_balls_that_were_drawn_fill_the_boxes_in_the_order_of_the_pots() -> None:
    state = played(DRAW, POTS, {}, ball("B", "Puebla", 1), ball("A", "Celaya", 2))
    assert boxes(state, "sorteo") == {"A": ["Toluca", "Celaya"], "B": ["León", "Puebla"]}
    assert outcome(state, "drawn") == ["Toluca", "Celaya", "León", "Puebla"]
    assert outcome(state, "second") == "Celaya"


def test_a_box_waits_for_the_ball_that_is_not_known() -> None:
    state = played(DRAW, POTS, {}, ball("B", "Puebla", 1))
    assert boxes(state, "sorteo") == {"A": ["Toluca", "? the draw: Draw"], "B": ["León", "Puebla"]}


TWICE = """
    stages:
      - id: sorteo
        kind: draw
        pots: [{teams: teams, into: [A, A, B, B]}]
    outcomes: {}
    """


def test_a_box_with_two_places_is_filled_in_the_order_of_the_balls() -> None:
    balls = [ball("A", "Z", 4), ball("B", "X", 1), ball("A", "Y", 2), ball("B", "W", 3)]
    for order in permutations(balls):
        assert boxes(played(TWICE, "W X Y Z", {}, *order), "sorteo") == {"A": ["Y", "Z"], "B": ["X", "W"]}


def test_without_numbers_the_order_of_the_rows_carries_no_meaning() -> None:
    balls = [ball("A", "Z"), ball("B", "X"), ball("A", "Y"), ball("B", "W")]
    found = {str(boxes(played(TWICE, "W X Y Z", {}, *order), "sorteo")) for order in permutations(balls)}
    assert len(found) == 1


def test_no_ball_fills_a_place_while_it_is_not_known_whom_the_pot_holds() -> None:
    rule = """
        teams: {count: 4, know: {pot: [1, 2]}}
        stages:
          - id: table
            kind: league
            entrants: teams where pot 2
            meetings: 1
            rank_by: [points, lots]
          - id: sorteo
            kind: draw
            pots:
              - {teams: teams where pot 1, into: [A, B]}
              - {teams: table 1-2, into: [A, B]}
        outcomes: {}
        """
    pots = {"W": {"pot": "1"}, "X": {"pot": "1"}, "Y": {"pot": "2"}, "Z": {"pot": "2"}}
    wait = "? the draw: sorteo"
    state = played(rule, pots, {}, ball("A", "X", 1), ball("B", "W", 2))
    assert boxes(state, "sorteo") == {"A": ["X", wait], "B": ["W", wait]}
    state = played(rule, {**pots, "Z": {}}, {}, ball("A", "X", 1), ball("B", "W", 2))
    assert boxes(state, "sorteo") == {"A": [wait, wait], "B": [wait, wait]}


def test_level_teams_that_lie_wholly_inside_a_pot_can_be_drawn() -> None:
    rule = """
        stages:
          - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - id: sorteo
            kind: draw
            pots: [{teams: table 1-2, into: [A, B]}]
        outcomes: {}
        """
    state = played(rule, "X Y Z", {"table": ["X 1-0 Z", "Y 1-0 Z"]}, ball("A", "Y"), ball("B", "X"))
    assert boxes(state, "sorteo") == {"A": ["Y"], "B": ["X"]}


# ------------------------------------------------------------------------------------------------- drawn rounds

CUP = """
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        pairing: drawn
        hosts: first
        decide_by: [score, shoot_out]
        rounds: [{id: semifinals}, {id: final}]
    outcomes: {champion: winner final}
    """


def test_the_pairs_do_not_depend_on_the_order_in_which_matches_came() -> None:
    semifinals = matches("cup.semifinals", ["D 2-0 B", "C 1-0 A"])
    for order in permutations(semifinals):
        facts = Facts(teams=teams("A B C D"), matches=order)
        assert ties(play(rules(CUP), facts), "semifinals") == ["1 A - 3 C: C (score)", "2 B - 4 D: D (score)"]


def test_the_pairs_stay_in_their_order_when_a_result_comes_in() -> None:
    format_ = rules(CUP)
    open_ = matches("cup.semifinals", ["D v B", "C v A"])
    state = play(format_, Facts(teams=teams("A B C D"), matches=open_))
    for match in open_:
        facts = state.facts.with_matches([replace(match, status=Status.PLAYED, score=Score(1, 0))])
        state = play(format_, facts, after=state)
        assert state == play(format_, facts)


def test_the_state_before_a_draw_does_not_know_it_from_later_matches() -> None:
    drawn = Pairing(stage="cup", round="semifinals", teams=("B", "D"), date=date(2020, 5, 3))
    results = {"cup.semifinals": ["2020-05-10 B 2-0 D", "2020-05-11 C 1-0 A"]}
    before = played(CUP, "A B C D", results, drawn, as_of=date(2020, 5, 1))
    assert [line.partition(":")[0] for line in ties(before, "semifinals")] == ["? - ?", "? - ?"]
    after = played(CUP, "A B C D", results, drawn, as_of=date(2020, 5, 4))
    assert [line.partition(":")[0] for line in ties(after, "semifinals")] == ["2 B - 4 D", "? - ?"]


def test_teams_that_are_certain_can_be_drawn_whatever_their_order() -> None:
    rule = (
        CUP.replace("entrants: teams", "entrants: table 1-2")
        .replace("{id: semifinals}, ", "")
        .replace("stages:", "stages:\n      - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}")
    )
    drawn = Pairing(stage="cup", round="final", teams=("Y", "X"))
    state = played(rule, "X Y Z", {"table": ["X 1-0 Z", "Y 1-0 Z", "X 0-0 Y"]}, drawn)
    assert ties(state, "final") == ["Y - X: ? the match between Y and X"]
    # Certain by points alone, though the last match is still to come:
    state = played(rule, "X Y Z", {"table": ["X 1-0 Z", "Y 1-0 Z"]}, drawn)
    assert ties(state, "final") == ["Y - X: ? the match between Y and X"]


def test_who_is_left_over_in_a_draw_with_byes_has_one() -> None:
    rule = CUP.replace("{id: semifinals}", "{id: first, byes: 2}")
    drawn = Pairing(stage="cup", round="first", teams=("D", "B"))
    state = played(rule, "A B C D", {}, drawn)
    assert [place.team for place in state.round("cup", "first").byes] == ["A", "C"]  # type: ignore[union-attr]
    state = played(rule, "A B C D", {})
    assert len(state.round("cup", "first").byes) == 2


# -------------------------------------------------------------------------------------------------------- lookups

LOOKUP = """
    teams: {count: 6, know: {group: [A, B, C]}}
    stages:
      - {id: group, kind: league, groups: {by: group}, meetings: 1, rank_by: [points, lots]}
      - {id: seconds, kind: table, entrants: each group 2, matches: group, rank_by: [goal_difference, lots]}
      - id: second_for
        kind: lookup
        entrants: seconds 1-2
        columns: [one, two]
        rows:
          AB: [B, A]
          AC: [A, C]
          BC: [2C, 2B]
    outcomes: {}
    """
GROUPS = {team: {"group": group} for team, group in zip(("A1", "A2", "B1", "B2", "C1", "C2"), "AABBCC", strict=True)}


def thirds(*results: str, drawn: tuple[Lots, ...] = ()) -> State:
    return played(LOOKUP, GROUPS, {"group": results}, *drawn)


@pytest.mark.parametrize(
    ("goals", "one", "two"),
    [((1, 2, 3), "B2", "A2"), ((1, 3, 2), "A2", "C2"), ((3, 1, 2), "C2", "B2")],
)
def test_the_groups_that_the_entrants_come_from_choose_the_row(goals: tuple[int, ...], one: str, two: str) -> None:
    results = [f"{group}1 {n}-0 {group}2" for group, n in zip("ABC", goals, strict=True)]
    assert boxes(thirds(*results), "second_for") == {"one": [one], "two": [two]}


def test_level_teams_that_lie_wholly_inside_choose_the_row_without_lots() -> None:
    assert boxes(thirds("A1 1-0 A2", "B1 1-0 B2", "C1 2-0 C2"), "second_for") == {"one": ["B2"], "two": ["A2"]}


def test_level_teams_across_the_last_place_keep_it_waiting_until_lots_are_drawn() -> None:
    results = ["A1 1-0 A2", "B1 2-0 B2", "C1 2-0 C2"]
    assert boxes(thirds(*results), "second_for")["one"] == ["? the entrants of second for"]
    lots = Lots(stage="seconds", teams=("C2", "B2"))
    assert boxes(thirds(*results, drawn=(lots,)), "second_for") == {"one": ["A2"], "two": ["C2"]}


def test_a_lookup_waits_for_its_entrants() -> None:
    assert boxes(thirds("A1 1-0 A2", "B1 1-0 B2"), "second_for")["two"] == ["? the entrants of second for"]

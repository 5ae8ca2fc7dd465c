"""Draws that no file tells are worked out from the ties played, and only where these leave no doubt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from liguilla.engine import play
from liguilla.facts import DrawnBall
from liguilla.formats import Format
from liguilla.notation.competitions import KnownCompetition, KnownTeam, common_words
from liguilla.notation.placement import Placement, place_results
from tests.notation.placement.recording import recorded
from tests.playing import rules, ties

BOXES = "ABCDEFGH"
LAST_16 = ", ".join(f"{{id: {box}, teams: the_draw {box}}}" for box in BOXES)
POTS = f"""
teams: {{count: 16, know: {{pot: [1, 2]}}}}
stages:
  - id: the_draw
    kind: draw
    pots:
      - {{teams: teams where pot 1, into: [{", ".join(BOXES)}]}}
      - {{teams: teams where pot 2, into: [{", ".join(BOXES)}]}}
  - id: cup
    kind: knockout
    hosts: neutral
    decide_by: [score, shoot_out]
    rounds:
      - {{id: round_of_16, ties: [{LAST_16}]}}
"""
BRACKET = rules(
    POTS
    + """
      - id: quarterfinals
        ties:
          - {id: S1, teams: winner A + winner H}
          - {id: S2, teams: winner B + winner G}
          - {id: S3, teams: winner C + winner F}
          - {id: S4, teams: winner D + winner E}
      - id: semifinals
        ties: [{id: F1, teams: winner S1 + winner S4}, {id: F2, teams: winner S2 + winner S3}]
      - {id: final, teams: winners semifinals}
outcomes: {champion: winner final}
"""
)
DRAWN_AGAIN = rules(
    POTS
    + """
      - {id: quarterfinals, pairing: drawn}
      - {id: semifinals, pairing: drawn}
      - {id: final, teams: winners semifinals}
outcomes: {champion: winner final}
"""
)
TEAMS = KnownCompetition(
    id="cup",
    folder="xyz",
    name="Cup",
    titles=(),
    formats=(),
    headings=common_words(),
    teams=tuple(KnownTeam(f"T{number}", facts={"pot": "1" if number <= 8 else "2"}) for number in range(1, 17)),
)

ROUND_OF_16 = "# Round of 16\n" + "\n".join(f"2020-01-0{n} T{n} 1-0 T{n + 8}" for n in range(1, 9)) + "\n"
QUARTERFINALS = "# Quarter-finals\n" + "".join(f"2020-02-0{n} T{n} 1-0 T{n + 4}\n" for n in range(1, 5))
SEMIFINAL = "# Semi-finals\n2020-03-01 T1 1-0 T3\n"
FIRST_TIES = sorted(f"T{number} - T{number + 8}" for number in range(1, 9))


def placed(format_: Format, text: str) -> Placement:
    return place_results(recorded(text), format_, TEAMS)


def said(placement: Placement) -> list[str]:
    return [problem.message.code.removeprefix("placing.") for problem in placement.problems]


def drawn(placement: Placement) -> list[DrawnBall]:
    return [each for each in placement.facts.decisions if isinstance(each, DrawnBall)]


def pairs(placement: Placement, format_: Format, round_: str) -> list[str]:
    return sorted(tie.partition(":")[0] for tie in ties(play(format_, placement.facts), round_, "cup"))


@pytest.mark.parametrize("played", [ROUND_OF_16, ROUND_OF_16 + QUARTERFINALS])
def test_a_bracket_that_the_ties_so_far_leave_open_is_not_guessed(played: str) -> None:
    placement = placed(BRACKET, played)
    assert drawn(placement) == []
    assert said(placement) == ["draw_not_told", *(["tie_not_known"] if "Quarter" in played else [])]
    assert set(pairs(placement, BRACKET, "semifinals")) == {"? - ?"}


def test_with_one_of_two_semifinals_nothing_is_left_open() -> None:
    placement = placed(BRACKET, ROUND_OF_16 + QUARTERFINALS + SEMIFINAL)
    assert said(placement) == ["draw_worked_out"]
    assert pairs(placement, BRACKET, "round_of_16") == FIRST_TIES
    assert pairs(placement, BRACKET, "semifinals") == ["T1 - T3", "T2 - T4"]


def test_where_the_next_round_is_drawn_anew_it_does_not_matter_which_tie_is_which() -> None:
    placement = placed(DRAWN_AGAIN, ROUND_OF_16)
    assert said(placement) == ["draw_worked_out"]
    assert pairs(placement, DRAWN_AGAIN, "round_of_16") == FIRST_TIES


def test_a_draw_of_which_not_all_ties_were_played_is_not_told() -> None:
    some = "\n".join(ROUND_OF_16.splitlines()[:4])
    placement = placed(DRAWN_AGAIN, some)
    (problem,) = placement.problems
    assert problem.text() == (
        "the draw is in no file, and what was played doesn't tell it yet: 3 matches are in no tie until it is known. "
        "Write the draw into a file for --decisions"
    )


STEPS = """
teams: {count: 10, know: {pot: [1, 2, 3]}}
stages:
  - id: the_draw
    kind: draw
    pots:
      - {teams: teams where pot 1, into: [A, C, E]}
      - {teams: teams where pot 2, into: [B, D]}
      - {teams: teams where pot 3, into: [A, B, C, D, E]}
  - id: cup
    kind: knockout
    hosts: neutral
    decide_by: [score, shoot_out]
    rounds:
      - id: first_round
        ties:
          - {id: A, teams: the_draw A}
          - {id: B, teams: the_draw B}
          - {id: C, teams: the_draw C}
          - {id: D, teams: the_draw D}
          - {id: E, teams: the_draw E}
      - {id: second_round, ties: [{id: S, teams: winner A + winner B}]}
      - {id: third_round, ties: [{id: T, teams: winner S + winner C}]}
      - {id: fourth_round, ties: [{id: U, teams: winner T + winner D}]}
      - {id: final, ties: [{id: F, teams: winner U + winner E}]}
outcomes: {champion: winner final}
"""


def test_what_all_draws_that_fit_have_in_common_is_certain() -> None:
    """Ann and Bob met in the second round, so they were drawn into A and B, and Dee into D; who is C is open."""
    pots = {"1": ("Ann", "Cyd", "Eve"), "2": ("Bob", "Dee"), "3": ("Uma", "Vic", "Wes", "Xia", "Zoe")}
    known = replace(TEAMS, teams=tuple(KnownTeam(name, facts={"pot": pot}) for pot in pots for name in pots[pot]))
    text = "# Round 1\nAnn 1-0 Uma\nBob 1-0 Vic\nCyd 1-0 Wes\nDee 1-0 Xia\nEve 1-0 Zoe\n# Round 2\nAnn 1-0 Bob"
    placement = place_results(recorded(text), rules(STEPS), known)
    balls = {(ball.box, ball.team) for ball in drawn(placement)}
    assert balls == {("A", "Ann"), ("A", "Uma"), ("B", "Bob"), ("B", "Vic"), ("D", "Dee"), ("D", "Xia")}
    assert said(placement) == ["draw_worked_out", "draw_not_told"]


def test_a_draw_is_known_from_the_day_of_the_first_match_that_shows_it() -> None:
    placement = placed(DRAWN_AGAIN, ROUND_OF_16)
    assert {ball.date for ball in drawn(placement)} == {dt.date(2020, 1, 1)}
    before = play(DRAWN_AGAIN, placement.facts, as_of=dt.date(2019, 12, 31))
    assert {tie.partition(":")[0] for tie in ties(before, "round_of_16", "cup")} == {"? - ?"}


def test_later_matches_without_what_leads_to_them_are_in_no_tie_and_that_is_said() -> None:
    placement = placed(DRAWN_AGAIN, ROUND_OF_16 + SEMIFINAL)
    assert said(placement) == ["draw_worked_out", "tie_not_known"]

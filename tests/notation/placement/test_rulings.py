"""Decisions from a file of their own find the matches that they are about, and say where they don't."""

from __future__ import annotations

from liguilla.engine import play
from liguilla.facts import Award, Decision, Deduction
from liguilla.notation.placement import Placement, place_results
from liguilla.notation.placement.rulings import about
from tests.notation.placement.recording import recorded
from tests.notation.placement.test_placing import FINALS, HALVES, LEAGUE_AND_FINAL, MATCHDAYS
from tests.playing import outcome, rules

CUP = rules(LEAGUE_AND_FINAL)
UNHEADED = MATCHDAYS + "# Finalrunde\n" + FINALS


def ruled(text: str, *decisions: Decision) -> Placement:
    return place_results(recorded(text), CUP, decisions=decisions)


def said(placement: Placement) -> list[str]:
    return [problem.message.code.removeprefix("placing.") for problem in placement.problems]


def awarded(placement: Placement) -> list[str]:
    return [each.match for each in placement.facts.decisions if isinstance(each, Award)]


def test_a_decision_may_be_about_a_match_whose_place_only_the_rules_tell() -> None:
    placement = ruled(UNHEADED, Award(match="2020-02-08 A - B", winner="A"))
    assert said(placement) == ["unknown_heading"]
    assert awarded(placement) == ["final-1"]
    assert outcome(play(CUP, placement.facts), "champion") == "A"


def test_it_is_never_about_the_match_of_the_same_teams_that_has_its_place_first() -> None:
    placement = ruled(UNHEADED, Award(match="A - B", winner="B"))
    assert said(placement) == ["several_matches", "unknown_heading"]
    assert awarded(placement) == []
    assert outcome(play(CUP, placement.facts), "champion") == "B"


def test_a_decision_about_no_match_or_one_that_was_left_out_is_told_once() -> None:
    left_out = "# Play-offs\n2020-02-01 A 2-0 C\n"
    placement = ruled(MATCHDAYS + left_out, Award(match="2020-02-01 A - C"), Award(match="B - A"))
    assert said(placement) == ["no_match", "no_match", "no_place"]


def test_in_a_season_it_says_that_the_tournament_stands_before_the_match() -> None:
    half = LEAGUE_AND_FINAL.replace("table 1-4", "table 1-2").replace("{id: semifinals}, ", "")
    season = rules(HALVES, half=half)
    text = MATCHDAYS.replace("# ", "# Apertura, ")
    placement = place_results(recorded(text), season, decisions=[Award(match="A - D", winner="D")])
    (problem,) = placement.problems
    assert problem.text() == (
        'no match here is "A - D". Write its id, or the two teams as in "Bury - Gillingham", home first; and before it '
        'the tournament of the season, as in "apertura.Bury - Gillingham"'
    )
    placement = place_results(recorded(text), season, decisions=[Award(match="apertura.A - D", winner="D")])
    assert placement.problems == ()
    assert awarded(Placement(placement.facts.tournaments["apertura"], ())) == ["table-1-1"]


def test_decisions_go_to_the_tournament_that_their_stage_begins_with() -> None:
    inside = Deduction(stage="apertura.table", team="A", points=-3)  # type: ignore[arg-type]
    outside = Deduction(stage="year", team="A", points=-3)  # type: ignore[arg-type]
    dotted = Award(match="St. Mirren - Celtic")
    found = about([inside, outside, dotted], ["apertura", "clausura"])
    assert found["apertura"] == (Deduction(stage="table", team="A", points=-3),)  # type: ignore[arg-type]
    assert found[""] == (outside, dotted)
    assert found["clausura"] == ()

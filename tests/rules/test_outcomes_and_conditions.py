"""Outcomes and conditions: who fills a place, what is passed over, and what stops the chain."""

import pytest

from liguilla.engine import State
from liguilla.facts import Lots, TeamFact
from liguilla.words import say
from tests.playing import outcome, played, unresolved, void, waiting

RULES = """
    teams: {{count: 4, know: {{certificate: [yes, no]}}}}
    stages:
      - id: table
        kind: league
        meetings: 1
        rank_by: [points, lots]
      - id: cup
        kind: knockout
        entrants: table
        seeds: table
        pairing: reseed
        hosts: better_seed
        decide_by: [score, shoot_out]
        rounds: [{{id: semifinals}}, {{id: final}}]
    outcomes:
      {}
"""
TABLE = ["A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"]
LEVEL = ["A 0-0 B", *TABLE[1:]]
SEMIFINALS = ["A 1-0 D", "B 0-1 C"]
NAMES = {team: {"certificate": "yes" if team != "A" else "no"} for team in "ABCD"}
UNKNOWN: dict[str, dict[str, str]] = {team: {} for team in "ABCD"}


def filled(
    outcomes: str,
    table: list[str] = TABLE,
    semifinals: list[str] | None = None,
    final: str | None = None,
    names: dict[str, dict[str, str]] = NAMES,
    decisions: tuple[Lots | TeamFact, ...] = (),
) -> State:
    """Play a table and a cup of its four teams, with these outcomes."""
    results = {"table": table, "cup.semifinals": semifinals or [], "cup.final": [final] if final else []}
    return played(RULES.format(outcomes.strip()), names, results, *decisions)


# ------------------------------------------------------------------------------------------------------- the chain

CHAIN = "promoted: [{take: winner final, when: winner final has certificate yes}, table 1]"


def test_the_first_choice_whose_condition_holds_fills_the_place() -> None:
    assert outcome(filled(CHAIN, semifinals=SEMIFINALS, final="A 0-1 C"), "promoted") == "C"


def test_a_choice_whose_condition_is_false_is_passed_over() -> None:
    state = filled(CHAIN.replace("table 1", "table 2"), semifinals=SEMIFINALS, final="A 1-0 C")
    assert outcome(state, "promoted") == "B"


def test_a_choice_that_waits_stops_the_chain_and_no_later_one_overtakes_it() -> None:
    state = filled(CHAIN, semifinals=SEMIFINALS)
    assert outcome(state, "promoted") == "? the match between A and C"
    assert outcome(state, "promoted", "es") == "? el partido entre A y C"


def test_a_choice_waits_for_a_fact_that_is_not_known() -> None:
    state = filled(CHAIN, semifinals=SEMIFINALS, final="A 1-0 C", names=UNKNOWN)
    assert outcome(state, "promoted") == "? the fact: certificate of A"
    assert outcome(state, "promoted", "es") == "? el dato: certificate de A"


def test_a_fact_by_decision_settles_it() -> None:
    fact = TeamFact(team="A", fact="certificate", value="yes")
    state = filled(CHAIN, semifinals=SEMIFINALS, final="A 1-0 C", names=UNKNOWN, decisions=(fact,))
    assert outcome(state, "promoted") == "A"


def test_an_outcome_without_a_choice_that_holds_is_void_and_says_which_did_not() -> None:
    only = "promoted: [{take: winner final, when: winner final has certificate yes}]"
    state = filled(only, semifinals=SEMIFINALS, final="A 1-0 C")
    assert void(state) == ["promoted: not so: winner final has certificate yes"]
    assert void(state, "es") == ["promoted: no es así: winner final has certificate yes"]


def test_a_team_that_the_rules_do_not_separate_leaves_the_place_unresolved() -> None:
    state = filled("champion: table 1", LEVEL)
    assert outcome(state, "champion") == "A/B: A and B are level in places 1 to 2: lots have to be drawn"
    assert "champion: A y B están empatados en los lugares 1 a 2: hay que hacer un sorteo" in unresolved(state, "es")
    assert (
        outcome(filled("champion: table 1", LEVEL, decisions=(Lots(stage="table", teams=("B", "A")),)), "champion")
        == "B"
    )


def test_the_reason_of_the_format_is_kept_with_the_place() -> None:
    text = "promoted: [{take: table 1, because: {en: best placed, es: el mejor}}]"
    (because,) = filled(text).outcomes["promoted"].because
    assert because is not None
    assert say(because) == "best placed"
    assert say(because, "es") == "el mejor"


# -------------------------------------------------------------------------------------------------- several places


def test_choices_are_taken_in_order_until_the_places_are_full() -> None:
    text = "qualified: {from: [winner final, loser final, table], places: 3}"
    assert outcome(filled(text, semifinals=SEMIFINALS, final="A 0-1 C"), "qualified") == ["C", "A", "B"]


def test_a_team_that_is_already_taken_is_skipped() -> None:
    text = "qualified: {from: [table 1, table 1-2, table], places: 3}"
    assert outcome(filled(text), "qualified") == ["A", "B", "C"]


def test_the_places_after_one_that_waits_wait_for_the_same() -> None:
    text = "qualified: {from: [table 1, winner final, table], places: 3}"
    assert outcome(filled(text, semifinals=SEMIFINALS), "qualified") == [
        "A",
        "? the match between A and C",
        "? the match between A and C",
    ]


def test_teams_of_the_outcomes_beside_are_skipped_so_places_pass_down() -> None:
    text = """
      champion: winner final
      qualified: {from: [table], places: 2, besides: [champion]}
    """
    assert outcome(filled(text, semifinals=SEMIFINALS, final="A 1-0 C"), "qualified") == ["B", "C"]
    assert outcome(filled(text, semifinals=SEMIFINALS, final="A 0-1 C"), "qualified") == ["A", "B"]


def test_nobody_is_certain_of_a_place_beside_an_outcome_that_is_open() -> None:
    text = """
      champion: winner final
      qualified: {from: [table], places: 2, besides: [champion]}
    """
    assert outcome(filled(text, semifinals=SEMIFINALS), "qualified") == ["? the match between A and C"] * 2


def test_places_that_nobody_is_left_for_are_void() -> None:
    state = filled("qualified: {from: [table 1-2], places: 3}")
    assert outcome(state, "qualified") == ["A", "B", "- nobody is left to fill it"]
    assert outcome(state, "qualified", "es") == ["A", "B", "- no queda nadie para ocuparlo"]


# ------------------------------------------------------------------------------------------------------------ where


CERTIFIED = "certified: {from: [table where certificate yes], places: 2}"


def test_where_keeps_only_teams_with_the_value() -> None:
    assert outcome(filled(CERTIFIED), "certified") == ["B", "C"]


def test_where_a_fact_is_not_known_the_place_waits_for_it_and_so_do_those_below() -> None:
    state = filled(CERTIFIED, names=NAMES | {"B": {}})
    assert outcome(state, "certified") == ["? the fact: certificate of B"] * 2
    assert outcome(state, "certified", "es") == ["? el dato: certificate de B"] * 2


def test_a_fact_that_is_not_known_further_down_keeps_nobody_waiting_above() -> None:
    state = filled(CERTIFIED, names=NAMES | {"C": {}})
    assert outcome(state, "certified") == ["B", "? the fact: certificate of C"]


# ------------------------------------------------------------------------------------------------------- conditions


def whether(condition: str, state: dict[str, object]) -> str:
    """Tell whether a condition holds: ``yes``, ``no``, or what it waits for."""
    found = outcome(filled(f"answer: [{{take: table 4, when: {condition}}}]", **state), "answer")  # type: ignore[arg-type]
    assert isinstance(found, str)
    return {"D": "yes", f"- not so: {condition}": "no"}.get(found, found)


OVER: dict[str, object] = {"semifinals": SEMIFINALS, "final": "A 0-1 C"}
PLAYED: dict[str, object] = {"semifinals": SEMIFINALS}
FINAL_OPEN = "? the match between A and C"


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("winner final is table 3", "yes"),
        ("winner final is table 1", "no"),
        ("winner final is not table 1", "yes"),
        ("winner final is among table 1-2", "no"),
        ("winner final is not among table 1-2", "yes"),
        ("winners semifinals is among table 1-3", "yes"),
        ("winner final has certificate yes", "yes"),
        ("winners semifinals has certificate yes", "no"),
        ("table 1 is more than 2 points ahead of table 2", "yes"),
        ("table 1 is more than 3 points ahead of table 2", "no"),
        ("table 1 is level with table 2", "no"),
        ("table 1 is not level with table 2", "yes"),
        ("table 1 is level with table 2 on points", "no"),
        ("table 2 is level with table 3 on draws", "yes"),
    ],
)
def test_a_condition_says_yes_or_no(condition: str, answer: str) -> None:
    assert whether(condition, OVER) == answer


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("table 1 is table 2 and winner final is table 1", "no"),
        ("winner final is table 1 and table 1 is table 2", "no"),
        ("table 1 is table 1 or winner final is table 1", "yes"),
        ("winner final is table 1 or table 1 is table 1", "yes"),
        ("table 1 is table 1 and winner final is table 1", FINAL_OPEN),
        ("table 1 is table 2 or winner final is table 1", FINAL_OPEN),
    ],
)
def test_and_and_or_decide_as_soon_as_one_clause_does(condition: str, answer: str) -> None:
    assert whether(condition, PLAYED) == answer


def test_lots_separate_level_teams_but_not_on_points() -> None:
    level: dict[str, object] = {"table": LEVEL}
    drawn: dict[str, object] = {"table": LEVEL, "decisions": (Lots(stage="table", teams=("B", "A")),)}
    assert whether("table 1 is level with table 2", level) == "yes"
    assert whether("table 1 is level with table 2", drawn) == "no"
    assert whether("table 1 is level with table 2 on points", level) == "yes"
    assert whether("table 1 is level with table 2 on points", drawn) == "yes"


def test_level_teams_make_a_condition_about_one_of_them_wait_for_what_separates_them() -> None:
    answer = whether("table 1 has certificate yes", {"table": LEVEL})
    assert answer == "? this to be settled: A and B are level in places 1 to 2: lots have to be drawn"


def test_a_clause_about_a_void_place_is_false_with_not_too() -> None:
    text = """
      nobody: [{{take: table 1, when: table 1 is table 2}}]
      answer: [{{take: table 4, when: nobody is {}table 2}}]
    """
    for negation in ("", "not "):
        state = filled(text.format(negation))
        assert void(state) == [
            "nobody: not so: table 1 is table 2",
            f"answer: not so: nobody is {negation}table 2",
        ]


def test_a_condition_about_a_table_waits_until_it_is_complete() -> None:
    state = filled("answer: [{take: table 4, when: table 1 is level with table 2}]", ["A 0-0 B"])
    assert "answer: table to be complete" in waiting(state)
    assert "answer: que termine: tabla" in waiting(state, "es")

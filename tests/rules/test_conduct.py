"""Conduct: the cards shown, as far as they are known. No card recorded is not good conduct."""

from dataclasses import replace

import pytest

from liguilla.engine import State, play
from liguilla.engine.conduct import worth_of_cards
from liguilla.facts import Annulment, Award, Card, CardKind, Competition, Decision, Facts
from tests.playing import facts_of, is_complete, places, problems_of, rules, table

RULE = """
    conduct: {yellow: -1, second_yellow: -3, red: -4, yellow_and_red: -5}
    stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, %s, lots]}]
    outcomes: {}
    """
RESULTS = ["M1: A 1-0 X", "M2: B 1-0 X"]
UNKNOWN = "A/B: A and B are level in places 1 to 2: conduct points: not known for all of them"


def shown(text: str) -> tuple[Card, ...]:
    """Return cards from words: ``M1 A yellow Pérez, M2 B red`` (the person is not known)."""
    parts = (each.split() for each in text.split(", ") if each)
    return tuple(Card(match, team, CardKind(kind), *person) for match, team, kind, *person in parts)


def after(
    cards: str, *decisions: Decision, complete: bool = False, step: str = "conduct", results: list[str] = RESULTS
) -> State:
    facts: Facts = facts_of("A B X", {"table": results}, *decisions)
    return play(
        rules(RULE % step), replace(facts, cards=shown(cards), competition=Competition(cards_complete=complete))
    )


# --------------------------------------------------------------------------------------------- what is known of cards


def test_fewer_cards_are_better_where_those_of_every_match_are_recorded() -> None:
    state = after("M1 A yellow, M2 X yellow")
    assert table(state)[:2] == ["1 B (conduct)", "2 A (conduct)"]


def test_of_a_match_without_cards_it_is_not_known_whether_there_were_any() -> None:
    assert places(after(""))[:2] == [UNKNOWN] * 2
    assert places(after("M1 A yellow"))[:2] == [UNKNOWN] * 2


def test_a_competition_whose_cards_are_complete_says_that_there_were_none() -> None:
    assert table(after("M1 A yellow", complete=True))[:2] == ["1 B (conduct)", "2 A (conduct)"]
    assert places(after("", complete=True))[0] == "A/B: A and B are level in places 1 to 2: lots have to be drawn"


def test_only_the_matches_of_level_teams_have_to_be_known() -> None:
    results = [*RESULTS, "M3: X 0-0 Y"]
    facts = facts_of("A B X Y", {"table": results})
    state = play(rules(RULE % "conduct"), replace(facts, cards=shown("M1 A yellow, M2 X red")))
    assert table(state)[:2] == ["1 B (conduct)", "2 A (conduct)"]


def test_before_the_end_nobody_asks_for_cards() -> None:
    state = after("", results=[*RESULTS, "M3: A v B"])
    assert table(state)[:2] == ["1 A", "1 B"]
    assert not is_complete(state)
    assert problems_of(state) == []


# ------------------------------------------------------------------------------------------ what cards are worth

WORTH = {"yellow": -1, "second_yellow": -3, "red": -4, "yellow_and_red": -5}


@pytest.mark.parametrize(
    ("cards", "worth"),
    [
        ("M A yellow P", -1),
        ("M A yellow P, M A yellow Q", -2),
        ("M A red P", -4),
        ("M A second_yellow P", -3),
        # The first yellow card of a player who is sent off with a second one is in that.
        ("M A yellow P, M A second_yellow P", -3),
        ("M A yellow_and_red P", -5),
        ("M A yellow P, M A red P", -5),
        # Of cards whose persons aren't known, none is known to be another's.
        ("M A yellow, M A yellow", -2),
        ("M A yellow, M A red", -5),
        ("M A yellow P, M A red Q", -5),
    ],
)
def test_each_player_counts_once_in_a_match(cards: str, worth: int) -> None:
    """FIFA World Cup 2018 on: one deduction for each player and match."""
    assert worth_of_cards(shown(cards), WORTH) == {"A": worth}


def test_a_yellow_and_a_red_card_are_both_where_the_rules_do_not_name_them_together() -> None:
    assert worth_of_cards(shown("M A yellow P, M A red P"), {"yellow": -1, "red": -3}) == {"A": -4}
    assert worth_of_cards(shown("M A yellow_and_red P"), {"yellow": -1, "red": -3}) == {"A": -4}


def test_a_card_that_the_rules_do_not_name_is_worth_nothing() -> None:
    assert worth_of_cards(shown("M A yellow P, M B red Q"), {"red": -1}) == {"A": 0, "B": -1}


# ------------------------------------------------------------------------------------------------ which matches count


def test_a_match_that_was_never_played_had_no_cards() -> None:
    award = Award(match="M2", winner="B")
    state = after("M1 A yellow", award, results=["M1: A 3-0 X", "M2: B v X"])
    assert table(state)[:2] == ["1 B (conduct)", "2 A (conduct)"]


def test_the_cards_of_a_match_that_was_played_and_awarded_stand() -> None:
    award = Award(match="M2", winner="B")
    results = ["M1: A 3-0 X", "M2: B 0-1 X"]
    assert table(after("M1 A yellow, M2 B red", award, results=results))[:2] == ["1 A (conduct)", "2 B (conduct)"]
    assert places(after("M1 A yellow", award, results=results))[0] == UNKNOWN


def test_those_of_an_annulled_match_do_not() -> None:
    state = after("M1 A yellow, M2 B red, M3 A red", Annulment(match="M3"), results=[*RESULTS, "M3: A 5-0 B"])
    assert table(state)[:2] == ["1 A (conduct)", "2 B (conduct)"]


def test_conduct_may_be_that_of_the_matches_between_level_teams_or_away() -> None:
    results = ["M1: A 0-0 B", "M2: A 1-0 X", "M3: X 0-1 B"]
    cards = "M1 A yellow, M2 B red, M3 B red"
    assert table(after(cards, step="{head_to_head: [conduct]}", results=results))[0] == "1 B (head_to_head conduct)"
    assert table(after(cards, step="conduct away", results=results))[0] == "1 A (conduct away)"
    assert table(after("M1 A yellow", step="{head_to_head: [conduct]}", results=results))[0].startswith("1 B")


def test_cards_of_two_tournaments_are_not_mixed_up_by_the_ids_of_matches() -> None:
    season = """
        conduct: {yellow: -1}
        tournaments: {one: half, two: half}
        stages: [{id: year, kind: table, matches: [one.table, two.table], rank_by: [points, conduct, lots]}]
        outcomes: {}
        """
    half = "stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}]\noutcomes: {}"
    one = replace(facts_of("A B", {"table": ["M1: A 1-0 B"]}), cards=shown("M1 A yellow"))
    two = replace(facts_of("A B", {"table": ["M1: B 1-0 A"]}), cards=shown("M1 B yellow, M1 B yellow"))
    state = play(rules(season, half=half), facts_of("A B", {}, tournaments={"one": one, "two": two}))
    assert table(state, "year") == ["1 A (conduct)", "2 B (conduct)"]

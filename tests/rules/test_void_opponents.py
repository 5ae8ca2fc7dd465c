"""Void opponents are byes: the other goes on, and a stage that isn't played leaves no hole."""

import pytest

from liguilla.engine import State
from tests.playing import cup, outcome, played, ties, told

RULE = """
    teams: {{count: {count}, know: {{enters: [yes, no]}}}}
    stages:
      - id: before
        kind: knockout
        when: teams where enters yes is among teams where enters no
        entrants: teams where enters no
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds: [{{id: eliminator}}]
      - id: cup
        kind: knockout
        entrants: {entrants}
        pairing: {pairing}
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds: {rounds}
    outcomes: {{champion: winner final}}
    """
NO = {"Y": {"enters": "no"}, "Z": {"enters": "no"}}


def play_cup(names: str, entrants: str, pairing: str, rounds: str, **results: list[str]) -> State:
    """Play a cup of these teams with one place that is void: the winner of a stage that isn't played."""
    rule = RULE.format(count=len(names) + 2, entrants=entrants, pairing=pairing, rounds=rounds)
    everybody = {**{team: {"enters": "yes"} for team in names}, **NO}
    return played(rule, everybody, {f"cup.{round_}": lines for round_, lines in results.items()})


THREE = "[{id: quarterfinals}, {id: semifinals}, {id: final}]"
ENTER = "teams where enters yes + winner eliminator"


def short(state: State, round_: str) -> list[str]:
    """Return the ties of a round without what they wait for."""
    return [line.partition(": ?")[0].partition(": -")[0] for line in ties(state, round_)]


def test_in_a_bracket_the_team_whose_opponent_is_void_goes_on() -> None:
    state = play_cup("ABCDEFG", ENTER, "bracket", THREE, quarterfinals=["D 1-0 E", "B 1-0 G", "C 1-0 F"])
    assert short(state, "semifinals") == ["1 A - 4 D", "2 B - 3 C"]


def test_a_slot_stays_empty_also_where_the_void_place_is_not_the_last() -> None:
    # The first place is void: the eighth goes on, and meets the winner of 4 - 5. The others keep their slots.
    entrants = "winner eliminator + teams where enters yes"
    results = ["D 1-0 E", "B 1-0 G", "C 1-0 F"]
    state = play_cup("BCDEFGH", entrants, "bracket", THREE, quarterfinals=results)
    assert short(state, "semifinals") == ["4 D - 8 H", "2 B - 3 C"]


def test_two_teams_with_the_same_seed_are_not_paired_by_the_order_they_are_listed_in() -> None:
    rule = """
        teams: {count: 4, know: {rating: high}}
        stages:
          - id: cup
            kind: knockout
            entrants: teams
            seeds: given rating
            pairing: %s
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds: [{id: semifinals}, {id: final}]
        outcomes: {}
        """
    ratings = {"A": {"rating": "9"}, "B": {"rating": "7"}, "C": {"rating": "8"}, "D": {"rating": "8"}}
    for pairing in ("bracket", "reseed"):
        assert short(played(rule % pairing, ratings, {}), "semifinals") == ["? - ?", "? - ?"]
    ratings["D"] = {"rating": "8.5"}
    for pairing in ("bracket", "reseed"):
        assert short(played(rule % pairing, ratings, {}), "semifinals") == ["1 A - 4 B", "2 D - 3 C"]


def test_an_odd_number_that_no_rule_foresaw_leaves_nobody_out() -> None:
    rule = """
        teams: {count: 5, know: {enters: [yes, no]}}
        stages:
          - id: cup
            kind: knockout
            entrants: teams where enters yes
            pairing: %s
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds: [{id: first}, {id: semifinals}, {id: final}]
        outcomes: {}
        """
    for pairing in ("bracket", "reseed", "in_order"):
        state = played(rule % pairing, {team: {"enters": "yes"} for team in "ABCDE"}, {})
        first = state.round("cup", "first")
        assert len(first.ties) + len(first.byes) == 3
        teams = [told(place) for tie in first.ties for place in tie.teams] + [told(place) for place in first.byes]
        assert {"A", "B", "C", "D", "E"} <= set(teams)


def test_paired_anew_nobody_is_lost_where_an_opponent_is_void() -> None:
    state = play_cup("ABCDEFG", ENTER, "reseed", THREE, quarterfinals=["B 0-1 G", "C 1-0 F", "D 1-0 E"])
    assert short(state, "semifinals") == ["1 A - 7 G", "3 C - 4 D"]


def test_in_order_the_team_whose_opponent_is_void_goes_on() -> None:
    state = play_cup("ABC", ENTER, "in_order", "[{id: semifinals}, {id: final}]", semifinals=["A 1-0 B"])
    assert short(state, "final") == ["1 A - 3 C"]


def test_a_round_of_one_tie_with_a_void_opponent_has_its_winner() -> None:
    state = play_cup("A", ENTER, "bracket", "[{id: final}]")
    assert outcome(state, "champion") == "A"


@pytest.mark.parametrize("number", range(2, 18))
@pytest.mark.parametrize("pairing", ["bracket", "reseed"])
def test_any_number_of_entrants_fits_and_the_best_seeds_have_the_byes(number: int, pairing: str) -> None:
    names = [f"T{place}" for place in range(1, number + 1)]
    keys = f"pairing: {pairing}\nhosts: neutral\ndecide_by: [score, better_seed]\nrounds: as_needed"
    state = cup(keys, ",".join(names))
    first = state.knockout("cup").rounds[0]
    byes = {place.team for place in first.byes}  # type: ignore[union-attr]
    assert byes == set(names[: len(byes)])
    assert len(first.ties) * 2 + len(byes) == number
    assert (len(first.ties) + len(byes)).bit_count() == 1


def test_as_needed_is_counted_without_void_entrants() -> None:
    state = play_cup("ABCD", ENTER, "reseed", "as_needed")
    assert [round_.round.id for round_ in state.knockout("cup").rounds] == ["semifinals", "final"]
    assert short(state, "semifinals") == ["1 A - 4 D", "2 B - 3 C"]


@pytest.mark.parametrize("names", ["", "A"])
def test_a_cup_of_nobody_or_of_one_is_no_crash(names: str) -> None:
    keys = "pairing: bracket\nhosts: neutral\ndecide_by: [score, shoot_out]\nrounds: as_needed"
    state = cup(keys, names)
    assert [round_.round.id for round_ in state.knockout("cup").rounds] == ["final"]
    if names:
        assert ties(state, "final") == ["1 A - -: A"]

"""What if, where two teams may meet more than twice: a change names the number of the match."""

import pytest

from liguilla.engine import Decided, State
from liguilla.errors import FactsError
from liguilla.facts import Facts
from liguilla.formats import Format
from liguilla.notation.what_if import World, changed_world
from tests.playing import facts_of, matches, rules, ties

SERIES = """
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        legs: {best_of: 3}
        hosts: [better_seed, worse_seed, better_seed]
        each_match: [score, shoot_out]
        decide_by: [wins]
        rounds: [{id: final}]
    outcomes: {champion: winner final}
"""
REPLAY = """
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        hosts: first
        decide_by: [score, {replay: 1}, extra_time, shoot_out]
        rounds: [{id: final}]
    outcomes: {champion: winner final}
"""
TWO_LIVES = """
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        lives: 2
        pairing: bracket
        drops: [same]
        hosts: neutral
        decide_by: [score, overtime]
        rounds: as_needed
    outcomes: {champion: [winner second_final, winner final]}
"""
DATED = ["2020-05-01 A 1-0 B", "2020-05-03 B 1-0 A", "2020-05-05 A 1-0 B"]


def world(text: str, facts: Facts, *changes: str) -> World:
    format_: Format = rules(text)
    return changed_world(format_, facts, changes)


def series(*changes: str, results: list[str] = DATED) -> World:
    return world(SERIES, facts_of("A B", {"cup.final": results}), *changes)


def champion(state: State) -> str | None:
    place = state.outcomes["champion"].places[0]
    return place.team if isinstance(place, Decided) else None


def set_aside(world: World) -> list[str]:
    return [each.id for each in world.set_aside]


def test_the_number_tells_two_matches_at_one_ground_apart() -> None:
    assert champion(series().state) == "A"
    assert champion(series("final/3: A 0-1 B").state) == "B"
    assert [m.score for m in series("final/3: A 0-1 B").state.facts.matches] == [
        m.score for m in matches("cup.final", [*DATED[:2], "A 0-1 B"])
    ]


def test_a_match_that_was_not_played_yet_is_the_next_one() -> None:
    assert champion(series("final/3: A 1-1 B, 3-4 pens", results=DATED[:2]).state) == "B"
    assert champion(series("final/2: B 0-1 A", "final/1: A 2-0 B", results=[]).state) == "A"


def test_what_was_not_needed_is_set_aside() -> None:
    changed = series("final/2: B 0-1 A")
    assert champion(changed.state) == "A"
    assert set_aside(changed) == ["cup.final.3"]


def test_there_are_as_many_matches_as_the_series_may_have() -> None:
    with pytest.raises(FactsError, match='a tie of the final has 3 legs, so there is no leg "4"'):
        series("final/4: B 1-0 A")


def replayed(*changes: str) -> World:
    return world(REPLAY, facts_of("A B", {"cup.final": ["2020-05-01 A 0-0 B", "2020-05-05 B 2-0 A"]}), *changes)


def test_the_replay_is_the_second() -> None:
    assert champion(replayed().state) == "B"
    assert champion(replayed("final/2: B 0-1 A").state) == "A"


def test_a_replay_is_set_aside_where_there_is_a_winner() -> None:
    changed = replayed("final/1: A 1-0 B")
    assert champion(changed.state) == "A"
    assert set_aside(changed) == ["cup.final.2"]


def test_with_two_lives_a_changed_result_moves_teams_above_and_below() -> None:
    results = {
        "cup.upper_1": ["B 1-0 C"],
        "cup.upper_final": ["A 1-0 B"],
        "cup.lower_final": ["B 1-0 C"],
        "cup.final": ["A 0-1 B"],
        "cup.second_final": ["A 1-0 B"],
    }
    facts = facts_of("A B C", results)
    assert champion(world(TWO_LIVES, facts).state) == "A"
    assert champion(world(TWO_LIVES, facts, "second_final/1: A 0-1 B").state) == "B"
    beaten = world(TWO_LIVES, facts, "upper_final/1: A 0-1 B")
    assert ties(beaten.state, "lower_final") == ["1 A - 3 C: ? the match between A and C"]
    assert set_aside(beaten) == ["cup.lower_final.1"]
    unbeaten = world(TWO_LIVES, facts, "final/1: A 1-0 B")
    assert champion(unbeaten.state) == "A"
    assert set_aside(unbeaten) == ["cup.second_final.1"]

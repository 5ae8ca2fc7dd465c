"""Who is better in a knock-out: by a ranking, by several, by a fact; and rankings that give the host or the winner."""

import pytest

from liguilla.engine import State
from liguilla.facts import Lots
from tests.playing import Names, hosts, outcome, played, reasons, ties, waiting

TWO_RANKINGS = """
    teams: {count: 4, know: {rating: high, ranking: low}}
    stages:
      - {id: home_league, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
      - {id: whole_year, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
      - id: cup
        kind: knockout
        entrants: home_league 1-2
        %s
        rounds: [{id: final}]
    outcomes: {}
    """
RESULTS = {
    "home_league": ["A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"],
    "whole_year": ["D 1-0 A", "B 1-0 A", "B 1-0 C", "C 1-0 A", "B 1-0 D", "D 1-0 C"],
}


def cup(
    keys: str, final: tuple[str, ...] = (), results: dict[str, list[str]] = RESULTS, names: Names = "A B C D"
) -> State:
    """Play a final between the first two of a league, A and B."""
    lines = keys.strip().replace("\n", "\n        ")
    return played(TWO_RANKINGS % lines, names, {**results, "cup.final": final})


# --------------------------------------------------------------------------------------------- whose seed is better


def test_without_seeds_of_their_own_the_place_in_the_list_is_the_seed() -> None:
    state = cup("hosts: better_seed\ndecide_by: [score, better_seed]", ("A 0-0 B",))
    assert ties(state, "final") == ["1 A - 2 B: A (better_seed)"]
    assert hosts(state, "final") == ["A"]


def test_seeds_are_the_places_in_the_ranking_that_is_named() -> None:
    state = cup("seeds: whole_year\nhosts: better_seed\ndecide_by: [score, better_seed]", ("B 0-0 A",))
    assert ties(state, "final") == ["1 B - 4 A: B (better_seed)"]
    assert reasons(state, "final") == ["0-0; B win as the better seed, 1 to 4"]


def test_rankings_one_after_the_other_give_the_numbers() -> None:
    rule = """
        teams: {count: 6, know: {zone: [N, S]}}
        stages:
          - {id: group, kind: league, groups: {by: zone}, meetings: 1, rank_by: [points, goal_difference, lots]}
          - {id: firsts, kind: table, entrants: each group 1, matches: group, rank_by: [goal_difference, lots]}
          - {id: seconds, kind: table, entrants: each group 2, matches: group, rank_by: [goal_difference, lots]}
          - id: cup
            kind: knockout
            seeds: firsts + seconds
            hosts: better_seed
            decide_by: [score, better_seed]
            rounds:
              - id: semifinals
                ties: [{id: S1, teams: firsts 1 + seconds 2}, {id: S2, teams: firsts 2 + seconds 1}]
        outcomes: {}
        """
    zones = {team: {"zone": zone} for team, zone in zip("ABCXYZ", "NNNSSS", strict=True)}
    results = ["A 1-0 B", "A 1-0 C", "B 3-0 C", "X 2-0 Y", "X 1-0 Z", "Y 1-0 Z"]
    state = played(rule, zones, {"group": results})
    assert dict(state.knockout("cup").seeds) == {"X": 1, "A": 2, "B": 3, "Y": 4}
    assert [line.partition(":")[0] for line in ties(state, "semifinals")] == ["1 X - 4 Y", "2 A - 3 B"]


@pytest.mark.parametrize(("fact", "better"), [("rating", "B"), ("ranking", "A")])
def test_a_number_about_each_team_gives_the_seeds(fact: str, better: str) -> None:
    numbers = {team: {"rating": str(n), "ranking": str(n)} for n, team in enumerate("ABCD", 1)}
    state = cup(
        f"seeds: given {fact}\nhosts: better_seed\ndecide_by: [score, better_seed]", ("A 0-0 B",), names=numbers
    )
    assert ties(state, "final")[0].endswith(f"{better} (better_seed)")


def test_a_number_that_is_not_known_is_waited_for() -> None:
    numbers = {team: {"rating": str(n)} for n, team in enumerate("ABCD", 1) if team != "B"} | {"B": {}}
    names = {team: numbers[team] for team in "ABCD"}
    state = cup("seeds: given rating\nhosts: better_seed\ndecide_by: [score, better_seed]", ("A 0-0 B",), names=names)
    assert ties(state, "final") == ["3 A - B: ? the seeds of A and B"]
    assert hosts(state, "final") == ["? the host to be named"]


def test_level_teams_have_no_seeds_until_lots_are_drawn() -> None:
    level = {**RESULTS, "whole_year": ["A 1-0 C", "B 1-0 C", "C 0-0 D"]}
    keys = "seeds: whole_year\nhosts: better_seed\ndecide_by: [score, better_seed]"
    state = cup(keys, ("A 0-0 B",), level)
    assert ties(state, "final") == ["A - B: ? the seeds of A and B"]
    drawn = Lots(stage="whole_year", teams=("B", "A"))
    lines = keys.replace("\n", "\n        ")
    state = played(TWO_RANKINGS % lines, "A B C D", {**level, "cup.final": ["A 0-0 B"]}, drawn)
    assert ties(state, "final") == ["1 B - 2 A: B (better_seed)"]


# ---------------------------------------------------------------------------------- other rankings than the seeds'


def test_the_better_placed_in_another_ranking_goes_through() -> None:
    state = cup("hosts: neutral\ndecide_by: [score, {better_in: whole_year}]", ("A 1-1 B",))
    assert ties(state, "final") == ["1 A - 2 B: B (better_in whole_year)"]
    assert reasons(state, "final") == ["1-1; B win as the better placed in whole_year, 1 to 4"]
    assert reasons(state, "final", "es") == ["1-1; B gana por mejor posición en whole_year, 1 contra 4"]


def test_a_place_in_another_ranking_is_waited_for() -> None:
    open_ = {**RESULTS, "whole_year": ["A v B", "A v C"]}
    state = cup("hosts: neutral\ndecide_by: [score, {better_in: whole_year}]", ("A 1-1 B",), open_)
    assert ties(state, "final") == ["1 A - 2 B: ? the seeds of A and B"]


@pytest.mark.parametrize(("key", "host"), [("better_in", "B"), ("worse_in", "A")])
def test_at_home_is_the_better_or_the_worse_placed_in_another_ranking(key: str, host: str) -> None:
    keys = f"hosts: {{{key}: whole_year}}\ndecide_by: [score, shoot_out]"
    assert hosts(cup(keys), "final") == [host]
    assert hosts(cup(keys, results={**RESULTS, "whole_year": ["A v B"]}), "final") == ["? the host to be named"]


# ---------------------------------------------------------------------------------------------- the season before


def test_the_champion_before_is_waited_for() -> None:
    rule = """
        stages:
          - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - id: cup
            kind: knockout
            entrants: champion + champion previous
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds: [{id: supercup}]
        outcomes: {champion: table 1, super_champion: winner supercup}
        """
    state = played(rule, "A B", {"table": ["A 1-0 B"]})
    assert ties(state, "supercup") == ["1 A - 2 ?: ? the teams of the supercup"]
    assert "super_champion: the teams of the supercup" in waiting(state)
    assert outcome(state, "champion") == "A"

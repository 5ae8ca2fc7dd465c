"""Facts that contradict each other or the rules: no winner is guessed from them, and nothing crashes."""

from datetime import date
from itertools import permutations

import pytest

from liguilla.engine import play
from liguilla.facts import DrawnBall, Facts, Host, Lots, Pairing, TieAward
from tests.playing import boxes, cup, hosts, league, matches, played, problems_of, table, teams, ties

LEGS = """
    legs: 2
    hosts: [worse_seed, better_seed]
    decide_by: [aggregate, away_goals, better_seed]
    rounds: [{id: final}]
    """


# --------------------------------------------------------------------------------------------- legs without a day


@pytest.mark.parametrize("results", [["Neza 2-1 Necaxa", "Necaxa 2-1 Neza"], ["Necaxa 2-1 Neza", "Neza 2-1 Necaxa"]])
def test_without_days_the_hosts_tell_the_legs(results: list[str]) -> None:
    state = cup(LEGS, "Necaxa Neza", final=results)
    assert [match.home for match in state.round("cup", "final").ties[0].matches] == ["Neza", "Necaxa"]
    assert problems_of(state) == []


def test_the_order_in_which_legs_came_has_no_meaning() -> None:
    legs = matches("cup.final", ["Neza 2-1 Necaxa", "Necaxa 2-1 Neza"])
    state = cup(LEGS, "Necaxa Neza")
    states = [play(state.format, Facts(teams=teams("Necaxa Neza"), matches=order)) for order in permutations(legs)]
    assert states[0].stages == states[1].stages


def test_with_only_one_day_known_the_host_still_tells() -> None:
    state = cup(LEGS, "Necaxa Neza", final=["2020-05-10 Necaxa 2-1 Neza", "Neza 2-1 Necaxa"])
    assert [match.home for match in state.round("cup", "final").ties[0].matches] == ["Neza", "Necaxa"]


# ------------------------------------------------------------------------------------- decisions about other teams


def test_a_tie_cannot_be_awarded_to_a_team_that_is_not_in_it() -> None:
    award = TieAward(stage="cup", round="final", teams=("Necaxa", "Neza"), winner="Tecos")
    state = cup(LEGS, "Necaxa Neza", award)
    assert ties(state, "final") == ["1 Necaxa - 2 Neza: ? the first leg between Necaxa and Neza"]
    assert problems_of(state) == ["Tecos is not in the tie between Necaxa and Neza. Correct the team"]


def test_a_team_that_is_not_in_a_tie_cannot_be_its_host() -> None:
    host = Host(stage="cup", round="final", teams=("Necaxa", "Neza"), team="Tecos", leg=1)
    state = cup(LEGS, "Necaxa Neza", host)
    assert hosts(state, "final") == ["Neza, Necaxa"]
    assert problems_of(state) == ["Tecos is not in the tie between Necaxa and Neza. Correct the team"]


def test_the_latest_decision_holds() -> None:
    def award(winner: str, day: int) -> TieAward:
        pair = ("Necaxa", "Neza")
        return TieAward(stage="cup", round="final", teams=pair, winner=winner, date=date(2020, 5, day))

    for first, second in permutations((award("Necaxa", 1), award("Neza", 2))):
        assert ties(cup(LEGS, "Necaxa Neza", first, second), "final") == ["1 Necaxa - 2 Neza: Neza (decision)"]


def test_two_hosts_of_one_leg_the_later_one_counts() -> None:
    def host(team: str, day: int) -> Host:
        pair = ("Necaxa", "Neza")
        return Host(stage="cup", round="final", teams=pair, team=team, leg=2, date=date(2020, 5, day))

    for first, second in permutations((host("Necaxa", 1), host("Neza", 2))):
        assert hosts(cup(LEGS, "Necaxa Neza", first, second), "final") == ["Neza, Neza"]


# ------------------------------------------------------------------------------------------ facts that are no such


def test_a_number_that_is_none_is_not_known() -> None:
    more = "teams: {count: 2, know: {rating: high}}"
    names = {"A": {"rating": "high"}, "B": {"rating": "1/0"}}
    state = league("given rating", "A 0-0 B", names=names, more=more)
    assert table(state) == ["1 A", "1 B"]
    assert len(problems_of(state)) >= 1


def test_a_team_against_itself_or_a_stranger_is_no_crash() -> None:
    state = league("points, lots", "A 1-0 B", "A 1-0 A", "B 2-0 Z", names="A B", stage="meetings: 1")
    assert [line.split()[1] for line in table(state)] == ["A", "B"]


def test_balls_and_pairings_of_strangers_are_no_crash() -> None:
    rule = """
        stages:
          - {id: sorteo, kind: draw, pots: [{teams: teams, into: [A, B]}]}
          - id: cup
            kind: knockout
            entrants: teams
            pairing: drawn
            hosts: first
            decide_by: [score, lots]
            rounds: [{id: final}]
        outcomes: {}
        """
    decisions = [
        DrawnBall(stage="sorteo", box="A", team="Z"),
        DrawnBall(stage="sorteo", box="C", team="X"),
        Pairing(stage="cup", round="final", teams=("X", "Z")),
        Lots(stage="cup", round="final", teams=("Z", "X")),
    ]
    state = played(rule, "X Y", {}, *decisions)
    assert ties(state, "final") == ["? - ?: ? the teams of the final"]
    assert boxes(state, "sorteo") == {"A": ["? the draw: sorteo"], "B": ["? the draw: sorteo"]}

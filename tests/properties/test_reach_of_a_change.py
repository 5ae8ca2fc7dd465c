"""How far a change reaches: only what depends on it is worked out again."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from liguilla.engine import State, play
from liguilla.facts import Deduction, Facts, Match, Score, Status, Team
from tests.playing import rules
from tests.properties.completing import completed, entered
from tests.properties.strategies import season, tournament

CUP = """
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        pairing: bracket
        hosts: better_seed
        decide_by: [score, shoot_out]
        rounds: as_needed
    outcomes: {champion: winner final}
    """


def worked_out(state: State, facts: Facts) -> int:
    """Return how many answers are worked out to play on with other facts; a fresh play gives the same state."""
    before = state.derivation.memo.worked_out
    after = play(state.format, facts, after=state)
    count = state.derivation.memo.worked_out - before
    assert after == play(state.format, facts)
    play(state.format, state.facts, after=after)
    return count


def fresh(state: State) -> int:
    """Return how many answers a fresh play works out."""
    return play(state.format, state.facts).derivation.memo.worked_out


def test_the_same_facts_again_reach_nothing_but_the_facts() -> None:
    state = list(completed(tournament(), entered(tournament()), Random(1)))[-1]
    assert worked_out(state, state.facts) == 0
    alike = replace(state.facts, matches=tuple(replace(match) for match in state.facts.matches))
    assert worked_out(state, alike) < fresh(state) / 5


def test_a_result_of_a_bracket_reaches_the_ties_that_it_leads_to() -> None:
    teams = tuple(Team(f"T{number:03}") for number in range(128))
    state = play(rules(CUP), Facts(teams=teams))
    whole = fresh(state)
    match = Match("M", "cup", "T000", "T127", "round_of_128", status=Status.PLAYED, score=Score(1, 0))
    assert worked_out(state, Facts(teams=teams, matches=(match,))) < whole / 10


def test_a_result_that_decides_the_same_reaches_no_further() -> None:
    state = list(completed(tournament(), entered(tournament()), Random(2)))[-1]
    final = next(match for match in state.facts.matches if match.round == "quarterfinals")
    note = replace(final, attendance=12_345)
    assert worked_out(state, state.facts.with_matches([note])) < fresh(state) / 4


def test_a_result_of_one_tournament_leaves_the_other_alone() -> None:
    state = list(completed(season(), entered(season()), Random(3)))[-1]
    one, two = state.facts.tournaments["one"], state.facts.tournaments["two"]
    match = next(match for match in two.matches if match.round == "final")
    changed = two.with_matches([replace(match, score=Score(9, 0), extra_time=None, kicks=None)])
    before = state.tournaments["one"]
    after = play(state.format, replace(state.facts, tournaments={"one": one, "two": changed}), after=state)
    assert all(after.tournaments["one"].stages[id_] is result for id_, result in before.stages.items())


def test_a_deduction_reaches_the_table_and_what_reads_it() -> None:
    state = list(completed(tournament(), entered(tournament()), Random(4)))[-1]
    last = state.ranked("table").standings[0].rows[-1]
    taken = Deduction(stage="table", team=last.team, points=-1)  # type: ignore[arg-type]
    facts = replace(state.facts, decisions=(*state.facts.decisions, taken))
    assert worked_out(state, facts) < fresh(state) / 2

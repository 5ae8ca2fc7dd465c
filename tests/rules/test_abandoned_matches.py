"""Abandoned matches, and results by decision: open until decided, then as it was decided."""

from dataclasses import replace
from datetime import date

from liguilla.engine import State, play, scorers
from liguilla.facts import Annulment, Award, Goal, Score, Withdrawal, WithdrawalRule, contradictions
from liguilla.words import say
from tests.playing import (
    cup,
    facts_of,
    is_complete,
    league,
    matches,
    places,
    played,
    points,
    problems_of,
    rules,
    standing,
    table,
    ties,
)

ABANDONED = "M1: 2022-03-18 A 0-2 B (abandoned)"
OTHERS = ("A 1-0 C", "B 0-0 C")


def after(*decisions: Award | Annulment, results: tuple[str, ...] = (ABANDONED, *OTHERS), **more: str) -> State:
    return league("points, goal_difference, lots", *results, decisions=decisions, **more)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ open until decided


def test_until_it_is_decided_an_abandoned_match_is_open_and_its_score_counts_for_nobody() -> None:
    state = after()
    assert points(state) == {"A": "3", "B": "1", "C": "1"}
    assert not is_complete(state)
    assert places(state) == ["? table to be complete"] * 3
    assert problems_of(state) == [
        "match M1: it was abandoned, and is open until it is decided: "
        "award it in decisions.csv, with the score that stands or another, or annul it"
    ]


def test_the_score_may_stand() -> None:
    """Bochum v Gladbach, 2021-22: abandoned at 0-2 and awarded 0-2."""
    state = after(Award(match="M1", score=Score(0, 2)))
    assert points(state) == {"B": "4", "A": "3", "C": "1"}
    assert is_complete(state)
    assert problems_of(state) == []


def test_it_may_be_awarded_to_a_team_with_the_score_of_the_rules() -> None:
    assert standing(after(Award(match="M1", winner="A"))).rows[0].record[4:6] == (4, 0)


def test_it_may_be_annulled_and_is_not_played_again() -> None:
    for stage in ("fixtures: {by: list}", "meetings: 1"):
        state = after(Annulment(match="M1"), stage=stage)
        assert points(state) == {"A": "3", "B": "1", "C": "1"}
        assert is_complete(state)


def test_it_may_be_played_again_which_is_another_match() -> None:
    replay = "2022-04-01 A 1-1 B"
    state = after(Annulment(match="M1"), results=(ABANDONED, replay, *OTHERS))
    assert points(state) == {"A": "4", "B": "2", "C": "1"}
    assert not is_complete(after(Annulment(match="M1"), results=(ABANDONED, "A v B", *OTHERS)))


def test_where_two_meet_so_often_a_replay_needs_no_other_decision() -> None:
    state = after(results=(ABANDONED, "2022-04-01 A 1-1 B", *OTHERS), stage="meetings: 1")
    assert points(state) == {"A": "4", "B": "2", "C": "1"}
    assert is_complete(state)
    assert problems_of(state) == []


# ------------------------------------------------------------------------------------------------ both of them lose


def test_both_may_lose_and_each_has_conceded_what_it_lost_by() -> None:
    both = Award(match="M1", lost_by=("A", "B"))
    state = after(both)
    assert points(state) == {"A": "3", "C": "1", "B": "1"}
    assert {row.team: row.record[:6] for row in standing(state).rows} == {
        "A": (2, 1, 0, 1, 1, 3),
        "B": (2, 0, 1, 1, 0, 3),
        "C": (2, 0, 1, 1, 0, 1),
    }
    assert is_complete(state)


def test_both_may_lose_by_another_score_or_without_goals() -> None:
    state = after(Award(match="M1", lost_by=("A", "B"), score=Score(0, 0)))
    assert {row.team: row.goal_difference for row in standing(state).rows} == {"A": 1, "B": 0, "C": -1}
    assert standing(state).rows[0].record.lost == 1
    state = after(Award(match="M1", lost_by=("A", "B"), score=Score(1, 2)))
    assert {row.team: row.goal_difference for row in standing(state).rows} == {"A": 0, "B": -1, "C": -1}


def test_what_both_lost_is_no_win_of_anybody_over_the_other() -> None:
    both = Award(match="M1", lost_by=("A", "B"))
    results = ("M1: A v B", "A 1-0 C", "B 1-0 C")
    ranking = "points, {head_to_head: [points, wins, goal_difference]}, sweep, lots"
    state = league(ranking, *results, decisions=[both])
    assert table(state)[:2] == ["1 A", "1 B"]
    by_result = league("points of opponents by result, lots", *results, decisions=[both])
    # C's two defeats and the match that both lost weigh nothing; a win over C weighs C's no points.
    assert table(by_result) == ["1 A", "1 B", "1 C"]


def test_both_can_not_lose_a_tie() -> None:
    keys = "pairing: bracket\nhosts: better_seed\ndecide_by: [score, better_seed]\nrounds: [{id: final}]"
    state = cup(keys, "A B", Award(match="M1", lost_by=("A", "B")), final=["M1: A 1-0 B"])
    assert ties(state, "final") == ["1 A - 2 B: ? the match between A and B"]
    assert "match 'M1' is of a tie, which both can't lose. Say who goes through: winner" in problems_of(state)


# ------------------------------------------------------------------------------------------- a win without goals


def test_a_win_may_be_awarded_without_goals() -> None:
    """Bastia v Lyon, 2016-17: three points for Lyon, "no effect on goal average"."""
    state = after(Award(match="M1", score=Score(0, 0), winner="B"))
    assert points(state) == {"B": "4", "A": "3", "C": "1"}
    record = standing(state).rows[0].record
    assert (record.won, record.goals_for, record.goals_against) == (1, 0, 0)


# -------------------------------------------------------------------------------------------- what can't be awarded


def contradictory(award: Award) -> list[str]:
    facts = facts_of("A B C", {"table": [ABANDONED]}, award)
    return [problem.text() for problem in contradictions(facts)]


def test_an_award_to_others_or_against_its_own_score_is_a_contradiction() -> None:
    assert contradictory(Award(match="M1", lost_by=("A", "C"))) == [
        "match 'M1' can't be lost by A and C: it is between A and B. Mend the teams or the match"
    ]
    assert contradictory(Award(match="M1", winner="A", score=Score(0, 3))) == [
        "0-3 is no score that A win by. Mend the score or the winner; a win without goals is 0-0"
    ]
    assert contradictory(Award(match="M1", winner="B", score=Score(0, 3))) == []
    assert contradictory(Award(match="M1", winner="B", score=Score(0, 0))) == []
    assert contradictory(Award(match="M1", lost_by=("B", "A"))) == []


def test_an_award_to_a_stranger_gives_nobody_anything() -> None:
    assert points(after(Award(match="M1", winner="Z"))) == {"A": "3", "B": "1", "C": "1"}


# ------------------------------------------------------------------------------------------ the match as it was ruled


def test_goals_of_an_annulled_match_are_nobody_s_and_those_of_an_awarded_one_stand() -> None:
    goals = tuple(Goal(match, "A", person) for match, person in (("M1", "Ana"), ("M2", "Eva"), ("M3", "Isa")))
    results = ["M1: A 1-0 B", "M2: A 1-0 C", "M3: A 1-0 X", "B 0-0 C"]
    decisions = (
        Annulment(match="M1"),
        Award(match="M2", winner="C"),
        Withdrawal(stage="table", team="X", rule=WithdrawalRule.ANNUL),
    )
    state = league("points, lots", *results, decisions=decisions)
    state = play(state.format, replace(state.facts, goals=goals), after=state)
    assert [(row.person, row.goals) for row in scorers(state)] == [("Eva", 1)]


def test_the_state_tells_each_match_as_decisions_left_it() -> None:
    format_ = rules("""
        stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}]
        outcomes: {}
        """)
    results = ["M1: A 1-0 B", "M2: A 1-0 C", "M3: B 1-0 C", "M4: C v X", "M5: X 1-0 A", "M6: B v C (cancelled)"]
    decisions = (
        Award(match="M1", winner="B", reason="ineligible player", date=date(2020, 1, 2)),
        Annulment(match="M1", date=date(2020, 1, 1)),
        Award(match="M2", lost_by=("A", "C")),
        Annulment(match="M3"),
        Withdrawal(stage="table", team="X", rule=WithdrawalRule.AWARD_REST),
    )
    state = played(format_, "A B C X", {"table": results}, *decisions)
    recorded = {match.id: match for match in matches("table", results)}
    ruled = {id_: state.as_ruled(match) for id_, match in recorded.items()}
    assert {id_: each.kind for id_, each in ruled.items()} == {
        "M1": "awarded",
        "M2": "lost_by_both",
        "M3": "annulled",
        "M4": "awarded",
        "M5": None,
        "M6": None,
    }
    assert ruled["M1"].match is not None
    assert (ruled["M1"].match.score, ruled["M1"].by) == (Score(0, 3), decisions[0])
    assert ruled["M4"].match is not None
    assert (ruled["M4"].match.score, ruled["M4"].by) == (Score(3, 0), decisions[4])
    assert ruled["M5"].match == recorded["M5"]
    assert (ruled["M6"].match, ruled["M6"].by) == (None, None)
    everything = play(format_, state.facts, after=state)
    assert say(everything.as_ruled(recorded["M1"]).by.reason) == "ineligible player"  # type: ignore[union-attr, arg-type]

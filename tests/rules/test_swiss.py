"""A Swiss tournament played from facts: rounds, byes, forfeits, sums over opponents, and what a provider says of it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from liguilla.engine import State, play, problems, proposed_rounds, unlike_proposed
from liguilla.engine.counting import everyone, sheet
from liguilla.engine.criteria import value_of
from liguilla.facts import Award, Bye, Decision, Facts, Match, Score, Status, Team, Withdrawal
from liguilla.formats import By, Format, read_format
from liguilla.notation import FormatFiles, read_folder
from liguilla.words import say
from tests.playing import is_complete, matches, outcome, points, problems_of, rules, table, teams, told, waiting

HALF = Fraction(1, 2)
SIXTY = Path(__file__).parents[1] / "golden/swiss/sixty-players"

SWISS = """
    sport: chess
    teams: {count: 2-1000, know: {rating: high}}
    points: {win: 1, draw: 1/2, loss: 0, bye: 1}
    awarded_score: [1, 0]
    stages:
      - id: swiss
        kind: league
        seeds: given rating
        fixtures: {by: fide_dutch, rounds: ROUNDS}
        rank_by: [points, RANK_BY]
    outcomes: {champion: swiss 1}
"""


def swiss(rounds: int = 3, rank_by: str = "shared") -> Format:
    return rules(SWISS.replace("ROUNDS", str(rounds)).replace("RANK_BY", rank_by))


def rated(names: str) -> tuple[Team, ...]:
    """Return teams of which the first has the best rating."""
    return tuple(Team(team.name, facts={"rating": str(2000 - number)}) for number, team in enumerate(teams(names)))


def rounds(*lines: str) -> tuple[Match, ...]:
    """Return the matches of a league, a text for each round: ``A 1-0 B, C 0-0 D``."""
    return tuple(
        replace(match, matchday=number, id=f"{number}-{board}")
        for number, line in enumerate(lines, 1)
        for board, match in enumerate(matches("swiss", line.replace(", ", "\n")), 1)
    )


def bye(team: str, number: int, worth: Fraction | int | None = None) -> Bye:
    return Bye(stage="swiss", team=team, matchday=number, points=None if worth is None else Fraction(worth))


def swiss_of(
    names: str, *lines: str, decisions: Iterable[Decision] = (), in_all: int = 3, rank_by: str = "shared"
) -> State:
    facts = Facts(teams=rated(names), matches=rounds(*lines), decisions=tuple(decisions))
    return play(swiss(in_all, rank_by), facts)


def proposal(state: State, language: str = "en") -> list[str]:
    """Return the round that is proposed, or what it waits for."""
    found = []
    for each in proposed_rounds(state, "swiss"):
        found += [f"{home} - {away}" for home, away in each.pairs]
        found += [f"{each.bye} has the bye"] if each.bye else []
        found += ["by lot"] if each.by_lot else []
        found += [say(each.waits, language)] if each.waits else []
    return found


def warnings(state: State) -> list[str]:
    return [problem.text("en") for problem in unlike_proposed(state)]


# ------------------------------------------------------------------------------------------------------ rounds


def test_a_swiss_is_complete_after_its_rounds() -> None:
    state = swiss_of("A B C D", "A 1-0 C, B 1-0 D", "A 1-0 B, C 1-0 D", "A 1-0 D, B 0-1 C")
    assert is_complete(state, "swiss")
    assert outcome(state, "champion") == "A"


def test_before_it_waits_and_says_nothing_for_certain_that_can_change() -> None:
    state = swiss_of("A B C D", "A 1-0 C, B 1-0 D", "A 1-0 B, C 1-0 D")
    assert not is_complete(state, "swiss")
    assert waiting(state)[-1] == "champion: Swiss tournament to be complete"
    ahead = swiss_of("A B C D", "A 1-0 C, B 0-0 D", "A 1-0 B, C 0-0 D", in_all=2 + 1)
    assert told(ahead.ranked("swiss").standings[0].places[0]) == "? Swiss tournament to be complete"
    certain = swiss_of("A B C D", "A 1-0 B, C 0-0 D", "A 1-0 C, B 0-0 D", "A 0-0 D, B v C")
    assert told(certain.ranked("swiss").standings[0].places[0]) == "A"


def test_a_round_is_missing_for_whoever_has_neither_match_nor_bye() -> None:
    lines = "A 1-0 C, B 1-0 D", "A 1-0 B", "A 1-0 D, B 0-1 C"
    assert not is_complete(swiss_of("A B C D", *lines), "swiss")
    assert is_complete(swiss_of("A B C D", *lines, decisions=[bye("C", 2, 0), bye("D", 2, HALF)]), "swiss")


def test_a_team_that_left_has_no_round_to_come() -> None:
    lines = "A 1-0 C, B 1-0 D", "A 1-0 B", "A 0-1 B"
    gone = [Withdrawal(stage="swiss", team=team) for team in "CD"]
    assert is_complete(swiss_of("A B C D", *lines, decisions=gone), "swiss")


UNTIL = """
    points: {win: 1, loss: 0}
    stages:
      - id: swiss
        kind: league
        fixtures: {by: list, until: {wins: 2, losses: 2}}
        rank_by: [wins, losses, shared]
    outcomes: {through: swiss 1-2}
"""


def until(*lines: str) -> State:
    return play(rules(UNTIL), Facts(teams=teams("A B C D"), matches=rounds(*lines)))


def test_a_team_stops_after_its_wins_or_losses() -> None:
    after_two = until("A 1-0 B, C 1-0 D", "A 1-0 C, B 1-0 D")
    assert not is_complete(after_two, "swiss")
    assert told(after_two.ranked("swiss").standings[0].places[0]).startswith("?")
    state = until("A 1-0 B, C 1-0 D", "A 1-0 C, B 1-0 D", "B 0-1 C")
    assert is_complete(state, "swiss")
    assert outcome(state, "through") == ["A", "C"]
    assert problems_of(state) == []


def test_a_match_of_a_team_that_has_stopped_is_a_problem() -> None:
    state = until("A 1-0 B, C 1-0 D", "A 1-0 C, B 1-0 D", "B 0-1 C, A 1-0 D")
    assert problems_of(state) == [
        "match 3-2: A plays no more in Swiss tournament: all the wins, or all the losses, were there before",
        "match 3-2: D plays no more in Swiss tournament: all the wins, or all the losses, were there before",
    ]


# -------------------------------------------------------------------------------------------------------- byes


def test_a_bye_gives_the_points_of_the_rules_or_those_that_were_decided() -> None:
    state = swiss_of(
        "A B C D E", "A 1-0 B", decisions=[bye("C", 1), bye("D", 1, HALF), bye("E", 1, 0)], rank_by="wins, shared"
    )
    assert points(state, "swiss") == {"A": "1", "C": "1", "D": "1/2", "B": "0", "E": "0"}
    assert [row.record.played for row in state.ranked("swiss").standings[0].rows] == [1, 0, 0, 1, 0]


def test_a_bye_that_is_known_beforehand_counts_when_the_others_play() -> None:
    ahead = [bye("C", 2, HALF)]
    assert points(swiss_of("A B C D", "A 1-0 C, B 0-1 D", decisions=ahead), "swiss")["C"] == "0"
    assert points(swiss_of("A B C D", "A 1-0 C, B 0-1 D", "A v D", decisions=ahead), "swiss")["C"] == "0"
    assert points(swiss_of("A B C D", "A 1-0 C, B 0-1 D", "A 1-0 D", decisions=ahead), "swiss")["C"] == "1/2"


def test_byes_count_in_a_league_that_no_provider_pairs() -> None:
    format_ = rules("""
        points: {win: 4, draw: 2, loss: 0, bye: 4}
        stages:
          - {id: swiss, kind: league, meetings: 1, rank_by: [points, shared]}
        outcomes: {champion: swiss 1}
    """)
    facts = Facts(teams=teams("A B C"), matches=rounds("A 1-0 B"), decisions=(bye("C", 1),))
    assert points(play(format_, facts), "swiss") == {"A": "4", "C": "4", "B": "0"}


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        (bye("X", 1), "X: not in Swiss tournament. Correct the team, or the stage"),
        (bye("A", 1), "A has a bye in round 1, and a match too. Take one of them out"),
        (Bye(stage="swiss", team="E"), "the bye of E in Swiss tournament needs its round; fill in `order`"),
    ],
)
def test_byes_that_do_not_fit_are_problems(decision: Bye, said: str) -> None:
    assert problems_of(swiss_of("A B C D E", "A 1-0 C, B 1-0 D", decisions=[decision])) == [said]


def test_one_bye_in_a_round_is_enough() -> None:
    state = swiss_of("A B C", "A 1-0 B", decisions=[bye("C", 1), bye("C", 1)])
    assert problems_of(state) == ["C has two byes in round 1. Take one of them out"]


# ----------------------------------------------------------------------------------------------------- forfeits


def test_a_forfeit_gives_the_points_and_no_match() -> None:
    state = swiss_of("A B", "A v B", "B 1-0 A", decisions=[Award(match="1-1", winner="A")], in_all=2)
    assert points(state, "swiss") == {"A": "1", "B": "1"}
    assert problems_of(state) == []  # they had not met


def test_two_who_have_met_do_not_meet_again() -> None:
    state = swiss_of("A B", "A 1-0 B", "B 1-0 A", in_all=2)
    assert problems_of(state) == ["match 2-1: B and A have met in round 1, and a pairing system lets nobody meet twice"]


def test_where_neither_came_neither_has_points() -> None:
    state = swiss_of("A B", "A v B", decisions=[Award(match="1-1", lost_by=("A", "B"))], in_all=1)
    assert points(state, "swiss") == {"A": "0", "B": "0"}
    assert is_complete(state, "swiss")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["A 1-0 B, A 1-0 C"], "match 1-2: A: two matches in round 1. Correct the round, or take one of them out"),
        (
            ["A 1-0 B", "C 1-0 D", "A 1-0 C", "B 1-0 D"],
            "match 4-1: Swiss tournament has 3 rounds; this match is in a later one",
        ),
    ],
)
def test_matches_that_do_not_fit_the_rounds_are_problems(lines: list[str], said: str) -> None:
    assert problems_of(swiss_of("A B C D", *lines)) == [said]


def test_a_match_without_its_round_is_a_problem() -> None:
    match = replace(rounds("A 1-0 B")[0], matchday=None)
    state = play(swiss(), Facts(teams=rated("A B"), matches=(match,)))
    assert problems_of(state) == [
        "match 1-1: Swiss tournament goes by rounds, and the match has none; fill in `matchday`"
    ]


# -------------------------------------------------------------------------------------------- sums over opponents

PLAYED = "A 1-0 D, B 0-0 E, C 1-0 F", "A 1-0 C, B 1-0 D, E 1-0 F", "B 0-1 A, C 1-0 E, F 0-0 D"


def values(state: State, criterion: str) -> dict[str, str]:
    """Return what a criterion makes of each team."""
    d = state.derivation
    steps = state.ranked("swiss").stage.ranking.steps
    step = next(step for step in steps if isinstance(step, By) and step.criterion.text == criterion)
    own, all_ = d.ask(sheet, "swiss", None), d.ask(everyone, "swiss")
    return {team: str(value_of(step.criterion, team, own, {}, everyone=lambda: all_)) for team in own.teams}


def test_the_buchholz_score_adds_up_the_points_of_the_opponents() -> None:
    # Points: A 3, C 2, B 1½, E 1½, D ½, F ½.
    state = swiss_of("A B C D E F", *PLAYED, rank_by="points of opponents, shared")
    assert points(state, "swiss") == {"A": "3", "C": "2", "B": "3/2", "E": "3/2", "D": "1/2", "F": "1/2"}
    assert values(state, "points of opponents") == {
        "A": "4",  # ½ + 2 + 1½
        "B": "5",  # 1½ + ½ + 3
        "C": "5",  # ½ + 3 + 1½
        "D": "5",  # 3 + 1½ + ½
        "E": "4",  # 1½ + ½ + 2
        "F": "4",  # 2 + 1½ + ½
    }
    assert table(state, "swiss") == [
        "1 A",
        "2 C",
        "3 B (points of opponents)",
        "4 E (points of opponents)",
        "5 D (points of opponents)",
        "6 F (points of opponents)",
    ]


def test_cut_one_leaves_out_the_lowest() -> None:
    state = swiss_of("A B C D E F", *PLAYED, rank_by="points of opponents without lowest, shared")
    found = values(state, "points of opponents without lowest")
    assert found == {"A": "7/2", "B": "9/2", "C": "9/2", "D": "9/2", "E": "7/2", "F": "7/2"}


def test_sonneborn_berger_weighs_them_by_the_result() -> None:
    state = swiss_of("A B C D E F", *PLAYED, rank_by="points of opponents by result, shared")
    assert values(state, "points of opponents by result") == {
        "A": "4",
        "B": "5/4",  # half of E's 1½, and D's ½
        "C": "2",  # F's ½ and E's 1½
        "D": "1/4",
        "E": "5/4",
        "F": "1/4",
    }


def test_the_direct_encounter_tells_apart_only_those_who_have_all_met() -> None:
    state = swiss_of(
        "A B C D",
        "A 1-0 C, B 1-0 D",
        "B 1-0 A, C 1-0 D",
        "A 1-0 D, C 1-0 B",
        rank_by="{head_to_head: [points], needs: all_met}, shared",
    )
    # A, B and C have 2 points, and each has beaten one of the others.
    assert table(state, "swiss") == ["1 A", "1 B", "1 C", "4 D"]
    state = swiss_of(
        "A B C D",
        "A 1-0 C, B 1-0 D",
        "B 1-0 A, C 1-0 D",
        rank_by="{head_to_head: [points], needs: all_met}, shared",
        in_all=2,
    )
    assert table(state, "swiss") == ["1 B", "2 A (head_to_head points)", "3 C (head_to_head points)", "4 D"]


def test_a_forfeit_is_no_direct_encounter() -> None:
    lines = "A 0-0 C, B 0-0 D", "A v B, C 0-0 D"
    rank_by = "{head_to_head: [points], needs: all_met}, shared"
    awarded = [Award(match="2-1", winner="A")]
    # C and D have met; A and B have not, though A has the point.
    state = swiss_of("A B C D", *lines, "A 0-1 D, B 1-0 C", decisions=awarded, rank_by=rank_by)
    assert points(state, "swiss") == {"D": "2", "A": "3/2", "B": "3/2", "C": "1"}
    assert table(state, "swiss") == ["1 D", "2 A", "2 B", "4 C"]


def test_a_round_without_a_match_counts_as_one_against_a_dummy_with_the_own_points() -> None:
    # A: 1 (C, beaten) + 1 (bye) = 2 points; the dummy has no more than half of the two rounds: 1.
    state = swiss_of(
        "A B C",
        "A 1-0 C",
        "B 1-0 C",
        decisions=[bye("B", 1), bye("A", 2)],
        in_all=2,
        rank_by="points of opponents, shared",
    )
    assert values(state, "points of opponents") == {"A": "1", "B": "1", "C": "4"}


def test_the_dummy_of_a_forfeit_has_no_more_points_than_the_opponent() -> None:
    lines = "A v B, C 1-0 D", "A 1-0 C, B 0-1 D", "A 1-0 D, B 0-1 C"
    state = swiss_of(
        "A B C D", *lines, decisions=[Award(match="1-1", winner="A")], rank_by="points of opponents, shared"
    )
    # A 3, C 2, D 1, B 0: A meets C and D, and in the forfeit a dummy with B's points; B's dummy has B's own.
    assert values(state, "points of opponents") == {"A": "3", "B": "3", "C": "4", "D": "5"}


def test_byes_asked_for_at_the_end_are_draws_for_the_opponents() -> None:
    lines = "A 1-0 B, C 0-0 D", "A 0-0 C, B 0-0 D", "A 0-0 D"
    left = [bye("B", 3, 0), bye("C", 3, HALF)]
    state = swiss_of("A B C D", *lines, decisions=left, rank_by="points of opponents, shared")
    assert points(state, "swiss") == {"A": "2", "C": "3/2", "D": "3/2", "B": "1/2"}
    # B counts ½ + ½ = 1 for A and D; C's bye was worth a draw anyway.
    assert values(state, "points of opponents")["A"] == "4"
    later = swiss_of(
        "A B C D", *lines[:2], "A 0-0 D", "B 0-1 C", decisions=left, in_all=4, rank_by="points of opponents, shared"
    )
    # Here B comes back and loses, so the bye is the nothing that it was.
    assert points(later, "swiss")["B"] == "1/2"
    assert values(later, "points of opponents")["A"] == "9/2"  # ½ + 2½ + 1½


def test_of_what_can_be_cut_rounds_that_a_team_did_not_want_to_play_go_first() -> None:
    lines = "A 1-0 B, C 1-0 D", "A 0-1 C", "A 1-0 D, B 1-0 C"
    left = [bye("B", 2, HALF), bye("D", 2, HALF)]
    state = swiss_of("A B C D", *lines, decisions=left, rank_by="points of opponents without lowest, shared")
    # B: A 2 + dummy 1½ + C 2; the dummy goes.
    assert values(state, "points of opponents without lowest")["B"] == "4"


def test_wins_are_rounds_with_as_many_points_as_for_a_win() -> None:
    state = swiss_of(
        "A B C", "A 0-1 B", "A 0-1 C", decisions=[bye("C", 1), bye("B", 2)], in_all=2, rank_by="wins, shared"
    )
    assert values(state, "wins") == {"A": "0", "B": "2", "C": "2"}


# ------------------------------------------------------------------------------------- what the provider proposes


def test_the_first_round_is_proposed_by_rating_and_its_colours_are_drawn() -> None:
    state = play(swiss(), Facts(teams=tuple(reversed(rated("A B C D")))))
    assert proposal(state) == ["A - C", "D - B", "by lot"]


def test_the_next_round_follows_from_those_before() -> None:
    state = swiss_of("A B C D E", "A 1-0 C, D 0-1 B", decisions=[bye("E", 1)])
    # A, B and E have a point. One of them is moved down: not E, whose bye was a downfloat, so B, who has met D.
    assert proposal(state) == ["E - A", "B - C", "D has the bye"]


def test_who_asked_for_a_bye_is_not_paired() -> None:
    state = swiss_of("A B C D", "A 1-0 C, D 0-1 B", decisions=[bye("C", 2, HALF), bye("D", 2, 0)])
    assert proposal(state) == ["B - A"]


def test_there_is_nothing_to_propose_after_the_last_round() -> None:
    assert proposal(swiss_of("A B", "A 1-0 B", in_all=1)) == []


def test_a_round_that_is_listed_is_not_proposed_again() -> None:
    assert proposal(swiss_of("A B C D", "A v C, D v B")) == ["the results of round 1 of Swiss tournament"]


@pytest.mark.parametrize(
    ("state", "said", "dicho"),
    [
        (
            swiss_of("A B C D", "A 1-0 C, D v B"),
            "the results of round 1 of Swiss tournament",
            "los resultados de la ronda 1 de torneo suizo",
        ),
        (
            swiss_of("A B C D E", "A 1-0 C, D 0-1 B"),
            "what round 1 was for E: a match, or a bye",
            "lo que fue la ronda 1 para E: un partido o un descanso",
        ),
        (
            play(swiss(), Facts(teams=teams("A B"))),
            "the fact: rating of A",
            "el dato: rating de A",
        ),
        (
            swiss_of("A B", "A 1-0 B"),
            "a decision on round 2 of Swiss tournament: no pairing keeps all the rules",
            "una decisión sobre la ronda 2 de torneo suizo: ningún emparejamiento cumple todas las reglas",
        ),
    ],
)
def test_where_something_is_missing_the_proposal_says_what(state: State, said: str, dicho: str) -> None:
    assert proposal(state) == [said]
    assert proposal(state, "es") == [dicho]


def test_what_was_paired_otherwise_counts_and_is_said() -> None:
    state = swiss_of("A B C D", "A 1-0 B, C 1-0 D")
    assert points(state, "swiss") == {"A": "1", "C": "1", "B": "0", "D": "0"}
    assert warnings(state) == [
        "round 1 of Swiss tournament isn't paired as fide_dutch pairs; by the rules it is A – C and D – B. "
        "What was paired counts"
    ]
    assert problems(state) == ()


def test_another_bye_is_said_too() -> None:
    state = swiss_of("A B C", "A 1-0 C", decisions=[bye("B", 1)])
    assert warnings(state) == [
        "round 1 of Swiss tournament isn't paired as fide_dutch pairs; by the rules it is A – B and C has the bye. "
        "What was paired counts"
    ]


def test_a_league_that_is_listed_has_no_proposals() -> None:
    state = until("A 1-0 B, C 1-0 D")
    assert proposed_rounds(state, "swiss") == ()
    assert unlike_proposed(state) == ()


# --------------------------------------------------------------------------------------------- whole tournaments


@pytest.mark.parametrize("number", [12, 15])
def test_a_swiss_of_nine_rounds_is_played_from_start_to_end(number: int) -> None:
    chance = random.Random(number)
    format_ = read_format("fide-swiss", FormatFiles())
    facts = Facts(teams=rated(",".join(f"Player {n}" for n in range(1, number + 1))))
    state = play(format_, facts)
    for round_ in range(1, 10):
        (proposed,) = proposed_rounds(state, "swiss")
        assert (proposed.matchday, proposed.waits, proposed.by_lot) == (round_, None, round_ == 1)
        assert len(proposed.pairs) == number // 2
        played = tuple(_match(round_, board, pair, chance) for board, pair in enumerate(proposed.pairs, 1))
        byes = (bye(proposed.bye, round_),) if proposed.bye else ()
        assert not is_complete(state, "swiss")
        facts = replace(facts, matches=(*facts.matches, *played), decisions=(*facts.decisions, *byes))
        state = play(format_, facts, after=state)
    assert is_complete(state, "swiss")
    assert proposed_rounds(state, "swiss") == ()
    assert unlike_proposed(state) == ()
    assert problems(state) == ()
    assert sum(Fraction(each) for each in points(state, "swiss").values()) == 9 * (number // 2) + 9 * (number % 2)
    best = state.ranked("swiss").standings[0].rows[0]
    assert best.points == max(Fraction(each) for each in points(state, "swiss").values())
    assert best.team in str(outcome(state, "champion"))
    assert state == play(format_, facts)


def _match(round_: int, board: int, pair: tuple[str, str], chance: random.Random) -> Match:
    score = chance.choice([Score(1, 0), Score(0, 0), Score(0, 1)])
    return Match(f"{round_}-{board}", "swiss", *pair, matchday=round_, status=Status.PLAYED, score=score)


def test_sixty_players_are_paired_as_an_endorsed_program_paired_them() -> None:
    reading = read_folder(SIXTY)
    assert reading.problems == ()
    state = play(read_format("fifteen-rounds", FormatFiles(SIXTY)), reading.facts)
    assert problems(state) == ()
    assert unlike_proposed(state) == ()  # fourteen rounds of thirty pairs, colours included
    (proposed,) = proposed_rounds(state, "swiss")
    lines = [f"{home} - {away}" for home, away in proposed.pairs]
    assert "\n".join(lines) + "\n" == (SIXTY / "round-15.txt").read_text(encoding="utf-8")

"""Two lives: losers of the upper rounds go on below, and only the second defeat is the last."""

from collections import Counter
from collections.abc import Iterator
from random import Random

import pytest

from liguilla.engine import Decided, State, TieResult, explain_tie, opponents, play
from liguilla.facts import Facts, Match, Score, Status, TieAward
from liguilla.formats import Format
from liguilla.words import say
from tests.playing import cup, problems_of, reasons, rules, teams, ties, waiting

TWO_LIVES = """
    lives: 2
    pairing: bracket
    drops: [{drops}]
    must_beat_twice: {twice}
    hosts: neutral
    decide_by: [score, overtime]
    rounds: as_needed
    """


def bracket(names: str, drops: str = "same", twice: str = "true", **results: list[str]) -> State:
    """Play a knock-out with two lives."""
    return cup(TWO_LIVES.format(drops=drops, twice=twice), names, **results)


def pairs(state: State, round_: str) -> list[str]:
    """Return the pairs of a round, without what became of them."""
    return [line.partition(":")[0] for line in ties(state, round_)]


def rounds(state: State) -> dict[str, int]:
    return {each.round.id: len(each.ties) for each in state.knockout("cup").rounds}


# ------------------------------------------------------------------------------------------------------ the bracket


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2, {"upper_final": 1, "final": 1}),
        (3, {"upper_1": 1, "upper_final": 1, "lower_final": 1, "final": 1}),
        (4, {"upper_1": 2, "upper_final": 1, "lower_1": 1, "lower_final": 1, "final": 1}),
        (5, {"upper_1": 1, "upper_2": 2, "upper_final": 1, "lower_2": 1, "lower_3": 1, "lower_final": 1, "final": 1}),
        (
            8,
            {
                "upper_1": 4, "upper_2": 2, "upper_final": 1,
                "lower_1": 2, "lower_2": 2, "lower_3": 1, "lower_final": 1, "final": 1,
            },
        ),
    ],
)  # fmt: skip
def test_there_are_as_many_rounds_above_and_below_as_needed(number: int, expected: dict[str, int]) -> None:
    assert rounds(bracket(" ".join("ABCDEFGH"[:number]))) == {**expected, "second_final": 1}


UPPER_1 = ["A 1-0 H", "D 1-0 E", "B 1-0 G", "C 1-0 F"]
UPPER_2 = ["A 1-0 D", "B 1-0 C"]


def test_losers_of_the_first_round_pair_up_below() -> None:
    assert pairs(bracket("A B C D E F G H", upper_1=UPPER_1), "lower_1") == ["5 E - 8 H", "6 F - 7 G"]


def test_losers_of_the_next_round_meet_the_winners_below_who_then_pair_up() -> None:
    state = bracket("A B C D E F G H", upper_1=UPPER_1, upper_2=UPPER_2, lower_1=["E 1-0 H", "F 1-0 G"])
    assert pairs(state, "lower_2") == ["4 D - 5 E", "3 C - 6 F"]
    state = bracket(
        "A B C D E F G H", upper_1=UPPER_1, upper_2=UPPER_2, lower_1=["E 1-0 H", "F 1-0 G"],
        lower_2=["E 1-0 D", "C 1-0 F"], upper_final=["B 1-0 A"], lower_3=["C 1-0 E"],
    )  # fmt: skip
    assert pairs(state, "lower_3") == ["3 C - 5 E"]
    assert pairs(state, "lower_final") == ["1 A - 3 C"]
    assert pairs(state, "final") == ["2 B - ?"]


@pytest.mark.parametrize(
    ("drops", "below"),
    [
        ("same", ["D E", "C F"]),  # D, whom A has beaten, meets who came from the same part of the bracket
        ("same, reversed", ["C E", "D F"]),
        ("reversed, same", ["D F", "C E"]),  # the word of the first round turns those below round
        ("same, halves_swapped", ["C E", "D F"]),
        ("same, halves_reversed", ["D E", "C F"]),  # a half of one is no other way round
    ],
)
def test_the_order_in_which_losers_go_down_is_the_organisers(drops: str, below: list[str]) -> None:
    results = {"upper_1": UPPER_1, "upper_2": UPPER_2, "lower_1": ["E 1-0 H", "F 1-0 G"]}
    state = bracket("A B C D E F G H", drops, **results)
    assert [" ".join(sorted(names(tie), key="CDEF".index)) for tie in state.round("cup", "lower_2").ties] == below


def names(tie: TieResult) -> list[str]:
    return [place.team for place in tie.teams if isinstance(place, Decided)]


def test_each_upper_round_has_its_word_and_the_last_one_repeats() -> None:
    sixteen = " ".join("ABCDEFGHIJKLMNOP")
    results = {
        "upper_1": [f"{better} 1-0 {worse}" for better, worse in zip("ABCDEFGH", "PONMLKJI", strict=True)],
        "upper_2": ["A 1-0 H", "D 1-0 E", "B 1-0 G", "C 1-0 F"],
    }
    below = {
        drops: [names(tie)[0] for tie in bracket(sixteen, drops, **results).round("cup", "lower_2").ties]
        for drops in ("same", "same, halves_reversed", "same, halves_swapped", "same, reversed")
    }
    assert below == {
        "same": ["H", "E", "G", "F"],
        "same, halves_reversed": ["E", "H", "F", "G"],
        "same, halves_swapped": ["G", "F", "H", "E"],
        "same, reversed": ["F", "G", "E", "H"],
    }


def test_a_bye_has_no_loser_so_whoever_would_have_met_him_goes_straight_on() -> None:
    state = bracket("A B C D E", upper_1=["D 0-1 E"], upper_2=["A 1-0 E", "B 1-0 C"])
    assert pairs(state, "lower_2") == ["4 D - 5 E"]
    assert pairs(state, "lower_3") == ["? - 3 C"]  # whose opponent is not known yet
    assert problems_of(state) == []


# -------------------------------------------------------------------------------------------------------- the finals

THREE = {"upper_1": ["B 1-0 C"], "upper_final": ["A 1-0 B"], "lower_final": ["B 1-0 C"]}


def test_if_the_unbeaten_finalist_wins_there_is_no_second_final() -> None:
    state = bracket("A B C", **THREE, final=["A 2-0 B"])
    assert reasons(state, "final") == ["A win 2-0"]
    second = state.round("cup", "second_final")
    assert second.void is not None
    assert say(second.void) == "not played: the rules ask for this only if winner final is winner lower_final"
    assert say(second.void, "es") == "no se juega: las reglas lo piden sólo si winner final is winner lower_final"
    assert problems_of(state) == []


def test_the_unbeaten_finalist_has_to_be_beaten_twice() -> None:
    state = bracket("A B C", **THREE, final=["A 0-1 B"])
    assert reasons(state, "final") == ["B go through 1-0"]
    assert ties(state, "second_final") == ["1 A - 2 B: ? the match between A and B"]
    state = bracket("A B C", **THREE, final=["A 0-1 B"], second_final=["A 2-1 B"])
    assert reasons(state, "second_final") == ["A win 2-1"]
    assert problems_of(state) == []


def test_the_second_final_waits_for_the_first() -> None:
    state = bracket("A B C", **THREE)
    assert "cup.second_final: the match between A and B" in waiting(state)
    assert ties(state, "second_final") == ["? - ?: ? the match between A and B"]


def test_a_second_final_that_is_not_asked_for_is_a_problem() -> None:
    state = bracket("A B C", **THREE, final=["A 2-0 B"], second_final=["B 1-0 A"])
    assert problems_of(state) == [
        "match cup.second_final.1: second final is void, so nothing is played in it: not played: "
        "the rules ask for this only if winner final is winner lower_final. Take the match out"
    ]


def test_one_final_may_be_all() -> None:
    state = bracket("A B C", twice="false", **THREE, final=["A 0-1 B"])
    assert [each.round.id for each in state.knockout("cup").rounds][-1] == "final"
    assert reasons(state, "final") == ["B win 1-0"]


DOUBLE = """
    teams: 2-64
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        lives: 2
        pairing: bracket
        drops: [reversed, same]
        must_beat_twice: {}
        hosts: better_seed
        decide_by: [score, overtime]
        rounds: as_needed
    outcomes: {{champion: [winner second_final, winner final], runner_up: [loser second_final, loser final]}}
"""


def test_the_champion_is_that_of_the_last_final_there_is() -> None:
    facts = Facts(teams=teams("A B"))
    for twice in ("true", "false"):
        state = play(rules(DOUBLE.format(twice)), facts)
        assert [say(place.what) for place in state.outcomes["champion"].places if hasattr(place, "what")] == [
            "the teams of the final"
        ]
        for lost in ("A", "B"):
            state = all_won(
                rules(DOUBLE.format(twice)), facts, lambda one, other, lost=lost: other if one == lost else one
            )
            champion, second = (state.outcomes[name].places[0] for name in ("champion", "runner_up"))
            assert isinstance(champion, Decided)
            assert isinstance(second, Decided)
            assert {champion.team, second.team} == {"A", "B"}
            assert second.team == lost


def all_won(format_: Format, facts: Facts, winner) -> State:  # type: ignore[no-untyped-def]
    """Play everything, tie by tie, as `winner` of two teams says."""
    state = play(format_, facts)
    while (found := next(open_ties(state), None)) is not None:
        round_, (one, other) = found
        score = Score(1, 0) if winner(one, other) == one else Score(0, 1)
        match = Match(f"{len(facts.matches)}", "cup", one, other, round_, status=Status.PLAYED, score=score)
        facts = facts.with_matches([match])
        state = play(format_, facts, after=state)
    return state


def open_ties(state: State) -> Iterator[tuple[str, list[str]]]:
    for _, each, tie in state.ties():
        if len(names(tie)) == 2 and not isinstance(tie.winner, Decided):
            yield each.round.id, names(tie)


@pytest.mark.parametrize("number", range(3, 65))
def test_everyone_but_the_champion_loses_twice(number: int) -> None:
    random = Random(number)
    entered = [f"T{seed}" for seed in range(1, number + 1)]
    state = all_won(
        rules(DOUBLE.format("true")), Facts(teams=teams(" ".join(entered))), lambda *pair: random.choice(pair)
    )
    champion = state.outcomes["champion"].places[0]
    assert isinstance(champion, Decided)
    lost = Counter(tie.loser.team for _, _, tie in state.ties() if isinstance(tie.loser, Decided))
    second_final = state.round("cup", "second_final").void is None
    assert lost == {team: 2 for team in entered if team != champion.team} | ({champion.team: 1} if second_final else {})
    assert len(state.facts.matches) == 2 * number - 1 if second_final else 2 * number - 2
    assert problems_of(state) == []
    assert state == play(state.format, state.facts)


# --------------------------------------------------------------------------------------- whom, and why, and decisions


def test_whom_a_team_can_still_meet_follows_its_ways_above_and_below() -> None:
    state = bracket("A B C D", upper_1=["A 1-0 D", "B 1-0 C"])
    assert said(state, "A", "upper_final") == "A meet B in the upper final"
    assert said(state, "C", "lower_1") == "C meet D in the lower round 1"
    assert said(state, "D", "lower_final") == "D can still meet A or B in the lower final"
    assert said(state, "A", "lower_final") == "A can still meet C or D in the lower final"
    assert said(state, "A", "final") == "A can still meet B, C or D in the final"


def test_whom_a_team_can_meet_leaves_out_what_would_need_two_results_of_one_match() -> None:
    # A can come to the final from above only if B has lost to A, and then D may be beaten by B below.
    state = bracket("A B C D", upper_1=["A 1-0 D", "B 1-0 C"], lower_1=["C 1-0 D"])
    assert said(state, "B", "final") == "B can still meet A or C in the final"
    assert said(state, "C", "lower_final") == "C can still meet A or B in the lower final"
    assert opponents(state, "D", "final").possible == ()


def said(state: State, team: str, round_: str) -> str:
    return say(opponents(state, team, round_).says)


def test_before_anything_is_played_everybody_can_meet_everybody_in_a_large_final() -> None:
    state = bracket(" ".join(f"T{seed}" for seed in range(1, 33)))
    assert len(opponents(state, "T7", "final").possible) == 31
    assert len(opponents(state, "T1", "lower_1").possible) == 2


def test_a_team_came_by_the_match_it_lost() -> None:
    state = bracket("A B C D", upper_1=["A 1-0 D", "B 1-0 C"], lower_1=["C 1-0 D"])
    explained = explain_tie(state, "lower_1", "C")
    assert say(explained.says) == "lower round 1, C and D: C go through 1-0"
    assert sorted(say(each.says) for each in explained.because[1:]) == [
        "upper round 1, A and D: A go through 1-0",
        "upper round 1, B and C: B go through 1-0",
    ]


@pytest.mark.parametrize(
    ("team", "round_", "expected"),
    [
        ("D", "upper_final", "D did not reach the upper final"),
        ("D", "lower_final", "D did not reach the lower final"),
        ("A", "lower_1", "A did not take part in the lower round 1"),
        ("A", "lower_final", "A may still reach the lower final: waits for the match between A and B"),
        ("C", "final", "C may still reach the final: waits for the teams of the lower final"),
    ],
)
def test_why_a_team_is_not_in_a_round(team: str, round_: str, expected: str) -> None:
    state = bracket("A B C D", upper_1=["A 1-0 D", "B 1-0 C"], lower_1=["C 1-0 D"])
    assert say(explain_tie(state, round_, team).says) == expected


def test_two_who_meet_again_are_told_apart_by_the_round() -> None:
    award = TieAward(stage="cup", round="lower_final", teams=("B", "C"), winner="C", reason="B left")
    results = {"upper_1": ["B 1-0 C"], "upper_final": ["A 1-0 B"]}
    state = cup(TWO_LIVES.format(drops="same", twice="true"), "A B C", award, **results)
    assert reasons(state, "upper_1") == ["B go through 1-0"]
    assert reasons(state, "lower_final") == ["C awarded the tie: B left"]
    assert pairs(state, "final") == ["1 A - 3 C"]


def test_a_match_in_the_wrong_half_is_a_problem() -> None:
    state = bracket("A B C D", upper_1=["A 1-0 D", "B 1-0 C"], lower_1=["A 1-0 C"])
    assert problems_of(state) == [
        "match cup.lower_1.1: A and C is no tie of the lower round 1; the ties are C - D. "
        "Correct the teams or the round, or what came before"
    ]


def test_each_half_of_a_grouped_knock_out_has_two_lives() -> None:
    text = """
        teams: {count: 6, know: {zone: [N, S]}}
        stages:
          - id: cup
            kind: knockout
            groups: {by: zone}
            lives: 2
            pairing: bracket
            drops: [same]
            hosts: neutral
            decide_by: [score, overtime]
            rounds: as_needed
        outcomes: {north: [winner second_final N, winner final N], south: [winner second_final S, winner final S]}
    """
    known = {name: {"zone": "N" if name in "ABC" else "S"} for name in "ABCDEF"}
    facts = Facts(teams=teams(known))
    state = all_won(rules(text), facts, min)
    assert [state.outcomes[side].places[0] for side in ("north", "south")] == [
        Decided("A", state.round("cup", "final", "N").ties[0].winner.origin),  # type: ignore[union-attr]
        Decided("D", state.round("cup", "final", "S").ties[0].winner.origin),  # type: ignore[union-attr]
    ]
    assert problems_of(state) == []

"""Knock-outs: who meets whom, round after round, and what is certain before a round is over."""

import pytest

from liguilla.engine import State
from liguilla.facts import Lots, Pairing
from liguilla.words import say
from tests.playing import cup, outcome, places, played, problems_of, reasons, ties, told, void, waiting

SCORE = "hosts: better_seed\ndecide_by: [score, shoot_out]\n"


# ------------------------------------------------------------------------------------------------------- brackets

BRACKET = SCORE + "pairing: bracket\nrounds: [{id: quarterfinals}, {id: semifinals}, {id: final}]"


def test_a_bracket_has_the_standard_order() -> None:
    assert ties(cup(BRACKET, "A B C D E F G H"), "quarterfinals") == [
        "1 A - 8 H: ? the match between A and H",
        "4 D - 5 E: ? the match between D and E",
        "2 B - 7 G: ? the match between B and G",
        "3 C - 6 F: ? the match between C and F",
    ]


def test_a_bracket_stays_as_it_is_whoever_wins() -> None:
    results = ["A 0-1 H", "D 0-1 E", "B 1-0 G", "C 1-0 F"]
    state = cup(BRACKET, "A B C D E F G H", quarterfinals=results, semifinals=["E 0-2 H"])
    assert ties(state, "semifinals") == ["5 E - 8 H: H (score)", "2 B - 3 C: ? the match between B and C"]
    assert ties(state, "final") == ["8 H - ?: ? the teams of the final"]


def test_in_a_bracket_a_tie_is_known_as_soon_as_its_two_teams_are() -> None:
    state = cup(BRACKET, "A B C D E F G H", quarterfinals=["B 1-0 G", "C 1-0 F", "A 1-0 H"])
    assert ties(state, "semifinals") == [
        "1 A - ?: ? the teams of the semifinals",
        "2 B - 3 C: ? the match between B and C",
    ]
    assert "cup.semifinals.1: los equipos de: semifinales" in waiting(state, "es")


# ---------------------------------------------------------------------------------------------- paired by seed anew

RESEED = SCORE + "pairing: reseed\nrounds: [{id: quarterfinals}, {id: semifinals}, {id: final}]"


def test_every_round_is_paired_by_seed_anew() -> None:
    results = ["A 0-1 H", "B 1-0 G", "C 1-0 F", "D 0-1 E"]
    state = cup(RESEED, "A B C D E F G H", quarterfinals=results, semifinals=["B 0-1 H", "C 0-1 E"])
    assert ties(state, "quarterfinals") == [
        "1 A - 8 H: H (score)",
        "2 B - 7 G: B (score)",
        "3 C - 6 F: C (score)",
        "4 D - 5 E: E (score)",
    ]
    assert ties(state, "semifinals") == ["2 B - 8 H: H (score)", "3 C - 5 E: E (score)"]
    assert ties(state, "final") == ["5 E - 8 H: ? the match between E and H"]


BYES = SCORE + "pairing: reseed\nbyes: as_needed\nrounds: [{id: first}, {id: semifinals}, {id: final}]"


def test_the_best_seeds_wait_for_the_next_round_which_is_paired_anew() -> None:
    state = cup(BYES, "A B C D E F G", first=["B 0-1 G", "C 0-1 F", "D 1-0 E"])
    assert [told(team) for team in state.round("cup", "first").byes] == ["A"]
    assert [line.partition(":")[0] for line in ties(state, "first")] == ["2 B - 7 G", "3 C - 6 F", "4 D - 5 E"]
    assert [line.partition(":")[0] for line in ties(state, "semifinals")] == ["1 A - 7 G", "4 D - 6 F"]


def test_ties_are_numbered_without_the_byes() -> None:
    state = cup(BYES, "A B C D E F")
    assert [told(team) for team in state.round("cup", "first").byes] == ["A", "B"]
    assert [tie.id for tie in state.round("cup", "first").ties] == ["first.1", "first.2"]


def test_the_team_with_a_bye_is_certain_early_of_its_tie_but_not_of_its_opponent() -> None:
    assert ties(cup(BYES, "A B C D E F G"), "semifinals") == [
        "1 A - ?: ? the teams of the semifinals",
        "? - ?: ? the teams of the semifinals",
    ]


def test_the_opponent_of_the_bye_is_certain_once_no_open_tie_can_bring_a_worse_seed() -> None:
    state = cup(BYES, "A B C D E F G", first=["B 0-1 G"])
    assert ties(state, "semifinals") == [
        "1 A - 7 G: ? the match between A and G",
        "? - ?: ? the teams of the semifinals",
    ]


def test_the_opponent_of_the_bye_is_open_while_a_worse_seed_can_still_come() -> None:
    state = cup(BYES, "A B C D E F G", first=["D 0-1 E"])
    assert ties(state, "semifinals")[0] == "1 A - ?: ? the teams of the semifinals"


def test_a_match_of_a_pair_that_may_still_come_about_is_no_problem() -> None:
    assert problems_of(cup(BYES, "A B C D E F G", semifinals=["A v E"])) == []
    assert len(problems_of(cup(BYES, "A B C D E F G", semifinals=["A v B"]))) == 1  # best and second best


# ---------------------------------------------------------------------------------------------- as many as needed

NEEDED = SCORE + "pairing: bracket\nbyes: as_needed\nrounds: as_needed"


@pytest.mark.parametrize(
    ("number", "rounds"),
    [
        (3, {"semifinals": 1, "final": 1}),
        (4, {"semifinals": 2, "final": 1}),
        (5, {"quarterfinals": 1, "semifinals": 2, "final": 1}),
        (6, {"quarterfinals": 2, "semifinals": 2, "final": 1}),
        (7, {"quarterfinals": 3, "semifinals": 2, "final": 1}),
        (8, {"quarterfinals": 4, "semifinals": 2, "final": 1}),
        (9, {"round_of_16": 1, "quarterfinals": 4, "semifinals": 2, "final": 1}),
    ],
)
def test_there_are_as_many_rounds_as_needed_and_the_best_seeds_have_the_byes(
    number: int, rounds: dict[str, int]
) -> None:
    state = cup(NEEDED, " ".join("ABCDEFGHI"[:number]))
    assert {round_.round.id: len(round_.ties) for round_ in state.knockout("cup").rounds} == rounds
    assert sum(rounds.values()) == number - 1
    first = state.knockout("cup").rounds[0]
    assert sorted(map(told, first.byes)) == list("ABCDEFGHI"[: number - 2 * len(first.ties)])


def test_five_teams_play_one_match_before_the_semifinals() -> None:
    state = cup(NEEDED, "A B C D E", quarterfinals=["D 0-1 E"])
    assert ties(state, "quarterfinals") == ["4 D - 5 E: E (score)"]
    assert ties(state, "semifinals") == [
        "1 A - 5 E: ? the match between A and E",
        "2 B - 3 C: ? the match between B and C",
    ]


# ----------------------------------------------------------------------------------------------------------- drawn

DRAWN = "hosts: first\ndecide_by: [score, shoot_out]\npairing: drawn\nrounds: [{id: semifinals}, {id: final}]"


def test_before_the_draw_nobody_has_an_opponent() -> None:
    state = cup(DRAWN, "A B C D")
    assert ties(state, "semifinals") == ["? - ?: ? the teams of the semifinals"] * 2


def test_the_pairs_are_those_drawn_in_their_order() -> None:
    pairings = [
        Pairing(stage="cup", round="semifinals", teams=("D", "A"), order=2),
        Pairing(stage="cup", round="semifinals", teams=("C", "B"), order=1),
    ]
    state = cup(DRAWN, "A B C D", *pairings, semifinals=["C 0-1 B"])
    assert ties(state, "semifinals") == ["2 B - 3 C: B (score)", "1 A - 4 D: ? the match between A and D"]
    assert problems_of(state) == []  # the first ball is at home


def test_the_others_wait_while_the_draw_goes_on() -> None:
    state = cup(DRAWN, "A B C D", Pairing(stage="cup", round="semifinals", teams=("D", "A")))
    assert ties(state, "semifinals") == [
        "1 A - 4 D: ? the match between A and D",
        "? - ?: ? the teams of the semifinals",
    ]


def test_a_match_of_the_round_shows_its_pair_too() -> None:
    state = cup(DRAWN, "A B C D", semifinals=["C 2-1 A"])
    assert ties(state, "semifinals") == ["1 A - 3 C: C (score)", "? - ?: ? the teams of the semifinals"]


def test_in_order_the_first_meets_the_second() -> None:
    state = cup(SCORE + "pairing: in_order\nrounds: [{id: semifinals}, {id: final}]", "A B C D")
    assert [line.partition(":")[0] for line in ties(state, "semifinals")] == ["1 A - 2 B", "3 C - 4 D"]


# ----------------------------------------------------------------------------------------------------- listed ties

FINALS = """
    stages:
      - id: table
        kind: league
        meetings: 1
        rank_by: [points, lots]
      - id: finals
        kind: knockout
        seeds: table
        hosts: better_seed
        decide_by: [score, shoot_out]
        rounds:
          - id: week_one
            ties:
              - {id: Q1, teams: table 1 + table 2}
              - {id: E1, teams: table 3 + table 4}
          - id: week_two
            ties:
              - {id: P, teams: loser Q1 + winner E1}
          - id: grand_final
            ties:
              - {id: GF, teams: winner Q1 + winner P}
    outcomes:
      champion: winner GF
      better_winner: winners week_one 1
      worse_winner: winners week_one 2
      better_loser: losers week_one 1
"""
LEAGUE = ["A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", "B 1-0 D", "C 1-0 D"]
LEVEL = ["A 0-0 B", *LEAGUE[1:]]


def finals(**results: list[str]) -> State:
    """Play finals of the first four of a table, where the loser of the first two has a second chance."""
    return played(FINALS, "A B C D", {"table": LEAGUE} | {f"finals.{key}": found for key, found in results.items()})


def test_the_loser_of_the_best_has_a_second_chance() -> None:
    state = finals(week_one=["A 0-1 B", "C 0-1 D"], week_two=["A 2-0 D"], grand_final=["B 0-3 A"])
    assert ties(state, "week_one", "finals") == ["1 A - 2 B: B (score)", "3 C - 4 D: D (score)"]
    assert ties(state, "week_two", "finals") == ["1 A - 4 D: A (score)"]
    assert ties(state, "grand_final", "finals") == ["1 A - 2 B: A (score)"]
    assert outcome(state, "champion") == "A"
    assert reasons(state, "week_two", stage="finals") == ["A go through 2-0"]
    assert reasons(state, "grand_final", "es", "finals") == ["A gana 3-0"]


def test_winners_with_a_range_are_counted_by_seed_not_in_the_order_of_ties() -> None:
    text = FINALS.replace("{id: Q1, teams: table 1 + table 2}", "{id: Q1, teams: table 3 + table 4}").replace(
        "{id: E1, teams: table 3 + table 4}", "{id: E1, teams: table 1 + table 2}", 1
    )
    state = played(text, "A B C D", {"table": LEAGUE, "finals.week_one": ["C 0-1 D", "A 1-0 B"]})
    assert outcome(state, "better_winner") == "A"
    assert outcome(state, "worse_winner") == "D"
    assert outcome(state, "better_loser") == "B"


def test_winners_by_seed_are_not_counted_while_one_is_missing() -> None:
    state = finals(week_one=["A 1-0 B"])
    assert outcome(state, "worse_winner") == "? the week one to be played"


def test_two_level_teams_that_are_both_in_a_tie_are_certain_of_it_without_their_seeds() -> None:
    state = played(FINALS, "A B C D", {"table": LEVEL})
    assert places(state)[:2] == ["A/B: A and B are level in places 1 to 2: lots have to be drawn"] * 2
    assert ties(state, "week_one", "finals")[0] == "A - B: ? the match between A and B"


# ------------------------------------------------------------------------------------------------ whose seed it is


def test_a_winner_keeps_his_seed_or_takes_the_better_of_the_two() -> None:
    results = {"quarterfinals": ["A 0-1 H", "B 1-0 G", "C 1-0 F", "D 1-0 E"]}
    own = cup(RESEED, "A B C D E F G H", **results)
    assert [line.partition(":")[0] for line in ties(own, "semifinals")] == ["2 B - 8 H", "3 C - 4 D"]
    better = cup("winner_takes: better_seed\n" + RESEED, "A B C D E F G H", **results)
    assert [line.partition(":")[0] for line in ties(better, "semifinals")] == ["1 H - 4 D", "2 B - 3 C"]


def test_a_seed_taken_over_is_kept_for_the_rounds_after() -> None:
    state = cup(
        "winner_takes: better_seed\n" + RESEED,
        "A B C D E F G H",
        quarterfinals=["A 0-1 H", "B 1-0 G", "C 1-0 F", "D 1-0 E"],
        semifinals=["H 1-0 D", "B 0-1 C"],
    )
    assert ties(state, "final") == ["1 H - 2 C: ? the match between H and C"]


# ------------------------------------------------------------------------------------------ what may not be played

SUPERCUP = """
    teams: 4
    stages:
      - id: table
        kind: league
        meetings: 1
        rank_by: [points, lots]
      - id: decider
        kind: knockout
        entrants: table 1-2
        {stage}
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds:
          - id: final
            {round}
    outcomes:
      champion: [winner final, table 1]
"""
WHEN = "when: table 1 is level with table 2"


@pytest.mark.parametrize("when", [{"stage": WHEN, "round": ""}, {"stage": "", "round": WHEN}])
def test_what_is_not_played_leaves_its_round_void_and_the_outcome_to_the_next_choice(when: dict[str, str]) -> None:
    state = played(SUPERCUP.format(**when), "A B C D", {"table": LEAGUE})
    assert [round_.round.id for round_ in state.knockout("decider").rounds] == ["final"]
    assert outcome(state, "champion") == "A"
    assert problems_of(state) == []


def test_why_a_stage_is_not_played_is_said() -> None:
    state = played(SUPERCUP.format(stage=WHEN, round=""), "A B C D", {"table": LEAGUE})
    assert void(state) == ["decider: not played: the rules ask for this only if table 1 is level with table 2"]
    assert void(state, "es") == ["decider: no se juega: las reglas lo piden sólo si table 1 is level with table 2"]


def test_why_a_round_is_not_played_is_said() -> None:
    found = played(SUPERCUP.format(stage="", round=WHEN), "A B C D", {"table": LEAGUE}).round("decider", "final")
    assert found.void is not None
    assert say(found.void) == "not played: the rules ask for this only if table 1 is level with table 2"


def test_a_stage_whose_condition_waits_may_still_be_played() -> None:
    state = played(SUPERCUP.format(stage=WHEN, round=""), "A B C D", {"table": ["A 0-0 B"]})
    assert outcome(state, "champion") == "? the teams of the final"
    assert waiting(state)[-2:] == ["decider: table to be complete", "champion: the teams of the final"]
    assert waiting(state, "es")[-2:] == ["decider: que termine: tabla", "champion: los equipos de: final"]


@pytest.mark.parametrize("when", [{"stage": WHEN, "round": ""}, {"stage": "", "round": WHEN}])
def test_a_stage_or_round_is_played_if_its_condition_holds(when: dict[str, str]) -> None:
    lots = Lots(stage="table", teams=("A", "B"))
    results = {"table": LEVEL, "decider.final": ["B 1-0 A"]}
    state = played(SUPERCUP.format(**when), "A B C D", results, lots)
    assert outcome(state, "champion") == "A"  # lots have separated them: they are level no more
    ahead = {key: text and "when: table 1 is more than 1 points ahead of table 2" for key, text in when.items()}
    state = played(SUPERCUP.format(**ahead), "A B C D", results | {"table": LEAGUE})
    assert ties(state, "final", "decider") == ["1 A - 2 B: B (score)"]
    assert outcome(state, "champion") == "B"


def test_a_tie_that_is_not_played_has_no_winner() -> None:
    text = FINALS.replace(
        "{id: P, teams: loser Q1 + winner E1}",
        "{id: P, teams: loser Q1 + winner E1, when: winner Q1 is not table 1}",
    )
    results = {"table": LEAGUE, "finals.week_one": ["A 1-0 B", "C 1-0 D"]}
    state = played(text, "A B C D", results)
    assert void(state) == ["finals.P: not played: the rules ask for this only if winner Q1 is not table 1"]
    assert ties(state, "grand_final", "finals") == ["1 A - -: A"]
    assert reasons(state, "grand_final", stage="finals") == ["goes on without an opponent"]
    assert reasons(state, "grand_final", "es", "finals") == ["avanza sin rival"]
    assert outcome(state, "champion") == "A"


def test_a_tie_waits_for_its_condition() -> None:
    text = FINALS.replace(
        "{id: P, teams: loser Q1 + winner E1}",
        "{id: P, teams: loser Q1 + winner E1, when: winner Q1 is not table 1}",
    )
    state = played(text, "A B C D", {"table": LEAGUE})
    assert ties(state, "week_two", "finals") == ["? - ?: ? the match between A and B"]


# --------------------------------------------------------------------------------------------- after the third place

THIRD = """
    pairing: PAIRING
    hosts: better_seed
    decide_by: [score, shoot_out]
    rounds:
      - {id: semifinals}
      - {id: third_place, teams: losers semifinals}
      - {id: final, teams: winners semifinals}
    """


@pytest.mark.parametrize("pairing", ["bracket", "reseed", "in_order"])
def test_after_a_match_for_the_third_place_the_final_still_waits_for_the_semifinals(pairing: str) -> None:
    state = cup(THIRD.replace("PAIRING", pairing), "A B C D", semifinals=["A 1-0 D"] if pairing != "in_order" else [])
    final, third = (state.round("cup", round_).ties[0] for round_ in ("final", "third_place"))
    assert "third" not in " ".join(told(place) for place in (*final.teams, final.winner))
    assert told(final.winner) == "? the teams of the final"
    assert told(third.winner) == "? the teams of the third-place match"


def test_what_an_open_place_waits_for_is_the_round_its_team_comes_from() -> None:
    keys = THIRD.replace("PAIRING", "reseed").replace(
        "- {id: semifinals}\n      - {id: third_place, teams: losers semifinals}",
        "- {id: quarterfinals}\n      - {id: places, teams: losers quarterfinals}\n"
        "      - {id: semifinals, teams: winners quarterfinals}",
    )
    state = cup(keys, "A B C D E F G H", quarterfinals=["A 1-0 H", "B 1-0 G"])
    for round_, waits in (("places", "losers"), ("semifinals", "winners")):
        (place,) = {told(team) for tie in state.round("cup", round_).ties for team in tie.teams if told(team)[0] == "?"}
        assert place == f"? one of the {waits} of the quarterfinals"


def test_two_that_are_left_meet_though_one_of_them_has_no_seed() -> None:
    text = """
        teams: 4
        stages:
          - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}
          - id: finals
            kind: knockout
            entrants: table 2-3
            pairing: bracket
            hosts: {better_in: table}
            decide_by: [score, shoot_out]
            rounds:
              - {id: semifinal}
              - {id: final, teams: table 1 + winners semifinal}
        outcomes: {champion: winner final}
    """
    state = played(text, "A B C D", {"table": LEAGUE})
    assert ties(state, "final", "finals") == ["A - ?: ? the teams of the final"]
    state = played(text, "A B C D", {"table": LEAGUE, "finals.semifinal": ["B 0-1 C"]})
    assert ties(state, "final", "finals") == ["A - 2 C: ? the match between A and C"]


def test_a_pair_that_the_listed_ties_cannot_bring_together_is_no_tie() -> None:
    state = finals(week_one=["A 0-1 B"], week_two=["B 1-0 C"], grand_final=["A v D"])
    assert problems_of(state) == [
        "match finals.week_two.1: B and C is no tie of the week two; the ties are A - ?. "
        "Correct the teams or the round, or what came before",
        "match finals.grand_final.1: A and D is no tie of the grand final; the ties are B - ?. "
        "Correct the teams or the round, or what came before",
    ]

"""Ladders: how a tie is decided, step by step, and what it waits for."""

import pytest

from liguilla.engine import State, TieResult
from liguilla.facts import Decision, Host, Lots, TieAward
from tests.playing import cup, hosts, played, problems_of, reasons, ties, unresolved, waiting

LEGS = "legs: 2\nhosts: [worse_seed, better_seed]\ndecide_by: [{}]\nrounds: [{{id: final}}]"
MATCH = "hosts: better_seed\ndecide_by: [{}]\nrounds: [{{id: final}}]"


def legs(steps: str, *results: str, decisions: tuple[Decision, ...] = ()) -> State:
    """Play a final of two legs between León, the better seed, and Puebla, who is first at home."""
    return cup(LEGS.format(steps), "León Puebla", *decisions, final=results)


def match(steps: str, *results: str, decisions: tuple[Decision, ...] = ()) -> State:
    """Play a final of one match between León and Puebla."""
    return cup(MATCH.format(steps), "León Puebla", *decisions, final=results)


def final(state: State) -> TieResult:
    """Return the one tie of the cup."""
    (tie,) = state.round("cup", "final").ties
    return tie


def told(state: State) -> tuple[str, str, str]:
    """Return the tie, and why its winner goes on in both languages."""
    (tie,), (english,), (spanish,) = ties(state, "final"), reasons(state, "final"), reasons(state, "final", "es")
    return tie, english, spanish


# --------------------------------------------------------------------------------------------- goals and points


def test_one_match_is_decided_by_its_score() -> None:
    assert told(match("score, shoot_out", "León 1-2 Puebla")) == (
        "1 León - 2 Puebla: Puebla (score)",
        "Puebla win 2-1",
        "Puebla gana 2-1",
    )


def test_two_legs_are_decided_by_the_goals_of_both() -> None:
    assert told(legs("aggregate, better_seed", "Puebla 2-0 León", "León 3-0 Puebla")) == (
        "1 León - 2 Puebla: León (aggregate)",
        "León win 3-2 on aggregate",
        "León gana 3-2 en el global",
    )


def test_points_of_the_legs_come_before_their_goals_if_the_rules_say_so() -> None:
    results = ["Puebla 1-1 León", "León 0-5 Puebla"]
    assert told(legs("points, aggregate, shoot_out", *results)) == (
        "1 León - 2 Puebla: Puebla (points)",
        "Puebla win on points, 3-1",
        "Puebla gana por puntos, 3-1",
    )


def test_one_win_each_is_level_on_points_and_goes_to_the_aggregate() -> None:
    state = legs("points, aggregate, shoot_out", "Puebla 1-0 León", "León 4-0 Puebla")
    assert ties(state, "final") == ["1 León - 2 Puebla: León (aggregate)"]


# --------------------------------------------------------------------------------------------------- away goals


def test_a_level_aggregate_is_decided_by_the_goals_away_from_home() -> None:
    assert told(legs("aggregate, away_goals, better_seed", "Puebla 1-0 León", "León 2-1 Puebla")) == (
        "1 León - 2 Puebla: Puebla (away_goals)",
        "2-2 on aggregate; Puebla win on away goals, 1-0",
        "2-2 global; Puebla gana por goles de visitante, 1-0",
    )


EXTENDED = ["Puebla 1-0 León", "León 1-0 Puebla (2-1 aet)"]


def test_away_goals_before_extra_time_are_those_of_normal_time() -> None:
    state = legs("aggregate, away_goals, extra_time, shoot_out", "Puebla 0-0 León", "León 0-0 Puebla (2-1 aet)")
    assert told(state) == (
        "1 León - 2 Puebla: León (extra_time)",
        "0-0 on aggregate after normal time; León win 2-1 on aggregate after extra time",
        "0-0 global en tiempo reglamentario; León gana 2-1 en el global tras tiempos extra",
    )


def test_away_goals_before_extra_time_do_not_count_those_of_extra_time() -> None:
    assert waiting(legs("aggregate, away_goals, extra_time, shoot_out", *EXTENDED)) == [
        "cup.final: the shoot-out between León and Puebla"
    ]


def test_away_goals_after_extra_time_count_those_of_extra_time() -> None:
    assert told(legs("aggregate, extra_time, away_goals, shoot_out", *EXTENDED)) == (
        "1 León - 2 Puebla: Puebla (away_goals)",
        "2-2 on aggregate; Puebla win on away goals, 1-0",
        "2-2 global; Puebla gana por goles de visitante, 1-0",
    )


# -------------------------------------------------------------------------------------------------- better seed


def test_the_better_seed_goes_through_when_goals_are_level() -> None:
    assert told(legs("aggregate, better_seed", "Puebla 3-2 León", "León 1-0 Puebla")) == (
        "1 León - 2 Puebla: León (better_seed)",
        "3-3 on aggregate; León win as the better seed, 1 to 2",
        "3-3 global; León gana por mejor posición, 1 contra 2",
    )


def test_who_is_only_through_to_the_next_round_goes_through_and_does_not_win() -> None:
    keys = (
        "pairing: bracket\nhosts: better_seed\ndecide_by: [score, better_seed]\nrounds: [{id: semifinals}, {id: final}]"
    )
    state = cup(keys, "A B C D", semifinals=["A 0-0 D", "B 0-1 C"])
    assert reasons(state, "semifinals") == ["0-0; A go through as the better seed, 1 to 4", "C go through 1-0"]
    assert reasons(state, "semifinals", "es") == ["0-0; A avanza por mejor posición, 1 contra 4", "C avanza 1-0"]


# ---------------------------------------------------------------------------------------------------- extra time


@pytest.mark.parametrize(
    ("step", "english", "spanish"),
    [
        ("extra_time", "after extra time", "en tiempos extra"),
        ("overtime", "after overtime", "en tiempo suplementario"),
        ("golden_goal", "by a golden goal", "con gol de oro"),
        ("silver_goal", "by a silver goal", "con gol de plata"),
    ],
)
def test_a_level_match_is_decided_in_extra_time_by_whatever_name(step: str, english: str, spanish: str) -> None:
    steps = f"score, {step}" + ("" if step == "overtime" else ", shoot_out")
    assert told(match(steps, "León 1-1 Puebla (1-2 aet)")) == (
        f"1 León - 2 Puebla: Puebla ({step})",
        f"1-1 after normal time; Puebla win 2-1 {english}",
        f"1-1 en tiempo reglamentario; Puebla gana 2-1 {spanish}",
    )


def test_the_aggregate_of_a_tie_has_the_goals_of_extra_time_only_if_it_came_to_it() -> None:
    state = legs("aggregate, extra_time, shoot_out", "Puebla 1-0 León", "León 1-0 Puebla (3-0 aet)")
    assert final(state).aggregate == (3, 1)
    state = legs("aggregate, better_seed", "Puebla 1-0 León", "León 1-0 Puebla (3-0 aet)")
    assert final(state).aggregate == (1, 1)


# ----------------------------------------------------------------------------------------------------- shoot-out


def test_level_after_extra_time_is_decided_by_kicks() -> None:
    assert told(match("score, extra_time, shoot_out", "León 0-0 Puebla (1-1 aet, 3-4 pens)")) == (
        "1 León - 2 Puebla: Puebla (shoot_out)",
        "1-1; Puebla win 4-3 on penalties",
        "1-1; Puebla gana 4-3 en penales",
    )


def test_kicks_after_the_second_leg_decide_a_level_aggregate() -> None:
    assert told(legs("aggregate, shoot_out", "Puebla 2-1 León", "León 1-0 Puebla (5-4 pens)")) == (
        "1 León - 2 Puebla: León (shoot_out)",
        "2-2 on aggregate; León win 5-4 on penalties",
        "2-2 global; León gana 5-4 en penales",
    )


def test_it_is_enough_to_know_who_won_the_kicks() -> None:
    assert told(match("score, shoot_out", "León 1-1 Puebla (Puebla on pens)")) == (
        "1 León - 2 Puebla: Puebla (shoot_out)",
        "1-1; Puebla win on penalties",
        "1-1; Puebla gana en penales",
    )


def test_level_kicks_decide_nothing_and_are_a_problem() -> None:
    state = match("score, shoot_out", "León 1-1 Puebla (4-4 pens)")
    assert ties(state, "final") == ["1 León - 2 Puebla: ? the shoot-out between León and Puebla"]
    assert problems_of(state) == [
        "match cup.final.1: a shoot-out can't end 4-4. Correct it, or leave it blank and say who won in kicks_won_by"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.1: una tanda de penales no puede terminar 4-4. "
        "Corríjala, o déjela en blanco y diga quién ganó en kicks_won_by"
    ]


# ---------------------------------------------------------------------------------------------------------- lots


LOTS = Lots(stage="cup", round="final", teams=("Puebla", "León"))


def test_a_tie_that_ends_level_is_unresolved_until_lots_are_drawn() -> None:
    state = match("score, lots", "León 2-2 Puebla")
    assert ties(state, "final") == ["1 León - 2 Puebla: León/Puebla: lots have to be drawn"]
    assert unresolved(state, "es") == ["cup.final: hay que hacer un sorteo"]
    assert reasons(state, "final") == []


def test_the_lots_that_were_drawn_decide_it() -> None:
    assert told(match("score, lots", "León 2-2 Puebla", decisions=(LOTS,))) == (
        "1 León - 2 Puebla: Puebla (lots)",
        "2-2; Puebla win by the drawing of lots",
        "2-2; Puebla gana por sorteo",
    )


def test_lots_that_are_not_needed_decide_nothing() -> None:
    state = match("score, lots", "León 3-2 Puebla", decisions=(LOTS,))
    assert ties(state, "final") == ["1 León - 2 Puebla: León (score)"]


# --------------------------------------------------------------------------------------------------- by decision


def test_a_tie_is_given_to_its_winner_by_decision_whatever_was_played() -> None:
    award = TieAward(
        stage="cup", round="final", teams=("León", "Puebla"), winner="Puebla", reason="León left the field"
    )
    assert told(match("score, shoot_out", "León 3-0 Puebla", decisions=(award,))) == (
        "1 León - 2 Puebla: Puebla (decision)",
        "Puebla awarded the tie: León left the field",
        "La eliminatoria se adjudica a Puebla: León left the field",
    )


def test_a_decision_needs_no_match_and_says_so_if_its_reason_is_not_known() -> None:
    award = TieAward(stage="cup", round="final", teams=("Puebla", "León"), winner="Puebla")
    assert told(legs("aggregate, shoot_out", decisions=(award,))) == (
        "1 León - 2 Puebla: Puebla (decision)",
        "Puebla awarded the tie: no reason given",
        "La eliminatoria se adjudica a Puebla: no se dio la razón",
    )


# ------------------------------------------------------------------------------------------------ what is missing


@pytest.mark.parametrize(
    ("results", "english", "spanish"),
    [
        ([], "the first leg between León and Puebla", "el partido de ida entre León y Puebla"),
        (["Puebla v León"], "the first leg between León and Puebla", "el partido de ida entre León y Puebla"),
        (["Puebla 1-0 León"], "the second leg between León and Puebla", "el partido de vuelta entre León y Puebla"),
        (
            ["Puebla 1-0 León", "León 1-0 Puebla (abandoned)"],
            "the second leg between León and Puebla",
            "el partido de vuelta entre León y Puebla",
        ),
        (
            ["Puebla 1-0 León", "León 1-0 Puebla"],
            "the extra time between León and Puebla",
            "los tiempos extra entre León y Puebla",
        ),
        (
            ["Puebla 1-0 León", "León 1-0 Puebla (2-1 aet)"],
            "the shoot-out between León and Puebla",
            "los penales entre León y Puebla",
        ),
    ],
)
def test_a_tie_waits_for_the_first_thing_that_is_missing(results: list[str], english: str, spanish: str) -> None:
    state = legs("aggregate, extra_time, shoot_out", *results)
    assert waiting(state) == [f"cup.final: {english}"]
    assert waiting(state, "es") == [f"cup.final: {spanish}"]


def test_a_single_match_is_waited_for_as_the_match() -> None:
    assert ties(match("score, shoot_out"), "final") == ["1 León - 2 Puebla: ? the match between León and Puebla"]


def test_kicks_do_not_stand_in_for_extra_time_that_the_rules_want_first() -> None:
    state = match("score, extra_time, shoot_out", "León 1-1 Puebla (4-2 pens)")
    assert ties(state, "final") == ["1 León - 2 Puebla: ? the extra time between León and Puebla"]


# ------------------------------------------------------------------------------------------------- who is at home


LISTED = """
    teams: {{count: 2, know: {{region: [north, south]}}}}
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        legs: 2
        hosts: {}
        decide_by: [aggregate, shoot_out]
        rounds:
          - {{id: final, ties: [{{id: final, teams: teams where region south + teams where region north}}]}}
    outcomes: {{}}
"""
NAMES = {"León": {"region": "north"}, "Puebla": {"region": "south"}}  # Puebla is listed first, León seeded better


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[better_seed, worse_seed]", "León, Puebla"),
        ("[worse_seed, better_seed]", "Puebla, León"),
        ("[first, second]", "Puebla, León"),
        ("[second, first]", "León, Puebla"),
        ("[worse_seed, neutral]", "Puebla, neutral"),
        ("[neutral, neutral]", "neutral, neutral"),
        ("neutral", "neutral, neutral"),
        ("[better_seed, announced]", "León, ? the host to be named"),
    ],
)
def test_each_leg_has_its_host_by_the_rules(words: str, expected: str) -> None:
    assert hosts(played(LISTED.format(words), NAMES, {}), "final") == [expected]


def test_an_announced_host_is_a_fact() -> None:
    keys = "legs: 2\nhosts: [announced, better_seed]\ndecide_by: [aggregate, shoot_out]\nrounds: [{id: final}]"
    host = Host(stage="cup", round="final", teams=("León", "Puebla"), team="Puebla", leg=1)
    assert hosts(cup(keys, "León Puebla"), "final") == ["? the host to be named, León"]
    assert hosts(cup(keys, "León Puebla", host), "final") == ["Puebla, León"]


def test_a_host_by_decision_replaces_the_one_of_the_rules_in_that_leg() -> None:
    host = Host(stage="cup", round="final", teams=("Puebla", "León"), team="Puebla", leg=2)
    state = legs("aggregate, better_seed", "Puebla 1-0 León", "Puebla 0-0 León", decisions=(host,))
    assert hosts(state, "final") == ["Puebla, Puebla"]
    assert problems_of(state) == []


# ----------------------------------------------------------------------------------------------- which leg it is


def test_a_second_leg_that_was_played_alone_is_known_by_its_host() -> None:
    state = legs("aggregate, better_seed", "León 2-0 Puebla")
    assert [leg.match is not None for leg in final(state).legs] == [False, True]
    assert ties(state, "final") == ["1 León - 2 Puebla: ? the first leg between León and Puebla"]
    assert problems_of(state) == []


def test_with_both_legs_there_the_day_says_which_is_which() -> None:
    results = ["2020-05-10 León 2-0 Puebla", "2020-05-03 Puebla 1-0 León"]
    tie = final(legs("aggregate, better_seed", *results))
    assert [found.id for found in tie.matches] == ["cup.final.2", "cup.final.1"]


def test_on_neutral_ground_the_first_match_is_the_first_leg() -> None:
    keys = "legs: 2\nhosts: neutral\ndecide_by: [aggregate, shoot_out]\nrounds: [{id: final}]"
    state = cup(keys, "León Puebla", final=["León 2-0 Puebla"])
    assert ties(state, "final") == ["1 León - 2 Puebla: ? the second leg between León and Puebla"]


def test_a_tie_of_two_that_share_a_place_goes_on_to_the_next_step() -> None:
    shared = """
    teams: 2
    stages:
      - {id: table, kind: league, meetings: 1, rank_by: [points, shared]}
      - id: play_off
        kind: knockout
        hosts: neutral
        decide_by: [score, {better_in: table}, extra_time, shoot_out]
        rounds: [{id: final, teams: teams}]
    outcomes: {champion: winner final}
    """
    results = {"table": "León 1-1 Puebla", "play_off.final": "León 0-0 Puebla (2-0 aet)"}
    state = played(shared, "León Puebla", results)
    assert [tie.rpartition(": ")[2] for tie in ties(state, "final", "play_off")] == ["León (extra_time)"]

"""Replays: further matches with the hosts exchanged; what follows in the ladder applies to the last one."""

from datetime import date

import pytest

from liguilla.engine import State, TieResult
from liguilla.facts import Host, Pairing, TieAward
from tests.playing import cup, hosts, problems_of, reasons, ties, unresolved, waiting

ONE_REPLAY = "hosts: first\ndecide_by: [score, {replay: 1}, extra_time, shoot_out]\nrounds: [{id: final}]"
THREE_REPLAYS = "hosts: first\ndecide_by: [score, {replay: 3}, lots]\nrounds: [{id: final}]"
AFTER_TWO_LEGS = (
    "legs: 2\nhosts: [worse_seed, better_seed]\n"
    "decide_by: [aggregate, {replay: 1}, extra_time, shoot_out]\nrounds: [{id: final}]"
)


def replayed(keys: str, *results: str) -> State:
    """Play a final between León, the first, and Puebla."""
    return cup(keys, "León Puebla", final=results)


def final(state: State) -> TieResult:
    (tie,) = state.round("cup", "final").ties
    return tie


def told(state: State) -> tuple[str, str]:
    """Return why the winner goes on, in both languages."""
    return reasons(state, "final")[0], reasons(state, "final", "es")[0]


# ---------------------------------------------------------------------------------------------------- who wins, and how


def test_a_match_with_a_winner_is_not_replayed() -> None:
    state = replayed(ONE_REPLAY, "León 1-2 Puebla")
    assert told(state) == ("Puebla win 2-1", "Puebla gana 2-1")
    assert hosts(state, "final") == ["León"]


def test_a_drawn_match_is_replayed_with_the_hosts_exchanged() -> None:
    state = replayed(ONE_REPLAY, "León 1-1 Puebla")
    assert hosts(state, "final") == ["León, Puebla"]
    assert waiting(state) == ["cup.final: the replay between León and Puebla"]
    assert waiting(state, "es") == ["cup.final: el desempate entre León y Puebla"]


def test_the_replay_decides_by_its_own_score() -> None:
    state = replayed(ONE_REPLAY, "León 3-3 Puebla", "Puebla 1-0 León")
    assert told(state) == ("3-3; Puebla win 1-0 in the replay", "3-3; Puebla gana 1-0 en el desempate")
    assert ties(state, "final") == ["1 León - 2 Puebla: Puebla (replay)"]
    assert (final(state).rule, final(state).aggregate) == ("stages.cup.decide_by[1]", (0, 1))
    assert problems_of(state) == []


def test_what_follows_in_the_ladder_applies_to_the_replay() -> None:
    state = replayed(ONE_REPLAY, "León 3-3 Puebla", "Puebla 1-1 León (1-2 aet)")
    assert told(state) == (
        "in the replay: 1-1 after normal time; León win 2-1 after extra time",
        "en el desempate: 1-1 en tiempo reglamentario; León gana 2-1 en tiempos extra",
    )
    state = replayed(ONE_REPLAY, "León 3-3 Puebla", "Puebla 1-1 León (1-1 aet, 4-5 pens)")
    assert told(state) == (
        "in the replay: 1-1; León win 5-4 on penalties",
        "en el desempate: 1-1; León gana 5-4 en penales",
    )
    assert problems_of(state) == []


@pytest.mark.parametrize(
    ("results", "english", "spanish"),
    [
        (
            ["Puebla 1-1 León"],
            "the extra time of the replay between León and Puebla",
            "los tiempos extra del desempate entre León y Puebla",
        ),
        (
            ["Puebla 1-1 León (1-1 aet)"],
            "the shoot-out of the replay between León and Puebla",
            "los penales del desempate entre León y Puebla",
        ),
    ],
)
def test_the_replay_waits_for_what_is_missing(results: list[str], english: str, spanish: str) -> None:
    state = replayed(ONE_REPLAY, "León 0-0 Puebla", *results)
    assert waiting(state) == [f"cup.final: {english}"]
    assert waiting(state, "es") == [f"cup.final: {spanish}"]


def test_there_may_be_several_replays_by_turns_at_either_ground() -> None:
    state = replayed(THREE_REPLAYS, "León 0-0 Puebla", "Puebla 0-0 León", "León 1-1 Puebla")
    assert hosts(state, "final") == ["León, Puebla, León, Puebla"]
    assert waiting(state) == ["cup.final: replay 3 between León and Puebla"]
    state = replayed(THREE_REPLAYS, "León 0-0 Puebla", "Puebla 0-0 León", "León 1-0 Puebla")
    assert told(state) == ("0-0; León win 1-0 in replay 2", "0-0; León gana 1-0 en el desempate 2")


def test_replays_end_with_the_last_one() -> None:
    level = ["León 0-0 Puebla", "Puebla 0-0 León", "León 1-1 Puebla", "Puebla 2-2 León"]
    assert unresolved(replayed(THREE_REPLAYS, *level)) == ["cup.final: lots have to be drawn"]
    ends = "hosts: first\ndecide_by: [score, {replay: 3}]\nrounds: [{id: final}]"
    assert unresolved(replayed(ends, *level)) == ["cup.final: the rules end without a winner"]


def test_extra_time_may_come_before_a_replay_and_again_in_it() -> None:
    keys = "hosts: neutral\ndecide_by: [score, extra_time, {replay: 1}, extra_time, lots]\nrounds: [{id: final}]"
    state = replayed(keys, "2020-05-01 León 0-0 Puebla (1-1 aet)", "2020-05-05 León 2-2 Puebla (2-3 aet)")
    assert told(state)[0] == "in the replay: 2-2 after normal time; Puebla win 3-2 after extra time"
    assert hosts(state, "final") == ["neutral, neutral"]
    assert problems_of(state) == []


def test_two_legs_may_be_followed_by_a_replay() -> None:
    state = replayed(AFTER_TWO_LEGS, "Puebla 2-1 León", "León 1-0 Puebla")
    assert hosts(state, "final") == ["Puebla, León, Puebla"]
    assert waiting(state) == ["cup.final: the replay between León and Puebla"]
    state = replayed(AFTER_TWO_LEGS, "Puebla 2-1 León", "León 1-0 Puebla", "Puebla 0-3 León")
    assert told(state)[0] == "2-2 on aggregate; León win 3-0 in the replay"
    assert final(state).aggregate == (3, 0)


def test_a_drawn_pair_is_replayed_at_the_ground_of_the_second_ball() -> None:
    keys = "pairing: drawn\nhosts: first\ndecide_by: [score, {replay: 1}, shoot_out]\nrounds: [{id: semifinals}]"
    drawn = Pairing(stage="cup", round="semifinals", teams=("B", "A"))
    state = cup(keys, "A B C D", drawn, semifinals=["2020-05-01 B 0-0 A", "2020-05-03 D 1-1 C", "2020-05-08 C 0-1 D"])
    assert hosts(state, "semifinals") == ["B, A", "D, C"]
    assert ties(state, "semifinals")[1] == "3 C - 4 D: D (replay)"
    assert problems_of(state) == []


def test_the_host_of_a_replay_may_be_decided() -> None:
    host = Host(stage="cup", round="final", teams=("León", "Puebla"), team="León", leg=2)
    state = cup(ONE_REPLAY, "León Puebla", host, final=["León 0-0 Puebla"])
    assert hosts(state, "final") == ["León, León"]
    assert problems_of(state) == []


def test_a_tie_may_be_given_to_its_winner_instead_of_a_replay() -> None:
    award = TieAward(
        stage="cup", round="final", teams=("León", "Puebla"), winner="León", reason="Puebla stayed away",
        date=date(2020, 5, 8),
    )  # fmt: skip
    state = cup(ONE_REPLAY, "León Puebla", award, final=["León 0-0 Puebla"])
    assert told(state)[0] == "León awarded the tie: Puebla stayed away"
    assert hosts(state, "final") == ["León"]


# ---------------------------------------------------------------------------------------------------- which match it is


def test_the_days_tell_which_match_is_the_replay() -> None:
    state = replayed(ONE_REPLAY, "2020-05-05 Puebla 2-0 León", "2020-05-01 León 0-0 Puebla")
    assert [match.id for match in final(state).matches] == ["cup.final.2", "cup.final.1"]


def test_without_days_the_host_tells() -> None:
    state = replayed(ONE_REPLAY, "Puebla 2-0 León", "León 0-0 Puebla")
    assert told(state)[0] == "0-0; Puebla win 2-0 in the replay"


def test_on_neutral_ground_without_days_the_drawn_match_came_first() -> None:
    state = replayed(ONE_REPLAY.replace("first", "neutral"), "León 2-0 Puebla", "Puebla 0-0 León")
    assert told(state)[0] == "0-0; León win 2-0 in the replay"


# -------------------------------------------------------------------------------------------- facts against the rules


def test_a_replay_where_there_was_a_winner_is_a_problem_and_does_not_count() -> None:
    state = replayed(ONE_REPLAY, "León 1-0 Puebla", "Puebla 5-0 León")
    assert told(state)[0] == "León win 1-0"
    assert problems_of(state) == [
        "match cup.final.2: there was a winner, so nothing is replayed: León win 1-0. Take the match out"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.2: ya había ganador, así que no hay desempate: León gana 1-0. Quite el partido"
    ]


def test_one_replay_more_than_the_rules_have_is_too_many() -> None:
    state = replayed(ONE_REPLAY, "León 0-0 Puebla", "Puebla 0-0 León", "León 0-0 Puebla")
    assert problems_of(state) == [
        "match cup.final.3: León and Puebla have no replay left after 2 matches; this one is too many. "
        "Take the match out"
    ]


def test_a_replay_before_the_match_has_a_result_does_not_count_yet() -> None:
    state = replayed(ONE_REPLAY, "2020-05-01 León 0-0 Puebla (abandoned)", "2020-05-05 Puebla 1-0 León")
    assert waiting(state) == ["cup.final: the match between León and Puebla"]
    assert problems_of(state) == [
        "match cup.final.2: Puebla and León: a replay counts only once the match before it has a result. "
        "Take the match out"
    ]


def test_extra_time_in_a_match_that_is_to_be_replayed_is_a_problem() -> None:
    state = replayed(ONE_REPLAY, "León 0-0 Puebla (1-0 aet)")
    assert waiting(state) == ["cup.final: the replay between León and Puebla"]
    assert problems_of(state) == [
        "match cup.final.1: there is no extra time in this match of the tie: score, replay, extra_time, shoot_out "
        "(stages.cup.decide_by). Take the extra time out, or correct the score"
    ]
    assert problems_of(state, "es")[0].startswith("partido cup.final.1: en este partido de la llave no hay tiempos")


def test_kicks_in_a_replay_that_had_a_winner_are_a_problem() -> None:
    state = replayed(ONE_REPLAY, "León 0-0 Puebla", "Puebla 2-0 León (1-3 pens)")
    assert problems_of(state) == [
        "match cup.final.2: the tie was decided before the shoot-out: 0-0; Puebla win 2-0 in the replay. "
        "Take the kicks out, or correct the score"
    ]


def test_a_replay_at_the_wrong_ground_is_a_warning() -> None:
    state = replayed(ONE_REPLAY, "2020-05-01 León 0-0 Puebla", "2020-05-05 León 2-0 Puebla")
    assert problems_of(state) == [
        "match cup.final.2: León is at home in the replay; by the rules it is Puebla. What was played counts"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.2: León es local en el desempate; según las reglas lo es Puebla. Vale lo que se jugó"
    ]

"""Series, best of so many: wins count and goals don't, every match has a winner, and what isn't needed isn't played."""

from datetime import date
from itertools import permutations

import pytest

from liguilla.engine import Misfit, State, TieResult, misfits, play
from liguilla.facts import Award, Facts, Lots, TieAward
from tests.playing import cup, hosts, matches, problems_of, reasons, teams, ties, waiting

BEST_OF_THREE = """
    legs: {best_of: 3}
    hosts: [better_seed, worse_seed, better_seed]
    each_match: [score, shoot_out]
    decide_by: [wins]
    rounds: [{id: final}]
    """


def series(*results: str, keys: str = BEST_OF_THREE) -> State:
    """Play a final between León, the better seed, and Puebla."""
    return cup(keys, "León Puebla", final=results)


def final(state: State) -> TieResult:
    (tie,) = state.round("cup", "final").ties
    return tie


def if_needed(state: State) -> list[tuple[int, bool]]:
    """Return the number of each match that is played or may be, and whether only if it is needed."""
    return [(leg.number, leg.if_needed) for leg in final(state).legs]


# ---------------------------------------------------------------------------------------------------------- who wins


@pytest.mark.parametrize(
    ("results", "told", "english", "spanish"),
    [
        (
            ["León 1-0 Puebla", "Puebla 0-1 León"],
            "1 León - 2 Puebla: León (wins)",
            "León win 2-0 in the series",
            "León gana 2-0 en la serie",
        ),
        (
            ["León 1-0 Puebla", "Puebla 5-0 León", "León 1-2 Puebla"],
            "1 León - 2 Puebla: Puebla (wins)",
            "Puebla win 2-1 in the series",
            "Puebla gana 2-1 en la serie",
        ),
    ],
)
def test_who_wins_most_matches_wins_the_series(results: list[str], told: str, english: str, spanish: str) -> None:
    state = series(*results)
    assert ties(state, "final") == [told]
    assert reasons(state, "final") == [english]
    assert reasons(state, "final", "es") == [spanish]
    assert problems_of(state) == []


def test_goals_do_not_add_up() -> None:
    state = series("León 9-0 Puebla", "Puebla 1-0 León", "León 0-1 Puebla")
    assert ties(state, "final") == ["1 León - 2 Puebla: Puebla (wins)"]
    assert (final(state).aggregate, final(state).wins) == (None, (1, 2))


def test_a_drawn_match_is_won_on_kicks() -> None:
    state = series("León 1-1 Puebla (3-4 pens)", "Puebla 2-0 León")
    assert ties(state, "final") == ["1 León - 2 Puebla: Puebla (wins)"]
    assert problems_of(state) == []


def test_every_match_may_have_extra_time_of_its_own() -> None:
    keys = BEST_OF_THREE.replace("[score, shoot_out]", "[score, overtime]")
    state = series("León 1-1 Puebla (2-1 aet)", "Puebla 0-0 León (0-2 aet)", keys=keys)
    assert reasons(state, "final") == ["León win 2-0 in the series"]
    assert problems_of(state) == []


def test_a_match_is_decided_by_lots_where_the_rules_say_so() -> None:
    keys = BEST_OF_THREE.replace("[score, shoot_out]", "[score, lots]")
    lots = [
        Lots(stage="cup", round="final", teams=("Puebla", "León"), date=date(2020, 5, 1)),
        Lots(stage="cup", round="final", teams=("León", "Puebla"), date=date(2020, 5, 8)),
    ]
    results = ["2020-05-01 León 0-0 Puebla", "2020-05-05 Puebla 0-2 León", "2020-05-08 León 1-1 Puebla"]
    state = cup(keys, "León Puebla", *lots, final=results)
    assert reasons(state, "final") == ["León win 2-1 in the series"]
    assert problems_of(state) == []
    state = cup(keys, "León Puebla", lots[0], final=results)
    assert ties(state, "final") == ["1 León - 2 Puebla: León/Puebla: lots have to be drawn"]


def test_an_awarded_match_is_a_win() -> None:
    state = cup(BEST_OF_THREE, "León Puebla", Award(match="cup.final.2", winner="Puebla"), final=MADE_UP)
    assert final(state).wins == (1, 1)


MADE_UP = ["León 1-0 Puebla", "Puebla 0-2 León"]


def test_a_series_is_given_to_its_winner_by_decision() -> None:
    award = TieAward(stage="cup", round="final", teams=("León", "Puebla"), winner="Puebla", reason="León went home")
    state = cup(BEST_OF_THREE, "León Puebla", award, final=["León 1-0 Puebla"])
    assert reasons(state, "final") == ["Puebla awarded the tie: León went home"]
    assert if_needed(state) == [(1, False)]
    assert problems_of(state) == []


# -------------------------------------------------------------------------------------------- what is played, and where


def test_matches_that_may_not_be_needed_say_so() -> None:
    assert if_needed(series()) == [(1, False), (2, False), (3, True)]
    assert if_needed(series("León 1-0 Puebla")) == [(1, False), (2, False), (3, True)]
    assert if_needed(series("León 1-0 Puebla", "Puebla 1-0 León")) == [(1, False), (2, False), (3, False)]


def test_matches_that_are_not_needed_are_not_there() -> None:
    assert if_needed(series("León 1-0 Puebla", "Puebla 0-1 León")) == [(1, False), (2, False)]


def test_before_the_teams_are_known_the_matches_are() -> None:
    keys = BEST_OF_THREE.replace("[{id: final}]", "[{id: semifinals}, {id: final}]") + "\n    pairing: bracket"
    state = cup(keys, "A B C D")
    assert if_needed(state) == [(1, False), (2, False), (3, True)]


def test_each_match_has_its_host() -> None:
    assert hosts(series(), "final") == ["León, Puebla, León"]


def test_a_match_at_another_ground_is_a_warning() -> None:
    state = series("2020-05-01 Puebla 1-0 León", "2020-05-03 Puebla 1-0 León")
    assert problems_of(state) == [
        "match cup.final.1: Puebla is at home in match 1; by the rules it is León. What was played counts"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.1: Puebla es local en el partido 1; según las reglas lo es León. Vale lo que se jugó"
    ]
    assert ties(state, "final") == ["1 León - 2 Puebla: Puebla (wins)"]


@pytest.mark.parametrize(
    ("results", "english", "spanish"),
    [
        ([], "match 1 between León and Puebla", "el partido 1 entre León y Puebla"),
        (["León 1-0 Puebla", "Puebla v León"], "match 2 between León and Puebla", "el partido 2 entre León y Puebla"),
        (
            ["León 1-0 Puebla", "Puebla 1-1 León"],
            "the shoot-out of match 2 between León and Puebla",
            "los penales del partido 2 entre León y Puebla",
        ),
    ],
)
def test_a_series_waits_for_its_next_match_or_for_one_without_a_winner(
    results: list[str], english: str, spanish: str
) -> None:
    state = series(*results)
    assert waiting(state) == [f"cup.final: {english}"]
    assert waiting(state, "es") == [f"cup.final: {spanish}"]


# -------------------------------------------------------------------------------------------- facts against the rules

OVER = ["2020-05-01 León 1-0 Puebla", "2020-05-03 Puebla 0-1 León", "2020-05-06 León 0-3 Puebla"]


def test_a_match_after_the_decision_was_not_needed_and_does_not_count() -> None:
    state = series(*OVER)
    assert final(state).wins == (2, 0)
    assert problems_of(state) == [
        "match cup.final.3: the series was decided without this match: León win 2-0 in the series. Take the match out"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.3: la serie se decidió sin este partido: León gana 2-0 en la serie. Quite el partido"
    ]
    assert [(misfit.match.id, misfit.left) for misfit in misfits(state)] == [("cup.final.3", None)]


def test_a_match_that_is_not_needed_may_stay_in_the_calendar() -> None:
    assert problems_of(series(*OVER[:2], "2020-05-06 León v Puebla")) == []


def test_a_fourth_match_is_too_many() -> None:
    state = series("León 1-0 Puebla", "Puebla 1-0 León", "León 1-0 Puebla", "Puebla 1-0 León")
    assert problems_of(state) == [
        "match cup.final.4: Puebla and León have played the 3 matches of their series; this one is too many. "
        "Take the match out"
    ]


def test_where_no_day_tells_the_order_any_that_fits_will_do() -> None:
    results = matches("cup.final", ["León 1-0 Puebla", "Puebla 0-1 León", "León 0-3 Puebla"])
    states = [
        play(series().format, Facts(teams=teams("León Puebla"), matches=order)) for order in permutations(results)
    ]
    assert {final(state).wins for state in states} == {(2, 1)}
    assert all(state.stages == states[0].stages for state in states)
    assert problems_of(states[0]) == []


def test_kicks_after_a_match_that_had_a_winner_are_a_problem() -> None:
    state = series("León 1-0 Puebla (2-3 pens)", "Puebla 0-1 León")
    assert reasons(state, "final") == ["León win 2-0 in the series"]
    assert problems_of(state) == [
        "match cup.final.1: the match had a winner before the shoot-out, 1-0. Take the kicks out, or correct the score"
    ]
    (misfit,) = misfits(state)
    assert left(misfit) == "León 1-0 Puebla"


def left(misfit: Misfit) -> str:
    assert misfit.left is not None
    assert not misfit.left.has_kicks
    return f"{misfit.left.home} {misfit.left.score} {misfit.left.away}"


def test_extra_time_that_the_matches_do_not_have_is_reported() -> None:
    assert problems_of(series("León 1-1 Puebla (2-1 aet)")) == [
        "match cup.final.1: there is no extra time in this tie: score, shoot_out (each_match). "
        "Take the extra time out, or correct the score"
    ]


def test_overtime_that_ends_level_is_not_over_and_a_problem() -> None:
    keys = BEST_OF_THREE.replace("[score, shoot_out]", "[score, overtime]")
    state = series("León 1-1 Puebla (2-2 aet)", keys=keys)
    assert waiting(state) == ["cup.final: the extra time of match 1 between León and Puebla"]
    assert problems_of(state) == [
        "match cup.final.1: overtime is played until one leads, so it can't end 2-2. Correct the score"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.1: el tiempo suplementario se juega hasta que alguien gana, así que no puede terminar 2-2. "
        "Corrija el marcador"
    ]


def test_the_reason_says_go_through_before_the_final() -> None:
    keys = BEST_OF_THREE.replace("[{id: final}]", "[{id: semifinals}, {id: final}]") + "\n    pairing: bracket"
    state = cup(keys, "A B C D", semifinals=["A 1-0 D", "D 0-1 A"])
    assert reasons(state, "semifinals") == ["A go through 2-0 in the series"]
    assert reasons(state, "semifinals", "es") == ["A avanza 2-0 en la serie"]

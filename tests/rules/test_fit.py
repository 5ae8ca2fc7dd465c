"""Fit: facts that the rules don't ask for are reported, and never decide anything."""

from fractions import Fraction

import pytest

from liguilla.engine import State, problems
from liguilla.errors import Severity
from liguilla.facts import Annulment, Deduction, Lots
from tests.playing import cup, outcome, played, problems_of, ties

ONE = "hosts: better_seed\ndecide_by: [{}]\npairing: bracket\nrounds: [{{id: semifinals}}, {{id: final}}]"
TWO = "legs: 2\nhosts: [worse_seed, better_seed]\ndecide_by: [{}]\nrounds: [{{id: final}}]"


def one(steps: str, **results: list[str]) -> State:
    """Play a bracket of four, of single matches."""
    return cup(ONE.format(steps), "A B C D", **results)


def two(steps: str, *results: str) -> State:
    """Play a final of two legs between A, the better seed, and B."""
    return cup(TWO.format(steps), "A B", final=results)


def test_facts_that_fit_have_no_problem() -> None:
    assert problems_of(one("score, shoot_out", semifinals=["A 1-0 D", "B 0-0 C (4-3 pens)"], final=["A v B"])) == []
    assert problems_of(two("aggregate, away_goals, better_seed", "B 0-0 A", "A 0-0 B")) == []


# ------------------------------------------------------------------------------------------------------------ hosts


def test_another_host_than_that_of_the_rules_is_a_warning_and_what_was_played_counts() -> None:
    state = one("score, shoot_out", semifinals=["D 2-1 A"])
    assert problems_of(state) == ["match cup.semifinals.1: D is at home; by the rules it is A. What was played counts"]
    assert problems_of(state, "es") == [
        "partido cup.semifinals.1: D es local; según las reglas lo es A. Vale lo que se jugó"
    ]
    assert [problem.severity for problem in problems(state)] == [Severity.WARNING]
    assert ties(state, "semifinals")[0] == "1 A - 4 D: D (score)"


def test_legs_the_other_way_round_are_a_warning_each() -> None:
    state = two("aggregate, better_seed", "2020-05-01 A 1-0 B", "2020-05-08 B 0-0 A")
    assert problems_of(state) == [
        "match cup.final.1: A is at home in the first leg; by the rules it is B. What was played counts",
        "match cup.final.2: B is at home in leg 2; by the rules it is A. What was played counts",
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.1: A es local en la ida; según las reglas lo es B. Vale lo que se jugó",
        "partido cup.final.2: B es local en el partido 2; según las reglas lo es A. Vale lo que se jugó",
    ]
    assert ties(state, "final") == ["1 A - 2 B: A (aggregate)"]


# ---------------------------------------------------------------------------------------------------- matches too many


def test_a_third_leg_is_too_many_and_does_not_count() -> None:
    state = two("aggregate, better_seed", "B 1-0 A", "A 0-0 B", "A 9-0 B")
    assert problems_of(state) == [
        "match cup.final.3: A and B have played their 2 legs; this one is too many. Take the match out"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.3: A y B ya jugaron sus 2 partidos; éste sobra. Quite el partido"
    ]
    assert ties(state, "final") == ["1 A - 2 B: B (aggregate)"]


def test_a_second_match_of_a_tie_of_one_is_too_many() -> None:
    state = one("score, shoot_out", semifinals=["A 0-1 D", "A 1-0 D"])
    assert problems_of(state) == [
        "match cup.semifinals.2: A and D have played their match; this one is too many. Take the match out"
    ]
    assert ties(state, "semifinals")[0] == "1 A - 4 D: D (score)"


def test_a_cancelled_match_is_not_counted() -> None:
    assert problems_of(two("aggregate, better_seed", "B 1-0 A", "A v B (cancelled)", "A 2-0 B")) == []


def test_a_pair_that_is_no_tie_of_the_round_is_reported_with_those_that_are() -> None:
    state = one("score, shoot_out", semifinals=["A 1-0 B", "B 1-0 C"])
    assert problems_of(state) == [
        "match cup.semifinals.1: A and B is no tie of the semifinals; the ties are A - D and B - C. "
        "Correct the teams or the round, or what came before"
    ]
    assert problems_of(state, "es") == [
        "partido cup.semifinals.1: A y B no es una llave de: semifinales; las llaves son A - D y B - C. "
        "Corrija los equipos o la ronda, o lo anterior"
    ]


def test_a_pair_that_may_still_meet_is_no_problem_and_one_that_cannot_is() -> None:
    assert problems_of(one("score, shoot_out", final=["A v C"])) == []
    assert problems_of(one("score, shoot_out", final=["A v D"])) == [
        "match cup.final.1: A and D is no tie of the final; the ties are ? - ?. "
        "Correct the teams or the round, or what came before"
    ]
    assert len(problems_of(one("score, shoot_out", semifinals=["B 1-0 C"], final=["A v C"]))) == 1


# ----------------------------------------------------------------------------------------------- beyond the decision


def test_extra_time_after_the_tie_was_decided_is_a_problem_and_does_not_count() -> None:
    state = two("aggregate, away_goals, extra_time, shoot_out", "B 1-0 A", "A 2-1 B (3-1 aet)")
    assert problems_of(state) == [
        "match cup.final.2: the tie was decided before extra time: 2-2 on aggregate; B win on away goals, 1-0. "
        "Take the extra time out, or correct the score"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.2: la llave se decidió antes de los tiempos extra: "
        "2-2 global; B gana por goles de visitante, 1-0. Quite los tiempos extra o corrija el marcador"
    ]
    assert ties(state, "final") == ["1 A - 2 B: B (away_goals)"]


def test_kicks_after_the_tie_was_decided_are_a_problem_and_do_not_count() -> None:
    state = one("score, shoot_out", semifinals=["A 1-0 D (2-4 pens)"])
    assert problems_of(state) == [
        "match cup.semifinals.1: the tie was decided before the shoot-out: A go through 1-0. "
        "Take the kicks out, or correct the score"
    ]
    assert problems_of(state, "es") == [
        "partido cup.semifinals.1: la llave se decidió antes de los penales: A avanza 1-0. "
        "Quite los penales o corrija el marcador"
    ]
    assert ties(state, "semifinals")[0] == "1 A - 4 D: A (score)"


def test_extra_time_and_kicks_that_the_rules_do_not_have_are_reported_with_the_rule() -> None:
    state = one("score, better_seed", semifinals=["A 1-1 D (1-2 aet)", "B 0-0 C (C on pens)"])
    assert problems_of(state) == [
        "match cup.semifinals.1: there is no extra time in this tie: score, better_seed (stages.cup.decide_by). "
        "Take the extra time out, or correct the score",
        "match cup.semifinals.2: there is no shoot-out in this tie: score, better_seed (stages.cup.decide_by). "
        "Take the kicks out, or correct the score",
    ]
    assert problems_of(state, "es") == [
        "partido cup.semifinals.1: en esta llave no hay tiempos extra: score, better_seed (stages.cup.decide_by). "
        "Quite los tiempos extra o corrija el marcador",
        "partido cup.semifinals.2: en esta llave no hay penales: score, better_seed (stages.cup.decide_by). "
        "Quite los penales o corrija el marcador",
    ]
    assert ties(state, "semifinals") == ["1 A - 4 D: A (better_seed)", "2 B - 3 C: B (better_seed)"]


def test_only_the_last_leg_can_have_extra_time_or_kicks() -> None:
    state = two("aggregate, shoot_out", "2020-05-01 B 1-1 A (4-3 pens)", "2020-05-08 A 1-0 B")
    assert problems_of(state) == [
        "match cup.final.1: only the last leg can have extra time or a shoot-out. "
        "Take these scores out, or correct the dates"
    ]
    assert problems_of(state, "es") == [
        "partido cup.final.1: sólo el último partido puede tener tiempos extra o penales. "
        "Quite esos marcadores o corrija las fechas"
    ]


def test_kicks_without_the_extra_time_before_them_are_a_problem() -> None:
    state = one("score, extra_time, shoot_out", semifinals=["A 1-1 D (2-4 pens)"])
    assert problems_of(state) == [
        "match cup.semifinals.1: extra time comes before the shoot-out here, and its score is missing. Fill it in"
    ]
    assert problems_of(state, "es") == [
        "partido cup.semifinals.1: aquí hay tiempos extra antes de los penales, y falta su marcador. Anótelo"
    ]


# ----------------------------------------------------------------------------------------------------------- leagues

LEAGUE = """
    teams: {}
    stages:
      - id: table
        kind: league
        {}
        rank_by: [points, lots]
    outcomes: {{champion: table 1}}
"""


def test_teams_that_meet_too_often_are_reported() -> None:
    text = LEAGUE.format(3, "meetings: 1")
    days = ["2012-08-01 A 1-0 B", "A 1-0 C", "B 1-0 C", "2012-08-08 B 1-0 A"]
    state = played(text, "A B C", {"table": days})
    assert problems_of(state) == [
        "match table.4: B and A meet more often than the 1 time(s) that table asks for, so this match does not count. "
        "Take out the one that was not played"
    ]
    assert problems_of(state, "es") == [
        "partido table.4: B y A se enfrentan más de las 1 veces que pide tabla, así que este partido no cuenta. "
        "Quite el que no se jugó"
    ]


def test_an_annulled_match_is_none_too_many() -> None:
    text = LEAGUE.format(2, "meetings: 1")
    results = {"table": ["A 1-0 B", "B 1-0 A"]}
    assert len(problems_of(played(text, "A B", results))) == 2
    assert problems_of(played(text, "A B", results, Annulment(match="table.1"))) == []


def test_a_team_that_is_not_in_the_league_is_reported() -> None:
    state = played(LEAGUE.format(2, "meetings: 1"), "A B", {"table": ["A 1-0 B", "A 1-0 X"]})
    assert problems_of(state) == ["match table.2: X: not in table. Correct the team, or the stage"]
    assert problems_of(state, "es") == ["partido table.2: X: no está en tabla. Corrija el equipo o la fase"]


def test_a_league_has_no_rounds() -> None:
    state = played(LEAGUE.format(2, "meetings: 1"), "A B", {"table.first": ["A 1-0 B"]})
    assert problems_of(state) == [
        'match table.first.1: "table" is a league, so "first" can\'t be a round of it; leave the round blank'
    ]


# ------------------------------------------------------------------------------------------------- names and numbers


def test_a_stage_that_the_format_does_not_have_is_reported() -> None:
    deduction = Deduction(stage="leage", team="A", points=Fraction(-3))
    state = played(LEAGUE.format(2, "meetings: 1"), "A B", {"tabel": ["A 1-0 B"]}, deduction)
    assert problems_of(state) == [
        'match tabel.1: the format has no stage "tabel"; it has table',
        'the format has no stage "leage"; it has table',
    ]
    assert problems_of(state, "es") == [
        'partido tabel.1: el formato no tiene la fase "tabel"; tiene table',
        'el formato no tiene la fase "leage"; tiene table',
    ]


def test_a_round_that_the_stage_does_not_have_is_reported() -> None:
    lots = Lots(stage="cup", round="last_four", teams=("A", "B"))
    state = cup(ONE.format("score, lots"), "A B C D", lots, semifinal=["A 1-0 D"])
    assert problems_of(state) == [
        'match cup.semifinal.1: "cup" has no round "semifinal"; it has semifinals, final',
        '"cup" has no round "last_four"; it has semifinals, final',
    ]
    assert problems_of(state, "es") == [
        'partido cup.semifinal.1: "cup" no tiene la ronda "semifinal"; tiene semifinals, final',
        '"cup" no tiene la ronda "last_four"; tiene semifinals, final',
    ]


def test_a_match_of_a_knock_out_needs_its_round() -> None:
    text = """
    stages:
      - {id: cup, kind: knockout, entrants: teams, hosts: neutral, decide_by: [score, lots], rounds: [{id: final}]}
    outcomes: {}
    """
    state = played(text, "A B", {"cup": ["A 1-0 B"]})
    assert problems_of(state) == ['match cup.1: a match of "cup" needs its round: final']


@pytest.mark.parametrize(
    ("names", "english", "spanish"),
    [
        (
            "A B",
            "the format asks for 3 teams; there are 2. Add the missing ones to teams.csv",
            "el formato pide 3 equipos; hay 2. Agregue los que faltan a teams.csv",
        ),
        (
            "A B C D",
            "the format asks for 3 teams; there are 4. Take the others out of teams.csv",
            "el formato pide 3 equipos; hay 4. Quite los demás de teams.csv",
        ),
    ],
)
def test_the_number_of_teams_is_that_of_the_format(names: str, english: str, spanish: str) -> None:
    state = played(LEAGUE.format(3, "meetings: 1"), names, {})
    assert problems_of(state) == [english]
    assert problems_of(state, "es") == [spanish]


# ------------------------------------------------------------------------------------------------------- what is void


def test_a_match_of_a_stage_that_is_not_played_is_reported_and_decides_nothing() -> None:
    text = (
        LEAGUE.format(2, "meetings: 1").replace(
            "    outcomes:",
            "      - id: decider\n        kind: knockout\n        entrants: table 1-2\n"
            "        when: table 1 is level with table 2\n        hosts: neutral\n"
            "        decide_by: [score, shoot_out]\n        rounds: [{id: final}]\n    outcomes:",
        )
    ).replace("table 1}", "[winner final, table 1]}")
    state = played(text, "A B", {"table": ["A 1-0 B"], "decider.final": ["A 0-1 B"]})
    assert problems_of(state) == [
        "match decider.final.1: decider is void, so nothing is played in it: "
        "not played: the rules ask for this only if table 1 is level with table 2. Take the match out"
    ]
    assert problems_of(state, "es") == [
        "partido decider.final.1: desempate no existe, así que no se juega nada en ella: "
        "no se juega: las reglas lo piden sólo si table 1 is level with table 2. Quite el partido"
    ]
    assert outcome(state, "champion") == "A"

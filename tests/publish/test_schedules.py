"""The schedule: matches and legs in the order of play, as pages and documents have them."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from textwrap import dedent

from liguilla.engine import State, play
from liguilla.facts import Annulment, Award, Bye, Facts
from liguilla.publish import schedule_document, schedule_page
from tests.playing import cup, facts_of, league, matches, rules, teams
from tests.publish.conftest import Season

LEAGUE = "stages:\n  - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}\noutcomes: {}\n"


def with_clock(facts: Facts, zone: str, **known: object) -> State:
    matches = tuple(replace(match, kickoff=dt.time(20, 5), zone=zone, **known) for match in facts.matches)  # type: ignore[arg-type]
    return play(rules(LEAGUE), replace(facts, matches=matches))


def below_title(page: str) -> str:
    return page.split("\n\n", 1)[1]


def test_what_became_of_each_match_is_said() -> None:
    state = league(
        "points, lots",
        "2020-01-04 A 2-1 B",
        "2020-01-05 C v D",
        "2020-01-05 B v C (postponed)",
        "A 1-0 D",
        decisions=[Award(match="table.1", winner="B"), Annulment(match="table.4")],
    )
    assert below_title(schedule_page(state).plain) == dedent("""
        Table

        4–5 Jan 2020
        Sat 4 Jan  A  0-3  B  awarded
        Sun 5 Jan  C  –    D
        Sun 5 Jan  B  –    C  postponed
                   A  –    D  annulled
    """).strip("\n")


def test_a_clock_is_named_where_it_is_not_that_of_the_competition() -> None:
    state = with_clock(facts_of("A B", {"table": "2020-01-04 A 2-1 B"}), "America/Mazatlan")
    assert "20:05  A  2-1  B  Mazatlán time" in schedule_page(state).plain
    assert "20:05  A  2-1  B  hora de Mazatlán" in schedule_page(state, "es").plain


def test_an_hour_that_was_inferred_is_marked() -> None:
    state = with_clock(
        facts_of("A B", {"table": "2020-01-04 A 2-1 B"}), "Europe/Madrid", assumed=frozenset(["kickoff"])
    )
    assert "Sat 4 Jan  20:05*  A  2-1  B" in schedule_page(state).plain
    assert "* assumed, not reported" in schedule_page(state).plain


def test_a_leg_without_a_match_has_its_host_as_soon_as_the_rules_name_one() -> None:
    keys = (
        "pairing: reseed\nlegs: 2\nhosts: [worse_seed, better_seed]\ndecide_by: [aggregate, shoot_out]\n"
        "rounds: [{id: semifinals}, {id: final}]"
    )
    page = below_title(schedule_page(cup(keys, "A B C D")).plain)
    assert page == dedent("""
        Cup

        Semifinals, first leg
        D  –  A
        C  –  B

        Semifinals, second leg
        A  –  D
        B  –  C

        Final
        winner of A v D – winner of B v C
    """).strip("\n")


def test_what_lies_ahead_does_not_give_away_who_gets_there(season: Season) -> None:
    page = schedule_page(season("2012-11-22").tournaments["apertura"]).plain
    assert page.endswith("Final\nwinner of Necaxa v Dorados – winner of Lobos BUAP v La Piedad")


def test_a_document_has_every_match_once(season: Season) -> None:
    document = schedule_document(season())["tournaments"]["apertura"]
    ids = [match["id"] for match in document["matches"]]
    assert len(ids) == len(set(ids)) == 117
    assert document["matches"][-1] == {
        "id": "F-2",
        "stage": "liguilla",
        "group": None,
        "round": "final",
        "tie": "final",
        "leg": 2,
        "matchday": None,
        "home": "La Piedad",
        "away": "Dorados",
        "proposed": False,
        "date": "2012-12-01",
        "kickoff": "15:00",
        "zone": "America/Mexico_City",
        "status": "played",
        "score": [2, 1],
        "half_time": [2, 0],
        "extra_time": [3, 1],
        "kicks": None,
        "kicks_won_by": None,
        "ground": "Estadio Juan N. López",
        "referee": "Carlos Martínez",
        "attendance": None,
        "ruling": None,
        "assumed": [],
    }


def test_a_document_says_what_was_decided_off_the_pitch() -> None:
    award = Award(match="table.1", winner="B", reason="fielded a suspended player")
    match = schedule_document(league("points, lots", "A 2-1 B", decisions=[award]))["matches"][0]
    assert match["ruling"] == {"kind": "awarded", "reason": "fielded a suspended player"}
    assert match["score"] == [0, 3]


SWISS = """
    sport: chess
    points: {win: 1, draw: 1/2, loss: 0}
    stages:
      - {id: swiss, kind: league, fixtures: {by: fide_dutch, rounds: 2}, rank_by: [points, shared]}
    outcomes: {}
"""


def swiss(*decisions: Bye) -> State:
    results = tuple(replace(match, matchday=1) for match in matches("swiss", "A 1-0 C\nD 0-0 B"))
    return play(rules(SWISS), Facts(teams=teams("A B C D E"), matches=results, decisions=decisions))


def test_a_proposed_round_is_marked_as_such() -> None:
    state = swiss(
        Bye(stage="swiss", team="E", matchday=1), Bye(stage="swiss", team="B", matchday=2, points=Fraction(1, 2))
    )
    page = schedule_page(state, width=60).plain
    assert page[page.index("Round 1") :].split("\n\n") == [
        "Round 1\nA  1-0  C\nD  ½-½  B\nBye: E",
        "Round 2\nBye: B (0.5)",
        "Round 2, proposed\nE  –    A\nC  –    D",
    ]
    document = schedule_document(state)
    assert [(each["home"], each["away"]) for each in document["matches"] if each["proposed"]] == [
        ("E", "A"),
        ("C", "D"),
    ]
    assert [(each["team"], each["points"], each["matchday"]) for each in document["byes"]] == [
        ("E", None, 1),
        ("B", "1/2", 2),
    ]


def test_what_a_proposed_round_waits_for_is_said() -> None:
    page = schedule_page(swiss(), language="es", width=80).plain
    assert page.rstrip().split("\n")[-2:] == [
        "Ronda 2, propuesta",
        "En espera de lo que fue la ronda 1 para E: un partido o un descanso",
    ]


SERIES = """
    pairing: bracket
    legs: {best_of: 3}
    hosts: [better_seed, worse_seed, better_seed]
    each_match: [score, shoot_out]
    decide_by: [wins]
    rounds: [{id: final}]
    """


def test_a_match_of_a_series_may_turn_out_not_to_be_needed() -> None:
    state = cup(SERIES, "A B", final=["2020-01-04 A 2-1 B"])
    assert below_title(schedule_page(state).plain) == dedent("""
        Cup

        Final, match 1  ·  4 Jan 2020
        Sat 4 Jan  A  2-1  B

        Final, match 2
                   B  –    A

        Final, match 3
                   A  –    B  if needed
    """).strip("\n")
    document = schedule_document(state)["matches"]
    assert [(each["leg"], each["home"]) for each in document] == [(1, "A"), (2, "B"), (3, "A")]


def test_a_match_in_the_calendar_that_was_not_needed_says_so() -> None:
    state = cup(SERIES, "A B", final=["2020-01-04 A 2-1 B", "2020-01-06 B 0-1 A", "2020-01-08 A v B"])
    assert schedule_page(state).plain.endswith("Final  ·  8 Jan 2020\nWed 8 Jan  A  –    B  not needed")
    assert schedule_page(state, "es").plain.endswith("mié 8 ene  A  –    B  no hizo falta")


def test_replays_are_listed_after_the_matches() -> None:
    keys = "pairing: bracket\nhosts: first\ndecide_by: [score, {replay: 1}, lots]\nrounds: [{id: semifinals}]"
    state = cup(keys, "A B C D", semifinals=["2020-01-04 A 0-0 D", "2020-01-05 B 1-0 C"])
    assert below_title(schedule_page(state, "es").plain) == dedent("""
        Copa

        Semifinales  ·  4–5 ene 2020
        sáb 4 ene  A  0-0  D
        dom 5 ene  B  1-0  C

        Semifinales, desempate
                   D  –    A
    """).strip("\n")

"""The schedule: matches and legs in the order of play, as pages and documents have them."""

import datetime as dt
from dataclasses import replace
from textwrap import dedent

from liguilla.engine import State, play
from liguilla.facts import Annulment, Award, Facts
from liguilla.publish import schedule_document, schedule_page
from tests.playing import cup, facts_of, league, rules
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

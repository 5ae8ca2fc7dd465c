"""Champions, promotion and the rest: who holds a place and why, or what it waits for."""

from types import SimpleNamespace

from liguilla.engine import Misfit
from liguilla.facts import Match, Score
from liguilla.publish import play_page
from liguilla.words import phrase
from tests.playing import league, played
from tests.publish.conftest import Season

CUP = """
    stages:
      - {id: cup, kind: knockout, entrants: teams, pairing: bracket, hosts: neutral, rounds: as_needed,
         decide_by: [score, extra_time, shoot_out]}
    outcomes:
      champion: winner final
      out: losers semifinals
"""


def lines(page: str) -> list[str]:
    return page.splitlines()


def test_a_champion_is_named_with_the_number_of_titles_where_it_is_known(season: Season) -> None:
    assert "Champions: La Piedad (2nd title)" in lines(play_page(season()).plain)
    assert "Campeón: La Piedad (2.º título)" in lines(play_page(season(), "es").plain)
    assert "Champions: Neza" in lines(play_page(season()).plain)


def test_an_outcome_has_its_reason(season: Season) -> None:
    assert "Promoted: La Piedad (won the promotion final)" in lines(play_page(season()).plain)
    assert "Asciende: La Piedad (ganó la final de ascenso)" in lines(play_page(season(), "es").plain)


def test_several_teams_of_an_outcome_stand_side_by_side() -> None:
    state = played(CUP, "A B C D", {"cup.semifinals": "A 1-0 D\nB 1-0 C"})
    assert "Out: D and C" in lines(play_page(state).plain)
    assert "Out: D y C" in lines(play_page(state, "es").plain)


def test_an_outcome_that_waits_says_for_what() -> None:
    state = played(CUP, "A B C D", {"cup.semifinals": "A 1-0 D\nB 1-0 C"})
    assert "Champions: waiting for the match between A and B" in lines(play_page(state).plain)
    assert "Campeón: en espera del partido entre A y B" in lines(play_page(state, "es").plain)


def test_what_waits_for_more_than_matches_is_summed_up(season: Season) -> None:
    end = "Waiting\nQuotient table, Relegated: matches of 2 earlier seasons"
    assert play_page(season()).plain.endswith(end)
    state = played(CUP, "A B", {"cup.final": "A 1-1 B (1-1 aet)"})
    assert play_page(state).plain.endswith("Waiting\nFinal, Champions: the shoot-out between A and B")


def test_what_was_set_aside_is_told_with_the_reason() -> None:
    match = Match("F-1", "cup", "A", "B", round="final", score=Score(1, 0))
    why, mend = (phrase("criteria.given", fact=words) for words in ("C plays the final, not A", "take it out"))
    lost = SimpleNamespace(id="apertura/F-1", misfit=Misfit(match, why, mend))
    page = play_page(league("points, lots", "A 1-0 B"), set_aside=[lost]).plain
    assert page.endswith("Set aside\napertura/F-1: C plays the final, not A")

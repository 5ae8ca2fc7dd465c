"""The founding season as people see it: in both languages, on a wide and on a narrow page, and on its way."""

import pytest

from liguilla.engine import explain_position, opponents
from liguilla.publish import (
    bracket_page,
    explanation_page,
    opponents_page,
    play_page,
    schedule_page,
    scorers_page,
    table_page,
)
from tests.publish.conftest import Season
from tests.publish.golden import agrees


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_whole_season(season: Season, language: str, width: int) -> None:
    agrees(play_page(season(), language, width), f"season-{language}-{width}")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("day", ["2012-10-01", "2012-11-18"])
def test_the_apertura_on_its_way(season: Season, day: str, language: str) -> None:
    agrees(play_page(season(day).tournaments["apertura"], language), f"apertura-{day}-{language}")


def test_a_table_says_in_full_what_decided_it(season: Season) -> None:
    agrees(table_page(season().tournaments["apertura"]), "apertura-table-en")


def test_a_bracket_alone(season: Season) -> None:
    agrees(bracket_page(season(), "es"), "season-brackets-es")


def test_a_schedule_has_the_clock_of_the_ground(season: Season) -> None:
    agrees(schedule_page(season("2012-11-22").tournaments["apertura"], "es"), "apertura-schedule-es")


def test_a_narrow_schedule_has_the_day_above_the_match(season: Season) -> None:
    agrees(schedule_page(season().tournaments["clausura"], "en", 40), "clausura-schedule-en-40")


def test_the_scorers(season: Season) -> None:
    agrees(scorers_page(season().tournaments["apertura"], "es"), "apertura-scorers-es")


@pytest.mark.parametrize("language", ["en", "es"])
def test_why_a_team_is_where_it_is(season: Season, language: str) -> None:
    explanation = explain_position(season().tournaments["apertura"], "Lobos BUAP", "table")
    agrees(explanation_page(explanation, language), f"explain-lobos-{language}")


def test_whom_a_team_can_still_meet(season: Season) -> None:
    left = opponents(season("2012-11-10").tournaments["apertura"], "Necaxa", "semifinals")
    agrees(opponents_page(left, "es"), "opponents-necaxa-es")

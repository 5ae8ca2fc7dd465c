"""What seasons are called, and which season days lie in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.errors import Origin
from liguilla.notation.results.records import RecordedMatch, Results, Unread
from liguilla.notation.results.seasons import (
    autumn_seasons,
    season_in,
    season_of_days,
    season_of_year,
    with_both_years,
    without_season,
)


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("2018-19", "2018-19"),
        ("2018/2019", "2018-19"),
        ("2018–19", "2018-19"),
        ("1999/00", "1999-00"),
        ("1999-2000", "1999-00"),
        ("2018", "2018"),
        ("Liga MX 2018/19", "2018-19"),
        ("1930 FIFA Men's World Cup", "1930"),
        ("1860 München Cup 2019", "2019"),
        ("2018/21", "2018"),
        ("Schalke 04", None),
        ("", None),
        ("12018", None),
    ],
)
def test_the_season_that_a_text_names(text: str, season: str | None) -> None:
    assert season_in(text) == season


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Liga MX 2018/19", ("Liga MX", "2018-19")),
        ("2022–23 Premier League", ("Premier League", "2022-23")),
        ("Apertura 2012 (Ascenso)", ("Apertura (Ascenso)", "2012")),
        ("2018", (None, "2018")),
        ("Copa", ("Copa", None)),
    ],
)
def test_a_title_without_its_season(title: str, parts: tuple[str | None, str | None]) -> None:
    assert without_season(title) == parts


@given(st.integers(1872, 2098))
def test_the_name_of_a_season_names_it(year: int) -> None:
    for over_the_turn in (True, False):
        season = season_of_year(year, over_the_turn=over_the_turn)
        assert season_in(season) == season
        assert season_in(f"Cup {season}") == season


def days(*texts: str) -> list[dt.date]:
    return [dt.date.fromisoformat(text) for text in texts]


def test_days_of_one_year_are_a_season_of_that_year() -> None:
    assert season_of_days(days("2018-03-01", "2018-11-30")) == "2018"


def test_days_over_the_turn_of_a_year_are_a_season_of_both() -> None:
    assert season_of_days(days("2018-08-10", "2018-12-26", "2019-01-02", "2019-05-12")) == "2018-19"


def test_a_long_break_around_the_turn_of_a_year_may_be_the_end_of_a_season() -> None:
    assert season_of_days(days("2018-07-01", "2018-12-08", "2019-03-02", "2019-06-30")) is None


def test_days_of_more_than_a_year_are_several_seasons() -> None:
    assert season_of_days(days("2018-08-10", "2019-01-02", "2019-12-26")) is None
    assert season_of_days([None]) is None


def test_a_season_named_by_the_year_it_starts_in_has_both_years_where_its_days_do() -> None:
    assert with_both_years("2018", days("2018-08-10", "2019-05-12")) == "2018-19"
    assert with_both_years("2018", days("2018-03-10", "2018-11-12")) == "2018"
    assert with_both_years("2018", days("2017-08-10", "2018-05-12")) == "2018"


def league(*texts: str | None) -> Results:
    matches = tuple(
        RecordedMatch(Origin("E0.csv", line), "Leeds", "Bury", date=dt.date.fromisoformat(text) if text else None)
        for line, text in enumerate(texts, 2)
    )
    unread = (Unread(Origin("E0.csv", len(texts) + 2), "?"),)
    return Results(("E0.csv",), matches, "E0", unread=unread)


def test_seasons_of_a_league_are_told_apart_by_the_summer() -> None:
    first, second = autumn_seasons(league("2018-08-10", "2019-05-12", None, "2019-08-09", None))
    assert (first.season, len(first.matches), len(first.unread)) == ("2018-19", 3, 0)
    assert (second.season, len(second.matches), len(second.unread)) == ("2019-20", 2, 1)


def test_a_season_that_was_interrupted_goes_on_in_june_and_july() -> None:
    (season,) = autumn_seasons(league("2019-08-16", "2020-03-10", "2020-06-11", "2020-06-28", "2020-07-19"))
    assert season.season == "2019-20"


def test_the_second_half_of_a_season_is_of_the_season_that_began_before() -> None:
    assert [each.season for each in autumn_seasons(league("2019-01-05"))] == ["2018-19"]
    assert [each.season for each in autumn_seasons(league(None))] == [None]

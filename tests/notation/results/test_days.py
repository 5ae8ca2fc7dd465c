"""Days and kickoffs as people write them."""

import datetime as dt
import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.notation.results.days import DayOrder, day_order, offset_zone, read_kickoff, read_moment

DAY = dt.date(2018, 8, 17)


@pytest.mark.parametrize(
    "text",
    [
        "2018-08-17",
        "2018/8/17",
        "20180817",
        "17/08/2018",
        "17/08/18",
        "17.8.2018",
        "17-08-2018",
        "Fri Aug 17 2018",
        "(Fri) 17 Aug 2018 (W33)",
        "Aug 17, 2018",
        "17 August 18",
        "17 de agosto de 2018",
        "vie 17 ago 2018",
        "17. août 2018",
        "17. Aug. 2018",
    ],
)
def test_a_day_in_any_shape(text: str) -> None:
    assert read_moment(text) == (DAY, None, None)


@pytest.mark.parametrize(
    "text", ["31/02/2018", "2018-13-01", "32.1.2018", "soon", "", "17/8", "Aug 2018", "٣", "17 Aug 2018 19"]
)
def test_what_no_calendar_has_is_no_day(text: str) -> None:
    assert read_moment(text) is None


def test_the_month_may_come_first() -> None:
    assert read_moment("08/17/2018", DayOrder.MONTH_FIRST) == (DAY, None, None)
    assert read_moment("08.07.2018", DayOrder.MONTH_FIRST) == (dt.date(2018, 7, 8), None, None)


def test_without_knowing_which_comes_first_only_what_can_be_one_day_is_read() -> None:
    assert read_moment("03/04/2018", None) is None
    assert read_moment("04/04/2018", None) == (dt.date(2018, 4, 4), None, None)
    assert read_moment("17/08/2018", None) == read_moment("08/17/2018", None) == (DAY, None, None)


def test_which_comes_first_is_told_by_a_number_above_twelve() -> None:
    assert day_order(["03/04/2018", "13/04/2018"]) is DayOrder.DAY_FIRST
    assert day_order(["03/04/2018", "04/13/2018"]) is DayOrder.MONTH_FIRST
    assert day_order(["03/04/2018", "13.04.2018"]) is None
    assert day_order(["13/04/2018", "04/13/2018"]) is None


def test_years_of_two_figures_are_of_this_century_up_to_69() -> None:
    assert [read_moment(f"01/02/{year}") for year in ("69", "70", "93")] == [
        (dt.date(year, 2, 1), None, None) for year in (2069, 1970, 1993)
    ]


def test_a_kickoff_may_stand_beside_the_day() -> None:
    assert read_moment("1897-05-08 15:00") == (dt.date(1897, 5, 8), dt.time(15), None)
    assert read_moment("2018-08-17T21:00:00Z") == (DAY, dt.time(21), "Etc/UTC")
    assert read_moment("2018-08-17 25:00") is None


@pytest.mark.parametrize(
    ("text", "kickoff"),
    [
        ("20:30", (dt.time(20, 30), None)),
        ("20.30", (dt.time(20, 30), None)),
        ("20h30", (dt.time(20, 30), None)),
        ("20:30:00", (dt.time(20, 30), None)),
        ("8:30 PM", (dt.time(20, 30), None)),
        ("12:10 a.m.", (dt.time(0, 10), None)),
        ("13:00 UTC-6", (dt.time(13), "Etc/GMT+6")),
        ("13:00 UTC", (dt.time(13), "Etc/UTC")),
        ("13:00 UTC+5:30", (dt.time(13), None)),
        ("20", None),
        ("24:00", None),
        ("13:30 PM", None),
        ("later", None),
    ],
)
def test_a_kickoff_in_any_shape(text: str, kickoff: tuple[dt.time, str | None] | None) -> None:
    assert read_kickoff(text) == kickoff


@given(st.integers(-12, 12))
def test_the_zone_of_an_offset_is_one_that_there_is(hours: int) -> None:
    zone = offset_zone(f"UTC{hours:+}")
    assert zone is not None
    assert dt.datetime(2018, 1, 1, tzinfo=ZoneInfo(zone)).utcoffset() == dt.timedelta(hours=hours)


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_none(text: str) -> None:
    for order in (None, *DayOrder):
        moment = read_moment(text, order)
        assert moment is None or isinstance(moment[0], dt.date)
    day_order([text])
    read_kickoff(text)


@pytest.mark.parametrize(
    "text", ["15:00" + " " * 9_000 + "x", "15:00 " + "a" * 9_000, "2018-08-17 15:00" + " " * 9_000 + "x"]
)
def test_a_cell_of_nothing_but_blanks_takes_no_longer_than_another(text: str) -> None:
    started = time.process_time()
    assert read_kickoff(text) is None
    assert read_moment(text) is None
    assert time.process_time() - started < 1

"""Dates and clocks of Football.TXT, in every shape, and the years that it leaves out."""

import datetime as dt

import pytest

from tests.notation.results.football_texts import TITLE, match, said, season


def dates(text: str) -> list[str]:
    return [str(each.date) for each in season(text).matches]


def matches_on(*days: str) -> str:
    return "".join(f"{day}\n  A{number}  1-0  B{number}\n" for number, day in enumerate(days))


@pytest.mark.parametrize(
    "day",
    [
        "[Sat Aug/18]",
        "Sat Aug/18 2018",
        "[Sat Aug/18 2018]",
        "Sat Aug 18 2018",
        "Saturday, August 18, 2018",
        "Aug 18",
        "August 18",
        "18 August",
        "18. Aug 2018",
        "18/Aug",
        "2018-08-18",
        "18.08.2018",
        "18.8.",
    ],
)
def test_a_day_in_every_shape(day: str) -> None:
    assert dates(TITLE + matches_on(day)) == ["2018-08-18"]
    assert dates(f"{TITLE}{day}  15:30  Leeds  1-0  Bury\n") == ["2018-08-18"]


def test_a_day_is_that_of_all_matches_below_it() -> None:
    assert dates(f"{TITLE}Aug 18\n  A 1-0 B\n  C 1-0 D\n\n  E 1-0 F\nAug 19\n  G 1-0 H\n") == [
        *["2018-08-18"] * 3,
        "2018-08-19",
    ]


def test_below_the_next_heading_the_day_is_unknown_until_it_is_said() -> None:
    assert dates(f"{TITLE}Final\nAug 18\n  A 1-0 B\nFinal, Replay\n  A 1-0 B\n") == ["2018-08-18", "None"]


def test_a_season_over_the_turn_of_a_year_changes_it_without_saying_so() -> None:
    days = ("Aug 18", "Dec 26", "Jan 1", "May 26")
    assert dates(TITLE + matches_on(*days)) == ["2018-08-18", "2018-12-26", "2019-01-01", "2019-05-26"]


def test_the_span_in_the_head_says_where_the_years_change() -> None:
    head = "= Cup 2020\n\n# Date       Sat Aug/8 2020 - Thu Feb/25 2021 (201d)\n\n"
    assert dates(head + matches_on("Aug/8", "Dec/30", "Feb/25", "Jan/6")) == [
        "2020-08-08",
        "2020-12-30",
        "2021-02-25",
        "2021-01-06",
    ]


def test_a_season_that_was_ended_late_goes_on() -> None:
    assert dates("= Cup 2019/20\n" + matches_on("Jun 20", "Jul 26", "Aug 4")) == [
        "2020-06-20",
        "2020-07-26",
        "2020-08-04",
    ]


def test_the_weekday_tells_the_year_where_nothing_else_does() -> None:
    # The 26th of July was a Friday in 2019, a Sunday in 2020.
    assert dates("= Cup 2019/20\n" + matches_on("Fri Jul 26")) == ["2019-07-26"]
    assert dates("= Cup 2019/20\n" + matches_on("Sun Jul 26")) == ["2020-07-26"]


def test_a_year_of_one_number_has_its_winter_in_the_next() -> None:
    assert dates("= Cup 2020\n" + matches_on("Dec 30", "Jan 6", "Jan 2")) == ["2020-12-30", "2021-01-06", "2021-01-02"]


def test_groups_one_after_another_begin_in_the_same_year() -> None:
    assert dates("= Cup 2018\n" + matches_on("June 14", "July 1", "June 14", "Nov 20", "Feb 3")) == [
        "2018-06-14",
        "2018-07-01",
        "2018-06-14",
        "2018-11-20",
        "2018-02-03",
    ]


def test_a_year_that_is_written_holds_for_those_below_it() -> None:
    assert dates(matches_on("Dec 28 1888", "Jan 5", "Jan 12")) == ["1888-12-28", "1889-01-05", "1889-01-12"]


def test_without_any_year_a_day_is_unknown() -> None:
    assert dates(matches_on("Dec 28")) == ["None"]
    assert said(matches_on("Dec 28")) == [
        'cup.txt:1: the year of "Dec 28" is not known. Write it: in the title, or behind the first date'
    ]


@pytest.mark.parametrize("day", ["31 June", "Feb 30", "Feb 29", "2018-13-01", "Aug 18 0018"])
def test_a_day_of_no_calendar_is_reported_and_left_out(day: str) -> None:
    assert dates(TITLE + matches_on(day)) == ["None"]
    assert said(TITLE + matches_on(day)) == [f'cup.txt:3: "{day}" is a day that no calendar has. Correct the date']


@pytest.mark.parametrize("day", ["Mon Aug 18", "Mon Aug 18 2018"])
def test_a_weekday_that_is_wrong_is_reported(day: str) -> None:
    assert dates(TITLE + matches_on("Sat Aug 11", day)) == ["2018-08-11", "2018-08-18"]
    assert said(TITLE + matches_on("Sat Aug 11", day)) == [
        f'cup.txt:5: "{day}" was taken for 2018-08-18, which is another day of the week. '
        "Correct the date or the weekday"
    ]


def test_a_slip_of_the_weekday_moves_no_match_by_a_year() -> None:
    # The 18th of August was a Sunday in 2019, when the season was over.
    text = TITLE + matches_on("Sat Aug 11", "Sun Aug 18", "Sat Aug 25")
    assert dates(text) == ["2018-08-11", "2018-08-18", "2018-08-25"]
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("clock", "kickoff", "zone"),
    [
        ("19.30", dt.time(19, 30), None),
        ("19:30", dt.time(19, 30), None),
        ("9:05", dt.time(9, 5), None),
        ("18:00 UTC-3", dt.time(18), "Etc/GMT+3"),
        ("18:00 UTC+2", dt.time(18), "Etc/GMT-2"),
        ("18:00 UTC", dt.time(18), "Etc/UTC"),
        ("18:00 CEST", dt.time(18), "Etc/GMT-2"),
        ("18:00 (19:00 EEST)", dt.time(19), "Etc/GMT-3"),
        ("18:00 UTC+2 (19:00 EEST)", dt.time(18), "Etc/GMT-2"),
    ],
)
def test_a_clock_with_and_without_its_zone(clock: str, kickoff: dt.time, zone: str | None) -> None:
    for line in (f"  {clock}  Leeds  2-1  Bury\n", f"Aug 18 {clock}\n  Leeds  2-1  Bury\n"):
        found = match(line)
        assert (found.kickoff, found.zone) == (kickoff, zone)


def test_matches_without_a_clock_begin_with_the_one_above_on_the_same_day() -> None:
    text = f"{TITLE}Aug 18\n  A 1-0 B\n  18:00 UTC-3  C 1-0 D\n  E 1-0 F\nAug 19\n  G 1-0 H\n"
    assert [(each.kickoff, each.zone) for each in season(text).matches] == [
        (None, None),
        (dt.time(18), "Etc/GMT+3"),
        (dt.time(18), "Etc/GMT+3"),
        (None, None),
    ]


def test_a_clock_that_no_day_has_is_reported() -> None:
    assert match("  24:00  Leeds  2-1  Bury\n").kickoff is None
    assert said(f"{TITLE}  24:00  Leeds  2-1  Bury\n") == [
        "cup.txt:3: no clock shows this time, so the kickoff was left out. Write hours and minutes, from 00:00 to 23:59"
    ]


def test_a_zone_that_has_no_name_is_reported() -> None:
    found = match("  18:00 UTC+5:30  Leeds  2-1  Bury\n")
    assert (found.kickoff, found.zone) == (dt.time(18), None)
    assert "the zone was left out" in said(f"{TITLE}  18:00 UTC+5:30  Leeds  2-1  Bury\n")[0]

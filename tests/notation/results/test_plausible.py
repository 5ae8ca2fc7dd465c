"""Checks that the readers of all notations share."""

import datetime as dt
from dataclasses import replace

import pytest

from liguilla.errors import Origin, Severity
from liguilla.facts import Score, Status
from liguilla.notation.results import RecordedGoal, RecordedMatch, Results
from liguilla.notation.results.plausible import implausible

PLAYED = RecordedMatch(Origin("cup.csv", 2), "Leeds", "Bury", status=Status.PLAYED, score=Score(2, 1))


def codes(*matches: RecordedMatch, season: str | None = None) -> list[str]:
    return [problem.message.code for problem in implausible(Results(("cup.csv",), matches, None, season))]


@pytest.mark.parametrize(
    "match",
    [
        PLAYED,
        replace(PLAYED, half_time=Score(2, 1)),
        replace(PLAYED, extra_time=Score(2, 1), score=Score(1, 1), kicks=Score(4, 3)),
        replace(PLAYED, kicks_won_by="Bury"),
        replace(PLAYED, kicks=Score(3, 4), kicks_won_by="Bury"),
        replace(PLAYED, status=Status.SCHEDULED, score=None),
        replace(PLAYED, status=Status.PLAYED, score=None, awarded=True, awarded_to="Bury"),
        replace(PLAYED, status=Status.PLAYED, score=None, extra_time=Score(1, 0)),
        replace(PLAYED, status=Status.ABANDONED),
        replace(PLAYED, goals=(RecordedGoal(True), RecordedGoal(False), RecordedGoal(True))),
        replace(PLAYED, score=Score(36, 0)),
    ],
)
def test_what_can_be_is_not_reported(match: RecordedMatch) -> None:
    assert codes(match) == []


def test_a_problem_is_a_warning_at_the_line_of_the_match() -> None:
    (problem,) = implausible(Results(("cup.csv",), (replace(PLAYED, away="Leeds"),)))
    assert (problem.severity, problem.origin) == (Severity.WARNING, PLAYED.origin)
    assert problem.text() == "Leeds - Leeds: a team can't play against itself. Name the other team"


@pytest.mark.parametrize(
    ("season", "inside", "outside"),
    [
        ("2018-19", ("2017-12-30", "2020-01-02"), ("2016-12-31", "2021-01-01")),
        ("2018", ("2017-12-30", "2019-02-01"), ("2016-12-31", "2020-01-01")),
    ],
)
def test_days_have_to_lie_about_the_season(season: str, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    on = [replace(PLAYED, date=dt.date.fromisoformat(day)) for day in (*inside, *outside)]
    assert codes(*on, season=season) == ["results.outside_season"] * len(outside)
    assert codes(*on) == []
    assert codes(*on, season="spring") == []


def test_two_matches_of_a_pair_on_a_day_are_one_too_many_but_not_where_the_day_is_unknown() -> None:
    dated = replace(PLAYED, date=dt.date(2018, 8, 18))
    again = replace(dated, origin=Origin("cup.csv", 3))
    assert codes(dated, again) == ["results.match_twice"]
    assert codes(dated, replace(again, home="Bury", away="Leeds")) == []
    assert codes(PLAYED, PLAYED) == []

"""football.csv, as the footballcsv project keeps it."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.errors import Origin
from liguilla.facts import Score, Status
from liguilla.notation.results.footballcsv import read, recognises, write
from liguilla.notation.results.records import RecordedMatch, Results
from tests.notation.results.reading import matches, only, said, unread

PLAIN = "Date,Team 1,FT,HT,Team 2\nFri Aug 17 2018,Leeds,2-1,?,Bury\n(Sat) 18 Aug 2018 (W33),York,,,Leeds\n"
CUP = (
    "Stage,Round,Group,Date,Team 1,FT,HT,Team 2,∑FT,ET,P,Comments\n"
    "Group stage,1,A,Tue Sep 18 2018,Leeds,0-0,,Bury,,,,\n"
    "Finals,Final,,Sat Jun 1 2019,Bury,1-1,1-0,York,1-1,2-2,4-3,in the rain\n"
)


def test_a_league() -> None:
    reading = read(PLAIN, "repo/2018-19/eng.1.csv")
    assert said(reading.problems, notes=True) == []
    results = only(reading)
    assert (results.competition, results.season) == ("eng.1", "2018-19")
    first, second = results.matches
    assert (first.date, first.teams, first.score, first.half_time) == (
        dt.date(2018, 8, 17),
        ("Leeds", "Bury"),
        (2, 1),
        None,
    )
    assert (second.date, second.status, second.score) == (dt.date(2018, 8, 18), Status.SCHEDULED, None)


def test_a_cup() -> None:
    first, second = matches(read(CUP, "2018-19/cup.csv"))
    assert first.headings == ("Group stage", "Group A", "Round 1")
    assert (first.score, first.half_time) == ((0, 0), (0, 0))
    assert second.headings == ("Finals", "Final")
    assert (second.score, second.half_time, second.extra_time, second.kicks) == ((1, 1), (1, 0), (2, 2), (4, 3))
    assert (second.note, second.statistics) == ("in the rain", {})


def test_the_season_is_that_of_the_folder_or_else_that_of_the_days() -> None:
    assert only(read(PLAIN, "eng.1.csv")).season == "2018"
    assert only(read(PLAIN, "2010s/2018-19/eng.1.csv")).season == "2018-19"
    assert only(read(PLAIN, "2018-19_eng.csv")).season == "2018-19"


def test_a_score_that_is_none() -> None:
    reading = read("Date,Team 1,FT,HT,Team 2\nFri Aug 17 2018,Leeds,2-?,x-y,Bury\n", "eng.csv")
    assert unread(reading) == [(2, "Fri Aug 17 2018,Leeds,2-?,x-y,Bury")]
    reading = read("Date,Team 1,FT,HT,Team 2\nFri Aug 17 2018,Leeds,2-1,x-y,Bury\n", "eng.csv")
    assert len(matches(reading)) == 1
    assert [line.split(". ")[0] for line in said(reading.problems)] == ["eng.csv:2: HT: 'x-y' is no score"]


def test_what_is_recognised() -> None:
    assert recognises("x.csv", PLAIN)
    assert recognises("x.csv", CUP)
    assert not recognises("x.csv", "Date,Team 1,Score,Team 2\n")


SCORES = st.builds(Score, st.integers(0, 20), st.integers(0, 20))
NAMES = st.from_regex(r"[A-Z][a-zé. ,\"']{0,8}[a-z]", fullmatch=True).map(lambda name: " ".join(name.split()))
HEADINGS = st.lists(st.from_regex(r"[A-Z][a-z]{1,6}( [0-9])?", fullmatch=True), max_size=3, unique=True).map(tuple)


@st.composite
def recorded(draw: st.DrawFn, line: int) -> RecordedMatch:
    home, away = draw(NAMES), draw(NAMES)
    match = RecordedMatch(
        Origin("2018-19/cup.csv", line),
        home,
        away,
        headings=draw(HEADINGS),
        date=draw(st.none() | st.dates(dt.date(1870, 1, 1), dt.date(2099, 12, 31))),
        kickoff=draw(st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))),
        status=draw(st.sampled_from(Status)),
        note=draw(st.none() | NAMES),
    )
    if match.status not in (Status.PLAYED, Status.ABANDONED):
        return match
    score = draw(SCORES)
    half_time = Score(0, 0) if score == (0, 0) else draw(st.none() | SCORES.filter(lambda half: half <= score))
    extra_time, kicks = draw(st.none() | SCORES), draw(st.none() | SCORES)
    return replace(
        match, score=score, half_time=half_time, extra_time=extra_time, kicks=kicks, awarded=draw(st.booleans())
    )


@given(st.data(), st.integers(1, 5))
def test_what_is_written_is_read_as_it_was(data: st.DataObject, count: int) -> None:
    written = [data.draw(recorded(line)) for line in range(2, count + 2)]
    results = Results(("2018-19/cup.csv",), tuple(written), "cup", "2018-19")
    again = only(read(write(results), "2018-19/cup.csv"))
    assert again == results


def test_only_the_columns_that_say_something_are_written() -> None:
    assert write(only(read(PLAIN, "eng.csv"))) == (
        "Date,Team 1,FT,HT,Team 2\nFri Aug 17 2018,Leeds,2-1,,Bury\nSat Aug 18 2018,York,,,Leeds\n"
    )


@pytest.mark.parametrize("text", [PLAIN, CUP])
def test_read_written_and_read_again(text: str) -> None:
    first = only(read(text, "2018-19/cup.csv"))
    assert only(read(write(first), "2018-19/cup.csv")).matches == first.matches

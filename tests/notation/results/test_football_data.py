"""The CSV files of football-data.co.uk."""

import datetime as dt

import pytest

from liguilla.facts import Status
from liguilla.notation.results.football_data import read, recognises
from tests.notation.results.reading import matches, only, said, unread

HEADER = "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR,Referee,HS,AY,B365H,B365D,B365A,Bb1X2,BbAH,BbAv>2.5,,"
ROWS = """E0,17/08/18,Leeds,Bury,2,1,H,1,0,H,M Dean,12,3,1.5,4.2,6,39,-1.5,1.9,,
E0,18/08/2018,Bury,Leeds,0,0,D,0,0,D,,,,,,,,,
,,,,,,,,,,,,,,,,,,,,
E0,19/08/18,York,Bury,,,,,,,,,,,,,,,,,
"""
FILE = f"{HEADER}\n{ROWS}"


def test_a_season() -> None:
    reading = read(FILE, "E0.csv")
    assert said(reading.problems, notes=True) == []
    results = only(reading)
    assert (results.competition, results.season, results.teams) == ("E0", "2018-19", ("Leeds", "Bury", "York"))
    first, second, third = results.matches
    assert (first.origin.line, first.date, first.teams) == (2, dt.date(2018, 8, 17), ("Leeds", "Bury"))
    assert (first.score, first.half_time, first.status, first.referee) == ((2, 1), (1, 0), Status.PLAYED, "M Dean")
    assert first.odds == {"B365H": 1.5, "B365D": 4.2, "B365A": 6.0, "BbAv>2.5": 1.9}
    assert first.statistics == {"HS": "12", "AY": "3", "Bb1X2": "39", "BbAH": "-1.5"}
    assert (second.date, second.score, second.referee, second.odds) == (dt.date(2018, 8, 18), (0, 0), None, {})
    assert (third.origin.line, third.status, third.score) == (5, Status.SCHEDULED, None)


def test_many_seasons_of_one_league() -> None:
    text = (
        "Country,League,Season,Date,Time,Home,Away,HG,AG,Res,PH,PD,PA,MaxH\n"
        "Argentina,Superliga,2012/2013,03/08/2012,23:00,Boca,River,2,0,H,1.9,3.1,4.2,2\n"
        "Argentina,Superliga,2015,13/02/2015,23:00,River,Boca,1,1,D,,,,\n"
    )
    first, second = read(text, "ARG.csv").results
    assert (first.competition, first.season) == ("Argentina Superliga", "2012-13")
    assert (first.matches[0].kickoff, first.matches[0].score) == (dt.time(23), (2, 0))
    assert first.matches[0].odds == {"PH": 1.9, "PD": 3.1, "PA": 4.2, "MaxH": 2.0}
    assert (second.season, second.matches[0].score) == ("2015", (1, 1))


def test_divisions_and_seasons_in_one_file_are_told_apart() -> None:
    text = "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG\n" + "".join(
        f"{division},{day},Leeds,Bury,1,0\n"
        for division in ("E0", "E1")
        for day in ("11/08/17", "13/05/18", "10/08/18", "12/05/19")
    )
    found = [(each.competition, each.season, len(each.matches)) for each in read(text, "all.csv").results]
    assert found == [("E0", "2017-18", 2), ("E0", "2018-19", 2), ("E1", "2017-18", 2), ("E1", "2018-19", 2)]


def test_semicolons_and_decimal_commas() -> None:
    text = "Div;Date;HomeTeam;AwayTeam;FTHG;FTAG;FTR;B365H\r\nE0;17/08/18;Leeds;Bury;2;1;H;1,5\r\n"
    (match,) = matches(read(text, "E0.csv"))
    assert (match.score, match.odds) == ((2, 1), {"B365H": 1.5})


def test_numbers_that_a_spreadsheet_made_fractions_of() -> None:
    (match,) = matches(read("Div,Date,HomeTeam,AwayTeam,FTHG,FTAG\nE0,24/05/15,Stoke,Leeds,6.0,1.0\n", "E0.csv"))
    assert match.score == (6, 1)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("E0,17/08/18,Leeds,,2,1,H", "AwayTeam: the name of a team is missing, so this row was left out. Fill it in"),
        ("E0,17/08/18,Leeds,Bury,2,,H", 'FTAG: is blank, but "FTHG" is not, so this row was left out.'),
        ("E0,17/08/18,Leeds,Bury,2.5,1,H", "FTHG: '2.5' is not a whole number, so this row was left out."),
        ("E0,17/08/18,Leeds,Bury,-2,1,H", "FTHG: '-2' is not a whole number"),
        ("E0,17/08/18,Leeds,Bury,02-Jan,1,H", "FTHG: '02-Jan' is a day, so this row was left out"),
        ('E0,17/08/18,"Leeds,Bury,2,1,H', 'in the row that starts here a quote (") is out of place, or never closed'),
        ('E0,17/08/18,"Leeds" FC,Bury,2,1,H', "in the row that starts here a quote"),
    ],
)
def test_a_row_that_cannot_be_read_is_kept_and_costs_no_other(row: str, problem: str) -> None:
    reading = read(f"{HEADER}\n{row}\nE0,18/08/18,York,Bury,1,0,H,,,,,,,,,,,,,,\n", "E0.csv")
    assert [match.home for match in matches(reading)] == ["York"]
    assert unread(reading) == [(2, row)]
    (line,) = said(reading.problems)
    assert line.startswith(f"E0.csv:2: {problem}")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("E0,31/02/18,Leeds,Bury,2,1,H", "Date: '31/02/18' is no day, so the date of this match is not known."),
        ("E0,17/08/18,Leeds,Bury,2,1,A", "FTR: 'A' is not how 2-1 ends. Check both"),
        ("E0,17/08/18,Leeds,Bury,,,A", "FTR: 'A' says how the match ended, but there is no score. Fill it in"),
        ("E0,17/08/18,Leeds,Bury,2,1,H,y,0,H", "HTHG: 'y-0' is no score, so it is not known."),
        (
            "E0,17/08/18,Leeds,Bury,2,1,H,3,0,H",
            "Leeds - Bury: the score at half time, 3-0, is above the final one, 2-1.",
        ),
        ("E0,17/08/18,Leeds,Leeds,2,1,H", "Leeds - Leeds: a team can't play against itself."),
        ("E0,17/08/18,Leeds,Bury,2,1,H,,,,,,,,,,,,,,,x", "there are 22 cells where the header has 21"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_and_the_match_read(row: str, problem: str) -> None:
    reading = read(f"{HEADER}\n{row}\n", "E0.csv")
    assert len(matches(reading)) == 1
    (line,) = said(reading.problems)
    assert line.startswith(f"E0.csv:2: {problem}")


def test_odds_below_one_are_not_known() -> None:
    reading = read("Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,B365H\nE0,17/08/18,Leeds,Bury,2,1,0\n", "E0.csv")
    assert matches(reading)[0].odds == {}
    assert said(reading.problems, notes=True) == [
        "E0.csv:2: B365H: '0' can't be odds, so they are not known. Decimal odds are a number from 1 up, such as 2.5"
    ]


def test_a_fault_in_every_row_is_listed_a_few_times_and_then_counted() -> None:
    rows = "".join(f"E0,soon,Team {number},Bury,1,0\n" for number in range(1000))
    reading = read(f"Div,Date,HomeTeam,AwayTeam,FTHG,FTAG\n{rows}", "E0.csv")
    assert len(matches(reading)) == 1000
    lines = said(reading.problems)
    assert len(lines) == 21
    assert lines[-1].startswith("E0.csv:1001: Date: 'soon' is no day")
    assert lines[-1].endswith("(980 lines with this fault aren't listed; this is the last of them)")


def test_a_quote_that_is_never_closed_swallows_no_rows() -> None:
    rows = [f"E0,17/08/18,Team {number},Bury,1,0" for number in range(100)]
    rows[10] = 'E0,17/08/18,"Team 10,Bury,1,0'
    rows[20] = 'E0,17/08/18,Team 20",Bury,1,0'
    reading = read("\n".join(("Div,Date,HomeTeam,AwayTeam,FTHG,FTAG", *rows)), "E0.csv")
    assert len(matches(reading)) == 99
    assert unread(reading) == [(12, rows[10])]


def test_what_is_recognised() -> None:
    assert recognises("anything", FILE)
    assert recognises("x.csv", "Date,HomeTeam,AwayTeam,FTHG,FTAG\n")
    assert not recognises("E0.csv", "Date,Home,Away,Score\n")

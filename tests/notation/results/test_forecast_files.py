"""Files made for judging forecasts: bookmakers' odds by round, and SPI ratings."""

import datetime as dt

from liguilla.facts import Status
from liguilla.notation.results import bookmaker_odds, spi
from tests.notation.results.reading import matches, said

ODDS = """\
season,round,hTeam,aTeam,hScore,aScore,hOdd,dOdd,aOdd,hProb,dProb,aProb
2005-2006,1,Everton FC,Leeds,0,2,4.8,3.4,1.7,0.19,0.27,0.54
2006-2007,38,Leeds,Everton FC,,,0.5,3.4,1.7,0.19,0.27,0.54
"""
SPI = """\
date,league_id,league,team1,team2,spi1,spi2,prob1,prob2,probtie,score1,score2
2018-08-10,2411,Barclays Premier League,Leeds,Bury,70.1,60.2,0.5,0.2,0.3,2,1
2018-12-30,2411,Barclays Premier League,Bury,York,60.2,50,0.2,0.5,0.3,1,0
2019-01-02,2411,Barclays Premier League,York,Leeds,50,70.1,0.2,0.5,0.3,,
2018-07-04,1951,Major League Soccer,Dallas,Houston,40,39,0.5,0.2,0.3,0,0
2019-03-02,1951,Major League Soccer,Houston,Dallas,39,40,0.2,0.5,0.3,1,1
"""


def test_a_league_is_called_as_its_file() -> None:
    reading = bookmaker_odds.read(ODDS, "data/england_premier-league.csv")
    assert [(each.competition, each.season) for each in reading.results] == [
        ("england_premier-league", "2005-06"),
        ("england_premier-league", "2006-07"),
    ]
    first, second = matches(reading)
    assert (first.headings, first.teams, first.score) == (("Matchday 1",), ("Everton FC", "Leeds"), (0, 2))
    assert first.odds == {"hOdd": 4.8, "dOdd": 3.4, "aOdd": 1.7}
    assert first.statistics == {"hProb": "0.19", "dProb": "0.27", "aProb": "0.54"}
    assert (second.status, second.odds) == (Status.SCHEDULED, {"dOdd": 3.4, "aOdd": 1.7})


def test_leagues_of_one_file_are_told_apart() -> None:
    reading = spi.read(SPI, "spi_matches.csv")
    england, america = reading.results
    assert (england.competition, england.season) == ("Barclays Premier League", "2018-19")
    first, _, second = england.matches
    assert (first.date, first.score, first.statistics["spi1"]) == (dt.date(2018, 8, 10), (2, 1), "70.1")
    assert (second.status, second.score) == (Status.SCHEDULED, None)
    assert (america.competition, america.season) == ("Major League Soccer", None)
    assert said(reading.problems, notes=True) == [
        "spi_matches.csv: no column says the season, and the days of one league can be of one season or of two:"
        ' "Major League Soccer". Add a column season'
    ]


def test_a_column_of_seasons_tells_them_apart() -> None:
    head, *rows = SPI.splitlines()
    text = "\n".join((f"season,{head}", *(f"{'2019' if row.startswith('2019-03') else '2018'},{row}" for row in rows)))
    reading = spi.read(text, "spi_matches.csv")
    assert [(each.competition, each.season) for each in reading.results] == [
        ("Barclays Premier League", "2018-19"),
        ("Major League Soccer", "2018"),
        ("Major League Soccer", "2019"),
    ]
    assert said(reading.problems, notes=True) == []


def test_what_is_recognised() -> None:
    assert bookmaker_odds.recognises("x", ODDS)
    assert spi.recognises("x", SPI)
    assert not spi.recognises("spi_matches.csv", ODDS)

"""AFL and NFL: scores are points, and a file may have many seasons."""

import datetime as dt

import pytest

from liguilla.facts import Status
from liguilla.notation.results import afl, nfl
from tests.notation.results.reading import matches, only, said, unread

AFL = """\
round_num,venue,date,year,attendance,team_1_team_name,team_1_q2_goals,team_1_q2_behinds,team_1_final_goals,\
team_1_final_behinds,team_2_team_name,team_2_q2_goals,team_2_q2_behinds,team_2_final_goals,team_2_final_behinds
1,M.C.G.,2010-03-25 19:10,2010,"43,453",Richmond,7,6,9,10,Carlton,11,1,18,12
Grand Final,M.C.G.,2010-09-25 14:30,2010,6:10 PM,St Kilda,3,8,10.0,8.0,Collingwood,7,8,9.0,14.0
Elimination Final,Adelaide Oval,2010-09-09 19:20,2010,N/A,,,,,,,,,,
"""
ELO = """\
date,season,neutral,playoff,team1,team2,elo1,elo2,elo_prob1,score1,score2,result1
2015-09-10,2015,0,0,NE,PIT,1600.5,1550,0.6,28,21,1
2016-02-07,2015,1,1,CAR,DEN,1700,1690,0.5,10,24,0
2016-09-08,2016,0,0,DEN,CAR,1680,1700,0.5,NA,NA,NA
2017-01-07,2016,0,w,HOU,LV,1500,1490,0.5,27,14,1
"""
GAMES = """\
game_id,season,game_type,week,gameday,weekday,gametime,away_team,away_score,home_team,home_score,location,result,total,\
overtime,home_moneyline,away_moneyline,referee,stadium
2015_01_PIT_NE,2015,REG,1,2015-09-10,Thursday,20:30,PIT,21,NE,28,Home,7,49,0,-320,270,Ron Torbert,Gillette Stadium
2015_21_DEN_CAR,2015,SB,21,2016-02-07,Sunday,18:30,DEN,24,CAR,10,Neutral,-14,34,0,-205,x,NA,Levi's Stadium
"""


def test_a_goal_is_six_points_and_a_behind_is_one() -> None:
    reading = afl.read(AFL, "matches_2010.csv")
    results = only(reading)
    assert (results.competition, results.season) == ("AFL", "2010")
    first, final = results.matches
    assert (first.score, first.half_time) == ((64, 120), (48, 67))
    assert (first.headings, first.date, first.kickoff, first.ground) == (
        ("Round 1",),
        dt.date(2010, 3, 25),
        dt.time(19, 10),
        "M.C.G.",
    )
    assert first.attendance == 43_453
    assert first.statistics["team_1_final_behinds"] == "10"
    assert (final.headings, final.score) == (("Grand Final",), (68, 68))


def test_an_attendance_that_is_a_time_is_kept_as_it_is_written() -> None:
    reading = afl.read(AFL, "matches_2010.csv")
    final = matches(reading)[1]
    assert (final.attendance, final.statistics["attendance"]) == (None, "6:10 PM")
    (note, _) = said(reading.problems, notes=True)
    assert note.startswith("matches_2010.csv:3: attendance: '6:10 PM' is no number of spectators")


def test_a_match_without_teams_is_kept_unread() -> None:
    reading = afl.read(AFL, "matches_2010.csv")
    assert [line for line, _ in unread(reading)] == [4]
    assert said(reading.problems) == [
        "matches_2010.csv:4: team_1_team_name: the name of a team is missing, so this row was left out. Fill it in"
    ]


def test_half_a_score_of_goals_and_behinds() -> None:
    reading = afl.read(AFL.replace("9,10,Carlton", "9,,Carlton"), "matches_2010.csv")
    assert [line for line, _ in unread(reading)] == [2, 4]


def test_every_season_of_the_elo_file() -> None:
    reading = nfl.read(ELO, "nfl_games.csv")
    assert said(reading.problems, notes=True) == []
    assert [(each.competition, each.season, len(each.matches)) for each in reading.results] == [
        ("NFL", "2015", 2),
        ("NFL", "2016", 2),
    ]
    opener, bowl, unplayed, wild_card = matches(reading)
    assert (opener.headings, opener.teams, opener.score, opener.neutral) == ((), ("NE", "PIT"), (28, 21), False)
    assert opener.statistics == {"elo1": "1600.5", "elo2": "1550", "elo_prob1": "0.6", "result1": "1"}
    assert (bowl.headings, bowl.neutral, bowl.score) == (("Playoffs",), True, (10, 24))
    assert (unplayed.status, unplayed.score) == (Status.SCHEDULED, None)
    assert wild_card.headings == ("Playoffs", "w")


@pytest.mark.parametrize(("file", "competition"), [("nfl_elo.csv", "NFL"), ("nba_elo.csv", None), ("games.csv", None)])
def test_which_league_ratings_are_of_is_told_by_the_name_of_the_file(file: str, competition: str | None) -> None:
    assert nfl.read(ELO, file).results[0].competition == competition


def test_the_file_of_all_games() -> None:
    reading = nfl.read(GAMES, "games.csv")
    results = only(reading)
    assert (results.competition, results.season) == ("NFL", "2015")
    opener, bowl = results.matches
    assert (opener.headings, opener.teams, opener.score) == (("Week 1",), ("NE", "PIT"), (28, 21))
    assert (opener.kickoff, opener.zone, opener.ground) == (dt.time(20, 30), "America/New_York", "Gillette Stadium")
    assert (opener.neutral, opener.referee) == (False, "Ron Torbert")
    assert opener.odds == {"home_moneyline": 1.3125, "away_moneyline": 3.7}
    assert opener.statistics["overtime"] == "0"
    assert (bowl.headings, bowl.neutral, bowl.score, bowl.referee) == (("SB",), True, (10, 24), None)


def test_what_is_recognised() -> None:
    assert afl.recognises("x", AFL)
    assert nfl.recognises("x", ELO)
    assert nfl.recognises("x", GAMES)
    assert not nfl.recognises("nfl.csv", "date,season,team1,team2,score1,score2\n")

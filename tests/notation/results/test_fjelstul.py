"""The CSV files of matches of the Fjelstul databases."""

import datetime as dt

from liguilla.facts import Status
from liguilla.notation.results.fjelstul import read, recognises
from tests.notation.results.reading import only, said, unread

WORLD_CUP = """\
key_id,tournament_name,stage_name,group_name,replay,match_date,match_time,stadium_name,city_name,country_name,\
home_team_name,away_team_name,home_team_score,away_team_score,extra_time,penalty_shootout,\
home_team_score_penalties,away_team_score_penalties,result
1,1982 FIFA Men's World Cup,group stage,Group 1,0,1982-06-14,17:15,Balaídos,Vigo,Spain,\
Italy,Poland,0,0,0,0,0,0,draw
2,1982 FIFA Men's World Cup,semi-finals,not applicable,0,1982-07-08,21:00,Sánchez Pizjuán,Seville,Spain,\
West Germany,France,3,3,1,1,5,4,home team win
3,1934 FIFA Men's World Cup,quarter-finals,not applicable,1,1934-06-01,16:30,Berta,Florence,Italy,\
Italy,Spain,1,0,0,0,0,0,home team win
"""
ENGLISH = """\
key_id,season_id,season,tier,division,subdivision,match_id,match_name,home_team_id,home_team_name,away_team_id,\
away_team_name,score,home_team_score,away_team_score,result
1,S-1921-3-N,1921,3,Third Division,North,M-1,A vs B,T-1,Accrington,T-2,Barrow,2–1,2,1,home team win
2,S-2010-1,2010,1,Premier League,None,M-2,C vs D,T-3,Arsenal,T-4,Leeds,0–0,0,0,draw
3,S-?,soon,1,Premier League,None,M-3,D vs C,T-4,Leeds,T-3,Arsenal,0–0,0,0,draw
"""


def test_tournaments_are_told_apart_by_their_names() -> None:
    reading = read(WORLD_CUP, "matches.csv")
    assert said(reading.problems, notes=True) == []
    assert [(each.competition, each.season) for each in reading.results] == [
        ("FIFA Men's World Cup", "1982"),
        ("FIFA Men's World Cup", "1934"),
    ]
    group, semifinal = reading.results[0].matches
    assert (group.headings, group.date, group.kickoff) == (
        ("group stage", "Group 1"),
        dt.date(1982, 6, 14),
        dt.time(17, 15),
    )
    assert (group.score, group.ground, group.city, group.statistics) == (
        (0, 0),
        "Balaídos",
        "Vigo",
        {"country_name": "Spain"},
    )
    assert semifinal.headings == ("semi-finals",)
    (replay,) = reading.results[1].matches
    assert replay.headings == ("quarter-finals", "Replay")


def test_of_a_match_with_extra_time_the_score_after_normal_time_is_not_known() -> None:
    semifinal = read(WORLD_CUP, "matches.csv").results[0].matches[1]
    assert (semifinal.status, semifinal.score, semifinal.extra_time, semifinal.kicks) == (
        Status.PLAYED,
        None,
        (3, 3),
        (5, 4),
    )


def test_a_winner_that_the_score_does_not_have() -> None:
    text = WORLD_CUP.replace("Italy,Poland,0,0,0,0,0,0,draw", "Italy,Poland,1,0,0,0,0,0,draw")
    assert said(read(text, "matches.csv").problems) == ["matches.csv:2: result: 'draw' is not how 1-0 ends. Check both"]


def test_english_divisions_and_seasons() -> None:
    reading = read(ENGLISH, "matches.csv")
    assert [(each.competition, each.season) for each in reading.results] == [
        ("Third Division North", "1921-22"),
        ("Premier League", "2010-11"),
    ]
    (match,) = reading.results[0].matches
    assert (match.teams, match.score, match.date) == (("Accrington", "Barrow"), (2, 1), None)
    assert match.statistics == {"tier": "3"}
    assert [line for line, _ in unread(reading)] == [4]
    assert said(reading.problems) == [
        "matches.csv:4: season: 'soon' is no season, so this row was left out. Write it such as 2018 or 2018-19"
    ]


def test_what_is_recognised() -> None:
    assert recognises("x.csv", WORLD_CUP)
    assert recognises("x.csv", ENGLISH)
    assert not recognises("x.csv", "key_id,season,team_name,position\n")
    assert only(read(WORLD_CUP[: WORLD_CUP.index("\n3,") + 1], "m.csv")).season == "1982"

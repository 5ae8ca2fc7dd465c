"""The CSV files of international results."""

import datetime as dt

from liguilla.facts import GoalKind, Status
from liguilla.notation.results.martj42 import read, recognises
from liguilla.notation.results.records import RecordedGoal
from tests.notation.results.reading import matches, only, said, unread

RESULTS = """\
date,home_team,away_team,home_score,away_score,tournament,city,country,neutral
2014-07-13,Germany,Argentina,1,0,FIFA World Cup,Rio de Janeiro,Brazil,TRUE
2014-06-12,Brazil,Croatia,3,1,FIFA World Cup,São Paulo,Brazil,FALSE
2014-03-05,Germany,Chile,1,0,Friendly,Stuttgart,Germany,FALSE
2015-06-11,Chile,Ecuador,NA,NA,Copa América,Santiago,Chile,FALSE
"""
SHOOT_OUTS = "date,home_team,away_team,winner,first_shooter\n2015-07-04,Chile,Argentina,Chile,Chile\n"
GOALS = """\
date,home_team,away_team,team,scorer,minute,own_goal,penalty
2014-06-12,Brazil,Croatia,Croatia,Marcelo,11,TRUE,FALSE
2014-06-12,Brazil,Croatia,Brazil,Neymar,29,FALSE,FALSE
2014-06-12,Brazil,Croatia,Brazil,Neymar,71,FALSE,TRUE
2014-07-13,Germany,Argentina,Germany,Mario Götze,NA,FALSE,
"""


def test_tournaments_by_year() -> None:
    reading = read(RESULTS, "results.csv")
    assert said(reading.problems, notes=True) == []
    assert [(each.competition, each.season, len(each.matches)) for each in reading.results] == [
        ("FIFA World Cup", "2014", 2),
        ("Friendly", "2014", 1),
        ("Copa América", "2015", 1),
    ]
    final, opening = reading.results[0].matches
    assert (final.date, final.teams, final.score) == (dt.date(2014, 7, 13), ("Germany", "Argentina"), (1, 0))
    assert (final.neutral, final.city, final.statistics) == (True, "Rio de Janeiro", {"country": "Brazil"})
    assert opening.neutral is False
    (unplayed,) = reading.results[2].matches
    assert (unplayed.status, unplayed.score) == (Status.SCHEDULED, None)


def test_a_shoot_out_is_a_match_of_which_only_that_is_known() -> None:
    results = only(read(SHOOT_OUTS, "shootouts.csv"))
    assert (results.competition, results.season) == (None, "2015")
    (match,) = results.matches
    assert (match.status, match.score, match.kicks_won_by) == (Status.PLAYED, None, "Chile")
    assert match.statistics == {"first_shooter": "Chile"}


def test_a_shoot_out_that_another_won() -> None:
    reading = read(SHOOT_OUTS.replace(",Chile,Chile\n", ",Peru,\n"), "shootouts.csv")
    assert unread(reading) == [(2, "2015-07-04,Chile,Argentina,Peru,")]
    assert said(reading.problems) == [
        'shootouts.csv:2: "Peru" is not one of Chile and Argentina, so this row was left out. Write one of them'
    ]


def test_the_goals_of_a_match_stand_in_rows_of_their_own() -> None:
    opening, final = matches(read(GOALS, "goalscorers.csv"))
    assert opening.goals == (
        RecordedGoal(False, "Marcelo", 11, kind=GoalKind.OWN_GOAL),
        RecordedGoal(True, "Neymar", 29, kind=GoalKind.GOAL),
        RecordedGoal(True, "Neymar", 71, kind=GoalKind.PENALTY),
    )
    assert final.goals == (RecordedGoal(True, "Mario Götze"),)


def test_what_is_recognised() -> None:
    assert all(recognises("x", text) for text in (RESULTS, SHOOT_OUTS, GOALS))
    assert not recognises("results.csv", "date,home_team,away_team,home_score,away_score\n")

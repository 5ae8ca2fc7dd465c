"""football.json, in its present shape and in the older one."""

import datetime as dt
import json

import pytest

from liguilla.facts import GoalKind, Score, Status
from liguilla.notation.results.football_json import read, recognises, write
from liguilla.notation.results.records import RecordedGoal
from tests.notation.results.reading import matches, only, said, unread

PRESENT = """{
  "name": "Deutscher Pokal 2018/19",
  "matches": [
    {
      "round": "Round 1",
      "date": "2018-08-17",
      "time": "20:45",
      "team1": "Linx",
      "team2": "Köln (GER)",
      "score": {"ht": [1, 1], "ft": [2, 2], "et": [2, 2], "p": [3, 4]}
    },
    {
      "round": "Apertura Playoffs, Final",
      "group": "Group A",
      "team1": "Linx",
      "team2": "Ulm",
      "score": {"ft": [0, 0]}
    },
    {"date": "2018-08-19", "team1": "Ulm", "team2": "Linx"}
  ]
}
"""

OLDER = """{"name": "World Cup 2018", "rounds": [
{"name": "Matchday 1", "matches": [
{"num": 1, "date": "2018-06-14", "time": "18:00", "timezone": "UTC+3",
 "team1": {"key": "rus", "name": "Russia", "code": "RUS"}, "team2": {"name": "Saudi Arabia", "code": "KSA"},
 "score1": 2, "score2": 1, "score1i": 1, "score2i": 0,
 "score1et": null, "score2et": null, "score1p": null, "score2p": null,
 "goals1": [{"name": "Gazinsky", "minute": 12, "score1": 1, "score2": 0},
            {"name": "Golovin", "minute": 90, "offset": 4, "penalty": true}],
 "goals2": [{"name": "Zobnin", "minute": "45+2", "owngoal": true}],
 "group": "Group A", "stadium": {"key": "luzhniki", "name": "Luzhniki Stadium"}, "city": "Moscow"}]},
{"matches": [{"team1": {"name": "Spain"}, "team2": {"name": "Russia"}, "score1": 1, "score2": 1, "score1et": 1,
 "score2et": 1, "score1p": 3, "score2p": 4}], "name": "Round of 16"}]}
"""


def test_the_present_shape() -> None:
    reading = read(PRESENT, "cup.json")
    assert said(reading.problems, notes=True) == []
    results = only(reading)
    assert (results.competition, results.season, results.files) == ("Deutscher Pokal", "2018-19", ("cup.json",))
    assert results.team_facts == {"Köln (GER)": {"country": "GER"}}
    first, second, third = results.matches
    assert (first.origin.line, first.headings, first.teams) == (4, ("Round 1",), ("Linx", "Köln (GER)"))
    assert (first.date, first.kickoff, first.zone) == (dt.date(2018, 8, 17), dt.time(20, 45), None)
    assert (first.half_time, first.score, first.extra_time, first.kicks) == ((1, 1), (2, 2), (2, 2), (3, 4))
    assert first.status is Status.PLAYED
    assert second.headings == ("Group A", "Apertura Playoffs", "Final")
    assert (second.score, second.half_time) == ((0, 0), (0, 0))
    assert (third.origin.line, third.status, third.score) == (19, Status.SCHEDULED, None)


def test_the_older_shape() -> None:
    reading = read(OLDER, "worldcup.json")
    assert said(reading.problems, notes=True) == []
    results = only(reading)
    assert (results.competition, results.season) == ("World Cup", "2018")
    first, second = results.matches
    assert (first.origin.line, first.headings) == (3, ("Group A", "Matchday 1"))
    assert (first.home, first.away, first.ground, first.city) == (
        "Russia",
        "Saudi Arabia",
        "Luzhniki Stadium",
        "Moscow",
    )
    assert (first.kickoff, first.zone) == (dt.time(18), "Etc/GMT-3")
    assert (first.score, first.half_time, first.extra_time, first.kicks) == ((2, 1), (1, 0), None, None)
    assert first.goals == (
        RecordedGoal(True, "Gazinsky", 12),
        RecordedGoal(True, "Golovin", 90, 4, GoalKind.PENALTY),
        RecordedGoal(False, "Zobnin", 45, 2, GoalKind.OWN_GOAL),
    )
    assert second.headings == ("Round of 16",)
    assert (second.score, second.extra_time, second.kicks) == ((1, 1), (1, 1), (3, 4))


def test_groups_are_listed() -> None:
    groups = '[{"name": "Group A", "teams": ["Russia", {"name": "Egypt"}]}, {"name": 3}]'
    text = f'{{"name": "World Cup 2018", "groups": {groups}}}'
    reading = read(text, "groups.json")
    assert only(reading).groups == {"Group A": ("Russia", "Egypt")}
    assert only(reading).teams == ("Russia", "Egypt")
    assert unread(reading) == [(1, '{"name": 3}')]


def one(members: str) -> str:
    return f'{{"name": "Cup", "matches": [\n{{"team1": "Leeds", "team2": "Bury"{members}}}]}}'


@pytest.mark.parametrize(
    ("members", "score"),
    [
        (', "score": [2, 1]', (2, 1)),
        (', "score": "2-1"', (2, 1)),
        (', "score": {"ft": [2.0, 1.0]}', (2, 1)),
        (', "score1": 2, "score2": 1', (2, 1)),
        (', "score": null', None),
        (', "score": {"ft": [null, null]}', None),
        (', "score": {}', None),
    ],
)
def test_shapes_of_a_score(members: str, score: Score | None) -> None:
    (match,) = matches(read(one(members), "cup.json"))
    assert match.score == score
    assert match.status is (Status.PLAYED if score else Status.SCHEDULED)


@pytest.mark.parametrize(
    ("status", "became"),
    [
        ("postponed", (Status.POSTPONED, False, False)),
        ("CANCELLED", (Status.CANCELLED, False, False)),
        ("awarded", (Status.SCHEDULED, True, False)),
        ("annulled", (Status.SCHEDULED, False, True)),
        ("scheduled", (Status.SCHEDULED, False, False)),
    ],
)
def test_what_became_of_a_match(status: str, became: tuple[Status, bool, bool]) -> None:
    (match,) = matches(read(one(f', "status": "{status}"'), "cup.json"))
    assert (match.status, match.awarded, match.annulled) == became


@pytest.mark.parametrize(
    ("members", "where"),
    [
        (', "score": {"ft": [2]}', "score.ft: '[2]' is no score, so this match was left out. Write two whole numbers"),
        (', "score": {"ft": [2, -1]}', "score.ft: '[2, -1]' is no score"),
        (', "score": [2, true]', "score.ft: '[2, True]' is no score"),
        (', "score1": 2', "score1: '[2, None]' is no score"),
        (', "score": "two"', "score: 'two' is no score, so this row was left out"),
        (', "team2": " "', "team2: the name of a team is missing"),
    ],
)
def test_a_match_that_cannot_be_read_is_kept_as_it_is(members: str, where: str) -> None:
    reading = read(one(members), "cup.json")
    assert matches(reading) == []
    assert unread(reading) == [(2, f'{{"team1": "Leeds", "team2": "Bury"{members}}}')]
    (problem,) = said(reading.problems)
    assert problem.startswith(f"cup.json:2: {where}")


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        (
            ', "date": "soon"',
            "date: 'soon' is no day, so the date of this match is not known. Write it such as 2018-08-17",
        ),
        (', "time": "late"', "time: 'late' is no time of day, so the kickoff is not known. Write it such as 20:30"),
        (', "status": "odd"', "status: 'odd' says nothing that is known of a match."),
        (', "score": [1, 0], "goals1": [3]', "goals1: something here is no goal, and was left out."),
        (', "score": [1, 0], "goals1": [{"minute": "x"}]', "goals1: 'x' is no minute, so it is not known."),
        (
            ', "score": {"ft": [1, 0], "ht": [2, 0]}',
            "Leeds - Bury: the score at half time, 2-0, is above the final one, 1-0.",
        ),
    ],
)
def test_what_is_wrong_with_a_match_is_said_and_the_rest_of_it_read(members: str, problem: str) -> None:
    reading = read(one(members), "cup.json")
    assert len(matches(reading)) == 1
    (line,) = said(reading.problems)
    assert line.startswith(f"cup.json:2: {problem}")


def test_keys_that_are_not_read_are_named() -> None:
    reading = read(one(', "num": 1, "weather": "rain"'), "cup.json")
    assert said(reading.problems, notes=True) == [
        "cup.json: these keys were not read: weather. Nothing is to be done if they say nothing of matches"
    ]


def test_a_truncated_file_is_read_up_to_its_end() -> None:
    reading = read(PRESENT[: PRESENT.index('"team2": "Ulm"')], "cup.json")
    assert len(matches(reading)) == 1
    assert said(reading.problems) == [
        "cup.json:16: the file ends before it is whole, so it was read up to here: 1 match. Get the whole file"
    ]
    ((line, text),) = unread(reading)
    assert line == 16
    assert text.startswith('{\n      "round": "Apertura Playoffs, Final"')


def test_a_fault_in_the_middle_costs_nothing_before_it() -> None:
    reading = read(PRESENT.replace('"team2": "Ulm",', '"team2": "Ulm"'), "cup.json")
    assert len(matches(reading)) == 1
    assert [line.split(". ")[0] for line in said(reading.problems)] == [
        "cup.json:17: this is no JSON from here on, so the file was read up to here: 1 match"
    ]


@pytest.mark.parametrize("nested", ["[" * 100_000, '{"a":' * 100_000])
def test_json_that_is_nested_too_deeply(nested: str) -> None:
    reading = read(f'{{"name": "Cup", "matches": [{{"team1": "A", "team2": "B"}}, {nested}', "cup.json")
    assert len(matches(reading)) == 1
    assert "nested too deeply" in said(reading.problems)[0]


def test_more_than_one_value_in_a_file() -> None:
    reading = read('{"matches": []}\n{"matches": []}', "cup.json")
    assert said(reading.problems) == [
        "cup.json:2: something stands behind the end, and was left out. Delete it, or put it in a file of its own"
    ]


def test_numbers_without_end_are_no_scores() -> None:
    reading = read(one(f', "score": [{"9" * 10_000}, 0]'), "cup.json")
    assert matches(reading) == []
    assert len(said(reading.problems)) == 1


def test_what_is_recognised() -> None:
    assert recognises("x", PRESENT)
    assert recognises("x.txt", f"\ufeff {OLDER}")
    assert not recognises("x.json", '{"clubs": [{"name": "Leeds"}]}')
    assert not recognises("x.json", '[{"matches": []}]')
    assert not recognises("x.json", "")


@pytest.mark.parametrize("text", [PRESENT, OLDER])
def test_what_is_written_is_read_as_it_was(text: str) -> None:
    results = only(read(text, "cup.json"))
    again = only(read(write(results), "cup.json"))
    assert (again.competition, again.season, again.groups) == (results.competition, results.season, results.groups)
    assert json.loads(write(again)) == json.loads(write(results))
    kept = [(m.headings, m.date, m.kickoff, m.teams, m.score, m.half_time, m.kicks, m.goals) for m in results.matches]
    assert [
        (m.headings, m.date, m.kickoff, m.teams, m.score, m.half_time, m.kicks, m.goals) for m in again.matches
    ] == kept

"""The structure of a file: keys, sorts of values, ids; whatever stands where, something is said and nothing breaks."""

import pytest

from liguilla.formats import plain, read_yaml
from tests.formats.changes import flow, paths
from tests.formats.shelves import LEAGUE, cup, knockout, pointed, problems, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: file: the file is empty; a format begins with `name`, `source` and `stages`"),
        ("# only a comment\n", "1:1: file: the file is empty; a format begins with `name`, `source` and `stages`"),
        ("- a\n", "1:1: file: the file must be a mapping with `name`, `source`, `stages` and `outcomes`"),
        ("Cup", "1:1: file: the file must be a mapping with `name`, `source`, `stages` and `outcomes`"),
    ],
)
def test_a_file_that_is_no_format(text: str, expected: str) -> None:
    assert pointed(text) == [expected]


def test_all_keys_that_are_missing_are_said() -> None:
    assert pointed("teams: 16\n") == [
        '1:1: file: "source" is missing',
        '1:1: file: "name" is missing',
        '1:1: file: "stages" is missing',
        '1:1: file: "outcomes" is missing',
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("name: Cup", "name: 5", "name: 5 is not text or a mapping"),
        ("name: Cup", "name: {en: 5}", "name, en: 5 is not text"),
        ("name: Cup", "name:", 'name: after "name" there is no value'),
        ("name: Cup", "nam: Cup", 'nam: unknown key "nam". Did you mean "name"?'),
        ("teams: 16", "teams: sixteen", "teams: 'sixteen' is not a number of teams; write 16 or 3-256"),
        ("teams: 16", "teams: 16-3", "teams: '16-3' is not a number of teams; write 16 or 3-256"),
        ("teams: 16", "teams: 0", "teams: 0 is less than 1"),
        ("teams: 16", "teams: 99999999999999", "teams: 99999999999999 is more than 10000"),
        ("teams: 16", "teams: [16]", "teams: a list is not a whole number, text or a mapping"),
        (
            "teams: 16",
            "teams: {count: 16, know: {pot: one}}",
            "teams, know, pot: 'one' is not one of 'any', 'high' or 'low'",
        ),
        (
            "teams: 16",
            "teams: {count: 16, know: {1st: any}}",
            "teams, know, 1st: '1st' is not an id: use letters from A to Z, digits and _, and no digit first",
        ),
        ("teams: 16", "teams: true", "teams: true is not a whole number, text or a mapping"),
        ("win: 3", "win: x", "points, win: 'x' is not a number; write 3 or 1/2"),
        ("draw: 1", "drawn: 1", 'points: unknown result "drawn". Did you mean "draw"?'),
        ("teams: 16", "teams: 16\nconduct: {yelow: -1}", 'conduct: unknown card "yelow". Did you mean "yellow"?'),
        (
            "teams: 16",
            "teams: 16\nsport: footbal",
            'sport: "footbal" is not a sport known here. Did you mean "football"?',
        ),
        ("teams: 16", "teams: 16\nvalid: {from: 2013, to: 2012}", "valid, to: 2013 is after 2012"),
        (
            "teams: 16",
            "teams: 16\nawarded_score: [3]",
            "awarded_score: write two numbers, the goals of the winner first, such as [3, 0]",
        ),
        (
            "teams: 16",
            "teams: 16\nwithdrawal: anul",
            "withdrawal: 'anul' is not one of 'annul', 'keep_played' or 'award_rest'. Did you mean \"annul\"?",
        ),
        ("teams: 16", "teams: 16\nwithdrawal: {until: 1/2, then: annul}", 'withdrawal: "after" is missing'),
        ("teams: 16", "teams: 16\ntournaments: [a]", "tournaments: a list is not a mapping"),
        ("teams: 16", "teams: 16\nrankings: {main: points}", "rankings, main: 'points' is not a list"),
        (
            "id: table",
            "id: 1st",
            "stage \"1st\", id: '1st' is not an id: use letters from A to Z, digits and _, and no digit first",
        ),
        (
            "id: table",
            "id: año",
            "stage \"año\", id: 'año' is not an id: use letters from A to Z, digits and _, and no digit first",
        ),
        ("id: table", "id: winner", "stage \"winner\", id: 'winner' is a word of the language and cannot be an id"),
        ("id: table", "id: 5", "stages[0], id: 5 is not text"),
        ("id: table, ", "", 'stages[0]: "id" is missing'),
        (
            "kind: league",
            "kind: leage",
            'stage "table": kind \'leage\' is not one of league, table, knockout, draw, lookup. Did you mean "league"?',
        ),
        ("kind: league", "kind: 5", 'stage "table": kind 5 is not one of league, table, knockout, draw, lookup'),
        ("kind: league, ", "", 'stage "table": "kind" is missing'),
        (
            "meetings: 1",
            "meetings: 1, columns: []",
            'stage "table", columns: unknown key "columns"; it belongs to stages of kind lookup',
        ),
        ("rank_by: [points, lots]", "rank_by: 5", 'stage "table", rank_by: 5 is not text or a list'),
        ("rank_by: [points, lots]", "rank_by: [points, ]", None),
        (
            "rank_by: [points, lots]",
            "rank_by: [points, null]",
            'stage "table", rank_by[1]: an item of a list has no value',
        ),
        (", rank_by: [points, lots]", "", 'stage "table": "rank_by" is missing'),
        ("outcomes: {}", "outcomes: []", "outcomes: a list is not a mapping"),
        (
            "outcomes: {}",
            "outcomes: {1st: table 1}",
            "outcome \"1st\": '1st' is not an id: use letters from A to Z, digits and _, and no digit first",
        ),
    ],
)
def test_a_fault_in_one_place_is_said_once(old: str, new: str, expected: str | None) -> None:
    text = cup(LEAGUE)
    assert old in text
    assert said(text.replace(old, new, 1)) == ([expected] if expected else [])


def test_source_and_note_may_stand_on_any_mapping() -> None:
    keys = "source: art. 1, note: {en: a remark}"
    text = cup(LEAGUE.replace("lots]", f"{{by: wins, {keys}}}]"), head="conduct: {yellow: -1, source: art. 2}\n")
    text = text.replace("loss: 0", f"loss: 0, {keys}").replace(
        "outcomes: {}", f"outcomes: {{a: {{take: table 1, {keys}}}}}"
    )
    assert said(text) == []


def test_ids_stand_in_the_messages_of_rounds_and_ties() -> None:
    rounds = "[{id: first, ties: [{id: A, teams: table 1-2, leg: 2}]}, {id: final, teams: table 1-2, hosts: }]"
    assert said(cup(LEAGUE + knockout(rounds=rounds))) == [
        'stage "ko", round "first", tie "A", leg: unknown key "leg". Did you mean "legs"?',
        'stage "ko", round "final", hosts: after "hosts" there is no value',
    ]


HALF = cup(LEAGUE + knockout(), "  relegated: table last\n")

EVERYTHING = """\
name: {en: Cup, es: Copa}
source: Its rules
note: A remark
valid: {from: 2012, to: 2013}
sport: football
teams: {count: 16, know: {zone: [A, B], city: any, rating: high}}
points: {win: 3, draw: 1, loss: 0, bye: 1/2}
conduct: {yellow: -1}
rankings: {main: [points, lots]}
tournaments: {half: half}
other_competitions: {liga: [relegated], other: half}
awarded_score: [3, 0]
withdrawal: {until: 1/2, then: annul, after: award_rest}
never_both: [[champion, third]]
stages:
  - id: table
    kind: league
    name: Table
    entrants: teams
    fixtures: {by: list, matches: 30, home: 15, until: {wins: 3, losses: 3}}
    matches: {of: half.table, seasons: 2, unbroken: true, among: entrants, against: teams where zone A}
    points: {win: 2}
    bonus: [{points: 1, for: win away, matches: common_number}]
    each_match: [score, extra_time]
    seeds: given rating
    rank_by:
      - {by: points, at_least: 2, across: [1, 4], at_end: true}
      - {head_to_head: [points], then: restart, needs: all_met}
      - {block: {two: [wins], more: [losses]}, then: restart, one_place_at_a_time: true, only_best_of: half.table}
      - {rank_sum: [points, wins], among: zone}
      - {position_in: half.table}
      - {result_of: half.ko}
      - {use: main}
  - {id: zones, kind: table, groups: {by: zone}, matches: [table], carry: {points: half.table, times: 2}, rank_by: main}
  - id: draw
    kind: draw
    pots: [{teams: table 1-2, into: [A, B]}]
    apart: [{by: city, except: {x: 2}, unless: zone A}]
  - {id: third_for, kind: lookup, entrants: each zones 3, columns: [X, Y], rows: {AB: [A, B]}}
  - id: ko
    kind: knockout
    when: table 1 is level with table 2
    groups: {North: zones A 1-4, South: zones B 1-4}
    seeds: table + half.table
    winner_takes: better_seed
    pairing: reseed
    legs: 2
    hosts: [{worse_in: table}, better_seed]
    decide_by: [aggregate, {replay: 1}, {better_in: table}]
    rounds:
      - {id: first, name: First, byes: 2, together: city, apart: [{by: city}]}
      - id: second
        teams: winners first
        legs: {best_of: 3}
        hosts: neutral
        each_match: [score, lots]
        decide_by: [wins]
      - id: third
        legs: 1
        hosts: first
        decide_by: [score, lots]
        ties: [{id: T, name: T, teams: [table 1, table 2], when: table 1 is table 2}]
  - {id: cup, kind: knockout, entrants: teams, lives: 2, must_beat_twice: false, drops: [same], byes: as_needed,
     pairing: bracket, hosts: neutral, decide_by: [score, lots], rounds: as_needed}
outcomes:
  champion: winner final
  second: [table 1, {take: table 2, when: table 1 is table 2, because: it is so}]
  third: {from: [table last], places: 1, besides: [champion], name: Third}
"""


def test_a_file_with_nearly_every_key() -> None:
    assert said(EVERYTHING, half=HALF) == []


@pytest.mark.parametrize(("value", "start"), [("5", 0), ("true", 1), ("[]", 2), ("{}", 0), ("text", 1), ("[5]", 2)])
def test_a_value_of_any_sort_at_any_place_is_read_or_refused(value: str, start: int) -> None:
    whole = plain(read_yaml(EVERYTHING, "cup.yaml"))
    for path in list(paths(whole))[start::3]:
        for problem in problems(flow(whole, path, value), half=HALF):
            assert problem.text("en")
            assert problem.text("es")


def test_any_key_may_be_missing_or_without_a_value_or_misspelt() -> None:
    whole = plain(read_yaml(EVERYTHING, "cup.yaml"))
    for number, path in enumerate(paths(whole)):
        put = (None, "null", f"0, {path[-1]}s: 0")[number % 3]
        problems(flow(whole, path, put), half=HALF)

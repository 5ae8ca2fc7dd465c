"""All faults of a file are said together, each once, and none that only follows from another."""

from tests.formats.shelves import GROUPS, LEAGUE, cup, knockout, pointed, said

FAULTS = """\
name: Cup
source: Its rules
sport: footbal
teams: {count: 16, know: {pot: [1, 2], rank: hgh}}
points: {win: 3, draw: one, los: 0}
rankings:
  main: [points, goal_diff, given rank]
stages:
  - id: table
    kind: league
    meeting: 1
    rank_by: [points, {head_to_head: [pints], then: again}, lots, wins]
  - id: ko
    kind: knockout
    when: table 1 was table 2
    entrants: table 1-17
    pairing: reseeed
    legs: 2
    hosts: [beter_seed]
    decide_by: [score, away_goals]
    rounds:
      - {id: first, byes: two, ties: [{id: A, teams: tabel 1 + table 2}, {id: A, teams: table 1-3}]}
      - {id: final, decide_by: [aggregate, penalties]}
  - id: other
    kind: knokout
    rounds: [{id: extra}]
outcomes:
  champion: winner semifinals
  second: {tke: loser final}
  third: winner extra
  table: other 1
  fifth: [table 1 where pot 3, teams where rank 1]
never_both: [[champion, last]]
"""


def test_faults_everywhere() -> None:
    assert pointed(FAULTS) == [
        '3:8: sport: "footbal" is not a sport known here. Did you mean "football"?',
        "4:46: teams, know, rank: 'hgh' is not one of 'any', 'high' or 'low'. Did you mean \"high\"?",
        "5:24: points, draw: 'one' is not a number; write 3 or 1/2",
        '5:29: points: unknown result "los". Did you mean "loss"?',
        '7:18: rankings, main[1]: unknown criterion "goal_diff". Did you mean "goal_difference"?',
        '11:5: stage "table", meeting: unknown key "meeting". Did you mean "meetings"?',
        '12:39: stage "table", rank_by[1], head_to_head[0]: unknown criterion "pints". Did you mean "points"?',
        "12:53: stage \"table\", rank_by[1], then: 'again' is not one of 'continue' or 'restart'",
        '12:61: stage "table", rank_by[2]: "lots" always ends the list, so what follows it is never reached',
        '15:11: stage "ko": condition "table 1 was table 2": cannot read "table 1 was table 2"; write "X is '
        '[not] Y", "X is '
        '[not] among Y", "X has FACT VALUE", "X is [not] level with Y [on points]" or "X is [not] more than 5 '
        "points ahead "
        'of Y"',
        '16:15: stage "ko": selector "table 1-17": "table" has 16 teams, so there is no position 17',
        "17:14: stage \"ko\", pairing: 'reseeed' is not one of 'reseed', 'bracket', 'drawn' or 'in_order'. Did "
        "you mean "
        '"reseed"?',
        '19:13: stage "ko": hosts: unknown "beter_seed". Did you mean "better_seed"?',
        '20:16: stage "ko": decide_by: with 2 legs the first step is "aggregate", not "score"',
        '20:16: stage "ko": decide_by: a tie can still be level after "away_goals"; end with shoot_out, overtime, '
        "better_seed, replay or lots",
        '22:27: stage "ko", round "first", byes: \'two\' is not a whole number or as_needed',
        '22:54: stage "ko", round "first", tie "A": selector "tabel 1 + table 2": nothing here is called '
        '"tabel". Did you '
        'mean "table"?',
        '22:79: stage "ko", round "first", tie "A": two ties are called "A"',
        '22:89: stage "ko", round "first", tie "A": a tie needs two teams; "table 1-3" gives 3',
        '23:44: stage "ko", round "final": decide_by[1]: unknown step \'penalties\'',
        "25:11: stage \"other\": kind 'knokout' is not one of league, table, knockout, draw, lookup. Did you "
        'mean "knockout"?',
        '28:13: outcome "champion": selector "winner semifinals": nothing here is called "semifinals". Did you '
        'mean "final"?',
        '29:12: outcome "second", tke: unknown key "tke". Did you mean "take"?',
        '31:3: outcome "table": a stage has the same id; every id is used once',
        '32:11: outcome "fifth": selector "table 1 where pot 3": "3" is not a value of pot; it is one of 1, 2',
        '33:25: never_both[0]: no outcome "last"',
    ]


def test_what_is_lost_with_a_faulty_stage_is_not_unknown() -> None:
    text = cup(
        LEAGUE.replace("league", "leage") + knockout("entrants: table 1-99, ", "[{id: final}]"),
        "  a: table 1\n  b: each table 3\n  c: {from: [table 1 + table 2], places: 2, besides: [a]}\n",
    )
    assert said(text) == [
        'stage "table": kind \'leage\' is not one of league, table, knockout, draw, lookup. Did you mean "league"?'
    ]


def test_a_wrong_number_is_said_and_not_the_arithmetic_that_follows() -> None:
    rounds = "[{id: first, byes: x, pairing: bracket}, {id: second, pairing: bracket}, {id: third}]"
    assert said(cup(LEAGUE + knockout("entrants: table 1-7, ", rounds))) == [
        'stage "ko", round "first", byes: \'x\' is not a whole number or as_needed'
    ]


def test_groups_that_cannot_be_told_make_no_selector_wrong() -> None:
    text = cup(GROUPS.replace("groups: draw", "groups: drow"), "  a: group A 1\n  b: each group 9\n  c: group E 1\n")
    assert said(text) == ['stage "group": groups: no stage "drow". Did you mean "draw"?']


def test_what_a_misspelt_key_may_mean_is_not_missing_but_the_other_keys_are() -> None:
    assert said(cup("  - {id: year, kind: table, matchs: table, rankby: [points]}\n")) == [
        'stage "year", matchs: unknown key "matchs". Did you mean "matches"?',
        'stage "year", rankby: unknown key "rankby". Did you mean "rank_by"?',
    ]
    assert said(cup("  - {id: year, kind: table, matchs: table}\n")) == [
        'stage "year": "rank_by" is missing',
        'stage "year", matchs: unknown key "matchs". Did you mean "matches"?',
    ]
    assert said(cup("  - {id: year, kind: table, xyzzy: table}\n")) == ['stage "year", xyzzy: unknown key "xyzzy"']


def test_a_circle_is_said_once_at_the_stage_written_first() -> None:
    three = "".join(
        f"  - {{id: s{i}, kind: league, meetings: 1, entrants: s{(i + 1) % 3} 1-4, rank_by: [points]}}\n"
        for i in range(3)
    )
    before = "  - {id: s, kind: league, meetings: 1, entrants: s2 1-4, rank_by: [points]}\n"
    assert pointed(cup(before + three)) == ['7:51: stage "s0": goes round in a circle: s0 needs s1 needs s2 needs s0']


def test_stages_may_not_wait_for_each_other_without_end() -> None:
    many = "".join(
        f"  - {{id: s{i}, kind: league, meetings: 1, entrants: s{i + 1} 1-4, rank_by: [points]}}\n" for i in range(60)
    )
    messages = said(cup(many + LEAGUE.replace("table", "s60")))
    assert messages == ['stage "s39": more than 40 stages wait for each other; write each after those it needs']


def test_of_very_many_problems_the_first_are_said() -> None:
    many = "".join(f"  - {{id: s{i}, kind: league, meetings: 1, rank_by: [pints]}}\n" for i in range(300))
    messages = pointed(cup(many))
    assert len(messages) == 201
    assert messages[-1] == " there are more problems than these; mend them first"

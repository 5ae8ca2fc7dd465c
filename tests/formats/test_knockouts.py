"""Knock-outs: who plays, how they are paired, what is inherited, how a tie is decided."""

import pytest

from liguilla.formats import (
    Apart,
    AsNeeded,
    BestOf,
    BetterIn,
    Criterion,
    HostIn,
    Knockout,
    Ladder,
    Replay,
    SeededByFact,
    SeededByStages,
    Series,
    StageRef,
)
from tests.formats.shelves import GROUPS, LEAGUE, built, cup, knockout, pointed, said

KNOW = "teams: {count: 16, know: {country: any, seeded: [yes, no], rating: high}}"


def text(keys: str, rounds: str, before: str = LEAGUE) -> str:
    stage = f"  - {{id: ko, kind: knockout, {keys}, rounds: {rounds}}}\n"
    return cup(before + stage).replace("teams: 16", KNOW)


def read(keys: str, rounds: str, before: str = LEAGUE) -> Knockout:
    stage = built(text(keys, rounds, before)).stages["ko"]
    assert isinstance(stage, Knockout)
    return stage


TWO_LEGS = (
    "entrants: table 1-8, pairing: reseed, legs: 2, hosts: [worse_seed, better_seed], decide_by: [aggregate, lots]"
)
ONE_LEG = "entrants: table 1-8, pairing: reseed, hosts: neutral, decide_by: [score, lots]"


def test_what_rounds_and_ties_do_not_say_is_that_of_the_stage() -> None:
    stage = read(
        TWO_LEGS,
        "[{id: first, ties: [{id: A, teams: table 1-2}, {id: B, teams: table 3-4, decide_by: [aggregate, "
        "shoot_out]}]}, "
        "{id: final, legs: 1, hosts: neutral, decide_by: [score, {replay: 2}, {better_in: table}], source: art. 9}]",
    )
    assert isinstance(stage.rounds, tuple)
    first, final = stage.rounds
    inherited = Series(
        legs=2, hosts=("worse_seed", "better_seed"), ladder=Ladder(("aggregate", "lots"), "stages.ko.decide_by")
    )
    assert first.series == first.ties[0].series == inherited
    own = Ladder(("aggregate", "shoot_out"), "stages.ko.rounds.first.ties.B.decide_by")
    assert first.ties[1].series == Series(legs=2, hosts=("worse_seed", "better_seed"), ladder=own)
    steps = ("score", Replay(2), BetterIn(StageRef("table")))
    assert final.series == Series(
        legs=1, hosts=("neutral",), ladder=Ladder(steps, "stages.ko.rounds.final.decide_by", "art. 9")
    )


def test_neutral_ground_is_said_once_for_all_legs() -> None:
    stage = read(
        "entrants: table 1-2, legs: {best_of: 5}, hosts: neutral, each_match: [score, overtime], decide_by: [wins]",
        "[{id: final}]",
    )
    assert isinstance(stage.rounds, tuple)
    assert stage.rounds[0].series == Series(
        legs=BestOf(5),
        hosts=("neutral",) * 5,
        ladder=Ladder(("wins",), "stages.ko.decide_by"),
        each_match=("score", "overtime"),
    )


def test_at_home_may_be_who_is_better_or_worse_in_a_ranking() -> None:
    stage = read(
        "entrants: table 1-2, legs: 2, hosts: [{worse_in: table}, {better_in: table}], decide_by: [aggregate, lots]",
        "[{id: final}]",
    )
    assert isinstance(stage.rounds, tuple)
    assert stage.rounds[0].series.hosts == (
        HostIn(StageRef("table"), better=False),
        HostIn(StageRef("table"), better=True),
    )


def test_seeds_come_from_a_ranking_or_several_or_a_number() -> None:
    rounds = "[{id: final}]"
    keys = "entrants: table 1-2, hosts: neutral, decide_by: [score, lots], seeds: "
    assert read(f"{keys}table", rounds).seeds == SeededByStages((StageRef("table"),))
    assert read(f"{keys}table + again", rounds, LEAGUE + LEAGUE.replace("table", "again")).seeds == SeededByStages(
        (StageRef("table"), StageRef("again"))
    )
    assert read(f"{keys}given rating", rounds).seeds == SeededByFact(Criterion("given", "given rating", fact="rating"))


def test_rounds_as_needed_with_two_lives() -> None:
    stage = read(
        "entrants: teams, lives: 2, pairing: bracket, drops: [reversed, same], hosts: neutral, "
        "decide_by: [score, overtime]",
        "as_needed",
    )
    ladder = Ladder(("score", "overtime"), "stages.ko.decide_by")
    assert stage.rounds == AsNeeded(series=Series(hosts=("neutral",), ladder=ladder), pairing="bracket")
    assert (stage.lives, stage.drops, stage.must_beat_twice) == (2, ("reversed", "same"), True)


@pytest.mark.parametrize("name", ["final", "second_final", "upper_1", "upper_final", "lower_3", "lower_final"])
def test_rounds_as_needed_have_names(name: str) -> None:
    keys = "entrants: teams, lives: 2, pairing: bracket, drops: [same], hosts: neutral, decide_by: [score, overtime]"
    outcomes = f"  here: winners {name}\n"
    stage = f"  - {{id: ko, kind: knockout, {keys}, rounds: as_needed}}\n"
    assert said(cup(stage, outcomes)) == []


def test_byes_as_needed_fill_the_bracket() -> None:
    keys = "entrants: table 1-11, pairing: bracket, byes: as_needed, hosts: neutral, decide_by: [score, lots]"
    rounds = "[{id: a}, {id: b}, {id: c}, {id: d}]"
    assert said(text(keys, rounds)) == []
    assert said(text(keys, rounds.replace("}]", "}, {id: e}]"))) == ['stage "ko", round "e": 1 team can\'t be paired']


def test_a_drawn_round_keeps_some_apart() -> None:
    stage = read(
        "entrants: table 1-4, pairing: drawn, hosts: first, decide_by: [score, lots], "
        "apart: [{by: country, except: {ESP: 2}, unless: seeded yes}]",
        "[{id: semifinals, together: country}, {id: final, apart: []}]",
    )
    assert isinstance(stage.rounds, tuple)
    assert stage.rounds[0].together == "country"
    assert stage.rounds[0].apart == (Apart("country", 1, 0, {"ESP": 2}, ("seeded", "yes")),)


@pytest.mark.parametrize(
    ("keys", "rounds", "expected"),
    [
        (ONE_LEG.replace("1-8", "1-7"), "[{id: a}]", 'round "a": 7 teams leave 7 to be paired, an odd number'),
        (
            ONE_LEG.replace("1-8", "1-7"),
            "[{id: a, byes: 2}]",
            'round "a": 7 teams with byes: 2 leave 5 to be paired, an odd number',
        ),
        (ONE_LEG, "[{id: a, byes: 8}]", 'round "a": 8 byes for 8 teams leave nobody to play'),
        (ONE_LEG.replace("1-8", "1"), "[{id: a}]", 'round "a": 1 team can\'t be paired'),
        (
            ONE_LEG.replace("pairing: reseed, ", ""),
            "[{id: a}]",
            'round "a": 8 teams: say how they are paired (pairing: reseed, bracket, drawn) or list the ties',
        ),
        (
            "pairing: reseed, hosts: neutral, decide_by: [score, lots]",
            "[{id: a, teams: table 1-4}]",
            "pairing: reseed needs seeds; give `entrants` or `seeds`",
        ),
        (
            "hosts: neutral, decide_by: [score, lots]",
            "[{id: a}]",
            'round "a": nobody plays here: give `entrants`, `enter`, `teams` or `ties`',
        ),
        (
            ONE_LEG,
            "[{id: a, teams: table 1-2, ties: [{id: A, teams: table 1-2}]}]",
            'round "a": the ties are listed, so `teams` has no meaning',
        ),
        (ONE_LEG, "[{id: a, ties: []}]", 'round "a", ties: the list is empty'),
        (
            ONE_LEG,
            "[{id: a, ties: [{id: A, teams: table 1-3}]}]",
            'round "a", tie "A": a tie needs two teams; "table 1-3" gives 3',
        ),
        (
            ONE_LEG,
            "[{id: a, ties: [{id: A, teams: table 1 + winner B}]}, {id: b, ties: [{id: B, teams: table 2-3}]}]",
            'round "a", tie "A": selector "table 1 + winner B": "B" is played later than this, or at the same time',
        ),
        (
            ONE_LEG,
            "[{id: a, ties: [{id: A, teams: table 1-2}, {id: A, teams: table 3-4}]}]",
            'round "a", tie "A": two ties are called "A"',
        ),
        (ONE_LEG, "[{id: a}, {id: a}]", 'round "a": two rounds are called "a"'),
        (ONE_LEG, "[{id: a, together: land}]", 'round "a": together: no fact "land" is declared under teams, know'),
        (ONE_LEG, "[]", "rounds: the list is empty"),
        (
            f"{ONE_LEG}, lives: 2",
            "[{id: a}]",
            "lives: 2 makes its own rounds: say rounds: as_needed, or leave lives out and list the ties",
        ),
        (f"{ONE_LEG}, lives: 2, drops: [same]", "as_needed", "lives: 2 with rounds: as_needed needs pairing: bracket"),
        (
            f"{ONE_LEG}, lives: 2".replace("reseed", "bracket"),
            "as_needed",
            "lives: 2: organisers differ in where losers drop; say so with `drops`, such as [reversed, same]",
        ),
        (
            ONE_LEG.replace("pairing: reseed, ", ""),
            "as_needed",
            "rounds: as_needed needs a pairing rule (bracket, reseed or drawn)",
        ),
        (
            "pairing: bracket, hosts: neutral, decide_by: [score, lots]",
            "as_needed",
            "nobody plays here: give `entrants` or `groups`",
        ),
        (
            "winner_takes: better_seed, hosts: neutral, decide_by: [score, lots]",
            "[{id: a, teams: table 1-2}]",
            "winner_takes: this knock-out has no seeds",
        ),
        (
            "hosts: better_seed, decide_by: [score, lots]",
            "[{id: a, teams: table 1-2}]",
            "hosts: better_seed needs seeds, and this knock-out has none; give `entrants` or `seeds`",
        ),
        (
            "hosts: neutral, decide_by: [score, better_seed]",
            "[{id: a, teams: table 1-2}, {id: b, teams: table 3-4}]",
            "decide_by: better_seed needs seeds, and this knock-out has none; give `entrants` or `seeds`",
        ),
        (f"{ONE_LEG}, seeds: ko", "[{id: a}]", 'seeds: "ko" is a knockout; it must be a league or table'),
    ],
)
def test_what_a_knock_out_cannot_be_is_said_once(keys: str, rounds: str, expected: str) -> None:
    joined = ", " if expected.startswith(("round ", "rounds: the", "ties: the")) else ": "
    assert said(text(keys, rounds)) == [f'stage "ko"{joined}{expected}']


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("legs: 3, hosts: neutral, decide_by: [score, lots]", "legs: 3 legs are not known; write 1, 2 or {best_of: 3}"),
        ("legs: {best_of: 4}, hosts: neutral, decide_by: [wins]", "legs: write 1, 2 or {best_of: an odd number}"),
        ("decide_by: [score, lots]", "hosts: say who is at home (better_seed, first, neutral, ...), leg by leg"),
        ("hosts: neutral", "decide_by: say how a level tie is decided"),
        ("hosts: neutral, decide_by: []", "decide_by: say how a level tie is decided"),
        ("hosts: home, decide_by: [score, lots]", 'hosts: unknown "home"'),
        (
            "hosts: 1, decide_by: [score, lots]",
            "hosts: 1 says no host; write a word such as better_seed, or {better_in: STAGE}",
        ),
        ("hosts: {better_in: tabel}, decide_by: [score, lots]", 'hosts: no stage "tabel". Did you mean "table"?'),
        ("hosts: [first, second], decide_by: [score, lots]", "hosts: one leg needs one host; there are 2"),
        (
            "legs: 2, hosts: first, decide_by: [aggregate, lots]",
            "hosts: 2 legs need 2 hosts, such as [worse_seed, better_seed]; there is 1",
        ),
        (
            "legs: {best_of: 3}, hosts: [first, second], decide_by: [wins], each_match: [score, overtime]",
            "hosts: 3 legs need 3 hosts, such as [worse_seed, better_seed]; there are 2",
        ),
        (
            "hosts: neutral, decide_by: [aggregate, lots]",
            'decide_by: with one leg the first step is "score", not "aggregate"',
        ),
        (
            "legs: 2, hosts: neutral, decide_by: [score, lots]",
            'decide_by: with 2 legs the first step is "aggregate", not "score"',
        ),
        (
            "legs: {best_of: 3}, hosts: neutral, decide_by: [score, lots], each_match: [score, overtime]",
            'decide_by: with best of 3 the first step is "wins", not "score"',
        ),
        (
            "hosts: neutral, decide_by: [score, extra_time]",
            'decide_by: a tie can still be level after "extra_time"; end with shoot_out, overtime, better_seed, '
            "replay or "
            "lots",
        ),
        (
            "hosts: neutral, decide_by: [score, golden_goal]",
            'decide_by: a tie can still be level after "golden_goal"; end with shoot_out, overtime, better_seed, '
            "replay or "
            "lots",
        ),
        (
            "hosts: neutral, decide_by: [score, overtime, lots]",
            'decide_by: "overtime" always decides, so "lots" is never reached',
        ),
        ("hosts: neutral, decide_by: [score, score, lots]", 'decide_by: "score" can only be the first step'),
        ("hosts: neutral, decide_by: [score, away_goals, lots]", "decide_by: away_goals needs two legs"),
        ("hosts: neutral, decide_by: [score, penalties]", "decide_by[1]: unknown step 'penalties'"),
        (
            "hosts: neutral, decide_by: [score, {replay: 0}]",
            "decide_by: replay needs a number, such as {replay: 1}; an endless replay is not playable",
        ),
        (
            "hosts: neutral, decide_by: [score, {better_in: tabel}]",
            'better_in: no stage "tabel". Did you mean "table"?',
        ),
        (
            "legs: {best_of: 3}, hosts: neutral, decide_by: [wins]",
            "best of N counts wins, so each_match must always give a winner: end it with shoot_out or overtime",
        ),
    ],
)
def test_what_a_series_cannot_be_is_said_once_where_it_is_inherited_from(keys: str, expected: str) -> None:
    rounds = "[{id: a}, {id: b}, {id: c}]"
    assert said(text(f"entrants: table 1-8, pairing: reseed, {keys}", rounds)) == [f'stage "ko": {expected}']


def test_a_fault_between_inherited_and_own_keys_is_said_at_the_inner_one() -> None:
    assert pointed(text(TWO_LEGS, "[{id: a}, {id: b}, {id: c, legs: 1, decide_by: [score, lots]}]")) == [
        '7:182: stage "ko", round "c": hosts: one leg needs one host; there are 2'
    ]
    assert said(text(ONE_LEG, "[{id: a}, {id: b}, {id: c, legs: 2}]")) == [
        'stage "ko", round "c": decide_by: with 2 legs the first step is "aggregate", not "score"'
    ]


def test_points_of_the_legs_may_come_before_the_aggregate() -> None:
    assert said(text(TWO_LEGS.replace("[aggregate", "[points, aggregate"), "[{id: a}]")) == []


def test_brackets_in_groups_of_different_sizes_have_no_known_numbers() -> None:
    keys = "groups: {A: table 1-4, B: table 5-7}, pairing: reseed, hosts: neutral, decide_by: [score, lots]"
    assert said(text(keys, "[{id: a}, {id: b}]")) == []
    equal = keys.replace("5-7", "5-8")
    assert said(text(equal, "[{id: a}, {id: b}, {id: c}]")) == ['stage "ko", round "c": 1 team can\'t be paired']


def test_each_group_of_a_stage_may_play_a_bracket() -> None:
    keys = "groups: each group 1-3, pairing: bracket, hosts: better_seed, decide_by: [score, lots]"
    assert said(text(keys, "[{id: a, byes: 1}, {id: b}]", GROUPS)) == []


def test_a_round_of_its_own_stage_is_no_entrant() -> None:
    assert said(cup(LEAGUE + knockout("entrants: winners final, "))) == [
        'stage "ko": goes round in a circle: ko needs ko'
    ]

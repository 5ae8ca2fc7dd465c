"""Rankings: criteria, blocks and endings."""

from dataclasses import replace

import pytest

from liguilla.formats import (
    Block,
    By,
    Criterion,
    DrawLots,
    HeadToHead,
    KicksBetween,
    League,
    PositionIn,
    RankSum,
    ResultOf,
    Share,
    StageRef,
    Step,
    Use,
)
from tests.formats.shelves import LEAGUE, built, cup, knockout, pointed, said

KNOW = "teams: {count: 16, know: {zone: [A, B], rating: high, rank: low}}"


def text(rank_by: str, rankings: str = "") -> str:
    """Return a format with a league, a second one called spring, a knock-out, and a league ranked so."""
    head = f"rankings: {{{rankings}}}\n" if rankings else ""
    spring = LEAGUE.replace("table", "spring")
    here = f"  - {{id: here, kind: league, meetings: 1, rank_by: {rank_by}}}\n"
    return cup(LEAGUE + spring + knockout() + here, head=head).replace("teams: 16", KNOW)


def steps(rank_by: str, rankings: str = "") -> tuple[Step, ...]:
    stage = built(text(rank_by, rankings)).stages["here"]
    assert isinstance(stage, League)
    return stage.ranking.steps


@pytest.mark.parametrize(
    ("phrase", "criterion"),
    [
        ("goal_difference", Criterion("goal_difference")),
        ("wins away", Criterion("wins", venue="away")),
        ("goals_for at home", Criterion("goals_for", venue="home")),
        ("win_ratio in common", Criterion("win_ratio", in_common=True)),
        ("win_ratio in same zone", Criterion("win_ratio", same_fact="zone")),
        ("points in table", Criterion("points", stages=(StageRef("table"),))),
        (
            "points in table and spring away",
            Criterion("points", stages=(StageRef("table"), StageRef("spring")), venue="away"),
        ),
        ("points of opponents without lowest", Criterion("points", opponents="all", without_lowest=True)),
        ("points of opponents by result", Criterion("points", opponents="all", by_result=True)),
        ("win_ratio of beaten opponents", Criterion("win_ratio", opponents="beaten")),
        ("given rating", Criterion("given", fact="rating")),
        ("given rank", Criterion("given", fact="rank", high=False)),
    ],
)
def test_a_phrase_becomes_a_criterion(phrase: str, criterion: Criterion) -> None:
    assert steps(f"[{phrase}]") == (By(replace(criterion, text=phrase), rule="stages.here.rank_by[0]"),)


HERE = "stages.here.rank_by[0]"
POINTS, WINS = Criterion("points", "points"), Criterion("wins", "wins")


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("lots", DrawLots(HERE)),
        ("shared", Share(HERE)),
        ("shoot_out", KicksBetween(HERE)),
        (
            "{by: wins, at_least: 4, at_end: true, across: [1, 17], source: art. 5}",
            By(WINS, 4, (1, 17), at_end=True, rule=HERE, source="art. 5"),
        ),
        (
            "{head_to_head: [points], then: restart, needs: all_met}",
            HeadToHead((By(POINTS, rule=f"{HERE}.head_to_head[0]"),), restart=True, needs="all_met", rule=HERE),
        ),
        (
            "{block: {two: [points], more: [wins]}, then: restart, one_place_at_a_time: true, only_best_of: table}",
            Block(
                (By(POINTS, rule=f"{HERE}.block.two[0]"),),
                (By(WINS, rule=f"{HERE}.block.more[0]"),),
                restart=True,
                one_place_at_a_time=True,
                only_best_of=StageRef("table"),
                rule=HERE,
            ),
        ),
        ("{position_in: table}", PositionIn(StageRef("table"), HERE)),
        ("{result_of: ko}", ResultOf(StageRef("ko"), HERE)),
        ("{rank_sum: [points, wins], among: zone}", RankSum((POINTS, WINS), "zone", HERE)),
        ("{rank_sum: [points], among: teams}", RankSum((POINTS,), None, HERE)),
        ("{use: main}", Use("main", (By(WINS, rule="rankings.main[0]"),), HERE)),
    ],
)
def test_each_sort_of_step(step: str, expected: Step) -> None:
    assert steps(f"[{step}]", "main: [wins]") == (expected,)


def test_head_to_head_alone_is_points_goal_difference_goals_for() -> None:
    (step,) = steps("[head_to_head]")
    assert isinstance(step, HeadToHead)
    assert [by.criterion.text for by in step.steps if isinstance(by, By)] == ["points", "goal_difference", "goals_for"]


def test_a_list_with_a_name_keeps_its_own_place() -> None:
    stage = built(text("main", "main: [wins, lots]")).stages["here"]
    assert isinstance(stage, League)
    assert stage.ranking.rule == "rankings.main"
    assert stage.ranking.steps == (By(WINS, rule="rankings.main[0]"), DrawLots("rankings.main[1]"))


AFTER = "of opponents, of beaten opponents"


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("goal_diff", 'unknown criterion "goal_diff". Did you mean "goal_difference"?'),
        ("shoot-out", 'unknown criterion "shoot-out". Did you mean "shoot_out"?'),
        (
            "wins in comon",
            'criterion "wins in comon": cannot read "in comon"; after wins may stand: at home, away, in common, '
            "in same "
            f"FACT, in STAGE, {AFTER}",
        ),
        (
            "wins without lowest",
            'criterion "wins without lowest": "without lowest" and "by result" follow "of opponents"',
        ),
        ("given", 'criterion "given": "given" needs the name of one fact'),
        (
            "given ratin",
            'criterion "given ratin": no fact "ratin" is declared under teams, know. Did you mean "rating"?',
        ),
        (
            "given zone",
            'criterion "given zone": "zone" is a word, not a number; declare it as high or low to rank by it',
        ),
        (
            "wins in same zon",
            'criterion "wins in same zon": no fact "zon" is declared under teams, know. Did you mean "zone"?',
        ),
        ("points in ko", 'criterion "points in ko": "ko" is a knockout; it must be a league or table'),
        ("5", "5 is not a criterion"),
        ("[points]", "a list is not a criterion"),
        (
            "{bye: points}",
            "a step has exactly one of by, head_to_head, block, use, rank_sum, position_in, result_of; this has bye. "
            'Did you mean "by"?',
        ),
        (
            "{by: points, use: main}",
            "a step has exactly one of by, head_to_head, block, use, rank_sum, position_in, result_of; this has "
            "by, use",
        ),
        ("{by: pints}", 'unknown criterion "pints". Did you mean "points"?'),
        ("{use: mian}", 'no ranking "mian" under rankings. Did you mean "main"?'),
        ("{block: [points], one_place_at_a_time: true}", 'one_place_at_a_time needs "then: restart"'),
        ("{block: [points], only_best_of: tabel}", 'only_best_of: no stage "tabel". Did you mean "table"?'),
        ("{position_in: ko}", 'position_in: "ko" is a knockout; it must be a league or table'),
        ("{result_of: table}", 'result_of: "table" is a league; it must be a knockout'),
        ("{rank_sum: [pints], among: teams}", 'unknown criterion "pints". Did you mean "points"?'),
        (
            "{rank_sum: [points], among: zon}",
            'rank_sum: no fact "zon" is declared under teams, know. Did you mean "zone"?',
        ),
        ("{by: points, across: [17, 1]}", "across: write the lines in order, each once"),
    ],
)
def test_what_is_no_step_is_said(step: str, expected: str) -> None:
    assert said(text(f"[points, {step}]", "main: [wins]")) == [f'stage "here", rank_by[1]: {expected}']


@pytest.mark.parametrize(
    ("rank_by", "expected"),
    [
        ("[lots, points]", 'rank_by[0]: "lots" always ends the list, so what follows it is never reached'),
        ("[points, shared, lots]", 'rank_by[1]: "shared" always ends the list, so what follows it is never reached'),
        (
            "[{head_to_head: [points, {head_to_head: [wins]}]}]",
            "rank_by[0], head_to_head[1]: head_to_head inside head_to_head",
        ),
        ("[{block: {two: [], more: [points]}}]", "rank_by[0], block, two: the list is empty"),
        ("[]", "rank_by: the list is empty"),
        ("[{by: points, needs: all_met}]", 'rank_by[0], needs: unknown key "needs"'),
        ("[{head_to_head: [points], then: again}]", "rank_by[0], then: 'again' is not one of 'continue' or 'restart'"),
        ("[{by: points, at_least: 0}]", "rank_by[0], at_least: 0 is less than 1"),
        ("[{block: {two: [points]}}]", 'rank_by[0], block: "more" is missing'),
    ],
)
def test_what_is_no_list_is_said(rank_by: str, expected: str) -> None:
    assert said(text(rank_by)) == [f'stage "here", {expected}']


def test_a_ranking_may_not_use_itself() -> None:
    assert pointed(text("a", "a: [{use: b}], b: [{use: a}], c: [points, {use: c}]")) == [
        "5:22: rankings, a: goes round in a circle: a needs b needs a",
        '5:60: rankings, c[1]: ranking "c" uses itself',
    ]


def test_a_fault_in_a_list_with_a_name_is_said_once() -> None:
    two = LEAGUE.replace("[points, lots]", "main") + LEAGUE.replace("[points, lots]", "main").replace("table", "again")
    assert pointed(cup(two, head="rankings: {main: [pints]}\n")) == [
        '5:19: rankings, main[0]: unknown criterion "pints". Did you mean "points"?'
    ]

"""Leagues and tables: who, which matches, which points."""

from fractions import Fraction

import pytest

from liguilla.formats import (
    Bonus,
    ByFact,
    Carry,
    Criterion,
    Each,
    Fixtures,
    GroupsOf,
    League,
    MatchWindow,
    NamedGroups,
    Points,
    Position,
    Range,
    Ranked,
    SeededByFact,
    SeededByStages,
    Selector,
    StageRef,
    Table,
)
from tests.formats.shelves import GROUPS, LEAGUE, built, cup, knockout, said

KNOW = "teams: {count: 16, know: {zone: [A, B], city: any, rating: high}}"


def league(keys: str, before: str = LEAGUE) -> str:
    here = f"  - {{id: here, kind: league, rank_by: [points], {keys}}}\n"
    return cup(before + here).replace("teams: 16", KNOW)


def read(keys: str, before: str = LEAGUE) -> League:
    stage = built(league(keys, before)).stages["here"]
    assert isinstance(stage, League)
    return stage


def test_points_are_those_of_the_stage_else_of_the_format_else_of_the_matches_that_count() -> None:
    own = read("meetings: 1, points: {win: 1, draw: 1/2, loss: 0}")
    assert own.points == Points({"win": Fraction(1), "draw": Fraction(1, 2), "loss": Fraction(0)})
    assert read("meetings: 1").points == Points({"win": Fraction(3), "draw": Fraction(1), "loss": Fraction(0)})
    season = (
        "name: S\nsource: s\ntournaments: {apertura: ascenso-mx-2012}\noutcomes: {}\n"
        "stages:\n  - {id: year, kind: table, matches: apertura.table, rank_by: [points]}\n"
    )
    table = built(season).stages["year"]
    assert isinstance(table, Table)
    assert table.points == Points({"win": Fraction(3), "draw": Fraction(1), "loss": Fraction(0)})


@pytest.mark.parametrize(
    ("keys", "fixtures"),
    [
        ("fixtures: {by: list}", Fixtures("list")),
        ("fixtures: {by: list, matches: 34, home: 17}", Fixtures("list", 34, 17)),
        (
            "fixtures: {by: fide_dutch, rounds: 9, until: {wins: 3, losses: 3}}",
            Fixtures("fide_dutch", rounds=9, until_wins=3, until_losses=3),
        ),
    ],
)
def test_fixtures(keys: str, fixtures: Fixtures) -> None:
    assert read(keys).fixtures == fixtures


@pytest.mark.parametrize(
    ("keys", "window"),
    [
        ("matches: table", MatchWindow((StageRef("table"),))),
        ("matches: [table]", MatchWindow((StageRef("table"),))),
        (
            "matches: {of: table, seasons: 3, unbroken: true, among: entrants, against: table 1-5}",
            MatchWindow(
                (StageRef("table"),),
                3,
                unbroken=True,
                among="entrants",
                against=Selector((Ranked("table", range=Range(Position(1), Position(5))),), text="table 1-5"),
            ),
        ),
    ],
)
def test_matches_that_count(keys: str, window: MatchWindow) -> None:
    assert read(f"meetings: 1, {keys}").counted == window


def test_points_carried_along() -> None:
    stage = read("meetings: 1, carry: {points: table, times: 1/2, round: up}")
    assert stage.carry == Carry(StageRef("table"), Fraction(1, 2), "up")
    assert read("meetings: 1, carry: {points: table}").carry == Carry(StageRef("table"))


@pytest.mark.parametrize(
    ("keys", "bonus"),
    [
        ("for: win away, matches: common_number", Bonus(Fraction(1), "win away", "win", "away", common_number=True)),
        ("for: draw at home", Bonus(Fraction(1), "draw at home", "draw", "home")),
        ("for: loss by at most 7", Bonus(Fraction(1), "loss by at most 7", "loss", at_most=7)),
        ("for: at least 4 goals_for", Bonus(Fraction(1), "at least 4 goals_for", at_least=4)),
    ],
)
def test_a_bonus_is_said_in_words(keys: str, bonus: Bonus) -> None:
    assert read(f"meetings: 1, bonus: [{{points: 1, {keys}}}]").bonus == (bonus,)


def test_groups_are_named_or_given_by_a_fact_or_taken_from_another_stage() -> None:
    half = Range(Position(1), Position(8))
    named = read("meetings: 1, groups: {top: table 1-8}").groups
    assert named == NamedGroups({"top": Selector((Ranked("table", range=half),), text="table 1-8")})
    assert read("meetings: 1, groups: {by: zone}").groups == ByFact("zone", ("A", "B"))
    assert read("meetings: 1, groups: draw", GROUPS).groups == GroupsOf("draw")
    assert read("meetings: 1, groups: each group 1-2", GROUPS).groups == Each(
        "group", (), Range(Position(1), Position(2))
    )


def test_starting_numbers_come_from_a_ranking_or_a_number() -> None:
    assert read("meetings: 1, seeds: table").seeds == SeededByStages((StageRef("table"),))
    assert read("meetings: 1, seeds: given rating").seeds == SeededByFact(
        Criterion("given", "given rating", fact="rating")
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", "say either `meetings` (everyone meets) or `fixtures` (a list, or a pairing provider)"),
        (
            "meetings: 1, fixtures: {by: list}",
            "say either `meetings` (everyone meets) or `fixtures` (a list, or a pairing provider), not both",
        ),
        ("fixtures: {by: dutch, rounds: 9}", 'fixtures: unknown provider "dutch". Did you mean "fide_dutch"?'),
        ("fixtures: {by: fide_dutch}", "fixtures: a pairing provider needs `rounds`"),
        ("meetings: 1, matches: tabel", 'matches: no stage "tabel". Did you mean "table"?'),
        ("meetings: 1, matches: {of: tabel}", 'matches: no stage "tabel". Did you mean "table"?'),
        (
            "meetings: 1, carry: {points: table, times: 1/2}",
            "carry: 1/2 of the points can leave fractions; say round: up, down or none",
        ),
        (
            "meetings: 1, matches: table, carry: {points: table}",
            'carry and matches both count "table": its points would count twice',
        ),
        (
            "meetings: 1, bonus: [{points: 1, for: away win}]",
            'bonus: cannot read "away win"; write "win away", "loss by at most 7" or "at least 4 goals_for"',
        ),
        ("meetings: 1, groups: tabel", 'groups: no stage "tabel". Did you mean "table"?'),
        ("meetings: 1, groups: table", 'groups: "table" has no groups'),
        ("meetings: 1, groups: {by: zon}", 'groups: no fact "zon" is declared under teams, know. Did you mean "zone"?'),
        ("meetings: 1, groups: {by: city}", 'groups: list the values of "city" under teams, know'),
        (
            "meetings: 1, groups: {A: table 1-8}, entrants: table 1-8",
            "the groups name their teams, so `entrants` says it twice",
        ),
        ("meetings: 1, seeds: tabel", 'seeds: no stage "tabel". Did you mean "table"?'),
        (
            "meetings: 1, seeds: given zone",
            'criterion "given zone": "zone" is a word, not a number; declare it as high or low to rank by it',
        ),
    ],
)
def test_what_a_league_cannot_be_is_said(keys: str, expected: str) -> None:
    assert said(league(keys)) == [f'stage "here": {expected}']


def test_a_table_needs_matches() -> None:
    assert said(cup("  - {id: year, kind: table, rank_by: [points]}\n")) == [
        'stage "year": a table ranks matches played elsewhere: say which with `matches`'
    ]


def test_groups_by_a_fact_are_as_large_as_they_can_all_be_or_of_no_known_size() -> None:
    stages = LEAGUE + "  - {id: zones, kind: table, groups: {by: zone}, matches: table, rank_by: [points]}\n"
    text = cup(stages, "  here: zones A 9\n").replace("teams: 16", KNOW)
    assert said(text) == [
        'outcome "here": selector "zones A 9": each group of "zones" has 8 teams, so there is no position 9'
    ]
    assert said(text.replace("count: 16", "count: 17")) == []


def test_points_must_be_said_and_be_numbers() -> None:
    without = cup(LEAGUE).replace("points: {win: 3, draw: 1, loss: 0}\n", "")
    assert said(without) == ["points: say what a win, a draw and a loss are worth"]
    assert said(cup(LEAGUE).replace("win: 3", "win: three")) == ["points, win: 'three' is not a number; write 3 or 1/2"]
    assert said(cup(LEAGUE).replace("win: 3", "win: 1.5")) == ["points, win: '1.5' is not a number; write 3 or 1/2"]
    assert said(cup(LEAGUE).replace("win: 3", "won: 3")) == ['points: unknown result "won". Did you mean "win"?']


def test_a_knock_out_is_no_stage_whose_matches_count() -> None:
    assert said(league("meetings: 1, matches: ko", LEAGUE + knockout())) == [
        'stage "here": matches: "ko" is a knockout; it must be a league or table'
    ]

"""Conditions: sentences about places and facts."""

import pytest

from liguilla.formats import (
    Ahead,
    Condition,
    Criterion,
    FromOutcome,
    HasFact,
    Is,
    IsAmong,
    LevelWith,
    Position,
    Range,
    Ranked,
    Selector,
)
from tests.formats.shelves import LEAGUE, built, cup, knockout, said

KNOW = "teams: {count: 16, know: {licence: [yes, no], rating: high}}"
OUTCOMES = "  one: table 1\n  two: table 2\n"


def text(condition: str) -> str:
    return cup(LEAGUE + knockout(f'when: "{condition}", '), OUTCOMES).replace("teams: 16", KNOW)


def place(number: int) -> Selector:
    return Selector((Ranked("table", range=Range(Position(number), Position(number))),), text=f"table {number}")


ONE, TWO = Selector((FromOutcome("one"),), text="one"), Selector((FromOutcome("two"),), text="two")


@pytest.mark.parametrize(
    ("written", "clauses", "joined_by"),
    [
        ("one is two", [Is(ONE, TWO)], "and"),
        ("one is not two", [Is(ONE, TWO, negated=True)], "and"),
        ("one is not among two", [IsAmong(ONE, TWO, negated=True)], "and"),
        ("one has licence yes", [HasFact(ONE, "licence", "yes")], "and"),
        ("table 1 is level with table 2", [LevelWith(place(1), place(2))], "and"),
        (
            "table 1 is not level with table 2 on points, wins away",
            [
                LevelWith(
                    place(1),
                    place(2),
                    (Criterion("points", "points"), Criterion("wins", "wins away", venue="away")),
                    True,
                )
            ],
            "and",
        ),
        (
            "table 1 is more than 5 points ahead of table 2",
            [Ahead(place(1), place(2), 5, Criterion("points", "points"))],
            "and",
        ),
        ("one is two and one has licence no", [Is(ONE, TWO), HasFact(ONE, "licence", "no")], "and"),
        ("one is two or one has licence no", [Is(ONE, TWO), HasFact(ONE, "licence", "no")], "or"),
    ],
)
def test_sentences_become_clauses(written: str, clauses: list[object], joined_by: str) -> None:
    assert built(text(written)).stages["ko"].when == Condition(tuple(clauses), joined_by, written)  # type: ignore[arg-type]


def test_and_after_where_belongs_to_the_selector() -> None:
    when = built(text("one is among teams where licence yes and licence no and two is one")).stages["ko"].when
    assert when
    assert [type(clause) for clause in when.clauses] == [IsAmong, Is]


WRITE = (
    'write "X is [not] Y", "X is [not] among Y", "X has FACT VALUE", "X is [not] level with Y [on points]" or "X is '
    '[not] more than 5 points ahead of Y"'
)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("one differs from two", f'condition "one differs from two": cannot read "one differs from two"; {WRITE}'),
        ("one is two and two is one or one is one", '"and" and "or" do not mix; write two choices'),
        ("one is level with two", '"level with" and "ahead of" compare two positions of one table'),
        ("table 1-2 is level with table 3", '"level with" and "ahead of" compare two positions of one table'),
        ("table 1 is level with table 2 on pints", 'unknown criterion "pints". Did you mean "points"?'),
        ("table 1 is more than 5 pints ahead of table 2", 'unknown criterion "pints". Did you mean "points"?'),
        ("one has license yes", 'no fact "license" is declared under teams, know. Did you mean "licence"?'),
        ("one has licence si", '"si" is not a value of licence; it is one of yes, no'),
        ("one has rating high", 'rating is a number; it can rank ("given rating") but not filter'),
        ("tabel 1 is one", 'selector "tabel 1": nothing here is called "tabel". Did you mean "table"?'),
    ],
)
def test_what_is_no_condition_is_said(written: str, expected: str) -> None:
    begun = ("condition", "selector", "unknown criterion")
    about = expected if expected.startswith(begun) else f'condition "{written}": {expected}'
    assert said(text(written)) == [f'stage "ko": {about}']

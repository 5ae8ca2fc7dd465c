"""Draws and lookups: boxes filled by lot, or from a printed table."""

import pytest

from liguilla.formats import Apart, Draw, Entered, FactIs, Lookup, Pot, Selector, check_format
from tests.formats.shelves import GROUPS, LEAGUE, Shelf, built, cup, pointed, said

KNOW = "teams: {count: 16, know: {pot: [1, 2], country: any, host: [yes, no], rank: low}}"


def draw(keys: str) -> str:
    return cup(f"  - {{id: draw, kind: draw, {keys}}}\n").replace("teams: 16", KNOW)


def test_each_pot_puts_one_of_its_teams_into_every_box_it_lists() -> None:
    stage = built(
        draw(
            "pots: [{teams: teams where pot 1, into: [1, 2]}, {teams: teams where pot 2, into: [1, 2, 3]}], "
            "procedure: sequential, apart: [{by: country, at_most: 2, at_least: 1, except: {ESP: 3}, unless: host yes}]"
        )
    ).stages["draw"]
    assert isinstance(stage, Draw)
    assert stage.pots == (
        Pot(Selector((Entered((FactIs("pot", "1"),)),), text="teams where pot 1"), ("1", "2")),
        Pot(Selector((Entered((FactIs("pot", "2"),)),), text="teams where pot 2"), ("1", "2", "3")),
    )
    assert stage.apart == (Apart("country", 2, 1, {"ESP": 3}, ("host", "yes")),)
    assert stage.procedure == "sequential"


def test_boxes_stand_in_the_order_of_the_pot_that_fills_most_of_them() -> None:
    stage = built(draw("pots: [{teams: teams where host yes, into: [B]}, {teams: teams where pot 1, into: [A, B, C]}]"))
    host_first = stage.stages["draw"]
    assert isinstance(host_first, Draw)
    assert host_first.boxes == ("A", "B", "C")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("pots: [{teams: teams, into: [A, B]}]", ": pots[0]: 16 teams into 2 places; they must be as many"),
        ("pots: []", ", pots: the list is empty"),
        ("pots: [{teams: teams where pot 1, into: []}]", ", pots[0], into: the list is empty"),
        ("pots: [{teams: teams where pot 1}]", ', pots[0]: "into" is missing'),
        (
            "pots: [{teams: teams where pot 1, into: [A]}], procedure: random",
            ", procedure: 'random' is not one of 'uniform' or 'sequential'",
        ),
        (
            "pots: [{teams: teams where pot 1, into: [A]}], apart: [{by: land}]",
            ': apart: no fact "land" is declared under teams, know',
        ),
        (
            "pots: [{teams: teams where pot 1, into: [A]}], apart: [{by: country, unless: host si}]",
            ': apart, unless: "si" is not a value of host; it is one of yes, no',
        ),
        (
            "pots: [{teams: teams where pot 1, into: [A]}], apart: [{by: country, unless: host}]",
            ': apart, unless: write a fact and its value, such as "qualifier yes", not "host"',
        ),
        (
            "pots: [{teams: teams where pot 1, into: [A]}], apart: [{by: country, at_least: 2}]",
            ": apart: at least 2 and at most 1 can't both be",
        ),
    ],
)
def test_what_a_draw_cannot_be_is_said(keys: str, expected: str) -> None:
    assert said(draw(keys)) == [f'stage "draw"{expected}']


THIRDS = GROUPS + "  - {id: thirds, kind: table, entrants: each group 3, matches: group, rank_by: [points, lots]}\n"


def lookup(keys: str) -> str:
    return cup(f"{THIRDS}  - {{id: third_for, kind: lookup, entrants: thirds 1-2, columns: [1X, 1Y], {keys}}}\n")


ROWS = "AB: [A, B], AC: [C, A], AD: [A, D], BC: [B, C], BD: [D, B], CD: [C, D]"


def test_the_groups_the_entrants_come_from_choose_the_row() -> None:
    stage = built(lookup(f"rows: {{{ROWS}}}")).stages["third_for"]
    assert isinstance(stage, Lookup)
    assert stage.rows[("B", "D")] == ("D", "B")
    assert len(stage.rows) == 6


def test_a_cell_may_name_the_position_too_and_a_key_its_labels_in_any_order() -> None:
    stage = built(lookup(f"rows: {{{ROWS.replace('BD: [D, B]', 'DB: [3D, 3B]')}}}")).stages["third_for"]
    assert isinstance(stage, Lookup)
    assert stage.rows[("B", "D")] == ("D", "B")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", ['stage "third_for": say either `rows` or `csv`']),
        (f"csv: t.csv, rows: {{{ROWS}}}", ['stage "third_for": say either `rows` or `csv`, not both']),
        (
            f"rows: {{{ROWS.replace('AB: [A, B]', 'AB: [A, A]')}}}",
            ['stage "third_for", rows, AB: the row gives AA; it must use each of AB once'],
        ),
        (
            f"rows: {{{ROWS.replace('AB: [A, B]', 'AB: [A]')}}}",
            ['stage "third_for", rows, AB: 1 entry for 2 columns'],
        ),
        (
            f"rows: {{{ROWS.replace('AB: [A, B], ', '')}}}",
            ['stage "third_for": 5 rows; 2 of 4 groups can be chosen in 6 ways, and every one needs its row'],
        ),
        (
            f"rows: {{{ROWS.replace('CD: [C, D]', 'DC: [C, D], CD: [D, C]')}}}",
            ['stage "third_for", rows, CD: a row for the same groups stands above'],
        ),
        ("csv: t.csv", ['stage "third_for": no file t.csv beside this format']),
        ("csv: ../t.csv", ['stage "third_for": no file ../t.csv beside this format']),
        (
            f"rows: {{{ROWS}}}".replace("entrants", "entrants") + ", columns_: 1",
            ['stage "third_for", columns_: unknown key "columns_". Did you mean "columns"?'],
        ),
    ],
)
def test_what_a_lookup_cannot_be_is_said(keys: str, expected: list[str]) -> None:
    assert said(lookup(keys)) == expected


def test_as_many_entrants_as_columns() -> None:
    assert said(lookup(f"rows: {{{ROWS}}}").replace("thirds 1-2", "thirds 1-3")) == [
        'stage "third_for": 3 entrants for 2 columns; they must be as many'
    ]


def beside(csv: str) -> list[str]:
    found = check_format("cup", Shelf({"cup": lookup("csv: t.csv")}, {"t.csv": csv}))
    return [problem.line() for problem in found]


CSV = "thirds,1X,1Y\nAB,3A,3B\nAC,3C,3A\nAD,3A,3D\nBC,3B,3C\nBD,3D,3B\nCD,3C,3D\n"


def test_rows_may_stand_in_a_file_beside_the_format() -> None:
    assert beside(CSV) == []
    assert beside(CSV.replace("1X", "1Z")) == [
        't.csv:1:1: stage "third_for": the header gives 1Z, 1Y; the columns are 1X, 1Y'
    ]
    assert beside(CSV.replace("AD,3A,3D", "AD,3A,3A")) == [
        't.csv:4:1: stage "third_for", rows, AD: the row gives AA; it must use each of AD once'
    ]
    assert beside("") == ['t.csv:1:1: stage "third_for": the header gives nothing; the columns are 1X, 1Y']


def test_a_missing_row_is_said_where_the_rows_are() -> None:
    text = lookup(f"rows: {{{ROWS.replace('AB: [A, B], ', '')}}}")
    assert pointed(text)[0].startswith("9:82: ")
    assert said(cup(LEAGUE)) == []

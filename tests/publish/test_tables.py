"""Tables as people read them."""

from textwrap import dedent

from liguilla.facts import Deduction
from liguilla.publish import play_page, table_page
from tests.playing import league, played
from tests.publish.conftest import Season

CIRCLE = ("A 2-1 B", "B 2-1 C", "C 2-1 A")

TWO_GROUPS = """
    teams: {count: 4, know: {half: [A, B]}}
    stages:
      - {id: group, kind: league, groups: {by: half}, meetings: 1, rank_by: [points, lots]}
      - {id: best, kind: table, entrants: each group 1, matches: group, rank_by: [points, lots]}
      - {id: split, kind: league, meetings: 1, rank_by: [points, lots], groups: {low: group A 2 + group B 2}}
    outcomes: {champion: best 1, relegated: group B last}
"""
HALVES = {name: {"half": half} for name, half in zip("ABCD", "AABB", strict=True)}


def below_title(page: str) -> str:
    """Return a page without the title of the competition, its underline and what frames it."""
    return page.split("\n\n", 1)[1]


def as_printed(text: str) -> str:
    return dedent(text).strip("\n")


def test_a_thin_line_parts_positions_that_lead_elsewhere(season: Season) -> None:
    lines = table_page(season().tournaments["apertura"]).plain.splitlines()
    above = [lines[number - 1].split()[0] for number, line in enumerate(lines) if line and set(line) == {"─"}]
    assert above == ["1", "7"]
    assert "1: straight to the semifinals · 2-7: quarterfinals" in lines


def test_level_teams_are_not_parted_by_a_line_and_say_so() -> None:
    state = league("points, goal_difference, lots", *CIRCLE)
    assert below_title(play_page(state).plain) == as_printed("""
        Table
        Pos  Team  Pld  W  D  L  GF  GA  GD  Pts  Decided by
          1  A       2  1  0  1   3   3   0    3  level
          1  B       2  1  0  1   3   3   0    3  level
          1  C       2  1  0  1   3   3   0    3  level
        1: champions

        Champions: A, B and C are level in places 1 to 3: lots have to be drawn

        Unresolved
        Table, Champions: A, B and C are level in places 1 to 3: lots have to be drawn
    """)


def test_an_unfinished_table_says_so_and_what_is_certain() -> None:
    stage = "meetings: 1"
    state = league("points, lots", "A 1-0 B", "A 1-0 C", "A 1-0 D", "B 1-0 C", names="A B C D", stage=stage)
    assert below_title(table_page(state).plain) == as_printed("""
        Table  ·  4 of 6 matches played
        Pos  Team  Pld  W  D  L  GF  GA  GD  Pts  Can end
          1  A       3  3  0  0   3   0  +3    9  1
        ─────────────────────────────────────────────────
          2  B       2  1  0  1   1   1   0    3  2-4
          3  C       2  0  0  2   0   2  -2    0  2-4
          3  D       1  0  0  1   0   1  -1    0  2-4
        Certain to be first: A
        Can't be first any more: B, C, D
        1: champions
    """)


def test_a_table_before_its_first_match_has_no_lines() -> None:
    page = table_page(league("points, lots", names="A B C D", stage="meetings: 1")).plain
    assert "Table  ·  no match played yet" in page
    assert "─" not in page


def test_a_table_that_waits_says_for_what(season: Season) -> None:
    assert "Quotient table\nWaiting for matches of 2 earlier seasons" in table_page(season()).plain
    assert "Tabla de cocientes\nEn espera de partidos de 2 temporadas anteriores" in table_page(season(), "es").plain


def test_groups_stand_in_the_same_columns_and_say_where_their_own_positions_lead() -> None:
    results = {"group": "A 12-0 B\nC 1-0 D"}
    assert below_title(table_page(played(TWO_GROUPS, HALVES, results)).plain).startswith(
        as_printed("""
        Group stage

        Group A
        Pos  Team  Pld  W  D  L  GF  GA   GD  Pts
          1  A       1  1  0  0  12   0  +12    3
        ─────────────────────────────────────────
          2  B       1  0  0  1   0  12  -12    0
        1: best · 2: split, group low

        Group B
        Pos  Team  Pld  W  D  L  GF  GA   GD  Pts
          1  C       1  1  0  0   1   0   +1    3
        ─────────────────────────────────────────
          2  D       1  0  0  1   0   1   -1    0
        1: best · 2: split, group low · 2: relegated

        Best
        """)
    )


def test_points_by_decision_are_named() -> None:
    deduction = Deduction(stage="table", team="B", points=-3)
    page = table_page(league("points, lots", "A 1-0 B", decisions=[deduction])).plain
    assert "  2  B       1  0  0  1   0   1  -1   -3" in page
    assert "B: -3 points by decision" in page


def test_what_decided_the_order_is_said_in_full_where_there_is_no_room_for_a_column(season: Season) -> None:
    page = play_page(season(), "es", 40).plain
    assert "Desempate" not in page
    assert "La Piedad antes que Dorados: diferencia\n  de goles +5 a +1" in page


def test_a_long_name_goes_on_in_a_second_line() -> None:
    name = "Club Social y Deportivo Almirante Guillermo Brown de Puerto Madryn y Rawson"
    assert below_title(table_page(league("points, lots", f"{name} 1-0 B")).plain) == as_printed("""
        Table
        Pos  Team                                          Pld  W  D  L  GF  GA  GD  Pts
          1  Club Social y Deportivo Almirante Guillermo     1  1  0  0   1   0  +1    3
             Brown de Puerto Madryn y Rawson
        ────────────────────────────────────────────────────────────────────────────────
          2  B                                               1  0  0  1   0   1  -1    0
        1: champions
    """)

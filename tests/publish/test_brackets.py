"""How brackets are drawn, and when they are not."""

from textwrap import dedent

import pytest

from liguilla.engine import State
from liguilla.publish import bracket_page
from tests.playing import cup, played
from tests.publish.conftest import Season

SINGLE = "pairing: bracket\nhosts: better_seed\ndecide_by: [score, extra_time, shoot_out]\nrounds: as_needed\n"

HALVES = {name: {"half": half} for name, half in zip("ABCD", "AABB", strict=True)}
CROSSED = """
    teams: {count: 4, know: {half: [A, B]}}
    stages:
      - {id: group, kind: league, groups: {by: half}, meetings: 1, rank_by: [points, lots]}
      - id: cup
        kind: knockout
        decide_by: [score, shoot_out]
        hosts: neutral
        rounds:
          - {id: semifinals, ties: [{id: S1, teams: group A 1 + group B 2}, {id: S2, teams: group B 1 + group A 2}]}
          - {id: third_place, teams: losers semifinals}
          - {id: final, teams: winners semifinals}
    outcomes: {champion: winner final}
"""

TWO_LIVES = """
    stages:
      - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}
      - id: finals
        kind: knockout
        seeds: table
        hosts: first
        decide_by: [score, shoot_out]
        rounds:
          - {id: week_one, ties: [{id: Q, teams: table 1-2}, {id: E, teams: table 3-4}]}
          - {id: week_two, ties: [{id: S, teams: loser Q + winner E}]}
          - {id: final, teams: winner Q + winner S}
    outcomes: {champion: winner final}
"""


def drawn(state: State, width: int = 80, language: str = "en") -> str:
    """Return the drawing of the last knock-out, with the names of its rounds."""
    lines = bracket_page(state, language, width).plain.splitlines()
    strokes = [number for number, line in enumerate(lines) if set(line) & set("┐├┘│")]
    # Above the first stroke a team may stand alone; above that is an empty line, and the names of the rounds.
    first = max(number for number in range(strokes[0] + 1) if not lines[number]) - 1
    return "\n".join(lines[first : strokes[-1] + 1])


def as_drawn(text: str) -> str:
    return dedent(text).strip("\n")


def test_lines_lead_from_a_tie_to_where_its_winner_plays_next() -> None:
    state = cup(SINGLE, "A B C D", semifinals="A 2-0 D\nB 0-1 C", final="A 1-3 C")
    assert drawn(state) == as_drawn("""
        Semifinals  Final

        1 A    2 ┐
                 ├─ 1 A 1 ┐
        4 D    0 ┘        │
                          ├─ C
        2 B    0 ┐        │
                 ├─ 3 C 3 ┘
        3 C    1 ┘
    """)


def test_a_team_with_a_bye_begins_in_the_second_column() -> None:
    assert drawn(cup(SINGLE, "A B C", semifinals="B 1-0 C")) == as_drawn("""
        Semifinals  Final

                    1 A ┐
                        │
        2 B    1 ┐      │
                 ├─ 2 B ┘
        3 C    0 ┘
    """)


def test_a_winner_that_rests_is_led_past_the_next_round() -> None:
    table = "A 1-0 B\nA 1-0 C\nA 1-0 D\nB 1-0 C\nB 1-0 D\nC 1-0 D"
    results = {"finals.week_one": "A 2-1 B\nC 2-1 D", "finals.week_two": "B 3-0 C", "finals.final": "A 0-1 B"}
    assert drawn(played(TWO_LIVES, "A B C D", {"table": table, **results})) == as_drawn("""
        Week one  Week two  Final

        1 A  2 ┐
               ├─────────── 1 A 0 ┐
        2 B  1 ┘                  │
                                  ├─ B
                  2 B  3 ┐        │
                         ├─ 2 B 1 ┘
        3 C  2 ┐         │
               ├─ 3 C  0 ┘
        4 D  1 ┘
    """)


def test_open_sides_of_listed_ties_say_where_teams_come_from() -> None:
    state = played(CROSSED, HALVES, {})
    assert drawn(state) == as_drawn("""
        Semifinals  Final

        1A       ┐
                 ├─ ?   ┐
        2B       ┘      │
                        │
        1B       ┐      │
                 ├─ ?   ┘
        2A       ┘
    """)
    assert "S1: 1st in group A – 2nd in group B" in bracket_page(state).plain
    assert "S1: 1.º del grupo A – 2.º del grupo B" in bracket_page(state, "es").plain


def test_a_match_for_the_third_place_is_no_part_of_the_drawing() -> None:
    page = bracket_page(played(CROSSED, HALVES, {})).plain
    assert "Third-place match\n  loser of S1 – loser of S2\n\nFinal\n  winner of S1 – winner of S2" in page


@pytest.mark.parametrize(
    ("final", "note", "spanish"),
    [
        ("A 1-1 B (2-1 aet)", "aet", "t. e."),
        ("A 1-1 B (1-1 aet, 3-4 pens)", "pens 4-3", "penales 4-3"),
        ("A 1-1 B (1-1 aet, B on pens)", "pens", "penales"),
    ],
)
def test_what_decided_a_tie_stands_between_its_teams(final: str, note: str, spanish: str) -> None:
    state = cup(SINGLE, "A B C", semifinals="B 1-0 C", final=final)
    assert note in drawn(state)
    assert spanish in drawn(state, language="es")


def test_both_legs_stand_before_the_aggregate(season: Season) -> None:
    drawing = drawn(season().tournaments["apertura"])
    assert "1 Necaxa     1 2  3┐" in drawing
    assert "├─7 Dorados    1 2  3┘" in drawing


def test_after_a_new_pairing_lines_are_those_of_who_met_whom(season: Season) -> None:
    lines = drawn(season().tournaments["apertura"]).splitlines()
    first_column = [line.split()[1] for line in lines if line[:1].isdigit()]
    assert first_column == ["Lobos", "Mérida", "Estudiantes", "La", "Neza", "Dorados"]


def test_before_a_new_pairing_no_line_is_drawn(season: Season) -> None:
    drawing = drawn(season("2012-11-10").tournaments["apertura"])
    assert "├─ one of the winners" not in drawing
    assert "one of the winners of the quarterfinals ┘" in drawing
    assert "├─ ?   ┐" in drawing  # while two ties lead to a final, whoever plays them


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_a_bracket_of_128_stays_on_the_page(width: int) -> None:
    names = ",".join(f"Team {number}" for number in range(1, 129))
    results = "\n".join(f"Team {number} 1-0 Team {129 - number}" for number in range(1, 65))
    lines = bracket_page(cup(SINGLE, names, round_of_128=results), width=width).plain.splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines) < 128 * 5


def test_where_not_all_rounds_fit_the_last_ones_are_drawn(season: Season) -> None:
    clausura = season().tournaments["clausura"]
    assert drawn(clausura).startswith("Quarterfinals")
    assert drawn(clausura, 44).startswith("Semifinals")
    assert "┐" not in bracket_page(clausura, width=30).plain


def test_a_single_tie_is_not_drawn(season: Season) -> None:
    page = bracket_page(season()).plain
    assert page.rpartition("\nPromotion\n\n")[2] == as_drawn("""
        Promotion final
          Neza (3) – La Piedad (11)
            First leg   15 May 2013  La Piedad 0-1 Neza
            Second leg  18 May 2013  Neza 0-1 La Piedad, aet, 3-5 pens
            1-1 on aggregate; La Piedad win 5-3 on penalties
    """)


def test_nothing_is_drawn_while_nothing_is_known() -> None:
    state = played(
        """
        stages:
          - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}
          - {id: lots, kind: draw, pots: [{teams: table 1-4, into: [A, B, C, D]}]}
          - id: cup
            kind: knockout
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds:
              - {id: semifinals, ties: [{id: S1, teams: lots A + lots B}, {id: S2, teams: lots C + lots D}]}
              - {id: final, teams: winners semifinals}
        outcomes: {}
        """,
        "A B C D",
        {},
    )
    assert "┐" not in bracket_page(state).plain
    assert "S1: lots A – lots B" in bracket_page(state).plain


def test_a_knock_out_that_is_not_played_says_why() -> None:
    state = played(
        """
        stages:
          - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, goal_difference, lots]}
          - id: decider
            kind: knockout
            when: table 1 is level with table 2
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds: [{id: match, teams: table 1-2}]
        outcomes: {champion: table 1}
        """,
        "A B",
        {"table": "A 1-0 B"},
    )
    assert bracket_page(state).plain.endswith(
        "Decider\nNot played: the rules ask for this only if table 1 is level with table 2"
    )


# ---------------------------------------------------------------------------------------- series, replays, two lives

SERIES = """
    pairing: bracket
    legs: {best_of: 3}
    hosts: [better_seed, worse_seed, better_seed]
    each_match: [score, shoot_out]
    decide_by: [wins]
    rounds: as_needed
    """
REPLAYS = "pairing: bracket\nhosts: better_seed\ndecide_by: [score, {replay: 2}, lots]\nrounds: as_needed\n"
SECOND_CHANCE = """
    lives: 2
    pairing: bracket
    drops: [reversed, same]
    hosts: neutral
    decide_by: [score, overtime]
    rounds: as_needed
    """


def round_told(state: State, heading: str, language: str = "en") -> str:
    """Return what is told of a round, below its heading."""
    page = bracket_page(state, language).plain
    return page.partition(f"\n{heading}\n  ")[2].partition("\n\n")[0]


def test_of_a_series_the_wins_are_drawn_and_every_match_is_told() -> None:
    results = ["2020-01-01 A 9-0 D", "2020-01-03 D 1-1 A (3-4 pens)", "2020-01-01 B 0-1 C", "2020-01-04 C 0-2 B"]
    state = cup(SERIES, "A B C D", semifinals=results)
    assert drawn(state) == as_drawn("""
        Semifinals  Final

        1 A    2 ┐
                 ├─ 1 A ┐
        4 D    0 ┘      │
                        │
        2 B    1 ┐      │
                 ├─ ?   ┘
        3 C    1 ┘
    """)
    assert round_told(state, "Semifinals") == as_drawn("""
        A (1) – D (4)
            Match 1  1 Jan 2020  A 9-0 D
            Match 2  3 Jan 2020  D 1-1 A, 3-4 pens
            A go through 2-0 in the series
          B (2) – C (3)
            Match 1  1 Jan 2020  B 0-1 C
            Match 2  4 Jan 2020  C 0-2 B
            Match 3              B – C
            1-1 in the series so far
    """)


def test_an_open_series_says_how_it_stands_and_what_may_not_be_needed() -> None:
    state = cup(SERIES, "A B C D", semifinals=["A 2-0 D", "D 1-1 A"])
    assert round_told(state, "Semifinales", "es") == as_drawn("""
        A (1) – D (4)
            Partido 1  A 2-0 D
            Partido 2  D 1-1 A
            Partido 3  A – D, si es necesario
            En espera de los penales del partido 2 entre A y D
            A va ganando la serie 1-0
          B (2) – C (3)
            Partido 1  B – C
            Partido 2  C – B
            Partido 3  B – C, si es necesario
    """)


def test_a_match_and_its_replays_are_drawn_with_the_goals_of_each() -> None:
    state = cup(REPLAYS, "A B C D", semifinals=["A 0-0 D", "D 1-1 A", "A 2-1 D", "B 0-0 C"])
    assert drawn(state) == as_drawn("""
        Semifinals   Final

        1 A 0 1 2 ┐
          replay  ├─ 1 A ┐
        4 D 0 1 1 ┘      │
                         │
        2 B   0 – ┐      │
                  ├─ ?   ┘
        3 C   0 – ┘
    """)
    assert "    Replay 2  A 2-1 D\n    1-1; A go through 2-1 in replay 2" in bracket_page(state).plain
    assert "    Desempate 2  A 2-1 D\n    1-1; A avanza 2-1 en el desempate 2" in bracket_page(state, "es").plain


def test_with_two_lives_the_upper_and_the_lower_bracket_are_drawn_apart() -> None:
    state = cup(
        SECOND_CHANCE, "A B C D", upper_1=["A 1-0 D", "B 0-2 C"], upper_final=["A 1-0 C"], lower_1=["B 2-1 D"],
        lower_final=["C 1-2 B"], final=["A 0-1 B"],
    )  # fmt: skip
    page = bracket_page(state).plain
    assert page.partition("Cup\n\n")[2].partition("\n\nUpper round 1\n  ")[0] == as_drawn("""
        Upper bracket
        Upper round 1  Upper final

        1 A       1 ┐
                    ├─ 1 A     1 ┐
        4 D       0 ┘            │
                                 ├─ A
        2 B       0 ┐            │
                    ├─ 3 C     0 ┘
        3 C       2 ┘

        Lower bracket
        Lower round 1  Lower final

        2 B       2 ┐
                    ├─ 2 B     2 ┐
        4 D       1 ┘            ├─ B
                                 │
                       3 C     1 ┘
    """)
    assert page.endswith("Final\n  A (1) 0-1 B (2)\n\nSecond final\n  A (1) – B (2)")
    spanish = bracket_page(state, "es").plain
    assert "Llave superior\nRonda 1 de la llave superior  Final de la llave superior\n" in spanish


def test_an_open_tie_below_says_who_comes_from_above() -> None:
    state = cup(SECOND_CHANCE, "A B C D", upper_1=["A 1-0 D", "B 0-2 C"])
    page = bracket_page(state).plain
    assert "Lower final\n  loser of A v C – winner of B v D\n" in page
    assert page.endswith("Second final\n  winner of A v C – winner of lower final")


def test_where_two_may_have_to_change_places_nobody_is_said_to_come() -> None:
    text = """
        teams: {count: 4, know: {country: any}}
        stages:
          - id: cup
            kind: knockout
            entrants: teams
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds:
              - {id: quarterfinals, pairing: in_order}
              - {id: semifinals, pairing: bracket, together: country}
        outcomes: {}
    """
    names = {name: {"country": "x"} for name in "ABCDEFGH"}
    page = bracket_page(played(text, names, {"cup.quarterfinals": ["A 1-0 B"]})).plain
    assert "winner of" not in page
    assert "both: the teams of the semifinals" in page

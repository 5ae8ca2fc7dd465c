"""Bonus points: for more than the result, and only over all matches."""

from liguilla.engine import State, play
from liguilla.facts import Annulment, Award, Withdrawal, WithdrawalRule
from tests.playing import facts_of, league, places, played, points, rules, standing, table


def with_bonus(bonus: str, *results: str, rank_by: str = "points, lots", **more: object) -> State:
    return league(rank_by, *results, stage=f"fixtures: {{by: list}}\nbonus: [{bonus}]", **more)  # type: ignore[arg-type]


# ------------------------------------------------------------------------------------------------ what brings it


def test_a_win_away_may_bring_a_point_more() -> None:
    state = with_bonus("{points: 1, for: win away}", "A 1-0 B", "C 0-1 D", "E 0-0 F")
    assert points(state) == {"D": "4", "A": "3", "E": "1", "F": "1", "B": "0", "C": "0"}
    assert {row.team: row.bonus for row in standing(state).rows if row.bonus} == {"D": 1}


def test_a_draw_away_and_a_win_at_home_may_bring_one_too() -> None:
    state = with_bonus("{points: 1/2, for: draw away}, {points: 2, for: win at home}", "A 1-0 B", "C 0-0 D")
    assert points(state) == {"A": "5", "D": "3/2", "C": "1", "B": "0"}


def test_a_close_defeat_and_many_tries_bring_points_in_rugby() -> None:
    # Of seven points difference at most; "goals_for" is what the sport counts.
    bonus = "{points: 1, for: loss by at most 7}, {points: 1, for: at least 24 goals_for}"
    state = with_bonus(bonus, "A 31-24 B", "C 20-12 D", more="points: {win: 4, draw: 2, loss: 0}")
    assert points(state) == {"A": "5", "C": "4", "B": "2", "D": "0"}


def test_a_bonus_may_take_points_away() -> None:
    state = with_bonus("{points: -1, for: draw}", "A 0-0 B", "C 1-0 A")
    assert points(state) == {"C": "3", "A": "0", "B": "0"}


def test_a_win_after_extra_time_or_by_decision_is_a_win() -> None:
    stage = "fixtures: {by: list}\neach_match: [score, extra_time]\nbonus: [{points: 1, for: win away}]"
    assert points(league("points", "A 0-0 B (0-1 aet)", stage=stage)) == {"B": "4", "A": "0"}
    award = Award(match="M1", winner="B")
    assert points(with_bonus("{points: 1, for: win away}", "M1: A v B", decisions=[award])) == {"B": "4", "A": "0"}
    annulled = Annulment(match="M1")
    assert points(with_bonus("{points: 1, for: win}", "M1: A 1-0 B", "B 0-0 A", decisions=[annulled])) == {
        "A": "1",
        "B": "1",
    }


# ------------------------------------------------------------------------------------------- where it counts


def test_a_bonus_counts_over_all_matches_but_not_between_level_teams() -> None:
    results = ["X 0-1 A", "B 1-0 X", "B 1-0 Y", "A 2-0 B", "A 0-0 Y", "X 3-0 Y"]
    bonus = "{points: -1, for: win away}"
    # A has 3 + 3 + 1 - 1 points, B 3 + 3: level, and A beat B; away from home A's win is worth three.
    state = with_bonus(bonus, *results, rank_by="points, {head_to_head: [points]}")
    assert table(state)[:2] == ["1 A (head_to_head points)", "2 B (head_to_head points)"]
    away = with_bonus(bonus, *results, rank_by="points, points away, lots")
    assert table(away)[0] == "1 A (points away)"


def test_points_per_match_have_the_bonus_in_them() -> None:
    state = with_bonus("{points: 1, for: win away}", "B 0-1 A", "C 1-0 B", rank_by="points_per_match")
    assert table(state) == ["1 A", "2 C", "3 B"]


SEASON = """
    tournaments: {one: half, two: half}
    stages:
      - {id: year, kind: table, matches: [one.table, two.table], rank_by: [points, lots]}
      - {id: away, kind: table, matches: {of: one.table, against: one.table 1}, rank_by: [points, lots]}
    outcomes: {}
    """
HALF = """
    stages:
      - id: table
        kind: league
        fixtures: {by: list}
        bonus: [{points: 1, for: win away}]
        rank_by: [points, lots]
    outcomes: {}
    """


def test_a_table_of_the_year_adds_up_the_points_that_the_tournaments_gave() -> None:
    results = {"one": ["A 0-1 B", "C 0-2 A"], "two": ["B 0-1 A"]}
    halves = {name: facts_of("A B C", {"table": lines}) for name, lines in results.items()}
    state = play(rules(SEASON, half=HALF), facts_of("A B C", {}, tournaments=halves))
    assert points(state, "year") == {"A": "8", "B": "4", "C": "0"}


def test_points_brought_along_have_the_bonus_in_them() -> None:
    rule = """
        stages:
          - id: first
            kind: league
            fixtures: {by: list}
            bonus: [{points: 1, for: win away}]
            rank_by: [points, lots]
          - id: table
            kind: league
            entrants: teams
            meetings: 1
            carry: {points: first, times: 1/2, round: up}
            rank_by: [points, rounding, lots]
        outcomes: {}
        """
    state = played(rule, "A B", {"first": ["A 0-1 B", "A 1-0 B"], "table": ["A 1-0 B"]})
    assert points(state, "first") == {"B": "4", "A": "3"}
    assert points(state) == {"A": "5", "B": "2"}


# ------------------------------------------------------------------------------ only in a common number of matches

COMMON = "{points: 1, for: win away, matches: common_number}"


def test_only_as_many_matches_away_count_as_every_team_has() -> None:
    # A is away three times, B twice, C once: only the first match away brings the point.
    results = [
        "2021-08-01 B 0-1 A",
        "2021-08-08 C 0-1 A",
        "2021-08-15 B 0-1 A",
        "2021-08-01 C 0-0 B",
        "2021-08-22 C 0-1 B",
        "2021-08-29 A 0-1 C",
    ]
    state = with_bonus(COMMON, *results)
    assert {row.team: row.bonus for row in standing(state).rows} == {"A": 1, "B": 0, "C": 1}


def test_the_first_matches_are_those_that_were_played_first_whatever_the_order_of_rows() -> None:
    results = ["2021-08-15 B 0-1 A", "2021-08-01 C 0-0 A", "2021-08-02 A 0-0 B", "2021-08-03 A 0-0 C"]
    state = with_bonus(COMMON, *results)
    assert {row.team: row.bonus for row in standing(state).rows if row.bonus} == {}
    first = with_bonus(COMMON, "2021-08-15 B 0-0 A", "2021-08-01 C 0-1 A", *results[2:])
    assert {row.team: row.bonus for row in standing(first).rows if row.bonus} == {"A": 1}


def test_matches_still_to_be_played_are_among_those_that_a_team_has() -> None:
    results = ["2021-08-01 B 0-1 A", "2021-08-08 C 0-1 A", "2021-08-29 A v B", "2021-09-05 C v B", "2021-08-29 B v C"]
    assert {row.team: row.bonus for row in standing(with_bonus(COMMON, *results)).rows if row.bonus} == {"A": 1}
    more = [*results, "2021-09-12 A v C"]
    assert {row.team: row.bonus for row in standing(with_bonus(COMMON, *more)).rows if row.bonus} == {"A": 2}


def test_where_the_days_do_not_tell_which_matches_are_the_first_the_table_waits() -> None:
    results = ["B 0-1 A", "C 0-0 A", "A 0-0 B", "A 0-0 C"]
    state = with_bonus(COMMON, *results)
    waits = "the days of the matches of A, which say where the bonus counts"
    assert places(state) == [f"? {waits}"] * 3
    assert places(state, language="es")[0] == ("? los días de los partidos de A, que dicen dónde cuenta el punto extra")
    same = with_bonus(COMMON, "B 0-1 A", "C 0-1 A", *results[2:])
    assert {row.team: row.bonus for row in standing(same).rows if row.bonus} == {"A": 1}


def test_a_team_that_withdrew_is_none_of_those_that_all_must_have_played() -> None:
    left = Withdrawal(stage="table", team="D", rule=WithdrawalRule.ANNUL)
    results = ["2021-08-01 B 0-1 A", "2021-08-08 A 0-0 B", "2021-08-02 D 1-0 A"]
    state = with_bonus(COMMON, *results, decisions=[left])
    assert points(state) == {"A": "5", "B": "1", "D": "0"}


# ------------------------------------------------------------------------------------------------ before the end


def test_a_place_is_certain_only_when_a_bonus_cannot_change_it_either() -> None:
    stage = "meetings: 1\nbonus: [{points: 2, for: win away}]"
    results = ["A 1-0 B", "A 1-0 C", "A 0-0 D", "B 1-0 C", "B 0-0 D"]
    # A has seven points; D has two and may come to seven by a win away in its last match.
    state = league("points, lots", *results, stage=stage, names="A B C D")
    assert places(state)[0] == "? table to be complete"
    plain = league("points, lots", *results, stage="meetings: 1", names="A B C D")
    assert places(plain)[0] == "A"


def test_where_a_common_number_counts_nothing_is_certain_before_the_end() -> None:
    stage = f"meetings: 1\nbonus: [{COMMON}]"
    results = ["2021-08-01 A 1-0 B", "2021-08-02 A 1-0 C", "2021-08-03 A 1-0 D"]
    state = league("points, lots", *results, stage=stage, names="A B C D")
    assert places(state) == ["? table to be complete"] * 4

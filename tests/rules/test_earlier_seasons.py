"""Windows over several seasons: earlier seasons are facts, and a table waits for those that aren't given."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from liguilla.engine import State, explain_outcome, explain_position, play
from liguilla.facts import (
    Annulment,
    Award,
    Deduction,
    Facts,
    Match,
    OutcomeElsewhere,
    SeasonTotal,
    Team,
    WindowStart,
    Withdrawal,
    WithdrawalRule,
)
from tests.playing import (
    Lines,
    facts_of,
    is_complete,
    league,
    outcome,
    places,
    points,
    problems_of,
    rules,
    standing,
    table,
    waiting,
)

AVERAGES = """
    stages:
      - {id: liga, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
      - id: averages
        kind: table
        matches: {of: liga, seasons: 3%s}
        rank_by: [points_per_match, %s]
    outcomes: {champion: liga 1, relegated: averages last}
    """
LAST = ["A 1-0 B", "A 0-0 C"]
"""This season: A has four points in two matches, C one in one, B none in one."""


def seasons(*earlier: Lines, names: str = "A B C") -> tuple[Facts, ...]:
    """Return earlier seasons of a league, the newest first; who played in them follows from the results."""
    return tuple(facts_of(names, {"liga": results}) for results in earlier)


def averages(
    *earlier: Lines | Facts,
    decisions: tuple[Deduction | WindowStart, ...] = (),
    totals: tuple[SeasonTotal, ...] = (),
    unbroken: bool = False,
    then: str = "lots",
    now: Lines = LAST,
    names: str = "A B C",
) -> State:
    before = tuple(each if isinstance(each, Facts) else facts_of(names, {"liga": each}) for each in earlier)
    facts = facts_of(names, {"liga": now}, *decisions)
    format_ = rules(AVERAGES % (", unbroken: true" if unbroken else "", then))
    return play(format_, replace(facts, seasons_before=before, season_totals=totals))


def total(team: str, ago: int, points_: int, played: int, **more: int) -> SeasonTotal:
    return SeasonTotal("averages", ago, team, played, Fraction(points_), **more)  # type: ignore[arg-type]


def record(state: State, team: str) -> tuple[str, int]:
    """Return the points and matches of a team in the table of averages."""
    row = next(row for row in standing(state, "averages").rows if row.team == team)
    return str(row.points), row.record.played


# ---------------------------------------------------------------------------------------------------- what is given


def test_a_table_waits_for_every_season_that_is_not_given() -> None:
    assert waiting(averages())[0] == "averages: matches of 2 earlier seasons"
    assert waiting(averages(["B 1-0 A"]))[0] == "averages: matches of the season before"
    assert waiting(averages(["B 1-0 A"], []))[0] == "averages: matches of the season before"
    assert waiting(averages(["B 1-0 A"], ["C 1-0 A"])) == []
    assert outcome(averages(["B 1-0 A"]), "relegated") == "? matches of the season before"


def test_points_and_matches_of_all_the_seasons_are_added_up() -> None:
    state = averages(["B 1-0 A", "C 0-0 B"], ["B 2-0 C"])
    assert [record(state, team) for team in "ABC"] == [("4", 3), ("7", 4), ("2", 3)]
    # 7/4, 4/3, 2/3: exact fractions.
    assert table(state, "averages") == ["1 B", "2 A", "3 C"]
    assert outcome(state, "relegated") == "C"


def test_more_seasons_than_the_window_has_do_not_count() -> None:
    state = averages(["B 1-0 A"], ["B 1-0 A"], ["A 9-0 B"])
    assert record(state, "A") == ("4", 4)


def test_what_is_left_of_an_earlier_season_is_waited_for() -> None:
    state = averages(["B 1-0 A", "B v C"], ["B 2-0 C"])
    assert not is_complete(state, "averages")
    assert outcome(state, "relegated") == "? averages to be complete"


def test_decisions_about_earlier_seasons_hold_in_them() -> None:
    before = facts_of(
        "A B C",
        {"liga": ["M1: B 1-0 A", "M2: C 1-0 A", "M3: A v B"]},
        Annulment(match="M1"),
        Award(match="M2", winner="A"),
        Award(match="M3", lost_by=("A", "B")),
        Deduction(stage="liga", team="B", points=Fraction(-2)),
    )
    state = averages(before, ["B 2-0 C"])
    assert [record(state, team) for team in "ABC"] == [("7", 4), ("1", 3), ("1", 3)]


def test_a_season_in_which_a_team_withdrew_is_read_as_it_was_left() -> None:
    left = Withdrawal(stage="liga", team="C", rule=WithdrawalRule.ANNUL)
    before = facts_of("A B C", {"liga": ["C 1-0 A", "B 1-0 A"]}, left)
    assert record(averages(before, ["B 2-0 C"]), "C") == ("1", 2)


def test_a_deduction_of_this_season_s_table_is_taken_once() -> None:
    taken = Deduction(stage="averages", team="A", points=Fraction(-3))
    state = averages(["B 1-0 A"], ["B 2-0 C"], decisions=(taken,))
    assert record(state, "A") == ("1", 3)


def test_the_past_is_told_as_it_was_known() -> None:
    facts = facts_of("A B C", {"liga": ["2012-08-01 A 1-0 B"]})
    taken = Deduction(stage="liga", team="B", points=Fraction(-3), date=date(2012, 9, 1))
    before = facts_of("A B C", {"liga": ["2011-08-01 B 1-0 A"]}, taken)
    oldest = facts_of("A B C", {"liga": ["2010-08-01 B 1-0 C"]})
    facts = replace(facts, seasons_before=(before, oldest))
    format_ = rules(AVERAGES % ("", "lots"))
    assert record(play(format_, facts, as_of=date(2012, 8, 2)), "B") == ("6", 3)
    assert record(play(format_, facts, as_of=date(2012, 9, 2)), "B") == ("3", 3)


# ------------------------------------------------------------------------------------------- who comes and who goes


def test_only_the_teams_of_this_season_are_ranked() -> None:
    state = averages(["B 1-0 A", "Z 1-0 A"], ["Z 2-0 B"])
    assert {row.team for row in standing(state, "averages").rows} == {"A", "B", "C"}
    assert record(state, "A") == ("4", 4)


def test_a_promoted_team_has_only_the_seasons_since_and_its_own_number_of_matches() -> None:
    state = averages(["B 1-0 A"], ["B 1-0 A"])
    assert record(state, "C") == ("1", 1)
    # 6/3, 4/4 and 1/1.
    assert [row.position for row in standing(state, "averages").rows] == [1, 2, 2]


BACK_AGAIN = (["A 1-0 B"], ["C 3-0 A", "C 3-0 B"])
"""C was there two seasons ago, not in the last one, and is now."""


def test_where_the_window_is_unbroken_a_team_that_comes_back_counts_from_its_return() -> None:
    assert record(averages(*BACK_AGAIN, unbroken=True), "C") == ("1", 1)
    assert record(averages(*BACK_AGAIN, unbroken=False), "C") == ("7", 3)


def test_its_matches_of_then_still_count_for_those_it_met() -> None:
    state = averages(*BACK_AGAIN, unbroken=True)
    assert record(state, "A") == ("7", 4)
    assert record(state, "B") == ("0", 3)


def test_criteria_over_some_matches_know_for_whom_each_of_them_counts() -> None:
    results = (["A 1-0 B"], ["A 0-3 C", "C 0-0 B"])
    state = averages(*results, unbroken=True, then="goals_for away, lots", now=["A 0-0 C", "B 0-0 C", "A 0-0 B"])
    # C's three goals away of two seasons ago are none of its run.
    row = next(row for row in standing(state, "averages").rows if row.team == "C")
    assert row.record.goals_for == 0


def test_a_match_of_which_one_run_has_ended_is_none_between_the_two() -> None:
    results = (["A 1-0 B"], ["C 3-0 A"])
    now = ["A 0-0 C", "B 0-0 C", "A 1-0 B"]
    broken = averages(*results, unbroken=True, then="{head_to_head: [goals_for]}, lots", now=now)
    assert "head_to_head" not in " ".join(table(broken, "averages"))


def test_a_window_starts_again_from_zero_by_decision() -> None:
    """Since 2020-21 the last of a year starts again from zero (Liga MX, art. 24)."""
    start = WindowStart(stage="averages", team="B")
    earlier = (["B 1-0 A"], ["B 1-0 A"])
    assert record(averages(*earlier, decisions=(start,)), "B") == ("0", 1)
    last_season = facts_of("A B C", {"liga": earlier[0]}, start)
    state = averages(last_season, earlier[1])
    assert record(state, "B") == ("3", 2)
    assert record(state, "A") == ("4", 4)


def test_only_a_table_over_several_seasons_has_a_window_to_start_again() -> None:
    state = averages(["B 1-0 A"], ["B 1-0 A"], decisions=(WindowStart(stage="liga", team="B"),))
    assert problems_of(state) == ["liga looks at no earlier seasons, so no window can start again. Correct the stage"]


# ----------------------------------------------------------------------------------------------- known by totals alone

TOTALS = (total("A", 1, 10, 6), total("B", 1, 9, 6), total("A", 2, 1, 1), total("C", 2, 8, 6))


def test_an_earlier_season_may_be_given_as_totals() -> None:
    state = averages(totals=TOTALS)
    assert [record(state, team) for team in "ABC"] == [("15", 9), ("9", 7), ("9", 7)]
    assert unresolved_level(state) == ["B", "C"]
    assert problems_of(state) == []


def unresolved_level(state: State) -> list[str]:
    rows = standing(state, "averages").rows
    return [row.team for row in rows if sum(row.position == other.position for other in rows) > 1]


def test_a_season_that_only_some_of_the_totals_are_of_is_waited_for() -> None:
    state = averages(totals=tuple(each for each in TOTALS if each.seasons_ago == 1))
    assert waiting(state)[0] == "averages: matches of the season before"


def test_totals_and_matches_go_together_each_for_its_own_season() -> None:
    state = averages(["B 1-0 A"], totals=tuple(each for each in TOTALS if each.seasons_ago == 2))
    assert [record(state, team) for team in "ABC"] == [("5", 4), ("3", 2), ("9", 7)]


def test_the_season_before_may_say_what_went_before_it() -> None:
    before = replace(facts_of("A B C", {"liga": ["B 1-0 A"]}), season_totals=(total("A", 1, 5, 4),))
    assert record(averages(before), "A") == ("9", 7)


def test_a_team_without_a_total_did_not_play_in_that_season() -> None:
    assert record(averages(totals=TOTALS, unbroken=True), "C") == ("1", 1)
    assert record(averages(totals=TOTALS, unbroken=True), "A") == ("15", 9)


def test_what_a_total_does_not_say_is_not_known() -> None:
    state = averages(totals=TOTALS, then="goal_difference, lots")
    assert places(state, "averages")[1] == (
        "B/C: B and C are level in places 2 to 3: goal difference: not known for all of them"
    )
    goals = {"goals_for": 5, "goals_against": 4}
    told = tuple(total(each.team, each.seasons_ago, int(each.points), each.played, **goals) for each in TOTALS)
    assert table(averages(totals=told, then="goal_difference, lots"), "averages")[1] == "2 C (goal_difference)"


@pytest.mark.parametrize(
    "criterion", ["goals_for away", "{head_to_head: [goals_for]}", "goals_for in common", "wins of opponents", "sweep"]
)
def test_a_total_says_nothing_of_single_matches(criterion: str) -> None:
    goals = {"won": 1, "drawn": 1, "lost": 4, "goals_for": 5, "goals_against": 4}
    told = tuple(total(each.team, each.seasons_ago, int(each.points), each.played, **goals) for each in TOTALS)
    state = averages(totals=told, then=f"{criterion}, lots")
    assert "not known for all of them" in places(state, "averages")[1]


def test_figures_that_are_not_known_of_every_season_are_not_shown_as_if_they_were() -> None:
    row = standing(averages(totals=TOTALS), "averages").rows[0]
    assert (row.figure("played"), row.figure("goals_for"), row.figure("goal_difference")) == (9, None, None)


def test_totals_that_no_table_looks_at_are_reported() -> None:
    state = averages(["B 1-0 A"], ["B 1-0 A"], totals=(total("A", 1, 3, 1), total("A", 3, 3, 1)))
    assert problems_of(state) == [
        "the matches of that season are given, so this total of A is not used. Take it out",
        "averages looks at 3 season(s), this one included, and not at this one. "
        "Take the row out, or correct seasons_ago",
    ]
    twice = averages(totals=(*TOTALS, total("A", 1, 3, 1)))
    assert "the total of A of 1 season(s) ago is in None too. Delete one of the two" in problems_of(twice)
    other = averages(totals=(SeasonTotal("champions", 1, "A", 1, Fraction(3)),))
    assert 'the format has no table "champions"; those over several seasons are averages' in problems_of(other)


# --------------------------------------------------------------------------------------- tournaments inside a season

QUOTIENT = """
    tournaments: {apertura: half, clausura: half}
    stages:
      - id: quotient
        kind: table
        matches: {of: [apertura.table, clausura.table], seasons: 2, unbroken: true}
        rank_by: [points_per_match, goals_for in apertura.table, lots]
    outcomes: {relegated: quotient last}
    """
HALF = """
    stages: [{id: table, kind: league, fixtures: {by: list}, rank_by: [points, lots]}]
    outcomes: {champion: table 1}
    """


def year(apertura: list[str], clausura: list[str]) -> Facts:
    halves = {"apertura": apertura, "clausura": clausura}
    return facts_of("A B", {}, tournaments={name: facts_of("A B", {"table": each}) for name, each in halves.items()})


def test_a_season_brings_the_matches_of_all_its_tournaments() -> None:
    format_ = rules(QUOTIENT, half=HALF)
    now, before = year(["A 1-0 B"], ["A 0-0 B"]), year(["B 1-0 A"], ["B 1-0 A"])
    state = play(format_, replace(now, seasons_before=(before,)))
    assert points(state, "quotient") == {"B": "7", "A": "4"}
    assert outcome(state, "relegated") == "A"
    half_known = play(format_, replace(now, seasons_before=(year(["B 1-0 A"], []),)))
    assert waiting(half_known)[0] == "quotient: matches of the season before"


def test_a_stage_that_is_named_is_that_of_this_season() -> None:
    format_ = rules(QUOTIENT, half=HALF)
    now, before = year(["A 0-0 B"], ["A 1-0 B"]), year(["B 9-0 A"], ["A 0-0 B"])
    state = play(format_, replace(now, seasons_before=(before,)))
    # Four points in four matches each; the nine goals of the Apertura before are none of this one's.
    assert points(state, "quotient") == {"A": "5", "B": "5"}
    assert table(state, "quotient") == ["1 A", "1 B"]


# --------------------------------------------------------------------------------------------------- the season before

PREVIOUS = """
    stages:
      - {id: liga, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
      - {id: group, kind: draw, pots: [{teams: previous.liga 1-2, into: [X, Y]}]}
      - id: super_cup
        kind: knockout
        hosts: first
        decide_by: [score, better_seed]
        seeds: previous.liga
        rounds: [{id: super_final, teams: champion previous + previous.liga 2}]
      - id: table
        kind: league
        fixtures: {by: list}
        carry: {points: previous.liga, times: 1/2, round: down}
        rank_by: [points, {position_in: previous.liga}, lots]
      - id: both
        kind: table
        matches: [liga, previous.liga]
        rank_by: [points, goals_for in previous.liga, lots]
    outcomes:
      champion: liga 1
      holder: champion previous
      defended: {from: [{take: champion, when: champion is champion previous}], places: 1}
    """


def with_previous(before: Facts | None, *now: str) -> State:
    facts = facts_of("A B C", {"liga": now, "table": ["A 0-0 B", "C 0-0 B"]})
    return play(rules(PREVIOUS), replace(facts, seasons_before=(before,) if before else ()))


def test_the_season_before_is_waited_for_where_it_is_not_given() -> None:
    state = with_previous(None, "A 1-0 B")
    assert outcome(state, "holder") == "? the season before"
    assert outcome(state, "defended") == "? the season before"
    assert places(state, "table") == ["? the season before"] * 3
    assert "both: the season before" in waiting(state)


def test_its_places_outcomes_points_and_matches_may_be_used() -> None:
    before = facts_of("A B C", {"liga": ["B 2-0 A", "B 1-0 C", "C 1-0 A"]})
    state = with_previous(before, "A 1-0 B", "A 1-0 C")
    assert outcome(state, "holder") == "B"
    assert outcome(state, "champion") == "A"
    assert outcome(state, "defended") == "- not so: champion is champion previous"
    tie = state.round("super_cup", "super_final").ties[0]
    assert [place.team for place in tie.teams] == ["B", "C"]  # type: ignore[union-attr]
    assert tie.seeds == (1, 2)
    assert points(state, "table") == {"B": "5", "C": "2", "A": "1"}
    assert points(state, "both") == {"B": "6", "A": "6", "C": "3"}
    assert table(state, "both")[:2] == ["1 B (goals_for in previous.liga)", "2 A (goals_for in previous.liga)"]


def test_a_season_before_that_is_not_over_is_waited_for() -> None:
    before = facts_of("A B C", {"liga": ["B 2-0 A", "B v C"]})
    assert outcome(with_previous(before, "A 1-0 B"), "holder") == "? the season before"


def test_a_place_of_the_season_before_is_explained_without_its_matches() -> None:
    before = facts_of("A B C", {"liga": ["B 2-0 A", "B 1-0 C", "C 1-0 A"]})
    state = with_previous(before, "A 1-0 B")
    assert explain_outcome(state, "holder").because[0].matches == ()
    assert explain_position(state, "B", "table").because


def test_an_earlier_season_looks_back_itself() -> None:
    rule = """
        stages:
          - {id: liga, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - {id: two, kind: table, matches: {of: liga, seasons: 2}, rank_by: [points, lots]}
        outcomes: {champion: liga 1, relegated_then: previous.two last}
        """
    facts = facts_of("A B", {"liga": ["A 1-0 B"]})
    earlier = seasons(["A 1-0 B"], ["B 1-0 A", "B 1-0 A"], names="A B")
    assert outcome(play(rules(rule), replace(facts, seasons_before=earlier)), "relegated_then") == "A"
    state = play(rules(rule), replace(facts, seasons_before=earlier[:1]))
    assert outcome(state, "relegated_then") == "? the season before"


# -------------------------------------------------------------------------------------------------- names, and changes


def test_a_team_that_had_another_name_is_the_same_where_its_row_says_so() -> None:
    before = facts_of("Jaguares B", {"liga": ["Jaguares 1-0 B"]})
    facts = replace(
        facts_of("A B", {"liga": ["A 0-0 B"]}),
        teams=(Team("Chiapas", ("Jaguares",)), Team("B")),
        matches=(replace(facts_of("A B", {"liga": ["A 0-0 B"]}).matches[0], home="Chiapas"),),
        seasons_before=(before, before),
    )
    state = play(rules(AVERAGES % (", unbroken: true", "lots")), facts)
    assert record(state, "Chiapas") == ("7", 3)


def test_a_name_that_differs_in_accents_only_is_taken_for_another_and_reported() -> None:
    earlier = seasons(["Mérida 1-0 B"], ["Mérida 1-0 B"], names="Mérida B")
    facts = replace(facts_of("Merida B", {"liga": ["Merida 0-0 B"]}), seasons_before=earlier)
    state = play(rules(AVERAGES % (", unbroken: true", "lots")), facts)
    assert record(state, "Merida") == ("1", 1)
    assert problems_of(state) == [
        '"Mérida" of an earlier season is taken as another team than "Merida". '
        "If it is the same, write its name among the other_names of Merida"
    ]


def test_a_corrected_result_of_an_earlier_season_is_one_changed_fact() -> None:
    state = averages(["B 1-0 A"], ["B 2-0 C"])
    before = state.facts.seasons_before[0]
    corrected: Match = replace(before.matches[0], home="A", away="B")
    facts = replace(state.facts, seasons_before=(before.with_matches([corrected]), state.facts.seasons_before[1]))
    again = play(state.format, facts, after=state)
    assert record(again, "A") == ("7", 3)
    assert again == play(state.format, facts)
    without = replace(facts, seasons_before=())
    assert play(state.format, without, after=again) == play(state.format, without)
    assert play(state.format, facts, after=again) == again


def test_what_another_competition_says_of_the_season_is_not_asked_of_the_one_before() -> None:
    rule = """
        other_competitions: {cup: [winner_of_cup]}
        stages: [{id: liga, kind: league, fixtures: {by: list}, rank_by: [points, lots]}]
        outcomes: {champion: liga 1, invited: [winner_of_cup cup, champion previous]}
        """
    won = OutcomeElsewhere(competition="cup", outcome="winner_of_cup", team="Z")
    state = play(rules(rule), facts_of("A B", {"liga": ["A 1-0 B"]}, won))
    assert outcome(state, "invited") == "Z"


def test_a_league_may_have_a_window_of_its_own_seasons() -> None:
    assert is_complete(league("points, lots", "A 1-0 B"))
    rule = """
        stages:
          - {id: first, kind: league, fixtures: {by: list}, rank_by: [points, lots]}
          - id: liga
            kind: league
            fixtures: {by: list}
            matches: {of: first, seasons: 2}
            rank_by: [points, lots]
        outcomes: {}
        """
    facts = facts_of("A B", {"first": ["A 1-0 B"], "liga": ["A 0-0 B"]})
    before = facts_of("A B", {"first": ["B 1-0 A"], "liga": ["B 9-0 A"]})
    state = play(rules(rule), replace(facts, seasons_before=(before,)))
    assert points(state, "liga") == {"A": "4", "B": "4"}

"""Records of brackets-manager.js: what they say of stages, rounds and matches, and what of it can't be kept."""

import json

import pytest

from liguilla.facts import Status
from liguilla.notation.results.brackets_manager import read, recognises
from liguilla.notation.results.records import RecordedMatch, Results
from tests.notation.results.bracket_tables import Tables, export, stage
from tests.notation.results.reading import matches, only, said, unread


def brief(match: RecordedMatch) -> str:
    """Return a match in a line."""
    won = match.awarded_to and f"for {match.awarded_to}"
    end = match.score or won or ("for nobody" if match.lost_by_both else match.status.value)
    return f"{', '.join(match.headings)}: {match.home} - {match.away} {end}"


def results_of(tables: Tables) -> Results:
    return only(read(export(tables), "cup.json"))


def lines_of(kind: str, lines: str) -> list[str]:
    return [brief(match) for match in results_of(stage(kind, lines)).matches]


SINGLE = """
    1.1 Ana v -
    1.1 Dan 2-1 Eve
    1.1 Bea 2-0 Gus
    1.1 Cat 0-2 Fay
    1.2 Ana 2-1 Dan
    1.2 Bea 1-2 Fay
    1.3 Ana v Fay
    2.1 Dan v Bea
"""


def test_it_is_told_by_its_tables() -> None:
    assert recognises("db.json", export(stage("single_elimination", SINGLE)))
    # The export for a viewer has the same tables in another order.
    assert recognises("data.json", '{"stage": [], "group": [], "round": [], "match": [], "match_game": []}')
    assert not recognises("a.json", '{"matches": [{"team1": "Leeds", "team2": "Bury"}]}')
    assert not recognises("a.json", '{"stage": []}')
    assert not recognises("a.json", "")


def test_rounds_are_called_by_how_many_follow() -> None:
    assert lines_of("single_elimination", SINGLE) == [
        "Quarter-finals: Dan - Eve 2-1",
        "Quarter-finals: Bea - Gus 2-0",
        "Quarter-finals: Cat - Fay 0-2",
        "Semi-finals: Ana - Dan 2-1",
        "Semi-finals: Bea - Fay 1-2",
        "Final: Ana - Fay scheduled",
        "Third place match: Dan - Bea scheduled",
    ]


def test_the_second_group_of_two_lives_is_the_lower_bracket_and_the_third_has_the_finals() -> None:
    lines = lines_of(
        "double_elimination",
        """
        1.1 Ana 2-0 Dan
        1.1 Bea 2-1 Cat
        1.2 Ana 1-2 Bea
        2.1 Dan 0-2 Cat
        2.2 Ana 2-0 Cat
        3.1 Bea 1-2 Ana
        3.2 Bea 0-2 Ana
        """,
    )
    assert [line.partition(":")[0] for line in lines] == [
        "Upper round 1", "Upper round 1", "Upper final", "Lower round 1", "Lower final", "Final", "Second final",
    ]  # fmt: skip


def test_a_second_final_that_nobody_needs_is_left_out_and_said() -> None:
    """The library makes it ready, whoever won the first."""
    tables = stage("double_elimination", "1.1 Ana 2-0 Bea\n2.1 Bea 2-0 Cat\n3.1 Ana 2-0 Bea\n3.2 Ana v Bea")
    reading = read(export(tables), "cup.json")
    assert [match.headings for match in matches(reading)] == [("Upper final",), ("Lower final",), ("Final",)]
    assert said(reading.problems, notes=True) == [
        "cup.json: a second final was left out: who came unbeaten to the first one won it"
    ]
    needed = stage("double_elimination", "1.1 Ana 2-0 Bea\n2.1 Bea 2-0 Cat\n3.1 Ana 0-2 Bea\n3.2 Ana v Bea")
    assert len(results_of(needed).matches) == 4


def test_groups_of_a_round_robin_are_headings_where_there_are_several() -> None:
    assert lines_of("round_robin", "1.1 Ana 1-1 Bea\n1.2 Bea 0-2 Cat\n1.3 Cat v Ana") == [
        "Matchday 1: Ana - Bea 1-1",
        "Matchday 2: Bea - Cat 0-2",
        "Matchday 3: Cat - Ana scheduled",
    ]
    assert lines_of("round_robin", "1.1 Ana 1-0 Bea\n2.1 Cat 1-0 Dan") == [
        "Group 1, Matchday 1: Ana - Bea 1-0",
        "Group 2, Matchday 1: Cat - Dan 1-0",
    ]


@pytest.mark.parametrize(
    ("between", "end"),
    [
        ("2-1", "2-1"),
        ("w/o", "for Ana"),
        ("><", "for nobody"),
        (">", "for Ana"),
        ("1-0*", "scheduled"),
        ("v", "scheduled"),
    ],
)
def test_how_a_match_ended(between: str, end: str) -> None:
    assert lines_of("single_elimination", f"1.1 Ana {between} Bea") == [f"Final: Ana - Bea {end}"]


def test_a_winner_counts_more_than_a_score_that_says_otherwise() -> None:
    """Points of a time trial, where fewer are better, or a score that was level when somebody decided."""
    for score in ("1-2", "1-1"):
        tables = stage("single_elimination", f"1.1 Ana {score} Bea")
        tables["match"][0]["opponent1"]["result"], tables["match"][0]["opponent2"]["result"] = "win", "loss"
        (match,) = results_of(tables).matches
        assert (match.awarded_to, match.score, match.note) == ("Ana", None, score)


def test_a_drawn_match_is_a_score_that_is_level() -> None:
    (match,) = results_of(stage("round_robin", "1.1 Ana 1-1 Bea")).matches
    assert (match.status, match.score, match.awarded) == (Status.PLAYED, (1, 1), False)


def test_games_are_kept_with_the_match_they_make() -> None:
    reading = read(export(stage("single_elimination", "1.1 Ana 2-1 Bea: 16-3 7-16 16-9")), "cup.json")
    (match,) = matches(reading)
    assert match.score == (2, 1)
    assert match.games == ((16, 3), (7, 16), (16, 9))
    assert said(reading.problems, notes=True) == [
        "cup.json: one match is made of games or sets: its score is that of the games won"
    ]


def test_a_game_that_was_not_needed_is_none() -> None:
    tables = stage("single_elimination", "1.1 Ana 2-0 Bea: 16-3 16-7 v")
    (match,) = results_of(tables).matches
    assert match.games == ((16, 3), (16, 7))


def test_games_of_which_one_has_no_score_say_nothing() -> None:
    tables = stage("single_elimination", "1.1 Ana 2-0 Bea: 16-3 >")
    (match,) = results_of(tables).matches
    assert (match.score, match.games) == ((2, 0), ())


def test_a_score_of_a_match_that_is_not_over_is_none() -> None:
    tables = stage("single_elimination", "1.1 Ana 2-1* Bea")
    for status, score in ((2, None), (3, None), (4, (2, 1)), (5, (2, 1))):
        tables["match"][0]["status"] = status
        assert [match.score for match in results_of(tables).matches] == [score]


def test_teams_stand_in_the_order_of_their_seeds_and_the_sheet_is_kept() -> None:
    tables = stage("single_elimination", "1.1 Dan 2-0 Ana\n1.1 Cat 2-0 Bea\n1.2 Dan 2-0 Cat")
    for match, seeds in zip(tables["match"], ((4, 1), (3, 2)), strict=False):
        for side, seed in zip(("opponent1", "opponent2"), seeds, strict=True):
            match[side]["position"] = seed
    results = results_of(tables)
    assert results.teams == ("Ana", "Bea", "Cat", "Dan")
    assert results.team_facts["Dan"] == {"seed": "4"}
    assert results.lines == ("Dan", "Ana", "Cat", "Bea")


def test_byes_are_kept_and_stand_on_the_sheet() -> None:
    results = results_of(stage("single_elimination", SINGLE))
    assert [(bye.team, bye.headings) for bye in results.byes] == [("Ana", ("Quarter-finals",))]
    assert results.lines == ("Ana", None, "Dan", "Eve", "Bea", "Gus", "Cat", "Fay")


def test_a_bracket_that_is_far_too_large_begins_with_its_first_match() -> None:
    lines = "1.1 Ana v -\n1.1 Bea v -\n1.1 Cat v -\n1.1 Dan v -\n1.2 Ana 1-0 Bea\n1.2 Cat 1-0 Dan\n1.3 Ana 1-0 Cat"
    lower = "2.1 - v -\n2.1 - v -\n2.2 Bea v -\n2.2 Dan v -\n2.3 Bea 1-0 Dan\n2.4 Cat 1-0 Bea\n3.1 Ana 1-0 Cat"
    assert [line.partition(":")[0] for line in lines_of("double_elimination", f"{lines}\n{lower}")] == [
        "Upper round 1", "Upper round 1", "Upper final", "Lower round 1", "Lower final", "Final",
    ]  # fmt: skip


def test_an_open_place_makes_no_match_and_no_sheet() -> None:
    results = results_of(stage("single_elimination", "1.1 Ana v ?\n1.1 Bea 1-0 Cat\n1.2 ? v Bea"))
    assert [brief(match) for match in results.matches] == ["Semi-finals: Bea - Cat 1-0"]
    assert results.lines == ()


def test_stages_of_a_tournament_are_headings_where_there_are_several() -> None:
    tables = stage("round_robin", "1.1 Ana 1-0 Bea", name="Groups")
    results = results_of(stage("single_elimination", "1.1 Bea 1-0 Ana", name="Playoffs", into=tables))
    assert results.competition == "Groups – Playoffs"
    assert [match.headings for match in results.matches] == [("Groups", "Matchday 1"), ("Playoffs", "Final")]


def test_tournaments_are_competitions_of_their_own() -> None:
    tables = stage("round_robin", "1.1 Ana 1-0 Bea", name="Spring")
    tables = stage("round_robin", "1.1 Cat 1-0 Ana", name="Autumn", into=tables, tournament=1)
    reading = read(export(tables), "cup.json")
    assert [(each.competition, each.teams) for each in reading.results] == [
        ("Spring", ("Ana", "Bea")),
        ("Autumn", ("Cat", "Ana")),
    ]
    assert said(reading.problems) == []


# What can't be read or kept is said.


def test_what_comes_before_the_end_of_a_file_that_was_cut_is_read() -> None:
    text = export(stage("single_elimination", SINGLE))
    reading = read(text[: text.index('"match_game"') - 900], "cup.json")
    assert [brief(match) for match in matches(reading)][:2] == [
        "Quarter-finals: Dan - Eve 2-1",
        "Quarter-finals: Bea - Gus 2-0",
    ]
    assert len(unread(reading)) == 1
    (line,) = said(reading.problems)
    assert "the file ends before it is whole" in line


def test_a_match_of_somebody_unknown_is_kept_unread() -> None:
    tables = stage("single_elimination", "1.1 Ana 2-1 Bea")
    tables["match"][0]["opponent2"]["id"] = 7
    reading = read(export(tables), "cup.json")
    assert matches(reading) == []
    assert len(unread(reading)) == 1
    assert said(reading.problems)[0].endswith(
        "no participant of the record has the id 7, so this match was left out. "
        "Export the record with all its participants"
    )


def test_two_of_one_name_are_told_apart() -> None:
    tables = stage("single_elimination", "1.1 Ana 2-1 Bea")
    tables["participant"][1]["name"] = "Ana"
    reading = read(export(tables), "cup.json")
    assert [match.teams for match in matches(reading)] == [("Ana", "Ana (2)")]
    assert any(
        'there is another "Ana" above; this one is called "Ana (2)" here' in line for line in said(reading.problems)
    )


def test_a_score_that_is_no_whole_number_leaves_the_winner() -> None:
    tables = stage("single_elimination", "1.1 Ana 2-1 Bea")
    tables["match"][0]["opponent1"]["score"] = 2.5
    reading = read(export(tables), "cup.json")
    assert [match.awarded_to for match in matches(reading)] == ["Ana"]
    assert "the score 2.5 - 1 is not one of whole numbers" in said(reading.problems)[0]


def test_further_columns_are_named() -> None:
    tables = stage("single_elimination", "1.1 Ana 2-1 Bea")
    tables["participant"][0]["country"] = "MEX"
    tables["match"][0]["stream"] = "on"
    (line,) = said(read(export(tables), "cup.json").problems, notes=True)
    assert "these keys were not read: country, stream" in line


@pytest.mark.parametrize(
    "row",
    [
        None,
        1,
        [],
        {},
        {"opponent1": 1},
        {"id": [], "opponent1": {"id": {}}},
        {"opponent1": {"id": 0}, "opponent2": {"id": 1}},
    ],
)
def test_a_row_of_anything_is_answered(row: object) -> None:
    tables = stage("single_elimination", "1.1 Ana 2-1 Bea")
    for table in tables:
        text = json.dumps({**tables, table: [*tables[table], row]})
        assert len(matches(read(text, "cup.json"))) >= 1

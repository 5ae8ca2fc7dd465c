"""Records of the competition factory: what they say of draws, structures and matchUps, and what of it can't be kept."""

import datetime as dt
import json

import pytest

from liguilla.facts import Status
from liguilla.notation.results.competition_factory import read, recognises
from liguilla.notation.results.records import Results
from tests.notation.results.draw_records import Object, draw, export, record
from tests.notation.results.reading import matches, only, said, unread
from tests.notation.results.test_brackets_manager import brief


def results_of(*draws: Object) -> Results:
    return only(read(export(record(*draws)), "open.json"))


def lines_of(kind: str, lines: str) -> list[str]:
    return [brief(match) for match in results_of(draw(kind, lines)).matches]


SINGLE = """
    1 Ana BYE -
    1 Cat 6-7,1-6 Dan
    1 Eve 6-1,6-4 Fay
    1 Gus 6-2,6-1 Bea
    2 Ana 1-6,6-2,6-4 Dan
    2 Eve 1-6,4-6 Gus
    3 Ana TO_BE_PLAYED Gus
"""


def test_it_is_told_by_a_tournament_and_what_is_in_it() -> None:
    assert recognises("open.json", export(record(draw("SINGLE_ELIMINATION", SINGLE))))
    assert recognises("open.json", '{"tournamentRecord": {"events": []}}')
    assert not recognises("open.json", '{"tournamentName": "Open"}')
    assert not recognises("a.json", '{"matches": [{"team1": "Leeds", "team2": "Bury"}]}')
    assert not recognises("a.json", "")


def test_rounds_are_called_by_how_many_follow_and_a_score_counts_sets() -> None:
    assert lines_of("SINGLE_ELIMINATION", SINGLE) == [
        "Quarter-finals: Cat - Dan 0-2",
        "Quarter-finals: Eve - Fay 2-0",
        "Quarter-finals: Gus - Bea 2-0",
        "Semi-finals: Ana - Dan 2-1",
        "Semi-finals: Eve - Gus 0-2",
        "Final: Ana - Gus scheduled",
    ]


def test_what_a_record_says_of_the_tournament() -> None:
    results = results_of(draw("SINGLE_ELIMINATION", SINGLE, seeds="Ana Bea"))
    assert (results.competition, results.season) == ("Open", "2026")
    assert results.teams == ("Ana", "Bea", "Cat", "Dan", "Eve", "Fay", "Gus")
    assert results.team_facts["Ana"] == {"seed": "1", "country": "MEX"}
    assert results.lines == ("Ana", None, "Cat", "Dan", "Eve", "Fay", "Gus", "Bea")
    assert [(bye.team, bye.headings) for bye in results.byes] == [("Ana", ("Quarter-finals",))]
    assert results.matches[3].games == ((1, 6), (6, 2), (6, 4))


def test_a_match_of_one_set_has_the_score_of_the_set() -> None:
    (match,) = results_of(draw("SINGLE_ELIMINATION", "1 Ana 11-7 Bea")).matches
    assert (match.score, match.games) == ((11, 7), ())


def test_a_set_may_be_a_tie_break_alone() -> None:
    tournament = record(draw("SINGLE_ELIMINATION", "1 Ana 6-3,4-6,0-0 Bea"))
    (match,) = tournament["events"][0]["drawDefinitions"][0]["structures"][0]["matchUps"]
    match["score"]["sets"][2] = {"setNumber": 3, "side1TiebreakScore": 10, "side2TiebreakScore": 8, "winningSide": 1}
    match["winningSide"] = 1
    (read_match,) = matches(read(export(tournament), "open.json"))
    assert read_match.score == (2, 1)
    assert read_match.games[-1] == (10, 8)


def test_the_main_bracket_of_two_lives_ends_with_the_final() -> None:
    lines = lines_of(
        "DOUBLE_ELIMINATION",
        """
        # Main MAIN
        1 Ana 6-0 Dan
        1 Bea 6-0 Cat
        2 Ana 6-0 Bea
        3 Ana 0-6 Bea
        # Backdraw CONSOLATION
        1 Dan 0-6 Cat
        2 Bea 6-0 Cat
        # Decider PLAY_OFF
        1 Ana 6-0 Bea
        """,
    )
    assert [line.partition(":")[0] for line in lines] == [
        "Upper round 1", "Upper round 1", "Upper final", "Final", "Lower round 1", "Lower final", "Second final",
    ]  # fmt: skip


def test_groups_of_a_round_robin_are_headings_where_there_are_several() -> None:
    assert lines_of("ROUND_ROBIN", "# Group 1 MAIN\n1 Ana 6-0 Bea") == ["Matchday 1: Ana - Bea 6-0"]
    assert lines_of("ROUND_ROBIN", "# Group 1 MAIN\n1 Ana 6-0 Bea\n# Group 2 MAIN\n1 Cat 6-0 Dan") == [
        "Group 1, Matchday 1: Ana - Bea 6-0",
        "Group 2, Matchday 1: Cat - Dan 6-0",
    ]


def test_a_consolation_is_never_taken_for_the_draw_itself() -> None:
    lines = "# Main MAIN\n1 Ana 6-0 Dan\n1 Bea 6-0 Cat\n2 Ana 6-0 Bea\n# Consolation CONSOLATION\n1 Dan 6-0 Cat"
    assert lines_of("FIRST_MATCH_LOSER_CONSOLATION", lines)[-1] == "Consolation – Final: Dan - Cat 6-0"
    assert lines_of("PLAYOFF", lines.replace("Consolation CONSOLATION", "3-4 PLAY_OFF"))[-1] == (
        "Third place match: Dan - Cat 6-0"
    )


@pytest.mark.parametrize(
    ("between", "end", "note"),
    [
        ("6-3,6-4", "2-0", None),
        ("WALKOVER", "for Ana", None),
        ("<WALKOVER", "for Bea", None),
        ("DEFAULTED", "for Ana", None),
        ("<3-6,0-1:RETIRED", "for Bea", "3-6 0-1"),
        ("3-6,0-1:RETIRED", "for Ana", "3-6 0-1"),
        ("DOUBLE_WALKOVER", "for nobody", None),
        ("TO_BE_PLAYED", "scheduled", None),
        ("6-3,1-0:IN_PROGRESS", "scheduled", "6-3 1-0"),
        ("CANCELLED", "cancelled", None),
        ("NOT_PLAYED", "cancelled", None),
        ("6-3:ABANDONED", "abandoned", "6-3"),
    ],
)
def test_how_a_match_ended(between: str, end: str, note: str | None) -> None:
    (match,) = results_of(draw("SINGLE_ELIMINATION", f"1 Ana {between} Bea")).matches
    assert brief(match) == f"Final: Ana - Bea {end}"
    assert match.note == note


def test_a_round_robin_may_have_drawn_matches() -> None:
    tournament = record(draw("ROUND_ROBIN", "# Group 1 MAIN\n1 Ana 2-2 Bea"))
    (group,) = tournament["events"][0]["drawDefinitions"][0]["structures"][0]["structures"]
    del group["matchUps"][0]["winningSide"]
    (match,) = matches(read(export(tournament), "open.json"))
    assert (match.status, match.score) == (Status.PLAYED, (2, 2))


def test_day_kickoff_and_ground_are_members_or_items_in_time() -> None:
    tournament = record(
        draw("SINGLE_ELIMINATION", "1 Ana 6-0 Bea\n1 Cat 6-0 Dan\n2 Ana 6-0 Cat"),
        localTimeZone="America/Mexico_City",
        venues=[{"venueId": "V", "venueName": "Club"}],
    )
    first, second, third = tournament["events"][0]["drawDefinitions"][0]["structures"][0]["matchUps"]
    first["schedule"] = {"scheduledDate": "2026-01-02", "scheduledTime": "10:30", "venueId": "V"}
    second["timeItems"] = [
        {"itemType": "SCHEDULE.DATE", "itemValue": "2026-01-02"},
        {"itemType": "SCHEDULE.DATE", "itemValue": "2026-01-03"},
        {"itemType": "SCHEDULE.TIME.SCHEDULED", "itemValue": "2026-01-03T18:00"},
        {"itemType": "SCHEDULE.ASSIGNMENT.VENUE", "itemValue": "V"},
    ]
    third["schedule"] = {"scheduledDate": "soon"}
    reading = read(export(tournament), "open.json")
    assert [(each.date, each.kickoff, each.zone, each.ground) for each in matches(reading)] == [
        (dt.date(2026, 1, 2), dt.time(10, 30), "America/Mexico_City", "Club"),
        (dt.date(2026, 1, 3), dt.time(18, 0), "America/Mexico_City", "Club"),
        (None, None, None, None),
    ]
    assert "'soon' is no day" in said(reading.problems)[0]


def test_sides_may_be_named_by_the_matchup_itself() -> None:
    tournament = record(draw("AD_HOC", "1 Ana 6-0 Bea"))
    structure = tournament["events"][0]["drawDefinitions"][0]["structures"][0]
    structure["positionAssignments"] = []
    (match,) = structure["matchUps"]
    del match["drawPositions"]
    match["sides"] = [
        {"sideNumber": 2, "participantId": "P-Bea"},
        {"sideNumber": 1, "participant": {"participantId": "P-Ana", "participantName": "Ana"}},
    ]
    assert [brief(each) for each in matches(read(export(tournament), "open.json"))] == ["Matchday 1: Ana - Bea 6-0"]


def test_draws_are_competitions_of_their_own() -> None:
    two = record(draw("SINGLE_ELIMINATION", "1 Ana 6-0 Bea"), draw("ROUND_ROBIN", "# Group 1 MAIN\n1 Cat 6-0 Dan"))
    reading = read(export(two), "open.json")
    assert [(each.competition, each.season, each.teams) for each in reading.results] == [
        ("Open | Event 1 | Single_Elimination", "2026", ("Ana", "Bea")),
        ("Open | Event 2 | Round_Robin", "2026", ("Cat", "Dan")),
    ]


def test_a_record_may_be_wrapped_and_a_season_lie_in_two_years() -> None:
    inner = record(draw("SINGLE_ELIMINATION", "1 Ana 6-0 Bea"), endDate="2027-01-04")
    results = only(read(json.dumps({"tournamentRecord": inner}), "open.json"))
    assert (results.competition, results.season) == ("Open", "2026-27")


# What can't be read or kept is said.


def test_what_comes_before_the_end_of_a_file_that_was_cut_is_read() -> None:
    text = export(record(draw("SINGLE_ELIMINATION", SINGLE)))
    reading = read(text[: text.index('"roundNumber": 2')], "open.json")
    assert [brief(match) for match in matches(reading)] == [
        "Quarter-finals: Cat - Dan 0-2",
        "Quarter-finals: Eve - Fay 2-0",
        "Quarter-finals: Gus - Bea 2-0",
    ]
    assert len(unread(reading)) == 1
    assert any("the file ends before it is whole" in line for line in said(reading.problems))


def test_a_result_of_somebody_unknown_is_kept_unread() -> None:
    tournament = record(draw("SINGLE_ELIMINATION", "1 Ana 6-0 Bea"))
    del tournament["participants"][1]
    reading = read(export(tournament), "open.json")
    assert (matches(reading), len(unread(reading))) == ([], 1)
    assert "this match has a winner, but no two sides that are known" in said(reading.problems)[0]


def test_what_a_matchup_says_beside_its_result_is_named() -> None:
    tournament = record(draw("SINGLE_ELIMINATION", "1 Ana 3-2 Bea"))
    (match,) = tournament["events"][0]["drawDefinitions"][0]["structures"][0]["matchUps"]
    match["tieMatchUps"] = [{"matchUpId": "inner"}]
    (line,) = said(read(export(tournament), "open.json").problems, notes=True)
    assert "these keys were not read: tieMatchUps" in line


@pytest.mark.parametrize(
    "row", [None, 1, [], {}, {"drawPositions": [[]]}, {"sides": [1, {"sideNumber": 1, "participant": 2}]}]
)
@pytest.mark.parametrize("table", ["matchUps", "positionAssignments", "seedAssignments", "structures"])
def test_a_row_of_anything_is_answered(table: str, row: object) -> None:
    tournament = record(draw("SINGLE_ELIMINATION", "1 Ana 6-0 Bea"))
    structure = tournament["events"][0]["drawDefinitions"][0]["structures"][0]
    structure[table] = [*structure.get(table, []), row]
    assert len(matches(read(json.dumps(tournament), "open.json"))) == 1

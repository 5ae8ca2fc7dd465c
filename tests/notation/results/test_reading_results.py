"""The front door: any file of results, folders, several files of one season, and files of something else."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from liguilla.notation.results.reading import NOTATIONS, notation_of, read_results
from liguilla.words import LANGUAGES, say
from tests.notation.results.reading import matches, only, said, unread

LEAGUE = "Date,Home,Away,Score\n2024-03-14,Leeds,Bury,2-1\n2024-03-15,Bury,York,0-0\n"

SAMPLES = {
    "football_json": '{"name": "Cup 2018", "matches": [{"team1": "Leeds", "team2": "Bury"}]}',
    "football_data": "Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR\nE0,17/08/18,Leeds,Bury,2,1,H\n",
    "fjelstul": (
        "tournament_name,home_team_name,away_team_name,home_team_score,away_team_score\n"
        "1930 World Cup,France,Mexico,4,1\n"
    ),
    "martj42": "date,home_team,away_team,home_score,away_score,tournament\n2014-07-13,Germany,Argentina,1,0,Cup\n",
    "afl": (
        "round_num,date,team_1_team_name,team_1_final_goals,team_1_final_behinds,team_2_team_name,team_2_final_goals,"
        "team_2_final_behinds\n1,2010-03-25,Richmond,9,10,Carlton,18,12\n"
    ),
    "nfl": "date,season,neutral,playoff,team1,team2,score1,score2\n2015-09-10,2015,0,0,NE,PIT,28,21\n",
    "spi": "date,league,team1,team2,spi1,spi2,score1,score2\n2018-08-10,League,Leeds,Bury,70,60,2,1\n",
    "bookmaker_odds": "season,round,hTeam,aTeam,hScore,aScore\n2005-2006,1,Everton,Leeds,0,2\n",
    "footballcsv": "Date,Team 1,FT,HT,Team 2\nFri Aug 17 2018,Leeds,2-1,1-0,Bury\n",
    "plain": LEAGUE,
    "brackets_manager": (
        '{"participant": [{"id": 0, "tournament_id": 0, "name": "Leeds"},\n'
        '{"id": 1, "tournament_id": 0, "name": "Bury"}],\n'
        '"stage": [{"id": 0, "tournament_id": 0, "name": "Cup", "type": "single_elimination", "number": 1}],\n'
        '"group": [{"id": 0, "stage_id": 0, "number": 1}],\n'
        '"round": [{"id": 0, "stage_id": 0, "group_id": 0, "number": 1}],\n'
        '"match": [{"id": 0, "stage_id": 0, "group_id": 0, "round_id": 0, "number": 1, "child_count": 0, "status": 4,\n'
        '"opponent1": {"id": 0, "position": 1, "score": 2, "result": "win"},\n'
        '"opponent2": {"id": 1, "position": 2, "score": 1, "result": "loss"}}], "match_game": []}'
    ),
    "competition_factory": (
        '{"tournamentId": "T1", "tournamentName": "Cup", "startDate": "2018-08-17",\n'
        '"participants": [{"participantId": "P1", "participantName": "Leeds"},\n'
        '{"participantId": "P2", "participantName": "Bury"}],\n'
        '"events": [{"eventId": "E1", "drawDefinitions": [{"drawId": "D1", "drawType": "SINGLE_ELIMINATION",\n'
        '"structures": [{"structureId": "S1", "stage": "MAIN",\n'
        '"positionAssignments": [{"drawPosition": 1, "participantId": "P1"},\n'
        '{"drawPosition": 2, "participantId": "P2"}],\n'
        '"matchUps": [{"matchUpId": "M1", "roundNumber": 1, "roundPosition": 1, "drawPositions": [1, 2],\n'
        '"matchUpStatus": "COMPLETED", "winningSide": 1,\n'
        '"score": {"sets": [{"setNumber": 1, "side1Score": 6, "side2Score": 3, "winningSide": 1}]}}]}]}]}]}'
    ),
    "football_txt": "= Cup 2018\n\n▪ Final\nMay 20  15:00  Leeds  2-1 (1-1)  Bury\n",
}


def make(files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize("notation", SAMPLES)
def test_a_notation_is_told_by_the_content(notation: str) -> None:
    found = notation_of("results", SAMPLES[notation])
    assert found is not None
    assert found.id == notation
    make({"results": SAMPLES[notation]})
    assert len(matches(read_results([Path("results")]))) == (2 if notation == "plain" else 1)


def test_every_notation_has_a_name() -> None:
    assert len({notation.id for notation in NOTATIONS}) == len(NOTATIONS)
    assert set(SAMPLES) | {"trf"} == {notation.id for notation in NOTATIONS}
    for notation in NOTATIONS:
        assert all(say(notation.name, language) for language in LANGUAGES)


# Folders.


def test_a_folder_is_read_file_by_file_and_what_is_something_else_is_passed_by_and_said() -> None:
    make(
        {
            "all/b.csv": LEAGUE.replace("Leeds", "Lyon").replace("Bury", "Brest").replace("York", "Lens"),
            "all/a.csv": LEAGUE,
            "all/README.md": "# Results\n",
            "all/logo.png": b"\x89PNG\r\n\x1a\n",
            "all/.hidden.csv": LEAGUE,
            "all/more/2018-19/eng.1.csv": SAMPLES["footballcsv"],
        }
    )
    reading = read_results([Path("all")])
    assert [each.files for each in reading.results] == [
        ("all/a.csv",),
        ("all/b.csv",),
        ("all/more/2018-19/eng.1.csv",),
    ]
    assert said(reading.problems) == []
    assert "all: one file here holds no results, and was passed by: README.md" in said(reading.problems, notes=True)


def test_a_link_to_a_folder_is_not_followed_in_circles() -> None:
    make({"all/a.csv": LEAGUE})
    os.symlink("..", "all/round")
    assert len(matches(read_results([Path("all")]))) == 2


def test_a_file_named_twice_is_read_once() -> None:
    make({"all/a.csv": LEAGUE})
    assert len(matches(read_results([Path("all"), Path("all/a.csv")]))) == 2


# Several files of one season.


def test_two_files_of_one_competition_and_season_are_one() -> None:
    make(
        {
            "cup.txt": "= World Cup 2014\n\nGroup A | Leeds  Bury\n\n▪ Group A\nJune 12\n  Leeds  2-1 (1-1)  Bury\n",
            "cup_finals.txt": "= World Cup 2014\n\n▪ Final\nJuly 13\n  Bury  1-0 a.e.t. (0-0)  Leeds\n",
        }
    )
    results = only(read_results([Path("cup.txt"), Path("cup_finals.txt")]))
    assert (results.competition, results.season, results.files) == ("World Cup", "2014", ("cup.txt", "cup_finals.txt"))
    assert [match.headings for match in results.matches] == [("Group A",), ("Final",)]
    assert results.groups == {"Group A": ("Leeds", "Bury")}


def test_two_seasons_in_one_file_are_two() -> None:
    make({"nfl.csv": SAMPLES["nfl"] + "2016-09-10,2016,0,0,NE,PIT,28,21\n"})
    assert [each.season for each in read_results([Path("nfl.csv")]).results] == ["2015", "2016"]


def test_files_without_a_title_are_of_one_competition_if_they_share_a_team() -> None:
    other = "Date,Home,Away,Score\n2024-03-16,York,Leeds,3-0\n"
    third = "Date,Home,Away,Score\n2024-03-16,Lyon,Brest,3-0\n"
    make({"one.csv": LEAGUE, "two.csv": other, "three.csv": third})
    first, second = read_results([Path("one.csv"), Path("two.csv"), Path("three.csv")]).results
    assert (first.files, len(first.matches)) == (("one.csv", "two.csv"), 3)
    assert (second.files, len(second.matches)) == (("three.csv",), 1)


INTERNATIONALS = """\
date,home_team,away_team,home_score,away_score,tournament,city,country,neutral
2015-07-04,Chile,Argentina,0,0,Copa América,Santiago,Chile,FALSE
2015-07-03,Peru,Paraguay,2,0,Copa América,Concepción,Chile,TRUE
"""
SHOOT_OUTS = "date,home_team,away_team,winner\n2015-07-04,Chile,Argentina,Chile\n"
GOALS = """\
date,home_team,away_team,team,scorer,minute,own_goal,penalty
2015-07-03,Peru,Paraguay,Peru,André Carrillo,47,FALSE,FALSE
2015-07-03,Peru,Paraguay,Peru,Paolo Guerrero,89,FALSE,FALSE
"""


def test_results_shoot_outs_and_goals_are_joined() -> None:
    make({"all/results.csv": INTERNATIONALS, "all/shootouts.csv": SHOOT_OUTS, "all/goalscorers.csv": GOALS})
    reading = read_results([Path("all")])
    final, third = only(reading).matches
    assert (final.score, final.kicks_won_by) == ((0, 0), "Chile")
    assert [goal.person for goal in third.goals] == ["André Carrillo", "Paolo Guerrero"]
    assert said(reading.problems, notes=True) == []


def test_an_addition_to_a_match_that_is_not_there() -> None:
    more = SHOOT_OUTS + "2011-07-16,Argentina,Uruguay,Uruguay\n2011-07-17,Paraguay,Brazil,Paraguay\n"
    make({"results.csv": INTERNATIONALS, "shootouts.csv": more})
    reading = read_results([Path("results.csv"), Path("shootouts.csv")])
    assert said(reading.problems) == [
        "shootouts.csv:3: 2 rows, this one first, say more of matches that aren't in the files. Give the file with"
        " those matches too"
    ]
    assert [(each.competition, len(each.matches)) for each in reading.results] == [("Copa América", 2), (None, 2)]


def test_goals_that_the_score_does_not_have() -> None:
    more = GOALS + "2015-07-03,Peru,Paraguay,Peru,Claudio Pizarro,90,FALSE,FALSE\n"
    make({"results.csv": INTERNATIONALS, "goalscorers.csv": more})
    reading = read_results([Path("results.csv"), Path("goalscorers.csv")])
    assert said(reading.problems) == [
        "results.csv:3: Peru - Paraguay: the goals that are listed make 3-0, but the score is 2-0. Check both"
    ]


# What files say against each other.


def test_two_files_that_say_the_same_of_a_match_are_joined() -> None:
    other = "Date,Home,Away,Score,Referee,HT\n2024-03-14,Leeds,Bury,2-1,M Dean,1-1\n"
    make({"one.csv": LEAGUE, "two.csv": other})
    reading = read_results([Path("one.csv"), Path("two.csv")])
    first, _ = only(reading).matches
    assert (first.score, first.half_time, first.referee) == ((2, 1), (1, 1), "M Dean")
    assert said(reading.problems) == []


def test_two_files_that_contradict_each_other() -> None:
    make({"one.csv": LEAGUE, "two.csv": "Date,Home,Away,Score\n2024-03-14,Leeds,Bury,2-2\n"})
    reading = read_results([Path("one.csv"), Path("two.csv")])
    assert [match.score for match in matches(reading)] == [(2, 1), (0, 0)]
    assert unread(reading) == [(2, "Leeds 2-2 Bury")]
    assert said(reading.problems) == [
        "two.csv:2: Leeds - Bury: score 2-2 here, but 2-1 in one.csv:2, which counts. Correct one of the two, or leave"
        " one of the files out"
    ]


def test_matches_without_a_day_are_the_same_where_what_stands_above_them_is() -> None:
    one = "Round,Home,Away,Score\n1,Leeds,Bury,2-1\n2,Bury,Leeds,0-0\n2,Leeds,Bury,1-1\n"
    make({"one.csv": one, "two.csv": "Round,Home,Away,Score,Referee\n1,Leeds,Bury,2-1,M Dean\n3,Leeds,Bury,3-0,\n"})
    reading = read_results([Path("one.csv"), Path("two.csv")])
    found = [(match.headings, match.score, match.referee) for match in matches(reading)]
    assert found == [
        (("Round 1",), (2, 1), "M Dean"),
        (("Round 2",), (0, 0), None),
        (("Round 2",), (1, 1), None),
        (("Round 3",), (3, 0), None),
    ]


def test_a_score_at_half_time_is_less_weighty() -> None:
    one, two = ("Date,Home,Away,Score,HT\n2024-03-14,Leeds,Bury,2-1," + half for half in ("1-0\n", "1-1\n"))
    make({"one.csv": one, "two.csv": two})
    reading = read_results([Path("one.csv"), Path("two.csv")])
    assert [match.half_time for match in matches(reading)] == [(1, 0)]
    (problem,) = [problem for problem in reading.problems if problem.severity == "warning"]
    assert problem.text().startswith("Leeds - Bury: score at half time 1-1 here, but 1-0 in one.csv:2, which counts.")


def test_names_that_are_nearly_the_same_are_two_teams_and_said() -> None:
    rows = ("14,América,A. C. Milan,2-1", "15,AC Milan,America,0-0", "16,A.C. Milan,Leeds,0-0")
    make({"one.csv": "Date,Home,Away,Score\n" + "".join(f"2024-03-{row}\n" for row in rows)})
    reading = read_results([Path("one.csv")])
    assert len(only(reading).teams) == 6
    assert [line.split(" differ")[0] for line in said(reading.problems)] == [
        'one.csv:3: "AC Milan" and "A. C. Milan" in one.csv:2',
        'one.csv:3: "America" and "América" in one.csv:2',
        'one.csv:4: "A.C. Milan" and "A. C. Milan" in one.csv:2',
    ]


# Files of something else.


@pytest.mark.parametrize(
    ("content", "looks"),
    [
        ("Item,Price\nmilk,1.20\n", 'a table with the columns "Item", "Price"'),
        ("", "an empty file"),
        (" \n\n", "an empty file"),
        ('{"a": 1}', "JSON without matches"),
        ("<html><body>2-1</body></html>", "a page of the web, or XML"),
        ("Dear all, please find below\nthe list.\n", 'text that begins "Dear all, please find below"'),
        (
            "position,team,played,points\n1,Leeds,3,9\n",
            'a table with the columns "position", "team", "played", "points"',
        ),
    ],
)
def test_a_file_in_no_notation_is_told_what_it_looks_like(content: str, looks: str) -> None:
    make({"file.csv": content})
    reading = read_results([Path("file.csv")])
    assert reading.results == ()
    (line,) = said(reading.problems)
    start = f"file.csv: this is in no notation of results that is read. It looks like {looks}"
    assert line.startswith(start)
    assert "; those that are read are JSON of brackets-manager.js, " in line
    assert " football.json, CSV of football-data.co.uk," in line


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "this is a file of the kind PNG, not text. Give a file of results"),
        (b"%PDF-1.7\n", "this is a file of the kind PDF, not text."),
        (b"\x1f\x8b\x08\x00", "this is a file of the kind gzip, not text."),
        (b"Date,Home,Away\nab\0c,", "holds a NUL byte, so this is no text file."),
    ],
)
def test_a_file_that_is_no_text(content: bytes, problem: str) -> None:
    make({"results.csv": content})
    (line,) = said(read_results([Path("results.csv")]).problems)
    assert line.split(": ", 1)[1].startswith(problem)


def test_a_file_in_another_encoding_is_read_with_a_warning() -> None:
    make({"old.csv": LEAGUE.replace("Leeds", "Málaga").encode("cp1252")})
    reading = read_results([Path("old.csv")])
    assert matches(reading)[0].home == "Málaga"
    (line,) = said(reading.problems)
    assert "was read as Windows-1252" in line


def test_encodings_may_be_mixed() -> None:
    make(
        {
            "old.csv": LEAGUE.encode()
            + "2024-03-16,Cádiz,Bury,1-0\n".encode("cp1252")
            + "2024-03-17,Cádiz,X,1-0\n".encode()
        }
    )
    assert [match.home for match in matches(read_results([Path("old.csv")]))][2:] == ["Cádiz", "Cádiz"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_texts_with_a_mark_of_their_encoding(encoding: str) -> None:
    make({"sheet.csv": LEAGUE.replace(",", "\t").encode(encoding)})
    assert len(matches(read_results([Path("sheet.csv")]))) == 2


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends(end: str) -> None:
    make({"sheet.csv": LEAGUE.replace("\n", end).encode()})
    assert [match.origin.line for match in matches(read_results([Path("sheet.csv")]))] == [2, 3]


def test_what_cannot_be_opened() -> None:
    make({"folder/a.csv": LEAGUE})
    os.mkfifo("folder/pipe")
    reading = read_results([Path("missing.csv"), Path("folder"), Path("nul\0.csv")])
    assert said(reading.problems) == [
        "missing.csv: can't be read: there is no such file or folder. Check the path",
        "folder/pipe: is not an ordinary file. Put one in its place, or delete it",
        "nul\0.csv: can't be read: there is no such file or folder. Check the path",
    ]
    assert len(matches(reading)) == 2


def test_a_file_that_is_too_large_is_not_opened() -> None:
    with open("huge.csv", "wb") as file:
        file.truncate(5 * 1024**3)
    assert said(read_results([Path("huge.csv")]).problems) == [
        "huge.csv: has 5120 MB; files above 64 MB are not read. Check that this is the right file"
    ]


def test_a_row_of_ten_megabytes_is_kept_and_costs_no_other() -> None:
    long = "2024-03-14," + "x" * 10_000_000 + ",Bury,1-0"
    make({"long.csv": f"Date,Home,Away,Score\n{long}\n2024-03-15,Leeds,Bury,1-0\n"})
    reading = read_results([Path("long.csv")])
    assert [match.home for match in matches(reading)] == ["Leeds"]
    assert [(line, len(text)) for line, text in unread(reading)] == [(2, len(long))]
    assert said(reading.problems) == [
        "long.csv:2: this line is too long for a row of results, and was left out. Check that the file is whole"
    ]


def test_a_truncated_table_is_read_up_to_its_end() -> None:
    make({"cut.csv": LEAGUE[:-6]})
    reading = read_results([Path("cut.csv")])
    assert [match.teams for match in matches(reading)] == [("Leeds", "Bury")]
    assert unread(reading) == [(3, "2024-03-15,Bury,Yor")]
    assert said(reading.problems) == [
        "cut.csv:3: the file ends in the middle of this row, so it was left out. Get the whole file"
    ]

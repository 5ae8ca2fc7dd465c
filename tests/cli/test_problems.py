"""What is wrong in facts or rules: told with its place and its mend, exit status 1, and nothing else."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SEASON, Run

CUP = """\
name: Cup
source: these tests
teams: 4
points: {win: 3, draw: 1, loss: 0}
stages:
  - {id: table, kind: league, meetings: 1, rank_by: [points, goal_diff, lots]}
outcomes: {champion: tabel 1}
"""
CUP_PROBLEMS = """\
2 errors
cup.yaml:6:62: stage "table", rank_by[1]: unknown criterion "goal_diff". Did you mean "goal_difference"?
    6 |   - {id: table, kind: league, meetings: 1, rank_by: [points, goal_diff, lots]}
      |                                                              ^
cup.yaml:7:22: outcome "champion": selector "tabel 1": nothing here is called "tabel". Did you mean "table"?
    7 | outcomes: {champion: tabel 1}
      |                      ^
"""


@pytest.fixture
def apertura(tmp_path: Path) -> Path:
    """Return a copy of a real tournament, to spoil."""
    folder = tmp_path / "season"
    shutil.copytree(SEASON, folder)
    return Path("season", "apertura")


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


# ------------------------------------------------------------------------------------------------------- formats


def test_a_format_alone_is_checked(run: Run) -> None:
    Path("cup.yaml").write_text(CUP)
    answer = run("check", "cup.yaml")
    assert (answer.status, answer.out, answer.err) == (1, CUP_PROBLEMS, "")
    Path("cup.yaml").write_text(CUP.replace("goal_diff", "goal_difference").replace("tabel", "table"))
    assert (run("check", "cup.yaml").status, run("check", "cup.yaml").out) == (0, "No problems.\n")
    assert run("check", "cup.yaml", "--lang", "es").out == "Sin problemas.\n"
    assert run("check", "cup.yaml", "--json").document == {"problems": []}


def test_a_format_beside_the_facts_is_used_and_its_problems_are_told(run: Run, apertura: Path) -> None:
    spoil(apertura / "competition.yaml", "format: ascenso-mx-2012", "format: cup")
    (apertura / "cup.yaml").write_text(CUP)
    for command in ("play", "table", "bracket", "scorers", "schedule"):
        answer = run(command, apertura)
        assert (answer.status, answer.out, answer.err) == (1, "", CUP_PROBLEMS)
    assert [each["line"] for each in run("play", apertura, "--json").document["problems"]] == [6, 7]
    assert "disputes.csv" in run("check", apertura).out, "what is strange in the facts is told all the same"
    assert run("play", apertura, "--format", "Ascenso-MX-2012").status == 0


def test_a_format_that_is_not_there_is_told_where_it_is_named(run: Run, apertura: Path) -> None:
    spoil(apertura / "competition.yaml", "format: ascenso-mx-2012", "format: asenso-mx-2012")
    answer = run("play", apertura)
    assert answer.status == 1
    assert answer.err == (
        "1 error\nseason/apertura/competition.yaml:6:1: "
        'no format named "asenso-mx-2012". Did you mean "ascenso-mx-2012"?\n'
    )
    answer = run("play", apertura, "--format", "ascenso-mx-2013")
    assert answer.err == '1 error\nno format named "ascenso-mx-2013". Did you mean "ascenso-mx-2012"?\n'


def test_a_competition_may_name_no_format(run: Run, apertura: Path) -> None:
    spoil(apertura / "competition.yaml", "format: ascenso-mx-2012\n", "")
    assert run("play", apertura).err == (
        "1 error\nseason/apertura/competition.yaml: the competition names no format. "
        'Write "format: NAME" in competition.yaml, or say --format NAME\n'
    )


# --------------------------------------------------------------------------------------------------------- facts


@pytest.mark.parametrize("command", ["play", "check", "table", "bracket", "scorers", "schedule"])
def test_a_folder_that_is_not_there_is_an_error(run: Run, command: str) -> None:
    answer = run(command, "seson")
    assert answer.status == 1
    assert answer.out + answer.err == "1 error\nseson: there is no such folder. Check the path\n"
    document = run(command, "seson", "--json").document
    assert [problem["file"] for problem in document["problems"]] == ["seson"]


def test_an_empty_folder_and_a_file_are_no_competition(run: Run) -> None:
    Path("empty").mkdir()
    Path("file").write_text("")
    assert run("play", "empty").err == (
        "1 error\nempty: there is no competition.yaml here, so this is no competition. "
        'Start one: liguilla new "empty" --format NAME\n'
    )
    assert run("play", "file").err == '1 error\nfile: is a file. Give the folder it is in: "."\n'
    assert run("check", "nothing.yaml").status == run("play", "").status == 1


def test_facts_that_cannot_be_read_are_not_played(run: Run, apertura: Path) -> None:
    spoil(apertura / "matches.csv", "Necaxa,Lobos BUAP,played,3,1", "Necaxo,Lobos BUAP,played,-3,1")
    answer = run("play", apertura)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.splitlines()[0] == "2 errors"
    assert answer.err.count("season/apertura/matches.csv:2: ") == 2
    document = run("play", apertura, "--json").document
    assert [(each["severity"], each["line"]) for each in document["problems"]] == [("error", 2)] * 2


def test_facts_that_contradict_the_rules_are_played_and_the_errors_told_beside(run: Run, apertura: Path) -> None:
    spoil(apertura / "matches.csv", "QF-1-1,liguilla,quarterfinals", "QF-1-1,liguilla,semifinals")
    answer = run("play", apertura)
    assert answer.status == 1
    assert "Necaxa" in answer.out
    assert answer.err.startswith("1 error\nseason/apertura/matches.csv:")
    document = run("table", apertura, "--json").document
    assert len(document["problems"]) == 1
    assert document["stages"][0]["groups"][0]["rows"][0]["team"] == "Necaxa"
    spanish = run("play", apertura, "--lang", "es")
    assert spanish.err.startswith("1 error\nseason/apertura/matches.csv:")
    assert spanish.err != answer.err


def test_contradictions_are_errors_too_and_tell_on_the_recorded_facts(run: Run, apertura: Path) -> None:
    goals = apertura / "goals.csv"
    spoil(goals, "QF-1-2,Neza,Ever Guzmán", "QF-1-2,Dorados,Ever Guzmán")
    answer = run("check", apertura)
    assert answer.status == 1
    assert "goals.csv" in answer.out.split("\n\n")[0]
    assert run("play", apertura).status == 1
    assert run("play", apertura, "--as-of", "2012-11-01").status == 0, "the match was not played then"


def test_problems_are_told_one_a_line_by_file_and_line(run: Run, apertura: Path) -> None:
    page = run("check", apertura).out
    notes = page.split("\n\n")[-1].splitlines()[1:]
    assert len(notes) > 10
    assert all(line.startswith("season/apertura/") for line in notes)
    lines = [tuple(line.split(": ")[0].split(":")[:2]) for line in notes]
    assert lines == sorted(lines, key=lambda place: (place[0], int(place[1])))

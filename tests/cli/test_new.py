"""A new folder: made whole or not at all, and good to check and play at once."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def teams() -> str:
    Path("teams.txt").write_text("\n".join(f"Team {letter}" for letter in "ABCDEFGHIJKLMNO"))
    return "teams.txt"


def test_a_folder_is_made_and_its_page_says_what_to_fill_in(run: Run, teams: str) -> None:
    answer = run("new", "cup", "--format", "Ascenso-MX-2012", "--teams", teams)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == "cup is made. Its README.md says what to fill in; then: liguilla check cup\n"
    assert sorted(path.name for path in Path("cup").iterdir()) == [
        "README.md",
        "competition.yaml",
        "decisions.csv",
        "matches.csv",
        "teams.csv",
    ]
    assert "format: ascenso-mx-2012\n" in Path("cup/competition.yaml").read_text()
    assert "quarterfinals, semifinals or final" in Path("cup/README.md").read_text()


def test_a_new_folder_has_no_problems_and_is_played(run: Run, teams: str) -> None:
    run("new", "cup", "--format", "ascenso-mx-2012", "--teams", teams)
    assert (run("check", "cup").status, run("check", "cup").out) == (0, "No problems.\n")
    document = run("play", "cup", "--json").document
    assert document["outcomes"] == {"champion": None, "runner_up": None}
    assert len(document["stages"][0]["groups"][0]["rows"]) == 15


def test_matches_that_are_certain_are_listed_and_those_with_unknown_hosts_are_not(run: Run) -> None:
    Path("two.csv").write_text("name,city\nAlfa,Alameda\nBeta,Bahía\n")
    run("new", "league", "--format", "la-liga-2018", "--teams", "two.csv")
    rows = Path("league/matches.csv").read_text().splitlines()
    assert [row.split(",")[7:9] for row in rows[1:]] == [["Alfa", "Beta"], ["Beta", "Alfa"]]
    run("new", "cup", "--format", "ascenso-mx-2012", "--teams", "two.csv")
    assert len(Path("cup/matches.csv").read_text().splitlines()) == 1


def test_a_season_has_a_folder_for_each_of_its_tournaments(run: Run, teams: str) -> None:
    run("new", "season", "--format", "ascenso-mx-season-2012", "--teams", teams, "--lang", "es")
    assert "format: ascenso-mx-2012\n" in Path("season/clausura/competition.yaml").read_text()
    assert run("play", "season/apertura", "--json").status == 0
    assert run("check", "season").status == 0


def test_in_spanish_and_as_json(run: Run) -> None:
    spanish = run("new", "copa", "--format", "ascenso-mx-2012", "--lang", "es").out
    assert spanish == "copa está lista. Su README.md dice qué llenar; después: liguilla check copa\n"
    document = run("new", "cup", "--format", "ascenso-mx-2012", "--json").document
    assert document == {"made": "cup", "format": "ascenso-mx-2012", "problems": []}


def test_nothing_is_overwritten_and_nothing_left_behind(run: Run) -> None:
    Path("cup").mkdir()
    Path("cup/mine").write_text("mine")
    answer = run("new", "cup", "--format", "ascenso-mx-2012")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("1 error\ncup: is there already, and nothing is overwritten.")
    assert [path.name for path in Path("cup").iterdir()] == ["mine"]
    assert run("new", "other", "--format", "ascenso-mx-2012", "--teams", "nobody.txt").status == 1
    assert run("new", "other", "--format", "asenso-mx-2012").err == (
        'Error: no format is called "asenso-mx-2012". Did you mean "ascenso-mx-2012"?\n'
    )
    assert not Path("other").exists()


def test_the_rounds_are_as_many_as_the_teams_need(run: Run) -> None:
    Path("five.txt").write_text("A\nB\nC\nD\nE\n")
    run("new", "cup", "--format", "double-elimination", "--teams", "five.txt")
    rounds = "upper_1, upper_2, upper_final, lower_2, lower_3, lower_final, final or second_final"
    assert rounds in Path("cup/README.md").read_text()
    run("new", "unknown", "--format", "double-elimination")
    assert "upper_1, upper_2, upper_3, upper_final, lower_1, " in Path("unknown/README.md").read_text()

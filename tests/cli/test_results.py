"""``--results``: files of results instead of a folder, with the rules found by what the files say they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

EURO = """\
= Euro 1976

▪ Semi-finals
Jun 16 1976
  20:15  Czechoslovakia  v Netherlands    3-1 a.e.t. (1-1)
Jun 17
  20:15  West Germany    v Yugoslavia     4-2 a.e.t. (2-2)

▪ Third place play-off
Jun 19
  20:15  Netherlands     v Yugoslavia     3-2 a.e.t. (2-2)

▪ Final
Jun 20
  20:15  Czechoslovakia  v West Germany   5-3 pen. 2-2 a.e.t. (2-2)
"""
"""Facts: github.com/openfootball/euro (CC0)."""

ANOTHER = (
    EURO.replace("1976", "1964").replace("5-3 pen. 2-2 a.e.t. (2-2)", "2-1 (1-1)").replace(" Yugoslavia", " Spain")
)


@pytest.fixture
def euro(tmp_path: Path) -> Path:
    path = tmp_path / "euro.txt"
    path.write_text(EURO, encoding="utf-8")
    return path


def outcomes(document: Any) -> Any:
    return document["outcomes"]


def test_the_rules_are_found_by_the_title_and_the_season(run: Run, euro: Path) -> None:
    answer = run("play", "--results", euro, "--json")
    assert answer.status == 0
    assert (answer.document["format"], answer.document["season"]) == ("uefa-euro-1976", "1976")
    assert outcomes(answer.document)["champion"] == "Czechoslovakia"


def test_the_page_is_followed_by_which_rules_were_taken(run: Run, euro: Path) -> None:
    answer = run("play", "--results", euro)
    assert "Champions: Czechoslovakia" in answer.out
    assert f"{euro}: Played by uefa-euro-1976: UEFA European Championship, 1976" in answer.err
    spanish = run("play", "--results", euro, "--lang", "es")
    assert "Jugado con uefa-euro-1976: Eurocopa, 1976" in spanish.err


def test_the_file_may_be_called_by_any_command(run: Run, euro: Path) -> None:
    assert "Czechoslovakia" in run("bracket", "--results", euro).out
    assert "5-3" in run("explain", "--results", euro, "final", "Czechoslovakia").out
    assert "20:15" in run("schedule", "--results", euro).out
    assert run("check", "--results", euro).status == 0


def test_a_day_and_a_changed_world_work_on_results_too(run: Run, euro: Path) -> None:
    earlier = run("play", "--results", euro, "--as-of", "1976-06-17", "--json").document
    assert outcomes(earlier)["champion"] is None
    other = run("play", "--results", euro, "--what-if", "final-1=2-2, 3-2 aet", "--json").document
    assert outcomes(other)["champion"] == "Czechoslovakia"


def test_format_and_season_override_what_the_file_says(run: Run, euro: Path) -> None:
    answer = run("play", "--results", euro, "--format", "uefa-euro-1960", "--season", "1960", "--json")
    assert (answer.document["format"], answer.document["season"]) == ("uefa-euro-1960", "1960")


def test_several_files_are_several_competitions(run: Run, tmp_path: Path, euro: Path) -> None:
    (tmp_path / "another.txt").write_text(ANOTHER, encoding="utf-8")
    answer = run("play", "--results", euro, tmp_path / "another.txt", "--json")
    assert [each["season"] for each in answer.document["competitions"]] == ["1976", "1964"]
    one = run("play", "--results", euro, tmp_path / "another.txt", "--season", "1964", "--json")
    assert one.document["season"] == "1964"


def test_a_question_about_one_competition_needs_one(run: Run, tmp_path: Path, euro: Path) -> None:
    (tmp_path / "another.txt").write_text(ANOTHER, encoding="utf-8")
    answer = run("bracket", "--results", euro, "--results", tmp_path / "another.txt")
    assert answer.status == 2
    assert "Say which season is meant: --season ID" in answer.err


def test_a_folder_of_files_is_read_whole(run: Run, tmp_path: Path, euro: Path) -> None:
    folder = tmp_path / "1976"
    folder.mkdir()
    first, last = EURO.split("▪ Final")
    (folder / "cup.txt").write_text(first, encoding="utf-8")
    (folder / "cup_finals.txt").write_text("= Euro 1976\n\n▪ Final" + last, encoding="utf-8")
    answer = run("play", "--results", folder, "--json")
    assert outcomes(answer.document)["champion"] == "Czechoslovakia"


def test_decisions_go_with_the_results(run: Run, tmp_path: Path, euro: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    decisions.write_text(
        "date,decision,match,team\n1976-06-21,award,Czechoslovakia - West Germany,west germany\n", encoding="utf-8"
    )
    answer = run("play", "--results", euro, "--decisions", decisions, "--json")
    assert outcomes(answer.document)["champion"] == "West Germany"


def test_a_decision_about_nobody_is_told_with_its_line(run: Run, tmp_path: Path, euro: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("decision,match,team\naward,Czechoslovakia - West Germany,Germny\n", encoding="utf-8")
    answer = run("play", "--results", euro, "--decisions", decisions)
    assert answer.status == 1
    assert f'{decisions}:2: no team is called "Germny". Did you mean "West Germany"?' in answer.err


def test_an_unknown_competition_gets_the_nearest_names(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cup.txt"
    path.write_text(EURO.replace("Euro 1976", "Eurocup 1976"), encoding="utf-8")
    answer = run("play", "--results", path)
    assert answer.status == 1
    assert 'no competition of the library is called "Eurocup". Did you mean' in answer.err


def test_a_season_without_rules_names_those_there_are(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "euro.txt"
    path.write_text(EURO.replace("1976", "1956"), encoding="utf-8")
    answer = run("play", "--results", path)
    assert answer.status == 1
    assert "uefa-euro-1960 (1960 to" in answer.err


def test_a_file_that_is_no_file_of_results_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "shopping.txt"
    path.write_text("milk\nbread\n", encoding="utf-8")
    answer = run("play", "--results", path)
    assert answer.status == 1
    assert str(path) in answer.err
    missing = run("play", "--results", tmp_path / "nothing.txt")
    assert missing.status == 1
    assert "nothing.txt" in missing.err


def test_season_and_decisions_go_with_results_alone(run: Run) -> None:
    answer = run("play", "somewhere", "--season", "1976")
    assert answer.status == 2
    assert "--season goes with --results alone." in answer.err


def test_without_results_a_path_is_needed(run: Run) -> None:
    answer = run("play")
    assert answer.status == 2
    assert "PATH" in answer.err


def test_a_match_without_a_place_is_told_and_left_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "euro.txt"
    path.write_text(EURO + "\n▪ Final\nJun 22\n  20:15  Netherlands  v West Germany   1-0\n", encoding="utf-8")
    answer = run("play", "--results", path, "--json")
    assert answer.status == 1
    assert any("Netherlands" in problem["text"] for problem in answer.document["problems"])


def test_what_is_wrong_with_the_files_is_told_once_for_all_competitions(run: Run, tmp_path: Path, euro: Path) -> None:
    (tmp_path / "another.txt").write_text(ANOTHER + "not a match ##\n", encoding="utf-8")
    answer = run("play", "--results", euro, tmp_path / "another.txt")
    assert answer.err.count("not a match") == 1
    document = run("play", "--results", euro, tmp_path / "another.txt", "--json").document
    assert ["not a match" in problem["text"] for problem in document["problems"]] == [True]
    own = [[problem["severity"] for problem in each["problems"]] for each in document["competitions"]]
    assert own == [["note"], ["note"]]


def test_the_folder_of_a_competition_is_no_file_of_results(run: Run, tmp_path: Path, euro: Path) -> None:
    folder = tmp_path / "cup"
    assert run("import", euro, folder).status == 0
    answer = run("play", folder, "--results", euro)
    assert answer.status == 2
    assert f"{folder} is the folder of a competition, not a file of results." in answer.err

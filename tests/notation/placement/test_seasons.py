"""From files to seasons: what is said of the rules that were taken, and nothing at all where nothing is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from liguilla.errors import FactsError, Severity
from liguilla.facts import Award
from liguilla.notation.importing import import_seasons
from liguilla.notation.seasons import SeasonsReading, read_seasons

EURO = """\
= Euro 1976

▪ Semi-finals
Jun 16 1976
  Czechoslovakia  v Netherlands    3-1 a.e.t. (1-1)
Jun 17
  West Germany    v Yugoslavia     4-2 a.e.t. (2-2)
▪ Final
Jun 20
  Czechoslovakia  v West Germany   5-3 pen. 2-2 a.e.t. (2-2)
"""
"""Facts: github.com/openfootball/euro (CC0)."""

NEXT = EURO.replace("1976", "1964")


def written(folder: Path, *texts: str) -> list[Path]:
    files = [folder / f"cup{number}.txt" for number, _ in enumerate(texts)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    return files


def warned(reading: SeasonsReading) -> list[str]:
    problems = (*reading.problems, *(problem for season in reading.seasons for problem in season.problems))
    return [problem.text() for problem in problems if problem.severity is Severity.WARNING]


def test_a_season_other_than_that_of_the_file_is_taken_but_said(tmp_path: Path) -> None:
    files = written(tmp_path, EURO)
    assert warned(read_seasons(files, season="1976")) == []
    reading = read_seasons(files, season="1968", format_name="uefa-euro-1960")
    assert warned(reading) == ["the file says 1976; it was taken for 1968, as --season asks"]


def test_without_a_season_the_newest_rules_are_taken_and_that_is_said(tmp_path: Path) -> None:
    undated = "= Euro\n\n▪ Final\n  Spain v England 2-1\n"
    newest = "the file doesn't say which season it is, and the newest rules were taken."
    assert any(text.startswith(newest) for text in warned(read_seasons(written(tmp_path, undated))))
    named = read_seasons(written(tmp_path, undated), format_name="uefa-euro-1960")
    assert not any(text.startswith(newest) for text in warned(named))


def test_a_file_that_names_a_season_and_holds_no_match_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FactsError) as caught:
        read_seasons(written(tmp_path, "= Euro 1976\n\n▪ Final\n"))
    assert [problem.message.code for problem in caught.value.problems if problem.severity is Severity.ERROR] == [
        "placing.nothing_read"
    ]


def test_what_no_rules_are_known_for_is_told_once_beside_what_can_be_played(tmp_path: Path) -> None:
    unknown = "\n".join(f"= Foo Cup {year}\n\n▪ Final\nJun 16 {year}\n A v B 1-0\n" for year in (1990, 1991))
    warnings = warned(read_seasons(written(tmp_path, EURO, unknown)))
    assert len([text for text in warnings if '"Foo Cup"' in text]) == 1


def test_a_decision_is_about_the_season_with_its_teams_that_is_nearest_to_its_day(tmp_path: Path) -> None:
    decisions = tmp_path / "decisions.csv"
    row = "1976-06-21,award,Czechoslovakia - West Germany,West Germany\n"
    decisions.write_text(f"date,decision,match,team\n{row}", encoding="utf-8")
    reading = read_seasons(written(tmp_path, NEXT, EURO), decisions=decisions)
    found = {
        season.results.season: [each.match for each in season.facts.decisions if isinstance(each, Award)]
        for season in reading.seasons
    }
    assert found == {"1964": [], "1976": ["final-1"]}


def test_a_match_without_a_place_is_kept_in_the_folder_that_is_made_of_the_files(tmp_path: Path) -> None:
    text = EURO.replace("▪ Final", "▪ Exhibition\nJun 19\n  Netherlands v Spain 1-0\n▪ Final")
    import_seasons(read_seasons(written(tmp_path, text)).seasons, tmp_path / "folder")
    kept = (tmp_path / "folder/unread.txt").read_text(encoding="utf-8")
    assert kept == f"{tmp_path / 'cup0.txt'}:10: Netherlands 1-0 Spain (Exhibition)\n"

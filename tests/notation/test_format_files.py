"""Where formats are found: the library, a competition's own folder, a file given by its path."""

from pathlib import Path

import pytest

from liguilla.errors import FormatError
from liguilla.formats import check_format, read_format
from liguilla.notation.format_files import FormatFiles

CUP = """\
name: Cup
source: Its rules
teams: 16
points: {win: 3, draw: 1, loss: 0}
stages:
  - {id: table, kind: league, meetings: 1, rank_by: [points]}
outcomes: {champion: table 1}
"""


def test_the_library_ships_with_the_package() -> None:
    files = FormatFiles()
    assert "ascenso-mx-2012" in files.names()
    assert files.file("ascenso-mx-2012") == "ascenso-mx-2012.yaml"
    assert (files.text("world-cup-2026") or "").startswith("#")
    assert (files.beside("world-cup-2026", "world-cup-2026-thirds.csv") or "").startswith("thirds,")


def test_a_folder_of_ones_own_comes_before_the_library(tmp_path: Path) -> None:
    tmp_path.joinpath("cup.yaml").write_text(CUP, "utf-8")
    tmp_path.joinpath("ascenso-mx-2012.yaml").write_text(CUP, "utf-8")
    files = FormatFiles(tmp_path)
    assert files.text("cup") == files.text("ascenso-mx-2012") == CUP
    assert "liga-mx-2023" in files.names()
    assert read_format("cup", files).id == "cup"


def test_a_file_given_by_its_path_finds_those_beside_it(tmp_path: Path) -> None:
    tmp_path.joinpath("half.yaml").write_text(CUP, "utf-8")
    season = tmp_path / "season.yml"
    season.write_text("name: S\nsource: s\ntournaments: {a: half}\nstages: []\noutcomes: {b: champion a}\n", "utf-8")
    files, name = FormatFiles.beside_file(season)
    assert (name, files.file(name)) == ("season", "season.yml")
    assert check_format(name, files) == ()


def test_nothing_outside_the_folder_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    folder.joinpath("cup.yaml").write_text(CUP, "utf-8")
    tmp_path.joinpath("secret.csv").write_text("x", "utf-8")
    assert FormatFiles(folder).beside("cup", "../secret.csv") is None
    assert FormatFiles(folder).beside("cup", str(tmp_path / "secret.csv")) is None
    assert FormatFiles(folder).beside("nothing", "secret.csv") is None
    assert FormatFiles(folder).text("../cup") is None


def test_a_file_that_is_no_text_is_refused_with_its_name(tmp_path: Path) -> None:
    tmp_path.joinpath("cup.yaml").write_bytes(b"name: Copa Libertadores de Am\xe9rica\n")
    with pytest.raises(FormatError) as caught:
        read_format("cup", FormatFiles(tmp_path))
    assert [problem.line() for problem in caught.value.problems] == [
        "cup.yaml: the file is not text in UTF-8; save it in that encoding"
    ]

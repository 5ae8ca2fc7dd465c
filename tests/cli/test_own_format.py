"""A format of one's own: named by its file, and copied beside the facts of a new competition."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

RULES = """
name: A small league
source: "ours"
teams: 3
points: {win: 3, draw: 1, loss: 0}
stages:
  - id: table
    kind: league
    meetings: 1
    rank_by: [points, lots]
outcomes: {champion: table 1}
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    (tmp_path / "ours.yaml").write_text(RULES, encoding="utf-8")
    return tmp_path


def test_a_new_competition_takes_its_own_format_along(run: Run, written: Path) -> None:
    made = run("new", str(written / "cup"), "--format", str(written / "ours.yaml"))
    assert made.status == 0
    assert (written / "cup/ours.yaml").read_text(encoding="utf-8") == RULES
    assert run("play", str(written / "cup")).status == 1  # three teams are still to be entered
    (written / "cup/teams.csv").write_text("name\nA\nB\nC\n", encoding="utf-8")
    assert run("play", str(written / "cup")).status == 0


def test_a_format_file_is_shown_like_one_of_the_library(run: Run, written: Path) -> None:
    shown = run("formats", str(written / "ours.yaml"))
    assert shown.status == 0
    assert "A small league" in shown.out

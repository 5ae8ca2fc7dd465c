"""Every test runs command lines in this process, in an empty folder, with an environment that says nothing."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from liguilla.cli import main

SEASON = Path(__file__).parents[2] / "competitions" / "mex" / "ascenso-mx" / "2012-13"
SILENT = ("LIGUILLA_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS", "NO_COLOR")


@dataclass(frozen=True)
class Answer:
    """What a command line brings."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output, which has to be one JSON document."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in SILENT:
        monkeypatch.delenv(name, raising=False)

    def answer(*words: str | Path) -> Answer:
        status = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Answer(status, captured.out, captured.err)

    return answer

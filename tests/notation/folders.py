"""Folders made for a test, and what is said about them."""

from collections.abc import Mapping
from pathlib import Path

from liguilla.errors import FactsError, Severity
from liguilla.notation import read_folder

TEAMS = "name\nNecaxa\nNeza\n"
MATCHES = "id,stage,date,home,away,home_score,away_score\nM1,table,2012-07-20,Necaxa,Neza,2,1\n"


def make(folder: str, files: Mapping[str, str | bytes]) -> None:
    """Write a folder: an empty frame and two teams, unless the files say otherwise."""
    for name, content in {"competition.yaml": "", "teams.csv": TEAMS, **files}.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def said(folder: str, language: str = "en") -> list[str]:
    """Return all that is said about a folder that is read, one line for each problem."""
    try:
        problems = read_folder(folder).problems
    except FactsError as error:
        problems = error.problems
        assert any(problem.severity is Severity.ERROR for problem in problems)
    return [problem.line(language) for problem in problems]


def said_of(files: Mapping[str, str | bytes], language: str = "en") -> list[str]:
    """Return all that is said about a folder of these files, called ``cup``."""
    make("cup", files)
    return said("cup", language)

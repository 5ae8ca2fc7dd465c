"""Formats written in tests: a shelf of texts, before the library."""

from liguilla.errors import FormatError, Problem
from liguilla.formats import Format, check_format, read_format
from liguilla.notation.format_files import FormatFiles

LIBRARY = FormatFiles()


class Shelf:
    """A loader of texts by name; what isn't there comes from the library."""

    def __init__(self, texts: dict[str, str], beside: dict[str, str] | None = None) -> None:
        self.texts, self.files = texts, beside or {}

    def text(self, name: str) -> str | None:
        return self.texts[name] if name in self.texts else LIBRARY.text(name)

    def file(self, name: str) -> str:
        return f"{name}.yaml"

    def names(self) -> tuple[str, ...]:
        return tuple(sorted({*self.texts, *LIBRARY.names()}))

    def beside(self, name: str, file: str) -> str | None:
        return self.files[file] if file in self.files else LIBRARY.beside(name, file)


def problems(text: str, **others: str) -> tuple[Problem, ...]:
    """Return the problems of a format of this text, called cup; others may be named in it."""
    return check_format("cup", Shelf({"cup": text, **others}))


def said(text: str, **others: str) -> list[str]:
    """Return what is said about it, without file, line and column."""
    return [problem.text() for problem in problems(text, **others)]


def pointed(text: str, **others: str) -> list[str]:
    """Return what is said about it, with line and column."""
    return [problem.line().removeprefix("cup.yaml:") for problem in problems(text, **others)]


def built(text: str, **others: str) -> Format:
    """Return the format that a text is."""
    try:
        return read_format("cup", Shelf({"cup": text, **others}))
    except FormatError as error:
        raise AssertionError(str(error)) from None


def cup(stages: str, outcomes: str = "", head: str = "") -> str:
    """Return a format of 16 teams with these stages, outcomes and further keys."""
    frame = "name: Cup\nsource: Its rules\nteams: 16\npoints: {win: 3, draw: 1, loss: 0}\n"
    ends = f"outcomes:\n{outcomes}" if outcomes else "outcomes: {}\n"
    return f"{frame}{head}stages:\n{stages}{ends}"


LEAGUE = "  - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}\n"
"""A league of all teams."""

GROUPS = """\
  - {id: draw, kind: draw, pots: [{teams: teams, into: [A, A, A, A, B, B, B, B, C, C, C, C, D, D, D, D]}]}
  - {id: group, kind: league, groups: draw, meetings: 1, rank_by: [points, lots]}
"""
"""Four groups of four, A to D."""


def knockout(keys: str = "", rounds: str = "[{id: final, teams: table 1-2}]") -> str:
    """Return a knock-out on neutral ground, with lots if level; the keys come before its rounds."""
    return f"  - {{id: ko, kind: knockout, {keys}hosts: neutral, decide_by: [score, lots], rounds: {rounds}}}\n"

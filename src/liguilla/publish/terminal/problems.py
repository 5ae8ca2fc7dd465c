"""Problems: what is wrong in a file, where it stands, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import chop_cells

from liguilla.errors import Problem, Severity
from liguilla.publish.terminal.page import Page, cells

__all__ = ["write_problems"]

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def write_problems(page: Page, problems: Sequence[Problem]) -> None:
    """Write errors, then warnings, then notes, each under the number of its kind."""
    if not problems:
        page.sentence(page.word("no_problems"))
    for severity, style in _STYLES.items():
        found = [problem for problem in problems if problem.severity is severity]
        if found:
            page.heading(page.word(f"{severity}s", n=len(found)))
        for problem in found:
            page.sentence(problem.line(page.language), style=style)
            for line in _excerpt(page, problem):
                page.line((line, "dim"))


def _excerpt(page: Page, problem: Problem) -> Iterator[str]:
    """Give the lines of the file, and the caret; a line wider than the page goes on below, caret included."""
    lines = problem.snippet().splitlines()
    if not lines:
        return
    caret = lines.pop() if problem.origin is not None and problem.origin.column is not None else ""
    bar = lines[0].find("|") + 2
    at = cells(caret) - 1 - bar
    for number, line in enumerate(lines, 1):
        for start, piece in _pieces(line, bar, page.width):
            yield piece
            if caret and number == len(lines) and start <= at <= start + cells(piece) - bar:
                yield caret[:bar] + " " * (at - start) + "^"
                caret = ""


def _pieces(line: str, bar: int, width: int) -> Iterator[tuple[int, str]]:
    """Give a line in pieces as wide as the page, each with the cell of the text that it begins at."""
    margin, text = line[:bar], line[bar:].expandtabs(1)
    start = 0
    for piece in chop_cells(text, max(width - bar, 8)) or [""]:
        yield start, margin + piece
        start += cells(piece)
        margin = " " * (bar - 2) + margin[-2:]

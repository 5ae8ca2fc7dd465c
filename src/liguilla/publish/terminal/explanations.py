"""Why a thing is so, followed back to the matches; and whom a team can still meet."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.engine import Explanation, Opponents
from liguilla.publish.labels import capital
from liguilla.publish.terminal.page import Page, cells, wrapped

__all__ = ["write_explanation", "write_opponents"]


def write_explanation(page: Page, explanation: Explanation) -> None:
    """Write a statement, and below it, as a tree, what it follows from."""
    _write(page, explanation, "", "", None)


def _write(page: Page, explanation: Explanation, first: str, rest: str, source: str | None) -> None:
    """Write a branch: `first` stands before its first line, `rest` before all others; `source` is known already."""
    below = rest + ("│ " if explanation.because else "  ")
    statement = capital(page.say(explanation.says))
    if len(explanation.matches) == 1:
        statement = f"{statement} [{explanation.matches[0]}]"
    for number, line in enumerate(wrapped(statement, page.width - cells(below))):
        page.line((below if number else first, "dim"), (line, "" if rest else "bold"))
    for remark in _remarks(page, explanation, source):
        for line in wrapped(remark, page.width - cells(below)):
            page.line((below + line, "dim"))
    for number, reason in enumerate(explanation.because, 1):
        last = number == len(explanation.because)
        forks = ("└ ", "  ") if last else ("├ ", "│ ")
        _write(page, reason, rest + forks[0], rest + forks[1], explanation.source or source)


def _remarks(page: Page, explanation: Explanation, source: str | None) -> Iterator[str]:
    """Give the matches and the rule that a statement rests on; the rule's source where it is another than before."""
    if len(explanation.matches) > 1:
        yield page.word("matches", ids=explanation.matches)
    if explanation.rule:
        new = explanation.source if explanation.source != source else None
        yield page.word("rule_from" if new else "rule", rule=explanation.rule, source=new or "")


def write_opponents(page: Page, opponents: Opponents) -> None:
    """Write whom a team can still meet in a round."""
    page.sentence(capital(page.say(opponents.says)))

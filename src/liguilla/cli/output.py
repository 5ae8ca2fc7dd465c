"""How a command line is answered: in which language, as a page or as a JSON document, and how wide."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from liguilla.cli.languages import chosen_language
from liguilla.errors import Problem, Severity
from liguilla.words import phrase, say

if TYPE_CHECKING:
    from rich.text import Text

    from liguilla.cli.worlds import Played

__all__ = ["DONE", "ERRORS", "WRONG_USAGE", "Output"]

DONE: Final = 0
ERRORS: Final = 1
"""In facts or rules."""
WRONG_USAGE: Final = 2

MakePage = Callable[[str, int], "Text"]
"""Makes a page in a language, as wide as asked."""

MakeDocument = Callable[[str], Mapping[str, Any]]
"""Makes a document in a language."""

BOUNDLESS: Final = 10_000
"""The width of a page that another program reads line by line."""


@dataclass(frozen=True, slots=True)
class Output:
    """What `main` hands to every command: its way to answer.

    Attributes
    ----------
    as_json
        Whether the answer is to be one JSON document.
    """

    language: str = "en"
    as_json: bool = False

    @classmethod
    def asked_for(cls, arguments: Sequence[str]) -> Output:
        """Read off a command line how to answer it; that has to be known even where the rest of the line is wrong."""
        options = arguments[: arguments.index("--")] if "--" in arguments else arguments
        return cls(chosen_language(arguments, os.environ), "--json" in options)

    @property
    def width(self) -> int:
        """What ``COLUMNS`` says; else that of the terminal, but no more than is good to read."""
        from liguilla.publish import screen_width

        asked = os.environ.get("COLUMNS", "")
        return int(asked) if asked.isdecimal() and int(asked) > 0 else screen_width(sys.stdout)

    def show(self, page: MakePage, document: MakeDocument) -> None:
        """Answer with a page or a document."""
        if self.as_json:
            answer = dict(document(self.language))
            answer.setdefault("problems", [])
            self.write(answer)
        else:
            from liguilla.publish import show

            show(page(self.language, self.width), sys.stdout)

    def answer(self, played: Played, page: MakePage, document: MakeDocument, *, whole: bool = False) -> int:
        """Answer a question about a competition and, beside the answer, say what it leaves out or makes it doubtful.

        Parameters
        ----------
        whole
            Whether the page itself tells what was set aside for a changed world.

        Returns
        -------
        int
            The exit status.
        """
        return self.answer_all([(played, page, document)], whole=whole)

    def answer_all(self, answers: Sequence[tuple[Played, MakePage, MakeDocument]], *, whole: bool = False) -> int:
        """Answer about several competitions, one after the other; in JSON, more than one are a list in one document.

        Problems that all of them have are those of the files that they are from, and are told once.
        """
        from liguilla.publish import problems_document, show

        shared = _in_all([played.told for played, _, _ in answers])
        if self.as_json:
            documents = [
                {**document(self.language), **problems_document(_without(played.told, shared), self.language)}
                for played, _, document in answers
            ]
            several = {"competitions": documents, **problems_document(shared, self.language)}
            self.write(documents[0] if len(documents) == 1 else several)
        for number, (played, page, _) in enumerate(() if self.as_json else answers):
            if number:
                sys.stdout.write("\n")
            show(page(self.language, self.width), sys.stdout)
            sys.stdout.flush()
            if played.set_aside and not whole:
                ids = tuple(each.id for each in played.set_aside)
                sys.stderr.write(f"{say(phrase('cli.set_aside', ids=ids), self.language)}\n")
            self.tell(_without(played.told, shared))
        if not self.as_json:
            self.tell(shared)
        return ERRORS if any(played.errors for played, _, _ in answers) else DONE

    def report(self, problems: Sequence[Problem]) -> int:
        """Answer with problems, since they are what was asked for; return the exit status."""
        from liguilla.publish import problems_page, show

        if self.as_json:
            self._write_problems(problems)
        else:
            # One problem a line, for programs that find their way by it.
            width = self.width if sys.stdout.isatty() else BOUNDLESS
            show(problems_page(problems, self.language, width), sys.stdout)
        return ERRORS if any(problem.severity is Severity.ERROR for problem in problems) else DONE

    def complain(self, problems: Sequence[Problem]) -> None:
        """Say which errors in facts or rules keep a question from being answered."""
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if self.as_json:
            self._write_problems(errors)
        else:
            self.tell(errors)

    def refuse(self, problems: Sequence[Problem], usage: str = "") -> None:
        """Say what is wrong with the question, below how it should be asked."""
        if usage:
            sys.stderr.write(f"{usage}\n\n")
        for problem in problems:
            said = say(phrase("cli.error", what=problem.line(self.language)), self.language)
            sys.stderr.write("\n".join(filter(None, (said, problem.snippet()))) + "\n")
        if self.as_json:
            self._write_problems(problems)

    def write(self, document: Mapping[str, Any]) -> None:
        """Write a JSON document."""
        text = json.dumps(document, ensure_ascii=False, indent=2)
        try:
            text.encode(sys.stdout.encoding or "utf-8")
        except UnicodeEncodeError:
            text = json.dumps(document, indent=2)
        sys.stdout.write(f"{text}\n")

    def _write_problems(self, problems: Sequence[Problem]) -> None:
        from liguilla.publish import problems_document

        self.write(problems_document(problems, self.language))

    def tell(self, problems: Sequence[Problem]) -> None:
        """Say problems beside an answer."""
        from liguilla.publish import problems_page, show

        if not problems:
            return
        width = self.width if sys.stderr.isatty() else BOUNDLESS
        show(problems_page(problems, self.language, width), sys.stderr)


def _in_all(told: Sequence[Sequence[Problem]]) -> Sequence[Problem]:
    """Return the problems that each of several answers has; nothing is shared by one alone."""
    if len(told) < 2:
        return ()
    others = [frozenset(problems) for problems in told[1:]]
    return [problem for problem in told[0] if all(problem in each for each in others)]


def _without(told: Sequence[Problem], shared: Sequence[Problem]) -> Sequence[Problem]:
    return [problem for problem in told if problem not in shared]

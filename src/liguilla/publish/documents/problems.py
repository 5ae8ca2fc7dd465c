"""Problems in a document."""

from __future__ import annotations

from collections.abc import Iterable

from liguilla.errors import Problem
from liguilla.publish.documents.places import Document
from liguilla.words import say

__all__ = ["problem_document", "problems_document"]


def problems_document(problems: Iterable[Problem], language: str = "en") -> Document:
    """Return problems, in the order given."""
    return {"problems": [problem_document(problem, language) for problem in problems]}


def problem_document(problem: Problem, language: str) -> Document:
    """Return a problem: where it was written, and what is said about it."""
    origin = problem.origin
    return {
        "severity": str(problem.severity),
        "file": None if origin is None else origin.file,
        "line": None if origin is None else origin.line,
        "column": None if origin is None else origin.column,
        "where": say(problem.where, language) if problem.where else None,
        "message": say(problem.message, language),
        "text": problem.text(language),
        "excerpt": [{"line": number, "text": text} for number, text in problem.excerpt],
    }

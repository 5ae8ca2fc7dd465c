"""What the comments of a format's file say: the description at its head, what is doubtful, and where it is from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Final

from liguilla.publish.prose.sections import Paragraph, Section, stated
from liguilla.words import Listing, phrase

__all__ = ["described", "doubts"]

PARTS: Final = re.compile(r" (?=(?:Uncertain|Sources):)")
"""Where the comment goes on to something else."""

HEADINGS: Final = {"Uncertain": "prose.uncertain", "Sources": "prose.sources"}

DOUBTFUL: Final = re.compile(r"#\s*check\b")


def described(text: str) -> Iterator[Paragraph]:
    """Give what the head of a file says of it, without doubts and sources."""
    what = _head(text).get("")
    if what:
        yield stated(what)


def doubts(text: str) -> Iterator[Section]:
    """Give what is uncertain in a format, and its sources."""
    head = _head(text)
    doubtful = [number for number, line in enumerate(text.splitlines(), 1) if _is_doubtful(line)]
    marked = phrase("prose.marked", n=len(doubtful), lines=Listing(tuple(doubtful))) if doubtful else None
    for word, heading in HEADINGS.items():
        paragraphs = [stated(head[word])] if word in head else []
        if word == "Uncertain" and marked is not None:
            paragraphs.append(stated(marked))
        if paragraphs:
            yield Section(phrase(heading), tuple(paragraphs))


def _head(text: str) -> Mapping[str, str]:
    """Return the parts of the comment that a file begins with, by the word that each begins with; the first by none."""
    lines = takewhile(lambda line: line.startswith("#"), text.splitlines())
    said = " ".join(line.removeprefix("#").strip() for line in lines)
    parts: dict[str, str] = {}
    for part in PARTS.split(f" {said}"):
        word, colon, rest = part.strip().partition(":")
        if colon and word in HEADINGS:
            parts[word] = rest.strip()
        elif part.strip():
            parts[""] = part.strip()
    return parts


def _is_doubtful(line: str) -> bool:
    return not line.startswith("#") and DOUBTFUL.search(line) is not None

"""A page of text in the making: its language, its width, and the lines so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len, chop_cells
from rich.text import Text

from liguilla.publish.labels import capital
from liguilla.words import phrase, say

__all__ = ["Page", "cells", "wrapped"]

_UNSEEN: Final = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\N{REPLACEMENT CHARACTER}")

Part = str | tuple[str, str] | Text
"""A piece of a line: words, or words and their style."""


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes; an accent takes none, an ideogram two."""
    return cell_len(text)


def wrapped(text: str, width: int, *, hanging: int = 0) -> list[str]:
    """Return the text in lines of at most this width, broken between words wherever that is possible.

    Lines after the first are `hanging` narrower, so that they can be indented.
    """
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        room = max(width - (hanging if lines else 0), 1)
        longer = f"{line} {word}" if line else word
        if cells(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
            room = max(width - hanging, 1)
        while cells(word) > room:
            # An ideogram is wider than one column; it is shown all the same.
            first = next(piece for piece in chop_cells(word, room) if piece)
            lines.append(first)
            word = word[len(first) :]
            room = max(width - hanging, 1)
        line = word
    return [*lines, line]


class Page:
    """Collects the lines of a page.

    What writes on it never goes beyond `width`, and says everything in `language`.
    """

    def __init__(self, language: str = "en", width: int = 80) -> None:
        self.language = language
        self.width = max(width, 20)
        self._lines: list[Text] = []

    def say(self, thing: object) -> str:
        """Return a phrase, text or value in the page's language."""
        return say(thing, self.language)

    def word(self, key: str, **values: object) -> str:
        """Return one of the words of pages."""
        words = say(phrase(f"publish.{key}", **values), self.language)
        return words.replace(" de el ", " del ") if self.language == "es" else words

    def waits(self, what: object, *, indent: int = 0) -> None:
        """Add a sentence that says what is waited for."""
        words = self.word("waiting_for", what=what)
        self.sentence(capital(words), indent=indent, style="yellow")

    def not_played(self, why: object) -> None:
        """Add the sentence that says why a stage isn't played."""
        self.sentence(capital(self.say(why)), style="dim")

    def line(self, *parts: Part, indent: int = 0) -> None:
        """Add a line that is known to fit. A character that would command the terminal is shown as unknown."""
        line = Text.assemble(" " * indent, *parts)
        line.plain = line.plain.translate(_UNSEEN)
        line.rstrip()
        self._lines.append(line)

    def sentence(self, text: str, *, indent: int = 0, hanging: int = 2, style: str = "") -> None:
        """Add a sentence on as many lines as it needs; all but the first are indented further."""
        first, *rest = wrapped(text, self.width - indent, hanging=hanging)
        self.line((first, style), indent=indent)
        for line in rest:
            self.line((line, style), indent=indent + hanging)

    def remarks(self, parts: Iterable[str], *, style: str = "dim") -> None:
        """Add short remarks side by side, on as many lines as they need."""
        line = ""
        for part in parts:
            longer = f"{line} · {part}" if line else part
            if line and cells(longer) > self.width:
                self.sentence(line, style=style)
                longer = part
            line = longer
        if line:
            self.sentence(line, style=style)

    def gap(self) -> None:
        """Add an empty line, unless there is one already or nothing before it."""
        if self._lines and self._lines[-1].plain:
            self._lines.append(Text())

    def title(self, text: str, rule: str = "─") -> None:
        """Add the title of a competition, underlined over the width of the page."""
        self.gap()
        self.sentence(text, hanging=0, style="bold")
        self.line((rule * min(self.width, 80), "dim"))

    def heading(self, text: str, *, aside: str = "") -> None:
        """Add the heading of a section, with a remark beside it, or below where there is no room."""
        self.gap()
        if aside and cells(text) + 5 + cells(aside) <= self.width:
            self.line((text, "bold"), (f"  ·  {aside}", "dim"))
            return
        self.sentence(text, hanging=0, style="bold")
        if aside:
            self.sentence(aside, style="dim")

    def text(self) -> Text:
        """Return the page."""
        while self._lines and not self._lines[-1].plain:
            self._lines.pop()
        return Text("\n").join(self._lines)

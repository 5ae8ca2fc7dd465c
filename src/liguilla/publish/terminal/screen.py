"""Where a page is shown: with colours on a terminal, as plain text anywhere else."""

from __future__ import annotations

import shutil
import unicodedata
from typing import TextIO

from rich.text import Text

__all__ = ["screen_width", "show"]

_ASCII = str.maketrans(
    {"─": "-", "│": "|", "┐": "+", "┘": "+", "├": "+", "└": "+", "═": "=", "–": "-", "·": "-", "º": "o", "’": "'"}
)


def screen_width(stream: TextIO, most: int = 80) -> int:
    """Return how wide a page may be: as wide as the terminal, but no wider than `most`."""
    return min(shutil.get_terminal_size((most, 24)).columns, most) if stream.isatty() else most


def show(page: Text, stream: TextIO) -> None:
    """Write a page to a stream: styled on a terminal (``NO_COLOR`` is heeded), without any code elsewhere."""
    if stream.isatty():
        from rich.console import Console  # a pipe has no use for it, and it takes a while to load

        console = Console(file=stream, highlight=False, emoji=False, markup=False)
        if (console.encoding or "").lower().startswith("utf"):
            console.print(page, soft_wrap=True)
            return
    stream.write(_encodable(page.plain, stream.encoding or "utf-8") + "\n")


def _encodable(text: str, encoding: str) -> str:
    """Return the text in letters that the encoding has: lines of hyphens, letters without accents."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_ASCII)
        return "".join(_letter(letter, encoding) for letter in text)
    return text


def _letter(letter: str, encoding: str) -> str:
    for candidate in (letter, unicodedata.normalize("NFKD", letter)):
        kept = candidate.encode(encoding, "ignore").decode(encoding)
        if kept:
            return kept
    return "" if unicodedata.combining(letter) else "?"

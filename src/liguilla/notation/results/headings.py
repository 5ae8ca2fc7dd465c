"""What stands above a match, out of cells and titles: ``Apertura Playoffs, Final`` is two headings."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["headings_of", "numbered"]


def headings_of(text: str | None) -> tuple[str, ...]:
    """Return the headings in a text: those with commas between them are several, outermost first.

    Examples
    --------
    >>> headings_of("Apertura Playoffs, Final")
    ('Apertura Playoffs', 'Final')
    """
    if not text:
        return ()
    return tuple(heading for part in text.split(",") if (heading := part.strip()))


def numbered(text: str | None, word: str | None) -> str | None:
    """Return a heading: a number or a letter that stands alone gets the word of its column before it.

    Examples
    --------
    >>> numbered("3", "Matchday"), numbered("Final", "Round"), numbered("A", "Group")
    ('Matchday 3', 'Final', 'Group A')
    """
    if not text or not word:
        return text
    alone = text.isdecimal() or (len(text) == 1 and text.isalpha())
    return f"{word} {text}" if alone else text


def title_of(headings: Iterable[str]) -> str:
    """Return headings as one text."""
    return ", ".join(headings)

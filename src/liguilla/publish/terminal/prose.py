"""Prose on a page: numbered sections, and lists with letters."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Final

from liguilla.publish.prose import Paragraph, Section, heading, sentences
from liguilla.publish.terminal.page import Page

__all__ = ["write_prose"]

INDENT: Final = 2

ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def write_prose(page: Page, section: Section) -> None:
    """Write a section with all that is below it; its heading is the title of the page."""
    page.title(heading(section.heading, page.language), "═")
    _write_paragraphs(page, section)
    _write_sections(page, section, "")


def _write_sections(page: Page, section: Section, number: str) -> None:
    for count, each in enumerate(section.sections, 1):
        own = f"{number}{count}."
        page.heading(f"{own} {heading(each.heading, page.language)}")
        _write_paragraphs(page, each)
        _write_sections(page, each, own)


def _write_paragraphs(page: Page, section: Section) -> None:
    for paragraph in section.paragraphs:
        _write(page, paragraph, INDENT, "", 0)


def _write(page: Page, paragraph: Paragraph, indent: int, mark: str, depth: int) -> None:
    """Write a paragraph and, further to the right, what it lists; `depth` is how many numbered lists are around it."""
    if paragraph.sentences:
        text = f"{mark}{sentences(paragraph, page.language)}"
        page.sentence(text, indent=indent, hanging=len(mark))
        indent += INDENT
    for number, item in enumerate(paragraph.items, 1):
        own = f"{_number(number, depth)} " if paragraph.ordered else "- "
        _write(page, item, indent, own, depth + paragraph.ordered)


def _number(number: int, depth: int) -> str:
    """Return the mark of an item of a numbered list: letters outside, small Roman numbers inside, figures in these."""
    if depth == 0:
        turns, letter = divmod(number - 1, len(ascii_lowercase))
        return f"({ascii_lowercase[letter] * (turns + 1)})"
    return f"({_roman(number)})" if depth == 1 else f"({number})"


def _roman(number: int) -> str:
    said = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said

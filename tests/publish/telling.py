"""Prose, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.publish.prose import Paragraph, Section, heading, sentences

__all__ = ["lines"]


def lines(section: Section, language: str = "en") -> Iterator[str]:
    """Give every heading, paragraph and item of a section; sentences that stand together in one line."""
    yield heading(section.heading, language)
    for paragraph in section.paragraphs:
        yield from _of_paragraph(paragraph, language)
    for inner in section.sections:
        yield from lines(inner, language)


def _of_paragraph(paragraph: Paragraph, language: str) -> Iterator[str]:
    yield sentences(paragraph, language)
    for item in paragraph.items:
        yield from _of_paragraph(item, language)

"""Prose in a document: the tree of its sections."""

from __future__ import annotations

from liguilla.publish.documents.places import Document
from liguilla.publish.prose import Paragraph, Section, heading, sentences

__all__ = ["section_document"]


def section_document(section: Section, language: str) -> Document:
    """Return a section with the sections inside it."""
    return {
        "heading": heading(section.heading, language),
        "paragraphs": [_paragraph(each, language) for each in section.paragraphs],
        "sections": [section_document(each, language) for each in section.sections],
    }


def _paragraph(paragraph: Paragraph, language: str) -> Document:
    return {
        "text": sentences(paragraph, language),
        "ordered": paragraph.ordered,
        "items": [_paragraph(each, language) for each in paragraph.items],
    }

"""What prose is made of: sections with paragraphs, which any renderer can lay out; and how they are put into words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from liguilla.publish.labels import capital
from liguilla.words import Phrase, Text, say

__all__ = ["Paragraph", "Said", "Section", "heading", "listed", "sentence", "sentences", "stated"]

Said = Phrase | Text
"""Something that can be said in any language: made of the catalogue, or written by a person."""

ENDS: Final = (".", ":", "!", "?", "…")
"""A sentence with one of these needs no full stop of ours."""

CONTRACTED: Final = re.compile(r"\b([Dd]e|[Aa]) el (?=\S)")
"""Spanish runs these together: ``del``, ``al``."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together and, below them, what they list.

    Attributes
    ----------
    ordered
        Whether the order of the items is part of the rule, so that they are numbered.
    """

    sentences: tuple[Said, ...]
    items: tuple[Paragraph, ...] = ()
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text, under a heading, with parts of its own."""

    heading: Said
    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


def stated(*said: Said | None) -> Paragraph:
    """Return a paragraph of sentences, those left out that are None."""
    return Paragraph(tuple(each for each in said if each is not None))


def listed(*said: Said | None, items: Iterator[Paragraph], ordered: bool = True) -> Paragraph:
    """Return a paragraph whose last sentence lists something."""
    return Paragraph(stated(*said).sentences, tuple(items), ordered)


def sentences(paragraph: Paragraph, language: str) -> str:
    """Return the sentences of a paragraph in a language, one after the other."""
    return " ".join(sentence(each, language) for each in paragraph.sentences)


def sentence(said: Said, language: str) -> str:
    """Return something as a sentence: with a capital letter and a full stop.

    Examples
    --------
    >>> sentence({"en": "all teams take part", "es": "participan todos los equipos"}, "es")
    'Participan todos los equipos.'
    """
    text = heading(said, language)
    # A full stop inside quotation marks closes the sentence around it too.
    return text if text.rstrip("”»)").endswith(ENDS) else f"{text}."


def heading(said: Said, language: str) -> str:
    """Return something as it stands alone: with a capital letter."""
    text = " ".join(say(said, language).split())
    if language == "es":
        text = CONTRACTED.sub(r"\1l ", text)
    is_address = "." in text.partition(" ")[0].rstrip(".")
    return text if is_address else capital(text)

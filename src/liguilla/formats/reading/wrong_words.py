"""Words that can't be understood, and the known word that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Final

from liguilla.words import Phrase, phrase

__all__ = ["Near", "WrongWords", "did_you_mean", "nearest", "refuse_long", "sentence"]

LIKE_ENOUGH: Final = 0.6

LONGEST_WORD: Final = 80
"""Longer words are like nothing known, and comparing them takes long; so do very many words."""

MOST_KNOWN: Final = 1000

LONGEST_SENTENCE: Final = 2000
"""Characters of a selector, criterion or condition."""

LONGEST_QUOTED: Final = 200

Near = tuple[str, Iterable[str]]
"""A word that isn't known, and those that are."""


class WrongWords(Exception):
    """A selector, criterion or condition has no meaning; `said` is why."""

    def __init__(self, code: str, /, *, near: Near | None = None, **values: object) -> None:
        super().__init__(code)
        self.said = sentence(code, near, values)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one, if any is like it."""
    if len(word) > LONGEST_WORD:
        return None
    return next(iter(get_close_matches(word, islice(known, MOST_KNOWN), 1, LIKE_ENOUGH)), None)


def did_you_mean(near: Near | None) -> Phrase | str:
    """Return ``. Did you mean "..."?``, or nothing."""
    word = nearest(*near) if near else None
    return phrase("formats.did_you_mean", word=word) if word else ""


def sentence(code: str, near: Near | None, values: Mapping[str, object]) -> Phrase:
    """Return what is wrong; words that it quotes are cut short, and a near miss is offered."""
    quoted = {name: _shortened(value) if isinstance(value, str) else value for name, value in values.items()}
    return phrase(f"formats.{code}", **quoted, hint=did_you_mean(near))


def refuse_long(text: str) -> None:
    """Refuse what is too long to be a sentence anybody wrote.

    Raises
    ------
    WrongWords
        If it is.
    """
    if len(text) > LONGEST_SENTENCE:
        raise WrongWords("too_long", limit=LONGEST_SENTENCE)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}..."

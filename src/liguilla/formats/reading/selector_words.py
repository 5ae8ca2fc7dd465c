"""The grammar of selectors: words put in order, before anybody knows what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from liguilla.formats.reading.wrong_words import WrongWords, refuse_long
from liguilla.formats.selectors import FactIs

__all__ = ["SelectorWords", "TermWords", "read_selector"]

_PATH = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)
_SIDES: Final[dict[str, tuple[Literal["winner", "loser"], bool]]] = {
    "winner": ("winner", True),
    "winners": ("winner", False),
    "loser": ("loser", True),
    "losers": ("loser", False),
}


@dataclass(frozen=True, slots=True)
class TermWords:
    """One term: an optional first word, a path, and words that what the path names gives a meaning to."""

    path: tuple[str, ...]
    rest: tuple[str, ...] = ()
    side: Literal["winner", "loser"] | None = None
    single: bool = False
    each: bool = False
    where: tuple[FactIs, ...] = ()

    @property
    def is_teams(self) -> bool:
        """True for the word ``teams``: every team."""
        return self.path == ("teams",)

    @property
    def competition(self) -> str | None:
        """The word that may name a competition: the one after an id alone."""
        alone = len(self.path) == 1 and not self.side and not self.each
        return self.rest[0] if self.rest and alone else None

    @property
    def side_word(self) -> str:
        """The first word as it was written."""
        return f"{self.side}{'' if self.single else 's'}"


@dataclass(frozen=True, slots=True)
class SelectorWords:
    """Terms in order, without those after ``except``."""

    terms: tuple[TermWords, ...]
    without: tuple[TermWords, ...] = ()


def read_selector(text: str) -> SelectorWords:
    """Read a selector such as ``each group 1-2 + winners semifinals``.

    Raises
    ------
    WrongWords
        If its words are in no order that a selector can have.
    """
    refuse_long(text)
    if not text.strip():
        raise WrongWords("selector_empty")
    taken, *without = re.split(r"\bexcept\b", text)
    if len(without) > 1:
        raise WrongWords("selector_two_excepts")
    return SelectorWords(_terms(taken), _terms(without[0]) if without else ())


def _terms(text: str) -> tuple[TermWords, ...]:
    return tuple(_term(part.split()) for part in text.split("+"))


def _term(words: list[str]) -> TermWords:
    if not words:
        raise WrongWords("selector_nothing_beside")
    where: tuple[FactIs, ...] = ()
    if "where" in words:
        here = words.index("where")
        where = _where(" ".join(words[here + 1 :]))
        words = words[:here]
    match words:
        case []:
            raise WrongWords("selector_where_alone")
        case ["teams"]:
            return TermWords(("teams",), where=where)
        case ["teams", *_]:
            raise WrongWords("selector_teams_alone")
        case ["each"]:
            raise WrongWords("selector_each_alone")
        case [word] if word in _SIDES:
            raise WrongWords("selector_side_alone", word=word)
        case ["each", name, *rest]:
            return TermWords(_path(name), tuple(rest), each=True, where=where)
        case [word, name, *rest] if word in _SIDES:
            side, single = _SIDES[word]
            return TermWords(_path(name), tuple(rest), side, single, where=where)
        case [name, *rest]:
            return TermWords(_path(name), tuple(rest), where=where)
    raise AssertionError(words)


def _path(name: str) -> tuple[str, ...]:
    if not _PATH.fullmatch(name):
        raise WrongWords("selector_no_id", word=name)
    return tuple(name.split("."))


def _where(text: str) -> tuple[FactIs, ...]:
    conditions = []
    for part in re.split(r"\band\b", text):
        fact, _, value = part.strip().partition(" ")
        if not value:
            raise WrongWords("selector_where")
        conditions.append(FactIs(fact, value.strip()))
    return tuple(conditions)

"""The words that tables of results use, in the languages people keep them in: headers, months, ends of matches."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from liguilla.facts import plain_name

__all__ = ["COLUMNS", "COMPETITIONS", "FATES", "MONTHS", "NOTHING", "PARTS", "SIDES", "TRUTHS", "plain_words"]


def plain_words(text: str) -> str:
    """Return a text as its words are compared: no accents, no capitals, other signs than letters and figures as spaces.

    Examples
    --------
    >>> plain_words("Équipe_locale (HT)")
    'equipe locale ht'
    """
    return " ".join(re.findall(r"[^\W_]+|[<>+%#]", plain_name(text)))


def _by_word(section: Mapping[str, list[str]]) -> dict[str, str]:
    return {plain_words(word): meaning for meaning, words in section.items() for word in words}


_SAID: Final[Mapping[str, Any]] = tomllib.loads(
    files(__package__).joinpath("table_words.toml").read_text(encoding="utf-8")
)

COLUMNS: Final[Mapping[str, str]] = _by_word(_SAID["columns"])
"""What a column holds, by its header."""

PARTS: Final[Mapping[str, str]] = _by_word(_SAID["parts"])
"""Which score it is, by the words beside it: after extra time, of the shoot-out, at the break."""

FATES: Final[Mapping[str, str]] = _by_word(_SAID["fates"])
"""What became of a match, by the words beside its score or in the place of it."""

NOTHING: Final[frozenset[str]] = frozenset(word.casefold() for word in _SAID["nothing"]["words"])
"""What is written where nothing is known, or nothing has been played yet."""

TRUTHS: Final[Mapping[str, bool]] = {
    plain_words(word): truth == "yes" for truth, words in _SAID["truths"].items() for word in words
}

SIDES: Final[Mapping[str, str]] = _by_word(_SAID["sides"])
"""The side that won a shoot-out or match, where a column doesn't name the team."""

MONTHS: Final[Mapping[str, int]] = {
    word: number for number, words in enumerate(_SAID["months"].values(), 1) for word in words
}

COMPETITIONS: Final[Mapping[str, str]] = _SAID["competitions"]
"""What files of results call a competition, for notations in which a file doesn't say it."""

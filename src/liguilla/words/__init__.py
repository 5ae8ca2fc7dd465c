"""Everything Liguilla says to a person, in each of its languages.

The rest of the house never builds a sentence. It makes a `Phrase`: a code and the values that fill it. Here is the
catalogue that turns a phrase into English or Spanish, so an answer, its reason and every error can be printed in
either language long after they were found.

A code is ``area.key``; the templates of an area are the file ``<language>/<area>.toml``, and a template names its
values in braces. A template with two forms is a table with the keys ``one`` and ``other``; the value ``n`` chooses.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["LANGUAGES", "Listing", "Phrase", "Text", "catalogue", "phrase", "say"]

LANGUAGES: Final = ("en", "es")

Text = str | Mapping[str, str]
"""A text written by a person: in one language for all, or language by language."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence not yet said: the code of its template and the values that fill it."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things in a row: ``a, b and c`` (or ``a, b or c``)."""

    items: tuple[object, ...]
    joined_by: str = "and"


def phrase(code: str, /, **values: object) -> Phrase:
    """Return the phrase of this code, filled with these values."""
    return Phrase(code, values)


def say(thing: object, language: str = "en") -> str:
    """Put a phrase, a text or a value into words.

    Parameters
    ----------
    thing
        A `Phrase`; a `Text`; a `Listing`; a list or tuple, joined by commas; anything else is said as `str` has it.
    language
        One of `LANGUAGES`.

    Examples
    --------
    >>> say({"en": "General table", "es": "Tabla general"}, "es")
    'Tabla general'
    >>> say(Listing(("Necaxa", "Neza", "Tecos")))
    'Necaxa, Neza and Tecos'
    """
    match thing:
        case str():
            return thing
        case Phrase(code, values):
            return _template(code, values, language).format_map(_Said(values, language))
        case Listing(items, joined_by):
            said = [say(item, language) for item in items]
            if len(said) < 2:
                return "".join(said)
            return f"{', '.join(said[:-1])} {say(Phrase('words.' + joined_by), language)} {said[-1]}"
        case Mapping():
            return str(thing.get(language) or thing.get("en") or next(iter(thing.values())))
        case list() | tuple() if type(thing).__str__ is object.__str__:
            return ", ".join(say(item, language) for item in thing)
        case _:
            return str(thing)


@cache
def catalogue(language: str, area: str) -> Mapping[str, str | Mapping[str, str]]:
    """Return the templates of one area in one language."""
    text = files(__package__).joinpath(language, f"{area}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _template(code: str, values: Mapping[str, object], language: str) -> str:
    area, _, key = code.partition(".")
    template = catalogue(language, area)[key]
    if isinstance(template, str):
        return template
    return template["one" if values.get("n") == 1 else "other"]


class _Said(dict[str, str]):
    """The values of a template, each put into words when the template asks for it."""

    def __init__(self, values: Mapping[str, object], language: str) -> None:
        super().__init__()
        self.values_, self.language = values, language

    def __missing__(self, key: str) -> str:
        return say(self.values_[key], self.language)

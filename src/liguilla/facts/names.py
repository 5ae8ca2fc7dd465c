"""Names as people type them: without accents, in any case, a letter off."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

__all__ = ["find_name", "nearest_name", "nearest_names", "plain_name", "things_called"]

T = TypeVar("T")


def plain_name(name: str) -> str:
    """Return the name in lower case, without accents and with single spaces.

    Examples
    --------
    >>> plain_name("  Mérida FC ")
    'merida fc'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def find_name(typed: str, names: Iterable[str]) -> str | None:
    """Return the one of the names that was typed, accents and case aside; None if none or several fit."""
    names = list(names)
    if typed in names:
        return typed
    fits = things_called(typed, {name: name for name in names})
    return fits[0] if len(fits) == 1 else None


def things_called(typed: str, known: Mapping[str, T]) -> tuple[T, ...]:
    """Return what a name as it was typed may mean, accents and case aside: each thing once, by what names mean."""
    plain = plain_name(typed)
    found: list[T] = []
    for name, thing in known.items():
        if plain_name(name) == plain and thing not in found:
            found.append(thing)
    return tuple(found)


def nearest_name(typed: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant, or None when nothing is near."""
    return next(iter(nearest_names(typed, names, 1)), None)


def nearest_names(typed: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the names that were probably meant, the nearest first."""
    plain = {plain_name(name): name for name in names}
    return tuple(plain[name] for name in get_close_matches(plain_name(typed), plain, most, 0.6))

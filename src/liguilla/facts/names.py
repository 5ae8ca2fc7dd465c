"""Names as people type them: without accents, in any case, a letter off."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["find_name", "nearest_name", "plain_name"]


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
    fits = {name for name in names if plain_name(name) == plain_name(typed)}
    return fits.pop() if len(fits) == 1 else None


def nearest_name(typed: str, names: Iterable[str]) -> str | None:
    """Return the name that was probably meant, or None when nothing is near."""
    plain = {plain_name(name): name for name in names}
    near = get_close_matches(plain_name(typed), plain, 1, 0.6)
    return plain[near[0]] if near else None

"""In which language a command line is answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from liguilla.words import LANGUAGES

__all__ = ["chosen_language"]

OPTION: Final = "--lang"
OUR_OWN: Final = "LIGUILLA_LANG"
LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language asked for on a command line or, if none is, by the environment; English otherwise.

    Parameters
    ----------
    arguments
        The words of the command line. ``--lang`` may stand anywhere in it; the last one counts.
    environment
        ``LIGUILLA_LANG`` comes before the locale, of which the first variable that is set decides.

    Examples
    --------
    >>> chosen_language(["play", "cup", "--lang", "es"], {})
    'es'
    >>> chosen_language(["play", "cup"], {"LC_ALL": "", "LANG": "es_MX.UTF-8"})
    'es'
    """
    for language in (*reversed(list(_asked(arguments))), environment.get(OUR_OWN, "")):
        if language in LANGUAGES:
            return language
    locale = next((environment[name] for name in LOCALE if environment.get(name)), "")
    language = locale.split("_")[0].split(".")[0].casefold()
    return language if language in LANGUAGES else "en"


def _asked(arguments: Sequence[str]) -> Iterator[str]:
    """Give what follows each ``--lang``, up to a ``--`` that ends the options."""
    for number, word in enumerate(arguments):
        if word == "--":
            return
        if word == OPTION:
            yield from arguments[number + 1 : number + 2]
        elif word.startswith(f"{OPTION}="):
            yield word.removeprefix(f"{OPTION}=")

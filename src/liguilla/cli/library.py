"""The formats that ship with Liguilla, as a command line names them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from liguilla.cli.names import find_word
from liguilla.formats import Format, read_format
from liguilla.notation import FormatFiles

__all__ = ["format_asked", "library"]


def library() -> Mapping[str, tuple[Format, ...]]:
    """Return the formats of each country or federation, by its code; those of one country by their seasons."""
    loader = FormatFiles()
    found = {}
    for folder in sorted(files("liguilla").joinpath("library").iterdir(), key=lambda folder: folder.name):
        if folder.is_dir():
            names = sorted(file.name.removesuffix(".yaml") for file in folder.iterdir() if file.name.endswith(".yaml"))
            found[folder.name] = tuple(sorted((read_format(name, loader) for name in names), key=_seasons))
    return found


def format_asked(typed: str) -> tuple[Format, str]:
    """Return a format, and the text of its file.

    Raises
    ------
    WrongUsage
        If there is no such format; with the nearest name.
    """
    loader = FormatFiles()
    name = find_word(typed, {name: name for name in loader.names()}, "cli.no_format_called")
    return read_format(name, loader), loader.text(name) or ""


def _seasons(format_: Format) -> tuple[str, str]:
    return format_.valid_from or "", format_.id

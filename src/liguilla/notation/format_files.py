"""The formats that ship with Liguilla, and those in a folder of one's own."""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Final

from liguilla.errors import FormatError, Origin, Problem
from liguilla.words import phrase

__all__ = ["FormatFiles"]

SUFFIX: Final = ".yaml"
LARGEST: Final = 4_000_000
"""Bytes of a file that is read at all; the reader itself takes fewer characters."""


class FormatFiles:
    """A loader of formats: those of a folder, then those of the library.

    Parameters
    ----------
    folder
        A folder of one's own, such as that of a competition. Formats lie in it, not below it; one called like a
        format of the library comes before that.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @classmethod
    def beside_file(cls, file: Path) -> tuple[FormatFiles, str]:
        """Return a loader for a format file, what lies beside it and the library, and the format's name."""
        loader, name = cls(file.parent), file.stem
        loader._found[name] = (file.parent, file.name)
        return loader, name

    def text(self, name: str) -> str | None:
        """Return the text of a format; None if there is none of this name."""
        found = self._found.get(name)
        return _text(*found) if found else None

    def file(self, name: str) -> str:
        """Return the name of its file, as messages show it."""
        return self._found[name][1] if name in self._found else f"{name}{SUFFIX}"

    def names(self) -> tuple[str, ...]:
        """Return the names of all formats there are."""
        return tuple(sorted(self._found))

    def beside(self, name: str, file: str) -> str | None:
        """Return the text of a file that lies beside a format; None if there is none."""
        found = self._found.get(name)
        # A format names a file, never a way to another folder.
        return _text(found[0], file) if found and file == PurePath(file).name else None

    @cached_property
    def _found(self) -> dict[str, tuple[Traversable, str]]:
        library = [folder for folder in files("liguilla").joinpath("library").iterdir() if folder.is_dir()]
        folders: list[Traversable] = [*library, self._folder] if self._folder else [*library]
        return {
            file.name.removesuffix(SUFFIX): (folder, file.name)
            for folder in folders
            for file in folder.iterdir()
            if file.name.endswith(SUFFIX)
        }


def _text(folder: Traversable, file: str) -> str | None:
    found = folder.joinpath(file)
    if not found.is_file():
        return None
    if isinstance(found, Path) and found.stat().st_size > LARGEST:
        raise FormatError([Problem(phrase("formats.file_too_large", most=LARGEST), origin=Origin(file))])
    try:
        return found.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FormatError([Problem(phrase("formats.file_not_utf8"), origin=Origin(file))]) from None

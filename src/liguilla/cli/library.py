"""A format as a command line names it: one that ships with Liguilla, or one of a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from liguilla.cli.names import find_word
from liguilla.facts import find_name
from liguilla.formats import Format, read_format
from liguilla.notation import FormatFiles

__all__ = ["AskedFormat", "format_asked", "is_format"]


@dataclass(frozen=True, slots=True)
class AskedFormat:
    """A format that was asked for: read, and as it is written.

    `own` are the files it was read from that don't ship with Liguilla, by name.
    """

    format: Format
    text: str
    own: Mapping[str, str]


def format_asked(typed: str) -> AskedFormat:
    """Return a format of the library by its name, or one of a file.

    Raises
    ------
    WrongUsage
        If there is no such format; with the nearest name.
    """
    shipped, path = FormatFiles(), Path(typed)
    if _is_file(path):
        loader, name = FormatFiles.beside_file(path)
    else:
        loader, name = shipped, find_word(typed, {name: name for name in shipped.names()}, "cli.no_format_called")
    noting = _Noting(loader)
    format_ = read_format(name, noting)
    own = {loader.file(each): text for each, text in noting.read.items() if text != shipped.text(each)}
    return AskedFormat(format_, loader.text(name) or "", own)


def is_format(typed: str) -> bool:
    """Return whether a word names a format of the library, or a file of one."""
    return _is_file(Path(typed)) or find_name(typed, FormatFiles().names()) is not None


def _is_file(path: Path) -> bool:
    return path.suffix == ".yaml" and path.is_file()


class _Noting:
    """A loader that notes what was read through it."""

    def __init__(self, loader: FormatFiles) -> None:
        self._loader = loader
        self.read: dict[str, str] = {}

    def text(self, name: str) -> str | None:
        found = self._loader.text(name)
        if found is not None:
            self.read[name] = found
        return found

    def file(self, name: str) -> str:
        return self._loader.file(name)

    def names(self) -> tuple[str, ...]:
        return self._loader.names()

    def beside(self, name: str, file: str) -> str | None:
        return self._loader.beside(name, file)

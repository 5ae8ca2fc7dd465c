"""The texts in files and folders of results: a file is one, a workbook one for each of its sheets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from liguilla.errors import Origin, Problem, Severity
from liguilla.notation.files import decoded, folder_problem, read_file
from liguilla.notation.results.spreadsheets import is_workbook, sheets_of
from liguilla.words import phrase

__all__ = ["Source", "sources_in"]

MOST_FILES: Final = 20_000
MOST_BYTES: Final = 512 * 1024 * 1024
"""What is read at once, at most: in memory it takes several times as much."""

ZIP: Final = b"PK\x03\x04"
BINARY: Final = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"SQLite format 3": "SQLite",
    b"PAR1": "Parquet",
    b"\x7fELF": "ELF",
    b"{\\rtf": "RTF",
    ZIP: "ZIP",
}
"""How files begin that hold no text."""

OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"


class Source(NamedTuple):
    """A text, and where it is from. ``named`` says that the file was asked for, not only its folder."""

    file: str
    text: str
    named: bool


def sources_in(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Source]:
    """Yield the texts in files, and in all files of folders by their names.

    Parameters
    ----------
    paths
        Files and folders. Hidden files, and folders that are links, are left out of folders.
    problems
        Added to: what can't be read. In a folder, what is no text at all is passed by.
    """
    read = 0
    seen: set[Path] = set()
    for number, (path, named) in enumerate(_files(paths, problems)):
        if number >= MOST_FILES or read > MOST_BYTES:
            problems.append(Problem(phrase("result_files.too_much_at_once"), origin=Origin(str(path))))
            return
        if path in seen:
            continue
        seen.add(path)
        said: list[Problem] = []
        content = read_file(path, said)
        if content is not None:
            read += len(content)
            yield from (Source(file, text, named) for file, text in _texts(content, str(path), named, said))
        problems += said if named else map(_milder, said)


def _milder(problem: Problem) -> Problem:
    """Return what is wrong with a file that nobody named, which needn't be one of results."""
    return replace(problem, severity=Severity.WARNING) if problem.severity is Severity.ERROR else problem


def _texts(content: bytes, file: str, named: bool, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    if content.startswith(ZIP) and is_workbook(content):
        yield from sheets_of(content, file, problems)
        return
    kind = next((kind for start, kind in BINARY.items() if content.startswith(start)), None)
    if content.startswith(OLD_WORKBOOK):
        problems.append(Problem(phrase("result_files.old_workbook"), origin=Origin(file)))
    elif kind is None:
        text = decoded(content, file, problems, foreign=True)
        if text is not None:
            yield file, text
    elif named:
        problems.append(Problem(phrase("result_files.no_text", kind=kind), origin=Origin(file)))


def _files(paths: Iterable[Path], problems: list[Problem]) -> Iterator[tuple[Path, bool]]:
    """Yield the files, and whether each was named itself."""
    for path in paths:
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError):
            is_folder = False
        if not is_folder:
            yield path, True
            continue
        problem = folder_problem(path)
        if problem is not None:
            problems.append(problem)
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from ((Path(folder, name), False) for name in sorted(names) if not name.startswith("."))

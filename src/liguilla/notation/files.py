"""Text out of files: nothing absurd is opened, and whatever goes wrong is said in words."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import Final

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import nearest_name
from liguilla.words import Phrase, phrase

__all__ = ["LARGEST", "decoded", "exists", "folder_problem", "read_file", "read_text_file", "refusal"]

KILOBYTE: Final = 1024
MEGABYTE: Final = 1024 * KILOBYTE
LARGEST: Final = 64 * MEGABYTE
"""Above this a file is no list of matches, and isn't opened."""

UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

REFUSALS: Final = {
    errno.EACCES: "notation.no_permission",
    errno.EPERM: "notation.no_permission",
    errno.ELOOP: "notation.link_circle",
    errno.ENAMETOOLONG: "notation.name_too_long",
    errno.ENOENT: "notation.not_there",
    errno.ENOTDIR: "notation.not_there",
    errno.ENOSPC: "notation.disk_full",
    errno.EROFS: "notation.read_only",
}


def refusal(error: OSError) -> Phrase:
    """Return what the system refused to do, and how to mend it."""
    known = REFUSALS.get(error.errno or 0)
    return phrase(known) if known else phrase("notation.system_says", reason=error.strerror or str(error))


def exists(path: Path) -> bool:
    """Return whether anything of this name is there, readable or not."""
    return os.path.lexists(path)


def folder_problem(path: Path) -> Problem | None:
    """Return why the content of a folder can't be listed; None if it can."""
    try:
        if path.is_file():
            message = phrase("notation.not_a_folder", folder=path.parent)
        else:
            os.listdir(path)
            return None
    except (FileNotFoundError, NotADirectoryError, ValueError):
        message = phrase("notation.folder_missing", mend=_like(path))
    except OSError as error:
        message = phrase("notation.cannot_read", why=refusal(error))
    return Problem(message, origin=Origin(str(path)))


def read_text_file(path: Path, problems: list[Problem], largest: int = LARGEST, *, foreign: bool = False) -> str | None:
    """Return what a text file says, or None after adding what hinders that to the problems.

    Parameters
    ----------
    path
        The file. It is opened only if it is an ordinary file of reasonable size.
    problems
        Added to.
    largest
        What is reasonable, in bytes.
    foreign
        Whether others wrote it and may have written it otherwise than in UTF-8: UTF-16 with its mark, and lines in the
        code page of old Windows, are then read with a warning.
    """
    content = read_file(path, problems, largest)
    return None if content is None else decoded(content, str(path), problems, foreign=foreign)


def read_file(path: Path, problems: list[Problem], largest: int = LARGEST) -> bytes | None:
    """Return what is in a file, or None after adding what hinders that to the problems.

    Parameters
    ----------
    path
        The file. It is opened only if it is an ordinary file of reasonable size.
    problems
        Added to.
    largest
        What is reasonable, in bytes.
    """
    origin = Origin(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.append(Problem(phrase("notation.not_a_file"), origin=origin))
            return None
        if status.st_size > largest:
            sizes = {"size": _size(status.st_size), "largest": _size(largest)}
            problems.append(Problem(phrase("notation.too_large", **sizes), origin=origin))
            return None
        return path.read_bytes()
    except OSError as error:
        problems.append(Problem(phrase("notation.cannot_read", why=refusal(error)), origin=origin))
    except ValueError:
        # A path with a character that no path has.
        problems.append(Problem(phrase("notation.cannot_read", why=phrase("notation.not_there")), origin=origin))
    return None


def _size(count: int) -> str:
    unit, name = (MEGABYTE, "MB") if count >= MEGABYTE else (KILOBYTE, "KB")
    return f"{-(-count // unit)} {name}"


def decoded(content: bytes, file: str, problems: list[Problem], *, foreign: bool = False) -> str | None:
    """Return bytes as text, or None after adding what hinders that to the problems.

    Parameters
    ----------
    content
        What is in the file.
    file
        Its name, for the origins.
    problems
        Added to.
    foreign
        As for `read_text_file`.
    """

    def line_of(index: int) -> int:
        return content.count(b"\n", 0, index) + 1

    content = content if content.startswith(UTF_16) else content.removeprefix(codecs.BOM_UTF8)
    if content.startswith(UTF_16) and foreign:
        problems.append(Problem(phrase("notation.read_as_utf_16"), Severity.WARNING, Origin(file)))
        return content.decode("utf-16", "replace")
    if content.startswith(UTF_16):
        problems.append(Problem(phrase("notation.utf_16"), origin=Origin(file)))
    elif b"\0" in content:
        line = line_of(content.index(b"\0"))
        problems.append(Problem(phrase("notation.nul"), origin=Origin(file, line)))
    else:
        try:
            return content.decode()
        except UnicodeDecodeError as error:
            if foreign:
                return _line_by_line(content, file, problems)
            byte = content[error.start : error.start + 1]
            said = {"byte": f"0x{byte.hex().upper()}", "character": byte.decode("cp1252", "replace")}
            line = line_of(error.start)
            problems.append(Problem(phrase("notation.not_utf_8", **said), origin=Origin(file, line)))
    return None


def _line_by_line(content: bytes, file: str, problems: list[Problem]) -> str:
    """Return a text some of whose lines, or all, are not UTF-8: people paste from old files into new ones."""
    lines: list[str] = []
    others: list[int] = []
    for number, line in enumerate(content.split(b"\n"), 1):
        try:
            lines.append(line.decode())
        except UnicodeDecodeError:
            # A byte that means nothing there either becomes a sign that says so, and readers report its line.
            lines.append(line.decode("cp1252", "replace"))
            others.append(number)
    message = phrase("notation.read_as_cp1252", n=len(others))
    problems.append(Problem(message, Severity.WARNING, Origin(file, others[0])))
    return "\n".join(lines)


def _like(path: Path) -> Phrase:
    try:
        siblings = [entry.name for entry in path.absolute().parent.iterdir() if entry.is_dir()]
    except (OSError, ValueError):
        siblings = []
    near = nearest_name(path.name, siblings)
    return phrase("notation.did_you_mean", name=path.with_name(near)) if near else phrase("notation.check_path")

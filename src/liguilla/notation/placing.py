"""A new folder, put in its place whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from liguilla.errors import FactsError, Origin, Problem
from liguilla.notation.files import exists, refusal
from liguilla.words import phrase

__all__ = ["place_folder"]


def place_folder(path: Path, texts: Mapping[str, str]) -> None:
    """Make a folder of text files; if that fails, nothing of it stays.

    Parameters
    ----------
    path
        Where. Nothing may be there yet but an empty folder; folders above it are made.
    texts
        The text of each file, by its path in the folder.

    Raises
    ------
    FactsError
        If something is there already, or the system refuses.
    """
    origin = Origin(str(path))
    try:
        if exists(path) and (not path.is_dir() or any(path.iterdir())):
            raise FactsError([Problem(phrase("notation.in_the_way"), origin=origin)])
        # Beside its place, so that moving it there is one step of the file system.
        above = next(folder for folder in path.absolute().parents if folder.is_dir())
        with TemporaryDirectory(prefix=".liguilla-", dir=above) as workshop:
            new = Path(workshop) / "new"
            new.mkdir()
            for name, text in texts.items():
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                (new / name).write_text(text, encoding="utf-8", newline="\n")
            if path.is_dir():
                _fill(path, new)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                new.rename(path)
    except (OSError, ValueError) as error:
        why = refusal(error) if isinstance(error, OSError) else phrase("notation.not_there")
        raise FactsError([Problem(phrase("notation.cannot_write", why=why), origin=origin)]) from error


def _fill(folder: Path, new: Path) -> None:
    """Move what is in a new folder into an empty one, which stays the folder it is: a shell may be in it."""
    moved: list[Path] = []
    try:
        for entry in new.iterdir():
            os.rename(entry, folder / entry.name)
            moved.append(folder / entry.name)
    except OSError:
        for entry in moved:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        raise

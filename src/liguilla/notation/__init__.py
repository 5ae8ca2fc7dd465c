"""Readers and writers: our own folder of facts, formats on disk, and changed worlds."""

from liguilla.notation.columns import columns_document
from liguilla.notation.format_files import FormatFiles
from liguilla.notation.new import Fixture, Outline, new_folder, read_teams
from liguilla.notation.reading import Reading, read_folder
from liguilla.notation.writing import write_folder

__all__ = [
    "Fixture",
    "FormatFiles",
    "Outline",
    "Reading",
    "columns_document",
    "new_folder",
    "read_folder",
    "read_teams",
    "write_folder",
]

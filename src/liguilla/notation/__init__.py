"""Readers and writers: our own folder of facts."""

from liguilla.notation.columns import columns_document
from liguilla.notation.new import Fixture, Outline, new_folder, read_teams
from liguilla.notation.reading import Reading, read_folder
from liguilla.notation.writing import write_folder

__all__ = [
    "Fixture",
    "Outline",
    "Reading",
    "columns_document",
    "new_folder",
    "read_folder",
    "read_teams",
    "write_folder",
]

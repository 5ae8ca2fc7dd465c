"""TRF, the tournament report file of the chess federation: the results of a Swiss tournament, player by player."""

from liguilla.notation.results.trf.reading import read, recognises
from liguilla.notation.results.trf.writing import write

__all__ = ["read", "recognises", "write"]

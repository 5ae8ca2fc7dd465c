"""A plain table of results: date, home, away, score, under headers in any of several languages."""

from liguilla.notation.results.plain.columns import recognises
from liguilla.notation.results.plain.reading import read
from liguilla.notation.results.plain.writing import write

__all__ = ["read", "recognises", "write"]

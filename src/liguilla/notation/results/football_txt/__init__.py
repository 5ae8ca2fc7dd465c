"""Football.TXT, the notation of the openfootball project: results that people write by hand, in all its dialects."""

from liguilla.notation.results.football_txt.reading import read
from liguilla.notation.results.football_txt.recognising import recognises
from liguilla.notation.results.football_txt.writing import write

__all__ = ["read", "recognises", "write"]

"""Whether a text is Football.TXT."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from liguilla.notation.results.football_txt.lines import Kind
from liguilla.notation.results.football_txt.reading import Reader

__all__ = ["recognises"]

OTHERS: Final = (".csv", ".json", ".toml", ".yaml", ".yml", ".xlsx", ".tsv", ".xml", ".html")
"""Files called like this hold something else, whatever a line of them looks like."""

ENOUGH: Final = 8_000
"""Characters that are looked at: a file that is of this notation shows it in its first hundred lines."""

SAYS_NOTHING: Final = (Kind.BLANK, Kind.COMMENT)


def recognises(name: str, text: str) -> bool:
    """Return whether a text is most likely Football.TXT: it has a title or a match, and most of its lines can be read.

    Parameters
    ----------
    name
        The name of the file.
    text
        The text, or its beginning.
    """
    if PurePath(name).suffix.lower() in OTHERS:
        return False
    beginning = text[:ENOUGH]
    # The last line may be cut.
    beginning = beginning if len(text) <= ENOUGH else beginning[: beginning.rfind("\n") + 1]
    reader = Reader(beginning, name)
    reader.read()
    lines = [kind for kind in reader.kinds if kind not in SAYS_NOTHING]
    unread = lines.count(Kind.UNREAD) + len(reader.doubted)
    telling = Kind.TITLE in lines or Kind.MATCH in lines
    return telling and unread * 2 < len(lines)

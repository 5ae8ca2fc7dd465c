"""Objects of JSON and the lists inside them, item by item: each has its line, and what precedes a fault is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from liguilla.notation.results.json_text import BrokenJSONError, JSONText

__all__ = ["Piece", "Shape", "read_piece"]

DEEPEST: Final = 16
"""Lists within lists within lists: no record has more."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which members of objects are read item by item.

    Attributes
    ----------
    inner
        Those that are objects, or lists of objects, which have such members themselves.
    leaves
        Those that are lists whose items are read whole.
    """

    inner: frozenset[str] = frozenset()
    leaves: frozenset[str] = frozenset()


@dataclass(slots=True)
class Piece:
    """A value of a file: its line, what it says, and its text as it stands.

    Attributes
    ----------
    said
        Of an object, its members but for those that were read item by item; of anything else, itself.
    lists
        The members that were read item by item.
    text
        Empty for an object with such members.
    """

    line: int
    said: Any = None
    text: str = ""
    lists: dict[str, list[Piece]] = field(default_factory=dict)

    @property
    def members(self) -> Mapping[str, Any]:
        """What an object says; nothing for anything else."""
        return self.said if isinstance(self.said, dict) else {}

    def pieces(self, name: str) -> Iterator[Piece]:
        """Yield the items of a member that was read item by item."""
        yield from self.lists.get(name, ())


def read_piece(json: JSONText, piece: Piece, shape: Shape, depth: int = 0) -> None:
    """Read an object into a piece, which holds what was read by then where there is a fault.

    Raises
    ------
    BrokenJSONError
        If the text is no JSON from some place on, or nested too deeply.
    """
    if depth > DEEPEST:
        raise BrokenJSONError(json.at, "json_too_deep")
    piece.said = {}
    for key in json.members():
        if json.peek() == "[" and key in shape.inner | shape.leaves:
            found = piece.lists.setdefault(key, [])
            for _ in json.items():
                _read_item(json, found, shape, key, depth)
        elif json.peek() == "{" and key in shape.inner:
            _read_item(json, piece.lists.setdefault(key, []), shape, key, depth)
        else:
            piece.said[key] = json.value()


def _read_item(json: JSONText, found: list[Piece], shape: Shape, key: str, depth: int) -> None:
    item = Piece(json.line())
    if key in shape.inner and json.peek() == "{":
        found.append(item)
        read_piece(json, item, shape, depth + 1)
    else:
        start = json.at
        item.said = json.value()
        item.text = json.text[start : json.at]
        found.append(item)

"""What was written in a file, each value with its place: text and numbers, lists, mappings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from liguilla.errors import Origin

__all__ = ["ANY", "MappingNode", "Mark", "Node", "Path", "ScalarNode", "SequenceNode", "Source", "plain", "without"]


ANY: Final = "*"
"""No key is called so: it stands for whatever one may be."""


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A file: its name as messages show it, the name others refer to it by, and its lines."""

    file: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A line and column of a file, both counted from 1."""

    source: Source
    line: int
    column: int

    @property
    def origin(self) -> Origin:
        return Origin(self.source.file, self.line, self.column)

    @property
    def excerpt(self) -> tuple[int, str]:
        """The line's number and text; there is none after the end."""
        lines = self.source.lines
        return self.line, lines[self.line - 1] if self.line <= len(lines) else ""


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """Text, a whole number, true or false, or nothing."""

    value: str | int | bool | None
    at: Mark


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list.

    Attributes
    ----------
    numbers
        Each item's number as it was written; not just counted, if a faulty item was left out.
    incomplete
        True if one was.
    """

    items: tuple[Node, ...]
    at: Mark
    numbers: tuple[int, ...]
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys with their values.

    Attributes
    ----------
    keys
        Where each key stands.
    starts
        Where its first key stands; of one merged from several files, in each of them, the newest first.
    left_out
        Faulty keys that were, and those that misspelt ones may stand for; `ANY` for one that is like none.
    """

    values: dict[str, Node]
    keys: dict[str, Mark]
    at: Mark
    starts: tuple[Mark, ...]
    left_out: frozenset[str] = frozenset()

    def lacks(self, key: str) -> bool:
        """Tell whether a key that isn't here may be one that was left out."""
        return key in self.left_out or ANY in self.left_out


Node = ScalarNode | SequenceNode | MappingNode

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and, counted from 0, items of lists."""


def plain(node: Node) -> Plain:
    """Return the values alone, without their places."""
    match node:
        case ScalarNode(value):
            return value
        case SequenceNode(items):
            return [plain(item) for item in items]
        case MappingNode(values):
            return {key: plain(value) for key, value in values.items()}


def without(node: Node, path: Path, meant: str | None = None) -> Node:
    """Return the node without what stands at a path.

    Parameters
    ----------
    meant
        The key that a misspelt one at the end of the path may stand for.
    """
    first, *rest = path
    match node:
        case MappingNode(values, left_out=left_out) if isinstance(first, str) and first in values:
            if rest:
                return replace(node, values={**values, first: without(values[first], tuple(rest), meant)})
            left = {key: value for key, value in values.items() if key != first}
            return replace(node, values=left, left_out=left_out | {meant or first})
        case SequenceNode(items, numbers=numbers) if isinstance(first, int) and first < len(items):
            before, after = items[:first], items[first + 1 :]
            if rest:
                return replace(node, items=(*before, without(items[first], tuple(rest), meant), *after))
            return replace(node, items=before + after, numbers=numbers[:first] + numbers[first + 1 :], incomplete=True)
    return node

"""YAML 1.2, read strictly, with the place of everything that was written.

A file becomes text, whole numbers, true and false, nothing, lists and mappings. ``yes``, ``no``, dates and decimal
numbers are text. What makes a file hard to read or easy to get wrong is refused: anchors, aliases and tags, repeated
keys, several documents, very large or very deep files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from liguilla.errors import FormatError, Problem
from liguilla.formats.reading.nodes import MappingNode, Mark, Node, ScalarNode, SequenceNode, Source
from liguilla.formats.reading.yaml_syntax import explain
from liguilla.words import Phrase, phrase

__all__ = ["LARGEST", "read_yaml"]

LARGEST: Final = 1_000_000
"""Characters of a file; those of the library have some thousands."""

DEEPEST: Final = 40
"""Lists and mappings inside each other."""

MOST_REFUSED: Final = 100
"""More faults than this are not looked for."""

_WHOLE_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
"""Longer numbers stay text, and are refused wherever a number is needed."""

_LINE_END = re.compile(r"\r\n|\r|\n")

_WORDS: Final = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_yaml(text: str, file: str, name: str = "") -> Node:
    """Read a YAML file.

    Parameters
    ----------
    text
        What the file holds.
    file
        Its name in messages.
    name
        The name by which other files refer to it.

    Raises
    ------
    FormatError
        If it can't be read as YAML, or isn't as strict as ours.

    Examples
    --------
    >>> node = read_yaml("teams: 15", "cup.yaml")
    >>> str(node.values["teams"].at.origin)
    'cup.yaml:1:8'
    """
    source = Source(file, name, tuple(_LINE_END.split(text.removeprefix("\ufeff"))))
    if len(text) > LARGEST:
        raise _refused(Mark(source, 1, 1), phrase("formats.file_too_large", most=LARGEST))
    try:
        return _Composer(source, iter(YAML(typ="safe", pure=True).parse(text))).document()
    except ReaderError as error:
        *before, line = _LINE_END.split(text[: error.position])
        said = phrase("formats.file_unprintable", code=f"U+{error.character:04X}")
        raise _refused(Mark(source, len(before) + 1, len(line) + 1), said) from None
    except MarkedYAMLError as error:
        at, said = explain(error)
        raise _refused(Mark(source, at.line + 1, at.column + 1), said) from None


def _refused(mark: Mark, message: Phrase) -> FormatError:
    return FormatError([Problem(message, origin=mark.origin, excerpt=(mark.excerpt,))])


@dataclass(slots=True)
class _Composer:
    """Makes nodes of the parser's events, and collects what is well-formed but not allowed."""

    source: Source
    events: Iterator[Event]
    problems: list[Problem] = field(default_factory=list)

    def document(self) -> Node:
        node: Node = ScalarNode(None, Mark(self.source, 1, 1))
        documents = (event for event in self.events if isinstance(event, DocumentStartEvent))
        for number, start in enumerate(documents):
            if number:
                self.refuse(self.mark(start), "formats.yaml_documents")
                break
            node = self.node(next(self.events), 0)
        if self.problems:
            raise FormatError(self.problems)
        return node

    def node(self, event: Event, depth: int) -> Node:
        mark = self.mark(event)
        if depth > DEEPEST:
            raise _refused(mark, phrase("formats.yaml_too_deep", most=DEEPEST))
        if (isinstance(event, NodeEvent) and event.anchor is not None) or getattr(event, "tag", None):
            self.refuse(mark, "formats.yaml_anchor")
        match event:
            case SequenceStartEvent():
                return self.sequence(mark, depth)
            case MappingStartEvent():
                return self.mapping(mark, depth)
            case ScalarEvent():
                return ScalarNode(_resolved(event.value, is_plain=event.style is None), mark)
            case AliasEvent():
                return ScalarNode("", mark)
        raise AssertionError(event)

    def sequence(self, mark: Mark, depth: int) -> SequenceNode:
        items = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self.node(event, depth + 1))
        return SequenceNode(tuple(items), mark, tuple(range(len(items))))

    def mapping(self, mark: Mark, depth: int) -> MappingNode:
        values: dict[str, Node] = {}
        keys: dict[str, Mark] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            at, named = self.mark(event), self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not (isinstance(event, ScalarEvent) and isinstance(named, ScalarNode)):
                self.refuse(at, "formats.yaml_key")
            elif event.value in values:
                self.refuse(at, "formats.yaml_repeated_key", key=event.value)
            else:
                # A key is always text, whatever it would be as a value.
                values[event.value], keys[event.value] = value, at
        return MappingNode(values, keys, mark, (next(iter(keys.values()), mark),))

    def mark(self, event: Event) -> Mark:
        return Mark(self.source, event.start_mark.line + 1, event.start_mark.column + 1)

    def refuse(self, mark: Mark, code: str, **values: object) -> None:
        self.problems.append(Problem(phrase(code, **values), origin=mark.origin, excerpt=(mark.excerpt,)))
        if len(self.problems) >= MOST_REFUSED:
            raise FormatError(self.problems)


def _resolved(text: str, *, is_plain: bool) -> str | int | bool | None:
    """Give a scalar its type; what stands in quotation marks is always text."""
    if not is_plain:
        return text
    if _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return _WORDS.get(text, text)

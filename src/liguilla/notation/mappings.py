"""A small YAML file as it was written: every value is text, a list or a mapping, and knows its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from liguilla.errors import FactsError, Origin, Problem
from liguilla.words import Phrase, phrase

__all__ = ["Written", "problem_at", "read_mapping"]

DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Written:
    """A value and where it was written: text, a list or a mapping; None where nothing was written.

    ``key`` is where the key of an item of a mapping stands.
    """

    value: str | tuple[Written, ...] | Mapping[str, Written] | None
    origin: Origin
    key: Origin | None = None


def read_mapping(text: str, file: str) -> Written:
    """Read a YAML file whose top is a mapping: strictly, so no anchors, aliases, tags or repeated keys.

    Parameters
    ----------
    text
        The content of the file; YAML 1.2, though every scalar is text: ``2012-13`` and ``no`` mean themselves.
    file
        Its name, for the origins.

    Raises
    ------
    FactsError
        With every problem, each where it stands.
    """
    reading = _Reading(text, file)
    written = reading.top()
    if reading.problems:
        raise FactsError(reading.problems)
    return written


def problem_at(lines: Sequence[str], origin: Origin, message: Phrase, where: str | None = None) -> Problem:
    """Return the problem that stands there, with the one of the file's lines that it stands in."""
    line = origin.line or 0
    excerpt = ((line, lines[line - 1]),) if 0 < line <= len(lines) else ()
    return Problem(message, origin=origin, where=where, excerpt=excerpt)


class _TooDeep(Exception):
    """Nested deeper than any file of ours, so what is left isn't worth reading."""


class _Reading:
    """One file being read, event by event."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.lines, self.file = text, text.splitlines(), file
        self.problems: list[Problem] = []
        self.events: Iterator[Event] = iter(())

    def top(self) -> Written:
        """Return the mapping that the file is; an empty one if there is nothing in it, or nothing readable."""
        nothing = Written({}, Origin(self.file, 1, 1))
        # Only the reader in pure Python knows YAML 1.2.
        self.events = YAML(typ="safe", pure=True).parse(self.text)
        found: list[Written] = []
        try:
            for event in self.events:
                if isinstance(event, DocumentStartEvent) and found:
                    self._report(event.start_mark, phrase("notation.yaml_documents"))
                    break
                if isinstance(event, NodeEvent):
                    found.append(self._node(event, 1))
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._report(mark, phrase("notation.yaml_broken", reason=error.problem or error.context))
        except YAMLError:
            self.problems.append(Problem(phrase("notation.yaml_characters"), origin=Origin(self.file)))
        except _TooDeep:
            pass
        if not found or found[0].value is None:
            return nothing
        if not isinstance(found[0].value, Mapping):
            self.problems.append(problem_at(self.lines, found[0].origin, phrase("notation.yaml_no_mapping")))
            return nothing
        return found[0]

    def _node(self, event: NodeEvent, depth: int) -> Written:
        origin = self._origin(event.start_mark)
        if isinstance(event, AliasEvent) or event.anchor or getattr(event, "tag", None):
            self._report(event.start_mark, phrase("notation.yaml_anchor"))
        if depth > DEEPEST:
            self._report(event.start_mark, phrase("notation.yaml_too_deep"))
            raise _TooDeep
        match event:
            case ScalarEvent():
                return Written(event.value.strip() or None, origin)
            case SequenceStartEvent():
                return Written(tuple(self._node(item, depth + 1) for item in self._items()), origin)
            case MappingStartEvent():
                return Written(self._mapping(depth), origin)
            case _:
                return Written(None, origin)

    def _mapping(self, depth: int) -> Mapping[str, Written]:
        found: dict[str, Written] = {}
        for event in self._items():
            key = self._node(event, depth + 1)
            item = self._node(self._next(), depth + 1)
            if not isinstance(key.value, str):
                self.problems.append(problem_at(self.lines, key.origin, phrase("notation.yaml_key")))
            elif key.value in found:
                message = phrase("notation.yaml_key_twice", key=key.value)
                self.problems.append(problem_at(self.lines, key.origin, message))
            else:
                found[key.value] = Written(item.value, item.origin, key.origin)
        return found

    def _next(self) -> NodeEvent:
        event = next(self.events)
        assert isinstance(event, NodeEvent)
        return event

    def _items(self) -> Iterator[NodeEvent]:
        for event in self.events:
            if isinstance(event, CollectionEndEvent):
                return
            assert isinstance(event, NodeEvent)
            yield event

    def _origin(self, mark: Any) -> Origin:
        return Origin(self.file, mark.line + 1, mark.column + 1) if mark else Origin(self.file)

    def _report(self, mark: Any, message: Phrase) -> None:
        self.problems.append(problem_at(self.lines, self._origin(mark), message))

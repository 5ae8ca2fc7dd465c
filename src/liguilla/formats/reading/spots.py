"""Where in a format something stands, and how to speak of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from liguilla.formats.reading.nodes import MappingNode, Mark, Node, Path, ScalarNode, SequenceNode, without
from liguilla.words import Phrase, phrase

__all__ = ["Spot"]

CALLED_BY_ID: Final = {"stages": "stage", "rounds": "round", "ties": "tie"}
"""Lists whose items have ids, and what one of the items is."""

Words = tuple[str | Phrase, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file: what is written there, and how to speak of it.

    Attributes
    ----------
    node
        What is written; None for a key that could stand here and doesn't.
    key
        Where the key, or the item of a list, begins; for a missing key, the first key of its mapping.
    rule
        The way to this place in the file, such as ``stages.table.rank_by[1]``.
    words
        The same for people: ``stage "table"``, ``rank_by[1]``.
    named, named_at
        The thing that messages about this place begin with: the words, or fewer of them; and where it begins, in
        each file it was written in.
    silent
        True if nothing is to be said here, since a fault reported already made it so.
    """

    node: Node | None
    key: Mark
    rule: str = ""
    words: Words = ()
    named: Words = ()
    named_at: tuple[Mark, ...] = ()
    silent: bool = False

    # ----------------------------------------------------------------------------------------- going further down

    def __getitem__(self, key: str | int) -> Spot:
        """Return the place of a key of this mapping, written or not, or of an item of this list.

        Stages, rounds, ties and outcomes are called by their ids, and messages about them begin with that.
        """
        return self._item(key) if isinstance(key, int) else self._value(key)

    def _value(self, key: str) -> Spot:
        rule, words = f"{self.rule}.{key}" if self.rule else key, (*self.words, key)
        match self.node:
            case MappingNode(values, keys) if key in values:
                spot = replace(self, node=values[key], key=keys[key], rule=rule, words=words, silent=False)
                return spot.as_named(phrase("formats.outcome", id=key)) if self.rule == "outcomes" else spot
            case MappingNode(starts=starts) as mapping:
                return replace(self, node=None, key=starts[0], rule=rule, words=words, silent=mapping.lacks(key))
        return replace(self, node=None, rule=rule, words=words)

    def _item(self, index: int) -> Spot:
        assert isinstance(self.node, SequenceNode)
        item, number = self.node.items[index], f"[{self.node.numbers[index]}]"
        *above, last = self.words or ("",)
        words = (*above, f"{last}{number}" if isinstance(last, str) else phrase("formats.item", of=last, n=number))
        spot = replace(self, node=item, key=item.at, rule=self.rule + number, words=words, silent=False)
        if not (isinstance(last, str) and last in CALLED_BY_ID and isinstance(item, MappingNode)):
            return spot
        match item.values.get("id"):
            case ScalarNode(str() as called):
                sort = CALLED_BY_ID[last]
                return spot.as_named(*above, phrase(f"formats.{sort}", id=called), rule=f"{self.rule}.{called}")
        return spot.as_named()

    def down(self, path: Path) -> Spot:
        """Return the place at the end of a way down from here."""
        spot = self
        for step in path:
            spot = spot[step]
        return spot

    def __contains__(self, key: str) -> bool:
        return isinstance(self.node, MappingNode) and key in self.node.values

    @property
    def items(self) -> tuple[Spot, ...]:
        """The places of this list's items; none if it is no list."""
        return tuple(self[i] for i in range(len(self.node.items))) if isinstance(self.node, SequenceNode) else ()

    # ------------------------------------------------------------------------------------------ the same, otherwise

    def as_named(self, *words: str | Phrase, rule: str = "") -> Spot:
        """Return this place as the thing that messages about what it holds begin with."""
        starts = self.node.starts if isinstance(self.node, MappingNode) else (self.at,)
        words = words or self.words
        return replace(self, words=words, rule=rule or self.rule, named=words, named_at=(self.key, *starts))

    def pointing_at(self, spot: Spot) -> Spot:
        """Return this place, to speak of it with the caret elsewhere."""
        return replace(self, node=spot.node, key=spot.key, silent=spot.silent)

    def without(self, paths: Mapping[Path, str | None]) -> Spot:
        """Return this place without what stands at these ends of ways down from here; see `without` of nodes."""
        node = self.node
        # From the last to the first: the items of a list are still where they were.
        for path in sorted(paths, key=_order, reverse=True):
            node = without(node, path, paths[path]) if node and path else node
        return replace(self, node=node)

    @property
    def at_key(self) -> Spot:
        """The same place, with the caret at its key."""
        return replace(self, node=None)

    # -------------------------------------------------------------------------------------------- what to say of it

    @property
    def at(self) -> Mark:
        """Where the value begins."""
        return self.node.at if self.node else self.key

    @property
    def where(self) -> Phrase:
        """The thing that messages begin with."""
        return _place(self.named)

    @property
    def exactly(self) -> Phrase:
        """The whole way to this place."""
        return _place(self.words)

    @property
    def incomplete(self) -> bool:
        """True if something faulty was left out here."""
        match self.node:
            case SequenceNode(incomplete=True):
                return True
            case MappingNode(left_out=left_out):
                return bool(left_out)
        return False

    @property
    def excerpt(self) -> tuple[tuple[int, str], ...]:
        """The line and, before it, the one where the thing that the message names begins, if it is another."""
        begins = (mark.excerpt for mark in self.named_at if mark.source is self.at.source)
        first, here = next(begins, self.at.excerpt), self.at.excerpt
        return (first, here) if first[0] < here[0] else (here,)


def _place(words: Words) -> Phrase:
    return phrase("formats.place", parts=words) if words else phrase("formats.file")


def _order(path: Path) -> tuple[tuple[bool, int, str], ...]:
    """Put ways down in the order of the file, as far as lists go."""
    return tuple((isinstance(step, int), step if isinstance(step, int) else 0, str(step)) for step in path)

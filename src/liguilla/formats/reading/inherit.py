"""``extends``: a format that starts from another, and says only what differs.

Mappings merge by key, lists whose items have ids merge by id, any other value replaces. ``key: none`` takes an
inherited key away, ``remove: true`` an inherited item. Every value keeps the place where it was written, be it in
another file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from liguilla.formats.reading.loader import Loader
from liguilla.formats.reading.nodes import MappingNode, Node, ScalarNode, SequenceNode
from liguilla.formats.reading.report import Report
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.structure import shown
from liguilla.formats.reading.yaml_source import read_yaml
from liguilla.words import phrase

__all__ = ["read_whole"]

TAKEN_AWAY: Final = "none"

REPLACED_WHOLE: Final = frozenset({"valid"})
"""Mappings that say one thing together: half of an inherited span of seasons means nothing."""

READ_TOGETHER: Final = frozenset({"rows", "csv"})
"""Two ways to write one thing: what is written anew replaces both."""

NONE_IS_A_VALUE: Final = frozenset({"round"})
"""Where points are carried along, ``round: none`` says that they are not rounded."""


def read_whole(name: str, loader: Loader, report: Report) -> Spot | None:
    """Read a format with all that it inherits.

    Returns
    -------
    The whole file; None if it is no format at all, which is then reported.

    Raises
    ------
    FormatError
        If a file can't be read as YAML.
    """
    files: list[Spot] = []
    seen = [name]
    spot = _read_one(name, loader, report)
    while spot and "extends" in spot:
        files.append(spot)
        base = spot["extends"]
        if not (isinstance(base.node, ScalarNode) and isinstance(base.node.value, str)):
            report.exact_problem(base, "wrong_sort", value=shown(base.node), expected=phrase("formats.text"))
            return None
        inherited = base.node.value
        if inherited in seen:
            report.exact_problem(base, "circle_of_formats", chain=" -> ".join((*seen, inherited)))
            return None
        seen.append(inherited)
        if loader.text(inherited) is None:
            report.exact_problem(base, "file_missing", name=inherited, near=(inherited, loader.names()))
            return None
        spot = _read_one(inherited, loader, report)
    if not spot:
        return None
    while files:
        new = files.pop()
        if spot.node and new.node:
            spot = replace(spot, node=_merged(spot.node, new.node, new, report))
    return spot


def _read_one(name: str, loader: Loader, report: Report) -> Spot | None:
    """Read one file; None, and a problem, if it is no mapping."""
    node = read_yaml(loader.text(name) or "", loader.file(name), name)
    spot = Spot(node, node.at)
    if isinstance(node, MappingNode):
        return spot
    report.exact_problem(spot, "file_empty" if node == ScalarNode(None, node.at) else "file_no_mapping")
    return None


def _merged(base: Node, node: Node, new: Spot, report: Report) -> Node:
    if isinstance(base, MappingNode) and isinstance(node, MappingNode):
        return _merged_mapping(base, node, new, report)
    if isinstance(base, SequenceNode) and isinstance(node, SequenceNode) and all(map(_id, base.items)):
        return _merged_list(base, node, new, report)
    return node


def _merged_mapping(base: MappingNode, node: MappingNode, new: Spot, report: Report) -> MappingNode:
    replaced = READ_TOGETHER if READ_TOGETHER & node.values.keys() else frozenset()
    values = {key: value for key, value in base.values.items() if key not in replaced}
    for key, value in node.values.items():
        if key not in values or key in REPLACED_WHOLE:
            values[key] = value
        elif value == ScalarNode(TAKEN_AWAY, value.at) and key not in NONE_IS_A_VALUE:
            del values[key]
        else:
            values[key] = _merged(values[key], value, new[key], report)
    return MappingNode(values, {**base.keys, **node.keys}, node.at, node.starts + base.starts)


def _merged_list(base: SequenceNode, node: SequenceNode, new: Spot, report: Report) -> SequenceNode:
    items: dict[int, Node] = dict(enumerate(base.items))
    added: list[Node] = []
    inherited = {_id(item): number for number, item in reversed(items.items())}
    for place, item in zip(new.items, node.items, strict=True):
        # The second of two changes of one item is kept beside the first, to be reported.
        number = inherited.pop(_id(item), None)
        if number is None and _is_removed(item):
            report.problem(place, "nothing_to_remove", id=_id(item) or "")
        elif number is None:
            added.append(item)
        elif _is_removed(item):
            del items[number]
        else:
            items[number] = _merged(items[number], item, place, report)
    merged = (*items.values(), *added)
    return SequenceNode(merged, node.at, tuple(range(len(merged))))


def _id(node: Node | None) -> str | None:
    match node:
        case MappingNode(values):
            match values.get("id"):
                case ScalarNode(str() as name):
                    return name
    return None


def _is_removed(node: Node | None) -> bool:
    match node:
        case MappingNode(values):
            match values.get("remove"):
                case ScalarNode(True):
                    return True
    return False

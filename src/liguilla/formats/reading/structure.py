"""The structure of a mapping: has it the keys it may have, with values of the right sorts.

A faulty key is reported and left out, so that the rest is read and checked in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from liguilla.formats.reading.keys import Keys
from liguilla.formats.reading.nodes import ANY, MappingNode, Node, Path, ScalarNode, SequenceNode, plain
from liguilla.formats.reading.report import Report
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.written import STAGES, Stage
from liguilla.formats.reading.wrong_words import nearest
from liguilla.words import Listing, Phrase, phrase

__all__ = ["names_in", "read_keys", "shown"]

K = TypeVar("K", bound=Keys)

SORTS: Final = {
    "int_type": "a_whole_number",
    "string_type": "text",
    "bool_type": "true_or_false",
    "list_type": "a_list",
    "dict_type": "a_mapping",
    "model_type": "a_mapping",
    "<number>": "a_whole_number",
    "<text>": "text",
    "<list>": "a_list",
    "<mapping>": "a_mapping",
    "<as_needed>": "as_needed",
}
"""What pydantic says a value isn't, and our tags of shapes, as parts of a sentence."""


def read_keys(spot: Spot, model: type[K], report: Report) -> tuple[K, Spot] | None:
    """Read a mapping as one that may have the keys of a model.

    Returns
    -------
    The keys, and the place without what is faulty; None if nothing can be made of it.
    """
    if not isinstance(spot.node, MappingNode):
        report.exact_problem(spot, "wrong_sort", value=shown(spot.node), expected=phrase("formats.a_mapping"))
        return None
    empty = list(_without_value(spot.node))
    for path in empty:
        _report_empty(spot, path, report)
    spot = _left_out(spot, dict.fromkeys(empty), report)
    keys, spot = _validated(spot, model, report)
    if keys is None:
        return None
    spot = _left_out(spot, dict(_report_unknown(keys, spot, report)), report)
    _report_missing(keys, spot, report)
    return keys, spot


def _validated(spot: Spot, model: type[K], report: Report) -> tuple[K | None, Spot]:
    """Report what has the wrong sort, and leave it out until nothing has."""
    while spot.node:
        try:
            return model.model_validate(plain(spot.node)), spot
        except ValidationError as error:
            faults = dict.fromkeys(_report_fault(spot, fault, report) for fault in error.errors())
        left = _left_out(spot, faults, report)
        if left.node is spot.node:
            break
        spot = left
    return None, spot


def shown(node: Node | None) -> Phrase | str:
    """Return a value as messages quote it."""
    match node:
        case ScalarNode(bool() as value):
            return "true" if value else "false"
        case ScalarNode(str() as value):
            return f"'{value}'"
        case ScalarNode(int() as value):
            return str(value)
        case SequenceNode():
            return phrase("formats.a_list")
        case MappingNode():
            return phrase("formats.a_mapping")
    return phrase("formats.nothing")


def names_in(node: Node | None) -> Iterator[str]:
    """Give all names that may stand in a part of a file: its keys and its ids."""
    match node:
        case MappingNode(values):
            yield from values
            for key, value in values.items():
                if key == "id" and isinstance(value, ScalarNode):
                    yield str(value.value)
                yield from names_in(value)
        case SequenceNode(items):
            for item in items:
                yield from names_in(item)


def _left_out(spot: Spot, paths: Mapping[Path, str | None], report: Report) -> Spot:
    """Leave out what is faulty; the names that go with it are lost, and so not unknown."""
    for path in paths:
        report.lost.update(step for step in path[-1:] if isinstance(step, str))
        report.lost.update(names_in(spot.down(path).node))
    return spot.without(paths)


# ----------------------------------------------------------------------------------------------------- wrong values


def _without_value(node: Node, path: Path = ()) -> Iterator[Path]:
    match node:
        case ScalarNode(None):
            yield path
        case SequenceNode(items):
            for i, item in enumerate(items):
                yield from _without_value(item, (*path, i))
        case MappingNode(values):
            for key, value in values.items():
                yield from _without_value(value, (*path, key))


def _report_empty(spot: Spot, path: Path, report: Report) -> None:
    place, last = spot.down(path), path[-1]
    if isinstance(last, str):
        report.exact_problem(place.at_key, "no_value", key=last)
    else:
        report.exact_problem(place, "no_item")


def _report_fault(spot: Spot, fault: Any, report: Report) -> Path:
    """Report what pydantic found, and return where it is."""
    steps = [step for step in fault["loc"] if not str(step).startswith("<")]
    is_key = steps[-1:] == ["[key]"]
    path: Path = tuple(steps[:-1] if is_key else steps)
    place = spot.down(path)
    if is_key:
        place = place.at_key
    value = f"'{path[-1]!s}'" if is_key else shown(place.node)
    context, code = fault.get("ctx", {}), fault["type"]
    if code == "literal_error":
        options = re.findall(r"'[^']*'|\d+", context["expected"])
        near = (str(fault["input"]), [option.strip("'") for option in options])
        report.exact_problem(place, "wrong_word", value=value, options=Listing(tuple(options), "or"), near=near)
    elif code in SORTS or code == "union_tag_invalid":
        tags = [code] if code in SORTS else re.findall(r"<\w+>", context["expected_tags"])
        sorts = tuple(phrase(f"formats.{SORTS[tag]}") for tag in tags)
        report.exact_problem(place, "wrong_sort", value=value, expected=Listing(sorts, "or"))
    else:
        limit = next(iter(context.values()), None)
        report.exact_problem(place, code, value=value, limit=limit)
    return path


# --------------------------------------------------------------------------------------- unknown and missing keys


def _report_unknown(keys: Any, spot: Spot, report: Report) -> Iterator[tuple[Path, str]]:
    """Report the keys nobody knows; give where each is, and the key it may stand for."""
    for model, place, path in _mappings(keys, spot):
        known = [field.alias or name for name, field in type(model).model_fields.items()]
        for key in model.model_extra or ():
            at, near = place[key].at_key, (key, known)
            owner = next((kind for kind, stage in STAGES.items() if key in stage.model_fields), None)
            if model.kind_of_key != "key":
                mapping = place.as_named().pointing_at(at)
                report.problem(mapping, f"unknown_{model.kind_of_key}", key=key, near=near)
            elif isinstance(model, Stage) and owner and not nearest(*near):
                report.exact_problem(at, "key_of_other_stages", key=key, kind=owner)
            else:
                report.exact_problem(at, "unknown_key", key=key, near=near)
            yield (*path, key), nearest(*near) or ANY


def _report_missing(keys: Any, spot: Spot, report: Report) -> None:
    for model, place, _ in _mappings(keys, spot):
        for name, field in type(model).model_fields.items():
            key = field.alias or name
            if field.json_schema_extra and key not in place:
                report.problem(place.as_named()[key], "missing_key", key=key)


def _mappings(value: Any, spot: Spot, path: Path = ()) -> Iterator[tuple[Keys, Spot, Path]]:
    """Walk through the mappings that have models, outer ones first."""
    if isinstance(value, Keys):
        yield value, spot, path
        for name, field in type(value).model_fields.items():
            key = field.alias or name
            if key in spot:
                yield from _mappings(getattr(value, name), spot[key], (*path, key))
    elif isinstance(value, list):
        for i, (item, place) in enumerate(zip(value, spot.items, strict=True)):
            yield from _mappings(item, place, (*path, i))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _mappings(item, spot[key], (*path, key))

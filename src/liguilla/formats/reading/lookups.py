"""From the keys of a lookup to the stage: a printed table, in the file or in one beside it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import comb
from typing import Final

from liguilla.formats.reading import written
from liguilla.formats.reading.conditions import condition
from liguilla.formats.reading.draft import Draft
from liguilla.formats.reading.nodes import Mark, ScalarNode, Source
from liguilla.formats.reading.outline import Groups, Outline
from liguilla.formats.reading.selectors import select
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.yaml_source import LARGEST
from liguilla.formats.selectors import Ranked, Selector
from liguilla.formats.stages import Lookup, Table
from liguilla.words import phrase

__all__ = ["read_lookup"]

MOST_GROUPS: Final = 64
"""Of more groups nobody prints all combinations."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was written: its key, a label for each column, and where it stands."""

    key: str
    cells: tuple[str, ...]
    spot: Spot


def read_lookup(draft: Draft, keys: written.Lookup, spot: Spot, outline: Outline) -> Lookup:
    """Read a lookup."""
    when = condition(draft, keys.when, spot["when"])
    entrants = select(draft, keys.entrants or "teams", spot["entrants"])
    outline.groups = Groups(dict.fromkeys(keys.columns, 1))
    outline.vague = spot["columns"].incomplete or not keys.columns
    if not keys.columns and "columns" in spot and not spot["columns"].incomplete:
        draft.report.problem(spot["columns"].as_named(), "empty_list")
    if not outline.vague and entrants.places not in (None, len(keys.columns)) and "entrants" in spot:
        draft.report.problem(spot["columns"], "lookup_columns", n=entrants.places, columns=len(keys.columns))
    labels = _labels(draft, entrants.selector)
    written_rows = tuple(_written_rows(draft, keys, spot))
    rows: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in written_rows:
        key, cells = _split(row.key, labels), tuple(_cell(cell, labels) for cell in row.cells)
        _check_row(draft, row, key, cells, len(keys.columns))
        if rows.setdefault(tuple(sorted(key)), cells) is not cells:
            draft.report.problem(row.spot, "row_twice")
    if not spot["rows"].incomplete and not outline.vague:
        _check_number(draft, rows, spot, labels, len(keys.columns))
    return Lookup(
        id=keys.id,
        name=keys.name,
        when=when,
        source=keys.source,
        note=keys.note,
        entrants=entrants.selector,
        columns=tuple(keys.columns),
        rows=rows,
    )


def _labels(draft: Draft, entrants: Selector) -> tuple[str, ...]:
    """Return the labels of the groups the entrants come from; empty if that isn't clear.

    The best thirds come from a table without groups, whose entrants come from each group.
    """
    seen: set[str] = set()
    match entrants.terms:
        case [Ranked(stage=stage, path=())]:
            while stage not in seen:
                seen.add(stage)
                outline = draft.outlines[stage]
                if outline.groups:
                    return outline.groups.labels
                match draft.stages.get(stage):
                    case Table(entrants=Selector(terms=(Ranked(stage=further, path=()),))):
                        stage = further
    return ()


def _written_rows(draft: Draft, keys: written.Lookup, spot: Spot) -> Iterable[Row]:
    if keys.rows is None and keys.csv is None:
        draft.report.problem(spot["rows"], "lookup_without_rows")
    if keys.rows is not None and keys.csv is not None:
        draft.report.problem(spot["csv"].at_key, "lookup_with_both")
    if keys.rows is not None:
        place = spot["rows"]
        return [Row(key, tuple(cells), place[key].as_named()) for key, cells in keys.rows.items()]
    return _rows_beside(draft, keys, spot["csv"]) if keys.csv is not None else ()


def _check_row(draft: Draft, row: Row, key: tuple[str, ...], cells: tuple[str, ...], columns: int) -> None:
    if row.spot.incomplete:
        return
    if len(cells) != columns:
        draft.report.problem(row.spot, "row_length", n=len(cells), columns=columns)
    elif sorted(cells) != sorted(key):
        draft.report.problem(row.spot, "row_labels", given="".join(sorted(cells)), key=row.key)


def _rows_beside(draft: Draft, keys: written.Lookup, spot: Spot) -> Iterator[Row]:
    file = keys.csv or ""
    text = draft.beside(spot.at.source.name, file)
    if text is None:
        draft.report.problem(spot, "no_file_beside", file=file)
        return
    if len(text) > LARGEST:
        draft.report.problem(spot, "file_too_large", most=LARGEST)
        return
    source = Source(file, spot.at.source.name, tuple(text.splitlines()))
    stage = replace(spot, named_at=(), words=spot.named)
    reader = csv.reader(source.lines)
    try:
        lines = [(reader.line_num, line) for line in reader if line]
    except csv.Error:
        lines = []
    header = tuple(lines[0][1][1:]) if lines else ()
    if header != tuple(keys.columns):
        mark = Mark(source, 1, 1)
        place = replace(stage, node=ScalarNode(file, mark), key=mark)
        draft.report.problem(
            place, "csv_header", file=file, header=header or phrase("formats.nothing"), columns=tuple(keys.columns)
        )
        return
    for number, (key, *cells) in lines[1:]:
        mark = Mark(source, number, 1)
        place = replace(stage, node=ScalarNode(key, mark), key=mark).as_named(*stage.words, "rows", key)
        yield Row(key, tuple(cells), place)


def _check_number(
    draft: Draft,
    rows: Mapping[tuple[str, ...], tuple[str, ...]],
    spot: Spot,
    labels: tuple[str, ...],
    chosen: int,
) -> None:
    used = labels or tuple(dict.fromkeys(label for key in rows for label in key))
    ways = comb(len(used), chosen) if len(used) <= MOST_GROUPS else len(rows)
    if rows and len(rows) != ways:
        place = spot["rows"] if "rows" in spot else spot["csv"]
        draft.report.problem(place, "rows_missing", n=len(rows), chosen=chosen, groups=len(used), ways=ways)


def _split(key: str, labels: tuple[str, ...]) -> tuple[str, ...]:
    """Part a key such as ABCD into labels, which may be longer than a letter."""
    if not labels:
        return tuple(key)
    longest_first = sorted(labels, key=len, reverse=True)
    return tuple(re.findall("|".join(map(re.escape, longest_first)) + "|.", key))


def _cell(cell: str, labels: tuple[str, ...]) -> str:
    """Return the label of a cell: ``A``, or ``3A`` for the third of group A."""
    return cell if cell in labels else re.sub(r"^\d+", "", cell) or cell

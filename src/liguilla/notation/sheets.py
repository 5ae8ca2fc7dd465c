"""A file of rows, read as far as it can be: the header's columns, and each row with the line it starts in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import nearest_name
from liguilla.notation.layouts import Layout, Values
from liguilla.words import phrase

__all__ = ["Row", "Sheet", "read_sheet"]

MOST_ROWS: Final = 250_000
MOST_COLUMNS: Final = 250
"""Above these a file is no competition's, and reading on would only cost memory."""

SEPARATORS: Final = {";": "notation.semicolon", "\t": "notation.tab"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a file: what could be read of it and, if that is all of it, the fact that it says.

    ``aligned`` is False where it has more or fewer cells than the header, so that none of them is sure to be what its
    column says.
    """

    origin: Origin
    values: Values
    record: Any = None
    aligned: bool = True


@dataclass(slots=True)
class Sheet:
    """The rows of a file. ``whole`` is False where some of them could not be read at all."""

    file: str
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    whole: bool = True

    @property
    def records(self) -> tuple[Any, ...]:
        """The facts that its faultless rows say."""
        return tuple(row.record for row in self.rows if row.record is not None)


def read_sheet(text: str, file: str, layout: Layout, problems: list[Problem]) -> Sheet:
    """Read the rows of a file.

    Parameters
    ----------
    text
        The content of the file.
    file
        Its name, for the origins.
    layout
        What it has to look like.
    problems
        Added to: all that is wrong with it, but not what only follows from something that is wrong.
    """
    sheet = Sheet(file, tuple(column.name for column in layout.columns))
    lines = _lines(text, sheet, problems)
    line, header = next(lines, (1, []))
    header = [name.strip() for name in header]
    found = list(_header_problems(header, layout, Origin(file, line)))
    problems += found
    sound = not any(problem.severity is Severity.ERROR for problem in found)
    if len(header) > MOST_COLUMNS or not (sound or set(header) & set(sheet.columns)):
        sheet.whole = False
        return sheet
    for line, cells in lines:
        origin = Origin(file, line)
        aligned = len(cells) == len(header)
        values, faults = layout.read(dict(zip(header, map(str.strip, cells), strict=False)))
        if not aligned:
            counts = {"n": len(cells), "columns": len(header)}
            problems.append(Problem(phrase("notation.wrong_number_of_cells", **counts), origin=origin))
        else:
            problems += (Problem(message, origin=origin, where=name) for name, message in faults)
        record = layout.record(values, origin) if sound and aligned and not faults else None
        sheet.rows.append(Row(origin, values, record, aligned))
    return sheet


def _lines(text: str, sheet: Sheet, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the cells of each row that isn't blank."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for number, cells in enumerate(rows):
            if number > MOST_ROWS:
                problems.append(Problem(phrase("notation.too_many_rows", n=MOST_ROWS), origin=Origin(sheet.file)))
                sheet.whole = False
                return
            if any(map(str.strip, cells)):
                yield line, cells
            line = rows.line_num + 1
    except csv.Error:
        # A quote out of place, or one never closed: then the cell ends with the file or grows beyond all bounds.
        problems.append(Problem(phrase("notation.broken_quotes"), origin=Origin(sheet.file, line)))
        sheet.whole = False


def _header_problems(header: list[str], layout: Layout, origin: Origin) -> Iterator[Problem]:
    columns = [column.name for column in layout.columns]
    required = [column.name for column in layout.columns if column.required]
    if not header:
        yield Problem(phrase("notation.no_header", columns=tuple(required)), origin=origin)
        return
    for separator, code in SEPARATORS.items():
        if len(header) == 1 and separator in header[0]:
            yield Problem(phrase(code), origin=origin)
            return
    if len(header) > MOST_COLUMNS:
        yield Problem(phrase("notation.too_many_columns", n=len(header), most=MOST_COLUMNS), origin=origin)
        return
    missing = [name for name in columns if name not in header]
    optional = [name for name in missing if name not in required]
    for index, name in enumerate(header):
        if not name:
            yield Problem(phrase("notation.nameless_column", number=index + 1), origin=origin)
        elif name in header[:index]:
            yield Problem(phrase("notation.column_twice", name=name), origin=origin)
        elif name not in columns and not layout.takes_more:
            near = nearest_name(name, missing)
            others = phrase("notation.columns_are", columns=tuple(columns))
            mend = phrase("notation.did_you_mean", name=near) if near else others
            yield Problem(phrase("notation.unknown_column", name=name, mend=mend), origin=origin)
        elif name not in columns and (like := get_close_matches(name, optional, 1, 0.85)):
            # A fact may have any name, so only a name that is nearly a column's is suspicious.
            message = phrase("notation.column_taken_as_fact", name=name, near=like[0])
            yield Problem(message, Severity.WARNING, origin)
    # A column that was taken for a fact, though it is nearly another's name, is no word about the one that is missing.
    meant = set() if layout.takes_more else {nearest_name(name, missing) for name in header if name not in columns}
    for name in required:
        if name in missing and name not in meant:
            yield Problem(phrase("notation.missing_column", name=name), origin=origin)
    for pair in layout.pairs:
        absent = [name for name in pair if name in missing and name not in meant]
        if len(absent) == 1:
            other = pair[0] if absent[0] == pair[1] else pair[1]
            yield Problem(phrase("notation.missing_half", name=absent[0], other=other), origin=origin)

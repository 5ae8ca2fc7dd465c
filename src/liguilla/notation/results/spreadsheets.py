"""The sheets of a workbook (XLSX) as rows of text, so that every notation of rows can be read from it.

A line of the text is the row of that number in the sheet. Days are written as 2018-08-17, times as 20:30; a cell that
is merged downwards counts for each of its rows; of a formula counts the value that was saved with it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any, Final

from liguilla.errors import Origin, Problem
from liguilla.notation.files import LARGEST
from liguilla.notation.results.gathering import Listed
from liguilla.words import Phrase, phrase

__all__ = ["is_workbook", "sheets_of"]

WORKBOOK: Final = "xl/workbook.xml"
LARGEST_UNPACKED: Final = 192 * 1024 * 1024
MOST_PARTS: Final = 2000
MOST_CELLS: Final = 5_000_000
MOST_COLUMNS: Final = 1000
"""What has more than all this holds no results, but was made to fill the memory."""

MOST_MERGED: Final = 100_000

MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')
FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
HEAD: Final = 4096

MIDNIGHT: Final = dt.time()
DAY: Final = dt.timedelta(days=1)


def is_workbook(content: bytes) -> bool:
    """Return whether a file is a ZIP archive with a workbook in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return WORKBOOK in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def sheets_of(content: bytes, file: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each sheet that isn't empty.

    Parameters
    ----------
    content
        What is in the file.
    file
        Its name, for the origins. A sheet of several is called by both names: ``cup.xlsx!Group A``.
    problems
        Added to.
    """
    # A workbook that is broken, or was made to break things, makes what unpacks it fail in any way whatever.
    try:
        refused = _refused(content)
        sheets = [] if refused else list(_sheets(content, file, problems))
    except Exception:
        refused, sheets = phrase("result_files.broken_workbook"), []
    if refused is not None:
        problems.append(Problem(refused, origin=Origin(file)))
    yield from sheets


def _refused(content: bytes) -> Phrase | None:
    """Return why a workbook isn't read at all."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            return phrase("result_files.workbook_too_large")
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as opened:
                    if DOCTYPE.search(opened.read(HEAD)):
                        return phrase("result_files.broken_workbook")
    return None


def _sheets(content: bytes, file: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    # Only here, because importing it takes longer than reading a season.
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # It warns of styles and print areas.
        warnings.simplefilter("ignore")
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        formulas: Any = None
        for sheet in values.worksheets:
            raw = _raw(content, sheet)
            sheet.reset_dimensions()
            written: Iterator[Sequence[Any]] = iter(())
            if FORMULA.search(raw):
                formulas = formulas or load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
                formulas[sheet.title].reset_dimensions()
                written = formulas[sheet.title].iter_rows(values_only=True)
            name = f"{file}!{sheet.title}" if len(values.worksheets) > 1 else file
            text = _text(sheet.iter_rows(values_only=True), written, _merged(raw), name, problems)
            if text.strip():
                yield name, text


def _raw(content: bytes, sheet: Any) -> bytes:
    """Return the sheet as it is stored: reading it row by row doesn't tell of merged cells, nor of formulas."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(sheet._worksheet_path)


def _merged(raw: bytes) -> dict[int, list[tuple[int, int]]]:
    """Return, by the first row of cells that are merged downwards, their first column and last row."""
    merged: dict[int, list[tuple[int, int]]] = {}
    for number, found in enumerate(MERGED.finditer(raw)):
        first, last = int(found[2]), int(found[3])
        column = _column(found[1].decode())
        if number < MOST_MERGED and last > first and column < MOST_COLUMNS:
            merged.setdefault(first, []).append((column, last))
    return merged


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _text(
    rows: Iterator[Sequence[Any]],
    formulas: Iterator[Sequence[Any]],
    merged: dict[int, list[tuple[int, int]]],
    file: str,
    problems: list[Problem],
) -> str:
    """Return rows as text with commas between the cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    reaching: dict[int, tuple[int, str]] = {}
    found = Listed()
    size = count = 0
    for number, (row, written) in enumerate(zip_longest(rows, formulas, fillvalue=()), 1):
        cells = [_cell(value) for value in row[:MOST_COLUMNS]]
        for column, (last, cell) in list(reaching.items()):
            if number > last:
                del reaching[column]
            elif column >= len(cells) or not cells[column]:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = cell
        size += sum(map(len, cells))
        count += len(row)
        if size > LARGEST or count > MOST_CELLS:
            found.add(Problem(phrase("result_files.sheet_too_large"), origin=Origin(file, number)))
            break
        for column, last in merged.get(number, ()):
            if column < len(cells) and cells[column]:
                reaching[column] = last, cells[column]
        for column, value in enumerate(written):
            if isinstance(value, str) and value.startswith("=") and not (column < len(row) and row[column] is not None):
                found.add(Problem(phrase("result_files.formula_without_value"), origin=Origin(file, number)))
        while cells and not cells[-1]:
            cells.pop()
        writer.writerow(cells)
    problems += found
    return out.getvalue()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case dt.datetime():
            clock = f" {value:%H:%M}" if value.time() != MIDNIGHT else ""
            return f"{value.date().isoformat()}{clock}"
        case dt.date():
            return value.isoformat()
        case dt.time():
            return value.isoformat("minutes")
        case dt.timedelta() if dt.timedelta() <= value < DAY:
            return f"{value.seconds // 3600:02}:{value.seconds // 60 % 60:02}"
        case _:
            return " ".join(str(value).split())

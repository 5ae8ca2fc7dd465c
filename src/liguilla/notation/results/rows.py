"""Rows of text with a separator between their cells, read so that one broken row costs no other."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["BROKEN_QUOTES", "NOT_READ_ON", "TOO_LONG", "Broken", "Header", "Rows", "header_of", "headers_of"]

SEPARATORS: Final = ",;\t|"
DECLARED: Final = re.compile(rf'"?sep=([{SEPARATORS}])"?\s*', re.IGNORECASE)
"""What some spreadsheets write above the rows to say what separates the cells."""

LINE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")

LONGEST_LINE: Final = 500_000
"""A line with more characters is no row of results, and its cells would fill the memory."""

MOST_BROKEN: Final = 500
"""After so many rows with broken quotes the file isn't read on: each may be looked at to its very end."""

FAR: Final = 40
"""A header stands among the first lines that say anything."""

BROKEN_QUOTES, TOO_LONG, NOT_READ_ON = "broken_quotes", "line_too_long", "not_read_on"


class Header(NamedTuple):
    """The first row of a file."""

    line: int
    cells: tuple[str, ...]
    separator: str


class Broken(NamedTuple):
    """What could not be told apart into cells: its first line, why, and its text."""

    line: int
    why: str
    text: str


class Rows:
    """The rows of a text, each with its first line and its cells; blank ones are left out.

    Parameters
    ----------
    text
        The whole text.
    separator
        What stands between cells.
    width
        How many cells a row has. Over several lines goes no row with more or fewer, nor one with such rows in it: a
        quote was left open there, and swallowed others.

    Attributes
    ----------
    broken
        What could not be told apart into cells, filled while the other rows are read.
    """

    def __init__(self, text: str, separator: str = ",", width: int = 0) -> None:
        self._text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self._separator, self._width = separator, width
        self._at = self._begin = 0
        self._line = 0
        self.broken: list[Broken] = []

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        while self._at < len(self._text):
            self._begin, first = self._at, self._line + 1
            try:
                for cells in csv.reader(self._physical_lines(), delimiter=self._separator, strict=True):
                    if self._line > first and self._swallowed(cells):
                        raise csv.Error
                    if any(cells) and not all(cell.isspace() or not cell for cell in cells):
                        yield first, cells
                    self._begin, first = self._at, self._line + 1
            except csv.Error:
                # A quote out of place, or one never closed: go on in the line below the one where the row began.
                end = self._text.find("\n", self._begin)
                self._at = len(self._text) if end < 0 else end + 1
                self._line = first
                self.broken.append(Broken(first, BROKEN_QUOTES, self.current))
                if len(self.broken) > MOST_BROKEN and self._at < len(self._text):
                    self.broken.append(Broken(first + 1, NOT_READ_ON, self._text[self._at :]))
                    return

    def _swallowed(self, cells: list[str]) -> bool:
        """Return whether a row that goes over several lines has others in it."""
        if not self._width:
            return False
        return len(cells) != self._width or any(
            line.count(self._separator) >= self._width - 1 > 0 for line in self.current.split("\n")[1:]
        )

    @property
    def is_last(self) -> bool:
        """Whether the row that was read last is the last."""
        return self._at >= len(self._text)

    @property
    def ends(self) -> bool:
        """Whether the last line has an end."""
        return self._text.endswith("\n")

    @property
    def current(self) -> str:
        """The row that was read last, as it stands."""
        return self._text[self._begin : self._at].rstrip("\n")

    def _physical_lines(self) -> Iterator[str]:
        text = self._text
        while self._at < len(text):
            end = text.find("\n", self._at)
            start, self._at = self._at, len(text) if end < 0 else end + 1
            self._line += 1
            if self._at - start > LONGEST_LINE:
                self.broken.append(Broken(self._line, TOO_LONG, text[start : self._at].rstrip("\n")))
                yield "\n"
            else:
                yield text[start : self._at]


def header_of(text: str) -> Header:
    r"""Return the first row that isn't blank, and what separates its cells; no cells if there is none.

    Examples
    --------
    >>> header_of("Div;Date;HomeTeam\nE0;17/08/18;Leeds\n").cells
    ('Div', 'Date', 'HomeTeam')
    """
    for header in headers_of(text):
        return header
    return Header(1, (), ",")


def headers_of(text: str) -> Iterator[Header]:
    """Yield each of the first lines as the header it would be."""
    separator: str | None = None
    seen = 0
    for number, found in enumerate(LINE.finditer(text, 0, LONGEST_LINE), 1):
        line = found[0].rstrip("\r\n")
        if declared := DECLARED.fullmatch(line):
            separator = declared[1]
        elif line.strip(f' \t"{separator or SEPARATORS}'):
            yield Header(number, *_cells(line, separator))
            seen += 1
        if seen == FAR or number == 10 * FAR:
            return


def _cells(line: str, separator: str | None) -> tuple[tuple[str, ...], str]:
    separator = separator or max(SEPARATORS, key=line.count)
    try:
        cells = next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        cells = line.split(separator)
    return tuple(cell.strip() for cell in cells), separator

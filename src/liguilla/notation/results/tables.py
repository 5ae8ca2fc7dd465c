"""A file of rows with a header, as the readers of CSV notations go through it: cell by cell, each row read or kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from liguilla.errors import Origin, Severity
from liguilla.facts import Score
from liguilla.notation.results.days import DayOrder, Moment, read_kickoff, read_moment
from liguilla.notation.results.gathering import Gathering
from liguilla.notation.results.records import RecordedMatch, ResultsReading
from liguilla.notation.results.rows import Header, Rows, header_of
from liguilla.notation.results.score_texts import looks_like_a_day
from liguilla.notation.results.table_words import NOTHING, TRUTHS, plain_words
from liguilla.words import Phrase, phrase

__all__ = ["MOST_COLUMNS", "Row", "Table", "UnreadRowError", "has_columns"]

MOST_ROWS: Final = 1_000_000
"""Above this a file is no list of matches, and reading on would only cost memory."""

MOST_COLUMNS: Final = 1000
"""Columns beyond are left out, and their cells reported."""

LONGEST_QUOTE: Final = 60
THOUSANDS: Final = re.compile(r"(?<=\d)[., '\u00a0](?=\d{3}(?!\d))|\.0+$")


class UnreadRowError(ValueError):
    """A row can't be read; it is kept as it stands, and ``message`` says why."""

    def __init__(self, message: Phrase, where: str | None = None) -> None:
        super().__init__(message.code)
        self.message, self.where = message, where


class Row:
    """A row of a table: its line and its cells, which are asked for by the index of their column.

    A column that the table doesn't have is None, and its cells are blank.
    """

    __slots__ = ("_table", "cells", "line")

    def __init__(self, table: Table, line: int, cells: list[str]) -> None:
        self._table, self.line, self.cells = table, line, cells

    @property
    def origin(self) -> Origin:
        """Where it stands."""
        return Origin(self._table.file, self.line)

    def text(self, column: int | None) -> str:
        """Return what a cell says, without the space around it; empty where it says that nothing is known."""
        text = self.cells[column].strip() if column is not None else ""
        return "" if text.casefold() in NOTHING else text

    def name(self, column: int | None) -> str | None:
        """Return a name, or None where the cell is blank."""
        text = self.text(column)
        return self._table.gathering.name(text) if text else None

    def team(self, column: int) -> str:
        """Return the name of a team. A row without one is unread."""
        text = self.cells[column]
        name = self._table.gathering.name(text) if text.strip().casefold() not in NO_TEAM else ""
        if not name:
            raise UnreadRowError(phrase("result_files.no_team"), self._table.columns[column])
        return name

    def count(self, column: int | None) -> int | None:
        """Return a whole number, or None where the cell is blank. A row with anything else there is unread."""
        text = self.text(column)
        if text.isdecimal() and len(text) < 7:
            return int(text)
        if not text:
            return None
        whole, _, rest = text.partition(".")
        if not (whole.isdecimal() and len(whole) < 7 and set(rest) <= {"0"}):
            code = "result_files.score_is_a_day" if looks_like_a_day(text) else "result_files.no_count"
            raise UnreadRowError(phrase(code, text=shortened(text)), self._table.columns[column or 0])
        return int(whole)

    def score(self, home: int | None, away: int | None) -> Score | None:
        """Return the score in two columns, or None where both are blank. A row with half a score is unread."""
        for_home, for_away = self.count(home), self.count(away)
        if for_home is None and for_away is None:
            return None
        if for_home is None or for_away is None:
            given, blank = (away, home) if for_home is None else (home, away)
            where = self._table.columns[blank or 0]
            raise UnreadRowError(phrase("result_files.half_a_score", given=self._table.columns[given or 0]), where)
        return Score(for_home, for_away)

    def other_score(self, home: int | None, away: int | None) -> Score | None:
        """Return a score beside the one that counts. One that can't be read is reported, and is unknown."""
        try:
            return self.score(home, away)
        except UnreadRowError as fault:
            text = shortened(f"{self.text(home)}-{self.text(away)}")
            self._table.gathering.say(phrase("result_files.no_other_score", text=text), self.line, where=fault.where)
            return None

    def attendance(self, column: int | None) -> int | None:
        """Return how many people came. What is no number is reported, and is unknown."""
        text = self.text(column)
        if not text:
            return None
        digits = THOUSANDS.sub("", text)
        if digits.isdecimal() and len(digits) < 9:
            return int(digits)
        self.say(phrase("result_files.no_attendance", text=shortened(text)), column, Severity.NOTE)
        return None

    def moment(self, column: int | None) -> Moment | tuple[None, None, None]:
        """Return the day, and the kickoff and zone that stand beside it. One that can't be read is reported."""
        text = self.text(column)
        if not text:
            return None, None, None
        moment = self._table.moment(text)
        if moment is None:
            self.say(phrase("result_files.no_day", text=shortened(text)), column)
            return None, None, None
        return moment

    def kickoff(self, column: int | None) -> tuple[dt.time, str | None] | tuple[None, None]:
        """Return the kickoff and the zone beside it. One that can't be read is reported."""
        text = self.text(column)
        if not text:
            return None, None
        kickoff = read_kickoff(text)
        if kickoff is None:
            self.say(phrase("result_files.no_kickoff", text=shortened(text)), column)
            return None, None
        return kickoff

    def truth(self, column: int | None) -> bool | None:
        """Return whether something is so, or None where it isn't said."""
        text = self.text(column)
        truth = TRUTHS.get(plain_words(text)) if text else None
        if text and truth is None:
            self.say(phrase("result_files.no_truth", text=shortened(text)), column)
        return truth

    def rest(self, columns: Iterable[int]) -> dict[str, str]:
        """Return what other columns say, as written, by their names."""
        names, cells = self._table.columns, self.cells
        return {names[column]: cells[column].strip() for column in columns if self.text(column)}

    def say(self, message: Phrase, column: int | None = None, severity: Severity = Severity.WARNING) -> None:
        """Report something about a cell."""
        where = self._table.columns[column] if column is not None else None
        self._table.gathering.say(message, self.line, severity, where)


NO_TEAM: Final = NOTHING - {"x", "v", "vs", "na"}
"""What stands in the place of a team when there is none: there are teams with the shortest of names."""


class Table:
    """A file of rows.

    Parameters
    ----------
    text
        Its content.
    file
        Its name, for the origins.
    header
        Where it isn't the first row.
    order
        Which comes first in days such as 03/04/2018.
    """

    def __init__(
        self, text: str, file: str, header: Header | None = None, order: DayOrder | None = DayOrder.DAY_FIRST
    ) -> None:
        self.file, self.order = file, order
        self.header = header or header_of(text)
        self.columns = self.header.cells[:MOST_COLUMNS]
        self.gathering = Gathering(file)
        self._index = {name: index for index, name in reversed(list(enumerate(self.columns)))}
        self._rows = Rows(text, self.header.separator, len(self.columns))
        self._moments: dict[str, Moment | None] = {}

    def column(self, *names: str) -> int | None:
        """Return the index of the first of these columns that there is."""
        return next((self._index[name] for name in names if name in self._index), None)

    def needed(self, *names: str) -> int:
        """Return the index of a column that the notation always has."""
        return self._index[next(name for name in names if name in self._index)]

    def others(self, *columns: int | None) -> list[int]:
        """Return the columns with a name that aren't among these."""
        return [index for index, name in enumerate(self.columns) if name and index not in columns]

    def moment(self, text: str) -> Moment | None:
        """Return the day, kickoff and zone that a text says."""
        if text not in self._moments:
            self._moments[text] = read_moment(text, self.order)
        return self._moments[text]

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header. What can't be told apart into cells is kept unread."""
        width = len(self.columns)
        rows, whole = self._rows, False
        nameless = [index for index, name in enumerate(self.columns) if not name]
        for number, (line, cells) in enumerate(rows):
            if line <= self.header.line:
                continue
            if number > MOST_ROWS:
                self.gathering.say(phrase("result_files.too_many_rows", n=MOST_ROWS), line, Severity.ERROR)
                break
            if len(cells) < width:
                if whole and rows.is_last and not rows.ends:
                    self.gathering.unread(line, rows.current, phrase("result_files.file_ends_here"))
                    continue
                cells += [""] * (width - len(cells))
            elif len(cells) > width and any(map(str.strip, cells[width:])):
                self.gathering.say(phrase("result_files.cells_beyond", n=len(cells), columns=width), line)
            else:
                whole = True
            if nameless and any(cells[column] for column in nameless):
                self.gathering.say(phrase("result_files.cells_without_header"), line, Severity.NOTE)
            yield Row(self, line, cells)
        for broken in rows.broken:
            self.gathering.unread(broken.line, broken.text, phrase(f"result_files.{broken.why}"))

    def read(self, read_row: Callable[[Row], tuple[RecordedMatch, str | None, str | None] | None]) -> ResultsReading:
        """Read all rows.

        Parameters
        ----------
        read_row
            Returns the match that a row says, its competition and its season; None for a row that is no match but
            says something of others. Raises `UnreadRowError` for a row that is to be kept as it stands.
        """
        gathering = self.gathering
        for row in self.rows():
            try:
                found = read_row(row)
            except UnreadRowError as fault:
                self.unread(row, fault)
                continue
            if found is not None:
                gathering.add(*found)
        return gathering.reading()

    def unread(self, row: Row, fault: UnreadRowError) -> None:
        """Keep a row as it stands."""
        self.gathering.unread(row.line, self._rows.current, fault.message, fault.where)


def has_columns(text: str, *names: str) -> bool:
    """Return whether a text is rows under a header with these names among others."""
    return set(names) <= set(header_of(text).cells)


def shortened(text: str) -> str:
    """Return a text as it is quoted in a message."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"

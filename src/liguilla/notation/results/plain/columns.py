"""Which column of a table holds what: by the words of its header, and by its cells where words have many meanings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from liguilla.notation.results.days import DayOrder, day_order, read_kickoff, read_moment
from liguilla.notation.results.rows import Header, Rows, headers_of
from liguilla.notation.results.score_texts import looks_like_a_day, read_score_text
from liguilla.notation.results.table_words import COLUMNS, FATES, NOTHING, TRUTHS, plain_words
from liguilla.notation.results.tables import MOST_COLUMNS

__all__ = ["Columns", "columns_of", "header_in", "recognises"]

SAMPLE: Final = 200
"""Rows that are looked at to tell columns apart."""

PAIRS: Final = {"team": ("home", "away"), "side": ("home_score", "away_score")}
"""What two columns with the same header are: the two teams, or the two sides of a score."""

OTHERWISE: Final = {"date": "matchday", "home": "ground", "score": "side"}
"""What a header can mean when another column or its cells don't allow what it usually means: ``Fecha``, ``Local``."""

WHOLE_SCORES: Final = ("score", "half_time")
"""Where a number stands alone there, it is one side of a score."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What is where.

    Attributes
    ----------
    header
        The row of headers.
    above
        Lines above it, with their text.
    index
        The column of each field, as the table of words calls them.
    left
        Columns that are none of these.
    order
        Which comes first in days written in figures; None if no row tells.
    """

    header: Header
    above: tuple[tuple[int, str], ...]
    index: dict[str, int] = field(default_factory=dict)
    left: tuple[int, ...] = ()
    order: DayOrder | None = None


def recognises(name: str, text: str) -> bool:
    """Return whether one of the first lines is a header with two teams, or a match, and a score or date."""
    return header_in(text) is not None


def header_in(text: str) -> tuple[Header, tuple[tuple[int, str], ...]] | None:
    """Return the row of headers of a table of results, and the lines above it; None if there is none."""
    above: list[tuple[int, str]] = []
    for header in headers_of(text):
        said = [COLUMNS.get(plain_words(cell)) for cell in header.cells]
        meanings = set(said)
        teams = {"home", "away"} <= meanings or "teams" in meanings or said.count("team") > 1
        if teams and meanings & {"score", "home_score", "date"}:
            return header, tuple(above)
        above.append((header.line, " ".join(cell for cell in header.cells if cell)))
    return None


def columns_of(text: str) -> Columns | None:
    """Return what each column of a table of results holds; None if it is no such table."""
    found = header_in(text)
    if found is None:
        return None
    header, above = found
    header = header._replace(cells=header.cells[:MOST_COLUMNS])
    sample = list(islice((cells for line, cells in Rows(text, header.separator) if line > header.line), SAMPLE))
    index: dict[str, int] = {}
    for column, cell in enumerate(header.cells):
        for meaning in _meanings(cell, [row[column] for row in sample if column < len(row)]):
            if meaning in PAIRS and meaning in index:
                home, away = PAIRS[meaning]
                index[home], index[away] = index.pop(meaning), column
                break
            if meaning not in index:
                index[meaning] = column
                break
    for half in PAIRS:
        index.pop(half, None)
    if not {"home", "away"} <= index.keys() and "teams" not in index:
        # Teams may be numbers; what their column is called counts then.
        _by_words(header, index)
    if "home_score" in index and "away_score" in index:
        # A column beside them says who won, or the same again.
        index.pop("score", None)
    order = _order(text, header, index["date"]) if "date" in index else None
    used = set(index.values())
    left = tuple(column for column, cell in enumerate(header.cells) if cell and column not in used)
    return Columns(header, above, index, left, order)


def _by_words(header: Header, index: dict[str, int]) -> None:
    """Take for the teams what is called so, whatever is in it."""
    called = [COLUMNS.get(plain_words(cell)) for cell in header.cells]
    both = [column for column, meaning in enumerate(called) if meaning == "team"]
    teams = ("home", "away") if {"home", "away"} <= set(called) or len(both) > 1 else ("teams",)
    for side, name in enumerate(teams):
        column = called.index(name) if name in called else both[side]
        for other in [other for other, taken in index.items() if taken == column]:
            del index[other]
        index[name] = column


def _meanings(header: str, cells: Sequence[str]) -> Iterator[str]:
    """Yield what a column can hold, the likeliest first, as far as its cells allow it."""
    meaning = COLUMNS.get(plain_words(header))
    said = [cell.strip() for cell in cells if cell.strip().casefold() not in NOTHING]
    for each in (meaning, OTHERWISE.get(meaning or "")):
        fits = FITS.get(each or "", bool)
        if each in WHOLE_SCORES and any(map(str.isdecimal, said)):
            continue
        if each is not None and sum(map(bool, map(fits, said))) * 2 >= len(said):
            yield each


def _order(text: str, header: Header, column: int) -> DayOrder | None:
    rows = Rows(text, header.separator, len(header.cells))
    return day_order(cells[column] for line, cells in rows if line > header.line and column < len(cells))


def _is_score(cell: str) -> bool:
    return read_score_text(cell) is not None or looks_like_a_day(cell)


def _is_day(cell: str) -> bool:
    return any(read_moment(cell, order) is not None for order in DayOrder)


def _is_name(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _is_part(cell: str) -> bool:
    return _is_score(cell) or plain_words(cell) in TRUTHS


def _is_side(cell: str) -> bool:
    return cell.removesuffix(".0").isdecimal() or plain_words(cell) in FATES


FITS: Final[dict[str, Callable[[str], bool]]] = {
    "date": _is_day,
    "kickoff": lambda cell: read_kickoff(cell) is not None,
    "score": _is_score,
    "half_time": _is_score,
    "extra_time": _is_part,
    "home": _is_name,
    "away": _is_name,
    "teams": _is_name,
    "referee": _is_name,
    "team": _is_name,
    "matchday": lambda cell: any(map(str.isdecimal, cell)),
    "side": _is_side,
    "home_score": _is_side,
    "away_score": _is_side,
    "neutral": lambda cell: plain_words(cell) in TRUTHS,
}
"""What the cells of a column look like."""

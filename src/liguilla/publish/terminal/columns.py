"""Columns: rows set one below the other, as wide as they need to be and never wider than the page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from liguilla.publish.terminal.page import Page, Part, cells, wrapped

__all__ = ["Cell", "Column", "Layout", "first_that_fits", "write_columns"]

R = TypeVar("R")

Cell = str | tuple[str, str]
"""Words, or words and their style."""


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its heading, and what it shows of a row.

    Attributes
    ----------
    right
        Whether it is set to the right, as figures are.
    least
        How narrow it may become, by going on in a second line, though never by breaking a word; None: not at all.
    """

    heading: str
    cell: Callable[[R], Cell]
    right: bool = False
    least: int | None = None


Layout = Sequence[Column[R]]


def first_that_fits(layouts: Sequence[Layout[R]], rows: Sequence[R], width: int, *, gap: int = 2) -> Layout[R]:
    """Return the first of these layouts that fits; the last of them if none does."""
    return next((layout for layout in layouts if _widths(layout, rows, width, gap) is not None), layouts[-1])


def write_columns(
    page: Page,
    layout: Layout[R],
    rows: Sequence[R],
    *,
    gap: int = 2,
    indent: int = 0,
    headings: bool = True,
    ruled_after: Collection[int] = (),
    alike: Sequence[R] = (),
) -> None:
    """Write rows in columns.

    Parameters
    ----------
    ruled_after
        The numbers of rows, counted from 1, after which a thin line is drawn.
    alike
        Further rows that have to fit the same columns, such as those of the other groups.
    """
    width = page.width - indent
    measured = [*rows, *alike]
    widths = _widths(layout, measured, width, gap) or _least(layout, measured, width, gap)
    if headings:
        _write(page, layout, widths, [(column.heading, "dim") for column in layout], gap, indent)
    for number, row in enumerate(rows, 1):
        _write(page, layout, widths, [column.cell(row) for column in layout], gap, indent)
        if number in ruled_after and number < len(rows):
            page.line(("─" * _total(widths, gap), "dim"), indent=indent)


def _words(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell[0]


def _natural(column: Column[R], rows: Sequence[R]) -> int:
    return max((cells(column.heading), *(cells(_words(column.cell(row))) for row in rows)))


def _total(widths: Sequence[int], gap: int) -> int:
    """Return the width of a row. A column without any words takes no room, not even a gap."""
    filled = [width for width in widths if width]
    return sum(filled) + gap * (len(filled) - 1)


def _narrowest(column: Column[R], rows: Sequence[R]) -> int:
    words = (word for row in rows for word in _words(column.cell(row)).split())
    return max((column.least or 0, cells(column.heading), *map(cells, words)))


def _widths(layout: Layout[R], rows: Sequence[R], width: int, gap: int) -> list[int] | None:
    """Return the width of each column, narrowing those that may be; None if they don't fit."""
    widths = [_natural(column, rows) for column in layout]
    over = _total(widths, gap) - width
    for number, column in sorted(enumerate(layout), key=lambda pair: -widths[pair[0]]):
        if over > 0 and column.least is not None:
            taken = min(over, max(widths[number] - _narrowest(column, rows), 0))
            widths[number] -= taken
            over -= taken
    return widths if over <= 0 else None


def _least(layout: Layout[R], rows: Sequence[R], width: int, gap: int) -> list[int]:
    """Return widths that fit whatever it takes: every column that may be narrowed gets an equal share."""
    natural = [_natural(column, rows) for column in layout]
    fixed = [own if column.least is None else 0 for column, own in zip(layout, natural, strict=True)]
    flexible = [number for number, column in enumerate(layout) if column.least is not None and natural[number]]
    room = width - _total([*fixed, *(1 for _ in flexible)], gap) + len(flexible)
    share = max(room // max(len(flexible), 1), 1)
    return [share if number in flexible else own for number, own in enumerate(fixed)]


def _write(page: Page, layout: Layout[R], widths: list[int], row: Sequence[Cell], gap: int, indent: int) -> None:
    columns = [wrapped(_words(cell), width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(map(len, columns))):
        parts: list[Part] = []
        for column, cell, lines, width in zip(layout, row, columns, widths, strict=True):
            words = lines[number] if number < len(lines) else ""
            space = " " * (width - cells(words))
            styled = words if isinstance(cell, str) else (words, cell[1])
            parts += [space, styled] if column.right else [styled, space]
            parts.append(" " * (gap if width else 0))
        page.line(*parts, indent=indent)

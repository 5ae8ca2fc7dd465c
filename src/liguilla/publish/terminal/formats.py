"""The list of formats."""

from __future__ import annotations

from collections.abc import Sequence

from liguilla.formats import FormatHead
from liguilla.publish.shelves import Shelf, country_name, in_order_of_names
from liguilla.publish.terminal.columns import Column, Layout, first_that_fits, write_columns
from liguilla.publish.terminal.page import Page

__all__ = ["validity", "write_formats"]

INDENT = 2


def write_formats(page: Page, shelves: Sequence[Shelf]) -> None:
    """Write formats below their competitions, and these below the name of their country."""
    everyone = [format_ for shelf in shelves for format_ in shelf.formats]
    if not everyone:
        page.sentence(page.word("no_formats"))
        return
    layout = _layout(page, everyone)
    for shelf in in_order_of_names(shelves, page.language):
        page.heading(country_name(shelf.country, page.language), aside=shelf.country)
        groups = [(page.say(each.name), each.formats) for each in shelf.competitions]
        if shelf.others:
            groups.append((page.word("other_formats") if shelf.competitions else "", shelf.others))
        for name, formats in groups:
            if name:
                page.sentence(name, indent=INDENT)
            write_columns(page, layout, formats, headings=False, indent=2 * INDENT, alike=everyone)


def _layout(page: Page, everyone: Sequence[FormatHead]) -> Layout[FormatHead]:
    id_: Column[FormatHead] = Column(page.word("format"), lambda format_: (format_.id, "bold"), least=16)
    seasons: Column[FormatHead] = Column(page.word("seasons"), lambda format_: validity(page, format_))
    return first_that_fits([[seasons, id_], [id_]], everyone, page.width - 2 * INDENT)


def validity(page: Page, format_: FormatHead) -> str:
    """Return the seasons in which the rules hold, as far as that is known."""
    first, last = format_.valid_from, format_.valid_to
    if first is not None and last is not None:
        return first if first == last else f"{first} – {last}"
    if first is not None:
        return page.word("since", first=first)
    return page.word("any_season") if last is None else page.word("until", last=last)

"""The list of formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liguilla.formats import Format
from liguilla.publish.terminal.columns import Column, first_that_fits, write_columns
from liguilla.publish.terminal.page import Page

__all__ = ["validity", "write_formats"]


def write_formats(page: Page, formats: Mapping[str, Sequence[Format]]) -> None:
    """Write formats, those of each country under its name."""
    if not any(formats.values()):
        page.sentence(page.word("no_formats"))
        return
    everyone = [format_ for found in formats.values() for format_ in found]
    id_: Column[Format] = Column(page.word("format"), lambda format_: (format_.id, "bold"), least=16)
    seasons: Column[Format] = Column(page.word("seasons"), lambda format_: validity(page, format_))
    name: Column[Format] = Column(page.word("name"), lambda format_: page.say(format_.name), least=20)
    layout = first_that_fits([[id_, seasons, name], [id_, seasons], [id_]], everyone, page.width)
    for country, found in formats.items():
        page.heading(country.upper())
        write_columns(page, layout, found, headings=False, alike=everyone)


def validity(page: Page, format_: Format) -> str:
    """Return the seasons in which the rules hold, as far as that is known."""
    first, last = format_.valid_from, format_.valid_to
    if first is not None and last is not None:
        return first if first == last else f"{first} – {last}"
    if first is not None:
        return page.word("since", first=first)
    return "" if last is None else page.word("until", last=last)

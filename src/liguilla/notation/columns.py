"""What each file and column of our folder means, as a page written from the layouts themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import get_args, get_type_hints

from liguilla.facts import Competition, Titles
from liguilla.notation.cells import codec_of
from liguilla.notation.decisions import KINDS, SHARED
from liguilla.notation.folder import COMPETITION, PUBLISHED, PUBLISHED_LAYOUTS, SHEETS
from liguilla.notation.layouts import UNWRITTEN, Layout, required
from liguilla.words import Phrase, catalogue, phrase, say

__all__ = ["columns_document"]


def columns_document(language: str = "en") -> str:
    """Return the page on the files of a folder and their columns, in Markdown.

    Parameters
    ----------
    language
        One of `liguilla.words.LANGUAGES`.
    """
    return "\n".join(say(line, language) for line in _lines()) + "\n"


def _lines() -> Iterator[Phrase | str]:
    yield phrase("notation.page")
    yield from _section(COMPETITION, "competition", _keys(Competition, "competition"))
    yield from _table("notation.page_titles", _keys(Titles, "titles"))
    for file in SHEETS:
        yield from _section(file.name, file.facts, _columns(file.layout, file.facts))
        if file.facts == "decisions":
            yield from _table("notation.page_decisions", _decisions())
    for what, layout in PUBLISHED_LAYOUTS.items():
        area = f"published_{what.strip('<>')}"
        yield from _section(f"{PUBLISHED}/{what}.csv", area, _columns(layout, area))


def _section(file: str, area: str, rows: Iterable[tuple[object, ...]]) -> Iterator[Phrase | str]:
    yield f"\n## `{file}`\n"
    yield _meaning(area)
    yield from _table("notation.page_columns", rows)


def _table(head: str, rows: Iterable[tuple[object, ...]]) -> Iterator[Phrase | str]:
    """Yield the lines of a table; the head's phrase is all above the rows."""
    yield phrase(head)
    for row in rows:
        yield phrase(f"notation.page_row_of_{len(row)}", **{f"cell_{index}": cell for index, cell in enumerate(row)})


def _columns(layout: Layout, area: str) -> Iterator[tuple[object, ...]]:
    for column in layout.columns:
        yield _name(column.name, column.required), column.codec.kind, _meaning(area, column.name)
    if layout.takes_more:
        yield phrase("notation.page_more"), phrase("notation.kind_text"), _meaning(area, "more")


def _keys(made: type, area: str) -> Iterator[tuple[object, ...]]:
    hints = get_type_hints(made)
    for field in fields(made):
        if field.name in UNWRITTEN:
            continue
        hint = hints[field.name]
        if Mapping[str, str] in get_args(hint):
            kind = phrase("notation.kind_languages")
        elif Titles in get_args(hint):
            kind = phrase("notation.kind_titles")
        else:
            kind = codec_of(hint).kind
        yield _name(field.name, required(field, hint)), kind, _meaning(area, field.name)


def _decisions() -> Iterator[tuple[object, ...]]:
    for word, kind in KINDS.items():
        columns = (column for name, column in kind.fields.items() if name not in SHARED)
        filled = tuple(_name(column.name, column.required) for column in columns)
        yield f"`{word}`", filled, _meaning("decision", word)


def _name(name: str, needed: bool) -> str:
    return f"**`{name}`**" if needed else f"`{name}`"


def _meaning(area: str, name: str = "") -> Phrase:
    """Return what a file or column means; a column that means the same in every file is explained once."""
    own = f"{area}.{name}" if name else area
    return Phrase(f"facts.{own if own in catalogue('en', 'facts') else f'any.{name}'}")

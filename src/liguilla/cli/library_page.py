"""The list of formats in ``library/README.md``: a row for each competition, with its seasons.

``python -m liguilla.cli.library_page`` writes it anew, below its heading; a test holds it to the library.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final

from liguilla.cli.shelves import library
from liguilla.formats import FormatHead
from liguilla.publish import Shelf, country_name
from liguilla.words import say

__all__ = ["HEADING", "library_page"]

HEADING: Final = "## The formats\n"
"""What follows it in the page is made, up to the end."""

LIBRARY: Final = Path(str(files("liguilla"))) / "library"


def library_page(page: str) -> str:
    """Return a page with the list of formats as the library has them now."""
    written, heading, _ = page.partition(HEADING)
    return written + heading + "\n" + "\n".join(_made()) + "\n"


def _made() -> Iterator[str]:
    shelves = library()
    folders = {path.stem: path.parent.name for path in LIBRARY.glob("*/*.yaml")}
    yield f"There are {len(folders)}. A season leads to the file of its format; `liguilla formats` lists their names."
    yield "`python -m liguilla.cli.library_page` makes this table."
    yield ""
    yield "| country | competition | seasons |"
    yield "| --- | --- | --- |"
    for shelf in shelves:
        yield from _rows(shelf, folders)


def _rows(shelf: Shelf, folders: Mapping[str, str]) -> Iterator[str]:
    country = f"{country_name(shelf.country, 'en')}, `{shelf.country}`"
    for each in shelf.competitions:
        seasons = (_link(_seasons(head), head, folders) for head in each.formats)
        yield f"| {country} | {say(each.name, 'en')} | {', '.join(seasons)} |"
        country = ""
    if shelf.others:
        yield f"| {country} | of no one competition | {', '.join(_by_name(shelf.others, folders))} |"


def _by_name(heads: Iterable[FormatHead], folders: Mapping[str, str]) -> Iterator[str]:
    """Give formats whose seasons would not tell which they are."""
    for head in heads:
        seasons = _seasons(head)
        yield _link(head.id, head, folders) + (f" ({seasons})" if seasons else "")


def _link(said: str, head: FormatHead, folders: Mapping[str, str]) -> str:
    return f"[{said or head.id}]({folders[head.id]}/{head.id}.yaml)"


def _seasons(head: FormatHead) -> str:
    first, last = head.valid_from, head.valid_to
    if first is not None and last is not None:
        return first if first == last else f"{first} to {last}"
    if first is not None:
        return f"since {first}"
    return "" if last is None else f"until {last}"


if __name__ == "__main__":
    readme = LIBRARY / "README.md"
    readme.write_text(library_page(readme.read_text(encoding="utf-8")), encoding="utf-8")

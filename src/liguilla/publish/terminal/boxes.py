"""Draws and lookups: the teams in each box."""

from __future__ import annotations

from liguilla.engine import BoxesResult, Decided, Place
from liguilla.publish.labels import label
from liguilla.publish.terminal.columns import Column, write_columns
from liguilla.publish.terminal.page import Page
from liguilla.publish.terminal.ties import place_words

__all__ = ["write_boxes"]


def write_boxes(page: Page, result: BoxesResult) -> None:
    """Write the boxes of a draw or lookup, each with its teams or what it waits for."""
    page.heading(label(result.stage, page.language))
    if result.void is not None:
        page.not_played(result.void)
        return
    if result.waits is not None:
        page.waits(result.waits)
        return
    all_places = {place_words(page, place) for places in result.boxes.values() for place in places}
    if len(all_places) == 1 and not any(
        isinstance(place, Decided) for places in result.boxes.values() for place in places
    ):
        page.waits(all_places.pop())
        return
    rows: list[tuple[str, Place]] = []
    for box, places in result.boxes.items():
        rows += [("" if number else box, place) for number, place in enumerate(dict.fromkeys(places))]
    name: Column[tuple[str, Place]] = Column("", lambda row: (row[0], "bold"))
    team: Column[tuple[str, Place]] = Column(
        "", lambda row: (place_words(page, row[1]), "" if isinstance(row[1], Decided) else "yellow"), least=16
    )
    write_columns(page, [name, team], rows, headings=False)

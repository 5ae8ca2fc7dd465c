"""Draws and lookups in words: pots, who has to stay apart, and the rows of a printed table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from liguilla.formats import Apart, Draw, FactIs, Lookup, Pot
from liguilla.publish.prose.naming import Names, fact_name
from liguilla.publish.prose.places import number_of, teams, teams_where
from liguilla.publish.prose.sections import Paragraph, Said, listed, stated
from liguilla.words import Listing, Phrase, phrase

__all__ = ["apart", "draw", "lookup"]

MOST_ROWS: Final = 40
"""Longer tables are not printed row by row."""


def draw(stage: Draw, names: Names) -> Iterator[Paragraph]:
    """Give what is drawn, and by which rules."""
    yield listed(phrase("prose.pots"), items=(stated(_pot(pot, names)) for pot in stage.pots))
    yield stated(*(said for each in stage.apart for said in apart(each, names)))
    yield stated(phrase(f"prose.draw_{stage.procedure}"))


def _pot(pot: Pot, names: Names) -> Phrase:
    places = Counter(pot.into)
    if len(pot.into) == 1:
        return phrase("prose.pot_fixed", n=number_of(pot.teams, names), teams=teams(pot.teams, names), box=pot.into[0])
    times = set(places.values())
    if len(times) == 1:
        boxes: object = Listing(tuple(places))
    else:
        boxes = Listing(tuple(phrase("prose.box_times", n=n, label=label) for label, n in places.items()))
    each = times.pop() if len(times) == 1 else None
    if each is None or each == 1:
        return phrase("prose.pot", teams=teams(pot.teams, names), boxes=boxes)
    return phrase("prose.pot_each", teams=teams(pot.teams, names), boxes=boxes, number=each)


def apart(rule: Apart, names: Names) -> Iterator[Said]:
    """Give how many teams of one value may, and must, come together."""
    fact = fact_name(rule.fact)
    yield phrase("prose.apart", n=rule.at_most, fact=fact)
    for value, most in rule.exceptions.items():
        yield phrase("prose.apart_exception", n=most, value=value)
    if rule.at_least:
        yield phrase("prose.apart_least", n=rule.at_least, fact=fact)
    if rule.unless is not None:
        yield phrase("prose.apart_unless", teams=teams_where((FactIs(*rule.unless),), names))


def lookup(stage: Lookup, names: Names) -> Iterator[Paragraph]:
    """Give who goes where by a printed table."""
    said = phrase("prose.lookup", teams=teams(stage.entrants, names))
    if len(stage.rows) > MOST_ROWS:
        yield stated(said, phrase("prose.lookup_long", n=len(stage.rows), columns=Listing(stage.columns)))
        return
    rows = (stated(_row(stage, groups, cells)) for groups, cells in stage.rows.items())
    yield listed(said, phrase("prose.lookup_rows"), items=rows, ordered=False)


def _row(stage: Lookup, groups: tuple[str, ...], cells: tuple[str, ...]) -> Phrase:
    placed = (
        phrase("prose.lookup_cell", group=group, column=column)
        for column, group in zip(stage.columns, cells, strict=True)
    )
    return phrase("prose.item", what=Listing(groups), said=tuple(placed))

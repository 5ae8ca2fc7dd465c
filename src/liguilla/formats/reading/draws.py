"""From the keys of a draw to the stage."""

from __future__ import annotations

from collections.abc import Sequence

from liguilla.formats.reading import written
from liguilla.formats.reading.conditions import condition
from liguilla.formats.reading.draft import Draft, Lost
from liguilla.formats.reading.outline import Groups, Outline
from liguilla.formats.reading.selectors import select
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.wrong_words import WrongWords
from liguilla.formats.stages import Apart, Draw, Pot

__all__ = ["read_apart", "read_draw"]


def read_draw(draft: Draft, keys: written.Draw, spot: Spot, outline: Outline) -> Draw:
    """Read a draw."""
    when = condition(draft, keys.when, spot["when"])
    places = spot["pots"].items
    draw = Draw(
        id=keys.id,
        name=keys.name,
        when=when,
        source=keys.source,
        note=keys.note,
        pots=tuple(_pot(draft, pot, at, i) for i, (pot, at) in enumerate(zip(keys.pots, places, strict=True))),
        apart=read_apart(draft, keys.apart, spot["apart"]),
        procedure=keys.procedure,
    )
    if not keys.pots and "pots" in spot and not spot["pots"].incomplete:
        draft.report.problem(spot["pots"].as_named(), "empty_list")
    outline.groups = Groups({box: sum(pot.into.count(box) for pot in draw.pots) for box in draw.boxes})
    lost = spot["pots"].incomplete or any(at["into"].silent or at["into"].incomplete for at in places)
    outline.vague = lost or not draw.boxes
    return draw


def _pot(draft: Draft, keys: written.Pot, spot: Spot, number: int) -> Pot:
    teams = select(draft, keys.teams or "teams", spot["teams"])
    if "into" in spot and "teams" in spot and not spot["into"].incomplete:
        if teams.places is not None and teams.places != len(keys.into):
            draft.report.problem(spot, "pot_size", number=number, n=teams.places, places=len(keys.into))
        elif not keys.into:
            draft.report.problem(spot["into"].as_named(), "empty_list")
    return Pot(teams.selector, tuple(keys.into))


def read_apart(draft: Draft, listed: Sequence[written.Apart], spot: Spot) -> tuple[Apart, ...]:
    """Read how many teams with the same value of a fact may be together."""
    return tuple(_apart(draft, keys, at) for keys, at in zip(listed, spot.items, strict=True))


def _apart(draft: Draft, keys: written.Apart, spot: Spot) -> Apart:
    unless = None
    if keys.by is not None:
        draft.see_fact(keys.by, spot["by"], "apart")
    if keys.unless is not None:
        fact, _, value = keys.unless.strip().partition(" ")
        unless = (fact, value.strip())
        try:
            if not value:
                raise WrongWords("fact_and_value", text=keys.unless)
            draft.word(fact, value.strip())
        except WrongWords as wrong:
            draft.report.problem(spot["unless"], "key_said", key="apart, unless", said=wrong.said)
        except Lost:
            pass
    if keys.at_least > keys.at_most:
        draft.report.problem(spot["at_least"], "apart_numbers", least=keys.at_least, most=keys.at_most)
    return Apart(keys.by or "", keys.at_most, keys.at_least, dict(keys.except_), unless, spot.rule)

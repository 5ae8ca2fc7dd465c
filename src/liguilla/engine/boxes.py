"""Draws and lookups: boxes filled by lot, which is a fact, or from a printed table."""

from __future__ import annotations

from liguilla.engine.derivation import Derivation
from liguilla.engine.naming import named
from liguilla.engine.places import Decided, Place, Void, Waiting
from liguilla.engine.results import BoxesResult
from liguilla.engine.selectors import team_set
from liguilla.engine.tables import members
from liguilla.facts import DrawnBall
from liguilla.formats import Draw, Lookup, Ranked, Selector, Table
from liguilla.words import Phrase, phrase

__all__ = ["boxes"]


def boxes(d: Derivation, stage_id: str) -> BoxesResult:
    """Return the places in each box of a draw, or in each column of a lookup."""
    stage = d.format.stages[stage_id]
    assert isinstance(stage, Draw | Lookup)
    labels = stage.boxes if isinstance(stage, Draw) else stage.columns
    closed = d.closed(stage.when)
    if closed is not None:
        void, waits = (closed.why, None) if isinstance(closed, Void) else (None, closed.what)
        return BoxesResult(stage, dict.fromkeys(labels, (closed,)), void=void, waits=waits)
    return _draw(d, stage) if isinstance(stage, Draw) else _lookup(d, stage)


def _draw(d: Derivation, stage: Draw) -> BoxesResult:
    """Return what was drawn, in the order of the pots; a box waits for the balls that aren't known."""
    drawn: tuple[DrawnBall, ...] = d.entry("decisions", DrawnBall, stage.id)
    entered = {team: number for number, team in enumerate(d.teams())}
    in_order = sorted(drawn, key=lambda ball: (ball.order is None, ball.order or 0, entered.get(ball.team, 0)))
    waits = Waiting(phrase("engine.draw", stage=named(stage)))
    found: dict[str, list[Place]] = {label: [] for label in stage.boxes}
    for pot in stage.pots:
        teams = team_set(d, pot.teams)
        if teams is not None and len(teams) == len(pot.into) == 1:
            found[pot.into[0]].append(Decided(next(iter(teams))))  # one team into one box: a fixed place
            continue
        # While it isn't known whom a pot holds, no ball can be told to be one of it.
        balls: dict[str, list[str]] = {}
        for ball in in_order:
            if teams is not None and ball.team in teams:
                balls.setdefault(ball.box, []).append(ball.team)
        for label in pot.into:
            own = balls.get(label)
            found[label].append(Decided(own.pop(0)) if own else waits)
    return BoxesResult(stage, {label: tuple(places) for label, places in found.items()})


def _lookup(d: Derivation, stage: Lookup) -> BoxesResult:
    """Return the teams that the row of the entrants' groups puts in each column."""
    entrants = team_set(d, stage.entrants)
    labels = None if entrants is None else _group_labels(d, stage.entrants)
    if entrants is None or labels is None:
        waits = Waiting(phrase("engine.entrants_of", stage=named(stage)))
        return BoxesResult(stage, dict.fromkeys(stage.columns, (waits,)))
    by_label = {labels[team]: team for team in entrants}
    row = stage.rows[tuple(sorted(by_label))]
    found = {column: (Decided(by_label[label]),) for column, label in zip(stage.columns, row, strict=True)}
    return BoxesResult(stage, found)


def _group_labels(d: Derivation, entrants: Selector) -> dict[str, str] | None:
    """Return the group of each team, in the grouped stage that the ranking's teams are taken from."""
    term = entrants.terms[0]
    while isinstance(term, Ranked):
        found = d.ask(members, term.stage)
        if isinstance(found, Phrase):
            return None
        if found[0][0] is not None:
            return {team: str(label) for label, teams in found for team in teams}
        stage = d.format.stages[term.stage]
        assert isinstance(stage, Table)
        if stage.entrants is None:
            return None
        term = stage.entrants.terms[0]
    return None

"""Draws and lookups: boxes filled by lot, which is a fact, or from a printed table."""

from __future__ import annotations

from liguilla.engine.derivation import Derivation
from liguilla.engine.members import members
from liguilla.engine.naming import named
from liguilla.engine.places import Decided, Place, Void, Waiting
from liguilla.engine.results import BoxesResult
from liguilla.engine.selectors import team_set
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
    unknown: dict[str, list[int]] = {label: [] for label in stage.boxes}
    for pot in stage.pots:
        teams = team_set(d, pot.teams)
        if teams is not None and len(teams) == len(pot.into) == 1:
            found[pot.into[0]].append(Decided(next(iter(teams))))  # one team into one box: a fixed place
            continue
        # While it isn't known whom a pot holds, no single ball can be told to be one of it.
        balls: dict[str, list[str]] = {}
        for ball in in_order:
            if teams is not None and ball.team in teams:
                balls.setdefault(ball.box, []).append(ball.team)
        for label in pot.into:
            own = balls.get(label)
            if teams is None:
                unknown[label].append(len(found[label]))
            found[label].append(Decided(own.pop(0)) if own else waits)
    for label, places in found.items():
        _fill_from_unknown_pots(places, unknown[label], [ball.team for ball in in_order if ball.box == label])
    return BoxesResult(stage, {label: tuple(places) for label, places in found.items()})


def _fill_from_unknown_pots(places: list[Place], unknown: list[int], drawn: list[str]) -> None:
    """Fill the places of a box whose pots aren't known, where there is a ball for each of them."""
    placed = {place.team for place in places if isinstance(place, Decided)}
    others = [team for team in drawn if team not in placed]
    if len(others) == len(unknown):
        for number, team in zip(unknown, others, strict=True):
            places[number] = Decided(team)


def _lookup(d: Derivation, stage: Lookup) -> BoxesResult:
    """Return the teams that the row of the entrants' groups puts in each column."""
    entrants = team_set(d, stage.entrants)
    labels = None if entrants is None else _group_labels(d, stage.entrants)
    by_label = {labels[team]: team for team in entrants} if entrants is not None and labels is not None else {}
    row = stage.rows.get(tuple(sorted(by_label)))
    if row is None:
        # Also where fewer teams entered than the format asks for; what else there may be has a row.
        waits = Waiting(phrase("engine.entrants_of", stage=named(stage)))
        return BoxesResult(stage, dict.fromkeys(stage.columns, (waits,)))
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

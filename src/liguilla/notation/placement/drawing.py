"""Draws that no file of results tells: worked out from the ties that were played, where these leave no doubt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from math import prod
from typing import Final

from liguilla.engine import BoxesResult, Decided, State, play
from liguilla.facts import DrawnBall, Facts
from liguilla.formats import Boxed, Draw, Format, Knockout
from liguilla.notation.placement.onward import Meeting, Met, contradicts, is_told, leads_to, met_in_rounds

__all__ = ["drawn_as_played", "waiting_for_a_draw"]

MOST_WAYS: Final = 64
"""A box that can be filled in more ways than these isn't tried."""
MOST_STEPS: Final = 2000
MOST_DRAWS: Final = 32
"""Of more draws that go with what was played, it isn't looked up what they have in common."""

Balls = tuple[DrawnBall, ...]


def drawn_as_played(format_: Format, facts: Facts) -> Balls:
    """Return the balls of draws that nobody told, as the ties that were played show them.

    Draws are looked for under which every two teams that met are a tie of their round. Where all of them lead to the
    same ties (two halves of a bracket can always be exchanged), any of them says the same; else only the balls that
    they share are certain. Where there are too many to go through them all, one is certain only if each tie that
    follows from it was played, so that no other draw can lead elsewhere.
    """
    draws = [stage for stage in format_.stages.values() if isinstance(stage, Draw)]
    met = met_in_rounds(facts)
    if not draws or not met:
        return ()
    days = dict(_first_days(format_, facts))
    return tuple(replace(ball, date=days.get(ball.stage)) for ball in _certain(_Search(format_, facts, met)))


def _certain(search: _Search) -> Balls:
    found = list(islice(search.draws((), None), MOST_DRAWS))
    if not found:
        return ()
    balls, onward = found[0]
    if search.steps > MOST_STEPS or len(found) == MOST_DRAWS:
        undrawn = leads_to(play(search.format, search.facts))
        return balls if is_told(onward - undrawn, search.met) else ()
    if all(other == onward for _, other in found):
        return balls
    return tuple(ball for ball in balls if all(ball in others for others, _ in found))


def _first_days(format_: Format, facts: Facts) -> Iterator[tuple[str, dt.date]]:
    """Give the day of the first match that shows something of a draw: nobody knows of it from the file before."""
    rounds = sorted(_rounds_of_boxes(format_))
    for draw in dict.fromkeys(draw for _, _, draw in rounds):
        shown = {(stage, round_) for stage, round_, other in rounds if other == draw}
        days = [match.date for match in facts.matches if match.date is not None and (match.stage, match.round) in shown]
        if days:
            yield draw, min(days)


def waiting_for_a_draw(state: State) -> frozenset[tuple[str, str]]:
    """Return the rounds whose ties wait for a draw, and for nothing else: stage and round."""
    ready = {id_ for id_, result in state.stages.items() if isinstance(result, BoxesResult) and not result.waits}
    drawn = {(stage, round_) for stage, round_, draw in _rounds_of_boxes(state.format) if draw in ready}
    open_ = {(result.stage.id, round_.round.id) for result, round_, tie in state.ties() if len(tie.known) < 2}
    return frozenset(drawn & open_)


class _Search:
    """Fills one box after the other, and goes no further where a tie contradicts what was played."""

    def __init__(self, format_: Format, facts: Facts, met: Met) -> None:
        self.format, self.facts, self.met = format_, facts, met
        self.ties_of_boxes = dict(_ties_of_boxes(format_))
        self.teams = tuple(team.name for team in facts.teams)
        self.playing = frozenset(team for pairs in met.values() for pair in pairs for team in pair)
        self.steps = 0

    def draws(self, balls: Balls, after: State | None) -> Iterator[tuple[Balls, frozenset[Meeting]]]:
        """Give every draw that goes with what was played, and what it leads to."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            return
        facts = replace(self.facts, decisions=(*self.facts.decisions, *balls))
        state = play(self.format, facts, after=after)
        if contradicts(state, self.met):
            return
        found = self._next_box(
            state, {(ball.stage, ball.team) for ball in facts.decisions if isinstance(ball, DrawnBall)}
        )
        if found is None:
            yield balls, leads_to(state)
            return
        stage, box, ways = found
        for teams in ways:
            own = tuple(DrawnBall(stage=stage, box=box, team=team) for team in teams)
            yield from self.draws((*balls, *own), state)

    def _next_box(self, state: State, drawn: set[tuple[str, str]]) -> tuple[str, str, list[tuple[str, ...]]] | None:
        """Return the first box that can be filled in few enough ways: its stage, its label, and these ways.

        Of a box for teams that haven't played in a knock-out yet, nothing can be told.
        """
        for result in state.stages.values():
            if not isinstance(result, BoxesResult) or not isinstance(result.stage, Draw) or result.void or result.waits:
                continue
            pots = [(pot, state.team_set(pot.teams)) for pot in result.stage.pots]
            for box, places in result.boxes.items():
                into = [(teams or frozenset(), pot.into.count(box)) for pot, teams in pots if box in pot.into]
                if all(isinstance(place, Decided) for place in places) or not all(teams for teams, _ in into):
                    continue
                if not any(teams & self.playing for teams, _ in into):
                    continue
                left = [
                    [team for team in self.teams if team in teams and (result.stage.id, team) not in drawn]
                    for teams, number in into
                    for _ in range(number)
                ]
                ways = self._ways(result.stage.id, box, left)
                if ways is not None:
                    return result.stage.id, box, ways
        return None

    def _ways(self, stage: str, box: str, left: list[list[str]]) -> list[tuple[str, ...]] | None:
        """Return the teams that can fill a box: of one that makes a tie, only pairs that met; None if too many can."""
        where = self.ties_of_boxes.get((stage, box))
        met = self.met.get(where) if where else None
        if met is not None:
            return [teams for teams in product(*left) if frozenset(teams) in met]
        if prod(map(len, left)) > MOST_WAYS:
            return None
        return [teams for teams in product(*left) if len(set(teams)) == len(teams)]


def _ties_of_boxes(format_: Format) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Give each box that is the two teams of a tie, and the stage and round of this."""
    for stage in format_.stages.values():
        if isinstance(stage, Knockout) and isinstance(stage.rounds, tuple):
            for round_ in stage.rounds:
                for tie in round_.ties:
                    match tie.teams.terms:
                        case (Boxed(stage=draw, label=label, path=(), range=None),):
                            yield (draw, label), (stage.id, round_.id)


def _rounds_of_boxes(format_: Format) -> Iterator[tuple[str, str, str]]:
    """Give each round in whose ties boxes of a draw stand: the stage, the round and the draw."""
    for stage in format_.stages.values():
        if isinstance(stage, Knockout) and isinstance(stage.rounds, tuple):
            for round_ in stage.rounds:
                for term in (term for tie in round_.ties for term in tie.teams.terms):
                    if isinstance(term, Boxed) and isinstance(format_.stages.get(term.stage), Draw):
                        yield stage.id, round_.id, term.stage

"""Whom a team can still meet.

Where winners and losers go on to places that are fixed in advance, their ways are followed. Where a round is paired
anew, every way in which the open ties before it can end is played.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from liguilla.engine.explanations import explain_tie
from liguilla.engine.naming import named
from liguilla.engine.places import Decided, Void
from liguilla.engine.play import play
from liguilla.engine.reach import can_meet
from liguilla.engine.results import KnockoutResult, RoundResult, TieResult
from liguilla.engine.state import State
from liguilla.errors import LiguillaError, Problem
from liguilla.facts import TieAward
from liguilla.words import Listing, Phrase, phrase

__all__ = ["Opponents", "opponents"]

_MOST_WORLDS = 2048
"""How many ways of ending are played before the answer is that it can't be told yet."""


@dataclass(frozen=True, slots=True)
class Opponents:
    """Whom a team can still meet in a round.

    `possible` is in the order of entry; it is empty where the team is out, or where nothing can be told yet. `says`
    puts it in words.
    """

    team: str
    round: str
    possible: tuple[str, ...]
    says: Phrase

    @property
    def certain(self) -> bool:
        """Whether just one opponent is left."""
        return len(self.possible) == 1


def opponents(state: State, team: str, round_: str) -> Opponents:
    """Return whom a team can still meet in a round.

    Parameters
    ----------
    state
        Of the tournament that holds the round.

    Raises
    ------
    LiguillaError
        There is no such round.
    """
    found = next((pair for pair in _rounds(state) if pair[1].round.id == round_), None)
    if found is None:
        raise LiguillaError([Problem(phrase("explain.no_round", round=round_))])
    name = named(found[1].round)
    met = _met_by_ways(state, team, round_)
    if met is None:
        met = _met_in_worlds(state, team, round_)
    if met is None:
        return Opponents(team, round_, (), phrase("explain.opponents_not_known", team=team, round=name))
    possible = tuple(other for other in state.derivation.teams() if other in met)
    if not possible:
        return Opponents(team, round_, (), explain_tie(state, round_, team).says)  # type: ignore[arg-type]
    code = "explain.opponent" if len(possible) == 1 else "explain.opponents"
    return Opponents(team, round_, possible, phrase(code, team=team, round=name, others=Listing(possible, "or")))


def _met_by_ways(state: State, team: str, round_: str) -> frozenset[str] | None:
    """Return whom a team can still meet; None where ways don't tell."""
    met: frozenset[str] = frozenset()
    for result, each in _rounds(state):
        if each.round.id == round_ and each.void is None:
            found = can_meet(state.derivation, result.stage.id, round_, each.group, team)
            if found is None:
                return None
            met |= found
    return met


def _met_in_worlds(state: State, team: str, round_: str) -> frozenset[str] | None:
    """Return whom a team meets in any of the worlds; None where these are too many, or not all can be told."""
    met: set[str] = set()
    for number, world in enumerate(_worlds(state, round_)):
        if world is None or number >= _MOST_WORLDS:
            return None
        met |= set(_met(world, team, round_))
    return frozenset(met)


def _rounds(state: State) -> Iterator[tuple[KnockoutResult, RoundResult]]:
    for result in state.stages.values():
        if isinstance(result, KnockoutResult):
            yield from ((result, round_) for round_ in result.rounds)


def _worlds(state: State, round_: str) -> Iterator[State | None]:
    """Give a state for every way in which the ties before a round can end; None where some can't be told."""
    tie = _open_tie_before(state, round_)
    if tie is None:
        yield state
        return
    stage, in_round, one, other = tie
    if one is None or other is None:
        yield None
        return
    for winner in (one, other):
        award = TieAward(stage=stage, round=in_round, teams=(one, other), winner=winner)
        facts = replace(state.facts, decisions=(*state.facts.decisions, award))
        yield from _worlds(play(state.format, facts, after=state), round_)


def _open_tie_before(state: State, round_: str) -> tuple[str, str, str | None, str | None] | None:
    """Return the first tie without winner before a round, with its two teams as far as they are known."""
    for result, each in _rounds(state):
        if each.round.id == round_:
            return None
        for tie in each.ties:
            if not isinstance(tie.winner, Decided | Void):
                one, other = (place.team if isinstance(place, Decided) else None for place in tie.teams)
                return result.stage.id, each.round.id, one, other
    return None


def _met(state: State, team: str, round_: str) -> Iterator[str]:
    for _, each in _rounds(state):
        for tie in each.ties if each.round.id == round_ else ():
            yield from _other(tie, team)


def _other(tie: TieResult, team: str) -> Iterator[str]:
    if team in tie.known:
        yield from (name for name in tie.known if name != team)

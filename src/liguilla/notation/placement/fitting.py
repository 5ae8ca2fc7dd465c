"""Which round a match fits, given everything that the rules make of the matches placed so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from liguilla.engine import (
    Decided,
    KnockoutResult,
    RankedResult,
    RoundResult,
    State,
    TieResult,
    Unresolved,
    Void,
)
from liguilla.formats import BestOf, League, Replay, Series
from liguilla.notation.placement.entries import Entry
from liguilla.notation.placement.slots import Slot

__all__ = ["round_for"]


def round_for(
    state: State, slot: Slot, entry: Entry, placed: Sequence[Entry], has_room: Callable[[League, Entry], bool]
) -> str | None:
    """Return the round in which a match fits the state of a competition, empty for a league; None if it doesn't.

    Parameters
    ----------
    placed
        The matches that have a place.
    has_room
        Whether a league asks for one more meeting of two teams.
    """
    result = state.stages[slot.stage]
    if isinstance(result, RankedResult):
        stage = result.stage
        assert isinstance(stage, League)
        together = any({row.team for row in each.rows} >= set(entry.teams) for each in result.standings)
        return "" if together and result.waits is None and has_room(stage, entry) else None
    assert isinstance(result, KnockoutResult)
    own = [other for other in placed if other.slot is not None and other.slot[:2] == (slot.path, slot.stage)]
    for number, round_ in enumerate(result.rounds):
        if slot.round not in ("", round_.round.id) or _is_out_of_turn(result, round_.round.id, entry, own):
            continue
        there = [other for other in own if other.round == round_.round.id]
        if any(_has_leg_for(round_, tie, there, entry) for tie in round_.ties):
            return round_.round.id
        if round_.round.pairing == "drawn" and _may_be_drawn(state, result, number, there, entry):
            return round_.round.id
    return None


def _is_out_of_turn(result: KnockoutResult, round_id: str, entry: Entry, own: Sequence[Entry]) -> bool:
    """Return whether a team of a match would play it before an earlier round of a knock-out, or after a later one."""
    turns = {id_: number for number, id_ in enumerate(dict.fromkeys(each.round.id for each in result.rounds))}
    day, turn = entry.recorded.date, turns[round_id]
    for other in own:
        then, its_turn = other.recorded.date, turns.get(other.round or "", turn)
        if day is None or then is None or not set(other.teams) & set(entry.teams):
            continue
        if (its_turn < turn and then > day) or (its_turn > turn and then < day):
            return True
    return False


def _may_be_drawn(state: State, result: KnockoutResult, number: int, there: Sequence[Entry], entry: Entry) -> bool:
    """Return whether two teams may have been drawn together: both take part, and neither has another opponent."""
    teams = _participants(state, result, number)
    if teams is None or not teams >= set(entry.teams):
        return False
    return not any(set(other.teams) & set(entry.teams) for other in there)


def _has_leg_for(round_: RoundResult, tie: TieResult, there: Sequence[Entry], entry: Entry) -> bool:
    teams = set(entry.teams)
    if not _is_tie_of(tie, teams):
        return False
    placed = sum(other.stands and set(other.teams) == teams for other in there)
    return placed < _most_matches(round_.round.series)


def _is_tie_of(tie: TieResult, teams: set[str]) -> bool:
    """Return whether these are the teams of a tie; it need not be known which of two level teams comes first."""
    may_be = [
        {place.team} if isinstance(place, Decided) else place.among if isinstance(place, Unresolved) else frozenset()
        for place in tie.teams
    ]
    return all(each and each <= teams for each in may_be) and frozenset().union(*may_be) == teams


def _participants(state: State, result: KnockoutResult, number: int) -> frozenset[str] | None:
    """Return the teams that take part in a round; None while they aren't all known."""
    round_ = result.rounds[number]
    if round_.round.teams is not None:
        return state.team_set(round_.round.teams)
    found: set[str] = set()
    if round_.round.enter is not None:
        entering = state.team_set(round_.round.enter)
        if entering is None:
            return None
        found |= entering
    before = result.rounds[number - 1] if number and result.rounds[number - 1].group == round_.group else None
    if before is not None:
        places = [*(tie.winner for tie in before.ties), *before.byes]
        if not all(isinstance(place, Decided | Void) for place in places):
            return None
        found |= {place.team for place in places if isinstance(place, Decided)}
    elif round_.round.enter is None:
        entrants = result.stage.entrants
        everyone = frozenset(team.name for team in state.facts.teams)
        entering = everyone if entrants is None else state.team_set(entrants)
        if entering is None:
            return None
        found |= entering
    return frozenset(found)


def _most_matches(series: Series) -> int:
    replays = sum(step.number for step in series.ladder.steps if isinstance(step, Replay))
    return (series.legs.number if isinstance(series.legs, BestOf) else series.legs) + replays

"""What a reading of results leads to: who may still meet whom. Two readings that differ there must not be confused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from liguilla.engine import KnockoutResult, RankedResult, State, misfits
from liguilla.engine.inputs import counted
from liguilla.engine.reach import possible_teams
from liguilla.facts import Facts, Match
from liguilla.formats import League

__all__ = ["Meeting", "Met", "contradicts", "in_no_tie", "is_told", "leads_to", "met_in_rounds"]

Teams = frozenset[str]

Met = Mapping[tuple[str, str], frozenset[Teams]]
"""Stage and round → the pairs of teams that met there."""


class Meeting(NamedTuple):
    """A tie, or a group of a league; ``sides`` are the teams that may still come to each side (None: any may).

    ``where`` is the round or the group. ``follows`` says that earlier rounds come before a tie, ``complete`` that all
    matches of a group were played.
    """

    stage: str
    where: str | None
    sides: frozenset[Teams | None]
    follows: bool = False
    complete: bool = False


def leads_to(state: State) -> frozenset[Meeting]:
    """Return the ties and groups that follow, as far as it can be told who may come to them."""
    return frozenset(_meetings(state))


def _meetings(state: State) -> Iterator[Meeting]:
    for result in state.stages.values():
        if isinstance(result, RankedResult) and isinstance(result.stage, League):
            for standing in result.standings:
                teams = frozenset(row.team for row in standing.rows)
                # Of a group that is complete, the ties that follow tell all that hangs on what it is called.
                label = None if standing.complete else standing.label
                yield Meeting(result.stage.id, label, frozenset({teams}), complete=standing.complete)
        elif isinstance(result, KnockoutResult):
            for number, round_ in enumerate(result.rounds):
                for sides in possible_teams(state.derivation, result.stage.id, round_.round.id, round_.group):
                    if any(side is not None for side in sides):
                        yield Meeting(result.stage.id, round_.round.id, frozenset(sides), follows=number > 0)


def met_in_rounds(facts: Facts) -> Met:
    """Return who met in the rounds of knock-outs, annulled and cancelled matches aside."""
    found: dict[tuple[str, str], set[Teams]] = {}
    for match in counted(facts):
        if match.round is not None and match.home != match.away:
            found.setdefault((match.stage, match.round), set()).add(frozenset(match.teams))
    return {where: frozenset(pairs) for where, pairs in found.items()}


def in_no_tie(state: State) -> tuple[Match, ...]:
    """Return the matches of knock-outs that are in no tie, since it isn't known yet who is: what contradicts none."""
    known = {match.id for _, _, tie in state.ties() for match in tie.matches}
    known |= {misfit.match.id for misfit in misfits(state)}
    rounds = {(result.stage.id, round_.round.id) for result, round_, _ in state.ties()}
    return tuple(m for m in counted(state.facts) if (m.stage, m.round) in rounds and m.id not in known)


def contradicts(state: State, met: Met) -> bool:
    """Return whether the ties that follow are others than those that were played."""
    for result, round_, tie in state.ties():
        teams = frozenset(tie.known)
        pairs = met.get((result.stage.id, round_.round.id), frozenset())
        if len(teams) == 2 and teams not in pairs and any(teams & pair for pair in pairs):
            return True
    for (stage, round_id), pairs in met.items():
        ties = [frozenset(sides) for sides in _sides(state, stage, round_id)]
        if ties and not all(any(_fits(pair, sides) for sides in ties) for pair in pairs):
            return True
    return False


def _sides(state: State, stage: str, round_id: str) -> Iterator[tuple[Teams | None, Teams | None]]:
    """Give who may come to the two sides of each tie of a round, all groups together."""
    result = state.stages[stage]
    if isinstance(result, KnockoutResult):
        for round_ in result.rounds:
            if round_.round.id == round_id:
                yield from possible_teams(state.derivation, stage, round_id, round_.group)


def is_told(meetings: frozenset[Meeting], met: Met) -> bool:
    """Return whether matches that were played tell all of these meetings: no other reading can lead elsewhere.

    Of a round after others, all ties but one are enough: those who are left meet in it.
    """
    left = [each for each in meetings if not each.complete and not _was_played(each, met)]
    rounds = {(each.stage, each.where) for each in left}
    return len(rounds) == len(left) and all(each.follows for each in left)


def _was_played(meeting: Meeting, met: Met) -> bool:
    if meeting.where is None:
        return False
    return any(_fits(pair, meeting.sides) for pair in met.get((meeting.stage, meeting.where), frozenset()))


def _fits(pair: Teams, sides: frozenset[Teams | None]) -> bool:
    one, other = pair
    first, *rest = sides
    second = rest[0] if rest else first
    return any(
        (first is None or a in first) and (second is None or b in second) for a, b in ((one, other), (other, one))
    )

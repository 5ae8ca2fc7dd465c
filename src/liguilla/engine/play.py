"""`play`: from a format and the facts to everything that follows from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from liguilla.engine.boxes import boxes
from liguilla.engine.conditions import holds
from liguilla.engine.derivation import Derivation, Rules
from liguilla.engine.knockouts import knockout, tie_named, ties
from liguilla.engine.outcomes import outcome
from liguilla.engine.results import StageResult
from liguilla.engine.selectors import places
from liguilla.engine.state import State
from liguilla.engine.tables import ranked
from liguilla.facts import Facts, Match, Pairing
from liguilla.formats import AsNeeded, Format, Knockout, Table

__all__ = ["play"]

_RULES = Rules(places=places, holds=holds, ranked=ranked, ties=ties, tie=tie_named, boxes=boxes, outcome=outcome)


def play(format_: Format, facts: Facts, as_of: dt.date | None = None, *, after: State | None = None) -> State:
    """Work out everything that follows from the facts.

    Parameters
    ----------
    as_of
        Use only what was known at the end of this day, by the clock of the competition's zone.
    after
        An earlier state of the same format: what did not change since is not worked out again. The answer is the same
        with or without it.

    Returns
    -------
    State
        A value. Facts that contradict the rules change nothing in it but what they say; `check` lists them.

    Examples
    --------
    >>> from liguilla.formats import read_format
    >>> from liguilla.notation import FormatFiles, read_folder
    >>> facts = read_folder("competitions/mex/ascenso-mx/2012-13/apertura").facts
    >>> state = play(read_format("ascenso-mx-2012", FormatFiles()), facts)
    >>> state.outcomes["champion"].places[0].team
    'La Piedad'
    """
    if as_of is not None:
        facts = _without_draws_to_come(format_, facts.as_of(as_of), as_of)
    derivation = after._derivation if after is not None and after.format is format_ else Derivation(format_, _RULES)
    derivation.take(facts)
    return _state(derivation, facts, as_of)


def _without_draws_to_come(format_: Format, facts: Facts, day: dt.date) -> Facts:
    """Leave out matches of later days that would show who is drawn against whom, where no draw has said so yet."""
    rounds = {
        (stage.id, None if isinstance(each, AsNeeded) else each.id)
        for stage in format_.stages.values()
        if isinstance(stage, Knockout)
        for each in ((stage.rounds,) if isinstance(stage.rounds, AsNeeded) else stage.rounds)
        if each.pairing == "drawn"
    }
    drawn = {(each.stage, each.round, frozenset(each.teams)) for each in facts.decisions if isinstance(each, Pairing)}
    for match in facts.matches:
        on = match.day_in(facts.competition.zone)
        if match.round is not None and on is not None and on <= day:
            drawn.add((match.stage, match.round, frozenset(match.teams)))

    def shows_too_much(match: Match) -> bool:
        is_drawn = (match.stage, match.round) in rounds or (match.round and (match.stage, None) in rounds)
        return bool(is_drawn) and (match.stage, match.round, frozenset(match.teams)) not in drawn

    return replace(
        facts,
        matches=tuple(match for match in facts.matches if not shows_too_much(match)),
        tournaments={
            name: _without_draws_to_come(inner, facts.tournaments[name], day)
            for name, inner in format_.tournaments.items()
            if name in facts.tournaments
        },
    )


def _state(d: Derivation, facts: Facts, as_of: dt.date | None) -> State:
    return State(
        format=d.format,
        facts=facts,
        as_of=as_of,
        stages={stage: _stage(d, stage) for stage in d.format.stages},
        outcomes={name: d.outcome(name) for name in d.format.outcomes},
        tournaments={
            name: _state(inner, facts.tournaments.get(name, Facts()), as_of) for name, inner in d.inner.items()
        },
        _derivation=d,
    )


def _stage(d: Derivation, stage_id: str) -> StageResult:
    stage = d.format.stages[stage_id]
    if isinstance(stage, Table):
        return d.ranked(stage_id)
    if isinstance(stage, Knockout):
        result: StageResult = d.ask(knockout, stage_id)
        return result
    return d.boxes(stage_id)

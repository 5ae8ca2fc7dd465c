"""Whether the matches of knock-outs fit their ties: the right teams, hosts, legs, extra time and kicks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from liguilla.engine.inputs import counted
from liguilla.engine.knockouts import possible_teams
from liguilla.engine.ladders import is_settled
from liguilla.engine.naming import named, round_name
from liguilla.engine.places import Decided, Waiting
from liguilla.engine.results import KnockoutResult, RoundResult, TieResult
from liguilla.engine.state import State
from liguilla.errors import Problem, Severity
from liguilla.facts import Match
from liguilla.formats import EXTRA_TIME, BetterIn, Ladder
from liguilla.words import Listing, Phrase, phrase

__all__ = ["Misfit", "fit_of_ties", "misfits", "of_match"]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A recorded match that the rules have no place for, or not for all of it.

    `left` is what fits: the match without its extra time or kicks; None where nothing does.
    """

    match: Match
    why: Phrase
    mend: Phrase
    left: Match | None = None


def misfits(state: State) -> tuple[Misfit, ...]:
    """Return the matches of knock-outs that the rules have no place for, given everything before them."""
    return tuple(_misfits(state))


def of_match(match: Match, message: Phrase, severity: Severity = Severity.ERROR) -> Problem:
    """Return a problem of a match, where its row stands."""
    return Problem(message, severity, match.origin, phrase("fit.match", id=match.id))


def fit_of_ties(state: State) -> Iterator[Problem]:
    """Give the problems of the matches of knock-outs."""
    for misfit in _misfits(state):
        yield of_match(misfit.match, phrase("fit.misfit", why=misfit.why, mend=misfit.mend))
    for _, _, tie in state.ties():
        yield from _tie(tie)


def _misfits(state: State) -> Iterator[Misfit]:
    recorded = counted(state.facts)
    for result, round_ in _rounds(state):
        matches = [m for m in recorded if (m.stage, m.round) == (result.stage.id, round_.round.id)]
        yield from _of_no_tie(state, result, round_, matches)
    for _, round_, tie in state.ties():
        listed = next((listed for listed in round_.round.ties if listed.id == tie.id), None)
        series = listed.series if listed is not None else round_.round.series
        yield from _beyond_the_ladder(tie, series.ladder)


def _rounds(state: State) -> Iterator[tuple[KnockoutResult, RoundResult]]:
    """Give each round of each knock-out once, the ties of all its groups together."""
    for result in state.stages.values():
        if isinstance(result, KnockoutResult):
            together: dict[str, RoundResult] = {}
            for round_ in result.rounds:
                known = together.get(round_.round.id)
                together[round_.round.id] = replace(round_, ties=known.ties + round_.ties) if known else round_
            yield from ((result, round_) for round_ in together.values())


def _of_no_tie(state: State, result: KnockoutResult, round_: RoundResult, matches: list[Match]) -> Iterator[Misfit]:
    """Give the matches between teams that are, and can become, no tie of the round; and those beyond the last leg."""
    if not matches:
        return
    void = result.void or round_.void
    used = {match.id for tie in round_.ties for match in tie.matches}
    groups = dict.fromkeys(each.group for each in result.rounds if each.round.id == round_.round.id)
    possible = [
        pair for group in groups for pair in possible_teams(state.derivation, result.stage.id, round_.round.id, group)
    ]
    for match in matches:
        if match.id in used:
            continue
        if void is not None:
            why = phrase("fit.void_knockout", stage=named(result.stage), why=void)
            yield Misfit(match, why, phrase("fit.take_match_out"))
        elif any(_pair(tie) == set(match.teams) for tie in round_.ties):
            number = max(len(tie.legs) for tie in round_.ties if _pair(tie) == set(match.teams))
            why = phrase("fit.one_leg_too_many", n=number, teams=Listing(match.teams))
            yield Misfit(match, why, phrase("fit.take_match_out"))
        elif not any(_may_be(match, *pair) or _may_be(match, *pair[::-1]) for pair in possible):
            ties = Listing(tuple(" - ".join(_names(tie)) for tie in round_.ties))
            teams, name = Listing(match.teams), round_name(round_.round.id)
            yield Misfit(match, phrase("fit.no_tie", teams=teams, round=name, ties=ties), phrase("fit.correct_teams"))


def _pair(tie: TieResult) -> set[str]:
    return {team.team for team in tie.teams if isinstance(team, Decided)}


def _names(tie: TieResult) -> list[str]:
    return [team.team if isinstance(team, Decided) else "?" for team in tie.teams]


def _may_be(match: Match, one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return (one is None or match.home in one) and (other is None or match.away in other)


# -------------------------------------------------------------------------------------------------------- one tie


def _tie(tie: TieResult) -> Iterator[Problem]:
    for leg in tie.legs:
        match = leg.match
        if match is None:
            continue
        if isinstance(leg.home, Decided) and match.home != leg.home.team:
            values = {"host": leg.home.team, "home": match.home, "n": leg.number if len(tie.legs) > 1 else 0}
            code = "fit.wrong_host_of_leg" if len(tie.legs) > 1 else "fit.wrong_host"
            yield of_match(match, phrase(code, **values), Severity.WARNING)
        if is_settled(match) and leg.number < len(tie.legs) and (match.extra_time or match.has_kicks):
            yield of_match(match, phrase("fit.extended_before_the_last_leg"))
        if match.has_kicks and isinstance(tie.winner, Waiting) and tie.winner.what.code == "engine.waits_extra_time":
            yield of_match(match, phrase("fit.kicks_without_extra_time"))
        if match.kicks is not None and match.kicks.home == match.kicks.away:
            yield of_match(match, phrase("fit.level_kicks", score=str(match.kicks)))


def _beyond_the_ladder(tie: TieResult, ladder: Ladder) -> Iterator[Misfit]:
    """Give the match whose extra time or kicks come after the tie had been decided, or were never asked for."""
    if not tie.legs or tie.legs[-1].match is None or any(not _is_played(leg.match) for leg in tie.legs):
        return
    last = tie.legs[-1].match
    steps = [step if isinstance(step, str) else "" for step in ladder.steps]
    decided = steps.index(tie.decided_by) if tie.decided_by in steps else len(steps)
    extra_time = next((number for number, step in enumerate(steps) if step in EXTRA_TIME), None)
    kicks = steps.index("shoot_out") if "shoot_out" in steps else None
    said = ", ".join(step if isinstance(step, str) else _said(step) for step in ladder.steps)
    without_kicks = replace(last, kicks=None, kicks_won_by=None)
    if last.extra_time is not None and (extra_time is None or decided < extra_time):
        why = phrase("fit.extra_time_not_asked", ladder=said, rule=ladder.rule) if extra_time is None else None
        why = why or phrase("fit.extra_time_after_decision", reason=tie.reason)
        yield Misfit(last, why, phrase("fit.take_extra_time_out"), replace(without_kicks, extra_time=None))
    elif last.has_kicks and (kicks is None or decided < kicks):
        why = phrase("fit.kicks_not_asked", ladder=said, rule=ladder.rule) if kicks is None else None
        why = why or phrase("fit.kicks_after_decision", reason=tie.reason)
        yield Misfit(last, why, phrase("fit.take_kicks_out"), without_kicks)


def _is_played(match: Match | None) -> bool:
    return match is not None and is_settled(match)


def _said(step: object) -> str:
    return "better_in" if isinstance(step, BetterIn) else "replay"

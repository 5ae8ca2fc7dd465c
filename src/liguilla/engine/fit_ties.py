"""Whether the matches of knock-outs fit their ties: the right teams, hosts, legs, extra time and kicks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from liguilla.engine.inputs import counted
from liguilla.engine.ladders import is_settled, of_one_match, sections
from liguilla.engine.naming import named, round_name
from liguilla.engine.places import Decided
from liguilla.engine.reach import possible_teams
from liguilla.engine.results import KnockoutResult, Leg, RoundResult, TieResult
from liguilla.engine.state import State
from liguilla.errors import Problem, Severity
from liguilla.facts import Match
from liguilla.formats import EXTRA_TIME, BestOf, BetterIn, Ladder, LadderStep, Series
from liguilla.words import Listing, Phrase, phrase

__all__ = ["Misfit", "fit_of_ties", "misfits", "of_match", "rounds_of_knockouts", "series_of"]


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
    for _, round_, tie in state.ties():
        yield from _tie(tie, series_of(round_, tie))


def series_of(round_: RoundResult, tie: TieResult) -> Series:
    """Return how a tie is played and decided."""
    listed = next((listed for listed in round_.round.ties if listed.id == tie.id), None)
    return listed.series if listed is not None else round_.round.series


def _misfits(state: State) -> Iterator[Misfit]:
    recorded = counted(state.facts)
    for result, round_ in rounds_of_knockouts(state):
        matches = [m for m in recorded if (m.stage, m.round) == (result.stage.id, round_.round.id)]
        yield from _of_no_tie(state, result, round_, matches)
    for _, round_, tie in state.ties():
        for last in _lasts(tie, series_of(round_, tie)):
            yield from _beyond_the_ladder(last, tie)


def rounds_of_knockouts(state: State) -> Iterator[tuple[KnockoutResult, RoundResult]]:
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
            what = named(result.stage) if result.void is not None else named(round_.round)
            why = phrase("fit.void_knockout", stage=what, why=void)
            yield Misfit(match, why, phrase("fit.take_match_out"))
        elif (tie := next((tie for tie in round_.ties if set(tie.known) == set(match.teams)), None)) is not None:
            beyond = _why_too_many(match, tie, series_of(round_, tie))
            if beyond is not None:
                yield Misfit(match, beyond, phrase("fit.take_match_out"))
        elif not any(_may_be(match, *pair) or _may_be(match, *pair[::-1]) for pair in possible):
            ties = Listing(tuple(" - ".join(_names(tie)) for tie in round_.ties))
            teams, name = Listing(match.teams), round_name(round_.round.id)
            yield Misfit(match, phrase("fit.no_tie", teams=teams, round=name, ties=ties), phrase("fit.correct_teams"))


def _why_too_many(match: Match, tie: TieResult, series: Series) -> Phrase | None:
    """Return why the rules ask for no such match between two teams that do meet; None where nothing is wrong with it.

    A match of a series that was never played need not be taken out once it isn't needed.
    """
    teams = Listing(match.teams)
    best_of = isinstance(series.legs, BestOf)
    asked = series.legs.number if isinstance(series.legs, BestOf) else series.legs
    replays = len(sections(series.ladder)) - 1
    if len(tie.legs) == asked + replays or not (best_of or replays):
        code = "series_is_over" if best_of else "no_replay_left" if replays else "one_leg_too_many"
        return phrase(f"fit.{code}", n=asked + replays, teams=teams)
    if isinstance(tie.winner, Decided):
        if best_of:
            return phrase("fit.match_not_needed", reason=tie.reason) if is_settled(match) else None
        return phrase("fit.replay_not_needed", reason=tie.reason)
    return phrase("fit.replay_too_early", teams=teams) if is_settled(match) else None


def _names(tie: TieResult) -> list[str]:
    return [team.team if isinstance(team, Decided) else "?" for team in tie.teams]


def _may_be(match: Match, one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return (one is None or match.home in one) and (other is None or match.away in other)


# -------------------------------------------------------------------------------------------------------- one tie


def _tie(tie: TieResult, series: Series) -> Iterator[Problem]:
    legs = sum(leg.kind == "leg" for leg in tie.legs)
    for leg in tie.legs:
        match = leg.match
        if match is None:
            continue
        if isinstance(leg.home, Decided) and match.home != leg.home.team:
            yield of_match(match, _wrong_host(leg, leg.home.team, match.home, legs), Severity.WARNING)
        if is_settled(match) and leg.kind == "leg" and leg.number < legs and (match.extra_time or match.has_kicks):
            yield of_match(match, phrase("fit.extended_before_the_last_leg"))
        if match.kicks is not None and match.kicks.home == match.kicks.away:
            yield of_match(match, phrase("fit.level_kicks", score=str(match.kicks)))
    for last in _lasts(tie, series):
        yield from _short_of_the_ladder(last)


def _wrong_host(leg: Leg, host: str, home: str, legs: int) -> Phrase:
    values = {"host": host, "home": home}
    match leg.kind:
        case "match":
            return phrase("fit.wrong_host_of_match", n=leg.number, **values)
        case "replay":
            return phrase("fit.wrong_host_of_replay", n=leg.number - legs, **values)
        case _:
            return phrase("fit.wrong_host_of_leg" if legs > 1 else "fit.wrong_host", n=leg.number, **values)


@dataclass(frozen=True, slots=True)
class _Last:
    """The last match of what a ladder compares: of the legs together, of a replay, or of one match in a series.

    Attributes
    ----------
    steps
        The steps that come into question for it, by name.
    decided
        The number of the one that decided the tie, or the match of a series; where none did, one more than the last.
    is_level
        Whether the goals that count are level.
    ladder
        The whole list that these steps are of; `in_part`: there are others for other matches.
    """

    match: Match
    steps: tuple[str, ...]
    decided: int
    is_level: bool
    ladder: Ladder
    in_part: bool = False

    def number_of(self, *steps: str) -> int | None:
        """Return the number of the first of these steps; None where there is none of them."""
        return next((number for number, step in enumerate(self.steps) if step in steps), None)


def _lasts(tie: TieResult, series: Series) -> Iterator[_Last]:
    """Give the matches of a tie that may have extra time and kicks, and have been played."""
    if isinstance(series.legs, BestOf):
        yield from _of_series(tie, Ladder(series.each_match, rule="each_match"))
        return
    legs = [leg.match for leg in tie.legs if leg.kind == "leg"]
    parts = [legs, *([leg.match] for leg in tie.legs if leg.kind == "replay")]
    parted = sections(series.ladder)
    for rungs, part in zip(parted, parts, strict=False):
        played = [match for match in part if match is not None and is_settled(match)]
        if not played or len(played) < len(part):
            return
        steps = tuple(_step_name(step) for _, step in rungs)
        rules = [f"{series.ladder.rule}[{number}]" for number, _ in rungs]
        decided = rules.index(tie.rule) if tie.rule in rules else len(steps)
        yield _Last(played[-1], steps, decided, _is_level(played), series.ladder, in_part=len(parted) > 1)


def _of_series(tie: TieResult, each_match: Ladder) -> Iterator[_Last]:
    one, other = (team.team if isinstance(team, Decided) else "" for team in tie.teams)
    steps = tuple(map(_step_name, each_match.steps))
    for leg in tie.legs:
        if leg.match is not None and is_settled(leg.match):
            decided_by = of_one_match((one, other), leg, each_match).decided_by
            decided = steps.index(decided_by) if decided_by is not None else len(steps)
            yield _Last(leg.match, steps, decided, _is_level([leg.match]), each_match)


def _is_level(matches: list[Match]) -> bool:
    totals: dict[str, int] = {}
    for match in matches:
        score = match.extra_time or match.score
        assert score is not None
        for team, goals in zip(match.teams, score, strict=True):
            totals[team] = totals.get(team, 0) + goals
    return len(set(totals.values())) == 1


def _beyond_the_ladder(last: _Last, tie: TieResult) -> Iterator[Misfit]:
    """Give the match whose extra time or kicks come after the decision, or were never asked for."""
    match = last.match
    extra_time, kicks = last.number_of(*EXTRA_TIME), last.number_of("shoot_out")
    without_kicks = replace(match, kicks=None, kicks_won_by=None)
    if match.extra_time is not None and (extra_time is None or last.decided < extra_time):
        why = _not_asked(last, "fit.extra_time") if extra_time is None else _after_decision(last, tie, "fit.extra_time")
        yield Misfit(match, why, phrase("fit.take_extra_time_out"), replace(without_kicks, extra_time=None))
    elif match.has_kicks and (kicks is None or last.decided < kicks):
        why = _not_asked(last, "fit.kicks") if kicks is None else _after_decision(last, tie, "fit.kicks")
        yield Misfit(match, why, phrase("fit.take_kicks_out"), without_kicks)


def _not_asked(last: _Last, code: str) -> Phrase:
    said = ", ".join(map(_step_name, last.ladder.steps))
    return phrase(f"{code}_not_in_match" if last.in_part else f"{code}_not_asked", ladder=said, rule=last.ladder.rule)


def _after_decision(last: _Last, tie: TieResult, code: str) -> Phrase:
    if last.ladder.rule == "each_match":
        return phrase(f"{code}_after_winner", score=str(last.match.score or last.match.extra_time))
    return phrase(f"{code}_after_decision", reason=tie.reason)


def _short_of_the_ladder(last: _Last) -> Iterator[Problem]:
    """Give the match that ends before the ladder lets it."""
    match = last.match
    extra_time, kicks = last.number_of(*EXTRA_TIME), last.number_of("shoot_out")
    if match.has_kicks and match.extra_time is None and extra_time is not None and kicks is not None:
        if extra_time < kicks and extra_time < last.decided:
            yield of_match(match, phrase("fit.kicks_without_extra_time"))
    elif match.extra_time is not None and last.number_of("overtime") is not None and last.is_level:
        yield of_match(match, phrase("fit.level_overtime", score=str(match.extra_time)))


def _step_name(step: LadderStep) -> str:
    return step if isinstance(step, str) else "better_in" if isinstance(step, BetterIn) else "replay"

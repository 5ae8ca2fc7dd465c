"""Whether decisions about ties and level teams find what they decide."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.engine.fit_ties import rounds_of_knockouts, series_of
from liguilla.engine.knockouts import found_in, planned_round
from liguilla.engine.ladders import sections
from liguilla.engine.naming import named
from liguilla.engine.places import Decided, Unresolved
from liguilla.engine.reach import possible_teams
from liguilla.engine.results import KnockoutResult, RankedResult, RoundResult, TieResult
from liguilla.engine.state import State
from liguilla.errors import Problem, Severity
from liguilla.facts import Decision, Host, Lots, Pairing, TieAward
from liguilla.formats import BestOf, Series
from liguilla.words import Listing, phrase

__all__ = ["fit_of_decisions"]


def fit_of_decisions(state: State) -> Iterator[Problem]:
    """Give the decisions that decide nothing: about a pair that doesn't meet, or teams that aren't level."""
    for result, round_ in rounds_of_knockouts(state):
        for decision in state.facts.decisions:
            if isinstance(decision, TieAward | Host | Lots) and _is_of(decision, result, round_):
                yield from _of_tie(state, result, round_, decision)
            elif isinstance(decision, Pairing) and _is_of(decision, result, round_):
                yield from _needless_pairing(state, result, round_, decision)
    for decision in state.facts.decisions:
        if isinstance(decision, Lots) and decision.round is None and decision.stage in state.stages:
            found = state.stages[decision.stage]
            if isinstance(found, RankedResult):
                yield from _of_level_teams(found, decision)
            else:
                yield _problem(decision, "fit.lots_of_no_table", stage=named(found.stage), note=False)


def _is_of(decision: TieAward | Host | Lots | Pairing, result: KnockoutResult, round_: RoundResult) -> bool:
    return (decision.stage, decision.round) == (result.stage.id, round_.round.id)


def _problem(decision: Decision, code: str, *, note: bool, **values: object) -> Problem:
    return Problem(phrase(code, **values), Severity.NOTE if note else Severity.ERROR, decision.origin)


# ------------------------------------------------------------------------------------------------------- of a tie


def _of_tie(
    state: State, result: KnockoutResult, round_: RoundResult, decision: TieAward | Host | Lots
) -> Iterator[Problem]:
    tie = next((tie for tie in round_.ties if set(tie.known) == set(decision.teams)), None)
    if tie is None:
        if not _may_meet(state, result, round_, decision.teams):
            ties = Listing(tuple(" - ".join(_names(tie)) for tie in round_.ties))
            values = {"teams": Listing(decision.teams), "round": named(round_.round), "ties": ties}
            yield _problem(decision, "fit.decides_no_tie", note=False, **values)
        return
    if isinstance(decision, Host):
        legs = _most_legs(series_of(round_, tie))
        if decision.leg > legs:
            yield _problem(decision, "fit.no_such_leg", note=False, leg=decision.leg, n=legs)
    elif isinstance(decision, Lots) and isinstance(tie.winner, Decided) and not _uses_lots(round_, tie):
        yield _problem(decision, "fit.lots_not_needed", note=True, teams=Listing(decision.teams), reason=tie.reason)


def _names(tie: TieResult) -> Iterator[str]:
    return (place.team if isinstance(place, Decided) else "?" for place in tie.teams)


def _most_legs(series: Series) -> int:
    number = series.legs.number if isinstance(series.legs, BestOf) else series.legs
    return number + len(sections(series.ladder)) - 1


def _uses_lots(round_: RoundResult, tie: TieResult) -> bool:
    return tie.decided_by == "lots" or (tie.wins is not None and "lots" in series_of(round_, tie).each_match)


def _may_meet(state: State, result: KnockoutResult, round_: RoundResult, teams: tuple[str, ...]) -> bool:
    """Return whether these two are, or can still become, a tie of a round."""
    one, other = teams[:2] if len(teams) > 1 else (*teams, "")
    for group in dict.fromkeys(each.group for each in result.rounds):
        for sides in possible_teams(state.derivation, result.stage.id, round_.round.id, group):
            for first, second in (sides, sides[::-1]):
                if (first is None or one in first) and (second is None or other in second):
                    return True
    return False


def _needless_pairing(
    state: State, result: KnockoutResult, round_: RoundResult, decision: Pairing
) -> Iterator[Problem]:
    """Give a pair that was drawn where the rules say who meets whom."""
    group = round_.group
    where = found_in(state.derivation, result.stage.id, round_.round.id, group)
    if where is None or planned_round(state.derivation, where).round.pairing == "drawn" or round_.round.together:
        return
    if not any(set(tie.known) == set(decision.teams) for tie in round_.ties):
        yield _problem(decision, "fit.nothing_drawn", note=False, round=named(round_.round))


# -------------------------------------------------------------------------------------------------- of level teams


def _of_level_teams(result: RankedResult, lots: Lots) -> Iterator[Problem]:
    drawn = set(lots.teams)
    standings = [each for each in result.standings if drawn & {row.team for row in each.rows}]
    if not standings or not all(each.complete for each in standings):
        return
    for standing in standings:
        pairs = zip(standing.rows, standing.rows[1:], standing.gaps, strict=False)
        if any(gap and gap.step.endswith("lots") and {one.team, other.team} <= drawn for one, other, gap in pairs):
            return
        for place in standing.places:
            if isinstance(place, Unresolved) and len(place.among & drawn) > 1 and place.among - drawn:
                others = tuple(row.team for row in standing.rows if row.team in place.among - drawn)
                values = {"teams": Listing(lots.teams), "others": Listing(others)}
                yield _problem(lots, "fit.lots_leave_out", note=False, **values)
                return
    yield _problem(lots, "fit.lots_settle_nothing", note=True, teams=Listing(lots.teams), stage=named(result.stage))

"""Explanations: why a team is where it is, followed back to the matches."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from liguilla.engine.counting import sheet
from liguilla.engine.naming import fact_name, named, round_name
from liguilla.engine.places import Decided, Place, PositionOf, Unresolved, Void, Waiting, WinnerOf
from liguilla.engine.rankings import Separation
from liguilla.engine.reach import possible_teams
from liguilla.engine.results import FIGURES, KnockoutResult, Leg, RankedResult, RoundResult, Row, Standing, TieResult
from liguilla.engine.sheets import Sheet
from liguilla.engine.state import State
from liguilla.engine.tables import gap_reason
from liguilla.errors import LiguillaError, Problem
from liguilla.facts import Match
from liguilla.formats import AsNeeded
from liguilla.words import Listing, Phrase, Text, phrase

__all__ = ["Explanation", "explain_outcome", "explain_position", "explain_tie"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A statement and what it follows from.

    Attributes
    ----------
    says
        The statement.
    because
        What it follows from, each with its own reasons.
    rule, source
        The rule's path in the format file, and where the rule is from.
    matches
        The ids of the matches it rests on directly.
    """

    says: Phrase | Text
    because: tuple[Explanation, ...] = ()
    rule: str | None = None
    source: str | None = None
    matches: tuple[str, ...] = ()


def explain_position(state: State, team: str, stage: str) -> Explanation:
    """Return why a team stands where it does in a table.

    Raises
    ------
    LiguillaError
        The team isn't in the table.
    """
    result = state.ranked(stage)
    name = named(result.stage)
    if (why := result.void or result.waits) is not None:
        return Explanation(phrase("explain.no_table", stage=name, why=why), rule=result.stage.rule)
    for standing in result.standings:
        row = standing.row(team)
        if row is not None:
            return _position(state, result, standing, row)
        if standing.waits is not None:
            return Explanation(phrase("explain.no_table", stage=name, why=standing.waits), rule=result.stage.rule)
    raise LiguillaError([Problem(phrase("explain.not_in_table", team=team, stage=name))])


def _position(state: State, result: RankedResult, standing: Standing, row: Row) -> Explanation:
    stage = result.stage
    matches: Sheet = state.derivation.ask(sheet, stage.id, standing.label)
    source = stage.source or _text_source(state)
    own = Explanation(
        phrase(
            "explain.record",
            team=row.team,
            points=str(row.points),
            **{name: _known(row.figure(name)) for name in FIGURES if name != "goal_difference"},
        ),
        because=tuple(_adjusted(row)),
        matches=_ids(matches.of_team(row.team)),
    )
    index = standing.rows.index(row)
    around: list[Explanation] = []
    for at, above, below in ((index - 1, index - 1, index), (index, index, index + 1)):
        if 0 <= at < len(standing.gaps) and below < len(standing.rows) and (gap := standing.gaps[at]) is not None:
            around.append(_gap(matches, gap, standing.rows[above].team, standing.rows[below].team, source))
    level = [other.team for other in standing.rows if other.position == row.position]
    if len(level) > 1 and row.reason is not None:
        around.append(Explanation(row.reason, rule=stage.ranking.rule, source=source))
    code = "explain.position" if standing.complete else "explain.position_so_far"
    says = phrase(code, team=row.team, position=row.position, stage=named(stage), best=row.best, worst=row.worst)
    return Explanation(says, (own, *around), stage.ranking.rule, source)


def _ids(matches: Iterable[Match]) -> tuple[str, ...]:
    """Return the ids of matches in the order of play, where it is known."""
    in_order = sorted(matches, key=lambda match: (match.date is None, match.date or dt.date.min, match.id))
    return tuple(match.id for match in in_order)


def _known(figure: int | None) -> str:
    return "?" if figure is None else str(figure)


def _adjusted(row: Row) -> Iterator[Explanation]:
    if row.bonus:
        yield Explanation(phrase("explain.bonus", points=_signed(str(row.bonus))))
    if row.adjustment:
        yield Explanation(phrase("explain.adjusted", points=_signed(str(row.adjustment))))


def _signed(number: str) -> str:
    return number if number.startswith("-") else f"+{number}"


def _gap(matches: Sheet, gap: Separation, above: str, below: str, source: str | None) -> Explanation:
    between: tuple[str, ...] = ()
    if gap.step.startswith("head_to_head"):
        between = _ids(match for match in matches.of_team(above) if below in match.teams)
    return Explanation(gap_reason(gap, above, below), rule=gap.rule, source=source, matches=between)


# ------------------------------------------------------------------------------------------------ knock-outs


def explain_tie(state: State, round_: str, team: str) -> Explanation:
    """Return why a team went through, or out, or waits, in a round; and how it came there.

    Parameters
    ----------
    round_
        The id of a round, or of a knock-out: then the last round the team reached is meant.

    Raises
    ------
    LiguillaError
        There is no such round.
    """
    rounds = [
        (result, each)
        for result in state.stages.values()
        if isinstance(result, KnockoutResult)
        for each in result.rounds
        if round_ in (each.round.id, result.stage.id)
    ]
    if not rounds:
        raise LiguillaError([Problem(phrase("explain.no_round", round=round_))])
    for result, each in reversed(rounds):
        for tie in each.ties:
            if team in tie.known:
                return _tie(state, result, each, tie, team)
        if any(isinstance(place, Decided) and place.team == team for place in each.byes):
            return _bye(state, result, each, team)
    own = [(result, each) for result, each in rounds if _plays_in(result, each.group, team)]
    return _absent(state, *(own or rounds)[-1], team)


def _tie(state: State, result: KnockoutResult, round_: RoundResult, tie: TieResult, team: str) -> Explanation:
    """Explain a tie for one of its teams: how it came there is followed to the start, its opponent's way is named."""
    teams = Listing(tuple(place.team if isinstance(place, Decided) else "?" for place in tie.teams))
    name = tie.name or named(round_.round)
    if tie.reason is not None:
        says = phrase("explain.tie", round=name, teams=teams, reason=tie.reason)
    else:
        says = phrase("explain.tie_open", round=name, teams=teams, why=_why(tie.winner))
    source = round_.round.source or result.stage.source or _text_source(state)
    legs = [_leg(leg, leg.match) for leg in tie.legs if leg.match is not None]
    because = (*legs, *_put_together(state, result, round_, tie), *_came(state, tie, team))
    rule = tie.rule or _rule_of(result, round_)
    return Explanation(says, because, rule, source)


def _rule_of(result: KnockoutResult, round_: RoundResult) -> str:
    """Return the path of a round in the format file; that of all rounds, where the file leaves them to the number."""
    rounds = f"{result.stage.rule}.rounds"
    return rounds if isinstance(result.stage.rounds, AsNeeded) else f"{rounds}.{round_.round.id}"


def _came(state: State, tie: TieResult, team: str) -> Iterator[Explanation]:
    for place in tie.teams:
        came = _origin(state, place) if isinstance(place, Decided) else None
        if came is not None:
            own = isinstance(place, Decided) and place.team == team
            yield came if own else Explanation(came.says, rule=came.rule, source=came.source)


def _put_together(state: State, result: KnockoutResult, round_: RoundResult, tie: TieResult) -> Iterator[Explanation]:
    """Give the rule by which two who share the value of a fact meet."""
    fact = round_.round.together
    facts = state.derivation.entry("facts") or {}
    values = {facts.get(team, {}).get(fact or "") for team in tie.known}
    if fact is not None and len(tie.known) == 2 and len(values) == 1 and None not in values:
        says = phrase("explain.together", teams=Listing(tie.known), fact=fact_name(fact), value=values.pop())
        yield Explanation(says, rule=f"{result.stage.rule}.rounds.{round_.round.id}.together")


def _leg(leg: Leg, match: Match) -> Explanation:
    score = match.extra_time or match.score
    code = "explain.match" if score is not None else "explain.match_to_come"
    if match.extra_time is not None:
        code = "explain.match_after_extra_time"
    if match.kicks is not None:
        code += "_kicks"
    values: dict[str, object] = {"home": match.home, "away": match.away, "score": str(score), "kicks": str(match.kicks)}
    values["date"] = match.date.isoformat() if match.date is not None else phrase("explain.no_date")
    says = phrase(code, **values)
    if leg.kind == "replay":
        says = phrase("explain.replay", match=says)
    return Explanation(says, matches=(match.id,))


def _bye(state: State, result: KnockoutResult, round_: RoundResult, team: str) -> Explanation:
    place = next(place for place in round_.byes if isinstance(place, Decided) and place.team == team)
    came = _origin(state, place)
    says = phrase("explain.bye", team=team, round=named(round_.round))
    rule = _rule_of(result, round_) + ("" if isinstance(result.stage.rounds, AsNeeded) else ".byes")
    return Explanation(says, () if came is None else (came,), rule, result.stage.source or _text_source(state))


def _plays_in(result: KnockoutResult, group: str | None, team: str) -> bool:
    return any(team in tie.known for each in result.rounds if each.group == group for tie in each.ties)


def _absent(state: State, result: KnockoutResult, round_: RoundResult, team: str) -> Explanation:
    """Return why a team is in no tie of a round: the stage is void, it is out, it may still come, or it never came."""
    name = named(round_.round)
    if (void := result.void or round_.void) is not None:
        return Explanation(phrase("explain.void_round", round=name, why=void), rule=result.stage.rule)
    may_come = _may_come(state, result, round_, team)
    waits = next((tie.winner for tie in round_.ties if isinstance(tie.winner, Waiting)), None)
    for earlier in reversed(result.rounds[: result.rounds.index(round_)]):
        tie = next((tie for tie in earlier.ties if team in tie.known), None)
        if tie is None:
            continue
        last = _tie(state, result, earlier, tie, team)
        has_lost = isinstance(tie.loser, Decided) and tie.loser.team == team
        if has_lost and not (may_come and result.stage.lives == 2):
            return Explanation(phrase("explain.out", team=team, round=name), (last,))
        if may_come is False:
            return Explanation(phrase("explain.never_came", team=team, round=name), (last,))
        why = _why(waits if waits is not None and isinstance(tie.winner, Decided) else tie.winner)
        return Explanation(phrase("explain.may_come", team=team, round=name, why=why), (last,))
    if waits is not None and may_come is not False:
        return Explanation(phrase("explain.not_known_yet", team=team, round=name, why=waits.what))
    return Explanation(phrase("explain.never_came", team=team, round=name), tuple(_positions_of(state, team)))


def _may_come(state: State, result: KnockoutResult, round_: RoundResult, team: str) -> bool | None:
    """Return whether a team may still be in a tie of a round; None where that can't be told."""
    sides = possible_teams(state.derivation, result.stage.id, round_.round.id, round_.group)
    known = [side for pair in sides for side in pair if side is not None]
    if any(team in side for side in known):
        return True
    return False if len(known) == 2 * len(sides) else None


def _positions_of(state: State, team: str) -> Iterator[Explanation]:
    for result in state.stages.values():
        if isinstance(result, RankedResult):
            for standing in result.standings:
                row = standing.row(team)
                if row is not None:
                    yield _position(state, result, standing, row)


def _why(place: Place) -> Phrase:
    match place:
        case Waiting(what=what):
            return phrase("explain.waits", what=what)
        case Unresolved(why=why) | Void(why=why):
            return why
        case Decided(team=team):
            return phrase("explain.decided", team=team)


# ---------------------------------------------------------------------------------------------------- outcomes


def explain_outcome(state: State, outcome: str) -> Explanation:
    """Return why an outcome is filled as it is."""
    result = state.outcomes[outcome]
    because = []
    for place, given, rule in zip(result.places, result.because, result.rules, strict=True):
        came = _origin(state, place) if isinstance(place, Decided) else None
        if given is None and came is not None:
            because.append(came)
        else:
            says = given if given is not None and isinstance(place, Decided) else _why(place)
            because.append(Explanation(says, () if came is None else (came,), rule, _text_source(state)))
    teams = tuple(place.team for place in result.places if isinstance(place, Decided))
    code = "explain.outcome" if teams else "explain.outcome_open"
    says = phrase(code, outcome=state.format.outcomes[outcome].name or round_name(outcome), teams=Listing(teams))
    return Explanation(says, tuple(because), state.format.outcomes[outcome].rule, _text_source(state))


def _origin(state: State, place: Decided) -> Explanation | None:
    """Return how a team came to a place; None for one that simply entered."""
    match place.origin:
        case PositionOf(stage=stage):
            inner, name = _inside(state, stage)
            return explain_position(inner, place.team, name)
        case WinnerOf(stage=stage, round=round_):
            inner, name = _inside(state, stage)
            for result in (inner.knockout(name),):
                for each in result.rounds:
                    for tie in each.ties:
                        if each.round.id == round_ and place in (tie.winner, tie.loser):
                            return _tie(inner, result, each, tie, place.team)
            return None
        case None:
            return None


def _inside(state: State, stage: str) -> tuple[State, str]:
    """Return the state that holds a stage written with its tournaments, and its id there."""
    *path, name = stage.split(".")
    for tournament in path[len(state.derivation.path) :]:
        state = state.tournaments[tournament]
    return state, name


def _text_source(state: State) -> str:
    return state.format.source

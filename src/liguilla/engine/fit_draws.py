"""Whether what was drawn could be drawn: the balls by pots and boxes, and who was kept apart or put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from liguilla.engine.fit_ties import rounds_of_knockouts
from liguilla.engine.knockouts import found_in, taking_part
from liguilla.engine.naming import fact_name, named
from liguilla.engine.places import Decided, Place, Void
from liguilla.engine.results import BoxesResult, KnockoutResult, RoundResult
from liguilla.engine.selectors import team_set
from liguilla.engine.state import State
from liguilla.engine.together import exchanged
from liguilla.errors import Origin, Problem
from liguilla.facts import DrawnBall, Pairing
from liguilla.formats import Apart, Draw, Pot
from liguilla.words import Listing, Phrase, phrase

__all__ = ["fit_of_draws"]

Facts = Mapping[str, Mapping[str, str]]


def fit_of_draws(state: State) -> Iterator[Problem]:
    """Give what was drawn against the rules; the state holds it all the same, wherever a pot has a place for it."""
    for result in state.stages.values():
        if isinstance(result, BoxesResult) and isinstance(result.stage, Draw) and result.void is None:
            yield from _of_draw(state, result, result.stage)
    for result, round_ in rounds_of_knockouts(state):
        if round_.round.pairing == "drawn" and round_.void is None:
            yield from _of_round(state, result, round_)


# ---------------------------------------------------------------------------------------------------------- balls


class _Bowl(NamedTuple):
    """A pot, its path in the format file, and the teams in it; None while they aren't known."""

    pot: Pot
    rule: str
    teams: frozenset[str] | None


def _of_draw(state: State, result: BoxesResult, stage: Draw) -> Iterator[Problem]:
    balls = [ball for ball in state.facts.decisions if isinstance(ball, DrawnBall) and ball.stage == stage.id]
    bowls = [
        _Bowl(pot, f"{stage.rule}.pots[{number}]", team_set(state.derivation, pot.teams))
        for number, pot in enumerate(stage.pots)
    ]
    drawn: dict[str, DrawnBall] = {}
    taken: Counter[tuple[str, str]] = Counter()
    for ball in balls:
        if ball.team in drawn:
            first = drawn[ball.team]
            yield _problem(ball, phrase("fit.drawn_twice", team=ball.team, one=first.box, other=ball.box))
            continue
        drawn[ball.team] = ball
        yield from _of_ball(stage, bowls, ball, taken)
    known = state.derivation.entry("facts") or {}
    everyone = [team for places in result.boxes.values() for team in _teams(places)]
    for apart in stage.apart:
        for box, places in result.boxes.items():
            for message in _kept_apart(apart, box, places, everyone, known):
                yield Problem(message, origin=_last(drawn, _teams(places)) or state.facts.competition.origin)


def _of_ball(stage: Draw, bowls: list[_Bowl], ball: DrawnBall, taken: Counter[tuple[str, str]]) -> Iterator[Problem]:
    if ball.box not in stage.boxes:
        yield _problem(ball, phrase("fit.no_such_box", box=ball.box, boxes=Listing(stage.boxes), stage=named(stage)))
        return
    own = [bowl for bowl in bowls if bowl.teams is not None and ball.team in bowl.teams]
    if not own:
        if all(bowl.teams is not None for bowl in bowls):
            yield _problem(ball, phrase("fit.in_no_pot", team=ball.team, stage=named(stage)))
        return
    fitting = [bowl for bowl in own if ball.box in bowl.pot.into]
    if not fitting:
        values = {"team": ball.team, "box": ball.box, "boxes": Listing(own[0].pot.into, "or"), "rule": own[0].rule}
        yield _problem(ball, phrase("fit.pot_not_into_box", **values))
        return
    bowl = fitting[0]
    taken[bowl.rule, ball.box] += 1
    if taken[bowl.rule, ball.box] > bowl.pot.into.count(ball.box):
        values = {"team": ball.team, "box": ball.box, "n": bowl.pot.into.count(ball.box), "rule": bowl.rule}
        yield _problem(ball, phrase("fit.box_is_full", **values))


def _teams(places: Iterable[Place]) -> tuple[str, ...]:
    return tuple(place.team for place in places if isinstance(place, Decided))


def _last(drawn: Mapping[str, DrawnBall], teams: Iterable[str]) -> Origin | None:
    """Return where the last of these teams was drawn: with it the box became what it may not be."""
    found = [drawn[team] for team in teams if team in drawn]
    return max(found, key=lambda ball: ball.order or 0).origin if found else None


def _problem(decision: DrawnBall | Pairing, message: Phrase) -> Problem:
    return Problem(message, origin=decision.origin)


# ---------------------------------------------------------------------------------------------------------- pairs


def _of_round(state: State, result: KnockoutResult, round_: RoundResult) -> Iterator[Problem]:
    drawn = [
        each
        for each in state.facts.decisions
        if isinstance(each, Pairing) and (each.stage, each.round) == (result.stage.id, round_.round.id)
    ]
    yield from _of_pairings(state, result, round_, drawn)
    known = state.derivation.entry("facts") or {}
    everyone = [team for tie in round_.ties for team in tie.known]
    for tie in round_.ties:
        origin = next((each.origin for each in drawn if set(each.teams) == set(tie.known)), None)
        origin = origin or next((match.origin for match in tie.matches), None)
        # Where there is one tie nothing is drawn, so nobody can be kept apart.
        for apart in round_.round.apart if len(round_.ties) > 1 else ():
            for message in _kept_apart(apart, None, tie.teams, everyone, known):
                yield Problem(message, origin=origin)
    if round_.round.together is not None:
        rule = f"{result.stage.rule}.rounds.{round_.round.id}.together"
        yield from _not_together(state, round_, round_.round.together, rule)


def _not_together(state: State, round_: RoundResult, fact: str, rule: str) -> Iterator[Problem]:
    """Give a draw in which two who share a value were not put together."""
    known = state.derivation.entry("facts") or {}
    given = [(tie.known[0], tie.known[1]) for tie in round_.ties if len(tie.known) == 2]
    values = {team: known.get(team, {}).get(fact) for pair in given for team in pair}
    if len(given) < len(round_.ties) or None in values.values():
        return
    ought = exchanged(given, values)
    missing = [pair for pair in ought or () if frozenset(pair) not in map(frozenset, given)]
    if missing:
        ties = Listing(tuple(" - ".join(pair) for pair in missing))
        message = phrase("fit.not_together", fact=fact_name(fact), ties=ties, rule=rule)
        yield Problem(message, origin=state.facts.competition.origin)


def _of_pairings(state: State, result: KnockoutResult, round_: RoundResult, drawn: list[Pairing]) -> Iterator[Problem]:
    """Give pairs of teams that are not in the round, or were drawn already."""
    everyone = _taking_part(state, result, round_)
    before: dict[str, Pairing] = {}
    for pairing in drawn:
        again = next((team for team in pairing.teams if team in before), None)
        if again is not None:
            one, other = Listing(before[again].teams), Listing(pairing.teams)
            yield _problem(pairing, phrase("fit.paired_twice", team=again, one=one, other=other))
            continue
        before.update(dict.fromkeys(pairing.teams, pairing))
        strangers = tuple(team for team in pairing.teams if everyone is not None and team not in everyone)
        if strangers:
            yield _problem(pairing, phrase("fit.not_in_round", team=Listing(strangers), round=named(round_.round)))


def _taking_part(state: State, result: KnockoutResult, round_: RoundResult) -> frozenset[str] | None:
    """Return the teams that are drawn in a round; None while they aren't all known."""
    teams: set[str] = set()
    for group in dict.fromkeys(each.group for each in result.rounds):
        where = found_in(state.derivation, result.stage.id, round_.round.id, group)
        for contender in () if where is None else state.derivation.ask(taking_part, where):
            if isinstance(contender.place, Decided):
                teams.add(contender.place.team)
            elif not isinstance(contender.place, Void):
                return None
    return frozenset(teams)


# ------------------------------------------------------------------------------------------------------ kept apart


def _kept_apart(
    apart: Apart, box: str | None, places: tuple[Place, ...], everyone: Iterable[str], known: Facts
) -> Iterator[Phrase]:
    """Give what is wrong with who is together in a box, or in a tie (`box` is None); unknown facts break no rule.

    `everyone` are the teams of the whole draw: the least number holds for every value that any of them has.
    """
    values = {
        team: known.get(team, {}).get(apart.fact)
        for team in everyone
        if apart.unless is None or known.get(team, {}).get(apart.unless[0]) != apart.unless[1]
    }
    teams = [place.team for place in places if isinstance(place, Decided)]
    said = {"fact": fact_name(apart.fact), "box": box, "rule": apart.rule}
    for value in dict.fromkeys(value for value in values.values() if value is not None):
        same = tuple(team for team in teams if values.get(team) == value)
        most = apart.exceptions.get(value, apart.at_most)
        if len(same) > most:
            code = "fit.too_many_in_tie" if box is None else "fit.too_many_in_box"
            yield phrase(code, teams=Listing(same), value=value, n=most, **said)
        elif len(same) < apart.at_least and len(teams) == len(places) and None not in values.values():
            code = "fit.too_few_in_tie" if box is None else "fit.too_few_in_box"
            yield phrase(code, value=value, n=apart.at_least, **said)

"""``together``: two of a round that share a value meet, and the opponents they were given meet each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from liguilla.engine.derivation import Derivation
from liguilla.engine.naming import fact_name, fact_of, named
from liguilla.engine.pairings import Contender, Position
from liguilla.engine.places import Decided, Void, Waiting
from liguilla.engine.rounds import PlannedRound
from liguilla.facts import Pairing
from liguilla.words import phrase

__all__ = ["exchanged", "put_together"]

Pair = tuple[str, str]


def put_together(d: Derivation, planned: PlannedRound, given: tuple[Position, ...]) -> tuple[Position, ...]:
    """Return the positions of a round once those who share a value have been put together.

    As long as it isn't known who all of them are, anybody may have to change places, so nobody stands anywhere. Where
    the rule leaves open who meets whom, because more than two share a value, that is a fact.
    """
    at = [number for number, position in enumerate(given) if _is_tie(position)]
    contenders = [contender for number in at for contender in _both(given[number])]
    if not all(isinstance(contender.place, Decided) for contender in contenders):
        return _replaced(given, at, [_open(planned.waits, contenders)] * len(at))
    by_team = {contender.place.team: contender for contender in contenders if isinstance(contender.place, Decided)}
    known = d.entry("facts") or {}
    fact = planned.round.together or ""
    values = {team: known.get(team, {}).get(fact) for team in by_team}
    unknown = next((team for team, value in values.items() if value is None), None)
    if unknown is not None:
        return _replaced(given, at, [_open(Waiting(fact_of(fact, unknown)), contenders)] * len(at))
    teams = list(by_team)
    pairs = exchanged(list(zip(teams[::2], teams[1::2], strict=True)), values)
    if pairs is None:
        drawn: tuple[Pairing, ...] = d.entry("decisions", Pairing, planned.stage, planned.round.id)
        pairs = [pairing.teams for pairing in drawn if set(pairing.teams) <= by_team.keys()]
        if len({team for pair in pairs for team in pair}) < len(by_team) or len(pairs) != len(at):
            waits = phrase("engine.together_open", fact=fact_name(fact), round=named(planned.round))
            return _replaced(given, at, [_open(Waiting(waits), contenders)] * len(at))
    return _replaced(given, at, [(by_team[one], by_team[other]) for one, other in pairs])


def exchanged(given: Sequence[Pair], values: Mapping[str, str | None]) -> list[Pair] | None:
    """Return the pairs after the exchange; None where the rule doesn't say who meets whom.

    Two who share a value and were given each other stay as they are. The first team of each tie keeps its place as far
    as it can.

    Examples
    --------
    >>> exchanged([("A", "B"), ("C", "D")], {"A": "ARG", "B": "BRA", "C": "COL", "D": "ARG"})
    [('A', 'D'), ('B', 'C')]
    """
    tie_of = {team: number for number, pair in enumerate(given) for team in pair}
    apart: dict[str | None, list[str]] = {}
    for one, other in given:
        if values[one] != values[other]:
            apart.setdefault(values[one], []).append(one)
            apart.setdefault(values[other], []).append(other)
    pairs = list(given)
    moved: dict[int, frozenset[int]] = {}
    for sharing in apart.values():
        if len(sharing) < 2:
            continue
        if len(sharing) > 2:
            return None
        one, other = sharing
        between = frozenset((tie_of[one], tie_of[other]))
        if any(moved.get(tie, between) != between for tie in between):
            return None
        first, second = sorted(between)
        moved[first] = moved[second] = between
        left = [team for pair in (given[first], given[second]) for team in pair if team not in sharing]
        meet = tuple(sorted(sharing, key=lambda team: tie_of[team]))
        ties = [(meet[0], meet[1]), (left[0], left[1])]
        pairs[first], pairs[second] = ties if given[first][0] in sharing else ties[::-1]
    return pairs


def _is_tie(position: Position) -> bool:
    one, other = position
    return other is not None and not isinstance(one.place, Void) and not isinstance(other.place, Void)


def _both(position: Position) -> tuple[Contender, Contender]:
    one, other = position
    assert other is not None
    return one, other


def _open(waits: Waiting, contenders: Sequence[Contender]) -> Position:
    among = tuple(dict.fromkeys(each for contender in contenders for each in contender.among or (contender,)))
    someone = Contender(waits, None, among)
    return someone, someone


def _replaced(given: tuple[Position, ...], at: Sequence[int], positions: Sequence[Position]) -> tuple[Position, ...]:
    found = list(given)
    for number, position in zip(at, positions, strict=True):
        found[number] = position
    return tuple(found)

"""What a position of a table leads to, as far as the format says it before any result is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liguilla.engine import named, round_name
from liguilla.formats import (
    Draw,
    Each,
    Format,
    Knockout,
    NamedGroups,
    Position,
    Range,
    Ranked,
    SeededByStages,
    Selector,
    StageRef,
    Table,
)
from liguilla.words import Phrase, Text, phrase

__all__ = ["Lead", "leads"]


@dataclass(frozen=True, slots=True)
class Lead:
    """Positions that lead to the same thing: a stage, a round or an outcome. `directly`: past a round before it."""

    positions: tuple[int, ...]
    to: Text | Phrase
    directly: bool = False


@dataclass(frozen=True)
class _Ranking:
    """The ranking whose positions are asked for: a table, or a group of one; and how many it has."""

    ref: StageRef
    group: str | None
    size: int

    def taken_by(self, range_: Range | None) -> tuple[int, ...]:
        positions = tuple(range(1, self.size + 1))
        return positions if range_ is None else range_.of(positions)


def leads(format_: Format, path: tuple[str, ...], stage: str, group: str | None, size: int) -> tuple[Lead, ...]:
    """Return what the positions of a table lead to, in the order of positions.

    Parameters
    ----------
    format_
        The rules in which to look: those of the table itself, or of a competition around them.
    path
        The tournaments that lead from this format to the table's.
    stage, group, size
        The table, or the group of it; and the number of positions there.
    """
    ranking = _Ranking(StageRef(stage, path), group, size)
    found: dict[tuple[str, bool], tuple[Text | Phrase, set[int]]] = {}
    for positions, to, directly in _uses(format_, ranking):
        _, known = found.setdefault((repr(to), directly), (to, set()))
        known.update(positions)
    merged = [Lead(tuple(sorted(known)), to, directly) for (_, directly), (to, known) in found.items() if known]
    return tuple(sorted(merged, key=lambda lead: lead.positions[0]))


_Use = tuple[tuple[int, ...], Text | Phrase, bool]


def _uses(format_: Format, ranking: _Ranking) -> Iterator[_Use]:
    for stage in format_.stages.values():
        if isinstance(stage, Knockout):
            yield from _of_knockout(stage, ranking)
        elif isinstance(stage, Draw):
            for pot in stage.pots:
                yield _taken(pot.teams, ranking), named(stage), False
        elif stage.entrants is not None:
            yield _taken(stage.entrants, ranking), named(stage), False
        if isinstance(stage, Table):
            yield from _of_groups(stage, ranking)
    for outcome in format_.outcomes.values():
        for choice in outcome.choices:
            if choice.when is None:
                yield _taken(choice.take, ranking), outcome.name or round_name(outcome.id), False


def _taken(selector: Selector, ranking: _Ranking) -> tuple[int, ...]:
    """Return the positions that a selector takes, in its order."""
    return tuple(
        position
        for term in selector.terms
        if isinstance(term, Ranked) and StageRef(term.stage, term.path) == ranking.ref
        if term.group in (None, ranking.group) and not term.where
        for position in ranking.taken_by(term.range)
    )


def _of_groups(stage: Knockout | Table, ranking: _Ranking) -> Iterator[_Use]:
    match stage.groups:
        case Each(stage=source, path=path, range=range_) if StageRef(source, path) == ranking.ref:
            yield ranking.taken_by(range_), named(stage), False
        case NamedGroups(members=members):
            for label, selector in members.items():
                to = phrase("publish.group_of", stage=named(stage), label=label)
                yield _taken(selector, ranking), to, False


def _of_knockout(stage: Knockout, ranking: _Ranking) -> Iterator[_Use]:
    if isinstance(stage.rounds, tuple):
        for round_ in stage.rounds:
            for selector in (round_.teams, round_.enter, *(tie.teams for tie in round_.ties)):
                if selector is not None:
                    yield _taken(selector, ranking), named(round_), False
    yield from _of_groups(stage, ranking)
    if stage.entrants is None:
        return
    entrants = _taken(stage.entrants, ranking)
    if not isinstance(stage.rounds, tuple):
        yield entrants, named(stage), False
        return
    first, *later = stage.rounds
    byes = first.byes if isinstance(first.byes, int) and later else 0
    if byes and not _seeds_are_positions(stage, ranking):
        yield entrants, named(stage), False
        return
    if byes:
        yield entrants[:byes], named(later[0]), True
    yield entrants[byes:], named(first), False


def _seeds_are_positions(stage: Knockout, ranking: _Ranking) -> bool:
    """Return whether the best seeds, who have the byes, are the first of the positions that enter."""
    assert stage.entrants is not None
    if len(stage.entrants.terms) != 1 or stage.entrants.without:
        return False
    first = stage.entrants.terms[0]
    from_top = isinstance(first, Ranked) and (first.range is None or first.range.first == Position(1))
    return from_top and (stage.seeds is None or stage.seeds == SeededByStages((ranking.ref,)))

"""In which order of seeds the teams of a bracket stand, where files tell the bracket: by its sheet, or by its ties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from liguilla.engine import KnockoutResult, State, misfits, play
from liguilla.engine.pairings import bracket_order
from liguilla.facts import Facts
from liguilla.formats import AsNeeded, Entered, Format, Knockout

__all__ = ["seeded_as_drawn", "seeded_as_played"]

MOST_TEAMS: Final = 1024
"""In how many ways the parts of a larger bracket can be exchanged isn't tried."""

Lines = tuple[str | None, ...]
"""The lines of a bracket from top to bottom: a team each, None where the other one of a pair has a bye."""


def seeded_as_drawn(format_: Format, facts: Facts, lines: Lines) -> tuple[str, ...] | None:
    """Return the teams in the order of seeds that puts them on the lines of a sheet.

    Parameters
    ----------
    format_
        A bracket for all teams, whose order is that of seeds.
    facts
        With all teams.
    lines
        The sheet of the draw.

    Returns
    -------
    tuple of str or None
        None if the format is no such bracket, or if the sheet has other teams; empty if no order of seeds puts its byes
        where they stand.
    """
    teams = {team.name for team in facts.teams}
    if _bracket_of(format_) is None or {team for team in lines if team is not None} != teams:
        return None
    return _in_order(lines, len(teams)) or ()


def seeded_as_played(format_: Format, facts: Facts) -> tuple[str, ...] | None:
    """Return the teams in the order of seeds that makes the ties of a bracket those that were played.

    Returns
    -------
    tuple of str or None
        None if the order of the teams in the facts does so already; if the format is no bracket for all teams; or if
        the matches don't tell the whole bracket.
    """
    stage = _bracket_of(format_)
    if stage is None or not any(match.stage == stage.id for match in facts.matches):
        return None
    state = play(format_, facts)
    if not misfits(state):
        return None
    lines = _lines(state, stage.id, facts)
    if lines is None or {team for team in lines if team is not None} != {team.name for team in facts.teams}:
        return None
    return _in_order(lines, len(facts.teams))


def _bracket_of(format_: Format) -> Knockout | None:
    """Return the knock-out that all teams enter in the order of their seeds, paired in the standard order."""
    for stage in format_.stages.values():
        if not isinstance(stage, Knockout) or stage.groups is not None or stage.seeds is not None:
            continue
        pairing = stage.rounds.pairing if isinstance(stage.rounds, AsNeeded) else stage.rounds[0].pairing
        match stage.entrants.terms if stage.entrants is not None and not stage.entrants.without else ():
            case (Entered(where=()),) if pairing == "bracket":
                return stage
    return None


def _lines(state: State, stage_id: str, facts: Facts) -> Lines | None:
    """Return the lines that lead to the last match of the bracket; None where it isn't known who that is between."""
    result = state.stages[stage_id]
    assert isinstance(result, KnockoutResult)
    rounds = [each.round.id for each in result.rounds]
    if result.stage.lives == 2:
        rounds = [round_ for round_ in rounds if round_.startswith("upper_")]
    met: dict[str, dict[str, tuple[str, str]]] = {round_: {} for round_ in rounds}
    for match in facts.matches:
        if match.stage == stage_id and match.round in met:
            for team in match.teams:
                met[match.round].setdefault(team, match.teams)
    last = {frozenset(pair): pair for pair in met[rounds[-1]].values()}
    if len(last) != 1:
        return None

    def lines_of(team: str, before: int) -> Iterator[str | None]:
        """Give the lines that a team came from, by the rounds before."""
        if before == 0:
            yield team
            return
        pair = met[rounds[before - 1]].get(team)
        if pair is None:
            yield from lines_of(team, before - 1)
            yield from (None for _ in range(1 << (before - 1)))
        else:
            yield from (line for each in pair for line in lines_of(each, before - 1))

    (pair,) = last.values()
    found = tuple(line for team in pair for line in lines_of(team, len(rounds) - 1))
    teams = [line for line in found if line is not None]
    return found if len(set(teams)) == len(teams) else None


def _in_order(lines: Lines, number: int) -> tuple[str, ...] | None:
    """Return the teams of a bracket in the order of seeds; a sheet may be larger than it has to be."""
    if number > MOST_TEAMS:
        return None
    size = 1 << (number - 1).bit_length() if number > 1 else 1
    while len(lines) > size:
        pairs = list(zip(lines[::2], lines[1::2], strict=False))
        if len(lines) % 2 or any(None not in pair for pair in pairs):
            return None
        lines = tuple(one if one is not None else other for one, other in pairs)
    slots = [seed if seed <= number else None for seed in bracket_order(size)]
    placed = _placed(lines, slots) if len(lines) == size else None
    return tuple(placed[seed] for seed in sorted(placed)) if placed is not None else None


def _placed(lines: Sequence[str | None], slots: Sequence[int | None]) -> Mapping[int, str] | None:
    """Return seed → team so that each pair, and each part of the bracket, is as on the sheet; None if no seeds do so.

    Which of two parts stands above the other says nothing in a bracket, so they may be exchanged; as the sheet has them
    comes first, since with two lives that tells who comes down where.
    """
    if len(lines) == 1:
        line, slot = lines[0], slots[0]
        if (line is None) is not (slot is None):
            return None
        return {slot: line} if slot is not None and line is not None else {}
    half = len(lines) // 2
    for above, below in ((slots[:half], slots[half:]), (slots[half:], slots[:half])):
        one = _placed(lines[:half], above)
        other = _placed(lines[half:], below) if one is not None else None
        if one is not None and other is not None:
            return {**one, **other}
    return None

"""What is said of headings that meant nothing, of matches that have no place, and of lists that may go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from liguilla.engine import RankedResult, State, named
from liguilla.errors import Problem, Severity
from liguilla.facts import Score
from liguilla.formats import League
from liguilla.notation.placement.entries import Entry
from liguilla.words import phrase

__all__ = ["left_out", "may_go_on", "unknown_headings"]

MOST_NAMED: Final = 5
"""Of many matches that fit nowhere, so many are named one by one."""


def may_go_on(state: State) -> Iterator[Problem]:
    """Note each league that counts as complete only since no match of it is open: the rules don't say how many it has.

    Where matches of what comes after it were placed, nothing of it is missing.
    """
    order = list(state.format.stages)
    for result in state.stages.values():
        stage = result.stage
        if not isinstance(result, RankedResult) or not isinstance(stage, League) or stage.fixtures is None:
            continue
        own = [match for match in state.facts.matches if match.stage == stage.id]
        later = order[order.index(stage.id) + 1 :]
        if (
            own
            and (stage.fixtures.by, stage.fixtures.matches) == ("list", None)
            and all(standing.complete for standing in result.standings)
            and not any(match.stage in later for match in state.facts.matches)
        ):
            yield Problem(phrase("placing.may_go_on", stage=named(stage)), Severity.NOTE, own[-1].origin)


def unknown_headings(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Note each heading that said nothing, once."""
    first: dict[str, Entry] = {}
    for entry in entries:
        for heading in entry.meaning.unknown:
            first.setdefault(heading, entry)
    for heading, entry in first.items():
        message = phrase("placing.unknown_heading", heading=heading)
        yield Problem(message, Severity.NOTE, entry.recorded.origin)


def left_out(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Warn of the matches that have no place in the format."""
    left = [entry for entry in entries if entry.slot is None]
    for entry in left[:MOST_NAMED]:
        score = entry.recorded.score or Score(0, 0)
        code = "placing.no_place" if entry.recorded.score else "placing.no_place_unplayed"
        headings = entry.recorded.headings or phrase("placing.without_heading")
        message = phrase(code, home=entry.home, away=entry.away, score=score, headings=headings)
        yield Problem(message, Severity.WARNING, entry.recorded.origin)
    if len(left) > MOST_NAMED:
        message = phrase("placing.more_without_place", n=len(left) - MOST_NAMED)
        yield Problem(message, Severity.WARNING, left[MOST_NAMED].recorded.origin)

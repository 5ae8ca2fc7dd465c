"""The goals under a match: ``(Messi 23', 108'; Mbappé 80' (pen.))``, with or without brackets, marks and commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from liguilla.facts import GoalKind, Score
from liguilla.notation.results.football_txt.scores import count
from liguilla.notation.results.records import RecordedGoal

__all__ = ["attributed", "goals_text", "looks_like_goals", "read_goals"]

ITEM: Final = re.compile(
    r"""
    [\s,]*+ ([^\d;,()?]*+)                                                  # who; nobody: as before
    (?: (\d{1,3}) | \?\? ) (?: \+(\d{1,2}) )? ['’′]?                         # when
    (?: \s* \(? \s? (?i: (pens?|p) | (o\.?\ ?g) )\.? \s? \)? (?![^\W_]) )?   # how
    """,
    re.VERBOSE,
)
SIDES: Final = re.compile(r"\s[-–]\s")
NOBODY: Final = ("-", "–", "")
UNKNOWN: Final = "N.N."
"""Somebody whose name isn't known."""

MARKED: Final = re.compile(r"(?:\d|\?\?)['’′]")

Side = tuple[RecordedGoal, ...]


def looks_like_goals(text: str) -> bool:
    """Return whether a line without brackets tells goals: it does if they have minutes, with their marks."""
    return MARKED.search(text) is not None and all(_read_side(side) is not None for side in text.split(";"))


def read_goals(text: str) -> tuple[Side, ...] | None:
    """Return the goals of one side, or of both, home first; None if the text tells no goals.

    Parameters
    ----------
    text
        Without the brackets around it. Goals of the two sides have a semicolon between them, or a dash.
    """
    sides = text.split(";")
    if len(sides) == 1:
        # A dash within a name has no space around it.
        sides = SIDES.split(text.strip(), maxsplit=2)
    read = [_read_side(side) for side in sides]
    found = tuple(side for side in read if side is not None)
    return found if len(found) == len(read) <= 2 else None


def _read_side(text: str) -> Side | None:
    if text.strip() in NOBODY:
        return ()
    goals: list[RecordedGoal] = []
    person: str | None = None
    end, last = 0, len(text.rstrip(" ,.\t"))
    while end < last:
        match = ITEM.match(text, end)
        if match is None:
            return None
        name, minute, stoppage, penalty, own_goal = match.groups()
        if name := name.strip(" .'’") and name.strip():
            person = None if name == UNKNOWN else name
        elif not goals:
            return None
        kind = GoalKind.PENALTY if penalty else GoalKind.OWN_GOAL if own_goal else None
        goals.append(
            RecordedGoal(True, person, int(minute) if minute else None, int(stoppage) if stoppage else None, kind)
        )
        end = match.end()
    return tuple(goals)


def attributed(sides: Sequence[Side], final: Score | None) -> tuple[RecordedGoal, ...] | None:
    """Return goals with the side that each counts for; None if the text doesn't tell.

    Parameters
    ----------
    sides
        As `read_goals` gives them. Goals of one side are those of the only side that scored.
    final
        The score at the end. Some files list an own goal under the side of who scored it, others under the side that
        it counts for: if only one of these gives this score, it is that.
    """
    if len(sides) == 1:
        if final is None or (final.home and final.away):
            return None
        sides = ((), sides[0]) if final.away else (sides[0], ())
    home, away = sides
    goals = (*home, *(replace(goal, for_home=False) for goal in away))
    if final is None or count(goals) == final:
        return goals
    turned = tuple(replace(g, for_home=not g.for_home) if g.kind is GoalKind.OWN_GOAL else g for g in goals)
    return turned if count(turned) == final else goals


def goals_text(goals: Sequence[RecordedGoal]) -> str:
    """Return goals as they are written, brackets included."""
    home, away = ([goal for goal in goals if goal.for_home is side] for side in (True, False))
    return f"({_side_text(home)}; {_side_text(away)})"


def _side_text(goals: Sequence[RecordedGoal]) -> str:
    people = groupby(goals, key=lambda goal: goal.person)
    return " ".join(f"{person or UNKNOWN} {', '.join(map(_minute, group))}" for person, group in people) or "-"


def _minute(goal: RecordedGoal) -> str:
    minute = "??" if goal.minute is None else f"{goal.minute}"
    stoppage = f"+{goal.stoppage}" if goal.stoppage is not None else ""
    how = {GoalKind.PENALTY: " (pen.)", GoalKind.OWN_GOAL: " (o.g.)"}.get(goal.kind) if goal.kind else None
    return f"{minute}{stoppage}'{how or ''}"

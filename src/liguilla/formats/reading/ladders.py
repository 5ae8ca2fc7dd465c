"""From ``decide_by`` to a ladder, and whether it fits the legs it decides."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from liguilla.formats.ladders import BestOf, BetterIn, Ladder, LadderStep, Legs, Replay
from liguilla.formats.reading.draft import Draft
from liguilla.formats.reading.keys import MOST
from liguilla.formats.reading.nodes import MappingNode, ScalarNode
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.stage_names import stage_named
from liguilla.formats.reading.structure import shown

__all__ = ["STEPS", "check_ladder", "read_ladder"]

STEPS: Final = (
    "score", "aggregate", "wins", "points", "away_goals", "extra_time", "overtime", "golden_goal", "silver_goal",
    "shoot_out", "better_seed", "lots",
)  # fmt: skip
"""The steps of one word."""

FIRST_STEPS: Final = ("score", "aggregate", "wins")

DECIDING: Final = ("overtime", "shoot_out", "better_seed", "lots")
"""After these no tie is level; in extra time there may be no goal, golden or not."""

LAST_STEPS: Final = (*DECIDING, "wins", "replay", "better_in")
"""What a ladder may end with: a replay may be level again, but organisers end with one all the same."""


def read_ladder(draft: Draft, spot: Spot, source: str | None) -> Ladder:
    """Read a list of steps; what in it is none is reported and left out."""
    if spot.node and not spot.items and not spot.incomplete:
        draft.report.problem(spot, "ladder_missing")
    steps = (_step(draft, at, number) for number, at in enumerate(spot.items))
    return Ladder(tuple(step for step in steps if step), spot.rule, source)


def _step(draft: Draft, spot: Spot, number: int) -> LadderStep | None:
    near = None
    match spot.node:
        case ScalarNode(str() as word) if word in STEPS:
            return word
        case MappingNode({"replay": ScalarNode(times)}, keys) if len(keys) == 1:
            if isinstance(times, int) and not isinstance(times, bool) and 1 <= times <= MOST:
                return Replay(times)
            draft.report.problem(spot, "replay_endless")
            return None
        case MappingNode({"better_in": ScalarNode(str() as stage)}, keys) if len(keys) == 1:
            return BetterIn(stage_named(draft, stage, spot["better_in"], "better_in"))
        case ScalarNode(str() as word):
            near = (word, (*STEPS, "replay", "better_in"))
    draft.report.problem(spot, "ladder_step_unknown", number=number, value=shown(spot.node), near=near)
    return None


def check_ladder(draft: Draft, ladder: Ladder, legs: Legs, spot: Spot, mend: Spot) -> None:
    """See that a ladder begins as the legs need it, and ends with a winner.

    Parameters
    ----------
    spot
        Where it is written.
    mend
        Where to say that it doesn't fit the legs.
    """
    if not ladder.steps or spot.incomplete or len(ladder.steps) != len(spot.items):
        return
    names = [_name(step) for step in ladder.steps]
    problem = draft.report.problem
    first = "wins" if isinstance(legs, BestOf) else {1: "score", 2: "aggregate"}[legs]
    if names[0] != first and not (names[0] == "points" and legs == 2):
        if isinstance(legs, BestOf):
            problem(mend, "ladder_first_best_of", legs=legs.number, first=first, step=names[0])
        else:
            problem(mend, f"ladder_first_{legs}", first=first, step=names[0])
    elif late := next((name for name in names[1:] if name in FIRST_STEPS and names[0] != "points"), None):
        problem(spot, "ladder_only_first", step=late)
    if names[-1] not in LAST_STEPS:
        problem(spot, "ladder_open", step=names[-1])
    for name, after in pairwise(names):
        if name in DECIDING:
            problem(spot, "ladder_never_reached", step=name, after=after)
            break
    if "away_goals" in names and legs == 1:
        problem(mend, "away_goals_one_leg")


def _name(step: LadderStep) -> str:
    match step:
        case str():
            return step
        case Replay():
            return "replay"
        case BetterIn():
            return "better_in"

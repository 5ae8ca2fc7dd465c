"""From the name of a stage, where nothing but one can stand, to the stage."""

from __future__ import annotations

from contextlib import suppress

from liguilla.formats.rankings import StageRef
from liguilla.formats.reading.draft import PREVIOUS, Draft, Lost
from liguilla.formats.reading.outline import Outline
from liguilla.formats.reading.spots import Spot
from liguilla.formats.stages import Table
from liguilla.words import Listing

__all__ = ["outline_of", "ranked_stage", "stage_named"]


def stage_named(
    draft: Draft, text: str, spot: Spot, key: str, kinds: tuple[str, ...] = ("league", "table")
) -> StageRef:
    """Read the name of a stage, perhaps of a tournament inside; report it if there is none of these kinds."""
    names = tuple(text.strip().split("."))
    inside, path = draft.enter(names)
    ref = StageRef(path[-1], names[: len(names) - len(path)])
    if inside is None:
        return ref
    if len(path) > 1 or path[0] not in inside.written:
        if not draft.is_lost(path[0]):
            near = (text, (*inside.written, *inside.tournaments))
            draft.report.problem(spot, "no_stage", key=key, text=text, near=near)
        return ref
    kind = inside.written[path[0]].kind
    if kind not in kinds:
        draft.report.problem(spot, "wrong_stage", key=key, text=text, kind=kind, kinds=Listing(kinds, "or"))
    elif inside is draft and PREVIOUS not in ref.path:
        with suppress(Lost):
            draft.need(("stage", path[0]), spot)
    return ref


def outline_of(draft: Draft, ref: StageRef) -> Outline | None:
    """Return what is known of a stage; None if it couldn't be found."""
    inside, path = draft.enter((*ref.path, ref.stage))
    return inside.outlines.get(path[-1]) if inside else None


def ranked_stage(draft: Draft, ref: StageRef) -> Table | None:
    """Return a league or table that has been built."""
    inside, path = draft.enter((*ref.path, ref.stage))
    stage = inside.stages.get(path[-1]) if inside else None
    return stage if isinstance(stage, Table) else None

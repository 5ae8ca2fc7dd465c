"""The real seasons of `competitions/`, played: what a newcomer opens, and what is here where no other data are."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from liguilla.engine import State, play
from liguilla.facts import Facts
from liguilla.formats import read_format
from liguilla.notation import FormatFiles, read_folder

COMPETITIONS: Final = Path(__file__).parents[1] / "competitions"

SEASONS: Final = {
    "/".join(frame.parent.relative_to(COMPETITIONS).parts[1:]): frame.parent
    for frame in sorted(COMPETITIONS.rglob("competition.yaml"))
    if not (frame.parents[1] / "competition.yaml").exists()
}
"""Competition and season, such as ``world-cup/1954`` → the folder; a tournament inside a season is not one of them."""


@cache
def facts(season: str) -> Facts:
    """Return the facts of a season."""
    return read_folder(SEASONS[season]).facts


@cache
def played(season: str) -> State:
    """Return what follows from the facts of a season."""
    name = facts(season).competition.format
    assert name is not None
    return play(read_format(name, FormatFiles(SEASONS[season])), facts(season))

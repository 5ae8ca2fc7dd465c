"""What a new folder needs, read off its format: which stages hold matches, and which matches are certain already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from liguilla.engine import rounds_for
from liguilla.facts import Team
from liguilla.formats import Entered, Format, Knockout, League
from liguilla.notation import Fixture, Outline

__all__ = ["outline_of"]

MANY: Final = 16
"""The teams whose rounds are listed where the format leaves it to their number, and that isn't known."""


def outline_of(format_: Format, teams: Sequence[Team] = ()) -> Outline:
    """Return the outline of a competition that has a format and, as far as they are known, teams."""
    return Outline(
        format=format_.id,
        know=tuple(format_.entry.know),
        stages=dict(_stages(format_, teams)),
        fixtures=tuple(_fixtures(format_, teams)),
        tournaments={name: outline_of(inner, teams) for name, inner in format_.tournaments.items()},
    )


def _stages(format_: Format, teams: Sequence[Team]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for stage in format_.stages.values():
        if isinstance(stage, League):
            yield stage.id, ()
        elif isinstance(stage, Knockout):
            everybody = stage.groups is None and stage.entrants is not None and stage.entrants.terms == (Entered(),)
            entered = len(teams) or format_.entry.number if everybody else None
            yield stage.id, tuple(round_.id for round_ in rounds_for(stage, entered or MANY))


def _fixtures(format_: Format, teams: Sequence[Team]) -> Iterator[Fixture]:
    """Give the matches of leagues where all are at home to all others; who is at home in other leagues is no rule."""
    for stage in format_.stages.values():
        if isinstance(stage, League) and stage.meetings and stage.meetings % 2 == 0 and not _is_of_some(stage):
            for home, away in permutations(teams, 2):
                for _ in range(stage.meetings // 2):
                    yield Fixture(stage.id, None, home.name, away.name)


def _is_of_some(stage: League) -> bool:
    """Return whether who meets whom depends on more than who entered."""
    return stage.entrants is not None or stage.groups is not None or stage.when is not None

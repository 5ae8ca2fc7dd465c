"""Places by decision: teams that withdrew or were excluded, and the others, who move up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liguilla.engine.derivation import Derivation
from liguilla.facts import Exclusion, Withdrawal

__all__ = ["Lineup", "lineup"]


@dataclass(frozen=True, slots=True)
class Lineup:
    """The teams of a table by how they get their places.

    Attributes
    ----------
    ranked
        Those whom the criteria put in order.
    last
        Those that come after all of these; the criteria put them in order among themselves.
    fixed
        Those that were put at a position, and where.
    decisions
        What was decided about the last and the fixed ones.
    """

    ranked: tuple[str, ...]
    last: tuple[str, ...]
    fixed: Mapping[str, int]
    decisions: Mapping[str, Exclusion | Withdrawal]

    @property
    def free(self) -> tuple[int, ...]:
        """The positions that nobody was put at; the last of them are those of the last teams."""
        number = len(self.ranked) + len(self.last) + len(self.fixed)
        taken = set(self.fixed.values())
        return tuple(position for position in range(1, number + 1) if position not in taken)


def lineup(d: Derivation, stage_id: str, teams: tuple[str, ...]) -> Lineup:
    """Return how the teams of a table get their places."""
    left: tuple[Withdrawal, ...] = d.entry("decisions", Withdrawal, stage_id)
    excluded: tuple[Exclusion, ...] = d.entry("decisions", Exclusion, stage_id)
    if not left and not excluded:
        return Lineup(teams, (), {}, {})
    decisions: dict[str, Exclusion | Withdrawal] = {}
    # Of several decisions the latest holds; where a team that withdrew stands may still be decided otherwise.
    of_stage: list[Exclusion | Withdrawal] = [*left, *excluded]
    for decision in of_stage:
        if decision.team in teams:
            decisions[decision.team] = decision
    fixed: dict[str, int] = {}
    for team, decision in decisions.items():
        if isinstance(decision, Exclusion) and decision.position is not None:
            free = [position for position in range(1, len(teams) + 1) if position not in fixed.values()]
            fixed[team] = next((position for position in free if position >= decision.position), free[-1])
    return Lineup(
        ranked=tuple(team for team in teams if team not in decisions),
        last=tuple(team for team in teams if team in decisions and team not in fixed),
        fixed=fixed,
        decisions=decisions,
    )

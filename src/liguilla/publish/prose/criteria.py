"""Criteria in words: what is compared, and which way is better where that goes without saying for nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from liguilla.formats import Criterion
from liguilla.publish.prose.naming import Names, fact_name
from liguilla.words import Listing, Phrase, phrase

__all__ = ["compared", "in_order", "measure", "measures"]

BY_SPORT: Final = frozenset({"points", "goals_for", "goals_against", "goal_difference", "goal_ratio"})
"""What is called otherwise where scores are points."""

FEWER_IS_BETTER: Final = frozenset({"goals_against", "losses", "rounding"})


def measure(criterion: Criterion, names: Names) -> Phrase:
    """Return what puts teams in order: ``goals scored away``, ``goals conceded (the fewer, the better)``."""
    said = compared(criterion, names)
    if criterion.statistic == "given":
        return phrase("prose.higher_is_better" if criterion.high else "prose.lower_is_better", of=said)
    return phrase("prose.fewer_is_better", of=said) if criterion.statistic in FEWER_IS_BETTER else said


def compared(criterion: Criterion, names: Names) -> Phrase:
    """Return what a criterion compares: ``goals scored away``, ``goals conceded``."""
    said = _statistic(criterion, names)
    if criterion.venue is not None:
        said = phrase(f"prose.measure_{criterion.venue}", of=said)
    if criterion.in_common:
        said = phrase("prose.measure_in_common", of=said)
    if criterion.same_fact is not None:
        said = phrase("prose.measure_same_fact", of=said, fact=fact_name(criterion.same_fact))
    if criterion.stages:
        said = phrase("prose.measure_in_stages", of=said, stages=names.stages(criterion.stages))
    if criterion.opponents is not None:
        said = phrase(f"prose.measure_{criterion.opponents}_opponents", of=said)
    if criterion.without_lowest:
        said = phrase("prose.measure_without_lowest", of=said)
    if criterion.by_result:
        said = phrase("prose.measure_by_result", of=said)
    return said


def _statistic(criterion: Criterion, names: Names) -> Phrase:
    if criterion.statistic == "given":
        return phrase("prose.measure_given", fact=fact_name(criterion.fact or ""))
    suffix = f"_{names.unit}" if criterion.statistic in BY_SPORT else ""
    return phrase(f"prose.measure_{criterion.statistic}{suffix}")


def measures(criteria: Sequence[Criterion], names: Names) -> Listing:
    """Return what several criteria compare, of which none comes before another."""
    return Listing(tuple(compared(each, names) for each in criteria))


def in_order(criteria: Sequence[Criterion], names: Names) -> Phrase:
    """Return several criteria, one after the other."""
    first, *rest = criteria
    said = measure(first, names)
    for each in rest:
        said = phrase("prose.and_then", one=said, other=measure(each, names))
    return said

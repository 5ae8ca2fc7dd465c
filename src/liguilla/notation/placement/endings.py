"""How a match ended where a file says less than the rules ask, or more: a toss of a coin, an empty extra time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liguilla.facts import Lots, Match
from liguilla.formats import EXTRA_TIME, Format, Knockout, Series

__all__ = ["as_the_rules_have_it", "is_empty_mark", "tossed_lots"]


def as_the_rules_have_it(format_: Format, match: Match) -> Match:
    """Return a match with the extra time that the rules put before its shoot-out, and without one that they don't know.

    Records that say no more than who won the kicks give the final score and don't say whether there was extra time. The
    score of the ninety minutes is then unknown; since it was level too, nothing that is derived depends on it. And some
    files mark every shoot-out as after extra time: one without goals, or that repeats the kicks, is only such a mark.
    """
    ladder = _steps(format_, match)
    if is_empty_mark(format_, match):
        return replace(match, extra_time=None)
    if not _told_by_winner(match):
        return match
    before_kicks = ladder[: ladder.index("shoot_out")] if "shoot_out" in ladder else ladder
    if match.extra_time is None and EXTRA_TIME & set(before_kicks):
        match = replace(match, extra_time=match.score, assumed=match.assumed | {"extra_time"})
    return replace(match, kicks_won_by=None) if _is_tossed(ladder) else match


def is_empty_mark(format_: Format, match: Match) -> bool:
    """Return whether a file marks an extra time that the rules don't have, and that can't have been played."""
    ladder = _steps(format_, match)
    if match.extra_time is None or not match.has_kicks or "shoot_out" not in ladder or EXTRA_TIME & set(ladder):
        return False
    return match.extra_time in (match.score, match.kicks)


def tossed_lots(format_: Format, match: Match) -> Iterator[Lots]:
    """Give the lots that decided a match whose rules know no shoot-out, but lots: a coin was tossed."""
    ladder = _steps(format_, match)
    if match.kicks_won_by is not None and _told_by_winner(match) and _is_tossed(ladder):
        loser = match.away if match.kicks_won_by == match.home else match.home
        yield Lots(stage=match.stage, round=match.round, teams=(match.kicks_won_by, loser), date=match.date)


def _told_by_winner(match: Match) -> bool:
    return match.kicks_won_by is not None and match.kicks is None


def _is_tossed(ladder: tuple[object, ...]) -> bool:
    return "shoot_out" not in ladder and "lots" in ladder


def _steps(format_: Format, match: Match) -> tuple[object, ...]:
    stage = format_.stages[match.stage]
    if not isinstance(stage, Knockout):
        return ()
    return _series(stage, match.round).ladder.steps


def _series(stage: Knockout, round_: str | None) -> Series:
    if not isinstance(stage.rounds, tuple):
        return stage.rounds.series
    return next(each.series for each in stage.rounds if each.id == round_)

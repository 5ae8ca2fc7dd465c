"""How a match of a tool's record ended: such records say who won, and not always by what score.

A score counts where it says the same. Where it doesn't, or there is none, the match was decided off the pitch for all
that rules can tell: it is awarded to the winner, and the score that was written is kept as a note.
"""

from __future__ import annotations

from typing import Any, Final

from liguilla.facts import Score, Status

__all__ = ["Ending", "ended", "lost_by_both", "whole_score"]

LARGEST: Final = 9999

Ending = dict[str, Any]
"""What a `RecordedMatch` says of how it ended."""


def ended(teams: tuple[str, str], winner: int | None, score: Score | None, *, played: bool = True) -> Ending:
    """Return how a match ended that has a winner, or was drawn.

    Parameters
    ----------
    teams
        The two sides.
    winner
        0 for the first of them, 1 for the second, None for nobody.
    score
        In the order of the sides; None if there is none.
    played
        Whether it was played to its end: no walkover, no retirement.
    """
    leads = None if score is None or score.home == score.away else int(score.away > score.home)
    if winner is None or (played and leads == winner):
        return {"status": Status.PLAYED if score is not None else Status.SCHEDULED, "score": score}
    return {"awarded": True, "awarded_to": teams[winner], "note": str(score) if score is not None else None}


def lost_by_both() -> Ending:
    """Return the end of a match to which neither side came."""
    return {"awarded": True, "lost_by_both": True}


def whole_score(home: object, away: object) -> Score | None:
    """Return two whole numbers as a score; None if they aren't both such, or absurd."""
    found = [
        int(value)
        for value in (home, away)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LARGEST and value % 1 == 0
    ]
    return Score(*found) if len(found) == 2 else None

"""The score of a match in figures: home first, what came after normal time named."""

from __future__ import annotations

from liguilla.facts import Match, Score, Status
from liguilla.words import phrase, say

__all__ = ["final_score", "score_notes", "score_text"]


def final_score(match: Match) -> Score | None:
    """Return the score after extra time where there was any, without kicks; None while there is none."""
    return match.extra_time or match.score


def score_text(score: Score, sport: str) -> str:
    """Return a score as the people of a sport write it.

    Examples
    --------
    >>> score_text(Score(0, 0), "chess"), score_text(Score(0, 0), "football")
    ('½-½', '0-0')
    """
    return "½-½" if sport == "chess" and score.home == score.away else str(score)


def score_notes(match: Match, language: str) -> tuple[str, ...]:
    """Return what has to be said beside the score: extra time, the shoot-out, that the match was not finished.

    Examples
    --------
    >>> match = Match("PF-2", "promotion", "Neza", "La Piedad", extra_time=Score(0, 1), kicks=Score(3, 5))
    >>> score_notes(match, "en")
    ('aet', '3-5 pens')
    """
    notes = []
    if match.extra_time is not None:
        notes.append(phrase("publish.aet"))
    if match.kicks is not None:
        notes.append(phrase("publish.pens", score=str(match.kicks)))
    elif match.kicks_won_by is not None:
        notes.append(phrase("publish.pens_won_by", team=match.kicks_won_by))
    if match.status not in (Status.PLAYED, Status.SCHEDULED):
        notes.append(phrase(f"publish.{match.status}"))
    return tuple(say(note, language) for note in notes)

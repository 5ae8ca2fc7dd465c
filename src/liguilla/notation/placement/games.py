"""Matches made of games: by some rules each game is a match of the tie, by others the games won are the score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liguilla.facts import Match, Status
from liguilla.formats import BestOf, Format, Knockout
from liguilla.notation.results.records import RecordedMatch

__all__ = ["with_games"]


def with_games(format_: Format, match: Match, recorded: RecordedMatch) -> Iterator[Match]:
    """Give the matches of a tie that a recorded match is, by the rules of its round.

    Where the rules ask for the best of several matches, its games are these. Elsewhere it is one match, and the scores
    of its games are a note.
    """
    if not recorded.games:
        yield match
    elif _is_series(format_, match) and not (recorded.awarded or recorded.annulled):
        for number, score in enumerate(recorded.games, 1):
            yield replace(match, id=f"{match.id}-{number}", status=Status.PLAYED, score=score)
    elif match.note is None:
        yield replace(match, note=", ".join(map(str, recorded.games)))
    else:
        yield match


def _is_series(format_: Format, match: Match) -> bool:
    stage = format_.stages[match.stage]
    if not isinstance(stage, Knockout):
        return False
    if not isinstance(stage.rounds, tuple):
        return isinstance(stage.rounds.series.legs, BestOf)
    return any(isinstance(each.series.legs, BestOf) for each in stage.rounds if each.id == match.round)

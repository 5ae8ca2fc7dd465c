"""Scores that can't be: each kind of a match's score against the others, its status and its awards."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.errors import Problem
from liguilla.facts.consistency.saying import error, in_match
from liguilla.facts.decisions import Award
from liguilla.facts.facts import Facts
from liguilla.facts.matches import Match, Score, Status
from liguilla.words import Listing, phrase

__all__ = ["score_problems"]

UNPLAYED = (Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED)


def score_problems(facts: Facts) -> Iterator[Problem]:
    """Yield what is impossible in the scores of matches."""
    awards = [decision for decision in facts.decisions if isinstance(decision, Award)]
    awarded = {award.match for award in awards}
    for match in facts.matches:
        yield from _against_status(match, match.id in awarded)
        yield from _against_each_other(match)
        yield from _shoot_out(match)
    matches = {match.id: match for match in facts.matches}
    for award in awards:
        if award.match in matches:
            yield from _award(award, matches[award.match])


def _award(award: Award, match: Match) -> Iterator[Problem]:
    teams, score, winner = Listing(match.teams), award.score, award.winner
    if award.lost_by and set(award.lost_by) != set(match.teams):
        message = phrase("facts.award_lost_by_another", match=match.id, lost_by=Listing(award.lost_by), teams=teams)
        yield error(award, message)
    if winner is None:
        return
    if winner not in match.teams:
        yield error(award, phrase("facts.award_to_another", team=winner, match=match.id, teams=teams))
    elif score is not None and score[match.teams.index(winner)] < max(score):
        yield error(award, phrase("facts.award_against_its_score", score=str(score), team=winner))


def _against_status(match: Match, awarded: bool) -> Iterator[Problem]:
    scores = (match.score, match.half_time, match.extra_time, match.kicks)
    if match.status in UNPLAYED and any(score is not None for score in scores):
        yield error(match, phrase("facts.score_of_unplayed", status=match.status.value), in_match(match))
    elif match.status is Status.PLAYED and match.score is None and match.extra_time is None and not awarded:
        yield error(match, phrase("facts.played_without_score"), in_match(match))


def _against_each_other(match: Match) -> Iterator[Problem]:
    score = match.score
    if score is None:
        return
    if match.half_time and _exceeds(match.half_time, score):
        message = phrase("facts.half_time_above_score", half_time=str(match.half_time), score=str(score))
        yield error(match, message, in_match(match))
    if match.extra_time and _exceeds(score, match.extra_time):
        message = phrase("facts.extra_time_below_score", extra_time=str(match.extra_time), score=str(score))
        yield error(match, message, in_match(match))


def _shoot_out(match: Match) -> Iterator[Problem]:
    kicks, winner = match.kicks, match.kicks_won_by
    if kicks is not None and kicks.home == kicks.away:
        yield error(match, phrase("facts.level_kicks", kicks=str(kicks)), in_match(match))
    if winner is None:
        return
    if winner not in match.teams:
        yield error(
            match, phrase("facts.kicks_won_by_another", team=winner, teams=Listing(match.teams)), in_match(match)
        )
    elif kicks is not None and (winner == match.home) is not (kicks.home > kicks.away):
        yield error(match, phrase("facts.kicks_won_by_loser", team=winner, kicks=str(kicks)), in_match(match))


def _exceeds(part: Score, whole: Score) -> bool:
    return part.home > whole.home or part.away > whole.away

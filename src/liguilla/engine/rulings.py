"""Matches as ruled: what a decision makes of a match.

An award gives it a result, which its score alone may not say; an annulment and a withdrawal may take it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any, Final, NamedTuple

from liguilla.facts import Award, Match, Score, Status, Withdrawal, WithdrawalRule

__all__ = [
    "LeagueMatches",
    "RuledMatch",
    "as_awarded",
    "first_meetings",
    "is_settled",
    "known_since",
    "pair_of",
    "rule_of_withdrawal",
    "without_the_withdrawn",
]


@dataclass(frozen=True, slots=True)
class RuledMatch(Match):
    """A match with the result that a decision gave it.

    Attributes
    ----------
    ruling
        The decision.
    winner
        Who has the points of a win, where the decision names a winner whatever the score; None where the score says it.
    lost_by_both
        Whether both have lost; then the score is that of each of them, its own goals first.
    was_played
        Whether there was a match, be it that it was abandoned.
    """

    ruling: Award | Withdrawal | None = None
    winner: str | None = None
    lost_by_both: bool = False
    was_played: bool = True


_OF_A_MATCH: Final = tuple(field.name for field in fields(Match))
_UNPLAYED: Final = (Status.SCHEDULED, Status.POSTPONED)
_NO_LONGER: Final = ("extra_time", "kicks", "kicks_won_by")


class LeagueMatches(NamedTuple):
    """The matches of a league, sorted by whether they count.

    Attributes
    ----------
    counted
        Those that do, played or to be played.
    open
        Those of them that have no result yet.
    dropped
        Those that are as if they had never been scheduled: cancelled, annulled, or of a team that withdrew.
    surplus
        Those beyond the number of meetings that the rules ask for, or of which it can't be told which they are.
    """

    counted: tuple[Match, ...] = ()
    open: tuple[Match, ...] = ()
    dropped: tuple[Match, ...] = ()
    surplus: tuple[Match, ...] = ()


def is_settled(match: Match) -> bool:
    """Return whether a match has a result: it was played to its end, or awarded."""
    return match.status is Status.PLAYED and match.score is not None


def known_since(decision: Award | Withdrawal) -> date:
    """Return the day from which a decision is known; the first of all days where it was always known."""
    return decision.date or date.min


def as_awarded(match: Match, ruling: Award | Withdrawal, award: Award, awarded_score: tuple[int, int]) -> Match:
    """Return a match with the result of an award; as it is, where the award says none.

    Parameters
    ----------
    ruling
        The decision to name: the award itself, or the withdrawal it follows from.
    awarded_score
        That of a match whose award doesn't say more: the winner's goals first.
    """
    given: dict[str, Any] = {name: getattr(match, name) for name in _OF_A_MATCH} | dict.fromkeys(_NO_LONGER)
    given |= {"status": Status.PLAYED, "ruling": ruling, "was_played": match.status not in _UNPLAYED}
    usual = Score(*awarded_score)
    if award.lost_by:
        if match.round is not None:
            # Of two that both lost nobody goes through, and a tie has no such end: it stays open.
            return RuledMatch(**given | {"status": Status.ABANDONED, "score": None})
        return RuledMatch(**given | {"score": award.score or usual.reversed(), "lost_by_both": True})
    winner = award.winner if award.winner in match.teams else None
    score = award.score
    if score is None and winner is not None:
        score = usual if winner == match.home else usual.reversed()
    if score is None:
        return match
    return RuledMatch(**given | {"score": score, "winner": winner})


# -------------------------------------------------------------------------------------------------- withdrawals


def rule_of_withdrawal(
    withdrawal: Withdrawal, by_format: str | Mapping[str, str] | None, played: int, asked: int
) -> WithdrawalRule | None:
    """Return what becomes of the matches of a team that withdrew; None where neither decision nor rules say it.

    Parameters
    ----------
    by_format
        The format's rule: a word, or one word until a part of the matches was played, and another after.
    played, asked
        How many matches the team has played in the stage, and how many the stage asks of it.
    """
    if withdrawal.rule is not None:
        return withdrawal.rule
    if by_format is None or isinstance(by_format, str):
        return None if by_format is None else WithdrawalRule(by_format)
    is_early = played < Fraction(by_format["until"]) * asked
    return WithdrawalRule(by_format["then"] if is_early else by_format["after"])


def without_the_withdrawn(
    matches: Iterable[Match],
    rules: Mapping[Withdrawal, WithdrawalRule | None],
    awarded_score: tuple[int, int],
) -> tuple[list[Match], list[Match]]:
    """Return the matches as they are after teams have withdrawn, and those that are dropped.

    What was decided about a match later than the withdrawal holds. Of two teams that left on one day both lose the
    match that they had still to play, where the rest is awarded.
    """
    counted = list(matches)
    dropped: list[Match] = []
    for _, on_one_day in groupby(sorted(rules, key=known_since), key=known_since):
        left = {withdrawal.team: (withdrawal, rules[withdrawal]) for withdrawal in on_one_day}
        kept: list[Match] = []
        for match in counted:
            of_match = [left[team] for team in match.teams if team in left]
            after = _after(match, of_match, awarded_score) if of_match else match
            (dropped if after is None else kept).append(after or match)
        counted = kept
    return counted, dropped


def _after(
    match: Match, left: list[tuple[Withdrawal, WithdrawalRule | None]], awarded_score: tuple[int, int]
) -> Match | None:
    """Return a match of a team that withdrew as it counts, or None where it is dropped."""
    rules = {rule for _, rule in left}
    withdrawal = left[0][0]
    award = match.ruling if isinstance(match, RuledMatch) else None
    if isinstance(award, Award) and known_since(award) > known_since(withdrawal):
        return match
    if WithdrawalRule.ANNUL in rules:
        return None
    if is_settled(match) or rules == {None}:
        return match
    if WithdrawalRule.KEEP_PLAYED in rules:
        return None
    teams = tuple(team for team in match.teams if team not in {withdrawal.team for withdrawal, _ in left})
    rest = Award(match=match.id, winner=teams[0]) if teams else Award(match=match.id, lost_by=match.teams)
    return as_awarded(match, withdrawal, rest, awarded_score)


# ------------------------------------------------------------------------------------------- more than is asked


def first_meetings(matches: Iterable[Match], meetings: int) -> tuple[list[Match], list[Match]]:
    """Return the matches in which two teams meet as often as they should, and those that are more than that.

    What was played comes before what is still to be, and an abandoned match after all others: it may have been played
    again. Of those played the earliest count; where the days don't tell which these are, none of them does.
    """
    matches = list(matches)
    met = Counter(pair_of(match) for match in matches)
    if not met or max(met.values()) <= meetings:
        return matches, []
    counted: list[Match] = []
    surplus: list[Match] = []
    often: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        if met[pair_of(match)] > meetings:
            often.setdefault(pair_of(match), []).append(match)
        else:
            counted.append(match)
    for found in often.values():
        first, more = _first(found, meetings)
        counted += first
        surplus += more
    return counted, surplus


def pair_of(match: Match) -> tuple[str, str]:
    """Return the two teams of a match, whoever is at home."""
    return (match.home, match.away) if match.home < match.away else (match.away, match.home)


def _first(matches: list[Match], number: int) -> tuple[list[Match], list[Match]]:
    in_order = sorted(matches, key=_place)
    first, more = in_order[:number], in_order[number:]
    last, next_ = _place(first[-1]), _place(more[0])
    if last == next_ and is_settled(first[-1]):
        return [match for match in first if _place(match) != last], [m for m in in_order if _place(m) >= last]
    return first, more


def _place(match: Match) -> tuple[int, date, int]:
    state = 0 if is_settled(match) else 2 if match.status is Status.ABANDONED else 1
    return state, match.date or date.max, match.matchday or 0

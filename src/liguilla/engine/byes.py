"""Rounds of a league: byes, and how many rounds a team has still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from liguilla.engine.derivation import Derivation
from liguilla.engine.rulings import LeagueMatches, is_settled
from liguilla.engine.sheets import ByeRound, result_of
from liguilla.facts import Bye, Match, Withdrawal
from liguilla.formats import League

__all__ = ["byes", "has_rounds", "paired_rounds", "rounds_left", "stops"]


def paired_rounds(stage: League) -> int | None:
    """Return how many rounds a pairing provider pairs; None in a league of another kind."""
    return stage.fixtures.rounds if stage.fixtures is not None and stage.fixtures.by != "list" else None


def has_rounds(stage: League) -> bool:
    """Return whether a league is over after a number of rounds, or for a team after a number of wins or losses."""
    asked = stage.fixtures
    return asked is not None and any(each is not None for each in (asked.rounds, asked.until_wins, asked.until_losses))


def byes(d: Derivation, stage_id: str) -> Mapping[str, tuple[ByeRound, ...]]:
    """Return the rounds in which teams of a league had no opponent."""
    stage = d.format.stages[stage_id]
    assert isinstance(stage, League)
    win = stage.points.worth.get("win", Fraction(0))
    found: dict[str, list[ByeRound]] = {}
    for bye in _begun(d, stage_id):
        points = bye.points if bye.points is not None else stage.points.worth.get("bye", win)
        requested = bye.points is not None and points < win
        found.setdefault(bye.team, []).append(ByeRound(points, bye.matchday, requested))
    return {team: tuple(rounds) for team, rounds in found.items()}


def _begun(d: Derivation, stage_id: str) -> Iterator[Bye]:
    """Give the byes that count by now: one that is known beforehand counts when the others play."""
    found: tuple[Bye, ...] = d.entry("decisions", Bye, stage_id)
    if not found:
        return
    days = [match.matchday for match in d.entry("stage", stage_id) if is_settled(match)]
    latest = max((day for day in days if day is not None), default=0)
    yield from (bye for bye in found if bye.matchday is None or bye.matchday <= latest)


def rounds_left(d: Derivation, stage: League, teams: Iterable[str], matches: LeagueMatches) -> Mapping[str, int]:
    """Return how many rounds each team can have still to come, in a league of so many rounds, wins or losses."""
    assert stage.fixtures is not None
    open_ = {match.id for match in matches.open}
    settled = [match for match in matches.counted if match.id not in open_]
    rests: Mapping[str, tuple[ByeRound, ...]] = d.ask(byes, stage.id)
    gone = {withdrawal.team for withdrawal in d.entry("decisions", Withdrawal, stage.id)}
    left: dict[str, int] = {}
    for team in teams:
        own = [match for match in settled if team in match.teams]
        own_byes = rests.get(team, ())
        listed = sum(team in match.teams for match in matches.open)
        if team in gone or stops(stage, team, own, own_byes):
            left[team] = listed
            continue
        limits = []
        if stage.fixtures.rounds is not None:
            limits.append(stage.fixtures.rounds - len(own) - len(own_byes))
        if stage.fixtures.until_wins is not None and stage.fixtures.until_losses is not None:
            won, lost = _won_and_lost(stage, team, own, own_byes)
            if won + lost == len(own) + len(own_byes):
                limits.append(stage.fixtures.until_wins - won + stage.fixtures.until_losses - lost - 1)
        left[team] = max(min(limits, default=0), listed)
    return left


def stops(stage: League, team: str, matches: Iterable[Match], rests: Iterable[ByeRound]) -> bool:
    """Return whether a team has all the wins, or all the losses, after which it plays no more."""
    assert stage.fixtures is not None
    wins, losses = stage.fixtures.until_wins, stage.fixtures.until_losses
    if wins is None and losses is None:
        return False
    won, lost = _won_and_lost(stage, team, matches, rests)
    return (wins is not None and won >= wins) or (losses is not None and lost >= losses)


def _won_and_lost(stage: League, team: str, matches: Iterable[Match], rests: Iterable[ByeRound]) -> tuple[int, int]:
    """Return how often a team has won and lost; a bye that is worth a win is one."""
    win = stage.points.worth.get("win", Fraction(0))
    won, lost = sum(bye.points >= win for bye in rests), 0
    for match in matches:
        result = result_of(match, stage.each_match)
        if result is not None:
            outcome = result.outcome("home" if match.home == team else "away")
            won, lost = won + (outcome == "win"), lost + (outcome == "loss")
    return won, lost

"""The matches of a league as decisions leave them: which of them count, and which are still to be played."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Literal, NamedTuple

from liguilla.engine.byes import has_rounds, rounds_left
from liguilla.engine.derivation import Derivation
from liguilla.engine.members import members
from liguilla.engine.rulings import (
    LeagueMatches,
    RuledMatch,
    first_meetings,
    is_settled,
    pair_of,
    rule_of_withdrawal,
    without_the_withdrawn,
)
from liguilla.engine.sheets import has_result
from liguilla.facts import Annulment, Award, Closing, Match, Status, Withdrawal, WithdrawalRule
from liguilla.formats import League, Table
from liguilla.words import Phrase

__all__ = ["Ruled", "as_ruled", "league_matches", "ranked_stage", "still_to_play", "withdrawals"]


def ranked_stage(d: Derivation, stage_id: str) -> Table:
    """Return a league or table of the format."""
    stage = d.format.stages[stage_id]
    assert isinstance(stage, Table)
    return stage


def league_matches(d: Derivation, stage_id: str) -> LeagueMatches:
    """Return the matches of a league as decisions leave them, sorted by whether they count."""
    stage = ranked_stage(d, stage_id)
    recorded: tuple[Match, ...] = d.entry("stage", stage_id)
    dropped: tuple[Match, ...] = d.entry("dropped", stage_id)
    counted: tuple[Match, ...] | list[Match] = recorded
    surplus: list[Match] = []
    rules: Mapping[Withdrawal, WithdrawalRule | None] = d.ask(withdrawals, stage_id)
    if rules:
        counted, gone = without_the_withdrawn(counted, rules, d.format.awarded_score)
        dropped = (*dropped, *gone)
    if isinstance(stage, League) and stage.meetings is not None:
        counted, surplus = first_meetings(counted, stage.meetings)
    way = stage.each_match if isinstance(stage, League) else ("score",)
    if way == ("score",):
        open_ = [match for match in counted if match.status is not Status.PLAYED or match.score is None]
    else:
        open_ = [match for match in counted if not has_result(match, way)]
    return LeagueMatches(tuple(counted), tuple(open_), dropped, tuple(surplus))


def withdrawals(d: Derivation, stage_id: str) -> Mapping[Withdrawal, WithdrawalRule | None]:
    """Return the withdrawals from a league, and what becomes of the matches; None where nothing says it."""
    found: tuple[Withdrawal, ...] = d.entry("decisions", Withdrawal, stage_id)
    rules: dict[Withdrawal, WithdrawalRule | None] = {}
    for withdrawal in found:
        matches = [match for match in d.entry("stage", stage_id) if withdrawal.team in match.teams]
        played = sum(map(is_settled, matches))
        asked = max(_asked_of(d, stage_id, withdrawal.team), len(matches))
        rules[withdrawal] = rule_of_withdrawal(withdrawal, d.format.withdrawal, played, asked)
    return rules


def _asked_of(d: Derivation, stage_id: str, team: str) -> int:
    """Return how many matches a league asks of a team, as far as the rules say it."""
    stage = ranked_stage(d, stage_id)
    if not isinstance(stage, League):
        return 0
    if stage.meetings is None:
        return (stage.fixtures.matches if stage.fixtures is not None else None) or 0
    found = d.ask(members, stage_id)
    groups = () if isinstance(found, Phrase) else found
    return next((stage.meetings * (len(teams) - 1) for _, teams in groups if team in teams), 0)


class Ruled(NamedTuple):
    """A match as it counts (None: as if it had never been scheduled), and the decision that made it so."""

    match: Match | None
    by: Award | Annulment | Withdrawal | None = None

    @property
    def kind(self) -> Literal["awarded", "lost_by_both", "annulled"] | None:
        """What the decision made of it; None where there is no decision."""
        if self.by is None or self.match is None:
            return None if self.by is None else "annulled"
        return "lost_by_both" if isinstance(self.match, RuledMatch) and self.match.lost_by_both else "awarded"


def as_ruled(d: Derivation, match: Match) -> Ruled:
    """Return what decisions made of a recorded match of this competition."""
    counted = d.inputs.ruled(match)
    if counted is None:
        return Ruled(None, d.inputs.ruling(match))
    if match.round is None and isinstance(d.format.stages.get(match.stage), League):
        left = [withdrawal for withdrawal in d.ask(withdrawals, match.stage) if withdrawal.team in match.teams]
        if left:
            found: LeagueMatches = d.ask(league_matches, match.stage)
            counted = next((each for each in (*found.counted, *found.surplus) if each.id == match.id), None)
            if counted is None:
                return Ruled(None, left[0])
    return Ruled(counted, counted.ruling if isinstance(counted, RuledMatch) else None)


# ------------------------------------------------------------------------------------------------- what is left


def still_to_play(d: Derivation, stage: League, teams: tuple[str, ...]) -> Mapping[str, int]:
    """Return how many of a league's own matches each of these teams has still to play, listed or not."""
    if d.entry("decisions", Closing, stage.id):
        return dict.fromkeys(teams, 0)
    if has_rounds(stage):
        return rounds_left(d, stage, teams, d.ask(league_matches, stage.id))
    found: LeagueMatches = d.ask(league_matches, stage.id)
    if stage.meetings is not None:
        return _meetings_left(d, stage, stage.meetings, found, teams)
    open_ = Counter(team for match in found.open for team in match.teams)
    number = stage.fixtures.matches if stage.fixtures is not None else None
    if number is None:
        return {team: open_[team] for team in teams}
    listed = Counter(team for match in (*found.counted, *found.dropped) for team in match.teams)
    return {team: max(number - listed[team], 0) + open_[team] for team in teams}


def _meetings_left(
    d: Derivation, stage: League, meetings: int, found: LeagueMatches, teams: tuple[str, ...]
) -> Mapping[str, int]:
    """Count the meetings that are missing, pair by pair. One that is as if it had never been scheduled isn't."""
    listed = Counter(pair_of(match) for match in (*found.counted, *found.dropped))
    open_ = Counter(pair_of(match) for match in found.open)
    rules: Mapping[Withdrawal, WithdrawalRule | None] = d.ask(withdrawals, stage.id)
    gone = {each.team for each, rule in rules.items() if rule in (WithdrawalRule.ANNUL, WithdrawalRule.KEEP_PLAYED)}
    left = dict.fromkeys(teams, 0)
    for one, other in combinations(sorted(teams), 2):
        to_come = max(meetings - listed[one, other], 0) + open_[one, other]
        if to_come and not (gone and (one in gone or other in gone)):
            left[one] += to_come
            left[other] += to_come
    return left

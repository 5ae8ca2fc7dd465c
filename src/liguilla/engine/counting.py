"""What counts in a league or table: whose matches, points from elsewhere, and what is still to be played."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from liguilla.engine.bonus import BonusPoints, bonus_points
from liguilla.engine.byes import byes, paired_rounds
from liguilla.engine.conduct import conduct_in
from liguilla.engine.derivation import Derivation
from liguilla.engine.earlier_seasons import missing_seasons, season_ago, seasons_counted, totals_of_teams
from liguilla.engine.league_matches import league_matches, ranked_stage, still_to_play, withdrawals
from liguilla.engine.members import members, selected, teams_of_group
from liguilla.engine.rulings import LeagueMatches
from liguilla.engine.sheets import ByeRound, Number, Sheet
from liguilla.facts import Closing, Deduction, Match
from liguilla.formats import League, Table
from liguilla.words import Phrase, phrase

__all__ = ["bonus_of_a_match", "everyone", "is_played_out", "left_to_play", "missing", "sheet"]


@dataclass(frozen=True, slots=True)
class _Source:
    """A stage whose matches and deductions count.

    Attributes
    ----------
    name
        As the rules here call it.
    competition, stage
        The competition that it is in, and its id there.
    ago
        In which season: 0 is this one.
    seasons
        In a window over several seasons, how many of them count for each team.
    """

    name: str
    competition: Derivation
    stage: str
    ago: int = 0
    seasons: Mapping[str, int] | None = None

    @property
    def league(self) -> League | None:
        """The stage, if it has matches of its own."""
        stage = self.competition.format.stages[self.stage]
        return stage if isinstance(stage, League) else None

    def matches(self) -> LeagueMatches:
        """Return its matches; a table has none of its own."""
        if self.league is None:
            return LeagueMatches()
        found: LeagueMatches = self.competition.ask(league_matches, self.stage)
        return found

    def counts_for(self, team: str) -> bool:
        """Return whether the season counts for a team."""
        return self.ago == 0 or self.seasons is None or self.ago < self.seasons.get(team, 0)


def missing(d: Derivation, stage: Table) -> Phrase | None:
    """Return what of the matches or points that count isn't at hand: no table is worked out without it."""
    seasons = missing_seasons(d, stage)
    if seasons is not None:
        return seasons
    window = stage.counted
    refs = (*(window.stages if window is not None else ()), *((stage.carry.points,) if stage.carry is not None else ()))
    if any(d.inside(ref.path) is None for ref in refs):
        return phrase("engine.season_before")
    against = _against(d, stage)
    if isinstance(against, Phrase):
        return against
    bonus = (source.competition.ask(bonus_of, source.stage) for source in _sources(d, stage) if _has_bonus(source))
    return next((found for found in bonus if isinstance(found, Phrase)), None)


def _sources(d: Derivation, stage: Table) -> Iterator[_Source]:
    """Give the stages whose matches and deductions count.

    A table has no matches of its own, but points can be taken away in it; who reads it reads what it reads.
    """
    yield _Source(stage.id, d, stage.id)
    window = stage.counted
    if window is None:
        return
    seasons = d.ask(seasons_counted, stage.id) if window.seasons > 1 else None
    for ago in range(window.seasons):
        season = season_ago(d, ago)
        for ref in window.stages if season is not None else ():
            inner = season.inside(ref.path) if season is not None else None
            if inner is None:
                continue
            other = ranked_stage(inner, ref.stage)
            name = ".".join((*("previous",) * ago, str(ref)))
            found = (_Source(name, inner, ref.stage),) if isinstance(other, League) else _sources(inner, other)
            yield from (replace(each, ago=ago, seasons=seasons) for each in found) if seasons is not None else found


def _against(d: Derivation, stage: Table) -> frozenset[str] | Phrase | None:
    """Return the teams against whom matches from elsewhere count, or what they wait for; None where all count."""
    if stage.counted is None or stage.counted.against is None:
        return None
    found = selected(d, stage.counted.against)
    return found if isinstance(found, Phrase) else frozenset(found)


# ------------------------------------------------------------------------------------------------- bonus points


def bonus_of(d: Derivation, stage_id: str) -> BonusPoints | Phrase:
    """Return the bonus points that the matches of a league bring; or what is missing to know them."""
    stage = ranked_stage(d, stage_id)
    assert isinstance(stage, League)
    found = d.ask(members, stage_id)
    if isinstance(found, Phrase):
        return {}
    gone = {withdrawal.team for withdrawal in d.ask(withdrawals, stage_id)}
    teams = tuple(team for _, group in found for team in group if team not in gone)
    return bonus_points(stage.bonus, d.ask(league_matches, stage_id).counted, teams, stage.each_match)


def bonus_of_a_match(d: Derivation, stage: Table) -> tuple[Fraction, Fraction] | None:
    """Return the least and the most bonus points that one more match can bring a team; None where there is no bound.

    Which matches a common number takes in may change with the day that another one is played on.
    """
    least = most = Fraction(0)
    for bonus in (bonus for source in _sources(d, stage) if source.league is not None for bonus in source.league.bonus):
        if bonus.common_number:
            return None
        least, most = least + min(bonus.points, Fraction(0)), most + max(bonus.points, Fraction(0))
    return least, most


def _has_bonus(source: _Source) -> bool:
    return source.league is not None and bool(source.league.bonus)


# --------------------------------------------------------------------------------------------------- the sheets


def sheet(d: Derivation, stage_id: str, label: str | None) -> Sheet:
    """Return the matches that count for a group, and points that come from elsewhere."""
    return _sheet(d, ranked_stage(d, stage_id), teams_of_group(d, stage_id, label))


def everyone(d: Derivation, stage_id: str) -> Sheet:
    """Return the matches that count for all teams of the competition, also those that aren't ranked here."""
    return _sheet(d, ranked_stage(d, stage_id), d.teams())


class _Sum:
    """What is found, source by source."""

    def __init__(self) -> None:
        self.settled: list[Match] = []
        self.open: list[Match] = []
        self.sources: list[tuple[str, tuple[Match, ...], tuple[str, ...]]] = []
        self.only_for: dict[int, frozenset[str]] = {}
        self.deducted: dict[str, Fraction] = {}
        self.bonus: dict[str, Fraction] = {}
        self.conduct: dict[int, Mapping[str, int]] = {}
        self.byes: dict[str, tuple[ByeRound, ...]] = {}


def _sheet(d: Derivation, stage: Table, teams: tuple[str, ...]) -> Sheet:
    inside = frozenset(teams)
    total = _Sum()
    against = _against(d, stage)
    for source in _sources(d, stage):
        listed: LeagueMatches = source.matches()
        found = _counted(source, listed.counted, d, stage, inside, against if isinstance(against, frozenset) else None)
        _add(total, source, found, listed.open, stage, inside)
    adjustments = {team: _number(points) for team, points in total.deducted.items() if team in inside}
    rounding = _carry(d, stage, teams, adjustments)
    return Sheet(
        teams=teams,
        matches=tuple(total.settled),
        open=tuple(total.open),
        worth={result: _number(points) for result, points in stage.points.worth.items()},
        each_match=stage.each_match if isinstance(stage, League) else ("score",),
        adjustments=adjustments,
        rounding=rounding,
        sources=tuple(total.sources),
        bonus={team: _number(points) for team, points in total.bonus.items() if team in inside},
        totals=totals_of_teams(d, stage),
        only_for=total.only_for,
        conduct=total.conduct,
        byes=total.byes,
        paired_rounds=paired_rounds(stage) if isinstance(stage, League) else None,
    )


def _counted(
    source: _Source,
    listed: tuple[Match, ...],
    d: Derivation,
    stage: Table,
    inside: frozenset[str],
    against: frozenset[str] | None,
) -> tuple[Match, ...]:
    """Return the matches of a source that count for these teams."""
    league = source.league
    if league is None:
        return ()
    is_own = source.competition is d and source.stage == stage.id
    if is_own:
        # Everybody meets everybody of the group: a match against anyone else is none of this stage.
        counts = all if league.meetings is not None else any
    else:
        counts = all if stage.counted is not None and stage.counted.among == "entrants" else any
    found = [match for match in listed if counts((match.home in inside, match.away in inside))]
    if not is_own and against is not None:
        found = [
            m for m in found if (m.home in inside and m.away in against) or (m.away in inside and m.home in against)
        ]
    if source.ago:
        found = [match for match in found if any(map(source.counts_for, match.teams))]
    return tuple(found)


def _add(
    total: _Sum,
    source: _Source,
    found: tuple[Match, ...],
    open_: tuple[Match, ...],
    stage: Table,
    inside: frozenset[str],
) -> None:
    competition, league = source.competition, source.league
    if league is not None:
        without_result = set(map(id, open_))
        settled = [match for match in found if id(match) not in without_result] if open_ else found
        total.settled += settled
        if open_ and not competition.entry("decisions", Closing, source.stage):
            total.open += (match for match in found if id(match) in without_result)
        total.sources.append((source.name, found, league.each_match))
        if source.ago:
            for match in found:
                teams = frozenset(filter(source.counts_for, match.teams))
                if len(teams) < len(match.teams):
                    total.only_for[id(match)] = teams
        if league.bonus:
            _add_bonus(total, source, settled)
        if stage.conduct:
            complete = competition.entry("cards_complete") is True
            cards = competition.entry("cards") or {}
            total.conduct.update(conduct_in(settled, cards, stage.conduct, complete=complete))
        for team, rounds in competition.ask(byes, source.stage).items():
            if source.counts_for(team):
                total.byes[team] = (*total.byes.get(team, ()), *rounds)
    for deduction in competition.entry("decisions", Deduction, source.stage):
        if deduction.team in inside and source.counts_for(deduction.team):
            total.deducted[deduction.team] = total.deducted.get(deduction.team, Fraction(0)) + deduction.points


def _add_bonus(total: _Sum, source: _Source, settled: Iterable[Match]) -> None:
    """Add the bonus points of matches that count: they go along with the match, as its result does."""
    found = source.competition.ask(bonus_of, source.stage)
    for match in settled if not isinstance(found, Phrase) else ():
        for team, points in found.get(match.id, {}).items():
            if source.counts_for(team):
                total.bonus[team] = total.bonus.get(team, Fraction(0)) + points


def _carry(d: Derivation, stage: Table, teams: tuple[str, ...], adjustments: dict[str, Number]) -> Mapping[str, Number]:
    """Add the points brought along from another stage, and return what rounding gave."""
    if stage.carry is None:
        return {}
    inner = d.inside(stage.carry.points.path)
    if inner is None:
        return {}
    brought = {row.team: row.points for each in inner.ranked(stage.carry.points.stage).standings for row in each.rows}
    rounding: dict[str, Number] = {}
    for team in teams:
        exact = Fraction(brought.get(team, 0)) * stage.carry.times
        taken = Fraction({"up": math.ceil, "down": math.floor}.get(stage.carry.round or "", Fraction)(exact))
        rounding[team] = _number(taken - exact)
        adjustments[team] = adjustments.get(team, 0) + _number(taken)
    return rounding


def _number(number: Fraction) -> Number:
    """Return a whole number as such: it is quicker to count with, and worth the same."""
    return number.numerator if number.denominator == 1 else number


# ------------------------------------------------------------------------------------------------- what is left


def left_to_play(d: Derivation, stage_id: str, label: str | None) -> Mapping[str, int]:
    """Return how many matches that count each team of a group has still to play, listed or not."""
    stage = ranked_stage(d, stage_id)
    teams = teams_of_group(d, stage_id, label)
    left = dict.fromkeys(teams, 0)
    for source in _sources(d, stage):
        league = source.league
        if league is None:
            continue
        if source.competition is d and source.stage == stage_id:
            own = still_to_play(d, league, teams)
        else:
            of = source.competition.ask(members, source.stage)
            labels = [] if isinstance(of, Phrase) else [other for other, _ in of]
            own = {
                team: number
                for other in labels
                for team, number in source.competition.ask(left_to_play, source.stage, other).items()
            }
        for team, number in own.items():
            if team in left and source.counts_for(team):
                left[team] += number
    return left


def is_played_out(d: Derivation, stage: Table) -> bool:
    """Return whether all matches of the stages that count are settled, also those of teams that aren't ranked here."""
    if d.ask(everyone, stage.id).open:
        return False
    for source in _sources(d, stage):
        found = source.competition.ask(members, source.stage) if source.league is not None else ()
        if isinstance(found, Phrase) or any(
            any(source.competition.ask(left_to_play, source.stage, label).values()) for label, _ in found
        ):
            return False
    return True

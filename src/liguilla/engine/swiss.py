"""Rounds that a pairing provider pairs: what it proposes for the next, and whether it agrees with those before.

The seam: a league says ``fixtures: {by: NAME, rounds: n}``; `liguilla.swiss.PROVIDERS` has the provider of that name,
which knows numbers, scores and colours and nothing of teams, matches or formats. Here facts become these, and its pairs
teams again. What was paired is a fact: a provider is asked, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from liguilla.engine.byes import byes, paired_rounds, stops
from liguilla.engine.criteria import number
from liguilla.engine.derivation import Derivation
from liguilla.engine.members import members
from liguilla.engine.naming import fact_of, named
from liguilla.engine.places import Decided
from liguilla.engine.results import RankedResult
from liguilla.engine.rulings import RuledMatch, is_settled
from liguilla.engine.sheets import ByeRound, result_of
from liguilla.engine.state import State
from liguilla.errors import Problem, Severity
from liguilla.facts import Bye, Match, Withdrawal
from liguilla.formats import League, SeededByFact
from liguilla.swiss import PROVIDERS, Colour, Player, Proposal, RoundOfPlayer, SoFar
from liguilla.words import Listing, Phrase, phrase

__all__ = ["ProposedRound", "proposed_rounds", "unlike_proposed"]


@dataclass(frozen=True, slots=True)
class ProposedRound:
    """The next round of a league, or of a group of it, as the provider would pair it.

    Attributes
    ----------
    pairs
        Home first, in the order of boards.
    bye
        Who has no opponent.
    by_lot
        Whether who is at home hangs on a draw that isn't known.
    waits
        What has to be known before there are pairs; then there are none.
    """

    stage: League
    matchday: int
    group: str | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    bye: str | None = None
    by_lot: bool = False
    waits: Phrase | None = None


def proposed_rounds(state: State, stage_id: str) -> tuple[ProposedRound, ...]:
    """Return the next round of a league that a provider pairs, for each of its groups; none where all are paired."""
    found = []
    for group in _groups(state, stage_id):
        matchday = max(group.days, default=0) + 1
        if matchday > (paired_rounds(group.stage) or 0):
            continue
        proposal = group.proposal(matchday)
        if isinstance(proposal, Phrase):
            found.append(ProposedRound(group.stage, matchday, group.label, waits=proposal))
            continue
        if not proposal.pairs:
            continue  # all have stopped
        name = group.names.__getitem__
        pairs = tuple((name(pair.white), name(pair.black)) for pair in proposal.pairs)
        bye = name(proposal.bye) if proposal.bye is not None else None
        by_lot = any(pair.by_lot for pair in proposal.pairs)
        found.append(ProposedRound(group.stage, matchday, group.label, pairs, bye, by_lot))
    return tuple(found)


def unlike_proposed(state: State) -> tuple[Problem, ...]:
    """Return a warning for each round that the provider would have paired in another way, tournaments included.

    What was paired counts. A round isn't compared where the rounds before it aren't known whole.
    """
    found = [problem for inner in state.tournaments.values() for problem in unlike_proposed(inner)]
    for stage in state.format.stages.values():
        if isinstance(stage, League) and paired_rounds(stage) is not None:
            for group in _groups(state, stage.id):
                for matchday in sorted(group.days):
                    found += _compared(group, matchday)
    return tuple(found)


def _compared(group: _Group, matchday: int) -> Iterator[Problem]:
    proposal = group.proposal(matchday)
    if isinstance(proposal, Phrase):
        return
    matches = {match.teams: match for match in group.days[matchday]}
    pairs = [(group.names[pair.white], group.names[pair.black]) for pair in proposal.pairs]
    byes = {bye.team: bye for bye in group.byes if bye.matchday == matchday and bye.points is None}
    others: list[str | Phrase] = [f"{home} – {away}" for home, away in pairs if (home, away) not in matches]
    resting = group.names[proposal.bye] if proposal.bye is not None else None
    origin = next((match.origin for teams, match in matches.items() if teams not in pairs), None)
    if resting is not None and resting not in byes:
        origin = origin or next((bye.origin for bye in byes.values()), None)
        others.append(phrase("fit.has_bye", team=resting))
    if others:
        assert group.stage.fixtures is not None
        said = {
            "n": matchday,
            "stage": named(group.stage),
            "by": group.stage.fixtures.by,
            "pairs": Listing(tuple(others)),
        }
        yield Problem(phrase("fit.paired_otherwise", **said), Severity.WARNING, origin)


def _groups(state: State, stage_id: str) -> Iterator[_Group]:
    result = state.stages[stage_id]
    assert isinstance(result, RankedResult)
    stage, d = result.stage, state.derivation
    if not isinstance(stage, League) or paired_rounds(stage) is None or result.void is not None:
        return
    found = d.ask(members, stage_id)
    if not isinstance(found, Phrase):
        for label, teams in found:
            yield _Group.of(d, stage, label, teams)


@dataclass(frozen=True)
class _Group:
    """One field of players: a league, or a group of it."""

    d: Derivation
    stage: League
    label: str | None
    order: tuple[str, ...] | Phrase
    days: Mapping[int, Sequence[Match]]
    byes: tuple[Bye, ...]
    rests: Mapping[str, tuple[ByeRound, ...]]
    gone: frozenset[str]

    @classmethod
    def of(cls, d: Derivation, stage: League, label: str | None, teams: tuple[str, ...]) -> _Group:
        """Return the group of these teams with all that is known of its rounds."""
        days: dict[int, list[Match]] = {}
        for match in d.entry("stage", stage.id):
            if match.matchday is not None and set(match.teams) <= set(teams):
                days.setdefault(match.matchday, []).append(match)
        decided: tuple[Bye, ...] = d.entry("decisions", Bye, stage.id)
        gone = frozenset(withdrawal.team for withdrawal in d.entry("decisions", Withdrawal, stage.id))
        order = _starting_order(d, stage, teams)
        if not isinstance(order, Phrase):
            # Whoever has never been there has no number either (C.04.2, art. 2).
            there = {team for matches in days.values() for match in matches for team in match.teams}
            away = {bye.team for bye in decided if bye.points is not None} | gone
            order = tuple(team for team in order if team in there or team not in away)
        return cls(d, stage, label, order, days, decided, d.ask(byes, stage.id), gone)

    @property
    def names(self) -> Mapping[int, str]:
        """The team of each number."""
        assert not isinstance(self.order, Phrase)
        return dict(enumerate(self.order, 1))

    def proposal(self, matchday: int) -> Proposal | Phrase:
        """Return the pairs of a round by those before it, or what is missing to know them."""
        so_far = self.so_far(matchday)
        if isinstance(so_far, Phrase):
            return so_far
        assert self.stage.fixtures is not None
        found = PROVIDERS[self.stage.fixtures.by].propose(so_far)
        return found if found is not None else phrase("engine.no_pairing", n=matchday, stage=named(self.stage))

    def so_far(self, matchday: int) -> SoFar | Phrase:
        """Return the tournament before a round, or what of it isn't known."""
        if isinstance(self.order, Phrase):
            return self.order
        numbers = {team: number for number, team in enumerate(self.order, 1)}
        players = []
        for team, own in numbers.items():
            rounds = [self._round(team, day, numbers) for day in range(1, matchday)]
            missing = next((each for each in rounds if isinstance(each, Phrase)), None)
            if missing is not None:
                return missing
            known = tuple(each for each in rounds if not isinstance(each, Phrase))
            players.append(Player(own, known, absent=self._is_absent(team, matchday)))
        worth = self.stage.points.worth
        win, loss = worth.get("win", Fraction(1)), worth.get("loss", Fraction(0))
        return SoFar(tuple(players), paired_rounds(self.stage) or 0, win, loss, self._initial_colour(numbers))

    def _round(self, team: str, day: int, numbers: Mapping[str, int]) -> RoundOfPlayer | Phrase:
        for rest in self.rests.get(team, ()):
            if rest.matchday == day:
                return RoundOfPlayer(Fraction(rest.points))
        match = next((match for match in self.days.get(day, ()) if team in match.teams), None)
        if match is None:
            if team in self.gone or self._has_stopped(team, day):
                return RoundOfPlayer(self.stage.points.worth.get("loss", Fraction(0)))
            return phrase("engine.round_of_team", n=day, team=team)
        result = result_of(match, self.stage.each_match) if is_settled(match) else None
        if result is None:
            return phrase("engine.round_results", n=day, stage=named(self.stage))
        is_home = match.home == team
        points = self.stage.points.worth.get(result.outcome("home" if is_home else "away"), Fraction(0))
        if isinstance(match, RuledMatch) and not match.was_played:
            return RoundOfPlayer(points)
        opponent, colour = (match.away, Colour.WHITE) if is_home else (match.home, Colour.BLACK)
        return RoundOfPlayer(points, numbers.get(opponent), colour)

    def _has_stopped(self, team: str, day: int) -> bool:
        """Return whether a team had all its wins or losses before a round."""
        before = [match for each in range(1, day) for match in self.days.get(each, ()) if team in match.teams]
        rests = [rest for rest in self.rests.get(team, ()) if (rest.matchday or day) < day]
        return stops(self.stage, team, before, rests)

    def _is_absent(self, team: str, day: int) -> bool:
        if any(team in match.teams for match in self.days.get(day, ())):
            return False
        asked = any(bye.team == team and bye.matchday == day and bye.points is not None for bye in self.byes)
        return asked or team in self.gone or self._has_stopped(team, day)

    def _initial_colour(self, numbers: Mapping[str, int]) -> Colour | None:
        """Return the colour drawn before the first round, as that was paired."""
        found: dict[int, Colour] = {}
        for match in self.days.get(1, ()):
            found[numbers[match.home]], found[numbers[match.away]] = Colour.WHITE, Colour.BLACK
        first = min(found, default=None)
        if first is None:
            return None
        return found[first] if first % 2 else found[first].other


def _starting_order(d: Derivation, stage: League, teams: tuple[str, ...]) -> tuple[str, ...] | Phrase:
    """Return the teams by their starting numbers; where the seeds leave two level, or there are none, as entered."""
    if stage.seeds is None:
        return teams
    if isinstance(stage.seeds, SeededByFact):
        criterion = stage.seeds.criterion
        assert criterion.fact is not None
        facts = d.entry("facts") or {}
        numbers = {team: number(facts.get(team, {}).get(criterion.fact)) for team in teams}
        unknown = next((team for team, value in numbers.items() if value is None), None)
        if unknown is not None:
            return fact_of(criterion.fact, unknown)
        known = {team: value for team, value in numbers.items() if value is not None}
        return tuple(sorted(teams, key=known.__getitem__, reverse=criterion.high is not False))
    ranked: dict[str, int] = {}
    for ref in stage.seeds.stages:
        inner = d.inside(ref.path)
        for standing in inner.ranked(ref.stage).standings if inner is not None else ():
            ranked |= {place.team: len(ranked) for place in standing.places if isinstance(place, Decided)}
    unseeded = tuple(team for team in teams if team not in ranked)
    return (
        phrase("engine.waits_seeds", teams=Listing(unseeded))
        if unseeded
        else tuple(sorted(teams, key=ranked.__getitem__))
    )

"""What groups without a name have to be called, so that the ties which the rules make of them are those played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from liguilla.engine import Decided, Standing
from liguilla.facts import Match
from liguilla.formats import Format, Knockout, League, NamedGroups, Played, Ranked, Selector, Term

__all__ = ["callings"]

Pair = frozenset[str]


class _Way(NamedTuple):
    """A team that comes to a tie, and those it met in the ties that led there."""

    team: str
    met: frozenset[str] = frozenset()


def callings(
    format_: Format, stage: str, standings: Sequence[Standing], later: Sequence[Match]
) -> Iterator[Mapping[str, str]]:
    """Give every way to call the groups under which no tie contradicts the matches played after them.

    Parameters
    ----------
    stage
        The league whose groups were worked out from the fixtures.
    standings
        Its groups, called for now by the format's labels in any order.
    later
        The matches that are not of this league, in the order of play.

    Returns
    -------
    iterator of dict
        For each label that a group is called by for now, the one that it is to be called by.
    """
    search = _Search(
        stage,
        dict(_ties(format_)),
        tuple(_later_groups(format_)),
        {str(each.label): each for each in standings},
        _winners(later),
    )
    for called in search.ways({}):
        yield {group: label for label, group in called.items()}


def _ties(format_: Format) -> Iterator[tuple[tuple[str, str, str | None], Selector]]:
    """Give the teams of each tie that is listed, or is a whole round; by stage, round and, where it is listed, id."""
    for stage in format_.stages.values():
        if isinstance(stage, Knockout) and isinstance(stage.rounds, tuple):
            for round_ in stage.rounds:
                for tie in round_.ties:
                    yield (stage.id, round_.id, tie.id), tie.teams
                if not round_.ties and round_.teams is not None:
                    yield (stage.id, round_.id, None), round_.teams


def _later_groups(format_: Format) -> Iterator[tuple[Term, ...]]:
    """Give the members of each group of a later league, where they are places, as terms."""
    for stage in format_.stages.values():
        if isinstance(stage, League) and isinstance(stage.groups, NamedGroups) and stage.meetings:
            for members in stage.groups.members.values():
                yield members.terms


def _winners(matches: Sequence[Match]) -> Mapping[Pair, str | None]:
    """Return who won between each two that met; None where the score doesn't say."""
    found: dict[Pair, str | None] = {}
    for match in matches:
        pair = frozenset(match.teams)
        if len(pair) < 2:
            continue
        score = match.kicks or match.extra_time or match.score
        if match.kicks_won_by is not None:
            found[pair] = match.kicks_won_by
        elif score is not None and score.home != score.away:
            found[pair] = match.home if score.home > score.away else match.away
        else:
            found.setdefault(pair, None)
    return found


@dataclass
class _Search:
    """Calls one group after the other, and goes no further where somebody met others than the rules have it.

    Not all need have been played: a team that isn't known to have played on contradicts nothing.
    """

    stage: str
    ties: Mapping[tuple[str, str, str | None], Selector]
    later_groups: tuple[tuple[Term, ...], ...]
    groups: Mapping[str, Standing]
    winners: Mapping[Pair, str | None]
    opponents: Mapping[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        met: dict[str, set[str]] = {}
        for one, other in self.winners:
            met.setdefault(one, set()).add(other)
            met.setdefault(other, set()).add(one)
        self.opponents = {team: frozenset(others) for team, others in met.items()}

    def ways(self, called: dict[str, str]) -> Iterator[dict[str, str]]:
        """Give each way to call the groups that are left; label → group."""
        label = next((label for label in self.groups if label not in called), None)
        if label is None:
            yield dict(called)
            return
        for group in self.groups:
            if group not in called.values():
                called[label] = group
                if self._fits(called):
                    yield from self.ways(called)
                del called[label]

    def _fits(self, called: Mapping[str, str]) -> bool:
        return all(self._tie_fits(teams, called) for teams in self.ties.values()) and all(
            self._group_fits(terms, called) for terms in self.later_groups
        )

    def _tie_fits(self, selector: Selector, called: Mapping[str, str]) -> bool:
        """Return whether a tie was played, or its teams met nobody since the ties that led to it."""
        ways = self._ways_of(selector, called)
        return (
            ways is None
            or frozenset(way.team for way in ways) in self.winners
            or not any(self._met(way.team) - way.met for way in ways)
        )

    def _group_fits(self, terms: Sequence[Term], called: Mapping[str, str]) -> bool:
        """Return whether those who come together in a group met, or nobody outside of it."""
        ways = [self._way(term, called) for term in terms]
        teams = frozenset(way.team for way in ways if way is not None)
        if len(teams) < len(terms):
            return True
        outside = {team for team in teams if self._met(team) - teams}
        return all(frozenset(pair) in self.winners or not outside & set(pair) for pair in combinations(teams, 2))

    def _met(self, team: str) -> frozenset[str]:
        return self.opponents.get(team, frozenset())

    def _ways_of(self, selector: Selector, called: Mapping[str, str]) -> tuple[_Way, _Way] | None:
        ways = [way for term in selector.terms if (way := self._way(term, called)) is not None]
        return (ways[0], ways[1]) if len(ways) == len(selector.terms) == 2 and ways[0].team != ways[1].team else None

    def _way(self, term: Term, called: Mapping[str, str]) -> _Way | None:
        match term:
            case Ranked(stage=self.stage, group=str() as label, range=range_) if label in called and range_:
                places = range_.of(self.groups[called[label]].places)
                if len(places) == 1 and isinstance(places[0], Decided):
                    return _Way(places[0].team)
            case Played(stage=stage, round=round_, tie=tie):
                selector = self.ties.get((stage, round_, tie))
                ways = self._ways_of(selector, called) if selector else None
                winner = self.winners.get(frozenset(way.team for way in ways)) if ways else None
                if ways and winner:
                    one, other = ways if (ways[0].team == winner) is (term.side == "winner") else ways[::-1]
                    return _Way(one.team, one.met | {other.team})
        return None

"""What groups without a name have to be called, so that the ties which the rules make of them are those played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from liguilla.engine import Decided, Standing
from liguilla.facts import Match
from liguilla.formats import Format, Knockout, League, NamedGroups, Played, Ranked, Selector, Term

__all__ = ["callings"]

Pair = frozenset[str]


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
        {**dict(_ties(format_)), **dict(_meetings(format_))},
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


def _meetings(format_: Format) -> Iterator[tuple[tuple[str, str, str | None], Selector]]:
    """Give each two teams that meet in a group of a later league, whose groups are made of places."""
    for stage in format_.stages.values():
        if isinstance(stage, League) and isinstance(stage.groups, NamedGroups) and stage.meetings:
            for label, members in stage.groups.members.items():
                for number, pair in enumerate(combinations(members.terms, 2)):
                    yield (stage.id, label, str(number)), Selector(pair)


def _winners(matches: Sequence[Match]) -> Mapping[Pair, str | None]:
    """Return who won between each two that met; None where the score doesn't say."""
    found: dict[Pair, str | None] = {}
    for match in matches:
        pair = frozenset(match.teams)
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
    """Calls one group after the other, and goes no further where a tie was not played."""

    stage: str
    ties: Mapping[tuple[str, str, str | None], Selector]
    groups: Mapping[str, Standing]
    winners: Mapping[Pair, str | None]
    playing: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.playing = frozenset(team for pair in self.winners for team in pair)

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
        for teams in self.ties.values():
            pair = self._pair(teams, called)
            if pair is not None and pair not in self.winners and pair & self.playing:
                return False
        return True

    def _pair(self, selector: Selector, called: Mapping[str, str]) -> Pair | None:
        teams = [self._team(term, called) for term in selector.terms]
        return None if len(teams) != 2 or None in teams else frozenset(team for team in teams if team)

    def _team(self, term: Term, called: Mapping[str, str]) -> str | None:
        match term:
            case Ranked(stage=self.stage, group=str() as label, range=range_) if label in called and range_:
                places = range_.of(self.groups[called[label]].places)
                if len(places) == 1 and isinstance(places[0], Decided):
                    return places[0].team
            case Played(stage=stage, round=round_, tie=tie):
                selector = self.ties.get((stage, round_, tie))
                pair = self._pair(selector, called) if selector else None
                winner = self.winners.get(pair) if pair else None
                if pair and winner:
                    return winner if term.side == "winner" else next(iter(pair - {winner}))
        return None

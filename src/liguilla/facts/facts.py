"""All that is known of a competition, as one value; and the same as it was known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Final

from liguilla.facts.decisions import Decision
from liguilla.facts.events import Appearance, Card, Goal, Kick, Tally
from liguilla.facts.matches import Match, Status
from liguilla.facts.people import Ground, Membership, Person, Team
from liguilla.facts.records import (
    Competition,
    Dispute,
    PublishedOutcome,
    PublishedScorers,
    PublishedTable,
    SeasonTotal,
    Source,
)

__all__ = ["Facts"]


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one competition. ``tournaments`` holds those of the competitions inside it.

    The order of rows carries no meaning but one: teams stand in the order of entry, which is the order of the
    selector ``teams``, and scorers who are level keep the order of their rows.

    ``seasons_before`` are the facts of earlier seasons, the newest first; these hold none themselves. A season that
    is known by its totals alone is in ``season_totals``.
    """

    competition: Competition = field(default_factory=Competition)
    teams: tuple[Team, ...] = ()
    matches: tuple[Match, ...] = ()
    decisions: tuple[Decision, ...] = ()
    goals: tuple[Goal, ...] = ()
    cards: tuple[Card, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    kicks: tuple[Kick, ...] = ()
    tallies: tuple[Tally, ...] = ()
    season_totals: tuple[SeasonTotal, ...] = ()
    people: tuple[Person, ...] = ()
    squads: tuple[Membership, ...] = ()
    grounds: tuple[Ground, ...] = ()
    sources: tuple[Source, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    published_tables: tuple[PublishedTable, ...] = ()
    published_scorers: tuple[PublishedScorers, ...] = ()
    published_outcomes: tuple[PublishedOutcome, ...] = ()
    tournaments: Mapping[str, Facts] = field(default_factory=dict)
    seasons_before: tuple[Facts, ...] = ()

    def names_of_teams(self) -> Mapping[str, str]:
        """Return the team that each name means; of a team, its own name first."""
        return {name: team.name for team in self.teams for name in (team.name, *team.other_names)}

    def with_matches(self, changed: Iterable[Match]) -> Facts:
        """Return the facts with these matches in place of those of the same id; unknown ids are added at the end."""
        new = {match.id: match for match in changed}
        kept = [new.pop(match.id, match) for match in self.matches]
        return replace(self, matches=(*kept, *new.values()))

    def renamed(self, names: Mapping[str, str]) -> Facts:
        """Return the facts with other names for teams: by each name, the one in its place."""
        if not names:
            return self
        rows: dict[str, Any] = {
            each.name: tuple(_renamed(row, names) for row in getattr(self, each.name))
            for each in fields(self)
            if isinstance(getattr(self, each.name), tuple) and each.name != "seasons_before"
        }
        inner = {name: facts.renamed(names) for name, facts in self.tournaments.items()}
        return replace(self, **rows, tournaments=inner)

    def as_of(self, day: date) -> Facts:
        """Return what was known at the end of a day, by the clock of the competition's zone.

        Matches of later days, and those without a day, are still to be played; decisions, counts and memberships of
        later days do not exist yet. What happened in a match is known with it.
        """
        zone = self.competition.zone

        def played_later(match: Match) -> bool:
            on = match.day_in(zone)
            return on is None or on > day

        later = {match.id for match in self.matches if played_later(match)}
        return replace(
            self,
            matches=tuple(_unplayed(match) if match.id in later else match for match in self.matches),
            decisions=tuple(d for d in self.decisions if d.date is None or d.date <= day),
            goals=tuple(goal for goal in self.goals if goal.match not in later),
            cards=tuple(card for card in self.cards if card.match not in later),
            appearances=tuple(a for a in self.appearances if a.match not in later),
            kicks=tuple(kick for kick in self.kicks if kick.match not in later),
            tallies=tuple(t for t in self.tallies if t.until is None or t.until <= day),
            squads=tuple(m for m in self.squads if m.since is None or m.since <= day),
            published_tables=(),
            published_scorers=(),
            published_outcomes=(),
            tournaments={name: facts.as_of(day) for name, facts in self.tournaments.items()},
            seasons_before=tuple(facts.as_of(day) for facts in self.seasons_before),
        )


_NAME_A_TEAM: Final = ("team", "home", "away", "kicks_won_by", "winner")
_NAME_TEAMS: Final = ("teams", "lost_by")


def _renamed(row: Any, names: Mapping[str, str]) -> Any:
    if isinstance(row, Team):
        return replace(row, name=names.get(row.name, row.name))
    changed: dict[str, Any] = {}
    for name in {each.name for each in fields(row)}.intersection((*_NAME_A_TEAM, *_NAME_TEAMS)):
        value = getattr(row, name)
        changed[name] = (
            tuple(names.get(team, team) for team in value) if name in _NAME_TEAMS else names.get(value, value)
        )
    return replace(row, **changed)


def _unplayed(match: Match) -> Match:
    if match.status is Status.SCHEDULED and match.score is None:
        return match
    return replace(
        match,
        status=Status.SCHEDULED,
        score=None,
        half_time=None,
        extra_time=None,
        kicks=None,
        kicks_won_by=None,
        referee=None,
        attendance=None,
    )

"""Who the teams in a file of results are: one team under several names, and what is known of it in that season."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import Team, plain_name
from liguilla.notation.competitions import KnownCompetition, KnownTeam
from liguilla.notation.results.records import Results
from liguilla.words import phrase

__all__ = ["Entrants", "entrants_of"]


@dataclass(frozen=True, slots=True)
class Entrants:
    """The teams of a file.

    Attributes
    ----------
    teams
        By their names in the file, in the order in which it first names them, with what is known of each.
    names
        For every name written in the file, the name of the team.
    problems
        Names that were taken for one team, said aloud.
    """

    teams: Mapping[str, Team]
    names: Mapping[str, str]
    problems: tuple[Problem, ...]


def entrants_of(results: Results, competition: KnownCompetition | None) -> Entrants:
    """Work out the teams of a file of results.

    Two names are one team only where the table of the competition's teams says so; nothing else is guessed from names
    that look alike.
    """
    known = competition.teams_in(results.season) if competition else ()
    by_name: dict[str, KnownTeam] = {}
    for team in known:
        for name in (team.name, *team.other_names):
            by_name.setdefault(plain_name(name), team)
    names: dict[str, str] = {}
    written: dict[str, str] = {}
    teams: dict[str, Team] = {}
    problems: list[Problem] = []
    for name in results.teams:
        meant = by_name.get(plain_name(name))
        first = written.setdefault(meant.name, name) if meant else name
        names[name] = first
        if first != name:
            message = phrase("placing.one_team", name=name, other=first)
            problems.append(Problem(message, Severity.NOTE, _origin(results, name)))
            continue
        facts = {**results.team_facts.get(name, {}), **(meant.facts if meant else {})}
        others = (meant.name, *meant.other_names) if meant else ()
        teams[name] = Team(name, tuple(dict.fromkeys(other for other in others if other != name)), facts=facts)
    return Entrants(teams, names, (*problems, *_nearly_the_same(results, teams)))


def _nearly_the_same(results: Results, teams: Mapping[str, Team]) -> Iterator[Problem]:
    """Warn of teams whose names differ by accents or case alone: they may well be one."""
    first: dict[str, str] = {}
    for name in teams:
        other = first.setdefault(plain_name(name), name)
        if other != name:
            message = phrase("placing.nearly_the_same", name=name, other=other)
            yield Problem(message, Severity.WARNING, _origin(results, name))


def _origin(results: Results, team: str) -> Origin | None:
    return next((match.origin for match in results.matches if team in match.teams), None)

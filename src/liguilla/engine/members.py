"""Who is in a stage, group by group."""

from __future__ import annotations

from liguilla.engine.derivation import Derivation
from liguilla.engine.naming import fact_of, named
from liguilla.engine.places import Decided, Place, Unresolved, Void, Waiting
from liguilla.engine.selectors import team_set
from liguilla.formats import ByFact, Draw, Each, GroupsOf, Knockout, League, NamedGroups, Selector, Table
from liguilla.words import Phrase, phrase

__all__ = ["Members", "members", "selected", "teams_of_group"]

Members = tuple[tuple[str | None, tuple[str, ...]], ...]
"""The teams of each group, in the order of entry; without groups, of the one with the label None."""


def members(d: Derivation, stage_id: str) -> Members | Phrase:
    """Return the teams of each group, or what is missing to know them."""
    stage = d.format.stages[stage_id]
    assert isinstance(stage, Table | Knockout)
    groups = stage.groups
    if groups is None:
        return _whole(d, stage)
    found: dict[str, tuple[str, ...] | Phrase]
    match groups:
        case NamedGroups(members=selectors):
            found = {label: selected(d, selector) for label, selector in selectors.items()}
        case ByFact(fact=fact, labels=labels):
            return _by_fact(d, stage, fact, labels)
        case GroupsOf(stage=other):
            of = d.format.stages[other]
            if not isinstance(of, Draw):
                return d.ask(members, other)  # type: ignore[no-any-return]
            found = {label: _decided(d, places) for label, places in d.boxes(other).boxes.items()}
        case Each(stage=other, path=path, range=range_):
            inner = d.inside(path)
            if inner is None:
                return phrase("engine.season_before")
            result = inner.ranked(other)
            if not result.standings:
                return result.waits or phrase("engine.completion", stage=named(result.stage))
            found = {
                str(each.label): _decided(d, each.places if range_ is None else range_.of(each.places))
                for each in result.standings
            }
    missing = next((teams for teams in found.values() if isinstance(teams, Phrase)), None)
    return missing or tuple((label, teams) for label, teams in found.items() if not isinstance(teams, Phrase))


def teams_of_group(d: Derivation, stage_id: str, label: str | None) -> tuple[str, ...]:
    """Return the teams of a group; none while they aren't known."""
    found = d.ask(members, stage_id)
    return () if isinstance(found, Phrase) else dict(found)[label]


def selected(d: Derivation, selector: Selector) -> tuple[str, ...] | Phrase:
    """Return the teams that a selector names, in the order of entry; or what they wait for."""
    certain = team_set(d, selector)
    if certain is not None:
        return tuple(team for team in d.teams() if team in certain)
    return _decided(d, d.places(selector))


def _whole(d: Derivation, stage: Table | Knockout) -> Members | Phrase:
    if stage.entrants is not None:
        teams = selected(d, stage.entrants)
        return teams if isinstance(teams, Phrase) else ((None, teams),)
    if isinstance(stage, League) or not isinstance(stage, Table) or stage.counted is None:
        return ((None, d.teams()),)
    # Of a window over several seasons, those of this season: who has left isn't ranked any more.
    counted: dict[str, None] = {}
    for ref in stage.counted.stages:
        inner = d.inside(ref.path)
        found = phrase("engine.season_before") if inner is None else inner.ask(members, ref.stage)
        if isinstance(found, Phrase):
            return found
        counted.update((team, None) for _, teams in found for team in teams)
    return ((None, tuple(counted)),)


def _decided(d: Derivation, found: tuple[Place, ...]) -> tuple[str, ...] | Phrase:
    """Return the teams of these places in the order of entry, or what the first open one waits for."""
    teams = set()
    for place in found:
        match place:
            case Decided(team=team):
                teams.add(team)
            case Unresolved(among=among, why=why):
                if found.count(place) < len(among):
                    return why
                teams |= among
            case Waiting(what=what):
                return what
            case Void():
                pass
    return tuple(team for team in d.teams() if team in teams)


def _by_fact(d: Derivation, stage: Table | Knockout, fact: str, labels: tuple[str, ...]) -> Members | Phrase:
    entrants = d.teams() if stage.entrants is None else selected(d, stage.entrants)
    if isinstance(entrants, Phrase):
        return entrants
    facts = d.entry("facts") or {}
    groups: dict[str | None, list[str]] = {label: [] for label in labels}
    for team in entrants:
        value = facts.get(team, {}).get(fact)
        if value not in groups:
            return fact_of(fact, team)
        groups[value].append(team)
    return tuple((label, tuple(teams)) for label, teams in groups.items())

"""The facts of a competition, put together from the matches that were placed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from liguilla.errors import Problem, Severity
from liguilla.facts import Annulment, Award, Competition, Decision, Facts, Ground, Match, Person, Team
from liguilla.formats import Format
from liguilla.notation.placement.endings import as_the_rules_have_it, is_empty_mark, tossed_lots
from liguilla.notation.placement.entries import Entry, goals_of, ids_of, match_of
from liguilla.notation.placement.games import with_games
from liguilla.notation.placement.grouping import Labels, drawn_balls, grouped_facts
from liguilla.notation.placement.rulings import matches_meant, meaning_no_match
from liguilla.notation.placement.slots import Slot, slots_of
from liguilla.notation.placement.teams import Entrants
from liguilla.notation.placement.unplayed import annulment_of, award_of
from liguilla.words import Listing, phrase

__all__ = ["doubts_of", "facts_of"]


def facts_of(
    format_: Format,
    path: tuple[str, ...],
    entries: Sequence[Entry],
    entrants: Entrants,
    labels: Labels,
    head: Competition,
    decisions: Sequence[Decision],
    tournaments: Mapping[str, Facts],
) -> Facts:
    """Return what is known of a competition once its matches have their places.

    Parameters
    ----------
    entries
        The matches of the file; those placed in this competition become facts.
    labels
        The groups of teams.
    tournaments
        The facts of the tournaments inside it.
    """
    own = _placed_in(path, entries)
    ids = ids_of(own)
    told = _told(format_, own)
    matches = tuple(as_the_rules_have_it(format_, match) for match in told)
    facts = grouped_facts(format_, labels, _joined(format_, path, own))
    return Facts(
        competition=replace(head, format=format_.id),
        teams=tuple(_team(format_, team, facts) for team in _teams(path, own, entrants, tournaments)),
        matches=matches,
        decisions=(
            *matches_meant(decisions, matches, _unplaced(entries)),
            *drawn_balls(format_, labels, decisions),
            *(lots for match in told for lots in tossed_lots(format_, match)),
            *(award for e in own if (award := award_of(e.recorded, ids[e], entrants.names)) is not None),
            *(void for e in own if (void := annulment_of(e.recorded, ids[e])) is not None),
        ),
        goals=tuple(goal for entry in own for goal in goals_of(entry, ids[entry])),
        people=tuple(
            Person(name)
            for name in dict.fromkeys(goal.person for entry in own for goal in entry.recorded.goals)
            if name is not None
        ),
        grounds=tuple(
            Ground(name, city)
            for name, city in {e.recorded.ground: e.recorded.city for e in reversed(own)}.items()
            if name is not None
        ),
        tournaments=tournaments,
    )


def doubts_of(
    format_: Format, path: tuple[str, ...], entries: Sequence[Entry], decisions: Sequence[Decision]
) -> Iterator[Problem]:
    """Give what is odd in the facts of a competition: marks that the rules don't know, decisions about no match."""
    own = _placed_in(path, entries)
    if not any(entry.recorded.extra_time for entry in own) and not any(
        isinstance(decision, Award | Annulment) for decision in decisions
    ):
        return
    told = _told(format_, own)
    for match in told:
        if is_empty_mark(format_, match):
            message = phrase("placing.empty_extra_time", teams=Listing(match.teams))
            yield Problem(message, Severity.NOTE, match.origin)
    yield from meaning_no_match(decisions, told, _unplaced(entries), format_.tournaments)


def _placed_in(path: tuple[str, ...], entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.slot is not None and entry.slot.path == path]


def _unplaced(entries: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.slot is None]


def _told(format_: Format, own: Sequence[Entry]) -> list[Match]:
    """Return the matches as the file tells them."""
    ids = ids_of(own)
    return [each for entry in own for each in with_games(format_, match_of(entry, ids[entry]), entry.recorded)]


def _teams(
    path: tuple[str, ...], own: Sequence[Entry], entrants: Entrants, tournaments: Mapping[str, Facts]
) -> list[Team]:
    """Return the teams that take part: those of a file that names them all, else those with a match here."""
    playing = {team for entry in own for team in entry.teams}
    playing |= {team.name for facts in tournaments.values() for team in facts.teams}
    if not path:
        playing |= set(entrants.teams)
    return [team for name, team in entrants.teams.items() if name in playing]


def _team(format_: Format, team: Team, facts: Mapping[str, Mapping[str, str]]) -> Team:
    declared = format_.entry.know
    known = {**team.facts, **facts.get(team.name, {})}
    return replace(team, facts={fact: value for fact, value in known.items() if fact in declared})


def _joined(format_: Format, path: tuple[str, ...], own: Sequence[Entry]) -> Mapping[str, Mapping[str, str]]:
    """Return the facts that say in which round a team joins: the first one in which it plays."""
    order = {slot: number for number, slot in enumerate(slots_of(format_, path))}
    first: dict[str, Slot] = {}
    for entry in own:
        if entry.slot in order:
            for team in entry.teams:
                if order[entry.slot] < order.get(first.get(team, entry.slot), len(order)) or team not in first:
                    first[team] = entry.slot
    names = {name for slot in order for name in (slot.stage, slot.round) if name}
    found: dict[str, dict[str, str]] = {}
    for known in format_.entry.know.values():
        if known.values and set(known.values) <= names:
            for team, slot in first.items():
                joins = [name for name in (slot.round, slot.stage) if name in known.values]
                if joins:
                    found.setdefault(team, {})[known.fact] = str(joins[0])
    return found

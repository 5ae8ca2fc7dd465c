"""Which group each team is in: as headings and lists of a file say, or as the fixtures themselves show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from liguilla.errors import Problem, Severity
from liguilla.facts import Decision, DrawnBall, Team
from liguilla.formats import (
    ByFact,
    Draw,
    Entered,
    Format,
    GroupsOf,
    Knockout,
    League,
    NamedGroups,
    Selector,
    Stage,
    Table,
)
from liguilla.notation.competitions import heading_words
from liguilla.notation.placement.entries import Entry
from liguilla.notation.placement.slots import group_called, group_labels
from liguilla.notation.placement.teams import Entrants
from liguilla.words import phrase

__all__ = ["Labels", "drawn_balls", "grouped_facts", "labels_by_fixtures", "labels_of_teams"]

Labels = Mapping[str, Mapping[str, str]]
"""Stage → team → the label of its group."""


def labels_by_fixtures(
    format_: Format, path: tuple[str, ...], entries: Sequence[Entry], labels: Labels
) -> tuple[Labels, str | None]:
    """Work out the groups of the first grouped league whose groups nothing names, from who met whom.

    Groups are done at the first moment at which the matches played make as many complete groups as the format asks for:
    everybody has met everybody of the group so many times, and nobody of another. They are called by the format's
    labels in the order of their first matches.

    Parameters
    ----------
    entries
        The matches, in the order of play.

    Returns
    -------
    Labels
        With those of the league added, if they could be worked out.
    str or None
        The id of that league; None if there is none.
    """
    for stage in format_.stages.values():
        if (
            not isinstance(stage, League)
            or stage.id in labels
            or stage.meetings is None
            or not _is_given(format_, stage)
        ):
            continue
        own = [
            entry
            for entry in entries
            if any((slot.path, slot.stage) == (path, stage.id) for slot in entry.meaning.slots)
        ]
        names = group_labels(format_, stage)
        found = _complete_groups(own, len(names), stage.meetings)
        if found:
            given = {team: name for name, teams in zip(names, found, strict=True) for team in teams}
            return {**labels, stage.id: given}, stage.id
    return labels, None


def _complete_groups(entries: Sequence[Entry], number: int, meetings: int) -> list[list[str]]:
    """Return the groups that the matches make, in the order of their first matches; empty if they never do."""
    group_of: dict[str, list[str]] = {}
    groups: list[list[str]] = []
    met: Counter[frozenset[str]] = Counter()
    for entry in entries:
        met[frozenset(entry.teams)] += 1
        one, other = (group_of.setdefault(team, [team]) for team in entry.teams)
        if one is not other:
            for group in (one, other):
                if group in groups:
                    groups.remove(group)
            one += other
            group_of |= dict.fromkeys(other, one)
        if one not in groups:
            groups.append(one)
        if len(groups) == number and all(_all_met(group, met, meetings) for group in groups):
            order = {team: number for number, entry in reversed(list(enumerate(entries))) for team in entry.teams}
            return sorted(groups, key=lambda group: min(order[team] for team in group))
    return []


def _all_met(group: Sequence[str], met: Mapping[frozenset[str], int], meetings: int) -> bool:
    pairs = combinations(group, 2)
    return len(group) > 2 and all(met.get(frozenset(pair), 0) == meetings for pair in pairs)


def labels_of_teams(
    format_: Format,
    path: tuple[str, ...],
    entries: Iterable[Entry],
    listed: Mapping[str, tuple[str, ...]],
    entrants: Entrants,
    decisions: Iterable[Decision],
    problems: list[Problem],
) -> Labels:
    """Return the groups of teams, for each stage whose groups don't follow from results.

    What was decided comes first, then what is known of the teams, then what headings say, then the lists of the file.

    Parameters
    ----------
    listed
        The groups that the file lists.
    problems
        Added to: headings that put a team into another group.
    """
    otherwise: set[tuple[str, str]] = set()
    firsts = {stage.id: stage for stage in format_.stages.values() if _is_given(format_, stage)}
    balls = [each for each in decisions if isinstance(each, DrawnBall)]
    found: dict[str, dict[str, str]] = {}
    for stage in firsts.values():
        known = dict(_known(stage, entrants.teams.values(), balls))
        if known:
            found[stage.id] = known
    for entry in entries:
        if entry.meaning.group is None:
            continue
        for slot in entry.meaning.slots:
            given = firsts.get(slot.stage) if slot.path == path else None
            label = _label(format_, given, entry.meaning.group) if given is not None else None
            if given is not None and label is not None:
                for team in entry.teams:
                    group = found.setdefault(given.id, {}).setdefault(team, label)
                    if group != label and (team, label) not in otherwise:
                        otherwise.add((team, label))
                        message = phrase("placing.group_twice", team=team, group=group, other=label)
                        problems.append(Problem(message, Severity.WARNING, entry.recorded.origin))
                break
    for written, teams in listed.items():
        for stage in firsts.values():
            words = heading_words(written)
            label = _label(format_, stage, group_called(words) or words)
            if label is not None:
                for team in teams:
                    found.setdefault(stage.id, {}).setdefault(entrants.names.get(team, team), label)
                break
    return found


def _known(stage: Stage, teams: Iterable[Team], balls: Iterable[DrawnBall]) -> Iterator[tuple[str, str]]:
    """Give the teams whose group of a stage was drawn, or is known as a fact about them."""
    match stage.groups if isinstance(stage, Table | Knockout) else None:
        case GroupsOf(stage=draw):
            yield from ((ball.team, ball.box) for ball in balls if ball.stage == draw)
        case ByFact(fact=fact, labels=labels):
            yield from ((team.name, team.facts[fact]) for team in teams if team.facts.get(fact) in labels)
        case NamedGroups(members=members):
            for label, selector in members.items():
                fact_is = _fact_of(selector)
                for team in teams:
                    if fact_is and team.facts.get(fact_is[0]) == fact_is[1]:
                        yield team.name, label


def _is_given(format_: Format, stage: Stage) -> bool:
    """Return whether the groups of a stage are given from outside: by a draw, or by a fact about teams."""
    if not isinstance(stage, League | Knockout):
        return False
    match stage.groups:
        case GroupsOf(stage=other):
            return isinstance(format_.stages[other], Draw)
        case ByFact():
            return True
        case NamedGroups(members=members):
            return all(_fact_of(selector) for selector in members.values())
        case _:
            return False


def _fact_of(selector: Selector) -> tuple[str, str] | None:
    """Return the fact and value of ``teams where FACT VALUE``; None for any other selector."""
    match selector.terms:
        case (Entered(where=(only,)),) if not selector.without:
            return only.fact, only.value
    return None


def _label(format_: Format, stage: Stage, written: str) -> str | None:
    """Return the format's label for a group as a file calls it; numbers stand for letters in their order."""
    labels = group_labels(format_, stage)
    for label in labels:
        if heading_words(label) == written:
            return label
    if written.isdecimal() and 1 <= int(written) <= len(labels) and all(len(x) == 1 and x.isalpha() for x in labels):
        return labels[int(written) - 1]
    if len(written) == 1 and "a" <= written <= "z" and all(label.isdecimal() for label in labels):
        number = ord(written) - ord("a")
        return labels[number] if number < len(labels) else None
    return None


def grouped_facts(
    format_: Format, labels: Labels, joined: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Mapping[str, str]]:
    """Return team → fact → value, as groups and first rounds show it."""
    found: dict[str, dict[str, str]] = {team: dict(facts) for team, facts in joined.items()}
    for stage_id, teams in labels.items():
        stage = format_.stages[stage_id]
        groups = stage.groups if isinstance(stage, Table | Knockout) else None
        for team, label in teams.items():
            match groups:
                case ByFact(fact=fact):
                    found.setdefault(team, {})[fact] = label
                case NamedGroups(members=members):
                    known = _fact_of(members[label])
                    if known:
                        found.setdefault(team, {})[known[0]] = known[1]
    return found


def drawn_balls(format_: Format, labels: Labels, decisions: Iterable[Decision]) -> Iterator[DrawnBall]:
    """Give the balls of the draws that groups come from, those aside that decisions tell."""
    told = {(each.stage, each.team) for each in decisions if isinstance(each, DrawnBall)}
    for stage_id, teams in labels.items():
        stage = format_.stages[stage_id]
        groups = stage.groups if isinstance(stage, Table | Knockout) else None
        if isinstance(groups, GroupsOf):
            for team, label in teams.items():
                if (groups.stage, team) not in told:
                    yield DrawnBall(stage=groups.stage, box=label, team=team)

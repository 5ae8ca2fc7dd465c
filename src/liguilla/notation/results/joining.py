"""What several files say of the same season, put together; and where they contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Any, Final

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import Status, plain_name
from liguilla.notation.results.gathering import Listed
from liguilla.notation.results.plausible import implausible
from liguilla.notation.results.records import RecordedMatch, Results, Unread
from liguilla.notation.results.table_words import plain_words
from liguilla.words import phrase

__all__ = ["joined"]

Key = tuple[dt.date | tuple[str, ...], str, str]

SCORES: Final = ("score", "half_time", "extra_time", "kicks", "kicks_won_by", "awarded_to")
"""Two files that don't have the same of these contradict each other; in other things the first counts."""

OTHERS: Final = ("kickoff", "zone", "neutral", "ground", "city", "referee", "attendance", "note")
UNKNOWN: Final = "-"


def joined(found: Iterable[Results], problems: Listed) -> tuple[Results, ...]:
    """Return results with those of one competition and season in one.

    Parameters
    ----------
    found
        In the order in which they were read. What names no competition and only adds to matches, such as who won a
        shoot-out, is joined to the match of the same teams and day.
    problems
        Added to: contradictions between files, additions to matches that aren't there, names that are nearly the same.
    """
    whole: list[_Season] = []
    by_name: dict[tuple[str | None, str | None], list[_Season]] = {}
    additions: list[Results] = []
    for results in found:
        if _only_adds(results):
            additions.append(results)
            continue
        name = None if results.competition is None else plain_name(results.competition)
        same = by_name.setdefault((name, results.season), [])
        season = next((each for each in same if name is not None or each.shares_a_team(results)), None)
        if season is None:
            whole.append(_Season(results))
            same.append(whole[-1])
        else:
            season.take(results, problems)
    left = _with_additions(whole, additions, problems)
    together = (*(season.results() for season in whole), *left)
    for results in together:
        for problem in _alike(results):
            problems.add(problem)
    return together


@dataclass(slots=True)
class _Season:
    """Results of one competition and season out of several files."""

    first: Results
    more: list[Results] = field(default_factory=list)
    matches: list[RecordedMatch] = field(init=False)
    unread: list[Unread] = field(init=False)
    _places: dict[Key, int | None] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.matches, self.unread = list(self.first.matches), list(self.first.unread)

    @property
    def places(self) -> dict[Key, int | None]:
        """Where each match is, by its key; None where several have the same."""
        if self._places is None:
            self._places = {}
            for place, match in enumerate(self.matches):
                key = _key(match)
                self._places[key] = None if key in self._places else place
        return self._places

    def shares_a_team(self, results: Results) -> bool:
        """Return whether a team of these is in others: where neither names its competition, it is the same then."""
        return any(not set(each.teams).isdisjoint(results.teams) for each in (self.first, *self.more))

    def take(self, results: Results, problems: Listed) -> None:
        """Add the results of another file."""
        before = self.places
        self._places = None
        self.more.append(results)
        self.unread += results.unread
        for match in results.matches:
            place = before.get(_key(match))
            one = None if place is None else self.matches[place]
            if place is None or one is None or one.origin.file == match.origin.file:
                self.matches.append(match)
            elif _agree(one, match, problems):
                self.matches[place] = _merged(one, match)
            else:
                self.unread.append(Unread(match.origin, f"{match.home} {_final(match)} {match.away}"))

    def results(self) -> Results:
        """Return all of it."""
        if not self.more:
            return replace(self.first, matches=tuple(self.matches))
        every = (self.first, *self.more)
        return replace(
            self.first,
            files=tuple(dict.fromkeys(file for each in every for file in each.files)),
            matches=tuple(self.matches),
            groups=_united(each.groups for each in every),
            team_facts=_united(each.team_facts for each in every),
            byes=tuple(bye for each in every for bye in each.byes),
            lines=next((each.lines for each in every if each.lines), ()),
            about=_united(each.about for each in every),
            unread=tuple(self.unread),
        )


def _only_adds(results: Results) -> bool:
    """Return whether results name no competition and have no score, but say more of matches that were played."""
    return (
        results.competition is None
        and bool(results.matches)
        and all(
            match.status is Status.PLAYED and match.score is None and match.extra_time is None and not match.headings
            for match in results.matches
        )
    )


def _with_additions(whole: Iterable[_Season], additions: Iterable[Results], problems: Listed) -> Iterator[Results]:
    """Join additions to the matches they are of; yield what is left of them."""
    places: dict[Key, list[tuple[_Season, int]]] = {}
    additions = list(additions)
    if additions:
        for season in whole:
            for place, match in enumerate(season.matches):
                if match.date:
                    places.setdefault(_key(match), []).append((season, place))
    left: list[Results] = []
    for results in additions:
        alone: list[RecordedMatch] = []
        for addition in results.matches:
            found = _nearest(addition, places.get(_key(addition), [])) if addition.date else []
            if len(found) != 1:
                alone.append(addition)
                continue
            season, place = found[0]
            match = season.matches[place] = _merged(season.matches[place], addition)
            for problem in implausible(Results((), (match,))):
                problems.add(problem)
        if alone and places:
            message = phrase("result_files.addition_to_nothing", n=len(alone))
            problems.add(Problem(message, Severity.WARNING, alone[0].origin))
        if alone or results.unread:
            left.append(replace(results, matches=tuple(alone)))
    return iter(left)


def _nearest(addition: RecordedMatch, found: list[tuple[_Season, int]]) -> list[tuple[_Season, int]]:
    """Return the matches that an addition can be of: those in files beside its own, if there are any."""
    folder = PurePath(addition.origin.file).parent
    beside = [
        (season, place) for season, place in found if PurePath(season.matches[place].origin.file).parent == folder
    ]
    return beside or found


def _key(match: RecordedMatch) -> Key:
    """Return what tells a match from others: the day and the teams, or else what stands above it."""
    return match.date or match.headings, match.home, match.away


def _agree(one: RecordedMatch, other: RecordedMatch, problems: Listed) -> bool:
    """Return whether two records can be of the same match as it ended. What they don't agree on is reported."""
    agree = True
    for name in SCORES:
        first, second = getattr(one, name), getattr(other, name)
        if first is None or second is None or first == second:
            continue
        decisive = name != "half_time"
        agree = agree and not decisive
        what = phrase(f"result_files.field_{name}")
        message = phrase(
            "result_files.contradiction", what=what, other=str(second), one=str(first), origin=str(one.origin)
        )
        where = phrase("results.in_match", home=other.home, away=other.away)
        problems.add(Problem(message, Severity.ERROR if decisive else Severity.WARNING, other.origin, where))
    return agree


def _final(match: RecordedMatch) -> str:
    return str(match.extra_time or match.score or UNKNOWN)


def _merged(one: RecordedMatch, other: RecordedMatch) -> RecordedMatch:
    """Return a match with what either of two records knows; the first counts where both do."""
    known: dict[str, Any] = {
        name: getattr(other, name)
        for name in (*SCORES, *OTHERS)
        if getattr(one, name) is None and getattr(other, name) is not None
    }
    if one.status is Status.SCHEDULED:
        known["status"] = other.status
    return replace(
        one,
        **known,
        awarded=one.awarded or other.awarded,
        annulled=one.annulled or other.annulled,
        headings=one.headings or other.headings,
        goals=one.goals or other.goals,
        odds={**other.odds, **one.odds},
        statistics={**other.statistics, **one.statistics},
    )


def _united(mappings: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    united: dict[str, Any] = {}
    for mapping in mappings:
        for key, value in mapping.items():
            united.setdefault(key, value)
    return united


def _alike(results: Results) -> Iterator[Problem]:
    """Yield the names of teams that differ only by accents, capitals, dots or hyphens: they may be one team."""
    names: dict[str, str] = {}
    for name in results.teams:
        other = names.setdefault(plain_words(name).replace(" ", "") or name, name)
        if other != name:
            first, second = _first_line(results, other), _first_line(results, name)
            message = phrase("result_files.nearly_the_same", name=name, other=other, origin=str(first or UNKNOWN))
            yield Problem(message, Severity.WARNING, second)


def _first_line(results: Results, team: str) -> Origin | None:
    return next((match.origin for match in results.matches if team in match.teams), None)

"""What has been read of a file so far: matches by competition and season, lines left unread, and what was strange."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from liguilla.errors import Origin, Problem, Severity
from liguilla.notation.cells import unseen
from liguilla.notation.results.plausible import implausible
from liguilla.notation.results.records import RecordedMatch, Results, ResultsReading, Unread
from liguilla.words import Phrase, phrase

__all__ = ["Gathering", "Listed", "checked"]

MOST_ALIKE: Final = 20
FEW_NOTES: Final = 2
"""So many lines with the same fault are listed; of the others one problem gives the number."""

MOST_SHOWN: Final = 12
TOO_MANY_GOALS: Final = "results.too_many_goals"

Key = tuple[str | None, str | None]


@dataclass(slots=True)
class _Season:
    matches: list[RecordedMatch] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


@dataclass(slots=True)
class _Alike:
    """Problems of one kind: how many there are, and the last of those that aren't listed."""

    count: int = 0
    listed: int = 0
    last: Problem | None = None


class Listed:
    """Problems of which only some of each kind are listed, and the others counted: a file can have a million."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._problems: list[Problem] = []
        self._alike: dict[tuple[str, object], _Alike] = {}
        for problem in problems:
            self.add(problem)

    def add(self, problem: Problem) -> None:
        """Add a problem."""
        where = problem.where if isinstance(problem.where, str) else None
        alike = self._alike.setdefault((problem.message.code, where), _Alike())
        alike.count += 1
        if alike.count <= (FEW_NOTES if problem.severity is Severity.NOTE else MOST_ALIKE):
            alike.listed += 1
            self._problems.append(problem)
        else:
            alike.last = problem

    def __iter__(self) -> Iterator[Problem]:
        more = [
            replace(last, message=phrase("result_files.and_more", n=alike.count - alike.listed, said=last.message))
            for alike in self._alike.values()
            if (last := alike.last)
        ]
        yield from sorted((*self._problems, *more), key=lambda each: (each.origin.line or 0) if each.origin else 0)


class Gathering:
    """Collects what a reader finds in one file.

    Parameters
    ----------
    file
        Its name, for the origins.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._seasons: dict[Key, _Season] = {}
        self._now: Key = (None, None)
        self._problems = Listed()
        self._names: dict[str, str] = {}

    def add(self, match: RecordedMatch, competition: str | None = None, season: str | None = None) -> None:
        """Add a match of this competition and season."""
        key = competition, season
        found = self._seasons.get(key)
        if found is None:
            found = self._seasons[key] = _Season()
        self._now = key
        found.matches.append(match)

    def unread(self, line: int, text: str, message: Phrase, where: str | None = None) -> None:
        """Keep a line as it stands, and say why it could not be read. It belongs to the season of the lines before."""
        key = self._now if self._now in self._seasons else next(iter(self._seasons), self._now)
        self._seasons.setdefault(key, _Season()).unread.append(Unread(Origin(self.file, line), text))
        self.say(message, line, where=where)

    def say(
        self,
        message: Phrase,
        line: int | None = None,
        severity: Severity = Severity.WARNING,
        where: str | None = None,
    ) -> None:
        """Add a problem, unless many like it are listed already."""
        self._problems.add(Problem(message, severity, Origin(self.file, line), where))

    def origin(self, line: int) -> Origin:
        """Return a line of the file as an origin."""
        return Origin(self.file, line)

    def name(self, text: str) -> str:
        """Return a name as it is kept: composed characters, single spaces, nothing that can't be seen."""
        known = self._names.get(text)
        if known is None:
            known = text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", text)
            known = " ".join("".join(" " if unseen(each) else each for each in known).split())
            self._names[text] = known
        return known

    def reading(self) -> ResultsReading:
        """Return all of it: a `Results` for every competition and season, in the order in which they began."""
        results = tuple(
            Results((self.file,), tuple(found.matches), *key, unread=tuple(found.unread))
            for key, found in self._seasons.items()
        )
        return ResultsReading(results, tuple(self._problems))


def untold_seasons(results: Iterable[Results], file: str) -> Iterator[Problem]:
    """Yield a note where nothing says the season, and the days could be of one or of several."""
    untold = tuple(dict.fromkeys(each.competition for each in results if each.season is None and len(each.matches) > 1))
    if untold:
        leagues = [f'"{league}"' for league in untold if league is not None]
        shown = (*leagues[:MOST_SHOWN], *(["..."] if len(leagues) > MOST_SHOWN else []))
        code = "result_files.untold_seasons" if leagues else "result_files.untold_season"
        yield Problem(phrase(code, n=len(untold), leagues=shown), Severity.NOTE, Origin(file))


def checked(reading: ResultsReading, *, goals: bool = True) -> ResultsReading:
    """Return a reading with what no match can be among its problems.

    Parameters
    ----------
    reading
        As a reader has it.
    goals
        Whether scores are goals. Where they are points or the sport isn't known, no number of them is too many.
    """
    found = (problem for results in reading.results for problem in implausible(results))
    more = [problem for problem in found if goals or problem.message.code != TOO_MANY_GOALS]
    return ResultsReading(reading.results, tuple(Listed((*reading.problems, *more))))

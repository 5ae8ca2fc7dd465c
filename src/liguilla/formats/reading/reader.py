"""A format file, with all it extends and holds, from text to the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from liguilla.errors import FormatError, Origin, Problem
from liguilla.formats.reading import written
from liguilla.formats.reading.draft import Draft
from liguilla.formats.reading.entry import read_entry
from liguilla.formats.reading.inherit import read_whole
from liguilla.formats.reading.loader import Loader
from liguilla.formats.reading.naming import name_everything
from liguilla.formats.reading.report import Report, TooManyProblems
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.structure import read_keys
from liguilla.formats.reading.whole import build_format, build_part
from liguilla.formats.reading.wrong_words import did_you_mean
from liguilla.words import Phrase, phrase

__all__ = ["Reading"]

DEEPEST: Final = 10
"""Competitions inside each other."""

LAST: Final = 10**9
"""The line of what is said of a file as a whole."""


@dataclass(slots=True)
class Reading:
    """Formats read together; one that is used twice, as by the halves of a season, is read once."""

    loader: Loader
    drafts: dict[str, Draft | None] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    underway: list[str] = field(default_factory=list)

    def draft(self, name: str) -> Draft | None:
        """Read a format; None if anything is wrong with it, which is then among the problems."""
        if name not in self.drafts:
            self.underway.append(name)
            self.drafts[name], problems = self._read(name)
            self.problems[name] = _in_order(problems)
            self.underway.pop()
        return self.drafts[name]

    def _read(self, name: str) -> tuple[Draft | None, list[Problem]]:
        report = Report()
        draft = None
        try:
            if self.loader.text(name) is None:
                hint = did_you_mean((name, self.loader.names()))
                return None, [Problem(phrase("formats.file_missing", name=name, hint=hint))]
            whole = read_whole(name, self.loader, report)
            read = read_keys(whole, written.Format, report) if whole else None
            draft = self._build(name, *read, report) if read else None
        except FormatError as unreadable:
            report.problems.extend(unreadable.problems)
        except TooManyProblems:
            last = Problem(phrase("formats.too_many_problems"), origin=Origin(self.loader.file(name)))
            return None, [*report.problems, last]
        return None if report.problems else draft, report.problems

    def _build(self, name: str, keys: written.Format, spot: Spot, report: Report) -> Draft:
        draft = Draft(name=name, keys=keys, spot=spot, report=report, build=build_part, beside=self.loader.beside)
        for tournament, format_name in keys.tournaments.items():
            draft.tournaments[tournament] = self._inner(draft, format_name, spot["tournaments"][tournament])
        for other, known in keys.other_competitions.items():
            at = spot["other_competitions"][other]
            inner = self._inner(draft, known, at) if isinstance(known, str) else tuple(known)
            draft.other_competitions[other] = inner
        draft.enter_teams(read_entry(keys.teams, spot["teams"], report))
        name_everything(draft)
        draft.format = build_format(draft)
        return draft

    def _inner(self, draft: Draft, name: str, spot: Spot) -> Draft | None:
        """Read a competition inside or beside this one; what is wrong with it is reported where it is named."""
        spot, report = spot.as_named(), draft.report
        if name in self.underway:
            chain = " -> ".join((*self.underway[self.underway.index(name) :], name))
            report.problem(spot, "circle_of_formats", chain=chain)
        elif len(self.underway) >= DEEPEST:
            report.problem(spot, "formats_too_deep", most=DEEPEST)
        elif self.loader.text(name) is None:
            report.problem(spot, "file_missing", name=name, near=(name, self.loader.names()))
        else:
            is_new = name not in self.drafts
            inner = self.draft(name)
            for problem in self.problems[name] if is_new else ():
                report.problem(spot, "said", said=_told(problem))
            return inner
        return None


def _told(problem: Problem) -> Phrase:
    """Return what is wrong with another file, and where, as a sentence in this one."""
    said = problem.message
    if problem.where:
        said = phrase("formats.where_said", where=problem.where, said=said)
    return phrase("formats.file_said", origin=problem.origin, said=said) if problem.origin else said


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Put problems in the order of the file; those in files it extends come after its own."""
    files = list(dict.fromkeys(problem.origin.file for problem in problems if problem.origin))

    def place(problem: Problem) -> tuple[int, int, int]:
        origin = problem.origin or Origin("")
        number = files.index(origin.file) if origin.file in files else -1
        return number, origin.line or LAST, origin.column or 0

    return tuple(sorted(problems, key=place))

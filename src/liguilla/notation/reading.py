"""Our own folder, read: all its files, and every problem of all of them at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from liguilla.errors import FactsError, Origin, Problem, Severity
from liguilla.facts import Competition, Facts, PublishedOutcome, PublishedScorers, PublishedTable, nearest_name
from liguilla.notation.files import exists, folder_problem, read_text_file
from liguilla.notation.folder import COMPETITION, OUTCOMES, PUBLISHED, SCORERS, SHEETS, PublishedName, SheetFile
from liguilla.notation.frames import Frame, read_frame
from liguilla.notation.layouts import Layout
from liguilla.notation.references import Known, dangling, repeated, unlisted
from liguilla.notation.sheets import Sheet, read_sheet
from liguilla.words import Listing, Phrase, phrase

__all__ = ["Reading", "parent_of", "read_folder", "read_seasons_before"]

LARGEST_FRAME: Final = 256 * 1024
"""A ``competition.yaml`` is a page or two; reading a much larger one takes longer than anyone waits."""

PATH: Final = ("./", "../")
"""How a path of the season before begins: ``2011/12`` is what a season is called, and no folder."""

INDISPENSABLE: Final = ("teams", "matches")
"""What has to be listed when anything refers to it; a list of people, grounds or sources nobody has to begin."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder says, and what is strange in it though it could be read: warnings, no errors."""

    facts: Facts
    problems: tuple[Problem, ...] = ()


def read_folder(path: str | os.PathLike[str]) -> Reading:
    """Read the folder of a competition: of a league or cup, of a season with its tournaments, or of one of these.

    Parameters
    ----------
    path
        The folder; the origins of facts and problems name files as this path names them. A tournament's folder has the
        teams, people, grounds and sources of its season, which is the folder around it, where it has none of its own.
        Where ``previous`` is the path of the season before, that is read too, and so on.

    Raises
    ------
    FactsError
        If anything is wrong; with every problem of every file, each with its place and its mend.
    """
    reader = _FolderReader()
    facts = reader.read(Path(path))
    problems = sorted(reader.problems, key=_place)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise FactsError(problems)
    return Reading(facts, tuple(problems))


def read_seasons_before(folder: Path, competition: Competition) -> Reading:
    """Read the earlier seasons that a competition names as the folders they are in.

    Parameters
    ----------
    folder
        The competition's own folder; it need not be there yet.

    Returns
    -------
    Reading
        Facts of nothing but ``seasons_before``, and every problem, errors too.
    """
    reader = _FolderReader()
    seasons = tuple(reader.seasons_before(folder, competition))
    return Reading(Facts(seasons_before=seasons), tuple(reader.problems))


def parent_of(folder: Path) -> Path:
    """Return the folder around a folder, in the words of its path where they say it."""
    return folder / ".." if folder.name in ("", "..") else folder.parent


def _place(problem: Problem) -> tuple[str, int, int]:
    origin = problem.origin or Origin("")
    return origin.file, origin.line or 0, origin.column or 0


@dataclass(slots=True)
class _FolderReader:
    """A folder being read, with those in it and around it. Each file is read and checked once."""

    problems: list[Problem] = field(default_factory=list)
    sheets: dict[Path, Sheet] = field(default_factory=dict)
    checked: set[str] = field(default_factory=set)

    def read(self, folder: Path) -> Facts:
        problem = folder_problem(folder)
        if problem is None and exists(folder / COMPETITION):
            return self._competition(folder, list(_seasons_around(folder)), looking_back=True)
        self.problems.append(problem or _no_competition(folder))
        return Facts()

    def seasons_before(self, folder: Path, competition: Competition) -> Iterator[Facts]:
        """Follow ``previous`` from season to season, as long as it is the path of a folder."""
        seen: set[Path] = set()
        while competition.previous is not None and competition.previous.startswith(PATH):
            line = competition.lines.get("previous", competition.origin)
            seen.add(folder.resolve())
            folder = Path(os.path.normpath(folder / competition.previous))
            problem = folder_problem(folder)
            if problem is None and not exists(folder / COMPETITION):
                problem = _no_competition(folder)
            elif folder.resolve() in seen:
                problem = Problem(phrase("notation.season_before_itself"))
            if problem is not None:
                self.problems.append(replace(problem, origin=line, where="previous"))
                return
            facts = self._competition(folder, list(_seasons_around(folder)), looking_back=False)
            competition = facts.competition
            yield facts

    def _competition(self, folder: Path, around: Sequence[Path], *, looking_back: bool) -> Facts:
        """Read a folder; ``around`` are the seasons it lies in, the innermost first."""
        frame = self._frame(folder / COMPETITION)
        sheets = {file: self._sheet(_path_of(file, folder, around), file.layout) for file in SHEETS}
        published = dict(sorted(self._published(folder / PUBLISHED)))
        self._check(sheets, (frame.sheet, *sheets.values(), *published.values()))
        self._warn_of_unread(folder)
        return Facts(
            competition=frame.competition,
            **{file.facts: sheet.records for file, sheet in sheets.items()},
            **_published_facts(published),
            tournaments={
                inner.name: self._competition(inner, (folder, *around), looking_back=looking_back)
                for inner in self._tournaments(folder, around)
            },
            seasons_before=tuple(self.seasons_before(folder, frame.competition)) if looking_back else (),
        )

    def _frame(self, path: Path) -> Frame:
        return read_frame(read_text_file(path, self.problems, LARGEST_FRAME) or "", str(path), self.problems)

    def _sheet(self, path: Path, layout: Layout) -> Sheet:
        if path not in self.sheets:
            if not exists(path):
                sheet = Sheet(str(path))
            elif (text := read_text_file(path, self.problems)) is None:
                sheet = Sheet(str(path), whole=False)
            else:
                sheet = read_sheet(text, str(path), layout, self.problems)
            self.sheets[path] = sheet
        return self.sheets[path]

    def _published(self, folder: Path) -> Iterator[tuple[PublishedName, Sheet]]:
        if not exists(folder):
            return
        problem = folder_problem(folder)
        if problem is not None:
            self.problems.append(problem)
            return
        for path in folder.glob("*.csv"):
            name = PublishedName.read(path.name)
            if name is None:
                self._warn(path, phrase("notation.unread_published"))
            else:
                yield name, self._sheet(path, name.layout)

    def _check(self, sheets: Mapping[SheetFile, Sheet], referring: Sequence[Sheet]) -> None:
        """Look whether every name refers to something, and no two things have the same."""
        known: dict[str, Known | None] = {}
        for file, sheet in sheets.items():
            if file.key is not None:
                known[file.facts] = Known.by(sheet, file.key)
                if sheet.file not in self.checked:
                    self.problems += repeated(sheet, file.key)
            if file.facts in INDISPENSABLE:
                self.problems += unlisted(file.facts, sheet, referring)
        for sheet in referring:
            if sheet.file not in self.checked:
                self.problems += dangling(sheet, known)
                self.checked.add(sheet.file)

    def _warn_of_unread(self, folder: Path) -> None:
        """Warn of files that look as if they should be read."""
        names = tuple(file.name for file in SHEETS)
        for path in folder.glob("*.csv"):
            if path.name not in names:
                near = nearest_name(path.stem, (Path(name).stem for name in names))
                files = phrase("notation.files_read", names=names)
                mend = phrase("notation.did_you_mean", name=f"{near}.csv") if near else files
                self._warn(path, phrase("notation.unread_file", mend=mend))

    def _warn(self, path: Path, message: Phrase) -> None:
        self.problems.append(Problem(message, Severity.WARNING, Origin(str(path))))

    def _tournaments(self, folder: Path, around: Sequence[Path]) -> Iterator[Path]:
        """Yield the folders in a season's folder that are competitions too."""
        above = {place.resolve() for place in (folder, *around)}
        for inner in sorted(folder.iterdir()):
            if inner.name.startswith(".") or inner.name == PUBLISHED or not inner.is_dir():
                continue
            problem = folder_problem(inner)
            if problem is not None:
                self.problems.append(problem)
            elif exists(inner / COMPETITION):
                if inner.resolve() in above:
                    message = phrase("notation.folder_in_itself")
                    self.problems.append(Problem(message, origin=Origin(str(inner))))
                else:
                    yield inner
            elif any(exists(inner / file.name) for file in SHEETS):
                self._warn(inner, phrase("notation.unread_folder"))


def _seasons_around(folder: Path) -> Iterator[Path]:
    """Yield the folder around a folder if that is a competition too, then the one around that."""
    seen = {folder.resolve()}
    place = parent_of(folder)
    while exists(place / COMPETITION) and place.resolve() not in seen:
        yield place
        seen.add(place.resolve())
        place = parent_of(place)


def _path_of(file: SheetFile, folder: Path, around: Sequence[Path]) -> Path:
    places = (folder, *around) if file.inherited else (folder,)
    return next((place / file.name for place in places if exists(place / file.name)), folder / file.name)


def _published_facts(sheets: Mapping[PublishedName, Sheet]) -> dict[str, Any]:
    """Return the fields of the facts that are what others published."""
    tables: list[PublishedTable] = []
    scorers: list[PublishedScorers] = []
    outcomes: list[PublishedOutcome] = []
    for name, sheet in sheets.items():
        origin = Origin(sheet.file)
        if name.what == SCORERS:
            scorers.append(PublishedScorers(sheet.records, name.source or None, origin))
        elif name.what == OUTCOMES:
            outcomes += sheet.records
        else:
            tables.append(PublishedTable(name.what, sheet.records, name.source or None, origin))
    return {
        "published_tables": tuple(tables),
        "published_scorers": tuple(scorers),
        "published_outcomes": tuple(outcomes),
    }


def _no_competition(folder: Path) -> Problem:
    entries = sorted(folder.iterdir())
    inside = tuple(str(entry) for entry in entries if exists(entry / COMPETITION))
    near = nearest_name(COMPETITION, (entry.name for entry in entries if entry.is_file()))
    if inside:
        message = phrase("notation.competitions_inside", folders=Listing(inside, "or"))
    elif near:
        message = phrase("notation.competition_misnamed", name=near)
    else:
        message = phrase("notation.no_competition", folder=folder)
    return Problem(message, origin=Origin(str(folder)))

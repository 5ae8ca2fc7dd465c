"""A new folder that a person can fill in."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from liguilla.errors import FactsError, Origin, Problem, Severity
from liguilla.facts import Match, Team
from liguilla.notation.files import read_text_file
from liguilla.notation.folder import COMPETITION, SHEETS, SheetFile
from liguilla.notation.frames import yaml_scalar
from liguilla.notation.placing import place_folder
from liguilla.notation.references import repeated
from liguilla.notation.sheets import Row, Sheet, read_sheet
from liguilla.notation.writing import sheet_text
from liguilla.words import Listing, Phrase, Text, phrase, say

__all__ = ["Fixture", "Outline", "new_folder", "read_teams"]

FILES: Final = {file.facts: file for file in SHEETS}
TEAMS, MATCHES, DECISIONS = FILES["teams"], FILES["matches"], FILES["decisions"]


class Fixture(NamedTuple):
    """A match to be played, and when, as far as the rules say it."""

    stage: str
    matchday: int | None
    home: str
    away: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a new folder is for, as its format has it.

    Attributes
    ----------
    format
        Its name.
    title
        Of the competition.
    know
        The facts about each team that the rules ask for.
    stages
        The ids of the stages whose matches the facts hold, each with those of its rounds.
    fixtures
        The matches that are certain before anything is played.
    tournaments
        The competitions inside a season, by the name of their folder.
    """

    format: str
    title: Text = ""
    know: Sequence[str] = ()
    stages: Mapping[str, Sequence[str]] = field(default_factory=dict)
    fixtures: Sequence[Fixture] = ()
    tournaments: Mapping[str, Outline] = field(default_factory=dict)


def new_folder(
    path: str | os.PathLike[str],
    outline: Outline,
    teams: Iterable[Team] = (),
    language: str = "en",
    *,
    formats: Mapping[str, str] | None = None,
) -> None:
    """Start a folder: the frame, the teams, the matches to be played, the headers, and a page on what to fill in.

    Parameters
    ----------
    path
        Where. Nothing may be there yet but an empty folder.
    outline
        What it is for.
    teams
        Those that enter, in the order of entry.
    language
        Of the comments and the page.
    formats
        Format files of one's own, by name, to lie beside the facts.

    Raises
    ------
    FactsError
        If something is there already, or the system refuses. Then nothing is written.
    """
    path, teams = Path(path), tuple(teams)
    title = say(outline.title, language) or path.absolute().name
    texts = {**(formats or {}), **dict(_texts(outline, title, "", language))}
    columns = [column.name for column in TEAMS.layout.columns]
    known = Team("", facts={name: "" for name in outline.know if name not in columns})
    texts[TEAMS.name] = _sheet(TEAMS, teams, TEAMS.layout.header([known, *teams]))
    texts["README.md"] = _readme(path, outline, title, language)
    place_folder(path, texts)


def read_teams(path: str | os.PathLike[str]) -> tuple[Team, ...]:
    """Read a list of teams: one name a line, or rows as in ``teams.csv``, of which only ``name`` has to be there.

    Raises
    ------
    FactsError
        With every problem of the file.
    """
    path = Path(path)
    problems: list[Problem] = []
    text = read_text_file(path, problems)
    if text is None:
        raise FactsError(problems)
    first = next(csv.reader(text.splitlines()), [])
    if "name" in map(str.strip, first):
        sheet = read_sheet(text, str(path), TEAMS.layout, problems)
    else:
        sheet = _listed(text, str(path), problems)
    if sheet.whole and not sheet.rows:
        problems.append(Problem(phrase("notation.no_teams"), origin=Origin(str(path))))
    problems += repeated(sheet, "name")
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise FactsError(problems)
    return sheet.records


def _listed(text: str, file: str, problems: list[Problem]) -> Sheet:
    """Return the teams of a file with one name a line, as if they were rows."""
    sheet = Sheet(file)
    for number, line in enumerate(text.splitlines(), 1):
        name, origin = line.strip(), Origin(file, number)
        if "," in name or ";" in name:
            problems.append(Problem(phrase("notation.no_team_name", name=name), origin=origin))
            sheet.whole = False
        elif name:
            values, faults = TEAMS.layout.read({"name": name})
            problems += (Problem(message, origin=origin, where=column) for column, message in faults)
            sheet.rows.append(Row(origin, values, None if faults else TEAMS.layout.record(values, origin)))
    return sheet


def _texts(outline: Outline, title: str, folder: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of a competition's frame and of its sheets, and of those of its tournaments."""
    frame = phrase("notation.new_frame", title=yaml_scalar(title), format=yaml_scalar(outline.format))
    yield folder + COMPETITION, say(frame, language)
    if outline.stages or outline.fixtures or not outline.tournaments:
        matches = (
            Match(f"{stage}-{matchday or 0}-{number}", stage, home, away, matchday=matchday)
            for number, (stage, matchday, home, away) in enumerate(outline.fixtures, 1)
        )
        yield folder + MATCHES.name, _sheet(MATCHES, matches, MATCHES.layout.header(()))
    yield folder + DECISIONS.name, _sheet(DECISIONS, (), DECISIONS.layout.header(()))
    for name, inner in outline.tournaments.items():
        yield from _texts(inner, say(inner.title, language) or name, f"{folder}{name}/", language)


def _sheet(file: SheetFile, records: Iterable[Any], header: Iterable[str]) -> str:
    return sheet_text((file.layout.write(record)[0] for record in records), header)


def _readme(path: Path, outline: Outline, title: str, language: str) -> str:
    facts = phrase("notation.new_facts", n=len(outline.know), names=Listing(tuple(outline.know)))
    tournaments = phrase("notation.new_tournaments", names=tuple(outline.tournaments))
    page = phrase(
        "notation.new_readme",
        title=title,
        format=outline.format,
        path=path,
        facts=facts if outline.know else "",
        tournaments=tournaments if outline.tournaments else "",
        stages="".join(say(line, language) for line in _stages(outline, "")),
    )
    return say(page, language)


def _stages(outline: Outline, folder: str) -> Iterator[Phrase]:
    for stage, rounds in outline.stages.items():
        values = {"file": f"{folder}{MATCHES.name}", "stage": stage, "rounds": Listing(tuple(rounds), "or")}
        yield phrase("notation.new_rounds" if rounds else "notation.new_stage", **values)
    for name, inner in outline.tournaments.items():
        yield from _stages(inner, f"{folder}{name}/")

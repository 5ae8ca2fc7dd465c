"""Our own folder, written. What could not be read back as it is, isn't written."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from liguilla.errors import FactsError, Problem
from liguilla.facts import Facts
from liguilla.notation.files import exists
from liguilla.notation.folder import COMPETITION, OUTCOMES, PUBLISHED, SCORERS, SHEETS, PublishedName
from liguilla.notation.frames import write_frame
from liguilla.notation.layouts import Layout
from liguilla.notation.placing import place_folder
from liguilla.notation.reading import parent_of, read_seasons_before
from liguilla.words import phrase

__all__ = ["folder_texts", "sheet_text", "write_folder"]

FOLDER_NAME: Final = re.compile(r"\w[\w-]*")


def write_folder(facts: Facts, path: str | os.PathLike[str], *, beside: Mapping[str, str] | None = None) -> None:
    """Write facts as a folder from which `read_folder` reads the same facts.

    A file that would be empty isn't written, nor one that a tournament has from its season. Earlier seasons have
    folders of their own, which have to be there already, where ``previous`` says.

    Parameters
    ----------
    facts
        Of a competition, with those of its tournaments.
    path
        The folder to make; nothing may be there yet but an empty folder.
    beside
        Further files to lie in it: their texts, by name.

    Raises
    ------
    FactsError
        If something is there already, if the system refuses, or if anything in the facts would not be read back as it
        is (a text with space around it, a name with a semicolon in a list). Then nothing is written.
    """
    place_folder(Path(path), folder_texts(facts, path, beside=beside))


def folder_texts(
    facts: Facts, path: str | os.PathLike[str], *, beside: Mapping[str, str] | None = None
) -> Mapping[str, str]:
    """Return the texts of the files that `write_folder` would write, by their paths in the folder.

    Raises
    ------
    FactsError
        If anything in the facts would not be read back as it is.
    """
    path = Path(path)
    problems: list[Problem] = []
    in_season = exists(parent_of(path) / COMPETITION)
    texts = {**dict(_texts(facts, None if in_season else Facts(), "", problems)), **(beside or {})}
    problems += _other_seasons_before(facts, path)
    if problems:
        raise FactsError(problems)
    return texts


def _other_seasons_before(facts: Facts, folder: Path) -> Iterator[Problem]:
    """Give competitions before which other seasons would be read than those in the facts."""
    reading = read_seasons_before(folder, facts.competition)
    if reading.facts.seasons_before != facts.seasons_before:
        message = phrase("notation.other_seasons_before", previous=facts.competition.previous or "")
        yield Problem(message, origin=facts.competition.origin, where=f"{folder / COMPETITION}, previous")
        yield from reading.problems
    for tournament, inner in facts.tournaments.items():
        yield from _other_seasons_before(inner, folder / tournament)


def sheet_text(rows: Iterable[Mapping[str, str]], header: Iterable[str]) -> str:
    """Return the text of a file of rows; a cell that a row doesn't have is blank."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(header), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _texts(facts: Facts, season: Facts | None, folder: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of a folder, and of those in it.

    ``season`` is what may be inherited; None where that isn't known, so that nothing may.
    """
    frame, faults = write_frame(facts.competition)
    name = folder + COMPETITION
    problems += (Problem(why, origin=facts.competition.origin, where=f"{name}, {key}") for key, why in faults)
    yield name, frame
    for file in SHEETS:
        records = getattr(facts, file.facts)
        inherited = getattr(season, file.facts, None) if file.inherited else ()
        if records != inherited:
            yield folder + file.name, _sheet(folder + file.name, file.layout, records, problems)
    for published, records in _published(facts, folder, problems):
        name = f"{folder}{PUBLISHED}/{published}"
        yield name, _sheet(name, published.layout, records, problems)
    for tournament, inner in facts.tournaments.items():
        if tournament == PUBLISHED or not FOLDER_NAME.fullmatch(tournament):
            message = phrase("notation.no_name_of_folder", name=tournament)
            problems.append(Problem(message, where=f"{folder}{tournament}"))
        yield from _texts(inner, facts, f"{folder}{tournament}/", problems)


def _published(facts: Facts, folder: str, problems: list[Problem]) -> Iterator[tuple[PublishedName, tuple[Any, ...]]]:
    """Yield what the name of each published file says, and its rows."""
    found: dict[PublishedName, tuple[Any, ...]] = {}
    tables = [(table.stage, table.source, table.rows) for table in facts.published_tables]
    scorers = [(SCORERS, each.source, each.rows) for each in facts.published_scorers]
    for what, source, rows in (*tables, *scorers):
        name = PublishedName(what, source or "")
        taken = name in found or (rows and not isinstance(rows[0], name.layout.row))
        if taken or PublishedName.read(str(name)) != name:
            message = phrase("notation.no_name_of_file", name=name)
            problems.append(Problem(message, where=f"{folder}{PUBLISHED}"))
        found[name] = rows
    if facts.published_outcomes:
        found[PublishedName(OUTCOMES)] = facts.published_outcomes
    yield from found.items()


def _sheet(name: str, layout: Layout, records: Iterable[Any], problems: list[Problem]) -> str:
    rows = []
    for number, record in enumerate(records, 1):
        cells, faults = layout.write(record)
        rows.append(cells)
        for column, why in faults:
            where = phrase("notation.in_row", file=name, number=number, column=column)
            problems.append(Problem(why, origin=record.origin, where=where))
    return sheet_text(rows, layout.header(records))

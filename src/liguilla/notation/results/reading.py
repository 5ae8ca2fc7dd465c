"""The front door: files of results in any notation that is read, each told by its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from liguilla.errors import Origin, Problem, Severity
from liguilla.notation.results import (
    afl,
    bookmaker_odds,
    brackets_manager,
    competition_factory,
    fjelstul,
    football_data,
    football_json,
    football_txt,
    footballcsv,
    martj42,
    nfl,
    plain,
    spi,
    trf,
)
from liguilla.notation.results.gathering import Listed
from liguilla.notation.results.joining import joined
from liguilla.notation.results.records import Results, ResultsReading
from liguilla.notation.results.rows import headers_of
from liguilla.notation.results.sources import Source, sources_in
from liguilla.words import Listing, Phrase, phrase

__all__ = ["NOTATIONS", "Notation", "read_results"]

MOST_SHOWN: Final = 8
LONGEST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Notation:
    """A way in which results are written.

    Attributes
    ----------
    id
        By which words and documentation call it.
    recognises
        Whether a file of this name, with this text, is in it.
    read
        From text and the name of the file.
    write
        To text again; None where nobody writes it by hand.
    """

    id: str
    recognises: Callable[[str, str], bool]
    read: Callable[[str, str], ResultsReading]
    write: Callable[[Results], str] | None = None

    @property
    def name(self) -> Phrase:
        """What it is called."""
        return phrase(f"result_files.notation_{self.id}")


NOTATIONS: Final = (
    Notation("brackets_manager", brackets_manager.recognises, brackets_manager.read),
    Notation("competition_factory", competition_factory.recognises, competition_factory.read),
    Notation("football_json", football_json.recognises, football_json.read, football_json.write),
    Notation("football_data", football_data.recognises, football_data.read),
    Notation("fjelstul", fjelstul.recognises, fjelstul.read),
    Notation("martj42", martj42.recognises, martj42.read),
    Notation("afl", afl.recognises, afl.read),
    Notation("nfl", nfl.recognises, nfl.read),
    Notation("spi", spi.recognises, spi.read),
    Notation("bookmaker_odds", bookmaker_odds.recognises, bookmaker_odds.read),
    Notation("footballcsv", footballcsv.recognises, footballcsv.read, footballcsv.write),
    Notation("trf", trf.recognises, trf.read, trf.write),
    Notation("plain", plain.recognises, plain.read, plain.write),
    Notation("football_txt", football_txt.recognises, football_txt.read, football_txt.write),
)
"""All notations, those that are told by the most signs first."""


def read_results(paths: Iterable[Path]) -> ResultsReading:
    """Read files of results in any notation, and folders of them.

    Parameters
    ----------
    paths
        Files, and folders whose files are read in the order of their names. A file that is named has to be of results;
        what else lies in a folder is passed by, and said.

    Returns
    -------
    A `Results` for every competition and season, in the order in which they begin. What several files say of the same
    is in one. Among the problems are those of each file, and where two files contradict each other.
    """
    problems: list[Problem] = []
    found: list[Results] = []
    passed: dict[str, list[str]] = {}
    for source in sources_in(paths, problems):
        notation = notation_of(source.file, source.text)
        if notation is not None:
            reading = notation.read(source.text, source.file)
            found += reading.results
            problems += reading.problems
        elif source.named:
            problems.append(Problem(_unknown(source), origin=Origin(source.file)))
        else:
            path = PurePath(source.file)
            passed.setdefault(str(path.parent), []).append(path.name)
    between = Listed()
    together = joined(found, between)
    for folder, names in passed.items():
        shown = (*names[:MOST_SHOWN], *(["..."] if len(names) > MOST_SHOWN else []))
        message = phrase("result_files.passed_by", n=len(names), names=shown)
        problems.append(Problem(message, Severity.NOTE, Origin(folder)))
    return ResultsReading(together, (*problems, *between))


def notation_of(file: str, text: str) -> Notation | None:
    """Return the notation that a text is in; None if it is in none."""
    name = PurePath(file).name
    return next((notation for notation in NOTATIONS if notation.recognises(name, text)), None)


def _unknown(source: Source) -> Phrase:
    """Return what a file that is in no notation looks like, and which notations there are."""
    notations = Listing(tuple(notation.name for notation in NOTATIONS))
    return phrase("result_files.unknown_notation", looks=_looks(source.text), notations=notations)


def _looks(text: str) -> Phrase:
    start = text[:LONGEST_SHOWN].strip()
    first, second = (*islice(headers_of(text), 2), None, None)[:2]
    cells = [cell for cell in first.cells if cell] if first and second and len(first.cells) == len(second.cells) else []
    if not text.strip():
        return phrase("result_files.looks_empty")
    if start[0] in "{[":
        return phrase("result_files.looks_json")
    if start[0] == "<":
        return phrase("result_files.looks_marked_up")
    if len(cells) > 1:
        shown = tuple(f'"{cell[:LONGEST_SHOWN]}"' for cell in cells[:MOST_SHOWN])
        return phrase("result_files.looks_table", columns=shown)
    return phrase("result_files.looks_text", text=start.splitlines()[0])

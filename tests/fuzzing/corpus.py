"""What the fuzzer starts from: small sound inputs of every kind, and pieces of real files where these are at hand."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from openpyxl import Workbook

from liguilla.notation.format_files import FormatFiles
from liguilla.notation.results.reading import NOTATIONS, notation_of
from tests.notation.results import bracket_tables, draw_records
from tests.notation.results.test_brackets_manager import SINGLE as BRACKET
from tests.notation.results.test_competition_factory import SINGLE as DRAW
from tests.notation.results.test_football_json import OLDER, PRESENT
from tests.notation.results.test_football_txt_any_input import SOUND
from tests.notation.results.test_reading_results import SAMPLES
from tests.notation.results.test_trf import CUP

__all__ = ["FOLDER", "REAL", "formats", "of_every_notation", "texts_by_notation"]

ROOT: Final = Path(__file__).parents[2]
REAL: Final = ROOT.parent / "shared/data/results"

MOST_LINES: Final = 40
MOST_CHARACTERS: Final = 6_000
"""Short inputs: a fault in a reader shows in few lines, and many of them are tried."""

MOST_FILES: Final = 24
"""So many real files of each notation are taken, evenly from all there are."""

COLUMNS: Final = """\
Date;Time;Home team;Away team;FT;HT;AET;Pens;Awarded to;Round;Group;Competition;Season;Neutral;Stadium;Attendance
17/08/2018;20:45;Leeds;Bury;2-1;1-0;;;;Matchday 1;A;Cup;2018-19;no;Elland Road;12,345
18/08/2018;;York;Leeds;1-1;;2-2;4-2;;Final;;Cup;2018-19;yes;;
19/08/2018;;Bury;York;;;;;Bury;Final;;Cup;2018-19;;;
"""

LOWER: Final = """
    1.1 Ana 2-0 Dan
    1.1 Bea 2-1 Cat: 16-3 7-16 16-9
    1.2 Ana 1-2 Bea
    2.1 Dan w/o Cat
    2.2 Ana 2-0 Cat
    3.1 Bea 1-2 Ana
    3.2 Bea 1-0* Ana
"""
"""A record of two lives, in the lines of `bracket_tables`."""

FOLDER: Final = {
    "competition.yaml": (
        "title: Copa de prueba\nseason: 2018-19\nformat: single-elimination\nzone: America/Mexico_City\n"
        "starts: 2018-08-17\nends: 2018-08-20\nsource: results\n"
    ),
    "teams.csv": "name,other_names,city\nLeeds,Leeds United; LUFC,Leeds\nBury,,Bury\nYork,,York\nLens,,\n",
    "matches.csv": (
        "id,stage,round,home,away,date,kickoff,status,home_score,away_score,home_extra_time,away_extra_time,"
        "home_kicks,away_kicks,ground,attendance,note,source\n"
        "S1,bracket,semifinals,Leeds,Lens,2018-08-17,20:45,played,2,1,,,,,Elland Road,1234,,results\n"
        "S2,bracket,semifinals,Bury,York,2018-08-17,,played,1,1,2,2,4,2,,,,results\n"
        "F1,bracket,final,Leeds,Bury,2018-08-20,,scheduled,,,,,,,,,,results\n"
    ),
    "decisions.csv": (
        "decision,date,stage,round,match,team,teams,value,reason,source\n"
        "award,2018-08-19,,,S1,,,3-0,an ineligible player,results\n"
    ),
    "sources.csv": "id,url,used_for\nresults,https://example.org,everything\n",
    "goals.csv": (
        "match,team,person,minute,stoppage,kind,source\n"
        "S1,Leeds,Ann,45,2,penalty,results\nS1,Leeds,Eve,80,,,results\nS1,Lens,Bob,81,,own_goal,results\n"
    ),
    "people.csv": "name,other_names\nAnn,\nEve,\nBob,\n",
    "grounds.csv": "name,city\nElland Road,Leeds\n",
}
"""A folder of our own, file by file."""


@cache
def texts_by_notation(real: Path | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return sound texts by the id of their notation.

    Parameters
    ----------
    real
        A folder of real results, pieces of which are added; None for the texts of the project alone.
    """
    found: dict[str, list[str]] = {notation.id: [] for notation in NOTATIONS}
    for id_, text in SAMPLES.items():
        found.setdefault(id_, []).append(text)
    golden = (ROOT / "tests/golden/football_txt").glob("*.txt")
    found["football_txt"] += [SOUND, *_texts(path for path in golden if not path.name.endswith(".read.txt"))]
    found["football_json"] += [PRESENT, OLDER]
    found["trf"] += [CUP]
    found["brackets_manager"] += [
        bracket_tables.export(bracket_tables.stage("single_elimination", BRACKET)),
        bracket_tables.export(bracket_tables.stage("double_elimination", LOWER)),
        bracket_tables.export(bracket_tables.stage("round_robin", "1.1 Ana 1-1 Bea\n2.1 Cat 2-0 Dan\n2.2 Dan v Cat")),
    ]
    found["competition_factory"] += [
        draw_records.export(draw_records.record(draw_records.draw("SINGLE_ELIMINATION", DRAW, seeds="Ana Bea"))),
        draw_records.export(draw_records.record(draw_records.draw("ROUND_ROBIN", "# Group 1 MAIN\n1 Ana 6-0 Bea"))),
    ]
    found["plain"] += [COLUMNS, *_texts((ROOT / "competitions").rglob("matches.csv"))]
    for text in _pieces(real) if real else ():
        notation = notation_of("file", text)
        if notation is not None:
            found[notation.id].append(text)
    return {id_: _spread(texts) for id_, texts in found.items()}


def _spread(texts: list[str]) -> tuple[str, ...]:
    step = max(len(texts) // MOST_FILES, 1)
    return tuple(_short(text) for text in texts[::step])


def _short(text: str) -> str:
    return "".join(text.splitlines(keepends=True)[:MOST_LINES])[:MOST_CHARACTERS]


def _texts(paths: Iterable[Path]) -> list[str]:
    return [_short(path.read_text(encoding="utf-8")) for path in sorted(paths)]


def _pieces(folder: Path) -> Iterator[str]:
    """Give the beginning of every real file, and of some a piece further down below the same header."""
    for path in sorted(folder.rglob("*.*")):
        if path.is_file() and path.suffix in (".txt", ".csv", ".json", ".trf", ".input"):
            with path.open(encoding="utf-8", errors="replace", newline="") as file:
                lines = list(islice(file, 400))
            yield "".join(lines[:MOST_LINES])
            if len(lines) == 400 and path.suffix in (".txt", ".csv"):
                yield "".join(lines[:3] + lines[-MOST_LINES:])


def of_every_notation(real: Path | None = None) -> tuple[bytes, ...]:
    """Return sound files of every notation, workbooks among them."""
    texts = [text.encode("utf-8", "surrogatepass") for each in texts_by_notation(real).values() for text in each]
    return (*texts, _workbook())


@cache
def _workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    for line in COLUMNS.splitlines():
        sheet.append(line.split(";"))
    book.create_sheet("Notes").append(["Nothing"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@cache
def formats() -> Mapping[str, str]:
    """Return the texts of all formats of the library, by name."""
    library = FormatFiles()
    return {name: library.text(name) or "" for name in library.names()}

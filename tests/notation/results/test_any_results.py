"""Whatever is in a file: an answer in every language, every line accounted for, and no traceback."""

import csv
import io
import json
import time
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from liguilla.notation.results import football_json
from liguilla.notation.results.reading import NOTATIONS, Notation, notation_of, read_results
from liguilla.notation.results.records import ResultsReading
from liguilla.notation.results.rows import header_of
from liguilla.words import LANGUAGES
from tests.notation.results.reading import matches, unread
from tests.notation.results.test_reading_results import SAMPLES

OURS = [notation for notation in NOTATIONS if notation.id not in ("football_txt", "trf")]
JSON_RECORDS = ("football_json", "brackets_manager", "competition_factory")
TABLES = [notation for notation in OURS if notation.id not in JSON_RECORDS]

CELLS = st.sampled_from(
    [
        *("", " ", "0", "2", "-1", "2.0", "2.5", "x", "NA", "?", "-", "2-1", "2:1", "1-1 (4-2 pen)", "3-0 w/o", "P-P"),
        *("02-Jan", "2018-08-17", "17/08/18", "03/04/2018", "Fri Aug 17 2018", "31.02.2018", "20:30", "99:99", "2018"),
        *("Leeds", "Bury", "AFC Übach", "TRUE", "H", "D", "Final", "Group A", "A v B", "9" * 5000, "\x00", "\ufeff"),
        *('"', '""', "'", ",", ";", "\t", "\n", "\r", "|", "\x85", "\u2028", "\ud7ff", "=1+1", "@", "#REF!", "−", "٣"),
        *("\x1b[1m", "é", "２", "2018-19"),
    ]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=12), max_size=8)
RAW = st.lists(CELLS | st.text(max_size=6), max_size=60).map("".join)


def say_all(reading: ResultsReading) -> None:
    for language in LANGUAGES:
        for problem in reading.problems:
            assert problem.line(language)


def written(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("notation", TABLES, ids=lambda notation: notation.id)
@given(rows=ROWS)
@settings(deadline=None)
def test_any_row_below_a_header_is_read_or_kept(notation: Notation, rows: list[list[str]]) -> None:
    header = SAMPLES[notation.id].splitlines()[0]
    text = f"{header}\n{written(rows)}"
    reading = notation.read(text, "file.csv")
    say_all(reading)
    said = [row for row in rows if any(cell.strip() for cell in row)]
    kept = len(matches(reading)) + len(unread(reading))
    joined = sum(max(len(match.goals) - 1, 0) for match in matches(reading))
    above = notation.id == "plain" and sum(len([cell for cell in row if cell.strip()]) == 1 for row in said)
    # A line end or quote in a cell may be told apart otherwise; nothing else may be lost.
    if not any(character in cell for row in rows for cell in row for character in '\n\r"'):
        assert len(said) - above <= kept + joined <= len(said)


@pytest.mark.parametrize("notation", OURS, ids=lambda notation: notation.id)
@given(text=RAW, at=st.floats(0, 1))
@settings(deadline=None)
def test_any_text_in_the_middle_of_a_file_is_answered(notation: Notation, text: str, at: float) -> None:
    sample = SAMPLES[notation.id]
    place = int(len(sample) * at)
    changed = sample[:place] + text + sample[place:]
    found = notation_of("file.csv", changed)
    if found is not None:
        say_all(found.read(changed, "file.csv"))
    header_of(changed)


@pytest.mark.parametrize("notation", OURS, ids=lambda notation: notation.id)
@given(cut=st.floats(0, 1))
@settings(deadline=None)
def test_a_file_that_was_cut_is_answered(notation: Notation, cut: float) -> None:
    text = SAMPLES[notation.id][: int(len(SAMPLES[notation.id]) * cut)]
    if notation.recognises("file.csv", text):
        say_all(notation.read(text, "file.csv"))


@given(content=st.binary(max_size=80) | RAW.map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(content=b'{"matches": [')
@example(content=b'{"name": "\\ud800", "matches": [{"team1": "\\ud800", "team2": "B"}]}')
@example(content=b"PK\x03\x04")
@example(content=b"\xff\xfeD\x00")
@example(content=b"sep=\n\n")
@settings(deadline=None)
def test_any_bytes_are_answered(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(content)
        say_all(read_results([path]))


LEAVES = st.none() | st.booleans() | st.integers(-2, 9) | st.floats() | st.sampled_from(("Leeds", "2-1", "90+2", ""))
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("ft", "name", "minute")), inner),
    max_leaves=6,
)
KEYS = ("round", "group", "date", "time", "team1", "team2", "score", "status", "goals1", "score1", "score2", "ground")


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), JSON) | JSON, max_size=4), JSON)
@settings(deadline=None)
def test_any_json_is_answered(listed: list[object], name: object) -> None:
    text = json.dumps({"name": name, "matches": listed}, indent=1)
    reading = football_json.read(text, "file.json")
    say_all(reading)
    assert len(matches(reading)) + len(unread(reading)) == len(listed)


# Size and speed.

MANY = 20_000


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Date,Home,Away,Score", "{day},Team {n},Club {m},2-1"),
        ("Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR", "E0,{day},Team {n},Club {m},2,1,H"),
        ("date,home_team,away_team,home_score,away_score,tournament", "{day},Team {n},Club {m},2,1,Cup"),
    ],
)
def test_many_rows_take_time_in_proportion(header: str, row: str) -> None:
    """A generous limit: what is held to is that no row costs more than the one before."""
    rows = [row.format(day=f"2018-{1 + n % 12:02}-{1 + n % 28:02}", n=n % 997, m=n % 991) for n in range(MANY)]
    text = "\n".join((header, *rows))
    notation = notation_of("file.csv", text)
    assert notation is not None
    started = time.process_time()
    reading = notation.read(text, "file.csv")
    assert time.process_time() - started < 15
    assert len(matches(reading)) == MANY


@pytest.mark.parametrize(
    "text",
    [
        "Date,Home,Away,Score\n" + '"' * 2_000_000,
        "Date,Home,Away,Score\n" + '"x\n' * 200_000,
        "Date,Home,Away,Score\n" + "," * 400_000 + "\n" + "," * 5_000_000,
        "Date,Home,Away,Score\n" + "a" * 5_000_000,
        "Date,Home,Away,Score\n" + "1-" * 200 + "\n" * 50_000,
        "," * 2_000_000,
        "\n" * 500_000,
        '{"matches": [' + "{}," * 20_000,
        '{"matches": ' + "[" * 3_000_000,
        '{"matches": ["' + "a" * 5_000_000,
    ],
    ids=range(10),
)
def test_files_that_were_made_to_break_things(text: str) -> None:
    started = time.process_time()
    tracemalloc.start()
    notation = notation_of("file", text)
    if notation is not None:
        say_all(notation.read(text, "file"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - started < 30
    assert peak < 60 * len(text) + 100 * 1024 * 1024

"""Workbooks (XLSX), and what in them can go wrong."""

import datetime as dt
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from liguilla.facts import Status
from liguilla.notation.results import spreadsheets
from liguilla.notation.results.reading import read_results
from liguilla.notation.results.spreadsheets import sheets_of
from tests.notation.results.reading import matches, only, said, unread

HEADER = ("Date", "Time", "Home", "Away", "Score")


def workbook(path: str, rows: Sequence[Sequence[object]], more: Callable[[Worksheet], None] | None = None) -> Path:
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    if more:
        more(sheet)
    book.save(path)
    return Path(path)


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Write a workbook again with one of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts.get(name, b""))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)


SHEET = "xl/worksheets/sheet1.xml"


def test_days_times_numbers_and_scores() -> None:
    rows = (
        HEADER,
        (dt.date(2024, 3, 14), dt.time(20, 30), "Leeds", "Bury", "2-1"),
        (dt.datetime.fromisoformat("2024-03-15 18:00"), None, "Bury", "Leeds", dt.time(1, 1)),
        (),
        ("16/03/2024", "20:30", "York", 1860, None),
    )
    reading = read_results([workbook("cup.xlsx", rows)])
    assert said(reading.problems) == []
    first, second, third = matches(reading)
    assert (first.origin.file, first.origin.line) == ("cup.xlsx", 2)
    assert (first.date, first.kickoff, first.score) == (dt.date(2024, 3, 14), dt.time(20, 30), (2, 1))
    assert (second.date, second.kickoff, second.score) == (dt.date(2024, 3, 15), dt.time(18), (1, 1))
    assert (third.origin.line, third.away, third.status) == (5, "1860", Status.SCHEDULED)


def test_a_score_that_became_a_day_is_not_guessed() -> None:
    rows = (HEADER, (dt.date(2024, 3, 14), None, "Leeds", "Bury", dt.date(2024, 1, 2)))
    reading = read_results([workbook("cup.xlsx", rows)])
    assert unread(reading) == [(2, "2024-03-14,,Leeds,Bury,2024-01-02")]
    (line,) = said(reading.problems)
    assert line.startswith(
        "cup.xlsx:2: Score: '2024-01-02' is a day, so this row was left out: a spreadsheet makes days"
    )


def test_every_sheet_is_read_as_a_file_of_its_own() -> None:
    book = Workbook()
    book.active.title = "Premier"
    for title, competition in (("Premier", "A"), ("Second", "B"), ("Shopping", None)):
        sheet = book[title] if title in book.sheetnames else book.create_sheet(title)
        if competition:
            sheet.append(("League", "Home", "Away", "Score"))
            sheet.append((competition, "Leeds", "Bury", "1-0"))
        else:
            sheet.append(("Item", "Price"))
            sheet.append(("milk", 1.5))
    book.create_sheet("Empty")
    book.save("book.xlsx")
    reading = read_results([Path("book.xlsx")])
    assert [(each.competition, each.files) for each in reading.results] == [
        ("A", ("book.xlsx!Premier",)),
        ("B", ("book.xlsx!Second",)),
    ]
    (line,) = said(reading.problems)
    assert line.startswith(
        "book.xlsx!Shopping: this is in no notation of results that is read. It looks like a table with"
    )


def test_the_workbooks_of_football_data_are_read_as_its_csv() -> None:
    rows = (
        ("Div", "Date", "HomeTeam", "AwayTeam", "FTHG", "FTAG", "FTR", "B365H"),
        ("E0", dt.date(2018, 8, 10), "Leeds", "Bury", 2, 1, "H", 1.57),
    )
    results = only(read_results([workbook("all.xlsx", rows)]))
    assert (results.competition, results.season) == ("E0", "2018-19")
    assert (results.matches[0].score, results.matches[0].odds) == ((2, 1), {"B365H": 1.57})


def test_a_cell_that_is_merged_downwards_counts_for_each_row() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A4")

    rows = (
        HEADER,
        (dt.date(2024, 3, 14), None, "A", "B", "1-0"),
        (None, None, "C", "D", "1-0"),
        (None, None, "E", "F", "1-0"),
        (None, None, "G", "H", "1-0"),
    )
    days = [match.date for match in matches(read_results([workbook("cup.xlsx", rows, merge)]))]
    assert days == [dt.date(2024, 3, 14)] * 3 + [None]


def test_a_title_over_all_columns() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:E1")

    rows = (("Liga Premier 2023/24",), HEADER, (dt.date(2024, 3, 14), None, "A", "B", "1-0"))
    results = only(read_results([workbook("cup.xlsx", rows, merge)]))
    assert (results.competition, results.season) == ("Liga Premier", "2023-24")


def test_of_a_formula_counts_the_value_that_was_saved() -> None:
    path = workbook("cup.xlsx", (HEADER, ("2024-03-14", None, "A", "B", '=CONCAT("1","-","0")')))
    reading = read_results([path])
    assert [match.status for match in matches(reading)] == [Status.SCHEDULED]
    assert said(reading.problems)[0].startswith("cup.xlsx:2: a formula here has no value that was saved with it")
    with_part(path, SHEET, lambda xml: xml.replace(b"<v></v>", b"<v>1-0</v>").replace(b"<v />", b"<v>1-0</v>"))
    with_part(path, SHEET, lambda xml: xml.replace(b'<c r="E2">', b'<c r="E2" t="str">'))
    assert [match.score for match in matches(read_results([path]))] == [(1, 0)]


# What can go wrong.


def test_a_broken_workbook() -> None:
    path = workbook("cup.xlsx", (HEADER, ("2024-03-14", None, "A", "B", "1-0")))
    with_part(path, SHEET, lambda xml: xml[: len(xml) // 2])
    assert said(read_results([path]).problems) == [
        "cup.xlsx: this workbook can't be opened. Save it anew as XLSX, or as CSV"
    ]


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_truncated_workbook(keep: float) -> None:
    content = workbook("cup.xlsx", (HEADER, ("2024-03-14", None, "A", "B", "1-0"))).read_bytes()
    Path("cup.xlsx").write_bytes(content[: int(len(content) * keep)])
    assert said(read_results([Path("cup.xlsx")]).problems) == [
        "cup.xlsx: this is a file of the kind ZIP, not text. Give a file of results"
    ]


def test_a_zip_bomb_is_not_unpacked() -> None:
    path = workbook("cup.xlsx", (HEADER,))
    with_part(path, "xl/media/image1.png", lambda _: bytes(200 * 1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    assert said(read_results([path]).problems) == [
        "cup.xlsx: this workbook unpacks to more than any results take, so it was not opened. Check that it is the"
        " right file"
    ]


@pytest.mark.parametrize("cell", [b'<c r="XFD#"><v>1</v></c>', b'<c r="A#" t="inlineStr"><is><t>xxxxxxxx</t></is></c>'])
def test_a_sheet_that_was_made_to_fill_the_memory_is_not_read_to_its_end(
    cell: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheets, "LARGEST", 10_000)
    path = workbook("cup.xlsx", (HEADER,))
    made = b"".join(b'<row r="%d">%s</row>' % (row, cell.replace(b"#", b"%d" % row)) for row in range(2, 2000))
    with_part(path, SHEET, lambda xml: xml.replace(b"</sheetData>", made + b"</sheetData>"))
    lines = said(read_results([path]).problems)
    assert any("this sheet is larger than any with results, so it was not read from here on" in line for line in lines)


def test_a_cell_that_is_merged_far_to_the_right_is_left_out() -> None:
    path = workbook("cup.xlsx", (HEADER, *(("2024-03-14", None, "A", "B", "1-0") for _ in range(20))))
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="XFD2:XFD1000000"/></mergeCells>'
    with_part(path, SHEET, lambda xml: xml.replace(b"</sheetData>", merged))
    assert len(matches(read_results([path]))) == 20


def test_entities_are_not_followed() -> None:
    path = workbook("cup.xlsx", (HEADER,))
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with_part(path, SHEET, lambda xml: xml.replace(b"<worksheet", bomb + b"<worksheet", 1))
    assert said(read_results([path]).problems) == [
        "cup.xlsx: this workbook can't be opened. Save it anew as XLSX, or as CSV"
    ]


def test_an_old_workbook_or_one_with_a_password() -> None:
    Path("cup.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert said(read_results([Path("cup.xls")]).problems) == [
        "cup.xls: this is a workbook of an old kind, or one with a password. Save it as XLSX without a password, or as"
        " CSV"
    ]


def test_a_zip_file_that_is_no_workbook() -> None:
    with zipfile.ZipFile("cup.zip", "w") as archive:
        archive.writestr("cup.csv", "Date,Home,Away,Score\n")
    assert said(read_results([Path("cup.zip")]).problems) == [
        "cup.zip: this is a file of the kind ZIP, not text. Give a file of results"
    ]


@pytest.mark.parametrize("seed", range(40))
def test_a_workbook_with_changed_bytes_is_answered(seed: int) -> None:
    content = bytearray(workbook("cup.xlsx", (HEADER, ("2024-03-14", None, "A", "B", "1-0"))).read_bytes())
    for step in range(5):
        content[(seed * 7919 + step * 104_729) % len(content)] ^= 1 + (seed + step) % 255
    problems: list[object] = []
    if content.startswith(b"PK\x03\x04"):
        Path("cup.xlsx").write_bytes(content)
        read_results([Path("cup.xlsx")])
    else:
        list(sheets_of(bytes(content), "cup.xlsx", problems))  # type: ignore[arg-type]


def test_a_sheet_as_another_program_writes_it() -> None:
    path = workbook("cup.xlsx", (HEADER,))

    def row(number: int, home: str, away: str, score: str) -> str:
        cells = zip("ABC", (home, away, score), strict=True)
        written = (f'<c r="{name}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for name, cell in cells)
        return f'<row r="{number}">{"".join(written)}</row>'

    rows = f"<sheetData>{row(1, 'Home', 'Away', 'Score')}{row(3, 'Leeds', 'Bury', '2-1')}</sheetData>".encode()
    with_part(path, SHEET, lambda xml: xml[: xml.index(b"<sheetData>")] + rows + xml[xml.index(b"</sheetData>") + 12 :])
    (match,) = matches(read_results([path]))
    assert (match.origin.line, match.teams, match.score) == (3, ("Leeds", "Bury"), (2, 1))

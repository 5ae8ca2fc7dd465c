"""Text in files that others wrote, in whatever encoding they had."""

from pathlib import Path

import pytest

from liguilla.errors import Problem, Severity
from liguilla.notation.files import read_text_file


def read(content: bytes, *, foreign: bool = True) -> tuple[str | None, list[Problem]]:
    problems: list[Problem] = []
    Path("cup.txt").write_bytes(content)
    return read_text_file(Path("cup.txt"), problems, foreign=foreign), problems


def test_lines_in_the_code_page_of_old_windows_are_read_and_reported_once() -> None:
    text, problems = read("Malmö\n".encode() + "León – Bury\n".encode("cp1252") + "Köln\n".encode("latin-1"))
    assert text == "Malmö\nLeón – Bury\nKöln\n"
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert [problem.line() for problem in problems] == [
        "cup.txt:2: 2 lines, this one first, are not written in UTF-8, and were read as Windows-1252. "
        "Check their accents, and save the file as UTF-8"
    ]
    assert [problem.line() for problem in read("León".encode("cp1252"))[1]] == [
        "cup.txt:1: this line is not written in UTF-8, and was read as Windows-1252. "
        "Check its accents, and save the file as UTF-8"
    ]


def test_a_byte_that_means_nothing_there_either_becomes_a_sign_that_readers_report() -> None:
    assert read(b"Le\x81n\n")[0] == "Le\ufffdn\n"


def test_text_in_utf_16_is_read_and_reported() -> None:
    text, problems = read("= Málaga\n".encode("utf-16"))
    assert text == "= Málaga\n"
    assert [problem.line() for problem in problems] == [
        "cup.txt: is written in UTF-16, and was read as that. Save it as UTF-8"
    ]


def test_text_in_utf_8_needs_no_word_with_or_without_its_mark() -> None:
    assert read("\ufeffMalmö\r\n".encode()) == ("Malmö\r\n", [])


@pytest.mark.parametrize("content", ["León".encode("cp1252"), "León".encode("utf-16")])
def test_our_own_files_have_to_be_utf_8(content: bytes) -> None:
    text, problems = read(content, foreign=False)
    assert text is None
    assert [problem.severity for problem in problems] == [Severity.ERROR]


def test_what_is_no_text_or_too_much_of_it_is_refused() -> None:
    assert read(b"a\0b")[0] is None
    problems: list[Problem] = []
    assert read_text_file(Path("cup.txt"), problems, 2, foreign=True) is None
    assert len(problems) == 1

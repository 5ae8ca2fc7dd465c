"""Where a page is shown decides how: styled on a terminal, plain anywhere else."""

import io

import pytest

from liguilla.publish import bracket_page, screen_width, show
from tests.playing import cup
from tests.publish.conftest import Season


class Terminal(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(season: Season, stream: io.StringIO) -> str:
    show(bracket_page(season("2012-11-18").tournaments["apertura"]), stream)
    return stream.getvalue()


def test_a_pipe_gets_no_code_at_all(season: Season) -> None:
    text = shown(season, io.StringIO())
    assert "\x1b" not in text
    assert text.endswith("\n")
    assert "├─ 7 Dorados" in text


def test_a_terminal_gets_styles(season: Season) -> None:
    text = shown(season, Terminal())
    assert "\x1b[1mDorados (7)" in text
    assert "\x1b[33m" in text


def test_no_color_is_heeded(season: Season, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in shown(season, Terminal())


def test_a_dumb_terminal_gets_plain_text(season: Season, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in shown(season, Terminal())


@pytest.mark.parametrize(("encoding", "name"), [("ascii", "Merida"), ("latin-1", "Mérida")])
def test_without_unicode_lines_are_drawn_with_other_signs(season: Season, encoding: str, name: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    show(bracket_page(season().tournaments["apertura"]), stream)
    stream.flush()
    text = stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]
    assert f"5 {name}" in text
    assert "+-6 La Piedad" in text
    assert "?" not in text


def test_what_would_command_the_terminal_is_not_let_through() -> None:
    state = cup("pairing: bracket\nhosts: neutral\ndecide_by: [score, lots]\nrounds: as_needed", "A\x1b[31m,B")
    page = bracket_page(state).plain
    assert "\x1b" not in page
    assert "A\N{REPLACEMENT CHARACTER}[31m (1)" in page


def test_a_page_is_as_wide_as_the_terminal_but_no_wider_than_is_good_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert screen_width(io.StringIO()) == 80
    monkeypatch.setenv("COLUMNS", "40")
    assert screen_width(Terminal()) == 40
    monkeypatch.setenv("COLUMNS", "300")
    assert screen_width(Terminal()) == 80

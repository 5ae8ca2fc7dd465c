"""The command as a process: pipes that close, disks that are full, signals, and terminals."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from liguilla.cli.output import Output
from tests.cli.conftest import SEASON, Run

COMMAND = [str(Path(sys.executable).with_name("liguilla"))]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH")}


def start(*words: str, **given: object) -> subprocess.Popen[bytes]:
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": ENVIRONMENT} | given
    return subprocess.Popen([*COMMAND, *words], **streams)  # type: ignore[call-overload, no-any-return]


def on_a_terminal(*words: str, **environment: str) -> str:
    """Return what a command writes to a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    with start(*words, stdout=theirs, env=ENVIRONMENT | {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | environment):
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 4096):
                written += piece
        except OSError:  # so Linux tells that the other side is closed
            pass
        os.close(ours)
    return written.decode()


def test_a_reader_that_goes_away_is_no_error_to_speak_of() -> None:
    process = start("schedule", str(SEASON), "--json")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert (process.wait(), process.stderr.read()) == (141, b"")
    process.stderr.close()


def test_an_interrupt_is_obeyed_in_silence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(moment: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("liguilla.cli.worlds.play_moment", interrupted)
    answer = run("play", SEASON)
    assert (answer.status, answer.out, answer.err.strip()) == (130, "", "")


def test_a_bug_of_ours_is_not_hidden(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(moment: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("liguilla.cli.worlds.play_moment", mistaken)
    with pytest.raises(ZeroDivisionError):
        run("play", SEASON)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_without_a_traceback() -> None:
    with open("/dev/full", "wb") as full, start("play", str(SEASON), stdout=full) as process:
        assert process.communicate()[1] == b"liguilla: the disk is full. Make room\n"
        assert process.returncode == 1


@pytest.mark.parametrize("closed", ["1", "2"])
def test_a_stream_that_is_closed_is_left_alone(closed: str) -> None:
    line = f'"{COMMAND[0]}" play "{SEASON}" {closed}>&-'
    done = subprocess.run(["sh", "-c", line], env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_colours_are_for_terminals_and_not_where_nobody_wants_them() -> None:
    assert "\x1b[" in on_a_terminal("table", str(SEASON / "apertura"))
    assert "\x1b[3" not in on_a_terminal("table", str(SEASON / "apertura"), NO_COLOR="1")


def test_a_path_of_bytes_that_are_no_text_is_answered() -> None:
    done = subprocess.run([*COMMAND, "play", b"caf\xe9", "--json"], env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b'"file": "caf\\udce9"' in done.stdout


def test_help_is_quick_to_come_since_nothing_is_loaded_that_only_answers_need() -> None:
    code = "import sys; from liguilla.cli import main; main(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    loaded = set(done.stdout.splitlines()[-1].split())
    assert (
        loaded & {"rich", "pydantic", "ruamel.yaml", "liguilla.engine", "liguilla.formats", "liguilla.facts"} == set()
    )


def test_how_to_answer_is_read_off_a_line_before_anything_else() -> None:
    assert Output.asked_for(["play", "--json", "--lang", "es"]) == Output("es", True)
    assert Output.asked_for(["--lang=en", "play", "--", "--json"]) == Output("en", False)

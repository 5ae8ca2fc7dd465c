"""The documentation says what is true: examples run, every sentence exists in both languages."""

from __future__ import annotations

import ast
import doctest
import importlib
import os
import pkgutil
import re
import shlex
import string
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import liguilla
from liguilla.words import LANGUAGES, catalogue

ROOT = Path(__file__).parents[1]
AREAS = sorted(file.stem for file in (ROOT / "src/liguilla/words/en").glob("*.toml"))
PACKAGES = pkgutil.walk_packages(liguilla.__path__, "liguilla.")
MODULES = [name for _, name, _ in PACKAGES if not name.endswith("__main__")]


# ------------------------------------------------------------------------------------------------------ examples


def test_the_python_in_the_readme_gives_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```pycon\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert blocks
    for block in blocks:
        example = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
        assert doctest.DocTestRunner().run(example).failed == 0


def _commands(text: str) -> Iterator[tuple[str, str]]:
    for block in re.findall(r"```console\n(.*?)```", text, re.S):
        yield from re.findall(r"^\$ (liguilla .*)\n((?:(?!\$ ).*\n)*)", block, re.M)


@pytest.mark.parametrize(("command", "output"), list(_commands((ROOT / "README.md").read_text(encoding="utf-8"))))
def test_the_commands_in_the_readme_print_what_it_says(command: str, output: str) -> None:
    environment = {**os.environ, "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    arguments = [sys.executable, "-m", "liguilla.cli", *shlex.split(command)[1:]]
    run = subprocess.run(arguments, capture_output=True, text=True, cwd=ROOT, env=environment, encoding="utf-8")
    assert run.stdout == output


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_links_in_the_documentation_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


# ----------------------------------------------------------------------------------------------------- languages


def _forms(template: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"": template} if isinstance(template, str) else template


def _values(template: str | Mapping[str, str]) -> set[str]:
    return {
        field for form in _forms(template).values() for _, field, _, _ in string.Formatter().parse(form) if field
    } - {"n"}


@pytest.mark.parametrize("area", AREAS)
def test_every_sentence_exists_in_every_language_with_the_same_values(area: str) -> None:
    english = catalogue("en", area)
    for language in LANGUAGES:
        other = catalogue(language, area)
        assert list(other) == list(english)
        assert {key: _values(template) for key, template in other.items()} == {
            key: _values(template) for key, template in english.items()
        }


def _phrases() -> Iterator[tuple[str, str]]:
    for file in sorted((ROOT / "src/liguilla").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id in ("phrase", "Phrase") and node.args:
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield file.name, code.value


def test_every_phrase_that_the_code_makes_is_in_the_catalogue() -> None:
    missing = [
        (file, code)
        for file, code in _phrases()
        if code.partition(".")[0] not in AREAS or code.partition(".")[2] not in catalogue("en", code.partition(".")[0])
    ]
    assert missing == []

"""Wrong variants of the library's formats, as written down in ``tests/golden/formats/errors.toml``.

``python -m tests.formats.variants`` writes the file anew, with what is said now; read the difference before it is kept.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

from liguilla.errors import Problem
from liguilla.formats import check_format
from tests.formats.shelves import LIBRARY, Shelf

FILE = Path(__file__).parents[1] / "golden/formats/errors.toml"

HEAD = """\
# Wrong variants of the formats of the library, and what must be said about each: one place of a file is changed, its
# first occurrence. Every problem is listed; there is no other.
"""


def variants() -> list[dict[str, Any]]:
    """Return the variants: file, replace, with, and the problems: line, column, message."""
    listed: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["variant"]
    return listed


def found(variant: dict[str, Any]) -> tuple[Problem, ...]:
    """Return what is said about a variant now."""
    name = variant["file"].removesuffix(".yaml")
    text = LIBRARY.text(name) or ""
    assert variant["replace"] in text
    return check_format(name, Shelf({name: text.replace(variant["replace"], variant["with"], 1)}))


def as_toml(variant: dict[str, Any]) -> str:
    lines = ["[[variant]]", *(f"{key} = {quoted(variant[key])}" for key in ("file", "replace", "with"))]
    for problem in found(variant):
        assert problem.origin
        place = [f"line = {problem.origin.line}", f"column = {problem.origin.column}"]
        lines += ["", "[[variant.problem]]", *place, f"message = {quoted(problem.text())}"]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    if "\n" in text:
        return json.dumps(text, ensure_ascii=False)
    return f"'''{text}'''" if "'" in text else f"'{text}'"


if __name__ == "__main__":
    FILE.write_text("\n".join([HEAD, *map(as_toml, variants())]), encoding="utf-8")

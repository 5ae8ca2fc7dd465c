"""The wrong variants of the library's formats: each must be refused with just these messages, at just these places."""

import json
from pathlib import Path
from typing import Any

import pytest

from liguilla.formats import check_format
from tests.formats.shelves import Shelf
from tests.formats.variants import found, variants

REFERENCE = Path(__file__).parents[3] / "shared/language"
"""The reference's own files and list of errors, where they are at hand."""


@pytest.mark.parametrize("variant", variants(), ids=lambda variant: f"{variant['file']}: {variant['with'].strip()}")
def test_each_variant_is_refused_with_its_messages_where_they_are_written(variant: dict[str, Any]) -> None:
    expected = [f"{variant['file']}:{p['line']}:{p['column']}: {p['message']}" for p in variant["problem"]]
    assert [problem.line() for problem in found(variant)] == expected


def reference_rows() -> list[dict[str, Any]]:
    file = REFERENCE / "errors.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else []


@pytest.mark.skipif(not reference_rows(), reason="the language's reference is not beside this checkout")
def test_every_row_of_the_reference_is_said_word_for_word() -> None:
    texts = {file.stem: file.read_text("utf-8") for file in REFERENCE.glob("*.yaml")}
    beside = {file.name: file.read_text("utf-8") for file in REFERENCE.glob("*.csv")}
    for row in reference_rows():
        name = row["file"].removesuffix(".yaml")
        changed = texts[name].replace(row["instead_of"], row["written"], 1)
        found = check_format(name, Shelf({**texts, name: changed}, beside))
        assert [problem.text() for problem in found] == [expected["message"] for expected in row["problems"]]
        for problem, expected in zip(found, row["problems"], strict=True):
            assert problem.origin
            assert problem.origin.file == expected["file"]
            # The reference gives the line of the stage, or none; ours is exact, and shows that line above it.
            shown = (None, problem.origin.line, *(number for number, _ in problem.excerpt))
            assert expected["line"] in shown

"""The JSON Schema that editors use."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from liguilla.formats import json_schema, plain, read_yaml
from tests.formats.shelves import LIBRARY
from tests.formats.variants import variants

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", LIBRARY.names())
def test_it_lets_every_format_of_the_library_pass_as_it_is_written(name: str) -> None:
    file = plain(read_yaml(LIBRARY.text(name) or "", name))
    assert [error.message for error in VALIDATOR.iter_errors(file)] == []


STRUCTURAL = ("unknown key", "unknown result", "is not one of", "is not a whole number", "is missing", "replay needs")


@pytest.mark.parametrize(
    "variant",
    [
        variant
        for variant in variants()
        if any(part in problem["message"] for problem in variant["problem"] for part in STRUCTURAL)
        and "is not a value of" not in variant["problem"][0]["message"]
    ],
    ids=lambda variant: variant["with"],
)
def test_it_refuses_what_is_wrong_with_keys_and_sorts(variant: dict[str, Any]) -> None:
    text = LIBRARY.text(variant["file"].removesuffix(".yaml")) or ""
    changed = plain(read_yaml(text.replace(variant["replace"], variant["with"], 1), variant["file"]))
    assert not VALIDATOR.is_valid(changed)


def test_every_key_says_what_it_means() -> None:
    for name, definition in {"the format": SCHEMA, **SCHEMA["$defs"]}.items():
        for key, value in definition.get("properties", {}).items():
            if name != "Stage" or key != "id":
                assert value.get("description"), f"{name}, {key}"


def test_what_is_wrong_with_a_stage_is_said_of_its_kind_alone() -> None:
    stage = {"id": "table", "kind": "league", "meetings": 1, "rank_by": ["points"], "pots": []}
    file = {"name": "Cup", "source": "s", "stages": [stage], "outcomes": {}}
    assert [error.message for error in VALIDATOR.iter_errors(file)] == [
        "Additional properties are not allowed ('pots' was unexpected)"
    ]

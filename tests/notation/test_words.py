"""What is said about facts is said in every language, with the same values."""

import re
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import pytest

import liguilla
from liguilla.words import LANGUAGES, catalogue

AREAS = ("notation", "facts")
SOURCE = Path(liguilla.__file__).parent


def forms(template: str | Mapping[str, str]) -> Mapping[str, str]:
    return template if isinstance(template, Mapping) else {"other": template}


def values_of(template: str | Mapping[str, str]) -> set[str]:
    return {name for form in forms(template).values() for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("area", AREAS)
def test_every_language_says_the_same(area: str) -> None:
    english, *others = (catalogue(language, area) for language in LANGUAGES)
    for other in others:
        assert {key: values_of(text) for key, text in other.items()} == {
            key: values_of(text) for key, text in english.items()
        }


@pytest.mark.parametrize("area", AREAS)
def test_every_phrase_that_is_used_is_there(area: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    used = set(re.findall(rf'"{area}\.([a-z0-9_.]+)"', code))
    assert used - set(catalogue("en", area)) == set()

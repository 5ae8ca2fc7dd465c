"""The language of an answer: asked for on the line, or by the environment, or English."""

import pytest

from liguilla.cli.languages import chosen_language


@pytest.mark.parametrize(
    "line",
    [
        "--lang es play cup",
        "play --lang es cup",
        "play cup --lang es",
        "play cup --lang=es",
        "--lang en play --lang es",
    ],
)
def test_the_language_may_be_asked_for_anywhere_on_the_line(line: str) -> None:
    assert chosen_language(line.split(), {"LIGUILLA_LANG": "en", "LANG": "en_US.UTF-8"}) == "es"


def test_after_two_hyphens_nothing_is_an_option() -> None:
    assert chosen_language(["play", "--", "--lang", "es"], {}) == "en"


def test_a_language_that_is_not_there_is_not_chosen() -> None:
    assert chosen_language(["--lang", "fr"], {"LANG": "es_MX.UTF-8"}) == "es"
    assert chosen_language(["--lang"], {}) == "en"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LIGUILLA_LANG": "es", "LC_ALL": "en_US.UTF-8"}, "es"),
        ({"LIGUILLA_LANG": "fr", "LANG": "es_MX.UTF-8"}, "es"),
        ({"LC_ALL": "es_MX.UTF-8", "LANG": "en_US.UTF-8"}, "es"),
        ({"LC_ALL": "", "LC_MESSAGES": "es", "LANG": "en_US.UTF-8"}, "es"),
        ({"LC_ALL": "C.UTF-8", "LANG": "es_MX.UTF-8"}, "en"),
        ({"LANG": "es.UTF-8"}, "es"),
        ({"LANG": "est_EE.UTF-8"}, "en"),
    ],
)
def test_otherwise_our_own_variable_decides_and_then_the_locale(environment: dict[str, str], language: str) -> None:
    assert chosen_language(["play", "cup"], environment) == language

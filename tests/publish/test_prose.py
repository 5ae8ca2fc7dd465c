"""A format as prose: nothing of it is left unsaid, nothing in it is a code, and every line fits.

Pages in ``tests/golden/formats-prose`` are written anew by ``UPDATE_GOLDEN=1 pytest tests/publish/test_prose.py``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings

import liguilla.formats as formats
from liguilla.errors import FormatError
from liguilla.formats import ByFact, Format, Knockout, NamedGroups, read_format
from liguilla.notation import FormatFiles
from liguilla.publish import format_page
from liguilla.publish.prose import format_prose
from liguilla.words import LANGUAGES, catalogue
from tests.formats.shelves import Shelf
from tests.formats.test_mutations import mutated
from tests.publish.changed_trees import NO_RULE, changes, has_more_than_usual
from tests.publish.telling import lines

GOLDEN: Final = Path(__file__).parents[1] / "golden/formats-prose"

FILES: Final = FormatFiles(GOLDEN)
"""The formats of the library, and those made for these tests."""

SPECIMENS: Final = ("every-rule", "every-rule-inside")
"""Formats made to hold every key of the language."""

TELLING: Final = (
    "argentina-2023", "ascenso-mx-season-2012", "belgian-pro-league-2023", "double-elimination", "fa-cup-2018",
    "liga-expansion-2021", "nfl-2021", "uefa-champions-league-2025", "uefa-euro-2024", "every-rule",
)  # fmt: skip
"""Formats whose pages are kept."""

LEFT_OVER: Final = re.compile(r"[{}\[\]<>_]|\b(None|True|False|Phrase|Fraction)\b|\.\.|[ ,;:][.,;]|  |\( | \)")
"""What is in no sentence: brackets, ids, values of Python, marks with nothing between them."""

UNCONTRACTED: Final = re.compile(r"\b([Dd]e|[Aa]) el \b")

every_format = pytest.mark.parametrize("name", FILES.names())
every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def read(name: str) -> Format:
    return read_format(name, FILES)


def told(format_: Format) -> list[str]:
    return list(lines(format_prose(format_)))


def says(format_: Format, said: list[str]) -> bool:
    """Return whether the prose of a format is just this."""
    return all(one == other for one, other in zip_longest(lines(format_prose(format_)), said))


# ------------------------------------------------------------------------------------------------ nothing unsaid


@pytest.mark.parametrize("name", SPECIMENS)
def test_whatever_changes_in_the_rules_changes_in_the_prose(name: str) -> None:
    said = told(read(name))
    assert [(change.of, change.where) for change in changes(read(name)) if says(change.format, said)] == []


def test_the_formats_made_for_it_hold_everything_a_format_can_say() -> None:
    kinds = [getattr(formats, name) for name in formats.__all__]
    trees = (kind for kind in kinds if is_dataclass(kind) and kind.__module__.split(".")[2] != "reading")
    every = [f"{kind.__name__}.{field.name}" for kind in trees for field in fields(kind)]
    rules_of_their_own = [of for of in every if of not in NO_RULE and of.partition(".")[2] not in NO_RULE]
    held = [*map(read, SPECIMENS)]
    assert [of for of in rules_of_their_own if not any(has_more_than_usual(each, of) for each in held)] == []


@pytest.mark.parametrize("part", range(8))
def test_nothing_in_the_library_is_left_unsaid_either(part: int) -> None:
    """Of every kind of thing a few are changed, in other formats each time."""
    seen: dict[str, int] = {}
    unsaid = []
    for name in FILES.names()[part::8]:
        said, tried = list[str](), set[str]()
        for change in changes(read(name)):
            if change.of in tried or seen.get(change.of, 0) > 1:
                continue
            tried.add(change.of)
            seen[change.of] = seen.get(change.of, 0) + 1
            said = said or told(read(name))
            if says(change.format, said):
                unsaid.append((name, change.of, change.where))
    assert unsaid == []


# ---------------------------------------------------------------------------------------------- nothing but words


@every_format
def test_prose_is_sentences_and_nothing_of_the_file_shows_through(name: str) -> None:
    written = sorted(set(_texts_by_hand(read(name))), key=len, reverse=True)
    for language in LANGUAGES:
        for line in lines(format_prose(read(name)), language):
            ours = line
            for text in written:
                ours = ours.replace(text, "X").replace(text[:1].upper() + text[1:], "X")
            assert not LEFT_OVER.search(ours), line
            assert not (language == "es" and UNCONTRACTED.search(ours)), line
            assert not ours[:1].islower(), line


@every_format
def test_prose_fits_the_page(name: str) -> None:
    for language in LANGUAGES:
        page = format_page(read(name), FILES.text(name) or "", language).plain
        assert max(map(len, page.splitlines())) <= 80


def _texts_by_hand(value: Any) -> Iterator[str]:
    """Give the texts that people wrote into a format, which say what they say."""
    if isinstance(value, Mapping):
        if value and value.keys() <= set(LANGUAGES):
            yield from value.values()
        for each in value.values():
            yield from _texts_by_hand(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_by_hand(each)
    elif is_dataclass(value):
        for field in fields(value):
            part = getattr(value, field.name)
            if field.name in ("name", "source", "note", "because") and isinstance(part, str):
                yield part
            yield from _texts_by_hand(part)


def test_whatever_the_library_names_by_an_id_has_words_in_every_language() -> None:
    """A new id of a stage, round or outcome, or of a fact, needs a line in these files of words."""
    library = FormatFiles()
    missing = {
        f"{area}.toml: {id_}"
        for name in library.names()
        for area, id_ in _ids(read(name))
        if id_ not in catalogue("en", area)
    }
    assert sorted(missing) == []


def _ids(format_: Format) -> Iterator[tuple[str, str]]:
    """Give the ids that stand in prose, each with the words that are needed for it."""
    for id_ in (*format_.tournaments, *format_.other_competitions):
        yield "stage_names", id_
    for fact, known in format_.entry.know.items():
        yield "team_facts", fact
        yield from (("teams_with", f"{fact}_{value}") for value in known.values or () if value in ("yes", "no"))
    for stage in format_.stages.values():
        groups = getattr(stage, "groups", None)
        labels = (
            groups.members if isinstance(groups, NamedGroups) else groups.labels if isinstance(groups, ByFact) else ()
        )
        yield from (("prose", f"label_{label}") for label in labels if label.isalpha() and label.islower())
        rounds = stage.rounds if isinstance(stage, Knockout) and isinstance(stage.rounds, tuple) else ()
        for each in (stage, *rounds):
            if each.name is None:
                yield from (("names", each.id), ("stage_names", each.id))
        for tie in (tie for each in rounds for tie in each.ties):
            if tie.name is None and tie.id.islower():
                yield "stage_names", tie.id
    for outcome in format_.outcomes.values():
        if outcome.name is None:
            yield from (("names", outcome.id), ("outcome_names", outcome.id))


@every_language
def test_a_name_and_the_name_with_its_article_are_the_same(language: str) -> None:
    names, with_article = catalogue(language, "names"), catalogue(language, "stage_names")
    for id_ in names.keys() & with_article.keys():
        assert re.sub(r"^(the|el|la|los|las) ", "", str(with_article[id_])) == names[id_]


@every_language
def test_every_folder_of_the_library_has_the_name_of_a_country_or_body(language: str) -> None:
    library = Path(formats.__file__).parents[1] / "library"
    assert {folder.name for folder in library.iterdir() if folder.is_dir()} == set(catalogue(language, "countries"))


@settings(max_examples=60, deadline=None)
@given(mutated())
def test_whatever_can_be_read_can_be_told(changed: tuple[str, str]) -> None:
    name, text = changed
    try:
        format_ = read_format(name, Shelf({name: text}))
    except FormatError:
        return
    assert all(list(lines(format_prose(format_, text), language)) for language in LANGUAGES)


# ------------------------------------------------------------------------------------------------------- golden


@every_language
@pytest.mark.parametrize("name", TELLING)
def test_the_pages_of_telling_formats(name: str, language: str) -> None:
    """Comments of files that others edit are left out; those of a format made for these tests are told."""
    text = FILES.text(name) or "" if name in SPECIMENS else ""
    page = f"{format_page(read(name), text, language).plain}\n"
    path = GOLDEN / f"{name}-{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(page, encoding="utf-8")
    assert page == path.read_text(encoding="utf-8")

"""The page on files and columns says what the layouts are: every file, column and kind of decision, in both languages.

After a change of columns, ``UPDATE_DOCS=1 pytest tests/notation/test_columns.py`` writes the page anew.
"""

import os
from pathlib import Path

import pytest

from liguilla.notation import columns_document
from liguilla.notation.decisions import KINDS
from liguilla.notation.folder import PUBLISHED_LAYOUTS, SHEETS
from liguilla.words import LANGUAGES

PAGE = Path(__file__).parents[2] / "docs/facts.md"


def test_the_page_is_up_to_date() -> None:
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(columns_document(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == columns_document()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_column_and_kind_is_on_it(language: str) -> None:
    page = columns_document(language)
    layouts = [*(file.layout for file in SHEETS), *PUBLISHED_LAYOUTS.values()]
    names = {column.name for layout in layouts for column in layout.columns}
    names |= {file.name for file in SHEETS} | set(KINDS)
    assert {name for name in names if f"`{name}`" not in page} == set()

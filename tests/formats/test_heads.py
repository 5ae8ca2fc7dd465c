"""The head of a format is what the whole of it says of itself."""

from __future__ import annotations

import pytest

from liguilla.formats import read_format, read_head, read_seasons_of
from liguilla.notation import FormatFiles
from tests.formats.shelves import Shelf, built

LOADER = FormatFiles()


@pytest.mark.parametrize("name", LOADER.names())
def test_the_head_of_every_format_of_the_library(name: str) -> None:
    head, whole = read_head(name, LOADER), read_format(name, LOADER)
    assert (head.id, head.name, head.source, head.sport) == (whole.id, whole.name, whole.source, whole.sport)
    assert (head.valid_from, head.valid_to) == (whole.valid_from, whole.valid_to)
    assert read_seasons_of(name, LOADER) == (whole.valid_from, whole.valid_to)
    assert (head.at_least, head.at_most) == (whole.entry.at_least, whole.entry.at_most)


@pytest.mark.parametrize(
    "lines",
    [
        "name: Cup",
        'name: "Cup: the final"  # a remark',
        'name: "The \\"Cup\\""',
        "name: {en: Cup, es: Copa}",
        'name: {en: "Cup, 2012", es: "Copa, 2012"}    # check',
        "name:\n  en: Cup\n  es: Copa de la Liga\n",
        "name: 'Cup'",
        "valid: {from: 2012-13}",
        "valid: {from: 2012, to: 2013-14}   # check: to",
        "valid:\n  from: 2012\n",
        "sport: rugby\nsource: Someone's book, p. 3",
        "teams: 16",
        "teams: 3-256",
        "teams: {count: 16}",
        "teams: {count: 3-8, know: {pot: [1, 2]}}",
        "teams:\n  count: 12          # check\n  know:\n    pot: [1, 2]\n",
        "teams:\n  know: {pot: [1, 2]}\n  count: 12\n",
        "teams: {know: {pot: any}}",
    ],
)
def test_a_head_is_the_same_however_it_is_written(lines: str) -> None:
    """What is written in the usual ways is read without YAML; it has to come to the same."""
    frame = {"name": "Cup", "source": "Rules", "teams": "4"}
    usual = "".join(f"{key}: {value}\n" for key, value in frame.items() if f"{key}:" not in f"\n{lines}")
    whole = built(f"{usual}{lines}\nstages: []\noutcomes: {{}}\n")
    head = read_head("cup", Shelf({"cup": f"{usual}{lines}\nstages: []\noutcomes: {{}}\n"}))
    assert (head.name, head.source, head.sport) == (whole.name, whole.source, whole.sport)
    assert (head.valid_from, head.valid_to) == (whole.valid_from, whole.valid_to)
    assert (head.at_least, head.at_most) == (whole.entry.at_least, whole.entry.at_most)

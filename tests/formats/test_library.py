"""The formats of the library: all can be read, and thirty of them become the trees in ``tests/golden/formats``.

Of the formats of the reference the trees themselves are kept, so that a change of the reading shows. What a format
says is told, for all of them, in `tests/publish/test_prose.py`.
"""

from typing import Any

import pytest

from liguilla.formats import (
    AsNeeded,
    BestOf,
    Condition,
    Knockout,
    Ladder,
    Ranking,
    Selector,
    Series,
    check_format,
    read_format,
)
from tests.formats.shelves import LIBRARY
from tests.formats.trees import GOLDEN, KEPT, parts, tree

every_format = pytest.mark.parametrize("name", LIBRARY.names())


@every_format
def test_a_format_of_the_library_has_no_problem(name: str) -> None:
    assert check_format(name, LIBRARY) == ()


@pytest.mark.parametrize("name", KEPT)
def test_a_format_whose_tree_was_checked_still_becomes_it(name: str) -> None:
    """That is each of the thirty of the reference; the others have no tree to be kept."""
    assert tree(read_format(name, LIBRARY)) == GOLDEN.joinpath(f"{name}.txt").read_text("utf-8")


@every_format
def test_nothing_in_a_tree_is_empty_that_must_not_be(name: str) -> None:
    assert_whole(read_format(name, LIBRARY))


def assert_whole(value: Any) -> None:
    """An empty part would be a fault of reading: no place, no step, no host for a leg."""
    match value:
        case Selector(terms=terms):
            assert terms
        case Condition(clauses=clauses):
            assert clauses
        case Ranking(steps=steps, rule=rule) | Ladder(steps=steps, rule=rule):
            assert steps
            assert rule
        case Series(legs=legs, hosts=hosts):
            assert len(hosts) == (legs.number if isinstance(legs, BestOf) else legs)
        case Knockout(rounds=rounds):
            assert isinstance(rounds, AsNeeded) or rounds
    if hasattr(value, "__dataclass_fields__") or (isinstance(value, dict | tuple) and value):
        for _, part in parts(value):
            assert_whole(part)


def test_a_format_used_twice_is_built_once() -> None:
    season = read_format("ascenso-mx-season-2012", LIBRARY)
    assert season.tournaments["apertura"] is season.tournaments["clausura"]

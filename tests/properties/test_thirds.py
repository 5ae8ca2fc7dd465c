"""Printed tables of best thirds: every row is reached, and puts the thirds where it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from math import comb

import pytest

from liguilla.engine import play
from liguilla.facts import DrawnBall, Facts, Match, Score, Status, Team
from liguilla.formats import Draw, Format, GroupsOf, League, Lookup, Ranked, Table, read_format
from liguilla.notation import FormatFiles
from tests.playing import boxes

LIBRARY = FormatFiles()
STRONG, WEAK = 5, 1
"""By how much a third beats the last of its group: those that go through, and those that don't."""


def _lookups() -> Iterator[tuple[str, str]]:
    for name in LIBRARY.names():
        format_ = read_format(name, LIBRARY)
        for stage in format_.stages.values():
            if isinstance(stage, Lookup) and _chosen_from(format_, stage) is not None:
                yield name, stage.id


def _chosen_from(format_: Format, lookup: Lookup) -> Table | None:
    """Return the ranking of thirds that a lookup takes its teams from; None if it takes them from elsewhere."""
    match lookup.entrants.terms:
        case (Ranked(stage=name),):
            stage = format_.stages[name]
            return stage if isinstance(stage, Table) else None
    return None


def _groups(format_: Format, lookup: Lookup) -> League:
    """Return the groups that the thirds come from."""
    chosen_from = _chosen_from(format_, lookup)
    assert chosen_from is not None
    assert chosen_from.entrants is not None
    (term,) = chosen_from.entrants.terms
    assert isinstance(term, Ranked)
    stage = format_.stages[term.stage]
    assert isinstance(stage, League)
    return stage


def _played(stage: League, labels: Iterable[str], strong: frozenset[str]) -> Iterator[Match]:
    """Give matches in which A1 beats A2, A3 and A4, and so on down; the thirds of the strong groups win higher."""
    for label in labels:
        for better, worse in combinations(range(1, 5), 2):
            goals = (STRONG if label in strong else WEAK) if better == 3 else WEAK
            yield Match(
                id=f"{label}{better}{worse}",
                stage=stage.id,
                home=f"{label}{better}",
                away=f"{label}{worse}",
                status=Status.PLAYED,
                score=Score(goals, 0),
            )


def _teams(format_: Format, stage: League, labels: Iterable[str]) -> tuple[Team, ...]:
    known = {"group"} & format_.entry.know.keys()
    return tuple(
        Team(f"{label}{place}", facts=dict.fromkeys(known, label)) for label in labels for place in range(1, 5)
    )


def _balls(format_: Format, stage: League, labels: Iterable[str]) -> tuple[DrawnBall, ...]:
    if not isinstance(stage.groups, GroupsOf):
        return ()
    draw = format_.stages[stage.groups.stage]
    assert isinstance(draw, Draw)
    return tuple(
        DrawnBall(stage=draw.id, box=label, team=f"{label}{place}") for label in labels for place in range(1, 5)
    )


every_table = pytest.mark.parametrize(("name", "lookup_id"), list(_lookups()))


@every_table
def test_every_row_of_a_printed_table_is_reached(name: str, lookup_id: str) -> None:
    format_ = read_format(name, LIBRARY)
    lookup = format_.stages[lookup_id]
    assert isinstance(lookup, Lookup)
    stage = _groups(format_, lookup)
    labels = sorted({label for row in lookup.rows for label in row})
    teams, balls = _teams(format_, stage, labels), _balls(format_, stage, labels)
    state = None
    reached = set()
    for strong in combinations(labels, len(lookup.columns)):
        matches = tuple(_played(stage, labels, frozenset(strong)))
        state = play(format_, Facts(teams=teams, matches=matches, decisions=balls), after=state)
        expected = {column: [f"{label}3"] for column, label in zip(lookup.columns, lookup.rows[strong], strict=True)}
        assert boxes(state, lookup_id) == expected
        reached.add(strong)
    assert reached == lookup.rows.keys()
    assert len(reached) == comb(len(labels), len(lookup.columns))


@every_table
def test_no_row_of_a_printed_table_lets_a_group_meet_its_own_third(name: str, lookup_id: str) -> None:
    lookup = read_format(name, LIBRARY).stages[lookup_id]
    assert isinstance(lookup, Lookup)
    for row in lookup.rows.values():
        assert all(not column.endswith(label) for column, label in zip(lookup.columns, row, strict=True))


@pytest.mark.parametrize(
    ("name", "slots"),
    [
        ("world-cup-1986", "1A CDE, 1B ACD, 1C ABF, 1D BEF"),
        ("uefa-euro-2016", "1A CDE, 1B ACD, 1C ABF, 1D BEF"),
        ("uefa-euro-2024", "1B ADEF, 1C DEF, 1E ABCD, 1F ABC"),
        ("world-cup-2026", "1A CEFHI, 1B EFGIJ, 1D BEFIJ, 1E ABCDF, 1G AEHIJ, 1I CDFGH, 1K DEIJL, 1L EHIJK"),
    ],
)
def test_a_group_winner_meets_only_the_thirds_that_his_slot_names(name: str, slots: str) -> None:
    """As the brackets of the regulations have it: "winner A v third C/E/F/H/I"."""
    lookup = read_format(name, LIBRARY).stages["third_for"]
    assert isinstance(lookup, Lookup)
    named = dict(slot.split() for slot in slots.split(", "))
    met: dict[str, set[str]] = {column: set() for column in lookup.columns}
    for row in lookup.rows.values():
        for column, label in zip(lookup.columns, row, strict=True):
            met[column].add(label)
    assert met == {column: set(labels) for column, labels in named.items()}


def test_the_world_cup_of_48_teams_has_495_rows() -> None:
    lookup = read_format("world-cup-2026", LIBRARY).stages["third_for"]
    assert isinstance(lookup, Lookup)
    assert len(lookup.rows) == 495

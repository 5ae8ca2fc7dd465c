"""The founding season, read and played once for all tests of pages."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from liguilla.engine import State, play
from liguilla.formats import read_format
from liguilla.notation import FormatFiles, read_folder

FOLDER = Path(__file__).parents[2] / "competitions/mex/ascenso-mx/2012-13"

Season = Callable[..., State]


@cache
def _played(as_of: dt.date | None) -> State:
    facts = read_folder(FOLDER).facts
    assert facts.competition.format is not None
    return play(read_format(facts.competition.format, FormatFiles()), facts, as_of)


@pytest.fixture(scope="session")
def season() -> Season:
    """Return the season as it was known at the end of a day, ``"2012-11-18"``, or as it ended."""
    return lambda as_of=None: _played(dt.date.fromisoformat(as_of) if as_of else None)

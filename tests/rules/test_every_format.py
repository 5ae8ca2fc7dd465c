"""Every format of the library plays with however few teams there are: it waits, and never breaks."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from liguilla.engine import explain_outcome, play, problems
from liguilla.facts import Facts, Team
from liguilla.formats import Format, read_format
from liguilla.notation import FormatFiles
from tests.playing import waiting
from tests.properties.completing import entered, made_up
from tests.properties.earlier_seasons import with_earlier_seasons

LIBRARY = FormatFiles()
ROOT = Path(__file__).parents[2]


@cache
def library_format(name: str) -> Format:
    return read_format(name, LIBRARY)


@pytest.mark.parametrize("number", [0, 1, 2, 4, None])
@pytest.mark.parametrize("name", LIBRARY.names())
def test_a_format_without_results_waits(name: str, number: int | None) -> None:
    format_ = library_format(name)
    number = format_.entry.number or 8 if number is None else number
    teams = tuple(Team(f"Team {team}") for team in range(number))
    facts = Facts(teams=teams, tournaments={inner: Facts(teams=teams) for inner in format_.tournaments})
    state = play(format_, facts)
    problems(state)
    for outcome in state.outcomes:
        explain_outcome(state, outcome)
    assert state == play(format_, facts, after=state)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", [name for name in LIBRARY.names() if "seasons:" in (LIBRARY.text(name) or "")])
def test_a_format_that_looks_back_plays_with_earlier_seasons_of_any_kind(name: str, seed: int) -> None:
    format_ = library_format(name)
    facts = entered(format_, known=made_up(format_, Random(seed)))
    looking_back = with_earlier_seasons(format_, facts, Random(seed))
    state = play(format_, looking_back)
    assert [line for line in waiting(state) if "earlier season" in line or "season before" in line] == []
    problems(state)
    for outcome in state.outcomes:
        explain_outcome(state, outcome)
    assert play(format_, facts, after=state) == play(format_, facts)
    assert play(format_, looking_back, after=state) == state


def test_a_state_stays_what_it_was_when_another_is_played_after_it() -> None:
    from liguilla.engine import explain_position
    from liguilla.notation import read_folder

    facts = read_folder(ROOT / "competitions/mex/ascenso-mx/2012-13/apertura").facts
    format_ = read_format("ascenso-mx-2012", LIBRARY)
    state = play(format_, facts)
    before = explain_position(state, "Necaxa", "table")
    fewer = Facts(competition=facts.competition, teams=facts.teams, matches=facts.matches[1:])
    play(format_, fewer, after=state)
    assert explain_position(state, "Necaxa", "table") == before

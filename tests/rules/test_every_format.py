"""Every format of the library plays with however few teams there are: it waits, and never breaks."""

from pathlib import Path

import pytest

from liguilla.engine import explain_outcome, play, problems
from liguilla.engine.coverage import not_played
from liguilla.errors import FormatError
from liguilla.facts import Facts, Team
from liguilla.formats import read_format
from liguilla.notation import FormatFiles

LIBRARY = FormatFiles()
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", LIBRARY.names())
@pytest.mark.parametrize("number", [0, 1, 2, 4, None])
def test_a_format_without_results_waits(name: str, number: int | None) -> None:
    format_ = read_format(name, LIBRARY)
    entered = format_.entry.number or 8 if number is None else number
    teams = tuple(Team(f"Team {team}") for team in range(entered))
    facts = Facts(teams=teams, tournaments={inner: Facts(teams=teams) for inner in format_.tournaments})
    if not_played(format_):
        with pytest.raises(FormatError, match="can't be played yet"):
            play(format_, facts)
        return
    state = play(format_, facts)
    problems(state)
    for outcome in state.outcomes:
        explain_outcome(state, outcome)
    assert state == play(format_, facts, after=state)


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

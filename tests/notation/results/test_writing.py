"""What a notation can't say is refused, not written so that it reads as something else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.errors import FactsError, Origin
from liguilla.facts import GoalKind, Score, Status
from liguilla.notation.results import football_json, footballcsv, plain
from liguilla.notation.results.records import RecordedGoal, RecordedMatch, Results
from tests.notation.results.reading import only

MATCH = RecordedMatch(Origin("cup.csv", 2), "Leeds", "Bury", status=Status.PLAYED, score=Score(2, 1))
WRITERS = [football_json.write, footballcsv.write, plain.write]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"home": "two\nlines"}, "home"),
        ({"headings": ("One, two",)}, "headings"),
        ({"score": Score(0, 0), "half_time": Score(1, 0)}, None),
        ({"status": Status.SCHEDULED}, "status"),
    ],
)
def test_what_would_be_read_otherwise_is_refused(
    write: Callable[[Results], str], change: dict[str, object], fields: str | None
) -> None:
    results = Results(("cup.csv",), (MATCH, replace(MATCH, **change)), "Cup", "2018")  # type: ignore[arg-type]
    if fields is None:
        assert write(results)
        return
    with pytest.raises(FactsError) as caught:
        write(results)
    assert str(caught.value).endswith(
        f"this match can't be written in this notation so that it is read as it was. Check {fields}"
    )


GOALS = st.builds(
    RecordedGoal,
    st.booleans(),
    st.none() | st.sampled_from(("Messi", "Élber")),
    st.none() | st.integers(1, 120),
    st.none() | st.integers(1, 9),
    st.sampled_from((None, GoalKind.PENALTY, GoalKind.OWN_GOAL)),
)


@given(st.lists(GOALS, max_size=5), st.none() | st.text(min_size=1, max_size=8).map(str.strip).filter(str.isalnum))
def test_goals_in_json_are_read_as_they_were(goals: list[RecordedGoal], ground: str | None) -> None:
    ordered = tuple(sorted(goals, key=lambda goal: not goal.for_home))
    match = replace(MATCH, origin=Origin("cup.json", 4), goals=ordered, ground=ground)
    results = Results(("cup.json",), (match,), "Cup", "2018-19")
    try:
        text = football_json.write(results)
    except FactsError:
        # Composed otherwise, the name of a ground is not the same text.
        return
    assert only(football_json.read(text, "cup.json")) == results

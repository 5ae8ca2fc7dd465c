"""A whole score in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.facts import Score, Status
from liguilla.notation.results.score_texts import ScoreText, looks_like_a_day, read_score_text, score_text

PLAYED = {
    "2-1": ScoreText(Score(2, 1)),
    "2:1": ScoreText(Score(2, 1)),
    " 2 – 1 ": ScoreText(Score(2, 1)),
    "2 x 1": ScoreText(Score(2, 1)),
    "10-0": ScoreText(Score(10, 0)),
    "114-93": ScoreText(Score(114, 93)),
    "2-1 (1-0)": ScoreText(Score(2, 1), Score(1, 0)),
    "2-1 (HT 1-0)": ScoreText(Score(2, 1), Score(1, 0)),
    "3-1 aet (2-1)": ScoreText(Score(2, 1), None, Score(3, 1)),
    "3-1 a.e.t. (2-1, 1-1)": ScoreText(Score(2, 1), Score(1, 1), Score(3, 1)),
    "2-1, 3-1 aet": ScoreText(Score(2, 1), None, Score(3, 1)),
    "2-1 n.V. (1-1, 0-1)": ScoreText(Score(1, 1), Score(0, 1), Score(2, 1)),
    "1-1 (aet)": ScoreText(None, None, Score(1, 1)),
    "4-5 pen. 2-2 a.e.t. (2-2, 0-0)": ScoreText(Score(2, 2), Score(0, 0), Score(2, 2), Score(4, 5)),
    "4-2 pen. (2-0, 2-0)": ScoreText(Score(2, 0), Score(2, 0), None, Score(4, 2)),
    "1-1 a.e.t. (0-0, 0-0), 4-2 pen.": ScoreText(Score(0, 0), Score(0, 0), Score(1, 1), Score(4, 2)),
    "1-1, 1-1 aet, 4-3 pens": ScoreText(Score(1, 1), None, Score(1, 1), Score(4, 3)),
    "1-1 (4-2 pen)": ScoreText(Score(1, 1), None, None, Score(4, 2)),
    "1-1 (p 4-2)": ScoreText(Score(1, 1), None, None, Score(4, 2)),
    "1 (4) - 1 (2)": ScoreText(Score(1, 1), None, None, Score(4, 2)),
    "(4) 1–1 (2)": ScoreText(Score(1, 1), None, None, Score(4, 2)),
    "1 (4) - (2) 1": ScoreText(Score(1, 1), None, None, Score(4, 2)),
    "3-0 awarded": ScoreText(Score(3, 0), awarded=True),
    "1-1, 4-2 pen, awarded": ScoreText(Score(1, 1), None, None, Score(4, 2), awarded=True),
    "3-0 w/o": ScoreText(Score(3, 0), awarded=True),
    "3-0 [en la mesa]": ScoreText(Score(3, 0), awarded=True),
    "2-1 abandoned": ScoreText(Score(2, 1), status=Status.ABANDONED),
    "2-1 annulled": ScoreText(Score(2, 1), annulled=True),
}
NOT_PLAYED = {
    "": ScoreText(status=Status.SCHEDULED),
    "-": ScoreText(status=Status.SCHEDULED),
    "- : -": ScoreText(status=Status.SCHEDULED),
    "?": ScoreText(status=Status.SCHEDULED),
    "vs": ScoreText(status=Status.SCHEDULED),
    "P-P": ScoreText(status=Status.POSTPONED),
    "Aplazado": ScoreText(status=Status.POSTPONED),
    "abgebrochen": ScoreText(status=Status.ABANDONED),
    "canc.": ScoreText(status=Status.CANCELLED),
    "w/o": ScoreText(status=Status.SCHEDULED, awarded=True),
    "void": ScoreText(status=Status.SCHEDULED, annulled=True),
}
NO_SCORES = [
    "02-Jan", "2024-02-01", "1-1 (4-2)", "2-1-3", "aet", "HT 1-0", "2-1*", "((1-1))", "1-1 (1-0", "1-1) (0-0", "2",
    "two-one", "2-1 (3-0)", "12345-1", "2-1 3-1", "a 2-1", "2-1 aet 3-1 aet", "played", "1-0 scheduled", "9" * 300,
]  # fmt: skip


@pytest.mark.parametrize("text", [*PLAYED, *NOT_PLAYED])
def test_a_score_in_any_shape(text: str) -> None:
    assert read_score_text(text) == {**PLAYED, **NOT_PLAYED}[text]


@pytest.mark.parametrize("text", NO_SCORES)
def test_what_is_no_score(text: str) -> None:
    assert read_score_text(text) is None


@pytest.mark.parametrize("text", ["02-Jan", "Feb-01", "2-ene", "2024-02-01"])
def test_a_score_that_a_spreadsheet_made_a_day_of_is_known_for_one(text: str) -> None:
    assert looks_like_a_day(text)


SCORES = st.builds(Score, st.integers(0, 9999), st.integers(0, 9999))


@st.composite
def score_texts(draw: st.DrawFn) -> ScoreText:
    status = draw(st.sampled_from(Status))
    if status in (Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED):
        return ScoreText(status=status)
    score = draw(SCORES)
    half_time = draw(st.none() | st.builds(Score, st.integers(0, score.home), st.integers(0, score.away)))
    extra_time, kicks = draw(st.none() | SCORES), draw(st.none() | SCORES)
    if status is Status.PLAYED:
        return ScoreText(score, half_time, extra_time, kicks, status, draw(st.booleans()), draw(st.booleans()))
    return ScoreText(score, half_time, extra_time, kicks, status)


@given(score_texts())
def test_a_score_that_is_written_reads_as_it_was(said: ScoreText) -> None:
    assert read_score_text(score_text(said)) == said


@given(
    st.lists(
        st.sampled_from(["1-0", "2:1", " ", "(", ")", ",", "aet", "pen", "ht", "w/o", "x", "3", "-", "abd"]), max_size=9
    )
)
def test_any_text_is_a_score_or_none(parts: list[str]) -> None:
    for between in ("", " "):
        said = read_score_text(between.join(parts))
        assert said is None or read_score_text(score_text(said)) == said

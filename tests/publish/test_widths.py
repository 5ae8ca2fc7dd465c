"""Whatever the names and the width, a page keeps within it, and loses no letter of a name."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from liguilla.publish import bracket_page, play_page, schedule_page
from liguilla.publish.terminal.page import wrapped
from tests.playing import cup, league
from tests.publish.conftest import Season

LETTERS = st.sampled_from([*"aNñéÉ '.-東京ヴェルディ한국ｱ", "e\u0301", "🇲🇽", "👨\u200d👩\u200d👧"])
texts = st.lists(LETTERS, max_size=40).map("".join)
names = st.lists(texts.map(str.strip).filter(bool), min_size=4, max_size=4, unique=True)
widths = st.integers(20, 120)
languages = st.sampled_from(["en", "es"])


def fits(page: str, width: int) -> bool:
    return all(cell_len(line) <= width for line in page.splitlines())


@settings(max_examples=60, deadline=None)
@given(names, widths, languages)
def test_no_line_is_wider_than_the_page(names: list[str], width: int, language: str) -> None:
    a, b, c, d = (f"{name}{number}" for number, name in enumerate(names))
    table = league("points, goal_difference, lots", f"{a} 2-1 {b}", f"{c} 0-0 {d}")
    knockout = cup(
        "pairing: bracket\nlegs: 2\nhosts: [worse_seed, better_seed]\ndecide_by: [aggregate, shoot_out]\n"
        "rounds: as_needed",
        ",".join((a, b, c, d)),
        semifinals=[f"{d} 1-1 {a}", f"{a} 2-2 {d} (4-3 pens)", f"{c} 1-0 {b}"],
    )
    assert fits(play_page(table, language, width).plain, width)
    assert fits(bracket_page(knockout, language, width).plain, width)
    assert fits(schedule_page(knockout, language, width).plain, width)


@given(st.integers(20, 130), languages)
@settings(max_examples=40, deadline=None)
def test_the_founding_season_fits_every_page(season: Season, width: int, language: str) -> None:
    for state in (season(), season("2012-10-01"), season("2012-11-22")):
        assert fits(play_page(state, language, width).plain, width)
        assert fits(schedule_page(state, language, width).plain, width)


@given(texts, st.integers(4, 40), st.integers(0, 2))
@example("aaaaaaaaaaaaa東東東東東東東東東東1", 18, 2)
def test_wrapping_loses_nothing(text: str, width: int, hanging: int) -> None:
    first, *rest = wrapped(text, width, hanging=hanging)
    assert "".join([first, *rest]).replace(" ", "") == text.replace(" ", "")
    assert cell_len(first) <= width
    assert all(cell_len(line) <= width - hanging for line in rest)


def test_what_is_wider_than_its_column_is_shown_all_the_same() -> None:
    assert wrapped("東東 aa", 1) == ["東", "東", "a", "a"]


def test_no_name_is_cut_short() -> None:
    name = "Verein für Bewegungsspiele Niederoberunterschleißheim von 1899"
    for width in (20, 40, 80):
        page = play_page(league("points, lots", f"{name} 1-0 B"), width=width).plain
        assert "…" not in page
        assert "Niederoberunterschleißheim" in page or width == 20

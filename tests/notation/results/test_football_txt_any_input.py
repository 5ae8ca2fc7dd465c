"""Whatever is in a text: an answer, in every language, no exception, every line accounted for, and soon."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liguilla.errors import FactsError, Problem
from liguilla.notation.results import Results
from liguilla.notation.results.football_txt import read, recognises, write
from liguilla.notation.results.football_txt.lines import LONGEST, Kind
from liguilla.notation.results.football_txt.reading import Reader
from liguilla.words import LANGUAGES

SOUND = """\
= Liga 2018/19      # in Mexico, June 8 - July 1
# Date       Fri Jul/20 2018 - Sun May/26 2019 (310d)
# Teams      4
Group A  |  Leeds    Bury
▪ Matchday 1 | Jun 8  - Jun 11
== Apertura - Liguilla
▪ Group A, Matchday 1
[Sat Aug/18]
  19.30  1. FC Köln (GER)      2-1 (1-0)  1899 Hoffenheim
  Fri Jul 20 2018
    18:00 (19:00 EEST)  Leeds   v Bury    4-5 pen. 2-2 a.e.t. (2-2, 0-0)  @ Kharkiv   # W53 - W54
       (Messi 23' (pen.), 45+2'; Mbappé 80',
        81' (o.g.))
  Jun 14 18:00 UTC-3   Argentina - Chile   1-1 @ Rio   [Chile wins on penalties]
     -; Vargas 57' Polly ??'
  Royal Engineers     w/o  Reigate Priory
  Queen's Park        bye
Werder      3-2 Dortmund    (Soya 34, Schütz 36 p - Konietzka 1, 90)
  England          0-0 Spain           (aet, 4-2 pen)
  Referee: Pitana
  England: Banks, Cohen,
           Wilson
  Atlas  3-0  América     [awarded]
 1  Chelsea  38  21  8  9  69-33  71
<!-- Final Table: -->
"""
PIECES = st.sampled_from(
    [
        *SOUND.splitlines(keepends=True),
        *SOUND.split(),
        *" \t\n\r()[]-;:,.@#|=▪»v'+?0\x00\x0b\x85\u200b\u2028\ufeff\ud800٣²",
        "31 June",
        "99:99",
        "UTC+5:30",
        "<!--",
        "-->",
        "0" * 40,
        "==========",
        "\r\n",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return the sound text with some of it taken out, doubled or written over."""
    text = SOUND
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        text = text[:start] + draw(st.sampled_from(["", text[start:end] * 2]) | PIECES) + text[end:]
    return text


def look_at(text: str) -> None:
    """Read a text in every way, and fail if anything is left out or can't be said."""
    assert recognises("cup.txt", text) in (True, False)
    reader = Reader(text, "cup.txt")
    reading = reader.read()
    assert len(reader.kinds) == len(reader.lines)
    assert reader.kinds.count(Kind.MATCH) == sum(len(each.matches) for each in reading.results)
    assert reader.kinds.count(Kind.BYE) == sum(len(each.byes) for each in reading.results)
    unread = {each.origin.line for results in reading.results for each in results.unread}
    assert {line for line, kind in enumerate(reader.kinds, 1) if kind is Kind.UNREAD} <= unread
    problems = (*reading.problems, *(problem for results in reading.results for problem in refusals(results)))
    assert all(problem.line(language) for problem in problems for language in LANGUAGES)


def refusals(results: Results) -> Sequence[Problem]:
    """Return why results can't be written, if they can't."""
    try:
        write(results)
    except FactsError as error:
        return error.problems
    return ()


@given(TEXTS)
@settings(deadline=None, max_examples=400)
def test_any_text_is_answered(text: str) -> None:
    look_at(text)


@given(mutated())
@settings(deadline=None, max_examples=400)
def test_a_text_with_slips_is_answered(text: str) -> None:
    look_at(text)


def test_the_sound_text_has_no_line_that_cannot_be_read() -> None:
    reader = Reader(SOUND, "cup.txt")
    reader.read()
    assert Kind.UNREAD not in reader.kinds
    look_at(SOUND)


@given(st.integers(0, len(SOUND)))
@settings(deadline=None, max_examples=100)
def test_a_text_cut_anywhere_is_read_as_far_as_it_goes(length: int) -> None:
    def kinds(text: str) -> list[Kind]:
        reader = Reader(text, "cup.txt")
        reader.read()
        return reader.kinds

    # Goals whose bracket was cut stand in two lines, and one more may be begun.
    sure = max(SOUND[:length].count("\n") - 2, 0)
    assert kinds(SOUND[:length])[:sure] == kinds(SOUND)[:sure]


# ------------------------------------------------------------------------------------------------------- speed

HOSTILE = [
    *(
        " ",
        "  ",
        "(",
        " (a 1",
        "((1-0 ",
        "1-1 ",
        "1-1 (",
        "1-1 (1-0, ",
        " v ",
        " - ",
        "[x] ",
        "[",
        "]",
        "@ ",
        "# ",
        "a ",
    ),
    *(
        "a  ",
        "1 ",
        "12' ",
        "a 12' ",
        "a 12', ",
        "??'",
        ";",
        "- ",
        "1-1 pen. ",
        "1-1 a.e.t. ",
        "Sat ",
        "Sat Aug ",
        "Aug 3 ",
    ),
    *(
        "18:00 ",
        "UTC-3 ",
        "▪",
        "=",
        "A | ",
        " w/o ",
        "a wins on ",
        "1 a 3 3 3 3 ",
        "38 21 8 9 ",
        "a, ",
        " att: 1",
        "X: a, ",
    ),
]


def seconds(text: str) -> float:
    start = time.process_time()
    read(text, "cup.txt")
    return time.process_time() - start


@pytest.mark.parametrize("begin", ["", "  A v B 2-1 ", "A 2-1 B (", "= ", "▪ ", "["])
@pytest.mark.parametrize("piece", HOSTILE)
def test_no_line_takes_long(piece: str, begin: str) -> None:
    line = (begin + piece * LONGEST)[: LONGEST - 1]
    # A trap would take seconds or years; a line as long as this takes a millisecond or three.
    assert seconds(f"= Cup 2018\n  A v B 2-1\n{line}\n{line}\n") < 0.25


@pytest.mark.parametrize(
    "line", ["     A 12' B 13'", "     # seen,", "  (A 1'", "  X: a,", "▪ Round", "<!-- x", "  what?", "Group A | B"]
)
def test_twice_the_lines_take_about_twice_the_time(line: str) -> None:
    head = "= Cup 2018\n  X v Y 2-1\n"
    few, many = (min(seconds(head + f"{line}\n" * count) for _ in range(3)) for count in (2_000, 16_000))
    assert many < 30 * few + 0.05


def test_a_season_is_read_at_once_and_a_century_in_seconds() -> None:
    days = "".join(
        f"[Sat Aug/18]\n  15.00  Team {n}   2-1 (1-0)  Other {n}\n" + "  Leeds  0-0  Bury\n" * 9 for n in range(38)
    )
    season = f"= Cup 2018/19\n\n{days}"
    assert min(seconds(season) for _ in range(3)) < 0.060
    hundred = "".join(season.replace("2018/19", f"{1900 + n}/{(n + 1) % 100:02}") for n in range(50))
    # 200,000 matches in five seconds are 25 microseconds each; a busy machine may take twice as long.
    assert seconds(hundred) < 2 * 25e-6 * 50 * 380

"""What is written as Football.TXT is read as it was, or isn't written."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liguilla.errors import FactsError, Origin
from liguilla.facts import GoalKind, Score, Status
from liguilla.notation.results import RecordedBye, RecordedGoal, RecordedMatch, Results
from liguilla.notation.results.football_txt import read, recognises, write
from liguilla.notation.results.football_txt.scores import Scores, with_what_follows
from tests.notation.results.football_texts import NOWHERE, anywhere, season

LETTERS = st.characters(whitelist_categories=["Lu", "Ll"], max_codepoint=0x24F)
WORDS = st.text(LETTERS, min_size=1, max_size=8).filter(lambda word: word.lower() not in ("v", "vs", "bye"))
FIGURES = st.sampled_from(["04", "1899", "1. FC", "II", "(ESP)", "(1878-1896)", "d'Or", "Saint-X", "Jr.", "& Co"])


def phrases(*more: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(WORDS, st.lists(st.one_of(WORDS, *more), max_size=2)).map(
        lambda name: " ".join((name[0], *name[1]))
    )


TEAMS = phrases(FIGURES)
SCORES = st.builds(Score, st.integers(0, 12), st.integers(0, 12))
CLOCKS = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
ZONES = st.sampled_from([None, "Etc/UTC", "Etc/GMT+3", "Etc/GMT-14"])
DAYS = st.dates(dt.date(1980, 1, 1), dt.date(2030, 12, 31))
HEADINGS = st.sampled_from([(), ("Final",), ("Apertura", "Matchday 1"), ("Group A",), ("Promoción", "Vuelta")])


@st.composite
def goals_of(draw: st.DrawFn, final: Score) -> tuple[RecordedGoal, ...]:
    """Return goals that make a score, or none: the side of an own goal is worked out from the score."""
    if draw(st.booleans()):
        return ()
    sides = [True] * final.home + [False] * final.away
    return tuple(
        RecordedGoal(
            side,
            draw(st.none() | phrases()),
            draw(st.none() | st.integers(1, 120)),
            draw(st.none() | st.integers(1, 15)),
            draw(st.sampled_from([None, GoalKind.PENALTY, GoalKind.OWN_GOAL])),
        )
        for side in sides
    )


@st.composite
def played(draw: st.DrawFn, match: RecordedMatch) -> RecordedMatch:
    score, half_time, extra_time = draw(SCORES), draw(st.none() | SCORES), draw(st.none() | SCORES)
    if half_time and (half_time.home > score.home or half_time.away > score.away):
        half_time = None  # no match is so, and 0-0 can't even be written so
    if extra_time and draw(st.booleans()):
        score = None
    goals = draw(goals_of(extra_time or score or Score(0, 0)))
    scores = with_what_follows(Scores(score, half_time, extra_time, draw(st.none() | SCORES)), goals)
    winner = draw(st.sampled_from([None, *match.teams])) if scores.kicks is None else None
    return replace(match, status=Status.PLAYED, goals=goals, kicks_won_by=winner, **scores._asdict())


@st.composite
def matches(draw: st.DrawFn) -> RecordedMatch:
    kickoff = draw(st.none() | CLOCKS)
    match = RecordedMatch(
        NOWHERE,
        draw(TEAMS),
        draw(TEAMS),
        draw(HEADINGS),
        draw(st.none() | DAYS),
        kickoff,
        draw(ZONES) if kickoff else None,
        ground=draw(st.none() | phrases(st.just(", Leeds"))),
        note=draw(st.none() | phrases()),
    )
    match draw(st.integers(0, 5)):
        case 0:
            return replace(match, status=draw(st.sampled_from([Status.CANCELLED, Status.POSTPONED, Status.SCHEDULED])))
        case 1:
            return replace(match, date=None, kickoff=None, zone=None, awarded=True, awarded_to=match.home)
        case 2:
            return replace(match, awarded=True, awarded_to=draw(st.sampled_from([None, match.away])))
        case 3:
            return replace(match, status=Status.PLAYED, score=draw(SCORES), awarded=True, annulled=draw(st.booleans()))
        case _:
            found = draw(played(match))
            return replace(
                found, referee=draw(st.none() | phrases()), attendance=draw(st.none() | st.integers(0, 99999))
            )


BYES = st.builds(RecordedBye, st.just(NOWHERE), TEAMS, HEADINGS, st.none() | phrases())
SEASONS = st.builds(
    Results,
    st.just(()),
    st.lists(matches(), max_size=8).map(tuple),
    st.none() | phrases(),
    st.sampled_from([None, "2018", "2018-19", "1999-00"]),
    st.dictionaries(
        st.sampled_from(["Group A", "Group 1", "East"]), st.lists(TEAMS, min_size=1, max_size=4).map(tuple), max_size=2
    ),
    byes=st.lists(BYES, max_size=2).map(tuple),
)


@given(SEASONS)
@settings(deadline=None, max_examples=300)
def test_what_is_written_is_read_as_it_was(results: Results) -> None:
    text = write(results)
    assert text == "\n" or recognises("cup.txt", text) or not results.matches
    again = read(text, "").results
    assert [replace(anywhere(each), team_facts={}) for each in again] == (
        [anywhere(results)] if again else [] if results == Results((), ()) else None
    )


@given(SEASONS)
@settings(deadline=None, max_examples=50)
def test_written_again_the_text_is_the_same(results: Results) -> None:
    text = write(results)
    assert [write(each) for each in read(text, "").results] in ([text], [])


def test_the_text_is_one_that_people_write() -> None:
    first = RecordedMatch(
        NOWHERE,
        "Leeds",
        "Bury",
        ("Apertura", "Matchday 1"),
        dt.date(2018, 8, 18),
        dt.time(15, 30),
        status=Status.PLAYED,
        score=Score(2, 1),
        half_time=Score(0, 0),
        ground="Elland Road",
        goals=(
            RecordedGoal(True, "Smith", 46),
            RecordedGoal(False, "Jones", 90, 2, GoalKind.PENALTY),
            RecordedGoal(True, "Smith", 88),
        ),
    )
    second = replace(first, home="Hull", away="York", goals=(), status=Status.POSTPONED, score=None, half_time=None)
    walkover = RecordedMatch(NOWHERE, "York", "Leeds", ("Final",), awarded=True, awarded_to="York", note="York went on")
    final = replace(
        first, home="York", away="Bury", headings=("Final",), date=dt.date(2019, 5, 26), goals=(), zone="Etc/GMT+3"
    )
    groups = {"Group A": ("Leeds", "Bury")}
    byes = (RecordedBye(NOWHERE, "Hull", ("Final",)),)
    assert (
        write(Results((), (first, second, walkover, final), "Cup", "2018-19", groups, byes=byes))
        == """\
= Cup 2018/19

Group A | Leeds  Bury

▪ Apertura, Matchday 1
  Sat Aug 18 2018
    15:30  Leeds                   v Bury                     2-1 (0-0)  @ Elland Road
           (Smith 46', 88'; Jones 90+2' (pen.))
    15:30  Hull                    v York                     [postponed]  @ Elland Road

▪ Final
           York                    w/o Leeds                    # York went on
  Sun May 26 2019
    15:30 UTC-3  York                    v Bury                     2-1 (0-0)  @ Elland Road
    Hull   bye
"""
    )


def test_what_the_notation_has_no_place_for_is_left_out_and_a_city_stands_behind_the_ground() -> None:
    match = RecordedMatch(
        NOWHERE,
        "Leeds",
        "Bury",
        status=Status.PLAYED,
        score=Score(1, 0),
        neutral=True,
        ground="Wembley",
        city="London",
        odds={"B365H": 1.5},
        statistics={"HY": "2"},
    )
    (again,) = season(write(Results((), (match,)))).matches
    assert again == replace(
        match, neutral=None, ground="Wembley, London", city=None, odds={}, statistics={}, origin=again.origin
    )


def test_a_zone_with_a_name_is_written_as_its_distance_on_that_day() -> None:
    match = RecordedMatch(NOWHERE, "Atlas", "León", (), dt.date(2018, 7, 21), dt.time(21), "America/Mexico_City")
    assert "21:00 UTC-5  Atlas" in write(Results((), (match,)))
    assert "21:00 UTC-6  Atlas" in write(Results((), (replace(match, date=dt.date(2018, 12, 1)),)))
    assert "21:00  Atlas" in write(Results((), (replace(match, zone="Asia/Kolkata"),)))


def test_lines_that_were_unread_stand_at_the_end_as_comments() -> None:
    results = season("= Cup 2018\n  Leeds  2-1  Bury\n  what is this?\n")
    text = write(results)
    assert text.endswith("\n\n# what is this?\n")
    assert anywhere(season(text)) == anywhere(results)


@pytest.mark.parametrize(
    "change",
    [
        {"home": "Leeds  United"},
        {"home": "Leeds v York"},
        {"home": ""},
        {"away": "Bury 3-1"},
        {"away": "Bury (Sub 20)", "status": Status.PLAYED, "score": Score(1, 0)},
        {"away": "Bury # 2"},
        {"ground": "A [B]"},
        {"note": "two\nlines"},
        {"headings": ("Final, Leg 1",)},
        {"score": Score(1, 0)},
        {"zone": None, "kickoff": None, "date": None, "awarded_to": "Leeds"},
        {"kicks_won_by": "Bury, of course", "status": Status.PLAYED, "score": Score(1, 1)},
    ],
)
def test_a_match_that_would_be_read_otherwise_is_not_written(change: dict[str, object]) -> None:
    match = RecordedMatch(Origin("cup.csv", 7), "Leeds", "Bury")
    results = Results((), (match, replace(match, **change)))  # type: ignore[arg-type]
    if change.get("away") == "Bury (Sub 20)":
        # Behind both teams and the score, the figure is no minute.
        assert season(write(results)).matches[1].away == "Bury (Sub 20)"
        return
    with pytest.raises(FactsError) as caught:
        write(results)
    assert "would not be read as it is" in str(caught.value)
    assert str(caught.value).startswith("cup.csv:7: ")


@pytest.mark.parametrize(
    "results",
    [
        Results(("x.csv",), (), "= Cup", None),
        Results(("x.csv",), (), "Cup", "2018-20"),
        Results(("x.csv",), (), "Cup", None, {"Group | A": ("Leeds",)}),
        Results(("x.csv",), (), "Cup", None, {"Group A": ("Leeds  United",)}),
        Results(("x.csv",), (), "Cup", None, byes=(RecordedBye(NOWHERE, "Leeds [1]"),)),
    ],
)
def test_a_title_group_or_bye_that_would_be_read_otherwise_is_not_written(results: Results) -> None:
    with pytest.raises(FactsError, match=r"x.csv: the title, the groups or the byes would not be read as they are"):
        write(results)

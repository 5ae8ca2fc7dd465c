"""Tournament report files: read as they are written, written so that they are read the same, and safe from any text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.errors import FactsError, Origin
from liguilla.facts import Score, Status
from liguilla.notation.results import RecordedBye, RecordedMatch, Results, Unread
from liguilla.notation.results.trf import read, recognises, write


def player(number: int, name: str, *rounds: str, points: str = "", rank: str = "", **facts: str) -> str:
    """Return a player's line; a round is the opponent, the colour and the result: ``2 w 1``."""
    line = (
        f"001 {number:>4} {facts.get('sex', ''):1}{facts.get('title', ''):>3} {name:<33} {facts.get('rating', ''):>4}"
    )
    line += f" {facts.get('federation', ''):>3} {facts.get('fide_id', ''):>11} {facts.get('born', ''):10}"
    line += f" {points:>4} {rank:>4}  "
    cells = (each.split() if each else None for each in rounds)
    return line + "  ".join("        " if cell is None else f"{cell[0]:>4} {' '.join(cell[1:]):3}" for cell in cells)


def lines(*texts: str) -> str:
    return "".join(f"{text}\n" for text in texts)


def said(text: str) -> list[str]:
    """Return what is wrong with a report, by line."""
    found = read(text, "cup.trf").problems
    return [f"{each.origin.line if each.origin else None}: {each.message.code}" for each in found]


def bare(results: Results) -> Results:
    """Return results without the lines they are from."""
    nowhere = Origin("")
    return replace(
        results,
        files=(),
        matches=tuple(replace(match, origin=nowhere) for match in results.matches),
        byes=tuple(replace(bye, origin=nowhere) for bye in results.byes),
        unread=tuple(replace(each, origin=nowhere) for each in results.unread),
    )


CUP = lines(
    "012 City Open",
    "022 Puebla",
    "042 2025/03/01",
    "052 2025/03/02",
    "062 5",
    "102 Arbiter, Ann",
    "132" + 88 * " " + "25/03/01  25/03/02  25/03/02",
    player(
        1,
        "Alekhine, Alexander",
        "4 w 1",
        "2 b =",
        "0000 - U",
        points="2.5",
        rank="1",
        sex="m",
        title="GM",
        rating="2690",
    ),
    player(2, "Bogoljubov, Efim", "5 b +", "1 w =", "3 w 0", points="1.5", rank="3", rating="2600", born="1889/04/14"),
    player(3, "Capablanca, José Raúl", "0000 - H", "4 b 1", "2 b 1", points="2.5", rank="2", federation="CUB"),
    player(4, "Duras, Oldřich", "1 b 0", "3 w 0", "5 w W", points="1.0", rank="4", fide_id="1234567"),
    player(5, "Euwe, Max", "2 w -", "0000 - Z", "4 b L", points="0.0", rank="5"),
    "XXR 5",
)


# ------------------------------------------------------------------------------------------------------- reading


def test_white_is_at_home_and_a_round_is_a_heading() -> None:
    (results,) = read(CUP, "cup.trf").results
    assert results.competition == "City Open"
    assert results.season == "2025"
    first = results.matches[0]
    assert first.teams == ("Alekhine, Alexander", "Duras, Oldřich")
    assert (first.headings, first.score, first.status) == (("Round 1",), Score(1, 0), Status.PLAYED)
    assert (first.date, first.origin) == (dt.date(2025, 3, 1), Origin("cup.trf", 8))
    assert len(results.matches) == 6
    assert said(CUP) == []


def test_a_drawn_game_is_level() -> None:
    (results,) = read(CUP, "cup.trf").results
    drawn = next(match for match in results.matches if "Alekhine" in match.away)
    assert (drawn.home, drawn.score) == ("Bogoljubov, Efim", Score(0, 0))


def test_a_game_that_was_not_played_is_awarded() -> None:
    (results,) = read(CUP, "cup.trf").results
    forfeit = next(match for match in results.matches if match.awarded)
    assert (forfeit.home, forfeit.awarded_to, forfeit.score) == ("Euwe, Max", "Bogoljubov, Efim", None)
    assert forfeit.status is Status.SCHEDULED


def test_of_a_game_that_neither_came_to_nobody_is_the_winner() -> None:
    text = lines(player(1, "Ann", "2 w -"), player(2, "Bob", "1 b -"))
    (results,) = read(text, "").results
    assert (results.matches[0].awarded, results.matches[0].awarded_to) == (True, None)
    assert results.matches[0].lost_by_both


def test_byes_have_the_points_of_their_letter_and_those_of_the_pairing_the_points_of_the_rules() -> None:
    text = lines(*(player(n, name, f"0000 - {name[0]}") for n, name in enumerate(("Udo", "Fay", "Hal", "Zoe"), 1)))
    (results,) = read(text, "").results
    assert [(bye.team, bye.points) for bye in results.byes] == [
        ("Udo", None),
        ("Fay", Fraction(1)),
        ("Hal", Fraction(1, 2)),
        ("Zoe", Fraction(0)),
    ]


def test_a_blank_round_while_others_play_is_a_bye_without_points() -> None:
    text = lines(player(1, "Ann", "2 w 1"), player(2, "Bob", "1 b 0"), player(3, "Cid"))
    (results,) = read(text, "").results
    assert [(bye.team, bye.headings, bye.points) for bye in results.byes] == [("Cid", ("Round 1",), Fraction(0))]


def test_a_game_that_is_paired_and_not_played_yet_is_scheduled() -> None:
    text = lines(player(1, "Ann", "2 w"), player(2, "Bob", "1 b"))
    (results,) = read(text, "").results
    assert (results.matches[0].status, results.matches[0].score) == (Status.SCHEDULED, None)


def test_a_game_without_rating_says_so() -> None:
    (results,) = read(CUP, "cup.trf").results
    assert [match.statistics for match in results.matches if match.statistics] == [{"rated": "no"}]


def test_what_is_known_of_players_are_facts_about_them_in_the_order_of_their_numbers() -> None:
    (results,) = read(CUP, "cup.trf").results
    assert list(results.team_facts) == list(results.teams)
    assert results.team_facts["Alekhine, Alexander"] == {
        "starting_number": "1",
        "sex": "m",
        "title": "GM",
        "rating": "2690",
        "rank": "1",
    }
    assert results.team_facts["Bogoljubov, Efim"]["born"] == "1889/04/14"
    assert results.about == {
        "city": "Puebla",
        "starts": "2025/03/01",
        "ends": "2025/03/02",
        "players": "5",
        "arbiter": "Arbiter, Ann",
        "rounds": "5",
    }


def test_two_players_of_one_name_are_told_apart_by_their_numbers() -> None:
    text = lines(player(1, "Li Wei", "2 w 1"), player(2, "Li Wei", "1 b 0"))
    (results,) = read(text, "").results
    assert results.matches[0].teams == ("Li Wei", "Li Wei (2)")
    assert said(text) == ["2: trf.same_name"]
    assert player(2, "Li Wei", "   1 b 0").rstrip() in write(results).replace(" 0.0 ", "     ")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_end_as_programs_end_them(end: str) -> None:
    assert bare(read(CUP.replace("\n", end), "cup.trf").results[0]) == bare(read(CUP, "cup.trf").results[0])


def test_reports_are_recognised_by_their_players() -> None:
    assert recognises("cup.trf", CUP)
    assert not recognises("cup.txt", "= Cup\n\n001 goals\n  Leeds 2-1 Bury\n")
    assert not recognises("cup.txt", "")


# ---------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["None: results.nothing"]),
        ("250 something\n", ["None: results.nothing", "1: trf.other_code"]),
        (lines("001      no number"), ["None: results.nothing", "1: trf.no_player"]),
        (lines(player(1, "Ann"), player(1, "Bob")), ["2: trf.number_twice"]),
        (lines("001    1  Annemarie is too far left"), ["None: results.nothing", "1: trf.not_in_columns"]),
        (lines(player(1, "Ann", "2 w 1")), ["1: trf.one_sided"]),
        (lines(player(1, "Ann", "1 w 1")), ["1: trf.one_sided"]),
        (lines(player(1, "Ann", "2 w 1"), player(2, "Bob", "1 b 1")), ["1: trf.contradiction"]),
        (lines(player(1, "Ann", "2 w 1"), player(2, "Bob", "1 w 0")), ["1: trf.contradiction"]),
        (lines(player(1, "Ann", "2 w 1"), player(2, "Bob", "0000 - Z")), ["1: trf.one_sided"]),
        (lines(player(1, "Ann", "x w 1")), ["1: trf.no_round"]),
        (lines(player(1, "Ann", "0000 - L")), ["1: trf.no_opponent"]),
        (lines(player(1, "Ann", "0000 - F", points="2.0")), ["1: trf.other_points"]),
        (lines("062 3", player(1, "Ann")), ["None: trf.other_number"]),
        (lines("132" + 88 * " " + "25/13/01", player(1, "Ann")), ["1: trf.no_date"]),
        (lines(player(1, "Ann", *["0000 - Z"] * 100)), ["None: results.nothing", "1: trf.too_many_rounds"]),
    ],
)
def test_what_is_wrong_is_said_by_line(text: str, problems: list[str]) -> None:
    assert said(text) == problems


def test_points_are_not_compared_where_the_file_says_what_results_are_worth() -> None:
    assert said(lines("BBW  3.0", player(1, "Ann", "0000 - F", points="3.0"))) == ["1: trf.other_code"]


def test_points_are_a_fact_only_where_they_do_not_follow_from_the_rounds() -> None:
    text = lines(player(1, "Ann", "0000 - U", points="0.5"), player(2, "Bob", "0000 - F", points="1.0"))
    (results,) = read(text, "").results
    assert [facts.get("points") for facts in results.team_facts.values()] == ["0.5", None]
    assert said(text) == []


def test_what_can_not_be_read_is_kept_and_the_round_stays_unknown() -> None:
    (results,) = read(lines(player(1, "Ann", "x w 1"), player(2, "Bob", "0000 - Z")), "").results
    assert results.unread == (Unread(Origin("", 1), "   x w 1"),)
    assert [bye.team for bye in results.byes] == ["Bob"]


# ------------------------------------------------------------------------------------------------------ writing


def test_a_report_is_written_as_it_was() -> None:
    (results,) = read(CUP, "cup.trf").results
    assert [line.rstrip() for line in write(results).splitlines()] == [line.rstrip() for line in CUP.splitlines()]


def test_the_days_of_rounds_to_come_are_kept() -> None:
    text = lines("132" + 88 * " " + "25/03/01  25/03/02", player(1, "Ann", "2 w 1"), player(2, "Bob", "1 b 0"))
    (results,) = read(text, "").results
    assert results.about == {"round_days": "2 2025-03-02"}
    assert "25/03/01  25/03/02" in write(results)


def game(home: str, away: str, score: Score | None, round_: str = "Round 1") -> RecordedMatch:
    status = Status.SCHEDULED if score is None else Status.PLAYED
    return RecordedMatch(Origin("cup.txt", 7), home, away, (round_,), status=status, score=score)


@pytest.mark.parametrize(
    ("results", "code"),
    [
        (Results((), (game("Ann", "Bob", Score(2, 1)),)), "trf.cannot_be_written"),
        (Results((), (game("Ann", "Bob", Score(1, 0), "Final"),)), "trf.no_round_to_write"),
        (Results((), (game("A" * 40, "Bob", Score(1, 0)),)), "trf.name_too_long"),
        (Results((), (game("Ann", "Bob", None),), team_facts={"Ann": {"rating": "12345"}}), "trf.value_too_long"),
        (
            Results((), (), byes=(RecordedBye(Origin(""), "Ann", ("Round 1",), points=Fraction(2)),)),
            "trf.cannot_be_written",
        ),
        (Results((), (game("Ann", "Bob", None), game("Ann", "Cid", None))), "trf.cannot_be_written"),
        (Results((), (game("Ann", "Bob", None),), team_facts={"Cid": {}}), "trf.round_not_known"),
    ],
)
def test_what_a_report_has_no_place_for_is_not_written(results: Results, code: str) -> None:
    with pytest.raises(FactsError) as error:
        write(results)
    assert {problem.message.code for problem in error.value.problems} == {code}


NAMES = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGÁÑöč'-., ", min_size=1, max_size=28).map(
    lambda text: " ".join(text.split())
)
CELLS = st.sampled_from(["1 0", "0 1", "= =", "+ -", "- +", "- -", "W L", "L W", "D D", "_ _"])


@st.composite
def tournaments(draw: st.DrawFn) -> str:
    """Give a whole report: players with what is known of them, and rounds in which each has a game or a bye."""
    names = draw(st.lists(NAMES.filter(bool), min_size=1, max_size=9))
    rounds: list[dict[int, str]] = []
    for _ in range(draw(st.integers(0, 4))):
        order = draw(st.permutations(range(1, len(names) + 1)))
        cells: dict[int, str] = {}
        for one, other in zip(order[::2], order[1::2], strict=False):
            if draw(st.booleans()):
                white, black = draw(st.sampled_from(["w b", "- -"])).split() if draw(st.booleans()) else ("w", "b")
                first, second = draw(CELLS).replace("_", " ").split(" ", 1) if draw(st.booleans()) else ("1", "0")
                cells[one], cells[other] = f"{other} {white} {first}", f"{one} {black} {second.strip()}"
        for number in range(1, len(names) + 1):
            if number not in cells:
                cells[number] = f"0000 - {draw(st.sampled_from('UFHZ'))}"
        rounds.append(cells)
    facts = st.fixed_dictionaries(
        {},
        optional={
            "sex": st.sampled_from("mw"),
            "title": st.sampled_from(["GM", "WIM", "f"]),
            "rating": st.integers(0, 2900).map(str),
            "federation": st.sampled_from(["MEX", "CUB"]),
            "fide_id": st.integers(1, 10**10).map(str),
            "born": st.sampled_from(["1990/01/31", "1990"]),
        },
    )
    head = draw(
        st.lists(
            st.sampled_from(["012 Open", "022 Puebla", "042 2024/12/30", "052 2025/01/02", "XXC white1"]), unique=True
        )
    )
    players = (player(n, name, *(cells[n] for cells in rounds), **draw(facts)) for n, name in enumerate(names, 1))
    return lines(
        *head, *players, *draw(st.lists(st.sampled_from(["XXA 1 1.0", "013 Team", "### note", "???"]), unique=True))
    )


@given(tournaments())
def test_reading_what_was_written_gives_the_same(text: str) -> None:
    (results,) = read(text, "").results
    (again,) = read(write(results), "").results
    assert bare(again) == bare(results)
    assert write(again) == write(results)


PIECES = st.sampled_from(
    [
        "001",
        "   1",
        "   2",
        " w ",
        " b ",
        "1",
        "0",
        "=",
        "+",
        "-",
        "0000",
        "012 ",
        "132",
        "XXR",
        "\r",
        "\n",
        " ",
        " " * 40,
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.characters()), max_size=60).map("".join)))
def test_any_text_is_read_without_breaking(text: str) -> None:
    recognises("", text)
    for results in read(text, "any.trf").results:
        _writes_or_says_why(results)


@given(tournaments(), st.data())
def test_a_damaged_report_is_read_without_breaking(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    damaged = text[:start] + data.draw(st.text(max_size=5)) + text[end:]
    for results in read(damaged, "any.trf").results:
        _writes_or_says_why(results)


def _writes_or_says_why(results: Results) -> None:
    try:
        text = write(results)
    except FactsError:
        return
    again = read(text, "").results
    assert [bare(each) for each in again] == [bare(results)]


def _rises(numbers: Sequence[int]) -> bool:
    return all(one < other for one, other in pairwise(numbers))


@given(tournaments())
def test_every_line_of_a_player_is_a_team_or_reported(text: str) -> None:
    (results,) = read(text, "").results
    numbers = [int(facts["starting_number"]) for facts in results.team_facts.values()]
    assert _rises(numbers)
    assert len(numbers) == sum(line.startswith("001") for line in text.splitlines())

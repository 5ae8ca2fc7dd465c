"""What is wrong in a file of Football.TXT is said with its line; nothing is dropped in silence."""

import pytest

from liguilla.errors import Severity
from liguilla.notation.results.football_txt import read, recognises
from liguilla.words import LANGUAGES
from tests.notation.results.football_texts import TITLE, said, season

MEND = (
    'Write a match as "Home 2-1 (1-0) Away" or "Home v Away 2-1 (1-0)", a date as "Sat Aug 18 2018", a round as '
    '"▪ Matchday 1", and # before a comment'
)


@pytest.mark.parametrize(
    "line",
    [
        "  21.00  UANL Ti",
        "  Leeds  2-x  Bury",
        "  Leeds 2-1",
        "  2-1 Bury",
        "  Leeds  2-1  1-0  Bury",
        "  Leeds  2-1 (1-0, 0-0)  Bury",
        "  4-2 pen. 3-2  Leeds  Bury",
        "  Leeds   Bury  2-1  York",
        "[Sat Aug/18] and so on",
        "Foul: play",
        "  Leeds | ",
        "^^^^^",
        "  something that somebody wrote",
    ],
)
def test_a_line_that_cannot_be_read_is_kept_and_reported_with_what_was_expected(line: str) -> None:
    text = f"{TITLE}  York  1-0  Hull\n{line}\n  Hull  1-0  York\n"
    results = season(text)
    assert [(each.text, str(each.origin)) for each in results.unread] == [(line, "cup.txt:4")]
    assert len(results.matches) == 2
    (problem,) = said(text)
    assert problem.startswith(f'cup.txt:4: "{line.strip()}" could not be read, and was left out.')


def test_the_mend_of_a_line() -> None:
    assert said(f"{TITLE}  Leeds  2-x  Bury\n")[0].endswith(MEND)


def test_a_score_with_a_colon_has_its_own_mend() -> None:
    assert said(f"{TITLE}  Leeds  2:1  Bury\n") == [
        'cup.txt:3: "Leeds  2:1  Bury" could not be read, and was left out. '
        "Write a score with a hyphen, such as 2-1: a colon is for clocks"
    ]


def test_a_character_that_cannot_be_seen_is_named() -> None:
    assert said(f"{TITLE}  Le\u200beds  2-1  Bury\n")[0].endswith("Delete the character U+200B, which can't be seen")
    assert said(f"{TITLE}  Le\ufffdds  2-1  Bury\n")[0].endswith("Delete the character U+FFFD, which can't be seen")


def test_a_line_too_long_for_any_hand_is_not_looked_at() -> None:
    text = f"{TITLE}  Leeds  2-1  {'B' * 3000}\n"
    assert said(text) == [
        f'cup.txt:3: "Leeds  2-1  {"B" * 68} ..." could not be read, and was left out. '
        "A line has at most 1500 characters: break it"
    ]
    assert len(season(text).unread[0].text) > 3000


def test_many_lines_with_the_same_fault_are_counted_and_all_kept() -> None:
    text = TITLE + "  what?\n" * 1000
    assert len(season(text).unread) == 1000
    assert len(said(text)) < 30


def test_a_head_that_promises_more_than_there_is_tells_a_file_that_was_cut() -> None:
    text = "= Cup 2018/19\n# Teams      4\n# Matches    6\n  A  1-0  B\n  B  1-0  A\n"
    assert said(text) == [
        "cup.txt:2: the head of the file says 4 teams, but there are 2. Check the names",
        "cup.txt:3: the head of the file says 6 matches, but there are 2. Check whether the file is whole",
    ]


def test_a_comment_never_closed_is_reported_where_it_begins() -> None:
    assert said(f"{TITLE}  A  1-0  B\n<!-- table\n  B  1-0  A\n") == [
        "cup.txt:4: the comment that begins here isn't closed, so nothing below it was read. Write --> where it ends"
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("  Leeds  1-0  Leeds", "a team can't play against itself. Name the other team"),
        ("  Leeds  1-0 (2-0)  Bury", "the score at half time, 2-0, is above the final one, 1-0. Check both"),
        (
            "  Leeds  1-0 a.e.t. (2-0, 1-0)  Bury",
            "the score after extra time, 1-0, is below the one after normal time, 2-0. Check both",
        ),
        ("  Leeds  4-4 pen. (4-4, 3-2)  Bury", "no shoot-out ends 4-4. Write how it ended"),
        (
            "  Leeds  2-3 pen. 2-3 a.e.t. (0-0)  Bury",
            "the score after extra time is that of the shoot-out, 2-3. Check whether there was any extra time",
        ),
        (
            "  Leeds  1-1  Bury  [Hull wins on penalties]",
            "Hull can't have won the shoot-out between Leeds and Bury. Write one of them",
        ),
        (
            "  Leeds  1-1 (1-0), 4-2 pen.  Bury  [Bury wins on penalties]",
            "Bury can't have won a shoot-out that ended 4-2. Check both",
        ),
        (
            "  Leeds  v  Bury  [awarded to Hull]",
            "a match of Leeds and Bury can't be awarded to Hull. Write one of them",
        ),
        ("  Leeds  2-1  Bury  [postponed]", "has a score, but is postponed. Take one of them out"),
        ("  Leeds  4-2 pen.  Bury", "has no score after normal time or extra time. Write it, if it is known"),
        ("  Leeds  99-1  Bury", "99-1 are more goals than were ever scored. Check the score"),
        ("Aug 18 2028\n  Leeds  2-1  Bury", "2028-08-18 lies outside the season 2018-19. Check the date"),
    ],
)
def test_what_cannot_be_is_reported_and_kept(line: str, problem: str) -> None:
    text = f"{TITLE}{line}\n"
    away = "Leeds" if "itself" in problem else "Bury"
    assert said(text) == [f"cup.txt:{3 + line.count(chr(10))}: Leeds - {away}: {problem}"]
    assert len(season(text).matches) == 1


def test_a_match_that_is_there_twice_is_reported_with_both_lines() -> None:
    text = f"{TITLE}Aug 18\n  Leeds  2-1  Bury\nAug 19\n  Leeds  2-1  Bury\nAug 18\n  Leeds  1-1  Bury\n"
    assert said(text) == [
        "cup.txt:8: Leeds - Bury: is there twice on 2018-08-18: in line 4 too. "
        "Delete one of the two, or correct its date"
    ]


def test_everything_wrong_is_a_warning_or_less_and_is_said_in_every_language() -> None:
    text = f"{TITLE}31 June 25:00\n  A  1-0 (2-0)  A\nHeading\n▪ M | June 3\n  what?\n 1 A  3 1 1 1 2-2 4\n<!--"
    problems = read(text, "cup.txt").problems
    assert len(problems) == 9
    assert {problem.severity for problem in problems} == {Severity.WARNING, Severity.NOTE}
    for language in LANGUAGES:
        assert all(problem.line(language).startswith("cup.txt:") for problem in problems)


def test_a_file_with_nothing_in_it() -> None:
    for text in ("", "\n\n", "# a comment\n", "\ufeff"):
        assert read(text, "cup.txt").results == ()
        assert said(text) == ["cup.txt: there are no results in this file. Check that it is the right one"]


# ------------------------------------------------------------------------------------------------ recognising


@pytest.mark.parametrize(
    "text",
    [
        "= Liga MX 2018/19\n",
        "  Leeds  2-1  Bury\n",
        "# comment\n\n[Sat Aug/18]\n  15.00  Leeds  v  Bury\n",
        "= Cup 2018\n\n" + "Leeds 2-1 Bury\n" * 1000,
    ],
)
def test_it_is_recognised(text: str) -> None:
    assert recognises("cup.txt", text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cup.txt", ""),
        ("cup.txt", "\n\n"),
        ("cup.txt", "a letter to a friend\n\nDear friend,\n  how are you?\n"),
        ("cup.txt", "Date,Team 1,FT,HT,Team 2\nSat Aug 18 2018,Leeds,2-1,1-0,Bury\n"),
        ("cup.txt", "date;home;away;score\n2018-08-18;Leeds;Bury;2-1\n"),
        ("cup.txt", '{"name": "Cup", "matches": []}'),
        ("cup.txt", "012 Open of Leeds\n001    1 m  g Carlsen, Magnus   2850 NOR  1 1990/11/30  2.0  1   2 w 1\n"),
        ("cup.txt", "name: Rules\nstages:\n  - {id: table}\n"),
        ("cup.csv", "= Cup 2018\n  Leeds  2-1  Bury\n"),
        ("cup.json", "= Cup 2018\n  Leeds  2-1  Bury\n"),
    ],
)
def test_other_texts_are_not(name: str, text: str) -> None:
    assert not recognises(name, text)

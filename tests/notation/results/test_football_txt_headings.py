"""Titles, headings and groups of Football.TXT."""

import pytest

from liguilla.notation.results.football_txt import read
from tests.notation.results.football_texts import TITLE, said, season

MATCH = "  Leeds  2-1  Bury\n"


def headings(text: str) -> list[tuple[str, ...]]:
    return [each.headings for each in season(TITLE + text).matches]


@pytest.mark.parametrize(
    ("title", "competition", "year"),
    [
        ("= Liga MX 2018/19", "Liga MX", "2018-19"),
        ("=Bundesliga 1963/64=", "Bundesliga", "1963-64"),
        ("= First League 1999/2000", "First League", "1999-00"),
        ("= World Cup 1954     # in Switzerland, 16 June - 4 July", "World Cup", "1954"),
        ("= Australia | A-League 2018/19", "Australia | A-League", "2018-19"),
        ("= Champions League - Quali 2025/26", "Champions League - Quali", "2025-26"),
        ("= Deutsche 2. Bundesliga 2015/16", "Deutsche 2. Bundesliga", "2015-16"),
        ("= Cup", "Cup", None),
    ],
)
def test_a_title_names_the_competition_and_its_season(title: str, competition: str, year: str | None) -> None:
    results = season(f"{title}\n\n{MATCH}")
    assert (results.competition, results.season) == (competition, year)


def test_a_text_without_title_has_matches_all_the_same() -> None:
    results = season(MATCH)
    assert (results.competition, results.season, len(results.matches)) == (None, None, 1)


@pytest.mark.parametrize("mark", ["▪ ", "▪", "  » ", "• ", ":: ", "■ ", ""])
def test_a_round_has_a_mark_or_none(mark: str) -> None:
    assert headings(f"{mark}Matchday 1\n{MATCH}{mark}Matchday 2:\n{MATCH}") == [("Matchday 1",), ("Matchday 2",)]


def test_a_comma_divides_a_heading() -> None:
    assert headings(f"» Apertura Playoffs, Final\n{MATCH}") == [("Apertura Playoffs", "Final")]


def test_a_stage_stands_above_its_rounds_and_the_next_stage_ends_both() -> None:
    text = f"== Apertura\n\nMatchday 1\n{MATCH}Matchday 2\n{MATCH}== Apertura - Liguilla\n{MATCH}Final\n{MATCH}"
    assert headings(text) == [
        ("Apertura", "Matchday 1"),
        ("Apertura", "Matchday 2"),
        ("Apertura - Liguilla",),
        ("Apertura - Liguilla", "Final"),
    ]


def test_plain_lines_lie_within_marked_ones_and_more_marks_further_in() -> None:
    assert headings(f"▪ Group A\nMatchday 1\n{MATCH}▪ Group B\n{MATCH}") == [("Group A", "Matchday 1"), ("Group B",)]
    assert headings(f"▪ Promotion\n▪▪ Semifinals\n▪▪▪ First legs\n{MATCH}▪▪ Final\n{MATCH}") == [
        ("Promotion", "Semifinals", "First legs"),
        ("Promotion", "Final"),
    ]
    assert headings(f"▪ Promotion\n▸ Semifinals\n{MATCH}") == [("Promotion", "Semifinals")]
    assert headings(f"== Clausura\n=== Liguilla\n{MATCH}== Campeón\n{MATCH}") == [
        ("Clausura", "Liguilla"),
        ("Campeón",),
    ]


def test_a_mark_without_words_ends_the_headings_before_it() -> None:
    assert headings(f"▪ Final\n{MATCH}▪\n{MATCH}") == [("Final",), ()]


@pytest.mark.parametrize(
    "text",
    [
        "Matchday 17",
        "Reclassification",
        "Quarterfinals",
        "Round of 16",
        "Semi-Finals - 1st Leg",
        "1. Runde",
        "Jornada 3",
    ],
)
def test_the_usual_words_need_no_mark(text: str) -> None:
    assert headings(f"{text}\n{MATCH}") == [(text,)]
    assert said(f"{TITLE}{text}\n{MATCH}") == []


def test_other_words_on_a_line_of_their_own_are_taken_for_a_heading_and_that_is_said() -> None:
    assert headings(f"Promoción\n{MATCH}") == [("Promoción",)]
    assert said(f"{TITLE}Promoción\n{MATCH}") == [
        'cup.txt:3: "Promoción" was taken for the heading of a round. Put "▪" before a heading, and # before a comment'
    ]


def test_days_of_rounds_are_no_headings_of_matches() -> None:
    text = "▪ Matchday 1  | June 13-17\n▪ Matchday 2  |  Jun 18 - Jun 21\nFinal  |  Sun Jul 13\n▪ Group 1\n"
    assert headings(text + MATCH) == [("Group 1",)]
    assert said(TITLE + text + MATCH) == [
        "cup.txt:3: 3 lines say only when rounds are played; their matches have the dates they are given"
    ]


def test_groups_list_their_teams_in_the_order_written() -> None:
    text = "Group 1  |  Poland    Italy  Northern Ireland\n▪ Group B | West Germany\tSpain | Peru\nC | Bury, York\n"
    assert season(TITLE + text).groups == {
        "Group 1": ("Poland", "Italy", "Northern Ireland"),
        "Group B": ("West Germany", "Spain", "Peru"),
        "C": ("Bury", "York"),
    }
    assert headings("Group A | Leeds  Bury\n" + MATCH) == [()]


def test_the_teams_of_groups_come_before_those_of_matches() -> None:
    assert season(f"{TITLE}Group A | Bury  Leeds\n{MATCH}  Hull v Leeds\n").teams == ("Bury", "Leeds", "Hull")


def test_a_group_listed_twice_is_kept_once_and_reported() -> None:
    text = f"{TITLE}Group A | Leeds  Bury\nGroup A | Hull  York\n"
    assert season(text).groups == {"Group A": ("Leeds", "Bury")}
    assert [each.text for each in season(text).unread] == ["Group A | Hull  York"]
    assert 'There is a group "Group A" before.' in said(text)[0]


def test_a_file_with_two_titles_holds_two_seasons() -> None:
    text = f"= Cup 2018\n▪ Final\n{MATCH}= League 2018\n{MATCH}{MATCH}= Cup 2018\n{MATCH}"
    found = read(text, "cup.txt").results
    assert [(each.competition, len(each.matches)) for each in found] == [("Cup", 2), ("League", 2)]
    assert [each.headings for each in found[1].matches] == [(), ()]

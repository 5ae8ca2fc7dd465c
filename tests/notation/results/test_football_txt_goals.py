"""Goals in Football.TXT, in both layouts."""

import pytest

from liguilla.facts import GoalKind
from liguilla.notation.results import RecordedGoal
from tests.notation.results.football_texts import TITLE, match, said, season

PENALTY, OWN_GOAL = GoalKind.PENALTY, GoalKind.OWN_GOAL


def goals(score: str, *lines: str) -> list[tuple[str, str | None, int | None, int | None, GoalKind | None]]:
    found = match(f"  Home  {score}  Away\n" + "".join(f"          {line}\n" for line in lines))
    return [("home" if g.for_home else "away", g.person, g.minute, g.stoppage, g.kind) for g in found.goals]


def test_in_brackets_with_a_semicolon_between_the_sides() -> None:
    assert goals("3-1 a.e.t. (1-1)", "(Messi 23' (pen.), 108' Di María 90+2'; Mbappé 80'(pen))") == [
        ("home", "Messi", 23, None, PENALTY),
        ("home", "Messi", 108, None, None),
        ("home", "Di María", 90, 2, None),
        ("away", "Mbappé", 80, None, PENALTY),
    ]


def test_in_brackets_over_several_lines() -> None:
    assert goals("1-2 (0-1)", "(Oscar 90'; ", " Thomas Müller 11'", "Klose 23')") == [
        ("home", "Oscar", 90, None, None),
        ("away", "Thomas Müller", 11, None, None),
        ("away", "Klose", 23, None, None),
    ]


def test_in_lines_without_brackets_the_home_side_first() -> None:
    assert goals("2-1", "Nahum Stelmach 71' Avram ??';", "Woo Sang-kwon 52'") == [
        ("home", "Nahum Stelmach", 71, None, None),
        ("home", "Avram", None, None, None),
        ("away", "Woo Sang-kwon", 52, None, None),
    ]


def test_a_dash_for_nobody() -> None:
    assert goals("0-1", "-; Dominik Szoboszlai 80'") == [("away", "Dominik Szoboszlai", 80, None, None)]


@pytest.mark.parametrize("between", [" - ", "; "])
def test_behind_the_match_without_marks(between: str) -> None:
    found = match(f"Werder      3-1 Dortmund    (Soya 34, Schütz 36 p, Klöckner 50{between}Konietzka 1 og)\n")
    assert [(g.for_home, g.person, g.minute, g.kind) for g in found.goals] == [
        (True, "Soya", 34, None),
        (True, "Schütz", 36, PENALTY),
        (True, "Klöckner", 50, None),
        (False, "Konietzka", 1, OWN_GOAL),
    ]
    assert found.away == "Dortmund"


def test_behind_the_match_and_in_the_next_line() -> None:
    found = match("Dortmund    3-1 TSV 1860    (Sturm 16, 80, Cyliax 27 - Grosser 49,\n               )  \n")
    assert len(found.goals) == 4


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("51pen", PENALTY),
        ("51' (pen.)", PENALTY),
        ("51'(pen)", PENALTY),
        ("51 p", PENALTY),
        ("51og", OWN_GOAL),
        ("51' (o.g.)", OWN_GOAL),
        ("51'(og)", OWN_GOAL),
        ("51", None),
        ("51’", None),
    ],
)
def test_penalties_and_own_goals(text: str, kind: GoalKind | None) -> None:
    assert goals("1-0", f"(Eto'o {text})") == [("home", "Eto'o", 51, None, kind)]


def test_all_goals_are_those_of_the_only_side_that_scored() -> None:
    assert goals("0-2", "(Enner Valencia 16' (pen.), 31')") == [
        ("away", "Enner Valencia", 16, None, PENALTY),
        ("away", "Enner Valencia", 31, None, None),
    ]


def test_an_own_goal_counts_for_the_side_that_the_score_says() -> None:
    as_it_counts = goals("2-1", "(Vidal 3' Rosas 51' (o.g.); Carreño 70')")
    as_it_was_scored = goals("2-1", "(Vidal 3'; Carreño 70' Rosas 51' (o.g.))")
    assert sorted(as_it_counts) == sorted(as_it_was_scored)
    assert ("home", "Rosas", 51, None, OWN_GOAL) in as_it_counts


def test_goals_of_both_sides_without_a_sign_between_them_belong_to_nobody() -> None:
    text = f"{TITLE}  Home  2-1  Away\n      (Giesemann 21, 72, Wuttich 33)\n"
    results = season(text)
    assert results.matches[0].goals == ()
    assert [(each.text.strip(), each.origin.line) for each in results.unread] == [("(Giesemann 21, 72, Wuttich 33)", 4)]
    assert said(text) == [
        "cup.txt:4: the goals could not be read, and were left out. Both teams scored: write a semicolon between the "
        "goals of the home side and those of the away side"
    ]


@pytest.mark.parametrize("text", ["(abandoned in fog)", "(Smith; Jones; Brown 3)", "(45 Smith)", "(A 3'; B 4'; C 5')"])
def test_brackets_that_tell_no_goals_are_unread(text: str) -> None:
    results = season(f"{TITLE}  Home  2-1  Away\n      {text}\n")
    assert results.matches[0].goals == ()
    assert [each.text.strip() for each in results.unread] == [text]


def test_goals_that_do_not_add_up_are_kept_and_reported() -> None:
    assert len(goals("3-2", "(A 1', B 2'; C 3')")) == 3
    assert said(f"{TITLE}  Home  3-2  Away\n   (A 1', B 2'; C 3')\n") == [
        "cup.txt:3: Home - Away: the goals that are listed make 2-1, but the score is 3-2. Check both"
    ]


def test_a_bracket_never_closed_ends_at_the_next_blank_line_match_or_day() -> None:
    for after in ("\n", "", "[Sat Aug/18]\n", "▪ Final\n"):
        text = f"{TITLE}  Home  1-0  Away\n   (A 1'\n{after}  Next  2-1  Other\n"
        results = season(text)
        assert [each.teams for each in results.matches] == [("Home", "Away"), ("Next", "Other")]
        assert results.matches[0].goals == (RecordedGoal(True, "A", 1),)
        assert said(text) == ["cup.txt:4: the bracket isn't closed. Write ) behind the last goal"]

"""Competitions inside and beside a format."""

from liguilla.formats import Format, Known, check_format
from tests.formats.shelves import LEAGUE, Shelf, built, cup, pointed, said

HALF = cup(LEAGUE, "  champion: table 1\n").replace("teams: 16", "teams: {count: 16, know: {licence: [yes, no]}}")


def season(stages: str = "", outcomes: str = "", tournaments: str = "{apertura: half, clausura: half}") -> str:
    ends = f"outcomes:\n{outcomes}" if outcomes else "outcomes: {}\n"
    listed = f"stages:\n{stages}" if stages else "stages: []\n"
    return f"name: Season\nsource: s\ntournaments: {tournaments}\n{listed}{ends}"


YEAR = "  - {id: year, kind: table, matches: [apertura.table, clausura.table], rank_by: [points, lots]}\n"


def test_a_season_has_the_teams_and_facts_of_its_tournaments() -> None:
    built_ = built(season(YEAR, "  here: year where licence yes\n"), half=HALF)
    assert built_.entry.know == {"licence": Known("licence", "word", ("yes", "no"))}
    assert built_.entry.number is None
    assert said(season(YEAR, "  here: year 17\n"), half=HALF) == [
        'outcome "here": selector "year 17": "year" has 16 teams, so there is no position 17'
    ]


def test_facts_about_teams_of_another_competition_can_be_named_but_are_not_asked_of_ours() -> None:
    text = season(outcomes="  here: [champion other]\n", tournaments="{}").replace(
        "tournaments: {}", "other_competitions: {other: half}"
    )
    when = text.replace("[champion other]", "{take: champion other, when: champion other has licence yes}")
    built_ = built(when, half=HALF)
    assert isinstance(built_.other_competitions["other"], Format)
    assert built_.entry.know == {}


def test_a_tournament_that_cannot_be_read_is_said_once_and_nothing_that_follows() -> None:
    broken = HALF.replace("meetings: 1", "meeting: 1").replace("[points, lots]", "[pints]")
    text = season(YEAR, "  here: champion apertura\n  there: year where licence yes\n")
    assert pointed(text, half=broken) == [
        '3:25: tournaments, apertura: half.yaml:6:31: stage "table", meeting: unknown key "meeting". Did you mean '
        '"meetings"?',
        '3:25: tournaments, apertura: half.yaml:6:53: stage "table", rank_by[0]: unknown criterion "pints". Did '
        "you mean "
        '"points"?',
    ]


def test_a_tournament_of_no_format_is_said_where_it_is_named() -> None:
    text = season(YEAR, tournaments="{apertura: haf, clausura: half}")
    assert pointed(text, half=HALF) == ['3:25: tournaments, apertura: no format named "haf". Did you mean "half"?']


def test_a_format_may_not_hold_itself() -> None:
    assert pointed(season(tournaments="{a: cup}")) == ["3:18: tournaments, a: cup -> cup goes round in a circle"]
    assert pointed(season(tournaments="{a: other}"), other=season(tournaments="{b: cup}")) == [
        "3:18: tournaments, a: other.yaml:3:18: tournaments, b: cup -> other -> cup goes round in a circle"
    ]


def test_competitions_are_not_nested_without_end() -> None:
    shelf = Shelf({f"c{n}": season(tournaments=f"{{a: c{n + 1}}}") for n in range(50)})
    (problem,) = check_format("c0", shelf)
    assert problem.text().endswith("tournaments, a: more than 10 competitions inside each other")


def test_a_tournament_inside_a_tournament() -> None:
    middle = season(outcomes="  best: champion apertura\n")
    outer = season("", "  here: best m\n  there: m.apertura.table 1\n", "{m: middle}")
    assert said(outer, middle=middle, half=HALF) == []
    assert said(outer.replace("best m", "m.apertura.champion"), middle=middle, half=HALF) == [
        'outcome "here": selector "m.apertura.champion": "champion" is an outcome of a tournament inside a tournament; '
        "make it an outcome of that one first"
    ]


def test_the_season_before_is_needed_without_a_circle() -> None:
    text = cup(
        "  - {id: table, kind: league, entrants: previous.table 1-14 + promoted previous, meetings: 1, rank_by: "
        "[points]}\n",
        "  promoted: table 1-2\n",
    )
    assert said(text) == []


def test_there_is_no_format_of_that_name() -> None:
    (problem,) = check_format("ascenso-mx-2102", Shelf({}))
    assert problem.line() == 'no format named "ascenso-mx-2102". Did you mean "ascenso-mx-2012"?'

"""The formats of the library: listed by country, competition and season, told as prose, and the schema."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from liguilla.cli.library_page import library_page
from liguilla.notation import FormatFiles
from tests.cli.conftest import Run

NAMES = FormatFiles().names()
README = Path(__file__).parents[2] / "src/liguilla/library/README.md"

FOUNDING_CASE = """\
3. Liguilla
  The teams in positions 1 to 7 of “General table” take part. They are seeded in
  this order, the first as the best.
  The rounds are:
    (a) Quarterfinals: the teams named above. The best seed goes straight to the
        next round.
    (b) Semifinals: the winners of the quarterfinals and those that went
        straight there.
    (c) Final: the winners of the semifinals.
  In every round the best seed left meets the worst seed left, the second best
  the second worst, and so on.
  Quarterfinals and semifinals. A tie is over two legs, with the worse seed at
  home in the first and the better seed in the second. The team with more goals
  in both matches together wins the tie. If they are level on aggregate, the
  team with more goals away from home wins; if they are still level, the better
  seed wins.
  Final. A tie is over two legs, with the worse seed at home in the first and
  the better seed in the second. The team with more goals in both matches
  together wins the tie. If they are level on aggregate, extra time is played;
  if they are still level, kicks from the penalty mark decide.

4. What it leads to
  - Champions: the winner of the final.
  - Runners-up: the loser of the final.
"""

OF_THE_NFL = """\
United States  ·  usa
  NFL
    1991 – 2001  nfl-1991
    2002 – 2019  nfl-2002
    2020         nfl-2020
    since 2021   nfl-2021
"""


# ------------------------------------------------------------------------------------------------------- the list


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    from liguilla.cli.shelves import library
    from liguilla.publish import formats_document

    return formats_document(library())


def test_all_formats_are_listed_each_once(whole: dict[str, Any]) -> None:
    assert sorted(each["id"] for each in whole["formats"]) == sorted(NAMES)


def test_countries_hold_competitions_and_these_their_formats_by_season(whole: dict[str, Any]) -> None:
    england = next(each for each in whole["countries"] if each["id"] == "eng")
    assert england["name"] == "England"
    premier_league = next(each for each in england["competitions"] if each["id"] == "premier-league")
    since = {each["id"]: each["valid_from"] for each in whole["formats"]}
    seasons = [since[name] for name in premier_league["formats"]]
    assert seasons == sorted(seasons)
    assert "premier-league-2019" in premier_league["formats"]


def test_formats_of_no_one_competition_are_listed_too(whole: dict[str, Any]) -> None:
    of_competitions = {
        name for country in whole["countries"] for each in country["competitions"] for name in each["formats"]
    }
    others = [name for country in whole["countries"] for name in country["others"]]
    assert sorted({*of_competitions, *others}) == sorted(NAMES)
    assert not of_competitions & {*others}
    assert "liga-mx-2014" in others  # a season of the competition is two tournaments by this format


def test_the_page_has_every_name_below_its_country(run: Run) -> None:
    page = run("formats").out
    assert all(f"  {name}\n" in page for name in NAMES)
    assert max(map(len, page.splitlines())) <= 80
    assert page.index("Argentina  ·  arg") < page.index("England  ·  eng") < page.index("Any competition  ·  generic")


def test_countries_stand_in_the_order_of_their_names_in_the_language(run: Run) -> None:
    page = run("formats", "--lang", "es").out
    assert page.index("Alemania  ·  ger") < page.index("Argentina  ·  arg") < page.index("Inglaterra  ·  eng")


@pytest.mark.parametrize("word", ["usa", "USA", "united states", "Estados Unidos"])
def test_a_country_is_found_by_its_code_and_by_its_name(run: Run, word: str) -> None:
    page = run("formats", word).out
    assert page.startswith("United States  ·  usa\n  Major League Soccer\n")
    assert page.endswith(OF_THE_NFL.partition("\n")[2])
    assert page.count("·") == 1


@pytest.mark.parametrize("word", ["NFL", "nfl"])
def test_a_competition_is_found_by_what_it_is_called(run: Run, word: str) -> None:
    assert run("formats", word).out == OF_THE_NFL


def test_a_body_is_found_by_the_part_of_the_world(run: Run) -> None:
    assert run("formats", "sudamerica", "--json").document["countries"][0]["id"] == "conmebol"


def test_a_season_has_a_format(run: Run) -> None:
    answer = run("formats", "Liga MX", "--season", "2018-19")
    assert answer.out == "Mexico  ·  mex\n  Liga MX\n    2018-19  liga-mx-season-2018\n"
    assert [each["id"] for each in run("formats", "liga mx", "--season", "2018", "--json").document["formats"]] == [
        "liga-mx-season-2018"
    ]


def test_a_season_of_all_competitions_leaves_out_those_that_had_none(run: Run) -> None:
    document = run("formats", "--season", "1888-89", "--json").document
    assert "football-league-1888" in [each["id"] for each in document["formats"]]
    assert "usa" not in [each["id"] for each in document["countries"]]


def test_listing_takes_well_under_a_second() -> None:
    from liguilla.cli.shelves import library

    started = time.process_time()
    library()
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nfl-2022"], 'no format is called "nfl-2022". Did you mean "nfl-2021"?'),
        (["Libertadore"], 'no format is called "Libertadore". Did you mean '),
        (["Englnd"], 'no format is called "Englnd". Did you mean "England"?'),
        (["NFL", "--season", "x"], "'x' is no season. Write the year, or both years, such as 2018 or 2018-19."),
        (["nfl-2021", "--season", "2021"], '"nfl-2021" is one format, which --season can not choose from.'),
        (
            ["NFL", "--season", "1950"],
            "the library has no format of NFL for the season 1950; it has nfl-1991 (1991 to 2001)",
        ),
        (["usa", "--season", "1850"], "the library has nothing of the season 1850."),
    ],
)
def test_what_is_not_there_is_said_with_what_is(run: Run, words: list[str], said: str) -> None:
    answer = run("formats", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"Error: {said}")


# ------------------------------------------------------------------------------------------------------- one format


def test_a_format_is_told_as_a_regulation_would_tell_it(run: Run) -> None:
    page = run("formats", "ascenso-mx-2012").out
    assert page.startswith("Ascenso MX: a half-year tournament\n═")
    assert f"\n\n{FOUNDING_CASE}\n5. What is uncertain\n" in page


def test_a_format_of_ones_own_is_told_too(run: Run, tmp_path: Path) -> None:
    text = FormatFiles().text("nfl-2021") or ""
    (tmp_path / "mine.yaml").write_text(text.replace("name: National Football League", "name: Ours"), encoding="utf-8")
    assert run("formats", str(tmp_path / "mine.yaml")).out.startswith("Ours\n═")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_long_format_fits_the_page(run: Run, language: str) -> None:
    answer = run("formats", "world-cup-2026", "--lang", language)
    assert (answer.status, answer.err) == (0, "")
    assert max(map(len, answer.out.splitlines())) <= 80


def test_as_json_a_format_has_its_prose_and_its_text(run: Run) -> None:
    document = run("formats", "fa-cup-2018", "--json").document
    assert (document["id"], document["problems"]) == ("fa-cup-2018", [])
    assert document["text"] == FormatFiles().text("fa-cup-2018")
    assert [each["heading"] for each in document["prose"]["sections"]] == [
        "General",
        "Cup",
        "What it leads to",
        "What is uncertain",
        "Sources",
    ]


def test_the_schema_is_json_whatever_is_asked(run: Run) -> None:
    assert run("formats", "--schema").document == run("formats", "--schema", "--json").document
    assert "properties" in run("formats", "--schema").document


# ------------------------------------------------------------------------------------------- the page of the library


def test_the_page_of_the_library_lists_what_there_is() -> None:
    page = README.read_text("utf-8")
    assert page == library_page(page), "python -m liguilla.cli.library_page"


def test_every_format_is_linked_from_the_page_of_the_library() -> None:
    page = README.read_text("utf-8")
    assert set(_linked(page)) == {f"{path.parent.name}/{path.name}" for path in README.parent.glob("*/*.yaml")}


def _linked(page: str) -> Iterator[str]:
    for part in page.split("](")[1:]:
        target = part.partition(")")[0]
        if target.endswith(".yaml"):
            yield target

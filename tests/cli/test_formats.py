"""The formats of the library: listed, told in words in both languages, and the schema."""

import pytest

from liguilla.notation import FormatFiles
from tests.cli.conftest import Run

NAMES = FormatFiles().names()

FOUNDING_CASE = """\
Ascenso MX: a half-year tournament
  Source: Ascenso MX 2012-13, as published
  Season: 2012-13
  15 teams

General table (table): a league
  Everybody meets everybody once
  Points: win 3, draw 1, loss 0
  Order: points, goal difference, goals scored, between the level teams (points,
      goal difference, goals scored), the drawing of lots

Liguilla (liguilla): a knock-out
  Who: table 1-7
  quarterfinals (one bye), semifinals
    2 matches; at home: the worse seed, the better seed
    Decided by: aggregate, away goals, better seed
  final
    2 matches; at home: the worse seed, the better seed
    Decided by: aggregate, extra time, penalties

Outcomes
  champions: winner final
  runners-up: loser final
"""


def test_all_formats_are_listed_by_country_and_season(run: Run) -> None:
    document = run("formats", "--json").document
    assert sorted(each["id"] for each in document["formats"]) == list(NAMES)
    countries = [each["country"] for each in document["formats"]]
    assert countries == sorted(countries)
    mexican = [each["valid_from"] for each in document["formats"] if each["country"] == "mex"]
    assert mexican == sorted(mexican)
    page = run("formats").out
    assert all(name in page for name in NAMES)


def test_a_format_is_told_in_words_below_what_its_file_says_of_itself(run: Run) -> None:
    page = run("formats", "ascenso-mx-2012").out
    assert page.startswith("One half-year tournament (Apertura or Clausura) of Mexico's second division.\nUncertain: ")
    assert page.endswith(f"\n\n{FOUNDING_CASE}")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", NAMES)
def test_every_format_can_be_told(run: Run, name: str, language: str) -> None:
    answer = run("formats", name, "--lang", language)
    assert (answer.status, answer.err) == (0, "")
    assert max(map(len, answer.out.splitlines())) <= 80


def test_as_json_a_format_has_its_text(run: Run) -> None:
    document = run("formats", "fa-cup-2018", "--json").document
    assert (document["id"], document["problems"]) == ("fa-cup-2018", [])
    assert document["text"] == FormatFiles().text("fa-cup-2018")
    assert all(stage["rules"] for stage in document["stages"])


def test_the_schema_is_json_whatever_is_asked(run: Run) -> None:
    assert run("formats", "--schema").document == run("formats", "--schema", "--json").document
    assert "properties" in run("formats", "--schema").document

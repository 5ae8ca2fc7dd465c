"""Real files of Football.TXT, all dialects, where they are at hand: every line of every file is accounted for."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from liguilla.notation.results import RecordedMatch, Results, ResultsReading
from liguilla.notation.results.football_txt import read, recognises, write
from liguilla.notation.results.football_txt.lines import Kind
from liguilla.notation.results.football_txt.reading import Reader
from tests.notation.results.football_texts import NOWHERE, anywhere

RESULTS = Path(__file__).parents[4] / "shared/data/results"
FOLDER = RESULTS / "openfootball"
FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.txt"))

pytestmark = pytest.mark.skipif(not FILES, reason="the real results are not here")

FAULTS: Mapping[str, Mapping[int, str]] = {
    "deutschland/rsssf/duit64.txt": {
        # Goals of both sides without the dash between them; then goals that don't add up to the score, three times.
        136: "unread_goals",
        274: "goals_against_score",
        275: "goals_against_score",
        389: "goals_against_score",
    },
    # A shoot-out is written once more where the score after extra time belongs; in 2025 there was no extra time.
    "espana/2023-24/cup.txt": {36: "kicks_as_extra_time"},
    "south-america/brazil/2025_brcup.txt": dict.fromkeys((16, 18, 19, 22), "kicks_as_extra_time"),
    # The score of the shoot-out is missing: that of the match stands in its place.
    "mexico/2022-23/1-ligamx.txt": {632: "level_kicks"},
}
"""Every fault there is in the files, by line, and nothing else is reported but notes."""

UNREAD: Mapping[str, tuple[int, ...]] = {"deutschland/rsssf/duit64.txt": (136,)}
"""Every line that isn't read whole: of this one the match is read, and the goals are not."""

NOTES = ("not_kept_line_up", "not_kept_table", "not_kept_round_dates")


def text_of(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def reader_of(name: str) -> tuple[Reader, ResultsReading]:
    reader = Reader(text_of(name), name)
    return reader, reader.read()


def readings() -> Iterator[tuple[str, Reader, ResultsReading]]:
    return ((name, *reader_of(name)) for name in FILES)


def only(name: str) -> Results:
    (results,) = reader_of(name)[1].results
    return results


def test_every_line_is_accounted_for() -> None:
    counts: Counter[Kind] = Counter()
    unread = {}
    for name, reader, reading in readings():
        assert len(reader.kinds) == len(text_of(name).splitlines())
        counts += Counter(reader.kinds)
        found = tuple(each.origin.line for results in reading.results for each in results.unread)
        if found:
            unread[name] = found
        assert reader.doubted == []
    assert unread == UNREAD
    assert counts[Kind.UNREAD] == 0
    assert counts[Kind.MATCH] == 40_753
    assert counts == {
        Kind.MATCH: 40_753,
        Kind.DATE: 12_919,
        Kind.BLANK: 9_637,
        Kind.HEADING: 4_315,
        Kind.GOALS: 3_040,
        Kind.COMMENT: 916,
        Kind.TITLE: 282,
        Kind.ROUND_DATES: 96,
        Kind.GROUP: 90,
        Kind.TABLE: 88,
        Kind.LINE_UP: 33,
        Kind.BYE: 5,
    }


def test_there_are_as_many_matches_as_the_list_of_files_says() -> None:
    listed = {}
    with (RESULTS / "FILES.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["file"].startswith("openfootball/") and row["matches_or_rows"]:
                listed[row["file"].removeprefix("openfootball/")] = int(row["matches_or_rows"])
    assert len(listed) > 200
    for name in listed.keys() & set(FILES):
        assert (name, len(only(name).matches)) == (name, listed[name])


def test_only_known_faults_are_reported() -> None:
    for name, _, reading in readings():
        faults = {
            problem.origin.line: problem.message.code.removeprefix("results.")
            for problem in reading.problems
            if problem.origin and problem.message.code.removeprefix("results.") not in NOTES
        }
        assert (name, faults) == (name, FAULTS.get(name, {}))


def test_every_file_is_recognised_and_other_notations_are_not() -> None:
    tables = [name for name in FILES if name.endswith(".conf.txt")]
    assert [name for name in FILES if not recognises(Path(name).name, text_of(name))] == []
    assert len(tables) == 2
    suffixes = (".csv", ".json", ".input", ".md", ".expected")
    others = [path for path in RESULTS.rglob("*") if path.suffix in suffixes and path.is_file()]
    assert len(others) > 50
    assert [path for path in others if recognises("cup.txt", path.read_text(encoding="utf-8", errors="replace"))] == []


def test_what_is_read_is_written_and_read_again() -> None:
    for name, _, reading in readings():
        for results in reading.results:
            (again,) = read(write(results), name).results
            assert anywhere(again) == anywhere(results)


def test_teams_of_groups_play() -> None:
    for name, _, reading in readings():
        for results in reading.results:
            playing = {team for match in results.matches for team in match.teams}
            listed = {team for teams in results.groups.values() for team in teams}
            assert (name, listed - playing) == (name, set())


def test_dates_need_no_years_and_no_weekdays() -> None:
    without_years = re.compile(r"(?m)^( *\[?\w{3} \w{3}[ /]\d+) \d{4}")
    without_weekdays = re.compile(r"(?m)^( *\[?)(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ")
    for name, _, reading in readings():
        text = text_of(name)
        dates = [match.date for results in reading.results for match in results.matches]
        for bare in (without_years.sub(r"\1", text), without_weekdays.sub(r"\1", text)):
            again = [match.date for results in read(bare, name).results for match in results.matches]
            assert (name, again) == (name, dates)


# ------------------------------------------------------------------------------------ against other notations


def test_a_season_is_the_same_in_two_dialects() -> None:
    def matches(name: str) -> set[RecordedMatch]:
        plain = (replace(each, origin=NOWHERE, headings=(), odds=(), statistics=()) for each in only(name).matches)  # type: ignore[arg-type]
        return set(plain)

    one, other = "mexico/2018-19/1-ligamx.txt", "world/north-america/mexico/2018-19_mx1.txt"
    assert matches(one) == matches(other)
    assert len(matches(one)) == 334


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("england/2018-19/1-premierleague.txt", "en.1"),
        ("deutschland/2018-19/1-bundesliga.txt", "de.1"),
        ("deutschland/2018-19/cup.txt", "de.cup"),
        ("europe/scotland/2018-19_sco1.txt", "sco.1"),
        ("champions-league/2018-19/cl.txt", "uefa.cl"),
        ("world/north-america/mexico/2018-19_mx1.txt", "mx.1"),
    ],
)
def test_a_season_is_the_same_in_json(name: str, same: str) -> None:
    said = json.loads((FOLDER / f"football.json/2018-19/{same}.json").read_text(encoding="utf-8"))
    others = {(match["date"], match["team1"], match["team2"]): match for match in said["matches"]}
    assert len(others) == len(only(name).matches)
    for match in only(name).matches:
        other = others[str(match.date), match.home, match.away]
        # The other notation leaves out that there were no goals before 0-0.
        score = {"ht": [0, 0], **other["score"]} if other["score"]["ft"] == [0, 0] else other["score"]
        assert in_json(match) == {**other, "score": score}


def in_json(match: RecordedMatch) -> Mapping[str, Any]:
    scores = {"ht": match.half_time, "ft": match.score, "et": match.extra_time, "p": match.kicks}
    return {
        "round": ", ".join(match.headings),
        "date": str(match.date),
        **({"time": f"{match.kickoff:%H:%M}"} if match.kickoff else {}),
        "team1": match.home,
        "team2": match.away,
        "score": {key: list(score) for key, score in scores.items() if score},
    }


def test_world_cups_have_the_scores_that_others_list() -> None:
    listed: dict[tuple[str, frozenset[str]], Mapping[str, str]] = {}
    with (RESULTS / "jfjelstul/worldcup/matches.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            listed[row["match_date"], frozenset((row["home_team_name"], row["away_team_name"]))] = row
    called = {
        "USA": "United States",
        "Ireland": "Republic of Ireland",
        "Côte d'Ivoire": "Ivory Coast",
        "Bosnia-Herzegovina": "Bosnia and Herzegovina",
    }
    compared = 0
    for name in FILES:
        if not name.startswith("worldcup/"):
            continue
        for match in only(name).matches:
            home, away = (called.get(team, team) for team in match.teams)
            row = listed[str(match.date), frozenset((home, away))]
            sides = ("home", "away") if row["home_team_name"] == home else ("away", "home")
            final = tuple(int(row[f"{side}_team_score"]) for side in sides)
            kicks = tuple(int(row[f"{side}_team_score_penalties"]) for side in sides)
            assert (match.extra_time or match.score, match.kicks or (0, 0)) == (final, kicks)
            assert (match.extra_time is not None) == (row["extra_time"] == "1")
            compared += 1
    assert compared == 488

"""Real files, where they are at hand: every row accounted for, and the same season the same in every notation."""

import csv
import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from liguilla.errors import Severity
from liguilla.facts import Score, Status
from liguilla.notation.results import football_data, footballcsv, plain
from liguilla.notation.results.reading import read_results
from liguilla.notation.results.records import RecordedMatch, Results, ResultsReading
from tests.notation.results.reading import NOT_HERE, REAL, matches, only, unread

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason=NOT_HERE)

OPENFOOTBALL = REAL / "openfootball"
TABLES = ("akareen", "fivethirtyeight", "footballcsv", "iredchuk", "jfjelstul", "jokecamp", "martj42")


def listed() -> Mapping[str, int]:
    """Return the files of results that are no Football.TXT, and how many matches each has."""
    if not REAL.is_dir():
        return {}
    with (REAL / "FILES.csv").open(encoding="utf-8", newline="") as file:
        rows = [(row["file"], row["matches_or_rows"]) for row in csv.DictReader(file)]
    names = ("matches", "results", "shootouts", "nfl_games", "spi_matches")
    return {
        file: int(count)
        for file, count in rows
        if file.endswith(".json")
        or (
            (file.endswith(".csv") and file.startswith(TABLES))
            and (Path(file).stem.startswith(names) or file.startswith(("footballcsv", "iredchuk", "jokecamp")))
        )
    }


@cache
def read(*files: str) -> ResultsReading:
    return read_results([REAL / file for file in files])


def test_there_are_files_of_every_kind() -> None:
    assert len(listed()) == 59


@pytest.mark.parametrize(("file", "count"), listed().items())
def test_every_row_is_read_or_kept(file: str, count: int) -> None:
    reading = read(file)
    assert len(matches(reading)) + len(unread(reading)) == count
    assert [line for line, _ in unread(reading)] == ([203] if file.endswith("matches_2017.csv") else [])
    assert [problem for problem in reading.problems if problem.severity is Severity.ERROR] == []
    assert all(match.origin.line for match in matches(reading))


@pytest.mark.parametrize("file", sorted(path.name for path in (REAL / "odds").glob("*.csv")) if REAL.is_dir() else [])
def test_seasons_with_odds(file: str) -> None:
    results = only(read(f"odds/{file}"))
    division, years = file.removesuffix(".csv").split("_")
    assert (results.competition, results.season) == (division, f"20{years[:2]}-{years[2:]}")
    assert len(results.matches) == 380
    assert all(match.odds.keys() >= {"B365H", "B365D", "B365A"} for match in results.matches[:300])


SAID_ELSEWHERE = ("origin", "headings")
SAME = {
    "en.1": "england/2018-19/1-premierleague.txt",
    "de.1": "deutschland/2018-19/1-bundesliga.txt",
    "de.cup": "deutschland/2018-19/cup.txt",
    "mx.1": "mexico/2018-19/1-ligamx.txt",
    "uefa.cl": "champions-league/2018-19/cl.txt",
}


def by_day(found: Iterable[RecordedMatch]) -> dict[tuple[object, ...], RecordedMatch]:
    return {(match.date, *match.teams): match for match in found}


@pytest.mark.parametrize(("json", "text"), SAME.items())
def test_the_same_season_in_football_json_and_football_txt(json: str, text: str) -> None:
    one = only(read(f"openfootball/football.json/2018-19/{json}.json"))
    other = only(read(f"openfootball/{text}"))
    assert (one.competition, one.season, one.team_facts) == (other.competition, other.season, other.team_facts)
    first, second = by_day(one.matches), by_day(other.matches)
    assert first.keys() == second.keys()
    names = [field.name for field in fields(RecordedMatch) if field.name not in SAID_ELSEWHERE]
    for key, match in first.items():
        assert {name: getattr(match, name) for name in names} == {name: getattr(second[key], name) for name in names}
    if json != "mx.1":
        # In the other file the play-offs of this one have got another name since.
        assert [match.headings for match in first.values()] == [second[key].headings for key in first]


def scores(results: Results) -> dict[tuple[dt.date | None, str, str], tuple[Score | None, Score | None]]:
    return {(match.date, *match.teams): (match.score, match.half_time) for match in results.matches}


def test_the_same_season_in_footballcsv_and_football_data() -> None:
    one = only(read("footballcsv/cache.footballdata/2018-19/es.1.csv"))
    other = only(read("odds/SP1_1819.csv"))
    assert one.season == other.season == "2018-19"
    assert scores(one) == scores(other)


def records(results: Results) -> list[list[tuple[object, ...]]]:
    """Return every team's days and scores, home or away, whatever the team is called."""
    found: dict[str, list[tuple[object, ...]]] = {team: [] for team in results.teams}
    for match in results.matches:
        for side, team in enumerate(match.teams):
            found[team].append((match.date, side, match.score, match.half_time))
    return sorted(sorted(record, key=str) for record in found.values())


def test_the_same_season_in_football_json_football_txt_and_football_data() -> None:
    """They call clubs by different names, so it is every club's record that is the same."""
    one = records(only(read("openfootball/football.json/2018-19/en.1.json")))
    assert len(one) == 20
    assert one == records(only(read("openfootball/england/2018-19/1-premierleague.txt")))
    assert one == records(only(read("odds/E0_1819.csv")))


def test_a_plain_reader_reads_the_same_as_the_one_of_the_notation() -> None:
    for file, reader in (
        ("odds/E0_1819.csv", football_data),
        ("footballcsv/cache.footballdata/2018-19/es.1.csv", footballcsv),
    ):
        text = (REAL / file).read_text("utf-8")
        one, other = only(plain.read(text, file)), only(reader.read(text, file))
        assert one.season == other.season
        assert scores(one) == scores(other)


def test_shoot_outs_are_joined_to_their_matches() -> None:
    reading = read("martj42/international_results")
    assert sum(match.kicks_won_by is not None for match in matches(reading)) == 434
    assert all(results.competition for results in reading.results)
    assert all(match.score for match in matches(reading) if match.kicks_won_by)


def test_a_world_cup_in_two_files_is_one() -> None:
    reading = read("openfootball/worldcup/2014--brazil")
    results = only(reading)
    assert (results.competition, results.season, len(results.matches)) == ("World Cup", "2014", 64)
    assert [Path(file).name for file in results.files] == ["cup.txt", "cup_finals.txt"]


def test_world_cups_agree_with_the_database() -> None:
    """Of a match with extra time the database has only the score after it."""
    database = {
        (match.date, match.score if match.extra_time is None else match.extra_time, match.kicks)
        for results in read("jfjelstul/worldcup/matches.csv").results
        if results.competition == "FIFA Men's World Cup"
        for match in results.matches
        if results.season in ("2002", "2010", "2014", "2022")
    }
    texts = {
        (match.date, match.score if match.extra_time is None else match.extra_time, match.kicks)
        for results in read("openfootball/worldcup").results
        for match in results.matches
        if results.season in ("2002", "2010", "2014", "2022")
    }
    assert database ^ texts == set()


def test_points_of_the_afl() -> None:
    results = only(read("akareen/AFL-Data-Analysis/data/matches/matches_2010.csv"))
    drawn = [match for match in results.matches if match.headings == ("Grand Final",)]
    assert [(match.teams, match.score) for match in drawn] == [
        (("Collingwood", "St Kilda"), (68, 68)),
        (("Collingwood", "St Kilda"), (108, 52)),
    ]


def test_every_season_of_the_nfl() -> None:
    reading = read("fivethirtyeight/nfl-elo-game/nfl_games.csv")
    assert [results.season for results in reading.results] == [str(year) for year in range(1960, 2017)]
    season = next(results for results in reading.results if results.season == "2014")
    assert len(season.teams) == 32
    assert sum(match.headings == ("Playoffs",) for match in season.matches) == 11


def test_what_is_no_file_of_results_is_passed_by() -> None:
    reading = read("jfjelstul/worldcup")
    (note,) = [problem for problem in reading.problems if problem.message.code == "result_files.passed_by"]
    assert note.text() == (
        "5 files here hold no results, and were passed by: group_standings.csv, groups.csv, tournament_stages.csv,"
        " tournament_standings.csv, tournaments.csv"
    )


def test_two_copies_of_a_season_that_contradict_each_other_at_half_time() -> None:
    folder = "jokecamp/FootballData/football-data.co.uk"
    reading = read(f"{folder}/england/2012-2013/Premier.csv", "odds/E0_1213.csv")
    assert len(matches(reading)) == 380
    (problem,) = [problem for problem in reading.problems if problem.severity is not Severity.NOTE]
    assert problem.text().startswith("Fulham - Chelsea: score at half time 0-2 here, but 0-3 in")


def test_scheduled_matches_have_no_score() -> None:
    found = [match for match in matches(read("fivethirtyeight/soccer-spi/spi_matches.csv")) if not match.score]
    assert found
    assert all(match.status is Status.SCHEDULED for match in found)

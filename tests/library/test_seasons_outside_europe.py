"""Real seasons of club competitions of the Americas, Australia, Asia and Africa, where their results are at hand.

Each was played by the format of its season. The ties and tables here are those that tell the rules of one era from
those of another.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from liguilla.engine import Decided, State, play
from liguilla.notation.seasons import read_seasons
from tests.playing import standing, table, ties

RESULTS = Path(__file__).parents[3] / "shared/data/results"
FOLDERS = ("openfootball/mexico/", "openfootball/south-america/", "openfootball/world/", "akareen/", "fivethirtyeight/")
OPEN_IN_THE_FILES = {
    "openfootball/south-america/copa-libertadores/2016_copal.txt": "two clubs under one name",
    "openfootball/mexico/2022-23/1-ligamx.txt Clausura": "a shoot-out without its kicks",
    "openfootball/world/africa/champions-league/2024-25_cafcl.txt": "the final without a score",
    "akareen/AFL-Data-Analysis/data/matches/matches_2013.csv": "a club put out of the finals by decision",
    "akareen/AFL-Data-Analysis/data/matches/matches_2017.csv": "a final is missing",
}
LIGA_MX = "openfootball/world/north-america/mexico/{}_mx1.txt"
MLS = "openfootball/world/north-america/major-league-soccer/{}_mls.txt"
AFL = "akareen/AFL-Data-Analysis/data/matches/matches_{}.csv"
NFL = "fivethirtyeight/nfl-elo-game/nfl_games.csv"

pytestmark = pytest.mark.skipif(not RESULTS.is_dir(), reason="the real results are not here")


@cache
def season(file: str, year: str | None = None, tournament: str | None = None) -> State:
    (found,) = read_seasons([RESULTS / file], season=year).seasons
    state = play(found.format, found.facts)
    return state.tournaments[tournament] if tournament else state


def rows(file: str) -> list[dict[str, str]]:
    path = RESULTS / file
    return list(csv.DictReader(path.read_text("utf-8").splitlines())) if path.is_file() else []


# ------------------------------------------------------------------------------------------------------- champions


def champions() -> list[object]:
    published = (row for row in rows("published/champions.csv") if row["file"].startswith(FOLDERS))
    return [pytest.param(row, id=f"{row['file']} {row['part']}".strip()) for row in published]


@pytest.mark.parametrize("row", champions())
def test_the_champion_is_the_published_one(row: dict[str, str]) -> None:
    file, _, year = row["file"].partition("#")
    state = season(file, year or None, row["part"].casefold() or None)
    (place,) = state.outcomes["champion"].places
    if f"{file} {row['part']}".strip() in OPEN_IN_THE_FILES:
        assert not isinstance(place, Decided)
        return
    assert isinstance(place, Decided)
    (team,) = (team for team in state.facts.teams if team.name == place.team)
    assert row["champion"] in (team.name.partition(" (")[0], *team.other_names)


# ------------------------------------------------------------------------------------------- what tells rules apart


@pytest.mark.parametrize(
    ("file", "half", "round_", "expected"),
    [
        (
            LIGA_MX.format("2010-11"),
            "apertura",
            "quarterfinals",
            "2 CF Monterrey - 7 CF Pachuca: CF Monterrey (better_seed)",
        ),
        (LIGA_MX.format("2013-14"), "clausura", "quarterfinals", "1 Cruz Azul - 8 Club León: Club León (away_goals)"),
        (
            "openfootball/mexico/2020-21/1-ligamx.txt",
            "apertura",
            "quarterfinals",
            "3 CF América - 7 Deportivo Guadalajara: Deportivo Guadalajara (aggregate)",
        ),
        (
            "openfootball/mexico/2022-23/1-ligamx.txt",
            "apertura",
            "quarterfinals",
            "4 CF Pachuca - 5 UANL Tigres: CF Pachuca (better_seed)",
        ),
    ],
)  # fmt: skip
def test_a_tie_of_liga_mx_is_decided_by_the_rules_of_its_season(
    file: str, half: str, round_: str, expected: str
) -> None:
    assert expected in ties(season(file, tournament=half), round_, "liguilla")


def test_a_club_that_may_not_qualify_gives_up_its_place() -> None:
    clausura = season("openfootball/mexico/2022-23/1-ligamx.txt", tournament="clausura")
    pairs = [line.partition(":")[0] for line in ties(clausura, "repechage_match", "repechage")]
    assert "10 Gallos Blancos" in table(clausura)[9]
    assert pairs == [
        "1 CF Pachuca - 8 Santos Laguna",
        "2 Club León - 7 Atlético San Luis",
        "3 UANL Tigres - 6 Puebla FC",
        "4 Cruz Azul - 5 Atlas Guadalajara",
    ]


def test_the_extra_point_counts_in_as_many_away_matches_as_every_club_has() -> None:
    apertura = season("openfootball/mexico/2021-22/2-ligaexpansionmx.txt", tournament="apertura")
    assert [line.partition(":")[0] for line in ties(apertura, "repechage_match", "repechage")] == [
        "1 Pumas Tabasco - 8 Tepatitlán",
        "2 Leones Negros - 7 Correcaminos UAT",
        "3 TM Fútbol Club - 6 Mineros de Zacatecas",
        "4 Cimarrones de Sonora - 5 Venados FC",
    ]


def test_clubs_that_cross_over_are_seeded_last_in_the_other_conference() -> None:
    assert ties(season(MLS.format(2010)), "conference_semifinals", "play_offs", "East") == [
        "1 New York RB - 4 San Jose Earthquakes: San Jose Earthquakes (aggregate)",
        "2 Columbus Crew - 3 Colorado Rapids: Colorado Rapids (shoot_out)",
    ]


def test_away_goals_between_the_two_come_before_the_difference_of_all_matches() -> None:
    group = table(season("openfootball/world/north-america/champions-league/2012-13_concacafcl.txt"), "group", "8")
    assert group[:2] == [
        "1 Xelaju MC (GUA) (head_to_head goals_for away)",
        "2 Deportivo Guadalajara (MEX) (head_to_head goals_for away)",
    ]


def test_the_matches_between_the_two_come_before_the_difference_of_all_in_africa() -> None:
    group = table(season("openfootball/world/africa/champions-league/2024-25_cafcl.txt"), "group", "D")
    assert group[0] == "1 Espérance de Tunis (TUN) (head_to_head goal_difference)"


@pytest.mark.parametrize(
    ("file", "round_", "expected"),
    [
        ("2014_copal", "round_of_16", "6 Bolívar (BOL) - 11 Club León (MEX): Bolívar (BOL) (away_goals)"),
        ("2022_copal", "quarterfinals", "1 Palmeiras (BRA) - 5 Atlético Mineiro (BRA): Palmeiras (BRA) (shoot_out)"),
    ],
)
def test_away_goals_counted_in_the_libertadores_until_2021(file: str, round_: str, expected: str) -> None:
    assert expected in ties(season(f"openfootball/south-america/copa-libertadores/{file}.txt"), round_, "finals")


def test_a_drawn_final_is_replayed() -> None:
    assert ties(season(AFL.format(2010)), "grand_final", "finals") == [
        "1 Collingwood - 3 St Kilda: Collingwood (replay)"
    ]
    assert ties(season(AFL.format(1972)), "semifinals", "finals")[1] == "1 Carlton - 2 Richmond: Richmond (replay)"


# ------------------------------------------------------------------------------------------------------------- NFL

SEEDS = [row for row in rows("nflverse/nflseedR/seeds.csv") if row["seed"]]
CODES = {"LA": "LAR", "STL": "LAR", "SD": "LAC", "WAS": "WSH"}


@pytest.mark.parametrize("conference", ["AFC", "NFC"])
@pytest.mark.parametrize("year", sorted({row["season"] for row in SEEDS}))
def test_the_seeds_of_the_nfl_are_the_published_ones(year: str, conference: str) -> None:
    state = season(NFL, year)
    found = [
        place.team
        for stage, number in (("division_winners", 4), ("others", 2))
        for place in standing(state, stage, conference).places[:number]
        if isinstance(place, Decided)
    ]
    own = (row for row in SEEDS if (row["season"], row["conf"]) == (year, conference))
    published = [row["team"] for row in sorted(own, key=lambda row: float(row["seed"]))]
    assert found == [CODES.get(team, team) for team in published]

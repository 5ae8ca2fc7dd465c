"""Seasons of European leagues and cups that tell rules apart, where their results are at hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from liguilla.engine import Decided, State, play
from liguilla.notation.seasons import read_seasons
from tests.playing import outcome, table, ties

RESULTS = Path(__file__).parents[3] / "shared/data/results"

pytestmark = pytest.mark.skipif(not RESULTS.is_dir(), reason="the real results are not here")

COLUMNS = "decision,stage,round,match,team,teams,fact,value"
LEAGUE_ONE = "openfootball/england/2019-20/3-league1.txt"

DECIDED: Mapping[str, tuple[str, ...]] = {
    LEAGUE_ONE: ("deduction,table,,,Bolton Wanderers,,,-12", "closing,table,,,,,,"),
    "openfootball/italy/2018-19/2-serieb.txt": (
        "deduction,table,,,US Palermo,,,-20",
        "deduction,table,,,Foggia Calcio,,,-6",
    ),
    "openfootball/europe/greece/2018-19_gr1.txt": (
        "deduction,regular,,,Panathinaikos,,,-11",
        "deduction,regular,,,PAOK Saloniki,,,-2",
    ),
    "openfootball/england/2020-21/eflcup.txt": (
        "winner,cup,third_round,,Tottenham Hotspur,Leyton Orient; Tottenham Hotspur,,",
    ),
    "openfootball/england/rsssf/engcup1872.txt": (
        "winner,cup,first_round,,Crystal Palace,Crystal Palace; Hitchin,,",
        "winner,cup,first_round,,Royal Engineers,Royal Engineers; Reigate Priory,,",
        "winner,cup,first_round,,Wanderers,Wanderers; Harrow Chequers,,",
        "winner,cup,second_round,,Queen's Park,Queen's Park; Donington School,,",
        "winner,cup,quarterfinals,,Wanderers,Wanderers; Crystal Palace,,",
        "winner,cup,semifinals,,Wanderers,Wanderers; Queen's Park,,",
        *(f"fact,,,,{team},,also_through,yes" for team in ("Hitchin", "Crystal Palace")),
        *(
            f"fact,,,,{team},,also_through,no"
            for team in (
                "Civil Service",
                "Great Marlow",
                "Upton Park",
                "Reigate Priory",
                "Harrow Chequers",
                "Hampstead Heathens",
            )
        ),
    ),
}
"""What no file of results tells: deductions, closings, walkovers, and who went on after a drawn match."""


@cache
def season(file: str, folder: Path) -> State:
    """Return a season, played by the format that the library has for it."""
    decisions = None
    if file in DECIDED:
        decisions = folder / "decisions.csv"
        decisions.write_text("\n".join((COLUMNS, *DECIDED[file])) + "\n", encoding="utf-8")
    (found,) = read_seasons([RESULTS / file], decisions=decisions).seasons
    return play(found.format, found.facts)


@pytest.mark.parametrize(
    ("file", "stage", "rows"),
    [
        # Goal average, not difference: 60-36 and 65-41 have the same difference.
        (
            "openfootball/deutschland/rsssf/duit64.txt",
            "table",
            ["2 Meidericher (goal_ratio)", "3 Frankfurt (goal_ratio)"],
        ),
        # Goals scored before the two matches.
        (
            "openfootball/england/2011-12/1-premierleague.txt",
            "table",
            ["10 West Bromwich Albion (goals_for)", "11 Swansea City (goals_for)"],
        ),
        # Level in everything but their two matches.
        (
            "openfootball/england/2010-11/3-league1.txt",
            "table",
            ["17 Oldham Athletic (head_to_head points)", "18 Tranmere Rovers (head_to_head points)"],
        ),
        # Points per match, in a season that was stopped.
        (LEAGUE_ONE, "table", ["2 Rotherham United", "3 Wycombe Wanderers", "4 Oxford United (goal_difference)"]),
        # The matches between three level clubs before the difference of the whole season.
        (
            "openfootball/espana/2021-22/1-liga.txt",
            "table",
            [
                "15 Getafe CF (head_to_head points)",
                "16 RCD Mallorca (head_to_head points)",
                "17 Cádiz CF (head_to_head points)",
            ],
        ),
        (
            "openfootball/italy/2018-19/1-seriea.txt",
            "table",
            [
                "14 Parma Calcio 1913 (head_to_head points)",
                "15 Cagliari Calcio (head_to_head points)",
                "16 ACF Fiorentina (head_to_head points)",
            ],
        ),
        (
            "openfootball/europe/greece/2018-19_gr1.txt",
            "regular",
            ["12 Xanthi FC (head_to_head points)", "13 OFI Heraklion (head_to_head points)"],
        ),
        # Away goals of the matches between the level clubs, as long as they counted.
        (
            "openfootball/europe/portugal/2018-19_pt1.txt",
            "table",
            ["11 CS Marítimo (head_to_head goals_for away)", "12 Portimonense SC (head_to_head goals_for away)"],
        ),
    ],
)
def test_level_clubs_stand_as_the_rules_of_their_season_say(
    file: str, stage: str, rows: list[str], tmp_path: Path
) -> None:
    assert set(rows) <= set(table(season(file, tmp_path), stage))


def test_the_seventh_stays_below_the_cut_whatever_its_points(tmp_path: Path) -> None:
    state = season("openfootball/europe/scotland/2024-25_sco1.txt", tmp_path)
    order = outcome(state, "final_order")
    assert order[5:7] == ["St. Mirren FC", "Heart of Midlothian"]
    rows = {row.team: row.points for each in state.ranked("split").standings for row in each.rows}
    assert (rows["St. Mirren FC"], rows["Heart of Midlothian"]) == (50, 52)


def test_mutual_matches_make_the_pairs_of_the_play_offs(tmp_path: Path) -> None:
    state = season("openfootball/italy/2018-19/2-serieb.txt", tmp_path)
    rounds = {round_.round.id: round_ for _, round_, _ in state.ties()}
    pairs = [{team.team for team in tie.teams if isinstance(team, Decided)} for tie in rounds["first_round"].ties]
    assert pairs == [{"Hellas Verona", "AC Perugia Calcio"}, {"Spezia Calcio", "AS Cittadella"}]
    assert outcome(state, "promoted") == ["Brescia Calcio", "US Lecce", "Hellas Verona"]


@pytest.mark.parametrize(
    ("file", "champion"),
    [
        ("openfootball/england/rsssf/engcup1872.txt", "Wanderers"),
        ("openfootball/england/2018-19/facup.txt", "Manchester City"),
        ("openfootball/england/2020-21/facup.txt", "Leicester City"),
        ("openfootball/england/2022-23/facup.txt", "Manchester City"),
        ("openfootball/england/2020-21/eflcup.txt", "Manchester City"),
        ("openfootball/deutschland/2022-23/cup.txt", "RB Leipzig"),
        ("openfootball/espana/2021-22/cup.txt", "Real Betis"),
        ("openfootball/italy/2021-22/cup.txt", "Inter"),
    ],
)
def test_a_cup_has_the_winner_that_it_had(file: str, champion: str, tmp_path: Path) -> None:
    state = season(file, tmp_path)
    assert outcome(state, "champion") == champion
    assert ties(state, "final")

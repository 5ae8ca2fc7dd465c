"""The founding season, Ascenso MX 2012-13, on the command line: as it was, on a day, and as it might have been.

Expected are the tables that were published and the ties as they were played (sources: `sources.csv` of the season).
"""

from typing import Any

import pytest

from tests.cli.conftest import SEASON, Answer, Run

APERTURA_TABLE = """\
 1 Necaxa             14  9  4  1  30  18  12  31
 2 Neza               14  6  6  2  19  14   5  24
 3 Estudiantes Tecos  14  6  5  3  16  12   4  23
 4 Lobos BUAP         14  7  2  5  20  17   3  23
 5 Mérida             14  6  5  3  14  12   2  23
 6 La Piedad          14  6  4  4  21  16   5  22
 7 Dorados            14  6  4  4  23  22   1  22
 8 Correcaminos UAT   14  5  3  6  19  16   3  18
 9 Cruz Azul Hidalgo  14  4  5  5  14  17  -3  17
10 Celaya             14  4  4  6  18  19  -1  16
11 Irapuato           14  3  7  4  16  19  -3  16
12 Veracruz           14  3  5  6  14  16  -2  14
13 Altamira           14  4  2  8  14  20  -6  14
14 U. de G.           14  3  3  8  14  23  -9  12
15 Pumas Morelos      14  1  5  8   8  19 -11   8
"""
CLAUSURA_SEEDS = ["U. de G.", "Correcaminos UAT", "Lobos BUAP", "Veracruz", "Necaxa", "Neza", "Celaya"]

TIES = {
    "apertura": """\
quarterfinals  Neza (2) - Dorados (7)               1-3  Dorados           aggregate   second leg: Neza
quarterfinals  Estudiantes Tecos (3) - La Piedad (6)  2-5  La Piedad         aggregate   second leg: Estudiantes Tecos
quarterfinals  Lobos BUAP (4) - Mérida (5)          4-3  Lobos BUAP        aggregate   second leg: Lobos BUAP
semifinals     Necaxa (1) - Dorados (7)             3-3  Dorados           away_goals  second leg: Necaxa
semifinals     Lobos BUAP (4) - La Piedad (6)       2-3  La Piedad         aggregate   second leg: Lobos BUAP
final          La Piedad (6) - Dorados (7)          3-2  La Piedad         extra_time  second leg: La Piedad
""",
    "clausura": """\
quarterfinals  Correcaminos UAT (2) - Celaya (7)    4-1  Correcaminos UAT  aggregate   second leg: Correcaminos UAT
quarterfinals  Lobos BUAP (3) - Neza (6)            1-3  Neza              aggregate   second leg: Lobos BUAP
quarterfinals  Veracruz (4) - Necaxa (5)            3-6  Necaxa            aggregate   second leg: Veracruz
semifinals     U. de G. (1) - Neza (6)              1-4  Neza              aggregate   second leg: U. de G.
semifinals     Correcaminos UAT (2) - Necaxa (5)    4-6  Necaxa            aggregate   second leg: Correcaminos UAT
final          Necaxa (5) - Neza (6)                0-4  Neza              aggregate   second leg: Necaxa
""",
    "": """\
promotion_final  Neza (3) - La Piedad (11)          1-1  La Piedad         shoot_out   second leg: Neza
""",
}

SCORERS = """\
 1  Gustavo A. Ramírez         PAR  Dorados            4   82.75
 2  Juan Manuel Cavallo        ARG  La Piedad          4  113.00
 3  Danny Santoya              COL  Necaxa             2   84.00
 4  C. E. de Souza             BRA  Lobos BUAP         2  154.50
 5  Rafael Murguía             MEX  La Piedad          2  241.50
 6  Diego Martiñones           URU  Estudiantes Tecos  1   90.00
 7  Ever Alfaro                CRC  Mérida             1  101.00
 8  Fernando Sinecio González  MEX  La Piedad          1  132.00
 9  Aparecido Lima             BRA  Lobos BUAP         1  143.00
10  Gabriel España             MEX  Mérida             1  161.00
11  Ever Guzmán                MEX  Neza               1  163.00
12  Michel García              MEX  Necaxa             1  168.00
13  Diego Jiménez              MEX  Mérida             1  180.00
13  Eduardo Lillingston        MEX  Estudiantes Tecos  1  180.00
15  Hebert Alférez             MEX  Lobos BUAP         1  266.00
"""


def words(text: str) -> list[list[str]]:
    """Return the lines of a text, each in its words."""
    return [line.split() for line in text.splitlines()]


def rows(document: Any, stage: int = 0) -> str:
    """Return the rows of a table as it would be printed."""
    numbers = ("played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference", "points")
    return "\n".join(
        " ".join(str(row[key]) for key in ("position", "team", *numbers))
        for row in document["stages"][stage]["groups"][0]["rows"]
    )


def ties(document: Any, stage: str = "liguilla", round_: str | None = None) -> str:
    """Return the ties of a knock-out, a line for each."""
    rounds = next(found for found in document["stages"] if found["id"] == stage)["rounds"]
    return "\n".join(
        f"{each['id']} {_pair(tie)} {_aggregate(tie)} {tie['winner']} {tie['decided_by']} "
        f"second leg: {tie['legs'][1]['home']}"
        for each in rounds
        for tie in each["ties"]
        if round_ in (None, each["id"])
    )


def _pair(tie: Any) -> str:
    return " - ".join(f"{team} ({seed})" for team, seed in zip(tie["teams"], tie["seeds"], strict=True))


def _aggregate(tie: Any) -> str:
    return "?" if tie["aggregate"] is None else "-".join(map(str, tie["aggregate"]))


def tie(document: Any, round_: str, number: int = 0) -> Any:
    """Return a tie of the liguilla."""
    return next(each for each in document["stages"][1]["rounds"] if each["id"] == round_)["ties"][number]


# ------------------------------------------------------------------------------------------------------ as it was


@pytest.fixture
def season(run: Run) -> Answer:
    return run("play", SEASON, "--json")


def test_the_season_is_played_without_a_problem(season: Answer) -> None:
    assert (season.status, season.err) == (0, "")
    assert season.document["problems"] == season.document["set_aside"] == []


def test_the_table_of_the_apertura_is_the_published_one(season: Answer) -> None:
    assert words(rows(season.document["tournaments"]["apertura"])) == words(APERTURA_TABLE)


def test_seven_clubs_of_the_clausura_go_on_in_the_order_they_were_published(season: Answer) -> None:
    table = season.document["tournaments"]["clausura"]["stages"][0]["groups"][0]["rows"]
    assert [row["team"] for row in table[:7]] == CLAUSURA_SEEDS


def test_all_thirteen_ties_are_decided_as_they_were(season: Answer) -> None:
    document = season.document
    for tournament in ("apertura", "clausura"):
        assert words(ties(document["tournaments"][tournament])) == words(TIES[tournament])
    assert words(ties(document, "promotion")) == words(TIES[""])


def test_champions_and_the_promoted_club(season: Answer) -> None:
    document = season.document
    assert document["tournaments"]["apertura"]["outcomes"] == {"champion": "La Piedad", "runner_up": "Dorados"}
    assert document["tournaments"]["clausura"]["outcomes"] == {"champion": "Neza", "runner_up": "Necaxa"}
    assert document["outcomes"]["promoted"] == "La Piedad"
    assert document["because"]["promoted"] == "won the promotion final"
    final = document["stages"][2]["rounds"][0]["ties"][0]
    assert final["reason"] == "1-1 on aggregate; La Piedad win 5-3 on penalties"


def test_relegation_waits_for_two_seasons_that_are_not_here(season: Answer) -> None:
    assert season.document["outcomes"]["relegated"] is None
    assert {"where": "relegated", "text": "matches of 2 earlier seasons", "code": "earlier_seasons"} in (
        season.document["waiting"]
    )


def test_reasons_are_told_in_either_language(run: Run) -> None:
    for language, reason in (
        ("en", "3-3 on aggregate; Dorados go through on away goals, 2-1"),
        ("es", "3-3 global; Dorados avanza por goles de visitante, 2-1"),
    ):
        assert reason in run("play", SEASON / "apertura", "--lang", language).out
        document = run("bracket", SEASON / "apertura", "--lang", language, "--json").document
        assert document["stages"][0]["rounds"][1]["ties"][0]["reason"] == reason


def test_the_scorers_are_those_of_the_page_and_then_some_whose_minutes_are_not_known(run: Run) -> None:
    document = run("scorers", SEASON / "apertura", "--json").document
    ranked = [row for row in document["scorers"] if row["rank"] is not None]
    assert words(SCORERS) == words(
        "\n".join(
            f"{row['rank']} {row['player']} {row['nationality']} {row['team']} {row['goals']} "
            f"{row['minutes_per_goal']:.2f}"
            for row in ranked
        )
    )
    others = document["scorers"][15:]
    assert {"Mario Osuna", "Adrián Sánchez"} <= {row["player"] for row in others}
    assert all(row["rank"] is row["minutes"] is row["minutes_per_goal"] is None for row in others)


def test_the_facts_have_no_errors_and_what_is_strange_is_told(run: Run) -> None:
    answer = run("check", SEASON, "--json")
    assert answer.status == 0
    problems = answer.document["problems"]
    assert {problem["severity"] for problem in problems} == {"warning", "note"}
    told = {(problem["file"].removeprefix(f"{SEASON}/"), problem["line"]): problem["text"] for problem in problems}
    assert "Diego Jiménez is captain of Estudiantes Tecos" in told["apertura/squads.csv", 7]
    assert told["apertura/published/scorers.seed.csv", 15] == "Eduardo Lillingston, rank: published 14, derived 13"


# ------------------------------------------------------------------------------------------------------- on a day


def test_on_18_november_the_semifinals_are_known_with_their_hosts_and_the_final_waits(run: Run) -> None:
    document = run("play", SEASON / "apertura", "--as-of", "2012-11-18", "--json").document
    assert words(ties(document, round_="semifinals")) == words(
        "semifinals Necaxa (1) - Dorados (7) ? None None second leg: Necaxa\n"
        "semifinals Lobos BUAP (4) - La Piedad (6) ? None None second leg: Lobos BUAP"
    )
    assert tie(document, "final")["teams"] == [None, None]
    assert document["outcomes"] == {"champion": None, "runner_up": None}
    assert "liguilla.final" in [place["where"] for place in document["waiting"]]


def test_on_1_october_there_is_part_of_a_table_and_nobody_in_the_quarterfinals(run: Run) -> None:
    document = run("play", SEASON / "apertura", "--as-of", "2012-10-01", "--json").document
    table = document["stages"][0]["groups"][0]
    assert (table["complete"], {row["played"] for row in table["rows"]} <= set(range(14))) == (False, True)
    assert [tie(document, "quarterfinals", number)["teams"] for number in range(3)] == [[None, None]] * 3


def test_before_its_first_day_a_season_is_empty_and_after_its_last_it_is_whole(run: Run) -> None:
    before = run("play", SEASON, "--as-of", "2012-07-19", "--json")
    assert before.status == 0
    assert {row["played"] for row in before.document["tournaments"]["apertura"]["stages"][0]["groups"][0]["rows"]} == {
        0
    }
    after = run("play", SEASON, "--as-of", "2013-05-18", "--json").document
    assert {**after, "as_of": None, "tournaments": None} == {
        **run("play", SEASON, "--json").document,
        "as_of": None,
        "tournaments": None,
    }


# ----------------------------------------------------------------------------------------- as it might have been


def what_if(run: Run, path: str, *changes: str) -> Any:
    """Return the document of a changed world, which has no problems."""
    answer = run("play", SEASON / path, "--json", *(word for change in changes for word in ("--what-if", change)))
    assert (answer.status, answer.document["problems"]) == (0, [])
    return answer.document


def test_had_the_second_leg_ended_1_1_the_better_seed_would_have_gone_through(run: Run) -> None:
    document = what_if(run, "apertura", "SF-1-2=1-1")
    assert tie(document, "semifinals")["winner"] == "Necaxa"
    assert tie(document, "semifinals")["decided_by"] == "better_seed"
    assert tie(document, "semifinals")["reason"] == "2-2 on aggregate; Necaxa go through as the better seed, 1 to 7"
    assert [each["where"] for each in document["set_aside"]] == ["F-1", "F-2"]
    assert tie(document, "final")["teams"] == ["Necaxa", "La Piedad"]
    assert document["outcomes"] == {"champion": None, "runner_up": None}


def test_had_it_ended_3_2_the_aggregate_would_have_decided(run: Run) -> None:
    document = what_if(run, "", "apertura/SF-1-2=3-2")["tournaments"]["apertura"]
    assert _aggregate(tie(document, "semifinals")) == "4-3"
    assert (tie(document, "semifinals")["winner"], tie(document, "semifinals")["decided_by"]) == ("Necaxa", "aggregate")


def test_had_the_better_seeds_won_the_semifinals_would_have_been_1_4_and_2_3(run: Run) -> None:
    document = what_if(run, "apertura", "QF-1-2=3-0", "QF-2-2=5-1")
    semifinals = [tie(document, "semifinals", number) for number in range(2)]
    assert [_pair(each) for each in semifinals] == [
        "Necaxa (1) - Lobos BUAP (4)",
        "Neza (2) - Estudiantes Tecos (3)",
    ]
    assert [each["where"] for each in document["set_aside"]] == ["SF-1-1", "SF-1-2", "SF-2-1", "SF-2-2", "F-1", "F-2"]


def test_a_final_level_after_extra_time_waits_for_the_shoot_out(run: Run) -> None:
    document = what_if(run, "apertura", "F-2=2-1, 2-1 aet")
    final = tie(document, "final")
    assert (_aggregate(final), final["winner"], final["waits"]) == (
        "2-2",
        None,
        "the shoot-out between La Piedad and Dorados",
    )


def test_the_rest_of_a_changed_world_may_be_played_too(run: Run) -> None:
    changes = ("SF-1-2=1-1", "final/1: La Piedad 0-1 Necaxa", "final/2: Necaxa 0-1, 0-1 aet, 4-2 pens La Piedad")
    document = what_if(run, "apertura", *changes)
    assert document["outcomes"] == {"champion": "Necaxa", "runner_up": "La Piedad"}
    assert tie(document, "final")["reason"] == "1-1 on aggregate; Necaxa win 4-2 on penalties"


def test_had_one_club_won_both_tournaments_it_would_have_been_promoted_without_a_final(run: Run) -> None:
    document = what_if(
        run,
        "",
        "apertura/SF-1-2=3-2",
        "apertura/final/1: La Piedad 0-1 Necaxa",
        "apertura/final/2: Necaxa 1-0 La Piedad",
        "clausura/F-2=4-0",
    )
    assert document["outcomes"]["promoted"] == "Necaxa"
    assert document["because"]["promoted"] == "won both tournaments: promoted without a final"
    assert document["stages"][2]["void"] is not None
    assert [each["where"] for each in document["set_aside"]] == ["PF-1", "PF-2", "apertura/F-1", "apertura/F-2"]


def test_points_taken_away_change_the_seeds(run: Run) -> None:
    document = what_if(run, "", "apertura: Necaxa -8 points")["tournaments"]["apertura"]
    assert document["stages"][0]["groups"][0]["rows"][0]["team"] == "Neza"
    assert tie(document, "quarterfinals")["seeds"] == [2, 7]


def test_a_changed_world_stores_nothing(run: Run) -> None:
    before = {path: path.read_bytes() for path in SEASON.rglob("*") if path.is_file()}
    what_if(run, "", "apertura/SF-1-2=3-2")
    assert {path: path.read_bytes() for path in SEASON.rglob("*") if path.is_file()} == before


# -------------------------------------------------------------------------------------------------------- and why


def test_it_is_explained_how_a_team_came_to_the_final(run: Run) -> None:
    answer = run("explain", SEASON / "apertura", "final", "dorados", "--json").document
    assert answer["text"] == (
        "final, La Piedad and Dorados: 2-2 on aggregate after normal time; "
        "La Piedad win 3-2 on aggregate after extra time"
    )
    texts = [reason["text"] for reason in answer["because"]]
    assert texts[0].startswith("Dorados 1-0 La Piedad")
    assert any("Dorados go through on away goals, 2-1" in text for text in texts)


def test_opponents_are_told_before_they_are_certain_and_after(run: Run) -> None:
    def opponents(day: str) -> tuple[list[str], bool]:
        line = ("explain", SEASON / "apertura", "opponents", "Necaxa", "semifinals", "--json", "--as-of", day)
        document = run(*line).document
        return document["possible"], document["certain"]

    assert opponents("2012-11-17") == (["Dorados", "La Piedad"], False)
    assert opponents("2012-11-18") == (["Dorados"], True)

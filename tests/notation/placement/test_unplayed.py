"""Awards, byes and numbers of rounds that files of results tell, as facts and rules."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from liguilla.engine import play, problems, proposed_rounds
from liguilla.facts import Award, Bye, Status
from liguilla.formats import read_format
from liguilla.notation import FormatFiles
from liguilla.notation.placement import place_results
from liguilla.notation.results.trf import read
from liguilla.notation.seasons import read_seasons
from tests.playing import points

REPORT = """\
012 City Open
001    1      Ann                               2300
001    2      Bob                               2200
001    3      Cid                               2100
001    4      Dan                               2000
XXR 3
"""
ROUNDS = {
    "Ann": "   3 w 1     2 b -",
    "Bob": "   4 w +     1 w -",
    "Cid": "   1 b 0  0000 - H",
    "Dan": "   2 b -  0000 - U",
}


def report() -> str:
    lines = (
        f"{line:91}{next((cells for name, cells in ROUNDS.items() if name in line), '')}"
        for line in REPORT.splitlines()
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def test_a_game_that_was_not_played_is_an_award_to_one_or_against_both() -> None:
    (results,) = read(report(), "open.trf").results
    facts = place_results(results, read_format("fide-swiss", FormatFiles())).facts
    assert [(match.id, match.status) for match in facts.matches] == [
        ("swiss-1-1", Status.PLAYED),
        ("swiss-1-2", Status.SCHEDULED),
        ("swiss-2-1", Status.SCHEDULED),
    ]
    assert [each for each in facts.decisions if isinstance(each, Award)] == [
        Award(match="swiss-1-2", winner="Bob"),
        Award(match="swiss-2-1", lost_by=("Bob", "Ann")),
    ]


def test_byes_keep_their_round_and_their_points() -> None:
    (results,) = read(report(), "open.trf").results
    facts = place_results(results, read_format("fide-swiss", FormatFiles())).facts
    assert [each for each in facts.decisions if isinstance(each, Bye)] == [
        Bye(stage="swiss", team="Cid", matchday=2, points=Fraction(1, 2)),
        Bye(stage="swiss", team="Dan", matchday=2),
    ]


def test_a_report_is_played_from_the_file_with_the_rounds_that_it_names(tmp_path: Path) -> None:
    file = tmp_path / "open.trf"
    file.write_text(report(), encoding="utf-8")
    reading = read_seasons([file], format_name="fide-swiss")
    (season,) = reading.seasons
    assert [problem.text("en") for problem in season.problems] == [
        "Played by fide-swiss: City Open, ?",
        "the file says that there are 3 rounds, where the format has 9; it was played with 3",
    ]
    state = play(season.format, season.facts)
    assert points(state, "swiss") == {"Ann": "1", "Bob": "1", "Dan": "1", "Cid": "1/2"}
    assert problems(state) == ()
    (proposed,) = proposed_rounds(state, "swiss")
    assert proposed.matchday == 3
    assert proposed.pairs == (("Dan", "Ann"), ("Cid", "Bob"))


def test_the_rating_of_a_player_is_a_fact_that_the_format_knows() -> None:
    (results,) = read(report(), "open.trf").results
    facts = place_results(results, read_format("fide-swiss", FormatFiles())).facts
    assert [(team.name, team.facts) for team in facts.teams] == [
        ("Ann", {"rating": "2300"}),
        ("Bob", {"rating": "2200"}),
        ("Cid", {"rating": "2100"}),
        ("Dan", {"rating": "2000"}),
    ]

"""Awards, byes and numbers of rounds that files of results tell, as facts and rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from liguilla.engine import play, problems, proposed_rounds
from liguilla.facts import Annulment, Award, Bye, Score, Status
from liguilla.formats import read_format
from liguilla.notation import FormatFiles
from liguilla.notation.placement import place_results
from liguilla.notation.results import Results
from liguilla.notation.results.trf import read
from liguilla.notation.seasons import read_seasons
from tests.notation.placement.recording import recorded
from tests.notation.placement.test_placing import LEAGUE_AND_FINAL, MATCHDAYS
from tests.playing import points, rules, ties

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


# ------------------------------------------------------------------------------------------- matches that don't stand

LEAGUE = rules(
    """
    teams: 3
    stages:
      - {id: table, kind: league, meetings: 1, rank_by: [points, lots]}
    outcomes: {champion: table 1}
    """
)


def with_first(text: str, **said: object) -> Results:
    results = recorded(text)
    first, *rest = results.matches
    return replace(results, matches=(replace(first, **said), *rest))  # type: ignore[arg-type]


def test_an_annulled_match_counts_for_nothing_and_is_played_again() -> None:
    text = "# Matchday 1\n2020-01-01 A 3-0 B\n2020-01-05 B 1-0 A\n2020-01-08 A 1-0 C"
    placement = place_results(with_first(text, annulled=True), LEAGUE)
    assert placement.problems == ()
    assert placement.facts.decisions == (Annulment(match="table-1-1", date=date(2020, 1, 1)),)
    assert points(play(LEAGUE, placement.facts), "table") == {"A": "3", "B": "3", "C": "0"}


@pytest.mark.parametrize("fate", ["abandoned", "postponed", "cancelled"])
def test_a_match_that_came_to_nothing_leaves_room_for_the_one_that_counts(fate: str) -> None:
    text = f"# Matchday 1\n2020-01-01 A v B ({fate})\n2020-01-05 B 1-0 A\n2020-01-08 A 1-0 C"
    placement = place_results(recorded(text), LEAGUE)
    assert placement.problems == ()
    assert points(play(LEAGUE, placement.facts), "table") == {"A": "3", "B": "3", "C": "0"}


def test_so_it_does_in_a_tie() -> None:
    format_ = rules(LEAGUE_AND_FINAL)
    semifinals = "# Semi-finals\n2020-02-01 A v D (cancelled)\n2020-02-03 A 2-0 D\n2020-02-01 B 1-0 C\n"
    placement = place_results(recorded(MATCHDAYS + semifinals.replace("Semi-finals", "Finalrunde")), format_)
    assert [problem.message.code for problem in placement.problems] == ["placing.unknown_heading"]
    assert ties(play(format_, placement.facts), "semifinals", "play_offs")[0] == "1 A - 4 D: A (score)"


def test_an_award_is_not_known_before_the_day_of_the_match() -> None:
    text = "# Matchday 1\n2020-01-05 A 3-0 B\n2020-01-01 A 1-0 C"
    facts = place_results(with_first(text, awarded=True), LEAGUE).facts
    assert points(play(LEAGUE, facts, as_of=date(2020, 1, 4)), "table") == {"A": "3", "B": "0", "C": "0"}
    assert points(play(LEAGUE, facts), "table") == {"A": "6", "B": "0", "C": "0"}


def test_the_games_of_an_annulled_match_count_no_more_than_it_does() -> None:
    format_ = rules(
        """
        teams: 2
        stages:
          - id: cup
            kind: knockout
            legs: {best_of: 3}
            hosts: neutral
            each_match: [score, shoot_out]
            decide_by: [wins]
            rounds: [{id: final, teams: teams}]
        outcomes: {champion: winner final}
        """
    )
    games = (Score(11, 5), Score(11, 7))
    text = "# Final\n2020-01-01 A 2-0 B"
    assert len(place_results(with_first(text, games=games), format_).facts.matches) == 2
    facts = place_results(with_first(text, games=games, annulled=True), format_).facts
    assert [each.match for each in facts.decisions if isinstance(each, Annulment)] == [
        each.id for each in facts.matches
    ]

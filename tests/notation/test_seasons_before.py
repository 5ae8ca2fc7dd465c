"""Earlier seasons: the folder that ``previous`` leads to, and the totals of seasons that have none."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from liguilla.errors import FactsError, Origin
from liguilla.facts import Award, Bye, Score, SeasonTotal
from liguilla.notation import read_folder, write_folder
from tests.notation.folders import MATCHES, make, said, said_of

FRAME = 'season: "{}"\nprevious: {}\n'


def make_seasons() -> None:
    """Make three seasons, each of which leads to the one before; the oldest says only what that was called."""
    make("liga/2012-13", {"competition.yaml": FRAME.format("2012-13", "../2011-12"), "matches.csv": MATCHES})
    others = "name\nNecaxa\nTecos\n"
    make("liga/2011-12", {"competition.yaml": FRAME.format("2011-12", "../2010-11"), "teams.csv": others})
    make("liga/2010-11", {"competition.yaml": FRAME.format("2010-11", '"2009/10"')})


# -------------------------------------------------------------------------------------------- folders of seasons


def test_a_path_leads_to_the_season_before_and_from_there_to_the_one_before_that() -> None:
    make_seasons()
    facts = read_folder("liga/2012-13").facts
    assert [season.competition.season for season in facts.seasons_before] == ["2011-12", "2010-11"]
    assert [season.seasons_before for season in facts.seasons_before] == [(), ()]
    assert [team.name for team in facts.seasons_before[0].teams] == ["Necaxa", "Tecos"]
    assert facts.seasons_before[0].competition.origin == Origin("liga/2011-12/competition.yaml")


def test_it_is_the_same_from_inside_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    make_seasons()
    facts = read_folder("liga/2012-13").facts
    monkeypatch.chdir("liga/2012-13")
    inside = read_folder(".").facts
    assert inside == facts
    assert inside.seasons_before[1].competition.origin == Origin("../2010-11/competition.yaml")


@pytest.mark.parametrize("called", ["2011-12", "2011/12", "Clausura 2012"])
def test_what_is_no_path_is_only_what_the_season_was_called(called: str) -> None:
    make("2011-12", {})
    make("cup", {"competition.yaml": f'previous: "{called}"\n'})
    facts = read_folder("cup").facts
    assert (facts.competition.previous, facts.seasons_before) == (called, ())


def test_a_tournament_of_a_season_may_have_one_before_it_too() -> None:
    make("2012-13", {"competition.yaml": FRAME.format("2012-13", "../2011-12")})
    make("2012-13/apertura", {"competition.yaml": "previous: ../../2011-12/clausura\n"})
    make("2011-12", {"teams.csv": "name\nTecos\n"})
    make("2011-12/clausura", {"competition.yaml": "title: Clausura 2012\n"})
    Path("2011-12/clausura/teams.csv").unlink()
    season = read_folder("2012-13").facts
    (clausura,) = season.tournaments["apertura"].seasons_before
    assert clausura.competition.title == "Clausura 2012"
    assert [team.name for team in clausura.teams] == ["Tecos"]
    assert clausura == season.seasons_before[0].tournaments["clausura"]


def test_what_is_wrong_in_an_earlier_season_is_said_where_it_stands() -> None:
    make_seasons()
    Path("liga/2010-11/teams.csv").write_text("name\nNecaxa\nNecaxa\n")
    assert said("liga/2012-13") == [
        'liga/2010-11/teams.csv:3: name: "Necaxa" is in line 2 already. Delete one of the two, or tell them apart'
    ]


def test_a_path_that_leads_nowhere_is_reported_in_its_line() -> None:
    make("2011-12", {})
    assert said_of({"competition.yaml": FRAME.format("2012-13", "../2011-1")}) == [
        'cup/competition.yaml:2:1: previous: there is no such folder. Did you mean "2011-12"?'
    ]
    Path("2011-12/competition.yaml").unlink()
    assert said_of({"competition.yaml": FRAME.format("2012-13", "../2011-12")}) == [
        "cup/competition.yaml:2:1: previous: there is no competition.yaml here, so this is no competition. "
        'Start one: liguilla new "2011-12" --format NAME'
    ]


def test_seasons_that_lead_in_a_circle_are_reported_and_read_once() -> None:
    make_seasons()
    Path("liga/2010-11/competition.yaml").write_text("previous: ../2012-13\n")
    assert said("liga/2012-13") == [
        "liga/2010-11/competition.yaml:1:1: previous: this leads back to a season that was read already. "
        "Name the folder of the season before"
    ]
    assert said_of({"competition.yaml": "previous: ../cup\n"}) == [
        "cup/competition.yaml:1:1: previous: this leads back to a season that was read already. "
        "Name the folder of the season before"
    ]


# --------------------------------------------------------------------------------------------------- written again


def test_seasons_are_read_back_where_each_was_written_before_the_next() -> None:
    make_seasons()
    facts = read_folder("liga/2012-13").facts
    last, oldest = facts.seasons_before
    write_folder(oldest, "copy/2010-11")
    write_folder(replace(last, seasons_before=(oldest,)), "copy/2011-12")
    write_folder(facts, "copy/2012-13")
    assert read_folder("copy/2012-13").facts == facts


def test_a_season_is_not_written_where_other_ones_would_be_read_before_it() -> None:
    make_seasons()
    facts = read_folder("liga/2012-13").facts
    message = (
        "'../2011-12' does not lead to the earlier seasons of these facts. Write them there first, or mend previous"
    )
    with pytest.raises(FactsError) as missing:
        write_folder(facts, "copy/2012-13")
    assert missing.value.problems[0].text() == f"copy/2012-13/competition.yaml, previous: {message}"
    with pytest.raises(FactsError) as others:
        write_folder(replace(facts, seasons_before=()), "liga/again")
    assert others.value.problems[0].text() == f"liga/again/competition.yaml, previous: {message}"
    assert not Path("copy").exists()
    assert not Path("liga/again").exists()


# ------------------------------------------------------------------------------------------------------------ totals

HEADER = "stage,seasons_ago,team,played,won,drawn,lost,goals_for,goals_against,points\n"


def test_totals_of_earlier_seasons() -> None:
    rows = "averages,1,Necaxa,34,10,15,9,40,38,45\naverages,2,Neza,34,,,,,,46\n"
    make("cup", {"season_totals.csv": HEADER + rows})
    assert read_folder("cup").facts.season_totals == (
        SeasonTotal("averages", 1, "Necaxa", 34, Fraction(45), 10, 15, 9, 40, 38),
        SeasonTotal("averages", 2, "Neza", 34, Fraction(46)),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("averages,0,Necaxa,34,,,,,,45", "seasons_ago: '0' is too small. The smallest number here is 1"),
        ("averages,1,Necaxa,,,,,,,45", "played: is blank. Fill it in"),
        ("averages,1,Necaxa,34,,,,,,", "points: is blank. Fill it in"),
        (
            "averages,1,Necaxa,34,10,15,8,,,45",
            "played: won, drawn and lost are 33 matches, but 34 were played. Mend one of the numbers",
        ),
        ("averages,1,Necaxo,34,,,,,,45", 'team: no team is called "Necaxo". Did you mean "Necaxa"?'),
    ],
)
def test_a_total_that_cannot_be(row: str, message: str) -> None:
    assert said_of({"season_totals.csv": f"{HEADER}{row}\n"}) == [f"cup/season_totals.csv:2: {message}"]


# ------------------------------------------------------------------------------------------------ other new decisions


def test_an_award_may_be_of_a_win_without_goals_or_against_both() -> None:
    rows = "award,M1,,Neza,,0-0,\naward,M1,,,Necaxa; Neza,0-3,\naward,M1,,,Neza; Necaxa,,\nbye,,table,Neza,,1/2,3\n"
    make("cup", {"matches.csv": MATCHES, "decisions.csv": f"decision,match,stage,team,teams,value,order\n{rows}"})
    assert read_folder("cup").facts.decisions == (
        Award(match="M1", score=Score(0, 0), winner="Neza"),
        Award(match="M1", score=Score(0, 3), lost_by=("Necaxa", "Neza")),
        Award(match="M1", lost_by=("Neza", "Necaxa")),
        Bye(stage="table", team="Neza", matchday=3, points=Fraction(1, 2)),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("award,M1,Neza,Necaxa; Neza", 'team: has a winner, but "teams" names two that lose. Leave one of them blank'),
        ("award,M1,,Neza", "teams: names one team. Write two, with ; between them"),
    ],
)
def test_an_award_that_contradicts_itself(row: str, message: str) -> None:
    files = {"matches.csv": MATCHES, "decisions.csv": f"decision,match,team,teams\n{row}\n"}
    assert said_of(files) == [f"cup/decisions.csv:2: {message}"]


@pytest.mark.parametrize(("written", "complete"), [("yes", True), ("no", False)])
def test_a_competition_may_say_that_no_card_is_missing(written: str, complete: bool) -> None:
    make("cup", {"competition.yaml": f"cards_complete: {written}\n"})
    facts = read_folder("cup").facts
    assert facts.competition.cards_complete is complete
    write_folder(facts, "copy")
    assert read_folder("copy").facts == facts

"""A folder and what is in it: tournaments inside a season, files that are inherited, and folders that are none."""

import os
from pathlib import Path

import pytest

from liguilla.errors import Origin
from liguilla.facts import PublishedOutcome, PublishedScorer, PublishedScorers, PublishedTable, Team
from liguilla.notation import read_folder
from tests.notation.folders import MATCHES, make, said, said_of

SEASON = {
    "people.csv": "name\nEver Guzmán\n",
    "apertura/competition.yaml": "title: Apertura\n",
    "apertura/matches.csv": MATCHES,
    "clausura/competition.yaml": "title: Clausura\n",
}


def test_a_tournament_has_the_lists_of_its_season_where_it_has_none() -> None:
    make("season", {**SEASON, "clausura/teams.csv": "name\nTecos\n"})
    facts = read_folder("season").facts
    apertura, clausura = facts.tournaments["apertura"], facts.tournaments["clausura"]
    assert (apertura.competition.title, clausura.competition.title) == ("Apertura", "Clausura")
    assert apertura.teams == facts.teams == (Team("Necaxa"), Team("Neza"))
    assert clausura.teams == (Team("Tecos"),)
    assert clausura.people == facts.people
    assert clausura.matches == ()


@pytest.mark.parametrize(
    ("start", "path", "teams"),
    [
        (".", "season/apertura", "season/teams.csv"),
        ("season", "apertura", "teams.csv"),
        ("season/apertura", ".", "../teams.csv"),
    ],
)
def test_a_tournament_can_be_read_by_itself(start: str, path: str, teams: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make("season", SEASON)
    whole = read_folder("season").facts
    monkeypatch.chdir(start)
    alone = read_folder(path).facts
    assert alone == whole.tournaments["apertura"]
    assert alone.teams[0].origin == Origin(teams, 2)


def test_a_problem_of_an_inherited_file_is_said_once() -> None:
    make("season", SEASON)
    Path("season/teams.csv").write_text("name\nNecaxa\nNeza\nNeza\n")
    message = 'season/teams.csv:4: name: "Neza" is in line 3 already. Delete one of the two, or tell them apart'
    assert said("season") == [message]
    assert said("season/apertura") == [message]


def test_what_others_published() -> None:
    files = {
        "published/table.seed.csv": "position,team,points\n1,Neza,24\n",
        "published/table.csv": "position,team,points\n1,Neza,49/2\n",
        "published/scorers.seed.csv": "rank,person,team,goals,minutes_per_goal\n,Ever Guzmán,Neza,1,163.00\n",
        "published/outcomes.csv": "outcome,team\nchampion,Neza\n",
    }
    make("cup", files)
    facts = read_folder("cup").facts
    tables = [(table.stage, table.source, [str(row.points) for row in table.rows]) for table in facts.published_tables]
    assert tables == [("table", None, ["49/2"]), ("table", "seed", ["24"])]
    assert facts.published_tables[1] == PublishedTable("table", facts.published_tables[1].rows, "seed")
    scorer = PublishedScorer(None, "Ever Guzmán", "Neza", 1, "163.00")
    assert facts.published_scorers == (PublishedScorers((scorer,), "seed"),)
    assert facts.published_outcomes == (PublishedOutcome("champion", "Neza"),)


def test_files_and_folders_that_look_as_if_they_should_be_read_are_not_passed_over_in_silence() -> None:
    files = {
        "match.csv": MATCHES,
        "odds.csv": "",
        "README.md": "",
        "published/a.b.c.csv": "",
        "apertura/matches.csv": MATCHES,
    }
    assert said_of(files) == [
        "cup/apertura: this folder holds facts but no competition.yaml, so it is not read. Add one, or delete the "
        "folder",
        'cup/match.csv: this file is not read. Did you mean "matches.csv"?',
        "cup/odds.csv: this file is not read. Those that are read are teams.csv, people.csv, grounds.csv, "
        "sources.csv, squads.csv, matches.csv, goals.csv, cards.csv, appearances.csv, kicks.csv, tallies.csv, "
        "decisions.csv, season_totals.csv, disputes.csv",
        "cup/published/a.b.c.csv: this file is not read. Call it by stage and source, such as table.seed.csv, or "
        "scorers.seed.csv, or outcomes.csv",
    ]


def test_a_folder_that_is_missing() -> None:
    make("cup-2012", {})
    assert said("cup-2013") == ['cup-2013: there is no such folder. Did you mean "cup-2012"?']
    assert said("nowhere/else") == ["nowhere/else: there is no such folder. Check the path"]
    assert said("nul\0") == ["nul\0: there is no such folder. Check the path"]


def test_a_folder_that_is_empty() -> None:
    Path("cup").mkdir()
    assert said("cup") == [
        'cup: there is no competition.yaml here, so this is no competition. Start one: liguilla new "cup" --format NAME'
    ]


def test_a_folder_of_competitions() -> None:
    make("mex/2012-13", {})
    make("mex/2013-14", {})
    assert said("mex") == [
        "mex: there is no competition.yaml here, but there are competitions inside. Give one of them: mex/2012-13 "
        "or mex/2013-14"
    ]


def test_a_frame_that_is_misnamed() -> None:
    make("cup", {})
    Path("cup/competition.yaml").rename("cup/competition.yml")
    assert said("cup") == [
        'cup: there is no competition.yaml here, but "competition.yml". Rename it to competition.yaml'
    ]


def test_a_path_that_is_a_file() -> None:
    make("cup", {})
    assert said("cup/teams.csv") == ['cup/teams.csv: is a file. Give the folder it is in: "cup"']


def test_links_that_lead_in_a_circle() -> None:
    make("cup", {})
    Path("circle").symlink_to("circle")
    Path("cup/inside").symlink_to("..")
    Path("cup/again").symlink_to("../cup")
    Path("cup/goals.csv").symlink_to("goals.csv")
    assert said("circle") == ["circle: can't be read: a link leads back to itself. Delete the link, or make it anew"]
    assert said("cup") == [
        "cup/again: this folder is a link to one that it lies in. Delete the link",
        "cup/goals.csv: can't be read: a link leads back to itself. Delete the link, or make it anew",
    ]


def test_what_is_no_ordinary_file_is_not_waited_for() -> None:
    make("cup", {})
    os.mkfifo("cup/goals.csv")
    Path("cup/matches.csv").mkdir()
    assert said("cup") == [
        "cup/goals.csv: is not an ordinary file. Put one in its place, or delete it",
        "cup/matches.csv: is not an ordinary file. Put one in its place, or delete it",
    ]


def refuse(*_: object) -> bytes:
    raise PermissionError(13, "Permission denied")


def test_a_file_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    make("cup", {})
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said("cup") == [
        "cup/competition.yaml: can't be read: you have no permission. Change it with chmod, or ask the owner",
        "cup/teams.csv: can't be read: you have no permission. Change it with chmod, or ask the owner",
    ]


def test_a_folder_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    make("cup", {})
    monkeypatch.setattr(os, "listdir", refuse)
    assert said("cup") == ["cup: can't be read: you have no permission. Change it with chmod, or ask the owner"]
    assert said("cup", "es") == ["cup: no se puede leer: no tienes permiso. Cámbialo con chmod, o pídelo al dueño"]

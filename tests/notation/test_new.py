"""A new folder: what a person finds in it, and that it is read as it stands."""

from pathlib import Path

import pytest

from liguilla.errors import FactsError, Origin
from liguilla.facts import Status, Team
from liguilla.notation import Fixture, Outline, new_folder, read_folder, read_teams
from tests.notation.folders import make

CUP = Outline(format="generic-cup", stages={"cup": ("semifinals", "final")})
LEAGUE = Outline(
    format="generic-league",
    title={"en": "Our league: 2024", "es": "Nuestra liga: 2024"},
    know=("pot", "city"),
    stages={"table": ()},
    fixtures=(Fixture("table", 1, "Necaxa", "Neza"), Fixture("table", None, "Neza", "Necaxa")),
)
TEAMS = (Team("Necaxa", facts={"country": "MEX"}), Team("Neza"))


def test_a_new_folder_is_read_as_it_stands() -> None:
    new_folder("league", LEAGUE, TEAMS)
    reading = read_folder("league")
    assert reading.problems == ()
    assert reading.facts.competition.title == "Our league: 2024"
    assert reading.facts.competition.format == "generic-league"
    assert reading.facts.teams == TEAMS
    matches = [(each.id, each.matchday, each.teams, each.status) for each in reading.facts.matches]
    assert matches == [
        ("table-1-1", 1, ("Necaxa", "Neza"), Status.SCHEDULED),
        ("table-0-2", None, ("Neza", "Necaxa"), Status.SCHEDULED),
    ]


def test_what_is_in_it() -> None:
    new_folder("league", LEAGUE, TEAMS)
    assert sorted(path.name for path in Path("league").iterdir()) == [
        "README.md",
        "competition.yaml",
        "decisions.csv",
        "matches.csv",
        "teams.csv",
    ]
    assert Path("league/teams.csv").read_text() == (
        "name,other_names,city,ground,pot,country,source,note\nNecaxa,,,,,MEX,,\nNeza,,,,,,,\n"
    )
    assert Path("league/decisions.csv").read_text() == (
        "date,decision,stage,round,match,team,teams,fact,value,order,reason,source\n"
    )
    assert Path("league/competition.yaml").read_text() == (
        '# The frame of the competition. A key without a value is unknown; fill in what you know.\ntitle: "Our '
        'league: 2024"\nformat: generic-league\nseason:     # as people call it: 2024-25, or Apertura '
        "2024\ncountry:    # three letters: MEX\nstarts:     # the first day: 2024-07-20\nends:       # the "
        "last\nzone:       # whose clock the dates and times are of: America/Mexico_City\n"
    )


def test_its_page_names_the_stages_in_the_language_chosen() -> None:
    season = Outline(format="generic-season", tournaments={"apertura": CUP, "clausura": CUP})
    new_folder("temporada", season, language="es")
    page = Path("temporada/README.md").read_text()
    assert page.startswith("# temporada\n\nLos datos de una competencia que se juega con las reglas `generic-season`.")
    assert "- `clausura/matches.csv`: `stage` es `cup`; `round` es semifinals o final\n" in page
    assert 'liguilla play "temporada"' in page
    assert sorted(str(path) for path in Path("temporada").rglob("*.csv")) == [
        "temporada/apertura/decisions.csv",
        "temporada/apertura/matches.csv",
        "temporada/clausura/decisions.csv",
        "temporada/clausura/matches.csv",
        "temporada/decisions.csv",
        "temporada/teams.csv",
    ]
    assert read_folder("temporada").facts.tournaments["apertura"].competition.title == "apertura"


def test_nothing_is_overwritten() -> None:
    make("cup", {})
    with pytest.raises(FactsError, match="is there already, and nothing is overwritten"):
        new_folder("cup", CUP)
    assert not Path("cup/README.md").exists()


def test_teams_from_a_list_of_names() -> None:
    Path("teams.txt").write_bytes("\ufeffNecaxa\r\n\r\n  Mérida \r\n".encode())
    teams = read_teams("teams.txt")
    assert teams == (Team("Necaxa"), Team("Mérida"))
    assert teams[1].origin == Origin("teams.txt", 3)


def test_teams_from_rows() -> None:
    Path("teams.csv").write_text("city,name,pot\nAguascalientes,Necaxa,1\n")
    assert read_teams("teams.csv") == (Team("Necaxa", city="Aguascalientes", facts={"pot": "1"}),)


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        (
            "Necaxa\nNeza\nNecaxa\n",
            [
                'teams:3: name: "Necaxa" is in line 1 already. Delete one of the two, or tell them apart',
            ],
        ),
        (
            "equipo,ciudad\nNecaxa,Aguascalientes\n",
            [
                "teams:1: 'equipo,ciudad' has a comma or semicolon, which no name of a team has. Write one name a "
                'line, or a header with the column "name" above the rows',
                "teams:2: 'Necaxa,Aguascalientes' has a comma or semicolon, which no name of a team has. Write one "
                'name a line, or a header with the column "name" above the rows',
            ],
        ),
        ("\n", ["teams: no team is listed here. Write one name a line"]),
        (None, ["teams: can't be read: there is no such file or folder. Check the path"]),
    ],
)
def test_a_list_of_teams_that_cannot_be_read(content: str | None, messages: list[str]) -> None:
    if content is not None:
        Path("teams").write_text(content)
    with pytest.raises(FactsError) as caught:
        read_teams("teams")
    assert [problem.line() for problem in caught.value.problems] == messages

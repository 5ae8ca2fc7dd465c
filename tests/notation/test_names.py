"""Names that refer to other facts: each has to name something that is there."""

import pytest

from tests.notation.folders import MATCHES, TEAMS, said_of

GOALS = "match,team,person\nM1,Necaxa,Danny Santoya\n"
PEOPLE = "name,other_names\nDanny Santoya,Danny Santoyo\n"


@pytest.mark.parametrize(
    ("files", "messages"),
    [
        (
            {"matches.csv": MATCHES.replace("Neza", "Nesa")},
            ['cup/matches.csv:2: away: no team is called "Nesa". Did you mean "Neza"?'],
        ),
        (
            {
                "teams.csv": "name,other_names\nNecaxa,\nCorrecaminos UAT,UAT\n",
                "matches.csv": MATCHES.replace("Neza", "UAT"),
            },
            ['cup/matches.csv:2: away: no team is called "UAT". Did you mean "Correcaminos UAT"?'],
        ),
        (
            {"decisions.csv": "decision,stage,teams\nlots,table,Necaxa; Xolos\n"},
            ['cup/decisions.csv:2: teams: no team is called "Xolos". There are Necaxa and Neza'],
        ),
        (
            {"matches.csv": MATCHES, "goals.csv": GOALS.replace("Necaxa", "Nexaca")},
            ['cup/goals.csv:2: team: no team is called "Nexaca". Did you mean "Necaxa"?'],
        ),
        (
            {"matches.csv": MATCHES, "goals.csv": GOALS.replace("Santoya", "Santoyo"), "people.csv": PEOPLE},
            [
                'cup/goals.csv:2: person: nobody in cup/people.csv is called "Danny Santoyo". Did you mean "Danny '
                'Santoya"?'
            ],
        ),
        (
            {"matches.csv": MATCHES, "goals.csv": GOALS.replace("M1", "M2")},
            ['cup/goals.csv:2: match: no match has the id "M2". There is only M1'],
        ),
        (
            {"teams.csv": "name,ground\nNecaxa,Victoria\n", "grounds.csv": "name\nEstadio Victoria\n"},
            [
                'cup/teams.csv:2: ground: no ground in cup/grounds.csv is called "Victoria". Did you mean "Estadio '
                'Victoria"?'
            ],
        ),
        (
            {
                "teams.csv": "name,source\nNecaxa,openfootball; sede (capacity); FIFA handbook 2012\n",
                "sources.csv": "id\nseed\nopenfootball\n",
            },
            ['cup/teams.csv:2: source: no source in cup/sources.csv has the id "sede". Did you mean "seed"?'],
        ),
        (
            {"competition.yaml": "titles: [{team: Nesa, before: 1}]\nzone: America/Mexico_Cty\n"},
            [
                'cup/competition.yaml:1:17: team: no team is called "Nesa". Did you mean "Neza"?',
                'cup/competition.yaml:2:7: zone: no time zone is called "America/Mexico_Cty". Did you mean '
                '"America/Mexico_City"?',
            ],
        ),
        (
            {"published/table.seed.csv": "position,team\n1,Nesa\n"},
            ['cup/published/table.seed.csv:2: team: no team is called "Nesa". Did you mean "Neza"?'],
        ),
    ],
)
def test_a_name_that_refers_to_nothing(files: dict[str, str], messages: list[str]) -> None:
    assert said_of(files) == messages


def test_people_and_grounds_that_nobody_began_to_list_are_not_missed() -> None:
    assert said_of({"matches.csv": MATCHES, "goals.csv": GOALS, "people.csv": "name\n"}) == []


def test_an_outcome_of_another_competition_may_go_to_a_team_that_is_not_in_this_one() -> None:
    assert said_of({"decisions.csv": "decision,stage,fact,team\noutcome,cup,champion,Xolos\n"}) == []


def test_without_a_list_of_teams_their_absence_is_said_once() -> None:
    assert said_of({"teams.csv": "name\n", "matches.csv": MATCHES}) == [
        'cup/teams.csv: no team is listed here, but the facts name 2, "Necaxa" among them. Write them under "name", '
        "one a row"
    ]


def test_goals_without_a_list_of_matches() -> None:
    assert said_of({"goals.csv": GOALS}) == [
        'cup/matches.csv: no match is listed here, but other facts tell of "M1". Write it here, under "id"'
    ]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"matches.csv": MATCHES + MATCHES.splitlines()[1]},
            'cup/matches.csv:3: id: "M1" is in line 2 already. Delete one of the two, or tell them apart',
        ),
        (
            {"teams.csv": TEAMS + "Necaxa\n"},
            'cup/teams.csv:4: name: "Necaxa" is in line 2 already. Delete one of the two, or tell them apart',
        ),
        (
            {"teams.csv": "name,other_names\nNecaxa,\nNeza,Toros; Necaxa\n"},
            'cup/teams.csv:3: other_names: "Necaxa" is the name of another, in line 2. Delete it here, or tell the '
            "two apart",
        ),
        (
            {"teams.csv": "name\nMérida\nMerida\n"},
            'cup/teams.csv:3: name: "Merida" and "Mérida" in line 2 differ in accents or capitals only. If they are '
            "the same, keep one",
        ),
    ],
)
def test_two_things_with_one_name(files: dict[str, str], message: str) -> None:
    assert said_of(files) == [message]


def test_every_problem_of_every_file_is_said_at_once_but_not_what_only_follows_from_another() -> None:
    files = {
        "competition.yaml": "tittle: Cup\n",
        # A row with too many cells is known by its first all the same.
        "teams.csv": "name,city\nNecaxa,Aguascalientes\nNeza,Nezahualcóyotl, Estado de México\n",
        # A match that can't be read is no reason to miss it among the goals.
        "matches.csv": MATCHES.replace("2,1", "x,1") + "M2,table,2012-13-01,Neza,Nexaca,,\n",
        "goals.csv": "match,team,minute\nM1,Neza,0\nM2,Tecos,5\n",
        "people.csv": "name\nA\n".encode("utf-16"),
        "squads.csv": "team,person,role\nNeza,B,trainer\n",
    }
    assert said_of(files) == [
        'cup/competition.yaml:1:1: unknown key "tittle". Did you mean "title"?',
        "cup/goals.csv:2: minute: '0' is too small. The smallest number here is 1",
        'cup/goals.csv:3: team: no team is called "Tecos". There are Necaxa and Neza',
        "cup/matches.csv:2: home_score: 'x' is not a whole number. Write digits only, such as 2",
        "cup/matches.csv:3: date: '2012-13-01' is a day that no calendar has. Check month and day",
        'cup/matches.csv:3: away: no team is called "Nexaca". Did you mean "Necaxa"?',
        "cup/people.csv: is written in UTF-16. Save it as UTF-8",
        "cup/squads.csv:2: role: 'trainer' is not one of manager, captain or player. Write one of them",
        "cup/teams.csv:3: there are 3 cells where the header has 2. Check the commas, and put quotes around a text "
        "with commas",
    ]

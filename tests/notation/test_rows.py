"""Files of rows: what may be in them, and what is said of what may not."""

from fractions import Fraction
from pathlib import Path

import pytest

from liguilla.errors import Origin
from liguilla.facts import (
    Deduction,
    Exclusion,
    Goal,
    GoalKind,
    Host,
    Kick,
    Lots,
    Match,
    Score,
    Status,
    Team,
)
from liguilla.notation import read_folder
from tests.notation.folders import MATCHES, TEAMS, make, said_of


def test_a_row_is_a_fact_and_knows_where_it_was_written() -> None:
    make("cup", {"matches.csv": MATCHES})
    (match,) = read_folder("cup").facts.matches
    assert match == Match(
        "M1",
        "table",
        "Necaxa",
        "Neza",
        date=match.date,
        status=Status.PLAYED,
        score=Score(2, 1),
    )
    assert f"{match.date}" == "2012-07-20"
    assert match.origin == Origin("cup/matches.csv", 2)


def test_a_blank_status_means_played_with_a_score_and_scheduled_without() -> None:
    rows = "id,stage,home,away,status,home_score,away_score\n"
    rows += "M1,table,Necaxa,Neza,,0,0\nM2,table,Neza,Necaxa,,,\nM3,table,Neza,Necaxa,postponed,,\n"
    make("cup", {"matches.csv": rows})
    statuses = [match.status for match in read_folder("cup").facts.matches]
    assert statuses == [Status.PLAYED, Status.SCHEDULED, Status.POSTPONED]


def test_columns_may_stand_in_any_order_and_those_without_content_be_left_out() -> None:
    make("cup", {"matches.csv": MATCHES, "goals.csv": "kind,stoppage,minute,team,match\nown_goal,2,45,Neza,M1\n"})
    assert read_folder("cup").facts.goals == (Goal("M1", "Neza", minute=45, stoppage=2, kind=GoalKind.OWN_GOAL),)


def test_other_columns_of_teams_are_facts_about_them_and_a_blank_one_is_unknown() -> None:
    make("cup", {"teams.csv": "name,pot,zone,other_names\nNecaxa,1,north,Rayos; Electricistas\nNeza,,,\n"})
    necaxa = Team("Necaxa", ("Rayos", "Electricistas"), facts={"pot": "1", "zone": "north"})
    assert read_folder("cup").facts.teams == (necaxa, Team("Neza"))


def test_a_byte_order_mark_crlf_quoted_newlines_and_blank_lines_are_fine() -> None:
    teams = b'\xef\xbb\xbfname,note\r\n\r\nNecaxa,"two\r\nlines, and a comma"\r\n ,\r\nNeza,\r\n\r\n'
    make("cup", {"teams.csv": teams})
    necaxa, neza = read_folder("cup").facts.teams
    assert (necaxa, neza) == (Team("Necaxa", note="two\nlines, and a comma"), Team("Neza"))
    assert neza.origin == Origin("cup/teams.csv", 6)


def test_letters_composed_in_either_way_are_the_same_name() -> None:
    make("cup", {"teams.csv": "name\nMe\u0301rida\nNeza\n", "matches.csv": MATCHES.replace("Necaxa", "M\u00e9rida")})
    assert read_folder("cup").facts.teams[0].name == "M\u00e9rida"


def test_decisions_fill_the_columns_of_their_kind() -> None:
    header = "date,decision,stage,round,match,team,teams,fact,value,order,reason,source\n"
    rows = (
        "2012-09-01,deduction,table,,,Neza,,,-3/2,,late wages,\n",
        ",exclusion,table,,,Neza,,,last,,,\n",
        ",host,cup,final,,Neza,Necaxa; Neza,,,,,\n",
        ",lots,table,,,,Neza; Necaxa,,,,,\n",
    )
    make("cup", {"decisions.csv": header + "".join(rows)})
    deduction, exclusion, host, lots = read_folder("cup").facts.decisions
    assert isinstance(deduction, Deduction)
    assert (deduction.points, deduction.reason, f"{deduction.date}") == (Fraction(-3, 2), "late wages", "2012-09-01")
    assert exclusion == Exclusion(stage="table", team="Neza", position=None)
    assert host == Host(stage="cup", round="final", teams=("Necaxa", "Neza"), team="Neza", leg=1)
    assert lots == Lots(stage="table", teams=("Neza", "Necaxa"))


def test_kicks_say_yes_or_no() -> None:
    kicks = "match,team,person,scored,number\nM1,Neza,Ever Guzmán,yes,1\nM1,Necaxa,,no,1\n"
    make("cup", {"matches.csv": MATCHES, "kicks.csv": kicks})
    assert read_folder("cup").facts.kicks == (
        Kick("M1", "Neza", True, 1, "Ever Guzmán"),
        Kick("M1", "Necaxa", False, 1),
    )


def cell(column: str, text: str) -> str:
    """Return a matches.csv with one more cell in its only row."""
    header, row = MATCHES.splitlines()
    return f"{header},{column}\n{row},{text}\n"


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"matches.csv": MATCHES.replace("2,1", "-2,1")},
            "cup/matches.csv:2: home_score: '-2' is too small. The smallest number here is 0",
        ),
        (
            {"matches.csv": MATCHES.replace("2,1", "two,1")},
            "cup/matches.csv:2: home_score: 'two' is not a whole number. Write digits only, such as 2",
        ),
        (
            {"matches.csv": MATCHES.replace("2,1", "9999999999,1")},
            "cup/matches.csv:2: home_score: '9999999999' is not a whole number. Write digits only, such as 2",
        ),
        (
            {"matches.csv": MATCHES.replace("2,1", ",1")},
            'cup/matches.csv:2: home_score: is blank, but "away_score" is not. Fill in both sides of the score, or '
            "none",
        ),
        (
            {"matches.csv": MATCHES.replace("2012-07-20", "2012-02-30")},
            "cup/matches.csv:2: date: '2012-02-30' is a day that no calendar has. Check month and day",
        ),
        (
            {"matches.csv": MATCHES.replace("2012-07-20", "20/7/2012")},
            "cup/matches.csv:2: date: '20/7/2012' is not a date. Write year, month and day, such as 2012-11-18",
        ),
        (
            {"matches.csv": cell("kickoff", "25:00")},
            "cup/matches.csv:2: kickoff: '25:00' is not a time. Write hours and minutes, from 00:00 to 23:59",
        ),
        (
            {"matches.csv": cell("zone", "America/Mexico")},
            'cup/matches.csv:2: zone: no time zone is called "America/Mexico". Did you mean "America/Mexico_City"?',
        ),
        (
            {"matches.csv": cell("status", "plaid")},
            "cup/matches.csv:2: status: 'plaid' is not one of scheduled, postponed, played, abandoned or cancelled. "
            'Did you mean "played"?',
        ),
        (
            {"matches.csv": cell("assumed", "kikoff")},
            "cup/matches.csv:2: assumed: 'kikoff' is not one of id, stage, home, away, round, matchday, date, "
            "kickoff, zone, status, score, half_time, extra_time, kicks, kicks_won_by, ground, referee, attendance, "
            'source, note or assumed. Did you mean "kickoff"?',
        ),
        (
            {"matches.csv": MATCHES.replace("Neza", "Necaxa")},
            "cup/matches.csv:2: away: 'Necaxa' can't play against itself. Name the other team",
        ),
        ({"matches.csv": MATCHES.replace("M1", "")}, "cup/matches.csv:2: id: is blank. Fill it in"),
        (
            {"matches.csv": cell("note", "\x1b[2J")},
            "cup/matches.csv:2: note: holds the character U+001B, which can't be seen. Delete it",
        ),
        (
            {
                "teams.csv": TEAMS.replace("name", "name,other_names")
                .replace("Necaxa", "Necaxa,Rayos;;Tuneros")
                .replace("Neza", "Neza,")
            },
            "cup/teams.csv:2: other_names: has nothing between two semicolons. Delete one of them",
        ),
        (
            {"decisions.csv": "decision,stage,team,value\ndeducion,table,Neza,-3\n"},
            "cup/decisions.csv:2: decision: 'deducion' is not one of deduction, award, annul, withdrawal, "
            "exclusion, bye, lots, draw, pairing, host, fact, winner, closing, window or outcome. Did you mean "
            '"deduction"?',
        ),
        (
            {"decisions.csv": "decision,stage,team,value\ndeduction,table,Neza,three\n"},
            "cup/decisions.csv:2: value: 'three' is not a number. Write it such as 3, -6 or 1/2",
        ),
        (
            {"decisions.csv": "decision,stage,team,value\ndeduction,table,Neza,1/0\n"},
            "cup/decisions.csv:2: value: '1/0' is not a number. Write it such as 3, -6 or 1/2",
        ),
        (
            {"decisions.csv": "decision,stage,team,value\ndeduction,table,,-3\n"},
            'cup/decisions.csv:2: team: is blank. Fill it in: "deduction" needs it',
        ),
        (
            {"decisions.csv": "decision,stage,team,value\nclosing,table,Neza,\n"},
            'cup/decisions.csv:2: team: "closing" has nothing to say here. Leave it blank',
        ),
        (
            {"decisions.csv": "decision,stage,round,teams\npairing,cup,final,Neza\n"},
            "cup/decisions.csv:2: teams: names one team. Write two, with ; between them",
        ),
        (
            {"decisions.csv": "decision,stage,round,teams\npairing,cup,final,Neza; Neza\n"},
            'cup/decisions.csv:2: teams: "Neza" is named twice. Delete it once',
        ),
        (
            {
                "teams.csv": "name\nNecaxa\nNeza\nTecos\n",
                "decisions.csv": "decision,stage,round,teams,team\nhost,cup,final,Neza; Necaxa,Tecos\n",
            },
            'cup/decisions.csv:2: team: "Tecos" is not one of the two teams. Write Neza or Necaxa',
        ),
        (
            {"matches.csv": MATCHES, "decisions.csv": "decision,match,value,team\naward,M1,,\n"},
            'cup/decisions.csv:2: value: is blank, and so is "team". Fill in the score, the winner or both',
        ),
        (
            {"matches.csv": MATCHES, "decisions.csv": "decision,match,value\naward,M1,3:0\n"},
            "cup/decisions.csv:2: value: '3:0' is not a score. Write the home side first, such as 3-0",
        ),
    ],
)
def test_a_cell_that_cannot_be_read(files: dict[str, str], message: str) -> None:
    assert said_of(files) == [message]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"teams.csv": ""}, "cup/teams.csv:1: the header is missing. The first line names the columns, at least name"),
        ({"teams.csv": "nasme,city\nLeeds,Leeds\n"}, 'cup/teams.csv:1: the column "name" is missing. Add it'),
        (
            {"teams.csv": "name;city\nNecaxa;Aguascalientes\n"},
            "cup/teams.csv:1: the cells have semicolons between them. Save the file with commas between its cells",
        ),
        (
            {"teams.csv": "name\tcity\nNecaxa\tAguascalientes\n"},
            "cup/teams.csv:1: the cells have tabs between them. Save the file with commas between its cells",
        ),
        (
            {"matches.csv": MATCHES.replace("stage,date", "stage,dat")},
            'cup/matches.csv:1: unknown column "dat". Did you mean "date"?',
        ),
        (
            {"matches.csv": MATCHES, "kicks.csv": "match,team,scored,foot\nM1,Neza,yes,left\n"},
            'cup/kicks.csv:1: unknown column "foot". The columns here are match, team, person, scored, number, '
            "source, note",
        ),
        ({"matches.csv": "id,home,away\nM1,Necaxa,Neza\n"}, 'cup/matches.csv:1: the column "stage" is missing. Add it'),
        (
            {"matches.csv": "id,stage,home,away,home_score\nM1,table,Necaxa,Neza,2\n"},
            'cup/matches.csv:1: the column "away_score" is missing: a score has two sides. Add it beside "home_score"',
        ),
        (
            {"teams.csv": "name,city,city\nNecaxa,a,b\nNeza,a,b\n"},
            'cup/teams.csv:1: the column "city" is there twice. Delete one of them',
        ),
        ({"teams.csv": "name,,city\nNecaxa,,b\n"}, "cup/teams.csv:1: column 2 has no name. Name it, or delete it"),
        (
            {"teams.csv": "name," + ",".join(f"f{n}" for n in range(300)) + "\nNecaxa\n"},
            "cup/teams.csv:1: there are 301 columns; more than 250 are not read. Check that this is the right file",
        ),
        (
            {"teams.csv": "name,city\nNecaxa,Aguascalientes\nNeza\n"},
            "cup/teams.csv:3: there is one cell where the header has 2. Add the commas that are missing, and put "
            "quotes around a text with commas",
        ),
        (
            {"teams.csv": "name,city\nNecaxa,Aguascalientes\nNeza,Nezahualcóyotl, Estado de México\n"},
            "cup/teams.csv:3: there are 3 cells where the header has 2. Check the commas, and put quotes around a "
            "text with commas",
        ),
        (
            {"teams.csv": 'name,city\nNecaxa,Aguascalientes\nNeza,"Nezahualcóyotl\nTecos,Zapopan\n'},
            'cup/teams.csv:3: in the row that starts here a quote (") is out of place, or never closed. Close it; '
            'inside quotes write ""',
        ),
        (
            {"teams.csv": 'name,city\nNecaxa,"Aguas"calientes\n'},
            'cup/teams.csv:2: in the row that starts here a quote (") is out of place, or never closed. Close it; '
            'inside quotes write ""',
        ),
        (
            {"teams.csv": "name\nNecaxa\n" + "\n" * 250_001},
            "cup/teams.csv: more than 250000 lines are not read. Check that this is the right file, or split the "
            "competition",
        ),
        (
            {"teams.csv": "name,city\nNecaxa,Aguascalientes\nMérida,Yucatán\n".encode("latin-1")},
            'cup/teams.csv:3: is not written in UTF-8: the byte 0xE9 ("é" in Latin-1) means nothing there. Save the '
            "file as UTF-8",
        ),
        ({"teams.csv": "name\nNecaxa\n".encode("utf-16")}, "cup/teams.csv: is written in UTF-16. Save it as UTF-8"),
        (
            {"teams.csv": "name\nNecaxa\nNe\0za\n"},
            "cup/teams.csv:3: holds a NUL byte, so this is no text file. Save it as UTF-8 text",
        ),
        (
            {"teams.csv": "name,grounds\nNecaxa,Victoria\nNeza,\n"},
            'cup/teams.csv:1: the column "grounds" is taken as a fact about the teams. If it is none, call it "ground"',
        ),
    ],
)
def test_a_file_of_rows_that_is_broken(files: dict[str, str | bytes], message: str) -> None:
    assert said_of(files) == [message]


def test_a_gigabyte_is_answered_at_once() -> None:
    make("cup", {})
    with Path("cup/matches.csv").open("wb") as file:
        file.truncate(1 << 30)
    assert said_of({}) == [
        "cup/matches.csv: has 1024 MB; files above 64 MB are not read. Check that this is the right file"
    ]


def test_what_is_said_in_spanish() -> None:
    assert said_of({"matches.csv": MATCHES.replace("2,1", "-2,1").replace("Neza", "Nesa")}, "es") == [
        "cup/matches.csv:2: home_score: '-2' es demasiado poco. El número más pequeño aquí es 0",
        'cup/matches.csv:2: away: ningún equipo se llama "Nesa". ¿Quisiste decir "Neza"?',
    ]

"""From files of results to a folder: what is played from it is what the files say, and nothing is lost on the way."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

LEAGUE = """\
= Double round robin 2018/19

▪ Matchday 1
[Fri Aug/17]
  20.30  Leeds                  2-1 (1-0)  Bury           @ Elland Road
            (Smith 23' (pen.), 70'; Jones 80')
what follows is not certain ???
▪ Matchday 2
[Sat Aug/25]
  20.30  Bury                   0-0  York
▪ Matchday 3
[Sat Sep/1]
  20.30  York                   1-3  Leeds
▪ Matchday 4
[Sat Sep/8]
  20.30  York                   v  Bury
"""

HALVES = """\
= Ascenso MX 2012/13

▪ Apertura, Jornada 1
[Fri Jul/20]
  Necaxa                 3-1  Neza
▪ Apertura, Jornada 2
[Fri Jul/27]
  Neza                   2-2  Celaya
▪ Clausura, Jornada 1
[Fri Jan/4]
  Neza                   1-0  Necaxa
"""

TWO_SEASONS = """\
Competition,Season,Date,Home,Away,Score
Round robin,2017,2017-05-01,Leeds,Bury,2-1
Round robin,2018,2018-05-01,Leeds,Bury,0-1
Single elimination,2018,2018-06-01,York,Lens,3-1
"""

TWICE = ("--format", "round-robin-twice")
ANSWERS = ("format", "stages", "outcomes", "unresolved", "waiting", "void")


def answers(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is worked out, of the tournaments inside too; a folder's titles say the season."""
    inner = {name: answers(each) for name, each in document.get("tournaments", {}).items()}
    return {name: document[name] for name in ANSWERS} | inner


def write(**texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.txt" if name.startswith("league") else f"{name}.csv").write_text(text, encoding="utf-8")


def rows(file: str) -> list[dict[str, str]]:
    with Path(file).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_folder_is_made_and_plays_as_the_results_do(run: Run) -> None:
    write(league=LEAGUE)
    answer = run("import", "league.txt", "cup", *TWICE)
    assert (answer.status, answer.out) == (
        0,
        "cup is made: 4 matches, played by round-robin-twice. To look at it: liguilla play cup\n",
    )
    results = run("play", "--results", "league.txt", *TWICE, "--json").document
    folder = run("play", "cup", "--json").document
    assert answers(folder) == answers(results)
    table = folder["stages"][0]["groups"][0]["rows"]
    assert [(row["team"], row["points"]) for row in table] == [("Leeds", 6), ("Bury", 1), ("York", 1)]
    assert run("check", "cup").status == 0


def test_a_season_with_tournaments_inside_is_a_folder_with_folders(run: Run) -> None:
    write(league_halves=HALVES)
    assert run("import", "league_halves.txt", "season").status == 0
    assert sorted(path.name for path in Path("season").iterdir() if path.is_dir()) == ["apertura", "clausura"]
    results = run("play", "--results", "league_halves.txt", "--json").document
    folder = run("play", "season", "--json").document
    assert answers(folder) == answers(results)
    apertura = run("play", "season/apertura", "--json").document
    first = apertura["stages"][0]["groups"][0]["rows"][0]
    assert (first["team"], first["points"], first["played"]) == ("Necaxa", 3, 1)


def test_everything_that_a_match_says_is_in_the_folder(run: Run) -> None:
    write(league=LEAGUE)
    run("import", "league.txt", "cup", *TWICE, "--from", "https://example.org/league.txt")
    first, *_, last = rows("cup/matches.csv")
    said = (
        "matchday",
        "date",
        "kickoff",
        "home",
        "away",
        "home_score",
        "away_score",
        "home_half_time",
        "ground",
        "source",
    )
    assert [first[name] for name in said] == [
        "1", "2018-08-17", "20:30", "Leeds", "Bury", "2", "1", "1", "Elland Road", "results",
    ]  # fmt: skip
    assert (last["status"], last["home_score"]) == ("scheduled", "")
    assert [(row["team"], row["person"], row["minute"], row["kind"]) for row in rows("cup/goals.csv")] == [
        ("Leeds", "Smith", "23", "penalty"),
        ("Leeds", "Smith", "70", ""),
        ("Bury", "Jones", "80", ""),
    ]
    (source,) = rows("cup/sources.csv")
    assert (source["id"], source["url"]) == ("results", "https://example.org/league.txt")


def test_a_line_that_could_not_be_read_is_kept_and_told(run: Run) -> None:
    write(league=LEAGUE)
    answer = run("import", "league.txt", "cup", *TWICE)
    assert '"what follows is not certain ???" could not be read' in answer.err
    assert Path("cup/unread.txt").read_text(encoding="utf-8") == "league.txt:7: what follows is not certain ???\n"
    write(league=LEAGUE.replace("what follows is not certain ???\n", ""))
    run("import", "league.txt", "clean", *TWICE)
    assert not Path("clean/unread.txt").exists()


def test_several_competitions_and_seasons_become_folders_by_their_names(run: Run) -> None:
    write(all=TWO_SEASONS)
    answer = run("import", "all.csv", "all", "--json")
    assert answer.status == 0, answer.err
    assert answer.document["made"] == [
        {"path": "all/round-robin/2017", "format": "round-robin"},
        {"path": "all/round-robin/2018", "format": "round-robin"},
        {"path": "all/single-elimination/2018", "format": "single-elimination"},
    ]
    champions = {
        each["path"]: run("play", each["path"], "--json").document["outcomes"]["champion"]
        for each in answer.document["made"]
    }
    assert list(champions.values()) == ["Leeds", "Bury", "York"]


def test_one_of_several_seasons_may_be_asked_for(run: Run) -> None:
    write(all=TWO_SEASONS.replace("Single elimination", "Round robin").replace("York,Lens", "Bury,Leeds"))
    answer = run("import", "all.csv", "2017", "--season", "2017", "--json")
    assert answer.document["made"] == [{"path": "2017", "format": "round-robin"}]
    assert run("play", "2017", "--json").document["outcomes"] == {"champion": "Leeds"}
    wrong = run("import", "all.csv", "2016", "--season", "2016")
    assert (wrong.status, wrong.out) == (1, "")
    assert "there are no results of the season 2016 here, but of 2017 and 2018" in wrong.err
    assert not Path("2016").exists()


def test_several_files_of_one_season_are_one_folder(run: Run) -> None:
    head, second = LEAGUE.split("▪ Matchday 3")
    write(league_1=head, league_2=f"{LEAGUE.splitlines()[0]}\n\n▪ Matchday 3{second}")
    answer = run("import", "league_1.txt", "league_2.txt", "cup", *TWICE, "--json")
    assert answer.document["made"] == [{"path": "cup", "format": "round-robin-twice"}]
    assert len(rows("cup/matches.csv")) == 4


# Nothing is overwritten, and nothing is done by halves.


def test_a_folder_that_is_there_is_left_as_it_is(run: Run) -> None:
    write(league=LEAGUE)
    Path("cup").mkdir()
    Path("cup/mine").write_text("mine")
    answer = run("import", "league.txt", "cup", *TWICE)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("1 error\ncup: is there already, and nothing is overwritten.")
    assert [path.name for path in Path("cup").iterdir()] == ["mine"]
    Path("empty").mkdir()
    assert run("import", "league.txt", "empty", *TWICE).status == 0


def test_of_several_seasons_all_are_made_or_none(run: Run) -> None:
    write(all=TWO_SEASONS)
    Path("all/round-robin/2018").mkdir(parents=True)
    Path("all/round-robin/2018/mine").write_text("mine")
    answer = run("import", "all.csv", "all")
    assert (answer.status, answer.out) == (1, "")
    assert sorted(str(path) for path in Path("all").rglob("*") if path.is_file()) == ["all/round-robin/2018/mine"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nothing.txt", "cup"), "nothing.txt: can't be read: there is no such file or folder"),
        (
            ("league.txt", "cup", "--format", "round-robbin"),
            'no format named "round-robbin". Did you mean "round-robin"?',
        ),
        (("unknown.txt", "cup"), 'no competition of the library is called "Liga de los domingos"'),
        (("notes.csv", "cup"), "this is in no notation of results that is read"),
        (("league.txt", "cup", *TWICE, "--decisions", "none.csv"), "none.csv: can't be read"),
    ],
)
def test_what_cannot_be_imported_makes_no_folder(run: Run, words: tuple[str, ...], said: str) -> None:
    write(league=LEAGUE, notes="Item,Price\nmilk,1.20\n")
    Path("unknown.txt").write_text(LEAGUE.replace("Double round robin", "Liga de los domingos"))
    answer = run("import", *words)
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err
    assert not Path("cup").exists()


def test_a_line_without_a_folder_is_wrong_usage(run: Run) -> None:
    write(league=LEAGUE)
    answer = run("import", "league.txt")
    assert (answer.status, answer.out) == (2, "")
    assert "SOURCE" in answer.err


# What was decided off the pitch.

DECISIONS = """\
decision,date,stage,match,team,value,reason
deduction,2018-10-01,table,,Leeds,-4,an unregistered player
award,2018-10-02,,York - Leeds,,3-0,the same
"""


def test_decisions_go_into_the_folder_and_count(run: Run) -> None:
    write(league=LEAGUE, decisions=DECISIONS)
    assert run("import", "league.txt", "cup", *TWICE, "--decisions", "decisions.csv").status == 0
    deduction, award = rows("cup/decisions.csv")
    assert [deduction[name] for name in ("decision", "team", "value", "reason")] == [
        "deduction", "Leeds", "-4", "an unregistered player",
    ]  # fmt: skip
    assert award["match"] == rows("cup/matches.csv")[2]["id"]
    results = run("play", "--results", "league.txt", *TWICE, "--decisions", "decisions.csv", "--json").document
    folder = run("play", "cup", "--json").document
    assert folder["stages"] == results["stages"]
    table = folder["stages"][0]["groups"][0]["rows"]
    assert {row["team"]: row["points"] for row in table} == {"York": 4, "Bury": 1, "Leeds": -1}


def test_a_decision_about_a_team_that_nobody_is_makes_no_folder(run: Run) -> None:
    write(league=LEAGUE, decisions=DECISIONS.replace("Leeds,-4", "Leds,-4"))
    answer = run("import", "league.txt", "cup", *TWICE, "--decisions", "decisions.csv")
    assert (answer.status, answer.out) == (1, "")
    assert 'decisions.csv:2: no team is called "Leds". Did you mean "Leeds"?' in answer.err
    assert not Path("cup").exists()


# In Spanish, and as JSON.


def test_in_spanish(run: Run) -> None:
    write(league=LEAGUE)
    answer = run("import", "league.txt", "copa", *TWICE, "--lang", "es")
    assert answer.out == (
        "copa está hecha: 4 partidos, jugados con round-robin-twice. Para verla: liguilla play copa\n"
    )
    assert 'no se pudo leer "what follows is not certain ???"' in answer.err
    assert "fechas, equipos y marcadores" in Path("copa/sources.csv").read_text(encoding="utf-8")


def test_as_json(run: Run) -> None:
    write(league=LEAGUE)
    answer = run("import", "league.txt", "cup", *TWICE, "--json")
    assert answer.err == ""
    assert answer.document["made"] == [{"path": "cup", "format": "round-robin-twice"}]
    assert [(each["severity"], each["file"], each["line"]) for each in answer.document["problems"]] == [
        ("warning", "league.txt", 7),
        ("note", "league.txt", None),
    ]
    refused = run("import", "league.txt", "cup", *TWICE, "--json")
    assert refused.status == 1
    assert [each["file"] for each in refused.document["problems"]] == ["cup"]

"""What is written is read back as it was, and nothing is written by halves."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from liguilla.errors import FactsError, Severity
from liguilla.facts import Competition, Facts, Match, Person, PublishedTable, Team
from liguilla.notation import read_folder, write_folder
from tests.notation import strategies
from tests.notation.folders import MATCHES, make

FOUNDING_SEASON = Path(__file__).parents[2] / "competitions/mex/ascenso-mx/2012-13"
TWO_TEAMS = (Team("Necaxa"), Team("Neza"))


@given(strategies.facts())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_facts_are_read_back_as_they_were_written(facts: Facts) -> None:
    with TemporaryDirectory() as place:
        write_folder(facts, Path(place, "cup"))
        reading = read_folder(Path(place, "cup"))
        assert reading.facts == facts
        assert {problem.severity for problem in reading.problems} <= {Severity.WARNING}
        for name, tournament in facts.tournaments.items():
            assert read_folder(Path(place, "cup", name)).facts == tournament


@pytest.mark.skipif(not FOUNDING_SEASON.exists(), reason="the founding season is not here")
def test_the_founding_season_is_read_back_as_it_was_written() -> None:
    facts = read_folder(FOUNDING_SEASON).facts
    write_folder(facts, "season")
    assert read_folder("season").facts == facts


def test_files_without_content_are_not_written_and_inherited_ones_once() -> None:
    inner = Facts(teams=TWO_TEAMS, matches=(Match("M1", "table", "Necaxa", "Neza"),))
    write_folder(Facts(teams=TWO_TEAMS, tournaments={"apertura": inner}), "season")
    files = sorted(str(path) for path in Path("season").rglob("*") if path.is_file())
    assert files == [
        "season/apertura/competition.yaml",
        "season/apertura/matches.csv",
        "season/competition.yaml",
        "season/teams.csv",
    ]


def test_a_file_is_plain_text() -> None:
    frame = Competition(title="Copa: 2012", season="2012-13", country="no", note="two\nlines")
    write_folder(Facts(frame, teams=(Team("=1+1", ("a", "b"), facts={"pot": "1"}, note='"x", y'),)), "cup")
    assert Path("cup/competition.yaml").read_text() == (
        'title: "Copa: 2012"\nseason: 2012-13\ncountry: no\nnote: "two\\nlines"\n'
    )
    assert Path("cup/teams.csv").read_text() == (
        'name,other_names,city,ground,pot,source,note\n=1+1,a; b,,,1,,"""x"", y"\n'
    )


def test_a_folder_written_into_a_season_inherits_nothing_from_it() -> None:
    make("season", {})
    write_folder(Facts(), "season/apertura")
    assert read_folder("season/apertura").facts == Facts()


def lines_of(facts: Facts, path: str = "cup") -> list[str]:
    """Return why facts can't be written."""
    with pytest.raises(FactsError) as caught:
        write_folder(facts, path)
    return [problem.line() for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (
            Facts(teams=(Team(" Neza"),)),
            "teams.csv, row 1, name: ' Neza' would not be read back as it is. Take out the space around it, or the "
            "semicolon in it",
        ),
        (
            Facts(teams=(Team("Neza", ("Toros; Neza",)),)),
            "teams.csv, row 1, other_names: 'Toros; Neza' would not be read back as it is. Take out the space "
            "around it, or the semicolon in it",
        ),
        (
            Facts(teams=(Team("Neza", note=""),)),
            "teams.csv, row 1, note: is an empty text, which can't be told from an unknown one. Leave it out",
        ),
        (
            Facts(teams=(Team("Neza", note="\x00"),)),
            "teams.csv, row 1, note: holds the character U+0000, which can't be seen. Delete it",
        ),
        (
            Facts(teams=(Team("Neza", facts={"city": "Neza"}),)),
            "teams.csv, row 1, city: a fact about teams is called like a column. Give it another name",
        ),
        (
            Facts(people=(Person("Necaxa"), Person("a\r\nb"))),
            "people.csv, row 2, name: 'a\r\nb' would not be read back as it is. Take out the space around it, or "
            "the semicolon in it",
        ),
        (
            Facts(Competition(title={"English": "Cup"})),
            'competition.yaml, title: "English" is no language with its text. Write a text, or such as {en: ..., '
            "es: ...}",
        ),
        (
            Facts(tournaments={"../x": Facts()}),
            "../x: the folder of a tournament can't be called '../x'. Use letters, digits, _ and - only",
        ),
        (
            Facts(published_tables=(PublishedTable("table", ()), PublishedTable("table", ()))),
            "published: a published file can't be called 'table.csv', or another is already. Use letters, digits, _ "
            "and - only",
        ),
    ],
)
def test_what_would_not_be_read_back_is_not_written(facts: Facts, message: str) -> None:
    assert lines_of(facts) == [message]
    assert os.listdir() == []


def test_nothing_is_overwritten() -> None:
    make("cup", {"matches.csv": MATCHES})
    message = "is there already, and nothing is overwritten. Give another folder, or delete this one first"
    assert lines_of(Facts()) == [f"cup: {message}"]
    assert lines_of(Facts(), "cup/teams.csv") == [f"cup/teams.csv: {message}"]
    assert Path("cup/matches.csv").read_text() == MATCHES


def test_an_empty_folder_is_filled_and_folders_above_are_made() -> None:
    Path("cup").mkdir()
    inode = Path("cup").stat().st_ino
    write_folder(Facts(teams=TWO_TEAMS), "cup")
    write_folder(Facts(teams=TWO_TEAMS), "mex/cup/2012")
    assert Path("cup").stat().st_ino == inode
    assert read_folder("cup").facts.teams == TWO_TEAMS == read_folder("mex/cup/2012").facts.teams


@pytest.mark.parametrize("empty", [True, False])
def test_when_the_system_refuses_nothing_is_left(empty: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def full(path: Path, text: str, **_: object) -> None:
        written.append(path)
        if len(written) > 1:
            raise OSError(28, "No space left on device")
        path.write_bytes(text.encode())

    if empty:
        Path("cup").mkdir()
    monkeypatch.setattr(Path, "write_text", full)
    assert lines_of(Facts(teams=TWO_TEAMS)) == ["cup: can't be written: the disk is full. Make room"]
    assert [str(path) for path in Path().rglob("*")] == ["cup"] * empty


def test_when_moving_into_an_empty_folder_fails_it_is_empty_again(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("cup").mkdir()
    moved: list[object] = []

    def once(start: str, end: str) -> None:
        moved.append(start)
        if len(moved) > 1:
            raise PermissionError(13, "Permission denied")
        Path(start).replace(end)

    monkeypatch.setattr(os, "rename", once)
    assert lines_of(Facts(teams=TWO_TEAMS)) == [
        "cup: can't be written: you have no permission. Change it with chmod, or ask the owner"
    ]
    assert [str(path) for path in Path().rglob("*")] == ["cup"]


def test_the_order_of_rows_is_kept() -> None:
    teams = tuple(Team(name) for name in "cab")
    write_folder(replace(Facts(), teams=teams), "cup")
    assert read_folder("cup").facts.teams == teams

"""Records of other tools: imported with the rules they were played by, then played from the folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.notation.results import bracket_tables, draw_records
from tests.notation.results.bracket_tables import stage
from tests.notation.results.draw_records import draw, record


@pytest.fixture
def played(run: Run) -> Any:
    """Import a record, play the folder, and return the whole answer, which has no error."""

    def answer(text: str, format_name: str, warnings: tuple[str, ...] = ()) -> Mapping[str, Any]:
        Path("record.json").write_text(text, encoding="utf-8")
        imported = run("import", "record.json", "cup", "--format", format_name, "--json")
        assert imported.status == 0, imported.err
        said = [each["text"] for each in imported.document["problems"] if each["severity"] != "note"]
        assert len(said) == len(warnings)
        assert all(part in whole for part, whole in zip(warnings, said, strict=True)), said
        checked = run("check", "cup")
        assert checked.status == 0, checked.out
        document = run("play", "cup", "--json").document
        assert document["problems"] == []
        return document

    return answer


def outcomes(document: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: place for name, place in document["outcomes"].items() if place}


KNOCKOUT = """
    1.1 Ana v -
    1.1 Dan 1-2 Eve
    1.1 Bea 2-0 Gus
    1.1 Cat w/o Fay
    1.2 Ana 1-2 Eve
    1.2 Bea > Cat
    1.3 Eve 2-1 Bea
    2.1 Ana 2-0 Cat
"""


def test_a_single_elimination_with_byes_and_a_walkover(played: Any) -> None:
    tables = stage("single_elimination", KNOCKOUT.replace("2.1 Ana 2-0 Cat", ""))
    assert outcomes(played(bracket_tables.export(tables), "single-elimination")) == {
        "champion": "Eve",
        "runner_up": "Bea",
    }


def test_a_match_for_third_place(played: Any) -> None:
    tables = stage("single_elimination", KNOCKOUT)
    assert outcomes(played(bracket_tables.export(tables), "single-elimination-third-place")) == {
        "champion": "Eve",
        "runner_up": "Bea",
        "third": "Ana",
    }


LOWER = """
    1.1 Ana 2-0 Hal
    1.1 Dan 2-0 Eve
    1.1 Bea 2-0 Gus
    1.1 Cat 2-0 Fay
    1.2 Ana 2-0 Dan
    1.2 Bea 0-2 Cat
    1.3 Ana 2-1 Cat
    2.1 Hal 0-2 Eve
    2.1 Gus 2-0 Fay
    2.2 Bea 2-0 Eve
    2.2 Dan 0-2 Gus
    2.3 Bea 2-1 Gus
    2.4 Cat 1-2 Bea
"""


@pytest.mark.parametrize(
    ("finals", "champion"),
    [
        ("3.1 Ana 2-1 Bea", "Ana"),
        ("3.1 Ana 2-1 Bea\n3.2 Ana v Bea", "Ana"),
        ("3.1 Ana 1-2 Bea\n3.2 Ana 2-0 Bea", "Ana"),
        ("3.1 Ana 1-2 Bea\n3.2 Ana 0-2 Bea", "Bea"),
        ("3.1 Ana 1-2 Bea\n3.2 Ana v Bea", None),
    ],
)
def test_a_double_elimination_whose_unbeaten_finalist_has_to_be_beaten_twice(
    played: Any, finals: str, champion: str | None
) -> None:
    document = played(bracket_tables.export(stage("double_elimination", LOWER + finals)), "double-elimination")
    assert document["outcomes"]["champion"] == champion
    assert document["outcomes"]["third"] == "Cat"


def test_a_double_elimination_with_one_final(played: Any) -> None:
    tables = stage("double_elimination", LOWER + "3.1 Ana 1-2 Bea")
    assert played(bracket_tables.export(tables), "double-elimination-single-final")["outcomes"]["champion"] == "Bea"


def test_a_double_elimination_of_sixteen_whose_losers_go_down_as_the_tool_has_it(played: Any) -> None:
    """The better seed always wins, so who meets whom below follows from the order of the losers alone.

    Source: brackets-manager.js, src/ordering.ts: for 16 entrants the losers of the first round pair up as they are,
    those of the second are reversed within each half, those of the third are reversed.
    """
    pairs = ["A P", "H I", "D M", "E L", "B O", "G J", "C N", "F K"]
    rounds = {
        "1.1": pairs,
        "1.2": ["A H", "D E", "B G", "C F"],
        "1.3": ["A D", "B C"],
        "1.4": ["A B"],
        "2.1": ["I P", "L M", "J O", "K N"],
        "2.2": ["E I", "H L", "F J", "G K"],
        "2.3": ["E H", "F G"],
        "2.4": ["C E", "D F"],
        "2.5": ["C D"],
        "2.6": ["B C"],
        "3.1": ["A B"],
    }
    lines = "\n".join(f"{where} {pair.replace(' ', ' 1-0 ')}" for where, pairs in rounds.items() for pair in pairs)
    text = bracket_tables.export(stage("double_elimination", lines))
    assert played(text, "double-elimination-16")["outcomes"]["champion"] == "A"


def test_a_bracket_in_another_order_than_that_of_the_seeds(played: Any) -> None:
    """Neighbours meet: the sheet of the draw counts, not who has which seed."""
    tables = stage(
        "single_elimination", "1.1 A 0-1 B\n1.1 C 0-1 D\n1.1 E 0-1 F\n1.1 G 0-1 H\n1.2 B 0-1 D\n1.2 F v H\n1.3 D v ?"
    )
    document = played(bracket_tables.export(tables), "single-elimination")
    _, semifinals, final = document["stages"][0]["rounds"]
    assert [set(tie["teams"]) for tie in semifinals["ties"]] == [{"B", "D"}, {"F", "H"}]
    assert [tie["teams"] for tie in final["ties"]] == [["D", None]]


def test_byes_that_no_order_of_seeds_gives_are_said(run: Run) -> None:
    tables = stage("single_elimination", "1.1 A v -\n1.1 B v -\n1.1 C 1-0 D\n1.1 E 1-0 F\n1.2 A 1-0 B\n1.2 C 1-0 E")
    Path("record.json").write_text(bracket_tables.export(tables))
    answer = run("import", "record.json", "cup", "--format", "single-elimination")
    assert answer.status == 0
    assert "the byes of this bracket stand where no order of seeds puts them" in answer.err
    assert run("play", "cup", "--json").status == 1


ROUND_ROBIN = "1.1 Ana 1-1 Dan\n1.1 Bea 2-0 Cat\n1.2 Ana 3-0 Bea\n1.2 Cat 0-1 Dan\n1.3 Ana w/o Cat\n1.3 Bea 1-0 Dan"


def test_a_round_robin_once_and_twice(played: Any) -> None:
    once = played(bracket_tables.export(stage("round_robin", ROUND_ROBIN)), "round-robin")
    assert once["outcomes"] == {"champion": "Ana"}


def test_a_round_robin_twice(played: Any) -> None:
    back = "1.3 Dan 0-1 Ana\n1.4 Bea 1-0 Ana\n1.4 Ana 2-0 Cat\n1.5 Cat 0-2 Bea\n1.5 Dan 1-0 Cat\n1.6 Dan 0-3 Bea"
    document = played(bracket_tables.export(stage("round_robin", f"{ROUND_ROBIN}\n{back}")), "round-robin-twice")
    rows = document["stages"][0]["groups"][0]["rows"]
    assert [(row["team"], row["points"]) for row in rows] == [("Bea", 15), ("Ana", 13), ("Dan", 7), ("Cat", 0)]


def test_groups_of_a_round_robin(played: Any) -> None:
    groups = "1.1 Ana 1-0 Bea\n2.1 Cat 0-2 Dan"
    assert played(bracket_tables.export(stage("round_robin", groups)), "round-robin-2-groups")["outcomes"] == {
        "group_winners": ["Ana", "Dan"]
    }


def test_games_are_matches_where_the_rules_ask_for_a_series(played: Any) -> None:
    tables = stage(
        "single_elimination", "1.1 Ana 2-1 Dan: 16-3 7-16 16-9\n1.1 Bea 0-2 Cat: 1-16 2-16\n1.2 Ana 2-0 Cat: 5-4 5-4"
    )
    text = bracket_tables.export(tables)
    document = played(text, "single-elimination-best-of-3")
    assert document["outcomes"] == {"champion": "Ana", "runner_up": "Cat"}
    assert len(Path("cup/matches.csv").read_text().splitlines()) == 1 + 7


def test_games_are_a_note_where_the_rules_ask_for_one_match(played: Any) -> None:
    text = bracket_tables.export(stage("single_elimination", "1.1 Ana 2-1 Bea: 16-3 7-16 16-9"))
    assert played(text, "single-elimination")["outcomes"]["champion"] == "Ana"
    assert '"16-3, 7-16, 16-9"' in Path("cup/matches.csv").read_text()


# The competition factory.

SINGLE = """
    1 Ana BYE -
    1 Cat 6-7,1-6 Dan
    1 Eve 6-1,6-4 Fay
    1 Gus RETIRED Bea
    2 Ana 1-6,6-2,6-4 Dan
    2 Eve WALKOVER Gus
    3 Ana 3-6,4-6 Eve
"""


def test_a_draw_of_a_single_elimination(played: Any) -> None:
    text = draw_records.export(record(draw("SINGLE_ELIMINATION", SINGLE, seeds="Ana Bea")))
    assert played(text, "single-elimination")["outcomes"] == {"champion": "Eve", "runner_up": "Ana"}


@pytest.mark.parametrize(
    ("finals", "champion"),
    [
        ("3 Ana 6-0 Cat", "Ana"),
        ("3 Ana 0-6 Cat\n# Decider PLAY_OFF\n1 Ana 6-4 Cat", "Ana"),
        ("3 Ana 0-6 Cat\n# Decider PLAY_OFF\n1 Ana 4-6 Cat", "Cat"),
    ],
)
def test_a_draw_of_a_double_elimination(played: Any, finals: str, champion: str) -> None:
    main, _, decider = finals.partition("\n")
    lines = f"""
        # Main MAIN
        1 Ana 6-0 Dan
        1 Cat 6-0 Bea
        2 Ana 6-0 Cat
        {main}
        # Backdraw CONSOLATION
        1 Dan 0-6 Bea
        2 Cat 6-0 Bea
        {decider}
    """
    text = draw_records.export(record(draw("DOUBLE_ELIMINATION", lines)))
    assert played(text, "double-elimination-alternating")["outcomes"] == {"champion": champion, "third": "Bea"}


def test_a_draw_of_a_round_robin(played: Any) -> None:
    lines = "# Group 1 MAIN\n1 Ana 6-0 Bea\n2 Bea 6-0 Cat\n3 Ana 6-0 Cat"
    text = draw_records.export(record(draw("ROUND_ROBIN", lines)))
    assert played(text, "round-robin")["outcomes"] == {"champion": "Ana"}


def test_a_consolation_has_no_place_in_a_single_elimination_and_that_is_said(played: Any) -> None:
    lines = "# Main MAIN\n1 Ana 6-0 Dan\n1 Bea 6-0 Cat\n2 Ana 6-0 Bea\n# Consolation CONSOLATION\n1 Dan 6-0 Cat"
    text = draw_records.export(record(draw("FIRST_MATCH_LOSER_CONSOLATION", lines)))
    document = played(text, "single-elimination", ("Dan 6-0 Cat has no place in this format (Consolation – Final)",))
    assert document["outcomes"] == {"champion": "Ana", "runner_up": "Bea"}


def test_several_draws_become_several_folders(run: Run) -> None:
    two = record(draw("SINGLE_ELIMINATION", "1 Ana 6-0 Bea"), draw("SINGLE_ELIMINATION", "1 Cat 6-0 Dan"))
    Path("record.json").write_text(draw_records.export(two))
    answer = run("import", "record.json", "open", "--format", "single-elimination", "--json")
    assert answer.status == 0, answer.err
    folders = [each["path"] for each in answer.document["made"]]
    assert len(set(folders)) == 2
    champions = [run("play", folder, "--json").document["outcomes"]["champion"] for folder in folders]
    assert champions == ["Ana", "Cat"]


def test_without_a_format_the_record_is_of_no_competition_that_is_known(run: Run) -> None:
    Path("record.json").write_text(bracket_tables.export(stage("single_elimination", "1.1 Ana 1-0 Bea", name="Main")))
    answer = run("import", "record.json", "cup")
    assert (answer.status, answer.out) == (1, "")
    assert 'no competition of the library is called "Main". Say which format to use: --format NAME' in answer.err
    assert not Path("cup").exists()

"""Every command answers in both languages, as a page of 80 columns and as one JSON document."""

import pytest

from tests.cli.conftest import SEASON, Run

APERTURA = SEASON / "apertura"
LINES = [
    ("play", SEASON),
    ("play", APERTURA),
    ("play", APERTURA, "--as-of", "2012-11-18"),
    ("play", APERTURA, "--what-if", "SF-1-2=1-1"),
    ("check", SEASON),
    ("table", SEASON),
    ("table", SEASON, "apertura/table"),
    ("table", APERTURA, "tabla general"),
    ("bracket", SEASON),
    ("bracket", APERTURA, "LIGUILLA"),
    ("scorers", SEASON),
    ("schedule", APERTURA),
    ("explain", APERTURA, "final", "Dorados"),
    ("explain", APERTURA, "semifinales", "nécaxa"),
    ("explain", APERTURA, "table", "Lobos", "BUAP"),
    ("explain", APERTURA, "liguilla", "Mérida"),
    ("explain", APERTURA, "tabla", "Lobos BUAP"),
    ("explain", APERTURA, "campeón"),
    ("explain", APERTURA, "champion"),
    ("explain", SEASON, "promoted"),
    ("explain", SEASON, "clausura/final", "Neza"),
    ("explain", APERTURA, "opponents", "Necaxa", "semifinals"),
    ("explain", APERTURA, "rivales", "semifinales", "La", "Piedad"),
    ("formats",),
    ("formats", "ascenso-mx-2012"),
    ("formats", "NFL-2021"),
]


@pytest.mark.parametrize("line", LINES, ids=lambda line: " ".join(str(word).rpartition("/")[2] for word in line))
class TestEveryAnswer:
    def test_is_a_page_of_80_columns_in_both_languages(self, run: Run, line: tuple[str, ...]) -> None:
        pages = []
        for language in ("en", "es"):
            answer = run(*line, "--lang", language)
            assert (answer.status, answer.err) == (0, "")
            assert answer.out.endswith("\n")
            if line[0] != "check":  # a problem is one line, for programs that read it
                assert max(map(len, answer.out.splitlines())) <= 80
            pages.append(answer.out)
        assert pages[0] != pages[1]

    def test_is_plain_where_it_is_no_terminal(self, run: Run, line: tuple[str, ...]) -> None:
        assert "\x1b" not in run(*line).out

    def test_is_one_json_document(self, run: Run, line: tuple[str, ...]) -> None:
        answer = run(*line, "--json")
        assert (answer.status, answer.err) == (0, "")
        assert isinstance(answer.document, dict)
        if line[0] != "check":
            assert answer.document["problems"] == []


def test_the_width_is_what_the_environment_says(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (40, 60):
        monkeypatch.setenv("COLUMNS", str(columns))
        for page in (run("play", APERTURA).out, run("formats", "nfl-2021").out):
            assert columns - 10 < max(map(len, page.splitlines())) <= columns
    for nonsense in ("0", "-5", "wide"):
        monkeypatch.setenv("COLUMNS", nonsense)
        assert "═" * 80 in run("play", APERTURA).out


def test_a_stage_alone_is_shown_alone(run: Run) -> None:
    assert "Mérida" in run("table", SEASON, "apertura/table").out
    assert [stage["id"] for stage in run("table", SEASON, "year", "--json").document["stages"]] == ["year"]
    document = run("table", SEASON, "clausura/Tabla General", "--json").document
    assert (document["season"], [stage["id"] for stage in document["stages"]]) == ("Clausura 2013", ["table"])


def test_what_a_changed_world_sets_aside_is_told_beside_every_answer(run: Run) -> None:
    for command in ("table", "bracket", "scorers", "schedule"):
        answer = run(command, SEASON, "--what-if", "apertura/SF-1-2=1-1")
        told = "Set aside, since the changed world has no place for them: apertura/F-1, apertura/F-2\n"
        assert (answer.status, answer.err) == (0, told)
    page = run("play", SEASON, "--what-if", "apertura/SF-1-2=1-1")
    assert page.err == ""
    assert "apertura/F-1: Dorados and La Piedad is no tie of the final" in page.out

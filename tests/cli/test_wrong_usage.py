"""Wrong usage: what is said, on standard error, and the exit status 2."""

import pytest

from tests.cli.conftest import SEASON, Run


@pytest.mark.parametrize(
    ("line", "english", "spanish"),
    [
        (
            "paly cup",
            "Error: no command is called 'paly'. Did you mean play?",
            "Error: ningún comando se llama 'paly'. ¿Quiso decir play?",
        ),
        (
            "conquer cup",
            "Error: no command is called 'conquer'. See --help.",
            "Error: ningún comando se llama 'conquer'. Vea --help.",
        ),
        (
            "play cup --jsn",
            "Error: no option is called --jsn. Did you mean --json or --season?",
            "Error: ninguna opción se llama --jsn. ¿Quiso decir --json o --season?",
        ),
        (
            "play cup -j",
            "Error: no option is called -j. See --help.",
            "Error: ninguna opción se llama -j. Vea --help.",
        ),
        ("play", "Error: PATH is missing.", "Error: falta RUTA."),
        ("explain cup", "Error: WHAT... is missing.", "Error: falta QUÉ...."),
        ("new cup", "Error: --format is missing.", "Error: falta --format."),
        ("play cup --as-of", "Error: --as-of needs a value.", "Error: --as-of necesita un valor."),
        ("play cup --json=3", "Error: --json takes no value.", "Error: --json no lleva ningún valor."),
        (
            "play cup --as-of 18/11/2012",
            "Error: --as-of: '18/11/2012' is no date. Write year, month and day, such as 2012-11-18.",
            "Error: --as-of: '18/11/2012' no es una fecha. Escriba año, mes y día, como 2012-11-18.",
        ),
        (
            "play cup --as-of 20121118",
            "Error: --as-of: '20121118' is no date. Write year, month and day, such as 2012-11-18.",
            "Error: --as-of: '20121118' no es una fecha. Escriba año, mes y día, como 2012-11-18.",
        ),
        (
            "play cup --as-of 2012-11-31",
            "Error: --as-of: '2012-11-31' is a day that no calendar has. Check the month and the day.",
            "Error: --as-of: '2012-11-31' es un día que ningún calendario tiene. Revise el mes y el día.",
        ),
        (
            "play cup final",
            "Error: 'final' is one word too many. A name of several words stands in quotation marks.",
            "Error: 'final' es una palabra de más. Un nombre de varias palabras va entre comillas.",
        ),
        (
            "formats La Liga",
            "Error: 'Liga' is one word too many. A name of several words stands in quotation marks.",
            "Error: 'Liga' es una palabra de más. Un nombre de varias palabras va entre comillas.",
        ),
        (
            "table cup La Liga",
            "Error: 'Liga' is one word too many. A name of several words stands in quotation marks.",
            "Error: 'Liga' es una palabra de más. Un nombre de varias palabras va entre comillas.",
        ),
    ],
)
def test_a_wrong_line_is_answered_in_either_language(run: Run, line: str, english: str, spanish: str) -> None:
    for language, usage, fault in (("en", "Usage", english), ("es", "Uso", spanish)):
        answer = run("--lang", language, *line.split())
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith(f"{usage}: liguilla ")
        assert answer.err.endswith(f"\n\n{fault}\n")


def test_below_the_usage_stands_where_to_read_more(run: Run) -> None:
    assert (
        run("play").err
        == """\
Usage: liguilla play [OPTIONS] PATH
Try 'liguilla play --help' for help.

Error: PATH is missing.
"""
    )


def test_a_language_that_is_not_ours_is_refused_in_one_that_is(run: Run) -> None:
    answer = run("play", "cup", "--lang", "fr")
    assert answer.status == 2
    assert answer.err.endswith("\n\nError: --lang: 'fr' is no language of ours. Write en or es.\n")


@pytest.mark.parametrize("line", ["", "--lang en"])
def test_a_line_without_a_command_is_answered_with_the_help(run: Run, line: str) -> None:
    answer = run(*line.split())
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == run("--help").out


def test_wrong_usage_too_is_one_document_where_json_is_asked_for(run: Run) -> None:
    answer = run("play", "cup", "--json", "--as-of", "today")
    fault = "--as-of: 'today' is no date. Write year, month and day, such as 2012-11-18."
    assert answer.status == 2
    assert [problem["message"] for problem in answer.document["problems"]] == [fault]
    assert answer.err.endswith(f"Error: {fault}\n")


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("table . year", 'nothing here is called "year". Write "table".'),
        ("table . liguilla", 'nothing here is called "liguilla". Write "table".'),
        ("bracket . ligilla", 'nothing here is called "ligilla". Did you mean "liguilla"?'),
        ("explain . final", 'say of which team "final" is to be explained, such as: explain PATH final TEAM'),
        ("explain . final Dorado", 'no team is called "Dorado". Did you mean "Dorados"?'),
        ("explain . final Lobos", 'no team is called "Lobos". Did you mean "Lobos BUAP"?'),
        ("explain . fnal Dorados", 'nothing here is called "fnal". Did you mean "final"?'),
        ("explain . champion Neza", '"champion" is explained without a team: explain PATH champion'),
        (
            "explain . opponents Neza",
            "say the opponents of whom, and in which round, such as: explain PATH opponents TEAM final",
        ),
        (
            "explain . opponents Neza table",
            'nothing here is called "table". Write "quarterfinals", "semifinals" or "final".',
        ),
        ("formats ascenso-mx-2013", 'no format is called "ascenso-mx-2013". Did you mean "ascenso-mx-2012"?'),
        ("formats nfl-2013", 'no format is called "nfl-2013". Did you mean "nfl-2021"?'),
        ("formats zzz", 'no format is called "zzz". Nothing is called anything like it.'),
    ],
)
def test_a_name_that_means_nothing_is_answered_with_those_near(run: Run, line: str, fault: str) -> None:
    apertura = str(SEASON / "apertura")
    answer = run(*(apertura if word == "." else word for word in line.split()))
    assert (answer.status, answer.out, answer.err) == (2, "", f"Error: {fault}\n")


def test_in_a_season_things_of_its_tournaments_are_suggested_with_their_tournament(run: Run) -> None:
    answer = run("explain", SEASON, "final", "Dorados")
    assert answer.err == 'Error: nothing here is called "final". Did you mean "apertura/final" or "clausura/final"?\n'


def test_a_change_that_cannot_be_read_is_shown_with_a_caret(run: Run) -> None:
    answer = run("play", SEASON, "--what-if", "apertura/SF-1-2=3-2, 2-2 aet", "--what-if", "SF-1-2=1-1")
    assert (answer.status, answer.out) == (2, "")
    assert (
        answer.err
        == """\
Error: --what-if:1:22: 2-2 after extra time is less than 3-2 before it. The goals of normal time stay in it
    1 | apertura/SF-1-2=3-2, 2-2 aet
      |                      ^
Error: --what-if:2:1: no match is called "SF-1-2". Did you mean "apertura/SF-1-2" or "clausura/SF-1-2"?
    2 | SF-1-2=1-1
      | ^
"""
    )
    assert run("check", SEASON, "--json", "--what-if", "SF-1-2").document["problems"][0]["line"] == 1

"""Help: every command and every parameter has it, in both languages, and the page in the docs says the same."""

from pathlib import Path

import click
import pytest

from liguilla.cli.command_line import liguilla
from liguilla.cli.reference import reference
from liguilla.cli.speaking import in_language
from liguilla.words import LANGUAGES, catalogue
from tests.cli.conftest import Run

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = ["play", "check", "table", "bracket", "scorers", "schedule", "explain", "formats", "new", "import"]


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert (DOCS / "commands.md").read_text("utf-8") == reference(), (
        "python -m liguilla.cli.reference > docs/commands.md"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_every_parameter_has_help(language: str) -> None:
    group = in_language(liguilla, language)
    assert isinstance(group, click.Group)
    assert list(group.commands) == COMMANDS
    for command in (group, *group.commands.values()):
        assert command.help, command.name
        assert command.short_help, command.name
        assert all(parameter.help for parameter in command.params), command.name


def test_both_languages_have_the_same_words() -> None:
    assert list(catalogue("es", "cli")) == list(catalogue("en", "cli"))
    assert list(catalogue("es", "what_if")) == list(catalogue("en", "what_if"))


def test_help_in_english(run: Run) -> None:
    answer = run("scorers", "--help")
    assert (answer.status, answer.err) == (0, "")
    assert (
        answer.out
        == """\
Usage: liguilla scorers [OPTIONS] PATH

  Who scored how many, and how often.

Arguments:
  PATH  The folder of the competition.

Options:
  --results FILE    Play results instead of a folder: a FILE in any notation
                    that is read, or a folder of such; several, one after the
                    other. The competition and the season are those that it
                    names.
  --season SEASON   The season that is meant, such as 2018-19, where the
                    results are of several or name none.
  --decisions FILE  What was decided off the pitch, to go with the results:
                    rows as in decisions.csv.
  --format NAME     Play by these rules: a format of the library, or one
                    beside the facts.
  --as-of DATE      Only what was known at the end of this day, such as
                    2012-11-18.
  --what-if CHANGE  Play a changed world, and store nothing: "SF-1-2=3-2",
                    "final/1: La Piedad 0-1 Necaxa", "Necaxa -3 points"; in a
                    season "apertura/SF-1-2=3-2". May be given several times.
  --json            Answer with one JSON document.
  --lang en|es      The language of answers, messages and help.
  --help            Show this page.
"""
    )


@pytest.mark.parametrize("line", ["--lang es formats --help", "formats --help --lang es", "formats --lang=es --help"])
def test_help_in_spanish(run: Run, line: str) -> None:
    answer = run(*line.split())
    assert (answer.status, answer.err) == (0, "")
    assert (
        answer.out
        == """\
Uso: liguilla formats [OPCIONES] [NOMBRE]

  Los formatos de la biblioteca.

    liguilla formats                          todos, por país y temporada
    liguilla formats eng                      los de un país u organismo
    liguilla formats "Liga MX"                los de una competencia
    liguilla formats "Liga MX" --season 2018  el de una temporada
    liguilla formats liga-mx-2014             uno en palabras, con sus dudas

Argumentos:
  [NOMBRE]  El formato que se muestra; o un país, por clave o nombre, o una
            competencia, para listar lo que hay.

Opciones:
  --season TEMPORADA  Sólo los formatos vigentes en esta temporada, como
                      2018-19.
  --schema            El JSON Schema de los formatos, para editores.
  --json              Responder con un solo documento JSON.
  --lang en|es        El idioma de respuestas, mensajes y ayuda.
  --help              Mostrar esta página.
"""
    )


def test_the_list_of_commands_is_in_the_language_too(run: Run) -> None:
    assert (
        "\nComandos:\n  play      Tablas, llaves, razones, campeón, goleadores.\n" in run("--lang", "es", "--help").out
    )


def test_what_must_be_given_is_marked(run: Run) -> None:
    assert "[required]" in run("new", "--help").out
    assert "[obligatorio]" in run("new", "--help", "--lang", "es").out


def test_the_version(run: Run) -> None:
    assert run("--version").out == "liguilla 0.1.0\n"

"""Messages in Spanish; that every sentence exists in both languages is held by the tests of the documentation."""

from tests.formats.shelves import LEAGUE, cup, problems
from tests.formats.test_every_problem_at_once import FAULTS


def test_messages_in_spanish() -> None:
    assert [problem.text("es") for problem in problems(cup(LEAGUE, "  here: tabel 1-7\n  there: table 17\n"))] == [
        'desenlace "here": selector "tabel 1-7": nada se llama aquí "tabel". ¿Quiso decir "table"?',
        'desenlace "there": selector "table 17": "table" tiene 16 equipos, así que no hay posición 17',
    ]
    for problem in problems(FAULTS):
        assert problem.text("es") != problem.text("en")

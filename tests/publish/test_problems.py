"""Problems as people read them, and as programs do."""

from textwrap import dedent

from liguilla.errors import Origin, Problem, Severity
from liguilla.publish import problems_document, problems_page
from liguilla.words import phrase

TYPED = Problem(
    phrase("criteria.given", fact='unknown criterion "goal_diff". Did you mean "goal_difference"?'),
    origin=Origin("cup.yaml", 14, 32),
    where='stage "groups", rank_by[4]',
    excerpt=((13, "    kind: league"), (14, "    rank_by: [points, a, b, c, goal_diff]")),
)
STRANGE = Problem(phrase("criteria.given", fact="the file is empty"), Severity.WARNING, Origin("teams.csv"))


def test_each_kind_stands_under_its_number_and_the_caret_under_its_sign() -> None:
    assert problems_page([STRANGE, TYPED]).plain == dedent("""
        1 error
        cup.yaml:14:32: stage "groups", rank_by[4]: unknown criterion "goal_diff". Did
          you mean "goal_difference"?
            13 |     kind: league
            14 |     rank_by: [points, a, b, c, goal_diff]
               |                                ^

        1 warning
        teams.csv: the file is empty
    """).strip("\n")


def test_a_long_line_of_a_file_goes_on_below_with_the_caret_under_its_part() -> None:
    assert problems_page([TYPED], width=30).plain.splitlines()[-3:] == [
        "    14 |     rank_by: [points,",
        "       |  a, b, c, goal_diff]",
        "       |           ^",
    ]


def test_nothing_wrong_is_said_too() -> None:
    assert problems_page([]).plain == "No problems."
    assert problems_page([], "es").plain == "Sin problemas."


def test_a_document_has_every_part_by_itself() -> None:
    message = 'unknown criterion "goal_diff". Did you mean "goal_difference"?'
    assert problems_document([TYPED]) == {
        "problems": [
            {
                "severity": "error",
                "file": "cup.yaml",
                "line": 14,
                "column": 32,
                "where": 'stage "groups", rank_by[4]',
                "message": message,
                "text": f'stage "groups", rank_by[4]: {message}',
                "excerpt": [
                    {"line": 13, "text": "    kind: league"},
                    {"line": 14, "text": "    rank_by: [points, a, b, c, goal_diff]"},
                ],
            }
        ]
    }

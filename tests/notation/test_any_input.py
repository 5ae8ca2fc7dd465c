"""Whatever is in the files: an answer, in both languages, and no traceback."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liguilla.errors import FactsError
from liguilla.facts import contradictions
from liguilla.notation import read_folder
from liguilla.notation.folder import COMPETITION, SHEETS
from liguilla.words import LANGUAGES

PIECES = st.sampled_from(
    [
        *(column.name for file in SHEETS for column in file.layout.columns),
        *"\n,\";:&*!?{}[]-#|>%@`'\t\r\0 éß\ufeff\x85\u2028",
        "\n",
        ",",
        "\n",
        ",",
        "- ",
        ": ",
        "\n  ",
        "--- ",
        "!!",
        "Neza",
        "Necaxa",
        "M1",
        "2012-11-18",
        "20:30",
        "1/2",
        "-1",
        "deduction",
        "yes",
        "\\x",
        "[" * 20,
        "%YAML 1.1\n",
        "...\n",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join).map(str.encode)


@pytest.mark.parametrize("name", [COMPETITION, *(file.name for file in SHEETS), "published/table.seed.csv"])
@given(content=TEXTS | st.binary(max_size=60))
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_file_is_answered(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        for file, text in {COMPETITION: b"", "teams.csv": b"name\nNeza\nNecaxa\n", name: content}.items():
            Path(folder, file).parent.mkdir(exist_ok=True)
            Path(folder, file).write_bytes(text)
        try:
            reading = read_folder(folder)
            problems = (*reading.problems, *contradictions(reading.facts))
        except FactsError as error:
            problems = error.problems
        for language in LANGUAGES:
            assert all(problem.line(language) and problem.snippet() is not None for problem in problems)

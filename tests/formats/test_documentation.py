"""The reference of the format language names all there is."""

import re
from pathlib import Path

from liguilla.formats.reading import written
from liguilla.formats.reading.criterion_words import STATISTICS
from liguilla.formats.reading.keys import Keys
from liguilla.formats.reading.ladders import STEPS
from liguilla.formats.reading.series import HOSTS
from liguilla.formats.reading.whole import SPORTS
from tests.formats.shelves import said

PAGE = (Path(__file__).parents[2] / "docs/format-language.md").read_text("utf-8")
CODE = " ".join(re.findall(r"`+([^`]+)`+", PAGE))


def test_every_key_is_documented() -> None:
    models = [model for model in vars(written).values() if isinstance(model, type) and issubclass(model, Keys)]
    assert len(models) > 30
    for model in models:
        for name, field in model.model_fields.items():
            assert re.search(rf"\b{field.alias or name}\b", CODE), f"{model.__name__}: {field.alias or name}"


def test_every_word_is_documented() -> None:
    for word in (*STATISTICS, *STEPS, *HOSTS, *SPORTS, *written.STAGES, *written.STEPS):
        assert re.search(rf"\b{word}\b", CODE), word


def test_its_example_is_the_founding_format() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.S)
    assert said(example) == []

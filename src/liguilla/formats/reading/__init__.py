"""Reading a format: from the text of a file to the tree, and all that is wrong on the way.

1. `yaml_source`: text becomes `nodes`, each with its place; `inherit` merges what a format extends.
2. `structure`: are the keys and sorts of values those of the models in `written`? `schema` shows these to editors.
3. `naming`: what is called how. From here on there is a `draft`.
4. `whole` builds the parts, each when it is first needed: the words of `selector_words`, `criterion_words` and
   `condition_words` are read and given their meaning, by `selectors`, `rankings`, `conditions`, and by a module for
   each kind of stage.

Checking is building: what can't be built is reported, and the rest is built all the same, to find every problem. The
result counts only if there is none.
"""

from __future__ import annotations

from typing import Any

from liguilla.errors import FormatError, Problem
from liguilla.formats.format import Format
from liguilla.formats.reading.loader import Loader

__all__ = ["check_format", "json_schema", "read_format"]

# What reads needs pydantic, and that takes a tenth of a second to import: who only plays a format does without.


def read_format(name: str, loader: Loader) -> Format:
    """Read a format with all that it extends and holds.

    Parameters
    ----------
    name
        The name of the format.
    loader
        Where its file, and those of the formats it names, come from.

    Raises
    ------
    FormatError
        If anything in it is wrong; the error has every problem.
    """
    from liguilla.formats.reading.reader import Reading

    reading = Reading(loader)
    draft = reading.draft(name)
    if draft is None or draft.format is None:
        raise FormatError(reading.problems[name])
    return draft.format


def check_format(name: str, loader: Loader) -> tuple[Problem, ...]:
    """Return every problem of a format, in the order of its file; none if it can be read."""
    from liguilla.formats.reading.reader import Reading

    reading = Reading(loader)
    reading.draft(name)
    return reading.problems[name]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a format file, for editors."""
    from liguilla.formats.reading.schema import schema

    return schema()

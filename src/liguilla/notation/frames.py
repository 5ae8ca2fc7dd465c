"""``competition.yaml``: the frame of a competition, read and written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any, Final, get_args, get_type_hints

from liguilla.errors import FactsError, Origin, Problem
from liguilla.facts import Competition, Titles
from liguilla.notation.cells import UnreadableError, codec_of, did_you_mean, unwritable
from liguilla.notation.layouts import UNWRITTEN, Fault, required
from liguilla.notation.mappings import Written, problem_at, read_mapping
from liguilla.notation.sheets import Row, Sheet
from liguilla.words import Phrase, Text, phrase

__all__ = ["Frame", "read_frame", "write_frame", "yaml_scalar"]

TEXT: Final = codec_of(str)
LANGUAGE: Final = re.compile("[a-z]{2,3}")
PLAIN: Final = re.compile(r"[^\W_](?:[\w ,;./()+'-]*[\w.)'])?")
"""Text that YAML can't take for anything else, and that needs no quotes."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A competition's frame as far as it could be read, and what in it refers to other facts, as if it were a sheet."""

    competition: Competition
    sheet: Sheet


def read_frame(text: str, file: str, problems: list[Problem]) -> Frame:
    """Read ``competition.yaml``.

    Parameters
    ----------
    text
        The content of the file.
    file
        Its name, for the origins.
    problems
        Added to: all that is wrong with it.
    """
    try:
        written = read_mapping(text, file)
    except FactsError as error:
        problems += error.problems
        return Frame(Competition(origin=Origin(file)), Sheet(file))
    reading = _Reading(text, problems)
    given = reading.record(Competition, written, "")
    assert isinstance(written.value, Mapping)
    lines = {key: item.key for key, item in written.value.items() if item.key is not None}
    competition = Competition(**given, origin=Origin(file), lines=lines)
    return Frame(competition, Sheet(file, ("team", "source", "zone"), reading.rows))


class _Reading:
    """The values of one file, by the types of the fields they are for."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self.lines, self.problems = text.splitlines(), problems
        self.rows: list[Row] = []

    def record(self, made: type, written: Written, where: str) -> dict[str, Any]:
        """Return what a mapping says for the fields of a dataclass."""
        assert isinstance(written.value, Mapping)
        hints = get_type_hints(made)
        known = {field.name: field for field in fields(made) if field.name not in UNWRITTEN}
        given: dict[str, Any] = {}
        for key, item in written.value.items():
            place = f"{where}, {key}" if where else key
            if key not in known:
                message = phrase("notation.unknown_key", key=key, mend=did_you_mean(key, list(known)))
                self._report(item.key or item.origin, message, where)
            elif item.value is not None:
                try:
                    given[key] = self._value(item, hints[key], place)
                    self.rows.append(Row(item.origin, {key: given[key]}))
                except UnreadableError as fault:
                    self._report(item.origin, fault.message, place)
        for name, field in known.items():
            if required(field, hints[name]) and name not in written.value:
                self._report(written.origin, phrase("notation.missing_key", key=name), where)
        return given

    def _value(self, written: Written, hint: object, where: str) -> Any:
        if Titles in get_args(hint):
            return tuple(self._titles(written, where))
        if Mapping[str, str] in get_args(hint):
            return self._text(written)
        if not isinstance(written.value, str):
            raise UnreadableError(phrase("notation.not_one_value"))
        return codec_of(hint).read(written.value)

    def _text(self, written: Written) -> Text:
        match written.value:
            case str() as text:
                return str(TEXT.read(text))
            case Mapping() as languages if languages:
                for key, item in languages.items():
                    if not LANGUAGE.fullmatch(key) or not isinstance(item.value, str):
                        raise UnreadableError(phrase("notation.no_language", key=key))
                return {key: TEXT.read(str(item.value)) for key, item in languages.items()}
            case _:
                raise UnreadableError(phrase("notation.no_text"))

    def _titles(self, written: Written, where: str) -> Iterator[Titles]:
        if not isinstance(written.value, tuple):
            raise UnreadableError(phrase("notation.no_list_of_titles"))
        for index, item in enumerate(written.value):
            place = f"{where}[{index}]"
            if not isinstance(item.value, Mapping):
                self._report(item.origin, phrase("notation.no_list_of_titles"), place)
                continue
            given = self.record(Titles, item, place)
            if "team" in given and "before" in given:
                yield Titles(**given, origin=item.origin)

    def _report(self, origin: Origin, message: Phrase, where: str) -> None:
        self.problems.append(problem_at(self.lines, origin, message, where or None))


def write_frame(competition: Competition) -> tuple[str, list[Fault]]:
    """Return the text of ``competition.yaml``, and what of the competition would not read back as it is."""
    faults: list[Fault] = []
    lines = list(_mapping(competition, faults))
    return "".join(f"{line}\n" for line in lines), faults


def _mapping(record: Competition | Titles, faults: list[Fault]) -> Iterator[str]:
    hints = get_type_hints(type(record))
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name in UNWRITTEN or value is None or (field.default is not MISSING and value == field.default):
            continue
        if isinstance(value, tuple):
            yield f"{field.name}:"
            for item in value:
                for index, line in enumerate(_mapping(item, faults)):
                    yield f"  {'  ' if index else '- '}{line}"
        elif isinstance(value, Mapping):
            yield f"{field.name}:"
            for language, text in value.items():
                if not LANGUAGE.fullmatch(language):
                    faults.append((field.name, phrase("notation.no_language", key=language)))
                if why := unwritable(TEXT, text):
                    faults.append((field.name, why))
                yield f"  {language}: {yaml_scalar(text)}"
        else:
            codec = TEXT if isinstance(value, str) else codec_of(hints[field.name])
            if why := unwritable(codec, value):
                faults.append((field.name, why))
            yield f"{field.name}: {yaml_scalar(codec.write(value))}"


def yaml_scalar(text: str) -> str:
    """Return a text as YAML, in quotes if it needs them."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

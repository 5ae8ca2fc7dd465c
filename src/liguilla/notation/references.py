"""Names in the facts that refer to other facts, and those that refer to nothing.

A column means the same in every file, so its name says what its cells refer to. Where not all names could be read, or
nobody began to list them, no name is called unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import plain_name
from liguilla.notation.cells import did_you_mean
from liguilla.notation.sheets import Row, Sheet
from liguilla.words import Phrase, phrase

__all__ = ["Known", "dangling", "repeated", "unlisted"]

ZONES: Final = "zones"
"""What the time zone database has, and no file."""

REFERENCES: Final = {
    "team": "teams",
    "teams": "teams",
    "home": "teams",
    "away": "teams",
    "kicks_won_by": "teams",
    "person": "people",
    "ground": "grounds",
    "match": "matches",
    "source": "sources",
    "zone": ZONES,
}
"""What the cells of a column refer to, as the field of the facts that holds it."""

WARNED_OF: Final = ("sources",)
"""What may be missing without making the facts useless."""

SOURCE_ID: Final = re.compile(r"([\w.-]+)\s*(?:[(\[].*)?", re.DOTALL)
"""An id of ``sources.csv``, perhaps with a remark in brackets. Anything else is prose, which refers to nothing."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names that one file defines, each with the other names of the same thing."""

    file: str
    names: Mapping[str, tuple[str, ...]]

    @classmethod
    def by(cls, sheet: Sheet, key: str) -> Known | None:
        """Return the names that a sheet defines in its key column; None if there are none or not all could be read."""
        if not sheet.rows or not sheet.whole or any(key not in row.values for row in sheet.rows):
            return None
        return cls(sheet.file, {row.values[key]: row.values.get("other_names", ()) for row in sheet.rows})

    def meant_by(self, name: str) -> str | None:
        """Return the name of the thing that goes by this other name too."""
        return next((known for known, others in self.names.items() if name in others), None)


def referring(sheet: Sheet) -> list[tuple[str, str]]:
    """Return the columns of a sheet that refer to something, each with what that is."""
    # A column that the layout doesn't have is a fact about teams, and may be called anything.
    return [(column, REFERENCES[column]) for column in sheet.columns if column in REFERENCES]


def dangling(sheet: Sheet, known: Mapping[str, Known | None]) -> Iterator[Problem]:
    """Yield a problem for each name that refers to nothing.

    Parameters
    ----------
    sheet
        The rows of one file.
    known
        By field of the facts, what is known to be there; None where that can't be said.
    """
    columns = referring(sheet)
    mends: dict[tuple[str, str], Phrase] = {}
    for row in sheet.rows:
        # An outcome of another competition may well go to a team that isn't in this one.
        elsewhere = row.values.get("decision") == "outcome"
        for column, kind in columns:
            there = known.get(kind)
            if not row.aligned or column not in row.values or (elsewhere and kind == "teams"):
                continue
            for name in _names(kind, row.values[column]):
                if _is_there(kind, name, there):
                    continue
                if (kind, name) not in mends:
                    mends[kind, name] = _mend(name, there)
                values = {"name": name, "file": there.file if there else None, "mend": mends[kind, name]}
                severity = Severity.WARNING if kind in WARNED_OF else Severity.ERROR
                message = phrase(f"notation.unknown_{kind}", **values)
                yield Problem(message, severity, row.origin, where=column)


def unlisted(kind: str, list_of_them: Sheet, sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """Yield one problem if the rows of some sheets refer to things of this kind, and the list of them is empty."""
    if list_of_them.rows or not list_of_them.whole:
        return
    names = {
        name: None
        for sheet in sheets
        for column, refers_to in referring(sheet)
        for row in sheet.rows
        if refers_to == kind and row.aligned and column in row.values
        for name in _names(kind, row.values[column])
    }
    if names:
        message = phrase(f"notation.unlisted_{kind}", n=len(names), first=next(iter(names)))
        yield Problem(message, origin=Origin(list_of_them.file))


def repeated(sheet: Sheet, key: str) -> Iterator[Problem]:
    """Yield a problem for each row whose key another row has too, as its name or as one of its other names."""
    first: dict[str, Row] = {}
    plain: dict[str, str] = {}
    for row in sheet.rows:
        name = row.values.get(key)
        if name is None:
            continue
        near = plain.setdefault(plain_name(name), name)
        if name in first:
            message = phrase("notation.name_twice", name=name, line=first[name].origin.line)
            yield Problem(message, origin=row.origin, where=key)
        elif near != name and key == "name":
            message = phrase("notation.nearly_the_same", name=name, other=near, line=first[near].origin.line)
            yield Problem(message, Severity.WARNING, row.origin, where=key)
        first.setdefault(name, row)
    for row in sheet.rows:
        for other in row.values.get("other_names", ()):
            if other in first and first[other] is not row and row.values.get(key) != other:
                message = phrase("notation.other_name_taken", name=other, line=first[other].origin.line)
                yield Problem(message, origin=row.origin, where="other_names")


@cache
def is_zone(name: str) -> bool:
    """Return whether the time zone database has a zone of this name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _names(kind: str, value: object) -> Iterable[str]:
    if isinstance(value, tuple):
        return value
    if kind == "sources":
        parts = (SOURCE_ID.fullmatch(part.strip()) for part in str(value).split(";"))
        return [part[1] for part in parts if part]
    return (str(value),)


def _is_there(kind: str, name: str, there: Known | None) -> bool:
    if kind == ZONES:
        return is_zone(name)
    return there is None or name in there.names


def _mend(name: str, there: Known | None) -> Phrase:
    if there is None:
        # Of what nobody lists, only zones can be unknown.
        return did_you_mean(name, available_timezones())
    meant = there.meant_by(name)
    return phrase("notation.did_you_mean", name=meant) if meant else did_you_mean(name, there.names)

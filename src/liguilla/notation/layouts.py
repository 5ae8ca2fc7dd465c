"""The columns of a file of rows, derived from the frozen value that each row is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from types import NoneType
from typing import Any, Final, Protocol, get_args, get_origin, get_type_hints

from liguilla.errors import Origin
from liguilla.facts import Score
from liguilla.notation.cells import Codec, UnreadableError, codec_of, unwritable
from liguilla.words import Phrase, phrase

__all__ = ["Column", "Fault", "Layout", "RecordLayout", "Values", "codec_of_field", "required"]

SIDES: Final = ("home", "away")
UNWRITTEN: Final = ("origin", "lines")
"""Fields that say where something was written, and so are not written themselves."""

LEAST: Final = {
    "goal_difference": None,
    **dict.fromkeys(("leg", "minute", "number", "order", "position", "rank", "seasons_ago"), 1),
}
"""The smallest whole number of a field, where that isn't 0; None where there is no smallest."""

Values = dict[str, Any]
"""What could be read of a row, by column; a blank cell has no value."""

Fault = tuple[str, Phrase]
"""A column, and what is wrong with its cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its name in the header, how its cells are written, whether none may be blank."""

    name: str
    codec: Codec
    required: bool = False


class Layout(Protocol):
    """What a file of rows has to look like, and how a row becomes a fact and a fact a row."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order in which they are written."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Columns of which a file has both or none."""

    @property
    def takes_more(self) -> bool:
        """Whether other columns are read too, each as a fact of that name."""

    def read(self, cells: Mapping[str, str]) -> tuple[Values, list[Fault]]:
        """Return what the cells of a row say, and what is wrong with them."""

    def record(self, values: Values, origin: Origin) -> Any:
        """Return the fact that a faultless row says."""

    def header(self, records: Iterable[Any]) -> list[str]:
        """Return the names of the columns that these facts need."""

    def write(self, record: Any) -> tuple[dict[str, str], list[Fault]]:
        """Return a fact as cells by column, and what of it would not read back as it is."""


class RecordLayout:
    """The layout of a file whose rows are values of one dataclass.

    A field is a column of the same name, with two exceptions: a `Score` is two columns, ``home_`` and ``away_`` (those
    of a field ``score`` are ``home_score`` and ``away_score``), and a mapping is all the columns that no other field
    has.

    Parameters
    ----------
    row
        The dataclass.
    first
        The fields that come first, where that isn't the order of the dataclass.
    settle
        Called with what a faultless row says: fills in what follows from it and yields what contradicts itself.
    """

    def __init__(
        self,
        row: type,
        first: tuple[str, ...] = (),
        settle: Callable[[Values], Iterator[Fault]] | None = None,
    ) -> None:
        self.row = row
        self.settle = settle
        self.scores: dict[str, tuple[str, str]] = {}
        self.more: str | None = None
        self.unknown: Values = {}
        columns: list[Column] = []
        hints = get_type_hints(row)
        rank = {name: index for index, name in enumerate(first)}
        for field in sorted(fields(row), key=lambda field: rank.get(field.name, len(rank))):
            hint = hints[field.name]
            if field.name in UNWRITTEN:
                continue
            if Score in (hint, *get_args(hint)):
                home, away = (f"{side}_{field.name}" for side in SIDES)
                self.scores[field.name] = home, away
                columns += (Column(half, codec_of(int), required(field, hint)) for half in (home, away))
            elif get_origin(hint) is Mapping:
                self.more, self._more_from = field.name, len(columns)
            else:
                columns.append(Column(field.name, codec_of_field(field, hint), required(field, hint)))
            if field.default is MISSING and optional(hint):
                self.unknown[field.name] = None
        self.columns = tuple(columns)
        self.codecs = {column.name: column.codec for column in columns}

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Columns of which a file has both or none."""
        return tuple(self.scores.values())

    @property
    def takes_more(self) -> bool:
        """Whether other columns are read too, each as a fact of that name."""
        return self.more is not None

    def read(self, cells: Mapping[str, str]) -> tuple[Values, list[Fault]]:
        """Return what the cells of a row say, and what is wrong with them."""
        values: Values = {}
        faults: list[Fault] = []
        for name, text in cells.items():
            if text:
                try:
                    values[name] = self.codecs.get(name, TEXT).read(text)
                except UnreadableError as fault:
                    faults.append((name, fault.message))
        faults += (
            (column.name, phrase("notation.blank"))
            for column in self.columns
            if column.required and not cells.get(column.name, "unknown")
        )
        for home, away in self.pairs:
            if bool(cells.get(home)) is not bool(cells.get(away)):
                given, missing = (home, away) if cells.get(home) else (away, home)
                if missing in cells:
                    faults.append((missing, phrase("notation.half_a_score", given=given)))
        if self.settle and not faults:
            faults += self.settle(values)
        return values, faults

    def record(self, values: Values, origin: Origin) -> Any:
        """Return the fact that a faultless row says."""
        given = self.unknown | {name: value for name, value in values.items() if name in self.codecs}
        for score, (home, away) in self.scores.items():
            if home in given:
                given[score] = Score(given.pop(home), given.pop(away))
        if self.more:
            given[self.more] = {name: value for name, value in values.items() if name not in self.codecs}
        return self.row(**given, origin=origin)

    def header(self, records: Iterable[Any]) -> list[str]:
        """Return the names of the columns that these facts need."""
        names = [column.name for column in self.columns]
        if self.more:
            more = dict.fromkeys(name for record in records for name in getattr(record, self.more))
            names[self._more_from : self._more_from] = more
        return names

    def write(self, record: Any) -> tuple[dict[str, str], list[Fault]]:
        """Return a fact as cells by column, and what of it would not read back as it is."""
        values: Values = {}
        faults: list[Fault] = []
        if self.more:
            values |= getattr(record, self.more)
            faults += ((name, phrase("notation.name_of_a_column")) for name in values if name in self.codecs)
            faults += ((name, why) for name in values if (why := unwritable(TEXT, name)))
        halves = {half for pair in self.pairs for half in pair}
        values |= {name: getattr(record, name) for name in self.codecs if name not in halves}
        for score, pair in self.scores.items():
            values |= zip(pair, getattr(record, score) or (None, None), strict=True)
        cells: dict[str, str] = {}
        for name, value in values.items():
            codec = self.codecs.get(name, TEXT)
            cells[name] = "" if value is None else codec.write(value)
            if value is not None and (why := unwritable(codec, value)):
                faults.append((name, why))
        return cells, faults


TEXT: Final = codec_of(str)


def codec_of_field(field: Field[Any], hint: object) -> Codec:
    """Return the codec of a dataclass's field of this type."""
    return codec_of(hint, LEAST.get(field.name, 0))


def required(field: Field[Any], hint: object) -> bool:
    """Return whether a field of a dataclass has to be given, and may not be unknown."""
    return field.default is MISSING and field.default_factory is MISSING and not optional(hint)


def optional(hint: object) -> bool:
    """Return whether a type allows for the unknown."""
    return NoneType in get_args(hint)

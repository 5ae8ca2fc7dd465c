"""The rows of ``decisions.csv``: one layout for all kinds of decisions, each of which fills some of its columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any, Final, get_type_hints

from liguilla.errors import Origin
from liguilla.facts import (
    Annulment,
    Award,
    Bye,
    Closing,
    Decision,
    Deduction,
    DrawnBall,
    Exclusion,
    Host,
    Lots,
    OutcomeElsewhere,
    Pairing,
    TeamFact,
    TieAward,
    WindowStart,
    Withdrawal,
)
from liguilla.notation.cells import Codec, UnreadableError, codec_of, one_of, unwritable
from liguilla.notation.layouts import UNWRITTEN, Column, Fault, Values, codec_of_field, required
from liguilla.words import Listing, phrase

__all__ = ["KINDS", "SHARED", "DecisionKind", "DecisionLayout"]

KIND: Final = "decision"
"""The column that says which kind of decision a row is."""

SHARED: Final = tuple(each.name for each in fields(Decision) if each.name not in UNWRITTEN)
"""The columns that every decision may fill."""

TEXT: Final = codec_of(str)
POSITION: Final = codec_of(int, 1)
PLACE: Final = Codec(
    phrase("notation.kind_place"),
    lambda text: None if text == "last" else POSITION.read(text),
    lambda position: "last" if position is None else str(position),
)


def _one_of_the_teams(values: Values) -> Iterator[Fault]:
    if values["team"] not in values["teams"]:
        teams = Listing(values["teams"], "or")
        yield "team", phrase("notation.not_one_of_the_teams", name=values["team"], teams=teams)


def _what_is_awarded(values: Values) -> Iterator[Fault]:
    if not {"value", "team", "teams"} & values.keys():
        yield "value", phrase("notation.award_of_nothing")
    elif "teams" in values and "team" in values:
        yield "team", phrase("notation.award_won_and_lost")
    elif "teams" in values and len(values["teams"]) != 2:
        yield "teams", phrase("notation.no_pair", n=len(values["teams"]))


@dataclass(frozen=True)
class DecisionKind:
    """One kind of decision: its class, and what is particular about its columns.

    Attributes
    ----------
    made
        The class.
    columns
        The column of a field, where that isn't the field's own name.
    codecs
        How a field is written, where its type doesn't say it.
    settle
        Yields what contradicts itself in what a row says.
    """

    made: type[Decision]
    columns: Mapping[str, str] = field(default_factory=dict)
    codecs: Mapping[str, Codec] = field(default_factory=dict)
    settle: Callable[[Values], Iterable[Fault]] = lambda values: ()

    @cached_property
    def fields(self) -> Mapping[str, Column]:
        """The fields of the class, each with the column it is written in."""
        hints = get_type_hints(self.made)
        return {
            each.name: Column(
                self.columns.get(each.name, each.name),
                self.codecs.get(each.name) or codec_of_field(each, hints[each.name]),
                required(each, hints[each.name]),
            )
            for each in fields(self.made)
            if each.name not in UNWRITTEN
        }


KINDS: Final[Mapping[str, DecisionKind]] = {
    "deduction": DecisionKind(Deduction, {"points": "value"}),
    "award": DecisionKind(Award, {"score": "value", "winner": "team", "lost_by": "teams"}, settle=_what_is_awarded),
    "annul": DecisionKind(Annulment),
    "withdrawal": DecisionKind(Withdrawal, {"rule": "value"}),
    "exclusion": DecisionKind(Exclusion, {"position": "value"}, {"position": PLACE}),
    "bye": DecisionKind(Bye, {"matchday": "order", "points": "value"}),
    "lots": DecisionKind(Lots),
    "draw": DecisionKind(DrawnBall, {"box": "value"}),
    "pairing": DecisionKind(Pairing),
    "host": DecisionKind(Host, {"leg": "value"}, settle=_one_of_the_teams),
    "fact": DecisionKind(TeamFact),
    "winner": DecisionKind(TieAward, {"winner": "team"}, settle=_one_of_the_teams),
    "closing": DecisionKind(Closing),
    "window": DecisionKind(WindowStart),
    "outcome": DecisionKind(OutcomeElsewhere, {"competition": "stage", "outcome": "fact"}),
}
"""The words of the column ``decision``."""

WORDS: Final = {kind.made: word for word, kind in KINDS.items()}


class DecisionLayout:
    """The layout of ``decisions.csv``."""

    columns: tuple[Column, ...] = (
        Column("date", codec_of(date)),
        Column(KIND, TEXT, required=True),
        *(Column(name, TEXT) for name in ("stage", "round", "match", "team")),
        Column("teams", codec_of(tuple[str, ...])),
        *(Column(name, TEXT) for name in ("fact", "value")),
        Column("order", codec_of(int, 1)),
        *(Column(name, TEXT) for name in ("reason", "source")),
    )
    pairs: tuple[tuple[str, str], ...] = ()
    takes_more = False

    def read(self, cells: Mapping[str, str]) -> tuple[Values, list[Fault]]:
        """Return what the cells of a row say, and what is wrong with them."""
        try:
            word = one_of(cells[KIND], tuple(KINDS)) if cells.get(KIND) else None
        except UnreadableError as fault:
            return {}, [(KIND, fault.message)]
        if word is None:
            return {}, [(KIND, phrase("notation.blank"))]
        kind = KINDS[word]
        columns = {column.name: column for column in kind.fields.values()}
        values: Values = {KIND: word}
        faults: list[Fault] = []
        for name, text in cells.items():
            column = columns.get(name)
            try:
                if text and column:
                    values[name] = column.codec.read(text)
                elif text and name != KIND:
                    faults.append((name, phrase("notation.no_part_of_decision", decision=word)))
            except UnreadableError as fault:
                faults.append((name, fault.message))
        faults += (
            (column.name, phrase("notation.blank_in_decision", decision=word))
            for column in columns.values()
            if column.required and not cells.get(column.name)
        )
        return values, faults or list(kind.settle(values))

    def record(self, values: Values, origin: Origin) -> Decision:
        """Return the decision that a faultless row says."""
        kind = KINDS[values[KIND]]
        given = {name: values[column.name] for name, column in kind.fields.items() if column.name in values}
        return kind.made(**given, origin=origin)

    def header(self, records: Iterable[Decision]) -> list[str]:
        """Return the names of the columns, which are the same whatever the decisions."""
        return [column.name for column in self.columns]

    def write(self, record: Decision) -> tuple[dict[str, str], list[Fault]]:
        """Return a decision as cells by column, and what of it would not read back as it is."""
        word = WORDS[type(record)]
        cells, faults = {KIND: word}, []
        for name, column in KINDS[word].fields.items():
            value: Any = getattr(record, name)
            if value is None and column.codec is not PLACE:
                continue
            cells[column.name] = column.codec.write(value)
            if why := unwritable(column.codec, value, required=column.required):
                faults.append((column.name, why))
        return cells, faults

"""A format's tree with one thing in it changed: what says all of a format says something else of every such tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from functools import cache
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

import liguilla.formats as formats
from liguilla.formats import AsNeeded, Block, Condition, Criterion, Format, Knockout, Outcome, Played, Round
from liguilla.formats.reading.ladders import STEPS
from liguilla.words import LANGUAGES

__all__ = ["NO_RULE", "Change", "changes", "has_more_than_usual"]

NO_RULE: Final = {
    "rule": "where it stands in the file",
    "text": "as it was written; the other fields are what it means",
    "Format.id": "the name of the file",
    "League.id": "how other rules refer to it; the heading is its name, or made of this",
    "Table.id": "the same",
    "Knockout.id": "the same",
    "Draw.id": "the same",
    "Lookup.id": "the same",
    "Outcome.id": "the same",
    "Known.fact": "the same as the key above it",
    "Played.stage": "its rounds are named, and the stage beside them where two have one of this id",
    "Use.name": "the name of a list inside the file; its steps are told",
    "Ranking.name": "no file can give one",
}
"""Fields that say no rule of their own, with the reason."""

LEVEL: Final = ("extra_time", "golden_goal", "silver_goal", "overtime", "shoot_out", "lots")

WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "Ladder.steps": STEPS,
    "League.each_match": LEVEL,
    "Series.each_match": LEVEL,
    "Format.sport": ("football", "rugby", "basketball"),
    "Format.withdrawal": ("annul", "keep_played", "award_rest"),
    "Fixtures.by": ("list", "fide_dutch"),
    "Criterion.statistic": ("points", "wins", "draws", "losses", "goals_for", "goal_ratio"),
}
"""Words of a closed list that the types don't name."""

MEANT_ANYWAY: Final = ("Round.teams", "name")
"""What may be just what is meant without it: the winners of the round before, the name that goes with an id."""

FIRST_IS_FIXED: Final = ("Ladder.steps", "League.each_match", "Series.each_match")
"""Lists whose first word follows from the legs."""

OF_A_LENGTH: Final = ("Format.awarded_score", "Lookup.columns", "Lookup.rows", "Series.hosts", "Apart.unless")
"""Lists with as many items as something else asks for."""


ONE_OR_TWO: Final = ("Series.legs", "Knockout.lives")


@dataclass(frozen=True)
class Change:
    """One change: of what (``Round.byes``), where, and the whole format with it."""

    of: str
    where: str
    format: Format


def changes(format_: Format) -> Iterator[Change]:
    """Give the format with each thing in it changed, one at a time."""
    for of, where, changed in _changed(format_, "", ""):
        yield Change(of, where, changed)


def has_more_than_usual(value: Any, field: str) -> bool:
    """Return whether something, or a part of it, has another value than the usual one in a field (``Round.byes``)."""
    if is_dataclass(value):
        kind = type(value)
        own = f"{kind.__name__}.".join(("", field.partition(".")[2])) == field
        if own and getattr(value, field.partition(".")[2]) not in (None, (), {}, _usual(kind, field)):
            return True
        return any(has_more_than_usual(getattr(value, each.name), field) for each in fields(value))
    if isinstance(value, Mapping):
        return any(has_more_than_usual(each, field) for each in value.values())
    return isinstance(value, tuple) and any(has_more_than_usual(each, field) for each in value)


def _usual(kind: type, field: str) -> Any:
    return next(each.default for each in fields(kind) if each.name == field.partition(".")[2])


# -------------------------------------------------------------------------------------------------- one at a time


def _changed(value: Any, of: str, where: str) -> Iterator[tuple[str, str, Any]]:
    """Give each way in which a value is changed; `of` is the field that it is in."""
    if is_dataclass(value):
        yield from _of_dataclass(value, of, where)
    elif isinstance(value, Mapping) and value and value.keys() <= set(LANGUAGES):
        yield of, where, {language: f"{text}z" for language, text in value.items()}
    elif isinstance(value, Mapping):
        yield from _of_mapping(value, of, where)
    elif isinstance(value, tuple):
        yield from _of_tuple(value, of, where)
    elif isinstance(value, bool):
        yield of, where, not value
    elif of in ONE_OR_TWO:
        yield of, where, 3 - value
    elif isinstance(value, int | Fraction):
        yield of, where, value + 2
    elif isinstance(value, str):
        yield of, where, _another(value, of)


def _of_dataclass(value: Any, of: str, where: str) -> Iterator[tuple[str, str, Any]]:
    kind = type(value).__name__
    for field in fields(value):
        own, part = f"{kind}.{field.name}", getattr(value, field.name)
        if field.name in NO_RULE or own in NO_RULE or _means_nothing(value, field.name):
            continue
        if of == "Format.other_competitions" and field.name != "name":
            continue  # its rules are not those of this format
        may_be_none = NoneType in get_args(_hint(type(value), field.name))
        if part is not None and may_be_none and own not in MEANT_ANYWAY and field.name not in MEANT_ANYWAY:
            yield own, f"{where}.{field.name} left out", replace(value, **{field.name: None})
        for inner, place, changed in _changed(part, own, f"{where}.{field.name}"):
            yield inner, place, replace(value, **{field.name: changed})


def _means_nothing(value: Any, name: str) -> bool:
    """Return whether a field says nothing beside what the others say."""
    match value:
        case Block(one_place_at_a_time=True):
            return name == "restart"  # one follows from the other
        case Criterion(statistic=statistic):
            return name == "high" and statistic != "given"
        case Round(ties=ties):
            return name == "series" and bool(ties)
        case Played(tie=tie):
            return name == "round" and tie is not None
        case Knockout(lives=lives, rounds=rounds):
            return (name == "lives" and not isinstance(rounds, AsNeeded)) or (
                name in ("lives", "must_beat_twice", "drops") and lives == 1
            )
        case Condition(clauses=clauses):
            return name == "joined_by" and len(clauses) == 1
        case Outcome(places=places):
            return name == "places" and places == 1
    return False


def _of_mapping(value: Mapping[Any, Any], of: str, where: str) -> Iterator[tuple[str, str, Any]]:
    for key, part in value.items():
        if len(value) > 1 and of not in ("Format.withdrawal", "Format.stages"):
            yield of, f"{where}[{key}] left out", {name: each for name, each in value.items() if name != key}
        for inner, place, changed in _changed(part, of, f"{where}[{key}]"):
            yield inner, place, {**value, key: changed}


def _of_tuple(value: tuple[Any, ...], of: str, where: str) -> Iterator[tuple[str, str, Any]]:
    for number, part in enumerate(value):
        if number == 0 and of in FIRST_IS_FIXED:
            continue
        if len(value) > 1 and of not in OF_A_LENGTH:
            yield of, f"{where}[{number}] left out", value[:number] + value[number + 1 :]
        for inner, place, changed in _changed(part, of, f"{where}[{number}]"):
            yield inner, place, (*value[:number], changed, *value[number + 1 :])


def _another(word: str, of: str) -> str:
    """Return another word that may stand there."""
    kind, _, name = of.partition(".")
    words = WORDS.get(of) or _literals(kind, name)
    return next((each for each in words if each != word), f"{word}z")


@cache
def _literals(kind: str, name: str) -> tuple[str, ...]:
    return tuple(_words_in(_hint(getattr(formats, kind), name)))


def _words_in(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from (word for word in get_args(hint) if isinstance(word, str))
    else:
        for each in get_args(hint):
            yield from _words_in(each)


@cache
def _hint(kind: type, name: str) -> Any:
    return get_type_hints(kind)[name]

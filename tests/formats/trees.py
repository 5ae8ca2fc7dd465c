"""A built format in lines that an official could check.

Trees are kept of the formats that the reference of the language is about, and of whatever else has a file here.
``python -m tests.formats.trees`` writes them anew; read the difference before it is kept.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from liguilla.formats import (
    Block,
    Criterion,
    Format,
    Ladder,
    Position,
    Range,
    Ranking,
    Round,
    Selector,
    StageRef,
    read_format,
)
from tests.formats.shelves import LIBRARY

GOLDEN = Path(__file__).parents[1] / "golden/formats"

OF_THE_REFERENCE = (
    "afl-final-eight", "afl-final-ten-2026", "afl-mcintyre-1994", "argentina-2023", "ascenso-mx-2012",
    "ascenso-mx-season-2012", "ascenso-mx-season-2017", "belgian-pro-league-2023", "copa-libertadores-2016",
    "copa-libertadores-2021", "copa-libertadores-2022", "double-elimination", "fa-cup-2018", "fide-swiss",
    "la-liga-2018", "liga-expansion-2021", "liga-mx-2014", "liga-mx-2022", "liga-mx-2023", "mexican-relegation",
    "mls-2023", "nfl-2021", "premier-league-2019", "scottish-premiership", "serie-a-2023",
    "uefa-champions-league-2025", "uefa-euro-2016", "uefa-euro-2024", "world-cup-1954", "world-cup-2026",
)  # fmt: skip
"""The thirty formats that the language was tried on. Between them they hold nearly all of it."""

KEPT = sorted({*OF_THE_REFERENCE, *(path.stem for path in GOLDEN.glob("*.txt"))})
"""The formats whose trees are kept."""


def tree(built: Format) -> str:
    """Return the whole tree; what isn't said, or as usual, is left out."""
    return "\n".join(lines(built)) + "\n"


def lines(value: Any, indent: str = "") -> Iterator[str]:
    for name, part in parts(value):
        text = brief(part)
        if text is None:
            yield f"{indent}{name}:"
            yield from lines(part, f"{indent}  ")
        elif text:
            yield f"{indent}{name}: {text}"


def parts(value: Any) -> list[tuple[str, Any]]:
    """Return what something is made of, each part with its name."""
    if isinstance(value, dict):
        return [(" ".join(key) if isinstance(key, tuple) else str(key), part) for key, part in value.items()]
    if isinstance(value, tuple):
        return [(f"{number}", part) for number, part in enumerate(value)]
    told = [(field.name, getattr(value, field.name)) for field in fields(value) if not is_usual(value, field)]
    if isinstance(value, Round) and has_like_ties(value):
        told.append(("ties", {tie.id: tie.teams for tie in value.ties}))
    return [("is", type(value).__name__), *told]


def has_like_ties(round_: Round) -> bool:
    """Tell whether the ties are played just as it is said of their round."""
    return all((tie.when, tie.series) == (None, round_.series) for tie in round_.ties)


def is_usual(value: Any, field: Any) -> bool:
    """Rules are told of whole lists only; the same for two teams and for more is told once."""
    if isinstance(value, Round) and field.name == "ties":
        return has_like_ties(value)
    if field.name == "rule":
        return not isinstance(value, Ranking | Ladder)
    if isinstance(value, Block) and field.name == "more":
        return value.more is value.two
    return bool(getattr(value, field.name) == field.default)


def brief(value: Any) -> str | None:
    """Return something in one line; None if it needs several, nothing if it says nothing."""
    match value:
        case None | ():
            return ""
        case bool():
            return "yes" if value else "no"
        case dict() if not value:
            return ""
        case str() | int() | Fraction() | StageRef():
            return str(value)
        case Format(id=name):
            return f"the format {name}"
        case Position(number=number, from_end=from_end):
            return f"last-{number - 1}" if from_end else str(number)
        case Range(first=first, last=last):
            return f"{brief(first)} to {brief(last)}"
        case Criterion(statistic="given", fact=fact, high=high):
            return f"given {fact} ({'high' if high else 'low'} is better)"
        case Criterion(text=text):
            return text
        case Selector(terms=terms, without=without):
            said = " + ".join(map(short, terms))
            return f"{said} except {' + '.join(map(short, without))}" if without else said
    return said if len(said := short(value)) < 100 else None


def short(value: Any) -> str:
    """Return something with all its parts in one line."""
    if isinstance(value, dict) and value:
        return f"{{{', '.join(f'{name}: {short(part)}' for name, part in parts(value))}}}"
    if isinstance(value, tuple) and value:
        return f"[{', '.join(map(short, value))}]"
    if not is_dataclass(value) or isinstance(value, Selector | Criterion | Format | StageRef | Range | Position):
        return brief(value) or ""
    (_, kind), *told = parts(value)
    said = {name: short(part) for name, part in told}
    return f"{kind}({', '.join(f'{name} {text}' for name, text in said.items() if text)})"


if __name__ == "__main__":
    for format_name in KEPT:
        GOLDEN.joinpath(f"{format_name}.txt").write_text(tree(read_format(format_name, LIBRARY)), encoding="utf-8")

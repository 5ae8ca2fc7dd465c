"""A built format in lines that an official could check.

``python -m tests.formats.trees`` writes those of the library anew; read the difference before it is kept.
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
    for format_name in LIBRARY.names():
        GOLDEN.joinpath(f"{format_name}.txt").write_text(tree(read_format(format_name, LIBRARY)), encoding="utf-8")

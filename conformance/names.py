"""Names of teams as different publishers write them: ``names.csv`` says which are one, and nothing else does."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from liguilla.facts import plain_name

__all__ = ["bare", "same_team", "team_among"]

TABLE = Path(__file__).with_name("names.csv")


@cache
def _groups() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    with TABLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            names = [row["name"], *row["other_names"].split(";")]
            group = frozenset(bare(name) for name in names if name.strip())
            for name in group:
                found[name] = found.get(name, frozenset()) | group
    return found


def bare(name: str) -> str:
    """Return a name without accents, capitals, signs and the country in brackets."""
    return " ".join(re.sub(r"[^\w]+", " ", plain_name(re.sub(r"\s*\([A-Z]{3}\)$", "", name.strip()))).split())


def same_team(one: str, other: str) -> bool:
    """Return whether two names are of one team."""
    return bare(one) == bare(other) or bare(other) in _groups().get(bare(one), frozenset())


def team_among(name: str, names: Iterable[str]) -> str | None:
    """Return the one of these names that is this team; None if none is, or several are."""
    known = list(names)
    exact = [each for each in known if bare(each) == bare(name)]
    found = exact or list(_alike(name, known))
    return found[0] if len(found) == 1 else None


def _alike(name: str, names: Iterable[str]) -> Iterator[str]:
    return (each for each in names if same_team(name, each))

"""Places in a document: a team, or null and beside it why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from liguilla.engine import Decided, Open, Place, State, Unresolved, Void, Waiting
from liguilla.words import say

__all__ = ["Document", "open_places", "team_of", "why_open"]

Document = dict[str, Any]
"""A JSON object: texts, numbers, true, false, null, and lists and objects of these."""


def team_of(place: Place | None) -> str | None:
    """Return the team of a place; None where it holds none."""
    return place.team if isinstance(place, Decided) else None


def why_open(place: Place, language: str) -> Document:
    """Return what a place waits for, what would settle it, or why it doesn't exist; at most one isn't null."""
    return {
        "waits": say(place.what, language) if isinstance(place, Waiting) else None,
        "unresolved": say(place.why, language) if isinstance(place, Unresolved) else None,
        "void": say(place.why, language) if isinstance(place, Void) else None,
    }


def open_places(state: State, language: str) -> Document:
    """Return the lists of places without a team, those of tournaments inside it included."""
    return {
        "waiting": [_open(where, place, language) for where, place, _ in _each(state, "waiting")],
        "unresolved": [
            {**_open(where, place, language), "among": [team for team in entered if team in place.among]}
            for where, place, entered in _each(state, "unresolved")
        ],
        "void": [_open(where, place, language) for where, place, _ in _each(state, "void")],
    }


def _open(where: str, place: Open, language: str) -> Document:
    return {"where": where, "text": say(place.why, language), "code": place.why.code.rpartition(".")[2]}


def _each(state: State, kind: str, path: str = "") -> Iterator[tuple[str, Open, tuple[str, ...]]]:
    """Give the places of one kind with where they are, and the teams in the order of entry."""
    lists: Mapping[str, tuple[Open, ...]] = {
        "waiting": state.waiting(),
        "unresolved": state.unresolved(),
        "void": state.void(),
    }
    for place in lists[kind]:
        known = (team.name for team in state.facts.teams if team.name in place.among)
        yield path + place.where, place, tuple(dict.fromkeys((*known, *sorted(place.among))))
    for name, inner in state.tournaments.items():
        yield from _each(inner, kind, f"{path}{name}.")

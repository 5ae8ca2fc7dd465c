"""Who takes part: teams, people, who belonged to whom, and the grounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from liguilla.errors import Origin

__all__ = ["Ground", "Membership", "Person", "Role", "Team"]


@dataclass(frozen=True, slots=True)
class Team:
    """A team. Its name is how everything else in the facts refers to it.

    ``facts`` holds what the format wants to know about each team (its pot, its country, its certificate), as written;
    an unknown one is absent. ``ground`` is its usual home.
    """

    name: str
    other_names: tuple[str, ...] = ()
    city: str | None = None
    ground: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """A person. Two people of one name are told apart in the name itself."""

    name: str
    other_names: tuple[str, ...] = ()
    nationality: str | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


class Role(StrEnum):
    """What a person was to a team."""

    MANAGER = "manager"
    CAPTAIN = "captain"
    PLAYER = "player"


@dataclass(frozen=True, slots=True)
class Membership:
    """A person in a team's squad, in one role; both days belong to it, and unknown ones are None."""

    team: str
    person: str
    role: Role
    since: date | None = None
    until: date | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground, and the time zone its clock shows."""

    name: str
    city: str | None = None
    zone: str | None = None
    capacity: int | None = None
    source: str | None = None
    note: str | None = None
    origin: Origin | None = field(default=None, compare=False)

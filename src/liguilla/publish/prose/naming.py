"""What the things of a format are called inside a sentence: with their article, in the words of its sport."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from liguilla.formats import (
    AsNeeded,
    ByFact,
    Draw,
    Each,
    FactIs,
    Format,
    Groups,
    GroupsOf,
    Knockout,
    Outcome,
    Round,
    Stage,
    StageRef,
    Table,
    Tie,
)
from liguilla.words import Listing, Phrase, Text, catalogue, phrase

__all__ = ["Names", "fact_name", "known_as"]

PREVIOUS: Final = "previous"

CODED: Final = re.compile(r"[A-Z]+[0-9]+[A-Z]*|[A-Z]{2,4}")
"""Ids of ties that are read as codes, such as ``M37``, ``SF1`` or ``QF``."""

AS_NEEDED: Final = re.compile(r"final|semifinals|quarterfinals|round_of_\d+|second_final|(upper|lower)_(final|\d+)")
"""Ids of rounds that follow from the number of teams."""

GROUP_STAGES: Final = ("group", "groups")
"""Stages that need not be named beside their groups: ``group A`` says enough."""

UNITS: Final = {
    "american_football": "points",
    "australian_football": "points",
    "basketball": "points",
    "chess": "game_points",
    "rugby": "points",
}
"""What scores are counted in where it isn't goals."""


def known_as(area: str, id_: str, n: int = 1) -> Phrase | None:
    """Return the words that an area of the catalogue has for an id; None if it has none."""
    return phrase(f"{area}.{id_}", n=n) if id_ in catalogue("en", area) else None


def fact_name(fact: str) -> Phrase | str:
    """Return what a fact about teams is called, without an article."""
    return known_as("team_facts", fact) or _plain(fact)


@dataclass(frozen=True)
class Names:
    """What things are called in the prose of one format."""

    format: Format

    @property
    def unit(self) -> str:
        """What scores are counted in: ``goals``, ``points`` or ``game_points``."""
        return UNITS.get(self.format.sport, "goals")

    # --------------------------------------------------------------------------------------- stages and rounds

    def stage(self, stage: str, path: tuple[str, ...] = ()) -> Phrase:
        """Return the name of a stage, possibly of a tournament inside."""
        found = self._inside(path).stages.get(stage)
        return _of_path(_named("stage_names", stage, found.name if found else None), path)

    def stages(self, refs: tuple[StageRef, ...]) -> Listing:
        """Return the names of several stages."""
        return Listing(tuple(self.stage(ref.stage, ref.path) for ref in refs))

    def round(self, stage: str, round_: str, group: str | None = None, path: tuple[str, ...] = ()) -> Phrase:
        """Return the name of a round; with that of its stage where another stage has a round of the same id."""
        inside = self._inside(path)
        found = _round(inside.stages.get(stage), round_)
        name = _named_round(round_) or _named("stage_names", round_, found.name if found else None)
        is_one_of_several = sum(_has_round(each, round_) for each in inside.stages.values()) > 1
        if group is not None and not is_one_of_several:
            return phrase("prose.of", what=name, of=self.group(stage, group, path))
        if group is not None:
            name = phrase("prose.of", what=name, of=self.group_alone(stage, group, path))
        if is_one_of_several:
            name = phrase("prose.of", what=name, of=_named("stage_names", stage, inside.stages[stage].name))
        return _of_path(name, path)

    def tie(self, stage: str, round_: str, tie: str, group: str | None = None, path: tuple[str, ...] = ()) -> Phrase:
        """Return the name of a tie that is listed."""
        found = _round(self._inside(path).stages.get(stage), round_)
        listed = next((each for each in found.ties if each.id == tie), None) if found else None
        if found is not None and listed is None:
            return self.round(stage, round_, group, path)
        name = self.own_name(listed) if listed else _called(tie)
        if group is not None:
            return phrase("prose.of", what=name, of=self.group(stage, group, path))
        return _of_path(name, path)

    def own_name(self, tie: Tie) -> Phrase:
        """Return the name of a tie alone."""
        return phrase("prose.titled", name=tie.name) if tie.name is not None else _called(tie.id)

    def find_stage(self, stage: str, path: tuple[str, ...] = ()) -> Stage | None:
        """Return a stage, possibly of a tournament inside."""
        return self._inside(path).stages.get(stage)

    def tournament(self, id_: str) -> Phrase:
        """Return the name of a tournament inside, or of another competition."""
        return _named("stage_names", id_, None)

    # --------------------------------------------------------------------------------------------------- groups

    def group(self, stage: str, label: str, path: tuple[str, ...] = ()) -> Phrase:
        """Return the name of a group where the reader has to be told of which stage."""
        return self._of_stage(self.group_alone(stage, label, path), stage, path)

    def each_group(self, stage: str, path: tuple[str, ...] = ()) -> Phrase:
        """Return ``each group``, of the stage where the reader has to be told."""
        fact = self._grouping_fact(stage, path)
        each = known_as("fact_groups", f"each_{fact}") or phrase("prose.each_group")
        return self._of_stage(each, stage, path)

    def group_alone(self, stage: str, label: str, path: tuple[str, ...] = ()) -> Phrase:
        """Return the name of a group inside its own stage: ``group A``, ``the West conference``."""
        said: Phrase | str = known_as("prose", f"label_{label}") or _plain(label)
        fact = self._grouping_fact(stage, path)
        if fact in catalogue("en", "fact_groups"):
            return phrase(f"fact_groups.{fact}", label=said)
        return phrase("prose.group", label=said)

    def _of_stage(self, name: Phrase, stage: str, path: tuple[str, ...]) -> Phrase:
        if stage in GROUP_STAGES or stage == self._grouping_fact(stage, path):
            return _of_path(name, path)
        return phrase("prose.of", what=name, of=self.stage(stage, path))

    def _grouping_fact(self, stage: str, path: tuple[str, ...]) -> str | None:
        """Return the fact by which the groups of a stage are formed, also where they are those of another stage."""
        inside = self._inside(path)
        for _ in inside.stages:
            found = inside.stages.get(stage)
            groups: Groups | None = found.groups if isinstance(found, Table | Knockout) else None
            match groups:
                case ByFact(fact=fact):
                    return fact
                case GroupsOf(stage=other) | Each(stage=other, path=()) if not isinstance(
                    inside.stages.get(other), Draw
                ):
                    stage = other
                case _:
                    return None
        return None

    # ---------------------------------------------------------------------------------------- outcomes and facts

    def outcome(self, id_: str, n: int = 1, competition: str | None = None) -> Phrase:
        """Return the name of an outcome, as the team, or the teams, that it holds."""
        outcome = self.find_outcome(id_, competition)
        name = _named("outcome_names", id_, outcome.name if outcome else None, n)
        return name if competition is None else _of_path(name, (competition,))

    def find_outcome(self, id_: str, competition: str | None = None) -> Outcome | None:
        """Return an outcome of this format, or of a competition that it knows by its format."""
        if competition is None or competition == PREVIOUS:
            return self.format.outcomes.get(id_)
        other = self.format.tournaments.get(competition) or self.format.other_competitions.get(competition)
        return other.outcomes.get(id_) if isinstance(other, Format) else None

    def where(self, fact: FactIs) -> Phrase:
        """Return what sets teams apart that have a value of a fact: ``with country “BRA”``."""
        own = known_as("teams_with", f"{fact.fact}_{fact.value}")
        if own is not None:
            return own
        if f"where_{fact.fact}" in catalogue("en", "teams_with"):
            value = known_as("stage_names", fact.value) or _plain(fact.value)
            return phrase(f"teams_with.where_{fact.fact}", value=value)
        return phrase("prose.with_fact", fact=fact_name(fact.fact), value=fact.value)

    def _inside(self, path: tuple[str, ...]) -> Format:
        inside = self.format
        for name in path:
            inside = inside.tournaments.get(name, inside)
        return inside


def _named(area: str, id_: str, own: Text | None, n: int = 1) -> Phrase:
    """Return the name a format gives, as a title; else the catalogue's; else the id in plain letters, as a title."""
    if own is not None:
        return phrase("prose.titled", name=own)
    return known_as(area, id_, n) or phrase("prose.titled", name=_plain(id_))


def _named_round(round_: str) -> Phrase | None:
    side, _, number = round_.partition("_")
    if side in ("upper", "lower") and number.isdecimal():
        return phrase(f"prose.{side}_round", number=int(number))
    return None


def _called(tie: str) -> Phrase:
    """Return what a tie is called by its id: ``the first semifinal``, ``M37``, ``tie A``."""
    known = known_as("stage_names", tie)
    if known is not None:
        return known
    return phrase("prose.coded_tie" if CODED.fullmatch(tie) else "prose.tie", label=_plain(tie))


def _of_path(name: Phrase, path: tuple[str, ...]) -> Phrase:
    for each in reversed(path):
        if each == PREVIOUS:
            name = phrase("prose.of_season_before", what=name)
        else:
            name = phrase("prose.of", what=name, of=_named("stage_names", each, None))
    return name


def _round(stage: Stage | None, round_: str) -> Round | None:
    rounds = stage.rounds if isinstance(stage, Knockout) and isinstance(stage.rounds, tuple) else ()
    return next((each for each in rounds if each.id == round_), None)


def _has_round(stage: Stage, round_: str) -> bool:
    """Return whether a stage has a round of this id, or may have, where its rounds follow from the number of teams."""
    if isinstance(stage, Knockout) and isinstance(stage.rounds, AsNeeded):
        return AS_NEEDED.fullmatch(round_) is not None
    return _round(stage, round_) is not None


def _plain(id_: str) -> str:
    return id_.replace("_", " ")

"""Decisions from a file of their own, with the names that they use for teams, stages and matches settled."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from liguilla.errors import Problem
from liguilla.facts import Annulment, Award, Decision, Match, nearest_name, plain_name
from liguilla.notation.decisions import DecisionLayout
from liguilla.notation.files import read_text_file
from liguilla.notation.placement.entries import Entry
from liguilla.notation.placement.teams import Entrants
from liguilla.notation.sheets import read_sheet
from liguilla.words import phrase

__all__ = ["about", "matches_meant", "meaning_no_match", "read_decisions", "with_names"]

TEAM_FIELDS: Final = ("team", "winner")
LISTS_OF_TEAMS: Final = ("teams", "lost_by")
PAIRING: Final = re.compile(r"(?:(\d{4}-\d{2}-\d{2}) )?(.+?) (?:-|v|vs) (.+)")


def read_decisions(path: Path, problems: list[Problem]) -> tuple[Decision, ...]:
    """Read a file of decisions, laid out as ``decisions.csv``; what is wrong with it is added to the problems."""
    text = read_text_file(path, problems)
    return () if text is None else read_sheet(text, str(path), DecisionLayout(), problems).records


def with_names(decisions: Iterable[Decision], entrants: Entrants, problems: list[Problem]) -> Iterator[Decision]:
    """Give decisions with teams by the names of the results; a name that nobody has is a problem."""
    known: dict[str, str] = {}
    for team in entrants.teams.values():
        for name in (team.name, *team.other_names):
            known.setdefault(plain_name(name), team.name)
    for name, team_name in entrants.names.items():
        known.setdefault(plain_name(name), team_name)

    def settled(name: str, decision: Decision) -> str:
        found = known.get(plain_name(name))
        if found is None:
            near = nearest_name(name, entrants.teams)
            mend = phrase("notation.did_you_mean", name=near) if near else phrase("placing.names_of_file")
            problems.append(Problem(phrase("notation.unknown_teams", name=name, mend=mend), origin=decision.origin))
        return found or name

    for decision in decisions:
        changed: dict[str, Any] = {}
        for each in fields(decision):
            value = getattr(decision, each.name)
            if each.name in TEAM_FIELDS and isinstance(value, str):
                changed[each.name] = settled(value, decision)
            elif each.name in LISTS_OF_TEAMS:
                changed[each.name] = tuple(settled(name, decision) for name in value)
        yield replace(decision, **changed)


def about(decisions: Iterable[Decision], tournaments: Iterable[str]) -> Mapping[str, tuple[Decision, ...]]:
    """Return the decisions of each tournament inside a competition, and under "" those of the competition itself.

    In a season, the stage or match of a decision begins with the tournament it is of: ``apertura.table``.
    """
    inside = tuple(tournaments)
    found: dict[str, list[Decision]] = {"": [], **{name: [] for name in inside}}
    for decision in decisions:
        key = "match" if isinstance(decision, Award | Annulment) else "stage"
        written = getattr(decision, key, None)
        tournament, _, rest = written.partition(".") if isinstance(written, str) else ("", "", "")
        if tournament in inside:
            inner: Any = {key: rest}
            found[tournament].append(replace(decision, **inner))
        else:
            found[""].append(decision)
    return {name: tuple(several) for name, several in found.items()}


def matches_meant(
    decisions: Iterable[Decision], matches: Sequence[Match], unplaced: Sequence[Entry]
) -> Iterator[Decision]:
    """Give decisions with matches by their ids, where they name them by the two teams and perhaps the day.

    Those that name no match, or several, are left out: `meaning_no_match` tells them. While matches are being placed,
    one that may mean a match without a place waits for it.
    """
    for decision in decisions:
        if not isinstance(decision, Award | Annulment):
            yield decision
        elif (id_ := _only_one(_meant(decision.match, matches, unplaced))) is not None:
            yield replace(decision, match=id_)


def meaning_no_match(
    decisions: Iterable[Decision], matches: Sequence[Match], unplaced: Sequence[Entry], tournaments: Iterable[str]
) -> Iterator[Problem]:
    """Give the problem of each decision that names no match with a place, or several.

    Parameters
    ----------
    tournaments
        Those inside the competition: a decision may be about one of their matches, and has to say so.
    """
    inside = next(iter(tournaments), None)
    for decision in decisions:
        if isinstance(decision, Award | Annulment):
            found = _meant(decision.match, matches, unplaced)
            if _only_one(found) is None:
                code = "several_matches" if len(found) > 1 else "no_match_in_season" if inside else "no_match"
                message = phrase(f"placing.{code}", text=decision.match, tournament=inside)
                yield Problem(message, origin=decision.origin)


def _only_one(found: Sequence[str | None]) -> str | None:
    return found[0] if len(found) == 1 else None


def _meant(text: str, matches: Sequence[Match], unplaced: Sequence[Entry]) -> list[str | None]:
    """Return the ids of the matches that a decision means by a text; None of each without a place."""
    if any(match.id == text for match in matches):
        return [text]
    found: list[str | None] = [match.id for match in matches if _is_meant(text, match.teams, match.date)]
    return found + [None for entry in unplaced if _is_meant(text, entry.teams, entry.recorded.date)]


def _is_meant(text: str, teams: tuple[str, str], date: dt.date | None) -> bool:
    found = PAIRING.fullmatch(text)
    if found is None:
        return False
    day, *names = found.groups()
    return tuple(map(plain_name, names)) == tuple(map(plain_name, teams)) and (day is None or day == str(date))

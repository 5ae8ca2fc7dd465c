"""Records of CourtHive's competition factory, made of lines: a tournamentRecord after the documented shapes.

Source: github.com/CourtHive/competition-factory, src/types/tournamentTypes.ts (Tournament, Event, DrawDefinition,
Structure, PositionAssignment, SeedAssignment, MatchUp, MatchUpStatusEnum, Score, Set).

Lines below ``# NAME STAGE`` are matchUps of that structure: the round, then the two sides with what is between them.
Who stands where follows from the first round in which a side appears.

    1 Ana 6-3,6-4 Bea         sets
    1 Ana 6-3,0-1:RETIRED Bea the status behind them; Ana won
    1 Ana WALKOVER Bea        a status alone; Ana won
    1 Ana <WALKOVER Bea       Bea won
    1 Ana TO_BE_PLAYED Bea    nobody yet
    1 Ana BYE -               a bye
    2 Ana TO_BE_PLAYED ?      the other side is open
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

__all__ = ["draw", "export", "record"]

LINE = re.compile(r"(\d) (\S+) (\S+) (\S+)")
NOBODY = ("-", "?")
OPEN = ("TO_BE_PLAYED", "BYE", "CANCELLED", "ABANDONED", "DOUBLE_WALKOVER", "IN_PROGRESS", "SUSPENDED", "NOT_PLAYED")

Object = dict[str, Any]


def record(*draws: Object, **said: Any) -> Object:
    """Return a tournament with an event for each of these draws."""
    names = dict.fromkeys(name for each in draws for name in each.pop("names"))
    return {
        "tournamentId": "T",
        "tournamentName": "Open",
        "startDate": "2026-01-02",
        "endDate": "2026-01-04",
        "participants": [
            {
                "participantId": f"P-{name}",
                "participantName": name,
                "participantType": "INDIVIDUAL",
                "participantRole": "COMPETITOR",
                "person": {"nationalityCode": "MEX"} if name == "Ana" else {},
            }
            for name in names
        ],
        "events": [
            {"eventId": f"E{number}", "eventName": f"Event {number}", "drawDefinitions": [each]}
            for number, each in enumerate(draws, 1)
        ],
        **said,
    }


def draw(kind: str, lines: str, seeds: str = "") -> Object:
    """Return a draw: its structures, and under ``names`` who takes part; ``seeds`` are the names of the seeded."""
    structures: list[Object] = []
    names: dict[str, None] = {}
    for line in lines.strip().splitlines():
        if line.strip().startswith("#"):
            name, stage = line.strip("# ").rsplit(" ", 1)
            structures.append(_structure(name, stage, kind, seeds.split()))
            continue
        if not structures:
            structures.append(_structure("Main", "MAIN", kind, seeds.split()))
        found = LINE.fullmatch(line.strip())
        assert found, line
        names.update(dict.fromkeys(each for each in (found[2], found[4]) if each not in NOBODY))
        _add(structures[-1], int(found[1]), found[2], found[3], found[4])
    for each in structures if kind != "ROUND_ROBIN" else ():
        last = max(match["roundNumber"] for match in each["matchUps"])
        for match in each["matchUps"]:
            match["finishingRound"] = last - match["roundNumber"] + 1
    if kind == "ROUND_ROBIN":
        container = _structure("Main", "MAIN", kind, seeds.split())
        del container["matchUps"], container["positionAssignments"]
        structures = [{**container, "structureType": "CONTAINER", "structures": structures}]
    return {"drawId": "D", "drawName": kind.title(), "drawType": kind, "structures": structures, "names": list(names)}


def export(tournament: Object) -> str:
    """Return a record as the text of a file."""
    return json.dumps(tournament, indent=1, ensure_ascii=False)


def _structure(name: str, stage: str, kind: str, seeds: list[str]) -> Object:
    return {
        "structureId": f"S-{name}",
        "structureName": name,
        "stage": stage,
        "finishingPosition": "WIN_RATIO" if kind == "ROUND_ROBIN" else "ROUND_OUTCOME",
        "positionAssignments": [],
        "seedAssignments": [
            {"seedNumber": number, "seedValue": number, "participantId": f"P-{each}"}
            for number, each in enumerate(seeds, 1)
        ],
        "matchUps": [],
    }


def _add(structure: Object, round_: int, one: str, between: str, other: str) -> None:
    positions = structure["positionAssignments"]
    counted = Counter(match["roundNumber"] for match in structure["matchUps"])
    result, _, status = between.rpartition(":") if ":" in between else (between, "", "")
    first_wins = not result.startswith("<")
    result = result.lstrip("<")
    sets = [tuple(map(int, each.split("-"))) for each in result.split(",")] if "-" in result else []
    status = status or ("COMPLETED" if sets else result)
    match: Object = {
        "matchUpId": f"M-{structure['structureName']}-{len(structure['matchUps'])}",
        "roundNumber": round_,
        "roundPosition": counted[round_] + 1,
        "drawPositions": [each for name in (one, other) if (each := _position(positions, name)) is not None],
        "matchUpStatus": status,
        "score": {},
    }
    won = [1 if home > away else 2 for home, away in sets]
    if sets:
        match["score"] = {
            "sets": [
                {"setNumber": number, "side1Score": home, "side2Score": away, "winningSide": side}
                for number, ((home, away), side) in enumerate(zip(sets, won, strict=True), 1)
            ],
            "scoreStringSide1": result.replace(",", " "),
        }
    if status not in OPEN:
        by_sets = 1 if won.count(1) > won.count(2) else 2
        match["winningSide"] = by_sets if status == "COMPLETED" else 1 if first_wins else 2
    structure["matchUps"].append(match)


def _position(positions: list[Object], name: str) -> int | None:
    """Return the draw position of a side, which gets the next one where it appears for the first time."""
    if name == "?":
        return None
    id_ = f"P-{name}"
    for each in positions:
        if name != "-" and each.get("participantId") == id_:
            return int(each["drawPosition"])
    assigned = {"bye": True} if name == "-" else {"participantId": id_}
    positions.append({"drawPosition": len(positions) + 1, **assigned})
    return len(positions)

"""Records of brackets-manager.js, made of lines: its tables after the documented shapes.

Sources: github.com/Drarig29/brackets-model, src/storage.ts (the tables), src/other.ts (status, the results of a side),
src/input.ts (settings of a stage); github.com/Drarig29/brackets-manager.js, src/base/stage/creator.ts (which rows a
stage is made of: groups and rounds count from 1; a side is null for a bye, and has the id null while it is open).

A line is a match: its group and round, then the two sides with what is between them.

    1.1 Ana 2-1 Bea      Ana won by two to one
    1.1 Ana w/o Bea      Bea gave up without playing
    1.1 Ana > Bea        Ana won; no score is recorded
    1.1 Ana v Bea        still to be played
    1.1 Ana 1-0* Bea     being played
    1.1 Ana v -          nobody stands on the other side: a bye
    1.2 Ana v ?          the other side is open
    1.1 Ana 2-1 Bea: 16-3 7-16 16-9     made of three games
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

__all__ = ["export", "stage"]

LINE = re.compile(r"(\d)\.(\d) (\S+) (\S+) (\S+?)(?:: (.*))?")
LOCKED, READY, RUNNING, COMPLETED = 0, 2, 3, 4

Tables = dict[str, list[dict[str, Any]]]


def stage(kind: str, lines: str, *, name: str = "Cup", into: Tables | None = None, tournament: int = 0) -> Tables:
    """Return the tables with a stage; those of another one, ``into`` which it is added, come first."""
    tables: Tables = into or {table: [] for table in ("participant", "stage", "group", "round", "match", "match_game")}
    numbers = [each["number"] for each in tables["stage"] if each["tournament_id"] == tournament]
    stage_id = _add(
        tables, "stage", tournament_id=tournament, name=name, type=kind, number=len(numbers) + 1, settings={}
    )
    positions: dict[str, int] = {}
    counted: Counter[int] = Counter()
    for line in lines.strip().splitlines():
        found = LINE.fullmatch(line.strip())
        assert found, line
        group, round_, one, between, other, games = found.groups()
        group_id = _once(tables, "group", stage_id=stage_id, number=int(group))
        round_id = _once(tables, "round", stage_id=stage_id, group_id=group_id, number=int(round_))
        counted[round_id] += 1
        sides = [_side(tables, each, tournament) for each in (one, other)]
        status = _result(sides, between)
        for name_, side in zip((one, other), sides, strict=True):
            if side is not None and name_ not in "?" and (kind == "round_robin" or round_ == "1"):
                side["position"] = positions.setdefault(name_, len(positions) + 1)
        scores = games.split() if games else []
        id_ = _add(
            tables, "match", stage_id=stage_id, group_id=group_id, round_id=round_id, number=counted[round_id],
            child_count=len(scores), status=status, opponent1=sides[0], opponent2=sides[1],
        )  # fmt: skip
        for number, score in enumerate(scores, 1):
            game = [_side(tables, each, tournament) for each in (one, other)]
            own = _result(game, score)
            _add(
                tables, "match_game", stage_id=stage_id, parent_id=id_, number=number, status=own, opponent1=game[0],
                opponent2=game[1],
            )  # fmt: skip
    return tables


def export(tables: Tables) -> str:
    """Return tables as the text of a file."""
    return json.dumps(tables, indent=1, ensure_ascii=False)


def _add(tables: Tables, table: str, **values: Any) -> int:
    tables[table].append({"id": len(tables[table]), **values})
    return len(tables[table]) - 1


def _once(tables: Tables, table: str, **values: Any) -> int:
    for row in tables[table]:
        if values.items() <= row.items():
            return int(row["id"])
    return _add(tables, table, **values)


def _side(tables: Tables, name: str, tournament: int) -> dict[str, Any] | None:
    if name == "-":
        return None
    return {"id": None if name == "?" else _once(tables, "participant", tournament_id=tournament, name=name)}


def _result(sides: list[dict[str, Any] | None], between: str) -> int:
    """Write into two sides how their match ended; return its status."""
    one, other = sides
    if one is None or other is None:
        for side in sides:
            if side is not None:
                side["result"] = "win"
        return LOCKED
    if between == "w/o":
        one["result"], other["forfeit"] = "win", True
    elif between == "><":
        one["forfeit"] = other["forfeit"] = True
    elif between == ">":
        one["result"], other["result"] = "win", "loss"
    elif between == "v":
        return READY
    else:
        home, away = map(int, between.rstrip("*").split("-"))
        one["score"], other["score"] = home, away
        if between.endswith("*"):
            return RUNNING
        won, lost = ("draw", "draw") if home == away else ("win", "loss") if home > away else ("loss", "win")
        one["result"], other["result"] = won, lost
    return COMPLETED

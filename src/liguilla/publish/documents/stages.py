"""Stages in a document: tables, knock-outs, and the boxes of draws and lookups."""

from __future__ import annotations

from liguilla.engine import (
    FIGURES,
    BoxesResult,
    KnockoutResult,
    RankedResult,
    RoundResult,
    Row,
    StageResult,
    Standing,
    TieResult,
    named,
)
from liguilla.publish.documents.matches import leg_document
from liguilla.publish.documents.places import Document, team_of, why_open
from liguilla.publish.figures import exact
from liguilla.words import Phrase, Text, say

__all__ = ["stage_document"]


def stage_document(result: StageResult, language: str) -> Document:
    """Return a stage with all that follows from the facts."""
    head = {"id": result.stage.id, "kind": result.stage.kind, "name": say(named(result.stage), language)}
    tail = {"waits": _said(result.waits, language), "void": _said(result.void, language)}
    match result:
        case RankedResult():
            return {**head, "groups": [_group(standing, language) for standing in result.standings], **tail}
        case KnockoutResult():
            return {**head, "rounds": [_round(round_, language) for round_ in result.rounds], **tail}
        case BoxesResult():
            boxes = {label: [team_of(place) for place in places] for label, places in result.boxes.items()}
            return {**head, "boxes": boxes, **tail}


def _said(thing: Phrase | Text | None, language: str) -> str | None:
    return None if thing is None else say(thing, language)


# ----------------------------------------------------------------------------------------------------- tables


def _group(standing: Standing, language: str) -> Document:
    return {
        "id": standing.label,
        "rows": [_row(row, language) for row in standing.rows],
        "complete": standing.complete,
        "waits": _said(standing.waits, language),
    }


def _row(row: Row, language: str) -> Document:
    return {
        "position": row.position,
        "team": row.team,
        **{name: row.figure(name) for name in FIGURES},
        "points": exact(row.points),
        "decided_by": row.decided_by,
        "reason": _said(row.reason, language),
        "rule": row.rule or None,
        "adjustment": exact(row.adjustment),
        "bonus": exact(row.bonus),
        "best": row.best,
        "worst": row.worst,
    }


# ------------------------------------------------------------------------------------------------- knock-outs


def _round(round_: RoundResult, language: str) -> Document:
    return {
        "id": round_.round.id,
        "name": say(named(round_.round), language),
        "group": round_.group,
        "byes": [team_of(place) for place in round_.byes],
        "ties": [_tie(tie, language) for tie in round_.ties],
        "void": _said(round_.void, language),
    }


def _tie(tie: TieResult, language: str) -> Document:
    return {
        "id": tie.id,
        "name": _said(tie.name, language),
        "teams": [team_of(place) for place in tie.teams],
        "seeds": list(tie.seeds),
        "aggregate": None if tie.aggregate is None else list(tie.aggregate),
        "wins": None if tie.wins is None else list(tie.wins),
        "winner": team_of(tie.winner),
        "decided_by": tie.decided_by,
        "reason": _said(tie.reason, language),
        "rule": tie.rule or None,
        "matches": [match.id for match in tie.matches],
        "legs": [leg_document(leg) for leg in tie.legs],
        **why_open(tie.winner, language),
    }

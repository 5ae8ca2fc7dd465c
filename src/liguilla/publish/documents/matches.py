"""Matches in a document."""

from __future__ import annotations

from liguilla.engine import Leg
from liguilla.facts import Match, Score
from liguilla.publish.dates import clock
from liguilla.publish.documents.places import Document, team_of
from liguilla.publish.figures import exact
from liguilla.publish.fixtures import Fixture, FixtureList
from liguilla.words import say

__all__ = ["byes_document", "fixture_document", "leg_document"]


def leg_document(leg: Leg) -> Document:
    """Return a leg: who is at home, by the match or else by the rules, and the match once there is one."""
    match = leg.match
    return {
        "leg": leg.number,
        "home": match.home if match is not None else team_of(leg.home),
        "away": match.away if match is not None else team_of(leg.away),
        "match": match.id if match is not None else None,
        "kind": leg.kind,
        "if_needed": leg.if_needed,
        **_when(match),
        **_scores(match),
    }


def fixture_document(list_: FixtureList, fixture: Fixture, language: str) -> Document:
    """Return a match of the schedule, or a leg or a proposed pair that has none yet."""
    match, leg = fixture.match, fixture.leg
    home, away = fixture.pair or (team_of(leg.home if leg is not None else None), team_of(leg.away if leg else None))
    return {
        "id": match.id if match is not None else None,
        "stage": list_.stage.id,
        "group": list_.group,
        "round": list_.round.id if list_.round is not None else None,
        "tie": fixture.tie.id if fixture.tie is not None else None,
        "leg": leg.number if leg is not None else None,
        "matchday": list_.matchday,
        "home": match.home if match is not None else home,
        "away": match.away if match is not None else away,
        "proposed": fixture.pair is not None,
        **_when(match),
        **_scores(match),
        "ground": match.ground if match is not None else None,
        "referee": match.referee if match is not None else None,
        "attendance": match.attendance if match is not None else None,
        "ruling": None if fixture.ruled is None else _ruling(fixture, language),
        "assumed": sorted(match.assumed) if match is not None else [],
    }


def byes_document(list_: FixtureList) -> list[Document]:
    """Return the teams that have no opponent on a matchday; also the one of a proposed round."""
    byes = [(bye.team, None if bye.points is None else exact(bye.points), False) for bye in list_.byes]
    if list_.proposed is not None and list_.proposed.bye is not None:
        byes.append((list_.proposed.bye, None, True))
    where = {"stage": list_.stage.id, "group": list_.group, "matchday": list_.matchday}
    return [{**where, "team": team, "points": points, "proposed": proposed} for team, points, proposed in byes]


def _ruling(fixture: Fixture, language: str) -> Document:
    assert fixture.ruled is not None
    reason = fixture.ruled.by.reason if fixture.ruled.by is not None else None
    return {"kind": fixture.ruled.kind, "reason": None if reason is None else say(reason, language)}


def _when(match: Match | None) -> Document:
    return {
        "date": match.date.isoformat() if match is not None and match.date is not None else None,
        "kickoff": clock(match.kickoff) if match is not None and match.kickoff is not None else None,
        "zone": match.zone if match is not None else None,
    }


def _scores(match: Match | None) -> Document:
    """Return every kind of score apart, home side first."""
    return {
        "status": str(match.status) if match is not None else None,
        "score": _score(match.score) if match is not None else None,
        "half_time": _score(match.half_time) if match is not None else None,
        "extra_time": _score(match.extra_time) if match is not None else None,
        "kicks": _score(match.kicks) if match is not None else None,
        "kicks_won_by": match.kicks_won_by if match is not None else None,
    }


def _score(score: Score | None) -> list[int] | None:
    return None if score is None else [score.home, score.away]

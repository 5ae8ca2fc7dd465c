"""When and where matches were: days, clocks, grounds, and how many came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from liguilla.errors import Problem
from liguilla.facts.consistency.saying import error, in_match, note, warning
from liguilla.facts.consistency.seasons import competitions
from liguilla.facts.decisions import Annulment
from liguilla.facts.facts import Facts
from liguilla.facts.matches import Match, Status
from liguilla.facts.people import Ground
from liguilla.facts.records import Competition
from liguilla.words import Listing, phrase

__all__ = ["occasion_problems", "twice_on_a_day"]

NO_OCCASION = (Status.POSTPONED, Status.CANCELLED)


def occasion_problems(facts: Facts) -> Iterator[Problem]:
    """Yield days outside the season, clocks without a zone or with another than the ground's, and crowds too large."""
    frame = facts.competition
    if frame.starts and frame.ends and frame.ends < frame.starts:
        yield error(frame, phrase("facts.ends_before_start", starts=frame.starts, ends=frame.ends))
    grounds = {ground.name: ground for ground in facts.grounds}
    yield from _without_zone(facts.matches, grounds, frame)
    for match in facts.matches:
        ground = grounds.get(match.ground) if match.ground else None
        yield from _outside_season(match, frame)
        yield from _other_clock(match, ground)
        if ground and ground.capacity is not None and (match.attendance or 0) > ground.capacity:
            values = {"attendance": match.attendance, "ground": ground.name, "capacity": ground.capacity}
            yield note(match, phrase("facts.above_capacity", **values), in_match(match))


def twice_on_a_day(facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each team and day with more than one match, over all tournaments."""
    annulled = {
        decision.match for each in competitions(facts) for decision in each.decisions if isinstance(decision, Annulment)
    }
    played: dict[tuple[date, str], list[Match]] = defaultdict(list)
    for each in competitions(facts):
        for match in each.matches:
            if match.date and match.status not in NO_OCCASION and match.id not in annulled:
                for team in match.teams:
                    played[match.date, team].append(match)
    for (day, team), matches in played.items():
        if len(matches) > 1:
            ids = Listing(tuple(f'"{match.id}"' for match in matches))
            message = phrase("facts.twice_on_a_day", team=team, day=day, matches=ids, n=len(matches))
            yield warning(matches[-1], message)


def _outside_season(match: Match, frame: Competition) -> Iterator[Problem]:
    if match.date and frame.starts and match.date < frame.starts:
        message = phrase("facts.before_season", day=match.date, starts=frame.starts)
        yield warning(match, message, in_match(match))
    elif match.date and frame.ends and match.date > frame.ends:
        yield warning(match, phrase("facts.after_season", day=match.date, ends=frame.ends), in_match(match))


def _without_zone(matches: Sequence[Match], grounds: Mapping[str, Ground], frame: Competition) -> Iterator[Problem]:
    """Report kickoffs without a zone, all at once: where one has none, it is mostly the whole season."""
    without = [match for match in matches if match.zone is None and match.kickoff is not None]
    if not without:
        return
    first = without[0]
    ground = grounds.get(first.ground) if first.ground else None
    zone = (ground.zone if ground else None) or frame.zone or "America/Mexico_City"
    values = {"kickoff": f"{first.kickoff:%H:%M}", "zone": zone, "n": len(without)}
    yield warning(first, phrase("facts.kickoff_without_zone", **values), in_match(first))


def _other_clock(match: Match, ground: Ground | None) -> Iterator[Problem]:
    if not match.zone or ground is None or not ground.zone:
        return
    if _offset(match, match.zone) != _offset(match, ground.zone):
        values = {"zone": match.zone, "ground": ground.name, "ground_zone": ground.zone}
        yield warning(match, phrase("facts.zone_not_of_ground", **values), in_match(match))


def _offset(match: Match, zone: str) -> timedelta | str | None:
    """Return how far a zone is from universal time at a match; the zone itself where the day is not known."""
    if match.date is None:
        return zone
    clock = match.kickoff or datetime.min.time()
    return datetime.combine(match.date, clock, ZoneInfo(zone)).utcoffset()

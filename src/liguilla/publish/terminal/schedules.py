"""The schedule: matchdays and rounds, each match with its day and hour by the clock of its ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liguilla.engine import Decided, State
from liguilla.facts import Annulment, Award
from liguilla.publish.dates import clock, day, period, zone_city
from liguilla.publish.fixtures import Fixture, FixtureList, schedule
from liguilla.publish.labels import label
from liguilla.publish.scores import final_score, score_notes
from liguilla.publish.terminal.columns import Column, first_that_fits, write_columns
from liguilla.publish.terminal.page import Page
from liguilla.publish.terminal.ties import leg_name, pair_words, sides

__all__ = ["write_schedule"]


def write_schedule(page: Page, state: State) -> None:
    """Write all fixtures of a competition."""
    lists = schedule(state)
    if not lists:
        page.sentence(page.word("no_fixtures"))
        return
    zone = state.facts.competition.zone
    fixtures = [fixture for each in lists for fixture in each.fixtures]
    page.remarks(_legend(page, fixtures, zone))
    for stage in dict.fromkeys(each.stage.id for each in lists):
        own = [each for each in lists if each.stage.id == stage]
        alike = [fixture for each in own for fixture in each.fixtures if _has_teams(fixture)]
        page.heading(label(own[0].stage, page.language))
        for each in own:
            _write_list(page, each, alike, zone)


def _legend(page: Page, fixtures: Sequence[Fixture], zone: str | None) -> Iterator[str]:
    yield page.word("clock_of_ground") if zone is None else page.word("clock", zone=zone_city(zone))
    if any(fixture.match is not None and "kickoff" in fixture.match.assumed for fixture in fixtures):
        yield page.word("assumed")


def _write_list(page: Page, list_: FixtureList, alike: Sequence[Fixture], zone: str | None) -> None:
    days = [fixture.match.date for fixture in list_.fixtures if fixture.match is not None and fixture.match.date]
    page.heading(_title(page, list_), aside=period(min(days), max(days), page.language) if days else "")
    known = [fixture for fixture in list_.fixtures if _has_teams(fixture)]
    date: Column[Fixture] = Column("", lambda fixture: (_date(page, fixture), "dim"))
    time: Column[Fixture] = Column("", lambda fixture: (_time(fixture), "dim"))
    home: Column[Fixture] = Column("", lambda fixture: _teams(fixture)[0], right=True, least=9)
    score: Column[Fixture] = Column("", lambda fixture: (_score(fixture), "bold"))
    away: Column[Fixture] = Column("", lambda fixture: _teams(fixture)[1], least=9)
    notes: Column[Fixture] = Column("", lambda fixture: (_notes(page, fixture, zone), "dim"), least=12)
    layouts = [[date, time, home, score, away, notes], [home, score, away]]
    layout = first_that_fits(layouts, alike, page.width) if page.width >= 60 else layouts[1]
    if layout is layouts[0]:
        write_columns(page, layout, known, headings=False, alike=alike)
    else:
        # A narrow page: the day above the match, and what there is to note below it.
        moments = [f"{_date(page, fixture)} {_time(fixture)}".strip() for fixture in known]
        for number, (fixture, moment) in enumerate(zip(known, moments, strict=True)):
            if moment and (not number or moment != moments[number - 1]):
                page.sentence(moment, style="dim")
            write_columns(page, layout, [fixture], gap=1, headings=False, alike=alike)
            if _notes(page, fixture, zone):
                page.sentence(_notes(page, fixture, zone), indent=2, style="dim")
    for fixture in list_.fixtures:
        if fixture not in known and fixture.tie is not None:
            page.sentence(pair_words(page, sides(page, fixture.tie)), style="yellow")


def _title(page: Page, list_: FixtureList) -> str:
    if list_.round is None:
        return "" if list_.matchday is None else page.word("matchday", n=list_.matchday)
    parts = [label(list_.round, page.language)]
    if list_.group is not None:
        parts.append(page.word("group", label=list_.group))
    if list_.leg is not None and list_.legs is not None and list_.legs > 1:
        parts.append(leg_name(page, list_.leg, list_.legs).lower())
    return ", ".join(parts)


# ------------------------------------------------------------------------------------------------ one fixture


def _has_teams(fixture: Fixture) -> bool:
    return fixture.match is not None or (
        fixture.tie is not None and all(isinstance(place, Decided) for place in fixture.tie.teams)
    )


def _teams(fixture: Fixture) -> tuple[str, str]:
    """Return home and away; those of the tie, in its order, where the host isn't known or there is none."""
    if fixture.match is not None:
        return fixture.match.teams
    assert fixture.leg is not None
    assert fixture.tie is not None
    sides = (fixture.leg.home, fixture.leg.away) if _host_is_known(fixture) else fixture.tie.teams
    home, away = (place.team if isinstance(place, Decided) else "" for place in sides)
    return home, away


def _host_is_known(fixture: Fixture) -> bool:
    return fixture.leg is not None and isinstance(fixture.leg.home, Decided)


def _date(page: Page, fixture: Fixture) -> str:
    match = fixture.match
    return "" if match is None or match.date is None else day(match.date, page.language, weekday=True, year=False)


def _time(fixture: Fixture) -> str:
    match = fixture.match
    if match is None or match.kickoff is None:
        return ""
    return clock(match.kickoff) + ("*" if "kickoff" in match.assumed else "")


def _score(fixture: Fixture) -> str:
    score = None if fixture.match is None else final_score(fixture.match)
    return "–" if score is None or isinstance(fixture.ruled, Annulment) else str(score)


def _notes(page: Page, fixture: Fixture, zone: str | None) -> str:
    """Return what else there is to say: extra time and kicks, another zone, a decision, a host still to be named."""
    notes: list[str] = []
    match = fixture.match
    if match is not None:
        notes += score_notes(match, page.language)
        if match.zone not in (None, zone) and match.kickoff is not None:
            notes.append(page.word("zone", zone=zone_city(str(match.zone))))
    elif fixture.leg is not None and fixture.leg.home is not None and not _host_is_known(fixture):
        notes.append(page.word("host_unknown"))
    if fixture.ruled is not None:
        notes.append(page.word("awarded" if isinstance(fixture.ruled, Award) else "annulled"))
    return ", ".join(notes)

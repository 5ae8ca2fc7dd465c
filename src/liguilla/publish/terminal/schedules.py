"""The schedule: matchdays and rounds, each match with its day and hour by the clock of its ground."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liguilla.engine import Decided, KnockoutResult, State
from liguilla.formats import League
from liguilla.publish.dates import clock, day, period, zone_city
from liguilla.publish.figures import figure
from liguilla.publish.fixtures import Fixture, FixtureList, schedule
from liguilla.publish.labels import label
from liguilla.publish.legs import leg_name
from liguilla.publish.scores import final_score, score_notes, score_text
from liguilla.publish.sources import At, sources
from liguilla.publish.terminal.columns import Column, Layout, first_that_fits, write_columns
from liguilla.publish.terminal.page import Page
from liguilla.publish.terminal.ties import pair_words, sides
from liguilla.words import Listing

__all__ = ["write_schedule"]


def write_schedule(page: Page, state: State) -> None:
    """Write all fixtures of a competition."""
    lists = schedule(state)
    if not lists:
        page.sentence(page.word("no_fixtures"))
        return
    zone = state.facts.competition.zone
    page.remarks(_legend(page, [fixture for each in lists for fixture in each.fixtures], zone))
    words = _words_of_ties(page, state)
    for stage in dict.fromkeys(each.stage.id for each in lists):
        own = [each for each in lists if each.stage.id == stage]
        page.heading(label(own[0].stage, page.language))
        manner = _Manner.of(page, zone, state.format.sport, [fixture for each in own for fixture in each.fixtures])
        for each in own:
            _write_list(page, each, manner, words)


def _legend(page: Page, fixtures: Sequence[Fixture], zone: str | None) -> Iterator[str]:
    if any(fixture.match is not None and fixture.match.kickoff is not None for fixture in fixtures):
        yield page.word("clock_of_ground") if zone is None else page.word("clock", zone=zone_city(zone, page.language))
    if any(fixture.match is not None and "kickoff" in fixture.match.assumed for fixture in fixtures):
        yield page.word("assumed")


def _write_list(page: Page, list_: FixtureList, manner: _Manner, words: Mapping[_TieAt, str]) -> None:
    known = [fixture for fixture in list_.fixtures if _has_teams(fixture)]
    if not known and list_.leg is not None and list_.leg.number > 1:
        return  # nothing more is known of this leg than of the first
    title = _title(page, list_, leg=bool(known))
    days = [fixture.match.date for fixture in known if fixture.match is not None and fixture.match.date is not None]
    dates = period(min(days), max(days), page.language) if days else ""
    if title or dates:
        page.heading(title or dates, aside=dates if title else "")
    manner.write(page, known)
    if list_.rests is not None:
        page.sentence(page.word("rests", team=list_.rests), style="dim")
    _write_byes(page, list_)
    for fixture in list_.fixtures:
        if fixture not in known and fixture.tie is not None:
            page.sentence(words[list_.stage.id, list_.group, fixture.tie.id], style="yellow")


def _write_byes(page: Page, list_: FixtureList) -> None:
    """Write who has no opponent, and what a proposed round waits for or leaves open."""
    byes = [bye.team if bye.points is None else f"{bye.team} ({figure(bye.points)})" for bye in list_.byes]
    proposed = list_.proposed
    if proposed is not None and proposed.bye is not None:
        byes.append(proposed.bye)
    if byes:
        page.sentence(page.word("have_bye", teams=Listing(tuple(byes))), style="dim")
    if proposed is not None and proposed.waits is not None:
        page.waits(proposed.waits)
    elif proposed is not None and proposed.by_lot:
        page.sentence(page.word("home_by_lot"), style="dim")


@dataclass(frozen=True)
class _Manner:
    """How the fixtures of a stage are set: in one row each or, on a narrow page, below the hour they are played at."""

    layout: Layout[Fixture]
    narrow: bool
    zone: str | None
    alike: Sequence[Fixture]

    @classmethod
    def of(cls, page: Page, zone: str | None, sport: str, fixtures: Sequence[Fixture]) -> _Manner:
        """Return the manner in which all these fixtures fit the page."""
        alike = [fixture for fixture in fixtures if _has_teams(fixture)]
        date: Column[Fixture] = Column("", lambda fixture: (_date(page, fixture), "dim"))
        time: Column[Fixture] = Column("", lambda fixture: (_time(fixture), "dim"))
        home: Column[Fixture] = Column("", lambda fixture: _teams(fixture)[0], right=True, least=9)
        score: Column[Fixture] = Column("", lambda fixture: (_score(fixture, sport), "bold"))
        away: Column[Fixture] = Column("", lambda fixture: _teams(fixture)[1], least=9)
        notes: Column[Fixture] = Column("", lambda fixture: (_notes(page, fixture, zone), "dim"), least=12)
        layouts = [[date, time, home, score, away, notes], [home, score, away]]
        layout = first_that_fits(layouts, alike, page.width) if page.width >= 60 else layouts[1]
        return cls(layout, layout is layouts[1], zone, alike)

    def write(self, page: Page, fixtures: Sequence[Fixture]) -> None:
        """Write these fixtures."""
        if not self.narrow:
            write_columns(page, self.layout, fixtures, headings=False, alike=self.alike)
            return
        before = ""
        for fixture in fixtures:
            moment = f"{_date(page, fixture)} {_time(fixture)}".strip()
            if moment and moment != before:
                page.sentence(moment, style="dim")
            before = moment
            write_columns(page, self.layout, [fixture], gap=1, headings=False, alike=self.alike)
            notes = _notes(page, fixture, self.zone)
            if notes:
                page.sentence(notes, indent=2, style="dim")


_TieAt = tuple[str, str | None, str]
"""Stage, group and id of a tie."""


def _words_of_ties(page: Page, state: State) -> dict[_TieAt, str]:
    """Return the two sides of every tie in words."""
    found: dict[_TieAt, str] = {}
    for result in state.stages.values():
        if isinstance(result, KnockoutResult):
            for group in dict.fromkeys(round_.group for round_ in result.rounds):
                rounds = [round_ for round_ in result.rounds if round_.group == group]
                known = sources(rounds)
                for number, round_ in enumerate(rounds):
                    for tie_number, tie in enumerate(round_.ties):
                        pair = sides(page, rounds, At(number, tie_number), known)
                        found[result.stage.id, group, tie.id] = pair_words(page, pair)
    return found


def _title(page: Page, list_: FixtureList, *, leg: bool) -> str:
    if list_.round is None:
        if list_.matchday is None:
            return ""
        has_rounds = (
            isinstance(list_.stage, League) and list_.stage.fixtures is not None and list_.stage.fixtures.rounds
        )
        title = page.word("round" if has_rounds else "matchday", n=list_.matchday)
        if list_.proposed is not None:
            title = page.word("proposed", round=title)
        return title if list_.group is None else f"{title}, {page.word('group', label=list_.group)}"
    parts = [label(list_.round, page.language)]
    if list_.group is not None:
        parts.append(page.word("group", label=list_.group))
    if leg and list_.leg is not None:
        parts.append(leg_name(list_.leg, list_.legs, page.language).lower())
    return ", ".join(filter(None, parts))


# ------------------------------------------------------------------------------------------------ one fixture


def _has_teams(fixture: Fixture) -> bool:
    return (
        fixture.match is not None
        or fixture.pair is not None
        or (fixture.tie is not None and all(isinstance(place, Decided) for place in fixture.tie.teams))
    )


def _teams(fixture: Fixture) -> tuple[str, str]:
    """Return home and away; those of the tie, in its order, where the host isn't known or there is none."""
    if fixture.match is not None:
        return fixture.match.teams
    if fixture.pair is not None:
        return fixture.pair
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


def _score(fixture: Fixture, sport: str) -> str:
    score = None if fixture.match is None else final_score(fixture.match)
    annulled = fixture.ruled is not None and fixture.ruled.kind == "annulled"
    return "–" if score is None or annulled else score_text(score, sport)


def _notes(page: Page, fixture: Fixture, zone: str | None) -> str:
    """Return what else there is to say: extra time and kicks, another zone, a decision, a host still to be named."""
    notes: list[str] = []
    match = fixture.match
    if match is not None:
        notes += score_notes(match, page.language)
        if match.zone not in (None, zone) and match.kickoff is not None:
            notes.append(page.word("zone", zone=zone_city(str(match.zone), page.language)))
    elif fixture.leg is not None and fixture.leg.home is not None and not _host_is_known(fixture):
        notes.append(page.word("host_unknown"))
    if fixture.leg is not None and fixture.leg.if_needed:
        notes.append(page.word("if_needed"))
    if not fixture.needed:
        notes.append(page.word("not_needed"))
    if fixture.ruled is not None and fixture.ruled.kind is not None:
        notes.append(page.word(fixture.ruled.kind))
    return ", ".join(notes)

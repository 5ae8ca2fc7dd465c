"""Whole pages, one for each thing a person asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.text import Text

from liguilla.engine import BoxesResult, Explanation, KnockoutResult, Opponents, RankedResult, State, scorers
from liguilla.errors import Problem
from liguilla.formats import Format
from liguilla.publish.dates import day, period
from liguilla.publish.labels import competition_title
from liguilla.publish.leads import Lead, leads
from liguilla.publish.prose import format_prose
from liguilla.publish.set_aside import SetAside
from liguilla.publish.shelves import Shelf
from liguilla.publish.terminal.boxes import write_boxes
from liguilla.publish.terminal.brackets import write_knockout
from liguilla.publish.terminal.explanations import write_explanation, write_opponents
from liguilla.publish.terminal.formats import write_formats
from liguilla.publish.terminal.open_places import write_open, write_set_aside
from liguilla.publish.terminal.outcomes import write_outcomes
from liguilla.publish.terminal.page import Page
from liguilla.publish.terminal.problems import write_problems
from liguilla.publish.terminal.prose import write_prose
from liguilla.publish.terminal.schedules import write_schedule
from liguilla.publish.terminal.scorers import write_scorers
from liguilla.publish.terminal.tables import write_ranked

__all__ = [
    "bracket_page",
    "explanation_page",
    "format_page",
    "formats_page",
    "opponents_page",
    "play_page",
    "problems_page",
    "schedule_page",
    "scorers_page",
    "table_page",
]

_Around = tuple[tuple[Format, tuple[str, ...]], ...]
"""The competitions around one, each with the tournaments that lead to it."""


def play_page(
    state: State,
    language: str = "en",
    width: int = 80,
    *,
    set_aside: Sequence[SetAside] = (),
    problems: Sequence[Problem] = (),
) -> Text:
    """Return everything that follows from the facts of a competition, on one page.

    Parameters
    ----------
    set_aside
        Recorded matches that don't fit a changed world.
    problems
        What else has to be told.
    """
    page = Page(language, width)
    _each_competition(page, state, _write_competition, whole=True)
    write_set_aside(page, set_aside)
    if problems:
        page.gap()
        write_problems(page, problems)
    return page.text()


def table_page(state: State, language: str = "en", width: int = 80) -> Text:
    """Return the leagues and tables, with what decided the order of level teams in full."""

    def write(page: Page, inner: State, around: _Around) -> None:
        for result in inner.stages.values():
            if isinstance(result, RankedResult):
                write_ranked(page, result, _leads(inner, result, around), reasons=True)

    page = Page(language, width)
    _each_competition(page, state, write)
    return page.text()


def bracket_page(state: State, language: str = "en", width: int = 80) -> Text:
    """Return the knock-outs: each drawn, and its ties one by one."""

    def write(page: Page, inner: State, around: _Around) -> None:
        for result in inner.stages.values():
            if isinstance(result, KnockoutResult):
                write_knockout(page, result)

    page = Page(language, width)
    _each_competition(page, state, write)
    return page.text()


def scorers_page(state: State, language: str = "en", width: int = 80) -> Text:
    """Return the scorers of a tournament, or of each tournament of a season."""

    def write(page: Page, inner: State, around: _Around) -> None:
        write_scorers(page, scorers(inner))

    page = Page(language, width)
    _each_competition(page, state, write)
    return page.text()


def schedule_page(state: State, language: str = "en", width: int = 80) -> Text:
    """Return all matches by matchday and round, and the legs that have no match yet."""
    page = Page(language, width)
    _each_competition(page, state, lambda page, inner, around: write_schedule(page, inner))
    return page.text()


def problems_page(problems: Sequence[Problem], language: str = "en", width: int = 80) -> Text:
    """Return problems, errors first."""
    page = Page(language, width)
    write_problems(page, problems)
    return page.text()


def explanation_page(explanation: Explanation, language: str = "en", width: int = 80) -> Text:
    """Return why a thing is so."""
    page = Page(language, width)
    write_explanation(page, explanation)
    return page.text()


def opponents_page(opponents: Opponents, language: str = "en", width: int = 80) -> Text:
    """Return whom a team can still meet."""
    page = Page(language, width)
    write_opponents(page, opponents)
    return page.text()


def formats_page(shelves: Sequence[Shelf], language: str = "en", width: int = 80) -> Text:
    """Return what the library has of each country or body: competitions, and their formats by season."""
    page = Page(language, width)
    write_formats(page, shelves)
    return page.text()


def format_page(format_: Format, text: str, language: str = "en", width: int = 80) -> Text:
    """Return a format as prose; `text` is that of its file."""
    page = Page(language, width)
    write_prose(page, format_prose(format_, text))
    return page.text()


# ------------------------------------------------------------------------------------------- one competition


def _each_competition(
    page: Page,
    state: State,
    write: Callable[[Page, State, _Around], None],
    around: _Around = (),
    *,
    whole: bool = False,
) -> None:
    """Write a competition's title, the tournaments inside it, and then what it has of its own.

    `whole` asks for what frames it, too: when it was played, by how many, and what came before and after.
    """
    title = competition_title(state, page.language)
    page.title(title, "─" if around else "═")
    page.remarks(_frame(page, state, inside=bool(around), whole=whole))
    page.gap()
    for name, inner in state.tournaments.items():
        outer = tuple((format_, (*path, name)) for format_, path in (*around, (state.format, ())))
        _each_competition(page, inner, write, outer, whole=whole)
    if state.tournaments and (state.stages or state.outcomes):
        page.title(title)
        page.gap()
    write(page, state, around)


def _frame(page: Page, state: State, *, inside: bool, whole: bool) -> Iterator[str]:
    frame = state.facts.competition
    if state.as_of is not None and not inside:
        yield page.word("as_of", date=day(state.as_of, page.language))
    if not whole:
        return
    dates = period(frame.starts, frame.ends, page.language)
    if dates:
        yield dates
    if frame.country and not inside:
        yield frame.country
    if state.facts.teams:
        yield page.word("teams", n=len(state.facts.teams))
    before = state.facts.seasons_before[0].competition.season if state.facts.seasons_before else None
    if before or frame.previous:
        # Where the season before is given, `previous` is only the way to it.
        yield page.word("previous", season=before or frame.previous)
    if frame.next:
        yield page.word("next", season=frame.next)


def _write_competition(page: Page, state: State, around: _Around) -> None:
    for result in state.stages.values():
        match result:
            case RankedResult():
                write_ranked(page, result, _leads(state, result, around))
            case KnockoutResult():
                write_knockout(page, result)
            case BoxesResult():
                write_boxes(page, result)
    if state.outcomes:
        write_outcomes(page, state)
    rows = scorers(state)
    if rows and not state.tournaments:
        write_scorers(page, rows)
    write_open(page, state)


def _leads(state: State, result: RankedResult, around: _Around) -> dict[str | None, list[Lead]]:
    """Return what the positions of each group of a table lead to, by its own rules and by those around them."""
    return {
        standing.label: [
            lead
            for format_, path in ((state.format, ()), *around)
            for lead in leads(format_, path, result.stage.id, standing.label, len(standing.rows))
        ]
        for standing in result.standings
    }

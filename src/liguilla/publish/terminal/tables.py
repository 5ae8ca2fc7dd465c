"""Leagues and tables: the rows, what decided their order, and what the positions lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from liguilla.engine import RankedResult, Row, Standing
from liguilla.formats import League
from liguilla.publish.figures import figure
from liguilla.publish.labels import capital, label
from liguilla.publish.leads import Lead
from liguilla.publish.terminal.columns import Cell, Column, Layout, first_that_fits, write_columns
from liguilla.publish.terminal.page import Page
from liguilla.words import Phrase

__all__ = ["write_ranked"]


_MOST_NAMES: Final = 8
"""A longer list of teams is no news."""

Leads = Mapping[str | None, Sequence[Lead]]
"""What the positions of each group lead to, by its label."""


def write_ranked(page: Page, result: RankedResult, leads: Leads, *, reasons: bool = False) -> None:
    """Write a league or table, group by group.

    Parameters
    ----------
    leads
        What the positions lead to.
    reasons
        Whether to say in full sentences what decided the order, even where a column names it.
    """
    name = label(result.stage, page.language)
    if result.void is not None or result.waits is not None:
        page.heading(name)
        if result.void is not None:
            page.not_played(result.void)
        else:
            page.waits(result.waits)
        return
    rows = [row for standing in result.standings for row in standing.rows]
    layout = first_that_fits(_layouts(page, result.standings), rows, page.width)
    said = reasons or not any(column.heading == page.word("decided_by") for column in layout)
    for number, standing in enumerate(result.standings, 1):
        title = name if standing.label is None else page.word("group", label=standing.label)
        if standing.label is not None and number == 1:
            page.heading(name)
        page.heading(title, aside="" if standing.complete or standing.waits else _progress(page, result, standing))
        own = leads.get(standing.label, ())
        _write_standing(page, standing, layout, rows, own)
        _write_adjustments(page, result, standing)
        if said and standing.complete:
            for reason in dict.fromkeys(page.say(row.reason) for row in standing.rows if row.reason is not None):
                page.sentence(capital(reason), style="dim")
        after = result.standings[number].label if number < len(result.standings) else None
        if after is None or own != leads.get(after, ()):
            _write_leads(page, own)


def _write_standing(
    page: Page, standing: Standing, layout: Layout[Row], rows: Sequence[Row], leads: Sequence[Lead]
) -> None:
    if standing.waits is not None:
        page.waits(standing.waits)
        return
    edges = _edges(leads, len(standing.rows))
    apart = [edge for edge in edges if standing.rows[edge - 1].position != standing.rows[edge].position]
    write_columns(page, layout, standing.rows, ruled_after=apart, alike=rows)
    if not standing.complete:
        for sentence in _certain(page, standing, edges):
            page.sentence(sentence)


# ---------------------------------------------------------------------------------------------------- columns


def _layouts(page: Page, standings: Sequence[Standing]) -> list[Layout[Row]]:
    """Return what to show, from everything to what fits anywhere."""
    position: Column[Row] = Column(page.word("position"), lambda row: str(row.position), right=True)
    team: Column[Row] = Column(page.word("team"), lambda row: (row.team, "bold" if row.position == 1 else ""), least=16)
    played: Column[Row] = Column(page.word("played"), _figure("played"), right=True)
    record: list[Column[Row]] = [
        Column(page.word("won"), _figure("won"), right=True),
        Column(page.word("drawn"), _figure("drawn"), right=True),
        Column(page.word("lost"), _figure("lost"), right=True),
        Column(page.word("goals_for"), _figure("goals_for"), right=True),
        Column(page.word("goals_against"), _figure("goals_against"), right=True),
    ]
    difference: Column[Row] = Column(page.word("goal_difference"), _figure("goal_difference", signed=True), right=True)
    bonus: list[Column[Row]] = []
    if any(row.bonus for standing in standings for row in standing.rows):
        bonus = [Column(page.word("bonus"), lambda row: figure(row.bonus), right=True)]
    points: Column[Row] = Column(page.word("points"), lambda row: (figure(row.points), "bold"), right=True)
    whole = [position, team, played, *record, difference, *bonus, points]
    note = list(_note(page, standings))
    return [[*whole, *note], whole, [position, team, played, difference, *bonus, points], [position, team, points]]


def _figure(name: str, *, signed: bool = False) -> Callable[[Row], str]:
    """Return how a figure of a record is shown; a dash where it isn't known of every season that counts."""

    def shown(row: Row) -> str:
        value = row.figure(name)
        return "–" if value is None else figure(value, signed=signed)

    return shown


def _note(page: Page, standings: Sequence[Standing]) -> Iterator[Column[Row]]:
    """Give the last column: what decided the order, or where each team can still end."""
    size = max((len(standing.rows) for standing in standings), default=0)
    rows = [row for standing in standings for row in standing.rows]
    if all(standing.complete for standing in standings):
        if any(row.decided_by is not None or row.reason is not None for row in rows):
            yield Column(page.word("decided_by"), lambda row: _decider(page, row))
    elif any((row.best, row.worst) != (1, size) for row in rows):
        yield Column(page.word("can_finish"), lambda row: _span((row.best, row.worst)))


def _decider(page: Page, row: Row) -> Cell:
    """Return the criterion that placed a row, which its reason names; or that nothing did."""
    if row.reason is None:
        return ""
    step = row.reason.values.get("step")
    return page.say(step) if isinstance(step, Phrase) else (page.word("level"), "yellow")


def _write_adjustments(page: Page, result: RankedResult, standing: Standing) -> None:
    """Write the points given and taken by decision; those brought from another stage are everybody's."""
    if result.stage.carry is None:
        page.remarks(
            page.word("adjusted", team=row.team, points=figure(row.adjustment, signed=True))
            for row in standing.rows
            if row.adjustment
        )


# ------------------------------------------------------------------------------------- what positions lead to


def _edges(leads: Sequence[Lead], size: int) -> list[int]:
    """Return the positions after which another future begins."""
    futures = [[lead for lead in leads if position in lead.positions] for position in range(1, size + 1)]
    return [position for position in range(1, size) if futures[position - 1] != futures[position]]


def _write_leads(page: Page, leads: Sequence[Lead]) -> None:
    page.remarks(
        page.word("lead_directly" if lead.directly else "lead", positions=_positions(lead.positions), to=lead.to)
        for lead in leads
    )


def _positions(positions: tuple[int, ...]) -> str:
    """Return positions as runs: ``1-4, 7``."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and position == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return ", ".join(map(_span, runs))


def _span(run: tuple[int, int]) -> str:
    return str(run[0]) if run[0] == run[1] else f"{run[0]}-{run[1]}"


# ----------------------------------------------------------------------------------------- unfinished tables


def _progress(page: Page, result: RankedResult, standing: Standing) -> str:
    played = sum(row.record.played for row in standing.rows) // 2
    stage = result.stage
    if not played:
        return page.word("none_played")
    if isinstance(stage, League) and stage.meetings is not None and stage.counted is None:
        number = len(standing.rows)
        return page.word("matches_played", n=played, total=stage.meetings * number * (number - 1) // 2)
    return page.word("matches_played_so_far", n=played)


def _certain(page: Page, standing: Standing, edges: Sequence[int]) -> Iterator[str]:
    """Give what is certain of an unfinished table: who is sure of the places above a line, and who can't reach them."""
    for edge in edges:
        inside = [row.team for row in standing.rows if row.worst <= edge]
        outside = [row.team for row in standing.rows if row.best > edge]
        suffix = "_first" if edge == 1 else ""
        if 0 < len(inside) <= _MOST_NAMES:
            yield page.word(f"sure_of{suffix}", n=edge, teams=inside)
        if 0 < len(outside) <= _MOST_NAMES:
            yield page.word(f"out_of{suffix}", n=edge, teams=outside)

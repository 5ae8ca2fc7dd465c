"""The list of scorers."""

from __future__ import annotations

from collections.abc import Sequence

from liguilla.engine import Scorer
from liguilla.publish.figures import two_decimals
from liguilla.publish.terminal.columns import Column, first_that_fits, write_columns
from liguilla.publish.terminal.page import Page

__all__ = ["write_scorers"]


def write_scorers(page: Page, rows: Sequence[Scorer]) -> None:
    """Write scorers; what isn't known of them is a dash."""
    page.heading(page.word("scorers"))
    if not rows:
        page.sentence(page.word("no_scorers"))
        return
    rank: Column[Scorer] = Column(page.word("rank"), lambda row: _known(row.rank), right=True)
    player: Column[Scorer] = Column(page.word("player"), lambda row: row.person, least=12)
    nationality: Column[Scorer] = Column(page.word("nationality"), lambda row: row.nationality or "–")
    team: Column[Scorer] = Column(page.word("team"), lambda row: row.team, least=9)
    goals: Column[Scorer] = Column(page.word("goals"), lambda row: (str(row.goals), "bold"), right=True)
    minutes: Column[Scorer] = Column(page.word("minutes"), lambda row: _known(row.minutes), right=True)
    often: Column[Scorer] = Column(page.word("minutes_per_goal"), _often, right=True)
    player_of: Column[Scorer] = Column(page.word("player"), lambda row: f"{row.person}, {row.team}", least=16)
    gap = 2 if page.width >= 60 else 1
    layouts = [
        [rank, player, nationality, team, goals, minutes, often],
        [rank, player, team, goals, often],
        [rank, player_of, goals],
    ]
    write_columns(page, first_that_fits(layouts, rows, page.width, gap=gap), rows, gap=gap)


def _known(number: int | None) -> str:
    return "–" if number is None else str(number)


def _often(row: Scorer) -> str:
    return "–" if row.minutes_per_goal is None else str(two_decimals(row.minutes_per_goal))

"""What holds no team yet, or never will; and what was set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from liguilla.engine import Open, State
from liguilla.publish.labels import place_label
from liguilla.publish.set_aside import SetAside
from liguilla.publish.terminal.page import Page

__all__ = ["write_open", "write_set_aside"]


_TO_BE_PLAYED: Final = ("completion", "round_played", "teams_of", "waits_match", "waits_leg")
"""What is awaited here needs nothing but matches, and is said where the matches are."""


def write_open(page: Page, state: State) -> None:
    """Write what is unresolved, and what waits for more than matches: each reason once, after what it holds open."""
    waiting = [place for place in state.waiting() if place.why.code.removeprefix("engine.") not in _TO_BE_PLAYED]
    for key, places, style in (
        ("unresolved", state.unresolved(), "yellow"),
        ("waiting", waiting, ""),
    ):
        if places:
            page.heading(page.word(key))
            _write(page, state, places, style)


def _write(page: Page, state: State, places: Sequence[Open], style: str) -> None:
    by_reason: dict[str, dict[str, None]] = {}
    for place in places:
        by_reason.setdefault(page.say(place.why), {})[place_label(state, place.where, page.language)] = None
    for why, names in by_reason.items():
        page.sentence(page.word("because", places=", ".join(names), why=why), style=style)


def write_set_aside(page: Page, matches: Sequence[SetAside]) -> None:
    """Write the recorded matches that don't fit a changed world, and why."""
    if not matches:
        return
    page.heading(page.word("set_aside"))
    for each in matches:
        page.sentence(f"{each.id}: {page.say(each.misfit.why)}", style="dim")

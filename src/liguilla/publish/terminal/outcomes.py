"""Outcomes: champions, who goes up and down, and whatever else the rules name."""

from __future__ import annotations

from liguilla.engine import Decided, OutcomeResult, State, Unresolved, Void, Waiting
from liguilla.publish.labels import champion_title, outcome_label
from liguilla.publish.terminal.page import Page
from liguilla.publish.terminal.ties import place_words
from liguilla.words import Listing

__all__ = ["write_outcomes"]


def write_outcomes(page: Page, state: State) -> None:
    """Write each outcome on a line of its own: who holds it and why, or what it waits for."""
    page.gap()
    for outcome in state.outcomes.values():
        name = outcome_label(state.format.outcomes[outcome.id], page.language)
        words, style = _words(page, state, outcome)
        page.sentence(f"{name}: {words}", style=style)


def _words(page: Page, state: State, outcome: OutcomeResult) -> tuple[str, str]:
    """Return who fills an outcome, with the reasons, and the style to say it in."""
    said: dict[str, list[str]] = {}
    open_: list[str] = []
    for place, because in zip(outcome.places, outcome.because, strict=True):
        match place:
            case Decided(team=team):
                titled = champion_title(state, team, page.language) if outcome.id == "champion" else None
                said.setdefault("" if because is None else page.say(because), []).append(titled or team)
            case Waiting(what=what):
                open_.append(page.word("waiting_for", what=what))
            case Unresolved() | Void():
                open_.append(place_words(page, place))
    parts = [
        f"{page.say(Listing(tuple(teams)))} ({why})" if why else page.say(Listing(tuple(teams)))
        for why, teams in said.items()
    ]
    parts += dict.fromkeys(open_)
    style = "bold" if said and outcome.id in ("champion", "promoted") else "" if said else "yellow"
    return "; ".join(parts) or "–", style

"""Conduct: what the cards shown in a match are worth, as far as they are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from liguilla.engine.rulings import RuledMatch
from liguilla.facts import Card, CardKind, Match

__all__ = ["conduct_in", "worth_of_cards"]


def conduct_in(
    matches: Iterable[Match], cards: Mapping[str, tuple[Card, ...]], worth: Mapping[str, int], *, complete: bool
) -> Mapping[int, Mapping[str, int]]:
    """Return what each team's cards in each match are worth; nothing of a match whose cards aren't known.

    They are known if any is recorded, if it is said that none is missing, or if the match wasn't played.

    Parameters
    ----------
    cards
        Those recorded, by the id of the match.
    complete
        Whether no card of any match is missing, so that a match without cards had none.

    Returns
    -------
    Mapping
        By the identity of the match: those of two tournaments may be alike in everything they say.
    """
    found: dict[int, Mapping[str, int]] = {}
    for match in matches:
        shown = cards.get(match.id)
        if shown is not None:
            found[id(match)] = worth_of_cards(shown, worth)
        elif complete or (isinstance(match, RuledMatch) and not match.was_played):
            found[id(match)] = {}
    return found


def worth_of_cards(cards: Iterable[Card], worth: Mapping[str, int]) -> Mapping[str, int]:
    """Return what the cards of one match are worth to each team. A card that the rules don't name is worth nothing.

    A person counts once in a match: a second yellow card takes the place of the first, and a yellow card with a red
    one after it is `yellow_and_red`, or both cards where the rules don't name that.

    Source: FIFA World Cup 2018, 2022 and 2026, as reported: one deduction for each player and match.
    """
    totals: dict[str, int] = {}
    of_person: dict[tuple[str, str], set[CardKind]] = {}
    for card in cards:
        if card.person is None:
            totals[card.team] = totals.get(card.team, 0) + _worth({card.kind}, worth)
        else:
            of_person.setdefault((card.team, card.person), set()).add(card.kind)
    for (team, _), kinds in of_person.items():
        totals[team] = totals.get(team, 0) + _worth(kinds, worth)
    return totals


def _worth(kinds: set[CardKind], worth: Mapping[str, int]) -> int:
    if CardKind.YELLOW_AND_RED in kinds or kinds >= {CardKind.YELLOW, CardKind.RED}:
        apart = worth.get(CardKind.YELLOW, 0) + worth.get(CardKind.RED, 0)
        return worth.get(CardKind.YELLOW_AND_RED, apart)
    for kind in (CardKind.RED, CardKind.SECOND_YELLOW, CardKind.YELLOW):
        if kind in kinds:
            return worth.get(kind, 0)
    return 0

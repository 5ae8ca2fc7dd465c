"""Selectors in words: which teams, and whether they are one or several."""

from __future__ import annotations

from typing import Final

from liguilla.formats import (
    Boxed,
    Draw,
    Entered,
    FactIs,
    Format,
    FromOutcome,
    Lookup,
    Outcome,
    Played,
    Position,
    Range,
    Ranked,
    Selector,
    Term,
)
from liguilla.publish.prose.naming import Names
from liguilla.words import Listing, Phrase, phrase

__all__ = [
    "number_of",
    "number_of_outcome",
    "number_of_verb",
    "one_by_one",
    "position",
    "positions_there",
    "teams",
    "teams_where",
]

SEVERAL: Final = 2
"""Any number but one, for words that only tell one from several."""

WITH_ORDINALS: Final = 10
"""The last place that has a word of its own: first, second, ... tenth."""


def teams(selector: Selector, names: Names) -> Phrase | Listing:
    """Return the teams that a selector gives."""
    given = _together(selector.terms, names)
    if not selector.without:
        return given
    return phrase("prose.without", teams=given, others=_together(selector.without, names))


def one_by_one(selector: Selector, names: Names) -> tuple[Phrase, Phrase] | None:
    """Return the two teams of a tie; None where the selector doesn't name them one by one."""
    if selector.without or len(selector.terms) != 2 or not all(_is_one(term, names) for term in selector.terms):
        return None
    one, other = selector.terms
    return _term(one, names), _term(other, names)


def number_of(selector: Selector, names: Names) -> int:
    """Return 1 if a selector gives one team, else another number."""
    return 1 if len(selector.terms) == 1 and _is_one(selector.terms[0], names) else SEVERAL


def number_of_verb(selector: Selector, names: Names) -> int:
    """Return 1 if the verb is that of one team; the first of each group are several, and yet he ``takes part``."""
    match selector.terms:
        case (Ranked(each=True, range=range_),) if _is_single(range_):
            return 1
        case _:
            return number_of(selector, names)


def number_of_outcome(outcome: Outcome | None, names: Names) -> int:
    """Return 1 if an outcome holds one team, as far as these rules say, else another number."""
    if outcome is None:
        return 1
    if outcome.places is not None or not outcome.choices:
        return outcome.places or 1
    return number_of(outcome.choices[0].take, names)


def teams_where(facts: tuple[FactIs, ...], names: Names) -> Phrase:
    """Return all teams that have these values."""
    return phrase("prose.the_teams", where=_where(facts, names))


def _together(terms: tuple[Term, ...], names: Names) -> Phrase | Listing:
    said = tuple(_term(term, names) for term in terms)
    return said[0] if len(said) == 1 else Listing(said)


def _where(facts: tuple[FactIs, ...], names: Names) -> Listing:
    return Listing(tuple(map(names.where, facts)))


# ----------------------------------------------------------------------------------------------------- the terms


def _term(term: Term, names: Names) -> Phrase:
    match term:
        case Entered():
            return teams_where(term.where, names) if term.where else phrase("prose.all_teams")
        case Ranked():
            said = _ranked(term, names)
        case Played():
            said = _played(term, names)
        case FromOutcome():
            said = _from_outcome(term, names)
        case _:
            said = _boxed(term, names)
    return phrase("prose.who", teams=said, where=_where(term.where, names)) if term.where else said


def _ranked(term: Ranked, names: Names) -> Phrase:
    if term.each:
        of = names.each_group(term.stage, term.path)
        places = _places(term.range, of)
        # All firsts come before all seconds.
        return places if _is_single(term.range) else phrase("prose.position_by_position", teams=places)
    if term.group is not None:
        return _places(term.range, names.group(term.stage, term.group, term.path))
    return _places(term.range, names.stage(term.stage, term.path))


def _played(term: Played, names: Names) -> Phrase:
    if term.tie is not None:
        of = names.tie(term.stage, term.round, term.tie, term.group, term.path)
    else:
        of = names.round(term.stage, term.round, term.group, term.path)
    if term.single:
        return phrase(f"prose.{term.side}_of", of=of)
    return _by_seed(phrase(f"prose.{term.side}s_of", of=of), term.range)


def _from_outcome(term: FromOutcome, names: Names) -> Phrase:
    outcome = names.find_outcome(term.outcome, term.competition)
    n = number_of_outcome(outcome, _of_competition(names, term.competition))
    said = names.outcome(term.outcome, n, term.competition)
    return said if term.range is None else _places(term.range, said)


def _boxed(term: Boxed, names: Names) -> Phrase:
    stage = names.find_stage(term.stage, term.path)
    named = names.stage(term.stage, term.path)
    if isinstance(stage, Lookup):
        said = phrase("prose.looked_up", lookup=named, label=term.label)
    else:
        said = phrase("prose.drawn_into", n=_size(stage, term.label), label=term.label, draw=named)
    return said if term.range is None else _places(term.range, said)


def _by_seed(said: Phrase, range_: Range | None) -> Phrase:
    return said if range_ is None else phrase("prose.by_seed", teams=_places(range_, said))


# ------------------------------------------------------------------------------------------------- one or several


def _is_one(term: Term, names: Names) -> bool:
    match term:
        case Entered() | Ranked(each=True):
            return False
        case Played(single=True):
            return True
        case FromOutcome(range=None):
            outcome = names.find_outcome(term.outcome, term.competition)
            return number_of_outcome(outcome, _of_competition(names, term.competition)) == 1
        case Boxed(range=None):
            return _size(names.find_stage(term.stage, term.path), term.label) == 1
        case _:
            return _is_single(term.range)


def _of_competition(names: Names, competition: str | None) -> Names:
    """Return the names of the format that an outcome of another competition is in, if it is known."""
    other = names.format.tournaments.get(competition or "") or names.format.other_competitions.get(competition or "")
    return Names(other) if isinstance(other, Format) else names


def _size(stage: object, label: str) -> int:
    """Return how many teams a box of a draw holds; a box of a lookup holds one."""
    return sum(pot.into.count(label) for pot in stage.pots) if isinstance(stage, Draw) else 1


def _is_single(range_: Range | None) -> bool:
    return range_ is not None and range_.first == range_.last


# ----------------------------------------------------------------------------------------------------- positions


def _places(range_: Range | None, of: Phrase) -> Phrase:
    """Return the teams in a range of positions: ``the first of the table``, ``the last 3 of ...``."""
    match range_:
        case None:
            return phrase("prose.all_of", of=of)
        case Range(first=first, last=last) if first == last:
            return _place(first, of)
        case Range(first=Position(number=most, from_end=True), last=Position(number=1, from_end=True)):
            return phrase("prose.bottom_of", number=most, of=of)
        case Range(first=Position(number=first, from_end=False), last=Position(number=last, from_end=False)):
            code = "two_places_of" if last == first + 1 else "places_of"
            return phrase(f"prose.{code}", first=first, last=last, of=of)
        case Range(first=first, last=last):
            return phrase("prose.places_from_of", first=position(first), last=position(last), of=of)


def positions_there(range_: Range | None) -> Phrase:
    """Return which positions of something that has just been named."""
    match range_:
        case None:
            return phrase("prose.all_there")
        case Range(first=first, last=last) if first == last:
            return phrase("prose.place_there", position=position(first))
        case Range(first=first, last=last):
            return phrase("prose.places_there", first=position(first), last=position(last))


def _place(place: Position, of: Phrase) -> Phrase:
    if place.from_end:
        if place.number > 3:
            return phrase("prose.before_last_of", number=place.number - 1, of=of)
        return phrase(f"prose.last_{place.number}_of", of=of)
    if place.number > WITH_ORDINALS:
        return phrase("prose.place_number_of", number=place.number, of=of)
    return phrase("prose.place_of", ordinal=phrase(f"prose.first_{place.number}"), of=of)


def position(place: Position) -> Phrase:
    """Return a position as such: ``position 3``, ``the last position``."""
    if not place.from_end:
        return phrase("prose.position", number=place.number)
    if place.number == 1:
        return phrase("prose.position_last")
    return phrase("prose.position_before_last", n=place.number - 1)

"""From the words after ``when`` to a condition."""

from __future__ import annotations

from contextlib import suppress

from liguilla.formats.conditions import Ahead, Clause, Condition, HasFact, Is, IsAmong, LevelWith
from liguilla.formats.reading.condition_words import (
    AheadWords,
    AmongWords,
    ClauseWords,
    HasWords,
    IsWords,
    LevelWords,
    read_condition,
)
from liguilla.formats.reading.draft import Draft, Lost
from liguilla.formats.reading.rankings import criterion
from liguilla.formats.reading.selectors import select
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.wrong_words import WrongWords
from liguilla.formats.selectors import Ranked, Selector

__all__ = ["condition"]


def condition(draft: Draft, text: str | None, spot: Spot) -> Condition | None:
    """Read a condition, and report what in it has no meaning."""
    if text is None:
        return None
    clauses = []
    try:
        words = read_condition(text)
        for clause_words in words.clauses:
            with suppress(Lost):
                clauses.append(_clause(draft, clause_words, spot))
    except WrongWords as wrong:
        draft.report.problem(spot, "condition", text=text, said=wrong.said)
        return None
    return Condition(tuple(clauses), words.joined_by, text)


def _clause(draft: Draft, words: ClauseWords, spot: Spot) -> Clause:
    left = select(draft, words.left, spot).selector
    if isinstance(words, HasWords):
        draft.word(words.fact, words.value)
        return HasFact(left, words.fact, words.value)
    right = select(draft, words.right, spot).selector
    match words:
        case IsWords(negated=negated):
            return Is(left, right, negated)
        case AmongWords(negated=negated):
            return IsAmong(left, right, negated)
        case LevelWords(negated=negated, on=on):
            _refuse_other_than_positions(left, right)
            criteria = (criterion(draft, text, spot) for text in on)
            return LevelWith(left, right, tuple(filter(None, criteria)), negated)
        case AheadWords(negated=negated, number=number, on=on):
            _refuse_other_than_positions(left, right)
            by = criterion(draft, on, spot)
            if by is None:
                raise Lost
            return Ahead(left, right, number, by, negated)


def _refuse_other_than_positions(left: Selector, right: Selector) -> None:
    """Refuse to compare what isn't two positions of one table; what couldn't be read is let through."""
    if not (left.terms and right.terms):
        return
    match left.terms, right.terms:
        case [Ranked() as one], [Ranked() as other]:
            same = (one.path, one.stage, one.group) == (other.path, other.stage, other.group)
            if same and not left.without and not right.without and _is_position(one) and _is_position(other):
                return
    raise WrongWords("condition_positions")


def _is_position(ranked: Ranked) -> bool:
    one = ranked.range is not None and ranked.range.first == ranked.range.last
    return one and not ranked.each and not ranked.where

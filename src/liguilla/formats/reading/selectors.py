"""From the words of a selector to places, and to their number where the format fixes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liguilla.formats.reading.draft import PREVIOUS, Draft, Lost, Named
from liguilla.formats.reading.outline import Outline
from liguilla.formats.reading.ranges import length, refuse_outside, take_range
from liguilla.formats.reading.selector_words import TermWords, read_selector
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.wrong_words import WrongWords
from liguilla.formats.selectors import Boxed, Entered, FromOutcome, Played, Range, Ranked, Selector, Term

__all__ = ["Selected", "as_text", "select"]


@dataclass(frozen=True, slots=True)
class Selected:
    """A selector and the number of its places; None where the facts decide it, or something is wrong with it."""

    selector: Selector
    places: int | None


Counted = tuple[Term, int | None]
"""A term and the number of its places."""


def select(draft: Draft, written: str | list[str], spot: Spot) -> Selected:
    """Read a selector, or a list of them, and report what in it has no meaning."""
    text = as_text(written)
    parts = [(written, spot)] if isinstance(written, str) else list(zip(written, spot.items, strict=True))
    terms: list[Term] = []
    without: list[Term] = []
    numbers: list[int | None] = []
    for part, at in parts:
        try:
            words = read_selector(part)
        except WrongWords as wrong:
            draft.report.problem(at, "selector", text=text, said=wrong.said)
            numbers.append(None)
            continue
        for term, number in _terms(draft, words.terms, text, at):
            numbers.append(number)
            terms += [term] if term else []
        for term, _ in _terms(draft, words.without, text, at):
            # How many of these are among those before "except", only the facts can tell.
            numbers.append(None)
            without += [term] if term else []
    known = [number for number in numbers if number is not None]
    places = sum(known) if len(known) == len(numbers) else None
    return Selected(Selector(tuple(terms), tuple(without), text), places)


def as_text(written: str | list[str]) -> str:
    """Return a selector in one line: a list is the same as ``+``."""
    return written if isinstance(written, str) else " + ".join(written)


def _terms(
    draft: Draft, terms: tuple[TermWords, ...], text: str, spot: Spot
) -> Iterator[tuple[Term | None, int | None]]:
    for words in terms:
        try:
            _check_facts(draft, words)
            term, number = _term(draft, words, spot)
        except WrongWords as wrong:
            draft.report.problem(spot, "selector", text=text, said=wrong.said)
            yield None, None
        except Lost:
            yield None, None
        else:
            yield term, None if words.where else number


def _check_facts(draft: Draft, words: TermWords) -> None:
    for condition in words.where:
        draft.word(condition.fact, condition.value)


def _term(draft: Draft, words: TermWords, spot: Spot) -> Counted:
    if words.is_teams:
        return Entered(words.where), draft.number
    if words.competition and (words.competition in (*draft.competitions(), PREVIOUS)):
        return _outcome_of(draft, words, words.competition)
    inside, path = draft.enter(words.path)
    if inside is None or (words.competition and draft.is_lost(words.competition)):
        raise Lost
    named = _named(inside, path, words)
    tournaments = words.path[: len(words.path) - len(path)]
    here = inside is draft and not tournaments
    if named.stage is None:
        return _own_outcome(inside, named, words, tournaments, spot)
    # Of a season before, as much is known as has been read of this one.
    outline = draft.outline(named.stage, spot) if here else inside.outlines[named.stage]
    if words.side:
        return _played(draft, named, outline, words, tournaments)
    if named.sort != "stage":
        raise WrongWords(f"selector_is_{named.sort}", id=named.id)
    if outline.kind == "knockout":
        raise WrongWords("selector_knockout", id=named.id)
    if outline.kind in ("draw", "lookup"):
        return _boxed(named.id, outline, words, tournaments)
    return _ranked(named.id, outline, words, tournaments)


def _named(inside: Draft, path: tuple[str, ...], words: TermWords) -> Named:
    """Find out what a path names in a format."""
    if len(path) == 2 and path[0] in inside.written:
        return _round_of(inside, *path)
    name = path[0]
    if len(path) > 1:
        if inside.is_lost(name):
            raise Lost
        raise WrongWords("nowhere", id=name, near=(name, (*inside.competitions(), *inside.written)))
    called = inside.names.get(name, [])
    wanted = ("round", "tie") if words.side else ("stage", "outcome")
    found = [named for named in called if named.sort in wanted] or called
    if not found:
        if inside.is_lost(name):
            raise Lost
        raise WrongWords("nothing_called", id=name, near=(name, inside.names))
    stages = tuple(dict.fromkeys(named.stage for named in found if named.stage))
    if len(stages) > 1:
        raise WrongWords("several_called", id=name, paths=tuple(f"{stage}.{name}" for stage in stages))
    # A round and its only tie may have one name: then the round is meant.
    return next((named for named in found if named.sort == "round"), found[0])


def _round_of(inside: Draft, stage: str, name: str) -> Named:
    outline = inside.outlines[stage]
    if name in outline.rounds:
        return Named(name, "round", stage)
    if name in outline.ties:
        return Named(name, "tie", stage)
    if inside.is_lost(name):
        raise Lost
    raise WrongWords("no_round", stage=stage, id=name, near=(name, (*outline.rounds, *outline.ties)))


# ---------------------------------------------------------------------------------------------------- outcomes


def _outcome_of(draft: Draft, words: TermWords, competition: str) -> Counted:
    """Read an outcome of a tournament, of another competition, or of the season before."""
    outcome = words.path[0]
    range_, rest = take_range(words.rest[1:])
    _refuse_rest(rest)
    term = FromOutcome(outcome, competition, range_, words.where)
    inside: Draft | tuple[str, ...] | None = draft
    if competition != PREVIOUS:
        inside = {**draft.other_competitions, **draft.tournaments}[competition]
    if inside is None:
        raise Lost
    if isinstance(inside, tuple):
        if outcome not in inside:
            near = (outcome, inside)
            raise WrongWords("outcome_not_given", competition=competition, id=outcome, near=near)
        # Of an outcome that is only a name no number is known; it is taken for one place.
        return term, length(range_, None) if range_ else 1
    if ("outcome", outcome) not in inside.places:
        if inside.is_lost(outcome):
            raise Lost
        near = (outcome, inside.called("outcome"))
        raise WrongWords("no_outcome_of", competition=competition, id=outcome, near=near)
    return term, _counted_outcome(inside, outcome, range_)


def _own_outcome(inside: Draft, named: Named, words: TermWords, tournaments: tuple[str, ...], spot: Spot) -> Counted:
    if words.side:
        raise WrongWords("selector_is_outcome", id=named.id, word=words.side_word)
    if words.each:
        raise WrongWords("selector_no_groups", id=named.id)
    if len(tournaments) > 1:
        raise WrongWords("selector_outcome_deep", id=named.id)
    if not tournaments:
        inside.need(("outcome", named.id), spot)
    if words.competition and words.competition.isidentifier() and words.competition not in ("last", "bottom"):
        near = (words.competition, inside.competitions())
        raise WrongWords("no_competition", word=words.competition, near=near)
    range_, rest = take_range(words.rest)
    _refuse_rest(rest)
    term = FromOutcome(named.id, tournaments[0] if tournaments else None, range_, words.where)
    return term, _counted_outcome(inside, named.id, range_)


def _counted_outcome(inside: Draft, outcome: str, range_: Range | None) -> int | None:
    size = inside.outcome_sizes.get(outcome)
    refuse_outside(range_, size, "no_position_in_outcome", id=outcome)
    return length(range_, size) if range_ else size


# --------------------------------------------------------------------------------------------------- knock-outs


def _played(draft: Draft, named: Named, outline: Outline, words: TermWords, tournaments: tuple[str, ...]) -> Counted:
    assert words.side
    assert named.stage
    if named.sort == "stage":
        raise WrongWords("selector_no_rounds", id=named.id, kind=outline.kind, word=words.side_word)
    is_tie = named.sort == "tie"
    round_ = outline.ties[named.id] if is_tie else named.id
    at_round = draft.round_of(named.stage) if not tournaments else None
    if at_round is not None and outline.rounds[round_].number >= at_round:
        raise WrongWords("selector_later", id=named.id)
    group, rest = _take_group(named.stage, outline, words.rest)
    range_ = None
    if rest and not words.single:
        if not outline.seeded and not outline.vague:
            raise WrongWords("selector_no_seeds", stage=named.stage)
        range_, rest = take_range(rest)
    if rest:
        raise WrongWords("selector_unreadable_after", rest=" ".join(rest), id=named.id)
    ties = 1 if is_tie else outline.rounds[round_].ties
    tie = named.id if is_tie else None
    term = Played(words.side, named.stage, round_, tie, words.single, tournaments, group, range_, words.where)
    labels = outline.groups.labels if outline.groups and group is None else ()
    if words.single:
        if ties is not None and ties > 1:
            raise WrongWords("selector_several_ties", id=named.id, ties=ties, words=f"{words.side}s {named.id}")
        if labels:
            several, one = f"{words.side}s {named.id}", f"{words.side} {named.id} {labels[0]}"
            raise WrongWords("selector_in_groups", stage=named.stage, several=several, one=one)
        return term, 1
    number = ties and ties * (len(labels) or 1)
    refuse_outside(range_, number, "no_position_in_round", id=named.id)
    return term, length(range_, number) if range_ else number


def _take_group(stage: str, outline: Outline, words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    if not words or outline.groups is None:
        return None, words
    label, rest = _take_label(outline.groups.labels, words)
    if label is None:
        near = (words[0], outline.groups.labels)
        raise WrongWords("no_group_of_stage", stage=stage, label=words[0], near=near)
    return label, rest


# ------------------------------------------------------------------------------------------- rankings and boxes


def _ranked(name: str, outline: Outline, words: TermWords, tournaments: tuple[str, ...]) -> Counted:
    groups, rest, group = outline.groups, words.rest, None
    if outline.vague:
        *label, position = rest or ("",)
        range_ = take_range((position,))[0] if position else None
        return Ranked(name, tournaments, " ".join(label) or None, words.each, range_, words.where), None
    if groups is None and words.each:
        raise WrongWords("selector_no_groups", id=name)
    if groups and rest and not words.each:
        group, rest = _take_label(groups.labels, rest)
        if group is None:
            raise _wrong_group(name, groups.labels, rest)
    range_, rest = take_range(rest)
    _refuse_rest(rest)
    term = Ranked(name, tournaments, group, words.each, range_, words.where)
    if groups is None:
        refuse_outside(range_, outline.size, "no_position", id=name)
        return term, length(range_, outline.size) if range_ else outline.size
    size = groups.sizes[group] if group else groups.size
    code = "no_position_in_group" if group and groups.differ else "no_position_in_each"
    refuse_outside(range_, size, code, id=name, label=group)
    if range_ is None:
        return term, size if group else groups.total
    number = length(range_, size)
    return term, number if group else number and number * len(groups.labels)


def _wrong_group(name: str, labels: tuple[str, ...], rest: tuple[str, ...]) -> WrongWords:
    if len(rest) > 1:
        return WrongWords("selector_no_group", id=name, label=rest[0], labels=labels)
    one, every = f"{name} {labels[0]} {rest[0]}", f"each {name} {rest[0]}"
    return WrongWords("selector_which_group", id=name, labels=labels, one=one, every=every)


def _boxed(name: str, outline: Outline, words: TermWords, tournaments: tuple[str, ...]) -> Counted:
    if words.each:
        raise WrongWords("selector_each_box", id=name)
    if outline.vague or outline.groups is None:
        return Boxed(name, " ".join(words.rest), tournaments, None, words.where), None
    labels = outline.groups.labels
    if not words.rest:
        raise WrongWords("selector_which_box", id=name, labels=labels)
    label, rest = _take_label(labels, words.rest)
    if label is None:
        code = "selector_no_column" if outline.kind == "lookup" else "selector_no_box"
        raise WrongWords(code, id=name, label=words.rest[0], labels=labels)
    range_, rest = take_range(rest)
    _refuse_rest(rest)
    size = outline.groups.sizes[label]
    refuse_outside(range_, size, "no_position_in_box", id=name, label=label)
    return Boxed(name, label, tournaments, range_, words.where), length(range_, size) if range_ else size


def _take_label(labels: tuple[str, ...], words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Read the longest label that the words begin with; a label may have several words."""
    for end in range(len(words), 0, -1):
        if (label := " ".join(words[:end])) in labels:
            return label, words[end:]
    return None, words


def _refuse_rest(rest: tuple[str, ...]) -> None:
    if rest:
        raise WrongWords("selector_unreadable", rest=" ".join(rest))

"""The places of a format that a match can belong to, and what headings in a file of results say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from liguilla.formats import (
    AsNeeded,
    ByFact,
    Draw,
    Each,
    Format,
    GroupsOf,
    Knockout,
    League,
    NamedGroups,
    Stage,
    Table,
)
from liguilla.notation.competitions import KnownCompetition, common_words, heading_words
from liguilla.words import Text

__all__ = ["HeadingReader", "Meaning", "Slot", "group_called", "group_labels", "slots_of"]

OF_ONE_LIFE: Final = re.compile(r"final|semifinals|quarterfinals|round_of_\d+")
OF_TWO_LIVES: Final = re.compile(r"(?:upper|lower)_(?:\d+|final)|final|second_final")
"""The rounds of a knock-out that makes them as needed."""


class Slot(NamedTuple):
    """A league, or a round of a knock-out; ``path`` names the tournaments it lies in. ``round`` is None of a league.

    Of rounds that are only known with the number of entrants, ``round`` is empty: any of them may be meant.
    """

    path: tuple[str, ...]
    stage: str
    round: str | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the headings above a match leave possible.

    Attributes
    ----------
    slots
        Where it can belong, in the order of the format.
    group
        The label of a group, as the heading has it.
    round
        The id of a round whose stage makes its rounds as needed.
    unknown
        The headings that said nothing.
    """

    slots: tuple[Slot, ...]
    group: str | None = None
    matchday: int | None = None
    round: str | None = None
    unknown: tuple[str, ...] = ()


def slots_of(format_: Format, path: tuple[str, ...] = ()) -> Iterator[Slot]:
    """Give every slot of a format and of the tournaments inside it, these first."""
    for name, inner in format_.tournaments.items():
        yield from slots_of(inner, (*path, name))
    for stage in format_.stages.values():
        if isinstance(stage, League):
            yield Slot(path, stage.id)
        elif isinstance(stage, Knockout):
            rounds = stage.rounds
            names = ("",) if isinstance(rounds, AsNeeded) else tuple(round_.id for round_ in rounds)
            yield from (Slot(path, stage.id, name) for name in names)


def group_labels(format_: Format, stage: Stage) -> tuple[str, ...]:
    """Return the labels of a stage's groups, as far as the format itself says them."""
    if isinstance(stage, Draw):
        return stage.boxes
    match stage.groups if isinstance(stage, Table | Knockout) else None:
        case NamedGroups(members=members):
            return tuple(members)
        case ByFact(labels=labels):
            return labels
        case GroupsOf(stage=other):
            return group_labels(format_, format_.stages[other])
        case Each(stage=other, path=path):
            for name in path:
                format_ = format_.tournaments[name]
            return group_labels(format_, format_.stages[other])
        case _:
            return ()


@dataclass(frozen=True)
class HeadingReader:
    """Reads headings against the rules of one season: each of them narrows down where a match can belong."""

    format: Format
    competition: KnownCompetition | None = None
    slots: tuple[Slot, ...] = field(init=False)
    _called: Mapping[str, frozenset[Slot]] = field(init=False, repr=False)
    _meanings: dict[tuple[str, ...], Meaning] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "slots", tuple(slots_of(self.format)))
        object.__setattr__(self, "_called", dict(_names(self.format, self.slots)))

    def meaning(self, headings: tuple[str, ...]) -> Meaning:
        """Return what these headings, outermost first, say together."""
        if headings not in self._meanings:
            self._meanings[headings] = self._read(headings)
        return self._meanings[headings]

    def _read(self, headings: tuple[str, ...]) -> Meaning:
        left = frozenset(self.slots)
        group: str | None = None
        matchday: int | None = None
        round_: str | None = None
        unknown: list[str] = []
        for heading in headings:
            words = heading_words(heading)
            narrowed, words = self._tournament(left, words)
            found = self._narrowed(narrowed, words) or self._elsewhere(narrowed, words) if words else narrowed
            if found is not None:
                left = found
                round_ = self._as_needed(left, words) or round_
            elif words in _nothing():
                left = narrowed
            elif (number := _numbered(_matchday(), words)) is not None:
                left = frozenset(slot for slot in narrowed if slot.round is None) or narrowed
                matchday = number
            elif (label := group_called(words)) is not None:
                left = self._with_group(narrowed, label) or narrowed
                group = label
            else:
                left = narrowed
                unknown.append(heading)
        return Meaning(tuple(slot for slot in self.slots if slot in left), group, matchday, round_, tuple(unknown))

    def _tournament(self, slots: frozenset[Slot], words: str) -> tuple[frozenset[Slot], str]:
        """Read the name of a tournament off the beginning of a heading, or off its end."""
        for name, inner in self.format.tournaments.items():
            own = frozenset(slot for slot in slots if slot.path[:1] == (name,))
            for called in {heading_words(each) for each in (name, *_texts(inner.name))}:
                if own and re.search(rf"^{re.escape(called)}\b|\b{re.escape(called)}$", words):
                    return own, words.removeprefix(called).removesuffix(called).strip()
        return slots, words

    def _narrowed(self, slots: frozenset[Slot], words: str) -> frozenset[Slot] | None:
        """Return the slots of these that the words name; None if they name none of them."""
        ids = self.competition.headings.get(words, ()) if self.competition else common_words().get(words, ())
        for name in (words, *map(heading_words, ids)):
            for id_ in (name, *(f"{heading_words(s.stage)} {name}" for s in slots)):
                found = slots & self._called.get(id_, frozenset())
                if found:
                    return found
        return frozenset(slot for slot in slots if any(self._may_have(slot, id_) for id_ in ids)) or None

    def _elsewhere(self, slots: frozenset[Slot], words: str) -> frozenset[Slot] | None:
        """Return what an inner heading names outside the stage named by an outer one: the inner one is right.

        A file may call all that comes after the league "Playoffs", where the rules have several stages.
        """
        paths = {slot.path for slot in slots}
        return self._narrowed(frozenset(slot for slot in self.slots if slot.path in paths), words)

    def _as_needed(self, slots: frozenset[Slot], words: str) -> str | None:
        """Return the id of the round that the words name, in a stage that makes its rounds as needed."""
        ids = self.competition.headings.get(words, ()) if self.competition else common_words().get(words, ())
        return next((id_ for id_ in ids if any(self._may_have(slot, id_) for slot in slots)), None)

    def _may_have(self, slot: Slot, id_: str) -> bool:
        """Return whether a stage that makes its rounds as needed may make one with this id."""
        if slot.round != "":
            return False
        stage = self._stage(slot)
        two_lives = isinstance(stage, Knockout) and stage.lives == 2
        return (OF_TWO_LIVES if two_lives else OF_ONE_LIFE).fullmatch(id_) is not None

    def _stage(self, slot: Slot) -> Stage:
        format_ = self.format
        for name in slot.path:
            format_ = format_.tournaments[name]
        return format_.stages[slot.stage]

    def _with_group(self, slots: frozenset[Slot], label: str) -> frozenset[Slot]:
        def has(slot: Slot) -> bool:
            format_ = self.format
            for name in slot.path:
                format_ = format_.tournaments[name]
            labels = group_labels(format_, format_.stages[slot.stage])
            return any(heading_words(each) == label for each in labels)

        grouped = frozenset(slot for slot in slots if has(slot))
        return grouped or frozenset(slot for slot in slots if slot.round is None)


def _names(format_: Format, slots: Iterable[Slot]) -> Mapping[str, frozenset[Slot]]:
    """Return the slots that each name means: of a tournament, stage or round, by its id or in any language."""
    found: dict[str, set[Slot]] = {}
    for slot in slots:
        inner = format_
        names: list[str] = []
        for name in slot.path:
            inner = inner.tournaments[name]
            names += (name, *_texts(inner.name))
        stage = inner.stages[slot.stage]
        names += (stage.id, *_texts(stage.name))
        if isinstance(stage, Knockout) and not isinstance(stage.rounds, AsNeeded):
            for round_ in stage.rounds:
                if round_.id == slot.round:
                    ties = [each for tie in round_.ties for each in (tie.id, *_texts(tie.name))]
                    names += (round_.id, *_texts(round_.name), f"{stage.id} {round_.id}", *ties)
        for each in names:
            found.setdefault(heading_words(each), set()).add(slot)
    return {name: frozenset(meant) for name, meant in found.items()}


def _texts(text: Text | None) -> tuple[str, ...]:
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text.values())


@cache
def _nothing() -> frozenset[str]:
    return frozenset(common_words("nothing"))


@cache
def _matchday() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, common_words('matchday')))}) (\d{{1,4}})")


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, common_words('group')))}) (\S.*)")


GERMAN: Final = re.compile(r"(\d{1,4}) (\w+)")


def _numbered(pattern: re.Pattern[str], words: str) -> int | None:
    turned = GERMAN.sub(r"\2 \1", words) if GERMAN.fullmatch(words) else words
    found = pattern.fullmatch(turned)
    return int(found[1]) if found else None


def group_called(words: str) -> str | None:
    """Return the label in the words of a heading such as ``group a``; None if they are of no group."""
    found = _group().fullmatch(words)
    return found[1] if found else None

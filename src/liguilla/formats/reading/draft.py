"""A format while it is read: what is called how, what is known of it so far, and what needs what.

Stages may name later ones, so each is built when it is first needed; what is needed while it is itself being built
closes a circle.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from liguilla.formats.format import Entry, Format, Known, Outcome
from liguilla.formats.rankings import Ranking
from liguilla.formats.reading import written
from liguilla.formats.reading.outline import Outline
from liguilla.formats.reading.report import Report
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.wrong_words import WrongWords
from liguilla.formats.stages import Stage

__all__ = ["PREVIOUS", "Draft", "Lost", "Named", "Part"]

MOST_WAITING: Final = 40
"""Parts of which each waits for one written after it."""

PREVIOUS: Final = "previous"
"""The season before, at the head of a path or after an outcome."""


class Lost(Exception):
    """What is named here couldn't be read, which is reported where it stands."""


Part = tuple[Literal["stage", "outcome", "ranking"], str]
"""Something that others need and that needs others: its sort and its id."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an id names; `stage` is the one it belongs to, None for an outcome."""

    id: str
    sort: Literal["stage", "round", "tie", "outcome"]
    stage: str | None = None


@dataclass(slots=True)
class Underway:
    """A part being built, from where in it something is needed now, and the number of the round it is at."""

    part: Part
    place: Spot
    needs_from: Spot
    round: int | None = None


@dataclass(slots=True, kw_only=True)
class Draft:
    """A format while it is read.

    Attributes
    ----------
    keys, spot
        The keys of the file, and their place.
    build
        Builds a part and puts it into the draft.
    beside
        Gives the text of a file beside a format, by the format's name and the file's.
    tournaments, other_competitions
        None instead of one that couldn't be read.
    known
        The facts that can be named here: of this format's teams, or of those of another competition.
    number
        How many teams there are, where that is fixed.
    places
        Everything that is built, in the order of the file, rankings and outcomes after the stages.
    written, outlines
        The stages: their keys, and what others may know of them.
    names
        What each id names.
    """

    name: str
    keys: written.Format
    spot: Spot
    report: Report
    build: Callable[[Draft, Part], None]
    beside: Callable[[str, str], str | None]

    tournaments: dict[str, Draft | None] = field(default_factory=dict)
    other_competitions: dict[str, Draft | tuple[str, ...] | None] = field(default_factory=dict)
    entry: Entry = field(default_factory=Entry)
    known: dict[str, Known] = field(default_factory=dict)
    number: int | None = None

    places: dict[Part, Spot] = field(default_factory=dict)
    written: dict[str, written.Stage] = field(default_factory=dict)
    outlines: dict[str, Outline] = field(default_factory=dict)
    names: dict[str, list[Named]] = field(default_factory=dict)

    stages: dict[str, Stage] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    outcome_sizes: dict[str, int | None] = field(default_factory=dict)
    rankings: dict[str, Ranking] = field(default_factory=dict)
    format: Format | None = None

    underway: list[Underway] = field(default_factory=list)
    built: set[Part] = field(default_factory=set)

    # -------------------------------------------------------------------------------------------- what needs what

    @property
    def now(self) -> Underway | None:
        """What is being built."""
        return self.underway[-1] if self.underway else None

    def need(self, part: Part, spot: Spot) -> None:
        """See that a part is built, for it is needed here.

        Raises
        ------
        Lost
            If it isn't, since it needs in its turn what is being built now.
        """
        if part in self.built:
            return
        if self.now:
            self.now.needs_from = spot
        waiting = [underway.part for underway in self.underway]
        if part in waiting:
            self._report_circle(self.underway[waiting.index(part) :])
            raise Lost
        if len(waiting) >= MOST_WAITING:
            self.report.problem(spot, "too_many_waiting", most=MOST_WAITING)
            raise Lost
        place = self.places[part]
        self.underway.append(Underway(part, place, place))
        try:
            self.build(self, part)
        finally:
            self.underway.pop()
            self.built.add(part)

    def _report_circle(self, circle: list[Underway]) -> None:
        """Report a circle at the part of it that is written first, where that names one written later."""
        order = list(self.places)
        first = min(range(len(circle)), key=lambda i: order.index(circle[i].part))
        circle = circle[first:] + circle[:first]
        chain = " needs ".join(underway.part[1] for underway in (*circle, circle[0]))
        self.report.problem(circle[0].place.pointing_at(circle[0].needs_from), "circle", chain=chain)

    def outline(self, stage: str, spot: Spot) -> Outline:
        """Return what is known of a stage; a round sees of its own stage what has been read so far.

        Raises
        ------
        Lost
            If the stage needs in its turn what is being built now.
        """
        if self.round_of(stage) is None:
            self.need(("stage", stage), spot)
        return self.outlines[stage]

    def round_of(self, stage: str) -> int | None:
        """Return the number of the round that is being read, if it is one of this stage."""
        return self.now.round if self.now and self.now.part == ("stage", stage) else None

    # ------------------------------------------------------------------------------------------------------- names

    def enter(self, path: tuple[str, ...]) -> tuple[Draft | None, tuple[str, ...]]:
        """Go down into the tournaments at the head of a path; None instead of one that couldn't be read."""
        inside: Draft | None = self
        while inside and len(path) > 1:
            if path[0] in inside.tournaments:
                inside = inside.tournaments[path[0]]
            elif path[0] != PREVIOUS:
                break
            path = path[1:]
        return inside, path

    def is_lost(self, word: str) -> bool:
        """Tell whether a word names something that was written but couldn't be read."""
        return word in self.report.lost

    def called(self, sort: Literal["stage", "outcome", "ranking"]) -> tuple[str, ...]:
        """Return the ids of all that is of a sort."""
        return tuple(name for of_sort, name in self.places if of_sort == sort)

    def competitions(self) -> tuple[str, ...]:
        """Return the tournaments inside this one and the competitions beside it."""
        return (*self.tournaments, *self.other_competitions)

    # ------------------------------------------------------------------------------------------- teams and facts

    def enter_teams(self, entry: Entry) -> None:
        """Note how many teams there are and what is known of them, also by the formats inside and beside."""
        inside = [draft for draft in self.tournaments.values() if draft]
        beside = [draft for draft in self.other_competitions.values() if isinstance(draft, Draft)]
        of_tournaments = {name: known for draft in reversed(inside) for name, known in draft.entry.know.items()}
        of_others = {name: known for draft in reversed(beside) for name, known in draft.known.items()}
        self.entry = replace(entry, know=of_tournaments | dict(entry.know))
        self.known = of_others | dict(self.entry.know)
        # A season that doesn't say has as many teams as its first tournament.
        self.number = entry.number or next((draft.number for draft in inside), None)

    def fact(self, name: str) -> Known:
        """Return what is declared about a fact.

        Raises
        ------
        WrongWords
            If nothing is.
        Lost
            If the declaration couldn't be read.
        """
        if name in self.known:
            return self.known[name]
        if self.is_lost(name) or None in (*self.tournaments.values(), *self.other_competitions.values()):
            raise Lost
        raise WrongWords("no_fact", fact=name, near=(name, self.known))

    def see_fact(self, name: str, spot: Spot, key: str) -> None:
        """See that a fact is declared; report it otherwise."""
        try:
            self.fact(name)
        except WrongWords as wrong:
            self.report.problem(spot, "key_said", key=key, said=wrong.said)
        except Lost:
            pass

    def word(self, name: str, value: str) -> None:
        """See that a fact is a word and can have this value.

        Raises
        ------
        WrongWords
            If it isn't or can't.
        Lost
            If what is declared about it couldn't be read.
        """
        known = self.fact(name)
        if known.kind != "word":
            raise WrongWords("fact_is_number", fact=name)
        if known.values is not None and value not in known.values:
            near = (value, known.values)
            raise WrongWords("no_value_of_fact", value=value, fact=name, values=known.values, near=near)

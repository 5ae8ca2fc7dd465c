"""The drawing of a bracket: its rounds side by side, lines from where a team won to where it played next.

Each column is as wide as its teams need. Where the whole doesn't fit, it is drawn closer and tells less: the goals of
each leg are left out, then the rounds furthest from the final. A bracket of which not even two rounds fit isn't drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.text import Text

from liguilla.engine import Decided, KnockoutResult, RoundResult, TieResult
from liguilla.facts import Match
from liguilla.formats import EXTRA_TIME, Term
from liguilla.publish.branches import Branch, branches
from liguilla.publish.labels import label, position_code
from liguilla.publish.scores import final_score
from liguilla.publish.sources import At, Source, Sources, sources
from liguilla.publish.terminal.page import Page, cells
from liguilla.publish.terminal.ties import place_words, write_rounds

__all__ = ["write_knockout"]

_UNKNOWN = "?"

_TALLEST = 40
"""Lines of a drawing; a taller one no longer fits a screen."""


@dataclass(frozen=True, slots=True)
class _Style:
    """How much a drawing tells: the goals of each leg, and what open places wait for; and the space around lines."""

    legs: bool
    words: bool
    before: int
    after: int


_STYLES = (
    _Style(legs=True, words=True, before=1, after=1),
    _Style(legs=True, words=False, before=1, after=1),
    _Style(legs=True, words=False, before=1, after=0),
    _Style(legs=True, words=False, before=0, after=0),
    _Style(legs=False, words=False, before=1, after=1),
    _Style(legs=False, words=False, before=0, after=0),
)


def write_knockout(page: Page, result: KnockoutResult) -> None:
    """Write a knock-out: its drawing, then its ties with their legs and reasons."""
    page.heading(label(result.stage, page.language))
    if result.void is not None:
        page.not_played(result.void)
        return
    if result.waits is not None:
        page.waits(result.waits)
    for group in dict.fromkeys(round_.group for round_ in result.rounds):
        rounds = [round_ for round_ in result.rounds if round_.group == group]
        if group is not None:
            page.heading(page.word("group", label=group))
        found = sources(rounds)
        if result.stage.lives == 2:
            _write_two_drawings(page, rounds, found)
        else:
            _write_drawing(page, rounds, found)
        write_rounds(page, rounds, found)


def _write_drawing(page: Page, rounds: Sequence[RoundResult], found: Sources, name: str | None = None) -> None:
    columns, trees = branches(rounds, found)
    drawing = _draw(page, columns, trees, found)
    if drawing and name is not None:
        page.heading(name)
    elif drawing:
        page.gap()
    for line in drawing:
        page.line(line)


def _write_two_drawings(page: Page, rounds: Sequence[RoundResult], found: Sources) -> None:
    """Draw the upper rounds of a knock-out with two lives, and the lower ones; its finals are told."""
    for side in ("upper", "lower"):
        at = [number for number, each in enumerate(rounds) if each.round.id.startswith(f"{side}_")]
        if at:
            part = slice(at[0], at[-1] + 1)
            _write_drawing(page, rounds[part], _within(found, part), page.word(side))


def _within(found: Sources, part: slice) -> Sources:
    """Return the sources of some rounds in a row as if there were no others."""
    numbers = range(part.start, part.stop)
    within: dict[tuple[At, int], Source | Term] = {}
    for (at, side), source in found.items():
        if at.round not in numbers:
            continue
        here = At(at.round - part.start, at.tie)
        if not isinstance(source, Source):
            within[here, side] = source
        elif source.at.round in numbers:
            within[here, side] = Source(At(source.at.round - part.start, source.at.tie), source.won)
    return within


def _draw(page: Page, columns: Sequence[RoundResult], trees: Sequence[Branch], sources: Sources) -> list[Text]:
    """Return the lines of the drawing; none where there is nothing to draw, or no room for it."""
    if sum(len(round_.ties) for round_ in columns) < 2:
        return []
    for first in range(len(columns) - 1):
        drawings = [_Drawing.of(page, columns, trees, sources, first, style) for style in _STYLES]
        if all(slot.words == _UNKNOWN for slot in drawings[-1].slots):
            return []
        for drawing in drawings:
            lines = drawing.lines()
            if len(lines) <= _TALLEST and all(line.cell_len <= page.width for line in lines):
                return lines
    return []


@dataclass
class _Slot:
    """A team where the drawing shows it."""

    column: int
    row: int
    words: str
    goals: str
    style: str


@dataclass
class _Fork:
    """The lines that lead from the two teams of a tie to the winner's next place (None: it has none yet)."""

    column: int
    rows: tuple[int, int]
    middle: int
    note: str
    to: int | None
    winner: str = ""


@dataclass
class _Drawing:
    """A drawing in the making: rows are counted from the top, columns are rounds.

    Attributes
    ----------
    first
        The first round shown.
    """

    page: Page
    rounds: Sequence[RoundResult]
    sources: Sources
    first: int
    style: _Style
    slots: list[_Slot] = field(default_factory=list)
    forks: list[_Fork] = field(default_factory=list)
    free: list[int] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        page: Page,
        rounds: Sequence[RoundResult],
        trees: Sequence[Branch],
        sources: Sources,
        first: int,
        style: _Style,
    ) -> _Drawing:
        """Return the drawing of all these trees."""
        drawing = cls(page, rounds, sources, first, style)
        for tree in trees:
            drawing.add(tree)
        drawing.centre()
        return drawing

    def add(self, tree: Branch) -> None:
        """Add a tree below those whose columns it shares."""
        if tree.column < self.first:
            return
        self.free = self.free or [0] * len(self.rounds)
        span = range(self._leftmost(tree), tree.column + 1)
        top = max(self.free[column] for column in span)
        _, bottom = self._place(tree, top, None)
        for column in span:
            self.free[column] = bottom

    def _leftmost(self, branch: Branch) -> int:
        return min((self._leftmost(b) for b in self._before(branch) if b is not None), default=branch.column)

    def _before(self, branch: Branch) -> tuple[Branch | None, Branch | None]:
        one, other = (b if b is not None and b.column >= self.first else None for b in branch.before)
        return one, other

    def _place(self, branch: Branch, top: int, to: int | None) -> tuple[int, int]:
        """Place a tie and all before it; return the row of its winner, and the first free row below."""
        rows = []
        for side, before in enumerate(self._before(branch)):
            if before is None:
                row, top = top, top + 2
            else:
                row, top = self._place(before, top, branch.column)
            rows.append(row)
            self.slots.append(self._slot(branch, side, row, linked=before is not None))
        middle = (rows[0] + rows[1]) // 2
        winner = branch.tie.winner.team if to is None and isinstance(branch.tie.winner, Decided) else ""
        note = _note(self.page, branch.tie)
        self.forks.append(_Fork(branch.column, (rows[0], rows[1]), middle, note, to, winner))
        return middle, top

    def _slot(self, branch: Branch, side: int, row: int, *, linked: bool) -> _Slot:
        tie = branch.tie
        place, seed = tie.teams[side], tie.seeds[side]
        if not isinstance(place, Decided):
            return _Slot(branch.column, row, self._open(branch, side, linked=linked), "", "yellow")
        words = place.team if seed is None else f"{seed} {place.team}"
        won = isinstance(tie.winner, Decided) and tie.winner.team == place.team
        lost = isinstance(tie.winner, Decided) and not won
        return _Slot(branch.column, row, words, self._goals(tie, side), "bold" if won else "dim" if lost else "")

    def _open(self, branch: Branch, side: int, *, linked: bool) -> str:
        """Return what stands where no team is known: a seed, a position such as 1A, or what the place waits for."""
        seed, source = branch.tie.seeds[side], self.sources.get((branch.at, side))
        if seed is not None:
            return f"{seed} {_UNKNOWN}"
        if source is not None and not isinstance(source, Source):
            return position_code(source) or _UNKNOWN
        return _UNKNOWN if linked or not self.style.words else place_words(self.page, branch.tie.teams[side])

    def _goals(self, tie: TieResult, side: int) -> str:
        """Return the goals of a team: in each leg, where there are several and room for it, and in all.

        In a series its wins; goals don't add up. Of a match that was replayed, those of each.
        """
        if tie.wins is not None:
            return str(tie.wins[side]) if any(tie.wins) else ""
        if tie.aggregate is None:
            return ""
        place = tie.teams[side]
        assert isinstance(place, Decided)
        total = f"{tie.aggregate[side]:>2}"
        if not self.style.legs or len(tie.legs) == 1:
            return total.strip()
        each = " ".join(_scored(place.team, leg.match) for leg in tie.legs)
        return each if tie.legs[-1].kind == "replay" else f"{each} {total}"

    def lines(self) -> list[Text]:
        """Return the lines, headed by the names of the rounds."""
        shown = range(self.first, len(self.rounds))
        names = {column: label(self.rounds[column].round, self.page.language) for column in shown}
        widths = {column: max(self._width(column), cells(names[column]) - 2) for column in shown}
        starts: dict[int, int] = {}
        at = 0
        for column in shown:
            starts[column] = at
            # A winner who has no place in the next round yet stands before it.
            winners = [cells(fork.winner) + 1 for fork in self.forks if fork.column == column and fork.winner]
            at += widths[column] + self.style.before + 2 + self.style.after + max(winners, default=0)
        height = max((slot.row for slot in self.slots), default=-1) + 1
        canvas: list[list[tuple[int, str, str]]] = [[] for _ in range(height)]
        for slot in self.slots:
            goals = slot.goals.rjust(widths[slot.column] - cells(slot.words))
            canvas[slot.row].append((starts[slot.column], slot.words + goals, slot.style))
        for fork in self.forks:
            for row, piece in self._pieces(fork, starts, starts[fork.column] + widths[fork.column] + self.style.before):
                canvas[row].append(piece)
        heading = Text()
        for column in shown:
            _put(heading, starts[column], names[column], "bold")
        lines = [heading, Text()]
        for pieces in canvas:
            line = Text()
            for column, words, style in sorted(pieces):
                _put(line, column, words, style)
            line.rstrip()
            lines.append(line)
        return lines

    def _width(self, column: int) -> int:
        slots = [slot for slot in self.slots if slot.column == column]
        notes = [cells(fork.note) + 2 for fork in self.forks if fork.column == column and fork.note]
        goals = max((cells(slot.goals) for slot in slots), default=0)
        names = [cells(slot.words) + (goals + 1 if goals and slot.goals else 0) for slot in slots]
        return max((*names, *notes), default=0)

    def _pieces(self, fork: _Fork, starts: dict[int, int], bar: int) -> Iterator[tuple[int, tuple[int, str, str]]]:
        """Give the strokes of a fork, row by row, and the note inside it."""
        top, bottom = fork.rows
        leads = fork.to is not None or fork.winner
        for row in range(top, bottom + 1):
            if row == fork.middle and fork.note:
                yield row, (starts[fork.column] + 2, fork.note, "dim")
            if row == fork.middle and leads:
                end = bar + 2 + self.style.after if fork.to is None else starts[fork.to]
                yield row, (bar, "├" + "─" * (end - bar - 1 - self.style.after), "dim")
                if fork.winner:
                    yield row, (end, fork.winner, "bold")
            else:
                yield row, (bar, "┐" if row == top else "┘" if row == bottom else "│", "dim")

    def centre(self) -> None:
        """Move the ties of a round that nothing is connected to down to the middle of the drawing."""
        height = max(self.free, default=0)
        connected = {fork.column for fork in self.forks if fork.to is not None} | {fork.to for fork in self.forks}
        for column, used in enumerate(self.free):
            shift = (height - used) // 2
            if column not in connected:
                for slot in self.slots:
                    slot.row += shift if slot.column == column else 0
                for fork in self.forks:
                    if fork.column == column:
                        fork.rows = fork.rows[0] + shift, fork.rows[1] + shift
                        fork.middle += shift


def _put(line: Text, column: int, words: str, style: str) -> None:
    """Write words at a column of a line; what is written already is left of it."""
    line.append(" " * (column - line.cell_len))
    line.append(words, style)


def _scored(team: str, match: Match | None) -> str:
    score = None if match is None else final_score(match)
    if match is None or score is None:
        return "–"
    return str(score.home if match.home == team else score.away)


def _note(page: Page, tie: TieResult) -> str:
    """Return in a word or two what decided a tie, where it wasn't the goals of normal time."""
    step = (tie.decided_by or "").split(" ")[0]
    match step:
        case "" | "score" | "aggregate" | "wins":
            return ""
        case _ if step in EXTRA_TIME:
            return page.word("aet")
        case "shoot_out":
            last = tie.matches[-1]
            if last.kicks is None:
                return page.word("note_shoot_out_unknown")
            kicks = last.kicks if last.kicks.home > last.kicks.away else last.kicks.reversed()
            return page.word("note_shoot_out", score=str(kicks))
        case _:
            return page.word(f"note_{step}")

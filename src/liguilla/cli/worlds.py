"""From the path that a command names to the competition played: its rules, its facts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from liguilla.cli.options import Moment
from liguilla.cli.wrong_usage import WrongUsage
from liguilla.engine import State
from liguilla.engine import problems as unfit
from liguilla.errors import FactsError, FormatError, Origin, Problem, Severity
from liguilla.facts import Competition, contradictions, find_name
from liguilla.formats import Format, check_format, read_format
from liguilla.notation import FormatFiles, read_folder
from liguilla.notation.folder import COMPETITION
from liguilla.notation.what_if import SetAside, changed_world
from liguilla.words import phrase

__all__ = ["Played", "play_moment", "problems_at"]

FORMAT_FILES: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Played:
    """A competition, played: its state, what was set aside for a changed world, and every problem by file and line."""

    state: State
    set_aside: tuple[SetAside, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make any answer doubtful."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def play_moment(moment: Moment) -> Played:
    """Read a competition and play it, as it was at a moment, or as it would be in a changed world.

    Raises
    ------
    FactsError, FormatError
        Where facts or rules can't be read or played; with every problem found by then.
    WrongUsage
        Where a change can't be read or made.
    """
    reading = read_folder(moment.path)
    facts = reading.facts if moment.as_of is None else reading.facts.as_of(moment.as_of)
    found = (*reading.problems, *contradictions(facts))
    try:
        format_ = _format(moment, facts.competition)
        world = changed_world(format_, reading.facts, moment.what_if, moment.as_of)
    except FormatError as error:
        raise FormatError((*error.problems, *_in_order(found))) from error
    except FactsError as error:
        raise WrongUsage(error.problems) from error
    return Played(world.state, world.set_aside, _in_order((*found, *unfit(world.state))))


def problems_at(moment: Moment) -> tuple[Problem, ...]:
    """Return everything that is wrong with a competition, or with a format file alone.

    Raises
    ------
    WrongUsage
        Where a change can't be read or made.
    """
    path = Path(moment.path)
    if path.suffix in FORMAT_FILES and path.name != COMPETITION and path.is_file():
        loader, name = FormatFiles.beside_file(path)
        return check_format(name, loader)
    try:
        return play_moment(moment).problems
    except (FactsError, FormatError) as error:
        return error.problems


def _format(moment: Moment, competition: Competition) -> Format:
    """Read the rules that were asked for, or those that the competition names."""
    loader, written = FormatFiles(Path(moment.path)), moment.format_name or competition.format
    if written is None:
        raise FormatError([Problem(phrase("cli.no_format"), origin=competition.origin)])
    try:
        return read_format(find_name(written, loader.names()) or written, loader)
    except FormatError as error:
        line = None if moment.format_name else competition.lines.get("format")
        raise FormatError(replace(each, origin=each.origin or line) for each in error.problems) from error


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    def place(problem: Problem) -> tuple[str, int, int]:
        origin = problem.origin or Origin("")
        return origin.file, origin.line or 0, origin.column or 0

    return tuple(sorted(problems, key=place))

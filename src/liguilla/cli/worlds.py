"""From the path that a command names to the competition played: its rules, its facts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from liguilla.cli.options import Moment
from liguilla.cli.wrong_usage import WrongUsage
from liguilla.engine import State, unlike_proposed
from liguilla.engine import problems as unfit
from liguilla.errors import FactsError, FormatError, Origin, Problem, Severity
from liguilla.facts import Competition, Facts, contradictions, find_name
from liguilla.formats import Format, check_format, read_format
from liguilla.notation import FormatFiles, read_folder
from liguilla.notation.folder import COMPETITION
from liguilla.notation.what_if import SetAside, changed_world
from liguilla.words import Listing, phrase

__all__ = ["Played", "play_all", "play_moment", "problems_at"]

FORMAT_FILES: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Played:
    """A competition, played: its state, what was set aside for a changed world, and every problem by file and line.

    ``said`` are those problems that are told beside any answer, errors apart: how results were understood.
    """

    state: State
    set_aside: tuple[SetAside, ...]
    problems: tuple[Problem, ...]
    said: frozenset[Problem] = frozenset()

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems to tell beside an answer."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR or each in self.said)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that make any answer doubtful."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def play_all(moment: Moment) -> tuple[Played, ...]:
    """Play the competition of a folder, or each of those that files of results are about.

    Raises
    ------
    FactsError, FormatError
        Where facts or rules can't be read or played; with every problem found by then.
    WrongUsage
        Where a change can't be read or made, or the folder of a competition is named among files of results.
    """
    if not moment.results:
        return (play_moment(moment),)
    for path in moment.results:
        if (Path(path) / COMPETITION).is_file():
            raise WrongUsage.because("placing.path_in_results", path=path)
    # Readers of a dozen notations: who plays a folder starts without them.
    from liguilla.notation.seasons import read_seasons

    reading = read_seasons(
        map(Path, moment.results),
        format_name=moment.format_name,
        season=moment.season,
        decisions=Path(moment.decisions) if moment.decisions else None,
    )
    played = []
    for season in reading.seasons:
        understood = (*reading.problems, *season.problems)
        each = _in_world(moment, season.format, season.facts, understood)
        # How the lines of a file were read is for `check`; what was made of the whole is said with every answer.
        unread = (problem for problem in reading.problems if problem.severity is not Severity.NOTE)
        played.append(replace(each, said=frozenset((*season.problems, *unread))))
    return tuple(played)


def play_moment(moment: Moment) -> Played:
    """Read a competition and play it, as it was at a moment, or as it would be in a changed world.

    Raises
    ------
    FactsError, FormatError
        Where facts or rules can't be read or played; with every problem found by then.
    WrongUsage
        Where a change can't be read or made.
    """
    if moment.results:
        played = play_all(moment)
        if len(played) > 1:
            raise WrongUsage.because("placing.several_results", competitions=_seasons_of(played))
        return played[0]
    reading = read_folder(moment.path)
    try:
        format_ = _format(moment, reading.facts.competition)
    except FormatError as error:
        facts = reading.facts if moment.as_of is None else reading.facts.as_of(moment.as_of)
        raise FormatError((*error.problems, *_in_order((*reading.problems, *contradictions(facts))))) from error
    return _in_world(moment, format_, reading.facts, reading.problems)


def _in_world(moment: Moment, format_: Format, facts: Facts, problems: Iterable[Problem]) -> Played:
    """Play facts by a format, at a moment and in a changed world."""
    known = facts if moment.as_of is None else facts.as_of(moment.as_of)
    found = (*problems, *contradictions(known))
    try:
        world = changed_world(format_, facts, moment.what_if, moment.as_of)
    except FormatError as error:
        raise FormatError((*error.problems, *_in_order(found))) from error
    except FactsError as error:
        raise WrongUsage(error.problems) from error
    return Played(world.state, world.set_aside, _in_order((*found, *unfit(world.state))))


def _seasons_of(played: Iterable[Played]) -> Listing:
    seasons = (each.state.facts.competition for each in played)
    said = (phrase("placing.season_of", competition=each.title, season=each.season or "?") for each in seasons)
    return Listing(tuple(said))


def problems_at(moment: Moment) -> tuple[Problem, ...]:
    """Return everything that is wrong with a competition, or with a format file alone.

    Raises
    ------
    WrongUsage
        Where a change can't be read or made.
    """
    if moment.results:
        try:
            return _in_order(dict.fromkeys(problem for played in play_all(moment) for problem in _all_problems(played)))
        except (FactsError, FormatError) as error:
            return error.problems
    path = Path(moment.path)
    if path.suffix in FORMAT_FILES and path.name != COMPETITION and path.is_file():
        loader, name = FormatFiles.beside_file(path)
        return check_format(name, loader)
    try:
        return _in_order(_all_problems(play_moment(moment)))
    except (FactsError, FormatError) as error:
        return error.problems


def _all_problems(played: Played) -> tuple[Problem, ...]:
    """Return every problem of a competition; how a pairing system would have paired takes too long to ask always."""
    return (*played.problems, *unlike_proposed(played.state))


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

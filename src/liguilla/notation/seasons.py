"""From files of results to seasons that can be played: what they record, the rules of that season, the facts."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath

from liguilla.errors import FactsError, FormatError, Origin, Problem, Severity
from liguilla.facts import Decision, Facts, find_name, plain_name
from liguilla.formats import Format, read_format
from liguilla.notation.competitions import Catalogue, KnownCompetition, year_of
from liguilla.notation.format_files import FormatFiles
from liguilla.notation.placement import place_results
from liguilla.notation.placement.rounds import with_rounds_of
from liguilla.notation.placement.rulings import read_decisions
from liguilla.notation.results.reading import read_results
from liguilla.notation.results.records import Results
from liguilla.words import Listing, phrase

__all__ = ["Season", "SeasonsReading", "read_seasons"]


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a competition as files of results tell it.

    ``competition`` is None where the rules were named and the library doesn't know the competition. ``problems`` are
    those of this season: a note says which rules were taken.
    """

    results: Results
    format: Format
    facts: Facts
    competition: KnownCompetition | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SeasonsReading:
    """The seasons in files of results, and what is wrong with the files."""

    seasons: tuple[Season, ...]
    problems: tuple[Problem, ...]


def read_seasons(
    files: Iterable[Path],
    *,
    format_name: str | None = None,
    season: str | None = None,
    decisions: Path | None = None,
    loader: FormatFiles | None = None,
) -> SeasonsReading:
    """Read files of results, find the rules of each season in them, and put every match in its place.

    Parameters
    ----------
    files
        Files in any notation that is read, or folders of such.
    format_name
        The rules to take, whatever the files say.
    season
        The one season that is meant; where files are of one season alone, they are taken to be of this one.
    decisions
        A file of what was decided off the pitch. Where files are of several seasons, a decision is about the season
        nearest to its day.

    Raises
    ------
    FactsError
        If nothing could be read, or nothing of that season.
    FormatError
        If there are no rules for any of it.
    """
    paths = tuple(files)
    loader = loader or FormatFiles()
    reading = read_results(paths)
    problems = list(reading.problems)
    ruled = read_decisions(decisions, problems) if decisions is not None else ()
    if not reading.results:
        raise FactsError(_with_error(problems, paths))
    wanted = _of_season(reading.results, season, problems)
    catalogue = Catalogue(loader)
    formats: dict[str, Format] = {}
    seasons: list[Season] = []
    refused: list[Problem] = []
    for results, own_decisions in zip(wanted, _by_season(wanted, ruled), strict=True):
        if not results.matches:
            problems.append(_nothing_in(results))
            continue
        try:
            competition, name = _rules(results, catalogue, format_name)
            if name not in formats:
                formats[name] = read_format(find_name(name, loader.names()) or name, loader)
            format_, notes = with_rounds_of(results, formats[name])
        except FormatError as error:
            origin = Origin(results.files[0])
            refused += (replace(each, origin=each.origin or origin) for each in error.problems)
            continue
        placement = place_results(results, format_, competition, own_decisions)
        title = competition.name if competition else results.competition or "?"
        took = phrase("placing.took_format", format=format_.id, competition=title, season=results.season or "?")
        said = [Problem(took, Severity.NOTE, Origin(results.files[0])), *notes]
        if format_name is None and results.season is None and competition and len(competition.formats) > 1:
            said.append(Problem(phrase("placing.took_newest"), Severity.WARNING, Origin(results.files[0])))
        seasons.append(Season(results, format_, placement.facts, competition, (*said, *placement.problems)))
    if not seasons and not refused:
        raise FactsError(_with_error(problems, paths))
    if not seasons:
        raise FormatError((*dict.fromkeys(refused), *problems))
    # Of many competitions in one file, those that the library has no rules for don't hinder the others.
    problems += (replace(each, severity=Severity.WARNING) for each in dict.fromkeys(refused))
    return SeasonsReading(tuple(seasons), tuple(problems))


def _nothing_in(results: Results) -> Problem:
    """Return the problem of a file that names a season and has no match of it."""
    values = {"competition": results.competition or "?", "season": results.season or "?"}
    return Problem(phrase("placing.no_matches", **values), Severity.WARNING, Origin(results.files[0]))


def _by_season(seasons: Sequence[Results], decisions: Iterable[Decision]) -> list[list[Decision]]:
    """Return the decisions about each season: of several with its teams, one is about the season nearest to its day."""
    found: list[list[Decision]] = [[] for _ in seasons]
    plain = [{plain_name(team) for team in each.teams} for each in seasons] if len(seasons) > 1 else [set()]
    for decision in decisions:
        for number in _may_be_about(decision, seasons, plain):
            found[number].append(decision)
    return found


def _may_be_about(decision: Decision, seasons: Sequence[Results], plain: Sequence[set[str]]) -> Sequence[int]:
    """Return the numbers of the seasons that a decision may be about, given the plain names of their teams."""
    everywhere = range(len(seasons))
    if len(seasons) == 1:
        return everywhere
    named = set(getattr(decision, "teams", ())) | {getattr(decision, "team", None), getattr(decision, "winner", None)}
    wanted = {plain_name(name) for name in named if name}
    with_them = [number for number in everywhere if wanted <= plain[number]] or everywhere
    day = decision.date
    if day is None:
        return with_them
    away = {number: _days_away(seasons[number], day) for number in with_them}
    nearest = min(away.values())
    return [number for number in with_them if away[number] == nearest]


def _days_away(results: Results, day: date) -> int:
    days = [match.date for match in results.matches if match.date is not None]
    return max((min(days) - day).days, (day - max(days)).days, 0) if days else sys.maxsize


def _with_error(problems: Sequence[Problem], files: Iterable[Path]) -> Sequence[Problem]:
    """Return the problems of files of which nothing is left, at least one of them an error."""
    if any(problem.severity is Severity.ERROR for problem in problems):
        return problems
    return (*problems, Problem(phrase("placing.nothing_read", files=Listing(tuple(map(str, files))))))


def _of_season(found: Sequence[Results], season: str | None, problems: list[Problem]) -> Sequence[Results]:
    """Return the results of a season; a file of one alone may be wrong, or silent, about which it is."""
    if season is None:
        return found
    same = [each for each in found if each.season is not None and year_of(each.season) == year_of(season)]
    if same:
        return same
    if len(found) == 1:
        (only,) = found
        if only.season is not None:
            message = phrase("placing.took_season", told=only.season, season=season)
            problems.append(Problem(message, Severity.WARNING, Origin(only.files[0])))
        return [replace(only, season=season)]
    seasons = Listing(tuple(dict.fromkeys(each.season or "?" for each in found)))
    raise FactsError([Problem(phrase("placing.no_such_season", season=season, seasons=seasons))])


def _rules(results: Results, catalogue: Catalogue, format_name: str | None) -> tuple[KnownCompetition | None, str]:
    """Return the competition that results are of, if the library knows it, and the name of its format."""
    competition, unknown = None, None
    try:
        competition = _competition(results, catalogue)
    except FormatError as error:
        unknown = error
    if format_name is not None:
        return competition, format_name
    if competition is None:
        assert unknown is not None
        raise unknown
    return competition, catalogue.format_of(competition, results.season)


def _competition(results: Results, catalogue: Catalogue) -> KnownCompetition:
    """Return the competition by the title in the file; where it has none, by the name of the file."""
    if results.competition is not None:
        return catalogue.called(results.competition)
    try:
        return catalogue.called(PurePath(results.files[0]).stem)
    except FormatError as error:
        raise FormatError([Problem(phrase("placing.no_title"), origin=Origin(results.files[0]))]) from error

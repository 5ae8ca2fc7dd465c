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
        nothing = Problem(phrase("placing.nothing_read", files=Listing(tuple(map(str, paths)))))
        raise FactsError(problems if _are_errors(problems) else (*problems, nothing))
    wanted = _of_season(reading.results, season)
    catalogue = Catalogue(loader)
    formats: dict[str, Format] = {}
    seasons: list[Season] = []
    refused: list[Problem] = []
    for results in wanted:
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
        placement = place_results(results, format_, competition, _of_this(results, wanted, ruled))
        title = competition.name if competition else results.competition or "?"
        took = phrase("placing.took_format", format=format_.id, competition=title, season=results.season or "?")
        note = Problem(took, Severity.NOTE, Origin(results.files[0]))
        seasons.append(Season(results, format_, placement.facts, competition, (note, *notes, *placement.problems)))
    if not seasons and not refused:
        raise FactsError(problems)
    if not seasons:
        raise FormatError((*refused, *problems))
    # Of many competitions in one file, those that the library has no rules for don't hinder the others.
    problems += (replace(each, severity=Severity.WARNING) for each in refused)
    return SeasonsReading(tuple(seasons), tuple(problems))


def _nothing_in(results: Results) -> Problem:
    """Return the problem of a file that names a season and has no match of it."""
    values = {"competition": results.competition or "?", "season": results.season or "?"}
    return Problem(phrase("placing.no_matches", **values), Severity.WARNING, Origin(results.files[0]))


def _of_this(results: Results, all_of_them: Sequence[Results], decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions about a season: of several seasons with its teams, it is about the one nearest to its day."""
    return [each for each in decisions if results in _may_be_about(each, all_of_them)]


def _may_be_about(decision: Decision, seasons: Sequence[Results]) -> Sequence[Results]:
    if len(seasons) == 1:
        return seasons
    named = set(getattr(decision, "teams", ())) | {getattr(decision, "team", None), getattr(decision, "winner", None)}
    plain = {plain_name(name) for name in named if name}
    with_them = [each for each in seasons if plain <= {plain_name(team) for team in each.teams}] or seasons
    day = decision.date
    if day is None:
        return with_them
    nearest = min(_days_away(each, day) for each in with_them)
    return [each for each in with_them if _days_away(each, day) == nearest]


def _days_away(results: Results, day: date) -> int:
    days = [match.date for match in results.matches if match.date is not None]
    return max((min(days) - day).days, (day - max(days)).days, 0) if days else sys.maxsize


def _are_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _of_season(found: Sequence[Results], season: str | None) -> Sequence[Results]:
    """Return the results of a season; a file of one alone may be wrong, or silent, about which it is."""
    if season is None:
        return found
    same = [each for each in found if each.season is not None and year_of(each.season) == year_of(season)]
    if same:
        return same
    if len(found) == 1:
        return [replace(found[0], season=season)]
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

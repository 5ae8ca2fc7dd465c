"""The library as a command line asks for it: by country, by competition, by season."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files

from liguilla.cli.library import is_format
from liguilla.cli.names import no_such
from liguilla.cli.wrong_usage import WrongUsage
from liguilla.errors import FormatError
from liguilla.formats import FormatHead, read_head
from liguilla.notation import FormatFiles
from liguilla.notation.competitions import Catalogue, KnownCompetition, heading_words, season_covers, year_of
from liguilla.publish import ListedCompetition, Shelf, country_name
from liguilla.words import LANGUAGES, Text

__all__ = ["library", "shelves_asked"]


def library() -> tuple[Shelf, ...]:
    """Return what the library has of each country or body, in the order of their codes."""
    loader, competitions = FormatFiles(), Catalogue().competitions
    heads = {name: read_head(name, loader) for name in loader.names()}
    listed = {name for each in competitions for name in each.formats}
    return tuple(
        Shelf(
            country,
            tuple(
                ListedCompetition(each.id, each.name, _by_season(heads[name] for name in each.formats))
                for each in competitions
                if each.folder == country
            ),
            _by_season(heads[name] for name in names if name not in listed),
        )
        for country, names in _folders()
    )


def _folders() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the folders of the library, each with the names of its formats."""
    for folder in sorted(files("liguilla").joinpath("library").iterdir(), key=lambda folder: folder.name):
        if folder.is_dir():
            named = (file.name for file in folder.iterdir() if file.name.endswith(".yaml"))
            yield folder.name, tuple(sorted(name.removesuffix(".yaml") for name in named))


def _by_season(heads: Iterable[FormatHead]) -> tuple[FormatHead, ...]:
    return tuple(sorted(heads, key=lambda head: (head.valid_from or "", head.id)))


def shelves_asked(typed: str | None, season: str | None) -> tuple[Shelf, ...] | None:
    """Return the part of the library that is asked for; None if a word names one format, of which there is no list.

    Parameters
    ----------
    typed
        A country or body by its code or name, or a competition by whatever it is called; None for all of them.
    season
        Only the formats that were in force then.

    Raises
    ------
    WrongUsage
        If nothing is called so, with the nearest names; or if the library has nothing of that season.
    """
    if season is not None and year_of(season) is None:
        raise WrongUsage.because("cli.no_season", text=season)
    if typed is not None and is_format(typed):
        if season is not None:
            raise WrongUsage.because("cli.season_of_format", name=typed)
        return None
    whole = library()
    meant = whole if typed is None else _of_country(typed, whole) or _of_competition(typed, whole)
    if not meant:
        raise no_such(typed or "", _known(whole), "cli.no_format_called")
    found = tuple(_of_season(meant, season))
    if not found:
        _complain_of_season(typed, season)
    return found


def _known(shelves: Iterable[Shelf]) -> Mapping[str, Hashable]:
    """Return what formats, countries and competitions are called; titles that only files of results use are no help."""
    known: dict[str, Hashable] = {name: name for name in FormatFiles().names()}
    for shelf in shelves:
        for name in _names_of(shelf):
            known.setdefault(name, (shelf.country,))
        for each in shelf.competitions:
            for name in (*_texts(each.name), each.id):
                known.setdefault(name, (shelf.country, each.id))
    return known


def _texts(name: Text) -> tuple[str, ...]:
    return tuple(name.values()) if isinstance(name, Mapping) else (name,)


def _names_of(shelf: Shelf) -> tuple[str, ...]:
    """Return the names of a country, and its code; those of a body without the letters it goes by, too."""
    full = [country_name(shelf.country, language) for language in LANGUAGES]
    return (*full, *(name.partition(" (")[0] for name in full), shelf.country)


def _of_country(typed: str, shelves: tuple[Shelf, ...]) -> tuple[Shelf, ...]:
    words = heading_words(typed)
    return tuple(shelf for shelf in shelves if words in map(heading_words, _names_of(shelf)))


def _of_competition(typed: str, shelves: tuple[Shelf, ...]) -> tuple[Shelf, ...]:
    """Return the competitions of this name, which more than one country may have, each on its shelf."""
    meant = {(each.folder, each.id) for each in _competitions_called(typed)}
    return tuple(
        Shelf(shelf.country, tuple(each for each in shelf.competitions if (shelf.country, each.id) in meant))
        for shelf in shelves
        if any(country == shelf.country for country, _ in meant)
    )


def _competitions_called(typed: str) -> list[KnownCompetition]:
    words = heading_words(typed)
    return [each for each in Catalogue().competitions if words in map(heading_words, _all_titles(each))]


def _all_titles(competition: KnownCompetition) -> tuple[str, ...]:
    return (competition.id, *_texts(competition.name), *competition.titles)


# ------------------------------------------------------------------------------------------------------- seasons


def _of_season(shelves: Iterable[Shelf], season: str | None) -> Iterator[Shelf]:
    """Give what shelves have of a season, and only those that have something."""

    def held(heads: Iterable[FormatHead]) -> tuple[FormatHead, ...]:
        return tuple(head for head in heads if season_covers(season, head.valid_from, head.valid_to))

    for shelf in shelves:
        competitions = (replace(each, formats=held(each.formats)) for each in shelf.competitions)
        of_season = Shelf(shelf.country, tuple(each for each in competitions if each.formats), held(shelf.others))
        if of_season.formats:
            yield of_season


def _complain_of_season(typed: str | None, season: str | None) -> None:
    """Say which seasons there are, of a competition; else that there is nothing."""
    for each in _competitions_called(typed or ""):
        try:
            Catalogue().format_of(each, season)
        except FormatError as error:
            raise WrongUsage(error.problems) from error
    raise WrongUsage.because("cli.nothing_in_season", season=season)

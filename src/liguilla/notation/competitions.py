"""Which competition a file of results is about, and by which format each of its seasons was played.

Beside the formats of the library lies a TOML file for every competition: what result files call it, the formats of its
seasons, and what headings mean where they aren't the usual words. A table of the same name says what is known of its
teams: their other names, and facts such as a conference, by season.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from liguilla.errors import FormatError, Problem
from liguilla.facts import nearest_names, plain_name
from liguilla.formats import read_seasons_of
from liguilla.notation.format_files import FormatFiles
from liguilla.words import Listing, Phrase, Text, phrase

__all__ = [
    "Catalogue",
    "KnownCompetition",
    "KnownTeam",
    "common_words",
    "heading_words",
    "season_covers",
    "year_of",
]

HEADINGS: Final = "headings.toml"
TABLE_COLUMNS: Final = ("team", "other_names", "from", "to")


@dataclass(frozen=True, slots=True)
class KnownTeam:
    """What is known of a team of a competition, in some of its seasons (None: open on that side)."""

    name: str
    other_names: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class KnownCompetition:
    """A competition of the library.

    Attributes
    ----------
    titles
        What files of results call it, without the season.
    formats
        Those of its seasons; each says itself for which seasons it is valid.
    headings
        The ids that a heading may mean, by its words as `heading_words` gives them; of several the one that the
        season's format has.
    """

    id: str
    folder: str
    name: Text
    titles: tuple[str, ...]
    formats: tuple[str, ...]
    zone: str | None = None
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    teams: tuple[KnownTeam, ...] = ()

    def teams_in(self, season: str | None) -> tuple[KnownTeam, ...]:
        """Return what is known of teams in a season."""
        return tuple(team for team in self.teams if season_covers(season, team.first, team.last))


class Catalogue:
    """The competitions of the library."""

    def __init__(self, loader: FormatFiles | None = None) -> None:
        self._loader = loader or FormatFiles()
        self._seasons: dict[str, tuple[str | None, str | None]] = {}

    @cached_property
    def competitions(self) -> tuple[KnownCompetition, ...]:
        """All of them, by folder and name."""
        return _competitions()

    @cached_property
    def _by_title(self) -> Mapping[str, tuple[KnownCompetition, ...]]:
        found: dict[str, dict[str, KnownCompetition]] = {}
        for each in self.competitions:
            names = each.name.values() if isinstance(each.name, Mapping) else (each.name,)
            for title in (each.id, *names, *each.titles):
                found.setdefault(heading_words(title), {})[each.id] = each
        return {title: tuple(competitions.values()) for title, competitions in found.items()}

    def called(self, title: str) -> KnownCompetition:
        """Return the competition that is called so.

        Raises
        ------
        FormatError
            If none is, with the nearest names; or if several are.
        """
        found = self._by_title.get(heading_words(title), ())
        if len(found) == 1:
            return found[0]
        if found:
            names = Listing(tuple(f"{each.id} ({each.folder})" for each in found), "or")
            raise FormatError([Problem(phrase("placing.several_competitions", title=title, names=names))])
        near = nearest_names(title, {name: name for each in self.competitions for name in (*each.titles, each.id)})
        mend = phrase("placing.nearest", names=Listing(tuple(f'"{name}"' for name in near), "or")) if near else None
        message = phrase("placing.unknown_competition", title=title, mend=mend or phrase("placing.name_a_format"))
        raise FormatError([Problem(message)])

    def format_of(self, competition: KnownCompetition, season: str | None) -> str:
        """Return the name of the format by which a season of a competition was played.

        Raises
        ------
        FormatError
            If the library has none for that season; or if it has several.
        """
        for name in competition.formats:
            if name not in self._seasons:
                self._seasons[name] = read_seasons_of(name, self._loader)
        valid = {name: self._seasons[name] for name in competition.formats}
        found = [name for name, (first, last) in valid.items() if season_covers(season, first, last)]
        if len(found) == 1 or (found and season is None):
            return found[-1]
        values = {"competition": competition.name, "season": season or "?"}
        if found:
            message = phrase("placing.several_formats", **values, formats=Listing(tuple(found), "or"))
        else:
            seasons = Listing(tuple(_seasons(name, first, last) for name, (first, last) in valid.items()))
            message = phrase("placing.no_format_for_season", **values, formats=seasons)
        raise FormatError([Problem(message)])


def _seasons(name: str, first: str | None, last: str | None) -> Phrase:
    span = "of" if first and last else "from" if first else "until" if last else "any"
    return phrase(f"placing.seasons_{span}", name=name, first=first, last=last)


def heading_words(text: str) -> str:
    """Return a heading as it is compared: lower case, no accents, hyphens and other signs as spaces.

    Examples
    --------
    >>> heading_words("Quarter-Finals.")
    'quarter finals'
    """
    return " ".join(re.sub(r"[^\w]+|_", " ", plain_name(text)).split())


def year_of(season: str) -> int | None:
    """Return the year in which a season begins; None if its name doesn't say."""
    found = re.match(r"\d{4}", season)
    return int(found[0]) if found else None


def season_covers(season: str | None, first: str | None, last: str | None) -> bool:
    """Return whether a season lies from one season to another; an unknown one may."""
    year = year_of(season) if season else None
    if year is None:
        return True
    since, until = (year_of(each) if each else None for each in (first, last))
    return (since is None or since <= year) and (until is None or year <= until)


@cache
def common_words(kind: str | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return what headings mean everywhere.

    Parameters
    ----------
    kind
        None for the headings that name a round or stage, with the ids they mean. Else the words of this kind, which say
        something else of the matches below them (``matchday``, ``group``, ``nothing``).
    """
    said = tomllib.loads(files("liguilla").joinpath("library", HEADINGS).read_text(encoding="utf-8"))
    words: Mapping[str, Any] = said.pop("words")
    if kind is not None:
        return {heading_words(word): () for word in words[kind]}
    found: dict[str, tuple[str, ...]] = {}
    for id_, headings in said.items():
        for heading in headings:
            found[heading_words(heading)] = (*found.get(heading_words(heading), ()), id_)
    return found


@cache
def _competitions() -> tuple[KnownCompetition, ...]:
    library = files("liguilla").joinpath("library")
    folders = sorted((folder for folder in library.iterdir() if folder.is_dir()), key=lambda folder: folder.name)
    return tuple(each for folder in folders for each in _in_folder(folder))


def _in_folder(folder: Traversable) -> Iterator[KnownCompetition]:
    entries = {entry.name: entry for entry in folder.iterdir()}
    for name in sorted(entries):
        if not name.endswith(".toml"):
            continue
        id_ = name.removesuffix(".toml")
        said: Mapping[str, Any] = tomllib.loads(entries[name].read_text(encoding="utf-8"))
        table = entries.get(f"{id_}.teams.csv")
        yield KnownCompetition(
            id=id_,
            folder=folder.name,
            name=said["name"],
            titles=tuple(said.get("titles", ())),
            formats=tuple(said["formats"]),
            zone=said.get("zone"),
            headings={**common_words(), **_headings(said.get("headings", {}))},
            teams=tuple(_teams(table)) if table else (),
        )


def _headings(said: Mapping[str, str | list[str]]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids that a competition's own headings mean."""
    return {heading_words(key): (ids,) if isinstance(ids, str) else tuple(ids) for key, ids in said.items()}


def _teams(table: Traversable) -> Iterator[KnownTeam]:
    rows: Iterable[Mapping[str, str]] = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    for row in rows:
        yield KnownTeam(
            name=row["team"],
            other_names=tuple(name.strip() for name in (row.get("other_names") or "").split(";") if name.strip()),
            first=row.get("from") or None,
            last=row.get("to") or None,
            facts={fact: value for fact, value in row.items() if fact not in TABLE_COLUMNS and value},
        )

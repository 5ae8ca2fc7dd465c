"""Seasons from files of results, written as folders of our own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from typing import Final

from liguilla.engine import round_name
from liguilla.errors import Origin
from liguilla.facts import Decision, DrawnBall, Facts, Match, Source
from liguilla.formats import Format, GroupsOf, League, read_format
from liguilla.notation.competitions import heading_words
from liguilla.notation.format_files import FormatFiles
from liguilla.notation.placing import place_folder
from liguilla.notation.seasons import Season
from liguilla.notation.writing import folder_texts
from liguilla.words import LANGUAGES, Text, phrase, say

__all__ = ["import_seasons"]

SOURCE: Final = "results"
LONGEST_NAME: Final = 60
UNREAD: Final = "unread.txt"
"""What could not be read, as it stood in the files, and the matches without a place: kept, so that nothing is lost."""


def import_seasons(
    seasons: tuple[Season, ...], path: Path, source: str | None = None, language: str = "en"
) -> Mapping[Path, Season]:
    """Write each season as a folder.

    Parameters
    ----------
    seasons
        One, which becomes the folder ``path``; or several, which become folders in it, by competition and season.
    path
        Where. Nothing may be there yet but an empty folder.
    source
        Where the results are from, such as an address, as the sources of the folder are to say.
    language
        Of what is remarked in the folder: what the source was used for, how a draw is known.

    Returns
    -------
    dict
        The folders that were made, and what is in them.

    Raises
    ------
    FactsError
        If something is there already, the system refuses, or a fact can't be written so that it reads back as it is.
    """
    folders = dict(zip(_folders(seasons), seasons, strict=True))
    texts: dict[str, str] = {}
    for folder, season in folders.items():
        facts = _Attribution(season, source, language).of(season.facts, season.format)
        facts = _titled(facts, facts.competition.title, season.results.season)
        rules = _rules_of_its_own(season.format)
        if rules is not None:
            facts = replace(facts, competition=replace(facts.competition, format=rules[0]))
        lines = [f"{origin}: {text}\n" for origin, text in _left_out(season)]
        beside = ((f"{rules[0]}.yaml", rules[1]) if rules else None, (UNREAD, "".join(lines)) if lines else None)
        own = folder_texts(facts, path / folder, beside=dict(filter(None, beside)))
        texts |= {str(folder / name): text for name, text in own.items()}
    # All of them or none: of many seasons, the first ones would stand in the way of trying again.
    place_folder(path, texts)
    return {path / folder: season for folder, season in folders.items()}


def _left_out(season: Season) -> Iterator[tuple[Origin, str]]:
    """Give the lines that could not be read, and the matches that have no place in the format."""
    yield from ((each.origin, each.text) for each in season.results.unread)
    placed = {match.origin for match in _matches(season.facts)}
    for match in season.results.matches:
        if match.origin not in placed:
            yield match.origin, f"{match.home} {match.score or '-'} {match.away} ({', '.join(match.headings)})"


def _folders(seasons: Sequence[Season]) -> Iterator[PurePath]:
    """Give each of several seasons a folder of its own, by its competition and season; one alone needs none."""
    taken: Counter[str] = Counter()
    for season in seasons:
        name = _folder_name(season) if len(seasons) > 1 else ""
        taken[name] += 1
        yield PurePath(name if taken[name] == 1 else f"{name}-{taken[name]}")


def _folder_name(season: Season) -> str:
    title = heading_words(season.results.competition or "").replace(" ", "-")[:LONGEST_NAME]
    known = season.competition.id if season.competition else title or season.format.id
    return f"{known}/{heading_words(season.results.season or '').replace(' ', '-') or 'season'}"


# --------------------------------------------------------------------------------------------------------- titles


def _titled(facts: Facts, title: Text, season: str | None) -> Facts:
    """Return the facts with a title that tells the season; inside a season, it tells the tournament too."""
    said = {language: _of_season(say(title, language), season, language) for language in LANGUAGES}
    inner = {}
    for name, tournament in facts.tournaments.items():
        called = {language: _of_tournament(said[language], name, language) for language in LANGUAGES}
        inner[name] = _titled(tournament, called, None)
    same = len(set(said.values())) == 1
    whole: Text = next(iter(said.values())) if same else said
    return replace(facts, competition=replace(facts.competition, title=whole), tournaments=inner)


def _of_season(title: str, season: str | None, language: str) -> str:
    if season is None or season in title:
        return title
    return say(phrase("placing.season_of", competition=title, season=season), language)


def _of_tournament(title: str, name: str, language: str) -> str:
    tournament = say(round_name(name), language)
    tournament = tournament[:1].upper() + tournament[1:]
    return say(phrase("placing.tournament_of", season=title, tournament=tournament), language)


# -------------------------------------------------------------------------------------------------------- sources


@dataclass(frozen=True, slots=True)
class _Attribution:
    """Says of facts that they are from the files of results; decisions may come with a source of their own."""

    season: Season
    address: str | None
    language: str

    def of(self, facts: Facts, format_: Format) -> Facts:
        """Return the facts with their days and their source; a tournament inside a season has the season's."""
        days = sorted(_days(facts))
        competition = replace(
            facts.competition,
            starts=days[0] if days else None,
            ends=days[-1] if days else None,
            source=SOURCE,
        )
        return replace(
            facts,
            competition=competition,
            sources=(self._source(),),
            matches=tuple(replace(match, source=SOURCE) for match in facts.matches),
            decisions=tuple(self._decision(decision, format_) for decision in facts.decisions),
            tournaments={name: self.of(inner, format_.tournaments[name]) for name, inner in facts.tournaments.items()},
        )

    def _source(self) -> Source:
        results = self.season.results
        files = "; ".join(Path(file).name for file in results.files)
        used_for = phrase("placing.used_for", files=files, n=len(results.matches))
        return Source(SOURCE, url=self.address, used_for=say(used_for, self.language))

    def _decision(self, decision: Decision, format_: Format) -> Decision:
        """Return a decision with its source, if the files of results tell it; one worked out says so."""
        told = decision.origin is None or decision.origin.file in self.season.results.files
        if not told or decision.source is not None:
            return decision
        reason = decision.reason
        if isinstance(decision, DrawnBall) and decision.stage not in _draws_of_groups(format_):
            reason = reason or say(phrase("placing.drawn_as_played"), self.language)
        return replace(decision, source=SOURCE, reason=reason)


def _draws_of_groups(format_: Format) -> set[str]:
    """Return the draws that groups come from: these the files tell, others are worked out from the ties."""
    grouped = (getattr(stage, "groups", None) for stage in format_.stages.values())
    return {groups.stage for groups in grouped if isinstance(groups, GroupsOf)}


def _days(facts: Facts) -> Iterator[date]:
    return (match.date for match in _matches(facts) if match.date is not None)


def _matches(facts: Facts) -> Iterator[Match]:
    """Give all matches, those of tournaments inside too."""
    yield from facts.matches
    for inner in facts.tournaments.values():
        yield from _matches(inner)


# ---------------------------------------------------------------------------------------------------------- rules


def _rules_of_its_own(format_: Format) -> tuple[str, str] | None:
    """Return the name and the text of a format to lie in the folder, where results had another number of rounds."""
    library = FormatFiles()
    if format_.id not in library.names():
        return None
    usual = read_format(format_.id, library)
    rounds = {
        id_: stage.fixtures.rounds
        for id_, stage in format_.stages.items()
        if isinstance(stage, League) and stage.fixtures is not None and stage != usual.stages[id_]
    }
    if not rounds:
        return None
    lines = [f"  - {{id: {id_}, fixtures: {{rounds: {number}}}}}" for id_, number in rounds.items()]
    name = f"{format_.id}-{max(filter(None, rounds.values()))}-rounds"
    return name, "\n".join((f"extends: {format_.id}", "stages:", *lines, ""))

"""Every competition of the library: what its file says fits its formats."""

from __future__ import annotations

from itertools import pairwise

import pytest

from liguilla.errors import FormatError
from liguilla.formats import read_format, read_head
from liguilla.notation import FormatFiles
from liguilla.notation.competitions import Catalogue, KnownCompetition, common_words, heading_words, year_of
from liguilla.notation.placement.slots import HeadingReader

LOADER = FormatFiles()
CATALOGUE = Catalogue(LOADER)


def every_competition() -> list[object]:
    return [pytest.param(each, id=each.id) for each in CATALOGUE.competitions]


@pytest.mark.parametrize("competition", every_competition())
def test_its_formats_are_in_the_library(competition: KnownCompetition) -> None:
    assert set(competition.formats) <= set(LOADER.names())


@pytest.mark.parametrize("competition", every_competition())
def test_no_two_formats_are_of_one_season(competition: KnownCompetition) -> None:
    years: list[tuple[int, int, str]] = []
    for name in competition.formats:
        head = read_head(name, LOADER)
        since, until = (year_of(each) if each else None for each in (head.valid_from, head.valid_to))
        years.append((since or 0, until or 9999, name))
    years.sort()
    overlaps = [(a[2], b[2]) for a, b in pairwise(years) if b[0] <= a[1]]
    assert overlaps == []


@pytest.mark.parametrize("competition", every_competition())
def test_its_headings_mean_something_in_one_of_its_formats(competition: KnownCompetition) -> None:
    ids: set[str] = set()
    for name in competition.formats:
        format_ = read_format(name, LOADER)
        for slot in HeadingReader(format_).slots:
            ids |= {*slot.path, slot.stage, *(f"{each}.{slot.round}" for each in (slot.stage,) if slot.round)}
            ids |= {slot.round or ""}
    own = {id_ for words, said in competition.headings.items() if said != common_words().get(words) for id_ in said}
    assert {each for each in own if each not in ids} == set()


@pytest.mark.parametrize("competition", every_competition())
def test_what_is_known_of_its_teams_is_asked_for_by_a_format(competition: KnownCompetition) -> None:
    asked = {fact for name in competition.formats for fact in read_format(name, LOADER).entry.know}
    assert {fact for team in competition.teams for fact in team.facts} <= asked


def test_no_title_means_two_competitions() -> None:
    meant: dict[str, set[str]] = {}
    for each in CATALOGUE.competitions:
        for title in (each.id, *each.titles):
            meant.setdefault(heading_words(title), set()).add(each.id)
    assert {title: ids for title, ids in meant.items() if len(ids) > 1} == {}


def test_every_title_finds_its_competition() -> None:
    for each in CATALOGUE.competitions:
        for title in (each.id, *each.titles):
            assert CATALOGUE.called(title) is each


def test_an_unknown_competition_gets_the_nearest_names() -> None:
    title = CATALOGUE.competitions[0].titles[0]
    with pytest.raises(FormatError) as caught:
        CATALOGUE.called(title[:-1] + "xq")
    (problem,) = caught.value.problems
    assert title in problem.text()

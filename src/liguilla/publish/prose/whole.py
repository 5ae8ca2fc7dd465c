"""A format as prose that an official could check: every rule of it as a sentence, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from liguilla.engine import named
from liguilla.formats import Block, Draw, Format, Knockout, Lookup, Points, Stage, Table
from liguilla.publish.prose.conditions import condition
from liguilla.publish.prose.draws import draw, lookup
from liguilla.publish.prose.frame import conduct, frame
from liguilla.publish.prose.knockouts import knockout
from liguilla.publish.prose.naming import Names
from liguilla.publish.prose.outcomes import outcomes
from liguilla.publish.prose.remarks import described, doubts
from liguilla.publish.prose.sections import Paragraph, Section, stated
from liguilla.publish.prose.tables import table, worth
from liguilla.words import Listing, phrase

__all__ = ["format_prose"]

SHORT: Final = 3
"""So many criteria are repeated rather than referred to."""


def format_prose(format_: Format, text: str = "") -> Section:
    """Return a format as prose.

    Parameters
    ----------
    text
        Of its file: what the comment at its head says, and which rules are marked as doubtful, is told too.

    Returns
    -------
    Section
        Under the format's name: what its file says of it; the frame; the tournaments inside it, with their rules; its
        stages, one section for each; what they lead to; doubts and sources.
    """
    return Section(format_.name, tuple(described(text)), (*_rules(format_), *doubts(text)))


def _rules(format_: Format) -> Iterator[Section]:
    names = Names(format_)
    everywhere = _points_everywhere(format_)
    general = tuple(frame(format_, names))
    if everywhere is not None:
        general = (*general, stated(phrase("prose.points_everywhere", worth=worth(everywhere))))
    yield Section(phrase("prose.general"), general)
    yield from _tournaments(format_, names)
    for stage in format_.stages.values():
        yield Section(named(stage), tuple(_told(_stage(stage, names, format_, points_said=everywhere is not None))))
    if format_.outcomes:
        yield Section(phrase("prose.outcomes"), tuple(_told(outcomes(format_, names))))


def _tournaments(format_: Format, names: Names) -> Iterator[Section]:
    """Give the rules of the tournaments inside; of those with the same rules together."""
    alike: dict[int, list[str]] = {}
    for id_, inner in format_.tournaments.items():
        alike.setdefault(id(inner), []).append(id_)
    for ids in alike.values():
        inner = format_.tournaments[ids[0]]
        heading = phrase("prose.tournaments", names=Listing(tuple(map(names.tournament, ids))))
        rules = stated(phrase("prose.played_by", n=len(ids), name=inner.name))
        yield Section(heading, (rules,), tuple(_rules(inner)))


def _points_everywhere(format_: Format) -> Points | None:
    """Return what results are worth in all leagues and tables of a format alike, if there are several."""
    tables = [stage for stage in format_.stages.values() if isinstance(stage, Table)]
    if len(tables) < 2 or any(each.points != tables[0].points for each in tables):
        return None
    return tables[0].points if tables[0].points.worth else None


def _stage(stage: Stage, names: Names, format_: Format, *, points_said: bool) -> Iterator[Paragraph]:
    if stage.when is not None:
        yield stated(phrase("prose.only_if", condition=condition(stage.when, names)))
    match stage:
        case Table():
            yield from table(stage, names, points_said=points_said, like=_like(stage, format_))
            if stage.conduct and stage.conduct != format_.conduct:
                yield stated(conduct(stage.conduct))
        case Knockout():
            yield from knockout(stage, names)
        case Draw():
            yield from draw(stage, names)
        case Lookup():
            yield from lookup(stage, names)
    if stage.note is not None:
        yield stated(stage.note)
    if stage.source is not None:
        yield stated(phrase("prose.source", source=stage.source))


def _like(stage: Table, format_: Format) -> str | None:
    """Return the first stage that is ordered by the same long list of criteria, if that is another one."""
    if len(stage.ranking.steps) <= SHORT and not any(isinstance(step, Block) for step in stage.ranking.steps):
        return None
    tables = (each for each in format_.stages.values() if isinstance(each, Table))
    first = next(each for each in tables if each.ranking == stage.ranking)
    return None if first.id == stage.id else first.id


def _told(paragraphs: Iterator[Paragraph]) -> Iterator[Paragraph]:
    """Give the paragraphs that say something."""
    return (each for each in paragraphs if each.sentences or each.items)

"""A format in plain words: what its file says of itself, then its rules, stage by stage."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Any, Final

from liguilla.cli.steps import ranking_in_words, series_in_words
from liguilla.engine import criterion_name, named, round_name
from liguilla.formats import (
    AsNeeded,
    ByFact,
    Choice,
    Draw,
    Each,
    Format,
    Groups,
    GroupsOf,
    Knockout,
    League,
    Lookup,
    NamedGroups,
    Outcome,
    Round,
    SeededByStages,
    Seeds,
    Stage,
    Table,
)
from liguilla.words import Phrase, Text, phrase, say

if TYPE_CHECKING:
    from rich.text import Text as Page

__all__ = ["format_document", "format_page"]

Said = Phrase | Text

PARAGRAPH: Final = re.compile(r" (?=(?:Uncertain|Sources):)")
"""Where the comment at the head of a format goes on to something else."""


def format_page(format_: Format, text: str, language: str, width: int) -> Page:
    """Return the comment at the head of a format's file and, below it, the rules in words.

    Parameters
    ----------
    text
        Of the file.
    width
        No line of the rules is longer.
    """
    from rich.text import Text as Page

    lines = [line for paragraph in _head(text) for line in _wrapped(paragraph, width, "", "  ")]
    lines.append("")
    for depth, said in _rules(format_):
        lines += _wrapped(say(said, language), width, "  " * depth, "  " * (depth + 2)) or [""]
    return Page("\n".join(lines))


def format_document(format_: Format, text: str, language: str) -> Mapping[str, Any]:
    """Return a format as a JSON document: its frame, its rules in words, and the text of its file."""
    return {
        "id": format_.id,
        "name": say(format_.name, language),
        "source": format_.source,
        "sport": format_.sport,
        "valid_from": format_.valid_from,
        "valid_to": format_.valid_to,
        "teams": [format_.entry.at_least, format_.entry.at_most],
        "tournaments": {name: inner.id for name, inner in format_.tournaments.items()},
        "stages": [
            {
                "id": stage.id,
                "kind": stage.kind,
                "name": say(named(stage), language),
                "rules": [say(said, language) for _, said in _of_stage(stage)],
            }
            for stage in format_.stages.values()
        ],
        "outcomes": {outcome.id: say(_choices(outcome), language) for outcome in format_.outcomes.values()},
        "text": text,
    }


def _wrapped(text: str, width: int, indent: str, hanging: str) -> list[str]:
    return textwrap.wrap(text, max(width, 20), initial_indent=indent, subsequent_indent=hanging, break_on_hyphens=False)


def _head(text: str) -> list[str]:
    """Return the paragraphs of the comment that a file begins with."""
    lines = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return PARAGRAPH.split(" ".join(line.removeprefix("#").strip() for line in lines))


# ---------------------------------------------------------------------------------------------- the whole format


def _rules(format_: Format) -> Iterator[tuple[int, Said]]:
    """Give each line of the rules, and how far it is indented."""
    yield 0, format_.name
    yield from ((1, said) for said in _frame(format_))
    for stage in format_.stages.values():
        yield 0, ""
        yield 0, phrase(f"cli.kind_{stage.kind}", name=named(stage), id=stage.id)
        yield from ((1 + depth, said) for depth, said in _of_stage(stage))
    yield 0, ""
    yield 0, phrase("cli.outcomes")
    for outcome in format_.outcomes.values():
        yield 1, phrase("cli.outcome", name=outcome.name or round_name(outcome.id), choices=_choices(outcome))


def _frame(format_: Format) -> Iterator[Said]:
    yield phrase("cli.source", source=format_.source)
    first, last, entry = format_.valid_from, format_.valid_to, format_.entry
    if first is not None and first == last:
        yield phrase("cli.valid_in", season=first)
    elif first is not None or last is not None:
        yield phrase("cli.valid", first=first or "…", last=last or "…")
    if entry.number is not None:
        yield phrase("cli.number_of_teams", n=entry.number)
    elif entry.at_least is not None or entry.at_most is not None:
        yield phrase("cli.numbers_of_teams", least=entry.at_least or "…", most=entry.at_most or "…")
    if entry.know:
        yield phrase("cli.to_know", facts=tuple(map(_plain, entry.know)))
    if format_.sport != "football":
        yield phrase("cli.sport", sport=_plain(format_.sport))
    for name, inner in format_.tournaments.items():
        yield phrase("cli.tournament", name=name, format=inner.id)


def _choices(outcome: Outcome) -> Said:
    """Return what fills an outcome, in the order in which it is tried."""
    *before, said = map(_choice, outcome.choices)
    for choice in reversed(before):
        said = phrase("cli.or_else", first=choice, then=said)
    return said


def _choice(choice: Choice) -> Said:
    said: Said = choice.take.text
    if choice.when is not None:
        said = phrase("cli.choice_if", choice=said, condition=choice.when.text)
    return said if choice.because is None else phrase("cli.choice_because", choice=said, because=choice.because)


def _plain(word: str) -> str:
    return word.replace("_", " ")


# ---------------------------------------------------------------------------------------------------- one stage


def _of_stage(stage: Stage) -> Iterator[tuple[int, Said]]:
    if stage.when is not None:
        yield 0, phrase("cli.only_if", condition=stage.when.text)
    match stage:
        case Table():
            yield from ((0, said) for said in _of_table(stage))
        case Knockout():
            yield from _of_knockout(stage)
        case Draw():
            for pot in stage.pots:
                yield 0, phrase("cli.pot", teams=pot.teams.text, boxes=pot.into)
        case Lookup():
            yield 0, phrase("cli.lookup", teams=stage.entrants.text, columns=stage.columns, n=len(stage.rows))


def _of_table(stage: Table) -> Iterator[Said]:
    if stage.entrants is not None:
        yield phrase("cli.who", teams=stage.entrants.text)
    if stage.groups is not None:
        yield _groups(stage.groups)
    if isinstance(stage, League):
        yield from _matches(stage)
    if stage.counted is not None:
        yield phrase("cli.counted", stages=tuple(map(str, stage.counted.stages)), n=stage.counted.seasons)
    if stage.carry is not None:
        yield phrase("cli.carry", stage=str(stage.carry.points), times=stage.carry.times)
    worth = tuple(
        phrase("cli.worth", result=phrase(f"cli.result_{result}"), points=points)
        for result, points in stage.points.worth.items()
    )
    if worth:
        yield phrase("cli.points", worth=worth)
    yield phrase("cli.ranked_by", steps=ranking_in_words(stage.ranking))


def _worth(result: str, points: Fraction) -> Phrase:
    return phrase("cli.worth", result=phrase(f"cli.result_{result}"), points=points)


def _matches(stage: League) -> Iterator[Said]:
    if stage.meetings is not None:
        yield phrase("cli.meetings", n=stage.meetings)
    elif stage.fixtures is not None and stage.fixtures.matches is not None:
        yield phrase("cli.matches_each", n=stage.fixtures.matches)
    elif stage.fixtures is not None:
        yield phrase(
            "cli.matches_listed" if stage.fixtures.by == "list" else "cli.matches_paired", by=stage.fixtures.by
        )


def _of_knockout(stage: Knockout) -> Iterator[tuple[int, Said]]:
    if stage.entrants is not None:
        yield 0, phrase("cli.who", teams=stage.entrants.text)
    if stage.groups is not None:
        yield 0, _groups(stage.groups)
    if stage.seeds is not None:
        yield 0, _seeds(stage.seeds)
    if isinstance(stage.rounds, AsNeeded):
        yield 0, phrase("cli.rounds_as_needed")
        yield from ((0, said) for said in series_in_words(stage.rounds.series))
        return
    # Rounds that are played and decided in the same way are told together.
    for series, alike in groupby(stage.rounds, lambda round_: round_.series):
        rounds = list(alike)
        yield 0, phrase("cli.rounds", rounds=tuple(_round(round_) for round_ in rounds))
        yield from ((1, said) for said in series_in_words(series))


def _round(round_: Round) -> Phrase:
    name = named(round_)
    if isinstance(round_.byes, int) and round_.byes:
        return phrase("cli.round_with_byes", round=name, n=round_.byes)
    if round_.enter is not None:
        return phrase("cli.round_with_entry", round=name, teams=round_.enter.text)
    return phrase("cli.round", round=name)


def _seeds(seeds: Seeds) -> Phrase:
    if isinstance(seeds, SeededByStages):
        return phrase("cli.seeded_by", ranking=tuple(map(str, seeds.stages)))
    return phrase("cli.seeded_by", ranking=criterion_name(seeds.criterion))


def _groups(groups: Groups) -> Phrase:
    match groups:
        case NamedGroups(members=members):
            return phrase("cli.groups", groups=tuple(f"{label} ({teams.text})" for label, teams in members.items()))
        case ByFact(fact=fact, labels=labels):
            return phrase("cli.groups_by", fact=_plain(fact), labels=labels)
        case GroupsOf(stage=stage) | Each(stage=stage):
            return phrase("cli.groups_of", stage=stage)

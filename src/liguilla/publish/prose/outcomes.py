"""Outcomes in words: what fills them, in which order it is tried, and what can't go together."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.engine import round_name
from liguilla.formats import Choice, Format, Outcome
from liguilla.publish.prose.conditions import condition
from liguilla.publish.prose.naming import Names
from liguilla.publish.prose.places import number_of_outcome, teams
from liguilla.publish.prose.sections import Paragraph, Said, listed, stated
from liguilla.words import Listing, Phrase, phrase

__all__ = ["outcomes"]


def outcomes(format_: Format, names: Names) -> Iterator[Paragraph]:
    """Give what each outcome is filled from."""
    yield listed(items=(_outcome(each, names) for each in format_.outcomes.values()), ordered=False)
    for each in format_.never_both:
        yield stated(phrase("prose.never_both", outcomes=_outcomes(each, names)))


def _outcomes(ids: tuple[str, ...], names: Names) -> Listing:
    return Listing(tuple(names.outcome(id_, number_of_outcome(names.find_outcome(id_), names)) for id_ in ids))


def _outcome(outcome: Outcome, names: Names) -> Paragraph:
    several = outcome.places is not None and outcome.places > 1
    *before, said = (_choice(choice, names) for choice in outcome.choices)
    for choice in reversed(before):
        said = phrase("prose.and_next" if several else "prose.or_else", first=choice, then=said)
    title: Said = outcome.name or round_name(outcome.id)
    if several:
        title = phrase("prose.with_places", outcome=title, n=outcome.places)
    besides = phrase("prose.besides", outcomes=_outcomes(outcome.besides, names)) if outcome.besides else None
    source = phrase("prose.source", source=outcome.source) if outcome.source is not None else None
    return stated(phrase("prose.item", what=title, said=said), besides, source)


def _choice(choice: Choice, names: Names) -> Phrase | Listing:
    said = teams(choice.take, names)
    if choice.when is not None:
        said = phrase("prose.choice_if", teams=said, condition=condition(choice.when, names))
    return said if choice.because is None else phrase("prose.choice_because", choice=said, because=choice.because)

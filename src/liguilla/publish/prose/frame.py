"""The frame of a format in words: its seasons and source, its teams, and what holds for all of its matches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from liguilla.formats import Entry, Format, Knockout, Known, League
from liguilla.publish.prose.naming import Names, fact_name, known_as
from liguilla.publish.prose.places import number_of_outcome
from liguilla.publish.prose.sections import Paragraph, Said, listed, stated
from liguilla.words import Listing, Phrase, phrase

__all__ = ["conduct", "frame"]

USUAL_AWARD: Final = (3, 0)


def frame(format_: Format, names: Names) -> Iterator[Paragraph]:
    """Give what a format says before its stages."""
    yield stated(_seasons(format_), phrase("prose.taken_from", source=format_.source))
    if format_.note is not None:
        yield stated(format_.note)
    if format_.sport != "football":
        yield stated(phrase("prose.sport", sport=phrase(f"prose.sport_{format_.sport}")))
    yield stated(_number(format_.entry))
    if format_.entry.know:
        facts = (stated(_known(known)) for known in format_.entry.know.values())
        yield listed(phrase("prose.to_know"), items=facts, ordered=False)
    if format_.tournaments:
        yield stated(phrase("prose.season_of", tournaments=Listing(tuple(map(names.tournament, format_.tournaments)))))
    if format_.other_competitions:
        others = (stated(_other(id_, other, names)) for id_, other in format_.other_competitions.items())
        yield listed(phrase("prose.other_competitions"), items=others, ordered=False)
    if format_.conduct:
        yield stated(conduct(format_.conduct))
    if format_.awarded_score != USUAL_AWARD or (format_.sport == "football" and _has_matches(format_)):
        x, y = format_.awarded_score
        yield stated(phrase("prose.awarded", x=x, y=y))
    if format_.withdrawal is not None:
        yield stated(_withdrawal(format_.withdrawal))


def _has_matches(format_: Format) -> bool:
    return any(isinstance(stage, League | Knockout) for stage in format_.stages.values())


def _seasons(format_: Format) -> Phrase:
    first, last = format_.valid_from, format_.valid_to
    if first is not None and last is not None:
        if first == last:
            return phrase("prose.valid_in", season=first)
        return phrase("prose.valid_between", first=first, last=last)
    if first is not None:
        return phrase("prose.valid_from", first=first)
    return phrase("prose.valid_any") if last is None else phrase("prose.valid_to", last=last)


def _number(entry: Entry) -> Phrase:
    if entry.number is not None:
        return phrase("prose.number_of_teams", n=entry.number)
    if entry.at_least is None or entry.at_most is None:
        return phrase("prose.number_open")
    return phrase("prose.number_between", least=entry.at_least, most=entry.at_most)


def _known(known: Known) -> Phrase | str:
    fact = fact_name(known.fact)
    if known.kind != "word":
        return phrase("prose.higher_is_better" if known.kind == "high" else "prose.lower_is_better", of=fact)
    if known.values is None:
        return fact
    own = (known_as("prose", f"value_{value}") or known_as("stage_names", value) for value in known.values)
    values = tuple(said or value.replace("_", " ") for said, value in zip(own, known.values, strict=True))
    return phrase("prose.item", what=fact, said=Listing(values, "or"))


def _other(id_: str, other: Format | tuple[str, ...], names: Names) -> Phrase:
    competition = names.tournament(id_)
    if isinstance(other, Format):
        return phrase("prose.by_format", competition=competition, name=other.name)
    outcomes = tuple(names.outcome(each, number_of_outcome(None, names)) for each in other)
    return phrase("prose.item", what=competition, said=Listing(outcomes))


def conduct(cards: Mapping[str, int]) -> Phrase:
    """Return what cards are worth."""
    worth = tuple(phrase(f"prose.card_{card}", points=points) for card, points in cards.items())
    return phrase("prose.conduct", cards=Listing(worth))


def _withdrawal(rule: str | Mapping[str, str]) -> Said:
    if isinstance(rule, str):
        return phrase("prose.withdrawal", what=phrase(f"prose.withdrawal_{rule}"))
    return phrase(
        "prose.withdrawal_by_part",
        part=rule["until"],
        then=phrase(f"prose.withdrawal_{rule['then']}"),
        after=phrase(f"prose.withdrawal_{rule['after']}"),
    )

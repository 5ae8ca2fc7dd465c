"""What things are called where they stand alone: as a heading, a column or a label, and not inside a sentence."""

from __future__ import annotations

from liguilla.engine import BoxesResult, State, TieResult, named, round_name
from liguilla.facts import Titles
from liguilla.formats import Boxed, Outcome, Range, Ranked, Round, Stage, Term
from liguilla.words import Phrase, Text, phrase, say

__all__ = [
    "capital",
    "champion_title",
    "competition_title",
    "label",
    "outcome_label",
    "place_label",
    "position_code",
    "position_label",
    "tie_label",
    "tie_name",
]


def capital(text: str) -> str:
    """Return the text with a capital first letter, and nothing else changed."""
    return text[:1].upper() + text[1:]


def label(thing: Stage | Round, language: str) -> str:
    """Return the name of a stage or round."""
    return capital(say(named(thing), language))


def competition_title(state: State, language: str) -> str:
    """Return the title of the facts, or else the name of the format."""
    return say(state.facts.competition.title or state.format.name or state.format.id, language)


def outcome_label(outcome: Outcome, language: str) -> str:
    """Return the name of an outcome."""
    name: Text | Phrase | str = outcome.name or round_name(outcome.id)
    return capital(say(name, language))


def tie_label(round_: Round, tie: TieResult, language: str) -> str:
    """Return the name of a tie where it stands alone."""
    return capital(tie_name(round_, tie, language))


def tie_name(round_: Round, tie: TieResult, language: str) -> str:
    """Return the name of a tie: its own; the round's, with a number where the round has several; or the id."""
    if tie.name is not None:
        return say(tie.name, language)
    round_id, _, number = tie.id.partition(".")
    if round_id != round_.id:
        return tie.id
    name = say(named(round_), language)
    # Another number after one would be misread: "round of 16, tie 3".
    return (
        say(phrase("publish.tie_of_round", round=name, n=number), language)
        if number and name[-1:].isdigit()
        else f"{name} {number}".rstrip()
    )


def place_label(state: State, where: str, language: str) -> str:
    """Return the name of the place that `Open.where` names: a stage, group, tie or outcome; of a box, its draw."""
    if where in state.outcomes:
        return outcome_label(state.format.outcomes[where], language)
    for result, round_, tie in state.ties():
        if where == f"{result.stage.id}.{tie.id}":
            return tie_label(round_.round, tie, language)
    stage_id, _, part = where.partition(" ")
    if stage_id not in state.format.stages:
        return where
    stage = label(state.format.stages[stage_id], language)
    return stage if isinstance(state.stages[stage_id], BoxesResult) else f"{stage} {part}".rstrip()


def position_label(term: Term, language: str) -> str:
    """Return in words where a team of a tie will come from: ``1st in group A``; nothing where that is no one place."""
    match term:
        case Ranked(group=str() as group, range=Range(first=first, last=last)) if first == last:
            ordinal = _ordinal(first.number, language)
            return say(phrase("publish.position_in_group", ordinal=ordinal, label=group), language)
        case Ranked(stage=stage, range=Range(first=first, last=last)) if first == last and not first.from_end:
            ordinal = _ordinal(first.number, language)
            return say(phrase("publish.position_in", ordinal=ordinal, stage=round_name(stage)), language)
        case Boxed(stage=stage, label=label_):
            return f"{say(round_name(stage), language)} {label_}"
        case _:
            return ""


def position_code(term: Term) -> str:
    """Return the same as short as brackets have it: ``1A``, where a group has a short label; else nothing."""
    match term:
        case Ranked(group=str() as group, range=Range(first=first, last=last)) if first == last and len(group) == 1:
            return f"{first.number}{group}"
        case _:
            return ""


def champion_title(state: State, team: str, language: str) -> str | None:
    """Return a champion with the number of titles, such as ``La Piedad (2nd title)``; None where that isn't known."""
    known: Titles | None = next((titles for titles in state.facts.competition.titles if titles.team == team), None)
    if known is None:
        return None
    return say(phrase("publish.title", team=team, ordinal=_ordinal(known.before + 1, language)), language)


def _ordinal(number: int, language: str) -> str:
    if language == "es":
        return f"{number}.º"
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"

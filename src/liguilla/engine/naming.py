"""What stages, rounds, groups and criteria are called in a sentence."""

from __future__ import annotations

from liguilla.formats import Criterion, Round, Stage, Tie
from liguilla.words import Phrase, Text, catalogue, phrase

__all__ = ["criterion_name", "fact_name", "fact_of", "named", "round_name"]


def named(thing: Stage | Round | Tie) -> Text | Phrase:
    """Return the name the format gives; else the language's own name of the id; else the id in plain letters."""
    return thing.name or round_name(thing.id)


def round_name(id_: str) -> str | Phrase:
    """Return the name of a round or stage that is known by its id alone, such as ``quarterfinals`` or ``lower_3``."""
    if id_ in catalogue("en", "names"):
        return phrase(f"names.{id_}")
    side, _, number = id_.partition("_")
    if side in ("upper", "lower") and number.isdecimal():
        return phrase(f"engine.{side}_round", n=int(number))
    return id_.replace("_", " ")


def fact_name(fact: str) -> str:
    """Return what a fact is called in a sentence: its id in plain letters."""
    return fact.replace("_", " ")


def fact_of(fact: str, team: str) -> Phrase:
    """Return a fact about a team as something to wait for."""
    return phrase("engine.fact_of", fact=fact_name(fact), team=team)


def criterion_name(criterion: Criterion, *, head_to_head: bool = False) -> Phrase:
    """Return what a criterion measures, in words: ``goals scored away``, ``head-to-head points``."""
    if criterion.statistic == "given":
        name = phrase("criteria.given", fact=fact_name(criterion.fact or ""))
    else:
        name = phrase(f"criteria.{criterion.statistic}")
    if criterion.venue is not None:
        name = phrase(f"criteria.{criterion.venue}", of=name)
    if criterion.in_common:
        name = phrase("criteria.in_common", of=name)
    if criterion.same_fact is not None:
        name = phrase("criteria.same_fact", of=name, fact=fact_name(criterion.same_fact))
    if criterion.stages:
        name = phrase("criteria.in_stages", of=name, stages=tuple(str(ref) for ref in criterion.stages))
    if criterion.opponents is not None:
        name = phrase(f"criteria.{criterion.opponents}_opponents", of=name)
    if criterion.without_lowest:
        name = phrase("criteria.without_lowest", of=name)
    if criterion.by_result:
        name = phrase("criteria.by_result", of=name)
    return phrase("criteria.head_to_head", of=name) if head_to_head else name

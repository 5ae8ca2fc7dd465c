"""The grammar of criteria: ``goal_difference away``, ``points of opponents without lowest``, ``given rating``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from liguilla.formats.reading.wrong_words import WrongWords, refuse_long

__all__ = ["STATISTICS", "CriterionWords", "read_criterion"]

STATISTICS: Final = (
    "points", "wins", "draws", "losses", "played", "goal_difference", "goals_for", "goals_against", "goal_ratio",
    "win_ratio", "points_per_match", "conduct", "sweep", "rounding",
)  # fmt: skip

_STAGES = re.compile(r"in ([\w.]+(?: and [\w.]+)*)", re.ASCII)
_SAME = re.compile(r"in same (\w+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class CriterionWords:
    """The parts of a phrase; stages are still only names."""

    statistic: str
    fact: str | None = None
    venue: Literal["home", "away"] | None = None
    in_common: bool = False
    same_fact: str | None = None
    stages: tuple[str, ...] = ()
    opponents: Literal["all", "beaten"] | None = None
    without_lowest: bool = False
    by_result: bool = False


def read_criterion(text: str, other_words: tuple[str, ...] = ()) -> CriterionWords:
    """Read a criterion.

    Parameters
    ----------
    other_words
        What else may stand in its place; a near miss may mean one of these.

    Raises
    ------
    WrongWords
        If it has no meaning.
    """
    refuse_long(text)
    first, _, rest = " ".join(text.split()).partition(" ")
    if first == "given":
        if not rest or " " in rest:
            raise _no_criterion(text, "criterion_given")
        return CriterionWords("given", fact=rest)
    if first not in STATISTICS:
        known = (*STATISTICS, *other_words, "given")
        raise WrongWords("unknown_criterion", word=first, near=(first, known))
    words = CriterionWords(first)
    while rest:
        words, after = _one_more(words, rest)
        if after == rest:
            raise unreadable(text, rest)
        rest = after
    if (words.without_lowest or words.by_result) and not words.opponents:
        raise _no_criterion(text, "criterion_no_opponents")
    return words


def unreadable(text: str, rest: str) -> WrongWords:
    """Return that a criterion has a meaning only as far as these words."""
    return _no_criterion(text, "criterion_unreadable", rest=rest, statistic=text.split()[0])


def _no_criterion(text: str, code: str, **values: Any) -> WrongWords:
    return WrongWords("criterion", text=text, said=WrongWords(code, **values).said)


def _one_more(words: CriterionWords, rest: str) -> tuple[CriterionWords, str]:
    """Read what the next words add, and give back the words after them."""
    added: dict[str, CriterionWords] = {
        "at home": replace(words, venue="home"),
        "away": replace(words, venue="away"),
        "in common": replace(words, in_common=True),
        "of opponents": replace(words, opponents="all"),
        "of beaten opponents": replace(words, opponents="beaten"),
        "without lowest": replace(words, without_lowest=True),
        "by result": replace(words, by_result=True),
    }
    for phrase_, more in added.items():
        if rest == phrase_ or rest.startswith(f"{phrase_} "):
            return more, rest.removeprefix(phrase_).lstrip()
    if same := _SAME.match(rest):
        return replace(words, same_fact=same[1]), rest[same.end() :].lstrip()
    if named := _STAGES.match(rest):
        return replace(words, stages=tuple(named[1].split(" and "))), rest[named.end() :].lstrip()
    return words, rest

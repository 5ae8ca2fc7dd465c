"""A whole score in one cell: ``2-1``, ``3-1 aet (2-1, 1-1)``, ``4-2 pen. 1-1 (0-0)``, ``3-0 awarded``, ``p-p``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from liguilla.facts import Score, Status
from liguilla.notation.results.table_words import FATES, MONTHS, NOTHING, PARTS, plain_words

__all__ = ["ScoreText", "looks_like_a_day", "read_score_text", "score_text", "with_fate"]

LONGEST: Final = 200
"""No score has more characters."""

DASH: Final = r"\s*[-–—−:x×]\s*"
PLAIN: Final = re.compile(rf"\s*(\d{{1,4}}){DASH}(\d{{1,4}})\s*", re.IGNORECASE)
KICKS_BESIDE: Final = tuple(
    re.compile(pattern.format(kicks=r"\s*\((\d{1,2})\)\s*", goals=r"(\d{1,2})", dash=DASH), re.IGNORECASE)
    for pattern in (
        "{goals}{kicks}{dash}{goals}{kicks}",
        "{kicks}{goals}{dash}{goals}{kicks}",
        "{goals}{kicks}{dash}{kicks}{goals}",
    )
)
"""A shoot-out written beside each side's goals."""

PLACES: Final = ((1, 2, 3, 4), (2, 1, 3, 4), (1, 2, 4, 3))
"""Which of the numbers in each of these are home goals, home kicks, away goals and away kicks."""

TOKEN: Final = re.compile(
    rf"(?P<home>\d{{1,4}}){DASH}(?P<away>\d{{1,4}})(?!\d)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<comma>[,;])"
    r"|(?P<word>[^\s\d()\[\],;][^\d()\[\],;]*)|(?P<other>\S)",
    re.IGNORECASE,
)
OPENING: Final = ("(", "[", ",", ";", "")
CLOSING: Final = (")", "]", ",", ";", "")
AFTER_ANOTHER: Final = ("score", "half_time")
"""What unnamed scores in brackets are, after one of extra time or a shoot-out."""


@dataclass(frozen=True, slots=True)
class ScoreText:
    """What a cell says of a match's score; the fields are those of a recorded match."""

    score: Score | None = None
    half_time: Score | None = None
    extra_time: Score | None = None
    kicks: Score | None = None
    status: Status = Status.PLAYED
    awarded: bool = False
    annulled: bool = False


@dataclass(slots=True)
class _Pair:
    score: Score
    inside: bool
    part: str | None = None


def read_score_text(text: str) -> ScoreText | None:
    """Return what a cell says of a score; None if that can't be understood.

    Parameters
    ----------
    text
        The home side's goals first. In brackets after a score is the one at half time; after a score of extra time or
        a shoot-out, the one after normal time and then the one at half time.

    Examples
    --------
    >>> read_score_text("3-1 aet (2-1, 1-1)").extra_time
    Score(home=3, away=1)
    """
    if found := PLAIN.fullmatch(text):
        return ScoreText(Score(int(found[1]), int(found[2])))
    text = text.strip()
    if text.casefold() in NOTHING:
        return ScoreText(status=Status.SCHEDULED)
    if len(text) > LONGEST:
        return None
    fate = FATES.get(plain_words(text))
    if fate is not None:
        return with_fate(ScoreText(status=Status.SCHEDULED), fate) if fate != Status.PLAYED else None
    for pattern, (home, home_kicks, away, away_kicks) in zip(KICKS_BESIDE, PLACES, strict=True):
        if found := pattern.fullmatch(text):
            score = Score(int(found[home]), int(found[away]))
            return ScoreText(score, kicks=Score(int(found[home_kicks]), int(found[away_kicks])))
    return _sorted_out(text)


def with_fate(said: ScoreText, fate: str) -> ScoreText:
    """Return a score with what became of the match, one of those in the table of words."""
    if fate == "awarded":
        return replace(said, awarded=True)
    if fate == "annulled":
        return replace(said, annulled=True)
    return said if fate in (Status.PLAYED, Status.SCHEDULED) else replace(said, status=Status(fate))


def looks_like_a_day(text: str) -> bool:
    """Return whether a spreadsheet has made a day of a score: ``2-1`` becomes ``02-Jan``."""
    words = re.findall(r"[^\W\d_]+", text[:LONGEST].casefold())
    return any(word in MONTHS for word in words) or bool(re.match(r"\d{4}-\d\d-\d\d", text))


def score_text(said: ScoreText) -> str:
    """Return a score as text that reads as the same; empty if there is none."""
    parts = [
        str(said.score) if said.score else "",
        f"{said.extra_time} aet" if said.extra_time else "",
        f"{said.kicks} pen" if said.kicks else "",
        f"{said.half_time} ht" if said.half_time else "",
    ]
    fates = [fate for fate in ("awarded", "annulled") if getattr(said, fate)]
    if said.status not in (Status.PLAYED, Status.SCHEDULED):
        fates.append(said.status.value)
    return ", ".join(part for part in (*parts, *fates) if part)


def _sorted_out(text: str) -> ScoreText | None:
    """Return what several scores with words and brackets between them are."""
    parts: dict[str, Score] = {}
    pairs, fates = _pairs(text)
    if not pairs:
        return None
    said = ScoreText()
    for fate in fates:
        said = with_fate(said, fate)
    named = {pair.part for pair in pairs if pair.part}
    unnamed = iter(pair for pair in pairs if not pair.part and not pair.inside)
    main = next(unnamed, None)
    if next(unnamed, None) is not None:
        return None
    if main:
        parts["score"] = main.score
    left: Iterator[str] = iter(("half_time",) if main else AFTER_ANOTHER if named & {"extra_time", "kicks"} else ())
    for pair in pairs:
        if pair is main:
            continue
        part = pair.part or next(left, None)
        if part is None or part in parts:
            return None
        parts[part] = pair.score
    if parts.keys() <= {"half_time"}:
        return None
    whole, half = parts.get("score") or parts.get("extra_time"), parts.get("half_time")
    if whole and half and (half.home > whole.home or half.away > whole.away):
        # Surely a shoot-out without the word, or something else again.
        return None
    return replace(
        said,
        score=parts.get("score"),
        half_time=half,
        extra_time=parts.get("extra_time"),
        kicks=parts.get("kicks"),
    )


def _pairs(text: str) -> tuple[list[_Pair], list[str]]:
    """Return the scores in a text, each with the word that belongs to it, and what became of the match.

    There are no scores if a word means nothing.
    """
    pairs: list[_Pair] = []
    fates: list[str] = []
    nothing: tuple[list[_Pair], list[str]] = [], []
    inside, waiting = False, None
    for token in TOKEN.finditer(text):
        if token["home"]:
            pairs.append(_Pair(Score(int(token["home"]), int(token["away"])), inside, waiting))
            waiting = None
        elif token["open"] or token["close"]:
            if inside is bool(token["open"]):
                return nothing
            inside = bool(token["open"])
        elif token["word"]:
            words = plain_words(token["word"])
            part = PARTS.get(words)
            if part is None and FATES.get(words) in (None, Status.PLAYED, Status.SCHEDULED):
                return nothing
            # In "1-1 (p 4-2)" the word belongs to the score after it, in "1-1 (aet)" to the one before.
            first = text[: token.start()].rstrip()[-1:] in OPENING
            alone = text[token.end() :].lstrip()[:1] in CLOSING
            if part is None:
                fates.append(FATES[words])
            elif pairs and pairs[-1].part is None and (alone if first else pairs[-1].inside is inside):
                pairs[-1].part = part
            elif waiting is None:
                waiting = part
            else:
                return nothing
        elif token["other"]:
            return nothing
    return (pairs, fates) if not inside and waiting is None else nothing

"""Every way in which Football.TXT writes a score, and what is said beside one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from liguilla.facts import Score, Status
from liguilla.notation.results.records import RecordedGoal

__all__ = [
    "SCORE",
    "Remark",
    "Scores",
    "count",
    "is_remark",
    "read_remark",
    "read_score",
    "score_text",
    "with_what_follows",
]

NORMAL_TIME: Final = 90

PAIR: Final = r"(\d{1,3})[-–](\d{1,3})"
EXTRA: Final = r"(?i:a\.?e\.?t\.?)(?=[\s,(]|$)"
KICKS: Final = r"(?i:pens?\.?|p\.)(?=[\s,(]|$)"

SCORE: Final = re.compile(
    rf"""
    (?<!\S){PAIR}
    (?: \s+(?P<kicks>{KICKS}) (?: \s+{PAIR}\s+(?P<extra_after_kicks>{EXTRA}) )?
      | \s+(?P<extra>{EXTRA})
    )?
    (?: \s*\(\s?{PAIR} (?: ,\s*{PAIR} )? \s?\) )?
    (?: ,\s*{PAIR}\s+{KICKS} )?
    (?=[\s,(]|$)
    """,
    re.VERBOSE,
)


class Scores(NamedTuple):
    """The scores of a match, as those of a recorded one."""

    score: Score | None = None
    half_time: Score | None = None
    extra_time: Score | None = None
    kicks: Score | None = None


def read_score(match: re.Match[str]) -> Scores | None:
    """Return what a score says; None if its parts contradict each other.

    Parameters
    ----------
    match
        Found by `SCORE`.

    Examples
    --------
    >>> read_score(SCORE.search("4-5 pen. 2-2 a.e.t. (1-1, 0-0)"))
    Scores(score=Score(home=1, away=1), half_time=Score(home=0, away=0), extra_time=Score(home=2, away=2), \
kicks=Score(home=4, away=5))
    """
    home, away, kicks_first, home_2, away_2, extra_2, extra, in_1, in_2, in_3, in_4, last_1, last_2 = match.groups()
    main, first = _pair(home, away), _pair(in_1, in_2)
    if not (kicks_first or extra or in_3 or last_1):
        return Scores(main, first)
    second, last = _pair(in_3, in_4), _pair(last_1, last_2)
    if kicks_first:
        # In brackets after a shoot-out or extra time stand the score after normal time and the one at half time.
        return None if last else Scores(first, second, _pair(home_2, away_2) if extra_2 else None, main)
    if extra:
        return Scores(first, second, main, last)
    return None if second else Scores(main, first, None, last)


@lru_cache(maxsize=4096)
def _pair(home: str | None, away: str | None) -> Score | None:
    return Score(int(home), int(away)) if home and away else None


def with_what_follows(scores: Scores, goals: Iterable[RecordedGoal] = ()) -> Scores:
    """Return the scores of a match that was played, with what must have been before the last of them.

    Nothing but 0-0 comes before 0-0. Where the score after normal time isn't written, the minutes of the goals tell it,
    if they are all there.
    """
    if scores.extra_time is not None and scores.score is None:
        goals = tuple(goals)
        if scores.extra_time == (0, 0):
            scores = scores._replace(score=Score(0, 0))
        elif all(goal.minute is not None for goal in goals) and count(goals) == scores.extra_time:
            scores = scores._replace(score=count(goal for goal in goals if (goal.minute or 0) <= NORMAL_TIME))
    if scores.score == (0, 0) and scores.half_time is None:
        scores = scores._replace(half_time=Score(0, 0))
    return scores


def count(goals: Iterable[RecordedGoal]) -> Score:
    """Return the score that goals make."""
    sides = [goal.for_home for goal in goals]
    return Score(sum(sides), len(sides) - sum(sides))


def score_text(scores: Scores) -> str:
    """Return a score as it is written; empty if there is none."""
    score, half_time, extra_time, kicks = scores
    inside = f" ({score}, {half_time})" if score and half_time else f" ({score})" if score else ""
    if extra_time and half_time and not score:
        # The score in between is unknown, so it can't stand in its place.
        return f"{extra_time} ({half_time}) (aet{f', {kicks} pen' if kicks else ''})"
    if extra_time:
        shoot_out = f"{kicks} pen. " if kicks else ""
        return f"{shoot_out}{extra_time} a.e.t.{inside}"
    if kicks:
        return f"{kicks} pen.{inside}"
    if score is None:
        return ""
    return str(score) if half_time is None or score == (0, 0) else f"{score} ({half_time})"


class Remark(NamedTuple):
    """What is said beside a score, in brackets: ``[cancelled]``, ``(aet, 4-2 pen)``, ``[Tunisia wins on penalties]``.

    ``note`` is what is left for people to read.
    """

    status: Status | None = None
    awarded: bool = False
    awarded_to: str | None = None
    annulled: bool = False
    extra_time: bool = False
    kicks: Score | None = None
    kicks_won_by: str | None = None
    attendance: int | None = None
    note: str | None = None

    def also(self, other: Remark) -> Remark:
        """Return the remark with what another says, but for its note."""
        said = {name: value for name, value in other._asdict().items() if value is not None and value is not False}
        return self._replace(**{**said, "note": self.note})


FATES: Final = {
    "cancelled": Remark(Status.CANCELLED),
    "canceled": Remark(Status.CANCELLED),
    "postponed": Remark(Status.POSTPONED),
    "abandoned": Remark(Status.ABANDONED),
    "suspended": Remark(Status.ABANDONED),
    "interrupted": Remark(Status.ABANDONED),
    "awarded": Remark(awarded=True),
    "annulled": Remark(annulled=True),
    "void": Remark(annulled=True),
    "voided": Remark(annulled=True),
}
EXTRA_TIME_WORDS: Final = ("aet", "a.e.t.", "a.e.t", "extra time", "after extra time")
SHORT_NOTES: Final = {"gg": "golden goal", "g.g.": "golden goal", "sg": "silver goal", "s.g.": "silver goal"}
NOTES: Final = frozenset(SHORT_NOTES.values())

AWARDED_TO: Final = re.compile(r"(?i:awarded to )(\S.*)")
SHOOT_OUT: Final = re.compile(r"(\d{1,2})[-–](\d{1,2})\s+(?i:p\.?|pens?\.?|penalties|on penalties|on pens)")
WON_KICKS: Final = re.compile(r"(\S.*?)\s+(?i:wins?|won)\s+(?i:on|by|after)\s+(?i:penalties|pens\.?|a shoot-out|kicks)")
WON_LOTS: Final = re.compile(
    r"(\S.*?)\s+(?i:wins?|won|advances?|advanced|qualified)\s+(?i:on|by|after|the)\s+"
    r"(?i:(?:a |the )?(?:coin toss|toss of a coin|drawing of lots|lots))"
)
ATTENDANCE: Final = re.compile(r"(?i:att(?:endance)?\.?:?)\s*(\d{1,3}(?:[ _.,]?\d{3}){0,2})")


def read_remark(text: str) -> Remark:
    """Return what a text in brackets, or a comment beside a match, says of it."""
    text = " ".join(text.split())
    said = Remark()
    notes: list[str] = []
    for part in re.split(r"[,;/]", text) if _is_list(text) else (text,):
        part = part.strip()
        fate = _fate(part)
        if fate is None:
            notes.append(part)
        else:
            said = said.also(fate)
            notes += (fate.note,) if fate.note else ()
    return said._replace(note=", ".join(filter(None, notes)) or None)


def is_remark(text: str) -> bool:
    """Return whether every part of a text in brackets says something of a match, so that no name ends with it."""
    return all(_fate(part.strip()) is not None for part in re.split(r"[,;/]", text)) if text.strip() else False


def _is_list(text: str) -> bool:
    """Return whether a text is a list of words that mean something here, not a sentence with a comma in it."""
    return any(_fate(part.strip()) is not None for part in re.split(r"[,;/]", text))


def _fate(text: str) -> Remark | None:
    plain = text.lower()
    if plain in FATES:
        return FATES[plain]
    if plain in EXTRA_TIME_WORDS:
        return Remark(extra_time=True)
    if plain in SHORT_NOTES or plain in NOTES:
        return Remark(extra_time=True, note=SHORT_NOTES.get(plain, plain))
    if found := SHOOT_OUT.fullmatch(text):
        return Remark(kicks=Score(int(found[1]), int(found[2])))
    if found := WON_KICKS.fullmatch(text):
        return Remark(kicks_won_by=found[1])
    if found := WON_LOTS.fullmatch(text):
        # That it wasn't kicks is said nowhere else.
        return Remark(kicks_won_by=found[1], note=text)
    if found := AWARDED_TO.fullmatch(text):
        return Remark(awarded=True, awarded_to=found[1])
    if found := ATTENDANCE.fullmatch(text):
        return Remark(attendance=int(re.sub(r"\D", "", found[1])))
    return None

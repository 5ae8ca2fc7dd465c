"""One match in one line: the two teams, and the score between or behind them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from liguilla.notation.results.football_txt.goals import read_goals
from liguilla.notation.results.football_txt.scores import SCORE, Scores, is_remark, read_score

__all__ = ["ByeText", "MatchText", "is_name", "read_bye", "read_match", "split_ground"]

VERSUS: Final = re.compile(r"\s(?:v|vs|vs\.)\s")
DASH: Final = re.compile(r"\s[-–]\s")
WIDE_DASH: Final = re.compile(r"\s\s[-–]\s|\s[-–]\s\s")
WALKOVER: Final = re.compile(r"\s(?i:w/o|w\.o\.|walkover)\s")
BYE: Final = "bye"
BRACKET: Final = re.compile(r"\s\(")
LONGEST_NAME: Final = 100
MOST_BRACKETS: Final = 8
"""No line has more of them behind a score; each is looked at to its end."""

NOT_IN_NAMES: Final = re.compile(r"\s\s|[@\[\]|;#=]|(?<!\S)\d{1,3}[-–]\d{1,3}(?!\S)|^[,.:()]|[,:(]$")


class MatchText(NamedTuple):
    """What a line says of a match.

    ``walkover`` says that the first team went on without a match; ``remarks`` stood in square brackets, ``asides`` in
    round ones; ``goals`` is the text of the goals behind it, without the bracket that opens it.
    """

    home: str
    away: str
    scores: Scores | None = None
    ground: str | None = None
    walkover: bool = False
    remarks: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    goals: str | None = None


class ByeText(NamedTuple):
    """A team that goes on without a match."""

    team: str
    remarks: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Return whether a text can be the name of a team: it has a letter, but no score and no two spaces side by side."""
    if not text or len(text) > LONGEST_NAME or NOT_IN_NAMES.search(text):
        return False
    return text[0].isalpha() or any(map(str.isalpha, text))


def split_ground(text: str) -> tuple[str | None, str]:
    """Return the ground at the beginning of ``@ London   England 1-1 Switzerland``, and the rest."""
    if not text.startswith("@"):
        return None, text
    ground, _, rest = re.sub(r"\s{2,}", "\n", text[1:].strip()).partition("\n")
    return ground.strip() or None, rest.replace("\n", "  ")


def read_match(text: str, *, fixture: bool = False) -> MatchText | None:
    """Return the match that a line tells; None if it tells none.

    Parameters
    ----------
    text
        The line without date, clock and comment: ``Home 2-1 (1-0) Away``, ``Home v Away 2-1 (1-0)`` or
        ``Home - Away 2-1``, then goals, ``@ ground`` and ``[remark]``.
    fixture
        Whether a date, a clock or a ground stood before it, so that two names with a dash between them are teams.
        Otherwise they could be a heading, and have to stand apart from the dash.
    """
    text, remarks = _split_remarks(text) if text.endswith("]") else (text, ())
    ground: str | None = None
    at = text.find("@")
    if at > 0 and text[at - 1].isspace():
        ground, text = text[at + 1 :].strip() or None, text[:at].rstrip()
        if ground and ground.endswith("]"):
            return None
        if text.endswith("]"):
            text, more = _split_remarks(text)
            remarks = (*more, *remarks)
    found = _teams(text, DASH if fixture or ground or remarks else WIDE_DASH)
    if found is None or not (is_name(found.home) and is_name(found.away)):
        return None
    return found._replace(ground=ground, remarks=remarks) if ground or remarks else found


def read_bye(text: str) -> ByeText | None:
    """Return the team that a line gives a bye; None if it gives none."""
    text, remarks = _split_remarks(text)
    team = text[: -len(BYE)]
    if text[len(team) :].lower() != BYE or not team[-2:].isspace() or not is_name(team.strip()):
        return None
    return ByeText(team.strip(), remarks)


def _split_remarks(text: str) -> tuple[str, tuple[str, ...]]:
    text = text.rstrip()
    remarks: tuple[str, ...] = ()
    while text.endswith("]"):
        start = text.rfind("[")
        if start < 1:
            break
        remarks = (text[start + 1 : -1].strip(), *remarks)
        text = text[:start].rstrip()
    return text, remarks


def _teams(text: str, dash: re.Pattern[str]) -> MatchText | None:
    score = SCORE.search(text)
    if score is None:
        return _without_score(text, VERSUS.search(text) or dash.search(text))
    scores = read_score(score)
    if scores is None:
        return None
    if versus := VERSUS.search(text, 0, score.start()):
        return _behind(text, versus, score, scores)
    rest = text[score.end() :].strip()
    if rest and not rest.startswith("("):
        away, asides, goals = _split_asides(rest)
        return MatchText(text[: score.start()].strip(), away, scores, None, False, (), asides, goals)
    between = DASH.search(text, 0, score.start())
    return _behind(text, between, score, scores) if between else None


def _behind(text: str, between: re.Match[str], score: re.Match[str], scores: Scores) -> MatchText | None:
    """Return a match whose score stands behind the teams."""
    nothing, asides, goals = _split_asides(" " + text[score.end() :].strip())
    if nothing:
        return None
    home, away = text[: between.start()].strip(), text[between.end() : score.start()].strip()
    return MatchText(home, away, scores, None, False, (), asides, goals)


def _without_score(text: str, between: re.Match[str] | None) -> MatchText | None:
    walkover = WALKOVER.search(text)
    between = walkover or between
    if between is None:
        return None
    away, asides, goals = _split_asides(text[between.end() :].strip())
    return MatchText(text[: between.start()].strip(), away, None, None, walkover is not None, (), asides, goals)


def _split_asides(text: str) -> tuple[str, tuple[str, ...], str | None]:
    """Return a name, what is said in round brackets behind it, and the goals there.

    Names have brackets too, such as ``Arsenal FC (ENG)``.
    """
    if "(" not in text:
        return text.strip(), (), None
    end: int | None = None
    asides: list[str] = []
    for bracket in islice(BRACKET.finditer(text), MOST_BRACKETS):
        close = text.find(")", bracket.end())
        inside = text[bracket.end() : close if close >= 0 else len(text)]
        if close >= 0 and is_remark(inside):
            asides.append(inside)
        elif _begins_goals(text[bracket.end() :]):
            return text[: bracket.start() if end is None else end].strip(), tuple(asides), text[bracket.end() :]
        elif end is not None:
            return text.strip(), (), None
        else:
            continue
        end = bracket.start() if end is None else end
    return (text if end is None else text[:end]).strip(), tuple(asides), None


def _begins_goals(text: str) -> bool:
    """Return whether goals begin here; they may go on in the next line."""
    first = re.split(r"[,;]|\s[-–]\s", text, maxsplit=1)[0].strip()
    if first in ("-", "–"):
        return True
    return bool(read_goals(first.rstrip(")") if first.count(")") > first.count("(") else first))

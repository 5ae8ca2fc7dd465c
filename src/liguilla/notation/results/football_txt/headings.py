"""Titles and headings of Football.TXT: which competition and season a file is of, and what stands above a match."""

from __future__ import annotations

import re
from typing import Final

from liguilla.notation.results.football_txt.dates import written_range
from liguilla.notation.results.headings import headings_of

__all__ = ["ROUND", "SIGNS", "Outline", "divided", "heading", "is_definition", "is_usual", "listed_teams", "names_of"]

MARKS: Final = "▪»▸▷►•●■"
"""What a heading of a round begins with. One mark more is one step further in."""

SIGNS: Final = f"{MARKS}=:"

FURTHER_IN: Final = "▸▷►"
MARK: Final = re.compile(rf"([{MARKS}]{{1,6}}|:{{2,6}})\s*(.*)")

STAGE, ROUND, PLAIN = 0, 10, 20
"""How far in a heading is: ``==``, a mark, no mark at all. A heading ends those that are as far in, or further."""

USUAL: Final = re.compile(
    r"""\b(?: matchday | round | final | finals | finale | semi-?finals? | quarter-?finals? | semis | group | gruppe
    | grupo | groupe | girone | replays? | legs? | stage | phase | league | play-?\ ?(?:offs?|ins?) | qualif\w*
    | preliminary | reclassification | repechage | repechaje | third | place | week | day | jornada | fecha | spieltag
    | runde | giornata | journ[ée]e | speeldag | apertura | clausura | liguilla | \w+finale? | halbfinale | cup | zone
    | zona | conference | division | championship | relegation | promotion | opening | closing | regular | season )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Words that a heading without a mark can be told by."""

LONGEST: Final = 100


class Outline:
    """The headings above the line that is being read."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, tuple[str, ...]]] = []
        self.headings: tuple[str, ...] = ()

    def enter(self, level: int, names: tuple[str, ...]) -> None:
        """Go on below a heading. One without names only ends those before it."""
        while self._levels and self._levels[-1][0] >= level:
            self._levels.pop()
        if names:
            self._levels.append((level, names))
        self.headings = tuple(name for _, names in self._levels for name in names)


def heading(text: str) -> tuple[int, str] | None:
    """Return how far in a marked heading is, and its text; None if the line is none."""
    if text.startswith("=="):
        name = text.strip("= ")
        signs = len(text) - len(text.lstrip("="))
        return (STAGE + min(signs, ROUND) - 2, name) if name else None
    match = MARK.match(text)
    if match is None:
        return None
    marks = match[1]
    step = len(marks) - (2 if marks[0] == ":" else 1) + (marks[0] in FURTHER_IN)
    return ROUND + step, match[2].strip()


def names_of(text: str) -> tuple[str, ...]:
    """Return the headings in a line; commas stand between several."""
    return tuple(heading.rstrip(":") for heading in headings_of(text) if heading != ":")


def is_usual(text: str) -> bool:
    """Return whether a text has a word that headings have."""
    return USUAL.search(text) is not None


def divided(text: str) -> tuple[str, str] | None:
    """Return what stands before and after the bar of a line such as ``Group A | Poland  Greece``."""
    before, bar, after = text.partition("|")
    return (before.strip().rstrip(":"), after.strip()) if bar and before.strip() else None


def is_definition(after: str) -> bool:
    """Return whether a line with a bar only says when a round is played."""
    return written_range(after) is not None


def listed_teams(after: str) -> tuple[str, ...]:
    """Return the teams of a group: two spaces or a bar stand between them, or else commas."""
    apart = [part for part in re.split(r"\s{2,}|\|", after) if part.strip()]
    return tuple(name for part in (apart if len(apart) > 1 else after.split(",")) if (name := part.strip()))

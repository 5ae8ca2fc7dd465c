"""Results, written as a tournament report file (TRF16, with the line of the number of rounds that programs want)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from liguilla.errors import FactsError, Problem
from liguilla.facts import Score
from liguilla.notation.results.records import RecordedBye, RecordedMatch, Results
from liguilla.notation.results.trf.reading import (
    ABOUT,
    COLUMNS,
    COMMENT,
    DATES,
    FIRST,
    NAME,
    PLAYER,
    ROUND_DAYS,
    TITLE,
    WIDTH,
    read,
    told_apart,
)
from liguilla.words import phrase

__all__ = ["write"]

ROUND_NUMBER: Final = re.compile(r"(?:.*\D)?(\d{1,2})")
CODES: Final = {name: code for code, name in reversed(ABOUT.items())}
RESULTS: Final = {Score(1, 0): "10", Score(0, 1): "01", Score(0, 0): "=="}
UNRATED: Final = {"10": "WL", "01": "LW", "==": "DD"}
BYES: Final = {None: "U", Fraction(1): "F", Fraction(1, 2): "H", Fraction(0): "Z"}
WORTH: Final = {"1": 2, "W": 2, "+": 2, "F": 2, "U": 2, "=": 1, "D": 1, "H": 1}
"""In half-points, which is how a sum of them is written."""


def write(results: Results) -> str:
    """Write results as a report.

    Parameters
    ----------
    results
        The results of one tournament whose headings name rounds by number. Players get the number that the facts about
        them say, else that of their place. Points that no fact says are those of the rounds.

    Returns
    -------
    The text, which is read as the same results. Lines that were unread stand at its end, as comments where they could
    be taken for something else. The notation has no place for hours, grounds, referees and spectators.

    Raises
    ------
    FactsError
        If something can't be written so that it would be read as it is; with each of these.

    Examples
    --------
    >>> from liguilla.errors import Origin
    >>> from liguilla.facts import Status
    >>> game = RecordedMatch(Origin(""), "Tal", "Fischer", ("Round 1",), status=Status.PLAYED, score=Score(1, 0))
    >>> print(write(Results((), (game,), "Candidates")))
    012 Candidates
    001    1      Tal                                                                1.0          2 w 1
    001    2      Fischer                                                            0.0          1 b 0
    <BLANKLINE>
    """
    writer = _Writer(results)
    text = writer.text()
    problems = writer.problems or list(_unlike(results, text))
    if problems:
        raise FactsError(problems)
    return text


class _Writer:
    def __init__(self, results: Results) -> None:
        self.results = results
        self.problems: list[Problem] = []
        self.numbers = _numbers(results)
        self.cells: dict[tuple[str, int], str] = {}
        self.days: dict[int, dt.date] = {}
        for match in results.matches:
            self._match(match)
        for bye in results.byes:
            self._bye(bye)
        self.rounds = max((number for _, number in self.cells), default=0)
        paired = {number for (_, number), cell in self.cells.items() if not cell.startswith("0000")}
        for team in self.numbers:
            for number in sorted(paired):
                if (team, number) not in self.cells:
                    # A blank would be a bye without points.
                    self.problems.append(Problem(phrase("trf.round_not_known", name=team, n=number)))

    def text(self) -> str:
        results = self.results
        lines = [f"{TITLE} {results.competition}"] if results.competition else []
        about = {name: text for name, text in results.about.items() if name != ROUND_DAYS}
        rounds = {name: about.pop(name) for name in ("rounds", "initial_colour") if name in about}
        lines += (f"{CODES[name]} {text}" for name, text in about.items() if name in CODES)
        days = self.days | _days(results.about.get(ROUND_DAYS, ""))
        if days:
            cells = (f"{days[n]:%y/%m/%d}" if n in days else "" for n in range(1, max(days) + 1))
            lines.append(DATES.ljust(FIRST) + "".join(f"{cell:{WIDTH}}" for cell in cells))
        lines += (self._line(team, number) for team, number in self.numbers.items())
        for name, text in rounds.items():
            code = "152" if name == "initial_colour" and text in ("W", "B") else CODES[name]
            lines.append(f"{code} {text}")
        lines += (_unread(unread.text) for unread in results.unread)
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _line(self, team: str, number: int) -> str:
        facts = {"points": self._points(team), **self.results.team_facts.get(team, {}), "starting_number": str(number)}
        name = team
        first, _, more = team.rpartition(" ")
        if first in self.numbers and team == told_apart(first, number) and more:
            name = first
        line = PLAYER.ljust(FIRST)
        for fact, columns in {"name": NAME, **COLUMNS}.items():
            line = self._put(line, team, fact, name if fact == "name" else facts.get(fact, ""), columns)
        cells = (self.cells.get((team, round_), "") for round_ in range(1, self.rounds + 1))
        return line + "".join(f"{cell:{WIDTH}}" for cell in cells)

    def _put(self, line: str, team: str, fact: str, value: str, columns: tuple[int, int]) -> str:
        start, end = columns
        most = end - start
        if len(value) > most:
            said = {"fact": fact, "name": team, "value": value, "most": most}
            message = phrase("trf.name_too_long", name=value, most=most) if fact == "name" else None
            self.problems.append(Problem(message or phrase("trf.value_too_long", **said)))
            return line
        text = value.ljust(most) if fact in ("name", "born") else value.rjust(most)
        return line[:start] + text + line[end:]

    def _points(self, team: str) -> str:
        half = sum(WORTH.get(cell[7:8], 0) for (name, _), cell in self.cells.items() if name == team)
        return f"{half // 2}.{half % 2 * 5}"

    # ----------------------------------------------------------------------------------------------- rounds

    def _match(self, match: RecordedMatch) -> None:
        round_ = self._round(match)
        letters = _letters(match)
        if round_ is None or letters is None:
            if round_ is not None:
                self._refuse(match)
            return
        white, black = ("-", "-") if match.neutral else ("w", "b")
        home, away = match.teams
        self.cells[home, round_] = f"{self.numbers[away]:4} {white} {letters[0]}"
        self.cells[away, round_] = f"{self.numbers[home]:4} {black} {letters[1]}"
        if match.date is not None:
            self.days.setdefault(round_, match.date)

    def _bye(self, bye: RecordedBye) -> None:
        round_ = self._round(bye)
        if bye.points not in BYES:
            self._refuse(bye)
        elif round_ is not None:
            self.cells[bye.team, round_] = f"0000 - {BYES[bye.points]}"

    def _round(self, entry: RecordedMatch | RecordedBye) -> int | None:
        found = ROUND_NUMBER.fullmatch(entry.headings[-1]) if entry.headings else None
        if found is None or not int(found[1]):
            message = phrase("trf.no_round_to_write", headings=", ".join(entry.headings))
            self.problems.append(Problem(message, origin=entry.origin))
            return None
        return int(found[1])

    def _refuse(self, entry: RecordedMatch | RecordedBye) -> None:
        self.problems.append(Problem(phrase("trf.cannot_be_written"), origin=entry.origin))


def _letters(match: RecordedMatch) -> str | None:
    """Return the letters of the result for white and for black; None where the notation has none."""
    if match.lost_by_both:
        return "--"
    if match.awarded and match.score is None:
        return {match.home: "+-", match.away: "-+"}.get(match.awarded_to or "")
    if match.awarded:
        return {Score(1, 0): "+-", Score(0, 1): "-+"}.get(match.score or Score(0, 0))
    if match.score is None:
        return "  "
    letters = RESULTS.get(match.score)
    return UNRATED[letters] if letters and match.statistics.get("rated") == "no" else letters


def _numbers(results: Results) -> Mapping[str, int]:
    """Return the number that each player starts with: as the facts say if all have one, else by their place."""
    teams = results.teams
    told = [results.team_facts.get(team, {}).get("starting_number", "") for team in teams]
    if all(text.isascii() and text.isdecimal() and int(text) for text in told) and len({*map(int, told)}) == len(told):
        return dict(zip(teams, map(int, told), strict=True))
    return {team: number for number, team in enumerate(teams, 1)}


def _days(text: str) -> dict[int, dt.date]:
    parts = (part.split() for part in text.split("; ") if part)
    return {int(number): dt.date.fromisoformat(day) for number, day in parts}


def _unread(text: str) -> str:
    is_another = re.match(r"[A-Z0-9]{3}(?: |$)", text) and text[:3] not in {PLAYER, TITLE, DATES, *ABOUT}
    return text if is_another else f"{COMMENT}{text}"


def _unlike(results: Results, text: str) -> Iterator[Problem]:
    """Give a problem for everything that would not be read again as it is."""
    again = read(text, "").results[0] if results.teams else results
    entries: list[RecordedMatch | RecordedBye] = [*results.matches, *results.byes]
    read_again: list[RecordedMatch | RecordedBye] = [*again.matches, *again.byes]
    said = {_said(entry) for entry in read_again}
    for entry in entries:
        if _said(entry) not in said:
            yield Problem(phrase("trf.cannot_be_written"), origin=entry.origin)


def _said(entry: RecordedMatch | RecordedBye) -> tuple[object, ...]:
    """Return what a report says of a match or bye."""
    found = ROUND_NUMBER.fullmatch(entry.headings[-1])
    number = int(found[1]) if found else None
    if isinstance(entry, RecordedBye):
        return number, entry.team, entry.points
    return number, entry.teams, entry.date, bool(entry.neutral), _letters(entry)

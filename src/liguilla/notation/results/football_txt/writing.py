"""Results, written as Football.TXT in its plainest dialect."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from liguilla.errors import FactsError, Origin, Problem
from liguilla.facts import GoalKind, Status
from liguilla.notation.results.football_txt.dates import day_text, zone_text
from liguilla.notation.results.football_txt.goals import goals_text
from liguilla.notation.results.football_txt.headings import MARKS
from liguilla.notation.results.football_txt.reading import read
from liguilla.notation.results.football_txt.scores import Scores, read_remark, score_text, with_what_follows
from liguilla.notation.results.records import RecordedMatch, Results
from liguilla.words import phrase

__all__ = ["write"]

STATUS_WORDS: Final = {
    Status.CANCELLED: "cancelled",
    Status.POSTPONED: "postponed",
    Status.ABANDONED: "abandoned",
}
NOWHERE: Final = Origin("")
NAME_WIDTH: Final = 23
BELOW_A_MATCH: Final = " " * 11


def write(results: Results) -> str:
    """Write results as Football.TXT.

    Parameters
    ----------
    results
        The results of one season. The notation has no place for odds, other statistics, ratings, or whether a ground
        is neutral; a city is written behind the ground, and a time zone as its distance from UTC.

    Returns
    -------
    The text, which is read as the same results. Lines that were unread stand at its end, as comments.

    Raises
    ------
    FactsError
        If a match can't be written so that it would be read as it is; with each of them.

    Examples
    --------
    >>> from liguilla.errors import Origin
    >>> from liguilla.facts import Score
    >>> match = RecordedMatch(Origin("cup.txt"), "Leeds", "Bury", ("Final",), status=Status.PLAYED, score=Score(2, 1))
    >>> print(write(Results((), (match,), "Cup", "2018-19")))
    = Cup 2018/19
    <BLANKLINE>
    ▪ Final
               Leeds                   v Bury                     2-1
    <BLANKLINE>
    """
    writer = _Writer(results)
    text = writer.text()
    again = next(iter(read(text, "").results), Results((), ()))
    problems = list(_problems(results.matches, again.matches, writer.lines, writer.starts))
    if not problems and _frame(results) != _frame(again):
        origin = Origin(results.files[0]) if results.files else None
        problems.append(Problem(phrase("results.frame_cannot_be_written"), origin=origin))
    if problems:
        raise FactsError(problems)
    return text


class _Writer:
    """Lines being written, and what a reader would carry on from those above."""

    def __init__(self, results: Results) -> None:
        self.results = results
        self.lines: list[str] = []
        self.starts: list[int] = []
        """In which line each match stands."""
        self.headings: tuple[str, ...] = ()
        self.day: dt.date | None = None
        self.kickoff: dt.time | None = None

    def text(self) -> str:
        results = self.results
        season = (results.season or "").replace("-", "/")
        title = " ".join(filter(None, (results.competition, season)))
        if title:
            self.lines += (f"= {title}", "")
        if results.groups:
            width = max(map(len, results.groups))
            self.lines += (f"{name:<{width}} | {'  '.join(teams)}" for name, teams in results.groups.items())
            self.lines.append("")
        for match in results.matches:
            self._match(match)
        for bye in results.byes:
            if bye.headings != self.headings:
                self._heading(bye.headings)
            self.lines.append(f"    {bye.team}   bye{f'   # {bye.note}' if bye.note else ''}")
        if results.unread:
            self.lines += ("", *(f"# {unread.text.strip()}" for unread in results.unread))
        return "\n".join(line.rstrip() for line in self.lines) + "\n"

    def _heading(self, headings: tuple[str, ...]) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines.append(f"{MARKS[0]} {', '.join(headings)}")
        self.headings, self.day, self.kickoff = headings, None, None

    def _day(self, match: RecordedMatch) -> None:
        """Write what is needed above a match so that its day and kickoff, or that they are unknown, can be told."""
        if match.headings != self.headings:
            self._heading(match.headings)
        unknown = match.kickoff is None and self.kickoff is not None
        if match.date == self.day and not unknown:
            return
        if match.date is None:
            self._heading(match.headings)
        else:
            self.lines.append(f"  {day_text(match.date)}")
            self.day, self.kickoff = match.date, None

    def _match(self, match: RecordedMatch) -> None:
        walkover = match.awarded_to == match.home and match == replace(
            match, date=None, kickoff=None, status=Status.SCHEDULED, awarded=True, score=None
        )
        if walkover and match.headings != self.headings:
            self._heading(match.headings)
        elif not walkover:
            self._day(match)
        self.starts.append(len(self.lines))
        clock = f"{match.kickoff:%H:%M}" if match.kickoff else ""
        if match.kickoff and match.zone:
            moment = dt.datetime.combine(match.date, match.kickoff) if match.date else None
            clock = f"{clock} {zone_text(match.zone, moment) or ''}".rstrip()
        self.kickoff = match.kickoff if not walkover else self.kickoff
        between = "w/o" if walkover else "v"
        score = score_text(Scores(match.score, match.half_time, match.extra_time, match.kicks))
        parts = [
            f"    {clock:<5}  {match.home:<{NAME_WIDTH}} {between} {match.away:<{NAME_WIDTH}}",
            score,
            *(f"[{remark}]" for remark in _remarks(match, walkover)),
            f"@ {_ground(match)}" if _ground(match) else "",
            f"# {match.note}" if match.note else "",
        ]
        self.lines.append("  ".join(filter(None, parts)))
        if match.goals:
            self.lines.append(f"{BELOW_A_MATCH}{goals_text(match.goals)}")
        if match.referee:
            self.lines.append(f"{BELOW_A_MATCH}Referee: {match.referee}")
        if match.attendance is not None:
            self.lines.append(f"{BELOW_A_MATCH}Attendance: {match.attendance}")


def _remarks(match: RecordedMatch, walkover: bool) -> Iterator[str]:
    if match.status in STATUS_WORDS:
        yield STATUS_WORDS[match.status]
    if match.awarded and not walkover:
        yield f"awarded to {match.awarded_to}" if match.awarded_to else "awarded"
    if match.annulled:
        yield "annulled"
    # That it was won by lots is in the note, and is read from there.
    if match.kicks_won_by and not (match.note and read_remark(match.note).kicks_won_by == match.kicks_won_by):
        yield f"{match.kicks_won_by} wins on penalties"


def _ground(match: RecordedMatch) -> str | None:
    return ", ".join(filter(None, (match.ground, match.city))) or None


def _problems(
    written: Sequence[RecordedMatch], again: Sequence[RecordedMatch], lines: Sequence[str], starts: Sequence[int]
) -> Iterator[Problem]:
    for match, same, start in zip_longest(written, again, starts):
        if match is None:
            return
        if same is None or _as_held(match) != _as_held(same):
            where = phrase("results.in_match", home=match.home, away=match.away)
            text = lines[start].strip() if start is not None else ""
            yield Problem(phrase("results.cannot_be_written", text=text), origin=match.origin, where=where)


def _frame(results: Results) -> tuple[object, ...]:
    """Return what the notation holds beside matches."""
    byes = tuple((bye.team, bye.headings, bye.note) for bye in results.byes)
    return results.competition, results.season, results.groups, byes


def _as_held(match: RecordedMatch) -> RecordedMatch:
    """Return a match as far as the notation can hold it."""
    scores = Scores(match.score, match.half_time, match.extra_time, match.kicks)
    if match.status is Status.PLAYED and not match.awarded:
        scores = with_what_follows(scores, match.goals)
    unmarked = (replace(g, kind=None) if g.kind is GoalKind.GOAL else g for g in match.goals)
    return replace(
        match,
        origin=NOWHERE,
        zone=None,
        neutral=None,
        ground=_ground(match),
        city=None,
        odds={},
        statistics={},
        goals=tuple(sorted(unmarked, key=lambda goal: not goal.for_home)),
        **scores._asdict(),
    )

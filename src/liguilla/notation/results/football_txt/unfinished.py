"""A match being read: what its own line says, and what the lines below add to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from liguilla.errors import Origin
from liguilla.facts import Score, Status
from liguilla.notation.results.football_txt.goals import attributed, read_goals
from liguilla.notation.results.football_txt.lines import LONGEST, Kind
from liguilla.notation.results.football_txt.matches import MatchText
from liguilla.notation.results.football_txt.scores import Remark, Scores, read_remark, with_what_follows
from liguilla.notation.results.records import RecordedGoal, RecordedMatch
from liguilla.words import Phrase, phrase

__all__ = ["GoalText", "Unfinished", "end_of_bracket"]

REFEREE: Final = ("referee", "ref", "refs", "referees")
ATTENDANCE: Final = ("attendance", "att")
GOALS: Final = "goals"
NOT_KEPT: Final = re.compile(
    r"penalt(?:y|ies)\b.*|(?:yellow|red|yellow/red) cards?|sent off|booked|coach|trainer|subs(?:titutes)?|assistants?"
    r"|missed penalt.*|captains?|weather|line-?ups?",
    re.IGNORECASE,
)
NO_SCORES: Final = Scores()
NO_REMARK: Final = Remark()


@dataclass(slots=True)
class GoalText:
    """The text of goals and the lines it stands in; ``unread`` says how to mend it where it could not be read."""

    lines: list[int] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    unread: Phrase | None = None

    def add(self, line: int, text: str) -> None:
        """Add what a line has of it."""
        self.lines.append(line)
        self.texts.append(text)

    def goals(self, final: Score | None) -> tuple[RecordedGoal, ...]:
        """Return the goals, given the score at the end."""
        sides = read_goals(" ".join(self.texts))
        goals = attributed(sides, final) if sides is not None else None
        if goals is None:
            self.unread = phrase("results.mend_goals" if sides is None else "results.mend_sides")
        return goals or ()


@dataclass(slots=True)
class Unfinished:
    """A match that what follows may belong to. ``bracket`` is the text of goals whose bracket isn't closed yet."""

    origin: Origin
    text: MatchText
    headings: tuple[str, ...]
    date: dt.date | None
    kickoff: dt.time | None
    zone: str | None
    ground: str | None
    remark: Remark = NO_REMARK
    notes: list[str] = field(default_factory=list)
    goals: list[GoalText] = field(default_factory=list)
    bracket: GoalText | None = None
    referee: str | None = None
    attendance: int | None = None

    def say(self, remark: str) -> None:
        """Add what is said in brackets."""
        said = read_remark(remark)
        self.remark = self.remark.also(said)
        if said.note:
            self.notes.append(said.note)

    def say_beside(self, comment: str) -> None:
        """Add a comment as a note; who won on lots is said nowhere else."""
        comment = " ".join(comment.split())
        winner = read_remark(comment).kicks_won_by
        if winner in (self.text.home, self.text.away):
            self.remark = self.remark._replace(kicks_won_by=winner)
        if self.notes and self.notes[-1].endswith(",") and len(self.notes[-1]) < LONGEST:
            self.notes[-1] += f" {comment}"
        elif comment:
            self.notes.append(comment)

    def add_goals(self, line: int, text: str) -> None:
        """Add a line of goals without brackets; several such lines belong together."""
        if not self.goals or self.goals[-1].lines[-1] != line - 1:
            self.goals.append(GoalText())
        self.goals[-1].add(line, text)

    def open_bracket(self, line: int, text: str) -> None:
        """Begin goals in brackets."""
        self.bracket = GoalText()
        self.go_on(line, text)

    def go_on(self, line: int, text: str) -> None:
        """Go on with goals in brackets, until the bracket is closed."""
        assert self.bracket
        self.bracket.add(line, text)
        whole = " ".join(self.bracket.texts)
        end = end_of_bracket(whole)
        if end is not None and not whole[end + 1 :].strip():
            self.bracket.texts = [whole[:end]]
        if end is not None or len(whole) > LONGEST:
            self.close_bracket()

    def close_bracket(self) -> None:
        """End goals in brackets, closed or not."""
        if self.bracket:
            self.goals.append(self.bracket)
        self.bracket = None

    def add_property(self, key: str, value: str, line: int) -> Kind | None:
        """Add what a line such as ``Referee: Pitana`` says; return what the line is, or None if it is nothing here."""
        word, value = key.strip().lower(), " ".join(value.split())
        if word in REFEREE:
            self.referee = value or None
        elif word in ATTENDANCE and (attendance := read_remark(f"att: {value}").attendance) is not None:
            self.attendance = attendance
        elif word == GOALS and read_goals(value) is not None:
            self.add_goals(line, value)
            return Kind.GOALS
        elif word in (self.text.home.lower(), self.text.away.lower()) or NOT_KEPT.fullmatch(word):
            return Kind.LINE_UP
        else:
            return None
        return Kind.PROPERTY

    def record(self, name: Callable[[str], str]) -> RecordedMatch:
        """Return the match as it is recorded.

        Parameters
        ----------
        name
            What a name is kept as.
        """
        text, remark = self.text, self.remark
        scores = text.scores or NO_SCORES
        if remark.extra_time and scores.extra_time is None:
            scores = scores._replace(score=None, extra_time=scores.score)
        if remark.kicks and not scores.kicks:
            scores = scores._replace(kicks=remark.kicks)
        final = scores.extra_time or scores.score
        goals = tuple(goal for goals in self.goals for goal in goals.goals(final))
        played = text.scores is not None
        status = remark.status or (Status.PLAYED if played else Status.SCHEDULED)
        if status is Status.PLAYED and not remark.awarded and (scores.extra_time or final == (0, 0)):
            scores = with_what_follows(scores, goals)
        home, away = name(text.home), name(text.away)
        return RecordedMatch(
            origin=self.origin,
            home=home,
            away=away,
            headings=self.headings,
            # There was no match on any day.
            date=None if text.walkover else self.date,
            kickoff=None if text.walkover else self.kickoff,
            zone=None if text.walkover else self.zone,
            status=status,
            score=scores.score,
            half_time=scores.half_time,
            extra_time=scores.extra_time,
            kicks=scores.kicks,
            kicks_won_by=remark.kicks_won_by and name(remark.kicks_won_by),
            awarded=remark.awarded or text.walkover,
            awarded_to=home if text.walkover else remark.awarded_to and name(remark.awarded_to),
            annulled=remark.annulled,
            ground=self.ground,
            referee=self.referee,
            attendance=remark.attendance if self.attendance is None else self.attendance,
            goals=goals,
            note="; ".join(self.notes) or None,
        )


def end_of_bracket(text: str) -> int | None:
    """Return where a bracket that was opened before a text is closed in it."""
    depth = 1
    for sign in re.finditer(r"[()]", text):
        depth += 1 if sign[0] == "(" else -1
        if not depth:
            return sign.start()
    return None

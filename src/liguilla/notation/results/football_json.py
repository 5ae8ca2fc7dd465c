"""football.json, as the openfootball project keeps it: ``{"name": ..., "matches": [{"team1": ..., "team2": ...}]}``.

The older shape has its matches in ``rounds``, each score in two numbers (``score1``, ``score2``; ``score1i`` at half
time, ``score1et`` after extra time, ``score1p`` of the shoot-out) and teams as objects. Files of ``groups`` list their
teams.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from liguilla.errors import Severity
from liguilla.facts import GoalKind, Score, Status
from liguilla.notation.results.countries import with_countries
from liguilla.notation.results.days import offset_zone, read_kickoff, read_moment
from liguilla.notation.results.football_txt.scores import Scores, with_what_follows
from liguilla.notation.results.gathering import Gathering, checked
from liguilla.notation.results.headings import headings_of
from liguilla.notation.results.json_text import BrokenJSONError, JSONText
from liguilla.notation.results.records import RecordedGoal, RecordedMatch, Results, ResultsReading
from liguilla.notation.results.score_texts import ScoreText, read_score_text, with_fate
from liguilla.notation.results.seasons import without_season
from liguilla.notation.results.table_words import FATES, plain_words
from liguilla.notation.results.tables import shortened
from liguilla.notation.results.written import MATCH_FIELDS, held_to
from liguilla.words import Phrase, phrase

__all__ = ["read", "recognises", "write"]

HEAD: Final = 200_000
"""A file tells what it is within so many characters."""

SIGNS: Final = re.compile(r'"(?:matches|rounds|groups)"\s*:\s*\[')

KINDS: Final = {"half_time": ("ht", "i"), "score": ("ft", ""), "extra_time": ("et", "et"), "kicks": ("p", "p")}
"""The scores of a match: their keys in ``score``, and the ends of those in the older shape."""

OTHERS: Final = ("ground", "city", "referee", "attendance", "note")
WRITTEN: Final = (*MATCH_FIELDS, *OTHERS, "goals")

MINUTE: Final = re.compile(r"\s*(\d{1,3})\s*['’]?\s*(?:\+\s*(\d{1,2}))?\s*['’]?\s*")
LARGEST: Final = 9999
MOST_SPECTATORS: Final = 10_000_000

READ: Final = frozenset(
    [
        "round",
        "group",
        "stage",
        "date",
        "time",
        "timezone",
        "team1",
        "team2",
        "score",
        "status",
        "ground",
        "stadium",
        "city",
    ]
    + ["referee", "attendance", "note", "goals1", "goals2"]
    + [f"score{side}{end}" for _, end in KINDS.values() for side in (1, 2)]
)
SILENT: Final = frozenset({"num", "key", "knockout", "leg", "id"})
"""Keys that number a match, or say what follows from its round."""


def recognises(name: str, text: str) -> bool:
    """Return whether a text is an object with matches, rounds or groups."""
    head = text[:HEAD].lstrip("\ufeff \t\r\n")
    return head.startswith("{") and SIGNS.search(head) is not None


def read(text: str, file: str) -> ResultsReading:
    """Read a file: the season of a competition, or the groups of one."""
    return checked(_Reader(text, file).read())


def write(results: Results) -> str:
    """Return results as text of this notation, in its present shape.

    Odds, statistics and facts about teams have no place in it, nor who won a shoot-out of unknown score.

    Raises
    ------
    FactsError
        If a match would be read otherwise than it is.
    """
    name = " ".join(filter(None, (results.competition, (results.season or "").replace("-", "/"))))
    said: dict[str, Any] = {"name": name}
    if results.groups:
        said["groups"] = [{"name": group, "teams": list(teams)} for group, teams in results.groups.items()]
    said["matches"] = [dict(_members(match)) for match in results.matches]
    return held_to(results, json.dumps(said, ensure_ascii=False, indent=2) + "\n", read, WRITTEN)


def _members(match: RecordedMatch) -> Iterator[tuple[str, object]]:
    if match.headings:
        yield "round", ", ".join(match.headings)
    if match.date:
        yield "date", match.date.isoformat()
    if match.kickoff:
        yield "time", match.kickoff.isoformat("minutes")
    yield "team1", match.home
    yield "team2", match.away
    score = {key: list(found) for kind, (key, _) in KINDS.items() if (found := getattr(match, kind)) is not None}
    if score:
        yield "score", score
    if match.awarded or match.annulled:
        yield "status", "awarded" if match.awarded else "annulled"
    elif match.status not in (Status.SCHEDULED, Status.PLAYED):
        yield "status", match.status.value
    for key, for_home in (("goals1", True), ("goals2", False)):
        goals = [dict(_goal(goal)) for goal in match.goals if goal.for_home is for_home]
        if match.goals:
            yield key, goals
    for name in OTHERS:
        if (said := getattr(match, name)) is not None:
            yield name, said


def _goal(goal: RecordedGoal) -> Iterator[tuple[str, object]]:
    if goal.person:
        yield "name", goal.person
    if goal.minute is not None:
        yield "minute", goal.minute
    if goal.stoppage is not None:
        yield "offset", goal.stoppage
    if goal.kind is GoalKind.PENALTY:
        yield "penalty", True
    if goal.kind is GoalKind.OWN_GOAL:
        yield "owngoal", True


class _UnreadMatchError(ValueError):
    def __init__(self, message: Phrase, where: str | None = None) -> None:
        super().__init__(message.code)
        self.message, self.where = message, where


class _Value(NamedTuple):
    """A value of the file: its line, what it is, and its text as it stands."""

    line: int
    said: Any
    text: str


class _Reader:
    """A file being read."""

    def __init__(self, text: str, file: str) -> None:
        self.json = JSONText(text.removeprefix("\ufeff"))
        self.gathering = Gathering(file)
        self.title: str | None = None
        self.matches: list[RecordedMatch] = []
        self.groups: dict[str, tuple[str, ...]] = {}
        self.left: dict[str, None] = {}

    def read(self) -> ResultsReading:
        """Read all of it, or what there is before a fault."""
        try:
            self.whole()
            if self.json.peek():
                raise BrokenJSONError(self.json.at, "more_after_json")
        except BrokenJSONError as fault:
            rest = self.json.text[self.json.at :].strip()
            message = phrase(f"result_files.{fault.why}", n=len(self.matches))
            self.gathering.unread(self.json.line(fault.at), rest, message)
        if self.left:
            self.gathering.say(phrase("result_files.keys_left", keys=tuple(self.left)), severity=Severity.NOTE)
        reading = self.gathering.reading()
        unread = tuple(line for each in reading.results for line in each.unread)
        named = without_season(self.title) if self.title else (None, None)
        results = Results((self.gathering.file,), tuple(self.matches), *named, self.groups, unread=unread)
        return ResultsReading((with_countries(results),), reading.problems)

    def whole(self) -> None:
        """Read the object that the file is."""
        for key in self.json.members():
            listed = self.json.peek() == "["
            if key == "name":
                self.title = self.text(self.json.value())
            elif key == "matches" and listed:
                for value in self.values():
                    self.match(value)
            elif key == "rounds" and listed:
                for _ in self.json.items():
                    self.round()
            elif key == "groups" and listed:
                for value in self.values():
                    self.group(value)
            else:
                self.json.value()
                self.left.setdefault(key)

    def values(self) -> Iterator[_Value]:
        """Yield what is in an array."""
        for _ in self.json.items():
            yield self.value()

    def value(self) -> _Value:
        line, start = self.json.line(), self.json.at
        said = self.json.value()
        return _Value(line, said, self.json.text[start : self.json.at])

    def round(self) -> None:
        """Read a round of the older shape. Its name may stand below its matches."""
        if self.json.peek() != "{":
            self.not_read(self.value(), phrase("result_files.no_match_here"))
            return
        name: str | None = None
        found: list[_Value] = []
        for key in self.json.members():
            if key == "name":
                name = self.text(self.json.value())
            elif key == "matches" and self.json.peek() == "[":
                found += self.values()
            else:
                self.json.value()
        for value in found:
            self.match(value, name)

    def group(self, value: _Value) -> None:
        """Keep the teams of a group."""
        said = value.said if isinstance(value.said, dict) else {}
        name, listed = self.text(said.get("name")), said.get("teams")
        teams = [self.name(team) for team in listed] if isinstance(listed, list) else [None]
        if name and all(teams):
            self.groups[name] = tuple(team for team in teams if team)
        else:
            self.not_read(value, phrase("result_files.no_group"))

    def match(self, value: _Value, round_name: str | None = None) -> None:
        """Keep a match, or what stands in its place as it is."""
        if not isinstance(value.said, dict):
            self.not_read(value, phrase("result_files.no_match_here"))
            return
        try:
            self.matches.append(self.recorded(value.line, value.said, round_name))
        except _UnreadMatchError as fault:
            self.not_read(value, fault.message, fault.where)
            return
        for key in value.said:
            if key not in READ and key not in SILENT:
                self.left.setdefault(key)

    def not_read(self, value: _Value, message: Phrase, where: str | None = None) -> None:
        self.gathering.unread(value.line, value.text, message, where)

    def recorded(self, line: int, said: Mapping[str, Any], round_name: str | None) -> RecordedMatch:
        """Return what an object says of a match."""
        home, away = self.team(said, "team1"), self.team(said, "team2")
        scores = self.scores(said)
        if said.get("status") is not None:
            scores = self.with_fate(line, said["status"], scores)
        goals = (*self.goals(line, said, "goals1", True), *self.goals(line, said, "goals2", False))
        known = Scores(scores.score, scores.half_time, scores.extra_time, scores.kicks)
        if scores.status is Status.PLAYED and not scores.awarded:
            known = with_what_follows(known, goals)
        date, kickoff, zone = self.moment(line, said)
        texts = (self.text(said.get("stage")), self.text(said.get("group")), self.text(said.get("round")) or round_name)
        return RecordedMatch(
            self.gathering.origin(line),
            home,
            away,
            headings=tuple(dict.fromkeys(heading for text in texts for heading in headings_of(text))),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=scores.status,
            **known._asdict(),
            awarded=scores.awarded,
            annulled=scores.annulled,
            ground=self.name(said.get("ground")) or self.name(said.get("stadium")),
            city=self.name(said.get("city")),
            referee=self.text(said.get("referee")),
            attendance=whole_number(said.get("attendance"), MOST_SPECTATORS),
            goals=goals,
            note=self.text(said.get("note")),
        )

    # ------------------------------------------------------------------------------------------------ parts

    def text(self, value: object) -> str | None:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value) if abs(value) <= LARGEST else None
        return self.gathering.name(value) or None if isinstance(value, str) else None

    def name(self, value: object) -> str | None:
        """Return a name, which the older shape has in an object."""
        return self.text(value.get("name")) if isinstance(value, dict) else self.text(value)

    def team(self, said: Mapping[str, Any], key: str) -> str:
        name = self.name(said.get(key))
        if not name:
            raise _UnreadMatchError(phrase("result_files.no_team"), key)
        return name

    def moment(self, line: int, said: Mapping[str, Any]) -> tuple[dt.date | None, dt.time | None, str | None]:
        """Return day, kickoff and zone."""
        date_text, time_text = self.text(said.get("date")), self.text(said.get("time"))
        date, kickoff, zone = (read_moment(date_text) if date_text else None) or (None, None, None)
        if date_text and date is None:
            self.gathering.say(phrase("result_files.no_day", text=shortened(date_text)), line, where="date")
        clock = read_kickoff(time_text) if time_text else None
        if clock:
            kickoff, zone = clock
        elif time_text:
            self.gathering.say(phrase("result_files.no_kickoff", text=shortened(time_text)), line, where="time")
        written = self.text(said.get("timezone"))
        if kickoff and zone is None and written:
            zone = offset_zone(written)
        return date, kickoff, zone

    def scores(self, said: Mapping[str, Any]) -> ScoreText:
        """Return the scores of a match, in whichever shape they are."""
        score = said.get("score")
        if isinstance(score, str):
            read_score = read_score_text(score)
            if read_score is None:
                raise _UnreadMatchError(phrase("result_files.no_score_left_out", text=shortened(score)), "score")
            return read_score
        parts = score if isinstance(score, dict) else {"ft": score}
        found: dict[str, Score | None] = {}
        for kind, (key, end) in KINDS.items():
            found[kind] = pair(parts.get(key), f"score.{key}")
            if found[kind] is None:
                found[kind] = pair([said.get(f"score{side}{end}") for side in (1, 2)], f"score1{end}")
        played = found["score"] or found["extra_time"] or found["kicks"]
        return ScoreText(
            found["score"],
            found["half_time"],
            found["extra_time"],
            found["kicks"],
            Status.PLAYED if played else Status.SCHEDULED,
        )

    def with_fate(self, line: int, status: object, scores: ScoreText) -> ScoreText:
        """Return scores with what became of the match, by its status."""
        text = self.text(status) or ""
        fate = FATES.get(plain_words(text))
        if fate is None:
            self.gathering.say(phrase("result_files.no_status", text=shortened(text)), line, where="status")
            return scores
        return with_fate(scores, fate)

    def goals(self, line: int, said: Mapping[str, Any], key: str, for_home: bool) -> Iterator[RecordedGoal]:
        """Yield the goals that count for one side."""
        listed = said.get(key)
        for goal in listed if isinstance(listed, list) else ():
            if not isinstance(goal, dict):
                self.gathering.say(phrase("result_files.no_goal"), line, where=key)
                continue
            minute, stoppage = whole_number(goal.get("minute")), whole_number(goal.get("offset"))
            if isinstance(goal.get("minute"), str):
                found = MINUTE.fullmatch(goal["minute"])
                if found is None:
                    self.gathering.say(
                        phrase("result_files.no_minute", text=shortened(goal["minute"])), line, where=key
                    )
                else:
                    minute, stoppage = int(found[1]), int(found[2]) if found[2] else stoppage
            kind = GoalKind.OWN_GOAL if goal.get("owngoal") else GoalKind.PENALTY if goal.get("penalty") else None
            yield RecordedGoal(for_home, self.text(goal.get("name")), minute, stoppage, kind)


def pair(value: object, where: str) -> Score | None:
    """Return a score; None where there is none. A match with anything else there is unread."""
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2:
        home, away = (whole_number(each) for each in value)
        if home is not None and away is not None:
            return Score(home, away)
    if value == [None, None]:
        return None
    raise _UnreadMatchError(phrase("result_files.no_pair", text=shortened(repr(value))), where)


def whole_number(value: object, most: int = LARGEST) -> int | None:
    """Return a whole number that isn't absurd; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= most or value % 1:
        return None
    return int(value)

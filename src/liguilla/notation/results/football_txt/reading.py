"""Football.TXT, read line by line: each line is of one kind, and says something of the season or of the match above."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final

from liguilla.errors import Origin, Problem, Severity
from liguilla.notation.results.countries import with_countries
from liguilla.notation.results.football_txt import headings
from liguilla.notation.results.football_txt.dates import Calendar, Lead, written_range
from liguilla.notation.results.football_txt.goals import looks_like_goals
from liguilla.notation.results.football_txt.lines import (
    LONGEST,
    Kind,
    is_rule,
    is_table_row,
    lines_of,
    split_comment,
    unseen,
)
from liguilla.notation.results.football_txt.matches import ByeText, MatchText, read_bye, read_match, split_ground
from liguilla.notation.results.football_txt.scores import is_remark, read_remark
from liguilla.notation.results.football_txt.unfinished import Unfinished, end_of_bracket
from liguilla.notation.results.gathering import Listed, checked
from liguilla.notation.results.records import RecordedBye, RecordedMatch, Results, ResultsReading, Unread
from liguilla.notation.results.seasons import without_season
from liguilla.words import Phrase, phrase

__all__ = ["Reader", "read"]

HEAD: Final = re.compile(r"(Date|Teams|Matches)\s+(\S.*)")
PROPERTY: Final = re.compile(r"([^\W\d_][^:;()\d]{0,40}):(?:\s+(\S.*))?")
PLAIN_HEADING: Final = re.compile(r"[\w'’&/°º.,:()\- ]+(?<![.,])")
COLON_SCORE: Final = re.compile(r"\s\d{1,2}:\d{1,2}(?!\S)")
COMMENT_BEGINS, COMMENT_ENDS = "<!--", "-->"
BEFORE_A_HEADING: Final = (Kind.BLANK, Kind.TITLE, Kind.HEADING, Kind.COMMENT)

SHOWN: Final = 80
"""Characters of a line that a message quotes."""


@dataclass(slots=True)
class _Season:
    """The results of one competition and season, as far as they are read."""

    competition: str | None = None
    season: str | None = None
    calendar: Calendar = field(default_factory=Calendar)
    matches: list[RecordedMatch] = field(default_factory=list)
    byes: list[RecordedBye] = field(default_factory=list)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    told: dict[str, tuple[Origin, int]] = field(default_factory=dict)


def read(text: str, file: str) -> ResultsReading:
    r"""Read a text in the notation Football.TXT.

    Parameters
    ----------
    text
        The whole text, in any of the dialects that docs/notations.md describes.
    file
        Its name, for the origins.

    Returns
    -------
    A `Results` for every title, and what is wrong: lines that can't be read, days without a year, and what the shared
    checks of `implausible` find.

    Examples
    --------
    >>> reading = read("= Cup 2018\n\nFinal\nMay 20  15:00  Leeds  2-1 a.e.t. (1-1)  Bury\n", "cup.txt")
    >>> reading.results[0].matches[0].extra_time
    Score(home=2, away=1)
    """
    return Reader(text, file).read()


class Reader:
    """A text being read.

    Attributes
    ----------
    kinds
        What each line was, in order: none is left out.
    """

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = lines_of(text)
        self.kinds: list[Kind] = []
        self.problems = Listed()
        self.doubted: list[int] = []
        """The lines that were taken for headings though they have no word that says so."""
        self._clean = unseen(text.removeprefix("\ufeff")) is None
        self._seasons: dict[tuple[str | None, str | None], _Season] = {}
        self._season = _Season()
        self._outline = headings.Outline()
        self._open: Unfinished | None = None
        self._comment_from: int | None = None
        self._names: dict[str, str] = {}
        self._number = 0
        self._new_day(None)

    def read(self) -> ResultsReading:
        """Read all lines."""
        for number, line in enumerate(self.lines, 1):
            self._number = number
            # Every line gets its kind before the next one; one that belongs to goals may lose it afterwards.
            self.kinds.append(Kind.UNREAD)
            self.kinds[-1] = self._line(line)
        self._finish()
        if self._comment_from is not None:
            self._problem(phrase("results.comment_not_closed"), self._origin(self._comment_from))
        self._sum_up()
        results = tuple(self._results(season) for season in self._seasons.values())
        if not results:
            self._problem(phrase("results.nothing"), Origin(self.file))
        return checked(ResultsReading(results, tuple(self.problems)))

    # ------------------------------------------------------------------------------------------------ lines

    def _line(self, line: str) -> Kind:
        """Read a line, and return what it was."""
        text = line.strip()
        if self._comment_from is not None:
            if COMMENT_ENDS in text:
                self._comment_from = None
            return Kind.COMMENT
        if not text:
            self._close_bracket()
            return Kind.BLANK
        if len(text) > LONGEST:
            return self._not_read(line, phrase("results.mend_long_line", most=LONGEST))
        if not self._clean and (character := unseen(text)):
            return self._not_read(line, phrase("results.mend_unseen", code=f"U+{ord(character):04X}"))
        if text[0] == "#":
            return self._comment(line, text.strip("# "))
        if text.startswith(COMMENT_BEGINS):
            self._comment_from = None if COMMENT_ENDS in text else self._number
            return Kind.COMMENT
        text, comment = split_comment(text) if "#" in text else (text, None)
        if self._open and self._open.bracket:
            if not self._interrupts(text):
                return self._goals_go_on(self._open, text, comment)
            self._close_bracket()
        if text[0] in headings.SIGNS and (kind := self._signed(text)):
            return kind
        if len(self.kinds) > 1 and self.kinds[-2] is Kind.LINE_UP and self._goes_on(line):
            return Kind.LINE_UP
        if text[0] == "(" and self._open and (kind := self._brackets(self._open, text, comment)):
            return kind
        return self._anything(line, text, comment)

    def _anything(self, line: str, text: str, comment: str | None) -> Kind:
        lead = Lead.read(text)
        rest = text[lead.end :] if lead.end else text
        ground, rest = split_ground(rest) if rest[:1] == "@" else (None, rest)
        led = lead.day is not None or lead.kickoff is not None
        if not rest:
            if led or ground:
                self._finish()
                self._lead(lead, ground)
                return Kind.DATE
            return self._not_read(line)
        match = read_match(rest, fixture=led or ground is not None)
        if match is not None:
            self._finish()
            self._lead(lead, ground)
            self._match(match, comment)
            return Kind.MATCH
        if not led:
            kind = self._without_lead(line, rest, comment)
            if kind is not None:
                return kind
        if COLON_SCORE.search(rest):
            return self._not_read(line, phrase("results.mend_colon"))
        return self._not_read(line)

    def _without_lead(self, line: str, text: str, comment: str | None) -> Kind | None:
        if (bye := read_bye(text)) is not None:
            return self._bye(bye, comment)
        if (parts := headings.divided(text)) is not None:
            return self._divided(*parts)
        if self._open:
            if line[0].isspace() and looks_like_goals(text):
                self._open.add_goals(self._number, text)
                return Kind.GOALS
            if (found := PROPERTY.fullmatch(text)) and (
                kind := self._open.add_property(found[1], found[2] or "", self._number)
            ):
                return kind
        if is_rule(text):
            return Kind.COMMENT
        if is_table_row(text):
            return Kind.TABLE
        return self._plain_heading(line, text)

    # --------------------------------------------------------------------------------------------- headings

    def _title(self, text: str) -> Kind:
        self._finish()
        competition, season = without_season(text.strip("= "))
        key = competition, season
        self._season = self._seasons.setdefault(key, _Season(*key, Calendar(_years(season))))
        self._outline = headings.Outline()
        self._new_day(None)
        return Kind.TITLE

    def _signed(self, text: str) -> Kind | None:
        """Read a line that begins with the sign of a title or heading."""
        if text[0] == "=" and text[1:2] != "=":
            return self._title(text)
        if (marked := headings.heading(text)) is None:
            return None
        level, name = marked
        if level >= headings.ROUND and (parts := headings.divided(name)):
            return self._divided(*parts)
        return self._enter(level, name)

    def _plain_heading(self, line: str, text: str) -> Kind | None:
        if line[0].isspace() or len(text) > headings.LONGEST or "  " in text or not PLAIN_HEADING.fullmatch(text):
            return None
        if not headings.is_usual(text):
            before = self.kinds[-2] if len(self.kinds) > 1 else Kind.BLANK
            if before not in BEFORE_A_HEADING or not text[0].isalnum():
                return None
            self.doubted.append(self._number)
            self._problem(phrase("results.taken_for_heading", text=text), severity=Severity.NOTE)
        return self._enter(headings.PLAIN, text)

    def _enter(self, level: int, text: str) -> Kind:
        self._finish()
        self._outline.enter(level, headings.names_of(text))
        # A date belongs to the round it stands in: what comes below the next heading has another one, or none.
        self._new_day(None)
        return Kind.HEADING

    def _divided(self, before: str, after: str) -> Kind:
        if headings.is_definition(after):
            return Kind.ROUND_DATES
        teams = tuple(map(self._name, headings.listed_teams(after)))
        groups = self._current().groups
        if before in groups or not teams:
            key = "results.mend_group_twice" if teams else "results.mend_group"
            return self._not_read(self.lines[self._number - 1], phrase(key, group=before))
        self._finish()
        groups[before] = teams
        return Kind.GROUP

    # ---------------------------------------------------------------------------------------------- matches

    def _new_day(self, date: dt.date | None) -> None:
        self._date = date
        self._kickoff: dt.time | None = None
        self._zone: str | None = None
        self._ground: str | None = None

    def _lead(self, lead: Lead, ground: str | None) -> None:
        """Go on with the day, the clock and the ground that a line begins with."""
        if lead.day is not None:
            date, doubt = self._current().calendar.date_of(lead.day)
            self._new_day(date)
            if doubt is not None:
                said = self.lines[self._number - 1].strip()[: lead.end].strip("[] ")
                self._problem(phrase(f"results.doubtful_{doubt}", text=said, date=date or ""))
        if lead.kickoff is not None:
            self._kickoff = lead.kickoff if isinstance(lead.kickoff, dt.time) else None
            self._zone = lead.zone if isinstance(lead.zone, str) else None
            if lead.kickoff is False:
                self._problem(phrase("results.no_such_time"))
            elif lead.zone is False:
                self._problem(phrase("results.nameless_zone"))
        if ground is not None:
            self._ground = self._name(ground)

    def _match(self, text: MatchText, comment: str | None) -> None:
        ground = self._name(text.ground) if text.ground else self._ground
        above = self._outline.headings
        self._open = Unfinished(self._origin(), text, above, self._date, self._kickoff, self._zone, ground)
        for said in (*text.asides, *text.remarks):
            self._open.say(said)
        if comment:
            self._open.say_beside(comment)
        if text.goals is not None:
            self._open.open_bracket(self._number, text.goals)

    def _bye(self, bye: ByeText, comment: str | None) -> Kind:
        self._finish()
        said = (*(read_remark(remark).note for remark in bye.remarks), comment and self._name(comment))
        note = "; ".join(filter(None, said)) or None
        self._current().byes.append(RecordedBye(self._origin(), self._name(bye.team), self._outline.headings, note))
        return Kind.BYE

    def _comment(self, line: str, text: str) -> Kind:
        if line[0].isspace() and self._open and self.kinds[-2] is not Kind.BLANK:
            self._open.say_beside(text)
        elif found := HEAD.fullmatch(text):
            self._head(found[1], found[2])
        return Kind.COMMENT

    def _head(self, key: str, value: str) -> None:
        season = self._current()
        if key == "Date":
            span = written_range(value)
            days = [day.in_year(day.year) for day in span or () if day.year]
            if len(days) == 2 and days[0] and days[1] and days[0] <= days[1]:
                season.calendar.span = days[0], days[1]
        elif value.split()[0].isascii() and value.split()[0].isdigit():
            season.told.setdefault(key, (self._origin(), int(value.split()[0][:9])))

    def _goes_on(self, line: str) -> bool:
        """Return whether a line goes on with the line-up above."""
        return line[0].isspace() and self.lines[self._number - 2].rstrip()[-1] in ",;-"

    # ------------------------------------------------------------------------------------------------ goals

    def _brackets(self, found: Unfinished, text: str, comment: str | None) -> Kind | None:
        """Read a line in round brackets below a match: goals, or a remark."""
        inside = text[1:]
        end = end_of_bracket(inside)
        if end is not None and is_remark(inside[:end]) and not inside[end + 1 :].strip():
            found.say(inside[:end])
            return Kind.PROPERTY
        if Lead.read(text).end:
            return None
        found.open_bracket(self._number, inside)
        if comment:
            found.say_beside(comment)
        return Kind.GOALS

    def _goals_go_on(self, found: Unfinished, text: str, comment: str | None) -> Kind:
        found.go_on(self._number, text)
        if comment:
            found.say_beside(comment)
        return Kind.GOALS

    @staticmethod
    def _interrupts(text: str) -> bool:
        """Return whether a line can't go on with goals in brackets: it is a heading, a day or a match."""
        if text[0] in headings.SIGNS and headings.heading(text) is not None:
            return True
        lead = Lead.read(text)
        match = read_match(text[lead.end :])
        return (lead.day is not None and lead.end == len(text)) or (match is not None and match.scores is not None)

    def _close_bracket(self) -> None:
        """End goals whose bracket isn't closed."""
        if self._open and self._open.bracket:
            self._problem(phrase("results.bracket_not_closed"), self._origin(self._open.bracket.lines[0]))
            self._open.close_bracket()

    # ------------------------------------------------------------------------------------------ what was read

    def _finish(self) -> None:
        """Record the match that was open: nothing below belongs to it."""
        self._close_bracket()
        found, self._open = self._open, None
        if found is None:
            return
        self._current().matches.append(found.record(self._name))
        for goals in found.goals:
            if goals.unread is not None:
                self._problem(phrase("results.unread_goals", mend=goals.unread), self._origin(goals.lines[0]))
                for line in goals.lines:
                    self._goals_not_read(line)

    def _goals_not_read(self, line: int) -> None:
        # The line of a match is still read, but for its goals.
        if self.kinds[line - 1] is Kind.GOALS:
            self.kinds[line - 1] = Kind.UNREAD
        self._current().unread.append(Unread(self._origin(line), self.lines[line - 1]))

    def _current(self) -> _Season:
        if not self._seasons:
            self._seasons[None, None] = self._season
        return self._season

    def _name(self, text: str) -> str:
        name = self._names.get(text)
        if name is None:
            # Some spaces are wider than others.
            name = self._names[text] = " ".join(text.split())
        return name

    def _results(self, season: _Season) -> Results:
        results = Results(
            (self.file,),
            tuple(season.matches),
            season.competition,
            season.season,
            season.groups,
            byes=tuple(season.byes),
            unread=tuple(season.unread),
        )
        for key, (origin, told) in season.told.items():
            counted = len(results.matches) if key == "Matches" else len(results.teams)
            if results.matches and counted != told:
                values = {"told": told, "n": counted}
                self._problem(phrase(f"results.other_number_of_{key.lower()}", **values), origin)
        return with_countries(results)

    # ---------------------------------------------------------------------------------------------- problems

    def _origin(self, line: int | None = None) -> Origin:
        return Origin(self.file, line or self._number)

    def _problem(self, message: Phrase, origin: Origin | None = None, severity: Severity = Severity.WARNING) -> None:
        self.problems.add(Problem(message, severity, origin or self._origin()))

    def _not_read(self, line: str, mend: Phrase | None = None) -> Kind:
        """Keep a line that can't be read."""
        self._current().unread.append(Unread(self._origin(), line))
        text = line.strip()
        shown = text if len(text) <= SHOWN else f"{text[:SHOWN]} ..."
        self._problem(phrase("results.unread_line", text=shown, mend=mend or phrase("results.mend_line")))
        return Kind.UNREAD

    def _sum_up(self) -> None:
        """Say how much was understood without being kept."""
        for kind in (Kind.LINE_UP, Kind.TABLE, Kind.ROUND_DATES):
            count = self.kinds.count(kind)
            if count:
                not_kept = phrase(f"results.not_kept_{kind.value}", n=count)
                self._problem(not_kept, self._origin(self.kinds.index(kind) + 1), Severity.NOTE)


def _years(season: str | None) -> tuple[int, int] | None:
    if season is None:
        return None
    first = int(season[:4])
    return first, first + (len(season) > 4)

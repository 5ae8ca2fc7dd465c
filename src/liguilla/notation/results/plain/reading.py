"""A plain table of results, read by what its columns hold; it says what it took each of them for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import Score, Status
from liguilla.notation.results.countries import with_countries
from liguilla.notation.results.days import Moment, offset_zone
from liguilla.notation.results.football_txt.scores import Scores, with_what_follows
from liguilla.notation.results.gathering import checked, untold_seasons
from liguilla.notation.results.headings import headings_of, numbered
from liguilla.notation.results.plain.columns import Columns, columns_of
from liguilla.notation.results.records import RecordedMatch, Results, ResultsReading
from liguilla.notation.results.score_texts import ScoreText, looks_like_a_day, read_score_text, with_fate
from liguilla.notation.results.seasons import season_of_days, with_both_years, without_season
from liguilla.notation.results.table_words import COLUMNS, FATES, SIDES, TRUTHS, plain_words
from liguilla.notation.results.tables import Row, Table, UnreadRowError, shortened
from liguilla.words import Listing, phrase

__all__ = ["read"]

HEADINGS: Final = {"stage": None, "group": "Group", "round": "Round", "matchday": "Matchday", "leg": "Leg"}
"""Columns of headings, outermost first, and the word before a number that stands there alone."""

VERSUS: Final = re.compile(r"\s+(?:v|vs|vs\.|x)\s+", re.IGNORECASE)
DASH: Final = re.compile(r"\s+[-–—]\s+")
LONGEST_HEADING: Final = 100
MOST_SHOWN: Final = 5


def read(text: str, file: str) -> ResultsReading:
    """Read a table: a `Results` for every competition and season in it.

    Where no column says the season, it is the one in the lines above the header, or that of the days. A row with
    nothing but one cell is a heading of the rows below it, or their day.
    """
    columns = columns_of(text)
    if columns is None:
        return ResultsReading(())
    table = Table(text, file, columns.header, columns.order)
    reader = _Reader(table, columns)
    reading = table.read(reader.match)
    results = tuple(reader.named(each) for each in reading.results)
    return checked(ResultsReading(results, (*reading.problems, *reader.remarks(results))), goals=False)


@dataclass(slots=True)
class _Above:
    """What rows of one cell say of the rows below them."""

    headings: tuple[str, ...] = ()
    moment: Moment | None = None
    lines: list[int] = field(default_factory=list)


class _Reader:
    """How the rows of a table are read."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self.table, self.columns = table, columns
        self.index = columns.index
        self.above = _Above()
        self.left = [column for column in columns.left if COLUMNS.get(plain_words(table.columns[column])) != "number"]
        self.title, self.season = without_season(" ".join(text for _, text in columns.above)[:LONGEST_HEADING])

    def match(self, row: Row) -> tuple[RecordedMatch, str | None, str | None] | None:
        """Return the match that a row says, its competition and its season; None for a row above others."""
        if self.is_above(row):
            return None
        index = self.index
        home, away = self.teams(row)
        date, kickoff, zone = self.moment(row)
        said = self.score(row)
        known, winner = self.scores(row, home, away, said)
        if said.status is Status.PLAYED and not said.awarded:
            known = with_what_follows(known)
        season_text = row.name(index.get("season"))
        part, season = without_season(season_text) if season_text else (None, None)
        match = RecordedMatch(
            row.origin,
            home,
            away,
            headings=tuple(self.headings(row, part)),
            date=date,
            kickoff=kickoff,
            zone=zone,
            status=said.status,
            **known._asdict(),
            kicks_won_by=winner,
            awarded=said.awarded,
            awarded_to=self.side(row, "awarded_to", home, away),
            annulled=said.annulled,
            neutral=row.truth(index.get("neutral")),
            ground=row.name(index.get("ground")),
            city=row.name(index.get("city")),
            referee=row.name(index.get("referee")),
            attendance=row.attendance(index.get("attendance")),
            statistics=row.rest(self.left),
            note=row.name(index.get("note")),
        )
        if match.awarded_to is not None:
            match = replace(match, awarded=True)
        elif match.awarded and match.score is None:
            row.say(phrase("result_files.walkover_for_nobody"), index.get("score"))
        return match, row.name(index.get("competition")), season

    def is_above(self, row: Row) -> bool:
        """Return whether a row only says something of the rows below it, and keep what it says."""
        if row.cells[0].strip() == self.columns.header.cells[0]:
            # The header once more, above the next part of the table.
            return tuple(map(str.strip, row.cells)) == self.columns.header.cells
        first, *others = row.cells
        if len(first) <= LONGEST_HEADING and first.strip() and not any(cell and not cell.isspace() for cell in others):
            moment = self.table.moment(first.strip())
            if moment is not None:
                self.above.moment = moment
            else:
                self.above.headings = headings_of(self.table.gathering.name(first))
                self.above.moment = None
            self.above.lines.append(row.line)
            return True
        return False

    # ------------------------------------------------------------------------------------------------ parts

    def teams(self, row: Row) -> tuple[str, str]:
        """Return the two teams, home first."""
        if "home" in self.index and "away" in self.index:
            return row.team(self.index["home"]), row.team(self.index["away"])
        column = self.index["teams"]
        text = row.text(column)
        for between in (VERSUS, DASH):
            parts = between.split(text)
            if len(parts) == 2 and all(parts):
                home, away = (self.table.gathering.name(part) for part in parts)
                return home, away
        raise UnreadRowError(phrase("result_files.no_two_teams", text=shortened(text)), self.table.columns[column])

    def moment(self, row: Row) -> Moment | tuple[None, None, None]:
        """Return day, kickoff and zone of a row."""
        index = self.index
        date_column = index.get("date")
        text = row.text(date_column)
        if text and self.columns.order is None and self.table.moment(text) is None and is_doubtful(text):
            row.say(phrase("result_files.doubtful_day", text=shortened(text)), date_column)
            return None, None, None
        date, kickoff, zone = row.moment(date_column)
        if date is None and not text and self.above.moment:
            date, kickoff, zone = self.above.moment
        clock, clock_zone = row.kickoff(index.get("kickoff"))
        kickoff, zone = (clock, clock_zone) if clock else (kickoff, zone)
        written = row.name(index.get("zone"))
        if written and zone is None and kickoff:
            zone = offset_zone(written) or (written if written in zones() else None)
            if zone is None:
                row.say(phrase("result_files.no_zone", text=shortened(written)), index["zone"])
        return date, kickoff, zone  # type: ignore[return-value]  # a kickoff above may stand without a day

    def score(self, row: Row) -> ScoreText:
        """Return what a row says of the score, and of what became of the match."""
        index = self.index
        if "home_score" in index and "away_score" in index:
            score = self.two_cells(row, index["home_score"], index["away_score"])
        else:
            score = self.one_cell(row, index.get("score"))
        if "status" in index and (text := row.text(index["status"])):
            fate = FATES.get(plain_words(text))
            if fate is None:
                row.say(phrase("result_files.no_status", text=shortened(text)), index["status"])
            elif not (fate == Status.SCHEDULED and score.score):
                score = with_fate(score, fate)
        return score

    def one_cell(self, row: Row, column: int | None) -> ScoreText:
        if column is None:
            return ScoreText(status=Status.SCHEDULED)
        text = row.cells[column]
        said = read_score_text(text)
        if said is None:
            code = "result_files.score_is_a_day" if looks_like_a_day(text) else "result_files.no_score_left_out"
            raise UnreadRowError(phrase(code, text=shortened(text.strip())), self.table.columns[column])
        return said

    def two_cells(self, row: Row, home: int, away: int) -> ScoreText:
        texts = row.text(home), row.text(away)
        fates = {FATES.get(plain_words(text)) for text in texts if text}
        if len(fates) == 1 and (fate := fates.pop()):
            return with_fate(ScoreText(status=Status.SCHEDULED), fate)
        score = row.score(home, away)
        return ScoreText(score, status=Status.PLAYED if score else Status.SCHEDULED)

    def scores(self, row: Row, home: str, away: str, said: ScoreText) -> tuple[Scores, str | None]:
        """Return all scores of a row, and who won a shoot-out whose score isn't there."""
        score, extra_time = said.score, said.extra_time
        half_time = self.part(row, "half_time") or said.half_time
        text = row.text(self.index.get("extra_time"))
        if "home_extra_time" in self.index or (text and plain_words(text) not in TRUTHS):
            extra_time = self.part(row, "extra_time") or extra_time
        elif text and TRUTHS[plain_words(text)] and extra_time is None:
            # The column only says that there was extra time: the score is the one after it.
            score, extra_time = None, score
        winner = self.side(row, "kicks_won_by", home, away)
        kicks = said.kicks
        text = row.text(self.index.get("kicks"))
        if "home_kicks" in self.index or (text and read_score_text(text) is not None):
            kicks = self.part(row, "kicks") or kicks
        elif text and TRUTHS.get(plain_words(text)) is not False:
            winner = self.side(row, "kicks", home, away)
        return Scores(score, half_time, extra_time, kicks), winner

    def part(self, row: Row, name: str) -> Score | None:
        """Return one more score of a match, in one column or two."""
        two = self.index.get(f"home_{name}"), self.index.get(f"away_{name}")
        if None not in two:
            return row.other_score(*two)
        column = self.index.get(name)
        text = row.text(column)
        if not text:
            return None
        said = read_score_text(text)
        score = said and (said.score or said.extra_time or said.kicks)
        if not score:
            row.say(phrase("result_files.no_score", text=shortened(text)), column)
        return score or None

    def side(self, row: Row, name: str, home: str, away: str) -> str | None:
        """Return which of the two teams a cell names."""
        column = self.index.get(name)
        text = row.name(column)
        if not text:
            return None
        if text in (home, away):
            return text
        side = SIDES.get(plain_words(text))
        if side is None:
            row.say(phrase("result_files.not_of_the_two", team=text, teams=Listing((home, away), "or")), column)
            return None
        return home if side == "home" else away

    def headings(self, row: Row, part: str | None) -> Iterator[str]:
        """Yield what stands above a match: in its season, in rows above it, and in its own cells."""
        yield from headings_of(part)
        yield from self.above.headings
        for name, word in HEADINGS.items():
            if (column := self.index.get(name)) is not None:
                text = row.name(column)
                yield from headings_of(numbered(text.removesuffix(".0") if text else text, word))

    # ------------------------------------------------------------------------------------------------ the whole

    def named(self, results: Results) -> Results:
        """Return results with what the title above the header says, and a season by their days if nothing says it."""
        competition = results.competition or self.title
        days = [match.date for match in results.matches]
        season = results.season or self.season
        season = with_both_years(season, days) if season else season_of_days(days)
        return with_countries(replace(results, competition=competition, season=season))

    def remarks(self, results: tuple[Results, ...]) -> Iterator[Problem]:
        """Yield notes on what each column was taken for, and what else was assumed."""
        names = self.table.columns
        taken = tuple(
            phrase("result_files.taken_for", column=names[column], what=phrase(f"result_files.field_{name}"))
            for name, column in sorted(self.index.items(), key=lambda item: item[1])
            if name != "number"
        )
        header = Origin(self.table.file, self.columns.header.line)
        yield Problem(phrase("result_files.columns_taken", columns=taken), Severity.NOTE, header)
        if self.left:
            left = tuple(f'"{names[column]}"' for column in self.left)
            yield Problem(phrase("result_files.columns_left", n=len(left), columns=left), Severity.NOTE, header)
        if self.columns.above and (self.title or self.season):
            line = Origin(self.table.file, self.columns.above[0][0])
            told = {"competition": self.title or "?", "season": self.season or "?"}
            yield Problem(phrase("result_files.title_taken", **told), Severity.NOTE, line)
        if self.above.lines:
            line = Origin(self.table.file, self.above.lines[0])
            yield Problem(phrase("result_files.rows_above", n=len(self.above.lines)), Severity.NOTE, line)
        if "season" not in self.index and not self.season:
            seasons = tuple(dict.fromkeys(each.season for each in results if each.season))
            if seasons:
                shown = (*seasons[:MOST_SHOWN], *(["..."] if len(seasons) > MOST_SHOWN else []))
                yield Problem(phrase("result_files.season_of_days", seasons=shown), Severity.NOTE, header)
            yield from untold_seasons(results, self.table.file)


def is_doubtful(text: str) -> bool:
    """Return whether a text is one day or another, depending on which of its figures is the month."""
    return re.fullmatch(r"\d{1,2}([-/ ])\d{1,2}\1(?:\d{4}|\d\d).*", text) is not None


@cache
def zones() -> frozenset[str]:
    """Return the names of all time zones."""
    return frozenset(available_timezones())

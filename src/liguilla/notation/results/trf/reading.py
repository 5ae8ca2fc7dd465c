"""TRF, the tournament report file of the chess federation: every player in a line, with what each round was for them.

Lines begin with a code of three characters. ``001`` is a player; others say where the tournament is held and by whom.
The columns of TRF16 are read, and of later additions how many rounds there are and the colour that was drawn. Lines
with other codes are kept as they stand.

Source: FIDE Handbook C.04, annex 2, Tournament Report File (TRF16), and the additions of pairing programs (TRFx).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, TypeVar

from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import Score, Status
from liguilla.notation.cells import unseen
from liguilla.notation.results.gathering import Listed
from liguilla.notation.results.records import RecordedBye, RecordedMatch, Results, ResultsReading, Unread
from liguilla.words import Phrase, phrase

__all__ = [
    "ABOUT",
    "COLUMNS",
    "COMMENT",
    "DATES",
    "FIRST",
    "NAME",
    "PLAYER",
    "ROUND",
    "ROUND_DAYS",
    "TITLE",
    "WIDTH",
    "read",
    "recognises",
    "told_apart",
]

PLAYER: Final = "001"
TITLE: Final = "012"
COMMENT: Final = "### "
"""What stands before lines that programs are not to read."""

DATES: Final = "132"
ROUND: Final = "Round"
"""The heading of a round, before its number."""

ABOUT: Final = {
    "022": "city",
    "032": "federation",
    "042": "starts",
    "052": "ends",
    "062": "players",
    "072": "rated_players",
    "082": "teams",
    "092": "system",
    "102": "arbiter",
    "112": "deputies",
    "122": "pace",
    "XXR": "rounds",
    "142": "rounds",
    "XXC": "initial_colour",
    "152": "initial_colour",
}
"""What the lines of each code say of a tournament."""

COLUMNS: Final = {
    "starting_number": (4, 8),
    "sex": (9, 10),
    "title": (10, 13),
    "rating": (48, 52),
    "federation": (53, 56),
    "fide_id": (57, 68),
    "born": (69, 79),
    "points": (80, 84),
    "rank": (85, 89),
}
"""The columns of what is known of a player; the name stands in `NAME`, and each round in `WIDTH` from `FIRST` on."""

NAME: Final = (14, 47)
FIRST: Final = 91
BETWEEN: Final = frozenset(range(4, FIRST)) - {at for columns in (NAME, *COLUMNS.values()) for at in range(*columns)}
"""The columns that have to be blank."""

ROUND_DAYS: Final = "round_days"
"""What the days of rounds without a match are called among what is said of the tournament."""

WIDTH: Final = 10
MOST_ROUNDS: Final = 99

WORTH: Final = {"1": Fraction(1), "=": Fraction(1, 2), "0": Fraction(0)}
"""What results are worth, as long as no line says otherwise."""

SAME_AS: Final = {"+": "1", "-": "0", "W": "1", "D": "=", "L": "0", "F": "1", "H": "=", "Z": "0", "U": "1"}
OTHER: Final = {"1": "0", "0": "1", "=": "=", "+": "-", "-": "+", "W": "L", "L": "W", "D": "D", "": ""}
"""What the opponent of each result has."""

BYES: Final = {"F": "1", "+": "1", "H": "=", "=": "=", "Z": "0", "-": "0", "": "0"}
"""What a round without an opponent is worth; `ALLOCATED` is worth what the rules say."""

ALLOCATED: Final = "U"
UNREADABLE: Final = "?"
SCORES: Final = {"1": Score(1, 0), "0": Score(0, 1), "=": Score(0, 0)}
POINT_SYSTEMS: Final = frozenset({"XXS", "162", "BBW", "BBD", "BBL", "BBZ", "BBF", "BBU"})
LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")
DATE: Final = re.compile(r"(\d{4}|\d\d)[/.-](\d\d?)[/.-](\d\d?)")


def recognises(name: str, text: str) -> bool:
    """Return whether a text is a report: it has lines of players with a number and a name in their columns."""
    return any(_number(line) and line[slice(*NAME)].strip() for line in LINE_ENDS.split(text) if line[:4] == "001 ")


def read(text: str, file: str) -> ResultsReading:
    """Read a report.

    A round is a heading with its number. White is at home; a drawn game is the score 0-0. Where a game wasn't played,
    the match is awarded to a player, or to nobody; a bye has the points that its letter says, and one that the pairing
    gave those of the rules. A blank round between others is one without points, as the notation has it.
    """
    reader = _Reader(file)
    for number, line in enumerate(LINE_ENDS.split(text.lstrip("\ufeff")), 1):
        reader.line(number, line.rstrip())
    return reader.reading()


def _number(line: str) -> int | None:
    """Return the number that a player starts with."""
    digits = line[slice(*COLUMNS["starting_number"])].strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and int(digits) else None


@dataclass(frozen=True, slots=True)
class _Round:
    """What a round was for a player, as written: the opponent, the colour, the result."""

    opponent: int | None
    colour: str
    result: str
    text: str


@dataclass(slots=True)
class _Player:
    number: int
    name: str
    origin: Origin
    facts: dict[str, str]
    rounds: list[_Round | None]


@dataclass(slots=True)
class _Reader:
    file: str
    title: str | None = None
    about: dict[str, str] = field(default_factory=dict)
    days: list[dt.date | None] = field(default_factory=list)
    players: dict[int, _Player] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    problems: Listed = field(default_factory=Listed)
    names: set[str] = field(default_factory=set)
    own_points: bool = False

    def say(self, origin: Origin, message: Phrase, severity: Severity = Severity.WARNING) -> None:
        self.problems.add(Problem(message, severity, origin))

    def leave(self, origin: Origin, text: str, message: Phrase, severity: Severity = Severity.WARNING) -> None:
        """Keep a line, or a part of it, as it stands, and say why it isn't read."""
        self.unread.append(Unread(origin, text.rstrip()))
        self.say(origin, message, severity)

    # ------------------------------------------------------------------------------------------------- lines

    def line(self, number: int, line: str) -> None:
        origin = Origin(self.file, number)
        if not line:
            return
        code, said = line[:3] if line[3:4] in ("", " ") else line[:4], _clean(line[4:])
        if line.startswith(COMMENT):
            self.leave(origin, line.removeprefix(COMMENT), phrase("trf.comment"), Severity.NOTE)
        elif code == PLAYER:
            self._player(origin, line)
        elif code == TITLE and said and self.title is None:
            self.title = said
        elif code == DATES and not self.days:
            self._dates(origin, line)
        elif code in ABOUT and said:
            known = self.about.get(ABOUT[code])
            self.about[ABOUT[code]] = said if known in (None, said) else f"{known}; {said}"
        else:
            self.own_points = self.own_points or code in POINT_SYSTEMS
            self.leave(origin, line, phrase("trf.other_code", code=code.strip()), Severity.NOTE)

    def _player(self, origin: Origin, line: str) -> None:
        number, name = _number(line), _clean(line[slice(*NAME)])
        if number is None or not name:
            self.leave(origin, line, phrase("trf.no_player"))
            return
        if any(line[at : at + 1].strip() for at in BETWEEN):
            self.leave(origin, line, phrase("trf.not_in_columns"))
            return
        if number in self.players:
            self.leave(origin, line, phrase("trf.number_twice", n=number, name=self.players[number].name))
            return
        texts = [line[at : at + WIDTH] for at in range(FIRST, len(line), WIDTH)]
        if len(texts) > MOST_ROUNDS:
            self.leave(origin, line, phrase("trf.too_many_rounds", n=len(texts), most=MOST_ROUNDS))
            return
        if name in self.names:
            # A name is who somebody is, in our facts; the number keeps two of one name apart.
            self.say(origin, phrase("trf.same_name", name=name, n=number), Severity.NOTE)
            name = told_apart(name, number)
        self.names.add(name)
        facts = {fact: _clean(line[slice(*columns)]) for fact, columns in COLUMNS.items()}
        facts["starting_number"] = str(number)
        rounds = [self._round(origin, text) for text in texts]
        self.players[number] = _Player(number, name, origin, {k: v for k, v in facts.items() if v}, rounds)

    def _round(self, origin: Origin, text: str) -> _Round | None:
        if not text.strip():
            return None
        opponent, colour, result = text[:4].strip(), text[5:6].strip().lower(), text[7:8].strip().upper()
        is_number = opponent.isascii() and opponent.isdecimal()
        known = (is_number or not opponent) and colour in ("w", "b", "-", "") and result in {*OTHER, *BYES, ALLOCATED}
        if not known or (text[4:5] + text[6:7] + text[8:]).strip():
            self.leave(origin, text, phrase("trf.no_round", text=text.strip()))
            return _Round(None, "", UNREADABLE, text)
        return _Round(int(opponent or 0) or None, colour.strip("-"), result, text)

    def _dates(self, origin: Origin, line: str) -> None:
        for text in (line[at : at + WIDTH].strip() for at in range(FIRST, len(line), WIDTH)):
            date = _date(text)
            if text and date is None:
                self.leave(origin, text, phrase("trf.no_date", text=text))
            self.days.append(date)

    # ------------------------------------------------------------------------------------------------ results

    def reading(self) -> ResultsReading:
        """Return what the lines say together."""
        players = self._in_order()
        matches: list[RecordedMatch] = []
        byes: list[RecordedBye] = []
        for index in range(max((len(player.rounds) for player in players), default=0)):
            rounds = [_at(player.rounds, index) for player in players]
            was_paired = any(round_ is not None and round_.opponent is not None for round_ in rounds)
            for player, round_ in zip(players, rounds, strict=True):
                if round_ is not None and round_.opponent is not None:
                    matches += self._match(player, round_, round_.opponent, index)
                elif round_ is not None or was_paired:
                    byes += self._bye(player, round_, index)
        self._compare(players)
        if not players:
            self.say(Origin(self.file), phrase("results.nothing"))
        if not players and not self.unread:
            return ResultsReading((), tuple(self.problems))
        results = Results(
            (self.file,),
            tuple(matches),
            self.title,
            self._season(),
            team_facts={player.name: player.facts for player in players},
            byes=tuple(byes),
            about=self._about({match.headings for match in matches}),
            unread=tuple(self.unread),
        )
        return ResultsReading((results,), tuple(self.problems))

    def _in_order(self) -> list[_Player]:
        return [self.players[number] for number in sorted(self.players)]

    def _bye(self, player: _Player, round_: _Round | None, index: int) -> Iterator[RecordedBye]:
        """Give the bye of a player in a round; a blank one, where others are paired, is a round without points."""
        result = round_.result if round_ is not None else ""
        headings = (f"{ROUND} {index + 1}",)
        if result == ALLOCATED:
            yield RecordedBye(player.origin, player.name, headings)
        elif result in BYES:
            yield RecordedBye(player.origin, player.name, headings, points=WORTH[BYES[result]])
        elif round_ is not None and result != UNREADABLE:
            self.leave(player.origin, round_.text, phrase("trf.no_opponent", n=index + 1))

    def _match(self, player: _Player, round_: _Round, number: int, index: int) -> Iterator[RecordedMatch]:
        """Give the match of a player in a round, if it is the one whose line tells it."""
        opponent = self.players.get(number)
        answer = _at(opponent.rounds, index) if opponent is not None and opponent is not player else None
        if opponent is None or answer is None or answer.opponent != player.number:
            message = phrase("trf.one_sided", name=player.name, n=index + 1, opponent=number)
            self.leave(player.origin, round_.text, message)
            return
        both_lost = round_.result == answer.result == "-"
        if (not both_lost and OTHER.get(round_.result) != answer.result) or round_.colour == answer.colour != "":
            if player.number < opponent.number:
                names = {"name": player.name, "other": opponent.name, "n": index + 1}
                self.leave(player.origin, round_.text, phrase("trf.contradiction", **names))
                self.unread.append(Unread(opponent.origin, answer.text.rstrip()))
            return
        colour = round_.colour or {"w": "b", "b": "w"}.get(answer.colour, "")
        if colour == "b" or (not colour and player.number > opponent.number):
            return
        result = round_.result
        score = SCORES.get({"W": "1", "D": "=", "L": "0"}.get(result, result))
        won_by = {"+": player.name, "-": opponent.name}.get(result)
        yield RecordedMatch(
            player.origin,
            player.name,
            opponent.name,
            (f"{ROUND} {index + 1}",),
            date=_at(self.days, index),
            status=Status.SCHEDULED if score is None else Status.PLAYED,
            score=score,
            awarded=result in ("+", "-"),
            awarded_to=None if both_lost else won_by,
            lost_by_both=both_lost,
            neutral=None if colour else True,
            statistics={"rated": "no"} if result in ("W", "D", "L") else {},
        )

    def _season(self) -> str | None:
        dates = [date for date in (_date(self.about.get(key, "")) for key in ("starts", "ends")) if date]
        dates += [date for date in self.days if date is not None]
        if not dates:
            return None
        first, last = min(dates).year, max(dates).year
        return str(first) if last == first else f"{first}-{last % 100:02}"

    def _about(self, played: Collection[tuple[str, ...]]) -> Mapping[str, str]:
        """Return what is said of the tournament; days of rounds without a match stand here too."""
        days = (
            f"{n} {day.isoformat()}" for n, day in enumerate(self.days, 1) if day and (f"{ROUND} {n}",) not in played
        )
        return {**self.about, **({ROUND_DAYS: text} if (text := "; ".join(days)) else {})}

    def _compare(self, players: Sequence[_Player]) -> None:
        """Warn where the file counts otherwise than its lines do: some may be missing, or cut."""
        told_number = re.match(r"\d+", self.about.get("players", ""))
        if told_number and int(told_number[0]) != len(players):
            message = phrase("trf.other_number", told=int(told_number[0]), n=len(players))
            self.say(Origin(self.file), message)
        for player in () if self.own_points else players:
            told = _points(player.facts.get("points"))
            results = [round_.result for round_ in player.rounds if round_ is not None]
            given = sum((WORTH.get(SAME_AS.get(result, result), Fraction(0)) for result in results), Fraction(0))
            # A bye by pairing may be worth less, if the tournament says so.
            byes = results.count(ALLOCATED)
            if told == given:
                # They follow from the rounds, so they are no fact of their own.
                player.facts.pop("points")
            elif told is not None and told not in (given - Fraction(byes, 2), given - byes):
                values = {"name": player.name, "told": player.facts["points"], "given": f"{float(given):.1f}"}
                self.say(player.origin, phrase("trf.other_points", **values))


_Item = TypeVar("_Item")


def _at(items: Sequence[_Item | None], index: int) -> _Item | None:
    return items[index] if index < len(items) else None


def told_apart(name: str, number: int) -> str:
    """Return the name of a player whose name another has."""
    return f"{name} ({number})"


def _clean(text: str) -> str:
    """Return a text with single spaces and nothing that can't be seen."""
    return " ".join("".join(" " if unseen(each) else each for each in text).split())


def _date(text: str) -> dt.date | None:
    found = DATE.fullmatch(text)
    if not found:
        return None
    year = int(found[1])
    if len(found[1]) == 2:
        year += 1900 if year >= 70 else 2000
    try:
        return dt.date(year, int(found[2]), int(found[3]))
    except ValueError:
        return None


def _points(text: str | None) -> Fraction | None:
    try:
        return Fraction(text.replace(",", ".")) if text and re.fullmatch(r"\d+(?:[.,]\d)?", text) else None
    except ValueError:
        return None

"""JSON of CourtHive's competition factory: a ``tournamentRecord`` with participants, events, draws and their matchUps.

Its shapes are documented as the types of github.com/CourtHive/competition-factory, in ``src/types/tournamentTypes.ts``.
A draw is a competition of its own. Its structures (the main bracket, a consolation, the groups of a round robin) are
headings.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final
from zoneinfo import available_timezones

from liguilla.errors import Severity
from liguilla.facts import Score, Status
from liguilla.notation.results.contests import Ending, ended, lost_by_both, whole_score
from liguilla.notation.results.days import read_kickoff, read_moment
from liguilla.notation.results.drawn_rounds import (
    THIRD_PLACE,
    lower_round,
    matchday,
    round_before_the_end,
    upper_round,
)
from liguilla.notation.results.gathering import Gathering, checked
from liguilla.notation.results.json_pieces import Piece, Shape, read_piece
from liguilla.notation.results.json_text import BrokenJSONError, JSONText
from liguilla.notation.results.records import RecordedBye, RecordedMatch, Results, ResultsReading
from liguilla.notation.results.seasons import season_in, season_of_year
from liguilla.notation.results.tables import shortened
from liguilla.words import phrase

__all__ = ["read", "recognises"]

HEAD: Final = 200_000
TOURNAMENT: Final = re.compile(r'"tournament(?:Record|Id|Name)"\s*:')
OTHER: Final = re.compile(r'"(?:participantId|events|drawDefinitions|matchUps)"\s*:')

WRAPPER: Final = "tournamentRecord"
SHAPE: Final = Shape(
    inner=frozenset({WRAPPER, "events", "drawDefinitions", "structures"}),
    leaves=frozenset({"participants", "matchUps", "positionAssignments", "seedAssignments", "venues"}),
)

READ: Final = frozenset(
    {
        *("drawPositions", "matchUpStatus", "roundNumber", "roundPosition", "score", "winningSide", "sides"),
        *("schedule", "timeItems", "startDate", "endDate", "notes"),
    }
)
SILENT: Final = frozenset(
    {
        *("matchUpId", "matchUpType", "matchUpFormat", "finishingRound", "finishingPositionRange", "winnerMatchUpId"),
        *("loserMatchUpId", "isMock", "createdAt", "updatedAt", "extensions", "matchUpStatusCodes", "roundName"),
        *("stage", "stageSequence", "structureId", "structureName", "drawId", "eventId", "tournamentId", "tieFormat"),
        *("tieFormatId", "processCodes", "collectionId", "collectionPosition"),
    }
)
"""Keys that number a matchUp, or say what follows from its place in the draw."""

WITHOUT_PLAY: Final = frozenset({"WALKOVER", "DEFAULTED", "RETIRED"})
"""Ways to win that no score tells: one side didn't come, was put out or gave up."""
BY_NOBODY: Final = frozenset({"DOUBLE_WALKOVER", "DOUBLE_DEFAULT"})
FATES: Final = {
    "ABANDONED": Status.ABANDONED,
    "CANCELLED": Status.CANCELLED,
    "DEAD_RUBBER": Status.CANCELLED,
    "NOT_PLAYED": Status.CANCELLED,
}
OPEN: Final = frozenset({"TO_BE_PLAYED", "IN_PROGRESS", "INCOMPLETE", "SUSPENDED", "AWAITING_RESULT", "CHALLENGED"})

DAY, KICKOFF, VENUE = "SCHEDULE.DATE", "SCHEDULE.TIME.SCHEDULED", "SCHEDULE.ASSIGNMENT.VENUE"
MOST_ROUNDS: Final = 24


def recognises(name: str, text: str) -> bool:
    """Return whether a text is an object with a tournament, and participants, events or draws in it."""
    head = text[:HEAD].lstrip("\ufeff \t\r\n")
    return head.startswith("{") and TOURNAMENT.search(head) is not None and OTHER.search(head) is not None


def read(text: str, file: str) -> ResultsReading:
    """Read a file: every draw in it."""
    return checked(_Reader(text, file).read(), goals=False)


@dataclass(eq=False, slots=True)
class _Structure:
    """A part of a draw with matchUps: a bracket, or a group.

    Attributes
    ----------
    positions
        Draw position → the participant's id, None for a bye; not those that are still open.
    seeds
        Participant's id → seed.
    outer
        The structure it lies in: of a group, the round robin.
    """

    said: Mapping[str, Any]
    matches: Sequence[Piece] = ()
    positions: Mapping[int, str | None] = field(default_factory=dict)
    seeds: Mapping[str, int] = field(default_factory=dict)
    outer: _Structure | None = None

    @property
    def name(self) -> str:
        return _text(self.said.get("structureName")) or ""

    @property
    def stage(self) -> str:
        return _text(self.said.get("stage")) or ""

    @property
    def is_group(self) -> bool:
        return self.outer is not None or self.said.get("finishingPosition") == "WIN_RATIO"

    @property
    def rounds(self) -> int:
        """How many rounds there are: a matchUp says how many are left with its own, even if those were cut off."""
        return min(max((_last_round(each) for each in self.matches), default=0), MOST_ROUNDS)


@dataclass(eq=False, slots=True)
class _Draw:
    """A draw: what is said of it and of its event, and its structures in the order of the record."""

    event: Mapping[str, Any]
    said: Mapping[str, Any]
    structures: list[_Structure]
    has_siblings: bool = False

    @property
    def kind(self) -> str:
        return _text(self.said.get("drawType")) or ""

    @property
    def main(self) -> _Structure | None:
        """The structure that the others feed on."""
        return next((each for each in self.structures if each.stage in ("MAIN", "") and not each.is_group), None)

    def headings(self, structure: _Structure, number: int | None) -> tuple[str, ...]:
        """Return what a round of a structure is called."""
        own = (structure.name,) if structure.name else ()
        if number is None:
            return own
        if structure.is_group:
            groups = sum(each.outer is structure.outer for each in self.structures)
            return (*(own if groups > 1 else ()), matchday(number))
        if self.kind in ("AD_HOC", "SWISS"):
            return (matchday(number),)
        if self.kind == "DOUBLE_ELIMINATION":
            return (_of_two_lives(structure, number),)
        called = round_before_the_end(structure.rounds - number + 1)
        if structure is self.main:
            return (called,)
        if structure.stage == "PLAY_OFF" and structure.name.replace(" ", "") == "3-4":
            return (THIRD_PLACE,)
        # One heading, so that the semi-finals of a consolation are not taken for those of the draw.
        return (f"{structure.name or structure.stage.capitalize()} – {called}",)


def _of_two_lives(structure: _Structure, number: int) -> str:
    """Return what a round is called where the second defeat is the last; the main bracket ends with the final."""
    if structure.stage == "CONSOLATION":
        return lower_round(number, structure.rounds)
    if structure.stage == "PLAY_OFF":
        return "Second final"
    return "Final" if number == structure.rounds else upper_round(number, structure.rounds - 1)


class _Reader:
    """A file being read: the whole record first, then the draws in it."""

    def __init__(self, text: str, file: str) -> None:
        self.json = JSONText(text.removeprefix("\ufeff"))
        self.gathering = Gathering(file)
        self.names: dict[str, str] = {}
        self.countries: dict[str, str] = {}
        self.venues: dict[str, str] = {}
        self.left: set[str] = set()
        self.counted: Counter[str] = Counter()

    def read(self) -> ResultsReading:
        """Read all of it, or what there is before a fault."""
        root = Piece(1)
        fault: BrokenJSONError | None = None
        try:
            read_piece(self.json, root, SHAPE)
            if self.json.peek():
                fault = BrokenJSONError(self.json.at, "more_after_json")
        except BrokenJSONError as found:
            fault = found
        record = next(root.pieces(WRAPPER), root)
        draws = list(_draws(record))
        if fault is not None:
            rest = self.json.text[self.json.at :].strip()
            n = sum(len(structure.matches) for draw in draws for structure in draw.structures)
            self.gathering.unread(self.json.line(fault.at), rest, phrase(f"result_files.{fault.why}", n=n))
        self.index(record)
        found_in = [self.results(record.members, draw) for draw in draws]
        for code, n in (+self.counted).items():
            self.gathering.say(phrase(f"result_files.{code}", n=n), severity=Severity.NOTE)
        if self.left:
            message = phrase("result_files.keys_left", keys=tuple(sorted(self.left)))
            self.gathering.say(message, severity=Severity.NOTE)
        reading = self.gathering.reading()
        unread = tuple(line for each in reading.results for line in each.unread)
        first, *others = found_in or [Results((self.gathering.file,), ())]
        return ResultsReading((replace(first, unread=unread), *others), reading.problems)

    def index(self, record: Piece) -> None:
        """Note who the participants are, and where they play."""
        taken: Counter[str] = Counter()
        for each in record.pieces("participants"):
            id_, name = _text(each.members.get("participantId")), self.participant_name(each.members)
            if id_ is None or not name:
                self.gathering.unread(each.line, each.text, phrase("result_files.no_participant"))
                continue
            taken[name] += 1
            if taken[name] > 1 and each.members.get("participantRole", "COMPETITOR") == "COMPETITOR":
                other = f"{name} ({taken[name]})"
                self.gathering.say(phrase("result_files.participant_twice", name=name, other=other), each.line)
                name = other
            self.names.setdefault(id_, name)
            country = _object(each.members.get("person")).get("nationalityCode")
            if known := _text(each.members.get("representing") or country):
                self.countries.setdefault(name, known)
        for venue in record.pieces("venues"):
            venue_id, ground = (_text(venue.members.get(key)) for key in ("venueId", "venueName"))
            if venue_id and ground:
                self.venues[venue_id] = self.gathering.name(ground)

    def participant_name(self, said: Mapping[str, Any]) -> str:
        person = _object(said.get("person"))
        full = (_text(person.get(key)) or "" for key in ("standardGivenName", "standardFamilyName"))
        return self.gathering.name(_text(said.get("participantName")) or " ".join(full))

    # ------------------------------------------------------------------------------------------------- a draw

    def results(self, record: Mapping[str, Any], draw: _Draw) -> Results:
        """Return what is recorded of a draw."""
        title = [record.get("tournamentName") or record.get("formalName")]
        if draw.has_siblings:
            title += [draw.event.get("eventName"), draw.said.get("drawName")]
        names = dict.fromkeys(filter(None, (self.gathering.name(_text(each) or "") for each in title)))
        matches: list[RecordedMatch] = []
        byes: list[RecordedBye] = []
        zone = _text(record.get("localTimeZone"))
        zone = zone if zone in _zones() else None
        for structure in draw.structures:
            headings = {number: draw.headings(structure, number) for number in {*map(_round, structure.matches)}}
            for piece in structure.matches:
                called = headings[_round(piece)]
                if piece.members.get("matchUpStatus") == "BYE":
                    byes += self.bye(structure, piece, called)
                else:
                    matches += self.match(structure, piece, called, zone)
        return Results(
            (self.gathering.file,),
            tuple(matches),
            competition=" | ".join(names) or None,
            season=_season(record),
            team_facts=self.team_facts(draw),
            byes=tuple(byes),
            lines=self.lines(draw.main) if draw.main else (),
        )

    def team_facts(self, draw: _Draw) -> Mapping[str, Mapping[str, str]]:
        """Return what is known of the participants of a draw: the seeded ones first, then from top to bottom."""
        seeds = {
            self.names[id_]: seed for each in draw.structures for id_, seed in each.seeds.items() if id_ in self.names
        }
        placed = (id_ for each in draw.structures for _, id_ in sorted(each.positions.items()) if id_ is not None)
        teams = dict.fromkeys(
            (*sorted(seeds, key=lambda name: seeds[name]), *(self.names.get(id_, "") for id_ in placed))
        )
        return {
            name: {
                **({"seed": str(seeds[name])} if name in seeds else {}),
                **({"country": self.countries[name]} if name in self.countries else {}),
            }
            for name in teams
            if name
        }

    def lines(self, structure: _Structure) -> tuple[str | None, ...]:
        """Return the lines of a bracket from top to bottom; none while a place in it is open."""
        first = [_positions(each) for each in structure.matches if _round(each) == 1]
        numbers = sorted({position for each in first for position in each})
        ids = [structure.positions.get(number, "") for number in numbers]
        if any(id_ is not None and id_ not in self.names for id_ in ids):
            return ()
        return tuple(self.names[id_] if id_ is not None else None for id_ in ids)

    def sides(self, structure: _Structure, piece: Piece) -> list[str | None]:
        """Return the names of the two sides, the first one first; None for one that isn't known."""
        positions = _positions(piece)
        if len(positions) == 2 and all(position in structure.positions for position in positions):
            ids = [structure.positions[position] for position in positions]
            return [self.names.get(id_) if id_ is not None else None for id_ in ids]
        found: list[str | None] = [None, None]
        for side in map(_object, _list(piece.members.get("sides"))):
            number, inner = _number(side.get("sideNumber")), _object(side.get("participant"))
            if number in (1, 2):
                id_ = _text(side.get("participantId")) or _text(inner.get("participantId"))
                found[number - 1] = self.names.get(id_ or "") or self.participant_name(inner) or None
        return found

    def bye(self, structure: _Structure, piece: Piece, headings: tuple[str, ...]) -> Iterator[RecordedBye]:
        """Give the bye that a matchUp is."""
        ids = [structure.positions.get(position) for position in _positions(piece)]
        teams = [self.names[id_] for id_ in ids if id_ in self.names]
        if len(teams) == 1:
            yield RecordedBye(self.gathering.origin(piece.line), teams[0], headings)

    def match(
        self, structure: _Structure, piece: Piece, headings: tuple[str, ...], zone: str | None
    ) -> Iterator[RecordedMatch]:
        """Give a matchUp, if both sides are known."""
        said = piece.members
        if not said:
            self.gathering.unread(piece.line, piece.text, phrase("result_files.no_record_of_match"))
            return
        home, away = self.sides(structure, piece)
        if home is None or away is None:
            if said.get("winningSide") is not None:
                self.gathering.unread(piece.line, piece.text, phrase("result_files.no_team_of_matchup"))
            return
        self.left |= said.keys() - READ - SILENT
        sets = _sets(said)
        self.counted["made_of_games"] += len(sets) > 1
        day, kickoff, ground = self.schedule(piece)
        yield RecordedMatch(
            self.gathering.origin(piece.line),
            home,
            away,
            headings,
            date=day,
            kickoff=kickoff,
            zone=zone if kickoff else None,
            ground=ground,
            games=sets if len(sets) > 1 else (),
            **self.ending(piece, (home, away), sets),
        )

    def ending(self, piece: Piece, teams: tuple[str, str], sets: Sequence[Score]) -> Ending:
        """Return how a matchUp ended, or that it didn't yet."""
        said = piece.members
        status = _text(said.get("matchUpStatus")) or ""
        side = said.get("winningSide")
        winner = side - 1 if side in (1, 2) and not isinstance(side, bool) else None
        score = _score_of(sets)
        note = _text(said.get("notes")) or (_written(said) if sets else None)
        if status in BY_NOBODY:
            return lost_by_both()
        if status in FATES:
            return {"status": FATES[status], "note": note}
        if status in OPEN or (winner is None and status in WITHOUT_PLAY):
            self.counted["still_running"] += bool(sets)
            return {"note": note}
        if status not in WITHOUT_PLAY and status not in ("COMPLETED", ""):
            message = phrase("result_files.no_status", text=shortened(status))
            self.gathering.say(message, piece.line, where="matchUpStatus")
        found = ended(teams, winner, score, played=status not in WITHOUT_PLAY)
        if "awarded" in found:
            self.counted["won_without_score"] += 1
            return {**found, "note": note}
        return {**found, "note": _text(said.get("notes"))}

    def schedule(self, piece: Piece) -> tuple[dt.date | None, dt.time | None, str | None]:
        """Return day, kickoff and ground: as members of the matchUp, or as the last of its items in time."""
        said = piece.members
        own = _object(said.get("schedule"))
        items: dict[str, str] = {}
        for item in map(_object, _list(said.get("timeItems"))):
            kind, value = _text(item.get("itemType")), _text(item.get("itemValue"))
            if kind and value:
                items[kind] = value
        day_text = _text(own.get("scheduledDate")) or items.get(DAY) or _text(said.get("endDate"))
        time_text = _text(own.get("scheduledTime")) or items.get(KICKOFF)
        moment = read_moment(day_text) if day_text else None
        if day_text and moment is None:
            self.gathering.say(
                phrase("result_files.no_day", text=shortened(day_text)), piece.line, where="scheduledDate"
            )
        clock = read_kickoff(time_text.rpartition("T")[2]) if time_text else None
        venue = _text(own.get("venueId")) or items.get(VENUE)
        return (
            moment[0] if moment else None,
            clock[0] if clock else None,
            self.venues.get(venue) if venue else None,
        )


def _draws(record: Piece) -> Iterator[_Draw]:
    """Give the draws of a record; matchUps that lie outside all draws are one of their own."""
    found = [
        _Draw(event.members, draw.members, list(_structures(draw, None, {})))
        for event in record.pieces("events")
        for draw in event.pieces("drawDefinitions")
    ]
    loose = list(record.pieces("matchUps"))
    if loose:
        found.append(_Draw({}, {}, [_Structure({}, loose)]))
    for draw in found:
        draw.has_siblings = len(found) > 1
        yield draw


def _structures(piece: Piece, outer: _Structure | None, seeds: Mapping[str, int]) -> Iterator[_Structure]:
    """Give the structures in a draw, or in a structure; matchUps of a draw itself are a structure without a name."""
    if outer is None and piece.lists.get("matchUps"):
        yield _Structure({}, piece.lists["matchUps"])
    for each in piece.pieces("structures"):
        own = {**seeds, **dict(_seeds(each))}
        structure = _Structure(each.members, each.lists.get("matchUps", ()), dict(_placed(each)), own, outer)
        if structure.matches or structure.positions:
            yield structure
        yield from _structures(each, structure, own)


def _placed(structure: Piece) -> Iterator[tuple[int, str | None]]:
    for each in structure.pieces("positionAssignments"):
        position, id_ = _number(each.members.get("drawPosition")), _text(each.members.get("participantId"))
        if position is not None and (id_ is not None or each.members.get("bye") is True):
            yield position, id_


def _seeds(structure: Piece) -> Iterator[tuple[str, int]]:
    for each in structure.pieces("seedAssignments"):
        id_, seed = _text(each.members.get("participantId")), _number(each.members.get("seedNumber"))
        if id_ is not None and seed is not None:
            yield id_, seed


def _positions(piece: Piece) -> list[int]:
    listed = _list(piece.members.get("drawPositions"))
    return [position for each in listed if (position := _number(each)) is not None]


def _round(piece: Piece) -> int | None:
    number = _number(piece.members.get("roundNumber"))
    return number if number is not None and 0 < number <= MOST_ROUNDS else None


def _last_round(piece: Piece) -> int:
    left = _number(piece.members.get("finishingRound"))
    return (_round(piece) or 0) + (left - 1 if left is not None and 0 < left <= MOST_ROUNDS else 0)


def _sets(said: Mapping[str, Any]) -> tuple[Score, ...]:
    """Return the scores of the sets that were begun."""
    found = []
    for each in map(_object, _list(_object(said.get("score")).get("sets"))):
        games = whole_score(each.get("side1Score"), each.get("side2Score"))
        # A set may be a tie-break alone.
        points = whole_score(each.get("side1TiebreakScore"), each.get("side2TiebreakScore"))
        if (own := games or points) is not None:
            found.append(own)
    return tuple(found)


def _score_of(sets: Sequence[Score]) -> Score | None:
    """Return the score of a match: its only set, or the sets won."""
    if len(sets) < 2:
        return sets[0] if sets else None
    return Score(sum(each.home > each.away for each in sets), sum(each.home < each.away for each in sets))


def _written(said: Mapping[str, Any]) -> str | None:
    return _text(_object(said.get("score")).get("scoreStringSide1"))


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _season(record: Mapping[str, Any]) -> str | None:
    if named := _text(record.get("season")):
        return season_in(named) or named
    first, last = (read_moment(_text(record.get(key)) or "") for key in ("startDate", "endDate"))
    if first is None:
        return None
    return season_of_year(first[0].year, over_the_turn=last is not None and last[0].year > first[0].year)


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else ()


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None

"""JSON of brackets-manager.js: the tables ``participant``, ``stage``, ``group``, ``round``, ``match``, ``match_game``.

The same is in the export of its manager and in the file of its JSON storage. Its shapes are documented as the types of
github.com/Drarig29/brackets-model, in ``src/storage.ts``, ``src/other.ts`` and ``src/input.ts``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from liguilla.errors import Severity
from liguilla.facts import Score, Status
from liguilla.notation.results.contests import Ending, ended, lost_by_both, whole_score
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
from liguilla.words import phrase

__all__ = ["read", "recognises"]

HEAD: Final = 200_000
STAGE: Final = re.compile(r'"stage"\s*:\s*\[')
OTHER: Final = re.compile(r'"(?:participant|group|round|match)"\s*:\s*\[')

TABLES: Final = Shape(leaves=frozenset({"participant", "stage", "group", "round", "match", "match_game"}))
KEYS: Final = {
    "participant": {"id", "tournament_id", "name"},
    "stage": {"id", "tournament_id", "name", "type", "number", "settings"},
    "match": {
        *("id", "stage_id", "group_id", "round_id", "number", "child_count", "status", "opponent1", "opponent2"),
    },
    "match_game": {"id", "stage_id", "parent_id", "number", "status", "opponent1", "opponent2"},
}

SIDES: Final = ("opponent1", "opponent2")
COMPLETED: Final = (4, 5)
MOST_ROUNDS: Final = 24
"""A record with more is none of a bracket: it would be one for millions."""

SECOND_FINAL: Final = "Second final"

NO_MATCH: Final = phrase("result_files.no_record_of_match")

Id = int | str


def recognises(name: str, text: str) -> bool:
    """Return whether a text is an object with a table of stages and another of these tables."""
    head = text[:HEAD].lstrip("\ufeff \t\r\n")
    return head.startswith("{") and STAGE.search(head) is not None and OTHER.search(head) is not None


def read(text: str, file: str) -> ResultsReading:
    """Read a file: each tournament in it, with its stages as headings where there are several."""
    return checked(_Reader(text, file).read(), goals=False)


@dataclass(eq=False, slots=True)
class _Stage:
    """A stage: what its rounds are called follows from how many there are."""

    said: Mapping[str, Any]
    name: str | None
    matches: list[Piece] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)
    rounds: Counter[int] = field(default_factory=Counter)
    """Group → the number of its last round."""
    idle: int = 0
    """How many rounds of the upper bracket come before the first match with two teams."""

    @property
    def kind(self) -> object:
        return self.said.get("type")

    def headings(self, group: int | None, number: int | None, match: int | None) -> tuple[str, ...]:
        """Return what a round is called, by its group and its number in this."""
        if number is None or not 0 < number <= MOST_ROUNDS:
            return ()
        rounds = min(self.rounds[group or 0], MOST_ROUNDS)
        if self.kind == "round_robin":
            return (*((f"Group {group}",) if len(self.groups) > 1 else ()), matchday(number))
        if self.kind == "single_elimination":
            return (round_before_the_end(rounds - number + 1) if group == 1 else THIRD_PLACE,)
        if self.kind == "double_elimination":
            if group == 1:
                return (upper_round(number - self.idle, rounds - self.idle),)
            if group == 2:
                return (lower_round(number - 2 * self.idle, rounds - 2 * self.idle),)
            # In the group of the finals, what has the number 2 in its round is the match of two who lost before them.
            return (THIRD_PLACE if match == 2 else SECOND_FINAL if number > 1 else "Final",)
        return (f"Round {number}",)


class _Reader:
    """A file being read: all tables first, then the tournaments in them."""

    def __init__(self, text: str, file: str) -> None:
        self.json = JSONText(text.removeprefix("\ufeff"))
        self.gathering = Gathering(file)
        self.root = Piece(1)
        self.names: dict[Id, str] = {}
        self.group_numbers: dict[Id, int] = {}
        self.round_numbers: dict[Id, int] = {}
        self.games: dict[Id, list[Mapping[str, Any]]] = {}
        self.won_unbeaten: dict[Id, bool] = {}
        """Whether the first side won the first match of a group: that of the finals has the unbeaten one there."""
        self.counted: Counter[str] = Counter()

    def read(self) -> ResultsReading:
        """Read all of it, or what there is before a fault."""
        try:
            read_piece(self.json, self.root, TABLES)
            if self.json.peek():
                raise BrokenJSONError(self.json.at, "more_after_json")
        except BrokenJSONError as fault:
            rest = self.json.text[self.json.at :].strip()
            message = phrase(f"result_files.{fault.why}", n=len(self.root.lists.get("match", ())))
            self.gathering.unread(self.json.line(fault.at), rest, message)
        self.index()
        found = [self.tournament(stages) for stages in self.stages()]
        for code, n in (+self.counted).items():
            self.gathering.say(phrase(f"result_files.{code}", n=n), severity=Severity.NOTE)
        left = {
            key for name, known in KEYS.items() for row in self.rows(name) for key in row.members if key not in known
        }
        left |= self.root.members.keys()
        if left:
            self.gathering.say(phrase("result_files.keys_left", keys=tuple(sorted(left))), severity=Severity.NOTE)
        reading = self.gathering.reading()
        unread = tuple(line for each in reading.results for line in each.unread)
        first, *others = found or [Results((self.gathering.file,), ())]
        return ResultsReading((replace(first, unread=unread), *others), reading.problems)

    def rows(self, table: str) -> Iterator[Piece]:
        return self.root.pieces(table)

    def index(self) -> None:
        """Note what the rows of the smaller tables say of those that name them."""
        taken: Counter[tuple[object, str]] = Counter()
        for row in self.rows("participant"):
            id_, name = _id(row.members.get("id")), row.members.get("name")
            name = self.gathering.name(name) if isinstance(name, str) else ""
            if id_ is None or not name:
                self.gathering.unread(row.line, row.text, phrase("result_files.no_participant"))
                continue
            inside = _id(row.members.get("tournament_id")), name
            taken[inside] += 1
            if taken[inside] > 1:
                other = f"{name} ({taken[inside]})"
                self.gathering.say(phrase("result_files.participant_twice", name=name, other=other), row.line)
                name = other
            self.names.setdefault(id_, name)
        for table, numbers in (("group", self.group_numbers), ("round", self.round_numbers)):
            for row in self.rows(table):
                id_, number = _id(row.members.get("id")), _number(row.members.get("number"))
                if id_ is not None and number is not None:
                    numbers[id_] = number
        for row in self.rows("match"):
            group = _id(row.members.get("group_id"))
            if group is not None and self.place(row)[1] == 1:
                self.won_unbeaten.setdefault(group, _object(row.members.get("opponent1")).get("result") == "win")
        for row in self.rows("match_game"):
            parent = _id(row.members.get("parent_id"))
            if parent is not None:
                self.games.setdefault(parent, []).append(row.members)

    def stages(self) -> Iterable[list[_Stage]]:
        """Return the stages of each tournament, in their order, with their matches."""
        by_id: dict[Id | None, _Stage] = {}
        for row in self.rows("stage"):
            name = row.members.get("name")
            stage = _Stage(row.members, self.gathering.name(name) if isinstance(name, str) else None)
            by_id.setdefault(_id(row.members.get("id")), stage)
        for row in self.rows("match"):
            stage = by_id.setdefault(_id(row.members.get("stage_id")), _Stage({}, None))
            stage.matches.append(row)
            group, number = self.place(row)
            stage.groups.add(group or 0)
            stage.rounds[group or 0] = max(stage.rounds[group or 0], number or 0)
        for row in self.rows("round"):
            stage = by_id.get(_id(row.members.get("stage_id")), _Stage({}, None))
            group = self.group_numbers.get(_id(row.members.get("group_id")) or 0, 0)
            stage.rounds[group] = max(stage.rounds[group], _number(row.members.get("number")) or 0)
        tournaments: dict[Id | None, list[_Stage]] = {}
        for stage in by_id.values():
            stage.idle = self.idle_rounds(stage)
            tournaments.setdefault(_id(stage.said.get("tournament_id")), []).append(stage)
        for stages in tournaments.values():
            stages.sort(key=lambda stage: _number(stage.said.get("number")) or 0)
        return tournaments.values()

    def place(self, row: Piece) -> tuple[int | None, int | None]:
        """Return the numbers of the group and round of a match."""
        group, round_ = _id(row.members.get("group_id")), _id(row.members.get("round_id"))
        return (
            self.group_numbers.get(group) if group is not None else None,
            self.round_numbers.get(round_) if round_ is not None else None,
        )

    def idle_rounds(self, stage: _Stage) -> int:
        """Return how many rounds come before the first in which two can meet: a bracket may be far too large."""
        meeting = [
            number
            for row in stage.matches
            for group, number in (self.place(row),)
            if group == 1 and number and all(row.members.get(side) is not None for side in SIDES)
        ]
        return min(meeting, default=1) - 1

    # ------------------------------------------------------------------------------------------- a tournament

    def tournament(self, stages: list[_Stage]) -> Results:
        """Return what is recorded of a tournament."""
        names = [stage.name for stage in stages if stage.name]
        matches: list[RecordedMatch] = []
        byes: list[RecordedBye] = []
        for stage in stages:
            for row in stage.matches:
                group, number = self.place(row)
                headings = stage.headings(group, number, _number(row.members.get("number")))
                if len(stages) > 1 and stage.name:
                    headings = (stage.name, *headings)
                matches += self.match(row, headings)
                byes += self.bye(row, headings)
        seeds = self.seeds(stages[0])
        known = {name: {"seed": str(seed)} for name, seed in sorted(seeds.items(), key=lambda each: each[1])}
        for match in matches:
            for team in match.teams:
                known.setdefault(team, {})
        return Results(
            (self.gathering.file,),
            tuple(matches),
            competition=" – ".join(names) or None,
            team_facts=known,
            byes=tuple(byes),
            lines=self.lines(stages[0]) if len(stages) == 1 else (),
        )

    def seeds(self, stage: _Stage) -> Mapping[str, int]:
        """Return the seeds of teams: where those come from who stand in the first round, or in any of a round robin."""
        found: dict[str, int] = {}
        for row in stage.matches:
            if stage.kind == "round_robin" or self.place(row) == (1, 1):
                names, said = self.opponents(row)
                for name, each in zip(names, said, strict=True):
                    seed = _number(each.get("position"))
                    if name is not None and seed is not None:
                        found.setdefault(name, seed)
        return found

    def lines(self, stage: _Stage) -> tuple[str | None, ...]:
        """Return the lines of a bracket from top to bottom; none while a place in it is open."""
        rows = [row for row in stage.matches if self.place(row) == (1, 1)]
        if stage.kind == "round_robin":
            return ()
        found: list[str | None] = []
        for row in sorted(rows, key=lambda row: _number(row.members.get("number")) or 0):
            for side, name in zip(SIDES, self.opponents(row)[0], strict=True):
                if name is None and row.members.get(side) is not None:
                    return ()
                found.append(name)
        return tuple(found)

    def opponents(self, row: Piece) -> tuple[list[str | None], list[Mapping[str, Any]]]:
        """Return the names of the two sides, None for one that isn't determined, and what is said of each."""
        said: list[Mapping[str, Any]] = [_object(row.members.get(side)) for side in SIDES]
        ids = [_id(each.get("id")) for each in said]
        return [self.names.get(id_) if id_ is not None else None for id_ in ids], said

    def bye(self, row: Piece, headings: tuple[str, ...]) -> Iterator[RecordedBye]:
        """Give the bye that a match is, if nobody stands on one of its sides."""
        teams = [name for name in self.opponents(row)[0] if name is not None]
        if len(teams) == 1 and any(row.members.get(side, "") is None for side in SIDES):
            yield RecordedBye(self.gathering.origin(row.line), teams[0], headings)

    def match(self, row: Piece, headings: tuple[str, ...]) -> Iterator[RecordedMatch]:
        """Give a match, if both sides are known."""
        (home, away), said = self.opponents(row)
        unknown = [id_ for each in said if (id_ := _id(each.get("id"))) is not None and id_ not in self.names]
        if not row.members or unknown:
            message = phrase("result_files.unknown_participant", id=str(unknown[0])) if unknown else NO_MATCH
            self.gathering.unread(row.line, row.text, message)
        elif self.is_needless(row, headings):
            self.counted["needless_final"] += 1
        elif home is not None and away is not None:
            games = self.scores_of_games(row.members.get("id"))
            self.counted["made_of_games"] += bool(games)
            yield RecordedMatch(
                self.gathering.origin(row.line),
                home,
                away,
                headings,
                games=games,
                **self.ending(row, (home, away), said),
            )

    def is_needless(self, row: Piece, headings: tuple[str, ...]) -> bool:
        """Return whether a match is a second final that nobody played, since the unbeaten finalist won the first."""
        if headings[-1:] != (SECOND_FINAL,) or any("result" in said for said in self.opponents(row)[1]):
            return False
        group = _id(row.members.get("group_id"))
        return group is not None and self.won_unbeaten.get(group, False)

    def ending(self, row: Piece, teams: tuple[str, str], said: Sequence[Mapping[str, Any]]) -> Ending:
        """Return how a match ended, or that it didn't yet."""
        scores = [each.get("score") for each in said]
        score = whole_score(*scores)
        forfeits = [each.get("forfeit") is True for each in said]
        results = [each.get("result") for each in said]
        if all(forfeits):
            return lost_by_both()
        if any(forfeits):
            self.counted["won_without_score"] += 1
            return ended(teams, 1 - forfeits.index(True), score, played=False)
        if results.count("win") == 1 or results.count("loss") == 1:
            winner = results.index("win") if "win" in results else 1 - results.index("loss")
            if any(each is not None for each in scores) and score is None:
                self.gathering.say(phrase("result_files.score_not_whole", text=_shown(scores)), row.line)
            found = ended(teams, winner, score)
            self.counted["won_without_score"] += "awarded" in found
            return found
        if "draw" in results or _number(row.members.get("status")) in COMPLETED:
            return {"status": Status.PLAYED if score is not None else Status.SCHEDULED, "score": score}
        if score is not None:
            self.counted["still_running"] += 1
        return {"note": str(score) if score is not None else None}

    def scores_of_games(self, match: object) -> tuple[Score, ...]:
        """Return the scores of the games of a match that were played; none where one of them has no score."""
        id_ = _id(match)
        rows = self.games.get(id_, []) if id_ is not None else []
        found: list[Score] = []
        for said in sorted(rows, key=lambda each: _number(each.get("number")) or 0):
            sides = [_object(said.get(side)) for side in SIDES]
            if any(each.get("result") is not None or each.get("forfeit") is True for each in sides):
                score = whole_score(*(each.get("score") for each in sides))
                if score is None:
                    return ()
                found.append(score)
        return tuple(found)


def _shown(scores: Sequence[object]) -> str:
    return " - ".join(str(each)[:20] for each in scores)


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _id(value: object) -> Id | None:
    return value if isinstance(value, int | str) and not isinstance(value, bool) else None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None

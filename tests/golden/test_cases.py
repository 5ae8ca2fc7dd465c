"""Small cases an official can check by hand: rules, results, and the table and ties that follow.

A case is a text file ``<competition>/<season and article>.case.txt`` of sections: ``rules``, ``teams`` (with what must
be known of each), ``results STAGE`` or ``results STAGE.ROUND``, ``decisions``, and ``expected``. All but the last are
written by hand; ``UPDATE_GOLDEN=1 pytest tests/golden`` writes that anew, and the difference is reviewed as text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from liguilla.engine import BoxesResult, Decided, KnockoutResult, Place, RankedResult, State, TieResult, play, problems
from liguilla.facts import Decision, DrawnBall, Facts, Lots, Match, Team, TeamFact
from liguilla.formats import Format, read_format
from liguilla.notation import FormatFiles
from liguilla.words import say
from tests.playing import Shelf, matches, told

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.case.txt"))


class Library(Shelf):
    """The formats of a case, then those that ship with Liguilla."""

    def text(self, name: str) -> str | None:
        return self.texts.get(name) or FormatFiles().text(name)

    def beside(self, name: str, file: str) -> str | None:
        return FormatFiles().beside(name, file)


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.name.removesuffix('.case.txt')}")
def test_what_follows_is_what_the_case_expects(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    before, _, expected = text.partition("\nexpected\n")
    state = play_case(before)
    assert [problem.text() for problem in problems(state) if "is not known" not in problem.text()] == []
    derived = "".join(f"  {line}\n" if line else "\n" for line in lines_of(state))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(f"{before}\nexpected\n{derived}", encoding="utf-8")
        expected = derived
    assert derived == expected


# ------------------------------------------------------------------------------------------------ reading a case


def play_case(text: str) -> State:
    """Play the rules, teams, results and decisions of a case."""
    sections: dict[str, str] = {}
    name = "head"
    for line in text.splitlines():
        if re.match(r"[a-z]", line) and not line.startswith(("source:", "note:")):
            name = line.strip()
        else:
            sections[name] = sections.get(name, "") + line + "\n"
    rules = {
        key.partition(" ")[2] or "rules": dedent(each) for key, each in sections.items() if key.startswith("rules")
    }
    format_: Format = read_format("rules", Library(rules))
    found: list[Match] = []
    for key, each in sections.items():
        if key.startswith("results"):
            found += matches(key.partition(" ")[2], each)
    teams = tuple(_team(line) for line in sections["teams"].splitlines() if line.strip())
    decisions = tuple(_decision(line.strip()) for line in sections.get("decisions", "").splitlines() if line.strip())
    return play(format_, Facts(teams=teams, matches=tuple(found), decisions=decisions))


def _team(line: str) -> Team:
    name, *facts = (part.strip() for part in line.split("|"))
    return Team(name, facts=dict(fact.split("=") for fact in facts))  # type: ignore[misc]


def _decision(line: str) -> Decision:
    kind, _, rest = line.partition(" ")
    where, _, what = rest.partition(": ")
    stage, _, round_ = where.partition(".")
    match kind:
        case "lots":
            return Lots(stage=stage, round=round_ or None, teams=tuple(what.split(", ")))
        case "ball":
            box, _, team = what.partition(" ")
            return DrawnBall(stage=stage, box=box, team=team)
        case "fact":
            fact, _, value = what.partition("=")
            return TeamFact(team=where, fact=fact, value=value)
    raise AssertionError(line)


# --------------------------------------------------------------------------------------------- what follows, as text


def lines_of(state: State) -> Iterator[str]:
    """Give what follows, line by line: tables, boxes, ties, outcomes."""
    for id_, result in state.stages.items():
        if isinstance(result, RankedResult):
            for standing in result.standings:
                yield id_ if standing.label is None else f"{id_} {standing.label}"
                for row in standing.rows:
                    record = row.record
                    won = f"{record.won}-{record.drawn}-{record.lost}"
                    goals = f"{record.goals_for}:{record.goals_against}"
                    why = f"  {say(row.reason)}" if row.reason is not None else ""
                    figures = f"{record.played:>2} {won:<7} {goals:<6} {row.points!s:>3}"
                    yield f"{row.position:>2} {row.team:<16} {figures}{why}".rstrip()
        elif isinstance(result, BoxesResult):
            yield id_
            yield from (
                f"{label}: {', '.join(_place(place) for place in found)}" for label, found in result.boxes.items()
            )
        elif isinstance(result, KnockoutResult):
            yield id_
            for round_ in result.rounds:
                yield from (f"{round_.round.id}: {_place(bye)} goes on" for bye in round_.byes)
                yield from (f"{tie.id}: {_tie(tie)}" for tie in round_.ties)
        yield ""
    for id_, outcome in state.outcomes.items():
        yield f"{id_}: {', '.join(_place(place) for place in outcome.places)}"


def _tie(tie: TieResult) -> str:
    if tie.reason is None:
        return _place(tie.winner)
    teams = (
        _place(team) + (f" ({seed})" if seed is not None else "")
        for team, seed in zip(tie.teams, tie.seeds, strict=True)
    )
    return f"{' - '.join(teams)}: {say(tie.reason)}"


def _place(place: Place) -> str:
    return place.team if isinstance(place, Decided) else told(place)

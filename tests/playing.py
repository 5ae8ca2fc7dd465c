"""A kit for tests that read like regulations.

Rules are written as a format file has them, results in words, and what follows is read back in short lines:

>>> state = league("points, goal_difference", "Necaxa 2-1 Neza", "Neza 1-0 Tecos", "Tecos 1-0 Necaxa")
>>> table(state)
['1 Necaxa', '2 Neza', '2 Tecos']
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from textwrap import dedent, indent

from liguilla.engine import (
    BoxesResult,
    Decided,
    Place,
    RankedResult,
    Standing,
    State,
    TieResult,
    Unresolved,
    Void,
    Waiting,
    play,
    problems,
)
from liguilla.facts import Decision, Facts, Match, Score, Status, Team
from liguilla.formats import Format, read_format
from liguilla.words import say

__all__ = [
    "Lines",
    "Names",
    "Results",
    "Shelf",
    "boxes",
    "cup",
    "facts_of",
    "hosts",
    "is_complete",
    "league",
    "matches",
    "outcome",
    "places",
    "played",
    "points",
    "problems_of",
    "reasons",
    "rules",
    "standing",
    "table",
    "teams",
    "ties",
    "told",
    "unresolved",
    "void",
    "waiting",
]

Names = str | Mapping[str, Mapping[str, str]]
"""Teams: names with spaces, or commas, between them; or each name with what is known of the team."""

Lines = str | Iterable[str]
"""Results in words, line by line or one by one."""

Results = Mapping[str, Lines]
"""Results by ``stage``, or by ``stage.round`` of a knock-out."""

THREE_POINTS = "{win: 3, draw: 1, loss: 0}"


# ------------------------------------------------------------------------------------------------------- the rules


@dataclass(frozen=True)
class Shelf:
    """A loader of formats that are written in a test."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        return self.texts.get(name)

    def file(self, name: str) -> str:
        return f"{name}.yaml"

    def names(self) -> tuple[str, ...]:
        return tuple(self.texts)

    def beside(self, name: str, file: str) -> str | None:
        return self.texts.get(file)


def rules(text: str, **others: str) -> Format:
    """Read rules as they are written; `others` are formats that they name. A title and a source need not be given."""
    return read_format("rules", Shelf({name: _whole(each) for name, each in {"rules": text, **others}.items()}))


def _whole(text: str) -> str:
    text = dedent(text).strip() + "\n"
    head = {"name": "Rules", "source": "made up for a test", "points": THREE_POINTS}
    given = {line.partition(":")[0] for line in text.splitlines()}
    return "".join(f"{key}: {value}\n" for key, value in head.items() if key not in given) + text


# ------------------------------------------------------------------------------------------------------- the facts

_RESULT = re.compile(
    r"(?:(?P<id>[\w.-]+): )?(?:(?P<date>\d{4}-\d\d-\d\d) )?"
    r"(?P<home>.+?) (?:(?P<score>\d+-\d+)|v) (?P<away>.+?)(?: \((?P<more>[^)]*)\))?"
)
_MORE = re.compile(r"(?P<score>\d+-\d+) (?P<kind>aet|pens)|(?P<winner>.+) on pens|(?P<status>[a-z]+)")


def matches(where: str, results: Lines) -> tuple[Match, ...]:
    """Return matches of a ``stage`` or of a ``stage.round``, from results in words.

    ``Necaxa 2-1 Neza`` · ``Necaxa v Neza`` · ``Necaxa 1-1 Neza (2-1 aet)`` · ``… (1-1 aet, 4-3 pens)`` ·
    ``… (Neza on pens)`` · ``… (postponed)``, ``(abandoned)``, ``(cancelled)``. A date, and before it an id with a
    colon, may stand before the teams: ``M7: 2012-11-18 Necaxa 2-1 Neza``.
    """
    stage, _, round_ = where.partition(".")
    lines = results.splitlines() if isinstance(results, str) else results
    return tuple(
        _match(f"{where}.{number}", stage, round_ or None, line)
        for number, line in enumerate(filter(None, map(str.strip, lines)), 1)
    )


def _match(id_: str, stage: str, round_: str | None, line: str) -> Match:
    found = _RESULT.fullmatch(line)
    assert found, f"not a result: {line}"
    score = _score(found["score"])
    status, extra_time, kicks, winner = Status.SCHEDULED if score is None else Status.PLAYED, None, None, None
    for part in (found["more"] or "").split(", ") if found["more"] else ():
        more = _MORE.fullmatch(part)
        assert more, f"not understood: {part}"
        if more["kind"] == "aet":
            extra_time = _score(more["score"])
        elif more["kind"] == "pens":
            kicks = _score(more["score"])
        elif more["winner"]:
            winner = more["winner"]
        else:
            status = Status(more["status"])
    return Match(
        id=found["id"] or id_,
        stage=stage,
        round=round_,
        home=found["home"],
        away=found["away"],
        date=date.fromisoformat(found["date"]) if found["date"] else None,
        status=status,
        score=score,
        extra_time=extra_time,
        kicks=kicks,
        kicks_won_by=winner,
    )


def _score(text: str | None) -> Score | None:
    return Score(*map(int, text.split("-"))) if text else None


def teams(names: Names) -> tuple[Team, ...]:
    """Return teams, in the order of entry."""
    if isinstance(names, str):
        return tuple(Team(name.strip()) for name in (names.split(",") if "," in names else names.split()))
    return tuple(Team(name, facts=dict(known)) for name, known in names.items())


def facts_of(
    names: Names, results: Results, *decisions: Decision, tournaments: Mapping[str, Facts] | None = None
) -> Facts:
    """Return the facts of a competition."""
    return Facts(
        teams=teams(names),
        matches=tuple(match for where, lines in results.items() for match in matches(where, lines)),
        decisions=decisions,
        tournaments=tournaments or {},
    )


# ------------------------------------------------------------------------------------------------------ playing them


def played(
    format_: Format | str, names: Names, results: Results, *decisions: Decision, as_of: date | None = None
) -> State:
    """Play these rules with these facts."""
    format_ = rules(format_) if isinstance(format_, str) else format_
    return play(format_, facts_of(names, results, *decisions), as_of=as_of)


def league(
    rank_by: str,
    *results: str,
    names: Names | None = None,
    decisions: Iterable[Decision] = (),
    more: str = "",
    stage: str = "fixtures: {by: list}",
) -> State:
    """Play a league whose id is ``table`` and whose matches are the results; it is complete when these are.

    Parameters
    ----------
    rank_by
        The steps, as they stand between the brackets of a list in the format.
    names
        The teams; if not given, those of the results, in the order of the alphabet.
    more, stage
        More keys of the format, and of the stage.
    """
    found = matches("table", results)
    if names is None:
        names = ",".join(sorted({team for match in found for team in match.teams}))
    format_ = rules(
        dedent(more).strip()
        + f"\nstages:\n  - id: table\n    kind: league\n{indent(dedent(stage).strip(), '    ')}"
        + f"\n    rank_by: [{rank_by}]\noutcomes: {{champion: table 1}}\n"
    )
    return played(format_, names, {"table": results}, *decisions)


def cup(keys: str, entrants: Names, *decisions: Decision, **results: Lines) -> State:
    """Play a knock-out whose id is ``cup`` and which the teams enter in the order given, which is that of their seeds.

    `results` are those of its rounds.
    """
    format_ = rules(
        f"stages:\n  - id: cup\n    kind: knockout\n    entrants: teams\n{indent(dedent(keys).strip(), '    ')}\n"
        "outcomes: {}\n"
    )
    return played(format_, entrants, {f"cup.{round_}": lines for round_, lines in results.items()}, *decisions)


# ------------------------------------------------------------------------------------------------- what follows


def told(place: Place, language: str = "en") -> str:
    """Say a place in short: a team, ``? what it waits for``, ``A/B: why they are level``, ``- why it is void``."""
    match place:
        case Decided(team=team):
            return team
        case Waiting(what=what):
            return f"? {say(what, language)}"
        case Unresolved(among=among, why=why):
            return f"{'/'.join(sorted(among))}: {say(why, language)}"
        case Void(why=why):
            return f"- {say(why, language)}"


def _name(place: Place) -> str:
    return told(place) if isinstance(place, Decided) else told(place).partition(":")[0].split(" ")[0]


def standing(state: State, stage: str = "table", group: str | None = None) -> Standing:
    """Return one group of a league or table, or the whole of one without groups."""
    return next(each for each in state.ranked(stage).standings if each.label == group)


def table(state: State, stage: str = "table", group: str | None = None) -> list[str]:
    """Return the rows of a table: position, team, and the step that put it there among level teams."""
    return [
        f"{row.position} {row.team}" + (f" ({row.decided_by})" if row.decided_by else "")
        for row in standing(state, stage, group).rows
    ]


def points(state: State, stage: str = "table", group: str | None = None) -> dict[str, str]:
    """Return the points of each team, in the order of the table."""
    return {row.team: str(row.points) for row in standing(state, stage, group).rows}


def places(state: State, stage: str = "table", group: str | None = None, language: str = "en") -> list[str]:
    """Return the places of a league or table, best first."""
    return [told(place, language) for place in standing(state, stage, group).places]


def ties(state: State, round_: str, stage: str = "cup", group: str | None = None) -> list[str]:
    """Return the ties of a round: seeds and teams, then the winner and the step, or what is missing."""
    return [_tie(tie) for tie in state.round(stage, round_, group).ties]


def _tie(tie: TieResult) -> str:
    pair = " - ".join(
        f"{seed} {_name(team)}" if seed is not None else _name(team)
        for seed, team in zip(tie.seeds, tie.teams, strict=True)
    )
    return f"{pair}: {told(tie.winner)}" + (f" ({tie.decided_by})" if tie.decided_by else "")


def hosts(state: State, round_: str, stage: str = "cup", group: str | None = None) -> list[str]:
    """Return who is at home by the rules in each tie of a round, leg by leg; ``neutral`` where nobody is."""
    return [
        ", ".join("neutral" if leg.home is None else told(leg.home) for leg in tie.legs)
        for tie in state.round(stage, round_, group).ties
    ]


def reasons(state: State, round_: str, language: str = "en", stage: str = "cup") -> list[str]:
    """Return why the winners of a round go on."""
    return [say(tie.reason, language) for tie in state.round(stage, round_).ties if tie.reason is not None]


def boxes(state: State, stage: str) -> dict[str, list[str]]:
    """Return the places in each box of a draw or lookup."""
    result = state.stages[stage]
    assert isinstance(result, BoxesResult)
    return {label: [told(place) for place in found] for label, found in result.boxes.items()}


def outcome(state: State, name: str, language: str = "en") -> str | list[str]:
    """Return who fills an outcome: a text for one place, a list for several."""
    result = state.outcomes[name]
    found = [told(place, language) for place in result.places]
    return found[0] if result.single else found


def problems_of(state: State, language: str = "en") -> list[str]:
    """Return what is wrong with the facts, in words."""
    return [problem.text(language) for problem in problems(state)]


def waiting(state: State, language: str = "en") -> list[str]:
    """Return where places wait, and for what."""
    return [f"{each.where}: {say(each.why, language)}" for each in state.waiting()]


def unresolved(state: State, language: str = "en") -> list[str]:
    """Return where places are unresolved, and what would settle it."""
    return [f"{each.where}: {say(each.why, language)}" for each in state.unresolved()]


def void(state: State, language: str = "en") -> list[str]:
    """Return the places that don't exist, and why."""
    return [f"{each.where}: {say(each.why, language)}" for each in state.void()]


def is_complete(state: State, stage: str = "table") -> bool:
    """Return whether a league or table is complete."""
    result = state.stages[stage]
    assert isinstance(result, RankedResult)
    return all(each.complete for each in result.standings)

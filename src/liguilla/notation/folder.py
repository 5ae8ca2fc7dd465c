"""Our own folder: which file holds which facts, and what its columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Final

from liguilla.facts import (
    Appearance,
    Card,
    Dispute,
    Goal,
    Ground,
    Kick,
    Match,
    Membership,
    Person,
    PublishedOutcome,
    PublishedRow,
    PublishedScorer,
    SeasonTotal,
    Source,
    Status,
    Tally,
    Team,
)
from liguilla.notation.cells import UnreadableError, one_of
from liguilla.notation.decisions import DecisionLayout
from liguilla.notation.layouts import UNWRITTEN, Fault, Layout, RecordLayout, Values
from liguilla.words import phrase

__all__ = [
    "COMPETITION",
    "OUTCOMES",
    "PUBLISHED",
    "PUBLISHED_LAYOUTS",
    "SCORERS",
    "SHEETS",
    "PublishedName",
    "SheetFile",
]

COMPETITION: Final = "competition.yaml"
PUBLISHED: Final = "published"
"""The folder of what others published."""

MATCH_FIELDS: Final = tuple(field.name for field in fields(Match) if field.name not in UNWRITTEN)


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A file of rows.

    Attributes
    ----------
    name
        Of the file.
    facts
        The field of `Facts` that its rows are.
    layout
        Its columns.
    inherited
        Whether a tournament without such a file has that of its season.
    key
        The column by which other rows refer to its rows.
    """

    name: str
    facts: str
    layout: Layout
    inherited: bool = False
    key: str | None = None


def _settled_match(values: Values) -> Iterator[Fault]:
    """Fill in the status of a match that has none: a match with a score was played."""
    values.setdefault("status", Status.PLAYED if "home_score" in values else Status.SCHEDULED)
    if "home" in values and values["home"] == values.get("away"):
        yield "away", phrase("notation.against_itself", team=values["home"])
    for name in sorted(values.get("assumed", ())):
        try:
            one_of(name, MATCH_FIELDS)
        except UnreadableError as fault:
            yield "assumed", fault.message


def _whole_total(values: Values) -> Iterator[Fault]:
    """Check that the matches of a season add up, where it is known how all of them ended."""
    parts = [values[name] for name in ("won", "drawn", "lost") if name in values]
    if len(parts) == 3 and sum(parts) != values["played"]:
        yield "played", phrase("notation.matches_dont_add_up", n=values["played"], sum=sum(parts))


SHEETS: Final = (
    SheetFile("teams.csv", "teams", RecordLayout(Team), inherited=True, key="name"),
    SheetFile("people.csv", "people", RecordLayout(Person), inherited=True, key="name"),
    SheetFile("grounds.csv", "grounds", RecordLayout(Ground), inherited=True, key="name"),
    SheetFile("sources.csv", "sources", RecordLayout(Source), inherited=True, key="id"),
    SheetFile("squads.csv", "squads", RecordLayout(Membership)),
    SheetFile(
        "matches.csv",
        "matches",
        RecordLayout(Match, ("id", "stage", "round", "matchday", "date", "kickoff", "zone"), settle=_settled_match),
        key="id",
    ),
    SheetFile("goals.csv", "goals", RecordLayout(Goal)),
    SheetFile("cards.csv", "cards", RecordLayout(Card, ("match", "team", "person"))),
    SheetFile("appearances.csv", "appearances", RecordLayout(Appearance)),
    SheetFile("kicks.csv", "kicks", RecordLayout(Kick, ("match", "team", "person"))),
    SheetFile("tallies.csv", "tallies", RecordLayout(Tally)),
    SheetFile("decisions.csv", "decisions", DecisionLayout()),
    SheetFile("season_totals.csv", "season_totals", RecordLayout(SeasonTotal, settle=_whole_total)),
    SheetFile("disputes.csv", "disputes", RecordLayout(Dispute, ("subject", "about"))),
)
"""The files of rows in a folder, those that others refer to first."""

SCORERS: Final = "scorers"
OUTCOMES: Final = "outcomes"

PUBLISHED_LAYOUTS: Final[Mapping[str, RecordLayout]] = {
    "<stage>": RecordLayout(PublishedRow),
    SCORERS: RecordLayout(PublishedScorer),
    OUTCOMES: RecordLayout(PublishedOutcome),
}
"""The columns of a published file, by what it is; one that is nothing else is a table of the stage it is called by."""


@dataclass(frozen=True, slots=True, order=True)
class PublishedName:
    """What the name of a published file says: ``table.seed.csv`` is a table of the stage ``table``, from ``seed``.

    ``scorers.seed.csv`` is a list of scorers, ``outcomes.csv`` the outcomes; who published it may be left out.
    """

    what: str
    source: str = ""

    def __str__(self) -> str:
        return ".".join(part for part in (self.what, self.source, "csv") if part)

    @classmethod
    def read(cls, name: str) -> PublishedName | None:
        """Return what a file's name says; None if it isn't the name of a published file."""
        found = re.fullmatch(r"([\w-]+)(?:\.([\w-]+))?\.csv", name)
        return cls(found[1], found[2] or "") if found else None

    @property
    def layout(self) -> RecordLayout:
        """The columns of the file."""
        return PUBLISHED_LAYOUTS.get(self.what, PUBLISHED_LAYOUTS["<stage>"])

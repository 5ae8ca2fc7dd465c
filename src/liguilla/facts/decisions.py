"""What was decided off the pitch. Each decision has a date, a reason and a source of its own.

Chance enters here too: lots and draws are decisions somebody witnessed.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from liguilla.errors import Origin
from liguilla.facts.matches import Score

__all__ = [
    "Annulment",
    "Award",
    "Bye",
    "Closing",
    "Decision",
    "Deduction",
    "DrawnBall",
    "Exclusion",
    "Host",
    "Lots",
    "OutcomeElsewhere",
    "Pairing",
    "TeamFact",
    "TieAward",
    "WindowStart",
    "Withdrawal",
    "WithdrawalRule",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What all decisions share. A decision without a date was always known."""

    date: dt.date | None = None
    reason: str | None = None
    source: str | None = None
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction(Decision):
    """Points given to a team in a stage; negative when they are taken away, as they mostly are."""

    stage: str
    team: str
    points: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Decision):
    """A match's result by decision; also of one that was abandoned, and then with the score that stands.

    Attributes
    ----------
    score
        Home side first. Without it the format's awarded score is that of `winner`, or against both in `lost_by`.
    winner
        Who gets the points of a win, also where the score alone doesn't say so: a win without goals.
    lost_by
        Both teams, where both have lost; then `score` is what each of them lost by, its own goals first.
    """

    match: str
    score: Score | None = None
    winner: str | None = None
    lost_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annulment(Decision):
    """A match that counts as if it had never been scheduled."""

    match: str


class WithdrawalRule(StrEnum):
    """What becomes of the matches of a team that withdraws."""

    ANNUL = "annul"
    KEEP_PLAYED = "keep_played"
    AWARD_REST = "award_rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Decision):
    """A team leaves a stage, and stands after all that stay. Without a rule here the format's holds."""

    stage: str
    team: str
    rule: WithdrawalRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion(Decision):
    """A team is put last, or at a named place of a stage, and the others move up."""

    stage: str
    team: str
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bye(Decision):
    """A team has no opponent on a matchday, and gets these points for it; without a number here the format's."""

    stage: str
    team: str
    matchday: int | None = None
    points: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lots(Decision):
    """Lots drawn among level teams of a stage (or of a tie, then with its round): the teams, best first."""

    stage: str
    teams: tuple[str, ...]
    round: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBall(Decision):
    """A team drawn into a box; ``order`` is the number of the ball."""

    stage: str
    box: str
    team: str
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing(Decision):
    """Two teams that were drawn or paired to meet in a round; the first of them is the tie's ``first``."""

    stage: str
    round: str
    teams: tuple[str, str]
    order: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Host(Decision):
    """Who is at home in a leg of a tie, where the rules leave it open or it was changed. Legs count from 1."""

    stage: str
    round: str
    teams: tuple[str, str]
    team: str
    leg: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFact(Decision):
    """What was decided about a team (a certificate, that it is barred); it replaces what ``teams.csv`` says."""

    team: str
    fact: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieAward(Decision):
    """The winner of a tie by decision."""

    stage: str
    round: str
    teams: tuple[str, str]
    winner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Decision):
    """A stage is over although not every match of it was played; what was not, counts for nobody."""

    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowStart(Decision):
    """A team's window over several seasons starts again from zero with this season."""

    stage: str
    team: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeElsewhere(Decision):
    """An outcome of another competition that this one uses."""

    competition: str
    outcome: str
    team: str

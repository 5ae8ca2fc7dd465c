"""What follows: tables, brackets, who goes through, outcomes, and why."""

from liguilla.engine.explanations import Explanation, explain_outcome, explain_position, explain_tie
from liguilla.engine.fit import problems
from liguilla.engine.fit_ties import Misfit, misfits
from liguilla.engine.league_matches import Ruled
from liguilla.engine.naming import criterion_name, named, round_name
from liguilla.engine.opponents import Opponents, opponents
from liguilla.engine.places import Decided, Place, PositionOf, Unresolved, Void, Waiting, WinnerOf
from liguilla.engine.play import play
from liguilla.engine.results import (
    FIGURES,
    BoxesResult,
    KnockoutResult,
    Leg,
    OutcomeResult,
    RankedResult,
    RoundResult,
    Row,
    StageResult,
    Standing,
    TieResult,
)
from liguilla.engine.rounds import rounds_for
from liguilla.engine.scorers import Scorer, scorers
from liguilla.engine.sheets import Number, Record
from liguilla.engine.state import Open, State
from liguilla.engine.swiss import ProposedRound, proposed_rounds, unlike_proposed

__all__ = [
    "FIGURES",
    "BoxesResult",
    "Decided",
    "Explanation",
    "KnockoutResult",
    "Leg",
    "Misfit",
    "Number",
    "Open",
    "Opponents",
    "OutcomeResult",
    "Place",
    "PositionOf",
    "ProposedRound",
    "RankedResult",
    "Record",
    "RoundResult",
    "Row",
    "Ruled",
    "Scorer",
    "StageResult",
    "Standing",
    "State",
    "TieResult",
    "Unresolved",
    "Void",
    "Waiting",
    "WinnerOf",
    "criterion_name",
    "explain_outcome",
    "explain_position",
    "explain_tie",
    "misfits",
    "named",
    "opponents",
    "play",
    "problems",
    "proposed_rounds",
    "round_name",
    "rounds_for",
    "scorers",
    "unlike_proposed",
]

"""Which rounds a knock-out has, and what part each of them plays."""

from __future__ import annotations

from typing import Literal, NamedTuple

from liguilla.engine.derivation import Derivation
from liguilla.engine.naming import named
from liguilla.engine.places import Void, Waiting
from liguilla.engine.seeding import entrants, knockout_stage
from liguilla.engine.two_lives import FINAL, two_lives
from liguilla.formats import AsNeeded, Knockout, Played, Round, Selector
from liguilla.words import phrase

__all__ = ["PlannedRound", "plan", "rounds_for"]


class PlannedRound(NamedTuple):
    """A round and its part in the stage.

    Attributes
    ----------
    stage, path
        The id of the stage; and the same with the tournaments it is in.
    fixed
        Its positions follow, two by two, from those of the round before.
    paired_anew
        The next round pairs its survivors by seed.
    ends
        Whose win leaves nothing to go through to: nobody's, everybody's, or that of the first team of the tie.
    waits
        What its ties wait for while their teams aren't known.
    """

    round: Round
    stage: str
    path: str
    fixed: bool
    paired_anew: bool
    ends: Literal["nobody", "everybody", "first"]
    waits: Waiting


def plan(d: Derivation, stage_id: str, group: str | None) -> tuple[PlannedRound, ...]:
    """Return the rounds of a knock-out, in order."""
    stage = knockout_stage(d, stage_id)
    if isinstance(stage.rounds, AsNeeded):
        entered = sum(not isinstance(place, Void) for place in d.ask(entrants, stage_id, group))
        rounds = rounds_for(stage, entered, group)
    else:
        rounds = stage.rounds
    return tuple(
        PlannedRound(
            round_,
            stage_id,
            path=d.full_name(stage_id),
            fixed=number > 0 and _is_fixed(round_),
            paired_anew=number + 1 < len(rounds) and rounds[number + 1].pairing == "reseed",
            ends=_ends(stage, rounds, number),
            waits=Waiting(phrase("engine.teams_of", round=named(round_))),
        )
        for number, round_ in enumerate(rounds)
    )


def rounds_for(stage: Knockout, entered: int, group: str | None = None) -> tuple[Round, ...]:
    """Return the rounds for so many entrants, where the format leaves it to their number; else those it lists."""
    if not isinstance(stage.rounds, AsNeeded):
        return stage.rounds
    if stage.lives == 2 and entered > 1:
        return two_lives(stage, stage.rounds.series, entered, group)
    depth = max((entered - 1).bit_length(), 1)
    ids = {1: FINAL, 2: "semifinals", 3: "quarterfinals"}
    return tuple(
        Round(
            id=ids.get(left, f"round_of_{2**left}"),
            series=stage.rounds.series,
            pairing=stage.rounds.pairing,
            byes=2**depth - entered if left == depth > 1 else 0,
            apart=stage.rounds.apart,
        )
        for left in range(depth, 0, -1)
    )


def _is_fixed(round_: Round) -> bool:
    own = round_.ties or round_.teams is not None or round_.enter is not None or round_.byes or round_.together
    return round_.pairing == "bracket" and not own and round_.when is None


def _ends(stage: Knockout, rounds: tuple[Round, ...], number: int) -> Literal["nobody", "everybody", "first"]:
    if stage.lives == 2 and stage.must_beat_twice and rounds[number].id == FINAL:
        return "first"
    return "nobody" if _leads_on(stage, rounds, number) else "everybody"


def _leads_on(stage: Knockout, rounds: tuple[Round, ...], number: int) -> bool:
    """Return whether winning in a round leads to another round of the stage."""
    later = rounds[number + 1 :]
    if later and later[0].teams is None and not later[0].ties:
        return True
    selectors = [s for r in later for s in (r.teams, r.enter, *(tie.teams for tie in r.ties)) if s is not None]
    return any(_names_winner(selector, stage.id, rounds[number].id) for selector in selectors)


def _names_winner(selector: Selector, stage: str, round_: str) -> bool:
    return any(
        isinstance(term, Played) and (term.side, term.stage, term.round) == ("winner", stage, round_)
        for term in selector.terms
    )

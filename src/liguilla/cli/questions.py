"""What `liguilla explain` is asked, in words: ``final Dorados``, ``champion``, ``opponents Necaxa semifinals``."""

from __future__ import annotations

from collections.abc import Sequence

from liguilla.cli.names import Kind, find_team, find_thing
from liguilla.cli.wrong_usage import WrongUsage
from liguilla.engine import (
    Explanation,
    Opponents,
    State,
    explain_outcome,
    explain_position,
    explain_tie,
    opponents,
)
from liguilla.errors import LiguillaError

__all__ = ["explanation_asked", "opponents_asked"]


def explanation_asked(state: State, words: Sequence[str]) -> Explanation:
    """Return why a team stands where it does in a table, or how far it came in a knock-out; or why an outcome is so.

    Parameters
    ----------
    words
        A table, knock-out or round, and then the team; or an outcome alone.

    Raises
    ------
    WrongUsage
        Where a name means nothing, the team is missing, or it isn't there.
    """
    name, *team = words
    thing = find_thing(name, state, Kind)
    inner = thing.competition(state)
    if thing.kind is Kind.OUTCOME:
        if team:
            raise WrongUsage.because("cli.outcome_of_no_team", name=name)
        return explain_outcome(inner, thing.id)
    if not team:
        raise WrongUsage.because("cli.of_which_team", name=name)
    explained = find_team(" ".join(team), inner)
    try:
        if thing.kind is Kind.TABLE:
            return explain_position(inner, explained, thing.id)
        return explain_tie(inner, thing.id, explained)
    except LiguillaError as error:
        raise WrongUsage(error.problems) from error


def opponents_asked(state: State, words: Sequence[str]) -> Opponents:
    """Return whom a team can still meet in a round.

    Parameters
    ----------
    words
        The team and the round, whichever comes first.

    Raises
    ------
    WrongUsage
        Where a name means nothing, or one of the two is missing.
    """
    if len(words) < 2:
        raise WrongUsage.because("cli.opponents_of_whom")
    round_, team = words[-1], words[:-1]
    if _is_round(words[0], state) and not _is_round(round_, state):
        round_, team = words[0], words[1:]
    thing = find_thing(round_, state, {Kind.ROUND})
    inner = thing.competition(state)
    return opponents(inner, find_team(" ".join(team), inner), thing.id)


def _is_round(word: str, state: State) -> bool:
    try:
        find_thing(word, state, {Kind.ROUND})
    except WrongUsage:
        return False
    return True

"""Names as people type them: of teams, and of the stages, rounds and outcomes of a competition and its tournaments."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import Final, NamedTuple, TypeVar

from liguilla.cli.wrong_usage import WrongUsage
from liguilla.engine import KnockoutResult, RankedResult, State, named, round_name
from liguilla.facts import nearest_name, plain_name, things_called
from liguilla.words import LANGUAGES, Listing, Phrase, Text, phrase, say

__all__ = ["Kind", "Thing", "find_team", "find_thing", "find_word", "no_such"]

T = TypeVar("T", bound=Hashable)

FEW: Final = 12
"""A longer list of what there is doesn't help anyone who is nowhere near."""


class Kind(Enum):
    """What a name may mean."""

    TABLE = auto()
    KNOCKOUT = auto()
    ROUND = auto()
    OUTCOME = auto()


class Thing(NamedTuple):
    """Something of a competition, or of the tournament inside it that a path leads to."""

    kind: Kind
    id: str
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "/".join((*self.path, self.id))

    def competition(self, state: State) -> State:
        """Return the state of the competition it belongs to."""
        for tournament in self.path:
            state = state.tournaments[tournament]
        return state

    def alone(self, state: State) -> State:
        """Return its competition with this stage and nothing else."""
        competition = self.competition(state)
        return replace(competition, stages={self.id: competition.stages[self.id]}, outcomes={}, tournaments={})


def find_team(typed: str, state: State) -> str:
    """Return the name of a team, by this or any other name it has.

    Raises
    ------
    WrongUsage
        With the name that was probably meant.
    """
    return find_word(typed, state.facts.names_of_teams(), "cli.no_team")


def find_thing(typed: str, state: State, kinds: Iterable[Kind]) -> Thing:
    """Return what is called so, by its id or a name in any language; of a tournament, as in ``apertura/final``.

    Raises
    ------
    WrongUsage
        With the names that were probably meant, or those there are.
    """
    wanted = frozenset(kinds)
    things = [(thing, given) for thing, given in _things(state) if thing.kind in wanted]
    known = {str(thing): thing for thing, _ in things}
    for thing, given in things:
        for name in (given, round_name(thing.id)):
            for language in LANGUAGES:
                known.setdefault("/".join((*thing.path, say(name, language))), thing)
    return find_word(typed, known, "cli.no_thing")


def find_word(typed: str, known: Mapping[str, T], unknown: str) -> T:
    """Return what a word means, accents and case aside.

    Parameters
    ----------
    known
        What each name means; the first name of a thing is the one to suggest.
    unknown
        The phrase to complain with.
    """
    meant = things_called(typed, known)
    if len(meant) == 1:
        return meant[0]
    raise no_such(typed, known, unknown)


def no_such(typed: str, known: Mapping[str, Hashable], unknown: str) -> WrongUsage:
    """Return the complaint that a word means nothing, or several things, with what was probably meant."""
    return WrongUsage.because(unknown, name=typed, mend=_mend(typed, known))


def _mend(typed: str, known: Mapping[str, Hashable]) -> Phrase:
    """Suggest what ends like the word typed, as things of a tournament do; or begins like it; or is nearest."""
    first_names: dict[Hashable, str] = {}
    for name, thing in known.items():
        first_names.setdefault(thing, name)
    plain = plain_name(typed)
    near = (
        [name for name in known if plain_name(name).split("/")[-1] == plain.split("/")[-1]]
        or [name for name in known if plain_name(name).startswith(plain) and plain]
        or [name for name in (nearest_name(typed, known),) if name is not None]
    )
    if near:
        return phrase("cli.did_you_mean", names=_quoted(first_names[known[name]] for name in near))
    if 0 < len(first_names) <= FEW:
        return phrase("cli.there_are", names=_quoted(first_names.values()))
    return phrase("cli.nothing_near")


def _quoted(names: Iterable[str]) -> Listing:
    return Listing(tuple(f'"{name}"' for name in dict.fromkeys(names))[:FEW], "or")


def _things(state: State, path: tuple[str, ...] = ()) -> Iterator[tuple[Thing, Text | Phrase]]:
    """Give everything that can be asked about, with the name it has besides its id."""
    for id_, result in state.stages.items():
        if isinstance(result, RankedResult):
            yield Thing(Kind.TABLE, id_, path), named(result.stage)
        elif isinstance(result, KnockoutResult):
            yield Thing(Kind.KNOCKOUT, id_, path), named(result.stage)
            for each in result.rounds:
                yield Thing(Kind.ROUND, each.round.id, path), named(each.round)
    for outcome in state.format.outcomes.values():
        yield Thing(Kind.OUTCOME, outcome.id, path), outcome.name or round_name(outcome.id)
    for tournament, inner in state.tournaments.items():
        yield from _things(inner, (*path, tournament))

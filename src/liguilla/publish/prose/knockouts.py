"""Knock-outs in words: who enters, the rounds and who plays in them, who meets whom, and how ties are decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from liguilla.engine import named
from liguilla.formats import Apart, AsNeeded, Knockout, Round, Series, Tie
from liguilla.publish.prose.conditions import condition
from liguilla.publish.prose.draws import apart
from liguilla.publish.prose.ladders import series
from liguilla.publish.prose.naming import Names, fact_name
from liguilla.publish.prose.places import number_of_verb, one_by_one, teams
from liguilla.publish.prose.sections import Paragraph, Said, listed, stated
from liguilla.publish.prose.tables import groups, seed_order, take_part
from liguilla.words import Listing, Phrase, phrase

__all__ = ["knockout"]

K = TypeVar("K")
T = TypeVar("T")

SEEDED: Final = ("reseed", "bracket")
"""Pairings that go by seed."""

BY_SEED: Final = frozenset({"better_seed", "worse_seed"})
"""Words for hosts, and steps of a ladder, that go by seed."""


def knockout(stage: Knockout, names: Names) -> Iterator[Paragraph]:
    """Give the rules of a knock-out."""
    yield stated(*_entry(stage, names))
    if stage.groups is not None:
        yield groups(stage.id, stage.groups, names)
        yield stated(_seeded_as_listed(stage), phrase("prose.own_rounds"))
    if stage.lives > 1:
        yield stated(*_two_lives(stage))
    if isinstance(stage.rounds, AsNeeded):
        pairing = _Pairing(stage.rounds.pairing, None, stage.rounds.apart)
        yield stated(phrase("prose.rounds_as_needed"), *pairing.told(names, always=True))
        yield stated(*series(stage.rounds.series, names))
        return
    yield _rounds(stage, stage.rounds, names)
    yield from _pairings(stage.rounds, names)
    yield from _decisions(stage.rounds, names)


# --------------------------------------------------------------------------------------------------------- entry


def _entry(stage: Knockout, names: Names) -> Iterator[Said | None]:
    if stage.entrants is not None:
        yield take_part(stage.entrants, names)
        yield _seeded_as_listed(stage) if stage.groups is None else None
    if stage.seeds is not None:
        yield phrase("prose.seeded_by", order=seed_order(stage.seeds, names))
    if stage.winner_takes == "better_seed":
        yield phrase("prose.takes_better")


def _seeded_as_listed(stage: Knockout) -> Phrase | None:
    """Return that seeds follow the list of entrants, where no ranking gives them and something goes by them."""
    return phrase("prose.seeded_as_listed") if stage.seeds is None and _goes_by_seed(stage) else None


def _goes_by_seed(stage: Knockout) -> bool:
    if isinstance(stage.rounds, AsNeeded):
        return stage.rounds.pairing in SEEDED or _is_by_seed(stage.rounds.series)
    return stage.winner_takes == "better_seed" or any(
        (each.pairing in SEEDED and not each.ties) or each.byes or any(map(_is_by_seed, _series_in(each)))
        for each in stage.rounds
    )


def _is_by_seed(told: Series) -> bool:
    return bool(BY_SEED.intersection((*told.hosts, *told.ladder.steps)))


def _two_lives(stage: Knockout) -> Iterator[Said]:
    yield phrase("prose.two_lives")
    yield phrase("prose.beaten_twice" if stage.must_beat_twice else "prose.beaten_once")
    first, *rest = (phrase(f"prose.drop_{word}") for word in stage.drops)
    for each in rest:
        first = phrase("prose.and_then", one=first, other=each)
    yield phrase("prose.drops", n=len(stage.drops), drops=first)


# -------------------------------------------------------------------------------------------------------- rounds


def _rounds(stage: Knockout, rounds: Sequence[Round], names: Names) -> Paragraph:
    if len(rounds) == 1:
        return _round(stage, rounds, 0, names)
    items = (_round(stage, rounds, number, names) for number in range(len(rounds)))
    return listed(phrase("prose.rounds"), items=items)


def _round(stage: Knockout, rounds: Sequence[Round], number: int, names: Names) -> Paragraph:
    """Return who plays in a round."""
    round_ = rounds[number]
    title = named(round_)
    more: list[Said] = []
    if round_.when is not None:
        more.append(phrase("prose.only_if", condition=condition(round_.when, names)))
    more += _byes(round_, by_seed=_has_seeds(stage))
    if round_.source is not None:
        more.append(phrase("prose.source", source=round_.source))
    if not round_.ties:
        playing = Listing(tuple(each for who in _playing(stage, rounds, number, names) for each in _one_by_one(who)))
        return stated(phrase("prose.item", what=title, said=playing), *more)
    if round_.enter is not None:
        more.append(phrase("prose.join", n=number_of_verb(round_.enter, names), teams=teams(round_.enter, names)))
    items = (_tie(each, names) for each in round_.ties)
    if more:
        return listed(phrase("prose.lead", what=title), *more, phrase("prose.ties"), items=items, ordered=False)
    return listed(phrase("prose.ties_of", round=title), items=items, ordered=False)


def _playing(stage: Knockout, rounds: Sequence[Round], number: int, names: Names) -> Iterator[Phrase | Listing]:
    """Give who plays in a round whose ties aren't listed."""
    round_ = rounds[number]
    if round_.teams is not None:
        yield teams(round_.teams, names)
    elif number:
        before = rounds[number - 1]
        yield phrase("prose.winners_of", of=names.round(stage.id, before.id))
        if before.byes:
            yield phrase("prose.those_with_bye")
    elif stage.entrants is not None or stage.groups is not None:
        yield phrase("prose.those_above")
    if round_.enter is not None:
        yield teams(round_.enter, names)


def _one_by_one(who: Phrase | Listing) -> tuple[object, ...]:
    return who.items if isinstance(who, Listing) else (who,)


def _byes(round_: Round, *, by_seed: bool) -> Iterator[Phrase]:
    if round_.byes == "as_needed":
        yield phrase("prose.byes_as_needed")
    elif round_.byes:
        yield phrase("prose.byes" if by_seed else "prose.byes_drawn", n=round_.byes)


def _has_seeds(stage: Knockout) -> bool:
    return stage.entrants is not None or stage.groups is not None or stage.seeds is not None


def _tie(tie: Tie, names: Names) -> Paragraph:
    pair = one_by_one(tie.teams, names)
    who: object = phrase("prose.against", one=pair[0], other=pair[1]) if pair else teams(tie.teams, names)
    only = phrase("prose.only_if", condition=condition(tie.when, names)) if tie.when is not None else None
    source = phrase("prose.source", source=tie.source) if tie.source is not None else None
    return stated(phrase("prose.item", what=names.own_name(tie), said=who), only, source)


# ------------------------------------------------------------------------------- who meets whom, and what decides


@dataclass(frozen=True, slots=True)
class _Pairing:
    """How the teams of a round are paired; rounds that are alike are told together."""

    pairing: str | None = None
    together: str | None = None
    apart: tuple[Apart, ...] = ()

    def told(self, names: Names, *, always: bool) -> Iterator[Said]:
        """Give who meets whom; `always` if it is so in every round."""
        if self.pairing is not None:
            yield phrase(f"prose.pair_{self.pairing}{'_always' if always else ''}")
        if self.together is not None:
            yield phrase("prose.together", fact=fact_name(self.together))
        for rule in self.apart:
            yield from apart(rule, names)


def _pairings(rounds: Sequence[Round], names: Names) -> Iterator[Paragraph]:
    for pairing, those in _alike((_Pairing(each.pairing, each.together, each.apart), each) for each in rounds):
        yield _with_lead(those, rounds, pairing.told(names, always=len(those) == len(rounds) > 1))


def _decisions(rounds: Sequence[Round], names: Names) -> Iterator[Paragraph]:
    """Give how ties are played and decided, with the rounds where it is so; and then single ties that differ."""
    for told, those in _alike((_usual(each), each) for each in rounds):
        yield _with_lead(those, rounds, series(told, names))
    unlike = (
        (told, tie)
        for round_ in rounds
        for tie, told in zip(round_.ties, _series_in(round_), strict=False)
        if told != _usual(round_)
    )
    for told, ties in _alike(unlike):
        yield stated(phrase("prose.lead", what=Listing(tuple(map(names.own_name, ties)))), *series(told, names))


def _alike(things: Iterable[tuple[K, T]]) -> list[tuple[K, list[T]]]:
    """Return what some things have in common, each with those things. Not all that is in a format can be hashed."""
    found: list[tuple[K, list[T]]] = []
    for said, thing in things:
        those = next((those for other, those in found if other == said), None)
        if those is None:
            found.append((said, [thing]))
        else:
            those.append(thing)
    return found


def _with_lead(those: Sequence[Round], rounds: Sequence[Round], said: Iterator[Said]) -> Paragraph:
    """Return a paragraph about some rounds, or about all."""
    paragraph = stated(*said)
    if len(those) == len(rounds) or not paragraph.sentences:
        return paragraph
    return stated(phrase("prose.lead", what=Listing(tuple(map(named, those)))), *paragraph.sentences)


def _series_in(round_: Round) -> tuple[Series, ...]:
    """Return how the ties of a round are played, one by one where they are listed; wherever in the file that stands."""
    found = [each.series for each in round_.ties] or [round_.series]
    return tuple(replace(each, ladder=replace(each.ladder, rule="")) for each in found)


def _usual(round_: Round) -> Series:
    """Return how most ties of a round are played."""
    return Counter(_series_in(round_)).most_common(1)[0][0]

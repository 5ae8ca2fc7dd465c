"""How ties are played and decided: legs, hosts and ladder, which rounds and ties inherit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

from liguilla.formats.ladders import BestOf, Host, HostIn, Ladder, Legs
from liguilla.formats.reading import written
from liguilla.formats.reading.draft import Draft
from liguilla.formats.reading.ladders import check_ladder, read_ladder
from liguilla.formats.reading.nodes import MappingNode, ScalarNode, SequenceNode
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.stage_names import stage_named
from liguilla.formats.reading.structure import shown
from liguilla.formats.stages import Series

__all__ = ["HOSTS", "SeriesKeys", "read_series"]

HostWord = Literal["better_seed", "worse_seed", "first", "second", "neutral", "announced"]
HOSTS: Final[tuple[HostWord, ...]] = get_args(HostWord)

BY_SEED: Final = ("better_seed", "worse_seed")

WITH_A_WINNER: Final = ("shoot_out", "overtime", "lots")
"""Ways to end a single match that always give a winner."""


@dataclass(frozen=True, slots=True)
class SeriesKeys:
    """The keys of a tie, its round and its stage, innermost first, and what has been read of them already."""

    layers: tuple[tuple[written.Series, Spot], ...]
    read: dict[tuple[str, str], Any] = field(default_factory=dict)

    def within(self, keys: written.Series, spot: Spot) -> SeriesKeys:
        """Return those of a round of this stage, or of a tie of this round."""
        return SeriesKeys(((keys, spot), *self.layers), self.read)

    def layer(self, key: str) -> int | None:
        """Return the number of the innermost layer that has this key."""
        return next((i for i, (keys, _) in enumerate(self.layers) if getattr(keys, key) is not None), None)

    def is_lost(self, key: str) -> bool:
        """Tell whether the key that ought to hold here may be a faulty one that was left out."""
        return any(spot[key].silent for _, spot in self.layers[: self.layer(key)])

    def value(self, key: str) -> Any:
        layer = self.layer(key)
        return None if layer is None else getattr(self.layers[layer][0], key)

    def place(self, key: str) -> Spot:
        """Return where a key stands; where it ought to stand, if it stands nowhere."""
        layer = self.layer(key)
        return self.layers[-1 if layer is None else layer][1][key]

    def source(self, key: str) -> str | None:
        """Return the source of the stage, round or tie where a key stands."""
        layer = self.layer(key)
        return None if layer is None else self.layers[layer][0].source

    def place_to_mend(self, key: str, other: str) -> Spot:
        """Return where to say that a key doesn't fit another: at the inner one of the two."""
        layer, of_other = self.layer(key), self.layer(other)
        if of_other is None or (layer is not None and layer <= of_other):
            return self.place(key)
        inner = self.layers[of_other][1]
        return inner[key] if layer is None else inner.pointing_at(inner[other])

    def once(self, key: str, read: Callable[[Spot], Any]) -> Any:
        """Read a key where it stands, but only once, however many inherit it."""
        place = self.place(key)
        part = (key, place.rule)
        if part not in self.read:
            self.read[part] = read(place)
        return self.read[part]


def read_series(draft: Draft, keys: SeriesKeys, *, seeded: bool) -> Series:
    """Read how ties are played and decided, with what is inherited filled in."""
    for key, code in (("hosts", "hosts_missing"), ("decide_by", "ladder_missing")):
        if keys.layer(key) is None and not keys.is_lost(key):
            draft.report.problem(keys.place(key), code)
    legs: Legs | None = keys.once("legs", lambda spot: _legs(draft, keys.value("legs"), spot))
    hosts: tuple[Host, ...] = keys.once("hosts", lambda spot: _hosts(draft, spot))
    ladder: Ladder = keys.once("decide_by", lambda spot: read_ladder(draft, spot, keys.source("decide_by")))
    if not seeded:
        _refuse_seeds(draft, keys, hosts, ladder)
    if legs is None or keys.is_lost("legs"):
        return Series(hosts=hosts, ladder=ladder)
    if not keys.is_lost("hosts"):
        _check_hosts(draft, keys, hosts, legs)
    if not keys.is_lost("decide_by"):
        check_ladder(draft, ladder, legs, keys.place("decide_by"), keys.place_to_mend("decide_by", "legs"))
    each_match = tuple(keys.value("each_match") or ("score",))
    if isinstance(legs, BestOf) and each_match[-1] not in WITH_A_WINNER and not keys.is_lost("each_match"):
        draft.report.problem(keys.place_to_mend("each_match", "legs"), "best_of_without_winner")
    if len(hosts) == 1:
        hosts *= _number(legs)
    return Series(legs=legs, hosts=hosts, ladder=ladder, each_match=each_match)


def _legs(draft: Draft, legs: int | written.BestOf | None, spot: Spot) -> Legs | None:
    """Return the legs, 1 if nothing else is said; None if what is written is none."""
    match legs:
        case None:
            return 1
        case 1 | 2:
            return legs
        case int():
            draft.report.problem(spot, "legs_unknown", number=legs)
        case written.BestOf(best_of=int() as number):
            if number % 2:
                return BestOf(number)
            draft.report.problem(spot, "legs_even")
    return None


def _number(legs: Legs) -> int:
    return legs.number if isinstance(legs, BestOf) else legs


# ------------------------------------------------------------------------------------------------------- hosts


def _hosts(draft: Draft, spot: Spot) -> tuple[Host, ...]:
    places = spot.items if isinstance(spot.node, SequenceNode) else (spot,) if spot.node else ()
    hosts = (_host(draft, at) for at in places)
    return tuple(host for host in hosts if host)


def _host(draft: Draft, spot: Spot) -> Host | None:
    match spot.node:
        case ScalarNode(str() as word):
            for host in HOSTS:
                if host == word:
                    return host
            draft.report.problem(spot, "host_unknown", word=word, near=(word, (*HOSTS, "better_in", "worse_in")))
            return None
        case MappingNode({"better_in": ScalarNode(str() as stage)}, keys) if len(keys) == 1:
            return HostIn(stage_named(draft, stage, spot["better_in"], "hosts"), better=True)
        case MappingNode({"worse_in": ScalarNode(str() as stage)}, keys) if len(keys) == 1:
            return HostIn(stage_named(draft, stage, spot["worse_in"], "hosts"), better=False)
    draft.report.problem(spot, "host_unclear", value=shown(spot.node))
    return None


def _check_hosts(draft: Draft, keys: SeriesKeys, hosts: tuple[Host, ...], legs: Legs) -> None:
    spot, number = keys.place("hosts"), _number(legs)
    as_written = len(spot.items) if isinstance(spot.node, SequenceNode) else 1
    if spot.node is None or spot.incomplete or len(hosts) != as_written:
        return
    # Neutral ground is neutral in every leg.
    if len(hosts) != number and hosts != ("neutral",):
        code = "hosts_for_one_leg" if number == 1 else "hosts_for_legs"
        draft.report.problem(keys.place_to_mend("hosts", "legs"), code, legs=number, n=len(hosts))


def _refuse_seeds(draft: Draft, keys: SeriesKeys, hosts: tuple[Host, ...], ladder: Ladder) -> None:
    """Report what needs seeds in a knock-out that has none."""
    for key, words in (("hosts", hosts), ("decide_by", ladder.steps)):
        word = next((word for word in BY_SEED if word in words), None)
        if word:
            draft.report.problem(keys.place(key), "no_seeds", key=key, word=word)

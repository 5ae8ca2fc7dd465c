"""From the keys of a knock-out to the stage: who plays in a round, how they are paired, whether the numbers fit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from liguilla.formats.reading import written
from liguilla.formats.reading.conditions import condition
from liguilla.formats.reading.draft import Draft
from liguilla.formats.reading.draws import read_apart
from liguilla.formats.reading.groups import read_groups
from liguilla.formats.reading.leagues import read_seeds
from liguilla.formats.reading.outline import Outline, RoundOutline
from liguilla.formats.reading.selectors import Selected, as_text, select
from liguilla.formats.reading.series import SeriesKeys, read_series
from liguilla.formats.reading.spots import Spot
from liguilla.formats.stages import AsNeeded, Knockout, Round, Tie

__all__ = ["outline_rounds", "read_knockout"]

Byes = int | Literal["as_needed"]

LARGEST: Final = 10
"""Rounds of the largest bracket whose rounds have names: one for 1024 teams."""


# ---------------------------------------------------------------------------------------------- names of rounds


def outline_rounds(keys: written.Knockout, outline: Outline) -> None:
    """Note the rounds and ties of a knock-out, in the order of play, before anything in them is read."""
    if isinstance(keys.rounds, str):
        rounds = _two_lives() if keys.lives == 2 else _one_life()
        outline.rounds.update((name, RoundOutline(number, ties)) for number, (name, ties) in enumerate(rounds))
        return
    for number, round_ in enumerate(keys.rounds):
        outline.rounds.setdefault(round_.id, RoundOutline(number))
        for tie in round_.ties or ():
            outline.ties.setdefault(tie.id, round_.id)


def _one_life() -> Iterable[tuple[str, int]]:
    for n in range(LARGEST, 3, -1):
        yield f"round_of_{2**n}", 2 ** (n - 1)
    yield from (("quarterfinals", 4), ("semifinals", 2), ("final", 1))


def _two_lives() -> Iterable[tuple[str, int | None]]:
    yield from ((f"upper_{n}", None) for n in range(1, LARGEST))
    yield "upper_final", 1
    yield from ((f"lower_{n}", None) for n in range(1, 2 * LARGEST - 2))
    yield from (("lower_final", 1), ("final", 1), ("second_final", 1))


# --------------------------------------------------------------------------------------------------- the stage


def read_knockout(draft: Draft, keys: written.Knockout, spot: Spot, outline: Outline) -> Knockout:
    """Read a knock-out."""
    when = condition(draft, keys.when, spot["when"])
    entrants = select(draft, keys.entrants, spot["entrants"]) if keys.entrants is not None else None
    groups = read_groups(draft, keys.groups, spot["groups"], outline, entrants=entrants is not None)
    outline.size = entrants.places if entrants else None
    seeds = read_seeds(draft, keys.seeds, spot["seeds"])
    lost = any(spot[key].silent for key in ("entrants", "groups", "seeds"))
    outline.seeded = lost or any(key is not None for key in (keys.entrants, keys.groups, keys.seeds))
    if keys.winner_takes == "better_seed" and not outline.seeded:
        draft.report.problem(spot["winner_takes"], "winner_takes_no_seeds")
    if isinstance(keys.rounds, str):
        rounds: tuple[Round, ...] | AsNeeded = _as_needed(draft, keys, spot, outline)
    else:
        if keys.lives == 2:
            draft.report.problem(spot["lives"], "two_lives_with_rounds")
        if not keys.rounds and "rounds" in spot and not spot["rounds"].incomplete:
            draft.report.problem(spot["rounds"].as_named(), "empty_list")
        rounds = _Rounds(draft, keys, spot, outline).read()
    return Knockout(
        id=keys.id,
        name=keys.name,
        when=when,
        source=keys.source,
        note=keys.note,
        rounds=rounds,
        entrants=entrants.selector if entrants else None,
        groups=groups,
        seeds=seeds,
        winner_takes=keys.winner_takes,
        lives=keys.lives,
        must_beat_twice=keys.must_beat_twice,
        drops=tuple(keys.drops),
    )


def _as_needed(draft: Draft, keys: written.Knockout, spot: Spot, outline: Outline) -> AsNeeded:
    problem = draft.report.problem
    if keys.lives == 2 and keys.pairing != "bracket":
        problem(spot["pairing"], "two_lives_need_bracket")
    elif keys.pairing in (None, "in_order"):
        problem(spot["pairing"], "as_needed_without_pairing")
    if keys.lives == 2 and not keys.drops:
        problem(spot["drops"], "two_lives_without_drops")
    if keys.entrants is None and keys.groups is None:
        problem(spot["entrants"], "nobody_enters")
    apart = read_apart(draft, keys.apart, spot["apart"])
    series = read_series(draft, SeriesKeys(((keys, spot),)), seeded=outline.seeded)
    pairing = keys.pairing if keys.pairing in ("reseed", "drawn") else "bracket"
    return AsNeeded(series=series, pairing=pairing, apart=apart)


@dataclass(slots=True)
class _Rounds:
    """The rounds of a knock-out, read one after the other; `left` is how many teams go on, where that is fixed."""

    draft: Draft
    keys: written.Knockout
    spot: Spot
    outline: Outline
    left: int | None = None

    def read(self) -> tuple[Round, ...]:
        assert not isinstance(self.keys.rounds, str)
        assert self.draft.now
        self._check_ids(self.keys.rounds)
        series = SeriesKeys(((self.keys, self.spot),))
        rounds = []
        for number, (keys, spot) in enumerate(zip(self.keys.rounds, self.spot["rounds"].items, strict=True)):
            self.draft.now.round = number
            rounds.append(self._round(keys, spot, series.within(keys, spot), is_first=number == 0))
        self.draft.now.round = None
        return tuple(rounds)

    def _check_ids(self, rounds: list[written.Round]) -> None:
        seen: set[tuple[str, str]] = set()
        for round_, spot in zip(rounds, self.spot["rounds"].items, strict=True):
            called = [("two_rounds", round_.id, spot)]
            called += [("two_ties", tie.id, at) for tie, at in zip(round_.ties or (), spot["ties"].items, strict=True)]
            for code, name, place in called:
                if name and (code, name) in seen:
                    self.draft.report.problem(place["id"], code, id=name)
                seen.add((code, name))

    def _round(self, keys: written.Round, spot: Spot, series: SeriesKeys, *, is_first: bool) -> Round:
        draft = self.draft
        when = condition(draft, keys.when, spot["when"])
        teams = select(draft, keys.teams, spot["teams"]) if keys.teams is not None else None
        enter = select(draft, keys.enter, spot["enter"]) if keys.enter is not None else None
        if keys.together is not None:
            draft.see_fact(keys.together, spot["together"], "together")
        byes: Byes = next((byes for byes in (keys.byes, self.keys.byes) if byes is not None), 0)
        pairing = keys.pairing or self.keys.pairing
        ties: tuple[Tie, ...] = ()
        if keys.ties is not None:
            ties = self._ties(keys, spot, series)
            self._go_on(keys, None if spot["ties"].incomplete else len(ties), 0)
        else:
            number = self._number(keys, spot, teams, enter, is_first=is_first)
            self._pair(keys, spot, None if self._is_lost(spot) else number, byes, pairing)
        return Round(
            id=keys.id,
            name=keys.name,
            when=when,
            source=keys.source,
            teams=teams.selector if teams else None,
            enter=enter.selector if enter else None,
            byes=byes,
            pairing=None if ties else pairing,
            ties=ties,
            together=keys.together,
            apart=read_apart(draft, keys.apart or self.keys.apart, (spot if keys.apart else self.spot)["apart"]),
            series=read_series(draft, series, seeded=self.outline.seeded),
        )

    # ----------------------------------------------------------------------------------------------- listed ties

    def _ties(self, keys: written.Round, spot: Spot, series: SeriesKeys) -> tuple[Tie, ...]:
        for key in ("pairing", "teams"):
            if key in spot:
                self.draft.report.problem(spot[key].at_key, "ties_and_pairing", key=key)
        if not keys.ties and not spot["ties"].incomplete:
            self.draft.report.problem(spot["ties"].as_named(), "empty_list")
        listed = zip(keys.ties or (), spot["ties"].items, strict=True)
        return tuple(self._tie(tie, at, series.within(tie, at)) for tie, at in listed)

    def _tie(self, keys: written.Tie, spot: Spot, series: SeriesKeys) -> Tie:
        draft = self.draft
        when = condition(draft, keys.when, spot["when"])
        teams = select(draft, keys.teams or "teams", spot["teams"])
        if keys.teams is not None and teams.places not in (None, 2):
            text = as_text(keys.teams)
            draft.report.problem(spot["teams"], "tie_needs_two", text=text, number=teams.places)
        return Tie(
            id=keys.id,
            teams=teams.selector,
            name=keys.name,
            when=when,
            source=keys.source,
            series=read_series(draft, series, seeded=self.outline.seeded),
        )

    # ---------------------------------------------------------------------------------------------- paired teams

    def _number(
        self, keys: written.Round, spot: Spot, teams: Selected | None, enter: Selected | None, *, is_first: bool
    ) -> int | None:
        """Return how many teams play in a round: those it names, or those left from before and those who enter."""
        if teams:
            return teams.places
        left = self.left
        if is_first:
            left = self._starting()
            if left == 0 and enter is None:
                self.draft.report.problem(spot["teams"], "nobody_plays")
                return None
        entering = enter.places if enter else 0
        return None if left is None or entering is None else left + entering

    def _is_lost(self, spot: Spot) -> bool:
        """Tell whether a key that says who plays in a round may be one that was left out."""
        of_round = any(spot[key].silent for key in ("teams", "enter", "ties", "byes"))
        return of_round or ("byes" not in spot and self.spot["byes"].silent)

    def _starting(self) -> int | None:
        """Return how many teams start, in each group; 0 if none are named, as where all enter later."""
        if self.keys.entrants is None and self.keys.groups is None:
            return None if self.spot["entrants"].silent else 0
        groups = self.outline.groups
        if groups is None:
            return None if self.outline.vague else self.outline.size
        return None if groups.differ else groups.size

    def _pair(self, keys: written.Round, spot: Spot, number: int | None, byes: Byes, pairing: str | None) -> None:
        if number is None:
            self._go_on(keys, None, None)
            return
        if byes == "as_needed":
            # As many as the bracket has more places than there are teams.
            byes = (1 << (number - 1).bit_length()) - number if number else 0
        playing = number - byes
        place = spot["byes"] if "byes" in keys.model_fields_set else spot
        problem = self.draft.report.problem
        if number == 1:
            problem(place, "one_team")
        elif playing <= 0:
            problem(place, "byes_too_many", byes=byes, n=number)
        elif playing % 2:
            problem(place, "odd_with_byes" if byes else "odd", number=number, byes=byes, playing=playing)
        else:
            self._check_pairing(spot, number, playing, pairing)
            self._go_on(keys, playing // 2, byes)
            return
        self._go_on(keys, None, None)

    def _check_pairing(self, spot: Spot, number: int, playing: int, pairing: str | None) -> None:
        if playing <= 2 or self.spot["pairing"].silent:
            return
        if pairing is None:
            self.draft.report.problem(spot["pairing"], "pairing_missing", number=number)
        elif pairing in ("reseed", "bracket") and not self.outline.seeded:
            own = spot["pairing"] if "pairing" in spot else self.spot["pairing"]
            self.draft.report.problem(own, "pairing_without_seeds", pairing=pairing)

    def _go_on(self, keys: written.Round, ties: int | None, byes: int | None) -> None:
        self.outline.rounds[keys.id].ties = ties
        self.left = None if ties is None or byes is None else ties + byes

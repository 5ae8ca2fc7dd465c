"""How a tie is played and decided, in words: legs, who is at home, and what is tried until it has a winner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from liguilla.formats import EXTRA_TIME, BestOf, BetterIn, Host, HostIn, LadderStep, Replay, Series
from liguilla.publish.prose.naming import Names
from liguilla.publish.prose.sections import Said
from liguilla.words import Phrase, phrase

__all__ = ["match_goes_on", "series"]

ENDINGS: Final = frozenset({"overtime", "shoot_out", "lots"})
"""After these no match is level."""


def series(told: Series, names: Names) -> Iterator[Said]:
    """Give how ties are played, and then what decides them."""
    yield from _legs(told, names)
    if told.each_match != ("score",):
        yield match_goes_on(told.each_match, names, drawn_at_last=False)
    yield from _decided(told, names)


def match_goes_on(steps: Sequence[str], names: Names, *, drawn_at_last: bool) -> Phrase:
    """Return what becomes of a match that is level.

    Parameters
    ----------
    drawn_at_last
        Whether it may stay level.
    """
    said = _one_after_another(steps[1:], names)
    if drawn_at_last and steps[-1] not in ENDINGS:
        return phrase("prose.match_level_then_drawn", steps=said)
    return phrase("prose.match_level", steps=said)


# ---------------------------------------------------------------------------------------------------------- legs


def _legs(told: Series, names: Names) -> Iterator[Phrase]:
    hosts = tuple(_host(host, names) for host in told.hosts)
    same = told.hosts[0] if len(set(told.hosts)) == 1 else None
    everywhere = f"_{same}" if same in ("neutral", "announced") else ""
    match told.legs:
        case BestOf(number=number):
            yield phrase("prose.best_of", number=number, wins=number // 2 + 1)
            yield phrase(f"prose.best_of_hosts{everywhere}", hosts=hosts)
        case 1:
            yield phrase(f"prose.one_match{everywhere}", host=hosts[0])
        case _:
            yield phrase(f"prose.two_legs{everywhere}", first=hosts[0], second=hosts[-1])


def _host(host: Host, names: Names) -> Phrase:
    if isinstance(host, HostIn):
        code = "host_better_in" if host.better else "host_worse_in"
        return phrase(f"prose.{code}", stage=names.stage(host.stage.stage, host.stage.path))
    return phrase(f"prose.host_{host}")


# -------------------------------------------------------------------------------------------------------- ladder


def _decided(told: Series, names: Names) -> Iterator[Said]:
    ladder = told.ladder
    first, rest = ladder.steps[0], ladder.steps[1:]
    if first != "wins":
        yield phrase(f"prose.wins_{first}", goals=phrase(f"prose.unit_{names.unit}"))
    if rest:
        yield phrase(
            f"prose.level_{first}", steps=_one_after_another(rest, names, neutral=set(told.hosts) == {"neutral"})
        )
    if ladder.source is not None:
        yield phrase("prose.source", source=ladder.source)


def _one_after_another(steps: Sequence[LadderStep], names: Names, *, neutral: bool = False) -> Phrase:
    """Return steps of which each is taken if the ones before leave a tie level; `neutral` where nobody is at home."""
    said = _step(steps[-1], names, steps[:-1], neutral)
    for number in range(len(steps) - 2, -1, -1):
        step = steps[number]
        code = "replay_level" if isinstance(step, Replay) else "still_level"
        n = step.number if isinstance(step, Replay) else 1
        said = phrase(f"prose.{code}", n=n, step=_step(step, names, steps[:number], neutral), then=said)
    return said


def _step(step: LadderStep, names: Names, before: Sequence[LadderStep], neutral: bool) -> Phrase:
    match step:
        case Replay(number=number):
            return phrase("prose.step_replay_neutral" if neutral else "prose.step_replay", n=number)
        case BetterIn(stage=stage):
            return phrase("prose.step_better_in", stage=names.stage(stage.stage, stage.path))
        case "away_goals" if EXTRA_TIME.intersection(each for each in before if isinstance(each, str)):
            return phrase("prose.step_away_goals_extra_time", goals=phrase(f"prose.unit_{names.unit}"))
        case _:
            return phrase(f"prose.step_{step}", goals=phrase(f"prose.unit_{names.unit}"))

"""The steps of rankings and ladders, and who is at home, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liguilla.engine import criterion_name
from liguilla.formats import (
    BestOf,
    BetterIn,
    Block,
    By,
    DrawLots,
    HeadToHead,
    Host,
    HostIn,
    KicksBetween,
    LadderStep,
    PositionIn,
    Ranking,
    RankSum,
    Replay,
    ResultOf,
    Series,
    Share,
    Step,
    Use,
)
from liguilla.words import Phrase, phrase

__all__ = ["ranking_in_words", "series_in_words"]


def ranking_in_words(ranking: Ranking) -> tuple[Phrase, ...]:
    """Return the steps of a ranking, in order."""
    return tuple(_steps(ranking.steps))


def series_in_words(series: Series) -> Iterator[Phrase]:
    """Give how a tie is played, and then what is tried until it is decided."""
    hosts = tuple(map(_host, series.hosts))
    if isinstance(series.legs, BestOf):
        yield phrase("cli.best_of", n=series.legs.number, hosts=hosts)
    else:
        yield phrase("cli.legs", n=series.legs, hosts=hosts)
    yield phrase("cli.decided_by", steps=tuple(map(_ladder_step, series.ladder.steps)))


def _steps(steps: Iterable[Step]) -> Iterator[Phrase]:
    for step in steps:
        match step:
            case Use():
                yield from _steps(step.steps)
            case By():
                yield criterion_name(step.criterion)
            case HeadToHead():
                yield phrase("cli.block_head_to_head", steps=tuple(_steps(step.steps)))
            case Block(two=two, more=more) if two != more:
                yield phrase("cli.block_by_number", two=tuple(_steps(two)), more=tuple(_steps(more)))
            case Block():
                yield phrase("cli.block", steps=tuple(_steps(step.two)))
            case PositionIn():
                yield phrase("criteria.position_in", stage=str(step.stage))
            case ResultOf():
                yield phrase("criteria.result_of", stage=str(step.stage))
            case RankSum():
                yield phrase("cli.rank_sum", criteria=tuple(map(criterion_name, step.criteria)))
            case KicksBetween():
                yield phrase("criteria.shoot_out")
            case DrawLots():
                yield phrase("criteria.lots")
            case Share():
                yield phrase("cli.shared")


def _ladder_step(step: LadderStep) -> Phrase:
    match step:
        case Replay(number=number):
            return phrase("cli.step_replay", n=number)
        case BetterIn(stage=stage):
            return phrase("cli.step_better_in", stage=str(stage))
        case word:
            return phrase(f"cli.step_{word}")


def _host(host: Host) -> Phrase:
    if isinstance(host, HostIn):
        return phrase("cli.host_better_in" if host.better else "cli.host_worse_in", stage=str(host.stage))
    return phrase(f"cli.host_{host}")

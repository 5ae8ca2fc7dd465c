"""Measure what `design.md` promises, each as the median of several runs, and print it beside its target.

Machines differ and are shared, so a fixed piece of plain Python is timed in the same run: the column "yardsticks" says
how many of it fit into the time, and can be compared between machines.
"""

from __future__ import annotations

import gc
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.england import season, written
from bench.seasons import history, knockout_of, season_facts, season_format
from liguilla.engine import Decided, State, play
from liguilla.facts import Facts, Match, Score, Status
from liguilla.notation.seasons import read_seasons

SEASON = Path("competitions/mex/ascenso-mx/2012-13")


def yardstick() -> None:
    """Count up in a dictionary: plain Python, about a millisecond."""
    counts: dict[int, int] = {}
    for number in range(10_000):
        counts[number % 97] = counts.get(number % 97, 0) + number


def again_after_one_result() -> Callable[[], None]:
    """Play the founding tournament again after one changed result of its league."""
    format_, facts = season_format(), season_facts(SEASON / "apertura")
    state = play(format_, facts)
    league = [match for match in facts.matches if match.stage == "table"]
    number = 0

    def run() -> None:
        nonlocal facts, state, number
        match = league[number % len(league)]
        assert match.score is not None
        more = number // len(league) % 3
        facts = facts.with_matches([replace(match, score=Score(match.score.home + more, match.score.away))])
        state = play(format_, facts, after=state)
        number += 1

    return run


def knockout_one_by_one() -> Callable[[], None]:
    """Create a knock-out of 128 teams and enter its 127 results one by one, with the state after each."""
    format_, teams = knockout_of(128)

    def run() -> None:
        facts = Facts(teams=teams)
        state = play(format_, facts)
        number = 0
        for round_number in range(7):
            for tie_number in range(2 ** (6 - round_number)):
                facts = facts.with_matches([_result(state, round_number, tie_number, number)])
                state = play(format_, facts, after=state)
                number += 1
        assert isinstance(state.outcomes["champion"].places[0], Decided)

    return run


def _result(state: State, round_number: int, tie_number: int, number: int) -> Match:
    round_ = state.knockout("cup").rounds[round_number]
    one, other = round_.ties[tie_number].teams
    assert isinstance(one, Decided)
    assert isinstance(other, Decided)
    score = Score(number % 3 + 2, number % 2)
    return Match(
        id=str(number), stage="cup", round=round_.round.id, home=one.team, away=other.team, score=score,
        status=Status.PLAYED,
    )  # fmt: skip


def history_to_tables() -> Callable[[], None]:
    """Turn 100,000 matches, 200 seasons of a league, from memory into tables."""
    format_, seasons = history(seasons=200, matches=100_000)

    def run() -> None:
        for facts in seasons:
            assert play(format_, facts).ranked("table").standings[0].complete

    return run


def whole_process() -> Callable[[], None]:
    """Run `liguilla play` on the founding season, a process of its own."""
    command = [sys.executable, "-m", "liguilla.cli", "play", str(SEASON)]
    environment = {**os.environ, "NO_COLOR": "1"}

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)

    return run


def one_file_of_results() -> Callable[[], None]:
    """Read a file of 380 results in Football.TXT, find its rules and play it."""
    folder = tempfile.TemporaryDirectory()
    file = Path(folder.name) / "league.txt"
    file.write_text(season("English Premier League", "2018/19", 2018, 20, Random(1)), encoding="utf-8")

    def run() -> None:
        (read,) = read_seasons([file]).seasons
        assert play(read.format, read.facts).ranked("table").standings[0].complete
        assert folder

    return run


def england_since_1888() -> Callable[[], None]:
    """Read four divisions since 1888, some 200,000 results in Football.TXT, and play every season."""
    folder = tempfile.TemporaryDirectory()
    files, _ = written(Path(folder.name))

    def run() -> None:
        for each in read_seasons(files).seasons:
            assert play(each.format, each.facts).outcomes
        assert folder

    return run


MEASURED: tuple[tuple[Callable[[], Callable[[], None]], int, float], ...] = (
    (again_after_one_result, 200, 0.001),
    (knockout_one_by_one, 25, 0.020),
    (history_to_tables, 5, 1.0),
    (whole_process, 9, 0.5),
    (one_file_of_results, 15, 0.150),
    (england_since_1888, 1, 10.0),
)
"""What is measured, how often, and the target in seconds."""


def median_of(run: Callable[[], None], times: int) -> float:
    """Return the median time of a run, in seconds of wall clock; the first is not counted."""
    run()
    taken = []
    for _ in range(times):
        gc.collect()
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> int:
    """Measure everything; exit with 1 where a target is missed."""
    print(f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores")
    unit = median_of(yardstick, 50)
    print(f"yardstick: {unit * 1000:.2f} ms\n")
    print(f"{'':<66} {'median':>10} {'target':>10} {'yardsticks':>10}")
    missed = 0
    for prepare, times, target in MEASURED:
        taken = median_of(prepare(), times)
        missed += taken > target
        name = (prepare.__doc__ or "").rstrip(".")
        print(f"{name[:66]:<66} {taken * 1000:>7.2f} ms {target * 1000:>7.0f} ms {taken / unit:>10.1f}")
    return int(missed > 0)


if __name__ == "__main__":
    raise SystemExit(main())

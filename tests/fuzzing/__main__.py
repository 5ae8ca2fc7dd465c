"""Feed inputs that nobody would write to everything that reads: ``make fuzz``.

``python -m tests.fuzzing [TARGET...] [--inputs N] [--first NUMBER]`` feeds each target so many inputs, made from sound
ones by chance that starts from the input's number, and says which brought no answer. ``--input FILE`` feeds a file.
The inputs at fault are kept in build/fuzz. The exit status is 1 if there are any.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from tests.fuzzing.corpus import REAL, ROOT
from tests.fuzzing.running import Fault, Tally, fed
from tests.fuzzing.targets import every_target

KEPT = ROOT / "build/fuzz"
SLOW = {"seasons": 10}
"""These get a fraction of the inputs, since each takes longer."""

MOST_ALIKE = 3
"""So many faults that end in the same lines are shown."""


def main() -> int:
    """Feed what was asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(every_target())}; default all")
    parser.add_argument("--inputs", type=int, default=100_000, metavar="N")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--real", type=Path, default=REAL, metavar="DIR", help="real results to start from too")
    parser.add_argument("--input", type=Path, metavar="FILE", help="feed this file alone")
    given = parser.parse_args()
    real = given.real if given.real.is_dir() else None
    targets = every_target(real)
    chosen = given.targets or list(targets)
    unknown = [id_ for id_ in chosen if id_ not in targets]
    if unknown:
        parser.error(f"no target is called {unknown[0]}; there are {', '.join(targets)}")
    if given.input:
        for id_ in chosen:
            sys.stdout.write(f"{id_}: {'read' if targets[id_].feed(given.input.read_bytes()) else 'not read'}\n")
        return 0
    return _feed(chosen, given.inputs, given.first, given.jobs, real)


def _feed(chosen: list[str], inputs: int, first: int, jobs: int, real: Path | None) -> int:
    console = Console(stderr=True)
    said: Queue[Fault | Tally] = Queue()
    numbers = {id_: range(first, first + max(inputs // SLOW.get(id_, 1), 1)) for id_ in chosen}
    tallies = {id_: Tally(id_) for id_ in chosen}
    alike: Counter[str] = Counter()

    def run(id_: str) -> None:
        for each in fed(id_, numbers[id_], real):
            said.put(each)

    columns = (TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    started = time.perf_counter()
    with Progress(*columns, console=console) as progress, ThreadPoolExecutor(jobs) as pool:
        tasks = {id_: progress.add_task(id_, total=len(numbers[id_])) for id_ in chosen}
        running = {pool.submit(run, id_): id_ for id_ in chosen}
        while running or not said.empty():
            try:
                each = said.get(timeout=0.5)
            except Empty:
                for ended in [future for future in running if future.done()]:
                    ended.result()
                    _write(tallies[running.pop(ended)])
                continue
            if isinstance(each, Tally):
                tallies[each.target] = each
                progress.update(tasks[each.target], completed=each.done)
            else:
                alike[each.place] += 1
                _keep(each, shown=alike[each.place] <= MOST_ALIKE, console=console)
    total, seconds = sum(tally.done for tally in tallies.values()), time.perf_counter() - started
    sys.stdout.write(f"{total} inputs in {seconds:.0f} s; {alike.total()} faults in {len(alike)} places\n")
    return 1 if alike else 0


def _keep(fault: Fault, *, shown: bool, console: Console) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{fault.target}-{fault.number}").write_bytes(fault.content)
    if shown:
        again = f"python -m tests.fuzzing {fault.target} --inputs 1 --first {fault.number}"
        console.print(
            f"{fault.target}, input {fault.number}: {fault.what}Again: {again}", markup=False, highlight=False
        )


def _write(tally: Tally) -> None:
    """Write how a target did, as soon as it is done: all of them take hours."""
    rate = tally.done / tally.seconds if tally.seconds else 0.0
    sys.stdout.write(
        f"{tally.target:<20} {tally.done:>7} inputs, {tally.read:>7} read, {rate:>6.0f} a second, "
        f"slowest {tally.slowest * 1000:.0f} ms (input {tally.slowest_number}), {tally.memory // 1024**2} MB\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

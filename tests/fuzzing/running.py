"""Inputs fed one after the other in a process of their own, with a limit of time for each and of memory for all."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any, Final

from tests.fuzzing.targets import Target, every_target

__all__ = ["Fault", "Tally", "fault_of", "fed", "input_number"]

SECONDS: Final = 10
"""For one input, while other programs take their share of the machine. Most take milliseconds."""

STUCK: Final = 4 * SECONDS
"""Without a sign of life for so long, a process is ended: nothing in it heeds the clock."""

MEMORY: Final = 2 * 1024**3
EVERY: Final = 200
"""So many inputs are fed between two signs of life."""


class TooSlow(BaseException):  # no error of ours: nothing may catch it on the way
    """One input took longer than it may."""


@dataclass(frozen=True)
class Fault:
    """An input that brought no answer: which, and what came instead."""

    target: str
    number: int
    what: str
    content: bytes

    @property
    def place(self) -> str:
        """The last lines of what came, by which faults are told apart."""
        return "\n".join(self.what.strip().splitlines()[-3:])


@dataclass
class Tally:
    """How far a target is."""

    target: str
    done: int = 0
    read: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_number: int = -1
    memory: int = 0


def input_number(target: Target, number: int) -> bytes:
    """Return the input of a number: always the same, on any machine that has the same files to start from."""
    return target.make(Random(f"{target.id} {number}"))


def _too_slow(signal_number: int, frame: FrameType | None) -> None:
    raise TooSlow


def fault_of(target: Target, number: int, content: bytes, tally: Tally, seconds: float = SECONDS) -> Fault | None:
    """Feed one input and return what went wrong, if anything did."""
    started = time.perf_counter()
    what = None
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        tally.read += target.feed(content)
    except TooSlow:
        what = f"took longer than {seconds} s\n{traceback.format_exc()}"
    except BaseException as error:  # whatever it is, it is no answer
        if isinstance(error, KeyboardInterrupt):
            raise
        what = traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    taken = time.perf_counter() - started
    tally.done += 1
    tally.seconds += taken
    if taken > tally.slowest:
        tally.slowest, tally.slowest_number = taken, number
    return Fault(target.id, number, what, content) if what else None


def _work(pipe: Connection, at: Any, tally: Tally, numbers: range, real: Path | None) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    signal.signal(signal.SIGALRM, _too_slow)
    target = every_target(real)[tally.target]
    for number in numbers:
        at.value = number
        if number % EVERY == 0:
            pipe.send(_with_memory(tally))
        try:
            content = input_number(target, number)
        except Exception:
            pipe.send(Fault(target.id, number, f"the fuzzer made no input\n{traceback.format_exc()}", b""))
            continue
        fault = fault_of(target, number, content, tally)
        if fault is not None:
            pipe.send(fault)
    pipe.send(_with_memory(tally))
    at.value = numbers.stop
    pipe.close()


def _with_memory(tally: Tally) -> Tally:
    tally.memory = max(tally.memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    return tally


def fed(id_: str, numbers: range, real: Path | None = None) -> Iterator[Fault | Tally]:
    """Feed a target the inputs of some numbers, in another process; yield faults, and now and then how far it is.

    Where the process is stuck, or dies, that is a fault of the input it was at, and another goes on after it.
    """
    processes = multiprocessing.get_context("fork")
    at = processes.Value("q", numbers.start, lock=False)
    tally = Tally(id_)
    while numbers:
        here, there = processes.Pipe(duplex=False)
        process = processes.Process(target=_work, args=(there, at, tally, numbers, real))
        process.start()
        there.close()
        why = "the process died"
        try:
            while True:
                if not here.poll(STUCK):
                    why = f"no sign of life for {STUCK} s"
                    process.kill()
                    break
                said = here.recv()
                tally = said if isinstance(said, Tally) else tally
                yield said
        except EOFError:
            pass
        process.join()
        if at.value == numbers.stop:
            return
        yield Fault(id_, at.value, why, b"")
        numbers = range(at.value + 1, numbers.stop)

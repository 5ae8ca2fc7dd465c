"""Some inputs that nobody would write, always the same ones: ``make fuzz`` feeds many more.

They are made from the project's own texts alone, so that they are the same where no real results are at hand.
"""

import time
from random import Random

import pytest

from tests.fuzzing.mutations import CHANGES, Change, mutated
from tests.fuzzing.running import input_number
from tests.fuzzing.targets import Target, every_target

TARGETS = every_target()
INPUTS = 200
SLOW = {"seasons": 25, "format": 60, "yaml": 60, "folder": 60}


@pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)
def test_whatever_is_fed_there_is_an_answer_and_soon(target: Target) -> None:
    read = 0
    for number in range(SLOW.get(target.id, INPUTS)):
        started = time.process_time()
        try:
            read += target.feed(input_number(target, number))
        except Exception as error:
            raise AssertionError(f"python -m tests.fuzzing {target.id} --inputs 1 --first {number}") from error
        assert time.process_time() - started < 10, number
    assert read or target.id == "yaml"


def test_an_input_is_the_same_each_time() -> None:
    for target in TARGETS.values():
        assert input_number(target, 7) == input_number(target, 7)
        assert len({input_number(target, number) for number in range(10)}) > 5


@pytest.mark.parametrize("change", CHANGES)
def test_every_way_to_change_an_input_takes_any(change: Change) -> None:
    for content in (b"", b"a", b"2-1", b"\n", "é\n1,2\n".encode(), b"\xff\xfe"):
        changed = {change(Random(number), content, (b"other 1\nlines\n",)) for number in range(30)}
        assert all(isinstance(each, bytes) for each in changed)
        assert len(content) < 8 or len(changed) > 1


def test_an_input_is_changed() -> None:
    text = b"Date,Home,Away,Score\n2018-08-17,Leeds,Bury,2-1\n"
    assert sum(mutated(Random(number), text, (text,)) != text for number in range(100)) > 90

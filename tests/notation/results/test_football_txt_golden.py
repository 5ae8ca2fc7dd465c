"""Short files in four dialects, and what is read of them, as text that an official could check.

``UPDATE_GOLDEN=1 pytest tests/notation/results/test_football_txt_golden.py`` writes what is read anew.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from liguilla.facts import Status
from liguilla.notation.results import RecordedGoal, RecordedMatch, Results
from liguilla.notation.results.football_txt import read

FOLDER = Path(__file__).parents[2] / "golden/football_txt"
IN_THE_FIRST_LINE = ("origin", "home", "away", "headings", "status", "goals", "odds", "statistics")


def page(text: str, file: str) -> Iterator[str]:
    reading = read(text, file)
    for results in reading.results:
        yield from season(results)
    yield ""
    yield from (problem.line() for problem in reading.problems)


def season(results: Results) -> Iterator[str]:
    yield f"{results.competition}, {results.season}"
    yield from (f"{group}: {', '.join(teams)}" for group, teams in results.groups.items())
    for match in results.matches:
        yield ""
        yield f"line {match.origin.line}: {' > '.join(match.headings)}: {match.home} - {match.away}, {match.status}"
        yield from (f"  {name} {value}" for name, value in said(match))
        yield from (f"  {goal(each, match)}" for each in match.goals)
    yield from (f"\nline {bye.origin.line}: {' > '.join(bye.headings)}: bye for {bye.team}" for bye in results.byes)


def said(match: RecordedMatch) -> Iterator[tuple[str, object]]:
    for field in fields(match):
        value = getattr(match, field.name)
        if field.name not in IN_THE_FIRST_LINE and value not in (None, False, ()):
            yield field.name, value


def goal(each: RecordedGoal, match: RecordedMatch) -> str:
    minute = "?" if each.minute is None else f"{each.minute}{f'+{each.stoppage}' if each.stoppage else ''}"
    return f"goal for {match.home if each.for_home else match.away}: {each.person} {minute} {each.kind or ''}".rstrip()


@pytest.mark.parametrize("name", ["modern", "world-cup", "old", "international"])
def test_what_is_read_of_a_file(name: str) -> None:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    found = "\n".join(page(text, f"{name}.txt")) + "\n"
    expected = FOLDER / f"{name}.read.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert Status.PLAYED in found


def test_the_example_in_the_documentation_is_read_whole() -> None:
    documentation = (FOLDER.parents[2] / "docs/notations.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```text\n(= .*?)```", documentation, re.DOTALL)
    reading = read(example, "example.txt")
    assert reading.problems == ()
    (results,) = reading.results
    assert len(results.matches) == 4
    assert results.matches[0].headings == ("Apertura", "Group A", "Matchday 1")
    assert results.matches[0].goals[2] == RecordedGoal(False, "Jones", 80)
    assert (results.matches[2].kicks, results.matches[2].zone) == ((4, 2), "Etc/GMT+6")
    assert (results.matches[2].referee, results.matches[2].attendance) == ("Brown", 34100)

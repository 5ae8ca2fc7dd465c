"""`docs/json.md` names every key of the documents, and no other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from liguilla.engine import Misfit, explain_tie, opponents
from liguilla.errors import Origin, Problem
from liguilla.facts import Match, Score
from liguilla.formats import FormatHead
from liguilla.publish import (
    ListedCompetition,
    Shelf,
    bracket_document,
    explanation_document,
    format_document,
    formats_document,
    opponents_document,
    play_document,
    schedule_document,
    scorers_document,
    table_document,
)
from liguilla.words import phrase
from tests.playing import league, played, rules
from tests.publish.conftest import Season

PAGE = (Path(__file__).parents[2] / "docs/json.md").read_text(encoding="utf-8")

DRAWN = """
    stages:
      - {id: boxes, kind: draw, pots: [{teams: teams, into: [X, Y]}]}
      - {id: cup, kind: knockout, entrants: boxes X + boxes Y, hosts: neutral, decide_by: [score, shoot_out],
         rounds: [{id: final}]}
    outcomes: {champion: winner final}
"""

SWISS = """
    stages:
      - {id: swiss, kind: league, fixtures: {by: fide_dutch, rounds: 3}, rank_by: [points, shared]}
    outcomes: {}
"""


def described() -> dict[str, set[str]]:
    """Return the keys in the table below each heading."""
    found: dict[str, set[str]] = {}
    for part in re.split(r"^#+ ", PAGE, flags=re.M)[1:]:
        keys = set(re.findall(r"^\| `(\w+)` \|", part, re.M))
        if keys:
            found[part.partition("\n")[0]] = keys
    return found


def objects(thing: Any, key: str) -> Iterator[Mapping[str, Any]]:
    """Give every object in the lists or objects that stand under a key, however deep."""
    match thing:
        case dict():
            for name, value in thing.items():
                if name == key:
                    yield from value.values() if isinstance(value, dict) else value
                yield from objects(value, key)
        case list():
            for value in thing:
                yield from objects(value, key)


def keys(found: Iterable[Mapping[str, Any]]) -> set[str]:
    return {key for each in found for key in each}


@pytest.fixture(scope="module")
def printed(season: Season) -> dict[str, set[str]]:
    """Return the keys that documents have, by the heading under which they are described."""
    match = Match("F-1", "cup", "A", "B", score=Score(1, 0))
    lost = SimpleNamespace(id="F-1", misfit=Misfit(match, *[phrase("publish.no_problems")] * 2))
    problem = Problem(phrase("publish.no_problems"), origin=Origin("x"), excerpt=((1, "x"),))
    whole = play_document(season(), set_aside=[lost], problems=[problem])
    others = [play_document(league("points, lots", "A 1-1 B")), play_document(played(DRAWN, "A B", {}))]
    apertura = season("2012-11-18").tournaments["apertura"]
    explained = explanation_document(explain_tie(season().tournaments["apertura"], "final", "Dorados"))
    stages = [stage for each in (whole, *others) for stage in objects(each, "stages")]
    head = FormatHead("cup-1900", {"en": "Cup"})
    listed = formats_document([Shelf("mex", (ListedCompetition("cup", "Cup", (head,)),), (head,))])
    section = format_document(rules("stages: []\noutcomes: {}"), "")["prose"]["sections"][0]
    open_places = [
        place for each in (whole, *others) for name in ("waiting", "unresolved", "void") for place in each[name]
    ]
    return {
        "A competition": keys([whole]),
        "A stage": keys(stages),
        "A group": keys(objects(whole, "groups")),
        "A row": keys(objects(whole, "rows")),
        "A round": keys(objects(whole, "rounds")),
        "A tie": keys(objects(whole, "ties")),
        "A leg": keys(objects(whole, "legs")),
        "An open place": keys(open_places),
        "A match set aside": keys(whole["set_aside"]),
        "Scorers": keys([scorers_document(season())]),
        "A scorer": keys(objects(scorers_document(season()), "scorers")),
        "Schedule": {"matches", "byes"},
        "A bye": keys(schedule_document(played(SWISS, "A B C", {}))["byes"]),
        "A scheduled match": keys(objects(schedule_document(season()), "matches")),
        "An explanation": keys([explained]),
        "Opponents": keys([opponents_document(opponents(apertura, "Necaxa", "semifinals"))]),
        "A problem": keys(whole["problems"]),
        "A country of the library": keys(listed["countries"]),
        "A competition of the library": keys(listed["countries"][0]["competitions"]),
        "A format": keys(listed["formats"]),
        "A format in words": keys([format_document(rules("stages: []\noutcomes: {}"), "# Text")]),
        "A section": keys([section]),
        "A paragraph": keys(section["paragraphs"]),
    }


def test_every_key_is_described_and_no_other(printed: dict[str, set[str]]) -> None:
    assert printed == described()


@pytest.mark.parametrize("document", [table_document, bracket_document, schedule_document])
def test_parts_have_the_head_of_the_whole(season: Season, document: Any) -> None:
    head = {"competition", "season", "format", "as_of", "tournaments"}
    content = {"matches", "byes"} if document is schedule_document else {"stages"}
    assert set(document(season())) == head | content

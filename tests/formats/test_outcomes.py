"""Outcomes: named places, filled from choices in order."""

import pytest

from liguilla.formats import (
    Choice,
    Condition,
    FromOutcome,
    Is,
    Outcome,
    Position,
    Range,
    Ranked,
    Selector,
)
from tests.formats.shelves import LEAGUE, built, cup, knockout, pointed, said


def outcome(written: str) -> Outcome:
    return built(cup(LEAGUE + knockout(), f"  champion: winner final\n  here: {written}\n")).outcomes["here"]


FIRST = Selector((Ranked("table", range=Range(Position(1), Position(1))),), text="table 1")
CHAMPION = Selector((FromOutcome("champion"),), text="champion")


def test_a_selector_alone_gives_all_its_teams() -> None:
    assert outcome("table 1") == Outcome("here", (Choice(FIRST, rule="outcomes.here"),))


def test_a_list_gives_the_first_that_exists() -> None:
    assert outcome("[champion, {take: table 1, when: champion is table 1, because: {en: both}}]") == Outcome(
        "here",
        (
            Choice(CHAMPION, rule="outcomes.here[0]"),
            Choice(
                FIRST,
                Condition((Is(CHAMPION, FIRST),), text="champion is table 1"),
                {"en": "both"},
                "outcomes.here[1]",
            ),
        ),
        places=1,
    )
    assert outcome("{take: table 1}") == Outcome("here", (Choice(FIRST, rule="outcomes.here"),), places=1)


def test_choices_fill_places_besides_those_of_other_outcomes() -> None:
    assert outcome("{from: [table 1], places: 4, besides: [champion], name: Four, source: art. 1}") == Outcome(
        "here", (Choice(FIRST, rule="outcomes.here.from[0]"),), 4, ("champion",), "Four", "art. 1"
    )


def test_an_outcome_can_be_used_by_stages_and_has_as_many_places_as_it_gives() -> None:
    stages = LEAGUE + knockout("entrants: best 1-2, ", "[{id: final}]")
    assert said(cup(stages, "  best: {from: [table], places: 4}\n")) == []
    assert said(cup(stages, "  best: table 3\n")) == [
        'stage "ko": selector "best 1-2": outcome "best" has 1 place, so there is no position 2'
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("tabel 1", ': selector "tabel 1": nothing here is called "tabel". Did you mean "table"?'),
        ("[]", ": the list is empty"),
        ("5", ": 5 is not text, a list or a mapping"),
        ("[5]", "[0]: 5 is not text or a mapping"),
        ("{tke: table 1, when: table 1 is table 2}", ', tke: unknown key "tke". Did you mean "take"?'),
        ("{from: [table], place: 4}", ', place: unknown key "place". Did you mean "places"?'),
        ("{from: [table], places: four}", ", places: 'four' is not a whole number"),
        ("{from: [table], places: 0}", ", places: 0 is less than 1"),
        ("{from: [table], places: 4, besides: [champ]}", ': besides: no outcome "champ". Did you mean "champion"?'),
        ("{places: 4}", ': "from" is missing'),
        ("[{when: table 1 is table 2}]", '[0]: "take" is missing'),
    ],
)
def test_what_is_no_outcome_is_said(written: str, expected: str) -> None:
    text = cup(LEAGUE + knockout(), f"  champion: winner final\n  here: {written}\n")
    assert said(text) == [f'outcome "here"{expected}']


def test_ids_are_used_once() -> None:
    assert pointed(cup(LEAGUE, "  table: table 1\n")) == [
        '8:3: outcome "table": a stage has the same id; every id is used once'
    ]
    assert pointed(cup(LEAGUE + LEAGUE)) == ['7:10: stage "table": two stages are called "table"']


def test_outcomes_go_round_in_no_circle() -> None:
    assert pointed(cup(LEAGUE, "  a: b\n  b: {from: [table 1], places: 1, besides: [a]}\n")) == [
        '8:6: outcome "a": goes round in a circle: a needs b needs a'
    ]


def test_never_both_names_outcomes() -> None:
    text = cup(LEAGUE, "  a: table 1\n", "never_both: [[a, b]]\n")
    assert pointed(text) == ['5:18: never_both[0]: no outcome "b"']

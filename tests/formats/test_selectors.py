"""Selectors: what their words mean, how many places they give, and what is said where they mean nothing."""

import pytest

from liguilla.formats import (
    Boxed,
    Entered,
    FactIs,
    FromOutcome,
    Knockout,
    Played,
    Position,
    Range,
    Ranked,
    Selector,
)
from tests.formats.shelves import GROUPS, LEAGUE, built, cup, knockout, said

FIRST = Range(Position(1), Position(1))
LAST = Range(Position(1, from_end=True), Position(1, from_end=True))

HEAD = "tournaments: {apertura: ascenso-mx-2012}\nother_competitions: {liga: [relegated], mx: mexican-relegation}\n"
STAGES = (
    LEAGUE
    + GROUPS
    + "  - {id: brackets, kind: knockout, groups: {North: group A 1-2, South: group B 1-2}, hosts: better_seed, "
    "decide_by: [score, lots], rounds: [{id: regional}]}\n"
    "  - id: ko\n    kind: knockout\n    entrants: table 1-8\n    pairing: reseed\n    hosts: neutral\n"
    "    decide_by: [score, lots]\n    rounds:\n      - {id: quarterfinals}\n"
    "      - {id: semifinals, ties: [{id: S1, teams: winners quarterfinals 1-2}, "
    "{id: S2, teams: winners quarterfinals 3-4}]}\n      - {id: final, teams: winners semifinals}\n"
)


def selector(text: str) -> Selector:
    format_ = built(cup(STAGES, f"  one: winner final\n  here: {text}\n", HEAD))
    return format_.outcomes["here"].choices[0].take


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("teams", Entered()),
        ("table 1", Ranked("table", range=FIRST)),
        ("table", Ranked("table")),
        ("table 3-last-1", Ranked("table", range=Range(Position(3), Position(2, from_end=True)))),
        ("table last", Ranked("table", range=LAST)),
        ("table bottom 3", Ranked("table", range=Range(Position(3, from_end=True), Position(1, from_end=True)))),
        ("group A 1", Ranked("group", group="A", range=FIRST)),
        ("group D", Ranked("group", group="D")),
        ("each group 1", Ranked("group", each=True, range=FIRST)),
        ("apertura.table 1", Ranked("table", ("apertura",), range=FIRST)),
        ("previous.table 1", Ranked("table", ("previous",), range=FIRST)),
        ("winner final", Played("winner", "ko", "final")),
        ("winner ko.final", Played("winner", "ko", "final")),
        ("loser S1", Played("loser", "ko", "semifinals", "S1")),
        ("winners quarterfinals", Played("winner", "ko", "quarterfinals", single=False)),
        (
            "losers quarterfinals 2",
            Played("loser", "ko", "quarterfinals", None, False, (), None, Range(Position(2), Position(2))),
        ),
        ("winner regional South", Played("winner", "brackets", "regional", group="South")),
        ("loser apertura.final", Played("loser", "liguilla", "final", path=("apertura",))),
        ("one", FromOutcome("one")),
        ("champion apertura", FromOutcome("champion", "apertura")),
        ("one previous", FromOutcome("one", "previous")),
        ("relegated liga 1-3", FromOutcome("relegated", "liga", Range(Position(1), Position(3)))),
        ("relegated mx", FromOutcome("relegated", "mx")),
        ("draw A", Boxed("draw", "A")),
        ("teams where paid_to_stay yes", Entered((FactIs("paid_to_stay", "yes"),))),
    ],
)
def test_words_become_places(text: str, term: object) -> None:
    assert selector(text) == Selector((term,), text=text)  # type: ignore[arg-type]


def test_plus_puts_terms_in_order_except_takes_some_away_and_a_list_is_the_same_as_plus() -> None:
    one, two, three = (Ranked("table", range=Range(Position(n), Position(n))) for n in (1, 2, 3))
    assert selector("table 2 + table 1 except table 3") == Selector(
        (two, one), (three,), "table 2 + table 1 except table 3"
    )
    stage = built(cup(LEAGUE + knockout("entrants: [table 2, table 1], ", "[{id: final}]"))).stages["ko"]
    assert isinstance(stage, Knockout)
    assert stage.entrants == Selector((two, one), text="table 2 + table 1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tabel 1", 'nothing here is called "tabel". Did you mean "table"?'),
        ("table 17", '"table" has 16 teams, so there is no position 17'),
        ("table 12-17", '"table" has 16 teams, so there is no position 17'),
        ("table bottom 17", '"table" has 16 teams, so there is no position 17'),
        ("table 0", "positions start at 1"),
        ("table 5-2", 'write the smaller position first, or "bottom 5" to count from below'),
        ("table last-last-2", 'write the smaller position first, or "bottom 1" to count from below'),
        ("table 9-last-10", 'write the smaller position first, or "bottom 9" to count from below'),
        ("table first", '"first" is not a position; write 3, 1-7, last, last-1 or bottom 3'),
        ("table A 1", '"A" is not a position; write 3, 1-7, last, last-1 or bottom 3'),
        ("table 1 2", 'cannot read "2"'),
        ("each table 1", '"table" has no groups, so "each" has no meaning'),
        ("group 1", '"group" has groups A, B, C, D; write "group A 1" for one or "each group 1" for all'),
        ("group E 1", '"group" has no group "E"; it has A, B, C, D'),
        ("group A 5", 'each group of "group" has 4 teams, so there is no position 5'),
        ("each group 5", 'each group of "group" has 4 teams, so there is no position 5'),
        ("draw", 'say which box of "draw": A, B, C, D'),
        ("draw E", '"draw" has no box "E"; it has A, B, C, D'),
        ("draw A 5", 'A of "draw" has 4 teams, so there is no position 5'),
        ("each draw 1", '"each" is for groups; name a box of "draw"'),
        ("ko 1", '"ko" is a knock-out and has no positions; use "winner ..." or "loser ..."'),
        ("final 1", '"final" is a round; write "winners final" or "losers final"'),
        ("S1", '"S1" is a tie; write "winner S1" or "loser S1"'),
        ("winner", '"winner" of what? Name a round or a tie, such as "winner final"'),
        ("winner table", '"table" is a league; "winner" needs a round or a tie'),
        ("winner semifinals", 'round "semifinals" has 2 ties; write "winners semifinals" or name a tie'),
        (
            "winner regional",
            'stage "brackets" is played in groups; write "winners regional" or "winner regional North"',
        ),
        ("winner regional West", 'stage "brackets" has no group "West"'),
        ("winners quarterfinals 5", '"quarterfinals" has 4 ties, so there is no position 5'),
        ("winner final 1", 'cannot read "1" after "final"'),
        ("winner ko.finale", 'stage "ko" has no round or tie "finale". Did you mean "final"?'),
        ("winner one", '"one" is an outcome; write it without "winner"'),
        ("each one", '"one" has no groups, so "each" has no meaning'),
        ("one 2", 'outcome "one" has 1 place, so there is no position 2'),
        ("one clausura", '"clausura" is not a position, nor a tournament or competition'),
        ("one apertur", '"apertur" is not a position, nor a tournament or competition. Did you mean "apertura"?'),
        ("champions apertura", '"apertura" has no outcome "champions". Did you mean "champion"?'),
        ("promoted liga", 'competition "liga" does not give "promoted"'),
        ("none_such previous", '"previous" has no outcome "none_such"'),
        ("clausura.table 1", 'no tournament or stage is called "clausura"'),
        ("teams 1", '"teams" stands alone or with "where"'),
        ("each", '"each" needs a stage'),
        ("where pot 1", 'say which teams before "where", such as "teams where pot 1"'),
        ("teams where pot", 'after "where" say a fact and its value, such as "where pot 1"'),
        ("teams where pot 1", 'no fact "pot" is declared under teams, know'),
        ("teams where paid_to_stay si", '"si" is not a value of paid_to_stay; it is one of yes, no'),
        ("table 1 +", 'there is nothing on one side of "+" or "except"'),
        ("table except table 1 except table 2", '"except" may stand once'),
        ("1st", '"1st" is not an id'),
        ('""', "there is nothing in it"),
    ],
)
def test_what_words_cannot_mean_is_said(text: str, expected: str) -> None:
    written = "" if text == '""' else text
    outcomes = f"  one: winner final\n  here: {text}\n"
    assert said(cup(STAGES, outcomes, HEAD)) == [f'outcome "here": selector "{written}": {expected}']


def test_an_id_of_several_stages_is_named_with_its_stage() -> None:
    two = knockout() + knockout().replace("id: ko", "id: other")
    assert said(cup(LEAGUE + two, "  here: winner final\n")) == [
        'outcome "here": selector "winner final": "final" is in several stages; say ko.final, other.final'
    ]
    assert said(cup(LEAGUE + two, "  here: winner other.final\n")) == []


def test_a_number_ranks_but_does_not_filter() -> None:
    text = cup(LEAGUE, "  here: table where rating high\n").replace(
        "teams: 16", "teams: {count: 16, know: {rating: high}}"
    )
    assert said(text) == [
        'outcome "here": selector "table where rating high": rating is a number; it can rank ("given rating") '
        "but not filter"
    ]


def test_the_winners_of_a_round_without_seeds_have_no_order() -> None:
    rounds = "[{id: first, teams: teams, pairing: drawn}, {id: second, pairing: drawn, teams: winners first 1-2}]"
    assert said(cup(knockout(rounds=rounds))) == [
        'stage "ko", round "second": selector "winners first 1-2": "ko" has no seeds, so the teams of its rounds '
        "have no "
        "order"
    ]


def test_a_selector_of_any_length_is_cut_short_in_messages() -> None:
    (message,) = said(cup(LEAGUE, f"  here: {'table 1 + ' * 1000}table 1\n"))
    assert message.endswith('...": this has more than 2000 characters')
    assert len(message) < 300

"""extends: what is inherited, replaced, taken away, and where problems of it are said."""

from liguilla.formats import By, Knockout, League
from tests.formats.shelves import built, pointed, said

BASE = """\
name: Base
source: Its rules
valid: {from: 2010, to: 2012}
teams: {count: 16, know: {pot: [1, 2], rank: low}}
points: {win: 3, draw: 1, loss: 0}
stages:
  - id: table
    kind: league
    meetings: 1
    rank_by: [points, given rank, lots]
  - id: ko
    kind: knockout
    entrants: table 1-8
    pairing: reseed
    hosts: neutral
    decide_by: [score, lots]
    rounds:
      - {id: quarterfinals}
      - {id: semifinals}
      - {id: final}
outcomes:
  champion: winner final
  third: losers semifinals
"""


def test_mappings_merge_by_key_lists_by_id_and_the_rest_is_replaced() -> None:
    text = """\
name: Cup
extends: base
source: New rules
teams: {count: 18}
stages:
  - {id: table, rank_by: [points, lots]}
  - id: ko
    rounds:
      - {id: final, decide_by: [score, extra_time, shoot_out]}
outcomes: {third: none}
"""
    cup = built(text, base=BASE)
    assert (cup.name, cup.source, cup.entry.number, set(cup.entry.know)) == ("Cup", "New rules", 18, {"pot", "rank"})
    assert set(cup.outcomes) == {"champion"}
    table, knockout = cup.stages["table"], cup.stages["ko"]
    assert isinstance(table, League)
    assert table.meetings == 1
    assert len(table.ranking.steps) == 2
    assert isinstance(knockout, Knockout)
    assert isinstance(knockout.rounds, tuple)
    assert [(round_.id, round_.series.ladder.rule) for round_ in knockout.rounds] == [
        ("quarterfinals", "stages.ko.decide_by"),
        ("semifinals", "stages.ko.decide_by"),
        ("final", "stages.ko.rounds.final.decide_by"),
    ]


CHANGE = "extends: base\nsource: New\n"


def test_an_item_is_removed_and_a_new_one_comes_last() -> None:
    text = f"""{CHANGE}stages:
  - {{id: ko, remove: true}}
  - {{id: more, kind: league, meetings: 2, rank_by: [points]}}
outcomes: {{champion: table 1, third: none}}
"""
    assert list(built(text, base=BASE).stages) == ["table", "more"]


def test_seasons_are_not_half_inherited() -> None:
    cup = built(f"{CHANGE}valid: {{from: 2013}}\n", base=BASE)
    assert (cup.valid_from, cup.valid_to) == ("2013", None)


def test_rows_and_their_file_replace_each_other() -> None:
    text = "name: E\nsource: s\nextends: uefa-euro-2024\nstages:\n  - {id: third_for, csv: t.csv}\n"
    assert said(text) == ['stage "third_for": no file t.csv beside this format']


def test_carried_points_that_are_not_rounded_are_no_key_taken_away() -> None:
    text = "extends: belgian-pro-league-2023\nstages: [{id: play_offs, carry: {round: none}}]\n"
    assert said(text) == []


def test_a_chain_of_formats() -> None:
    middle = "extends: base\nsource: Middle\nteams: {know: {rank: high}}\n"
    table = built("extends: middle\nsource: s\n", middle=middle, base=BASE).stages["table"]
    assert isinstance(table, League)
    step = table.ranking.steps[1]
    assert isinstance(step, By)
    assert step.criterion.high


def test_a_fault_is_said_where_it_is_written_be_it_in_another_file() -> None:
    broken = BASE.replace("given rank", "given ranking")
    assert pointed(CHANGE, base=broken) == [
        'base.yaml:10:23: stage "table", rank_by[1]: criterion "given ranking": no fact "ranking" is declared '
        "under teams, "
        'know. Did you mean "rank"?'
    ]
    changed = f"{CHANGE}stages: [{{id: ko, entrants: table 1-7}}]\n"
    assert pointed(changed, base=BASE) == [
        'base.yaml:18:9: stage "ko", round "quarterfinals": 7 teams leave 7 to be paired, an odd number'
    ]


def test_a_fault_that_is_mended_is_no_fault() -> None:
    broken = BASE.replace("given rank", "given ranking")
    assert said(f"{CHANGE}stages: [{{id: table, rank_by: [points]}}]\n", base=broken) == []


def test_there_must_be_something_to_remove() -> None:
    assert pointed(f"{CHANGE}stages:\n  - {{id: kko, remove: true}}\n", base=BASE) == [
        '4:5: stage "kko": nothing called "kko" is inherited, so there is nothing to remove'
    ]


def test_what_is_extended_must_exist_and_not_extend_this() -> None:
    assert pointed("extends: bass\n", base=BASE) == ['1:10: extends: no format named "bass". Did you mean "base"?']
    assert pointed("extends: cup\n") == ["1:10: extends: cup -> cup goes round in a circle"]
    assert pointed("extends: other\n", other="extends: cup\n") == [
        "other.yaml:1:10: extends: cup -> other -> cup goes round in a circle"
    ]
    assert pointed("extends: [base]\n") == ["1:10: extends: a list is not text"]


def test_a_file_that_cannot_be_read_is_said_where_it_stands() -> None:
    assert pointed(CHANGE, base="name: Base: 1\n") == [
        'base.yaml:1:11: there is one ": " too many: put the text in quotation marks, or begin a new line for the key'
    ]
    assert pointed(CHANGE, base="- a\n") == [
        "base.yaml:1:1: file: the file must be a mapping with `name`, `source`, `stages` and `outcomes`"
    ]


def test_new_items_of_one_id_are_two() -> None:
    new = "{id: new, kind: league, meetings: 1, rank_by: [points]}"
    assert said(f"{CHANGE}stages: [{new}, {new}]\n", base=BASE) == ['stage "new": two stages are called "new"']

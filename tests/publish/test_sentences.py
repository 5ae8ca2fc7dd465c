"""The sentences of a format's prose, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from liguilla.formats import Criterion, FactIs, Lookup, read_format
from liguilla.notation import FormatFiles
from liguilla.publish import format_document
from liguilla.publish.prose import format_prose, sentences
from liguilla.publish.prose.naming import Names
from liguilla.words import say
from tests.formats.shelves import built, cup, knockout
from tests.publish.telling import lines

LEAGUE = "  - {id: table, kind: league, meetings: 1, rank_by: %s}\n"
TABLE = LEAGUE % "[points, lots]"


def told(text: str, language: str = "en") -> list[str]:
    """Return all that is said of a format but its name, source and number of teams."""
    return list(lines(format_prose(built(text)), language))[5:]


# ------------------------------------------------------------------------------------------------------- tables


@pytest.mark.parametrize(
    ("meetings", "said"),
    [
        (1, "Each team plays every other once."),
        (2, "Each team plays every other twice, once at home."),
        (3, "Each team plays every other 3 times."),
        (4, "Each team plays every other 4 times, 2 of them at home."),
    ],
)
def test_each_plays_every_other_so_many_times(meetings: int, said: str) -> None:
    assert said in told(cup(TABLE.replace("meetings: 1", f"meetings: {meetings}")))


def test_level_teams_are_separated_by_a_list() -> None:
    ranking = "[points, goal_difference, {head_to_head: [points, goals_for away]}, goals_against, lots]"
    assert told(cup(LEAGUE % ranking))[-5:] == [
        "The order is by points. Teams level on points are separated by, in this order:",
        "Goal difference.",
        "The matches among the teams still level, by points, then goals scored away.",
        "Goals conceded (the fewer, the better).",
        "The drawing of lots.",
    ]


def test_what_is_done_again_says_so() -> None:
    again = told(cup(LEAGUE % "[points, {head_to_head: [wins], then: restart}, goals_for]"))[-2]
    assert again == (
        "The matches among the teams still level, by wins. If some are then separated and others still level, these "
        "matches are looked at again from the first of these criteria, only those among the teams still level."
    )


@pytest.mark.parametrize(
    ("ranking", "said"),
    [
        ("[points]", "The order is by points."),
        ("[points, shared]", "The order is by points. Teams level on points share the place."),
        ("[points, lots]", "The order is by points. Lots are drawn between teams level on points."),
    ],
)
def test_a_short_ranking_is_a_sentence(ranking: str, said: str) -> None:
    assert told(cup(LEAGUE % ranking))[-1] == said


def test_scores_are_called_what_the_sport_calls_them() -> None:
    text = cup(LEAGUE % "[points, goal_difference, goals_for]")
    assert told(text)[-2:] == ["Goal difference.", "Goals scored."]
    assert told(text.replace("name: Cup", "name: Cup\nsport: rugby"))[-3:] == [
        "The order is by table points. Teams level on table points are separated by, in this order:",
        "Points difference.",
        "Points scored.",
    ]


def test_criteria_that_are_the_same_are_told_once() -> None:
    year = "  - {id: year, kind: table, matches: table, rank_by: main}\n"
    head = "rankings: {main: [points, goal_difference, goals_for, wins, lots]}\n"
    assert told(cup(LEAGUE % "main" + year, head=head))[-1] == (
        "The order is by the same criteria as that of the table."
    )


def test_a_criterion_that_is_made_of_much_says_all_of_it() -> None:
    format_ = built(cup(LEAGUE % "[points]"))
    table = format_.stages["table"]
    criterion = Criterion("points", opponents="all", without_lowest=True, by_result=True)
    steps = (replace(table.ranking.steps[0], criterion=criterion),)
    changed = replace(format_, stages={"table": replace(table, ranking=replace(table.ranking, steps=steps))})
    assert list(lines(format_prose(changed)))[-1] == (
        "The order is by points of all opponents, the lowest of these left out, of these in full if beaten, half after "
        "a drawn match, nothing after a defeat."
    )


# -------------------------------------------------------------------------------------------------- knock-outs


def decided(keys: str) -> list[str]:
    """Return how a tie is played, and what decides it, one sentence after the other."""
    stage = f"  - {{id: ko, kind: knockout, entrants: table 1-2, {keys}, rounds: [{{id: final}}]}}\n"
    section = format_prose(built(cup(TABLE + stage))).sections[-1]
    return sentences(section.paragraphs[-1], "en").split(". ")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            "legs: 2, hosts: [worse_seed, better_seed], decide_by: [aggregate, away_goals, better_seed]",
            [
                "A tie is over two legs, with the worse seed at home in the first and the better seed in the second",
                "The team with more goals in both matches together wins the tie",
                "If they are level on aggregate, the team with more goals away from home wins; "
                "if they are still level, the better seed wins.",
            ],
        ),
        (
            "legs: 2, hosts: neutral, decide_by: [aggregate, extra_time, away_goals, shoot_out]",
            [
                "A tie is over two legs, on neutral ground",
                "The team with more goals in both matches together wins the tie",
                "If they are level on aggregate, extra time is played; if they are still level, the team with more "
                "goals away from home wins, those of extra time included; if they are still level, kicks from the "
                "penalty mark decide.",
            ],
        ),
        (
            "hosts: neutral, decide_by: [score, {replay: 5}]",
            [
                "A tie is one match, on neutral ground",
                "The winner of the match wins the tie",
                "If the match is level, they play again, up to 5 times.",
            ],
        ),
        (
            "hosts: first, decide_by: [score, extra_time, {replay: 1}, lots]",
            [
                "A tie is one match, with the team named first at home",
                "The winner of the match wins the tie",
                "If the match is level, extra time is played; if they are still level, they play again, with the "
                "other team at home; if that match is level too, lots are drawn.",
            ],
        ),
        (
            "legs: {best_of: 3}, hosts: [first, second, first], each_match: [score, overtime], decide_by: [wins]",
            [
                "A tie is the best of 3 matches: whoever has won 2 wins it, "
                "and matches no longer needed are not played",
                "At home are, match by match: the team named first, the team named second, the team named first",
                "If a match is level, play goes on until one of them leads.",
            ],
        ),
    ],
)
def test_how_a_tie_is_decided(keys: str, said: list[str]) -> None:
    assert decided(keys) == said


def test_rounds_that_are_alike_are_told_together() -> None:
    rounds = "[{id: quarterfinals}, {id: semifinals}, {id: final, decide_by: [score, shoot_out]}]"
    said = told(cup(TABLE + knockout("entrants: table 1-8, pairing: reseed, ", rounds)))
    assert said[-3:] == [
        "In every round the best seed left meets the worst seed left, the second best the second worst, and so on.",
        "Quarterfinals and semifinals. A tie is one match, on neutral ground. The winner of the match wins the tie. "
        "If the match is level, lots are drawn.",
        "Final. A tie is one match, on neutral ground. The winner of the match wins the tie. If the match is level, "
        "kicks from the penalty mark decide.",
    ]


def test_a_round_is_told_with_its_stage_where_two_stages_have_one_of_its_name() -> None:
    one = knockout("", "[{id: semifinals, ties: [{id: A, teams: table 1-2}, {id: B, teams: table 3-4}]}]")
    other = one.replace("id: ko", "id: cup")
    assert told(cup(TABLE + one + other, "  champion: winners ko.semifinals\n"))[-1] == (
        "Champions: the winners of the semifinals of “ko”."
    )


def test_rounds_that_follow_from_the_number_of_teams_are_counted_among_these() -> None:
    one = knockout("entrants: table 1-2, ", "[{id: final}]")
    other = knockout("entrants: table 3-8, pairing: bracket, ", "as_needed").replace("id: ko", "id: cup")
    assert told(cup(TABLE + one + other, "  champion: winner cup.final\n"))[-1] == (
        "Champions: the winner of the final of the cup."
    )


def test_a_long_printed_table_is_counted_and_not_printed() -> None:
    world_cup = read_format("world-cup-2026", FormatFiles())
    rows = next(len(stage.rows) for stage in world_cup.stages.values() if isinstance(stage, Lookup))
    said = " ".join(lines(format_prose(world_cup)))
    assert f"It has {rows} rows, which lie beside the format, and fills" in said


# ---------------------------------------------------------------------------------------- outcomes and the rest


def test_an_outcome_is_a_chain_of_choices() -> None:
    ends = "  promoted:\n    - {take: table 1, when: table 1 is table 2, because: it won}\n    - table last\n"
    text = cup(TABLE, ends)
    assert told(text)[-1] == (
        "Promoted: the first of the table, if the first of the table is also the second of the table (“it won”); or "
        "else the last of the table."
    )
    assert told(text, "es")[-1] == (
        "Asciende: el primero de la tabla, si el primero de la tabla es también el segundo de la tabla («it won»); si "
        "no, el último de la tabla."
    )


def test_a_fact_nobody_has_words_for_is_told_by_its_id() -> None:
    names = Names(built(cup(TABLE)))
    assert say(names.where(FactIs("shoe_size", "44"))) == "with shoe size “44”"
    assert say(names.where(FactIs("shoe_size", "44")), "es") == "con shoe size «44»"


def test_the_head_of_a_file_is_told_and_what_is_doubtful_in_it() -> None:
    head = "# A cup.\n# Uncertain: the end\n#   of it. Sources: a book.\n"
    text = f"{head}name: Cup  # check\n# check: not this\nteams: 2  # check: this\n"
    said = list(lines(format_prose(built(cup(TABLE)), text)))
    assert said[1] == "A cup."
    assert said[-5:] == [
        "What is uncertain",
        "The end of it.",
        "2 rules are marked as doubtful in the file, in the lines 4 and 6.",
        "Sources",
        "A book.",
    ]


def test_a_file_without_a_comment_has_no_such_parts() -> None:
    text = cup(TABLE)
    assert list(lines(format_prose(built(text), text))) == list(lines(format_prose(built(text))))


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_document_has_the_same_words(language: str) -> None:
    files = FormatFiles()
    format_, text = read_format("ascenso-mx-season-2012", files), files.text("ascenso-mx-season-2012") or ""
    document = format_document(format_, text, language)
    assert list(_in_section(document["prose"])) == list(lines(format_prose(format_, text), language))
    assert document["tournaments"] == {"apertura": "ascenso-mx-2012", "clausura": "ascenso-mx-2012"}


def _in_section(section: dict[str, Any]) -> Iterator[str]:
    yield section["heading"]
    for paragraph in section["paragraphs"]:
        yield from _in_paragraph(paragraph)
    for inner in section["sections"]:
        yield from _in_section(inner)


def _in_paragraph(paragraph: dict[str, Any]) -> Iterator[str]:
    yield paragraph["text"]
    for item in paragraph["items"]:
        yield from _in_paragraph(item)

"""``competition.yaml``: the frame of a competition."""

import time

import pytest

from liguilla.errors import FactsError, Origin
from liguilla.facts import Competition, Titles
from liguilla.notation import read_folder
from tests.notation.folders import make, said_of

FRAME = """\
title: {en: "Opening 2012", es: Apertura 2012}
season: 2012-13       # text, as are no and 2012
country: no
starts: 2012-07-20
titles:
  - team: Neza
    before: 1
note: >-
  A long text in
  two lines.
"""


def test_a_frame() -> None:
    make("cup", {"competition.yaml": FRAME})
    frame = read_folder("cup").facts.competition
    assert frame == Competition(
        title={"en": "Opening 2012", "es": "Apertura 2012"},
        season="2012-13",
        country="no",
        starts=frame.starts,
        titles=(Titles("Neza", 1),),
        note="A long text in two lines.",
    )
    assert f"{frame.starts}" == "2012-07-20"
    assert frame.lines["titles"] == Origin("cup/competition.yaml", 5, 1)
    assert frame.titles[0].origin == Origin("cup/competition.yaml", 6, 5)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("seasn: 2012-13", ['1:1: unknown key "seasn". Did you mean "season"?']),
        ("starts: 20 July", ["1:9: starts: '20 July' is not a date. Write year, month and day, such as 2012-11-18"]),
        ("season: [2012, 2013]", ["1:9: season: is a list or mapping. Write one value"]),
        (
            "title: [a]",
            ["1:8: title: is neither text nor a mapping of languages. Write a text, or such as {en: ..., es: ...}"],
        ),
        (
            "title: {English: a}",
            ['1:8: title: "English" is no language with its text. Write a text, or such as {en: ..., es: ...}'],
        ),
        ("titles: 2", ["1:9: titles: is not a list of clubs and their titles. Write such as [{team: ..., before: 1}]"]),
        ("titles: [{team: Neza}]", ['1:10: titles[0]: the key "before" is missing. Add it']),
        (
            "titles: [{team: Neza, befor: 1}]",
            [
                '1:10: titles[0]: the key "before" is missing. Add it',
                '1:23: titles[0]: unknown key "befor". Did you mean "before"?',
            ],
        ),
        (
            "titles: [{team: Neza, before: one}]",
            [
                "1:31: titles[0], before: 'one' is not a whole number. Write digits only, such as 2",
            ],
        ),
        ("season: a\nseason: b", ['2:1: the key "season" is there twice. Delete one of them']),
        ("season: &a b", ["1:9: anchors, aliases and tags are not used. Write the value out"]),
        ("season: !!str b", ["1:9: anchors, aliases and tags are not used. Write the value out"]),
        ("season: *a", ["1:9: anchors, aliases and tags are not used. Write the value out"]),
        ("? [a]\n: b", ["1:3: a key has to be a word. Write one, and a colon after it"]),
        (
            "- a",
            [
                '1:1: the file is not a mapping. Write a key, a colon and a value in each line, such as "season: '
                '2012-13"'
            ],
        ),
        ("season: a\n---\nseason: b", ["2:1: a second document starts here. Delete the line"]),
        (
            "season: 'a",
            [
                "2:1: this can't be read as YAML: found unexpected end of stream. Check the indentation, colons, "
                "brackets and quotes here and above",
            ],
        ),
        ("season: " + "[" * 99, ["1:16: this is nested too deeply. Nothing here needs more than a list of mappings"]),
        ("season: \a", ["holds a character that YAML does not allow. Delete it"]),
    ],
)
def test_a_frame_that_cannot_be_read(text: str, messages: list[str]) -> None:
    separator = ":" if messages[0][0].isdigit() else ": "
    assert said_of({"competition.yaml": text + "\n"}) == [f"cup/competition.yaml{separator}{each}" for each in messages]


def test_the_line_is_shown_with_a_caret() -> None:
    make("cup", {"competition.yaml": "title: Cup\nseasn: 2012-13\n"})
    with pytest.raises(FactsError) as caught:
        read_folder("cup")
    assert caught.value.problems[0].snippet() == "    2 | seasn: 2012-13\n      | ^"


def test_a_frame_that_is_absurd_is_answered_at_once() -> None:
    started = time.monotonic()
    assert said_of({"competition.yaml": "[" * 300_000}) == [
        "cup/competition.yaml: has 293 KB; files above 256 KB are not read. Check that this is the right file"
    ]
    said_of({"competition.yaml": "[" * 200_000})
    assert time.monotonic() - started < 5

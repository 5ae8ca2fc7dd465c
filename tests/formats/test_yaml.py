"""YAML, read strictly: what is allowed, what is refused, and where it says so."""

import pytest

from liguilla.errors import FormatError
from liguilla.formats import MappingNode, SequenceNode, plain, read_yaml


def refused(text: str) -> list[str]:
    with pytest.raises(FormatError) as caught:
        read_yaml(text, "cup.yaml")
    return [problem.line().removeprefix("cup.yaml:") for problem in caught.value.problems]


def test_yes_no_dates_decimals_and_quoted_words_are_text_and_whole_numbers_numbers() -> None:
    text = 'a: [yes, no, on, 2012-13, 2012-07-20, 1.5, 1/2, 007, "12", True, 1e3, 0x1F]\n'
    text += "b: [12, -3, 0]\nc: [true, ~, null]\n"
    assert plain(read_yaml(text, "cup.yaml")) == {
        "a": ["yes", "no", "on", "2012-13", "2012-07-20", "1.5", "1/2", "007", "12", "True", "1e3", "0x1F"],
        "b": [12, -3, 0],
        "c": [True, None, None],
    }


def test_a_number_no_competition_has_stays_text() -> None:
    assert plain(read_yaml(f"a: {'9' * 5000}", "cup.yaml")) == {"a": "9" * 5000}


def test_every_key_item_and_value_knows_its_place() -> None:
    node = read_yaml("a: 1\nb:\n  - x\n  - {c: [y,\n      z]}\n", "cup.yaml")
    assert isinstance(node, MappingNode)
    listed = node.values["b"]
    assert isinstance(listed, SequenceNode)
    inner = listed.items[1]
    assert isinstance(inner, MappingNode)
    assert [str(mark.origin) for mark in (node.keys["b"], listed.items[0].at, inner.keys["c"])] == [
        "cup.yaml:2:1",
        "cup.yaml:3:5",
        "cup.yaml:4:6",
    ]
    assert str(inner.values["c"].at.origin) == "cup.yaml:4:9"


def test_an_ampersand_or_star_in_text_and_comments_is_none() -> None:
    text = 'a: "R&B *stars* !"   # & and * and !x\nb: Smith & Sons *\n'
    assert plain(read_yaml(text, "cup.yaml")) == {"a": "R&B *stars* !", "b": "Smith & Sons *"}


ANCHORS = "anchors, aliases and tags are not used; name a list under `rankings` instead"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x {b: 1}\nc: *x\n", [f"1:4: {ANCHORS}", f"2:4: {ANCHORS}"]),
        ("&x a: 1\n", [f"1:1: {ANCHORS}"]),
        ("a: !!set {b, c}\n", [f"1:4: {ANCHORS}"]),
        ("a: !new x\nb: !!str 5\n", [f"1:4: {ANCHORS}", f"2:4: {ANCHORS}"]),
        ("a: 1\nb: 2\na: 3\n", ['3:1: the key "a" stands twice in one mapping']),
        ("a: {b: 1, b: 2, c: &x 1}\n", ['1:11: the key "b" stands twice in one mapping', f"1:20: {ANCHORS}"]),
        ("? [a, b]\n: c\n", ["1:3: a key is a word, not a list or a mapping"]),
        ("a: 1\n---\nb: 2\n", ['2:1: a file holds one document; take the "---" or "..." out']),
    ],
)
def test_what_reads_well_but_is_easily_got_wrong_is_refused(text: str, expected: list[str]) -> None:
    assert refused(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", "2:1: a tab can't stand here; use spaces"),
        ("a: @home\n", '1:4: text that begins with "@" needs quotation marks around it'),
        ("a: `x`\n", '1:4: text that begins with "`" needs quotation marks around it'),
        ("a: * x\n", '1:4: text that begins with "*" needs quotation marks around it'),
        ('a: "x\nb: 1\n', "1:4: this quotation mark is never closed"),
        ('a: "\\q"\n', '1:6: after "\\" in double quotation marks only certain letters may follow; use single ones'),
        ("a: [1, 2\nb: 3\n", '2:2: the "[" opened in line 1 is not closed with "]", or a comma is missing before this'),
        ("a: {b: 1\nc: 2\n", '2:2: the "{" opened in line 1 is not closed with "}", or a comma is missing before this'),
        (
            "a: 1]\nb: [1]]\n",
            '2:7: "]" closes or separates nothing here; take it out, or put the text in quotation marks',
        ),
        (
            "name: Cup: 2012\n",
            '1:10: there is one ": " too many: put the text in quotation marks, or begin a new line for the key',
        ),
        ("a: 1\nfoo\nb: 2\n", '2:1: there is no ": " between a key and its value here'),
        ("a:\n  b: 1\n c: 2\n", "3:2: this is not indented like what it belongs to"),
        (
            'a: "x" y\n',
            "1:8: this doesn't go on with what stands before it; mend the indentation, or put the whole text in "
            "quotation marks",
        ),
        ("a: x\0\n", "1:5: the character U+0000 can't be seen and isn't allowed; take it out"),
        ("\ufeffa: 1\nb: \ud800\n", "2:4: the character U+D800 can't be seen and isn't allowed; take it out"),
        ("a: " + "[" * 100 + "]" * 100, "1:44: more than 40 lists and mappings inside each other"),
        ("x" * 1_000_001, "1:1: the file has more than 1000000 characters"),
        ("%x\n", "2:1: this can't be read as YAML: expected '<document start>', but found ('<stream end>',)"),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, expected: str) -> None:
    assert refused(text) == [expected]


def test_lines_end_as_on_any_machine() -> None:
    for end in ("\n", "\r\n", "\r"):
        with pytest.raises(FormatError) as caught:
            read_yaml(f"a: 1{end}b: *x{end}", "cup.yaml")
        (problem,) = caught.value.problems
        assert (problem.line(), problem.excerpt) == (f"cup.yaml:2:4: {ANCHORS}", ((2, "b: *x"),))

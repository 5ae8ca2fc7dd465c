"""Sound inputs made unsound: bytes turned over, lines swapped, numbers grown, brackets piled up, files spliced."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

__all__ = ["CHANGES", "Change", "mutated"]

NUMBER: Final = re.compile(rb"\d+")
WORD: Final = re.compile(rb"[^\W_]+")

NUMBERS: Final = (
    *("0", "-1", "00", "1e9", "1.5", "٣", "²", "９９", "NaN", "inf", "0x10", "1_000", "9" * 30, "9" * 5_000),
    *("9223372036854775808", "-0", "+7", "½", "1/0", "2018", "31", "13", "99", "1e400"),
)
SIGNS: Final = (
    *("\x00", "\x0b", "\x0c", "\x1b[1m", "\x1c", "\x85", "\xa0", "\u00ad", "\u200b", "\u202e", "\u2028", "\ufeff"),
    *("\ufffd", "é", "e\u0301", "ß", "İ", "ﬁ", "😀", "\ue000", "\U000e0001", "﷽", "\\", '"', "'", "`", "''", '""'),
    *(
        "\r",
        "\r\n",
        "\n",
        "\n\n",
        "\t",
        " ",
        "  ",
        ",",
        ";",
        "|",
        ":",
        "-",
        "–",
        "#",
        "@",
        "&a ",
        "*a",
        "!!python",
        "%",
    ),
    *("{", "}", "[", "]", "(", ")", "<", ">", "<!--", "-->", "=", "==", "▪", "»", "?", "/", "..", "${x}", "{0}", "{{"),
)
TOKENS: Final = (
    *("null", "true", "none", "None", "yes", "NA", "bye", "w/o", "aet", "pen", "pens", "awarded", "abandoned", "P-P"),
    *("2-1", "2:1", "1-1 (4-2 pen)", "3-0 w/o", "99-99", "0-0", "-", "x", "Final", "Group A", "Matchday 1", "Round 1"),
    *("2018-02-30", "31/12/99", "Feb/29", "24:00", "23:59:60", "UTC+99", "America/Nowhere", "Leeds", "Leeds v Bury"),
    *("teams", "table 1-8", "winner final", "each group 1", "loser semifinals", "points", "previous.table", "lots"),
    *("given x", "as_needed", "reseed", "head_to_head", "restart", "is level with", "except", "where", "bottom 3"),
)
LONG: Final = (
    "a" * 9_000,
    "0" * 9_000,
    " " * 9_000,
    "-1" * 4_000,
    "\n" * 3_000,
    "(" * 3_000,
    "é" * 3_000,
    "a b " * 2_000,
)
DEEP: Final = ("[", "{", "(", "[{", '{"a":', "- ", "? ", "'", '"', "&a [", "*", "<a>")
ENCODINGS: Final = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7", "cp037")

Change = Callable[[Random, bytes, Sequence[bytes]], bytes]


def mutated(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Return a content changed in one to six ways.

    Parameters
    ----------
    random
        What is changed, and how, depends on nothing else.
    others
        What pieces are taken from.
    """
    for _ in range(random.choices((1, 2, 3, 4, 6), (8, 6, 4, 2, 1))[0]):
        content = random.choices(CHANGES, WEIGHTS)[0](random, content, others)
    return content


def _at(random: Random, content: bytes) -> int:
    return random.randint(0, len(content))


def _span(random: Random, content: bytes, most: int = 60) -> tuple[int, int]:
    start = _at(random, content)
    return start, min(len(content), start + random.randint(1, most))


def _insert(content: bytes, at: int, piece: bytes) -> bytes:
    return content[:at] + piece + content[at:]


def turn_a_bit(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    if not content:
        return content
    at = random.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def write_a_sign(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return _insert(content, _at(random, content), random.choice(SIGNS).encode())


def write_over(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _span(random, content, 12)
    return content[:start] + random.choice((*SIGNS, *TOKENS, *NUMBERS)).encode() + content[end:]


def take_out(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _span(random, content)
    return content[:start] + content[end:]


def repeat(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _span(random, content)
    return _insert(content, start, content[start:end] * random.choice((1, 2, 50)))


def cut(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    at = _at(random, content)
    return content[:at] if random.random() < 0.7 else content[at:]


def change_a_number(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return _in_place_of(random, content, NUMBER, NUMBERS)


def change_a_word(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return _in_place_of(random, content, WORD, TOKENS)


def _in_place_of(random: Random, content: bytes, pattern: re.Pattern[bytes], choices: Sequence[str]) -> bytes:
    found = pattern.search(content, _at(random, content)) or pattern.search(content)
    piece = random.choice(choices).encode()
    return content[: found.start()] + piece + content[found.end() :] if found else content + piece


def borrow_a_word(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Put one word of the content in the place of another, so that names clash and references go astray."""
    words = [found.span() for found in WORD.finditer(content)]
    if len(words) < 2:
        return content
    (start, end), (first, last) = random.sample(words, 2)
    return content[:start] + content[first:last] + content[end:]


def change_lines(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    lines = content.splitlines(keepends=True)
    if len(lines) < 2:
        return content
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.choice(("swap", "repeat", "take out", "shift", "join")):
        case "swap":
            lines[one], lines[other] = lines[other], lines[one]
        case "repeat":
            lines[other:other] = lines[one : one + random.randint(1, 4)]
        case "take out":
            del lines[one]
        case "shift":
            lines[one] = random.choice((b" ", b"    ", b"\t", b"- ")) + lines[one]
        case _:
            lines[one] = lines[one].rstrip(b"\r\n")
    return b"".join(lines)


def splice(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    other = random.choice(others) if others else content
    start, end = sorted((_at(random, other), _at(random, other)))
    return _insert(content, _at(random, content), other[start : min(end, start + 2_000)])


def splice_lines(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    other = (random.choice(others) if others else content).splitlines(keepends=True)
    lines = content.splitlines(keepends=True)
    at, start = random.randint(0, len(lines)), random.randint(0, len(other))
    return b"".join((*lines[:at], *other[start : start + random.randint(1, 8)], *lines[at:]))


def pile_up(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return _insert(content, _at(random, content), random.choice(DEEP).encode() * random.choice((5, 60, 2_000)))


def lengthen(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return _insert(content, _at(random, content), random.choice(LONG).encode())


def write_in_another_encoding(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return content.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")


def end_lines_otherwise(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b"\x0b", b"")))


def separate_otherwise(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    return content.replace(random.choice((b",", b";", b":", b"-", b" ")), random.choice((b",", b";", b"\t", b"|", b"")))


WEIGHTED: Final[Sequence[tuple[Change, int]]] = (
    (turn_a_bit, 6),
    (write_a_sign, 10),
    (write_over, 10),
    (take_out, 8),
    (repeat, 5),
    (cut, 5),
    (change_a_number, 14),
    (change_a_word, 12),
    (borrow_a_word, 12),
    (change_lines, 14),
    (splice, 6),
    (splice_lines, 8),
    (pile_up, 2),
    (lengthen, 2),
    (write_in_another_encoding, 1),
    (end_lines_otherwise, 1),
    (separate_otherwise, 1),
)
CHANGES: Final = tuple(change for change, _ in WEIGHTED)
WEIGHTS: Final = tuple(weight for _, weight in WEIGHTED)

"""What is fed: every reader of results, the front door, whole seasons, our own folder, and the loader of formats.

A target makes an input from a `Random` alone, so a number is enough to make the same input again, and feeds it to the
code as a user would. Whatever the input is, an answer has to come: values and problems, or one of our own exceptions,
and each problem can be said in every language.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing.util import Finalize
from pathlib import Path
from random import Random
from typing import Any, Final

from liguilla.engine import play, problems
from liguilla.errors import FactsError, FormatError, Problem
from liguilla.facts import Facts, Team, contradictions
from liguilla.formats import Format, check_format, plain, read_format, read_head, read_yaml
from liguilla.notation import read_folder
from liguilla.notation.files import decoded
from liguilla.notation.importing import import_seasons
from liguilla.notation.results.reading import NOTATIONS, Notation, read_results
from liguilla.notation.seasons import read_seasons
from liguilla.words import LANGUAGES
from tests.formats.changes import flow, paths
from tests.formats.shelves import LIBRARY, Shelf
from tests.fuzzing.corpus import FOLDER, formats, of_every_notation, texts_by_notation
from tests.fuzzing.mutations import TOKENS, mutated

__all__ = ["Target", "every_target"]

NAMES: Final = ("file", "2018-19/eng.1.csv", "cup_finals.txt", "en.2.json", "Liga MX 2018-19.csv", "a\u200bé.trf")
MOST_TEAMS: Final = 12
"""A changed format that asks for more isn't played: what is looked for shows with few."""


@dataclass(frozen=True)
class Target:
    """A part of the code that inputs are fed to.

    Attributes
    ----------
    make
        An input, from a source of chance.
    feed
        Returns whether the input was read, rather than refused as something else.
    """

    id: str
    make: Callable[[Random], bytes]
    feed: Callable[[bytes], bool]


def every_target(real: Path | None = None) -> Mapping[str, Target]:
    """Return all targets, by id.

    Parameters
    ----------
    real
        A folder of real results to start from too.
    """
    listed = (
        *(Target(each.id, partial(_of_notation, each.id, real), partial(read_in_notation, each)) for each in NOTATIONS),
        Target("front_door", partial(_any_file, real), read_at_the_front_door),
        Target("seasons", partial(_any_file, real), read_whole_seasons),
        Target("folder", _a_file_of_a_folder, read_a_folder),
        Target("format", _a_format, read_a_format),
        Target("yaml", _any_yaml, read_a_format),
    )
    return {target.id: target for target in listed}


def _say(found: Iterable[Problem]) -> None:
    for problem in found:
        for language in LANGUAGES:
            assert problem.line(language)
        problem.snippet()


# ------------------------------------------------------------------------------------------------ files of results


@cache
def _pools(real: Path | None) -> tuple[Mapping[str, tuple[bytes, ...]], tuple[bytes, ...]]:
    """Return sound inputs by notation, and all of them together."""
    own = {
        id_: tuple(text.encode("utf-8", "surrogatepass") for text in texts)
        for id_, texts in texts_by_notation(real).items()
    }
    return own, of_every_notation(real)


def _of_notation(id_: str, real: Path | None, random: Random) -> bytes:
    own, every = _pools(real)
    return mutated(random, random.choice(own[id_]), own[id_] if random.random() < 0.8 else every)


def _any_file(real: Path | None, random: Random) -> bytes:
    _, every = _pools(real)
    return mutated(random, random.choice(every), every)


def read_in_notation(notation: Notation, content: bytes) -> bool:
    found: list[Problem] = []
    text = decoded(content, "file", found, foreign=True)
    name = NAMES[len(content) % len(NAMES)]
    _say(found)
    if text is None or not notation.recognises(name, text):
        return False
    reading = notation.read(text, name)
    _say(reading.problems)
    for results in reading.results:
        assert all(team for team in results.teams)
        assert all(match.origin.line for match in results.matches)
        if notation.write is not None:
            try:
                notation.write(results)
            except FactsError as refused:
                _say(refused.problems)
    return True


@cache
def _scratch() -> Path:
    """Return a folder of this process's own, in memory where there is such a place; it goes with the process."""
    memory = Path("/dev/shm")
    folder = tempfile.mkdtemp(prefix="liguilla-fuzz-", dir=memory if memory.is_dir() else None)
    # Unlike what atexit is told, this is done in a process that was forked too.
    Finalize(None, shutil.rmtree, args=(folder,), kwargs={"ignore_errors": True}, exitpriority=1)
    return Path(folder)


def _halves(content: bytes) -> list[bytes]:
    """Return a content as one file, or as two that say parts of the same."""
    lines = content.splitlines(keepends=True)
    if len(content) % 5 or len(lines) < 4:
        return [content]
    half = len(lines) // 2
    return [b"".join(lines[: half + 1]), b"".join((*lines[:1], *lines[half:]))]


def _written(content: bytes) -> Path:
    folder = _scratch() / "files"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for number, part in enumerate(_halves(content)):
        (folder / f"{number}.csv").write_bytes(part)
    return folder


def read_at_the_front_door(content: bytes) -> bool:
    folder = _written(content)
    reading = read_results([folder] if len(content) % 2 else sorted(folder.iterdir()))
    _say(reading.problems)
    return bool(reading.results)


FORMATS: Final = (None, "single-elimination", "double-elimination", "round-robin", "fide-swiss", "liga-mx-season-2018")
"""By which whole seasons are read; None for that of the competition."""


def read_whole_seasons(content: bytes) -> bool:
    """Read files, place their matches by some format, play, write the folder and read it again."""
    folder, made = _written(content), _scratch() / "made"
    shutil.rmtree(made, ignore_errors=True)
    try:
        reading = read_seasons([folder], format_name=FORMATS[len(content) % len(FORMATS)])
        _say(reading.problems)
        for season in reading.seasons:
            _say(season.problems)
            _say(contradictions(season.facts))
            _say(problems(play(season.format, season.facts)))
        import_seasons(reading.seasons, made)
        for season_folder in made.rglob("competition.yaml"):
            _say(read_folder(season_folder.parent).problems)
    except (FactsError, FormatError) as refused:
        _say(refused.problems)
        return False
    return True


# ------------------------------------------------------------------------------------------------------ our folder

SEPARATOR: Final = b"\n\x1d"
"""Between the name of a file and its content."""


def _a_file_of_a_folder(random: Random) -> bytes:
    name = random.choice(sorted(FOLDER))
    others = [text.encode() for text in FOLDER.values()]
    return name.encode() + SEPARATOR + mutated(random, FOLDER[name].encode(), others)


def read_a_folder(content: bytes) -> bool:
    changed, _, text = content.partition(SEPARATOR)
    folder = _scratch() / "own"
    if not folder.exists():
        folder.mkdir()
        for name, sound in FOLDER.items():
            (folder / name).write_text(sound, encoding="utf-8")
    name = changed.decode("utf-8", "replace")
    path = folder / (name if name in FOLDER else "matches.csv")
    path.write_bytes(text)
    try:
        reading = read_folder(folder)
        _say(reading.problems)
        _say(contradictions(reading.facts))
        _say(problems(play(read_format("single-elimination", LIBRARY), reading.facts)))
    except (FactsError, FormatError) as refused:
        _say(refused.problems)
        return False
    finally:
        path.write_text(FOLDER[path.name], encoding="utf-8")
    return True


# --------------------------------------------------------------------------------------------------------- formats

VALUES: Final[Sequence[Any]] = (
    *(
        "none",
        "",
        "teams",
        "table 1-99",
        "each group 1",
        "winner final",
        "as_needed",
        "lots",
        "año",
        "previous.table 1",
    ),
    *(-1, 0, 1, 2, 3, 7, 10**20, True, False, None, [], {}, [[]], "1/2", "1/0", [1, 2], {"best_of": 4}, "drawn"),
)


@cache
def _words() -> Sequence[str]:
    return sorted({word for text in formats().values() for word in text.split() if len(word) < 30 and "#" not in word})


def _a_format(random: Random) -> bytes:
    """Return a format of the library that was changed as a text, or as a tree: then it is always YAML."""
    texts = formats()
    name = random.choice(sorted(texts))
    if random.random() < 0.4:
        others = [text.encode() for text in random.sample(list(texts.values()), 3)]
        return f"{name}\n".encode() + SEPARATOR + mutated(random, texts[name].encode(), others)
    whole: Any = deepcopy(_trees()[name])
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        _change_the_tree(random, whole)
    return f"{name}\n".encode() + SEPARATOR + flow(whole).encode("utf-8", "surrogatepass")


@cache
def _trees() -> Mapping[str, Any]:
    return {name: plain(read_yaml(text, name)) for name, text in formats().items()}


def _change_the_tree(random: Random, whole: Any) -> None:
    ways = list(paths(whole))
    if not ways:
        return
    *above, last = random.choice(ways)
    parent = whole
    for step in above:
        parent = parent[step]
    words = _words()
    match random.choice(("delete", "replace", "replace", "rename", "repeat", "borrow", "words")):
        case "delete":
            del parent[last]
        case "rename" if isinstance(parent, dict):
            parent[random.choice(words)] = parent.pop(last)
        case "repeat" if isinstance(parent, list):
            parent.insert(random.randint(0, len(parent)), parent[last])
        case "borrow":
            other: Any = whole
            for step in random.choice(ways):
                other = other[step] if isinstance(other, dict | list) and _has(other, step) else other
            # A copy: a tree that holds itself has no text.
            parent[last] = deepcopy(other)
        case "words":
            parent[last] = " ".join(random.choices((*words, *TOKENS), k=random.randint(1, 4)))
        case _:
            parent[last] = random.choice(VALUES)


def _has(node: Any, step: Any) -> bool:
    return step in node if isinstance(node, dict) else isinstance(step, int) and step < len(node)


def _any_yaml(random: Random) -> bytes:
    """Return YAML out of the words of formats, in any shape, or nearly YAML."""
    text = flow(_tree(random, random.randint(1, 5)))
    if random.random() < 0.5:
        pieces = random.choices((*_words(), *TOKENS, "\n", "\n  ", "\n- ", ": ", "{", "}", "[", "]", ", "), k=60)
        text = "".join(pieces)
    content = text.encode("utf-8", "surrogatepass")
    return b"cup\n" + SEPARATOR + (mutated(random, content, ()) if random.random() < 0.3 else content)


def _tree(random: Random, depth: int) -> Any:
    if depth == 0:
        return random.choice((random.choice(VALUES), random.choice(_words())))
    many = random.randint(0, 5)
    if random.random() < 0.3:
        return [_tree(random, depth - 1) for _ in range(many)]
    return {random.choice((*_keys(), random.choice(_words()))): _tree(random, depth - 1) for _ in range(many)}


@cache
def _keys() -> Sequence[str]:
    ways = (way for tree in _trees().values() for way in paths(tree))
    return sorted({step for way in ways for step in way if isinstance(step, str)})


def _read(name: str, shelf: Shelf) -> tuple[Format | None, tuple[Problem, ...]]:
    try:
        return read_format(name, shelf), ()
    except FormatError as refused:
        return None, refused.problems


def _read_head(name: str, shelf: Shelf) -> None:
    # It looks at a few lines alone, so it may refuse what the whole makes sense of, and take what the whole doesn't.
    try:
        read_head(name, shelf)
    except FormatError as refused:
        _say(refused.problems)


def read_a_format(content: bytes) -> bool:
    """Read a format, and play it with teams that nothing is known of; what is wrong with it is said in either way."""
    head, _, body = content.partition(SEPARATOR)
    name = head.decode("utf-8", "replace").strip() or "cup"
    shelf = Shelf({name: body.decode("utf-8", "replace")})
    found, why = _read(name, shelf)
    _say(why)
    assert (found is None) is bool(why)
    if len(body) % 4 == 0:
        _read_head(name, shelf)
        assert bool(check_format(name, shelf)) or found is not None
    if found is None:
        return False
    fewest = found.entry.at_least or 2
    if fewest <= MOST_TEAMS:
        facts = Facts(teams=tuple(Team(f"Team {number}") for number in range(fewest)))
        _say(problems(play(found, facts)))
    return True

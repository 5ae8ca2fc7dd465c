"""Whatever is done to a format of the library: it is read, or refused with problems, and never anything else."""

from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from liguilla.errors import FormatError
from liguilla.formats import plain, read_format, read_yaml
from tests.formats.changes import flow, paths
from tests.formats.shelves import LIBRARY, Shelf
from tests.formats.test_library import assert_whole

WORDS = sorted({word for name in LIBRARY.names() for word in (LIBRARY.text(name) or "").split() if len(word) < 30})
VALUES = st.one_of(
    st.sampled_from(
        ["none", "teams", "", "each group 1", "winner final", "as_needed", "lots", "año", "previous.table 1"]
    ),
    st.integers(-2, 10**20),
    st.booleans(),
    st.none(),
    st.lists(st.sampled_from(WORDS), max_size=3),
    st.dictionaries(st.sampled_from(["id", "kind", "by", "take", "teams", "x"]), st.sampled_from(WORDS), max_size=2),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
)


def get(node: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        node = node[step]
    return node


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """Delete, replace, rename, repeat or move parts of a format of the library."""
    name = draw(st.sampled_from(LIBRARY.names()))
    whole: Any = plain(read_yaml(LIBRARY.text(name) or "", name))
    for _ in range(draw(st.integers(1, 3))):
        ways = list(paths(whole))
        if not ways:
            break
        path = draw(st.sampled_from(ways))
        parent, last = get(whole, path[:-1]), path[-1]
        match draw(st.sampled_from(["delete", "replace", "rename", "repeat", "move"])):
            case "delete":
                del parent[last]
            case "rename" if isinstance(parent, dict):
                parent[draw(st.sampled_from(WORDS))] = parent.pop(last)
            case "repeat" if isinstance(parent, list):
                parent.insert(last, deepcopy(parent[last]))
            case "move":
                parent[last] = deepcopy(get(whole, draw(st.sampled_from(ways))))
            case _:
                parent[last] = draw(VALUES)
    return name, flow(whole)


def refusal(name: str, text: str) -> FormatError | None:
    """Return why a format is refused; None if it is read."""
    try:
        assert_whole(read_format(name, Shelf({name: text})))
    except FormatError as refused:
        return refused
    return None


@settings(max_examples=150, deadline=None)
@given(mutated())
def test_a_changed_format_is_read_whole_or_refused_with_problems(changed: tuple[str, str]) -> None:
    refused = refusal(*changed)
    if refused:
        assert refused.problems
        for problem in refused.problems:
            assert problem.line("en")
            assert problem.line("es")
            assert problem.snippet() or problem.origin is None or problem.origin.line is None


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_refused_with_problems(text: str) -> None:
    refused = refusal("cup", text)
    assert refused
    assert refused.problems

"""Files changed in one place, written in one line."""

from collections.abc import Iterator
from typing import Any

Path = tuple[Any, ...]


def paths(node: Any, path: Path = ()) -> Iterator[Path]:
    """Give the way to every value below this one."""
    if path:
        yield path
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from paths(value, (*path, key))


def flow(node: Any, path: Path = (), put: str | None = None) -> str:
    """Write a value as YAML in one line; at the path, if there is one, stands something else, or nothing."""
    match node:
        case dict():
            return f"{{{', '.join(f'{_text(key)}: {value}' for key, value in _parts(node.items(), path, put))}}}"
        case list():
            return f"[{', '.join(value for _, value in _parts(enumerate(node), path, put))}]"
        case None | bool():
            return {None: "null", True: "true", False: "false"}[node]
        case int():
            return str(node)
    return _text(node)


def _parts(items: Any, path: Path, put: str | None) -> Iterator[tuple[Any, str]]:
    first, rest = path[:1], path[1:]
    for key, value in items:
        if (key,) != first:
            yield key, flow(value)
        elif rest:
            yield key, flow(value, rest, put)
        elif put is not None:
            yield key, put


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

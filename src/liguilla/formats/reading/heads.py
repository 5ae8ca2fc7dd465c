"""What a format says of itself, read without its rules: listing and choosing among hundreds has to be quick."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from liguilla.formats.reading.loader import Loader
from liguilla.formats.reading.nodes import plain
from liguilla.formats.reading.yaml_source import read_yaml
from liguilla.words import Text

__all__ = ["FormatHead", "read_head", "read_seasons_of"]

KEYS: Final = ("name", "source", "sport", "valid", "teams", "extends")
NUMBERS: Final = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")

TEXT: Final = r"""\"[^"\\\n]*\"|(?!(?:true|false|null)\b)[\w.][\w./’–()-]*(?: [\w./’–()-]+)*"""
"""A text in quotation marks without escapes, or of letters, figures and spaces that mean nothing else in YAML."""
REMARK: Final = r"[ ]*(?:[ ]#[^\n]*)?\n*"
ONE: Final = re.compile(rf"(\w+): ({TEXT}){REMARK}")
SEVERAL: Final = re.compile(rf"(\w+): \{{((?:\w+: (?:{TEXT})(?:, )?)+)\}}{REMARK}")
LINES: Final = re.compile(rf"(\w+):\n((?: +\w+: (?:{TEXT})\n?)+)\n*")
PAIR: Final = re.compile(rf"(\w+): ({TEXT})(?:, )?")
COUNT: Final = re.compile(r"teams:(?: \{count:| *\n +count:) ([0-9-]+)(?=[,}\s])")
"""Keys as they are nearly always written. YAML takes a hundred times as long, so it reads only what is none of them."""


def _block(keys: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds these keys at the margin, each with the indented lines below it."""
    return re.compile(rf"^(?:{'|'.join(keys)})[ \t]*:.*(?:\n(?:[ \t]+\S.*|[ \t]*))*", re.MULTILINE)


HEAD: Final = _block(KEYS)
SEASONS: Final = _block(("valid", "extends"))


@dataclass(frozen=True, slots=True)
class FormatHead:
    """The frame of a format: as in `Format`, as far as it could be read. Whether its rules are sound is not known."""

    id: str
    name: Text = ""
    source: str = ""
    sport: str = "football"
    valid_from: str | None = None
    valid_to: str | None = None
    at_least: int | None = None
    at_most: int | None = None


def read_head(name: str, loader: Loader) -> FormatHead:
    """Read what a format says of itself, with what it inherits.

    Raises
    ------
    FormatError
        If these lines can't be read as YAML.
    """
    said: dict[str, Any] = {}
    seen: set[str] = set()
    file = name
    while file not in seen:
        seen.add(file)
        own = _said(file, loader, HEAD)
        said = _merged(own, said)
        if not isinstance(own.get("extends"), str):
            break
        file = own["extends"]
    first, last = _seasons(said)
    least, most = _numbers(said.get("teams"))
    title = said.get("name", "")
    return FormatHead(
        id=name,
        name=title if isinstance(title, Mapping) else str(title),
        source=str(said.get("source", "")),
        sport=str(said.get("sport", "football")),
        valid_from=first,
        valid_to=last,
        at_least=least,
        at_most=most,
    )


def read_seasons_of(name: str, loader: Loader) -> tuple[str | None, str | None]:
    """Return the first and the last season for which a format holds, as it says or inherits; None: open on that side.

    Raises
    ------
    FormatError
        If these lines can't be read as YAML.
    """
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        said = _said(name, loader, SEASONS)
        if "valid" in said or not isinstance(said.get("extends"), str):
            return _seasons(said)
        name = said["extends"]
    return None, None


def _said(name: str, loader: Loader, block: re.Pattern[str]) -> dict[str, Any]:
    quickly: dict[str, Any] = {}
    others = []
    for written in block.findall(loader.text(name) or ""):
        found = _read_quickly(written)
        if found is None or found[0] in quickly:
            others.append(written)
        else:
            quickly[found[0]] = found[1]
    said = plain(read_yaml("\n".join(others), loader.file(name), name)) if others else None
    return {**quickly, **said} if isinstance(said, dict) else quickly


def _read_quickly(block: str) -> tuple[str, Any] | None:
    """Return the key and value of a block that is written in one of the usual ways."""
    if one := ONE.fullmatch(block):
        return one[1], one[2].strip('"')
    if count := COUNT.match(block):
        return "teams", {"count": count[1]}
    if several := SEVERAL.fullmatch(block) or LINES.fullmatch(block):
        return several[1], {key: text.strip('"') for key, text in PAIR.findall(several[2])}
    return None


def _merged(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a format says together with what it inherits; seasons replace those inherited."""

    def value(key: str) -> Any:
        if key in own and key != "valid" and isinstance(own[key], Mapping) and isinstance(base.get(key), Mapping):
            return {**base[key], **own[key]}
        return own.get(key, base.get(key))

    return {key: value(key) for key in {**base, **own}}


def _seasons(said: Mapping[str, Any]) -> tuple[str | None, str | None]:
    valid = said.get("valid")
    if not isinstance(valid, Mapping):
        return None, None
    first, last = (None if valid.get(key) is None else str(valid[key]) for key in ("from", "to"))
    return first, last


def _numbers(teams: Any) -> tuple[int | None, int | None]:
    """Return the least and the greatest number of teams, as far as it is said."""
    count = teams.get("count") if isinstance(teams, Mapping) else teams
    found = NUMBERS.fullmatch(str(count))
    return (int(found[1]), int(found[2] or found[1])) if found else (None, None)

"""The page ``docs/commands.md``: what ``--help`` says of all commands, in every language.

``python -m liguilla.cli.reference > docs/commands.md`` writes it; a test holds it to the commands.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

import click

from liguilla.cli.command_line import liguilla
from liguilla.cli.speaking import in_language
from liguilla.words import LANGUAGES, phrase, say

__all__ = ["reference"]

WIDTH: Final = 78
"""As Click writes help on a terminal of 80 columns."""


def reference() -> str:
    """Return the page, in Markdown."""
    return "\n".join(line for language in LANGUAGES for line in _reference(language))


def _reference(language: str) -> Iterator[str]:
    group = in_language(liguilla, language)
    assert isinstance(group, click.Group)
    whole = _context(group, "liguilla")
    yield from (f"# {say(phrase('cli.commands'), language)}", "", say(phrase("cli.about_commands"), language), "")
    yield from ("```text", whole.get_help(), "```", "")
    for name, command in group.commands.items():
        yield from (f"## {name}", "", "```text", _context(command, name, whole).get_help(), "```", "")


def _context(command: click.Command, name: str, around: click.Context | None = None) -> click.Context:
    return command.context_class(command, parent=around, info_name=name, terminal_width=WIDTH)


if __name__ == "__main__":
    sys.stdout.write(reference())

"""`liguilla new`: a folder that a person can fill in."""

from __future__ import annotations

import click

from liguilla.cli.options import printed
from liguilla.cli.output import DONE, Output
from liguilla.cli.speaking import Command, RequiredOption

__all__ = ["new"]


@click.command("new", cls=Command, help="cli.new")
@click.argument("path", metavar="cli.some_path", help="cli.help_new_path")
@click.option("--format", "format_name", cls=RequiredOption, metavar="cli.some_format", help="cli.help_new_format")
@click.option("--teams", metavar="cli.some_file", help="cli.help_teams")
@printed
@click.pass_obj
def new(output: Output, path: str, format_name: str, teams: str | None) -> int:
    """Answer ``liguilla new``."""
    from rich.text import Text

    from liguilla.cli.library import format_asked
    from liguilla.cli.outlines import outline_of
    from liguilla.notation import new_folder, read_teams
    from liguilla.words import phrase, say

    asked = format_asked(format_name)
    entered = read_teams(teams) if teams is not None else ()
    new_folder(path, outline_of(asked.format, entered), entered, output.language, formats=asked.own)
    output.show(
        lambda language, width: Text(say(phrase("cli.made", path=path), language)),
        lambda language: {"made": path, "format": asked.format.id},
    )
    return DONE

"""`liguilla formats`: what the library has, one format as prose, or the schema that editors check a format with."""

from __future__ import annotations

from functools import partial

import click

from liguilla.cli.options import printed
from liguilla.cli.output import DONE, Output
from liguilla.cli.speaking import Command

__all__ = ["formats"]


@click.command("formats", cls=Command, help="cli.formats")
@click.argument("name", required=False, metavar="cli.some_format", help="cli.help_format_shown")
@click.option("--season", metavar="cli.some_season", help="cli.help_season_of_formats")
@click.option("--schema", is_flag=True, help="cli.help_schema")
@printed
@click.pass_obj
def formats(output: Output, name: str | None, season: str | None, schema: bool) -> int:
    """Answer ``liguilla formats``."""
    from liguilla.cli.library import format_asked
    from liguilla.cli.shelves import shelves_asked
    from liguilla.formats import json_schema
    from liguilla.publish import format_document, format_page, formats_document, formats_page

    if schema:
        output.write(json_schema())
        return DONE
    found = shelves_asked(name, season)
    if found is not None:
        output.show(partial(formats_page, found), partial(formats_document, found))
    elif name is not None:
        asked = format_asked(name)
        output.show(partial(format_page, asked.format, asked.text), partial(format_document, asked.format, asked.text))
    return DONE

"""`liguilla formats`: the formats of the library, one of them, or the schema that editors check a format with."""

from __future__ import annotations

from functools import partial

import click

from liguilla.cli.options import printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["formats"]


@click.command("formats", cls=Command, help="cli.formats")
@click.argument("name", required=False, metavar="cli.some_format", help="cli.help_format_shown")
@click.option("--schema", is_flag=True, help="cli.help_schema")
@printed
@click.pass_obj
def formats(output: Output, name: str | None, schema: bool) -> int:
    """Answer ``liguilla formats``."""
    from liguilla.cli.library import format_asked, library
    from liguilla.cli.summaries import format_document, format_page
    from liguilla.formats import json_schema
    from liguilla.publish import formats_document, formats_page

    if schema:
        output.write(json_schema())
    elif name is None:
        found = library()
        output.show(partial(formats_page, found), partial(formats_document, found))
    else:
        asked = format_asked(name)
        output.show(partial(format_page, asked.format, asked.text), partial(format_document, asked.format, asked.text))
    return 0

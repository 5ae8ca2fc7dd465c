"""`liguilla table`: the leagues and tables of a competition."""

from __future__ import annotations

from functools import partial

import click

from liguilla.cli.options import Moment, moment, printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["table"]


@click.command("table", cls=Command, help="cli.table")
@moment
@click.argument("stage", required=False, metavar="cli.some_stage", help="cli.help_stage")
@printed
@click.pass_obj
def table(output: Output, moment: Moment, stage: str | None) -> int:
    """Answer ``liguilla table``."""
    from liguilla.cli.names import Kind, find_thing
    from liguilla.cli.worlds import play_moment
    from liguilla.publish import table_document, table_page

    played = play_moment(moment)
    state = played.state if stage is None else find_thing(stage, played.state, {Kind.TABLE}).alone(played.state)
    return output.answer(played, partial(table_page, state), partial(table_document, state))

"""`liguilla bracket`: the knock-outs of a competition."""

from __future__ import annotations

from functools import partial

import click

from liguilla.cli.options import Moment, moment, printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["bracket"]


@click.command("bracket", cls=Command, help="cli.bracket")
@moment
@click.argument("stage", required=False, metavar="cli.some_stage", help="cli.help_stage")
@printed
@click.pass_obj
def bracket(output: Output, moment: Moment, stage: str | None) -> int:
    """Answer ``liguilla bracket``."""
    from liguilla.cli.names import Kind, find_thing
    from liguilla.cli.worlds import play_moment
    from liguilla.publish import bracket_document, bracket_page

    played = play_moment(moment)
    state = played.state if stage is None else find_thing(stage, played.state, {Kind.KNOCKOUT}).alone(played.state)
    return output.answer(played, partial(bracket_page, state), partial(bracket_document, state))

"""`liguilla schedule`: every match, played or to come."""

from __future__ import annotations

from functools import partial

import click

from liguilla.cli.options import Moment, moment, printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["schedule"]


@click.command("schedule", cls=Command, help="cli.schedule")
@moment
@printed
@click.pass_obj
def schedule(output: Output, moment: Moment) -> int:
    """Answer ``liguilla schedule``."""
    from liguilla.cli.worlds import play_moment
    from liguilla.publish import schedule_document, schedule_page

    played = play_moment(moment)
    return output.answer(played, partial(schedule_page, played.state), partial(schedule_document, played.state))

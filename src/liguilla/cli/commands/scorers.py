"""`liguilla scorers`: who scored how many, and how often."""

from __future__ import annotations

from functools import partial

import click

from liguilla.cli.options import Moment, moment, printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["scorers"]


@click.command("scorers", cls=Command, help="cli.scorers")
@moment
@printed
@click.pass_obj
def scorers(output: Output, moment: Moment) -> int:
    """Answer ``liguilla scorers``."""
    from liguilla.cli.worlds import play_moment
    from liguilla.publish import scorers_document, scorers_page

    played = play_moment(moment)
    return output.answer(played, partial(scorers_page, played.state), partial(scorers_document, played.state))

"""`liguilla play`: everything that follows from the facts of a competition."""

from __future__ import annotations

from functools import partial

import click

from liguilla.cli.options import Moment, moment, printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["play"]


@click.command("play", cls=Command, help="cli.play")
@moment
@printed
@click.pass_obj
def play(output: Output, moment: Moment) -> int:
    """Answer ``liguilla play``."""
    from liguilla.cli.worlds import play_all
    from liguilla.publish import play_document, play_page

    answers = [
        (
            played,
            partial(play_page, played.state, set_aside=played.set_aside),
            partial(play_document, played.state, set_aside=played.set_aside),
        )
        for played in play_all(moment)
    ]
    return output.answer_all(answers, whole=True)

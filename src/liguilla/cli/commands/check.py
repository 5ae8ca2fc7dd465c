"""`liguilla check`: everything that is wrong, or strange, in a format or in the facts of a competition."""

from __future__ import annotations

import click

from liguilla.cli.options import Moment, moment, printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["check"]


@click.command("check", cls=Command, help="cli.check")
@moment
@printed
@click.pass_obj
def check(output: Output, moment: Moment) -> int:
    """Answer ``liguilla check``."""
    from liguilla.cli.worlds import problems_at

    return output.report(problems_at(moment))

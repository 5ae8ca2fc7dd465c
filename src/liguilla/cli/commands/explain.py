"""`liguilla explain`: why a team is where it is, and whom it can still meet."""

from __future__ import annotations

from functools import partial
from typing import Final

import click

from liguilla.cli.options import Moment, moment, printed
from liguilla.cli.output import Output
from liguilla.cli.speaking import Command

__all__ = ["explain"]

OPPONENTS: Final = ("opponents", "rivales")


@click.command("explain", cls=Command, help="cli.explain")
@moment
@click.argument("what", nargs=-1, required=True, metavar="cli.some_question", help="cli.help_question")
@printed
@click.pass_obj
def explain(output: Output, moment: Moment, what: tuple[str, ...]) -> int:
    """Answer ``liguilla explain``."""
    from liguilla.cli.questions import explanation_asked, opponents_asked
    from liguilla.cli.worlds import play_moment
    from liguilla.publish import explanation_document, explanation_page, opponents_document, opponents_page

    played = play_moment(moment)
    if what[0].casefold() in OPPONENTS:
        opponents = opponents_asked(played.state, what[1:])
        return output.answer(played, partial(opponents_page, opponents), partial(opponents_document, opponents))
    explanation = explanation_asked(played.state, what)
    return output.answer(played, partial(explanation_page, explanation), partial(explanation_document, explanation))

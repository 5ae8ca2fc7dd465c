"""`liguilla import`: a folder of our own from files of results."""

from __future__ import annotations

from pathlib import Path

import click

from liguilla.cli.options import printed
from liguilla.cli.output import DONE, Output
from liguilla.cli.speaking import Command
from liguilla.errors import FactsError, Severity

__all__ = ["import_results"]


@click.command("import", cls=Command, help="cli.import")
@click.argument("sources", nargs=-1, required=True, metavar="cli.some_source", help="cli.help_import_source")
@click.argument("path", metavar="cli.some_path", help="cli.help_new_path")
@click.option("--season", metavar="cli.some_season", help="cli.help_season")
@click.option("--decisions", metavar="cli.some_file", help="cli.help_decisions")
@click.option("--format", "format_name", metavar="cli.some_format", help="cli.help_import_format")
@click.option("--from", "origin", metavar="cli.some_origin", help="cli.help_import_from")
@printed
@click.pass_obj
def import_results(
    output: Output,
    sources: tuple[str, ...],
    path: str,
    season: str | None,
    decisions: str | None,
    format_name: str | None,
    origin: str | None,
) -> int:
    """Answer ``liguilla import``."""
    from rich.text import Text

    from liguilla.notation.importing import import_seasons
    from liguilla.notation.seasons import read_seasons
    from liguilla.publish import problems_document
    from liguilla.words import phrase, say

    reading = read_seasons(
        map(Path, sources),
        format_name=format_name,
        season=season,
        decisions=Path(decisions) if decisions else None,
    )
    problems = (*reading.problems, *(problem for each in reading.seasons for problem in each.problems))
    if any(problem.severity is Severity.ERROR for problem in problems):
        # In a folder that lacks what could not be read, nothing would tell of it any more.
        raise FactsError(problems)
    folders = import_seasons(reading.seasons, Path(path), origin, output.language)

    def made(language: str, width: int) -> Text:
        lines = (
            phrase("cli.imported", path=folder, format=each.format.id, n=len(each.results.matches))
            for folder, each in folders.items()
        )
        return Text("\n".join(say(line, language) for line in lines))

    output.show(
        made,
        lambda language: {
            "made": [{"path": str(folder), "format": each.format.id} for folder, each in folders.items()],
            **problems_document(problems, language),
        },
    )
    if not output.as_json:
        output.tell(problems)
    return DONE

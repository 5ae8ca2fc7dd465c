"""What several commands take: a competition at a moment, in a world; and how to answer."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import click

from liguilla.words import LANGUAGES, Listing, phrase, say

__all__ = ["Moment", "moment", "printed", "spoken"]

Function = Callable[..., Any]

DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Moment:
    """What a question is about: a competition, by its own rules or others, on a day, in a world.

    Attributes
    ----------
    path
        The folder of the competition; empty where there are results instead.
    format_name
        Rules to play it by instead of its own.
    as_of
        Only what was known at the end of this day counts.
    what_if
        Changes to try out.
    results
        Files of results, in any notation that is read.
    season
        The season of these that is meant.
    decisions
        The file of what was decided off the pitch, to go with results.
    """

    path: str
    format_name: str | None = None
    as_of: dt.date | None = None
    what_if: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    season: str | None = None
    decisions: str | None = None


class _Day(click.ParamType[dt.date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            if DAY.fullmatch(value):
                return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(_said(ctx, "cli.no_such_day", text=value), param, ctx)
        return self.fail(_said(ctx, "cli.no_day", text=value), param, ctx)


class _Language(click.ParamType[str]):
    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in LANGUAGES:
            self.fail(_said(ctx, "cli.no_language", text=value, languages=Listing(LANGUAGES, "or")), param, ctx)
        return str(value)


def _said(ctx: click.Context | None, code: str, **values: object) -> str:
    language = getattr(ctx.command, "language", "en") if ctx is not None else "en"
    return say(phrase(code, **values), language)


def moment(function: Function) -> Function:
    """Let a command take a competition and a moment of it, as one `Moment`."""
    names = tuple(each.name for each in dataclasses.fields(Moment))

    @functools.wraps(function)
    def with_moment(*arguments: Any, **given: Any) -> Any:
        taken = Moment(**{name: given.pop(name) for name in names})
        ctx = click.get_current_context()
        for name in ("season", "decisions"):
            if getattr(taken, name) is not None and not taken.results:
                raise click.UsageError(_said(ctx, "cli.only_with_results", name=f"--{name}"), ctx)
        return function(*arguments, taken, **given)

    for decorate in (
        click.option("--what-if", multiple=True, metavar="cli.some_change", help="cli.help_what_if"),
        click.option("--as-of", type=_Day(), metavar="cli.some_day", help="cli.help_as_of"),
        click.option("--format", "format_name", metavar="cli.some_format", help="cli.help_format"),
        click.option("--decisions", metavar="cli.some_file", help="cli.help_decisions"),
        click.option("--season", metavar="cli.some_season", help="cli.help_season"),
        click.option("--results", multiple=True, metavar="cli.some_file", help="cli.help_results"),
        click.argument("path", metavar="cli.some_path", help="cli.help_path"),
    ):
        with_moment = decorate(with_moment)
    return with_moment


def spoken(function: Function) -> Function:
    """Let a command take ``--lang``, which `chosen_language` has read before the commands were put into words."""
    return click.option(
        "--lang", type=_Language(), expose_value=False, metavar="cli.some_language", help="cli.help_lang"
    )(function)


def printed(function: Function) -> Function:
    """Let a command that prints take ``--json`` and ``--lang``; `Output` has read them from the line."""
    as_json = click.option("--json", is_flag=True, expose_value=False, help="cli.help_json")
    return as_json(spoken(function))

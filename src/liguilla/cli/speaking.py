"""Click, in our words: commands name codes of the catalogue, and are put into a language before they run.

Click writes the headings of a help page, and what is wrong with a command line, in English. Here they come from the
catalogue too.
"""

from __future__ import annotations

from copy import copy
from typing import Any, Final, TypeVar

import click

from liguilla.words import Listing, Phrase, phrase, say

__all__ = ["Command", "Group", "RequiredOption", "in_language", "usage_fault"]

HEADINGS: Final = {"Options": "cli.options", "Positional arguments": "cli.arguments", "Commands": "cli.commands"}
"""Click's own words for the parts of a help page."""

RESULTS: Final = "--results"
"""Takes one file; further words on a line that has no other use for them are files too."""

P = TypeVar("P", bound=click.Parameter)


class _HelpFormatter(click.HelpFormatter):
    def __init__(self, language: str, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self.language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{say(phrase('cli.usage'), self.language)}: ")

    def write_heading(self, heading: str) -> None:
        code = HEADINGS.get(heading)
        super().write_heading(say(Phrase(code), self.language) if code else heading)


class _Context(click.Context):
    command: Command | Group

    def make_formatter(self) -> click.HelpFormatter:
        return _HelpFormatter(self.command.language, self.terminal_width, self.max_content_width)


class _Spoken(click.Command):
    """What commands and groups share: the language they are in."""

    context_class = _Context
    language = "en"

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say(phrase("cli.help"), self.language)
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx
            raise


class Command(_Spoken):
    """A command whose help, and that of its parameters, are codes of the catalogue."""

    # Click lets more words through than a command takes, so that we can say in our language that they are too many.
    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if RESULTS in (word.partition("=")[0] for word in args[: args.index("--") if "--" in args else None]):
            args = ["", *args]  # files of results stand in for the PATH, which is the first word on the line
        extra = super().parse_args(ctx, args)
        if extra and ctx.params.get("results"):
            ctx.params["results"] = (*ctx.params["results"], *extra)
            return []
        if extra and not ctx.resilient_parsing:
            message = phrase("cli.extra_words", n=len(extra), words=" ".join(extra))
            raise click.UsageError(say(message, self.language), ctx)
        return extra


class Group(_Spoken, click.Group):
    """A command made of commands, in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class RequiredOption(click.Option):
    """An option that must be given, and says so in the language of its command."""

    def __init__(self, *declarations: Any, **attributes: Any) -> None:
        super().__init__(*declarations, required=True, **attributes)

    def get_help_extra(self, ctx: click.Context) -> Any:
        language = getattr(ctx.command, "language", "en")
        return {**super().get_help_extra(ctx), "required": say(phrase("cli.required"), language)}


def in_language(command: _Spoken, language: str) -> _Spoken:
    """Return a command, with all commands inside it, in a language of the catalogue."""
    spoken = copy(command)
    spoken.language = language
    spoken.help = say(Phrase(command.help or ""), language)
    spoken.short_help = spoken.help.partition("\n")[0]
    spoken.options_metavar = say(phrase("cli.some_options"), language)
    spoken.params = [_parameter(parameter, language) for parameter in command.params]
    if isinstance(command, Group) and isinstance(spoken, Group):
        spoken.subcommand_metavar = say(phrase("cli.some_command"), language)
        spoken.commands = {
            name: in_language(inner, language) for name, inner in command.commands.items() if isinstance(inner, _Spoken)
        }
    return spoken


def _parameter(parameter: P, language: str) -> P:
    spoken = copy(parameter)
    spoken.help = say(Phrase(parameter.help or ""), language)
    if parameter.metavar is not None:
        metavar = say(Phrase(parameter.metavar), language)
        if isinstance(parameter, click.Argument):
            metavar = metavar if parameter.required else f"[{metavar}]"
            metavar += "..." if parameter.nargs == -1 else ""
        spoken.metavar = metavar
    return spoken


def usage_fault(error: click.UsageError) -> Phrase:
    """Return what is wrong with a command line, whatever Click has to say about it."""
    match error:
        case click.NoSuchCommand(command_name=name):
            return phrase("cli.no_command", name=name, mend=_near(error.possibilities))
        case click.NoSuchOption(option_name=name):
            return phrase("cli.no_option", name=name, mend=_near(error.possibilities))
        case click.BadOptionUsage(option_name=name):
            return phrase("cli.flag_with_value" if _is_flag(error) else "cli.option_without_value", name=name)
        case click.MissingParameter(param=click.Parameter() as parameter, ctx=click.Context() as ctx):
            return phrase("cli.missing", name=_shown(parameter, ctx))
        case click.BadParameter(param=click.Parameter() as parameter, ctx=click.Context() as ctx):
            return phrase("cli.bad_value", name=_shown(parameter, ctx), why=error.message)
        case _:
            return phrase("cli.said", what=error.message)


def _shown(parameter: click.Parameter, ctx: click.Context) -> str:
    return parameter.make_metavar(ctx) if isinstance(parameter, click.Argument) else parameter.opts[0]


def _near(possibilities: list[str] | None) -> Phrase:
    if possibilities:
        return phrase("cli.did_you_mean", names=Listing(tuple(possibilities), "or"))
    return phrase("cli.see_help")


def _is_flag(error: click.BadOptionUsage) -> bool:
    parameters = error.ctx.command.params if error.ctx is not None else []
    return any(getattr(each, "is_flag", False) for each in parameters if error.option_name in each.opts)

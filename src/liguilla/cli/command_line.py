"""The command ``liguilla``, and what becomes of all that can go wrong with it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final, TextIO

import click

from liguilla import __version__
from liguilla.cli.commands import COMMANDS
from liguilla.cli.options import spoken
from liguilla.cli.output import ERRORS, WRONG_USAGE, Output
from liguilla.cli.speaking import Group, in_language, usage_fault
from liguilla.cli.wrong_usage import WrongUsage
from liguilla.errors import LiguillaError, Origin, Problem
from liguilla.words import Phrase, phrase, say

__all__ = ["liguilla", "main"]

COMPLETION: Final = "_LIGUILLA_COMPLETE"
"""By this variable a shell asks how a line could go on."""

INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141
"""What shells say of a program that one of these signals has ended."""


def _show_version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"liguilla {__version__}")
        ctx.exit()


@click.group("liguilla", cls=Group, commands=COMMANDS, invoke_without_command=True, help="cli.liguilla")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="cli.version")
@spoken
@click.pass_context
def liguilla(ctx: click.Context) -> None:
    """Hold the commands; without one there is nothing to answer but how to ask."""
    if ctx.invoked_subcommand is None:
        raise click.exceptions.NoArgsIsHelpError(ctx)


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer a command line.

    Parameters
    ----------
    arguments
        The words after the name of the program; by default those it was started with.

    Returns
    -------
    int
        The exit status: 0 done, 1 errors in facts or rules, 2 wrong usage.
    """
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    _open_streams()
    output = Output.asked_for(arguments)
    try:
        status = _answer(arguments, output)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
        return PIPE_CLOSED
    except OSError as error:
        # What a full disk did not take would be tried again, and complained of, when Python ends.
        _silence(sys.stdout)
        sys.stderr.write(f"liguilla: {say(_refused(error), output.language)}\n")
        return ERRORS
    return status


def _answer(arguments: Sequence[str], output: Output) -> int:
    spoken = in_language(liguilla, output.language)
    if COMPLETION in os.environ:
        spoken.main(prog_name="liguilla", complete_var=COMPLETION)
    try:
        # Not by Click's own main, which ends the program where a reader has gone away.
        with spoken.make_context("liguilla", list(arguments), obj=output) as ctx:
            return int(spoken.invoke(ctx))
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        sys.stderr.write(f"{error.format_message()}\n")
    except click.UsageError as error:
        output.refuse([Problem(usage_fault(error))], _usage(error, output.language))
    except WrongUsage as error:
        output.refuse(error.problems)
    except LiguillaError as error:
        output.complain(error.problems)
        return ERRORS
    except OSError as error:
        if error.filename is None:
            raise
        output.complain([Problem(_refused(error), origin=Origin(os.fsdecode(error.filename)))])
        return ERRORS
    return WRONG_USAGE


def _usage(error: click.UsageError, language: str) -> str:
    """Return how the command goes that a wrong line was meant for, and where to read more."""
    if error.ctx is None:
        return ""
    return f"{error.ctx.get_usage()}\n{say(phrase('cli.try_help', command=error.ctx.command_path), language)}"


def _refused(error: OSError) -> Phrase:
    """Return what the system refused, and how to mend it."""
    from liguilla.notation.files import refusal

    return refusal(error)


def _open_streams() -> None:
    """Give a program that was started without a place to write to one where nothing is kept."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - as long as the program


def _silence(stream: TextIO) -> None:
    """Let nothing more be written to a stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

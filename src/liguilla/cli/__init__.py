"""The command line: thin commands that read what is asked, call one function, and show the answer."""

from liguilla.cli.command_line import main

__all__ = ["main"]

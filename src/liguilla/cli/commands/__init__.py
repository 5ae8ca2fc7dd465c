"""The commands, one module each: they read what is asked, call one function, and show the answer."""

from liguilla.cli.commands.bracket import bracket
from liguilla.cli.commands.check import check
from liguilla.cli.commands.explain import explain
from liguilla.cli.commands.formats import formats
from liguilla.cli.commands.import_results import import_results
from liguilla.cli.commands.new import new
from liguilla.cli.commands.play import play
from liguilla.cli.commands.schedule import schedule
from liguilla.cli.commands.scorers import scorers
from liguilla.cli.commands.table import table

__all__ = ["COMMANDS"]

COMMANDS = (play, check, table, bracket, scorers, schedule, explain, formats, new, import_results)
"""In the order in which a person meets them."""

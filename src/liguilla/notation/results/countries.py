"""The country of a team, where a file writes it behind the name: ``Club Brugge KV (BEL)``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from liguilla.notation.results.records import Results

__all__ = ["with_countries"]

COUNTRY: Final = re.compile(r".*\s\(([A-Z]{3})\)")


def with_countries(results: Results) -> Results:
    """Return results with the countries of their teams; the names stay as they are written."""
    countries = {team: {"country": found[1]} for team in results.teams if (found := COUNTRY.fullmatch(team))}
    return replace(results, team_facts=countries) if countries else results

"""Football.TXT of four divisions since 1888, generated: as many teams and matches as each season had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from liguilla.errors import FormatError
from liguilla.formats import read_head
from liguilla.notation import FormatFiles
from liguilla.notation.competitions import Catalogue

TIERS = {1: (1888, "English Premier League"), 2: (1892, "English Championship"), 3: (1920, "English League One"),
         4: (1958, "English League Two")}  # fmt: skip
WARS = {*range(1915, 1919), *range(1939, 1946)}
LAST = 2025


def written(folder: Path) -> tuple[list[Path], int]:
    """Write every season of every division into a folder; return the files and how many matches they hold."""
    random = Random(1888)
    files, matches = [], 0
    for title, year, teams in _seasons():
        text = season(title, f"{year}/{(year + 1) % 100:02}", year, teams, random)
        file = folder / f"{year}-{title.replace(' ', '-').lower()}.txt"
        file.write_text(text, encoding="utf-8")
        files.append(file)
        matches += teams * (teams - 1)
    return files, matches


def _seasons() -> Iterator[tuple[str, int, int]]:
    loader = FormatFiles()
    catalogue = Catalogue(loader)
    for first, title in TIERS.values():
        competition = catalogue.called(title)
        for year in range(first, LAST):
            if year in WARS:
                continue
            try:
                head = read_head(catalogue.format_of(competition, f"{year}-{(year + 1) % 100:02}"), loader)
            except FormatError:
                continue
            yield title, year, head.at_least or 20


def season(title: str, name: str, year: int, teams: int, random: Random) -> str:
    """Return a season in Football.TXT: everybody meets everybody twice, a round a week."""
    names = [f"Town {number:02}" for number in range(1, teams + 1)]
    lines = [f"= {title} {name}", ""]
    day = date(year, 8, 20)
    for number, pairs in enumerate(_rounds(names), 1):
        lines += ["", f"▪ Matchday {number}", f"  {day:%a %b} {day.day} {day.year}"]
        for home, away in pairs:
            goals, conceded = random.randrange(5), random.randrange(4)
            half = f"({min(goals, 1)}-{min(conceded, 1)})"
            lines.append(f"    15:00  {home:<22} v {away:<22} {goals}-{conceded} {half}")
        day += timedelta(days=7)
    return "\n".join(lines) + "\n"


def _rounds(names: list[str]) -> Iterator[list[tuple[str, str]]]:
    """Give the rounds of a double round robin, by turning all but one round a table; of an odd number one rests."""
    seats: list[str | None] = [*names, None] if len(names) % 2 else [*names]
    fixed, turning = seats[0], seats[1:]
    for second_half in (False, True):
        for number in range(len(turning)):
            order = [fixed, *turning[number:], *turning[:number]]
            middle = len(order) // 2
            pairs = zip(order[:middle], reversed(order[middle:]), strict=True)
            at_home = [(one, other) if (number % 2 == 0) == second_half else (other, one) for one, other in pairs]
            yield [(home, away) for home, away in at_home if home is not None and away is not None]

"""The cases: files of results that belong together, and which decisions go with them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Case", "every_case"]

DECISIONS = Path(__file__).with_name("decisions")
NO_RESULTS = ("published/", "fivethirtyeight/data", "nflverse/", "jfjelstul/englishfootball")
"""What is there to compare with, and holds no results of its own."""

BOOKS = ("fivethirtyeight/soccer-spi", "iredchuk/", "odds/", "martj42/")
"""Results beside odds or ratings; the same seasons are nearly all there in other files too."""

SWISS = "fide-swiss"
"""How the tournaments are played whose reports are there to try a pairing system with."""

TOGETHER = ("jfjelstul/worldcup", "openfootball/worldcup", "martj42/international_results")
"""Below these, the files of one folder are one case."""


@dataclass(frozen=True, slots=True)
class Case:
    """Files that are played together."""

    name: str
    files: tuple[Path, ...]
    format_name: str | None = None
    """The rules to play by, where the file is of no competition of the library."""

    @property
    def decisions(self) -> Path:
        """The file of decisions that goes with it, if there is one."""
        return DECISIONS / (self.name.replace("/", "_").removesuffix(".txt").removesuffix(".csv") + ".csv")


def every_case(results: Path) -> Iterator[Case]:
    """Give every case of a folder of results, as its list of files has them."""
    together: dict[str, list[Path]] = {}
    with (results / "FILES.csv").open(encoding="utf-8") as file:
        names = [row["file"] for row in csv.DictReader(file)]
    for name in names:
        if name.startswith(NO_RESULTS) or name.endswith(".expected"):
            continue
        path = results / name
        if name.startswith(TOGETHER):
            if name.startswith("jfjelstul/") and path.name != "matches.csv":
                continue
            case = name.rpartition("/")[0]
        else:
            case = name
        together.setdefault(case, []).append(path)
    for case, files in together.items():
        yield Case(case, tuple(files), SWISS if case.endswith(".input") else None)

"""What was published: champions, tables, who advanced, who went up and down."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

__all__ = ["Published", "PublishedRow", "PublishedTable"]

Record = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row of a published table; what it leaves out is None."""

    position: int
    team: str
    points: int | None = None
    goal_difference: int | None = None
    advanced: bool | None = None


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A table, or a group, as others published it."""

    source: str
    rows: tuple[PublishedRow, ...]
    group: str | None = None
    stage: int = 1


@dataclass(frozen=True)
class Published:
    """All that was published, below the folder of results."""

    results: Path

    def _records(self, name: str) -> Iterator[Record]:
        with (self.results / name).open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    @cached_property
    def champions(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Case → (tournament, champion). The season stands behind a # where a file has several."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in self._records("published/champions.csv"):
            found[row["file"]].append((row["part"], row["champion"]))
        return {case: tuple(rows) for case, rows in found.items()}

    @cached_property
    def level_ties(self) -> Mapping[str, tuple[Record, ...]]:
        """Case → the ties of two legs that were level, with who advanced."""
        found: dict[str, list[Record]] = defaultdict(list)
        for row in self._records("published/level_two_leg_ties.csv"):
            found[row["file"]].append(row)
        return {case: tuple(rows) for case, rows in found.items()}

    @cached_property
    def moved(self) -> Mapping[tuple[str, int], tuple[Record, ...]]:
        """(season, tier) → who was promoted or relegated in England."""
        found: dict[tuple[str, int], list[Record]] = defaultdict(list)
        for row in self._records("published/england_promotion_relegation.csv"):
            found[row["season"], int(row["tier"])].append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def leagues(self) -> Mapping[tuple[str, str], tuple[PublishedTable, ...]]:
        """(competition as published, season) → its tables."""
        found: dict[tuple[str, str], list[PublishedTable]] = defaultdict(list)
        for source in ("league_tables", "rsssf_tables"):
            rows: dict[tuple[str, str], list[PublishedRow]] = defaultdict(list)
            for row in self._records(f"published/{source}.csv"):
                difference = row.get("goal_difference") or str(int(row["goals_for"]) - int(row["goals_against"]))
                rows[row["competition"], row["season"]].append(
                    PublishedRow(int(row["position"]), row["team"], int(row["points"]), int(difference))
                )
            for key, table in rows.items():
                found[key].append(PublishedTable(source, tuple(table)))
        for key, table in self._england().items():
            found[key].append(PublishedTable("englishfootball", tuple(table)))
        return {key: tuple(tables) for key, tables in found.items()}

    def _england(self) -> Mapping[tuple[str, str], list[PublishedRow]]:
        found: dict[tuple[str, str], list[PublishedRow]] = defaultdict(list)
        for row in self._records("jfjelstul/englishfootball/standings.csv"):
            year = int(row["season"])
            key = f"England {row['tier']}", f"{year}-{(year + 1) % 100:02}"
            found[key].append(
                PublishedRow(int(row["position"]), row["team_name"], int(row["points"]), int(row["goal_difference"]))
            )
        return found

    @cached_property
    def world_cups(self) -> Mapping[str, tuple[PublishedTable, ...]]:
        """Year → the groups of a World Cup: no year has one of men and one of women."""
        rows: dict[tuple[str, int, str], list[PublishedRow]] = defaultdict(list)
        for row in self._records("jfjelstul/worldcup/group_standings.csv"):
            key = row["tournament_id"].removeprefix("WC-"), int(row["stage_number"]), row["group_name"]
            rows[key].append(
                PublishedRow(
                    int(row["position"]),
                    row["team_name"],
                    int(row["points"]),
                    int(row["goal_difference"]),
                    row["advanced"] == "1",
                )
            )
        found: dict[str, list[PublishedTable]] = defaultdict(list)
        for (year, stage, group), table in rows.items():
            found[year].append(PublishedTable("worldcup", tuple(table), group.removeprefix("Group "), stage))
        return {year: tuple(tables) for year, tables in found.items()}

    @cached_property
    def final_places(self) -> Mapping[str, tuple[PublishedRow, ...]]:
        """Year → the first places of a World Cup."""
        found: dict[str, list[PublishedRow]] = defaultdict(list)
        for row in self._records("jfjelstul/worldcup/tournament_standings.csv"):
            year = row["tournament_id"].removeprefix("WC-")
            found[year].append(PublishedRow(int(row["position"]), row["team_name"]))
        return {year: tuple(rows) for year, rows in found.items()}

    @cached_property
    def seeds(self) -> Mapping[str, tuple[Record, ...]]:
        """Season → the division ranks and seeds of the American football league."""
        found: dict[str, list[Record]] = defaultdict(list)
        for row in self._records("nflverse/nflseedR/seeds.csv"):
            found[row["season"]].append(row)
        return {season: tuple(rows) for season, rows in found.items()}

"""What was derived, held against what was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from conformance.names import bare, same_team, team_among
from conformance.published import Published, PublishedTable
from conformance.rows import Row, Verdict
from liguilla.engine import (
    Decided,
    KnockoutResult,
    Place,
    RankedResult,
    Standing,
    State,
    TieResult,
    problems,
    proposed_rounds,
)
from liguilla.errors import Severity
from liguilla.notation.seasons import Season
from liguilla.words import say

__all__ = ["Compared", "compare"]

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """A season that was played, and where it is from."""

    case: str
    season: Season
    state: State
    published: Published

    @property
    def title(self) -> str:
        """What the competition is called."""
        known = self.season.competition
        return say(known.name) if known else self.season.results.competition or "?"

    @property
    def year(self) -> str:
        """The season's name."""
        return self.season.results.season or "?"

    def row(self, what: str, wrong: Iterable[str], of: str = "", number: int = 1) -> Row:
        """Return a row: it agrees if nothing was wrong."""
        found = list(wrong)
        verdict = Verdict.DISAGREED if found else Verdict.AGREED
        more = f"; and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        return Row(self.case, self.title, self.year, what, verdict, of, number, "; ".join(found[:SHOWN]) + more)


def compare(compared: Compared) -> Iterator[Row]:
    """Give a row for everything that can be compared of a season."""
    yield _matches(compared)
    yield from _champions(compared)
    yield from _leagues(compared)
    yield from _level_ties(compared)
    yield from _moved(compared)
    if compared.season.competition and re.fullmatch(r"(women-s-|womens-)?world-cup", compared.season.competition.id):
        yield from _world_cup(compared)
    yield from _seeds(compared)
    yield from _next_round(compared)


def every_state(state: State, path: str = "") -> Iterator[tuple[str, State]]:
    """Give a state and those of the tournaments inside it."""
    yield path, state
    for name, inner in state.tournaments.items():
        yield from every_state(inner, name)


def _matches(compared: Compared) -> Row:
    """Whether every match of the file has its place, and every tie is the one that the rules make."""
    if compared.season.results.season is None and compared.season.competition is not None:
        why = "the file names no season, and holds what fell into a span of days"
        return Row(compared.case, compared.title, "?", "pairings", Verdict.NOT_COMPARED, evidence=why)
    placed = [problem for problem in compared.season.problems if problem.severity is not Severity.NOTE]
    found = [problem for problem in problems(compared.state) if problem.severity is Severity.ERROR]
    wrong = [problem.line() for problem in (*placed, *found)]
    return compared.row("pairings", wrong, number=len(compared.season.results.matches))


def _champions(compared: Compared) -> Iterator[Row]:
    cases = (compared.case, f"{compared.case}#{compared.year}")
    for tournament, team in (each for case in cases for each in compared.published.champions.get(case, ())):
        inner = [
            state
            for name, state in compared.state.tournaments.items()
            if bare(tournament) in (bare(name), bare(say(state.format.name)))
        ]
        if tournament and not inner:
            yield compared.row("champion", [f"published {team}, and no tournament is called so"], tournament)
        else:
            yield compared.row("champion", _champion(inner[0] if tournament else compared.state, team), tournament)


def _champion(state: State, team: str) -> Iterator[str]:
    outcome = state.outcomes.get("champion")
    derived = [place.team for place in outcome.places if isinstance(place, Decided)] if outcome else []
    if len(derived) != 1 or not same_team(derived[0], team):
        yield f"published {team}, derived {', '.join(derived) or _why(state)}"


def _why(state: State) -> str:
    outcome = state.outcomes.get("champion")
    return "; ".join(_place(place) for place in outcome.places) if outcome else "no champion"


def _place(place: Place) -> str:
    if isinstance(place, Decided):
        return place.team
    return f"{type(place).__name__.lower()}: {say(getattr(place, 'why', None) or getattr(place, 'what', ''))}"


def _leagues(compared: Compared) -> Iterator[Row]:
    """The tables of leagues: any that were published for this season and have its teams."""
    for (_, season), tables in compared.published.leagues.items():
        if season != compared.year:
            continue
        for table in tables:
            standing = _standing_of(table, compared.state)
            if standing is not None and standing.complete:
                yield from _table(compared, table, standing)
            elif standing is not None:
                evidence = "the file holds part of the season"
                yield Row(
                    compared.case,
                    compared.title,
                    compared.year,
                    "order",
                    Verdict.NOT_COMPARED,
                    table.source,
                    0,
                    evidence,
                )


def _table(compared: Compared, table: PublishedTable, standing: Standing, of: str = "") -> Iterator[Row]:
    order, points, differences = [], [], []
    names = [row.team for row in standing.rows]
    level: dict[int, int] = {}
    for row in standing.rows:
        level[row.position] = level.get(row.position, 0) + 1
    for published in table.rows:
        team = team_among(published.team, names)
        row = standing.row(team) if team else None
        if row is None:
            order.append(f"{published.team} isn't in the table")
            continue
        if not row.position <= published.position < row.position + level[row.position]:
            order.append(f"{published.team}: published {published.position}, derived {row.position}")
        if published.points is not None and published.points != row.points:
            points.append(f"{published.team}: published {published.points}, derived {row.points}")
        if published.goal_difference is not None and published.goal_difference != row.goal_difference:
            differences.append(
                f"{published.team}: published {published.goal_difference:+}, derived {row.goal_difference:+}"
            )
    number, where = len(table.rows), of or table.source
    yield compared.row("order", order, where, number)
    yield compared.row("points", points, where, number)
    yield compared.row("goal difference", differences, where, number)


def _standing_of(table: PublishedTable, state: State) -> Standing | None:
    """Return the table with just these teams; of several the one with most matches, then the first."""
    found: list[Standing] = []
    for _, inner in every_state(state):
        for result in inner.stages.values():
            if isinstance(result, RankedResult):
                found += (each for each in result.standings if len(each.rows) == len(table.rows))
    fitting = [each for each in found if _has_all(table, each)]
    return max(fitting, key=lambda each: sum(row.record.played for row in each.rows), default=None)


def _has_all(table: PublishedTable, standing: Standing) -> bool:
    names = [row.team for row in standing.rows]
    missing = sum(team_among(row.team, names) is None for row in table.rows)
    # A name that the table of names lacks is to be reported, so a few may be missing.
    return missing <= len(names) // 4


def _ties(state: State) -> Iterator[tuple[str, str, TieResult]]:
    for path, inner in every_state(state):
        for result in inner.stages.values():
            if isinstance(result, KnockoutResult):
                for round_ in result.rounds:
                    yield from ((path, round_.round.id, tie) for tie in round_.ties)


def _level_ties(compared: Compared) -> Iterator[Row]:
    for record in compared.published.level_ties.get(compared.case, ()):
        if not record["advanced"]:
            continue
        teams = record["home_first_leg"], record["away_first_leg"]
        named = f"{teams[0]} - {teams[1]}, {record['round']}"
        found = [
            tie
            for path, _, tie in _ties(compared.state)
            if (not path or path in bare(record["part"]).split() or bare(record["part"]).startswith(path))
            and len(tie.matches) > 1
            and {bare(p.team) for p in tie.teams if isinstance(p, Decided)} == {bare(team) for team in teams}
        ]
        exact = [tie for tie in found if str(tie.matches[0].score) == record["first_leg"]] or found
        if not exact:
            yield compared.row("level ties", [f"{named}: no such tie was derived"], named)
            continue
        winner = exact[0].winner
        right = isinstance(winner, Decided) and same_team(winner.team, record["advanced"])
        derived = f"{_place(winner)} ({exact[0].decided_by})"
        wrong = f"published {record['advanced']} ({record['consistent_with']}), derived {derived}"
        yield compared.row("level ties", [] if right else [wrong], named)


def _moved(compared: Compared) -> Iterator[Row]:
    """Who went up and down, in England."""
    known = compared.season.competition
    if known is None or known.folder != "eng":
        return
    for (season, tier), records in compared.published.moved.items():
        if season != compared.year or not _is_tier(compared, tier):
            continue
        for way in ("promoted", "relegated"):
            teams = [record["team"] for record in records if record["outcome"].startswith(way)]
            places = [
                place
                for name, outcome in compared.state.outcomes.items()
                if name.startswith(way)
                for place in outcome.places
            ]
            derived = [place.team for place in places if isinstance(place, Decided)]
            missing = [f"published {team}" for team in teams if team_among(team, derived) is None]
            # Files of leagues end before the play-offs, so the places of these are still open.
            wrong = [f"derived {team}" for team in derived if team_among(team, teams) is None]
            if len(missing) != len(places) - len(derived):
                wrong += missing
            if teams and derived:
                yield compared.row(way, wrong, number=len(derived))


def _is_tier(compared: Compared, tier: int) -> bool:
    tables = compared.published.leagues.get((f"England {tier}", compared.year), ())
    return any(_standing_of(table, compared.state) is not None for table in tables)


def _world_cup(compared: Compared) -> Iterator[Row]:
    for table in compared.published.world_cups.get(compared.year, ()):
        standing = _standing_of(table, compared.state)
        where = f"{table.stage}, {table.group}"
        if standing is None:
            yield compared.row("order", [f"no group has the teams {', '.join(row.team for row in table.rows)}"], where)
            continue
        yield from _table(compared, table, standing, where)
    places = compared.published.final_places.get(compared.year, ())
    for row in places[:2]:
        name = {1: "champion", 2: "runner_up"}[row.position]
        outcome = compared.state.outcomes.get(name)
        derived = [_place(place) for place in outcome.places] if outcome else [f"no {name}"]
        wrong = [] if team_among(row.team, derived) else [f"published {row.team}, derived {', '.join(derived)}"]
        yield compared.row(name, wrong)


def _seeds(compared: Compared) -> Iterator[Row]:
    """Division ranks and seeds of the American football league."""
    records = compared.published.seeds.get(compared.year, ())
    if not records or compared.season.competition is None or compared.season.competition.id != "nfl":
        return
    ranks: Mapping[str, int] = {
        row.team: row.position
        for id_, result in compared.state.stages.items()
        if isinstance(result, RankedResult) and id_ == "division"
        for standing in result.standings
        for row in standing.rows
    }
    seeds = {
        team: seed
        for result in compared.state.stages.values()
        if isinstance(result, KnockoutResult)
        for team, seed in result.seeds.items()
    }
    wrong_ranks, wrong_seeds = [], []
    for record in records:
        team = team_among(record["team"], ranks)
        if team is None or ranks[team] != int(float(record["div_rank"])):
            wrong_ranks.append(f"{record['team']}: published {record['div_rank']}, derived {ranks.get(team or '')}")
        if record["seed"] and (team is None or seeds.get(team) != int(float(record["seed"]))):
            wrong_seeds.append(f"{record['team']}: published {record['seed']}, derived {seeds.get(team or '')}")
    yield compared.row("division ranks", wrong_ranks, number=len(records))
    yield compared.row("seeds", wrong_seeds, number=sum(bool(record["seed"]) for record in records))


def _next_round(compared: Compared) -> Iterator[Row]:
    """The pairs of the next round of a Swiss tournament, where the right ones lie beside its report."""
    (file, *_) = compared.season.results.files
    expected = Path(file).with_suffix(".output.expected")
    if not expected.exists():
        return
    teams = (None, *compared.season.results.teams)
    lines = [line.split() for line in expected.read_text(encoding="utf-8").splitlines()[1:] if line.strip()]
    published = {tuple(teams[int(number)] for number in pair) for pair in lines}
    derived: set[tuple[str | None, ...]] = set()
    for stage in compared.state.stages:
        for proposed in proposed_rounds(compared.state, stage):
            derived |= set(proposed.pairs) | ({(proposed.bye, None)} if proposed.bye else set())
    wrong = [f"published {' - '.join(map(str, pair))}" for pair in sorted(published - derived, key=str)]
    yield compared.row("next round", wrong, number=len(published))

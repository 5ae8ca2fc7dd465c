"""Every format of the library, and some made up, played to the end: what was certain early never changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from zlib import crc32

import pytest

from liguilla.engine import Decided, RankedResult, State, play, problems
from liguilla.errors import Severity
from liguilla.facts import Facts, Score, Status, TeamFact
from liguilla.formats import Format, read_format
from liguilla.notation import FormatFiles
from liguilla.words import say
from tests.playing import rules
from tests.properties.completing import FIRST_DAY, Known, completed, entered, made_up
from tests.properties.earlier_seasons import with_earlier_seasons

LIBRARY = FormatFiles()


def _pots(number: int, **more: str) -> Known:
    return {f"T{n:02}": {"pot": str(1 + n * 4 // number), **more} for n in range(number)}


def _hosts(known: Known, **hosts: str) -> Known:
    """Return what is known, with the first teams as hosts."""
    words = [*hosts.values(), *["no"] * len(known)]
    return {team: {**facts, "host": word} for (team, facts), word in zip(known.items(), words, strict=False)}


def _spread(known: Known, fact: str, *values: str) -> Known:
    """Return what is known, with the values of another fact by turns."""
    return {team: {**own, fact: values[n % len(values)]} for n, (team, own) in enumerate(known.items())}


def _numbers(known: Known, *facts: str, seed: int = 0) -> Known:
    random = Random(seed)
    values = {fact: random.sample(range(1, len(known) + 1), len(known)) for fact in facts}
    return {
        team: {**own, **{fact: str(values[fact][place]) for fact in facts}}
        for place, (team, own) in enumerate(known.items())
    }


def _by_turns(number: int, fact: str, *values: str) -> Known:
    return {f"T{n:02}": {fact: values[n % len(values)]} for n in range(number)}


_DIVISIONS = [f"{conference} {side}" for conference in ("AFC", "NFC") for side in ("East", "North", "South", "West")]

KNOWN: dict[str, Known] = {
    "fide-swiss": _numbers({f"T{n:02}": {} for n in range(13)}, "rating"),
    "argentina-2023": _by_turns(28, "zone", "A", "B"),
    "ascenso-mx-season-2017": {
        f"T{n:02}": {"certificate": "yes" if n % 3 else "no", "paid_to_stay": "no"} for n in range(1, 17)
    },
    "belgian-pro-league-2023": {f"T{n:02}": {"cup_winner": "yes" if n == 9 else "no"} for n in range(16)},
    "copa-libertadores-2016": _spread(_pots(32, qualifier="no"), "country", *"ABCDEFGHIJKL"),
    "copa-libertadores-2021": _numbers(
        _spread(_pots(32, qualifier="no"), "country", *"ABCDEFGHIJKL"), "conmebol_ranking"
    ),
    "copa-libertadores-2022": _numbers(
        _spread(_pots(32, qualifier="no"), "country", *"ABCDEFGHIJKL"), "conmebol_ranking"
    ),
    "fa-cup-2018": {f"T{n:03}": {"joins": "first_round" if n < 80 else "third_round"} for n in range(124)},
    "mls-2023": _numbers(_by_turns(29, "conference", "East", "West"), "disciplinary_points"),
    "liga-mx-2022": {f"T{n:02}": {"barred": "yes" if n == 4 else "no"} for n in range(18)},
    "mexican-relegation": {f"T{n:02}": {"paid_to_stay": "no"} for n in range(1, 19)},
    "nfl-2021": _numbers(
        {f"T{n:02}": {"division": _DIVISIONS[n // 4], "conference": _DIVISIONS[n // 4][:3]} for n in range(32)},
        "net_touchdowns",
    ),
    "uefa-champions-league-2025": _numbers(_spread(_pots(36), "country", *"ABCDEFGHIJKL"), "club_coefficient"),
    "uefa-euro-2016": _numbers(_hosts(_pots(24), one="yes"), "qualifiers_ranking", "national_team_coefficient"),
    "uefa-euro-2024": _numbers(_hosts(_pots(24), one="yes"), "qualifiers_ranking"),
    "world-cup-2026": _numbers(
        _spread(
            _hosts(_pots(48), a="mexico", b="canada", c="usa"),
            "confederation",
            *("UEFA", "CAF", "UEFA", "AFC", "CONMEBOL", "CONCACAF", "UEFA", "OFC"),
        ),
        "fifa_ranking",
        "fifa_ranking_before",
    ),
}

PAID = (TeamFact(team="liga_mx", fact="paid_to_stay", value="yes"),)
"""Of a team that is known only by what became of it in another competition."""

OF_THE_REFERENCE = (
    "afl-final-eight", "afl-final-ten-2026", "afl-mcintyre-1994", "argentina-2023", "ascenso-mx-2012",
    "ascenso-mx-season-2012", "ascenso-mx-season-2017", "belgian-pro-league-2023", "copa-libertadores-2016",
    "copa-libertadores-2021", "copa-libertadores-2022", "double-elimination", "fa-cup-2018", "fide-swiss",
    "la-liga-2018", "liga-expansion-2021", "liga-mx-2014", "liga-mx-2022", "liga-mx-2023", "mexican-relegation",
    "mls-2023", "nfl-2021", "premier-league-2019", "scottish-premiership", "serie-a-2023",
    "uefa-champions-league-2025", "uefa-euro-2016", "uefa-euro-2024", "world-cup-1954", "world-cup-2026",
)  # fmt: skip
"""Formats that use all of the language."""

SOME_OTHERS = [name for name in LIBRARY.names() if name not in OF_THE_REFERENCE and crc32(name.encode()) % 16 == 0]
"""One in so many of the library, always the same ones."""


# ------------------------------------------------------------------------------------------- what must not change


def _certain(state: State, path: str = "") -> Iterator[tuple[str, object]]:
    """Give every place that holds a team, and the team; for ties the teams, whichever comes first."""
    for name, inner in state.tournaments.items():
        yield from _certain(inner, f"{path}{name}.")
    for id_, result in state.stages.items():
        if isinstance(result, RankedResult):
            for standing in result.standings:
                for number, place in enumerate(standing.places, 1):
                    if isinstance(place, Decided):
                        yield f"{path}{id_} {standing.label} {number}", place.team
    for result, each, tie in state.ties():
        where = f"{path}{result.stage.id}.{each.round.id}.{each.group}.{tie.id}"
        for team, seed in zip(tie.teams, tie.seeds, strict=True):
            if isinstance(team, Decided):
                yield f"{where} has {team.team}", True
                if seed is not None:
                    yield f"{where} seed of {team.team}", seed
        if isinstance(tie.winner, Decided):
            yield f"{where} winner", tie.winner.team
        for leg in tie.legs:
            if isinstance(leg.home, Decided) and not leg.if_needed:
                yield f"{where} host {leg.number}", leg.home.team
    for id_, outcome in state.outcomes.items():
        for number, place in enumerate(outcome.places, 1):
            if isinstance(place, Decided):
                yield f"{path}{id_} {number}", place.team


def _play_to_the_end(format_: Format, known: Known | None, random: Random) -> State:
    """Play step by step; nothing that was certain may change, and at the end a fresh play gives the same."""
    before: dict[str, object] = {}
    state = None
    facts = with_earlier_seasons(format_, entered(format_, known=known, decisions=PAID), random)
    for state in completed(format_, facts, random):
        now = dict(_certain(state))
        for where, what in before.items():
            assert now.get(where) == what, where
        before = now
    assert state is not None
    fresh = play(format_, state.facts)
    assert state == fresh
    assert problems(state) == problems(fresh)
    return state


def _open(state: State) -> list[str]:
    """Return what still waits, whatever no result can give apart."""
    given = ("they share the place",)
    inner = [line for each in state.tournaments.values() for line in _open(each)]
    lines = [f"{each.where}: {say(each.why)}" for each in (*state.waiting(), *state.unresolved())]
    return inner + [line for line in lines if not any(word in line for word in given)]


@pytest.mark.parametrize("name", OF_THE_REFERENCE)
@pytest.mark.parametrize("seed", range(2))
def test_a_format_of_the_reference_is_played_to_its_end(name: str, seed: int) -> None:
    format_ = read_format(name, LIBRARY)
    state = _play_to_the_end(format_, KNOWN.get(name) or made_up(format_, Random(seed)), Random(seed))
    errors = [problem.text() for problem in problems(state) if problem.severity is Severity.ERROR]
    assert [error for error in errors if not error.startswith("the format asks for 15 teams; there are 16")] == []
    assert _open(state) == []


@pytest.mark.parametrize("name", SOME_OTHERS)
def test_a_format_of_the_library_is_played_as_far_as_made_up_facts_go(name: str) -> None:
    format_ = read_format(name, LIBRARY)
    state = _play_to_the_end(format_, made_up(format_, Random(0)), Random(0))
    assert all(state.stages.values())


# ------------------------------------------------------------------------------------------------- made-up formats

EVERYTHING_DRAWN = """
    stages:
      - {id: table, kind: league, meetings: 1, rank_by: [points, goal_difference, lots]}
      - id: cup
        kind: knockout
        entrants: table 1-7
        pairing: drawn
        legs: 2
        hosts: [first, second]
        decide_by: [aggregate, away_goals, extra_time, shoot_out]
        rounds: [{id: first, byes: 1}, {id: semifinals}, {id: final, legs: 1, hosts: neutral, decide_by: [score, lots]}]
    outcomes: {champion: winner final, lowest: table last}
    """

ZONES_AND_PLAY_OFFS = """
    teams: {count: 12, know: {zone: [N, S]}}
    stages:
      - {id: zone, kind: league, groups: {by: zone}, meetings: 1, rank_by: [points, head_to_head, goals_for, lots]}
      - id: play_in
        kind: knockout
        groups: each zone 3-6
        pairing: reseed
        hosts: better_seed
        decide_by: [score, better_seed]
        rounds: [{id: in_first}, {id: in_final}]
      - id: play_offs
        kind: knockout
        entrants: each zone 1-2 + winners in_final
        pairing: reseed
        winner_takes: better_seed
        legs: 2
        hosts: [worse_seed, better_seed]
        decide_by: [points, aggregate, better_seed]
        rounds: [{id: quarterfinals, byes: 2}, {id: semifinals}, {id: final}]
      - id: decider
        kind: knockout
        when: zone N 5 is level with zone N 6 on points
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds: [{id: decider_match, teams: zone N 5-6}]
    outcomes:
      champion: winner final
      invited: {from: [winner final, each zone 1-4], places: 4}
      also: {from: [each zone 1-6], places: 5, besides: [invited]}
      relegated: [loser decider_match, zone N 6]
    """

AS_MANY_AS_NEEDED = """
    teams: 3-64
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        pairing: %s
        hosts: better_seed
        decide_by: [score, extra_time, shoot_out]
        rounds: as_needed
    outcomes: {champion: winner final, runner_up: loser final}
    """

SPLIT_WITH_CARRY = """
    teams: 8
    stages:
      - {id: first, kind: league, meetings: 1, rank_by: [points, goal_difference, lots]}
      - id: second
        kind: league
        groups: {top: first 1-4, bottom: first 5-8}
        meetings: 2
        carry: {points: first, times: 1/2, round: up}
        rank_by: [points, rounding, {position_in: first}]
      - {id: all_year, kind: table, matches: [first, second], rank_by: [points, goal_difference, goals_for, shared]}
    outcomes: {champion: second top 1, order: second top + second bottom, bonus: {from: [all_year], places: 2}}
    """

SERIES_AND_REPLAYS = """
    teams: {count: 12, know: {zone: [N, S]}}
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        pairing: drawn
        apart: [{by: zone}]          # there is nothing to draw for the third place
        hosts: first
        decide_by: [score, {replay: 2}, extra_time, shoot_out]
        rounds:
          - {id: first, byes: 4}
          - id: quarterfinals
            apart: [{by: zone, at_most: 2}]
            legs: 2
            hosts: [first, second]
            decide_by: [aggregate, {replay: 1}, extra_time, {replay: 1}, lots]
          - id: semifinals
            apart: [{by: zone, at_most: 2}]
            pairing: bracket
            together: zone
            legs: {best_of: 3}
            hosts: [better_seed, worse_seed, neutral]
            each_match: [score, extra_time, shoot_out]
            decide_by: [wins]
          - {id: third_place, teams: losers semifinals, decide_by: [score, lots]}
          - id: final
            teams: winners semifinals
            legs: {best_of: 7}
            hosts: [first, first, second, second, first, second, first]
            each_match: [score, overtime]
            decide_by: [wins]
    outcomes: {champion: winner final, third: winner third_place}
    """

TWO_LIVES = """
    teams: 2-64
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        lives: 2
        pairing: bracket
        drops: [reversed, halves_swapped, same]
        hosts: [better_seed, worse_seed, neutral]
        legs: {best_of: 3}
        each_match: [score, overtime]
        decide_by: [wins]
        rounds: as_needed
        %s
    outcomes: {champion: [winner second_final, winner final], runner_up: loser final}
    """

MADE_UP: dict[str, tuple[str, int]] = {
    "series_and_replays": (SERIES_AND_REPLAYS, 12),
    "two_lives": (TWO_LIVES % "must_beat_twice: true", 11),
    "two_lives_and_one_final": (TWO_LIVES % "must_beat_twice: false", 6),
    "drawn": (EVERYTHING_DRAWN, 9),
    "zones": (ZONES_AND_PLAY_OFFS, 12),
    "reseeded": (AS_MANY_AS_NEEDED % "reseed", 11),
    "bracket": (AS_MANY_AS_NEEDED % "bracket", 21),
    "all_drawn": (AS_MANY_AS_NEEDED % "drawn", 8),
    "split": (SPLIT_WITH_CARRY, 8),
}


@pytest.mark.parametrize("name", MADE_UP)
@pytest.mark.parametrize("seed", range(8))
def test_what_is_certain_early_holds_in_any_completion(name: str, seed: int) -> None:
    text, number = MADE_UP[name]
    state = _play_to_the_end(rules(text), _by_turns(number, "zone", "N", "S"), Random(seed))
    assert _open(state) == []
    assert [problem.text() for problem in problems(state)] == []


# ---------------------------------------------------------------------------------------------- the past, and changes


def _completed(name: str, seed: int) -> list[State]:
    text, number = MADE_UP[name]
    return list(completed(rules(text), entered(rules(text), known=_by_turns(number, "zone", "N", "S")), Random(seed)))


@pytest.mark.parametrize("name", MADE_UP)
@pytest.mark.parametrize("seed", range(2))
def test_each_day_is_told_afterwards_as_it_was(name: str, seed: int) -> None:
    states = _completed(name, seed)
    facts = states[-1].facts
    after = None
    for number, state in enumerate(states[1:]):
        after = play(states[-1].format, facts, FIRST_DAY + dt.timedelta(days=number), after=after)
        assert dict(_certain(after)) == dict(_certain(state))


@pytest.mark.parametrize("name", MADE_UP)
@pytest.mark.parametrize("seed", range(4))
def test_after_any_corrections_playing_on_gives_what_a_fresh_play_gives(name: str, seed: int) -> None:
    random = Random(seed)
    states = _completed(name, seed)
    state = states[-1]
    others = random.choice(states).facts
    for _ in range(12):
        facts = _corrected(state.facts, others, random)
        state = play(state.format, facts, after=state)
        fresh = play(state.format, facts)
        assert state == fresh
        assert problems(state) == problems(fresh)
        shuffled = replace(facts, matches=tuple(random.sample(facts.matches, len(facts.matches))))
        assert play(state.format, shuffled).stages == fresh.stages


def _corrected(facts: Facts, others: Facts, random: Random) -> Facts:
    """Return the facts with something changed, taken back or set aside."""
    kind = random.choice(("score", "score", "open", "removed", "decision", "day", "abandoned", "teams", "others"))
    if kind == "others" or not facts.matches:
        return others
    match = random.choice(facts.matches)
    if kind == "score":
        new = replace(match, status=Status.PLAYED, score=Score(random.randint(0, 3), random.randint(0, 2)))
        return facts.with_matches([replace(new, extra_time=None, kicks=None)])
    if kind == "open":
        return facts.with_matches([replace(match, status=Status.SCHEDULED, score=None, extra_time=None, kicks=None)])
    if kind == "removed":
        return replace(facts, matches=tuple(each for each in facts.matches if each is not match))
    if kind == "decision" and facts.decisions:
        gone = random.choice(facts.decisions)
        return replace(facts, decisions=tuple(each for each in facts.decisions if each is not gone))
    if kind == "day":
        return facts.with_matches([replace(match, date=random.choice((None, FIRST_DAY)))])
    if kind == "abandoned":
        return facts.with_matches([replace(match, status=random.choice((Status.ABANDONED, Status.CANCELLED)))])
    if kind == "teams":
        return replace(facts, teams=tuple(random.sample(facts.teams, len(facts.teams))))
    return facts

"""Random competitions: formats of a few kinds, and facts that change step by step."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from liguilla.facts import (
    Annulment,
    Award,
    Closing,
    Deduction,
    Exclusion,
    Facts,
    Lots,
    Match,
    Score,
    SeasonTotal,
    Status,
    Team,
    WindowStart,
    Withdrawal,
    WithdrawalRule,
)
from liguilla.formats import Format
from tests.playing import rules

NAMES = ("Altamira", "Celaya", "Dorados", "Irapuato", "Necaxa", "Neza", "Veracruz")

TOURNAMENT = """
teams: 7
stages:
  - id: table
    kind: league
    meetings: 1
    rank_by: [points, {head_to_head: [points, goal_difference], then: restart}, goal_difference, goals_for, lots]
  - id: liguilla
    kind: knockout
    entrants: table 1-5
    pairing: reseed
    legs: 2
    hosts: [worse_seed, better_seed]
    decide_by: [aggregate, away_goals, better_seed]
    rounds:
      - {id: quarterfinals, byes: 3}
      - {id: semifinals}
      - {id: final, legs: 1, hosts: neutral, decide_by: [score, extra_time, shoot_out]}
outcomes:
  champion: winner final
  qualified: {from: [table], places: 5}
  relegated: table last
"""

SEASON = """
tournaments: {one: tournament, two: tournament}
stages:
  - id: year
    kind: table
    matches: [one.table, two.table]
    rank_by: [points, goal_difference, goals_for, lots]
  - id: decider
    kind: knockout
    when: champion one is not champion two
    entrants: champion one + champion two
    seeds: year
    hosts: better_seed
    decide_by: [score, better_seed]
    rounds:
      - {id: decider_final}
outcomes:
  champion: [winner decider_final, champion one]
"""


LOOKING_BACK = """
teams: 7
stages:
  - {id: table, kind: league, meetings: 1, rank_by: [points, goal_difference, lots]}
  - id: averages
    kind: table
    matches: {of: table, seasons: 3, unbroken: true}
    rank_by: [points_per_match, goals_for, {head_to_head: [points]}, lots]
  - {id: liguilla, kind: knockout, entrants: table 1-2 + champion previous, seeds: averages, hosts: neutral,
     decide_by: [score, better_seed], rounds: [{id: quarterfinals, byes: 1, pairing: reseed}, {id: final}]}
outcomes:
  champion: table 1
  relegated: averages last
"""


def looking_back() -> Format:
    """Return a league with a table of averages over three seasons."""
    return rules(LOOKING_BACK)


def tournament() -> Format:
    """Return a league of seven whose first five play a re-seeded knock-out."""
    return rules(TOURNAMENT)


def season() -> Format:
    """Return two such tournaments, and a final between their champions."""
    return rules(SEASON, tournament=TOURNAMENT)


scores = st.builds(Score, st.integers(0, 3), st.integers(0, 3))
days = st.dates(dt.date(2012, 7, 1), dt.date(2012, 12, 31))
teams = st.sampled_from(NAMES)


@st.composite
def league_matches(draw: st.DrawFn) -> tuple[Match, ...]:
    """Return the matches of a single round robin, each played or not."""
    found = []
    for at, home in enumerate(NAMES):
        for away in NAMES[at + 1 :]:
            played = draw(st.booleans()) or draw(st.booleans())
            score = draw(scores) if played else None
            status = Status.PLAYED if played else Status.SCHEDULED
            id_ = f"{home}-{away}"
            found.append(
                Match(id=id_, stage="table", home=home, away=away, date=draw(days), status=status, score=score)
            )
    return tuple(found)


@st.composite
def cup_matches(draw: st.DrawFn) -> tuple[Match, ...]:
    """Return matches of the knock-out between any teams: many of them fit no tie."""
    found = []
    for number in range(draw(st.integers(0, 8))):
        home, away = draw(st.permutations(NAMES))[:2]
        round_ = draw(st.sampled_from(("quarterfinals", "semifinals", "final")))
        score = draw(scores)
        more = draw(st.none() | st.tuples(st.integers(0, 1), st.integers(0, 1)))
        extra_time = None if more is None else Score(score.home + more[0], score.away + more[1])
        found.append(
            Match(
                id=f"K{number}",
                stage="liguilla",
                round=round_,
                home=home,
                away=away,
                date=draw(days),
                status=Status.PLAYED,
                score=score,
                extra_time=extra_time,
                kicks=draw(st.none() | st.just(Score(5, 4))),
            )
        )
    return tuple(found)


decisions = st.one_of(
    st.builds(Deduction, date=st.none() | days, stage=st.just("table"), team=teams, points=st.integers(-6, 3)),
    st.builds(Lots, date=st.none() | days, stage=st.just("table"), teams=st.permutations(NAMES).map(tuple)),
    st.builds(Award, date=st.none() | days, match=st.just("Altamira-Celaya"), score=scores),
    st.builds(Award, date=st.none() | days, match=st.just("Celaya-Neza"), lost_by=st.just(("Celaya", "Neza"))),
    st.builds(Annulment, date=st.none() | days, match=st.just("Dorados-Necaxa")),
    st.builds(
        Withdrawal, date=st.none() | days, stage=st.just("table"), team=teams, rule=st.sampled_from(WithdrawalRule)
    ),
    st.builds(
        Exclusion, date=st.none() | days, stage=st.just("table"), team=teams, position=st.none() | st.integers(1, 7)
    ),
    st.builds(Closing, date=st.none() | days, stage=st.just("table")),
)


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Return facts of the tournament."""
    return Facts(
        teams=tuple(Team(name) for name in NAMES),
        matches=draw(league_matches()) + draw(cup_matches()),
        decisions=tuple(draw(st.lists(decisions, max_size=3))),
    )


@st.composite
def seasons(draw: st.DrawFn) -> Facts:
    """Return facts of the season."""
    return Facts(teams=tuple(Team(name) for name in NAMES), tournaments={"one": draw(facts()), "two": draw(facts())})


@st.composite
def histories(draw: st.DrawFn) -> Facts:
    """Return facts with up to two seasons before them; of one that isn't given there may be totals."""
    now = draw(facts())
    before = tuple(draw(changed(now)) for _ in range(draw(st.integers(0, 2))))
    starts = st.builds(WindowStart, date=st.none() | days, stage=st.just("averages"), team=teams)
    total = st.builds(
        SeasonTotal,
        stage=st.just("averages"),
        seasons_ago=st.integers(1, 3),
        team=teams,
        played=st.integers(0, 30),
        points=st.fractions(-9, 90, max_denominator=2),
        goals_for=st.none() | st.integers(0, 50),
    )
    return replace(
        now,
        seasons_before=before,
        season_totals=tuple(draw(st.lists(total, max_size=6))),
        decisions=(*now.decisions, *draw(st.lists(starts, max_size=1))),
    )


@st.composite
def changed(draw: st.DrawFn, before: Facts) -> Facts:
    """Return the facts after one change of some kind."""
    kind = draw(st.sampled_from(("result", "result", "open", "decisions", "shuffled", "removed", "other")))
    at = draw(st.integers(0, len(before.matches) - 1))
    match = before.matches[at]
    if kind == "result":
        new = replace(match, status=Status.PLAYED, score=draw(scores), extra_time=None, kicks=None)
        return before.with_matches([new])
    if kind == "open":
        return before.with_matches([replace(match, status=Status.SCHEDULED, score=None, extra_time=None, kicks=None)])
    if kind == "decisions":
        return replace(before, decisions=tuple(draw(st.lists(decisions, max_size=3))))
    if kind == "shuffled":
        return replace(before, matches=tuple(draw(st.permutations(before.matches))))
    if kind == "removed" and len(before.matches) > 1:
        return replace(before, matches=before.matches[:at] + before.matches[at + 1 :])
    return draw(facts())

"""What holds whatever is played: order and names carry no meaning, and nothing is worked out wrongly by halves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from liguilla.engine import Decided, Row, State, play, problems
from liguilla.facts import Deduction, Exclusion, Facts, Match, Score, Status, Team
from tests.properties.strategies import (
    NAMES,
    changed,
    days,
    facts,
    histories,
    looking_back,
    scores,
    season,
    seasons,
    tournament,
)

FORMAT = tournament()
SEASON = season()
LOOKING_BACK = looking_back()


def _rows(state: State) -> tuple[Row, ...]:
    return state.ranked("table").standings[0].rows


def _what_follows(state: State) -> object:
    """Return everything but the facts, whose order differs."""
    return state.stages, state.outcomes, {name: _what_follows(inner) for name, inner in state.tournaments.items()}


# ------------------------------------------------------------------------------------------------------ the table


@given(facts())
def test_each_match_hands_out_exactly_its_points(known: Facts) -> None:
    known = replace(known, decisions=())
    counted = [match for match in known.matches if match.stage == "table" and match.score is not None]
    drawn = sum(match.score.home == match.score.away for match in counted if match.score)
    rows = _rows(play(FORMAT, known))
    assert sum(row.points for row in rows) == 2 * drawn + 3 * (len(counted) - drawn)
    assert sum(row.record.played for row in rows) == 2 * len(counted)
    assert sum(row.goal_difference for row in rows) == 0
    assert sum(row.record.won for row in rows) == sum(row.record.lost for row in rows)


@given(facts(), st.randoms(use_true_random=False))
def test_the_order_of_rows_carries_no_meaning(known: Facts, random: object) -> None:
    matches, decided = list(known.matches), list(known.decisions)
    random.shuffle(matches)  # type: ignore[attr-defined]
    dated = len({decision.date for decision in decided}) == len(decided)
    if dated:
        random.shuffle(decided)  # type: ignore[attr-defined]
    shuffled = replace(known, matches=tuple(matches), decisions=tuple(decided))
    assert _what_follows(play(FORMAT, shuffled)) == _what_follows(play(FORMAT, known))


@given(facts())
def test_renumbering_the_matches_changes_no_place(known: Facts) -> None:
    known = replace(known, decisions=())
    numbered = replace(known, matches=tuple(replace(m, id=str(n)) for n, m in enumerate(known.matches)))
    assert _teams_of(play(FORMAT, numbered)) == _teams_of(play(FORMAT, known))


@given(facts(), st.permutations(NAMES))
def test_renaming_the_teams_renames_the_table(known: Facts, others: list[str]) -> None:
    known = replace(known, decisions=())
    names = dict(zip(NAMES, others, strict=True))
    renamed = replace(
        known,
        teams=tuple(Team(names[team.name]) for team in known.teams),
        matches=tuple(replace(m, home=names[m.home], away=names[m.away]) for m in known.matches),
    )
    assert _teams_of(play(FORMAT, renamed)) == [names.get(str(team)) for team in _teams_of(play(FORMAT, known))]


def _teams_of(state: State) -> list[str | None]:
    """Return the team of every place: rows, ties and outcomes."""
    found: list[str | None] = [row.team for row in _rows(state)]
    for _, _, tie in state.ties():
        found += [place.team if isinstance(place, Decided) else None for place in (*tie.teams, tie.winner)]
    for outcome in state.outcomes.values():
        found += [place.team if isinstance(place, Decided) else None for place in outcome.places]
    return found


# ------------------------------------------------------------------------------------------ step by step, and time


@given(st.data())
def test_playing_on_after_a_change_gives_what_a_fresh_play_gives(data: st.DataObject) -> None:
    known = data.draw(facts())
    state = play(FORMAT, known)
    for _ in range(data.draw(st.integers(1, 5))):
        known = data.draw(changed(known))
        state = play(FORMAT, known, after=state)
        fresh = play(FORMAT, known)
        assert state == fresh
        assert problems(state) == problems(fresh)


@settings(max_examples=40)
@given(st.data())
def test_playing_on_after_a_change_in_a_season_gives_what_a_fresh_play_gives(data: st.DataObject) -> None:
    known = data.draw(seasons())
    state = play(SEASON, known)
    for _ in range(data.draw(st.integers(1, 4))):
        name = data.draw(st.sampled_from(("one", "two")))
        inner: Mapping[str, Facts] = {**known.tournaments, name: data.draw(changed(known.tournaments[name]))}
        known = replace(known, tournaments=inner)
        state = play(SEASON, known, after=state)
        assert state == play(SEASON, known)


@settings(max_examples=60)
@given(st.data())
def test_playing_on_after_a_change_in_any_season_gives_what_a_fresh_play_gives(data: st.DataObject) -> None:
    known = data.draw(histories())
    state = play(LOOKING_BACK, known)
    for _ in range(data.draw(st.integers(1, 4))):
        if known.seasons_before and data.draw(st.booleans()):
            newest, *older = known.seasons_before
            known = replace(known, seasons_before=(data.draw(changed(newest)), *older))
        else:
            known = data.draw(changed(known))
        state = play(LOOKING_BACK, known, after=state)
        fresh = play(LOOKING_BACK, known)
        assert state == fresh
        assert problems(state) == problems(fresh)


@given(facts())
def test_a_change_touches_only_what_depends_on_it(known: Facts) -> None:
    state = play(FORMAT, known)
    before = state._derivation.memo.worked_out
    play(FORMAT, replace(known, matches=tuple(known.matches)), after=state)
    assert state._derivation.memo.worked_out == before
    # Any number may be a final's score: nothing of the league, and no other tie, follows from it.
    final = Match(id="new", stage="liguilla", round="final", home=NAMES[0], away=NAMES[1], status=Status.PLAYED)
    play(FORMAT, known.with_matches([replace(final, score=Score(1, 0))]), after=state)
    assert state._derivation.memo.worked_out - before < 12


@given(facts(), days, st.data())
def test_what_happens_later_never_changes_the_past(known: Facts, day: dt.date, data: st.DataObject) -> None:
    later = [match for match in known.matches if match.date is not None and match.date > day]
    other = known.with_matches(replace(match, status=Status.PLAYED, score=data.draw(scores)) for match in later)
    assert play(FORMAT, other, as_of=day) == play(FORMAT, known, as_of=day)


@given(facts(), st.data())
def test_a_place_that_is_certain_early_is_never_lost(known: Facts, data: st.DataObject) -> None:
    known = replace(known, decisions=tuple(d for d in known.decisions if isinstance(d, Deduction | Exclusion)))
    early = play(FORMAT, known).ranked("table").standings[0]
    open_ = [match for match in known.matches if match.stage == "table" and match.score is None]
    ended = known.with_matches(replace(match, status=Status.PLAYED, score=data.draw(scores)) for match in open_)
    late = play(FORMAT, ended).ranked("table").standings[0]
    for before, after in zip(early.places, late.places, strict=True):
        if isinstance(before, Decided):
            assert before == after
    for row in early.rows:
        end = late.row(row.team)
        assert end is not None
        assert row.best <= end.position <= row.worst

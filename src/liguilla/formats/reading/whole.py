"""From a draft, in which everything has its name, to the whole format."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from liguilla.formats.format import Format
from liguilla.formats.rankings import Ranking
from liguilla.formats.reading import written
from liguilla.formats.reading.draft import Draft, Lost, Part
from liguilla.formats.reading.draws import read_draw
from liguilla.formats.reading.knockouts import read_knockout
from liguilla.formats.reading.leagues import read_conduct, read_league, read_table
from liguilla.formats.reading.lookups import read_lookup
from liguilla.formats.reading.outcomes import read_outcome
from liguilla.formats.reading.rankings import read_steps
from liguilla.formats.reading.spots import Spot
from liguilla.formats.stages import Stage

__all__ = ["build_format", "build_part"]

USUAL_AWARD: Final = (3, 0)

SPORTS: Final = (
    "football", "american_football", "australian_football", "basketball", "chess", "handball", "ice_hockey", "rugby",
)  # fmt: skip


def build_format(draft: Draft) -> Format:
    """Build everything in a format; what is wrong with it is in the draft's report."""
    keys = draft.keys
    _check_head(draft)
    for part, spot in draft.places.items():
        with suppress(Lost):
            draft.need(part, spot)
    return Format(
        id=draft.name,
        name=keys.name or "",
        source=keys.source or "",
        note=keys.note,
        sport=keys.sport,
        valid_from=keys.valid.from_ if keys.valid else None,
        valid_to=keys.valid.to if keys.valid else None,
        entry=draft.entry,
        conduct=read_conduct(keys.conduct) if keys.conduct else {},
        tournaments={name: inner.format for name, inner in draft.tournaments.items() if inner and inner.format},
        other_competitions={name: _other(other) for name, other in draft.other_competitions.items() if other},
        stages={name: draft.stages[name] for name in draft.written},
        outcomes={name: draft.outcomes[name] for name in keys.outcomes},
        awarded_score=_awarded_score(draft),
        withdrawal=_withdrawal(keys.withdrawal),
        never_both=tuple(tuple(outcomes) for outcomes in keys.never_both),
    )


def build_part(draft: Draft, part: Part) -> None:
    """Build a stage, an outcome or a ranking."""
    sort, name = part
    spot = draft.places[part]
    if sort == "stage":
        draft.stages[name] = _stage(draft, name, spot)
    elif sort == "outcome":
        draft.outcomes[name], draft.outcome_sizes[name] = read_outcome(draft, name, spot)
    else:
        draft.rankings[name] = Ranking(read_steps(draft, spot), spot.rule)


def _stage(draft: Draft, name: str, spot: Spot) -> Stage:
    outline = draft.outlines[name]
    match draft.written[name]:
        case written.League() as keys:
            return read_league(draft, keys, spot, outline)
        case written.Table() as keys:
            return read_table(draft, keys, spot, outline)
        case written.Knockout() as keys:
            return read_knockout(draft, keys, spot, outline)
        case written.Draw() as keys:
            return read_draw(draft, keys, spot, outline)
        case written.Lookup() as keys:
            return read_lookup(draft, keys, spot, outline)
    raise AssertionError(name)


def _other(other: Draft | tuple[str, ...]) -> Format | tuple[str, ...]:
    if isinstance(other, tuple):
        return other
    assert other.format
    return other.format


def _check_head(draft: Draft) -> None:
    keys, spot, report = draft.keys, draft.spot, draft.report
    if keys.sport not in SPORTS:
        report.exact_problem(spot["sport"], "sport_unknown", sport=keys.sport, near=(keys.sport, SPORTS))
    leagues = [stage for stage in draft.written.values() if isinstance(stage, written.League)]
    if keys.points is None and not all(league.points for league in leagues):
        report.exact_problem(spot["points"], "points_missing")
    if keys.valid and keys.valid.from_ and keys.valid.to and keys.valid.from_ > keys.valid.to:
        report.exact_problem(spot["valid"]["to"], "valid_backwards", first=keys.valid.from_, last=keys.valid.to)
    for outcomes, at in zip(keys.never_both, spot["never_both"].items, strict=True):
        for name, place in zip(outcomes, at.items, strict=True):
            if name not in keys.outcomes and not draft.is_lost(name):
                near = (name, keys.outcomes)
                report.problem(at.as_named().pointing_at(place), "outcome_unknown", id=name, near=near)


def _awarded_score(draft: Draft) -> tuple[int, int]:
    match draft.keys.awarded_score:
        case None:
            return USUAL_AWARD
        case [winner, loser]:
            return winner, loser
    draft.report.exact_problem(draft.spot["awarded_score"], "awarded_score")
    return 0, 0


def _withdrawal(keys: str | written.Withdrawal | None) -> str | dict[str, str] | None:
    if isinstance(keys, written.Withdrawal):
        return {"until": str(keys.until), "then": str(keys.then), "after": str(keys.after)}
    return keys

"""What if: changes that a person tries out, each written in a line. They change facts in memory; nothing is stored.

::

    SF-1-2=3-2                         the score of a match, by its id; in a season apertura/SF-1-2=3-2
    final/1: La Piedad 0-1 Necaxa      a leg that has no row yet: round and leg, then the home team first
    apertura: Necaxa -3 points         points given or taken away, in the first league there

    2-1     2-1, 3-1 aet     1-1, 1-1 aet, 4-3 pens          scores, the home side's goals first
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Final, NamedTuple, TypeVar

from liguilla.engine import KnockoutResult, Misfit, State, misfits, named, play
from liguilla.errors import FactsError, Origin, Problem
from liguilla.facts import (
    Annulment,
    Award,
    Deduction,
    Facts,
    Match,
    Score,
    Status,
    nearest_name,
    plain_name,
    things_called,
)
from liguilla.formats import BestOf, Format, League, Replay, Round
from liguilla.words import LANGUAGES, Listing, Phrase, phrase, say

__all__ = ["SetAside", "World", "changed_world"]

T = TypeVar("T")

Path = tuple[str, ...]
"""The tournaments that lead from a season to a competition inside it."""

MOST_GOALS: Final = 999

GOALS: Final = r"\d+\s*[-–−]\s*\d+"
WORDS: Final = {"extra_time": {"aet", "te"}, "kicks": {"pens", "pen", "p", "penalties", "penales"}}
"""What may follow a score, without its full stops."""

RESULT: Final = re.compile(r"(?P<match>[^=]*?)\s*=\s*(?P<score>.*)")
LEG: Final = re.compile(r"(?P<round>[^:]*?)\s*/\s*(?P<leg>[^:/]*?)\s*:\s*(?P<teams>.*)")
MORE: Final = rf"(?:\s*,\s*{GOALS}\s*(?:a\.?e\.?t|t\.?e|pen(?:s|alties|ales)?|p)\b\.?)*"
TEAMS: Final = re.compile(rf"(?P<home>.+?)\s+(?P<score>{GOALS}{MORE})\s+(?P<away>.+?)(?P<more>{MORE})", re.IGNORECASE)
POINTS: Final = re.compile(
    r"(?:(?P<tournament>[^:]*?)\s*:\s*)?(?P<team>.+?)\s+(?P<points>[-+−]?\d+(?:/[1-9]\d*)?)\s*(?:points?|puntos?)",
    re.IGNORECASE,
)
SCORE: Final = re.compile(r"(?P<home>\d+)\s*[-–−]\s*(?P<away>\d+)\s*(?P<word>[^\d\s]*)")


@dataclass(frozen=True, slots=True)
class SetAside:
    """A recorded match that the changed world has no place for, or not for all of it; and the tournaments it is in."""

    misfit: Misfit
    path: Path = ()

    @property
    def id(self) -> str:
        """The match's id as a change would name it: ``F-1``, in a season ``apertura/F-1``."""
        return "/".join((*self.path, self.misfit.match.id))


@dataclass(frozen=True, slots=True)
class World:
    """A competition as it is, or as it would be; and the recorded matches that have no place in it."""

    state: State
    set_aside: tuple[SetAside, ...] = ()


def changed_world(format_: Format, facts: Facts, texts: Sequence[str] = (), as_of: dt.date | None = None) -> World:
    """Play a competition with some of its facts changed.

    Parameters
    ----------
    texts
        The changes, one after the other; without any the world is as it is.
    as_of
        Start from what was known at the end of this day. The changes come on top of that, whatever their date.

    Raises
    ------
    FactsError
        With every change that can't be read or made.
    """
    state = play(format_, facts, as_of)
    if not texts:
        return World(state)
    # What never fitted is a problem of the facts, and what doesn't fit though it was asked for one of the changes.
    kept = {(path, misfit.match.id) for path, misfit in _misfits(state)}
    facts, changed = _with_changes(state, texts)
    return _settled(facts, state, kept | changed)


def _settled(facts: Facts, before: State, kept: set[tuple[Path, str]]) -> World:
    """Play, set aside what has no place any more, and so on until everything has."""
    set_aside: list[SetAside] = []
    state = play(before.format, facts, after=before)
    while lost := [SetAside(misfit, path) for path, misfit in _misfits(state) if (path, misfit.match.id) not in kept]:
        set_aside += lost
        for each in lost:
            facts = _inside(facts, each.path, partial(_without, each.misfit))
        state = play(before.format, facts, after=state)
    return World(_known_as_of(before.as_of, state), tuple(set_aside))


def _misfits(state: State, path: Path = ()) -> Iterator[tuple[Path, Misfit]]:
    yield from ((path, misfit) for misfit in misfits(state))
    for name, inner in state.tournaments.items():
        yield from _misfits(inner, (*path, name))


def _known_as_of(day: dt.date | None, state: State) -> State:
    """Say of which day the state is: the facts were those of that day before they were changed."""
    tournaments = {name: _known_as_of(day, inner) for name, inner in state.tournaments.items()}
    return replace(state, as_of=day, tournaments=tournaments)


# ---------------------------------------------------------------------------------------------- changing the facts


def _with_changes(state: State, texts: Sequence[str]) -> tuple[Facts, set[tuple[Path, str]]]:
    """Return the facts with all changes made, and the matches that were changed."""
    facts = _without_publications(state.facts)
    changed: set[tuple[Path, str]] = set()
    problems: list[Problem] = []
    for number, text in enumerate(texts, 1):
        text = " ".join(text.split())
        try:
            path, made = _read(text, state)
        except _Unreadable as fault:
            origin = Origin("--what-if", number, fault.position + 1)
            problems.append(Problem(fault.message, origin=origin, excerpt=((number, text),)))
            continue
        if isinstance(made, Deduction):
            facts = _inside(facts, path, partial(_with_deduction, made))
        else:
            facts = _inside(facts, path, partial(_with_result, made))
            changed.add((path, made.id))
    if problems:
        raise FactsError(problems)
    return facts, changed


def _without_publications(facts: Facts) -> Facts:
    """Leave out what others published: they tell of the world as it is."""
    return replace(
        facts,
        published_tables=(),
        published_scorers=(),
        published_outcomes=(),
        tournaments={name: _without_publications(inner) for name, inner in facts.tournaments.items()},
    )


def _inside(facts: Facts, path: Path, change: Callable[[Facts], Facts]) -> Facts:
    """Change the facts of a competition inside, whichever tournaments lead there."""
    if not path:
        return change(facts)
    inner = _inside(facts.tournaments.get(path[0], Facts()), path[1:], change)
    return replace(facts, tournaments={**facts.tournaments, path[0]: inner})


def _with_deduction(deduction: Deduction, facts: Facts) -> Facts:
    return replace(facts, decisions=(*facts.decisions, deduction))


def _with_result(match: Match, facts: Facts) -> Facts:
    """Put a result in place of what is recorded; goals, kicks and a decision about the match don't fit it."""
    return replace(
        facts,
        # Legs that have no day are played in their order, whichever was written first.
        matches=tuple(sorted(facts.with_matches([match]).matches, key=_leg_without_a_row)),
        goals=tuple(goal for goal in facts.goals if goal.match != match.id),
        kicks=tuple(kick for kick in facts.kicks if kick.match != match.id),
        decisions=tuple(
            decision
            for decision in facts.decisions
            if not (isinstance(decision, Award | Annulment) and decision.match == match.id)
        ),
    )


def _leg_without_a_row(match: Match) -> str:
    return match.id if match.id.startswith(f"{match.round}/") else ""


def _without(misfit: Misfit, facts: Facts) -> Facts:
    """Leave of a match only what fits, and of what happened in it nothing that doesn't."""
    facts = _with_result(misfit.left or misfit.match, facts)
    if misfit.left is not None:
        return facts
    gone = misfit.match.id
    return replace(
        facts,
        matches=tuple(match for match in facts.matches if match.id != gone),
        cards=tuple(card for card in facts.cards if card.match != gone),
        appearances=tuple(each for each in facts.appearances if each.match != gone),
    )


# ---------------------------------------------------------------------------------------------- reading a change


class _Unreadable(Exception):
    """A change can't be read or made; the fault stands at a position of its text, counted from 0."""

    def __init__(self, position: int, message: Phrase) -> None:
        super().__init__(message.code)
        self.position, self.message = position, message


class _Played(NamedTuple):
    """The scores of a match, each kind apart, in the order in which they came about."""

    score: Score
    extra_time: Score | None = None
    kicks: Score | None = None


ORDERS: Final = (["score"], ["score", "extra_time"], ["score", "kicks"], ["score", "extra_time", "kicks"])


def _read(text: str, state: State) -> tuple[Path, Match | Deduction]:
    """Return the fact that a change makes, and the tournaments that lead to where it belongs."""
    if found := RESULT.fullmatch(text):
        return _result(found, state)
    if found := LEG.fullmatch(text):
        return _leg(found, state)
    if found := POINTS.fullmatch(text):
        return _deduction(found, state)
    raise _Unreadable(0, phrase("what_if.no_change"))


def _result(found: re.Match[str], state: State) -> tuple[Path, Match]:
    known = dict(_by_id(state.facts))
    typed = re.sub(r"\s*/\s*", "/", found["match"])
    # Perhaps only the tournament is missing, or is one too many.
    same = [id_ for id_ in known if plain_name(id_).split("/")[-1] == plain_name(typed).split("/")[-1]]
    mend = _mend(same or _near(typed, known), "what_if.where_ids_are")
    path, match = _called(typed, found.start("match"), known, "what_if.no_match", mend)
    return path, _with_scores(match, _scores(found["score"], found.start("score")))


def _by_id(facts: Facts, path: Path = ()) -> Iterator[tuple[str, tuple[Path, Match]]]:
    yield from (("/".join((*path, match.id)), (path, match)) for match in facts.matches)
    for name, inner in facts.tournaments.items():
        yield from _by_id(inner, (*path, name))


def _leg(found: re.Match[str], state: State) -> tuple[Path, Match]:
    *tournaments, round_name = re.split(r"\s*/\s*", found["round"])
    path, inner = _competition(tournaments, found.start("round"), state)
    stage, round_ = _round(round_name, found.end("round") - len(round_name), inner)
    series = round_.series
    replays = sum(step.number for step in series.ladder.steps if isinstance(step, Replay))
    legs = replays + (series.legs.number if isinstance(series.legs, BestOf) else series.legs)
    if found["leg"] not in map(str, range(1, legs + 1)):
        message = phrase("what_if.no_leg", n=legs, leg=found["leg"], round=named(round_), id=round_.id)
        raise _Unreadable(found.start("leg"), message)
    at = found.start("teams")
    teams = TEAMS.fullmatch(found["teams"])
    if teams is None:
        raise _Unreadable(at, phrase("what_if.no_teams"))
    home = _team(teams["home"], at + teams.start("home"), inner)
    away = _team(teams["away"], at + teams.start("away"), inner)
    if home == away:
        raise _Unreadable(at + teams.start("away"), phrase("what_if.against_itself", team=home))
    if isinstance(series.legs, BestOf) or replays:
        recorded = _recorded_in_series(inner, stage, round_.id, int(found["leg"]), (home, away))
    else:
        recorded = _recorded(inner.facts, stage, round_.id, (home, away))
    match = recorded or Match(
        id=f"{round_.id}/{found['leg']}: {home} - {away}", stage=stage, round=round_.id, home=home, away=away
    )
    return path, _with_scores(match, _scores(teams["score"] + teams["more"], at + teams.start("score")))


def _recorded(facts: Facts, stage: str, round_: str, teams: tuple[str, str]) -> Match | None:
    return next((m for m in facts.matches if (m.stage, m.round, m.teams) == (stage, round_, teams)), None)


def _recorded_in_series(state: State, stage: str, round_: str, number: int, teams: tuple[str, str]) -> Match | None:
    """Return the match with this number between two who may meet more than once at the same ground."""
    own = {m.id: m for m in state.facts.matches if (m.stage, m.round) == (stage, round_) and set(m.teams) == set(teams)}
    legs = (leg for _, _, tie in state.ties() for leg in tie.legs if leg.match is not None and leg.match.id in own)
    found = next((leg.match for leg in legs if leg.number == number), None)
    return None if found is None else replace(own[found.id], home=teams[0], away=teams[1])


def _deduction(found: re.Match[str], state: State) -> tuple[Path, Deduction]:
    tournaments = re.split(r"\s*/\s*", found["tournament"]) if found["tournament"] else []
    path, inner = _competition(tournaments, found.start("tournament"), state)
    league = next((stage.id for stage in inner.format.stages.values() if isinstance(stage, League)), None)
    if league is None:
        say_where = [f"{name}: {found.string}" for name in inner.tournaments]
        message = phrase("what_if.no_league", mend=_there_are(say_where))
        raise _Unreadable(found.start("team"), message)
    team = _team(found["team"], found.start("team"), inner)
    return path, Deduction(stage=league, team=team, points=Fraction(found["points"].replace("−", "-")))


def _competition(names: Sequence[str], position: int, state: State) -> tuple[Path, State]:
    """Return the competition that the names of tournaments lead to."""
    path: Path = ()
    for name in names:
        inside = {tournament: tournament for tournament in state.tournaments}
        mend = _there_are(tuple(inside)) if inside else phrase("what_if.no_tournaments")
        found = _called(name, position, inside, "what_if.no_tournament", mend)
        path, state = (*path, found), state.tournaments[found]
    return path, state


def _round(typed: str, position: int, state: State) -> tuple[str, Round]:
    """Return a round, and the id of its stage, by its id or by its name in any language."""
    known: dict[str, tuple[str, Round]] = {}
    for result in state.stages.values():
        if isinstance(result, KnockoutResult):
            for each in result.rounds:
                for name in (each.round.id, *(say(named(each.round), language) for language in LANGUAGES)):
                    known[name] = known[f"{result.stage.id}.{name}"] = (result.stage.id, each.round)
    ids = tuple(dict.fromkeys(round_.id for _, round_ in known.values()))
    return _called(typed, position, known, "what_if.no_round", _there_are(ids))


def _team(typed: str, position: int, state: State) -> str:
    known = state.facts.names_of_teams()
    return _called(typed, position, known, "what_if.no_team", _mend(_near(typed, known), "what_if.where_teams_are"))


def _called(typed: str, position: int, known: Mapping[str, T], unknown: str, mend: Phrase) -> T:
    """Return what is called so; complain with the phrase `unknown` if nothing is, or several things are."""
    found = things_called(typed, known)
    if len(found) != 1:
        raise _Unreadable(position, phrase(unknown, name=typed, mend=mend))
    return found[0]


def _near(typed: str, known: Mapping[str, object]) -> list[str]:
    near = nearest_name(typed, known)
    return [] if near is None else [near]


def _mend(near: Sequence[str], otherwise: str) -> Phrase:
    return phrase("what_if.did_you_mean", names=_quoted(near)) if near else phrase(otherwise)


def _there_are(names: Sequence[str]) -> Phrase:
    return phrase("what_if.there_are", names=_quoted(names)) if names else phrase("what_if.there_are_none")


def _quoted(names: Sequence[str]) -> Listing:
    return Listing(tuple(f'"{name}"' for name in names), "or")


# ------------------------------------------------------------------------------------------------------- scores


def _with_scores(match: Match, played: _Played) -> Match:
    return replace(match, status=Status.PLAYED, half_time=None, kicks_won_by=None, **played._asdict())


def _scores(text: str, position: int) -> _Played:
    """Return the scores that a text says, which stands at this position of the change."""
    scores: dict[str, Score] = {}
    for part in text.split(","):
        at = position + len(part) - len(part.lstrip())
        kind, score = _score(part.strip(), at)
        if [*scores, kind] not in ORDERS:
            raise _Unreadable(at, phrase("what_if.out_of_order"))
        scores[kind] = score
        position += len(part) + 1
        if kind == "extra_time" and min(score.home - scores["score"].home, score.away - scores["score"].away) < 0:
            fewer = {"score": str(score), "before": str(scores["score"])}
            raise _Unreadable(at, phrase("what_if.fewer_after_extra_time", **fewer))
        if kind == "kicks" and score.home == score.away:
            raise _Unreadable(at, phrase("what_if.level_kicks", score=str(score)))
    return _Played(**scores)


def _score(text: str, position: int) -> tuple[str, Score]:
    """Return the kind of a score, as `Match` calls it, and the score."""
    found = SCORE.fullmatch(text)
    if found is None:
        raise _Unreadable(position, phrase("what_if.no_score"))
    score = Score(int(found["home"][:9]), int(found["away"][:9]))
    if max(score) > MOST_GOALS:
        raise _Unreadable(position, phrase("what_if.too_many_goals", most=MOST_GOALS))
    word = found["word"].replace(".", "").casefold()
    kind = "score" if not word else next((kind for kind, words in WORDS.items() if word in words), None)
    if kind is None:
        raise _Unreadable(position + found.start("word"), phrase("what_if.no_such_word", word=found["word"]))
    return kind, score

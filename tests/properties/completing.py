"""Any competition played to its end at random, step by step, as the rules ask for it.

Nothing here knows a format: whatever the state says is open is filled: matches of leagues, legs of ties, extra time and
kicks, draws, pairings and lots. So it shows that the rules can always be played on, and what must never change
meanwhile.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

from liguilla.engine import (
    BoxesResult,
    Decided,
    KnockoutResult,
    RankedResult,
    State,
    TieResult,
    Unresolved,
    Void,
    Waiting,
    play,
    proposed_rounds,
)
from liguilla.engine.byes import paired_rounds
from liguilla.engine.knockouts import found_in, taking_part
from liguilla.engine.members import members
from liguilla.engine.selectors import team_set
from liguilla.facts import (
    Bye,
    Card,
    CardKind,
    Competition,
    Decision,
    DrawnBall,
    Facts,
    Lots,
    Match,
    OutcomeElsewhere,
    Pairing,
    Score,
    Status,
    Team,
)
from liguilla.formats import Apart, Draw, Format, League
from liguilla.words import Phrase

__all__ = ["FIRST_DAY", "Known", "completed", "entered", "made_up", "scheduled", "some_score"]

FIRST_DAY = dt.date(2020, 1, 1)

_MOST_TRIES = 2000
"""How often something is drawn at random until it breaks no rule."""

Known = Mapping[str, Mapping[str, str]]


def entered(
    format_: Format, number: int | None = None, known: Known | None = None, decisions: tuple[Decision, ...] = ()
) -> Facts:
    """Return facts in which only the teams are known, and of each whatever the format wants to know."""
    number = number or format_.entry.at_least
    for each in format_.tournaments.values():
        number = number or each.entry.at_least
    if known is not None:
        teams = tuple(Team(name, facts=dict(facts)) for name, facts in known.items())
    else:
        teams = tuple(Team(f"T{place:02}") for place in range(1, (number or 8) + 1))
    inner = {name: entered(each, len(teams), known) for name, each in format_.tournaments.items()}
    frame = Competition(cards_complete=True)
    return Facts(competition=frame, teams=teams, decisions=decisions, tournaments=inner)


def made_up(format_: Format, random: Random) -> Known:
    """Return something for whatever a format wants to know of its teams: words in equal parts, numbers at random."""
    entries = [format_.entry, *(inner.entry for inner in format_.tournaments.values())]
    number = next((entry.at_least for entry in entries if entry.at_least), 8)
    known: dict[str, dict[str, str]] = {f"T{place:02}": {} for place in range(1, number + 1)}
    for fact in (fact for entry in entries for fact in entry.know.values()):
        numbers = random.sample(range(1, number + 1), number)
        for place, own in enumerate(known.values()):
            if fact.kind != "word":
                own[fact.fact] = str(numbers[place])
            elif fact.values is None:
                own[fact.fact] = f"{fact.fact} {place % max(number // 2, 1)}"
            else:
                own[fact.fact] = "no" if "no" in fact.values else fact.values[place * len(fact.values) // number]
    return known


def completed(format_: Format, facts: Facts, random: Random) -> Iterator[State]:
    """Give the state after each step, until nothing is left that could be filled: one step a day, from `FIRST_DAY`."""
    state = play(format_, facts)
    day = FIRST_DAY
    while True:
        yield state
        changed = _next(state, random, day)
        if changed is None:
            return
        state = play(format_, changed, after=state)
        day += dt.timedelta(days=1)


def _next(state: State, random: Random, day: dt.date) -> Facts | None:
    """Return the facts after something more has happened; None where nothing can."""
    facts = state.facts
    inner = {name: _next(each, random, day) for name, each in state.tournaments.items()}
    if any(each is not None for each in inner.values()):
        return replace(facts, tournaments={name: each or facts.tournaments[name] for name, each in inner.items()})
    for step in (_schedule, _rounds, _results, _legs, _pairings, _balls, _kicks, _lots, _elsewhere):
        found = step(state, random, day)
        if found is not None:
            return found
    return None


# ------------------------------------------------------------------------------------------------------ leagues


def _schedule(state: State, random: Random, day: dt.date) -> Facts | None:
    scheduled = {match.stage for match in state.facts.matches}
    for id_, stage in state.format.stages.items():
        if not isinstance(stage, League) or id_ in scheduled or state.ranked(id_).void is not None:
            continue
        if paired_rounds(stage) is not None:
            continue
        found = state.derivation.ask(members, id_)
        if isinstance(found, Phrase) or state.ranked(id_).waits is not None:
            continue
        pairs: list[tuple[str, str]] = []
        if stage.meetings is not None:
            for _, teams in found:
                for meeting in range(stage.meetings):
                    pairs += [pair if meeting % 2 else pair[::-1] for pair in combinations(teams, 2)]
        else:
            # Against the next ones in the row, half of them at home: as many matches for everybody.
            number = (stage.fixtures.matches if stage.fixtures else None) or 6
            together = tuple(team for _, group in found for team in group)
            for teams in [together] if number % 2 == 0 and len(found) < 3 else [group for _, group in found]:
                pairs += _round_about(teams, number)
        if pairs:
            new = [
                Match(f"{id_}-{number}", id_, *pair, date=day + dt.timedelta(days=1))
                for number, pair in enumerate(pairs, 1)
            ]
            return replace(state.facts, matches=(*state.facts.matches, *new))
    return None


def _rounds(state: State, random: Random, day: dt.date) -> Facts | None:
    """Pair the next round of a league as its provider proposes."""
    for id_, stage in state.format.stages.items():
        for proposed in proposed_rounds(state, id_) if isinstance(stage, League) else ():
            if proposed.waits is None:
                new = (
                    Match(f"{id_}-{proposed.matchday}-{board}", id_, *pair, matchday=proposed.matchday, date=day)
                    for board, pair in enumerate(proposed.pairs, 1)
                )
                byes = [Bye(stage=id_, team=proposed.bye, matchday=proposed.matchday)] if proposed.bye else []
                return replace(
                    state.facts,
                    matches=(*state.facts.matches, *new),
                    decisions=(*state.facts.decisions, *byes),
                )
    return None


def _round_about(teams: tuple[str, ...], number: int) -> list[tuple[str, str]]:
    """Pair everybody with so many others; with as many as there are, or with some twice, where these are too few."""
    found: list[tuple[str, str]] = []
    distance = 0
    while number >= 2:
        distance = distance % (len(teams) - 1) + 1
        found += [(team, teams[(place + distance) % len(teams)]) for place, team in enumerate(teams)]
        number -= 2
    if number:
        half = len(teams) // 2
        found += [(teams[place], teams[place + half]) for place in range(half)]
    return found


def scheduled(state: State) -> Facts | None:
    """Return the facts with the matches of one more league whose teams are known; None where there is none."""
    return _schedule(state, Random(0), FIRST_DAY)


def _results(state: State, random: Random, day: dt.date) -> Facts | None:
    open_ = [m for m in state.facts.matches if m.status is Status.SCHEDULED and m.round is None]
    if not open_:
        return None
    some = random.sample(open_, random.randint(1, max(len(open_) // 3, 1)))
    played = [_result(state, match, random, day) for match in some]
    cards = [card for match in played for card in _cards(state, match, random)]
    facts = state.facts.with_matches(played)
    return replace(facts, cards=(*facts.cards, *cards)) if cards else facts


def _result(state: State, match: Match, random: Random, day: dt.date) -> Match:
    score = some_score(random)
    stage = state.format.stages[match.stage]
    by_kicks = isinstance(stage, League) and "shoot_out" in stage.each_match and _level(score)
    kicks = random.choice((Score(5, 4), Score(2, 3))) if by_kicks else None
    return replace(match, status=Status.PLAYED, score=score, kicks=kicks, date=day)


def _cards(state: State, match: Match, random: Random) -> Iterator[Card]:
    """Show a few cards where the rules count them; a match without any had none."""
    stage = state.format.stages[match.stage]
    for kind in CardKind if isinstance(stage, League) and stage.conduct else ():
        if random.random() < 0.4:
            yield Card(match.id, random.choice(match.teams), kind, f"Player {random.randint(1, 3)}")


def some_score(random: Random) -> Score:
    """Return a score such as there are many."""
    return Score(random.choice((0, 0, 1, 1, 1, 2, 2, 3)), random.choice((0, 0, 1, 1, 2)))


# ---------------------------------------------------------------------------------------------------- knock-outs


def _legs(state: State, random: Random, day: dt.date) -> Facts | None:
    ties = [
        (result.stage.id, each.round.id, tie)
        for result, each, tie in state.ties()
        if all(isinstance(team, Decided) for team in tie.teams) and not isinstance(tie.winner, Decided) and tie.legs
    ]
    random.shuffle(ties)
    for stage, round_, tie in ties:
        found = _one_more(stage, round_, tie, random, day)
        if found is not None:
            return state.facts.with_matches([found])
    return None


def _one_more(stage: str, round_: str, tie: TieResult, random: Random, day: dt.date) -> Match | None:
    """Return the extra time or the kicks that are waited for; or the next leg, replay or match of a series."""
    one, other = (team.team for team in tie.teams if isinstance(team, Decided))
    code = tie.winner.what.code if isinstance(tie.winner, Waiting) else ""
    if code in ("engine.waits_extra_time", "engine.waits_shoot_out"):
        return _longer(_level_match(tie), code, random, day)
    leg = next((leg for leg in tie.legs if leg.match is None), None)
    if leg is None:
        return None
    home = leg.home.team if isinstance(leg.home, Decided) else random.choice((one, other))
    away = other if home == one else one
    id_ = f"{stage}-{round_}-{one}-{other}-{leg.number}"
    return Match(id_, stage, home, away, round_, date=day, status=Status.PLAYED, score=some_score(random))


def _level_match(tie: TieResult) -> Match:
    """Return the match that isn't over: of a series the first that has no winner, else the last one."""
    if tie.wins is None:
        return tie.matches[-1]
    return next(
        match
        for match in tie.matches
        if match.score and not match.has_kicks and _level(match.extra_time or match.score)
    )


def _level(score: Score) -> bool:
    return score.home == score.away


def _longer(match: Match, code: str, random: Random, day: dt.date) -> Match:
    score = match.extra_time or match.score
    assert score is not None
    if code == "engine.waits_shoot_out":
        return replace(match, kicks=random.choice((Score(5, 4), Score(2, 3))), date=day)
    if match.extra_time is not None:
        # Overtime is played until one leads.
        return replace(match, extra_time=Score(score.home + 1, score.away), date=day)
    more = random.choice((Score(0, 0), Score(1, 0), Score(0, 1), Score(1, 1), Score(2, 0)))
    return replace(match, extra_time=Score(score.home + more.home, score.away + more.away), date=day)


def _pairings(state: State, random: Random, day: dt.date) -> Facts | None:
    """Draw a round of which everybody is known and nothing is drawn, and keep apart who has to be."""
    for result in state.stages.values():
        for each in result.rounds if isinstance(result, KnockoutResult) else ():
            where = found_in(state.derivation, result.stage.id, each.round.id, each.group)
            waits = [tie.winner for tie in each.ties if isinstance(tie.winner, Waiting)]
            is_open = any(place.what.code == "engine.together_open" for place in waits)
            if where is None or not (each.round.pairing == "drawn" or is_open):
                continue
            contenders = [one.place for one in state.derivation.ask(taking_part, where)]
            there = [place.team for place in contenders if isinstance(place, Decided)]
            taken = any(isinstance(team, Decided) for tie in each.ties for team in tie.teams)
            if taken or any(not isinstance(place, Decided | Void) for place in contenders):
                continue
            number = min(len(each.ties), len(there) // 2)
            apart = each.round.apart if len(each.ties) > 1 else ()
            pairs = _paired(state, apart, there, number, random)
            new = [
                Pairing(stage=result.stage.id, round=each.round.id, teams=pair, order=order, date=day)
                for order, pair in enumerate(pairs, 1)
            ]
            if new:
                return _decided(state, new)
    return None


def _paired(
    state: State, apart: Sequence[Apart], teams: Sequence[str], number: int, random: Random
) -> list[tuple[str, str]]:
    for _ in range(_MOST_TRIES):
        order = random.sample(teams, len(teams))
        pairs = list(zip(order[: 2 * number : 2], order[1 : 2 * number : 2], strict=True))
        if all(_may_be_together(state, apart, pair) for pair in pairs):
            return pairs
    raise AssertionError("nothing was drawn that keeps apart who has to be")


# ------------------------------------------------------------------------------------------- draws, lots, elsewhere


def _balls(state: State, random: Random, day: dt.date) -> Facts | None:
    """Draw a stage of which all pots are known, and keep apart who has to be."""
    for result in state.stages.values():
        if not isinstance(result, BoxesResult) or not isinstance(result.stage, Draw) or result.void is not None:
            continue
        if all(isinstance(place, Decided) for places in result.boxes.values() for place in places):
            continue
        pots = [(pot.into, team_set(state.derivation, pot.teams)) for pot in result.stage.pots]
        known = [(into, sorted(teams)) for into, teams in pots if teams is not None and len(teams) == len(into)]
        if len(known) < len(pots):
            continue
        balls = _drawn(state, result.stage, known, random)
        return _decided(
            state,
            [
                DrawnBall(stage=result.stage.id, box=box, team=team, order=number, date=day)
                for number, (box, team) in enumerate(balls, 1)
            ],
        )
    return None


def _drawn(
    state: State, stage: Draw, pots: Sequence[tuple[Sequence[str], Sequence[str]]], random: Random
) -> list[tuple[str, str]]:
    """Return a box for each team, without those whose place is fixed."""
    for _ in range(_MOST_TRIES):
        boxes: dict[str, list[str]] = {box: [] for box in stage.boxes}
        found: list[tuple[str, str]] = []
        for into, teams in pots:
            free = list(into)
            for team in random.sample(teams, len(teams)):
                fits = [box for box in free if _may_be_together(state, stage.apart, (*boxes[box], team))]
                if not fits:
                    break
                box = random.choice(fits)
                free.remove(box)
                boxes[box].append(team)
                if len(teams) > 1:
                    found.append((box, team))
            if free:
                break
        else:
            return found
    raise AssertionError(f"nothing was drawn in {stage.id} that keeps apart who has to be")


def _may_be_together(state: State, apart: Sequence[Apart], teams: Sequence[str]) -> bool:
    facts = {team.name: team.facts for team in state.facts.teams}
    for rule in apart:
        held = [team for team in teams if rule.unless is None or facts[team].get(rule.unless[0]) != rule.unless[1]]
        values = [facts[team].get(rule.fact) for team in held]
        if any(values.count(value) > rule.exceptions.get(value or "", rule.at_most) for value in set(values) - {None}):
            return False
    return True


def _lots(state: State, random: Random, day: dt.date) -> Facts | None:
    for id_, result in state.stages.items():
        if isinstance(result, RankedResult):
            for place in (place for standing in result.standings for place in standing.places):
                if isinstance(place, Unresolved) and _asks_for_lots(place):
                    teams = sorted(place.among)
                    random.shuffle(teams)
                    return _decided(state, [Lots(stage=id_, teams=tuple(teams), date=day)])
    for result, each, tie in state.ties():
        if isinstance(tie.winner, Unresolved):
            teams = sorted(tie.winner.among)
            random.shuffle(teams)
            lots = Lots(stage=result.stage.id, round=each.round.id, teams=tuple(teams), date=day)
            if lots.teams not in [d.teams for d in state.facts.decisions if isinstance(d, Lots)]:
                return _decided(state, [lots])
    return None


def _asks_for_lots(place: Unresolved) -> bool:
    why = place.why.values.get("why")
    return isinstance(why, Phrase) and why.code == "engine.lots_needed"


def _kicks(state: State, random: Random, day: dt.date) -> Facts | None:
    """Kick after a match of a league where two level teams have to."""
    for result in state.stages.values():
        for standing in result.standings if isinstance(result, RankedResult) else ():
            for place in standing.places:
                why = place.why.values.get("why") if isinstance(place, Unresolved) else None
                if isinstance(why, Phrase) and why.code == "engine.kicks_missing":
                    match = next(m for m in state.facts.matches if m.id == why.values["match"])
                    kicks = random.choice((Score(5, 4), Score(2, 3)))
                    return state.facts.with_matches([replace(match, kicks=kicks, date=day)])
    return None


def _elsewhere(state: State, random: Random, day: dt.date) -> Facts | None:
    known = {(d.competition, d.outcome) for d in state.facts.decisions if isinstance(d, OutcomeElsewhere)}
    for competition, other in state.format.other_competitions.items():
        for outcome in tuple(other.outcomes) if isinstance(other, Format) else other:
            if (competition, outcome) not in known:
                new = OutcomeElsewhere(competition=competition, outcome=outcome, team=f"{competition}", date=day)
                return _decided(state, [new])
    return None


def _decided(state: State, new: Sequence[Decision]) -> Facts:
    return replace(state.facts, decisions=(*state.facts.decisions, *new))

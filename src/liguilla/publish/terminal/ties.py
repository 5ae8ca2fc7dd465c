"""The ties of a knock-out, round after round: their legs, who goes through, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liguilla.engine import Decided, Leg, Place, RoundResult, TieResult, Unresolved, Void, Waiting
from liguilla.facts import Match
from liguilla.formats import Term
from liguilla.publish.dates import clock, day
from liguilla.publish.labels import capital, label, position_label, tie_label, tie_name
from liguilla.publish.legs import leg_name
from liguilla.publish.scores import final_score, score_notes
from liguilla.publish.sources import At, Source, Sources
from liguilla.publish.terminal.columns import Column, write_columns
from liguilla.publish.terminal.page import Page, cells
from liguilla.words import Listing, Phrase, Text

__all__ = ["pair_words", "place_words", "sides", "write_rounds"]

Words = tuple[str, str]
"""What is said of the two sides of a tie."""


def write_rounds(page: Page, rounds: Sequence[RoundResult], sources: Sources) -> None:
    """Write the rounds of a knock-out, or of one of its groups. `sources` say which tie each side comes from."""
    for number, round_ in enumerate(rounds):
        after = rounds[number + 1] if number + 1 < len(rounds) else None
        page.heading(label(round_.round, page.language))
        if round_.void is not None:
            page.sentence(capital(page.say(round_.void)), indent=2, style="dim")
            continue
        _write_byes(page, round_, None if after is None else label(after.round, page.language))
        for tie_number, tie in enumerate(round_.ties):
            _write_tie(page, round_, tie, sides(page, rounds, At(number, tie_number), sources))
        for what in dict.fromkeys(_awaited_with_seeds(page, round_)):
            page.waits(what, indent=2)


def sides(page: Page, rounds: Sequence[RoundResult], at: At, sources: Sources) -> Words:
    """Return both sides of a tie, as much as is known of them.

    That is a team with its seed; else where it will come from, if that is certain; else the seed alone; else what the
    place waits for.
    """
    one, other = (_side(page, rounds, at, number, sources.get((at, number))) for number in (0, 1))
    return one, other


def _side(page: Page, rounds: Sequence[RoundResult], at: At, number: int, source: Source | Term | None) -> str:
    tie = rounds[at.round].ties[at.tie]
    place, seed = tie.teams[number], tie.seeds[number]
    if isinstance(place, Decided):
        return place.team if seed is None else f"{place.team} ({seed})"
    if isinstance(source, Source):
        before = rounds[source.at.round]
        name = _contest(page, before, before.ties[source.at.tie])
        return page.word("winner_of" if source.won else "loser_of", tie=name)
    words = "" if source is None else position_label(source, page.language)
    return words or (place_words(page, place) if seed is None else page.word("seed", n=seed))


def _contest(page: Page, round_: RoundResult, tie: TieResult) -> str:
    """Return the teams of a tie, or its name while they aren't known."""
    one, other = tie.teams
    if isinstance(one, Decided) and isinstance(other, Decided):
        return page.word("against", one=one.team, other=other.team)
    return tie_name(round_.round, tie, page.language)


def place_words(page: Page, place: Place | None) -> str:
    """Return what stands where a team would: its name, or what the place waits for."""
    match place:
        case Decided(team=team):
            return team
        case Waiting(what=why) | Unresolved(why=why) | Void(why=why):
            return page.say(why)
        case None:
            return ""


def pair_words(page: Page, words: Words) -> str:
    """Return the two sides of a tie as one; what both of them wait for is said once."""
    one, other = words
    return page.word("both", what=one) if one == other else page.word("versus", one=one, other=other)


# ------------------------------------------------------------------------------------------------------- byes


def _write_byes(page: Page, round_: RoundResult, after: str | None) -> None:
    teams = [place.team for place in round_.byes if isinstance(place, Decided)]
    if not teams:
        return
    if after is None:
        page.sentence(page.word("bye_last", team=Listing(tuple(teams))), indent=2)
        return
    after = after[:1].lower() + after[1:]
    if len(teams) == 1:
        page.sentence(page.word("bye", team=teams[0], to=after), indent=2)
    else:
        page.sentence(page.word("byes", teams=Listing(tuple(teams)), to=after), indent=2)


# -------------------------------------------------------------------------------------------------------- ties


def _write_tie(page: Page, round_: RoundResult, tie: TieResult, words: Words) -> None:
    if isinstance(tie.winner, Void):
        name = tie_label(round_.round, tie, page.language)
        page.sentence(f"{name}: {page.say(tie.winner.why)}", indent=2, style="dim")
        return
    if len(tie.legs) == 1 and tie.aggregate is not None:
        _write_single(page, tie, tie.legs[0], words)
    else:
        _write_heading(page, round_, tie, words)
        _write_legs(page, tie, words)
    why = _why(tie)
    if why is not None:
        page.sentence(capital(page.say(why)), indent=4)
    elif isinstance(tie.winner, Unresolved):
        page.sentence(capital(page.say(tie.winner.why)), indent=4, style="yellow")
    elif isinstance(tie.winner, Waiting) and _waits_for_more_than_a_match(tie):
        page.waits(tie.winner.what, indent=4)
    if tie.wins is not None and any(tie.wins) and not isinstance(tie.winner, Decided):
        page.sentence(_series_so_far(page, tie, tie.wins), indent=4)


def _waits_for_more_than_a_match(tie: TieResult) -> bool:
    """Return whether every leg has a score, or one match of a series no winner, so that something else is missing."""
    scores = [leg.match is not None and leg.match.score is not None for leg in tie.legs]
    return all(scores) if tie.wins is None else sum(scores) > sum(tie.wins)


def _series_so_far(page: Page, tie: TieResult, wins: tuple[int, int]) -> str:
    ahead, behind = max(wins), min(wins)
    if ahead == behind:
        return page.word("series_level", x=ahead, y=behind)
    return page.word("series_led", team=place_words(page, tie.teams[wins.index(ahead)]), x=ahead, y=behind)


def _why(tie: TieResult) -> Text | Phrase | None:
    """Return the reason, unless the score of the one match says it already."""
    return None if len(tie.legs) == 1 and tie.decided_by == "score" else tie.reason


def _write_heading(page: Page, round_: RoundResult, tie: TieResult, words: Words) -> None:
    named = tie.name is not None or tie.id.partition(".")[0] != round_.round.id
    name = f"{tie_label(round_.round, tie, page.language)}: " if named else ""
    one, other = words
    pair = pair_words(page, words)
    if one == other or cells(name + pair) + 2 > page.width:
        page.sentence(name + pair, indent=2, style="yellow" if one == other else "")
    else:
        page.line((name, "dim"), (one, _style(tie, 0)), " – ", (other, _style(tie, 1)), indent=2)


def _style(tie: TieResult, number: int) -> str:
    place = tie.teams[number]
    if not isinstance(place, Decided):
        return "yellow"
    return "bold" if isinstance(tie.winner, Decided) and tie.winner.team == place.team else ""


def _awaited_with_seeds(page: Page, round_: RoundResult) -> Iterator[str]:
    """Give what the places wait for of which a round shows the seed alone."""
    for tie in round_.ties:
        for place, seed in zip(tie.teams, tie.seeds, strict=True):
            if isinstance(place, Waiting) and seed is not None:
                yield page.say(place.what)


def _write_single(page: Page, tie: TieResult, leg: Leg, words: Words) -> None:
    match = leg.match
    assert match is not None
    by_team = {
        place.team: (words[number], _style(tie, number))
        for number, place in enumerate(tie.teams)
        if isinstance(place, Decided)
    }
    home, away = by_team[match.home], by_team[match.away]
    notes = ", ".join((*score_notes(match, page.language), *_date(page, match)))
    score = str(final_score(match))
    line = f"{home[0]} {score} {away[0]}"
    if cells(line) + 4 + cells(notes) > page.width:
        page.sentence(line, indent=2)
        if notes:
            page.sentence(notes, indent=4, style="dim")
        return
    page.line(home, f" {score} ", away, "  ", (notes, "dim"), indent=2)


# -------------------------------------------------------------------------------------------------------- legs


def _write_legs(page: Page, tie: TieResult, words: Words) -> None:
    known = [leg for leg in tie.legs if leg.match is not None or _host_is_known(leg)]
    if not known or (len(tie.legs) == 1 and known[0].match is None):
        return
    rows = [
        (leg_name(leg, tie.legs, page.language), _when(page, leg), _meeting(page, tie, leg, words)) for leg in known
    ]
    name: Column[tuple[str, str, str]] = Column("", lambda row: (row[0], "dim"))
    when: Column[tuple[str, str, str]] = Column("", lambda row: (row[1], "dim"), least=6)
    meeting: Column[tuple[str, str, str]] = Column("", lambda row: row[2], least=16)
    columns = [name, when, meeting] if page.width >= 60 else [name, meeting]
    write_columns(page, columns, rows, indent=4, headings=False)


def _host_is_known(leg: Leg) -> bool:
    return isinstance(leg.home, Decided) or isinstance(leg.away, Decided)


def _date(page: Page, match: Match) -> Iterator[str]:
    if match.date is not None:
        yield day(match.date, page.language)


def _when(page: Page, leg: Leg) -> str:
    """Return the day of a leg; of one to be played also the hour."""
    match = leg.match
    if match is None or match.date is None:
        return ""
    date = day(match.date, page.language)
    return date if match.score is not None or match.kickoff is None else f"{date}, {clock(match.kickoff)}"


def _meeting(page: Page, tie: TieResult, leg: Leg, words: Words) -> str:
    """Return who meets whom in a leg, home side first, with the score there is; `words` are the sides of the tie."""
    match = leg.match
    if_needed = f", {page.word('if_needed')}" if leg.if_needed else ""
    if match is None:
        sides_ = zip(tie.teams, words, strict=True)
        open_ = next((side for place, side in sides_ if not isinstance(place, Decided)), page.word("unnamed"))
        home, away = (place.team if isinstance(place, Decided) else open_ for place in (leg.home, leg.away))
        return page.word("versus", one=home, other=away) + if_needed
    score = final_score(match)
    notes = "".join(f", {note}" for note in score_notes(match, page.language))
    if score is None:
        return page.word("versus", one=match.home, other=match.away) + notes + if_needed
    return f"{match.home} {score} {match.away}{notes}"

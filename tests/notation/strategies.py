"""Facts of every kind, thrown together: what a folder can hold, whether it makes sense or not."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import assume
from hypothesis import strategies as st

from liguilla.facts import (
    Appearance,
    Award,
    Card,
    Competition,
    Decision,
    Dispute,
    Facts,
    Goal,
    Ground,
    Kick,
    Lots,
    Match,
    Membership,
    Person,
    PublishedOutcome,
    PublishedRow,
    PublishedScorer,
    PublishedScorers,
    PublishedTable,
    Score,
    SeasonTotal,
    Source,
    Tally,
    Team,
    TieAward,
    Titles,
)
from liguilla.notation.decisions import KINDS
from liguilla.notation.folder import MATCH_FIELDS

UNSEEN = ("Cc", "Cs", "Zl", "Zp")
CHARACTERS = st.characters(exclude_categories=UNSEEN, exclude_characters="\ufffe\uffff") | st.sampled_from('\n\t,"#:-=')
IDS = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,6}", fullmatch=True)


def written(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


TEXTS = st.text(CHARACTERS, min_size=1, max_size=10).map(written).filter(bool)
ITEMS = TEXTS.filter(lambda text: ";" not in text)
NUMBERS = st.integers(0, 999_999_999)

BY_TYPE: Mapping[object, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(1, 200),
    bool: st.booleans(),
    date: st.dates(),
    time: st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    Fraction: st.fractions(-99, 99, max_denominator=99),
    Score: st.builds(Score, NUMBERS, NUMBERS),
}
BY_NAME: Mapping[str, st.SearchStrategy[Any]] = {
    "goal_difference": st.integers(-99, 99),
    "zone": st.sampled_from(("America/Mexico_City", "Asia/Kathmandu", "UTC")),
    "assumed": st.frozensets(st.sampled_from(MATCH_FIELDS), max_size=3),
}


def of(hint: object) -> st.SearchStrategy[Any]:
    """Return values of a type, as a field of the facts has it."""
    if hint in BY_TYPE:
        return BY_TYPE[hint]
    if NoneType in get_args(hint):
        return st.none() | st.one_of(*(of(part) for part in get_args(hint) if part is not NoneType))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if get_origin(hint) is Mapping:
        return st.dictionaries(st.sampled_from(("en", "es", "nah")), TEXTS, min_size=1)
    if get_origin(hint) is tuple:
        return st.lists(ITEMS, max_size=3, unique=True).map(tuple)
    return st.one_of(*map(of, get_args(hint)))


def rows(made: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return values of a dataclass, with these in place of what the types of its fields say."""
    hints = get_type_hints(made)
    chosen = {**BY_NAME, **given}
    names = [field.name for field in fields(made) if field.name not in ("origin", "lines")]
    parts = {name: chosen[name] if name in chosen else of(hints[name]) for name in names}
    return st.builds(made, **parts)


def some(each: st.SearchStrategy[Any], key: str | None = None) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return a few, told apart by a field."""
    return st.lists(each, max_size=3, unique_by=(lambda row: getattr(row, key)) if key else None).map(tuple)


def published(made: type, row: st.SearchStrategy[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return lists as others published them, in the order of their files."""
    lists = rows(made, rows=some(row), source=st.none() | IDS, **given)
    return st.lists(lists, max_size=2, unique_by=file_of).map(lambda found: tuple(sorted(found, key=file_of)))


def file_of(each: PublishedTable | PublishedScorers) -> tuple[str, str]:
    return getattr(each, "stage", ""), each.source or ""


@st.composite
def decisions(draw: st.DrawFn, teams: Sequence[str], matches: Sequence[str]) -> Decision:
    """Return a decision of any kind."""
    made = draw(st.sampled_from([kind.made for kind in KINDS.values()]))
    pair = draw(st.permutations(teams))[:2]
    given: dict[str, st.SearchStrategy[Any]] = {
        "team": st.sampled_from(pair),
        "match": st.sampled_from(list(matches) or [""]),
    }
    if made is Award:
        lost_by = tuple(pair) if draw(st.booleans()) else ()
        given["lost_by"] = st.just(lost_by)
        given["winner"] = st.none() if lost_by else st.sampled_from(teams)
    elif made is TieAward:
        given["winner"] = st.sampled_from(pair)
    if made is Lots:
        given["teams"] = st.permutations(teams).map(tuple)
    elif "teams" in made.__dataclass_fields__:
        given["teams"] = st.just(tuple(pair))
    assume(matches or "match" not in made.__dataclass_fields__)
    return draw(rows(made, **{name: each for name, each in given.items() if name in made.__dataclass_fields__}))


@st.composite
def facts(draw: st.DrawFn, season: Facts | None = None) -> Facts:
    """Return facts in which every name refers to something; of a tournament, if a season is given."""
    lists = season if season and draw(st.booleans()) else None
    names = [team.name for team in lists.teams] if lists else draw(st.lists(ITEMS, max_size=4, unique=True))
    known = [ground.name for ground in lists.grounds] if lists else draw(st.lists(TEXTS, max_size=2, unique=True))
    persons = [person.name for person in lists.people] if lists else draw(st.lists(TEXTS, max_size=3, unique=True))
    others = st.lists(ITEMS.filter(lambda item: item not in {*names, *persons}), max_size=2, unique=True).map(tuple)
    person = st.sampled_from(persons) if persons else TEXTS
    grounds = st.none() | (st.sampled_from(known) if known else TEXTS)
    more = st.dictionaries(st.sampled_from(("pot", "match", "x y")), TEXTS)

    def listed(made: type, these: list[str], **given: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(rows(made, name=st.just(name), **given)) for name in these)

    title = st.just("") | of(str) | of(Mapping[str, str])
    # A path would have to lead to a season that is there.
    previous = st.none() | TEXTS.filter(lambda text: not text.startswith("."))
    frame: dict[str, st.SearchStrategy[Any]] = {"title": title, "titles": st.just(()), "previous": previous}
    held: dict[str, Any] = {
        "teams": listed(Team, names, other_names=others, ground=grounds, facts=more),
        "grounds": listed(Ground, known),
        "people": listed(Person, persons, other_names=others),
        "sources": draw(some(rows(Source), "id")),
    }
    if lists:
        held = {name: getattr(lists, name) for name in held}
    held["disputes"] = draw(some(rows(Dispute)))
    if names:
        team = st.sampled_from(names)
        of_team = {"team": team, "person": person}
        frame["titles"] = some(rows(Titles, team=team))
        held["squads"] = draw(some(rows(Membership, **of_team)))
        held["tallies"] = draw(some(rows(Tally, **of_team)))
        held["season_totals"] = draw(some(rows(SeasonTotal, team=team, won=st.none())))
        held["published_outcomes"] = draw(some(rows(PublishedOutcome, team=team)))
        held["published_scorers"] = draw(published(PublishedScorers, rows(PublishedScorer, **of_team)))
        held["published_tables"] = draw(published(PublishedTable, rows(PublishedRow, team=team), stage=IDS))
    if len(names) > 1:
        sides = st.permutations(names).map(lambda order: (order[0], order[1]))
        match = rows(Match, ground=grounds, kicks_won_by=st.none() | team)
        between = st.builds(lambda match, sides: replace(match, home=sides[0], away=sides[1]), match, sides)
        held["matches"] = draw(some(between, "id"))
        held["decisions"] = draw(some(decisions(names, [match.id for match in held["matches"]])))
    if held.get("matches"):
        event = {"match": st.sampled_from([match.id for match in held["matches"]]), "team": team}
        unknown = {**event, "person": st.none() | person}
        held["goals"] = draw(some(rows(Goal, **unknown)))
        held["cards"] = draw(some(rows(Card, **unknown)))
        held["kicks"] = draw(some(rows(Kick, **unknown)))
        held["appearances"] = draw(some(rows(Appearance, **event, person=person)))
    found = Facts(competition=draw(rows(Competition, **frame)), **held)
    if season is not None:
        return found
    inner = draw(st.dictionaries(IDS.filter(lambda name: name != "published"), facts(found), max_size=2))
    return Facts(**{field.name: getattr(found, field.name) for field in fields(found)} | {"tournaments": inner})

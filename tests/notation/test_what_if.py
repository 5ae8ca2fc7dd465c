"""What if: changes in a line each, and the world that follows from them."""

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.engine import Decided, State, problems
from liguilla.errors import FactsError
from liguilla.facts import (
    Annulment,
    Award,
    Deduction,
    Facts,
    Goal,
    Kick,
    Match,
    PublishedRow,
    PublishedTable,
    Score,
    Status,
    Team,
)
from liguilla.formats import read_format
from liguilla.notation.what_if import World, changed_world

CUP = """\
name: Cup
source: these tests
teams: 4
points: {win: 3, draw: 1, loss: 0}
stages:
  - {id: table, kind: league, meetings: 1, rank_by: [points, goal_difference, lots]}
  - id: play_offs
    kind: knockout
    entrants: table 1-4
    pairing: reseed
    legs: 2
    hosts: [worse_seed, better_seed]
    decide_by: [aggregate, extra_time, shoot_out]
    rounds:
      - {id: semifinals}
      - id: final
        name: {en: Grand final, es: Gran final}
        legs: 1
        hosts: better_seed
        decide_by: [score, extra_time, shoot_out]
outcomes: {champion: winner final}
"""
SEASON = """\
name: Season
source: these tests
tournaments: {spring: cup, autumn: cup}
stages: []
outcomes: {champion: champion autumn}
"""


class Written:
    """The formats of these tests."""

    texts: ClassVar = {"cup": CUP, "season": SEASON}

    def text(self, name: str) -> str | None:
        return self.texts.get(name)

    def file(self, name: str) -> str:
        return f"{name}.yaml"

    def names(self) -> tuple[str, ...]:
        return tuple(self.texts)

    def beside(self, name: str, file: str) -> str | None:
        return None


NO_SCORE = 'this is no score. Write the home side\'s goals first: "2-1", "2-1, 3-1 aet" or "1-1, 1-1 aet, 4-3 pens"'
OUT_OF_ORDER = 'each score stands once: after normal time, then "aet", then "pens", such as "1-1, 1-1 aet, 4-3 pens"'
RULES = {name: read_format(name, Written()) for name in Written.texts}
DAY = dt.date(2012, 7, 1)


def match(id_: str, day: int, home: str, away: str, score: str = "", round_: str | None = None) -> Match:
    """Return a match of the cup; a score such as ``1-1, 2-1 aet`` has its kinds apart."""
    scores = [Score(*map(int, part.split()[0].split("-"))) for part in score.split(", ") if part]
    kinds = [part.partition(" ")[2] for part in score.split(", ") if part]
    by_kind = dict(zip(kinds, scores, strict=True))
    return Match(
        id=id_,
        stage="table" if round_ is None else "play_offs",
        round=round_,
        home=home,
        away=away,
        date=DAY + dt.timedelta(days=day),
        status=Status.PLAYED if score else Status.SCHEDULED,
        score=by_kind.get(""),
        extra_time=by_kind.get("aet"),
        kicks=by_kind.get("pens"),
    )


CUP_FACTS = Facts(
    teams=(Team("Alfa"), Team("Beta"), Team("Gama", other_names=("Gamma FC",)), Team("Delta del Río")),
    matches=(
        match("T1", 1, "Alfa", "Beta", "2-0"),
        match("T2", 1, "Gama", "Delta del Río", "2-0"),
        match("T3", 2, "Alfa", "Gama", "2-0"),
        match("T4", 2, "Beta", "Delta del Río", "2-0"),
        match("T5", 3, "Alfa", "Delta del Río", "2-0"),
        match("T6", 3, "Beta", "Gama", "2-0"),
        match("SF-1-1", 5, "Delta del Río", "Alfa", "0-1", "semifinals"),
        match("SF-1-2", 8, "Alfa", "Delta del Río", "1-0", "semifinals"),
        match("SF-2-1", 5, "Gama", "Beta", "1-0", "semifinals"),
        match("SF-2-2", 8, "Beta", "Gama", "1-0, 2-0 aet", "semifinals"),
        match("F", 12, "Alfa", "Beta", "1-1, 1-1 aet, 4-3 pens", "final"),
    ),
    goals=(Goal("F", "Alfa"), Goal("F", "Beta"), Goal("SF-2-1", "Gama")),
    kicks=(Kick("F", "Alfa", scored=True),),
)
SEASON_FACTS = Facts(teams=CUP_FACTS.teams, tournaments={"spring": CUP_FACTS, "autumn": CUP_FACTS})


def cup(*texts: str, facts: Facts = CUP_FACTS, as_of: dt.date | None = None) -> World:
    return changed_world(RULES["cup"], facts, texts, as_of)


def season(*texts: str) -> World:
    return changed_world(RULES["season"], SEASON_FACTS, texts)


def champion(state: State) -> str | None:
    place = state.outcomes["champion"].places[0]
    return place.team if isinstance(place, Decided) else None


def found(world: World, id_: str) -> Match:
    return next(match for match in world.state.facts.matches if match.id == id_)


def refusals(*texts: str, rules: str = "cup", language: str = "en") -> list[str]:
    """Return what is said about changes that can't be made."""
    with pytest.raises(FactsError) as refusal:
        changed_world(RULES[rules], CUP_FACTS if rules == "cup" else SEASON_FACTS, texts)
    return [problem.line(language) for problem in refusal.value.problems]


# ------------------------------------------------------------------------------------------------------ results


def test_without_changes_the_world_is_as_it_is() -> None:
    assert champion(cup().state) == "Alfa"
    assert cup().set_aside == ()


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("F=2-1", (Score(2, 1), None, None)),
        ("f = 2 - 1", (Score(2, 1), None, None)),
        ("F=2–1", (Score(2, 1), None, None)),
        ("F=0-0, 1-0 aet", (Score(0, 0), Score(1, 0), None)),
        ("F=0-0,1-0 a.e.t.", (Score(0, 0), Score(1, 0), None)),
        ("F=0-0, 1-0 t.e.", (Score(0, 0), Score(1, 0), None)),
        ("F=1-1, 1-1 aet, 4-3 pens", (Score(1, 1), Score(1, 1), Score(4, 3))),
        ("F=1-1, 1-1 TE, 4-3 penales", (Score(1, 1), Score(1, 1), Score(4, 3))),
        ("F=1-1, 4-3 p", (Score(1, 1), None, Score(4, 3))),
        ("F=1-1, 4-3 pen.", (Score(1, 1), None, Score(4, 3))),
    ],
)
def test_a_score_is_written_as_people_write_it(text: str, scores: tuple[Score, Score | None, Score | None]) -> None:
    changed = found(cup(text), "F")
    assert (changed.score, changed.extra_time, changed.kicks) == scores
    assert (changed.status, changed.half_time, changed.kicks_won_by) == (Status.PLAYED, None, None)


def test_goals_and_kicks_that_were_recorded_no_longer_fit() -> None:
    facts = cup("F=0-1").state.facts
    assert facts.goals == (Goal("SF-2-1", "Gama"),)
    assert facts.kicks == ()


def test_the_facts_that_were_given_stay_as_they_are() -> None:
    before = replace(CUP_FACTS)
    cup("F=0-1", "Alfa -3 points")
    assert before == CUP_FACTS


def test_a_decision_about_the_match_no_longer_holds() -> None:
    for decision in (Award(match="F", winner="Alfa"), Annulment(match="F")):
        facts = replace(CUP_FACTS, decisions=(decision,))
        assert champion(cup("F=0-1", facts=facts).state) == "Beta"


def test_of_two_results_of_a_match_the_last_counts() -> None:
    assert champion(cup("F=0-1", "F=1-0").state) == "Alfa"


def test_what_others_published_is_of_the_world_as_it_is() -> None:
    facts = replace(CUP_FACTS, published_tables=(PublishedTable("table", (PublishedRow(1, "Alfa"),)),))
    assert cup("T1=0-9", facts=facts).state.facts.published_tables == ()
    assert cup(facts=facts).state.facts.published_tables == facts.published_tables


def test_in_a_season_the_tournament_stands_before_the_match() -> None:
    state = season("spring/F=0-1").state
    assert champion(state.tournaments["spring"]) == "Beta"
    assert champion(state.tournaments["autumn"]) == "Alfa"


# --------------------------------------------------------------------------------------------------- set aside


def test_recorded_matches_without_a_place_in_the_changed_world_are_set_aside() -> None:
    world = cup("SF-2-1=1-0", "SF-2-2=0-0")
    assert [each.id for each in world.set_aside] == ["F"]
    assert "F" not in [match.id for match in world.state.facts.matches]
    assert world.state.facts.goals == ()
    assert problems(world.state) == ()


def test_extra_time_that_nobody_asks_for_any_more_is_set_aside_and_the_rest_of_the_match_stays() -> None:
    world = cup("SF-2-1=0-0")
    assert [each.id for each in world.set_aside] == ["SF-2-2"]
    assert (found(world, "SF-2-2").score, found(world, "SF-2-2").extra_time) == (Score(1, 0), None)
    assert champion(world.state) == "Alfa"


def test_in_a_season_the_tournament_stands_before_what_is_set_aside() -> None:
    assert [each.id for each in season("autumn/SF-1-2=0-9").set_aside] == ["autumn/F"]


def test_what_never_fitted_is_no_matter_of_the_change() -> None:
    facts = CUP_FACTS.with_matches([match("X", 9, "Alfa", "Gama", "1-0", "final")])
    world = cup("T1=1-0", facts=facts)
    assert world.set_aside == ()
    assert found(world, "X").score == Score(1, 0)


def test_a_change_without_a_place_is_a_problem_and_not_set_aside() -> None:
    world = cup("final/1: Alfa 1-0 Gama")
    assert world.set_aside == ()
    assert len(problems(world.state)) == 1


# -------------------------------------------------------------------------------------------------------- legs


def test_a_leg_that_has_no_row_is_named_by_its_round() -> None:
    world = cup("SF-2-2=0-0", "final/1: Alfa 0-2 Gama")
    assert champion(world.state) == "Gama"
    added = found(world, "final/1: Alfa - Gama")
    assert (added.stage, added.round, added.date) == ("play_offs", "final", None)


@pytest.mark.parametrize(
    "text",
    [
        "final/1: Alfa 0-0, 1-1 aet, 3-4 pens Gama",
        "final/1: Alfa 0-0 Gama, 1-1 aet, 3-4 pens",
        "final / 1 : alfa 0-0 gamma fc, 1-1 t.e., 3-4 p",
        "Grand Final/1: Alfa 0-0, 1-1 aet, 3-4 pens Gama",
        "gran final/1: ALFA 0-0, 1-1 aet, 3-4 pens Gama",
        "play_offs.final/1: Alfa 0-0, 1-1 aet, 3-4 pens Gama",
    ],
)
def test_a_leg_is_written_as_people_write_it(text: str) -> None:
    world = cup("SF-2-2=0-0", text)
    added = found(world, "final/1: Alfa - Gama")
    assert (added.score, added.extra_time, added.kicks) == (Score(0, 0), Score(1, 1), Score(3, 4))
    assert champion(world.state) == "Gama"


def test_a_leg_that_has_a_row_is_that_row() -> None:
    world = cup("final/1: Alfa 0-3 Beta")
    assert found(world, "F").score == Score(0, 3)
    assert len(world.state.facts.matches) == len(CUP_FACTS.matches)


def test_the_legs_of_a_tie_may_come_in_any_order() -> None:
    facts = replace(CUP_FACTS, matches=CUP_FACTS.matches[:6])
    texts = ("semifinals/2: Alfa 0-0 Delta del Rio", "semifinals/1: delta del rio 1-0 Alfa")
    for order in (texts, texts[::-1]):
        tie = cup(*order, facts=facts).state.round("play_offs", "semifinals").ties[0]
        assert [match.home for match in tie.matches] == ["Delta del Río", "Alfa"]
        assert isinstance(tie.winner, Decided)


def test_in_a_season_the_tournament_stands_before_the_round() -> None:
    state = season("autumn/SF-2-2=0-0", "autumn/final/1: Alfa 0-1 Gama").state
    assert (champion(state), champion(state.tournaments["spring"])) == ("Gama", "Alfa")


# ------------------------------------------------------------------------------------------------------ points


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Alfa -3 points", Fraction(-3)),
        ("alfa −3 puntos", Fraction(-3)),
        ("Alfa +1 point", Fraction(1)),
        ("Alfa 1 punto", Fraction(1)),
        ("Alfa -1/2 points", Fraction(-1, 2)),
    ],
)
def test_points_are_given_and_taken_away(text: str, points: Fraction) -> None:
    world = cup(text)
    assert world.state.facts.decisions == (Deduction(stage="table", team="Alfa", points=points),)
    assert [row.points for row in world.state.ranked("table").standings[0].rows if row.team == "Alfa"] == [9 + points]


def test_in_a_season_the_tournament_stands_before_the_team() -> None:
    state = season("spring: Delta del Rio -3 points").state
    assert state.tournaments["spring"].facts.decisions == (
        Deduction(stage="table", team="Delta del Río", points=Fraction(-3)),
    )
    assert state.tournaments["autumn"].facts.decisions == ()


# ------------------------------------------------------------------------------------------------------- as of


def test_changes_come_on_top_of_what_was_known_on_a_day() -> None:
    day = DAY + dt.timedelta(days=6)
    world = cup("SF-1-2=0-2", as_of=day)
    assert (found(world, "SF-1-2").score, found(world, "SF-2-2").score) == (Score(0, 2), None)
    assert world.state.as_of == day
    semifinals = world.state.round("play_offs", "semifinals").ties
    assert [getattr(tie.winner, "team", None) for tie in semifinals] == ["Delta del Río", None]


# -------------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("text", "column", "english"),
    [
        (
            "hello",
            1,
            'this is no change. Write "SF-1-2=3-2", "final/1: Dorados 1-0 La Piedad" or "Necaxa -3 points"',
        ),
        ("SF-1-3=1-0", 1, 'no match is called "SF-1-3". Did you mean "SF-1-2"?'),
        ("zzzzzz=1-0", 1, 'no match is called "zzzzzz". The ids of matches stand in matches.csv'),
        ("spring/F=1-0", 1, 'no match is called "spring/F". Did you mean "F"?'),
        ("F=", 3, NO_SCORE),
        ("F=two-one", 3, NO_SCORE),
        ("F=1-0,", 7, NO_SCORE),
        ("F=-1-0", 3, NO_SCORE),
        ("F=1000-0", 3, "a score goes up to 999"),
        (
            "F=1-1, 2-1 golden",
            12,
            '"golden" says nothing about a score. Write "aet" after extra time, "pens" after kicks',
        ),
        ("F=2-1 aet", 3, OUT_OF_ORDER),
        ("F=1-1, 4-3 pens, 1-1 aet", 18, OUT_OF_ORDER),
        ("F=1-1, 1-1", 8, OUT_OF_ORDER),
        (
            "F=2-1, 1-1 aet",
            8,
            "1-1 after extra time is less than 2-1 before it. The goals of normal time stay in it",
        ),
        ("F=1-1, 4-4 pens", 8, "kicks don't end level, 4-4. Leave them out, or say who won them"),
        ("finale/1: Alfa 1-0 Beta", 1, 'there is no round "finale". Write "semifinals" or "final"'),
        (
            "semifinals/3: Alfa 1-0 Beta",
            12,
            'a tie of the semifinals has 2 legs, so there is no leg "3". Write semifinals/1 or semifinals/2',
        ),
        ("final/2: Alfa 1-0 Beta", 7, 'a tie of the Grand final has one leg, so there is no leg "2". Write final/1'),
        (
            "final/1: Alfa Beta",
            10,
            'a leg needs the home team, the score and the away team, such as "Dorados 1-0 La Piedad"',
        ),
        ("final/1: Alpha 1-0 Beta", 10, 'no team is called "Alpha". Did you mean "Alfa"?'),
        ("final/1: Alfa 1-0 Zzz", 19, 'no team is called "Zzz". The teams stand in teams.csv'),
        ("final/1: Alfa 1-0 ALFA", 19, '"Alfa" can\'t play against itself. One of the two sides is another team'),
        ("Alpha -3 points", 1, 'no team is called "Alpha". Did you mean "Alfa"?'),
        (
            "spring: Alfa -3 points",
            1,
            'there is no tournament "spring" here. No tournaments lie inside this competition: leave the name out',
        ),
    ],
)
def test_what_cannot_be_read_or_made_is_refused_where_it_stands(text: str, column: int, english: str) -> None:
    assert refusals(text) == [f"--what-if:1:{column}: {english}"]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("F=1-0", 'no match is called "F". Did you mean "spring/F" or "autumn/F"?'),
        ("sprong/F=1-0", 'no match is called "sprong/F". Did you mean "spring/F" or "autumn/F"?'),
        ("sprong: Alfa -3 points", 'there is no tournament "sprong" here. Write "spring" or "autumn"'),
        ("sprong/final/1: Alfa 1-0 Beta", 'there is no tournament "sprong" here. Write "spring" or "autumn"'),
        (
            "Alfa -3 points",
            "no league of its own is played here, so there are no points to change. "
            'Write "spring: Alfa -3 points" or "autumn: Alfa -3 points"',
        ),
        ("final/1: Alfa 1-0 Beta", 'there is no round "final". There are none'),
    ],
)
def test_in_a_season_the_tournament_is_suggested(text: str, english: str) -> None:
    assert refusals(text, rules="season") == [f"--what-if:1:1: {english}"]


def test_every_change_that_cannot_be_made_is_told_at_once_in_either_language() -> None:
    texts = ("F=1-0", "G=1-0", "Alfa 1-0", "final/9: Alfa 1-0 Beta")
    assert [line.split(": ")[0] for line in refusals(*texts)] == ["--what-if:2:1", "--what-if:3:1", "--what-if:4:7"]
    assert refusals(*texts, language="es") == [
        '--what-if:2:1: ningún partido se llama "G". Los ids de los partidos están en matches.csv',
        '--what-if:3:1: esto no es un cambio. Escriba "SF-1-2=3-2", "final/1: Dorados 1-0 La Piedad" '
        'o "Necaxa -3 puntos"',
        "--what-if:4:7: una eliminatoria de Gran final tiene un solo partido, "
        'así que no hay partido "9". Escriba final/1',
    ]


PIECES = (
    "F",
    "SF-1-2",
    "=",
    "/",
    ":",
    " ",
    ",",
    "-",
    "1",
    "0",
    "final",
    "Alfa",
    "Beta",
    "aet",
    "pens",
    "points",
    "spring",
    "\n",
    "é",
)


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_whatever_is_written_is_made_or_refused_with_its_place(text: str) -> None:
    for rules, facts in (("cup", CUP_FACTS), ("season", SEASON_FACTS)):
        try:
            changed_world(RULES[rules], facts, [text])
        except FactsError as refusal:
            (problem,) = refusal.problems
            assert problem.origin is not None
            assert problem.origin.column is not None
            assert 1 <= problem.origin.column <= len(problem.excerpt[0][1]) + 1
            assert problem.line("en") != problem.line("es")

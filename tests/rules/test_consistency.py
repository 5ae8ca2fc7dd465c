"""What contradicts itself in facts, and how it is said; no format is asked."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from liguilla.errors import Origin, Severity
from liguilla.facts import (
    Annulment,
    Appearance,
    Award,
    Card,
    CardKind,
    Competition,
    Dispute,
    Facts,
    Goal,
    GoalKind,
    Ground,
    Kick,
    Match,
    Membership,
    Period,
    Role,
    Score,
    Status,
    Tally,
    contradictions,
)
from liguilla.notation import read_folder

FOUNDING_SEASON = Path(__file__).parents[2] / "competitions/mex/ascenso-mx/2012-13"
NOVEMBER_11, NOVEMBER_18 = date(2012, 11, 11), date(2012, 11, 18)


def facts(folder: str = "", **held: Any) -> Facts:
    """Return facts whose rows stand in files, one below the other under a header."""
    for name, rows in held.items():
        if isinstance(rows, tuple):
            places = (Origin(f"{folder}{name}.csv", line) for line in range(2, len(rows) + 2))
            held[name] = tuple(replace(row, origin=origin) for row, origin in zip(rows, places, strict=True))
    return Facts(**held)


def played(home: str, score: str, away: str, id_: str = "M1", **more: Any) -> Match:
    """Return a match with its score after normal time, written as 2-1."""
    status = more.pop("status", Status.PLAYED)
    return Match(id_, "table", home, away, status=status, score=of(score), **more)


def of(score: str) -> Score:
    home, _, away = score.partition("-")
    return Score(int(home), int(away))


def said(known: Facts, language: str = "en") -> list[str]:
    return [f"{problem.severity}: {problem.line(language)}" for problem in contradictions(known)]


def of_match(score: str = "2-1", **more: Any) -> list[str]:
    return said(facts(matches=(played("Necaxa", score, "Neza", **more),)))


# Scores


def test_the_scores_of_a_match_grow_from_half_time_to_extra_time() -> None:
    assert of_match("1-1", half_time=of("1-0"), extra_time=of("2-1")) == []
    assert of_match("1-1", half_time=of("0-2")) == [
        'error: matches.csv:2: match "M1": 0-2 at half-time is more than 1-1 after normal time. Mend one of the two '
        "scores"
    ]
    assert of_match("1-1", extra_time=of("1-0")) == [
        'error: matches.csv:2: match "M1": 1-0 after extra time is less than 1-1 after normal time, which it '
        "includes. Mend one of the two scores"
    ]


def test_a_shoot_out_has_a_winner_and_only_one() -> None:
    assert of_match("1-1", kicks=of("4-3"), kicks_won_by="Necaxa") == []
    assert of_match("1-1", kicks=of("4-4")) == [
        'error: matches.csv:2: match "M1": a shoot-out can\'t end 4-4. Mend its score'
    ]
    assert of_match("1-1", kicks=of("4-3"), kicks_won_by="Neza") == [
        'error: matches.csv:2: match "M1": Neza can\'t have won a shoot-out of 4-3. Mend the score or kicks_won_by'
    ]
    assert of_match("1-1", kicks_won_by="Tecos") == [
        'error: matches.csv:2: match "M1": Tecos can\'t win the shoot-out between Necaxa and Neza. Mend kicks_won_by'
    ]


def test_a_match_that_was_played_has_a_score_and_one_to_be_played_has_none() -> None:
    assert of_match(status=Status.ABANDONED) == []
    assert of_match(status=Status.POSTPONED) == [
        'error: matches.csv:2: match "M1": has a score, but its status is postponed. Delete the score, or write played'
    ]
    unknown = replace(played("Necaxa", "0-0", "Neza"), score=None)
    assert said(facts(matches=(unknown,))) == [
        'error: matches.csv:2: match "M1": was played, but has no score. Fill in the score, or mend the status'
    ]
    assert said(facts(matches=(unknown,), decisions=(Award(match="M1", winner="Neza"),))) == []


def test_a_match_is_awarded_to_one_of_its_teams() -> None:
    award = Award(match="M1", winner="Tecos")
    assert said(facts(matches=(played("Necaxa", "0-0", "Neza"),), decisions=(award,))) == [
        "error: decisions.csv:2: match 'M1' can't be awarded to Tecos: it is between Necaxa and Neza. Mend the team or "
        "the match"
    ]


# Goals


def goals(*rows: Goal, score: str = "2-1", language: str = "en", **more: Any) -> list[str]:
    return said(facts(matches=(played("Necaxa", score, "Neza", **more),), goals=rows), language)


def test_goals_add_up_to_the_score_own_goals_for_the_side_they_count_for() -> None:
    assert goals(Goal("M1", "Necaxa"), Goal("M1", "Necaxa", kind=GoalKind.OWN_GOAL), Goal("M1", "Neza")) == []
    assert goals(Goal("M1", "Necaxa"), Goal("M1", "Necaxa"), Goal("M1", "Neza"), Goal("M1", "Neza")) == [
        'error: goals.csv:5: match "M1": Neza have 2 goals here, but the match ended 2-1. Delete what is too much, '
        "or mend the score"
    ]


def test_goals_of_extra_time_count_and_kicks_of_a_shoot_out_do_not() -> None:
    rows = (Goal("M1", "Necaxa"), Goal("M1", "Neza"))
    assert goals(*rows, Goal("M1", "Neza", minute=93), score="1-1", extra_time=of("1-2")) == []
    assert goals(*rows, score="1-1", kicks=of("4-3")) == []


def test_a_match_without_rows_has_unknown_scorers_but_one_with_rows_has_them_all() -> None:
    assert goals() == []
    assert goals(Goal("M1", "Necaxa"), Goal("M1", "Neza")) == [
        'warning: goals.csv:2: match "M1": one of 2 goals of Necaxa is here. Add the others; the person stays blank '
        "where the scorer is not known"
    ]
    assert goals(Goal("M1", "Necaxa"), Goal("M1", "Necaxa"), language="es") == [
        'warning: matches.csv:2: partido "M1": aquí están 0 de 1 goles de Neza. Agrega los demás; la persona queda '
        "en blanco donde no se sabe quién anotó"
    ]


def test_goals_of_a_match_without_a_score() -> None:
    match = Match("M1", "table", "Necaxa", "Neza")
    assert said(facts(matches=(match,), goals=(Goal("M1", "Neza"),))) == [
        "warning: goals.csv:2: there are goals of match 'M1', but it has no score. Fill it in, or delete the goals"
    ]


def test_goals_are_placed_in_the_period_in_which_the_scores_have_them() -> None:
    late, early = Goal("M1", "Necaxa", minute=80), Goal("M1", "Necaxa", period=Period.FIRST_HALF)
    assert goals(late, early, score="2-0", half_time=of("1-0")) == []
    assert goals(late, early, score="2-0", half_time=of("0-0")) == [
        'error: goals.csv:3: match "M1": Necaxa have a goal here in the first half, but by the scores they had 0 in '
        "it. Mend the period, the minute or the scores"
    ]
    extra = Goal("M1", "Necaxa", minute=100)
    assert (
        goals(extra, extra, score="1-1", extra_time=of("2-1"))
        == [
            'warning: matches.csv:2: match "M1": 0 of 1 goals of Neza are here. Add the others; the person stays '
            "blank where the scorer is not known",
            'error: goals.csv:3: match "M1": Necaxa have 2 goals here in extra time, but by the scores they had 1 '
            "in it. Mend a period, a minute or the scores",
        ][::-1]
    )


@pytest.mark.parametrize(
    ("when", "message"),
    [
        (
            {"period": Period.FIRST_HALF, "minute": 47},
            'error: goals.csv:2: match "M1": minute 47 is not in the first half, which ends with minute 45. Write '
            "minute 45 and stoppage 2, or mend the period",
        ),
        (
            {"period": Period.SECOND_HALF, "minute": 40},
            'error: goals.csv:2: match "M1": minute 40 is not in the second half. Mend the minute or the period; '
            "minutes count from the kickoff of the match",
        ),
        (
            {"minute": 94},
            'error: goals.csv:2: match "M1": minute 94 is in extra time, which was not played. Write minute 90 and '
            "stoppage 4, or add the score after extra time",
        ),
        (
            {"period": Period.EXTRA_TIME},
            'error: goals.csv:2: match "M1": this was in extra time, which was not played. Mend the period, or add '
            "the score after extra time",
        ),
        (
            {"minute": 130},
            'error: goals.csv:2: match "M1": minute 130 is not in the match, which ends with minute 120. Write '
            "minute 120 and stoppage 10, or mend the period",
        ),
        (
            {"minute": 44, "stoppage": 2},
            'warning: goals.csv:2: match "M1": stoppage 2 only follows minute 45, 90, 105 or 120. Mend the minute',
        ),
    ],
)
def test_a_minute_fits_its_period_and_its_match(when: dict[str, Any], message: str) -> None:
    assert goals(Goal("M1", "Necaxa", **when), score="1-0") == [message]


def test_stoppage_time_belongs_to_the_period_it_ends() -> None:
    rows = (Goal("M1", "Necaxa", minute=45, stoppage=2), Goal("M1", "Necaxa", minute=90, stoppage=4))
    assert goals(*rows, score="2-0", half_time=of("1-0")) == []


def test_what_happened_in_a_match_was_done_by_its_teams() -> None:
    known = facts(
        matches=(played("Necaxa", "0-0", "Neza", kicks=of("1-0")),),
        goals=(Goal("M1", "Tecos"),),
        cards=(Card("M1", "Tecos", CardKind.RED, minute=30),),
        appearances=(Appearance("M1", "Tecos", "A"),),
        kicks=(Kick("M1", "Tecos", True),),
    )
    message = "Tecos did not play in match 'M1': it is between Necaxa and Neza. Mend the team or the match"
    assert said(known) == [f"error: {file}.csv:2: {message}" for file in ("appearances", "cards", "goals", "kicks")]


def test_kicks_add_up_to_no_more_than_the_shoot_out() -> None:
    row = Kick("M1", "Neza", True)
    match = played("Necaxa", "1-1", "Neza", kicks=of("2-1"))
    assert said(facts(matches=(match,), kicks=(row, replace(row, scored=False)))) == []
    assert said(facts(matches=(match,), kicks=(row, row))) == [
        'error: kicks.csv:3: match "M1": Neza scored 2 kicks here, but the shoot-out ended 2-1. Mend the kicks or '
        "the score"
    ]
    assert said(facts(matches=(replace(match, kicks=None),), kicks=(row,))) == [
        'warning: kicks.csv:2: match "M1": there are kicks of a shoot-out, but the match has none. Add its score, '
        "or delete the kicks"
    ]


# People


CAPTAIN = Membership("Neza", "Diego Jiménez", Role.CAPTAIN)
MATCH = played("Necaxa", "1-0", "Mérida", date=NOVEMBER_11)


def test_nobody_captains_one_club_and_scores_for_another() -> None:
    known = facts(matches=(MATCH,), squads=(CAPTAIN,), goals=(Goal("M1", "Necaxa", "Diego Jiménez"),) * 1)
    assert said(known) == [
        "warning: squads.csv:2: Diego Jiménez is captain of Neza, and at the same time scored for Necaxa "
        "(goals.csv:2). Mend one of the rows; tell two people apart by name; or say since when and until when"
    ]
    assert said(known, "es") == [
        "warning: squads.csv:2: Diego Jiménez es capitán de Neza y al mismo tiempo anotó con Necaxa (goals.csv:2). "
        "Corrige una de las filas; distingue por nombre si son dos personas; o pon desde cuándo y hasta cuándo"
    ]


@pytest.mark.parametrize(
    "member",
    [
        replace(CAPTAIN, team="Necaxa"),
        replace(CAPTAIN, until=date(2012, 11, 10)),
        replace(CAPTAIN, since=date(2012, 11, 12)),
        replace(CAPTAIN, person="Diego Mejía"),
    ],
)
def test_who_moved_between_clubs_was_not_with_both_at_the_same_time(member: Membership) -> None:
    assert said(facts(matches=(MATCH,), squads=(member,), goals=(Goal("M1", "Necaxa", "Diego Jiménez"),))) == []


def test_goals_for_two_clubs_on_different_days_are_no_contradiction_on_one_day_they_are() -> None:
    rows = (Goal("M1", "Necaxa", "A"), Goal("M2", "Tecos", "A"))
    later = played("Tecos", "1-0", "Neza", "M2", date=NOVEMBER_18)
    assert said(facts(matches=(MATCH, later), goals=rows)) == []
    assert said(facts(matches=(MATCH, replace(later, date=NOVEMBER_11)), goals=rows)) == [
        "warning: goals.csv:2: A scored for Necaxa, and at the same time scored for Tecos (goals.csv:3). Mend one "
        "of the rows; tell two people apart by name; or say since when and until when"
    ]


def test_a_total_contradicts_a_membership_that_leaves_no_day_for_it() -> None:
    frame = Competition(starts=NOVEMBER_11, ends=NOVEMBER_18)
    rows = (Tally("Diego Jiménez", "Necaxa", minutes=90),)
    assert said(facts(competition=frame, squads=(replace(CAPTAIN, until=NOVEMBER_11),), tallies=rows)) == []
    assert said(facts(competition=frame, squads=(CAPTAIN,), tallies=rows)) == [
        "warning: squads.csv:2: Diego Jiménez is captain of Neza, and at the same time has a total for Necaxa "
        "(tallies.csv:2). Mend one of the rows; tell two people apart by name; or say since when and until when"
    ]


def test_a_membership_of_one_tournament_says_nothing_of_the_next() -> None:
    spring = played("Necaxa", "1-0", "Neza", date=date(2013, 1, 4))
    apertura = facts("apertura/", matches=(MATCH,), squads=(CAPTAIN,))
    clausura = facts("clausura/", matches=(spring,), goals=(Goal("M1", "Necaxa", "Diego Jiménez"),))
    assert said(Facts(tournaments={"apertura": apertura, "clausura": clausura})) == []
    whole_season = facts(squads=(CAPTAIN,), tournaments={"clausura": clausura})
    assert [line.partition(", and")[0] for line in said(whole_season)] == [
        "warning: squads.csv:2: Diego Jiménez is captain of Neza"
    ]


def test_an_own_goal_counts_for_the_other_side() -> None:
    own_goal = Goal("M1", "Necaxa", "A", kind=GoalKind.OWN_GOAL)
    opponent, own = Membership("Mérida", "A", Role.PLAYER), Membership("Necaxa", "A", Role.PLAYER)
    assert said(facts(matches=(MATCH,), goals=(own_goal,))) == []
    assert said(facts(matches=(MATCH,), goals=(own_goal,), squads=(opponent,))) == []
    message = (
        "goals.csv:2: an own goal of A counts for Necaxa, but A {} Necaxa ({}). Write Mérida, the side it counts "
        "for, or mend the kind"
    )
    assert said(facts(matches=(MATCH,), goals=(own_goal,), squads=(own,))) == [
        "error: " + message.format("is a player of", "squads.csv:2")
    ]
    earlier = played("Necaxa", "1-0", "Neza", "M0", date=date(2012, 9, 1))
    known = facts(matches=(MATCH, earlier), goals=(own_goal, Goal("M0", "Necaxa", "A")))
    assert said(known) == ["warning: " + message.format("scored for", "goals.csv:3")]


def test_a_membership_ends_after_it_began() -> None:
    member = replace(CAPTAIN, since=NOVEMBER_18, until=NOVEMBER_11)
    assert said(facts(squads=(member,))) == [
        "error: squads.csv:2: Diego Jiménez belongs to the squad until 2012-11-11, before 2012-11-18. Mend one of "
        "the two days"
    ]


# Days, clocks and grounds


def test_a_team_plays_once_a_day() -> None:
    cup = played("Tecos", "1-0", "Necaxa", "M2", date=NOVEMBER_11)
    message = 'warning: {}:2: Necaxa play 2 times on 2012-11-11: in "M1" and "M2". Mend a date, unless they did'
    assert said(facts(matches=(MATCH, replace(cup, date=NOVEMBER_18)))) == []
    assert said(facts(matches=(MATCH, replace(cup, status=Status.POSTPONED, score=None)))) == []
    assert said(facts(matches=(MATCH, cup), decisions=(Annulment(match="M2"),))) == []
    season = facts(matches=(MATCH,), tournaments={"cup": facts("cup/", matches=(cup,))})
    assert said(season) == [message.format("cup/matches.csv")]


def test_a_kickoff_has_a_zone_and_it_is_that_of_the_ground() -> None:
    ground = Ground("Banorte", zone="America/Mazatlan")
    match = replace(MATCH, kickoff=time(20, 30), ground="Banorte")
    assert said(facts(matches=(replace(match, zone="America/Mazatlan"),), grounds=(ground,))) == []
    # Another name of the same clock is none of another time.
    assert said(facts(matches=(replace(match, zone="Etc/GMT+7"),), grounds=(ground,))) == []
    assert said(facts(matches=(match,), grounds=(ground,))) == [
        'warning: matches.csv:2: match "M1": the kickoff 20:30 has no time zone, so it can\'t be told elsewhere. '
        "Fill in zone, such as America/Mazatlan"
    ]
    assert said(facts(matches=(replace(match, zone="America/Mexico_City"),), grounds=(ground,))) == [
        'warning: matches.csv:2: match "M1": the zone America/Mexico_City shows another time than America/Mazatlan, '
        "that of Banorte. Mend the zone or the ground"
    ]


def test_more_than_a_ground_holds_is_worth_a_note() -> None:
    ground = Ground("Banorte", capacity=17_000)
    match = replace(MATCH, attendance=17_001, ground="Banorte")
    assert said(facts(matches=(match,), grounds=(ground,))) == [
        'note: matches.csv:2: match "M1": 17001 came to Banorte, which holds 17000. Check both numbers'
    ]


def test_matches_are_within_the_season() -> None:
    assert said(facts(competition=Competition(starts=NOVEMBER_11, ends=NOVEMBER_11), matches=(MATCH,))) == []
    assert said(facts(competition=Competition(starts=NOVEMBER_18), matches=(MATCH,))) == [
        'warning: matches.csv:2: match "M1": 2012-11-11 is before the season, which starts on 2012-11-18. Mend the '
        "date, or the start in competition.yaml"
    ]
    assert said(facts(competition=Competition(ends=date(2012, 11, 10)), matches=(MATCH,))) == [
        'warning: matches.csv:2: match "M1": 2012-11-11 is after the season, which ends on 2012-11-10. Mend the '
        "date, or the end in competition.yaml"
    ]
    frame = Competition(starts=NOVEMBER_18, ends=NOVEMBER_11, origin=Origin("competition.yaml"))
    assert said(facts(competition=frame)) == [
        "error: competition.yaml: the season ends on 2012-11-11, before it starts on 2012-11-18. Mend one of the "
        "two days"
    ]


# Totals


def totals(*rows: Tally, score: str = "3-0", placed: tuple[Goal, ...] = ()) -> list[str]:
    """Return what is said, but for goals that are not placed: that they are known in total only is the point."""
    lines = said(facts(matches=(played("Necaxa", score, "Neza", date=NOVEMBER_11),), goals=placed, tallies=rows))
    return [line for line in lines if not line.startswith("warning: goals.csv")]


def test_a_total_includes_the_goals_that_are_placed_but_no_own_goals() -> None:
    placed = (Goal("M1", "Necaxa", "A"), Goal("M1", "Necaxa", "A"), Goal("M1", "Necaxa", "B", kind=GoalKind.OWN_GOAL))
    assert totals(Tally("A", "Necaxa", goals=2), Tally("B", "Necaxa", goals=0), placed=placed) == []
    assert totals(Tally("A", "Necaxa", "table", goals=1), placed=placed) == [
        "error: tallies.csv:2: the total of A for Necaxa is 1, but 2 goals are in goals.csv. Raise the total, or "
        "mend the goals"
    ]


def test_a_total_up_to_a_day_counts_no_later_goals_and_one_of_a_stage_none_of_others() -> None:
    placed = (Goal("M1", "Necaxa", "A"),) * 3
    assert totals(Tally("A", "Necaxa", goals=0, until=date(2012, 11, 10)), placed=placed) == []
    assert totals(Tally("A", "Necaxa", "liguilla", goals=0), placed=placed) == []


def test_the_scorers_of_a_team_have_no_more_goals_than_it_scored_itself() -> None:
    rows = (Tally("A", "Necaxa", goals=2), Tally("B", "Necaxa", goals=1))
    message = (
        "error: tallies.csv:3: the scorers of Necaxa have {} goals together, but the team scored {} without own "
        "goals. Mend a total or a score"
    )
    assert totals(*rows) == []
    assert totals(*rows, score="2-0") == [message.format(3, 2)]
    own_goal = Goal("M1", "Necaxa", kind=GoalKind.OWN_GOAL)
    assert totals(*rows, placed=(own_goal,)) == [message.format(3, 2)]
    assert totals(*rows, placed=(Goal("M1", "Necaxa", "C"),)) == [message.format(4, 3)]


def test_where_a_score_is_unknown_nothing_is_said_about_totals() -> None:
    unknown = replace(played("Neza", "0-0", "Necaxa", "M2"), score=None)
    known = facts(matches=(unknown,), tallies=(Tally("A", "Necaxa", goals=9),))
    assert [line for line in said(known) if "tallies" in line] == []


def test_a_total_is_given_once() -> None:
    row = Tally("A", "Necaxa", goals=1)
    assert totals(row, row) == [
        "warning: tallies.csv:3: the goals of A for Necaxa are counted in tallies.csv:2 too. Delete one of the two"
    ]


# Records


def test_what_sources_contradict_each_other_about_is_a_note() -> None:
    rows = (Dispute("Score of F-2", "3-1 | 2-2", taken="3-1"), Dispute("Minute", "75 | 76"))
    assert said(facts(disputes=rows)) == [
        "note: disputes.csv:2: disputed: Score of F-2: 3-1 | 2-2; taken: 3-1",
        "note: disputes.csv:3: disputed: Minute: 75 | 76; none of it is taken",
    ]


def test_the_founding_season_has_no_errors_and_diego_jimenez_is_found() -> None:
    problems = contradictions(read_folder(FOUNDING_SEASON).facts)
    strange = [problem for problem in problems if problem.severity is not Severity.NOTE]
    (jimenez,) = (problem for problem in strange if "Diego Jiménez" in problem.text())
    assert {problem.severity for problem in strange} == {Severity.WARNING}
    assert jimenez.origin is not None
    assert jimenez.origin.file == str(FOUNDING_SEASON / "apertura/squads.csv")
    assert jimenez.text().startswith(
        "Diego Jiménez is captain of Estudiantes Tecos, and at the same time scored for Mérida"
    )

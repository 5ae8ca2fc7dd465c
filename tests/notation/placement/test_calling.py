"""Groups without a name are called so that what comes after them fits; where that isn't told yet, it is said."""

from __future__ import annotations

import pytest

from liguilla.engine import play
from liguilla.formats import Format
from liguilla.notation.placement import Placement, place_results
from tests.notation.placement.recording import recorded
from tests.playing import outcome, rules, table, ties

CROSSED = rules(
    """
    teams: {count: 12, know: {group: [A, B, C, D]}}
    stages:
      - {id: group, kind: league, groups: {by: group}, meetings: 1, rank_by: [points, goal_difference, lots]}
      - id: finals
        kind: knockout
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds:
          - id: quarterfinals
            ties:
              - {id: Q1, teams: group A 1 + group B 2}
              - {id: Q2, teams: group B 1 + group A 2}
              - {id: Q3, teams: group C 1 + group D 2}
              - {id: Q4, teams: group D 1 + group C 2}
          - {id: semifinals, ties: [{id: S1, teams: winner Q1 + winner Q3}, {id: S2, teams: winner Q2 + winner Q4}]}
          - {id: third_place, teams: losers semifinals}
          - {id: final, teams: winners semifinals}
    outcomes: {champion: winner final, third: winner third_place}
    """
)


def group(one: str, two: str, three: str, day: int) -> str:
    return f"2020-01-0{day} {one} 1-0 {two}\n2020-01-0{day} {two} 1-0 {three}\n2020-01-0{day} {one} 1-0 {three}\n"


GROUPS = group("K", "L", "M", 1) + group("P", "Q", "R", 2) + group("S", "T", "U", 3) + group("V", "W", "X", 4)
"""In the order of their first matches they would be A, B, C and D, where the quarterfinals have them A, C, D and B."""

QUARTERFINALS = "2020-01-10 K 1-0 W\n2020-01-10 V 1-0 L\n2020-01-11 P 1-0 T\n2020-01-11 S 1-0 Q\n"
SEMIFINALS = "2020-01-15 K 1-0 P\n2020-01-15 V 1-0 S\n"
LAST = "2020-01-18 P 1-0 S\n2020-01-19 K 1-0 V\n"


def placed(text: str, format_: Format = CROSSED) -> Placement:
    return place_results(recorded(text), format_)


def said(placement: Placement) -> list[str]:
    return [problem.message.code.removeprefix("placing.") for problem in placement.problems]


@pytest.mark.parametrize("headed", [False, True])
def test_the_ties_that_were_played_tell_what_groups_are_called(headed: bool) -> None:
    rounds = ("Quarter-finals", QUARTERFINALS), ("Semi-finals", SEMIFINALS), ("", LAST)
    text = GROUPS + "".join(f"{'# ' + name if headed else ''}\n{matches}" for name, matches in rounds)
    placement = placed(text)
    state = play(CROSSED, placement.facts)
    assert said(placement) == ["groups_worked_out"]
    assert ties(state, "semifinals", "finals") == ["K - P: K (score)", "V - S: V (score)"]
    assert outcome(state, "third") == "P"


def test_before_any_of_the_ties_nobody_knows_what_they_are_called() -> None:
    placement = placed(GROUPS)
    (problem,) = placement.problems
    assert problem.text() == (
        "the file names no groups: they were worked out from who met whom, but not yet what each is called. They are "
        "called A, B, C and D in an order that may be wrong, and then the ties after them are wrong too. Write the "
        "name of each group above its matches"
    )
    assert table(play(CROSSED, placement.facts), "group", "A") == ["1 K", "2 L", "3 M"]


def test_a_round_that_is_still_to_be_played_contradicts_nothing() -> None:
    """Who won a quarterfinal meets somebody in the semifinal, though not yet."""
    placement = placed(GROUPS + QUARTERFINALS)
    state = play(CROSSED, placement.facts)
    assert said(placement) == ["groups_not_told"]
    assert "K - W: K (score)" in ties(state, "quarterfinals", "finals")


def test_with_one_semifinal_the_rest_follows() -> None:
    placement = placed(GROUPS + QUARTERFINALS + SEMIFINALS.splitlines()[0])
    assert said(placement) == ["groups_worked_out"]
    assert [tie.partition(":")[0] for tie in ties(play(CROSSED, placement.facts), "semifinals", "finals")] == [
        "K - P",
        "V - S",
    ]


def test_no_semifinal_is_later_than_the_final() -> None:
    """Called otherwise, the last two matches would be the semifinals, and those before them the final and the third."""
    placement = placed(GROUPS + QUARTERFINALS + SEMIFINALS + LAST)
    days = {match.round: match.date for match in placement.facts.matches if match.round and match.date}
    assert list(dict.fromkeys(days)) == ["quarterfinals", "semifinals", "third_place", "final"]
    assert days["semifinals"] < days["third_place"] < days["final"]


def test_ties_that_no_way_to_call_the_groups_makes_are_told() -> None:
    placement = placed(GROUPS + "2020-01-10 K 1-0 P\n")
    assert said(placement) == ["groups_fit_nothing", "no_place"]


def test_calling_the_groups_of_one_league_leaves_those_of_another_alone() -> None:
    """The first stage has its groups by heading, under the same labels as those of the second."""
    format_ = rules(
        """
        teams: {count: 12, know: {first: [A, B], second: [A, B]}}
        stages:
          - {id: first, kind: league, groups: {by: first}, meetings: 1, rank_by: [points, lots]}
          - {id: second, kind: league, groups: {by: second}, meetings: 1, rank_by: [points, lots]}
          - id: finals
            kind: knockout
            hosts: neutral
            decide_by: [score, shoot_out]
            rounds: [{id: final, ties: [{id: F, teams: second A 1 + second B 2}]}]
        outcomes: {champion: winner final}
        """
    )
    text = (
        "# First, Group A\n2020-01-01 K 1-0 L\n# First, Group B\n2020-01-01 P 1-0 Q\n# Second\n"
        + group("P", "Q", "R", 5)
        + group("K", "L", "M", 6)
        + "# Final\n2020-01-10 K 1-0 Q\n"
    )
    placement = placed(text, format_)
    facts = {team.name: team.facts for team in placement.facts.teams}
    assert facts["K"] == {"first": "A", "second": "A"}
    assert facts["P"] == {"first": "B", "second": "B"}


SECOND_GROUPS = rules(
    """
    teams: {count: 12, know: {group: [A, B, C, D]}}
    stages:
      - {id: group, kind: league, groups: {by: group}, meetings: 1, rank_by: [points, goal_difference, lots]}
      - id: second
        kind: league
        groups: {I: group A 1 + group B 1, II: group C 1 + group D 1}
        meetings: 1
        rank_by: [points, lots]
      - id: finals
        kind: knockout
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds: [{id: final, teams: each second 1}]
    outcomes: {champion: winner final}
    """
)


def test_groups_are_called_so_that_those_meet_who_come_together_in_later_groups() -> None:
    placement = placed(GROUPS + "2020-01-10 K 1-0 S\n2020-01-10 P 1-0 V\n2020-01-15 K 1-0 P\n", SECOND_GROUPS)
    assert said(placement) == ["groups_worked_out"]
    assert outcome(play(SECOND_GROUPS, placement.facts), "champion") == "K"


def test_a_later_group_that_is_not_played_out_contradicts_nothing() -> None:
    placement = placed(GROUPS + "2020-01-10 K 1-0 S\n", SECOND_GROUPS)
    assert said(placement) == ["groups_not_told"]
    assert [match.stage for match in placement.facts.matches][-1] == "second"

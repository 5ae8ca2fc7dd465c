"""Results are put into the places of a format: by their headings, and by the rules where headings are silent."""

from __future__ import annotations

from liguilla.engine import State, play
from liguilla.formats import Format
from liguilla.notation.competitions import KnownCompetition, KnownTeam, common_words
from liguilla.notation.placement import Placement, place_results
from liguilla.notation.results import Results
from tests.notation.placement.recording import recorded
from tests.playing import outcome, rules, table, ties

LEAGUE_AND_FINAL = """
teams: 4
stages:
  - {id: table, kind: league, meetings: 1, rank_by: [points, goal_difference, lots]}
  - id: play_offs
    kind: knockout
    entrants: table 1-4
    pairing: reseed
    hosts: better_seed
    decide_by: [score, shoot_out]
    rounds: [{id: semifinals}, {id: final}]
outcomes: {champion: winner final}
"""

MATCHDAYS = """
# Matchday 1
2020-01-01 A 3-0 D
2020-01-01 B 2-0 C
# Matchday 2
2020-01-08 A 1-0 C
2020-01-08 B 1-0 D
# Matchday 3
2020-01-15 A 1-0 B
2020-01-15 C 1-0 D
"""

FINALS = """
2020-02-01 A 2-0 D
2020-02-01 B 1-0 C
2020-02-08 A 1-2 B
"""


def placed(format_: Format, results: Results, competition: KnownCompetition | None = None) -> tuple[Placement, State]:
    placement = place_results(results, format_, competition)
    return placement, play(format_, placement.facts)


def said(placement: Placement) -> list[str]:
    return [problem.text() for problem in placement.problems]


def test_matchdays_are_of_the_league_and_rounds_have_their_headings() -> None:
    headed = "# Semi-finals\n" + FINALS.strip().replace("2020-02-08", "# Playoffs, Final\n2020-02-08")
    placement, state = placed(rules(LEAGUE_AND_FINAL), recorded(MATCHDAYS + headed))
    assert said(placement) == []
    assert table(state) == ["1 A", "2 B", "3 C", "4 D"]
    assert ties(state, "final", "play_offs") == ["1 A - 2 B: B (score)"]
    assert [match.id for match in placement.facts.matches][:3] == ["table-1-1", "table-1-2", "table-2-1"]


def test_without_any_heading_the_league_fills_first_and_then_the_ties_as_they_follow() -> None:
    unheaded = "\n".join(line for line in (MATCHDAYS + FINALS).splitlines() if not line.startswith("#"))
    placement, state = placed(rules(LEAGUE_AND_FINAL), recorded(unheaded))
    assert said(placement) == []
    assert ties(state, "semifinals", "play_offs") == ["1 A - 4 D: A (score)", "2 B - 3 C: B (score)"]
    assert outcome(state, "champion") == "B"


def test_a_heading_nobody_knows_is_noted_once_and_the_rules_find_the_place() -> None:
    placement, state = placed(rules(LEAGUE_AND_FINAL), recorded(MATCHDAYS + "# Finalrunde\n" + FINALS))
    assert said(placement) == [
        'the heading "Finalrunde" names no stage or round of the format. The matches below it go by their teams and '
        "dates"
    ]
    assert outcome(state, "champion") == "B"


def test_a_match_without_a_place_is_left_out_and_reported() -> None:
    placement, _ = placed(rules(LEAGUE_AND_FINAL), recorded(MATCHDAYS + "# Play-offs\n2020-02-01 A 2-0 C"))
    assert said(placement) == [
        "A 2-0 C has no place in this format (Play-offs), and was left out. Check the heading, the names and the format"
    ]
    assert len(placement.facts.matches) == 6


def test_meetings_beyond_those_of_the_first_league_are_of_the_second() -> None:
    split = """
    teams: 4
    stages:
      - {id: regular, kind: league, meetings: 1, rank_by: [points, goal_difference, lots]}
      - id: split
        kind: league
        groups: {top: regular 1-2, bottom: regular 3-4}
        meetings: 1
        matches: regular
        rank_by: [points, goal_difference, lots]
    outcomes: {champion: split top 1}
    """
    more = "# Matchday 4\n2020-02-01 B 4-0 A\n2020-02-01 D 1-1 C"
    placement, state = placed(rules(split), recorded(MATCHDAYS + more))
    assert said(placement) == []
    assert [m.stage for m in placement.facts.matches if m.matchday == 4] == ["split", "split"]
    assert outcome(state, "champion") == "B"


HALVES = """
tournaments: {apertura: half, clausura: half}
teams: 4
stages:
  - {id: year, kind: table, matches: [apertura.table, clausura.table], rank_by: [points, lots]}
outcomes: {best: year 1}
"""


def test_several_tournaments_in_one_file_are_told_apart_by_their_headings() -> None:
    text = (
        (MATCHDAYS + "# Playoffs, Final\n2020-02-08 A 1-2 B")
        .replace("# ", "# Apertura, ")
        .replace("# Apertura, Playoffs", "# Apertura Playoffs")
    )
    text += text.replace("Apertura", "Clausura").replace("2020-", "2021-").replace("1-2 B", "3-2 B")
    half = LEAGUE_AND_FINAL.replace("table 1-4", "table 1-2").replace("{id: semifinals}, ", "")
    placement, state = placed(rules(HALVES, half=half), recorded(text))
    assert said(placement) == []
    assert [outcome(inner, "champion") for inner in state.tournaments.values()] == ["B", "A"]
    assert table(state, "year") == ["1 A", "2 B", "3 C", "4 D"]


GROUPS = """
teams: {count: 6, know: {group: [A, B]}}
stages:
  - {id: group, kind: league, groups: {by: group}, meetings: 1, rank_by: [points, goal_difference, lots]}
  - id: finals
    kind: knockout
    entrants: each group 1
    hosts: neutral
    decide_by: [score, shoot_out]
    rounds: [{id: final, teams: each group 1}]
outcomes: {champion: winner final}
"""

IN_GROUPS = """
# Group 1
2020-01-01 A 1-0 B
2020-01-02 B 1-0 C
2020-01-03 A 1-0 C
# Group 2
2020-01-01 D 1-0 E
2020-01-02 E 1-0 F
2020-01-03 D 1-0 F
# Final
2020-01-10 A 0-1 D
"""


def test_headings_of_groups_say_who_is_in_them_and_numbers_stand_for_letters() -> None:
    placement, state = placed(rules(GROUPS), recorded(IN_GROUPS))
    assert said(placement) == []
    assert table(state, "group", "B") == ["1 D", "2 E", "3 F"]
    assert outcome(state, "champion") == "D"


def test_groups_that_the_file_lists_are_those_even_if_matches_stand_below_matchdays() -> None:
    flat = "\n".join(line for line in IN_GROUPS.splitlines() if "Group" not in line)
    listed = {"Group A": "A, B, C", "Group B": "D, E, F"}
    _, state = placed(rules(GROUPS), recorded("# Matchday 1\n" + flat, listed))
    assert outcome(state, "champion") == "D"


def test_groups_that_nothing_names_are_those_that_the_fixtures_make() -> None:
    flat = "\n".join(sorted(line for line in IN_GROUPS.splitlines() if not line.startswith("#")))
    placement, state = placed(rules(GROUPS), recorded(flat))
    assert said(placement) == [
        "the file names no groups: they were worked out from who met whom, and called A and B so that every match "
        "after them has its place"
    ]
    assert outcome(state, "champion") == "D"


CUP = """
teams: {count: 6, know: {joins: [first_round, semifinals]}}
stages:
  - id: cup
    kind: knockout
    pairing: drawn
    hosts: first
    decide_by: [score, {replay: 1}, extra_time, shoot_out]
    rounds:
      - {id: first_round, enter: teams where joins first_round}
      - {id: semifinals, enter: teams where joins semifinals}
      - {id: final, hosts: neutral, decide_by: [score, extra_time, shoot_out]}
outcomes: {champion: winner final}
"""


def test_a_team_joins_a_cup_in_the_round_in_which_it_first_plays() -> None:
    text = """
    # Round 1
    2020-01-01 A 1-0 B
    2020-01-01 C 1-1 D
    2020-01-05 D 2-0 C
    # Semifinals
    2020-02-01 E 0-1 A
    2020-02-01 D 1-2 F
    # Final
    2020-03-01 A 0-0 F (0-0 aet, 3-4 pens)
    """
    placement, state = placed(rules(CUP), recorded(text))
    assert {team.name: team.facts["joins"] for team in placement.facts.teams} == {
        **dict.fromkeys("ABCD", "first_round"),
        **dict.fromkeys("EF", "semifinals"),
    }
    assert outcome(state, "champion") == "F"


def test_the_table_of_teams_says_which_names_are_one_and_what_is_known_of_a_team() -> None:
    known = KnownCompetition(
        id="cup",
        folder="xyz",
        name="Cup",
        titles=(),
        formats=(),
        headings=common_words(),
        teams=(
            KnownTeam("A", ("Athletic",), facts={"group": "A"}),
            KnownTeam("B", facts={"group": "B"}, last="2018-19"),
            KnownTeam("B", facts={"group": "A"}, first="2019-20"),
        ),
    )
    results = recorded("# Group A\n2020-01-01 A 1-0 B\n2020-01-02 C 1-0 Athletic", season="2019-20")
    placement, _ = placed(rules(GROUPS), results, known)
    assert {team.name: team.facts for team in placement.facts.teams} == {name: {"group": "A"} for name in "ABC"}
    assert said(placement) == ['"Athletic" is taken for "A", as the table of teams says']


def test_an_awarded_match_is_an_award() -> None:
    results = recorded("# Matchday 1\n2020-01-01 A 3-0 D")
    from dataclasses import replace

    results = replace(results, matches=(replace(results.matches[0], awarded=True),))
    placement, state = placed(rules(LEAGUE_AND_FINAL), results)
    assert [str(decision.score) for decision in placement.facts.decisions] == ["3-0"]
    assert state.ranked("table").standings[0].rows[0].record.won == 1


def test_a_round_that_was_drawn_is_known_by_the_matches_of_those_left_in() -> None:
    drawn = """
    teams: 4
    stages:
      - id: cup
        kind: knockout
        entrants: teams
        pairing: drawn
        hosts: neutral
        decide_by: [score, shoot_out]
        rounds:
          - {id: semifinals}
          - {id: third_place, teams: losers semifinals}
          - {id: final, teams: winners semifinals}
    outcomes: {champion: winner final}
    """
    placement, state = placed(rules(drawn), recorded("A 1-0 B\nC 0-2 D\nB 1-0 C\nA 3-1 D"))
    assert said(placement) == []
    assert [match.id for match in placement.facts.matches] == [
        "semifinals-1",
        "semifinals-2",
        "third_place-1",
        "final-1",
    ]
    assert outcome(state, "champion") == "A"


def test_a_match_without_any_heading_that_fits_nowhere_says_so() -> None:
    placement, _ = placed(
        rules(LEAGUE_AND_FINAL), recorded(MATCHDAYS.replace("# Matchday 3", "#") + "2020-02-01 A 2-0 C")
    )
    assert said(placement) == [
        "A 2-0 C has no place in this format (without a heading), and was left out. Check the heading, the names and "
        "the format"
    ]


def test_the_rules_place_no_match_before_those_that_lead_to_it() -> None:
    """The final can't have been played before the semifinals: one of these days is wrong, and nobody knows which."""
    early = FINALS.replace("2020-02-08", "2020-01-31")
    placement, state = placed(rules(LEAGUE_AND_FINAL), recorded(MATCHDAYS + "# Finalrunde\n" + early))
    assert [problem.message.code for problem in placement.problems] == ["placing.unknown_heading", "placing.no_place"]
    assert outcome(state, "champion") == "? the match between A and B"


def test_a_heading_that_puts_a_team_into_a_second_group_is_told() -> None:
    wrong = IN_GROUPS.replace("# Final", "# Group 2\n2020-01-04 A 1-0 F\n# Final")
    placement, _ = placed(rules(GROUPS), recorded(wrong))
    assert said(placement)[:1] == [
        "A is in group A, and here in group B: it was left in A. Check the heading, or whether these are two teams of "
        "one name"
    ]


LISTED = """
teams: 4
stages:
  - {id: table, kind: league, fixtures: {by: list}, rank_by: [points, goal_difference, lots]}
  - id: finals
    kind: knockout
    entrants: table 1-2
    hosts: neutral
    decide_by: [score, shoot_out]
    rounds: [{id: final, pairing: bracket}]
outcomes: {champion: winner final}
"""


def test_a_league_that_may_go_on_counts_as_complete_and_that_is_said() -> None:
    placement, state = placed(rules(LISTED), recorded(MATCHDAYS))
    assert said(placement) == [
        'the rules do not say how many matches "table" has: it counts as complete, since the file lists none that is '
        "still to be played"
    ]
    assert ties(state, "final", "finals") == ["1 A - 2 B: ? the match between A and B"]


def test_once_what_comes_after_it_was_played_it_is_complete() -> None:
    placement, _ = placed(rules(LISTED), recorded(MATCHDAYS + "# Final\n2020-02-01 A 2-0 B"))
    assert said(placement) == []


def test_with_a_match_still_to_be_played_it_is_not_complete() -> None:
    placement, _ = placed(rules(LISTED), recorded(MATCHDAYS + "# Matchday 4\n2020-01-22 A v B"))
    assert said(placement) == []

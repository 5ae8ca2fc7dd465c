"""Brackets that all teams enter in the order of seeds: which order it was, the sheet of the draw or the ties tell."""

from dataclasses import replace

import pytest

from liguilla.engine import Decided, play, problems
from liguilla.errors import Severity
from liguilla.formats import read_format
from liguilla.notation.format_files import FormatFiles
from liguilla.notation.placement import place_results
from liguilla.notation.placement.placing import Placement
from liguilla.notation.results import Results
from tests.notation.placement.recording import recorded

LIBRARY = FormatFiles()
SINGLE = read_format("single-elimination", LIBRARY)

EIGHT = """
    # Quarter-finals
    Ada 1-0 Bob
    Cyd 0-1 Dee
    Eli 1-0 Fay
    Gil 0-1 Hal
    # Semi-finals
    Hal 0-1 Ada
    Dee 2-1 Eli
    # Final
    Ada 1-2 Dee
"""
"""Ada's half has Hal's, and Dee's has Eli's: not as the file lists the quarter-finals."""


def teams(placement: Placement) -> list[str]:
    return [team.name for team in placement.facts.teams]


def champion(placement: Placement, format_name: str = "single-elimination") -> str | None:
    state = play(read_format(format_name, LIBRARY), placement.facts)
    assert [problem.text() for problem in problems(state)] == []
    (place,) = state.outcomes["champion"].places
    return place.team if isinstance(place, Decided) else None


def said(placement: Placement) -> list[str]:
    return [problem.message.code for problem in placement.problems]


def with_lines(results: Results, lines: str) -> Results:
    return replace(results, lines=tuple(None if each == "-" else each for each in lines.split()))


def test_an_order_that_makes_the_ties_is_kept() -> None:
    placement = place_results(recorded("# Semi-finals\nAda 1-0 Bob\nCyd 1-0 Dee\n# Final\nAda 1-0 Cyd"), SINGLE)
    # Best meets worst: the second seed is in the other half.
    assert champion(placement) == "Ada"
    seeded = recorded("# Semi-finals\nAda 1-0 Dee\nBob 1-0 Cyd\n# Final\nAda 1-0 Bob")
    seeded = replace(seeded, team_facts={name: {} for name in ("Ada", "Bob", "Cyd", "Dee")})
    placement = place_results(seeded, SINGLE)
    assert teams(placement) == ["Ada", "Bob", "Cyd", "Dee"]
    assert said(placement) == []


def test_without_a_sheet_the_ties_tell_the_bracket_and_that_is_said() -> None:
    placement = place_results(recorded(EIGHT), SINGLE)
    assert champion(placement) == "Dee"
    assert said(placement) == ["placing.seeds_worked_out"]


def test_byes_follow_from_who_plays_first_in_which_round() -> None:
    five = "# Quarter-finals\nAda 1-0 Bob\n# Semi-finals\nAda 1-0 Cyd\nDee 0-1 Eli\n# Final\nAda 0-1 Eli"
    placement = place_results(recorded(five), SINGLE)
    assert champion(placement) == "Eli"
    state = play(SINGLE, placement.facts)
    assert {place.team for place in state.round("bracket", "quarterfinals").byes if isinstance(place, Decided)} == {
        "Cyd", "Dee", "Eli",
    }  # fmt: skip


def test_a_bracket_that_is_not_at_its_end_is_not_guessed() -> None:
    open_ = EIGHT[: EIGHT.index("# Semi-finals")]
    placement = place_results(recorded(open_), SINGLE)
    assert said(placement) == []
    assert problems(play(SINGLE, placement.facts)) != ()


def test_the_sheet_tells_it_before_the_end() -> None:
    open_ = EIGHT[: EIGHT.index("# Semi-finals")]
    placement = place_results(with_lines(recorded(open_), "Ada Bob Hal Gil Dee Cyd Eli Fay"), SINGLE)
    assert said(placement) == []
    assert champion(placement) is None
    semifinals = play(SINGLE, placement.facts).round("bracket", "semifinals").ties
    assert [{place.team for place in tie.teams if isinstance(place, Decided)} for tie in semifinals] == [
        {"Ada", "Hal"},
        {"Dee", "Eli"},
    ]


@pytest.mark.parametrize("size", [2, 4, 8, 16, 32, 64])
def test_any_full_sheet_is_followed_line_by_line(size: int) -> None:
    names = [f"T{number}" for number in range(size)]
    results = recorded(f"# Final\n{names[0]} v {names[-1]}")
    results = replace(with_lines(results, " ".join(names)), matches=(), team_facts={name: {} for name in names})
    placement = place_results(results, SINGLE)
    first = play(SINGLE, placement.facts).knockout("bracket").rounds[0]
    found = [{place.team for place in tie.teams if isinstance(place, Decided)} for tie in first.ties]
    assert found == [set(pair) for pair in zip(names[::2], names[1::2], strict=True)]


def test_a_sheet_that_is_too_large_is_folded() -> None:
    results = with_lines(recorded("# Final\nAda 1-0 Bob"), "Ada - - - Bob - - -")
    placement = place_results(results, SINGLE)
    assert (said(placement), champion(placement)) == ([], "Ada")


def test_byes_that_no_order_of_seeds_gives_are_told() -> None:
    lines = "# Semi-finals\nAda 1-0 Bob\nCyd 1-0 Eli\n# Quarter-finals\nCyd 1-0 Dee\nEli 1-0 Fay\n# Final\nAda 1-0 Cyd"
    placement = place_results(with_lines(recorded(lines), "Ada - Bob - Cyd Dee Eli Fay"), SINGLE)
    assert said(placement) == ["placing.byes_elsewhere", "placing.tie_not_known"]
    assert {problem.severity for problem in placement.problems} == {Severity.WARNING}


def test_a_sheet_of_other_teams_says_nothing() -> None:
    placement = place_results(with_lines(recorded(EIGHT), "Ada Bob"), SINGLE)
    assert said(placement) == ["placing.seeds_worked_out"]


def test_a_format_that_seeds_by_something_else_is_left_alone() -> None:
    placement = place_results(recorded(EIGHT), read_format("fide-swiss", LIBRARY))
    assert "placing.seeds_worked_out" not in said(placement)


def test_two_lives_are_told_by_the_upper_rounds() -> None:
    results = recorded(
        """
        # Upper round 1
        Ada 1-0 Bob
        Cyd 1-0 Dee
        # Upper final
        Ada 1-0 Cyd
        # Lower round 1
        Bob 0-1 Dee
        # Lower final
        Cyd 1-0 Dee
        # Final
        Ada 1-0 Cyd
        """
    )
    placement = place_results(results, read_format("double-elimination", LIBRARY))
    assert said(placement) == ["placing.seeds_worked_out"]
    assert champion(placement, "double-elimination") == "Ada"


def test_a_round_that_a_bracket_never_has_is_no_round_of_it() -> None:
    third = EIGHT + "    # Third place match\n    Hal 1-0 Eli\n"
    placement = place_results(recorded(third), SINGLE)
    assert "placing.no_place" in said(placement)
    assert champion(placement) == "Dee"
    assert (
        champion(
            place_results(recorded(third), read_format("single-elimination-third-place", LIBRARY)),
            "single-elimination-third-place",
        )
        == "Dee"
    )

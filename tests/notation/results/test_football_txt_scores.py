"""Every way in which Football.TXT writes a score."""

import pytest

from liguilla.facts import Score, Status
from tests.notation.results.football_texts import TITLE, match, season


def scores(line: str) -> tuple[tuple[int, int] | None, ...]:
    """Return the scores of a match: after normal time, at the break, after extra time, the shoot-out."""
    found = match(line)
    return found.score, found.half_time, found.extra_time, found.kicks


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("2-1 (1-0)", ((2, 1), (1, 0), None, None)),
        ("2-1", ((2, 1), None, None, None)),
        ("10-1 (3-0)", ((10, 1), (3, 0), None, None)),
        ("2–1", ((2, 1), None, None, None)),
        ("3-1 a.e.t. (2-1, 1-1)", ((2, 1), (1, 1), (3, 1), None)),
        ("3-1 a.e.t (2-1,1-1)", ((2, 1), (1, 1), (3, 1), None)),
        ("3-2 aet (2-2)", ((2, 2), None, (3, 2), None)),
        ("3-1 a.e.t.", (None, None, (3, 1), None)),
        ("4-5 pen. 2-2 a.e.t. (2-2, 0-0)", ((2, 2), (0, 0), (2, 2), (4, 5))),
        ("4-5 pen 2-2 a.e.t (2-2)", ((2, 2), None, (2, 2), (4, 5))),
        ("4-2 pen. (2-0, 2-0)", ((2, 0), (2, 0), None, (4, 2))),
        ("4-2 pen. (3-3)", ((3, 3), None, None, (4, 2))),
        ("4-2 pen.", (None, None, None, (4, 2))),
        ("1-1 a.e.t. (0-0, 0-0), 4-2 pen.", ((0, 0), (0, 0), (1, 1), (4, 2))),
        ("1-1 a.e.t., 5-4 pen.", (None, None, (1, 1), (5, 4))),
        ("1-1 (1-0), 5-4 pen.", ((1, 1), (1, 0), None, (5, 4))),
    ],
)
def test_a_score_between_or_behind_the_teams(score: str, expected: object) -> None:
    assert scores(f"  Necaxa   {score}   Neza\n") == expected
    assert scores(f"  Necaxa  v  Neza   {score}\n") == expected
    assert scores(f"  Necaxa - Neza   {score}\n") == expected


@pytest.mark.parametrize(
    ("remark", "expected"),
    [
        ("(aet)", (None, None, (2, 1), None)),
        ("(AET)", (None, None, (2, 1), None)),
        ("(a.e.t.)", (None, None, (2, 1), None)),
        ("(aet, 4-2 pen)", (None, None, (2, 1), (4, 2))),
        ("(4-2 pen.)", ((2, 1), None, None, (4, 2))),
        ("[aet]", (None, None, (2, 1), None)),
    ],
)
def test_extra_time_and_kicks_told_behind_the_teams(remark: str, expected: object) -> None:
    assert scores(f"Necaxa  2-1 Neza    {remark}\n") == expected
    assert scores(f"Necaxa  2-1 Neza\n   {remark.replace('[', '(').replace(']', ')')}\n") == expected


@pytest.mark.parametrize(
    ("remark", "note"),
    [("(aet/gg)", "golden goal"), ("(aet, g.g.)", "golden goal"), ("(gg)", "golden goal"), ("(aet/sg)", "silver goal")],
)
def test_a_golden_goal_is_extra_time_with_a_note(remark: str, note: str) -> None:
    found = match(f"  Germany  2-1 Czech Republic   {remark}\n")
    assert (found.score, found.extra_time, found.note) == (None, (2, 1), note)


def test_before_no_goals_there_were_none() -> None:
    assert scores("  Necaxa  0-0  Neza") == ((0, 0), (0, 0), None, None)
    assert scores("  Necaxa  0-0 a.e.t.  Neza") == ((0, 0), (0, 0), (0, 0), None)
    assert scores("  Necaxa  4-2 pen. 0-0 a.e.t.  Neza") == ((0, 0), (0, 0), (0, 0), (4, 2))


def test_the_minutes_of_all_goals_tell_the_score_after_normal_time() -> None:
    goals = "    (Ondruš 20, Nehoda 114, Veselý 119; Ondruš 77og)\n"
    assert scores("  Czechoslovakia  3-1 a.e.t.  Netherlands\n" + goals) == ((1, 1), None, (3, 1), None)


@pytest.mark.parametrize(
    "goals", ["(Ondruš 20, Nehoda 114; Ondruš 77og)", "(Ondruš 20, Nehoda 114, Veselý ??'; Rep 7)"]
)
def test_a_goal_missing_or_without_minute_leaves_it_unknown(goals: str) -> None:
    assert scores(f"  Czechoslovakia  3-1 a.e.t.  Netherlands\n    {goals}\n") == (None, None, (3, 1), None)


@pytest.mark.parametrize(
    ("remark", "status"),
    [
        ("cancelled", Status.CANCELLED),
        ("canceled", Status.CANCELLED),
        ("postponed", Status.POSTPONED),
        ("abandoned", Status.ABANDONED),
        ("suspended", Status.ABANDONED),
    ],
)
def test_what_became_of_a_match_stands_in_brackets(remark: str, status: Status) -> None:
    assert match(f"  Necaxa  v  Neza   [{remark}]\n").status is status
    assert match(f"  Necaxa  -  Neza   @ Azteca  [{remark}]\n").status is status


def test_a_match_with_a_score_was_played_and_one_without_is_scheduled() -> None:
    assert match("  Necaxa v Neza 1-1\n").status is Status.PLAYED
    assert match("  Necaxa v Neza\n").status is Status.SCHEDULED


def test_the_score_of_an_abandoned_match_is_kept_and_its_half_time_unknown() -> None:
    found = match("  Necaxa v Neza 0-0 [abandoned]\n")
    assert (found.status, found.score, found.half_time) == (Status.ABANDONED, (0, 0), None)


def test_an_awarded_match_says_so_and_its_half_time_is_unknown() -> None:
    found = match("  Atlas  3-0  América     [awarded]\n")
    assert (found.awarded, found.status, found.score) == (True, Status.PLAYED, Score(3, 0))
    assert match("  Atlas  0-0  América     [awarded]\n").half_time is None


def test_an_annulled_match_keeps_its_score() -> None:
    found = match("  Atlas  3-0  América     [annulled]\n")
    assert (found.annulled, found.score) == (True, (3, 0))


def test_a_match_may_be_awarded_without_a_score() -> None:
    found = match("  Atlas v América     [awarded to América]\n")
    assert (found.awarded, found.awarded_to, found.status, found.score) == (True, "América", Status.SCHEDULED, None)


def test_the_first_team_of_a_walkover_went_on_and_no_day_is_its_day() -> None:
    played, walkover = season(
        f"{TITLE}Nov 11\n  Wanderers  2-1  Barnes\n  Royal Engineers     w/o  Reigate Priory\n"
    ).matches
    assert played.date is not None
    assert walkover.teams == ("Royal Engineers", "Reigate Priory")
    assert (walkover.awarded, walkover.awarded_to, walkover.score) == (True, "Royal Engineers", None)
    assert (walkover.status, walkover.date) == (Status.SCHEDULED, None)


@pytest.mark.parametrize(
    "remark", ["Tunisia wins on penalties", "Tunisia won on penalties", "Tunisia won after penalties"]
)
def test_only_the_winner_of_a_shoot_out_may_be_known(remark: str) -> None:
    found = match(f"  Egypt - Tunisia  1-1   @ Kumasi, Ghana   [{remark}]\n")
    assert (found.kicks, found.kicks_won_by, found.score, found.ground) == (None, "Tunisia", (1, 1), "Kumasi, Ghana")


def test_a_shoot_out_may_stand_in_brackets() -> None:
    assert scores("  Palmeiras    0-0  Boca Juniors   [2-2 on aggregate; 2-4 on penalties]\n")[3] == (2, 4)


@pytest.mark.parametrize("comment", ["   # Italy won on coin toss\n", "\n      # Italy won on coin toss\n"])
def test_the_toss_of_a_coin_is_told_in_a_comment(comment: str) -> None:
    found = match(f"  Italy   v Soviet Union   0-0 a.e.t.   @ Naples{comment}")
    assert (found.kicks_won_by, found.note) == ("Italy", "Italy won on coin toss")
    assert (found.score, found.extra_time) == ((0, 0), (0, 0))


def test_a_comment_about_another_team_decides_nothing() -> None:
    found = match("  Italy   v Soviet Union   0-0   # England won on coin toss\n")
    assert (found.kicks_won_by, found.note) == (None, "England won on coin toss")

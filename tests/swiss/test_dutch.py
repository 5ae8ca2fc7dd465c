"""The Dutch system: whom it pairs, with which colours, and who has the bye."""

from __future__ import annotations

import random
from collections.abc import Iterable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liguilla.formats.reading.leagues import PROVIDERS as NAMES
from liguilla.swiss import PROVIDERS, Colour, FideDutch, Player, Proposal, RoundOfPlayer, SoFar
from liguilla.swiss.colours import Strength, due, first_of

from . import literal

HALF = Fraction(1, 2)
WORTH = {"1": Fraction(1), "=": HALF, "0": Fraction(0), "+": Fraction(1), "-": Fraction(0)}
BYES = {"U": Fraction(1), "F": Fraction(1), "H": HALF, "Z": Fraction(0)}


def player(number: int, rounds: str = "", *, absent: bool = False) -> Player:
    """Return a player from rounds as a report has them: ``4w1 2b= U``; ``4w+`` is a forfeit."""
    return Player(number, tuple(map(_round, rounds.split())), absent)


def _round(text: str) -> RoundOfPlayer:
    if text in BYES:
        return RoundOfPlayer(BYES[text])
    if text[-1] in "+-":
        return RoundOfPlayer(WORTH[text[-1]])
    return RoundOfPlayer(WORTH[text[-1]], int(text[:-2]), Colour.WHITE if text[-2] == "w" else Colour.BLACK)


def tournament(rounds: int, *players: Player, initial: Colour | None = Colour.WHITE) -> SoFar:
    return SoFar(players, rounds, initial_colour=initial)


def paired(so_far: SoFar) -> list[str]:
    """Return the boards of the next round, white first: ``1-4``; and ``5 bye``."""
    proposal = FideDutch().propose(so_far)
    assert proposal is not None
    return [*(f"{pair.white}-{pair.black}" for pair in proposal.pairs), *_bye(proposal)]


def _bye(proposal: Proposal) -> Iterable[str]:
    return () if proposal.bye is None else (f"{proposal.bye} bye",)


def test_formats_know_the_providers_there_are() -> None:
    assert set(NAMES) == {"list", *PROVIDERS}


# ------------------------------------------------------------------------------------------------------ whom


def test_in_the_first_round_the_upper_half_meets_the_lower_and_colours_alternate() -> None:
    assert paired(tournament(5, *map(player, range(1, 9)))) == ["1-5", "6-2", "3-7", "8-4"]


def test_the_initial_colour_is_that_of_the_first() -> None:
    assert paired(tournament(5, *map(player, range(1, 5)), initial=Colour.BLACK)) == ["3-1", "2-4"]


def test_without_the_draw_of_colours_white_is_only_supposed() -> None:
    proposal = FideDutch().propose(tournament(5, *map(player, range(1, 5)), initial=None))
    assert proposal is not None
    assert [(*pair, pair.by_lot) for pair in proposal.pairs] == [(1, 3, True), (4, 2, True)]


def test_of_an_odd_number_the_last_of_the_first_round_has_the_bye() -> None:
    assert paired(tournament(5, *map(player, range(1, 6)))) == ["1-3", "4-2", "5 bye"]


def test_nobody_meets_twice() -> None:
    so_far = tournament(5, player(1, "3w="), player(2, "4b="), player(3, "1b="), player(4, "2w="))
    assert paired(so_far) == ["2-1", "3-4"]


def test_two_who_were_paired_and_did_not_play_can_still_meet() -> None:
    assert paired(tournament(3, player(1, "2w+"), player(2, "1b-"))) == ["1-2"]


def test_the_absent_are_not_paired() -> None:
    so_far = tournament(3, player(1), player(2), player(3, absent=True))
    assert paired(so_far) == ["1-2"]


def test_the_bye_goes_to_the_lowest_score_whoever_meets_then() -> None:
    # Source: bbpPairings, test dutch_2025_C5 (C.04.3, C5): 4 is absent, and both 6 and 2 could have the bye.
    so_far = tournament(
        3,
        player(1, "4w1 2b1"),
        player(2, "5b1 1w0"),
        player(3, "6w1 4b1"),
        player(4, "1b0 3w0", absent=True),
        player(5, "2w0 6b1"),
        player(6, "3b0 5w0"),
    )
    assert paired(so_far) == ["1-5", "3-2", "6 bye"]


def test_who_had_a_bye_or_won_without_playing_has_no_other() -> None:
    so_far = tournament(5, player(1, "2w1"), player(2, "1b0"), player(3, "U"))
    assert paired(so_far)[-1] == "2 bye"
    so_far = tournament(5, player(1, "2w1"), player(2, "1b0"), player(3, "F"))
    assert paired(so_far)[-1] == "2 bye"


def test_a_bye_that_was_asked_for_is_no_reason_against_another() -> None:
    so_far = tournament(
        5, player(1, "2w= 3b1"), player(2, "1b= Z"), player(3, "H 1w0"), player(4, "Z H"), player(5, "Z Z")
    )
    assert paired(so_far)[-1] == "5 bye"


def test_of_those_with_the_lowest_score_who_has_played_most_has_the_bye() -> None:
    # C9: 4 and 5 have no point; 5 has missed a round, so the bye is for 4, who starts before 5.
    so_far = tournament(
        5, player(1, "4w1 H"), player(2, "3w= 4b1"), player(3, "2b= Z"), player(4, "1b0 2w0"), player(5, "Z Z")
    )
    assert paired(so_far)[-1] == "4 bye"


def test_where_no_pairing_keeps_the_rules_there_is_none() -> None:
    assert FideDutch().propose(tournament(3, player(1, "2w1"), player(2, "1b0"))) is None
    assert FideDutch().propose(tournament(3, player(1, "U"))) is None


def test_nobody_to_pair_is_no_pairs() -> None:
    assert FideDutch().propose(tournament(3, player(1, "Z", absent=True))) == Proposal(())


# --------------------------------------------------------------------------------------------------- colours


@pytest.mark.parametrize(
    ("rounds", "colour", "strength"),
    [
        ("", None, Strength.NONE),
        ("Z U", None, Strength.NONE),
        ("2w1", Colour.BLACK, Strength.STRONG),
        ("2w1 3b1", Colour.WHITE, Strength.MILD),
        ("2w1 3w1", Colour.BLACK, Strength.ABSOLUTE),
        ("2w1 Z 3w1", Colour.BLACK, Strength.ABSOLUTE),
        ("2w1 3w1 4b1 5w1", Colour.BLACK, Strength.ABSOLUTE),
        ("2b1 3w1 4w1", Colour.BLACK, Strength.ABSOLUTE),
        ("2w1 3b1 4w1", Colour.BLACK, Strength.STRONG),
        ("2w+ 3w1", Colour.BLACK, Strength.STRONG),
    ],
)
def test_a_colour_is_due(rounds: str, colour: Colour | None, strength: Strength) -> None:
    preference = due(player(1, rounds))
    assert (preference.colour, preference.strength) == (colour, strength)


@pytest.mark.parametrize(
    ("higher", "lower", "white"),
    [
        ("3w1", "4b1", "lower"),  # both have what is due
        ("3w1", "", "lower"),
        ("3w1 4w1", "5w1 6b1 7w1", "lower"),  # absolute before strong
        ("3w1 4b1", "5w1", "higher"),  # strong before mild
        ("3w1 4b1 5w1", "6b1 7w1 8w1 9b1 10w1", "lower"),  # both strong: the last time they differed
        ("3w1 4b1", "5w1 6b1", "higher"),  # equal in all: the higher gets what is due
        ("3w1 4b1", "Z 5w1 6b1", "higher"),
        ("", "", "higher"),
    ],
)
def test_white_goes_by_what_is_due(higher: str, lower: str, white: str) -> None:
    one, other = player(1, higher), player(2, lower)
    found, _, _ = first_of(one, other, Colour.WHITE)
    assert found is {"higher": one, "lower": other}[white]


def test_two_topscorers_may_meet_in_the_last_round_whatever_colour_is_due() -> None:
    gone = player(5, "1b0 2b0", absent=True), player(6, "2b0 1b0", absent=True)
    players = player(1, "5w1 6w1"), player(2, "6w1 5w1"), player(3, "H H"), player(4, "Z Z"), *gone
    assert paired(tournament(5, *players)) == ["3-1", "4-2"]
    assert paired(tournament(3, *players)) == ["2-1", "3-4"]


# ------------------------------------------------------------------------------------- as the regulation tells it


def random_tournament(chance: random.Random, number: int, rounds: int, *, unplayed: float) -> Iterable[SoFar]:
    """Give a tournament before each of its rounds, with results at random; some matches and rounds aren't played."""
    so_far: dict[int, list[RoundOfPlayer]] = {n: [] for n in range(1, number + 1)}
    for _ in range(rounds):
        absent = {n for n in so_far if chance.random() < unplayed}
        now = tournament(rounds, *(Player(n, tuple(own), n in absent) for n, own in so_far.items()))
        yield now
        proposal = FideDutch().propose(now)
        if proposal is None:
            return
        for white, black in proposal.pairs:
            points = chance.choice([Fraction(1), HALF, Fraction(0)])
            was_played = chance.random() >= unplayed
            for own, other, colour, gets in (
                (white, black, Colour.WHITE, points),
                (black, white, Colour.BLACK, 1 - points),
            ):
                so_far[own].append(RoundOfPlayer(gets, other, colour) if was_played else RoundOfPlayer(gets))
        if proposal.bye is not None:
            so_far[proposal.bye].append(RoundOfPlayer(Fraction(1)))
        for n in absent:
            so_far[n].append(RoundOfPlayer(chance.choice([Fraction(0), HALF])))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.integers(2, 8), st.sampled_from([0.0, 0.08]))
def test_the_pairs_are_those_of_the_regulation_gone_through_step_by_step(
    seed: int, number: int, unplayed: float
) -> None:
    for so_far in random_tournament(random.Random(seed), number, 5, unplayed=unplayed):
        proposal = FideDutch().propose(so_far)
        found = None if proposal is None else (frozenset(frozenset(pair) for pair in proposal.pairs), proposal.bye)
        assert found == literal.paired(so_far)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32), st.integers(10, 21))
def test_what_is_absolute_holds_in_every_round(seed: int, number: int) -> None:
    for so_far in random_tournament(random.Random(seed), number, 7, unplayed=0.05):
        proposal = FideDutch().propose(so_far)
        if proposal is None:
            continue
        players = so_far.by_number
        there = {n for n, each in players.items() if not each.absent}
        assert sorted([n for pair in proposal.pairs for n in pair] + [n for n in (proposal.bye,) if n]) == sorted(there)
        is_last = so_far.played == so_far.rounds - 1
        for white, black in proposal.pairs:
            assert black not in players[white].opponents
            for own, colour in ((white, Colour.WHITE), (black, Colour.BLACK)):
                colours = [*players[own].colours, colour]
                whites = colours.count(Colour.WHITE)
                assert is_last or abs(2 * whites - len(colours)) <= 2
                assert is_last or len(set(colours[-3:])) > 1 or len(colours) < 3


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32), st.integers(3, 12), st.randoms(use_true_random=False))
def test_the_order_of_players_means_nothing(seed: int, number: int, order: random.Random) -> None:
    for so_far in random_tournament(random.Random(seed), number, 4, unplayed=0.05):
        shuffled = list(so_far.players)
        order.shuffle(shuffled)
        again = tournament(so_far.rounds, *shuffled)
        assert FideDutch().propose(again) == FideDutch().propose(so_far)

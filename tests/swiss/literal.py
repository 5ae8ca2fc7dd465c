"""The Dutch system as the regulation tells it, one candidate after another: slow, and for small fields only.

Nothing here weighs pairs. All pairings that a bracket can have are gone through in the order of articles 3 and 4, each
with its list of failures (C6 to C21), and the first with the smallest list is taken. That is what
`liguilla.swiss` must come to by other means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, groupby, permutations

from liguilla.swiss import Player, SoFar
from liguilla.swiss.colours import Preference, Strength, due

__all__ = ["paired"]

Pairs = tuple[tuple[Player, Player], ...]


def paired(so_far: SoFar) -> tuple[frozenset[frozenset[int]], int | None] | None:
    """Return who meets whom in the next round, and who has the bye; None where there is no complete pairing."""
    return _Round(so_far).paired()


class _Round:
    def __init__(self, so_far: SoFar) -> None:
        self.so_far = so_far
        self.players = sorted((p for p in so_far.players if not p.absent), key=lambda p: (-p.score, p.number))
        self.bye_score: Fraction | None = None

    def paired(self) -> tuple[frozenset[frozenset[int]], int | None] | None:
        if len(self.players) % 2:
            for score in sorted({p.score for p in self.players}):
                self.bye_score = score
                if self.complete(self.players):
                    break
            else:
                return None
        elif not self.complete(self.players):
            return None
        done: list[frozenset[int]] = []
        moved_down: list[Player] = []
        groups = [list(group) for _, group in groupby(self.players, key=lambda p: p.score)]
        for number, residents in enumerate(groups, 1):
            below = [player for group in groups[number:] for player in group]
            pairs = self.bracket(moved_down, residents, groups[number] if number < len(groups) else [], below)
            done += [frozenset((one.number, other.number)) for one, other in pairs]
            met = {player for pair in pairs for player in pair}
            moved_down = [player for player in (*moved_down, *residents) if player not in met]
        return frozenset(done), moved_down[0].number if moved_down else None

    # ------------------------------------------------------------------------------------- C1 to C5

    def legal(self, one: Player, other: Player) -> bool:
        if other.number in one.opponents:
            return False
        a, b = due(one), due(other)
        if a.strength is b.strength is Strength.ABSOLUTE and a.colour is b.colour:
            return self.top(one) or self.top(other)
        return True

    def top(self, player: Player) -> bool:
        played = self.so_far.played
        return played == self.so_far.rounds - 1 and 2 * player.score > played * self.so_far.win

    def bye(self, player: Player) -> bool:
        had = any(each.opponent is None and each.points >= self.so_far.win for each in player.rounds)
        return not had and player.score == self.bye_score

    def complete(self, players: Sequence[Player]) -> bool:
        if not players:
            return True
        first, rest = players[0], players[1:]
        if len(players) % 2 and self.bye(first) and self.complete(rest):
            return True
        return any(self.legal(first, other) and self.complete([p for p in rest if p is not other]) for other in rest)

    # ------------------------------------------------------------------------------------ candidates

    def candidates(self, moved_down: Sequence[Player], residents: Sequence[Player]) -> Iterator[Pairs]:
        """Give all candidates, those with most pairs first, else in the order of generation."""
        most = min((len(moved_down) + len(residents)) // 2, len(residents))
        for pairs in range(most, -1, -1):
            for of_moved_down in range(min(len(moved_down), pairs), -1, -1):
                # Sets of MDPs by their smallest differing number (4.4), transpositions of S2 (4.2), then the remainder.
                for s1 in combinations(moved_down, of_moved_down):
                    for s2 in permutations(residents, of_moved_down):
                        head = tuple(zip(s1, s2, strict=True))
                        left = [player for player in residents if player not in s2]
                        for tail in self.homogeneous(left, pairs - of_moved_down):
                            yield (*head, *tail)

    def homogeneous(self, players: Sequence[Player], pairs: int) -> Iterator[Pairs]:
        if 2 * pairs > len(players):
            return
        for s1, s2 in _exchanged(len(players), pairs):
            for transposed in permutations(s2, pairs):
                yield tuple((players[a], players[b]) for a, b in zip(s1, transposed, strict=True))

    def bracket(
        self,
        moved_down: Sequence[Player],
        residents: Sequence[Player],
        following: Sequence[Player],
        below: Sequence[Player],
    ) -> Pairs:
        best: tuple[object, Pairs] | None = None
        seen: set[frozenset[frozenset[int]]] = set()
        for candidate in self.candidates(moved_down, residents):
            as_set = frozenset(frozenset((a.number, b.number)) for a, b in candidate)
            if as_set in seen:
                continue
            seen.add(as_set)
            if not all(self.legal(one, other) for one, other in candidate):
                continue
            met = {player for pair in candidate for player in pair}
            floaters = [player for player in (*moved_down, *residents) if player not in met]
            if not self.complete([*floaters, *below]):
                continue
            failures = self.failures(candidate, floaters, residents, following, below)
            if best is None or failures < best[0]:  # type: ignore[operator]
                best = failures, candidate
        assert best is not None
        return best[1]

    # -------------------------------------------------------------------------------------- failures

    def failures(
        self,
        candidate: Pairs,
        floaters: Sequence[Player],
        residents: Sequence[Player],
        following: Sequence[Player],
        below: Sequence[Player],
    ) -> list[object]:
        score = residents[0].score
        found: list[object] = [len(floaters), sorted((p.score for p in floaters), reverse=True)]
        found.append(self.next_bracket(floaters, following, below))
        has_bye = len(floaters) == 1 and floaters[0].score == score == self.bye_score
        found.append(sum(each.opponent is None for each in floaters[0].rounds) if has_bye else 0)
        preferences = [(due(one), due(other)) for one, other in candidate]
        found.append(sum(_same(a, b) and min(a.imbalance, b.imbalance) > 1 for a, b in preferences))
        found.append(sum(_same(a, b) and _third(a, b) for a, b in preferences))
        found.append(sum(_same(a, b) for a, b in preferences))
        found.append(sum(_same(a, b) and _strong_lost(a, b) for a, b in preferences))
        for back in (1, 2):
            found.append(sum(p.score == score and self.floated(p, back) == "down" for p in floaters))
            found.append(sum(a.score > b.score and self.floated(b, back) == "up" for a, b in candidate))
        for back in (1, 2):
            again = [p.score for p in floaters if p.score > score and self.floated(p, back) == "down"]
            found.append(sorted(again, reverse=True))
            met = [a.score - b.score for a, b in candidate if a.score > b.score and self.floated(b, back) == "up"]
            found.append(sorted(met, reverse=True))
        return found

    def next_bracket(
        self, floaters: Sequence[Player], following: Sequence[Player], below: Sequence[Player]
    ) -> tuple[int, list[Fraction]]:
        """Return the fewest downfloaters, and their scores, that the next bracket can have (C8)."""
        if not following:
            return 0, []
        rest = [player for player in below if player not in following]
        best: tuple[int, list[Fraction]] | None = None
        for pairs in self.sets(list(floaters), list(following)):
            met = {player for pair in pairs for player in pair}
            left = [player for player in (*floaters, *following) if player not in met]
            value = len(left), sorted((player.score for player in left), reverse=True)
            if (best is None or value < best) and self.complete([*left, *rest]):
                best = value
        assert best is not None
        return best

    def sets(self, moved_down: list[Player], residents: list[Player]) -> Iterator[Pairs]:
        """Give all sets of pairs of a bracket."""
        if moved_down:
            first, *others = moved_down
            yield from self.sets(others, residents)
            for other in residents:
                if self.legal(first, other):
                    for more in self.sets(others, [p for p in residents if p is not other]):
                        yield ((first, other), *more)
        elif residents:
            first, *others = residents
            yield from self.sets([], others)
            for other in others:
                if self.legal(first, other):
                    for more in self.sets([], [p for p in others if p is not other]):
                        yield ((first, other), *more)
        else:
            yield ()

    def floated(self, player: Player, back: int) -> str | None:
        played = self.so_far.played
        if played < back:
            return None
        round_ = player.rounds[played - back]
        before = sum((each.points for each in player.rounds[: played - back]), Fraction(0))
        if round_.opponent is None:
            return "down" if round_.points > self.so_far.loss else None
        opponent = next(each for each in self.so_far.players if each.number == round_.opponent)
        other = sum((each.points for each in opponent.rounds[: played - back]), Fraction(0))
        return "down" if before > other else "up" if before < other else None


def _exchanged(number: int, pairs: int) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return S1 and S2 as they are and after each exchange, in the order of art. 4.3, by numbers in the bracket."""
    s1, s2 = range(pairs), range(pairs, number)
    found = []
    for size in range(pairs + 1):
        for out in combinations(s1, size):
            for come in combinations(s2, size):
                order = (size, sum(come) - sum(out), [-each for each in sorted(out, reverse=True)], sorted(come))
                first = tuple(sorted({*s1, *come} - set(out)))
                found.append((order, first, tuple(sorted({*s2, *out} - set(come)))))
    return [(first, second) for _, first, second in sorted(found, key=lambda each: each[0])]


def _same(a: Preference, b: Preference) -> bool:
    return a.colour is not None and a.colour is b.colour


def _third(a: Preference, b: Preference) -> bool:
    """Return whether one of two with the same absolute preference has a colour for the third time in a row."""
    if not a.strength is b.strength is Strength.ABSOLUTE:
        return False
    if a.imbalance == b.imbalance:
        return a.repeated is not None and a.repeated is b.repeated
    return (a if a.imbalance < b.imbalance else b).repeated is not None


def _strong_lost(a: Preference, b: Preference) -> bool:
    return Strength.STRONG in (a.strength, b.strength) and min(a.strength, b.strength) >= Strength.STRONG

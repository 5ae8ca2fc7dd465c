"""Best matchings: the pairs whose weights add up to the most, and whether everybody can be paired at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

__all__ = ["Edge", "best_matching", "can_all_be_paired"]

Edge = tuple[int, int]


def best_matching(edges: Mapping[Edge, int], *, everybody: bool = False) -> dict[int, int]:
    """Return the partners of a matching of the greatest total weight, both ways.

    Parameters
    ----------
    edges
        Whole numbers of any size: a list of wishes in order of importance can be one of them.
    everybody
        Pair as many as possible first, whatever that weighs.
    """
    # Only a pairing needs this library, and it takes longer to load than most commands take.
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in edges.items())
    found: Iterable[Edge] = networkx.max_weight_matching(graph, maxcardinality=everybody)
    return {a: b for one, other in found for a, b in ((one, other), (other, one))}


def can_all_be_paired(players: Collection[int], edges: Iterable[Edge]) -> bool:
    """Return whether these edges can pair each of the players."""
    partner: dict[int, int] = {}
    neighbours: dict[int, list[int]] = {player: [] for player in players}
    for one, other in edges:
        neighbours[one].append(other)
        neighbours[other].append(one)
    # Those with the fewest choices choose first: what is left then is mostly nothing.
    for player in sorted(players, key=lambda player: len(neighbours[player])):
        if player not in partner:
            free = [other for other in neighbours[player] if other not in partner]
            if free:
                other = min(free, key=lambda other: len(neighbours[other]))
                partner[player], partner[other] = other, player
    if len(partner) == len(neighbours):
        return True
    if len(neighbours) % 2 or not all(neighbours.values()):
        return False
    weighed = {(one, other): 1 for one, others in neighbours.items() for other in others if one < other}
    return len(best_matching(weighed, everybody=True)) == len(neighbours)

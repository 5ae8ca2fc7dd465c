"""Swiss pairing systems: from a tournament so far to the pairs of its next round. They need nothing else of ours."""

from liguilla.swiss.dutch import FideDutch
from liguilla.swiss.so_far import Colour, Pair, Player, Proposal, Provider, RoundOfPlayer, SoFar

__all__ = ["PROVIDERS", "Colour", "FideDutch", "Pair", "Player", "Proposal", "Provider", "RoundOfPlayer", "SoFar"]

PROVIDERS: dict[str, Provider] = {"fide_dutch": FideDutch()}
"""The pairing systems by the name that formats have for them."""

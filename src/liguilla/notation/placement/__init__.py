"""Results put into the places of a format: which stage and round each match belongs to."""

from liguilla.notation.placement.placing import Placement, place_results

__all__ = ["Placement", "place_results"]

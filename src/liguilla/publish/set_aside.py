"""Recorded matches that have no place in a changed world, as a page has to know them."""

from __future__ import annotations

from typing import Protocol

from liguilla.engine import Misfit

__all__ = ["SetAside"]


class SetAside(Protocol):
    """A match that was set aside: its id with the tournaments it is in, and what doesn't fit."""

    @property
    def id(self) -> str:
        """The id, such as ``apertura/F-1``."""

    @property
    def misfit(self) -> Misfit:
        """The match, and why it doesn't fit."""

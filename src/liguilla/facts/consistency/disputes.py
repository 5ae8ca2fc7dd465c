"""What sources are known to contradict each other about."""

from __future__ import annotations

from collections.abc import Iterator

from liguilla.errors import Problem
from liguilla.facts.consistency.saying import note
from liguilla.facts.facts import Facts
from liguilla.words import phrase

__all__ = ["disputed"]


def disputed(facts: Facts) -> Iterator[Problem]:
    """Yield each recorded dispute, as a note."""
    for dispute in facts.disputes:
        values = {"subject": dispute.subject, "claims": dispute.claims, "taken": dispute.taken}
        yield note(dispute, phrase("facts.disputed" if dispute.taken else "facts.disputed_open", **values))

"""Explanations in a document."""

from __future__ import annotations

from liguilla.engine import Explanation, Opponents
from liguilla.publish.documents.places import Document
from liguilla.words import say

__all__ = ["explanation_document", "opponents_document"]


def explanation_document(explanation: Explanation, language: str = "en") -> Document:
    """Return a statement, what it follows from, and so on down to the matches."""
    return {
        "text": say(explanation.says, language),
        "rule": explanation.rule,
        "source": explanation.source,
        "matches": list(explanation.matches),
        "because": [explanation_document(reason, language) for reason in explanation.because],
    }


def opponents_document(opponents: Opponents, language: str = "en") -> Document:
    """Return whom a team can still meet in a round."""
    return {
        "team": opponents.team,
        "round": opponents.round,
        "possible": list(opponents.possible),
        "certain": opponents.certain,
        "text": say(opponents.says, language),
    }

"""Results in the notations that people publish them in: read as they are written, and written again."""

from liguilla.notation.results.records import RecordedBye, RecordedGoal, RecordedMatch, Results, ResultsReading, Unread

__all__ = ["RecordedBye", "RecordedGoal", "RecordedMatch", "Results", "ResultsReading", "Unread"]

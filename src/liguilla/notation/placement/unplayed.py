"""What files of results say of matches and rounds that don't count as played: awards, annulments and byes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liguilla.facts import Annulment, Award, Bye
from liguilla.notation.placement.slots import HeadingReader
from liguilla.notation.results.records import RecordedMatch, Results

__all__ = ["annulment_of", "award_of", "byes_of"]


def award_of(recorded: RecordedMatch, id_: str, names: Mapping[str, str]) -> Award | None:
    """Return the award of a match; None where there is none, or where the file doesn't say to whom it went.

    No file tells when it was decided; before the day of the match it can't have been known.
    """
    if not recorded.awarded:
        return None
    day, origin = recorded.date, recorded.origin
    if recorded.lost_by_both:
        return Award(match=id_, lost_by=(names[recorded.home], names[recorded.away]), date=day, origin=origin)
    winner = names[recorded.awarded_to] if recorded.awarded_to is not None else None
    if recorded.score is None and winner is None:
        return None
    return Award(match=id_, score=recorded.score, winner=winner, date=day, origin=origin)


def annulment_of(recorded: RecordedMatch, id_: str) -> Annulment | None:
    """Return the annulment of a match that a file says is void; None of any other."""
    return Annulment(match=id_, date=recorded.date, origin=recorded.origin) if recorded.annulled else None


def byes_of(results: Results, reader: HeadingReader, names: Mapping[str, str]) -> Iterator[Bye]:
    """Give the byes of leagues. Those of a knock-out follow from its ties."""
    for bye in results.byes:
        meaning = reader.meaning(bye.headings)
        if len(meaning.slots) == 1 and meaning.slots[0].round is None:
            stage = ".".join((*meaning.slots[0].path, meaning.slots[0].stage))
            yield Bye(
                stage=stage, team=names[bye.team], matchday=meaning.matchday, points=bye.points, origin=bye.origin
            )

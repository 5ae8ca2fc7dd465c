"""From the results of a file to the facts of a competition: every match gets its stage and round.

Headings say where a match can belong. What they leave open is settled by the rules, stage by stage: a league takes as
many meetings of two teams as it asks for, and a tie the matches of the two teams that `play` says are in it. A match
that fits nowhere is reported and left out; nothing is forced into a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from liguilla.engine import State, misfits, play
from liguilla.errors import Origin, Problem, Severity
from liguilla.facts import Competition, Decision, Facts, Match
from liguilla.formats import Entered, Format, League
from liguilla.notation.competitions import KnownCompetition
from liguilla.notation.placement.calling import callings
from liguilla.notation.placement.drawing import drawn_as_played, waiting_for_a_draw
from liguilla.notation.placement.entries import Entry, match_of, when
from liguilla.notation.placement.facts import doubts_of, facts_of
from liguilla.notation.placement.fitting import round_for
from liguilla.notation.placement.grouping import Labels, labels_by_fixtures, labels_of_teams
from liguilla.notation.placement.onward import Meeting, in_no_tie, is_told, leads_to, met_in_rounds
from liguilla.notation.placement.reporting import left_out, may_go_on, unknown_headings
from liguilla.notation.placement.rulings import about, with_names
from liguilla.notation.placement.seeding import seeded_as_drawn, seeded_as_played
from liguilla.notation.placement.slots import HeadingReader, Slot, group_labels, slots_of
from liguilla.notation.placement.teams import Entrants, entrants_of
from liguilla.notation.placement.unplayed import byes_of
from liguilla.notation.results.records import Results
from liguilla.words import Listing, phrase

__all__ = ["Placement", "place_results"]

MOST_CALLINGS: Final = 64
"""Of more ways to call groups without names, it isn't looked up whether all lead to the same ties."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The facts that results say, played by a format; and what had to be left out, or was worked out."""

    facts: Facts
    problems: tuple[Problem, ...]


def place_results(
    results: Results,
    format_: Format,
    competition: KnownCompetition | None = None,
    decisions: Iterable[Decision] = (),
) -> Placement:
    """Return the facts of a season as a file of results tells them.

    Parameters
    ----------
    results
        Of one season of one competition.
    format_
        The rules of that season.
    competition
        What the library knows of the competition: its headings and its teams.
    decisions
        What was decided off the pitch, which no file of results tells. Their matches may be named by id or by the two
        teams: ``Bury - Gillingham``, with the day before it where they met there more than once.
    """
    entrants = entrants_of(results, competition)
    reader = HeadingReader(format_, competition)
    entries = [
        Entry(
            number,
            match,
            entrants.names[match.home],
            entrants.names[match.away],
            reader.meaning(match.headings),
        )
        for number, match in enumerate(results.matches)
    ]
    head = Competition(
        title=competition.name if competition else results.competition or "",
        season=results.season,
        format=format_.id,
        zone=competition.zone if competition else None,
    )
    problems = list(entrants.problems)
    named = (*with_names(decisions, entrants, problems), *byes_of(results, reader, entrants.names))
    lines = tuple(entrants.names[line] if line is not None else None for line in results.lines)
    facts = _Placing(format_, (), entries, entrants, results.groups, head, named, problems, lines).facts()
    return Placement(facts, (*problems, *unknown_headings(entries), *left_out(entries)))


_Tried = tuple["_Placing", Facts]
"""What comes of a way to call groups: everything in its place, and the facts."""


@dataclass(eq=False)
class _Placing:
    """One competition being placed: the whole season, or a tournament inside it."""

    format: Format
    path: tuple[str, ...]
    entries: Sequence[Entry]
    entrants: Entrants
    groups: Mapping[str, tuple[str, ...]]
    head: Competition
    decisions: tuple[Decision, ...]
    problems: list[Problem]
    lines: tuple[str | None, ...] = ()
    labels: Labels = field(init=False, default_factory=dict)
    meetings: Counter[tuple[str, frozenset[str]]] = field(init=False, default_factory=Counter)
    played: Counter[tuple[str, str]] = field(init=False, default_factory=Counter)

    def facts(self) -> Facts:
        """Place every match that has a place here or in a tournament inside; return all that is known then."""
        decisions = about(self.decisions, self.format.tournaments)
        self.decisions = decisions[""]
        inner = {
            name: replace(
                self, format=format_, path=(*self.path, name), entries=self._within(name), decisions=decisions[name]
            ).facts()
            for name, format_ in self.format.tournaments.items()
        }
        self.labels = labels_of_teams(
            self.format, self.path, self.entries, self.groups, self.entrants, self.decisions, self.problems
        )
        self.labels, grouped = labels_by_fixtures(self.format, self.path, self._open(), self.labels)
        return self._placed(inner) if grouped is None else self._called_as_played(inner, grouped)

    def _placed(self, inner: Mapping[str, Facts]) -> Facts:
        """Place what has a place, and return the facts."""
        self._by_headings()
        self._by_meetings()
        facts = self._by_ties(self._in_seed_order(self._known(inner)))
        balls = drawn_as_played(self.format, facts)
        if balls:
            self._say("draw_worked_out")
            self.decisions = (*self.decisions, *balls)
            facts = self._by_ties(self._known(inner))
        if self._may_wait():
            state = play(self.format, facts)
            self._say_what_waits(state)
            self.problems += may_go_on(state)
        self.problems += doubts_of(self.format, self.path, self.entries, self.decisions)
        return facts

    def _may_wait(self) -> bool:
        """Return whether something may wait that only playing shows: a tie, or a league without an end."""
        lists = any(isinstance(stage, League) and stage.fixtures for stage in self.format.stages.values())
        return lists or any(entry.round for entry in self.entries)

    def _say_what_waits(self, state: State) -> None:
        """Say which matches are in no tie yet: for want of a draw, or of what comes before them."""
        undrawn = waiting_for_a_draw(state)
        found: dict[str, list[Match]] = {}
        for match in in_no_tie(state):
            code = "draw_not_told" if (match.stage, match.round) in undrawn else "tie_not_known"
            found.setdefault(code, []).append(match)
        for code, matches in found.items():
            self._say(code, Severity.WARNING, matches[0].origin, n=len(matches))

    def _in_seed_order(self, facts: Facts) -> Facts:
        """Return facts with their teams in the order of seeds, if the sheet of a draw or the ties played tell it."""
        order = seeded_as_drawn(self.format, facts, self.lines)
        if order == ():
            self._say("byes_elsewhere", Severity.WARNING)
        elif order is None:
            order = seeded_as_played(self.format, facts)
            if order is not None:
                self._say("seeds_worked_out")
        if not order:
            return facts
        self.entrants = replace(self.entrants, teams={name: self.entrants.teams[name] for name in order})
        return self._known(facts.tournaments)

    def _called_as_played(self, inner: Mapping[str, Facts], grouped: str) -> Facts:
        """Call the groups that were worked out so that the ties which the rules make of them are those played.

        Where several ways to call them do so and lead to other ties from there on, that is said. Without any, the
        groups are called in the order of their first matches, which is said too.
        """
        in_order = self._trial({}, inner, grouped)
        ways = self._ways_to_call(*in_order, grouped)
        sound = self._sound(in_order, ways, inner, grouped)
        code, severity, (chosen, facts) = "groups_fit_nothing", Severity.WARNING, next(sound, in_order)
        if self._is_sound(chosen, facts):
            onward = self._onward(facts, grouped)
            if len(ways) > MOST_CALLINGS:
                told = chosen._is_headed(grouped) and is_told(onward, met_in_rounds(facts))
            else:
                told = all(self._onward(other, grouped) == onward for _, other in sound)
            code, severity = ("groups_worked_out", Severity.NOTE) if told else ("groups_not_told", severity)
        self._say(code, severity, labels=Listing(group_labels(self.format, self.format.stages[grouped])))
        self.problems += chosen.problems
        for entry, tried in zip(self.entries, chosen.entries, strict=True):
            entry.slot, entry.round = tried.slot, tried.round
        return facts

    def _ways_to_call(self, trial: _Placing, facts: Facts, grouped: str) -> tuple[Mapping[str, str], ...]:
        """Return the ways to call groups that contradict nothing on the face of it; of too many, one too many."""
        later = [entry for entry in trial.entries if entry.slot is None or entry.slot.stage != grouped]
        matches = [match_of(replace(entry, slot=Slot(self.path, "")), "") for entry in sorted(later, key=when)]
        standings = play(self.format, facts).ranked(grouped).standings
        return tuple(islice(callings(self.format, grouped, standings, matches), MOST_CALLINGS + 1))

    def _sound(
        self, in_order: _Tried, ways: Iterable[Mapping[str, str]], inner: Mapping[str, Facts], grouped: str
    ) -> Iterator[_Tried]:
        """Give what comes of the ways to call groups under which every match has its place."""
        if self._is_sound(*in_order):
            yield in_order
        for called in ways:
            if any(label != group for group, label in called.items()):
                tried = self._trial(called, inner, grouped)
                if self._is_sound(*tried):
                    yield tried

    def _onward(self, facts: Facts, grouped: str) -> frozenset[Meeting]:
        """Return what follows after the groups."""
        return frozenset(each for each in leads_to(play(self.format, facts)) if each.stage != grouped)

    def _trial(self, called: Mapping[str, str], inner: Mapping[str, Facts], grouped: str) -> _Tried:
        """Place everything with the groups of a league called otherwise."""
        trial = replace(self, entries=[replace(entry) for entry in self.entries], problems=[])
        teams = {team: called.get(label, label) for team, label in self.labels[grouped].items()}
        trial.labels = {**self.labels, grouped: teams}
        return trial, trial._placed(inner)

    def _is_sound(self, trial: _Placing, facts: Facts) -> bool:
        return not trial._open() and not misfits(play(self.format, facts))

    def _is_headed(self, grouped: str) -> bool:
        """Return whether headings say the round of each match that is not of a league."""
        return all(len(e.meaning.slots) == 1 for e in self.entries if e.slot is None or e.slot.stage != grouped)

    def _say(
        self, code: str, severity: Severity = Severity.NOTE, origin: Origin | None = None, **values: object
    ) -> None:
        first = self.entries[0].recorded.origin if self.entries else None
        self.problems.append(Problem(phrase(f"placing.{code}", **values), severity, origin or first))

    def _within(self, tournament: str) -> list[Entry]:
        """Return the matches that headings put into a tournament."""
        depth = len(self.path)
        return [
            entry
            for entry in self.entries
            if entry.meaning.slots
            and all(slot.path[depth : depth + 1] == (tournament,) for slot in entry.meaning.slots)
        ]

    def _slots(self, entry: Entry) -> list[Slot]:
        return [slot for slot in entry.meaning.slots if slot.path == self.path]

    def _open(self) -> list[Entry]:
        """Return the matches without a place that may belong here, in the order of play."""
        return sorted((e for e in self.entries if e.slot is None and self._slots(e)), key=when)

    def _by_headings(self) -> None:
        """Place the matches whose headings name one slot.

        A match below the heading of a league that has met as often as it should is not of that league: play-offs for a
        place in a group often stand there. The rules are left to find where it belongs.
        """
        for entry in self._open():
            if len(entry.meaning.slots) != 1:
                continue
            slot = entry.meaning.slots[0]
            stage = self.format.stages[slot.stage]
            if isinstance(stage, League) and not self._has_room(stage, entry):
                entry.meaning = replace(entry.meaning, slots=tuple(slots_of(self.format, self.path)))
            elif slot.round != "":
                self._place(entry, slot)
            elif entry.meaning.round is not None:
                self._place(entry, slot, entry.meaning.round)

    def _by_meetings(self) -> None:
        """Fill the leagues whose teams are known from the start, each with as many meetings as it asks for."""
        known = [stage for stage in self.format.stages.values() if isinstance(stage, League) and self._is_first(stage)]
        for entry in self._open():
            for slot in self._slots(entry):
                stage = self.format.stages[slot.stage]
                if stage not in known or not isinstance(stage, League):
                    break
                if self._same_group(stage, entry) and self._has_room(stage, entry):
                    self._place(entry, slot)
                    break

    def _is_first(self, stage: League) -> bool:
        """Return whether a league's teams, and its groups, don't depend on results."""
        if stage.groups is not None:
            return stage.id in self.labels
        return stage.entrants is None or all(isinstance(term, Entered) for term in stage.entrants.terms)

    def _same_group(self, stage: League, entry: Entry) -> bool:
        if stage.groups is None:
            return True
        labels = self.labels[stage.id]
        return labels.get(entry.home) is not None and labels.get(entry.home) == labels.get(entry.away)

    def _has_room(self, stage: League, entry: Entry) -> bool:
        if stage.meetings is not None:
            return self.meetings[stage.id, frozenset(entry.teams)] < stage.meetings
        most = stage.fixtures.matches if stage.fixtures else None
        return most is None or all(self.played[stage.id, team] < most for team in entry.teams)

    def _place(self, entry: Entry, slot: Slot, round_: str | None = None) -> None:
        entry.slot, entry.round = slot, round_ or slot.round
        if entry.stands:
            self.meetings[slot.stage, frozenset(entry.teams)] += 1
            for team in entry.teams:
                self.played[slot.stage, team] += 1

    def _by_ties(self, facts: Facts) -> Facts:
        """Place the rest as the rules say who meets whom, as long as that goes on."""
        state: State | None = None
        while waiting := self._open():
            state = play(self.format, facts, after=state)
            for entry in waiting:
                for slot in self._slots(entry):
                    round_ = round_for(state, slot, entry, self.entries, self._has_room)
                    if round_ is not None:
                        self._place(entry, slot, round_)
                        break
            if all(entry.slot is None for entry in waiting):
                break
            facts = self._known(facts.tournaments)
        return facts

    def _known(self, tournaments: Mapping[str, Facts]) -> Facts:
        return facts_of(
            self.format,
            self.path,
            self.entries,
            self.entrants,
            self.labels,
            self.head,
            self.decisions,
            tournaments,
        )

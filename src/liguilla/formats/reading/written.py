"""What may be written in a format file: every key, its type, its default and what it means.

These models check the structure of a file and are the JSON Schema that editors read. What the words mean, and
whether they fit each other, is found out when the tree is built of them.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import WithJsonSchema

from liguilla.formats.reading.keys import (
    AS_NEEDED,
    BY_SHAPE,
    BY_SHAPE_OR_AS_NEEDED,
    LIST,
    MAPPING,
    NUMBER,
    TEXT,
    Count,
    Exact,
    Id,
    Keys,
    Label,
    Number,
    Said,
    Selection,
    key,
    required,
)

__all__ = [
    "STAGES",
    "STEPS",
    "Apart",
    "Block",
    "Bonus",
    "By",
    "Carry",
    "Choice",
    "Choices",
    "Conduct",
    "Draw",
    "Entry",
    "Fixtures",
    "Format",
    "HeadToHead",
    "Knockout",
    "League",
    "Lookup",
    "Matches",
    "Points",
    "PositionIn",
    "Pot",
    "RankSum",
    "ResultOf",
    "Round",
    "Series",
    "Stage",
    "Table",
    "Tie",
    "Use",
]


def _one_of(definition: str) -> WithJsonSchema:
    """A value that is checked when its turn comes; the schema has its definition elsewhere."""
    return WithJsonSchema({"definition": definition})


Condition = str
Step = Annotated[Any, _one_of("Step")]
LadderStep = Annotated[Any, _one_of("LadderStep")]
Hosts = Annotated[Any, _one_of("Hosts")]
AnyStage = Annotated[Any, _one_of("Stage")]
AnyOutcome = Annotated[Any, _one_of("Outcome")]
AnyChoice = Annotated[Any, _one_of("AnyChoice")]

Ranking = Annotated[Annotated[str, TEXT] | Annotated[list[Step], LIST], BY_SHAPE]
Groups = Annotated[Annotated[str, TEXT] | Annotated[dict[str, Selection], MAPPING], BY_SHAPE]
EachMatch = list[Literal["score", "extra_time", "golden_goal", "silver_goal", "overtime", "shoot_out", "lots"]]

# -------------------------------------------------------------------------------------------- of the whole format


class Valid(Keys):
    """The seasons in which the rules were in force."""

    from_: Label | None = key("The first season", alias="from")
    to: Label | None = key("The last season")


Known = Annotated[
    Annotated[Literal["any", "high", "low"], TEXT] | Annotated[list[Label], LIST],
    BY_SHAPE,
]


class Entry(Keys):
    """How many teams take part, and what must be known about each."""

    count: Annotated[Annotated[Count, NUMBER] | Annotated[str, TEXT], BY_SHAPE] | None = key(
        "The number of teams, or a range such as 3-256"
    )
    know: dict[Id, Known] = key(
        "Facts about each team: a list of words, any (word), high or low (a number, and which is better)", {}
    )


class Points(Keys):
    """What results are worth: whole numbers, or fractions such as 1/2."""

    kind_of_key: ClassVar[str] = "result"

    win: Exact | None = key("A win")
    draw: Exact | None = key("A drawn match")
    loss: Exact | None = key("A loss")
    win_extra_time: Exact | None = key("A win after extra time; worth a win if not given")
    loss_extra_time: Exact | None = key("A loss after extra time; worth a loss if not given")
    win_shoot_out: Exact | None = key("A win in a shoot-out; worth a win if not given")
    loss_shoot_out: Exact | None = key("A loss in a shoot-out; worth a loss if not given")
    bye: Exact | None = key("A round without an opponent")


class Conduct(Keys):
    """What cards are worth; more is better, so they are negative."""

    kind_of_key: ClassVar[str] = "card"

    yellow: int | None = key("A yellow card")
    second_yellow: int | None = key("A second yellow card, which sends off")
    red: int | None = key("A red card")
    yellow_and_red: int | None = key("A yellow card and later a red one")


class Withdrawal(Keys):
    """What becomes of the matches of a team that withdraws, by how much of them it has played."""

    until: Exact | None = required("A share of the matches, such as 1/2")
    then: Literal["annul", "keep_played", "award_rest"] | None = required("If it played less than that")
    after: Literal["annul", "keep_played", "award_rest"] | None = required("If it played that much or more")


# ---------------------------------------------------------------------------------------------- steps of a ranking


class Conditional(Keys):
    """What some steps of a ranking have in common."""

    across: list[Count] = key(
        "Used only if the level teams lie across one of these lines: 1 is between first and second", []
    )
    at_end: bool = key("Used only once the stage is complete; before that they share", False)


class By(Conditional):
    """One criterion."""

    by: str | None = required("A criterion, such as goal_difference away")
    at_least: Count | None = key("Skipped unless every level team has so many such matches")


class HeadToHead(Conditional):
    """Steps over the matches among the teams level when this is entered."""

    head_to_head: list[Step] = required("The steps", [])
    then: Literal["continue", "restart"] = key("restart: teams still level work it again among themselves", "continue")
    needs: Literal["all_met", "all_played"] | None = key(
        "all_met: skipped unless every two have met; all_played: nor while a match among them is open"
    )


class TwoOrMore(Keys):
    """Two lists; the number of level teams chooses."""

    two: list[Step] = required("For two level teams", [])
    more: list[Step] = required("For more of them", [])


class Block(Conditional):
    """Steps over the same matches as outside, with their own way of going on."""

    block: Annotated[Annotated[list[Step], LIST] | Annotated[TwoOrMore, MAPPING], BY_SHAPE] = required(
        "The steps, or two lists: two, more", []
    )
    then: Literal["continue", "restart"] = key("restart: teams still level start the block again", "continue")
    one_place_at_a_time: bool = key("Only the best is placed; all the others start the block again", False)
    only_best_of: str | None = key("Only the best of each group of this stage stand for a place")


class Use(Keys):
    """The steps of a ranking with a name."""

    use: str | None = required("Its name under rankings")


class RankSum(Keys):
    """The sum of the ranks in several criteria; less is better."""

    rank_sum: list[str] = required("The criteria", [])
    among: str | None = required("teams, or a fact: ranks among the teams with the same value")


class PositionIn(Keys):
    """The place in another ranking."""

    position_in: str | None = required("A league or table")


class ResultOf(Keys):
    """Winner over loser where they met."""

    result_of: str | None = required("A knock-out")


STEPS: Final[dict[str, type[Keys]]] = {
    "by": By,
    "head_to_head": HeadToHead,
    "block": Block,
    "use": Use,
    "rank_sum": RankSum,
    "position_in": PositionIn,
    "result_of": ResultOf,
}
"""The steps that are mappings, by the key that tells them."""


# ---------------------------------------------------------------------------------------------- leagues and tables


class Until(Keys):
    """When a team has no more matches."""

    wins: Count | None = key("After so many wins")
    losses: Count | None = key("After so many losses")


class Fixtures(Keys):
    """The matches are facts: a list, or what a pairing provider proposes."""

    by: str | None = required("list, or a provider: fide_dutch")
    matches: Count | None = key("Matches of each team")
    home: Number | None = key("Home matches of each team")
    rounds: Count | None = key("Rounds that a provider pairs")
    until: Until | None = key("When a team has no more matches")


class Matches(Keys):
    """Matches from elsewhere that count."""

    of: Selection | None = required("A stage, or several")
    seasons: Count = key("Of so many seasons, this one included", 1)
    unbroken: bool = key("Only of a team's run of seasons that ends now", False)
    among: Literal["all", "entrants"] = key("All of them, or only those among the entrants", "all")
    against: Selection | None = key("Only those against these teams")


class Carry(Keys):
    """Points brought along from a stage instead of its matches."""

    points: str | None = required("The stage")
    times: Exact = key("Multiplied by", 1)
    round: Literal["up", "down", "none"] | None = key("What becomes of half points")


class Bonus(Keys):
    """Points for more than the result."""

    points: Exact | None = required("How many")
    for_: str | None = required("win away, loss by at most 7, at least 4 goals_for", alias="for")
    matches: Literal["all", "common_number"] = key(
        "common_number: only in a team's first k such matches, k the fewest any team has", "all"
    )


class Stage(Keys):
    """What every stage has."""

    id: Id = required("Its name in the format", "")
    kind: str = required("league, table, knockout, draw or lookup", "")
    name: Said | None = key("Its name on pages")
    when: Condition | None = key("A condition; if it is false the stage is void")


class Ranked(Stage):
    """What leagues and tables have."""

    entrants: Selection | None = key("Who takes part")
    groups: Groups | None = key("{A: selector, ...}, {by: fact}, a draw or grouped stage, or each STAGE range")
    matches: (
        Annotated[
            Annotated[str, TEXT] | Annotated[list[str], LIST] | Annotated[Matches, MAPPING],
            BY_SHAPE,
        ]
        | None
    ) = key("Matches of other stages that count; for a table the only ones")
    points: Points | None = key("What results are worth here, if not as in the whole format")
    carry: Carry | None = key("Points brought along instead of matches")
    rank_by: Ranking | None = required("The ranking, or the name of one")


class Table(Ranked):
    """A ranking of matches played elsewhere."""


class League(Ranked):
    """Matches, then a ranking."""

    meetings: Count | None = key("Everybody meets everybody of the group so many times")
    fixtures: Fixtures | None = key("Instead of meetings: the matches are facts")
    each_match: EachMatch = key("How one match gets its result", ["score"])
    bonus: list[Bonus] = key("Points for more than the result", [])
    seeds: str | None = key("Starting numbers for a provider: a stage, or given FACT")


# ------------------------------------------------------------------------------------------------------ knock-outs


class Apart(Keys):
    """How many teams with the same value of a fact may, and must, be together."""

    by: str | None = required("The fact")
    at_most: Number = key("No more than these", 1)
    at_least: Number = key("No fewer than these", 0)
    except_: dict[str, Number] = key("Other numbers for some values", {}, alias="except")
    unless: str | None = key("A fact and its value; teams that have it are free")


class BestOf(Keys):
    """A series that counts wins."""

    best_of: Count | None = required("The greatest number of matches, odd")


class Series(Keys):
    """How a tie is played and decided. Rounds inherit these keys from their stage, ties from their round."""

    legs: Annotated[Annotated[int, NUMBER] | Annotated[BestOf, MAPPING], BY_SHAPE] | None = key(
        "1, 2 or {best_of: 3}; 1 if not given"
    )
    hosts: Hosts | None = key("Who is at home: a word, or one for each leg")
    decide_by: list[LadderStep] | None = key("What is tried, in order, until the tie has a winner")
    each_match: EachMatch | None = key("For best of N: how one match gets its result")


Byes = Annotated[Annotated[Number, NUMBER] | Annotated[Literal["as_needed"], AS_NEEDED], BY_SHAPE_OR_AS_NEEDED]
Pairing = Literal["reseed", "bracket", "drawn", "in_order"]


class Tie(Series):
    """A tie listed in words."""

    id: Id = required("Its name in the format", "")
    teams: Selection | None = required("Who plays: two teams")
    name: Said | None = key("Its name on pages")
    when: Condition | None = key("A condition; if it is false the tie is void")


class Round(Series):
    """A round of a knock-out."""

    id: Id = required("Its name in the format", "")
    name: Said | None = key("Its name on pages")
    when: Condition | None = key("A condition; if it is false the round is void")
    teams: Selection | None = key("Who plays; else the winners of the round before, with byes and who enter")
    enter: Selection | None = key("Who joins here")
    byes: Byes | None = key("How many of the best seeds wait for the next round")
    pairing: Pairing | None = key("How the teams are paired")
    ties: list[Tie] | None = key("The ties in words, instead of pairing")
    together: str | None = key("A fact: two that share its value meet")
    apart: list[Apart] = key("A drawn round keeps some apart", [])


class Knockout(Stage, Series):
    """Ties, round after round."""

    entrants: Selection | None = key("Who starts")
    groups: Groups | None = key("Parallel brackets")
    seeds: str | None = key("Who is better: a stage, A + B, or given FACT; else the order of the entrants")
    winner_takes: Literal["own_seed", "better_seed"] = key("The seed a winner goes on with", "own_seed")
    lives: Literal[1, 2] = key("Out after so many defeats", 1)
    must_beat_twice: bool = key("With two lives: a second final if the unbeaten finalist loses", True)
    drops: list[Literal["same", "reversed", "halves_swapped", "halves_reversed"]] = key(
        "With two lives: where the losers of each upper round go; the last word repeats", []
    )
    byes: Byes | None = key("How many of the best seeds wait in each round")
    pairing: Pairing | None = key("How the teams of a round are paired")
    apart: list[Apart] = key("Drawn rounds keep some apart", [])
    rounds: Annotated[
        Annotated[Literal["as_needed"], AS_NEEDED] | Annotated[list[Round], LIST], BY_SHAPE_OR_AS_NEEDED
    ] = required("The rounds, or as_needed", [])


# ------------------------------------------------------------------------------------------------ draws and lookups


class Pot(Keys):
    """One team of a pot is drawn into every place it lists."""

    teams: Selection | None = required("The teams")
    into: list[Label] = required("The boxes; one with two places is listed twice", [])


class Draw(Stage):
    """Boxes filled by lot."""

    pots: list[Pot] = required("Pots, in the order in which they are drawn", [])
    apart: list[Apart] = key("What each box may hold", [])
    procedure: Literal["uniform", "sequential"] = key(
        "uniform: all valid results are equally likely; sequential: each ball to the first box that allows an end",
        "uniform",
    )


class Lookup(Stage):
    """Boxes filled from a printed table."""

    entrants: Selection | None = required("The teams; the groups they come from choose the row")
    columns: list[Label] = required("A box for each", [])
    rows: dict[str, list[Label]] | None = key("For each combination of groups the label in each column")
    csv: str | None = key("A file beside the format that holds the rows")


STAGES: Final[dict[str, type[Stage]]] = {
    "league": League,
    "table": Table,
    "knockout": Knockout,
    "draw": Draw,
    "lookup": Lookup,
}


# -------------------------------------------------------------------------------------------------------- outcomes


class Choice(Keys):
    """What a place may be filled from."""

    take: Selection | None = required("The teams")
    when: Condition | None = key("Passed over if it is false")
    because: Said | None = key("The reason given on pages")


class Choices(Keys):
    """Choices in order, for several places."""

    from_: list[AnyChoice] = required("The choices", [], alias="from")
    places: Count | None = key("How many; all there are, if not given")
    besides: list[str] = key("Outcomes whose teams are skipped", [])
    name: Said | None = key("Its name on pages")


# ------------------------------------------------------------------------------------------------------ the format


class Format(Keys):
    """A whole file."""

    name: Said | None = required("The title")
    source: str | None = required("Where the rules are from")
    valid: Valid | None = key("The seasons in which they were in force")
    extends: str | None = key("The format that this one starts from")
    sport: str = key("Words on pages, legal scores, periods", "football")
    teams: (
        Annotated[
            Annotated[Count, NUMBER] | Annotated[str, TEXT] | Annotated[Entry, MAPPING],
            BY_SHAPE,
        ]
        | None
    ) = key("How many teams, and what must be known about each")
    points: Points | None = key("What results are worth")
    conduct: Conduct | None = key("What cards are worth")
    rankings: dict[Id, list[Step]] = key("Rankings with names", {})
    tournaments: dict[Id, str] = key("Competitions inside this one, each with its format", {})
    other_competitions: dict[Id, Annotated[Annotated[str, TEXT] | Annotated[list[Id], LIST], BY_SHAPE]] = key(
        "Whose outcomes are used here: a format, or the names of the outcomes", {}
    )
    awarded_score: list[Number] | None = key("Of an awarded match, if the decision does not say more")
    withdrawal: (
        Annotated[
            Annotated[Literal["annul", "keep_played", "award_rest"], TEXT] | Annotated[Withdrawal, MAPPING],
            BY_SHAPE,
        ]
        | None
    ) = key("What becomes of the matches of a team that withdraws")
    stages: list[AnyStage] = required("The stages", [])
    outcomes: dict[Id, AnyOutcome] = required("Named places", {})
    never_both: list[list[str]] = key("Outcomes that one team can't have together", [])

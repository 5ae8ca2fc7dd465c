"""JSON documents: exact, complete, and the same in every language but for the words."""

import json
from collections.abc import Iterator
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest

from liguilla.engine import Explanation, Misfit, explain_tie, opponents
from liguilla.facts import Deduction, Match, Score
from liguilla.formats import FormatHead
from liguilla.publish import (
    ListedCompetition,
    Shelf,
    bracket_document,
    explanation_document,
    formats_document,
    opponents_document,
    play_document,
    schedule_document,
    scorers_document,
    table_document,
)
from liguilla.words import phrase
from tests.playing import league
from tests.publish.conftest import Season

DOCUMENTS = [play_document, table_document, bracket_document, scorers_document, schedule_document]


def stage(document: dict[str, Any], id_: str) -> dict[str, Any]:
    return next(each for each in document["stages"] if each["id"] == id_)


def test_a_row_has_every_figure_and_why_it_is_there(season: Season) -> None:
    table = stage(play_document(season())["tournaments"]["apertura"], "table")
    assert table["groups"][0]["rows"][3] == {
        "position": 4,
        "team": "Lobos BUAP",
        "played": 14,
        "won": 7,
        "drawn": 2,
        "lost": 5,
        "goals_for": 20,
        "goals_against": 17,
        "goal_difference": 3,
        "points": 23,
        "decided_by": "goal_difference",
        "reason": "Estudiantes Tecos before Lobos BUAP: goal difference +4 to +3",
        "rule": "stages.table.rank_by[1]",
        "adjustment": 0,
        "bonus": 0,
        "best": 4,
        "worst": 4,
    }


def test_a_tie_has_its_legs_and_why_it_ended_so(season: Season) -> None:
    liguilla = stage(play_document(season())["tournaments"]["apertura"], "liguilla")
    assert [round_["id"] for round_ in liguilla["rounds"]] == ["quarterfinals", "semifinals", "final"]
    assert liguilla["rounds"][0]["byes"] == ["Necaxa"]
    tie = liguilla["rounds"][1]["ties"][0]
    legs = tie.pop("legs")
    assert tie == {
        "id": "semifinals.1",
        "name": None,
        "teams": ["Necaxa", "Dorados"],
        "seeds": [1, 7],
        "aggregate": [3, 3],
        "wins": None,
        "winner": "Dorados",
        "decided_by": "away_goals",
        "reason": "3-3 on aggregate; Dorados go through on away goals, 2-1",
        "rule": "stages.liguilla.decide_by[1]",
        "matches": ["SF-1-1", "SF-1-2"],
        "waits": None,
        "unresolved": None,
        "void": None,
    }
    assert legs[1] == {
        "leg": 2,
        "home": "Necaxa",
        "away": "Dorados",
        "match": "SF-1-2",
        "kind": "leg",
        "if_needed": False,
        "date": "2012-11-24",
        "kickoff": "20:00",
        "zone": "America/Mexico_City",
        "status": "played",
        "score": [2, 2],
        "half_time": None,
        "extra_time": None,
        "kicks": None,
        "kicks_won_by": None,
    }


def test_a_season_has_its_outcomes_beside_its_tournaments(season: Season) -> None:
    document = play_document(season())
    assert document["outcomes"] == {"promoted": "La Piedad", "relegated": None}
    assert document["because"] == {"promoted": "won the promotion final", "relegated": None}
    assert document["tournaments"]["clausura"]["outcomes"] == {"champion": "Neza", "runner_up": "Necaxa"}
    assert {"where": "relegated", "text": "matches of 2 earlier seasons", "code": "earlier_seasons"} in document[
        "waiting"
    ]
    assert (document["unresolved"], document["void"], document["problems"], document["set_aside"]) == ([], [], [], [])


def test_a_place_without_a_team_is_null_and_a_list_says_why(season: Season) -> None:
    document = play_document(season("2012-11-18"), "es")
    apertura = document["tournaments"]["apertura"]
    final = stage(apertura, "liguilla")["rounds"][2]["ties"][0]
    assert final["teams"] == [None, None]
    assert final["winner"] is None
    assert apertura["outcomes"] == {"champion": None, "runner_up": None}
    assert {place["where"] for place in apertura["waiting"]} >= {"liguilla.final", "champion", "runner_up"}
    assert "apertura.liguilla.final" in {place["where"] for place in document["waiting"]}


def test_a_leg_ahead_has_its_host(season: Season) -> None:
    apertura = play_document(season("2012-11-18"))["tournaments"]["apertura"]
    hosts = [[leg["home"] for leg in tie["legs"]] for tie in stage(apertura, "liguilla")["rounds"][1]["ties"]]
    assert hosts == [["Dorados", "Necaxa"], ["La Piedad", "Lobos BUAP"]]


def test_level_teams_are_among_the_unresolved() -> None:
    document = play_document(league("points, lots", "A 1-1 B"))
    assert [(place["where"], place["among"]) for place in document["unresolved"]] == [
        ("table", ["A", "B"]),
        ("champion", ["A", "B"]),
    ]


def test_points_are_exact() -> None:
    halved = Deduction(stage="table", team="A", points=Fraction(-1, 2))
    rows = table_document(league("points, lots", "A 1-0 B", decisions=[halved]))["stages"][0]["groups"][0]["rows"]
    assert [(row["points"], row["adjustment"]) for row in rows] == [("5/2", "-1/2"), (0, 0)]


def test_scorers_have_the_frequency_with_two_decimals(season: Season) -> None:
    document = scorers_document(season().tournaments["apertura"])
    assert list(document) == ["scorers"]
    assert document["scorers"][0] == {
        "rank": 1,
        "player": "Gustavo A. Ramírez",
        "nationality": "PAR",
        "team": "Dorados",
        "goals": 4,
        "minutes": 331,
        "minutes_per_goal": 82.75,
    }
    last = document["scorers"][-1]
    assert (last["rank"], last["minutes"], last["minutes_per_goal"]) == (None, None, None)


def test_a_match_set_aside_says_why() -> None:
    match = Match("F-1", "cup", "A", "B", round="final", score=Score(1, 0))
    why, mend = (phrase("criteria.given", fact=words) for words in ("it belongs to no tie", "take it out"))
    lost = SimpleNamespace(id="apertura/F-1", misfit=Misfit(match, why, mend))
    document = play_document(league("points, lots", "A 1-0 B"), set_aside=[lost])
    assert document["set_aside"] == [
        {"where": "apertura/F-1", "text": "it belongs to no tie", "home": "A", "away": "B"}
    ]


def test_explanations_go_down_to_the_matches(season: Season) -> None:
    document = explanation_document(explain_tie(season().tournaments["apertura"], "final", "Dorados"))
    assert document["rule"] == "stages.liguilla.rounds.final.decide_by[1]"
    assert ["F-1"] in [reason["matches"] for reason in document["because"]]


def test_an_explanation_has_what_it_follows_from() -> None:
    reason = Explanation(phrase("criteria.given", fact="b"), matches=("M1",))
    whole = Explanation({"en": "a", "es": "á"}, (reason,), rule="stages.table.rank_by", source="art. 1")
    assert explanation_document(whole, "es") == {
        "text": "á",
        "rule": "stages.table.rank_by",
        "source": "art. 1",
        "matches": [],
        "because": [{"text": "b", "rule": None, "source": None, "matches": ["M1"], "because": []}],
    }


def test_opponents_are_listed(season: Season) -> None:
    found = opponents(season("2012-11-18").tournaments["apertura"], "Necaxa", "semifinals")
    document = opponents_document(found)
    assert (document["team"], document["round"], document["possible"], document["certain"]) == (
        "Necaxa",
        "semifinals",
        ["Dorados"],
        True,
    )


def test_formats_are_listed_with_where_they_are_kept() -> None:
    cup = FormatHead("cup-2012", "Cup", "made up for a test", valid_from="2012-13", at_least=4, at_most=8)
    other = FormatHead("plate", {"en": "Plate", "es": "Plato"})
    shelf = Shelf("mex", (ListedCompetition("cup", {"en": "The Cup", "es": "La Copa"}, (cup,)),), (other,))
    listed = formats_document([shelf], "es")
    assert listed["countries"] == [
        {
            "id": "mex",
            "name": "México",
            "competitions": [{"id": "cup", "name": "La Copa", "formats": ["cup-2012"]}],
            "others": ["plate"],
        }
    ]
    assert [(each["id"], each["name"]) for each in listed["formats"]] == [("cup-2012", "Cup"), ("plate", "Plato")]
    assert listed["formats"][0] == {
        "id": "cup-2012",
        "country": "mex",
        "name": "Cup",
        "sport": "football",
        "valid_from": "2012-13",
        "valid_to": None,
        "source": "made up for a test",
        "teams": [4, 8],
    }


def test_a_format_of_two_competitions_is_listed_once() -> None:
    cup = FormatHead("cup", "Cup")
    shelf = Shelf("eng", (ListedCompetition("one", "One", (cup,)), ListedCompetition("two", "Two", (cup,))))
    assert [each["id"] for each in formats_document([shelf])["formats"]] == ["cup"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_only_words_depend_on_the_language(season: Season, document: Any) -> None:
    english, spanish = (list(_leaves(document(season("2012-11-22"), language))) for language in ("en", "es"))
    words = {"competition", "name", "text", "reason", "waits", "void", "unresolved", "because"}
    assert [path for path, _ in english] == [path for path, _ in spanish]
    differing = {path for (path, one), (_, other) in zip(english, spanish, strict=True) if one != other}
    assert all(words & set(path) for path in differing)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_numbers_are_whole_but_for_the_frequency_of_goals(season: Season, document: Any) -> None:
    written = json.loads(json.dumps(document(season())))
    fractions = {path[-1] for path, value in _leaves(written) if isinstance(value, float)}
    assert fractions <= {"minutes_per_goal"}


def _leaves(thing: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    match thing:
        case dict():
            for key, value in thing.items():
                yield from _leaves(value, (*path, key))
        case list():
            for number, value in enumerate(thing):
                yield from _leaves(value, (*path, number))
        case _:
            yield path, thing

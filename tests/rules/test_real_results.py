"""Real results, where they are at hand: ties, ranks and champions as they were published."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from liguilla.engine import Decided, State, play, problems
from liguilla.errors import Severity
from liguilla.facts import Closing, Deduction, DrawnBall, Exclusion, Facts, Match, Score, Status, Team, Withdrawal
from liguilla.formats import Format, read_format
from liguilla.notation import FormatFiles
from tests.playing import Shelf, boxes, points, rules, table, ties

RESULTS = Path(__file__).parents[3] / "shared/data/results"

pytestmark = pytest.mark.skipif(not RESULTS.is_dir(), reason="the real results are not here")


class Library(Shelf):
    """Rules written here, then the formats that ship with Liguilla."""

    def text(self, name: str) -> str | None:
        return self.texts.get(name) or FormatFiles().text(name)


def extended(text: str) -> Format:
    return read_format("rules", Library({"rules": f"name: Rules\nsource: as that format\n{text}"}))


def errors(state: State) -> list[str]:
    return [problem.text() for problem in problems(state) if problem.severity is Severity.ERROR]


def champion(state: State) -> str:
    (place,) = state.outcomes["champion"].places
    assert isinstance(place, Decided)
    return place.team


# -------------------------------------------------------------------------------------------------- Football.TXT

_LINE = re.compile(
    r"\s+(?:\d+[:.]\d+\s+)?(?P<home>\S.*?)\s+(?:(?P<kicks>\d+-\d+) pen\. )?(?P<score>\d+-\d+)(?P<aet> a\.e\.t\.?)?"
    r"(?: \((?P<inner>[^)]*)\))?\s+(?P<away>\S.*?)(?:\s+@.*)?"
)
_DAY = re.compile(r"\[?(?:\w{3} )?[A-Z][a-z]{2}[/ ]\d+\]?")

Headings = Mapping[str, tuple[str, str | None]]


def football_txt(text: str, headings: Headings) -> Iterator[Match]:
    """Give the matches below these headings, each with its stage and round. Days are only numbered."""
    where: tuple[str, str | None] | None = None
    day = dt.date(2000, 1, 1)
    for number, line in enumerate(text.splitlines()):
        heading = line.strip("=▪ ").strip()
        if heading in headings:
            where = headings[heading]
        elif _DAY.fullmatch(line.strip()):
            day += dt.timedelta(days=1)
        elif where is not None and (found := _LINE.fullmatch(line)):
            last = _score(found["score"])
            yield Match(
                id=f"line-{number}",
                stage=where[0],
                round=where[1],
                home=found["home"],
                away=found["away"],
                date=day,
                status=Status.PLAYED,
                score=_score((found["inner"] or "").split(",")[0]) if found["aet"] else last,
                extra_time=last if found["aet"] else None,
                kicks=_score(found["kicks"]),
            )


def _score(text: str | None) -> Score | None:
    return Score(*map(int, text.split("-"))) if text else None


def entered(matches: tuple[Match, ...]) -> tuple[Team, ...]:
    return tuple(Team(name) for name in sorted({team for match in matches for team in match.teams}))


# ------------------------------------------------------------------------------------------------ Liga MX 2018-19


def liga_mx(half: str, until: str) -> State:
    text = (RESULTS / "openfootball/mexico/2018-19/1-ligamx.txt").read_text(encoding="utf-8")
    text = text[text.index(f"== {half}\n") :].partition(until)[0]
    rounds = {name: ("liguilla", name.lower()) for name in ("Quarterfinals", "Semifinals", "Final")}
    matches = tuple(football_txt(text, {half: ("table", None), **rounds}))
    return play(read_format("liga-mx-2014", FormatFiles()), Facts(teams=entered(matches), matches=matches))


def test_the_apertura_2018_of_liga_mx() -> None:
    state = liga_mx("Apertura", "== Clausura\n")
    assert errors(state) == []
    assert ties(state, "quarterfinals", "liguilla") == [
        "1 Cruz Azul - 8 Gallos Blancos: Cruz Azul (aggregate)",
        "2 CF América - 7 Deportivo Toluca: CF América (aggregate)",
        "3 Pumas UNAM - 6 UANL Tigres: Pumas UNAM (aggregate)",
        "4 Santos Laguna - 5 CF Monterrey: CF Monterrey (aggregate)",
    ]
    assert ties(state, "semifinals", "liguilla") == [
        "1 Cruz Azul - 5 CF Monterrey: Cruz Azul (better_seed)",
        "2 CF América - 3 Pumas UNAM: CF América (aggregate)",
    ]
    assert champion(state) == "CF América"


def test_four_ties_of_the_clausura_2019_go_to_the_better_seed() -> None:
    state = liga_mx("Clausura", "\x00")
    assert errors(state) == []
    played = [line for round_ in ("quarterfinals", "semifinals", "final") for line in ties(state, round_, "liguilla")]
    assert sum(line.endswith("(better_seed)") for line in played) == 4
    assert champion(state) == "UANL Tigres"


# ------------------------------------------------------------------------------------- Liga de Expansión 2021-22


def test_the_point_for_a_win_away_gives_the_pairs_that_were_played() -> None:
    """With a point for no win away, or for every one, other teams would have met."""
    text = (RESULTS / "openfootball/mexico/2021-22/2-ligaexpansionmx.txt").read_text(encoding="utf-8")
    headings = {"Apertura": ("table", None), "Reclassification": ("repechage", "repechage_match")}
    matches = tuple(football_txt(text.partition("== Clausura\n")[0].partition("\nQuarterfinals\n")[0], headings))
    teams = tuple(replace(team, facts={"barred": "no"}) for team in entered(matches))
    facts = Facts(teams=teams, matches=matches)
    state = play(read_format("liga-expansion-2021", FormatFiles()), facts)
    assert errors(state) == []
    assert [tie.partition(":")[0] for tie in ties(state, "repechage_match", "repechage")] == [
        "1 Pumas Tabasco - 8 Tepatitlán",
        "2 Leones Negros - 7 Correcaminos UAT",
        "3 TM Fútbol Club - 6 Mineros de Zacatecas",
        "4 Cimarrones de Sonora - 5 Venados FC",
    ]
    assert [points(state)[team] for team in ("Pumas Tabasco", "Leones Negros", "Tepatitlán")] == ["28", "27", "19"]
    for bonus in ("[]", "[{points: 1, for: win away}]"):
        other = extended(f"extends: liga-expansion-2021\nstages: [{{id: table, bonus: {bonus}}}]")
        assert errors(play(other, facts)) != []


# -------------------------------------------------------------------------- seasons that ended early, and withdrawals


def league_txt(file: str) -> tuple[Match, ...]:
    text = (RESULTS / "openfootball" / file).read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("Matchday"))
    return tuple(football_txt(text, {first: ("table", None)}))


def test_league_one_2019_20_is_in_the_order_of_points_for_each_match() -> None:
    matches = league_txt("england/2019-20/3-league1.txt")
    taken = Deduction(stage="table", team="Bolton Wanderers", points=Fraction(-12))
    decisions = (Closing(stage="table"), taken)
    facts = Facts(teams=entered(matches), matches=matches, decisions=decisions)
    order = [line.split(" ", 1)[1] for line in table(play(read_format("league-one-2019", FormatFiles()), facts))]
    assert order[:3] == ["Coventry City", "Rotherham United", "Wycombe Wanderers"]
    assert order[-3:] == ["Tranmere Rovers", "Southend United", "Bolton Wanderers"]
    by_points = extended("extends: league-one-2019\nstages: [{id: table, rank_by: [points, goal_difference, shared]}]")
    assert table(play(by_points, facts))[7].startswith("8 Wycombe Wanderers")


def test_reus_left_after_half_of_the_season_of_spain_2018_19() -> None:
    """What was played stands, and the rest is won 1-0 by the others: as the file has it, match by match."""
    text = (RESULTS / "openfootball/espana/2018-19/2-liga2.txt").read_text(encoding="utf-8")
    line = re.compile(r"\s+(?:\d+:\d+\s+)?(\S.*?)\s+v (\S.*?)\s+(\d+)-(\d+)(?: \(\d+-\d+\))?(?:\s+\[(awarded)\])?\s*")
    rows = [found.groups() for found in map(line.fullmatch, text.splitlines()) if found]
    assert len(rows) == 462
    rule = """
        awarded_score: [1, 0]
        withdrawal: {until: 1/2, then: annul, after: award_rest}
        stages: [{id: table, kind: league, meetings: 2, rank_by: [points, goal_difference, goals_for, lots]}]
        outcomes: {relegated: table bottom 4}
        """
    played_out, left = [], []
    for number, (home, away, scored, conceded, awarded) in enumerate(rows):
        whole = Match(f"M{number}", "table", home, away, status=Status.PLAYED, score=Score(int(scored), int(conceded)))
        played_out.append(whole)
        left.append(replace(whole, status=Status.SCHEDULED, score=None) if awarded else whole)
    teams = entered(tuple(left))
    gone = Withdrawal(stage="table", team="CF Reus Deportiu")
    as_filed = play(rules(rule), Facts(teams=teams, matches=tuple(played_out)))
    state = play(rules(rule), Facts(teams=teams, matches=tuple(left), decisions=(gone,)))
    assert errors(state) == []
    assert points(state) == points(as_filed)
    assert table(state)[-1] == "22 CF Reus Deportiu (withdrawal)"
    assert points(state)["CF Reus Deportiu"] == "21"


# ---------------------------------------------------------------------------------------------------- EURO 2016


@pytest.fixture(scope="module")
def euro() -> State:
    text = (RESULTS / "openfootball/euro/2016--france/euro.txt").read_text(encoding="utf-8")
    names = ("Round of 16", "Quarter-finals", "Semi-finals", "Final")
    ids = ("round_of_16", "quarterfinals", "semifinals", "final")
    headings: Headings = {f"Group {label}": ("group", None) for label in "ABCDEF"} | {
        name: ("finals", id_) for name, id_ in zip(names, ids, strict=True)
    }
    groups = {label: re.split(r"\s{2,}", row) for label, row in re.findall(r"^Group (\w) \| (.+?)\s*$", text, re.M)}
    teams = tuple(
        Team(team, facts={"pot": str(place), "host": "yes" if team == "France" else "no"})
        for row in groups.values()
        for place, team in enumerate(row, 1)
    )
    balls = [DrawnBall(stage="group_draw", box=label, team=team) for label, row in groups.items() for team in row]
    matches = tuple(football_txt(text, headings))
    facts = Facts(teams=teams, matches=matches, decisions=tuple(balls))
    return play(read_format("uefa-euro-2016", FormatFiles()), facts)


def test_the_groups_of_euro_2016(euro: State) -> None:
    assert errors(euro) == []
    assert table(euro, "group", "E")[:2] == ["1 Italy (head_to_head points)", "2 Belgium (head_to_head points)"]
    assert [line.split()[1] for line in table(euro, "thirds")[:4]] == ["Slovakia", "Ireland", "Portugal", "Northern"]


def test_the_row_of_the_printed_table_that_was_used_in_2016(euro: State) -> None:
    assert boxes(euro, "third_for") == {
        "1A": ["Ireland"],
        "1B": ["Northern Ireland"],
        "1C": ["Slovakia"],
        "1D": ["Portugal"],
    }


def test_the_finals_of_euro_2016(euro: State) -> None:
    assert ties(euro, "quarterfinals", "finals") == [
        "Poland - Portugal: Portugal (shoot_out)",
        "Wales - Belgium: Wales (score)",
        "Germany - Italy: Germany (shoot_out)",
        "France - Iceland: France (score)",
    ]
    assert ties(euro, "final", "finals") == ["Portugal - France: Portugal (extra_time)"]


# ----------------------------------------------------------------------------------------------------------- NFL

NFL = """
extends: nfl-2021
stages:
  - {id: season, fixtures: {by: list, matches: 16}}
  - id: play_offs
    groups:
      AFC: division_winners AFC 1-4 + others AFC 1-2
      NFC: division_winners NFC 1-4 + others NFC 1-2
    rounds:
      - {id: wild_card_round, byes: 2}
"""

CODES = {"WAS": "WSH", "JAC": "JAX", "STL": "LAR", "LA": "LAR", "SD": "LAC", "OAK": "OAK"}
"""The clubs as one file calls them, as the other does."""

PLAY_OFFS = (
    *[("play_offs", "wild_card_round")] * 4,
    *[("play_offs", "divisional_round")] * 4,
    *[("play_offs", "conference_championship")] * 2,
    ("super_bowl_stage", "super_bowl"),
)


def _rows(file: str) -> list[dict[str, str]]:
    with (RESULTS / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize(("season", "winner"), [(2014, "NE"), (2015, "DEN"), (2016, "NE")])
def test_the_ranks_and_seeds_of_the_nfl(season: int, winner: str) -> None:
    published = [row for row in _rows("nflverse/nflseedR/seeds.csv") if row["season"] == str(season)]
    games = [row for row in _rows("fivethirtyeight/nfl-elo-game/nfl_games.csv") if row["season"] == str(season)]
    games.sort(key=lambda row: row["date"])
    order = iter(PLAY_OFFS)
    matches = []
    for number, row in enumerate(games):
        stage, round_ = next(order) if row["playoff"] == "1" else ("season", None)
        score = Score(int(row["score1"]), int(row["score2"]))
        matches.append(
            Match(
                id=f"game-{number}",
                stage=stage,
                round=round_,
                home=row["team1"],
                away=row["team2"],
                date=dt.date.fromisoformat(row["date"]),
                status=Status.PLAYED,
                score=score,
            )
        )
    here = {team for match in matches for team in match.teams}
    name_of = {row["team"]: next(n for n in (row["team"], CODES.get(row["team"])) if n in here) for row in published}
    teams = tuple(
        Team(name_of[row["team"]], facts={"conference": row["conf"], "division": row["division"]}) for row in published
    )
    state = play(extended(NFL), Facts(teams=teams, matches=tuple(matches)))
    for row in published:
        standing = next(s for s in state.ranked("division").standings if s.label == row["division"])
        found = standing.row(name_of[row["team"]])
        assert found is not None
        assert found.position == float(row["div_rank"]), row["team"]
    seeds = {name_of[row["team"]]: int(float(row["seed"])) for row in published if row["seed"]}
    assert dict(state.knockout("play_offs").seeds) == seeds
    assert errors(state) == []
    assert champion(state) == winner


# ----------------------------------------------------------------------------------------------------------- AFL

FINALS = {
    "Qualifying Final": "week_one",
    "Elimination Final": "week_one",
    "Semi Final": "semifinals",
    "Preliminary Final": "preliminary_finals",
    "Grand Final": "grand_final",
}


PUT_OUT = {2013: (Exclusion(stage="ladder", team="Essendon", position=9),)}
"""In 2013 the seventh was put out of the finals by decision, and the ninth came in."""

WINNERS = [(2000, "Essendon"), (2004, "Port Adelaide"), (2008, "Hawthorn"), (2013, "Hawthorn")]


@pytest.mark.parametrize(("season", "winner"), WINNERS)
def test_the_final_eight_of_the_afl(season: int, winner: str) -> None:
    matches = []
    for number, row in enumerate(_rows(f"akareen/AFL-Data-Analysis/data/matches/matches_{season}.csv")):
        final = FINALS.get(row["round_num"])
        home, away = (
            6 * int(float(row[f"team_{side}_final_goals"])) + int(float(row[f"team_{side}_final_behinds"]))
            for side in (1, 2)
        )
        matches.append(
            Match(
                id=f"match-{number}",
                stage="finals" if final else "ladder",
                round=final,
                home=row["team_1_team_name"],
                away=row["team_2_team_name"],
                date=dt.date.fromisoformat(row["date"][:10]),
                status=Status.PLAYED,
                score=Score(home, away),
            )
        )
    number_of_teams = len(entered(tuple(matches)))
    format_ = extended(f"extends: afl-final-eight\nteams: {number_of_teams}")
    decisions = PUT_OUT.get(season, ())
    state = play(format_, Facts(teams=entered(tuple(matches)), matches=tuple(matches), decisions=decisions))
    assert errors(state) == []
    assert champion(state) == winner
    assert all(isinstance(tie.winner, Decided) for _, _, tie in state.ties())

"""A folder made of files of results says what a newcomer asks: which season, where from, how known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from liguilla.engine import play, problems
from liguilla.facts import DrawnBall, Facts, Lots, TeamFact, contradictions
from liguilla.formats import read_format
from liguilla.notation import FormatFiles, read_folder
from liguilla.notation.importing import import_seasons
from liguilla.notation.seasons import read_seasons

CUP = """= World Cup 1954

Group 1  |  Brazil   Yugoslavia    France          Mexico
Group 2  |  Hungary  West Germany  Turkey          South Korea
Group 3  |  Uruguay  Austria       Czechoslovakia  Scotland
Group 4  |  England  Switzerland   Italy           Belgium

▪ Group 1
16 June    Brazil         5-0                 Mexico
16 June    Yugoslavia     1-0                 France
19 June    Brazil         1-1 a.e.t. (1-1)    Yugoslavia
19 June    France         3-2                 Mexico
▪ Group 2
17 June    West Germany   4-1                 Turkey
17 June    Hungary        9-0                 South Korea
20 June    Hungary        8-3                 West Germany
20 June    Turkey         7-0                 South Korea
▪ Group 2 Play-off
23 June    West Germany   7-2                 Turkey
▪ Group 3
16 June    Uruguay        2-0                 Czechoslovakia
16 June    Austria        1-0                 Scotland
19 June    Uruguay        7-0                 Scotland
19 June    Austria        5-0                 Czechoslovakia
▪ Group 4
17 June    Switzerland    2-1                 Italy
17 June    England        4-4 a.e.t. (3-3)    Belgium
20 June    England        2-0                 Switzerland
20 June    Italy          4-1                 Belgium
▪ Group 4 Play-off
23 June    Switzerland    4-1                 Italy
▪ Quarter-finals
26 June    Uruguay        4-2                 England
26 June    Austria        7-5                 Switzerland
27 June    Brazil         2-4                 Hungary
27 June    West Germany   2-0                 Yugoslavia
▪ Semi-finals
30 June    West Germany   6-1                 Austria
30 June    Hungary        4-2 a.e.t. (2-2)    Uruguay
▪ Third place match
3 July     Austria        3-1                 Uruguay
▪ Final
4 July     West Germany   3-2                 Hungary
"""

LOTS = """decision,stage,teams,reason,source
lots,final_group,Brazil; Yugoslavia,drawn on the day,told
lots,final_group,Uruguay; Austria,drawn on the day,told
"""

TWO_TOURNAMENTS = """= Liga MX 2022/23

== Apertura
Matchday 1
[Fri Jul/1]
  21.05  Mazatlán FC              2-4 (0-2)  Puebla FC

== Clausura
Matchday 1
[Fri Jan/6]
  19.00  Club Necaxa              2-3 (1-2)  Atlético San Luis
"""

REPORT = """012 Four in a hall
001    1      First                             2720                             1.0    1     2 w 1
001    2      Second                            2701                             0.0    4     1 b 0
001    3      Third                             2697                             0.5    2     4 w =
001    4      Fourth                            2689                             0.5    3     3 b =
XXR 2
"""


def imported(
    text: str, tmp_path: Path, *, named: str | None = None, decisions: str = "", language: str = "en"
) -> Facts:
    """Return the facts of a folder that was made from a file of results, and one of decisions."""
    file, ruled = tmp_path / "results.txt", tmp_path / "decisions.csv"
    file.write_text(text, encoding="utf-8")
    ruled.write_text(decisions, encoding="utf-8")
    seasons = read_seasons([file], format_name=named, decisions=ruled if decisions else None).seasons
    import_seasons(seasons, tmp_path / "made", "https://example.org", language)
    return read_folder(tmp_path / "made").facts


def test_the_title_tells_the_season(tmp_path: Path) -> None:
    title = imported(CUP, tmp_path).competition.title
    assert title == {"en": "FIFA World Cup 1954", "es": "Copa Mundial de la FIFA 1954"}


def test_the_title_of_a_tournament_in_a_season_tells_which_it_is(tmp_path: Path) -> None:
    facts = imported(TWO_TOURNAMENTS, tmp_path)
    assert facts.competition.title == "Liga MX 2022-23"
    titles = {name: inner.competition.title for name, inner in facts.tournaments.items()}
    assert titles == {"apertura": "Liga MX 2022-23, Apertura", "clausura": "Liga MX 2022-23, Clausura"}


@pytest.mark.parametrize(
    ("language", "used_for"),
    [
        ("en", "results.txt: dates, teams and scores of 26 matches"),
        ("es", "results.txt: fechas, equipos y marcadores de 26 partidos"),
    ],
)
def test_the_source_says_what_it_was_used_for(language: str, used_for: str, tmp_path: Path) -> None:
    facts = imported(CUP, tmp_path, language=language)
    (source,) = facts.sources
    assert (source.id, source.url, source.used_for) == ("results", "https://example.org", used_for)
    assert {match.source for match in facts.matches} == {"results"}


def test_a_draw_that_was_worked_out_says_so_and_decisions_that_were_told_keep_their_source(tmp_path: Path) -> None:
    said = {(type(each), each.source, each.reason) for each in imported(CUP, tmp_path, decisions=LOTS).decisions}
    assert said == {
        (Lots, "told", "drawn on the day"),
        (DrawnBall, "results", "worked out from the ties that were played"),
    }


def test_a_report_with_other_rounds_than_the_format_brings_its_own_rules(tmp_path: Path) -> None:
    facts = imported(REPORT, tmp_path, named="fide-swiss")
    name = facts.competition.format
    assert name == "fide-swiss-2-rounds"
    league = read_format(name, FormatFiles(tmp_path / "made")).stages["swiss"]
    assert league.fixtures.rounds == 2  # type: ignore[union-attr]


def test_kickoffs_without_a_zone_are_said_once_for_a_tournament(tmp_path: Path) -> None:
    facts = imported(TWO_TOURNAMENTS, tmp_path).tournaments["apertura"]
    assert [problem.text() for problem in contradictions(facts)] == [
        'match "table-1-1": the kickoff 21:05 has no time zone, so it can\'t be told elsewhere. Fill in zone, such as '
        "America/Mexico_City"
    ]
    more = replace(facts.matches[0], id="table-1-2", date=date(2022, 7, 9))
    longer = replace(facts, competition=replace(facts.competition, ends=more.date), matches=(*facts.matches, more))
    assert [problem.text() for problem in contradictions(longer)] == [
        'match "table-1-1": the kickoff 21:05 has no time zone, nor have those of other matches (2 in all), so they '
        "can't be told elsewhere. Fill in zone, such as America/Mexico_City",
    ]


def test_a_fact_that_many_teams_lack_is_said_once(tmp_path: Path) -> None:
    facts = imported(CUP, tmp_path, decisions=LOTS)
    state = play(read_format("world-cup-1954", FormatFiles()), facts)
    assert [problem.text() for problem in problems(state)] == [
        "seeded of 16 teams is not known, Brazil the first of them; the format wants to know it. Add a column to "
        "teams.csv, or lines `fact` to decisions.csv"
    ]
    told = TeamFact(team="Brazil", fact="seeded", value="yes")
    one_less = play(state.format, replace(facts, decisions=(*facts.decisions, told)))
    assert [problem.text().split(" the first")[0] for problem in problems(one_less)] == [
        "seeded of 15 teams is not known, Yugoslavia"
    ]

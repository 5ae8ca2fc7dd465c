"""Teams, grounds and comments of Football.TXT, and the lines that are neither."""

import pytest

from liguilla.facts import Status
from liguilla.notation.results.football_txt.lines import Kind
from liguilla.notation.results.football_txt.reading import Reader
from tests.notation.results.football_texts import TITLE, match, said, season


@pytest.mark.parametrize(
    ("line", "home", "away"),
    [
        ("  15.30  1. FC Köln       2-1 (1-0)  1899 Hoffenheim", "1. FC Köln", "1899 Hoffenheim"),
        ("  15:30  1. FC Köln       v 1. FSV Mainz 05   2-1", "1. FC Köln", "1. FSV Mainz 05"),
        ("  US Salernitana 1919   0-0  SPAL 2013 Ferrara", "US Salernitana 1919", "SPAL 2013 Ferrara"),
        ("  Paris Saint-Germain (FRA) v Malmö FF (SWE)  2-0 (1-0)", "Paris Saint-Germain (FRA)", "Malmö FF (SWE)"),
        ("  Accrington FC (1878-1896)   2-2  Blackburn", "Accrington FC (1878-1896)", "Blackburn"),
        ("  Blackburn   2-2  Accrington FC (1878-1896)", "Blackburn", "Accrington FC (1878-1896)"),
        ("  Netherlands 2-0 (1-0)  Qatar", "Netherlands", "Qatar"),
        ("  Sunderland   1-1 March Town", "Sunderland", "March Town"),
        ("16 June 1860 München   1-1 Bern", "1860 München", "Bern"),
        ("\tLeeds\t2-1\tBury", "Leeds", "Bury"),
        ("  Leeds\xa0United  2-1  Bury", "Leeds United", "Bury"),
        ("  Leeds vs. Bury  2-1", "Leeds", "Bury"),
        ("(17) Tue Jun 17 16:00   Brazil - Mexico        @ Fortaleza", "Brazil", "Mexico"),
        ("  Côte d'Ivoire  0-0  S'brücken", "Côte d'Ivoire", "S'brücken"),
    ],
)
def test_names_with_figures_brackets_and_short_words(line: str, home: str, away: str) -> None:
    assert match(line).teams == (home, away)


def test_a_country_behind_a_name_stays_there_and_is_a_fact_of_the_team() -> None:
    results = season(f"{TITLE}  Malmö FF (SWE) v Bury  2-0\n  Accrington FC (1878-1896)  1-0  Bury\n")
    assert results.team_facts == {"Malmö FF (SWE)": {"country": "SWE"}}


@pytest.mark.parametrize(
    ("line", "ground"),
    [
        ("  Necaxa  2-1  Neza  @ Azteca, Mexico City", "Azteca, Mexico City"),
        ("June 8   @ London            Necaxa  1-1 Neza", "London"),
        ("June 26 16:00 @ Manchester, Old Trafford\n  Necaxa  1-1 Neza", "Manchester, Old Trafford"),
        ("  Necaxa  2-1  Neza  @ Paris (Stade de France)   # full", "Paris (Stade de France)"),
    ],
)
def test_the_ground_stands_behind_the_teams_or_before_them(line: str, ground: str) -> None:
    assert match(line).ground == ground


def test_the_ground_of_a_day_is_that_of_its_matches_until_the_next_day() -> None:
    results = season(f"{TITLE}June 8 @ London\n  A  1-1 B\n  C  1-1 D\nJune 9\n  E  1-1 F\n")
    assert [each.ground for each in results.matches] == ["London", "London", None]


def test_comments_beside_a_match_are_its_note() -> None:
    text = "  Necaxa  2-1  Neza   # 1A - 2B\n     # sent off: Karnhof (40),\n     #   Rehhagel (40)\n# of the file\n"
    assert match(text).note == "1A - 2B; sent off: Karnhof (40), Rehhagel (40)"


def test_a_remark_that_means_nothing_here_is_a_note() -> None:
    assert match("  Crystal Palace      0-0  Hitchin            [Both Qualified]").note == "Both Qualified"


def test_byes_are_kept() -> None:
    results = season(f"{TITLE}▪ Round 1\n  Queen's Park        bye   [last of the hat]\n\n  A  1-0  B\n")
    assert [(bye.team, bye.headings, bye.note) for bye in results.byes] == [
        ("Queen's Park", ("Round 1",), "last of the hat")
    ]
    assert len(results.matches) == 1


def test_referee_and_attendance_below_a_match_are_kept() -> None:
    found = match("  Boca  2-2  Palmeiras  (att: 50_580)\nReferee: Gustavo Méndez (URU)\n")
    assert (found.referee, found.attendance) == ("Gustavo Méndez (URU)", 50580)
    assert match("  Boca  2-2  Palmeiras\n   Attendance: 50 580\n").attendance == 50580


def test_line_ups_cards_and_kicks_are_understood_and_counted() -> None:
    text = f"""{TITLE}Denmark          2-0 Germany
    (Jensen 18', Vilfort 78')
  Denmark: Schmeichel, Sivebæk (Christiansen), K. Nielsen,
           Christofte, Povlsen
  GERMANY: Illgner, Helmer
  Penalties: 1-0 Masny,  1-1 Bonhof,
             5-3 Panenka
  Sent off: Pollák 60

Sweden  1-0  France
"""
    results = season(text)
    assert [each.teams for each in results.matches] == [("Denmark", "Germany"), ("Sweden", "France")]
    assert len(results.matches[0].goals) == 2
    assert said(text) == ["cup.txt:5: 6 lines of line-ups, cards or kicks were read, but aren't kept"]


def test_a_league_table_is_told_from_matches() -> None:
    text = f"{TITLE} 1  Manchester United  38  23 11  4  78-37  80\n 2.Chelsea 38  21  8  9  69- 33  71 [C]\n"
    assert season(text).matches == ()
    assert said(text) == ["cup.txt:3: 2 lines of league tables were left out: tables are worked out from the matches"]


def test_what_stands_in_a_comment_over_several_lines_is_no_result() -> None:
    text = f"{TITLE}<!-- Final Table:\n\n 1. A  2-1 B\n\n 2. C  30 1 2 3 4-5  6  -->\n  A  1-0  B\n"
    assert [each.score for each in season(text).matches] == [(1, 0)]
    assert said(text) == []


def test_every_line_is_of_one_kind() -> None:
    text = """\
= Cup 2018/19   # in Mexico

# Date       Fri Jul/20 2018 - Sun May/26 2019 (310d)
Group A  | Leeds   Bury
Matchday 1 | Jul 20
== Apertura
▪ Matchday 1
[Fri Jul/20]
  20.00  Leeds  2-1  Bury
     Smith 3'; Jones 4'
  Neza   bye
  Leeds  1-0  Bury
       (Smith 3')
  Referee: Pitana
  Leeds: Smith, Jones,
         Brown
 1  Leeds   2  2  0  0  3-1  6
--------
  what is this?
"""
    reader = Reader(text, "cup.txt")
    reader.read()
    assert [kind.value for kind in reader.kinds] == [
        *("title", "blank", "comment", "group", "round_dates", "heading", "heading", "date", "match", "goals", "bye"),
        *("match", "goals", "property", "line_up", "line_up", "table", "comment", "unread"),
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_whatever_ends_lines_and_a_mark_before_the_first_change_nothing(ends: str) -> None:
    text = ends.join(("\ufeff= Cup 2018/19", "", "Final", "[Sun May/26]", "  20.00  Leeds  2-1  Bury"))
    (found,) = season(text).matches
    assert (str(found.origin), found.headings, found.status) == ("cup.txt:5", ("Final",), Status.PLAYED)


def test_a_sign_that_looks_like_the_end_of_a_line_ends_none() -> None:
    reader = Reader(f"{TITLE}  Leeds\u2028 2-1  Bury\x0b\n  A 1-0 B", "cup.txt")
    reader.read()
    assert reader.kinds[2:] == [Kind.MATCH, Kind.MATCH]


def test_accents_in_two_characters_are_composed() -> None:
    assert match("  Malmo\u0308 FF  2-1  Bury").home == "Malmö FF"

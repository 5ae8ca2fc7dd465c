"""Plain tables of results: date, home, away, score, under headers in any of several languages."""

import datetime as dt
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liguilla.errors import Origin
from liguilla.facts import Score, Status
from liguilla.notation.results.plain import read, recognises, write
from liguilla.notation.results.records import RecordedMatch, Results
from liguilla.notation.results.table_words import plain_words
from tests.notation.results.reading import matches, only, said, unread

MEXICO = """\
Liga Premier de Veracruz 2023/24
Jornada;Fecha;Hora;Local;Visitante;Marcador;Descanso;Estadio
1;05/08/23;20:00;Tiburones;Halcones;2-1;1-0;"Luis ""Pirata"" Fuente"
1;13/08/23;18:00 h;Águilas;Leones;0 - 0;;
"""


def test_a_table_in_spanish() -> None:
    reading = read(MEXICO, "liga.csv")
    results = only(reading)
    assert (results.competition, results.season) == ("Liga Premier de Veracruz", "2023-24")
    first, second = results.matches
    assert (first.origin.line, first.headings, first.teams) == (3, ("Matchday 1",), ("Tiburones", "Halcones"))
    assert (first.date, first.kickoff, first.ground) == (dt.date(2023, 8, 5), dt.time(20), 'Luis "Pirata" Fuente')
    assert (first.score, first.half_time, first.status) == ((2, 1), (1, 0), Status.PLAYED)
    assert (second.score, second.half_time, second.kickoff) == ((0, 0), (0, 0), None)
    assert said(reading.problems, notes=True) == [
        "liga.csv:1: the lines above the columns are taken for the title: competition Liga Premier de Veracruz, season"
        " 2023-24",
        'liga.csv:2: taken for: "Jornada" matchday, "Fecha" date, "Hora" kickoff, "Local" home team, "Visitante" away'
        ' team, "Marcador" score, "Descanso" score at half time, "Estadio" ground. Rename a column that is something'
        " else",
        "liga.csv:4: Hora: '18:00 h' is no time of day, so the kickoff is not known. Write it such as 20:30",
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Date,Home,Away,Score",
        "date,home_team,away_team,result",
        "DATE,HomeTeam,AwayTeam,FT",
        "Fecha,Equipo local,Equipo visitante,Resultado",
        "Data,Mandante,Visitante,Placar",
        "Data,Squadra casa,Squadra ospite,Risultato",
        "Datum,Heim,Gast,Ergebnis",
        "Date,Équipe domicile,Équipe extérieur,Score",
        "Datum,Thuis,Uit,Uitslag",
        "Day,Team 1,Team 2,Full time",
        "Date,Team,Team,Score",
    ],
)
def test_headers_in_several_languages(header: str) -> None:
    (match,) = matches(read(f"{header}\n2024-03-14,Leeds,Bury,2-1\n", "t.csv"))
    assert (match.date, match.teams, match.score) == (dt.date(2024, 3, 14), ("Leeds", "Bury"), (2, 1))


def test_no_word_of_a_header_means_two_things() -> None:
    said_by = tomllib.loads(files("liguilla.notation.results").joinpath("table_words.toml").read_text("utf-8"))
    for section in ("columns", "parts", "fates", "truths", "sides"):
        meanings: dict[str, set[str]] = {}
        for meaning, words in said_by[section].items():
            for word in words:
                meanings.setdefault(plain_words(word), set()).add(meaning)
        assert {word: several for word, several in meanings.items() if len(several) > 1} == {}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators(separator: str) -> None:
    text = separator.join(("Date", "Home", "Away", "Score")) + "\n" + separator.join(("2024-03-14", "A", "B", "2-1"))
    assert [match.score for match in matches(read(text, "t.csv"))] == [(2, 1)]
    assert len(matches(read(f"sep={separator}\n{text}", "t.csv"))) == 1


def test_both_teams_in_one_column() -> None:
    text = "Date,Match,Score\n2024-03-14,Leeds v Bury,2-1\n2024-03-15,Bury - Leeds Utd.,1-1\n2024-03-16,A - B - C,0-0\n"
    reading = read(text, "t.csv")
    assert [match.teams for match in matches(reading)] == [("Leeds", "Bury"), ("Bury", "Leeds Utd.")]
    assert unread(reading) == [(4, "2024-03-16,A - B - C,0-0")]
    assert said(reading.problems) == [
        "t.csv:4: Match: 'A - B - C' names no two teams, so this row was left out. Write a v between them, such as"
        " Leeds v Bury"
    ]


def test_the_score_in_two_columns() -> None:
    text = "Date,Home,Goals,Goals,Away\n2024-03-14,Leeds,2,1,Bury\n2024-03-15,Bury,,,Leeds\n2024-03-16,A,PPD,PPD,B\n"
    reading = read(text, "t.csv")
    assert [match.score for match in matches(reading)] == [(2, 1), None, None]
    assert [match.status for match in matches(reading)] == [Status.PLAYED, Status.SCHEDULED, Status.POSTPONED]
    text = "Date,Home,Away,Home goals,Away goals,Result\n2024-03-14,Leeds,Bury,2,1,H\n"
    (match,) = matches(read(text, "t.csv"))
    assert (match.score, match.statistics) == ((2, 1), {"Result": "H"})


def test_all_that_a_row_can_say() -> None:
    text = (
        "Competition,Season,Stage,Group,Round,Leg,Date,Time,Zone,Home,Away,Score,HT,ET,Pens,Venue,City,Neutral,Referee,"
        "Attendance,Notes,xG,No\n"
        "Cup,2018,Finals,,Final,2,2018-06-01,20:00,Europe/London,Leeds,Bury,1-1,1-0,2-2,4-3,Elland Road,Leeds,no,"
        'M Dean,"40,123",rain,1.7,9\n'
    )
    results = only(read(text, "t.csv"))
    (match,) = results.matches
    assert (results.competition, results.season) == ("Cup", "2018")
    assert match == RecordedMatch(
        Origin("t.csv", 2),
        "Leeds",
        "Bury",
        ("Finals", "Final", "Leg 2"),
        dt.date(2018, 6, 1),
        dt.time(20),
        "Europe/London",
        Status.PLAYED,
        Score(1, 1),
        Score(1, 0),
        Score(2, 2),
        Score(4, 3),
        neutral=False,
        ground="Elland Road",
        city="Leeds",
        referee="M Dean",
        attendance=40_123,
        statistics={"xG": "1.7"},
        note="rain",
    )


def test_a_column_that_only_says_that_there_was_extra_time() -> None:
    text = "Date,Home,Away,Score,AET,Pens\n2024-03-14,Leeds,Bury,2-2,yes,Bury\n2024-03-15,Bury,Leeds,1-0,no,\n"
    first, second = matches(read(text, "t.csv"))
    assert (first.score, first.extra_time, first.kicks, first.kicks_won_by) == (None, (2, 2), None, "Bury")
    assert (second.score, second.extra_time, second.kicks_won_by) == ((1, 0), None, None)


def test_a_walkover_without_a_score_asks_for_whom() -> None:
    reading = read("Date,Home,Away,Score\n2024-03-14,Leeds,Bury,w/o\n", "t.csv")
    (match,) = matches(reading)
    assert (match.awarded, match.awarded_to, match.score) == (True, None, None)
    assert said(reading.problems) == [
        "t.csv:2: Score: this says that one team won without playing, but not which. Write the score, such as 3-0"
        " awarded, or add a column awarded to"
    ]
    (match,) = matches(read("Date,Home,Away,Score,Awarded to\n2024-03-14,Leeds,Bury,w/o,Bury\n", "t.csv"))
    assert (match.awarded, match.awarded_to) == (True, "Bury")


def test_what_became_of_a_match_in_a_column_of_its_own() -> None:
    text = "Date,Home,Away,Score,Status\n2024-03-14,A,B,,Postponed\n2024-03-15,A,B,1-0,FT\n2024-03-16,A,B,1-0,odd\n"
    reading = read(text, "t.csv")
    assert [match.status for match in matches(reading)] == [Status.POSTPONED, Status.PLAYED, Status.PLAYED]
    assert said(reading.problems) == [
        "t.csv:4: Status: 'odd' says nothing that is known of a match. Write postponed, abandoned, cancelled or awarded"
    ]


# Days that can be two.


def dated(*days: str) -> str:
    return "Date,Home,Away,Score\n" + "".join(f"{day},Team {number},Bury,1-0\n" for number, day in enumerate(days))


def test_which_number_is_the_month_is_settled_by_the_other_rows() -> None:
    assert [match.date for match in matches(read(dated("03/04/2024", "13/04/2024"), "t.csv"))] == [
        dt.date(2024, 4, 3),
        dt.date(2024, 4, 13),
    ]
    assert matches(read(dated("03/04/2024", "04/13/2024"), "t.csv"))[0].date == dt.date(2024, 3, 4)


def test_where_no_row_tells_the_day_is_not_known_and_is_asked_for() -> None:
    reading = read(dated("03/04/2024", "04/04/2024"), "t.csv")
    assert [match.date for match in matches(reading)] == [None, dt.date(2024, 4, 4)]
    assert said(reading.problems) == [
        "t.csv:2: Date: '03/04/2024' is one day or another, and no other row tells which of its numbers is the month;"
        " the date is not known. Write such as 2018-03-04"
    ]


def test_where_rows_contradict_each_other_only_what_is_certain_is_read() -> None:
    dates = [match.date for match in matches(read(dated("13/04/2024", "04/13/2024", "03/04/2024"), "t.csv"))]
    assert dates == [dt.date(2024, 4, 13), dt.date(2024, 4, 13), None]


# Headers with two meanings.


def test_fecha_is_a_matchday_where_there_are_numbers_in_it() -> None:
    (match,) = matches(read("Fecha,Local,Visitante,Marcador\n3,Boca,River,2-1\n", "t.csv"))
    assert (match.headings, match.date) == (("Matchday 3",), None)


def test_local_is_the_ground_where_another_column_is_the_home_team() -> None:
    text = "Data,Mandante,Visitante,Placar,Local\n14/03/2024,Santos,Bahia,2 x 1,Vila Belmiro\n"
    (match,) = matches(read(text, "t.csv"))
    assert (match.home, match.ground, match.score) == ("Santos", "Vila Belmiro", (2, 1))


def test_a_day_of_the_week_is_no_date() -> None:
    text = "Wk,Day,Date,Time,Home,Score,Away\n1,Fri,2023-08-11,20:00,Burnley,0–3,Man City\n"
    (match,) = matches(read(text, "t.csv"))
    assert (match.date, match.headings, match.score) == (dt.date(2023, 8, 11), ("Matchday 1",), (0, 3))
    assert match.statistics == {"Day": "Fri"}


def test_a_result_in_letters_is_no_score() -> None:
    text = "Date,Home,Away,Result,FT\n2024-03-14,Leeds,Bury,H,2-1\n"
    (match,) = matches(read(text, "t.csv"))
    assert (match.score, match.statistics) == ((2, 1), {"Result": "H"})


# Rows that are no matches.


def test_rows_of_one_cell_say_something_of_those_below() -> None:
    text = "Home,Away,Score\nJornada 1,,\n2024-03-14,,\nA,B,1-0\nC,D,\nJornada 2,,\nHome,Away,Score\nB,A,2-2\n"
    reading = read(text, "t.csv")
    assert [(match.headings, match.date, match.teams) for match in matches(reading)] == [
        (("Jornada 1",), dt.date(2024, 3, 14), ("A", "B")),
        (("Jornada 1",), dt.date(2024, 3, 14), ("C", "D")),
        (("Jornada 2",), None, ("B", "A")),
    ]
    assert said(reading.problems, notes=True)[-1].startswith("t.csv:2: 3 rows have a single cell, which is taken for")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("2024-03-14,Leeds,,2-1", "Away: the name of a team is missing, so this row was left out. Fill it in"),
        (",Leeds,,", "Away: the name of a team is missing, so this row was left out."),
        ("2024-03-14,Leeds,Bury,two", "Score: 'two' is no score, so this row was left out. Write it such as 2-1,"),
        (
            "2024-03-14,Leeds,Bury,02-Jan",
            "Score: '02-Jan' is a day, so this row was left out: a spreadsheet makes days",
        ),
        ("2024-03-14,Leeds,Bury,1-1 (4-2)", "Score: '1-1 (4-2)' is no score"),
        ('2024-03-14,"Leeds,Bury,2-1', "in the row that starts here a quote"),
    ],
)
def test_a_row_that_cannot_be_read_is_kept(row: str, problem: str) -> None:
    reading = read(f"Date,Home,Away,Score\n{row}\n2024-03-15,York,Bury,1-0\n", "t.csv")
    assert [match.home for match in matches(reading)] == ["York"]
    assert unread(reading) == [(2, row)]
    (line,) = said(reading.problems)
    assert line.startswith(f"t.csv:2: {problem}")


def test_seasons_and_competitions_in_columns() -> None:
    text = "Season,League,Home,Away,Score\n2018/19,A,X,Y,1-0\n2019/20,A,X,Y,1-0\nClausura 2020,B,X,Y,1-0\n"
    found = [(each.competition, each.season, each.matches[0].headings) for each in read(text, "t.csv").results]
    assert found == [("A", "2018-19", ()), ("A", "2019-20", ()), ("B", "2020", ("Clausura",))]


def test_names_are_kept_without_what_cannot_be_seen() -> None:
    (match,) = matches(read("Date,Home,Away,Score\n2024-03-14,A\x1b[31m\u2028B,Be\u0301ta,1-0\n", "t.csv"))
    assert match.teams == ("A [31m B", "Béta")


def test_what_is_recognised() -> None:
    assert recognises("x", MEXICO)
    assert recognises("x", "\n\nTitle\n\nHome;Away;Score\n")
    assert not recognises("x.csv", "Item,Price,Quantity\nmilk,1.20,2\n")
    assert not recognises("x.csv", "2024-03-14,Leeds,Bury,2-1\n")
    assert not recognises("x.csv", "position,team,played,points\n1,Leeds,3,9\n")
    assert not recognises("x.csv", "")


def test_cells_under_no_header_are_left_out_and_said() -> None:
    reading = read("Date,Home,Away,Score,\n2024-03-14,Leeds,Bury,2-1,x\n", "t.csv")
    lines = said(reading.problems, notes=True)
    assert any(line.startswith("t.csv:2: a column here has no name, so what is in it was left out.") for line in lines)
    assert matches(reading)[0].statistics == {}


# Written and read again.

NAMES = st.from_regex(r"[A-Z][a-zé. ,\"';]{1,8}[a-z]", fullmatch=True).map(lambda name: " ".join(name.split()))
PLACES = NAMES | st.none()
SCORES = st.builds(Score, st.integers(0, 20), st.integers(0, 20))
ZONES = st.sampled_from((None, "America/Mexico_City", "Etc/GMT+6"))


@st.composite
def recorded(draw: st.DrawFn, line: int) -> RecordedMatch:
    teams = draw(st.lists(NAMES, min_size=2, max_size=2))
    kickoff = draw(st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)))
    match = RecordedMatch(
        Origin("t.csv", line),
        *teams,
        headings=draw(st.lists(st.from_regex(r"[A-Z][a-z]{1,6}( [0-9])?", fullmatch=True), max_size=3).map(tuple)),
        date=draw(st.none() | st.dates(dt.date(1870, 1, 1), dt.date(2099, 12, 31))),
        kickoff=kickoff,
        zone=draw(ZONES) if kickoff else None,
        status=draw(st.sampled_from(Status)),
        neutral=draw(st.none() | st.booleans()),
        ground=draw(PLACES),
        city=draw(PLACES),
        referee=draw(PLACES),
        attendance=draw(st.none() | st.integers(0, 200_000)),
        note=draw(PLACES),
        statistics=draw(st.just({}) | st.fixed_dictionaries({"xG": st.sampled_from(("1.5", "0.2"))})),
    )
    if match.status not in (Status.PLAYED, Status.ABANDONED):
        awarded_to = draw(st.none() | st.sampled_from(match.teams)) if match.status is Status.SCHEDULED else None
        return replace(match, awarded_to=awarded_to, awarded=awarded_to is not None)
    score = draw(SCORES)
    return replace(
        match,
        score=score,
        half_time=Score(0, 0) if score == (0, 0) else draw(st.none() | SCORES),
        extra_time=draw(st.none() | SCORES),
        kicks=draw(st.none() | SCORES),
        kicks_won_by=draw(st.none() | st.sampled_from(match.teams)),
        awarded=draw(st.booleans()),
        annulled=draw(st.booleans()),
    )


@given(st.data(), st.integers(1, 5))
def test_what_is_written_is_read_as_it_was(data: st.DataObject, count: int) -> None:
    written = [data.draw(recorded(line)) for line in range(2, count + 2)]
    results = Results(("t.csv",), tuple(written), "Cup", "2018-19")
    assert only(read(write(results), "t.csv")) == results


def test_read_written_and_read_again() -> None:
    first = only(read(MEXICO, "liga.csv"))
    again = only(read(write(first), "liga.csv"))
    moved = [replace(match, origin=one.origin) for match, one in zip(again.matches, first.matches, strict=True)]
    assert (again.competition, again.season, moved) == (first.competition, first.season, list(first.matches))


def test_a_header_of_more_columns_than_are_read_does_no_harm() -> None:
    more = ",".join(f"c{number}" for number in range(1500))
    reading = read(f"Date,Home,Away,Score,{more}\n2018-08-17,Leeds,Bury,2-1{',x' * 1500}\n", "file.csv")
    assert [match.score for match in matches(reading)] == [(2, 1)]
    assert any("there are 1504 cells where the header has 1000" in line for line in said(reading.problems))
    # A file whose line ends were lost is one header, and nothing else.
    assert matches(read(f"Date,Home,Away,Score,{more}", "file.csv")) == []

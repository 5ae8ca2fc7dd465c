"""What each season of `competitions/` is there to show: who won, by which rule, and what waits."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from liguilla.cli import main
from liguilla.engine import Leg, State, TieResult, play, proposed_rounds, scorers
from liguilla.notation import read_folder
from liguilla.notation.writing import write_folder
from liguilla.words import say
from tests.playing import outcome, places, standing, told
from tests.seasons import COMPETITIONS, SEASONS, facts, played

FOUNDING = "ascenso-mx/2012-13"


def tie(state: State, round_: str, team: str) -> TieResult:
    """Return the tie of a team in a round."""
    return next(tie for _, each, tie in state.ties() if each.round.id == round_ and team in tie.known)


def reason(state: State, round_: str, team: str) -> str:
    """Return in words how a tie was decided."""
    return say(tie(state, round_, team).reason)


def decided(state: State, stage: str, team: str, group: str | None = None) -> str:
    """Return the place of a team, and in words what put it there among level teams."""
    row = standing(state, stage, group).row(team)
    assert row is not None
    return f"{row.position}: {say(row.reason)}" if row.reason else str(row.position)


# ---------------------------------------------------------------------------------------------------- all of them


def test_there_are_a_dozen_seasons_and_more_beside_the_founding_one() -> None:
    assert len(SEASONS) > 12
    assert FOUNDING in SEASONS


@pytest.mark.parametrize("season", SEASONS)
def test_nothing_is_wrong_with_a_season(season: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SEASONS[season])]) == 0
    assert ("warning" in capsys.readouterr().out) == (season == FOUNDING)  # the captain who scored for another club


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("season", SEASONS)
def test_a_season_is_played_on_a_page_in_every_language(
    season: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["play", str(SEASONS[season]), "--lang", language]) == 0
    page = capsys.readouterr().out
    assert page.startswith(say(facts(season).competition.title, language))


@pytest.mark.parametrize("season", SEASONS)
def test_a_season_that_is_read_written_and_read_again_is_the_same(season: str, tmp_path: Path) -> None:
    write_folder(facts(season), tmp_path / "again")
    assert read_folder(tmp_path / "again").facts == facts(season)


def test_the_page_about_the_competitions_lists_every_season() -> None:
    page = (COMPETITIONS / "README.md").read_text(encoding="utf-8")
    listed = {season for season, folder in SEASONS.items() if f"`{folder.relative_to(COMPETITIONS)}/`" in page}
    assert listed == set(SEASONS)


@pytest.mark.parametrize("season", SEASONS)
def test_every_fact_of_a_season_says_where_it_is_from_and_every_source_where_it_is_found(season: str) -> None:
    for each in (facts(season), *facts(season).tournaments.values()):
        known = {source.id for source in each.sources}
        named = [each.competition.source, *(match.source for match in each.matches)]
        named += [decision.source for decision in each.decisions]
        assert {id_ for source in named for id_ in (source or "?").split("; ")} <= known
    if season != FOUNDING:
        assert all(source.url and source.used_for for source in facts(season).sources)


def test_licences_that_want_a_notice_have_one() -> None:
    notice = (COMPETITIONS / "NOTICE.md").read_text(encoding="utf-8")
    for season in SEASONS:
        for source in facts(season).sources:
            if "NOTICE.md" in (source.used_for or ""):
                assert source.url is not None
                assert source.url in notice


# ------------------------------------------------------------------------------------------------- national teams


def test_world_cup_1954_a_play_off_and_not_goals_decides_second_place_and_lots_decide_first() -> None:
    state = played("world-cup/1954")
    assert decided(state, "final_group", "West Germany", "2") == "2: West Germany before Turkey: the result of play_off"
    rows = {row.team: row.goal_difference for row in standing(state, "final_group", "2").rows}
    assert (rows["West Germany"], rows["Turkey"]) == (-2, 4)
    assert decided(state, "final_group", "Uruguay", "3") == "1: Uruguay before Austria: the drawing of lots"
    assert outcome(state, "champion") == "West Germany"


def test_world_cup_1982_italy_go_on_with_one_goal_more_than_cameroon_and_win() -> None:
    state = played("world-cup/1982")
    assert decided(state, "group", "Italy", "1") == "2: Italy before Cameroon: goals scored 2 to 1"
    assert decided(state, "second_group", "Poland", "A").startswith("1: Poland before Soviet Union: goal difference")
    assert reason(state, "semifinals", "France") == "3-3; West Germany go through 5-4 on penalties"
    assert outcome(state, "champion") == "Italy"


def test_world_cup_2022_is_won_on_penalties_and_its_scorers_are_counted() -> None:
    state = played("world-cup/2022")
    assert decided(state, "group", "South Korea", "H") == "2: South Korea before Uruguay: goals scored 4 to 2"
    assert reason(state, "final", "France") == "3-3; Argentina win 4-2 on penalties"
    most = scorers(state)[:2]
    assert [(scorer.person, scorer.goals) for scorer in most] == [("Kylian Mbappé", 8), ("Lionel Messi", 7)]


def test_euro_1968_knows_the_toss_of_a_coin_and_a_replayed_final() -> None:
    state = played("uefa-euro/1968")
    assert reason(state, "semifinals", "Italy") == "0-0; Italy go through by the drawing of lots"
    assert reason(state, "final", "Italy") == "1-1; Italy win 2-0 in the replay"


def test_euro_2016_is_won_by_the_third_of_a_group() -> None:
    state = played("uefa-euro/2016")
    assert decided(state, "group", "Italy", "E") == "1: Italy before Belgium: head-to-head points 3 to 0"
    assert decided(state, "thirds", "Portugal") == "3: Portugal before Northern Ireland: goals scored 4 to 2"
    boxes = {label: told(box[0]) for label, box in state.stages["third_for"].boxes.items()}  # type: ignore[union-attr]
    assert boxes == {"1A": "Ireland", "1B": "Northern Ireland", "1C": "Slovakia", "1D": "Portugal"}
    assert outcome(state, "champion") == "Portugal"


# ----------------------------------------------------------------------------------------------------------- clubs


def _at_home(leg: Leg) -> str:
    assert leg.home is not None
    return told(leg.home)


def test_champions_league_2025_26_the_winner_takes_the_seed_of_the_beaten_and_the_final_waits() -> None:
    state = played("uefa-champions-league/2025-26")
    beaten, then = tie(state, "last_16", "Tottenham Hotspur FC"), tie(state, "quarterfinals", "FC Barcelona")
    assert (beaten.seeds, told(beaten.winner)) == ((4, 14), "Club Atlético de Madrid")
    assert (then.known, then.seeds) == (("Club Atlético de Madrid", "FC Barcelona"), (4, 5))
    assert [_at_home(leg) for leg in then.legs] == ["FC Barcelona", "Club Atlético de Madrid"]
    assert outcome(state, "champion") == "? the match between Arsenal FC and Paris Saint-Germain FC"
    assert decided(state, "league", "Paris Saint-Germain FC").startswith("11: Paris Saint-Germain FC before Newcastle")


def test_libertadores_2018_away_goals_count_until_the_final_and_a_match_is_awarded() -> None:
    state = played("copa-libertadores/2018")
    assert reason(state, "semifinals", "River Plate") == "2-2 on aggregate; River Plate go through on away goals, 2-1"
    assert tie(state, "final", "River Plate").decided_by == "extra_time"
    recorded = next(match for match in state.facts.matches if match.teams == ("Independiente", "Santos FC"))
    ruled = state.as_ruled(recorded)
    assert ruled.match is not None
    assert (str(recorded.score), str(ruled.match.score), ruled.kind) == ("0-0", "3-0", "awarded")


def test_liga_mx_apertura_2022_the_better_seed_goes_through_after_a_level_tie() -> None:
    state = played("liga-mx/2022-23").tournaments["apertura"]
    assert reason(state, "quarterfinals", "CF Pachuca") == (
        "2-2 on aggregate; CF Pachuca go through as the better seed, 4 to 5"
    )
    assert outcome(state, "champion") == "CF Pachuca"


def test_liga_mx_clausura_2023_a_barred_club_gives_up_its_place_and_a_decision_says_who_won() -> None:
    state = played("liga-mx/2022-23").tournaments["clausura"]
    table = standing(state)
    assert [table.rows[n].team for n in (9, 12)] == ["Gallos Blancos", "Santos Laguna"]
    entered = outcome(state, "qualified")
    assert "Santos Laguna" in entered
    assert "Gallos Blancos" not in entered
    assert tie(state, "repechage_match", "Santos Laguna").decided_by == "decision"
    assert tie(state, "final", "UANL Tigres").decided_by == "extra_time"
    unbarred = outcome(play(state.format, replace(state.facts, decisions=())), "qualified")
    assert "Gallos Blancos" in unbarred
    assert "Santos Laguna" not in unbarred


def test_premier_league_2011_12_is_won_on_goal_difference_and_needs_no_decider() -> None:
    state = played("premier-league/2011-12")
    assert decided(state, "table", "Manchester City") == (
        "1: Manchester City before Manchester United: goal difference +64 to +56"
    )
    assert state.knockout("title_decider").void is not None
    assert outcome(state, "champion") == "Manchester City"


def test_league_one_2019_20_is_ordered_by_points_per_match_and_its_play_offs_wait() -> None:
    state = played("league-one/2019-20")
    third, fourth = standing(state).rows[2:4]
    assert [(row.team, row.record.played, row.points) for row in (third, fourth)] == [
        ("Wycombe Wanderers", 34, 59),
        ("Oxford United", 35, 60),
    ]
    bolton = standing(state).row("Bolton Wanderers")
    assert bolton is not None
    assert (bolton.position, bolton.points, bolton.adjustment) == (23, 14, -12)
    before = play(state.format, facts("league-one/2019-20"), as_of=dt.date(2020, 6, 8))
    assert not standing(before).complete
    assert outcome(before, "champion") == "? table to be complete"
    assert outcome(state, "promoted") == ["Coventry City", "Rotherham United", "? the teams of the final"]


def test_la_liga_2012_13_has_no_two_clubs_level() -> None:
    rows = standing(played("la-liga/2012-13")).rows
    assert [row.decided_by for row in rows] == [None] * 20
    assert rows[0].points == 100


def test_la_liga_2018_19_is_ordered_by_the_matches_among_the_level_before_goal_difference() -> None:
    state = played("la-liga/2018-19")
    assert decided(state, "table", "Getafe CF") == (
        "5: Getafe CF before Sevilla FC: head-to-head goal difference +5 to -5"
    )
    rows = {row.team: row.goal_difference for row in standing(state).rows}
    assert rows["Getafe CF"] < rows["Sevilla FC"]
    assert rows["Real Valladolid"] < rows["RC Celta"]
    assert places(state)[15:17] == ["Real Valladolid", "RC Celta"]


def test_serie_a_2008_09_puts_the_winners_of_their_matches_before_those_with_more_goals() -> None:
    state = played("serie-a/2008-09")
    assert decided(state, "table", "Juventus") == "2: Juventus before Milan: head-to-head points 4 to 1"
    assert decided(state, "table", "Fiorentina") == "4: Fiorentina before Genoa: head-to-head points 4 to 1"
    assert outcome(state, "champions_league") == ["Inter", "Juventus", "Milan", "Fiorentina"]


def test_scottish_premiership_2024_25_the_seventh_stays_seventh_and_the_play_off_waits() -> None:
    state = played("scottish-premiership/2024-25")
    order = outcome(state, "final_order")
    assert order[5:7] == ["St. Mirren FC", "Heart of Midlothian"]
    points = {row.team: row.points for result in state.ranked("split").standings for row in result.rows}
    assert (points["St. Mirren FC"], points["Heart of Midlothian"]) == (50, 52)
    assert outcome(state, "play_off_place") == "? the teams of the play-off final"


# ---------------------------------------------------------------------------------------------------- other games


def test_afl_2010_the_grand_final_is_drawn_and_replayed_and_percentage_separates() -> None:
    state = played("afl/2010")
    assert decided(state, "ladder", "Sydney") == "5: Sydney before Fremantle: goal ratio 1.0827 to 1.0388"
    assert reason(state, "grand_final", "Collingwood") == "68-68; Collingwood win 108-52 in the replay"
    assert tie(state, "preliminary_finals", "Geelong").known == ("Collingwood", "Geelong")  # lost once, and went on


def test_nfl_2015_who_beat_the_others_is_first_and_plays_at_home() -> None:
    state = played("nfl/2015")
    assert places(state, "division_winners", "AFC") == [
        "Denver Broncos",
        "New England Patriots",
        "Cincinnati Bengals",
        "Houston Texans",
    ]
    assert decided(state, "division_winners", "Denver Broncos", "AFC").startswith(
        "1: Denver Broncos before New England Patriots: head-to-head wins over each of the others"
    )
    assert _at_home(tie(state, "conference_championship", "New England Patriots").legs[0]) == "Denver Broncos"
    assert outcome(state, "champion") == "Denver Broncos"


def test_a_swiss_tournament_waits_for_its_third_round_whose_pairs_are_proposed() -> None:
    state = played("fide-swiss/c5-2025")
    (proposal,) = proposed_rounds(state, "swiss")
    assert (proposal.pairs, proposal.bye) == ((("Player 1", "Player 5"), ("Player 3", "Player 2")), "Player 6")
    assert outcome(state, "champion") == "? Swiss tournament to be complete"

"""The page of time and the weeks beside one another, through real keys."""

import pytest

from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import footer, line_with, open_app, press, shows, write
from tests.store.workbooks import TODAY, aino, day, met, opened, visited
from valmentaja.model.activity import Activity, TimeKind, TimePlace
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.places import Home
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.employers.page import EmployerScreen
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.screens.week.bars import bar, bar_to
from valmentaja.screens.week.desk import WeekScreen
from valmentaja.screens.week.time_page import TimeScreen
from valmentaja.screens.week.unfinished import UnfinishedScreen
from valmentaja.screens.week.weeks_page import WeeksScreen
from valmentaja.screens.week.why import WhyScreen
from valmentaja.screens.widgets.fields import LineField
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store.activities import add_activity
from valmentaja.store.details import details_of
from valmentaja.texts import Language

BAR = "█" * 30


@pytest.fixture
def worked(empty: Home) -> Home:
    """A week: two visits with a way to one, a meeting with a client, records, training; and last week a visit."""
    with opened(empty) as book:
        who = aino(book)
        visited(
            book,
            "Aitta [/b]",
            client_id=who.id,
            minutes=60,
            place=TimePlace.WORKPLACE,
            travel_minutes=30,
            kilometres=18,
        )
        visited(book, "Kuura", purpose=Purpose.SUPPORT, minutes=30, day=day(-1))
        visited(book, "Puhelin", way=EmployerContactWay.PHONE, minutes=None, day=day(-1))
        met(book, who, minutes=60, place=TimePlace.OFFICE)
        for kind, minutes in ((TimeKind.RECORDS, 60), (TimeKind.DEVELOPMENT, 90)):
            add_activity(book, {"day": day(-1), "kind": kind, "minutes": minutes})
        visited(book, "Viime viikolla", day=day(-7), minutes=45)
    return empty


async def test_the_page_tells_the_share_drawn_against_the_goal_and_what_it_comes_from(worked: Home) -> None:
    async with open_app(worked, size=(120, 40)) as (app, pilot):
        await press(pilot, "4", "ctrl+t")
        assert isinstance(app.screen, TimeScreen)
        assert shows(app, "Työhön ja työnantajiin 50 %, tavoite 67 %, puuttuu 40 min")
        assert shows(app, "2 h, kun yhteistyön aikaa on 4 h")
        assert shows(app, "█" * 20 + "░")
        assert line_with(app, "työnantajat ja työn etsiminen").split()[4:6] == ["1", "h"]
        assert shows(app, "Toimiston ulkopuolella 50 % · matkoilla 30 min")
        assert not shows(app, "18 km")
        assert shows(app, "Yhdessä kirjauksessa ei ole kestoa.")
        assert "+ matka 30 min" in line_with(app, "Aitta [/b]")
        assert "1 h 30 min" in line_with(app, "oma kehittyminen")
        assert "2 h" in line_with(app, "Aino Kallio")


async def test_kilometres_are_told_only_where_they_are_wanted(worked: Home) -> None:
    with opened(worked) as book:
        change_setting(book, SETTINGS["kilometres"], "yes", TODAY)
    async with open_app(worked, size=(120, 40)) as (app, pilot):
        await press(pilot, "ctrl+t")
        assert shows(app, "18 km")


async def test_tab_goes_from_week_to_month_to_year_and_the_arrows_move(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "ctrl+t", "left")
        assert shows(app, "vko 47, ma 16.11.–22.11.2026, viime viikko")
        assert shows(app, "Viime viikolla")
        await press(pilot, "left")
        assert shows(app, "Tältä ajalta ei ole kirjauksia.")
        await press(pilot, "home", "tab")
        assert shows(app, "1.11.2026–30.11.2026")
        await press(pilot, "left")
        assert shows(app, "1.10.2026–31.10.2026")
        await press(pilot, "tab", "right")
        assert shows(app, "1.1.2027–31.12.2027")
        await press(pilot, "home")
        assert shows(app, "1.1.2026–31.12.2026")
        assert "now" not in footer(app)


async def test_a_year_is_drawn_by_months_and_a_month_by_weeks_and_enter_goes_closer(worked: Home) -> None:
    with opened(worked) as book:
        add_activity(book, {"day": day(-70), "kind": TimeKind.RECORDS, "minutes": 90})  # 15 September
    async with open_app(worked, size=(120, 40)) as (app, pilot):
        await press(pilot, "ctrl+t", "tab", "tab")
        assert shows(app, "kuukausittain")
        november, september = (line_with(app, f"{month} 2026, työhön") for month in ("marraskuu", "syyskuu"))
        assert " ".join(november.split()[3:]) == f"58 % 6 h 15 min × 7 {BAR}"
        assert " ".join(september.split()[3:]) == f"0 % 1 h 30 min × 1 {BAR[:7]}"
        assert line_with(app, "lokakuu 2026").split()[2:] == ["0", "min", "×", "0"]
        assert not shows(app, "elokuu 2026")
        assert not shows(app, "joulukuu 2026")
        await go_to_row(app, pilot, "month/202611")
        await press(pilot, "enter")
        assert shows(app, "1.11.2026–30.11.2026")
        assert shows(app, "viikoittain")
        assert line_with(app, "vko 47, ma 16.11., työhön 100 %").split()[7:10] == ["45", "min", "×"]
        await go_to_row(app, pilot, "week/202647")
        await press(pilot, "enter")
        assert shows(app, "vko 47, ma 16.11.–22.11.2026, viime viikko")
        assert not shows(app, "viikoittain")
        await press(pilot, "escape")
        assert not isinstance(app.screen, TimeScreen)


async def test_other_time_is_added_as_quickly_as_a_contact_and_taken_away(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "ctrl+t", "n", "tab")
        await write(pilot, "1,5 h")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: kirjaukset, 1 h 30 min (u kumoaa)")
        await go_to_row(app, pilot, "activity/")
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        await press(pilot, "escape", "delete")
        assert shows(app, "Poistettu: ajankäyttö (u kumoaa)")
    with opened(worked) as book:
        assert len(details_of(book, Activity, None)) == 2


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", "25 h on enemmän kuin vuorokausi. Mitään ei tallennettu."), ("en", "25 h is more than a day.")],
)
async def test_more_than_a_day_is_refused_at_once_and_stays_as_it_was_typed(
    worked: Home, language: Language, told: str
) -> None:
    async with open_app(worked, language=language) as (app, pilot):
        await press(pilot, "ctrl+t", "n", "tab")
        await write(pilot, "25 h")
        await press(pilot, "enter")
        assert shows(app, told)
        assert app.screen.query_one("#minutes", LineField).value == "25 h"
    with opened(worked) as book:
        assert len(details_of(book, Activity, None)) == 2


async def test_a_travel_is_asked_what_it_served_and_a_day_has_no_more_than_its_hours(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "ctrl+t", "n")
        assert not shows(app, "mitä matka palveli")
        await press(pilot, *("right",) * 3)
        assert shows(app, "mitä matka palveli")
        assert not shows(app, "kilometrit")
        await press(pilot, "tab")
        await write(pilot, "1400")
        await press(pilot, "enter")
        assert shows(app, "Vuorokaudessa on 24 tuntia")
        await press(pilot, "ctrl+u")
        await write(pilot, "x")
        await press(pilot, "enter")
        assert not isinstance(app.screen, TimeScreen)
        await press(pilot, "ctrl+u")
        await write(pilot, "25")
        await press(pilot, "enter")
        assert shows(app, "Kirjattu: matkat, 25 min")


async def test_a_row_of_time_opens_the_contact_and_a_client_its_page(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "ctrl+t")
        await go_to_row(app, pilot, "employer_contact/")
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        await press(pilot, "escape", "home")
        await go_to_row(app, pilot, "client/")
        await press(pilot, "enter")
        assert isinstance(app.screen, ClientScreen)


# The weeks


async def test_one_key_tells_what_was_counted_and_why_and_enter_opens_the_contact(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "4", "s")
        assert isinstance(app.screen, WhyScreen)
        assert "lasketaan" in line_with(app, "Aitta [/b]")
        assert "tukikäynti" in line_with(app, "Kuura")
        assert "ei kasvotusten" in line_with(app, "Puhelin")
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        await go_to_row(app, pilot, "/purpose")
        await press(pilot, "enter", "1", "escape")
        assert isinstance(app.screen, WhyScreen)


async def test_support_visits_count_where_the_coach_wants_it_so(worked: Home) -> None:
    with opened(worked) as book:
        change_setting(book, SETTINGS["tally_counts_support"], "yes", TODAY)
    async with open_app(worked) as (app, pilot):
        await press(pilot, "4", "s")
        assert shows(app, "lukuun laskettiin 2, tavoite 6")
        assert "lasketaan" in line_with(app, "Kuura")


async def test_twelve_weeks_stand_beside_one_another_with_their_numbers(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "4", "end", "up", "up", "enter")
        assert isinstance(app.screen, WeeksScreen)
        assert shows(app, "Paras vko 48: 1. Mediaani 1. Keskiarvo 1. Tavoite ei täyttynyt")
        assert line_with(app, "vko 47").split()[4:] == ["1/6", "████░░░░░░░░░░░░░░░░░░░░"]
        assert shows(app, "Ensimmäinen työnantajakontakti: vko 47.")
        assert not shows(app, "vko 46")
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, WhyScreen)
        assert shows(app, "vko 47, ma 16.11.")
        await press(pilot, "escape")
        assert isinstance(app.screen, WeeksScreen)


async def test_the_year_the_first_contacts_and_the_spread_are_parts_of_the_same_page(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "4", "end", "up", "up", "enter", "tab")
        assert shows(app, "Tavoite ei täyttynyt")
        await press(pilot, "left")
        assert shows(app, "vuosi 2025")
        assert shows(app, "Näiltä viikoilta ei ole kirjattu")
        await press(pilot, "right")
        await go_to_part(app, pilot, "first")
        assert "ennen kirjausten" in line_with(app, "Aino Kallio")
        assert not shows(app, "keskimäärin"), "the first employer was logged six weeks after the start"
        await press(pilot, "enter")
        assert isinstance(app.screen, ClientScreen)
        await press(pilot, "escape")
        await go_to_part(app, pilot, "spread")
        assert shows(app, "4 työnantajaa, 4 yhteydenottoa.")
        assert "kasvotusten 1" in line_with(app, "Kuura")
        await press(pilot, "enter")
        assert isinstance(app.screen, EmployerScreen)


async def test_the_pages_speak_english_too(worked: Home) -> None:
    async with open_app(worked, language="en") as (app, pilot):
        await press(pilot, "ctrl+t")
        assert shows(app, "Work and employers 50%, target 67%, 40 min short")
        await press(pilot, "escape", "4", "end", "up", "up", "enter")
        assert shows(app, "Best week 48: 1. Median 1. Mean 1. The target was not met in any week.")


@pytest.mark.parametrize(
    ("part", "whole", "drawn"),
    [(0, 6, ""), (3, 6, "█████"), (6, 6, "██████████"), (9, 6, "██████████"), (1, 1000, "█"), (1, 0, "")],
)
def test_a_bar_is_as_long_as_its_part_and_of_something_never_nothing(
    part: int, whole: int, drawn: str
) -> None:
    assert bar(part, whole, 10).plain == drawn


def test_a_bar_to_a_goal_shows_the_room_that_is_left() -> None:
    assert bar_to(2, 6, 6, 12).plain == "████░░░░░░░░"
    assert bar_to(8, 6, 8, 12).plain == "█" * 12


async def test_the_time_and_what_is_unfinished_open_at_the_week_and_today_stays_today(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "ctrl+t")
        assert isinstance(app.screen, TimeScreen)
        assert app.current_mode == "week"
        await press(pilot, "1")
        assert isinstance(app.screen, TodayScreen)
        await press(pilot, "4")
        assert isinstance(app.screen, TimeScreen)
        await press(pilot, "1", "ctrl+t", "escape")
        assert isinstance(app.screen, WeekScreen)
        await press(pilot, "1", ".")
        assert isinstance(app.screen, UnfinishedScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, WeekScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_form_stands_still_while_it_is_filled_in(worked: Home, size: tuple[int, int]) -> None:
    async with open_app(worked, size=size) as (app, pilot):
        await press(pilot, "ctrl+t", "n")
        stands = app.screen.query_one("#box").region
        assert shows(app, "Minuutit riittävät.")
        await press(pilot, "m")
        assert shows(app, "[matkat]")
        assert shows(app, "mitä matka palveli")
        await press(pilot, "tab", "4", "5")
        assert not shows(app, "Minuutit riittävät.")
        assert app.screen.query_one("#box").region == stands


async def test_a_line_of_choices_ends_between_two_of_them(worked: Home) -> None:
    async with open_app(worked) as (app, pilot):
        await press(pilot, "ctrl+t", "n", "o")
        assert shows(app, "[oma kehittyminen ja työnohjaus]")


async def test_a_week_is_named_whole_in_english_and_by_its_number_where_it_is_narrow(worked: Home) -> None:
    with opened(worked) as book:
        change_setting(book, SETTINGS["language"], "en", TODAY)
    for size, is_narrow in (((120, 40), False), ((80, 24), False), ((66, 24), True)):
        async with open_app(worked, language="en", size=size) as (app, pilot):
            await press(pilot, "4", "end", "up", "up", "enter")
            assert isinstance(app.screen, WeeksScreen)
            told = line_with(app, "week 47  " if is_narrow else "week 47 Mon 16 Nov  ")
            assert "1/6" in told
            assert ("Nov" in told) is not is_narrow

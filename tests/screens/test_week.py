"""The Week desk through real keys: the tally, its weeks, and the contacts under it."""

from datetime import datetime, time

import pytest

from tests.screens.running import HandClock, footer, line_with, open_app, page, press, shows, write
from tests.store.workbooks import TODAY, aino, day, opened, visited
from valmentaja.desks.week_contacts import week_contacts
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.model.week import Week
from valmentaja.places import Home
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.week.desk import WeekScreen
from valmentaja.screens.week.tally import MOST_SQUARES, squares


def week(app: Workbench) -> WeekScreen:
    """The desk, which is in sight."""
    shown = page(app)
    assert isinstance(shown, WeekScreen)
    return shown


@pytest.fixture
def busy(empty: Home) -> Home:
    """A week with a meeting for a client, one without, a support visit, a call and an unnamed one."""
    with opened(empty) as book:
        who = aino(book)
        visited(book, "Lounas-Aitta", client_id=who.id, purpose=Purpose.NEEDS, day=day(-1))
        visited(book, "Kahvila [/b] Kulma", at=time(9))
        visited(book, "Varasto Oy", purpose=Purpose.SUPPORT)
        visited(book, "Kirjasto", way=EmployerContactWay.PHONE, purpose=Purpose.OFFER)
        visited(book, "Viime viikolla", day=day(-7))
    return empty


async def test_it_opens_on_this_week_with_the_number_beside_its_target(busy: Home) -> None:
    async with open_app(busy) as (app, pilot):
        await press(pilot, "4")
        assert "työpäiviä jäljellä 3/5" in line_with(app, "vko 48, ma 23.11.–29.11.2026, tämä viikko")
        assert "■■□□□□  2/6" in line_with(app, "Työnantajatapaamisia")
        assert "neljän viikon keskiarvo 0,75" in line_with(app, "Työnantajatapaamisia")


async def test_what_does_not_count_stands_beside_the_number(busy: Home) -> None:
    async with open_app(busy) as (app, pilot):
        await press(pilot, "4")
        assert "tapaaminen 3 · puhelu 1" in line_with(app, "tapa  ")
        assert "tarpeet 1 · esittely 1 · tuki 1 · kirjaamatta 1" in line_with(app, "tarkoitus  ")
        assert "asiakkaan asialla 1 · ilman asiakasta 3" in line_with(app, "asiakas  ")
        assert "tukikäyntejä 1 · kiitoskäyntejä 0" in line_with(app, "ei luvussa")


async def test_the_contacts_stand_under_it_day_by_day_and_enter_opens_the_employer(busy: Home) -> None:
    async with open_app(busy) as (app, pilot):
        await press(pilot, "4")
        assert "tapaaminen, tarpeet, Aino Kallio" in line_with(app, "Lounas-Aitta")
        assert line_with(app, "Lounas-Aitta").split()[:2] == ["ma", "23.11."]
        assert line_with(app, "Kahvila [/b] Kulma").split()[:2] == ["ti", "24.11."]
        assert line_with(app, "Kirjasto").split()[0] == "Kirjasto"
        await press(pilot, "down", "enter")
        assert shows(app, "Kahvila [/b] Kulma")
        assert page(app).desk == "employers"
        await press(pilot, "escape")
        assert isinstance(page(app), WeekScreen)


async def test_a_contact_with_an_unnamed_employer_says_so_and_opens_nothing(empty: Home) -> None:
    with opened(empty) as book:
        visited(book, "", new_employer=None)
        assert [one.employer for one in week_contacts(book, Week.of(TODAY))] == [None]
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4")
        assert shows(app, "nimetön")
        await press(pilot, "enter")
        assert shows(app, "Kirjauksessa ei ole työnantajaa.")


async def test_weeks_go_by_with_the_arrows_and_home_is_this_one(busy: Home) -> None:
    async with open_app(busy) as (app, pilot):
        await press(pilot, "4", "left")
        assert shows(app, "vko 47, ma 16.11.–22.11.2026, viime viikko")
        assert shows(app, "Viime viikolla")
        assert not shows(app, "työpäiviä jäljellä")
        await press(pilot, "left")
        assert "Työnantajatapaamisia  □□□□□□  0/6" in line_with(app, "0/6")
        assert shows(app, "Tältä viikolta ei ole kirjattu")
        assert "explain" not in footer(app)
        await press(pilot, "home", "right")
        assert shows(app, "vko 49, ma 30.11.–6.12.2026, ensi viikko")
        assert shows(app, "vasta edessä")


async def test_any_week_is_opened_by_its_number_or_a_day_in_it(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4")
        for typed, number in (("47", 47), ("vko 40", 40), ("16.11.", 47), ("eilen", 48), ("2025-W52", 52)):
            await press(pilot, "i")
            await write(pilot, typed)
            assert shows(app, f"vko {number}, "), typed
            await press(pilot, "enter")
            assert week(app).week.number == number


@pytest.mark.parametrize("typed", ["60", "joskus", "30.2."])
async def test_a_week_that_is_none_is_refused_and_can_be_mended(empty: Home, typed: str) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4", "i")
        await write(pilot, typed)
        await press(pilot, "enter")
        assert shows(app, typed)
        await press(pilot, "ctrl+u", "4", "5", "enter")
        assert week(app).week.number == 45


async def test_holidays_are_named_and_are_no_working_days(empty: Home) -> None:
    with opened(empty) as book:
        book.execute("DELETE FROM holiday")
        book.execute("INSERT INTO holiday (day, fi, en) VALUES ('2026-11-25', 'juhlapäivä', 'feast')")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4")
        assert "juhlapäivä ke 25.11." in line_with(app, "pyhäpäivä")
        assert shows(app, "työpäiviä jäljellä 2/4")


async def test_an_empty_week_teaches_what_will_stand_there_and_the_key_to_begin(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4")
        assert shows(app, "painamalla k")
        assert shows(app, "□□□□□□  0/6")
        assert not shows(app, "asiakas  ")


async def test_what_is_logged_elsewhere_is_there_at_once(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "4")
        with opened(empty) as other:
            visited(other, "Uusi tuttavuus")
        await app.pulse()
        await pilot.pause()
        assert shows(app, "Uusi tuttavuus")
        assert shows(app, "■□□□□□  1/6")
        await press(pilot, "u")
        assert shows(app, "□□□□□□  0/6")


async def test_on_monday_the_open_page_is_the_new_weeks(empty: Home) -> None:
    clock = HandClock(datetime(2026, 11, 29, 23, 59))
    async with open_app(empty, clock=clock) as (app, pilot):
        await press(pilot, "4")
        assert week(app).week.number == 48
        clock.forward(minutes=2)
        await app.pulse()
        await pilot.pause()
        assert week(app).week.number == 49


async def test_wide_screens_have_the_contacts_beside_the_tally(busy: Home) -> None:
    async with open_app(busy, size=(120, 40)) as (app, pilot):
        await press(pilot, "4")
        assert "Lounas-Aitta" in line_with(app, "vko 48, ma 23.11.")


async def test_the_desk_speaks_english_too(busy: Home) -> None:
    async with open_app(busy, language="en") as (app, pilot):
        await press(pilot, "4")
        assert "3 of 5 working days left" in line_with(app, "this week")
        assert "mean of four weeks 0.75" in line_with(app, "Meetings with employers")


@pytest.mark.parametrize(
    ("done", "target", "drawn"),
    [(0, 6, "□□□□□□"), (4, 6, "■■■■□□"), (8, 6, "■" * 8), (99, 6, "■" * MOST_SQUARES), (0, 40, "□" * 20)],
)
def test_squares_are_full_for_each_meeting_and_empty_up_to_the_target(
    done: int, target: int, drawn: str
) -> None:
    assert squares(done, target).plain == drawn

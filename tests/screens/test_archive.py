"""What was done today, and on the days before, with real keys."""

from datetime import datetime, timedelta

from tests.screens.running import HandClock, footer, line_with, open_app, press, screen_text, shows
from tests.store.workbooks import aino, day, met, opened, visited
from valmentaja.places import Home
from valmentaja.screens.my_work.leave_page import LeaveScreen
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.today.archive import ArchiveScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.store.details import Given, add_detail
from valmentaja.store.diary import write_diary
from valmentaja.store.steps import StepWords, finish_step, plan_own_step
from valmentaja.store.workbook import Workbook


def at(days: int, hour: int, minute: int) -> HandClock:
    """A clock that stands so many days after `TODAY`."""
    return HandClock(datetime(2026, 11, 24, hour, minute) + timedelta(days=days))


def two_days(home: Home) -> None:
    """A client and a visit yesterday; a meeting, a visit and a line in the diary today."""
    with opened(home, now=at(-1, 15, 5)) as book:
        aino(book)
        visited(book, "Varasto Oy", day=day(-1))
    with opened(home, now=at(0, 8, 30)) as book:
        met(book, aino(book, "Pekka Salo"))
        visited(book, "Lounas-Aitta")
        _diary(book)


def _diary(book: Workbook) -> None:
    write_diary(book, day(0), "Hyvä aamu.", load=None, energy=None, heading="klo 8.30")


def told(app: object) -> list[str]:
    """The sentences in the list, as they stand there."""
    lines = (line.strip() for line in screen_text(app)[4:-3])
    return [line for line in lines if line]


async def test_what_was_done_today_is_there_newest_first(empty: Home) -> None:
    two_days(empty)
    async with open_app(empty, clock=at(0, 9, 10)) as (app, pilot):
        await press(pilot, "d")
        assert shows(app, "Tehty ti 24.11.2026")
        assert [line.split(maxsplit=1) for line in told(app)] == [
            ["8.30", "Päiväkirjaan kirjoitettu 24.11.2026"],
            ["8.30", "Työnantajakontakti kirjattu 24.11.2026: Lounas-Aitta"],
            ["8.30", "Yhteys kirjattu 24.11.2026: Pekka Salo"],
            ["8.30", "Asiakas lisätty: Pekka Salo"],
        ]
        assert shows(app, "4 asiaa")


async def test_left_and_right_go_to_other_days_but_not_ahead(empty: Home) -> None:
    two_days(empty)
    async with open_app(empty, clock=at(0, 9, 10), language="en") as (app, pilot):
        await press(pilot, "d")
        assert "later" not in footer(app)
        await press(pilot, "left")
        assert shows(app, "Done Mon 23 Nov 2026")
        assert shows(app, "15:05")
        assert shows(app, "Varasto Oy")
        await press(pilot, "left")
        assert shows(app, "Nothing was recorded on this day.")
        await press(pilot, "right")
        assert shows(app, "Varasto Oy")
        await press(pilot, "left", "home", "right")
        assert shows(app, "Done Tue 24 Nov 2026")


async def test_an_empty_day_teaches(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "d")
        assert shows(app, "Tänään ei ole vielä kirjattu mitään.")
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_u_takes_back_the_newest_and_the_list_shows_it(empty: Home) -> None:
    two_days(empty)
    async with open_app(empty, clock=at(0, 9, 10)) as (app, pilot):
        await press(pilot, "d", "down", "u")
        assert shows(app, "Kumottu: päiväkirjaan kirjoitettu 24.11.2026")
        assert len(told(app)) == 3
        await press(pilot, "u")
        assert shows(app, "Kumottu: työnantajakontakti kirjattu 24.11.2026: Lounas-Aitta")
        assert len(told(app)) == 2
        await press(pilot, "j")
        assert line_with(app, "8.30").endswith("Lounas-Aitta")


async def test_enter_opens_what_it_is_about(empty: Home) -> None:
    two_days(empty)
    async with open_app(empty, clock=at(0, 9, 10)) as (app, pilot):
        await press(pilot, "d", "down", "enter")
        assert shows(app, "Lounas-Aitta")
        assert not isinstance(app.screen, ArchiveScreen)
        await press(pilot, "escape", "down", "enter")
        assert shows(app, "Pekka Salo")
        await press(pilot, "escape")
        assert isinstance(app.screen, ArchiveScreen)


async def test_the_coach_own_steps_and_leave_are_in_it_and_open(empty: Home) -> None:
    with opened(empty, now=at(0, 8, 30)) as book:
        step = plan_own_step(book, StepWords("varaa työnohjausaika", day(0), day(0)))
        finish_step(book, step.id, day(0))
        values: dict[str, Given] = {"from_on": day(20), "until_on": day(27), "planned_on": day(0)}
        add_detail(book, "leave", owner_id=None, about="", values=values)
    async with open_app(empty, clock=at(0, 9, 10)) as (app, pilot):
        await press(pilot, "d")
        assert shows(app, "3 asiaa")
        await press(pilot, "enter")
        assert isinstance(app.screen, LeaveScreen)
        await press(pilot, "escape", "down")
        assert "varaa työnohjausaika" in " ".join(told(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        assert shows(app, "varaa työnohjausaika")


async def test_a_written_day_opens_in_the_diary_and_the_archive_is_left(empty: Home) -> None:
    two_days(empty)
    async with open_app(empty, clock=at(0, 9, 10)) as (app, pilot):
        await press(pilot, "d", "enter")
        assert app.current_mode == "diary"
        assert shows(app, "Hyvä aamu.")
        await press(pilot, "escape", "1")
        assert isinstance(app.screen, TodayScreen)


async def test_a_contact_with_nobody_named_has_no_page(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "k", "enter", "d", "enter")
        assert shows(app, "Tällä kirjauksella ei ole omaa sivua.")


async def test_what_another_window_does_shows_up(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "d")
        with opened(empty, now=HandClock()) as book:
            visited(book, "Varasto Oy")
        await app.pulse()
        await pilot.pause()
        assert shows(app, "Varasto Oy")


async def test_a_strange_name_is_only_a_name(empty: Home) -> None:
    with opened(empty, now=HandClock()) as book:
        visited(book, "[/b]\x1b]0;x\x07 🦊 \u202enurin " + "pitkä " * 60)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "d")
        assert all(len(line) <= 80 and "\x1b" not in line for line in screen_text(app))
        assert shows(app, "[/b]␛]0;x␇")

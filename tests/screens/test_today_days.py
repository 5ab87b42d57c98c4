"""The days of Today: the list as it was on days behind, read only; and from today the week ahead."""

from datetime import time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.cli.running import Coach
from tests.screens.running import footer, line_with, open_app, press, screen_text, shows, write
from tests.screens.test_today import ORDER
from tests.screens.today_desk import beside, client_id, in_focus, standing, told_in_list
from tests.store.workbooks import TODAY, day, opened
from valmentaja.places import Home
from valmentaja.screens.appointments.page import AppointmentScreen
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.employers.page import EmployerScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.today.archive import ArchiveScreen
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.screens.today.explanation import ExplanationScreen
from valmentaja.screens.today.week_ahead import WeekAheadScreen
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.booking import AppointmentWords, book_appointment
from valmentaja.store.details import add_detail


async def test_the_list_of_a_day_behind_is_that_of_the_command_line(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    coach = Coach(Path(small.folder), monkeypatch)
    async with open_app(small) as (app, pilot):
        for back in (1, 2, 3):
            await press(pilot, "left")
            rows = coach.json("triage", "--on", day(-back).isoformat())
            assert isinstance(rows, list)
            told = [(one["client"] or one["employer"])["name"] for one in rows]
            assert standing(app) == told
        assert shows(app, "Työlista la 21.11., vain luettavaksi.")
        assert shows(app, "ti 24.11."), "the bar keeps today's"


async def test_on_a_day_behind_nothing_is_done_but_read(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "left")
        assert {"open", "explain", "earlier", "later", "now"} <= set(footer(app))
        assert {
            *("done", "not_reached", "next_step", "put_aside", "meet", "outcome", "add"),
        }.isdisjoint(footer(app))
        before = standing(app)
        await press(pilot, "t", "e", "a", "l", "z", "n")
        assert isinstance(app.screen, TodayScreen)
        assert standing(app) == before
        assert not any(line.startswith("t:") for line in beside(app))
        await press(pilot, "s")
        assert isinstance(app.screen, ExplanationScreen)
        assert "done" not in footer(app)
        assert shows(app, "55 päivää sitten")
        await press(pilot, "escape", "enter")
        assert isinstance(app.screen, ClientScreen)


async def test_what_was_done_today_was_not_done_yesterday(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "t")
        assert standing(app) == ORDER[1:]
        await press(pilot, "left")
        assert "Pekka Salo" in standing(app)
        assert "Tavoitettu viimeksi tänään" not in " ".join(beside(app))
        await press(pilot, "right")
        assert standing(app) == ORDER[1:]
        assert not shows(app, "Työlista")


async def test_home_comes_back_to_today_from_any_day(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["left"] * 5, "home")
        assert standing(app) == ORDER
        assert "now" not in footer(app)


async def test_before_anybody_came_there_was_nobody_on_the_list(empty: Home) -> None:
    async with open_app(empty, language="en") as (app, pilot):
        await press(pilot, "left")
        assert "There was nobody on the list on this day." in told_in_list(app)
        assert not shows(app, "To add your first client")


async def test_the_archive_opens_on_the_day_that_is_read(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "left", "left", "d")
        assert isinstance(app.screen, ArchiveScreen)
        assert shows(app, "Tehty su 22.11.2026")


async def test_a_day_behind_can_be_narrowed_too(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "left", "/")
        await write(pilot, "aino")
        assert standing(app) == ["Aino Kallio"]
        await press(pilot, "enter", "left")
        assert standing(app) == ["Aino Kallio"]
        assert shows(app, "rajattu: 1/")
        await press(pilot, "escape", "right", "right")
        assert standing(app) == ORDER


# The week ahead


async def test_from_today_the_next_day_is_the_week_ahead(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "right")
        assert isinstance(app.screen, WeekAheadScreen)
        assert shows(app, "Edessä ke 25.11. – ti 1.12.")
        assert shows(app, "4 odottaa jo listalla.")
        assert line_with(app, "to 26.11.").split()[2:6] == ["Lounas-Aitta", "sovittu", "askel", "”kysy"]
        assert "ei mitään" in line_with(app, "la 28.11.")
        await press(pilot, "left")
        assert isinstance(app.screen, TodayScreen)
        assert in_focus(app) == "Pekka Salo"


async def test_week_after_week_and_back_again(small: Home) -> None:
    async with open_app(small, language="en") as (app, pilot):
        await press(pilot, "right", "right")
        assert shows(app, "Ahead Wed 2 Dec – Tue 8 Dec")
        assert "Independence Day" in line_with(app, "Sun 6 Dec")
        await press(pilot, "left")
        assert shows(app, "Ahead Wed 25 Nov – Tue 1 Dec")
        await press(pilot, "right", "right", "home")
        assert isinstance(app.screen, TodayScreen)


async def test_leave_and_booked_times_stand_on_their_days(small: Home) -> None:
    with opened(small) as book:
        values = {"from_on": day(3), "until_on": day(4), "planned_on": TODAY}
        add_detail(book, "leave", owner_id=None, about="", values=values)
        words = AppointmentWords(day(2), time(10), (client_id(book, "J12"),), TODAY, place="kirjasto")
        booked = book_appointment(book, words)
    async with open_app(small) as (app, pilot):
        await press(pilot, "right")
        assert "poissa" in line_with(app, "pe 27.11.")
        assert "10.00  J12  kirjasto" in line_with(app, "to 26.11.")
        await _go_to(app, pilot, f"appointment/{booked.id}")
        await press(pilot, "enter")
        assert isinstance(app.screen, AppointmentScreen)
        await press(pilot, "escape")
        await _go_to(app, pilot, "employer-")
        await press(pilot, "enter")
        assert isinstance(app.screen, EmployerScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, WeekAheadScreen)


async def _go_to(app: Workbench, pilot: Pilot[None], row: str) -> None:
    """Down the list to the first row whose id begins so."""
    for _ in range(20):
        if (app.screen.query_one(RowList).focused_id or "").startswith(row):
            return
        await press(pilot, "down")
    raise AssertionError(f"{row} is not in the list")


async def test_a_week_with_nothing_in_it_says_so_of_each_day(empty: Home) -> None:
    async with open_app(empty) as (app, pilot):
        await press(pilot, "right")
        assert sum("ei mitään" in line for line in screen_text(app)) == 7
        assert "open" not in footer(app)
        assert not shows(app, "odottaa jo")


async def test_the_end_of_a_long_leave_is_said_with_its_year(small: Home) -> None:
    with opened(small) as book:
        values = {"from_on": TODAY, "until_on": day(3650), "planned_on": TODAY}
        add_detail(book, "leave", owner_id=None, about="", values=values)
    async with open_app(small) as (app, _):
        assert shows(app, str(day(3650).year))


async def test_weeks_far_ahead_are_said_with_their_year(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *["right"] * 40)
        assert shows(app, str(day(280).year))

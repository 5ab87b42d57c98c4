"""The mouse does what keys do: it goes, chooses and opens where it points. No single click in a list does a deed."""

from tests.screens.mouse import click, click_row, place_of, wheel
from tests.screens.records import go_to_row
from tests.screens.running import open_app, page, press, screen_text, shows, write
from tests.screens.today_desk import in_focus
from tests.store.workbooks import day, opened
from valmentaja.places import Home
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.employers.page import EmployerScreen
from valmentaja.screens.help.guide import GuideScreen
from valmentaja.screens.records.field_editor import FieldEditor
from valmentaja.screens.records.step_form import StepForm
from valmentaja.screens.shell.choose import Choose
from valmentaja.screens.shell.form import Form
from valmentaja.screens.widgets.guide_text import GuideText
from valmentaja.screens.widgets.reading import Reading
from valmentaja.screens.widgets.row_list import RowList
from valmentaja.store.clients import add_client
from valmentaja.store.journal import changes
from valmentaja.store.workbook import Workbook

WIDE = (150, 40)


def writes(book: Workbook) -> int:
    """How many changes the journal holds."""
    return len(changes(book, 1000))


async def test_a_click_on_a_desk_opens_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        for desk in ("clients", "employers", "week", "diary", "today"):
            await click(app, pilot, app.texts(f"desk.{desk}"))
            assert page(app).desk == desk


async def test_the_first_click_on_a_row_moves_the_focus_and_the_second_opens_it(small: Home) -> None:
    async with open_app(small, size=WIDE) as (app, pilot):
        before = writes(app.book)
        await click_row(app, pilot, "Aino Kallio")
        assert in_focus(app) == "Aino Kallio"
        await click_row(app, pilot, "Leena Virta")
        assert in_focus(app) == "Leena Virta"
        await click_row(app, pilot, "Leena Virta")
        assert isinstance(app.screen, ClientScreen)
        await press(pilot, "escape", "2")
        await click_row(app, pilot, "Omar Haddad", times=2)
        assert isinstance(app.screen, ClientScreen)
        assert shows(app, "Omar Haddad")
        await press(pilot, "3")
        await click_row(app, pilot, "Lounas-Aitta", times=2)
        assert isinstance(app.screen, EmployerScreen)
        assert writes(app.book) == before


async def test_one_click_in_a_list_does_nothing_about_the_row_that_was_in_focus(small: Home) -> None:
    async with open_app(small, size=WIDE) as (app, pilot):
        before = writes(app.book)
        first = in_focus(app)
        await click_row(app, pilot, first)
        assert page(app).desk == "today"
        assert not app.screen.is_modal
        assert in_focus(app) == first
        await pilot.click(offset=place_of(app, "Leena Virta", within=RowList), button=3)
        await pilot.click(offset=place_of(app, "Leena Virta", within=RowList), button=3)
        assert in_focus(app) == first
        await press(pilot, "e")
        await click_row(app, pilot, "2  ")
        assert isinstance(app.screen, Choose)
        await click_row(app, pilot, "2  ")
        assert not isinstance(app.screen, Choose)
        assert writes(app.book) == before + 1


async def test_parts_and_fields_of_a_client_open_with_the_mouse(small: Home) -> None:
    async with open_app(small, size=WIDE) as (app, pilot):
        await click_row(app, pilot, "Aino Kallio", times=2)
        parts = page(app)._parts  # type: ignore[attr-defined]
        for part in [*parts[1:], parts[0]]:
            await click(app, pilot, part.label)
            assert shows(app, f"[{part.label}]")
        await go_to_row(app, pilot, "/note")
        row = app.screen.query_one(RowList).highlighted
        await press(pilot, "up")
        await click_row(app, pilot, "muistiinpano", times=2)
        assert isinstance(app.screen, FieldEditor), row
        await write(pilot, "abcdef")
        x, y = place_of(app, "abcdef")
        await pilot.click(offset=(x, y))
        await write(pilot, "X")
        assert shows(app, "abcXdef")
        await click(app, pilot, app.texts("key.leave"))
        assert not isinstance(app.screen, FieldEditor)
        assert shows(app, "abcXdef")


async def test_a_form_is_filled_in_with_the_mouse(small: Home) -> None:
    async with open_app(small, size=WIDE) as (app, pilot):
        await click(app, pilot, app.texts("key.log"), last=True)
        assert isinstance(app.screen, LogForm)
        form = app.screen
        await press(pilot, "tab")
        for name in ("who", "note", "next_on", "employer"):
            await pilot.click(form.field(name))
            assert app.focused is form.field(name)
        phone = app.texts("log_form.way.phone")
        await click(app, pilot, phone)
        assert form.value("way") == "phone"
        assert shows(app, f"[{phone}]")
        purposes = form.field("purpose")
        assert purposes.region.height > 1, "the words take more than one line"
        for last, value in ((True, "thanks"), (False, "needs")):
            await click(app, pilot, app.texts(f"log_form.purpose.{value}"), last=last)
            assert form.value("purpose") == value
        await click(app, pilot, app.texts("key.leave"), last=True)
        assert not isinstance(app.screen, Form)


async def test_what_the_last_line_says_is_done_by_a_click(small: Home) -> None:
    async with open_app(small, size=WIDE) as (app, pilot):
        await click(app, pilot, app.texts("key.next_step"), last=True)
        assert isinstance(app.screen, StepForm)
        await write(pilot, "soita")
        await press(pilot, "tab")
        await write(pilot, "pe")
        told = f"Enter {app.texts('key.keep')}"
        x, y = place_of(app, told)
        await pilot.click(offset=(x - len(told) // 2, y))
        assert not isinstance(app.screen, StepForm), "also on its first letter"
        await click(app, pilot, app.texts("key.undo"), last=True)
        assert shows(app, "Kumottu")


async def test_the_wheel_scrolls_lists_and_the_guide(small: Home) -> None:
    with opened(small) as book:
        for number in range(60):
            add_client(book, name=f"Asiakas {number:02}", code=None, start_on=day(-9), phase="engagement")
    async with open_app(small, size=WIDE) as (app, pilot):
        for desk in "12":
            await press(pilot, desk)
            rows = app.screen.query_one(RowList)
            focus = rows.focused_id
            await wheel(pilot, (10, 12), 5)
            assert rows.scroll_y > 0
            assert rows.focused_id == focus, "only keys and clicks move the focus"
            await wheel(pilot, (10, 12), -20)
            assert rows.scroll_y == 0
        await press(pilot, "w")
        reading = app.screen.query_one(Reading)
        await wheel(pilot, (50, 12), 3)
        assert reading.scroll_y > 0


async def test_the_guide_is_turned_with_the_mouse(small: Home) -> None:
    async with open_app(small, size=WIDE) as (app, pilot):
        await press(pilot, "w")
        assert isinstance(app.screen, GuideScreen)
        rows = app.screen.query_one(RowList)
        for row in rows._rows[:3]:
            at = next(place for place, one in enumerate(rows._rows) if one.id == row.id)
            line = rows.region.y + 1 + sum(rows._heights[before] for before in range(at))
            await pilot.click(offset=(5, line))
            await pilot.click(offset=(5, line))
            await pilot.pause()
            assert app.screen.page_read == row.id
        assert app.screen.query_one(GuideText).source


async def test_the_palette_does_what_is_clicked_twice(small: Home) -> None:
    async with open_app(small, size=WIDE) as (app, pilot):
        await press(pilot, "ctrl+p")
        await write(pilot, "opas")
        await click_row(app, pilot, app.texts("key.guide"))
        await click_row(app, pilot, app.texts("key.guide"))
        assert isinstance(app.screen, GuideScreen), screen_text(app)

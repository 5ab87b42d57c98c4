"""Ten megabytes are pasted by mistake: refused whole, said, nothing lost, and the next key is answered at once."""

import time

from textual.pilot import Pilot

from tests.screens.records import go_to_row
from tests.screens.running import open_app, paste, press, screen_text, shows, until, write
from valmentaja.places import Home
from valmentaja.screens.clients.new_client import ClientForm
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.find.page import FindScreen
from valmentaja.screens.help.palette import Palette
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.field_editor import FieldEditor
from valmentaja.screens.shell.ask import Ask
from valmentaja.screens.widgets.fields import LineField, TextField

HUGE = "x" * 10_000_000
AT_ONCE = 3.0  # seconds, on a busy machine


async def paste_huge(app: Workbench, pilot: Pilot[None], before: str, *, one_key: str = "z") -> None:
    """Into the field in focus, which holds `before`; a key after it is a letter of it."""
    field = app.focused
    assert isinstance(field, LineField | TextField)
    await paste(pilot, HUGE)
    await until(pilot, lambda: shows(app, "liian pitkä"))
    assert app.focused is field
    held = field.text if isinstance(field, TextField) else field.value
    assert held == before
    began = time.monotonic()
    await press(pilot, one_key)
    assert time.monotonic() - began < AT_ONCE
    held = field.text if isinstance(field, TextField) else field.value
    assert held == before + one_key


async def test_in_the_diary_a_list_and_the_fields_of_a_client_it_is_refused_and_said(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Ensin.")
        await paste_huge(app, pilot, "Ensin.")
        await press(pilot, "escape", "2", "/")
        await write(pilot, "pe")
        await paste_huge(app, pilot, "pe")
        await press(pilot, "escape", "escape", "enter")
        for ending in ("/note", "/phone"):
            await go_to_row(app, pilot, ending)
            await press(pilot, "enter")
            assert isinstance(app.screen, FieldEditor)
            await write(pilot, "abc")
            await paste_huge(app, pilot, "abc")
            await press(pilot, "escape")


async def test_the_fields_of_forms_and_questions_refuse_it_too(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        form = app.screen
        assert isinstance(form, LogForm)
        await write(pilot, "Uusi")
        await paste_huge(app, pilot, "Uusi")
        form.field("note").focus()
        await pilot.pause()
        await paste_huge(app, pilot, "")
        await press(pilot, "escape", "n")
        assert isinstance(app.screen, ClientForm)
        await paste_huge(app, pilot, "")
        await press(pilot, "escape", "1", "ctrl+f")
        assert isinstance(app.screen, FindScreen)
        await write(pilot, "kysy")
        await paste_huge(app, pilot, "kysy")
        await press(pilot, "escape", "4", "i")
        assert isinstance(app.screen, Ask)
        await paste_huge(app, pilot, "", one_key="4")
        await press(pilot, "escape", "1", "ctrl+p")
        assert isinstance(app.screen, Palette)
        await paste_huge(app, pilot, "")


async def test_at_the_door_too(locked: tuple[Home, str]) -> None:
    home, _ = locked
    async with open_app(home, asked=True) as (app, pilot):
        await write(pilot, "abc")
        await paste_huge(app, pilot, "abc")


async def test_outside_a_field_it_is_nothing(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        before = screen_text(app)
        await paste(pilot, HUGE)
        await pilot.pause()
        assert screen_text(app) == before

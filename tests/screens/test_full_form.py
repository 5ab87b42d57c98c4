"""A form in which one field is as full as a field can be."""

from tests.screens.running import open_app, page, paste, press, until
from valmentaja.places import Home
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.store.drafts import all_drafts

FULL = ("rivi\n" * 5_000).ljust(LONGEST_TEXT, "\n")


async def test_a_note_as_long_as_a_note_can_be_waits_in_its_form(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        form = app.screen
        assert isinstance(form, LogForm)
        form.field("note").focus()
        await paste(pilot, FULL)
        assert form.value("note") == FULL
        await until(pilot, lambda: all_drafts(app.book))
        await press(pilot, "escape")
        assert page(app).desk == "today"

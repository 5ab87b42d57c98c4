"""Text typed in a field of a record: kept, found again, never lost between two windows."""

import pytest
from textual.pilot import Pilot

from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import (
    HandClock,
    line_with,
    open_app,
    paste,
    press,
    screen_text,
    shows,
    until,
    write,
)
from tests.store.workbooks import TODAY, aino, opened, the_field, visited
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.place import FieldPlace
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import Home
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.both_texts import BothTexts, Kept, merged
from valmentaja.screens.records.field_editor import FieldEditor
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import change_setting
from valmentaja.store.clients import client
from valmentaja.store.drafts import all_drafts, fields_with_drafts, keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.journal import changes
from valmentaja.store.workbook import Workbook

NOTE = the_field("client", "note")
GONE = "999999-1-ab"
"""A window that runs no more."""


def the_client(home: Home, note: str = "") -> Client:
    """Aino, with a note."""
    with opened(home) as book:
        who = aino(book)
        if note:
            change_field(book, "client", who.id, NOTE, note)
        return client(book, who.id)


def note_of(home: Home, who: Client) -> str | None:
    """The note as the workbook has it."""
    with opened(home) as book:
        return client(book, who.id).note


def drafts_in(home: Home) -> list[str]:
    """The texts of all drafts."""
    with opened(home) as book:
        return [one.text for one in all_drafts(book)]


def left_draft(book: Workbook, who: Client, text: str, began_from: int) -> None:
    """A draft of a window that was killed."""
    keep_draft(book, FieldPlace("client", who.id, "note"), GONE, text, began_from)


async def open_note(app: Workbench, pilot: Pilot[None]) -> None:
    """Aino's page, and on it the note opened."""
    await press(pilot, "2", "enter")
    await go_to_row(app, pilot, "/note")
    await press(pilot, "enter")


async def test_what_was_typed_becomes_one_change_with_ctrl_s_and_is_taken_back_with_u(empty: Home) -> None:
    who = the_client(empty, "Osa-aikaista työtä.")
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, " Aamuisin.")
        await press(pilot, "ctrl+s")
        assert shows(app, "Tallennettu: muistiinpano")
        assert "Osa-aikaista työtä. Aamuisin." in line_with(app, "muistiinpano  ")
        assert note_of(empty, who) == "Osa-aikaista työtä. Aamuisin."
        await press(pilot, "u")
        assert note_of(empty, who) == "Osa-aikaista työtä."
    assert drafts_in(empty) == []


async def test_esc_keeps_the_text_too(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, "ensin rivi\ntoinen")
        await press(pilot, "escape")
        assert isinstance(app.screen, ClientScreen)
        assert note_of(empty, who) == "ensin rivi\ntoinen"


async def test_looking_without_typing_changes_nothing(empty: Home) -> None:
    the_client(empty, "Osa-aikaista työtä.")
    with opened(empty) as book:
        before = changes(book)
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await press(pilot, "left", "up", "escape")
        await go_to_row(app, pilot, "/phone")
        await press(pilot, "enter", "enter")
    with opened(empty) as book:
        assert changes(book) == before


async def test_what_is_being_typed_is_a_draft_within_a_second(empty: Home) -> None:
    the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, "Soitti ja")
        await until(pilot, lambda: drafts_in(empty) == ["Soitti ja"])


async def test_after_two_idle_minutes_the_text_is_a_change_and_typing_goes_on(
    empty: Home, clock: HandClock
) -> None:
    who = the_client(empty)
    async with open_app(empty, clock=clock) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, "Soitti ja")
        await until(pilot, lambda: drafts_in(empty) == ["Soitti ja"])
        clock.forward(minutes=2)
        await until(pilot, lambda: note_of(empty, who) == "Soitti ja")
        await write(pilot, " kysyi")
        await press(pilot, "ctrl+s")
        assert note_of(empty, who) == "Soitti ja kysyi"
        assert isinstance(app.screen, ClientScreen)


async def test_quitting_in_the_middle_of_a_word_keeps_it(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, "Soitti ja kys")
        await press(pilot, "ctrl+q")
    assert note_of(empty, who) == "Soitti ja kys"


async def test_a_note_written_elsewhere_meanwhile_stands_beside_the_typed_one(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, " Omaa.")
        with opened(empty) as book:
            change_field(book, "client", who.id, NOTE, "Alku. Toisesta ikkunasta.")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, BothTexts)
        assert shows(app, "Alku. Omaa.")
        assert shows(app, "Alku. Toisesta ikkunasta.")
        await press(pilot, "enter")
        assert note_of(empty, who) == "Alku. Toisesta ikkunasta.\n\nAlku. Omaa."
    assert drafts_in(empty) == []


async def test_of_two_texts_the_draft_can_be_kept_or_the_one_in_the_workbook(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    for digit, stands in (("2", "Alku. Omaa."), ("3", "Toisesta.")):
        async with open_app(empty) as (app, pilot):
            with opened(empty) as book:
                change_field(book, "client", who.id, NOTE, "Alku.")
            await open_note(app, pilot)
            await write(pilot, " Omaa.")
            with opened(empty) as book:
                change_field(book, "client", who.id, NOTE, "Toisesta.")
            await press(pilot, "escape", digit)
            assert note_of(empty, who) == stands
        assert drafts_in(empty) == []


async def test_the_coach_may_decide_later_and_nothing_is_lost(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, " Omaa.")
        with opened(empty) as book:
            change_field(book, "client", who.id, NOTE, "Toisesta.")
        await press(pilot, "ctrl+s", "escape")
        assert shows(app, "Molemmat tekstit ovat tallessa")
        assert "[luonnos odottaa]" in line_with(app, "Toisesta.")
        assert drafts_in(empty) == ["Alku. Omaa."]
        await press(pilot, "enter")
        assert isinstance(app.screen, BothTexts)
        await press(pilot, "1")
        assert note_of(empty, who) == "Toisesta.\n\nAlku. Omaa."


async def test_another_field_written_meanwhile_is_no_reason_to_ask(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, " Omaa.")
        with opened(empty) as book:
            change_field(book, "client", who.id, the_field("client", "phone"), "040 555")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ClientScreen)
        assert note_of(empty, who) == "Alku. Omaa."
        assert shows(app, "040 555")


async def test_a_draft_of_a_killed_window_is_there_when_the_field_is_opened(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    async with open_app(empty) as (app, pilot):
        with opened(empty) as book:
            left_draft(book, who, "Alku. Kesken jäi", who.revision)
        await open_note(app, pilot)
        assert shows(app, "Jatkat siitä, mihin jäit.")
        await write(pilot, ".")
        await press(pilot, "ctrl+s")
        assert note_of(empty, who) == "Alku. Kesken jäi."
    assert drafts_in(empty) == []


async def test_a_left_draft_goes_on_although_another_field_was_written_since(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    async with open_app(empty) as (app, pilot):
        with opened(empty) as book:
            left_draft(book, who, "Alku. Kesken", who.revision)
            change_field(book, "client", who.id, the_field("client", "phone"), "040 555")
        await open_note(app, pilot)
        assert shows(app, "Jatkat siitä, mihin jäit.")
        await press(pilot, "ctrl+s")
        assert note_of(empty, who) == "Alku. Kesken"


async def test_a_left_draft_of_a_field_written_since_is_shown_beside_it(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    async with open_app(empty) as (app, pilot):
        with opened(empty) as book:
            left_draft(book, who, "Kesken jäi", who.revision - 1)
        await open_note(app, pilot)
        assert isinstance(app.screen, BothTexts)
        await press(pilot, "2")
        assert isinstance(app.screen, ClientScreen)
        assert note_of(empty, who) == "Kesken jäi"
    assert drafts_in(empty) == []


async def test_a_code_that_another_client_has_is_refused_and_what_was_typed_stays(empty: Home) -> None:
    with opened(empty) as book:
        aino(book, "Aino Kallio")
        aino(book, "Bertta Salo")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "records")
        await go_to_row(app, pilot, "/code")
        await press(pilot, "enter", "backspace", "2", "enter")
        assert shows(app, "Tunnus V2 on jo toisella asiakkaalla")
        await press(pilot, "escape")
        assert "[luonnos odottaa]" in line_with(app, "tunnus  ")
        await press(pilot, "enter")
        assert shows(app, "V2")
        await press(pilot, "backspace", "9", "enter")
        assert "V9" in line_with(app, "tunnus  ")


async def test_a_field_that_is_needed_is_not_left_empty(empty: Home) -> None:
    with opened(empty) as book:
        visited(book, "Lounas-Aitta")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "3", "enter")
        await go_to_row(app, pilot, "/name")
        await press(pilot, "enter", "ctrl+u", "enter")
        assert shows(app, "ei voi olla tyhjä")
        await press(pilot, "escape")
        assert "Lounas-Aitta" in line_with(app, "nimi  ")
        assert not shows(app, "luonnos odottaa")
    assert drafts_in(empty) == []


async def test_an_identity_code_typed_in_a_note_is_masked_and_said_once(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, "Tunnus on 131052-308T")
        await until(pilot, lambda: drafts_in(empty) == ["Tunnus on 131052-••••"])
        await press(pilot, "ctrl+s")
        assert shows(app, "Henkilötunnus peitettiin: sitä ei tallenneta.")
        assert note_of(empty, who) == "Tunnus on 131052-••••"


async def test_a_paste_longer_than_a_field_holds_is_refused_whole(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await paste(pilot, "x" * 1_000_001)
        assert shows(app, "Teksti olisi liian pitkä")
        await write(pilot, "ok")
        await press(pilot, "ctrl+s")
    assert note_of(empty, who) == "ok"


async def test_text_typed_for_a_client_undone_elsewhere_stays_a_draft(empty: Home) -> None:
    from valmentaja.store.journal import undo

    the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, "Tärkeää")
        with opened(empty) as book:
            undo(book)
        await press(pilot, "ctrl+s")
        assert shows(app, "Tärkeää")
        await press(pilot, "escape")
        await until(pilot, lambda: not isinstance(app.screen, FieldEditor | ClientScreen))
    assert drafts_in(empty) == ["Tärkeää"]


async def test_both_texts_are_shown_whole_and_hostile_ones_as_text(empty: Home) -> None:
    who = the_client(empty, "Alku.")
    async with open_app(empty, size=(80, 24)) as (app, pilot):
        with opened(empty) as book:
            left_draft(book, who, "[/b] \x1b]0;x\x07 \u202e", who.revision - 1)
        await open_note(app, pilot)
        assert shows(app, "[/b]")
        assert not any(letter in line for line in screen_text(app) for letter in "\x1b\x07\u202e")


def test_both_texts_stand_one_under_the_other() -> None:
    assert merged(Kept.BOTH, mine="omaa\n", theirs="heidän") == "heidän\n\nomaa"
    assert merged(Kept.BOTH, mine="omaa", theirs="") == "omaa"


def test_the_fields_in_which_text_waits_are_told_by_their_record(empty: Home) -> None:
    with opened(empty) as book:
        first, other = aino(book), aino(book, "Bertta Salo")
        keep_draft(book, FieldPlace("client", first.id, "note"), GONE, "x", 1)
        keep_draft(book, FieldPlace("client", other.id, "phone"), GONE, "x", 1)
        keep_draft(book, FieldPlace("client", first.id * 10, "phone"), GONE, "x", 1)
        assert fields_with_drafts(book, "client", first.id) == {"note"}


async def test_on_a_full_disk_the_field_stays_open_with_all_that_was_typed(
    empty: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = the_client(empty)

    def full(*_: object) -> None:
        raise CannotBeMet("disk.full")

    async with open_app(empty) as (app, pilot):
        await open_note(app, pilot)
        with monkeypatch.context() as patch:
            patch.setattr("valmentaja.store.drafts.keep_draft", full)
            await write(pilot, "Tärkeää")
            await press(pilot, "escape", "ctrl+s")
            assert isinstance(app.screen, FieldEditor)
            assert shows(app, "Levy on täynnä")
        await press(pilot, "escape")
        assert isinstance(app.screen, ClientScreen)
        assert note_of(empty, who) == "Tärkeää"


async def test_while_only_codes_are_kept_a_name_typed_on_the_page_is_refused(empty: Home) -> None:
    who = the_client(empty)
    with opened(empty) as book:
        change_field(book, "client", who.id, the_field("client", "name"), None)
        change_setting(book, RECORDS_FOR, RecordsFor.NOT_YET_KNOWN, TODAY)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "records")
        await go_to_row(app, pilot, "/name")
        await press(pilot, "enter")
        await write(pilot, "Aino")
        await press(pilot, "enter")
        assert isinstance(app.screen, FieldEditor)
        assert shows(app, "tunnu")
    with opened(empty) as book:
        assert client(book, who.id).name is None


async def test_the_lock_comes_in_the_middle_of_a_word_and_the_word_is_kept(
    locked: tuple[Home, str], clock: HandClock
) -> None:
    home, key = locked
    with opened(home, key) as book:
        who = aino(book)
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        await open_note(app, pilot)
        await write(pilot, "Soitti ja kys")
        clock.forward(minutes=11)
        await until(pilot, lambda: not app.is_open)
        with opened(home, key) as book:
            assert client(book, who.id).note == "Soitti ja kys"

"""The lid is closed in the middle of a sentence and opened the next morning: locked, nothing lost, and a new day."""

from datetime import datetime, timedelta

import pytest
from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

from tests.screens.records import go_to_row
from tests.screens.running import HandClock, open_app, press, screen_text, shows, small_caseload, until, write
from tests.screens.test_lock_and_hide import is_locked_up, unlock
from tests.screens.today_desk import in_focus
from tests.store.workbooks import TODAY, opened
from valmentaja.places import Home
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.diary.desk import DiaryScreen
from valmentaja.screens.door.unlock import Unlock
from valmentaja.screens.records.field_editor import FieldEditor
from valmentaja.screens.records.step_form import StepForm
from valmentaja.store.clients import all_clients
from valmentaja.store.diary import diary_entry_of, entry_or_none
from valmentaja.store.drafts import all_drafts

LATE = datetime(2026, 11, 24, 22, 0)
MORROW = TODAY + timedelta(days=1)


@pytest.fixture
def late(locked: tuple[Home, str]) -> tuple[Home, str, HandClock]:
    """The small caseload under a passphrase, at ten in the evening."""
    with opened(*locked) as book:
        small_caseload(book)
    return *locked, HandClock(LATE)


async def test_a_diary_begun_before_midnight_is_of_the_day_it_was_begun(
    late: tuple[Home, str, HandClock], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key, clock = late
    painted: list[type[object]] = []
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Myöhään vielä yksi aja")
        really = App._display

        def display(self: App[None], screen: Screen[object], what: RenderableType | None) -> None:
            painted.append(type(screen))
            really(self, screen, what)

        with monkeypatch.context() as patch:
            patch.setattr(App, "_display", display)
            clock.forward(hours=10)
            await press(pilot, "t")
            await until(pilot, lambda: is_locked_up(app))
        assert set(painted) == {Unlock}, "no page of the workbook was painted again before the lock"
        with opened(home, key) as book:
            assert diary_entry_of(book, TODAY).text == "Myöhään vielä yksi aja", (
                "the key that woke it is no text"
            )
            assert entry_or_none(book, MORROW) is None
            assert list(all_drafts(book)) == []
        await unlock(app, pilot)
        assert shows(app, "ke 25.11.")
        await press(pilot, "5")
        assert isinstance(app.screen, DiaryScreen)
        assert app.screen.day == MORROW
        assert app.screen.query_one(DayText).text == ""
        await write(pilot, "Aamu.")
        await press(pilot, "escape")
        assert diary_entry_of(app.book, MORROW).text == "Aamu."
        assert diary_entry_of(app.book, TODAY).text == "Myöhään vielä yksi aja"


async def test_a_field_and_a_form_are_gone_on_with_the_next_morning(
    late: tuple[Home, str, HandClock],
) -> None:
    home, key, clock = late
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_row(app, pilot, "/note")
        await press(pilot, "enter")
        assert isinstance(app.screen, FieldEditor)
        await write(pilot, "soitti illalla ja")
        clock.forward(hours=10)
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: is_locked_up(app))
        assert not any("soitti" in line for line in screen_text(app))
        await unlock(app, pilot)
        assert shows(app, "ke 25.11.")
        assert "soitti illalla ja" in [one.note for one in all_clients(app.book)]

        about = in_focus(app)
        await press(pilot, "a")
        await write(pilot, "kysy vuoroista")
        await press(pilot, "tab")
        await write(pilot, "huomenna")
        assert shows(app, "to 26.11.")
        clock.forward(hours=20)
        await app.pulse()
        assert is_locked_up(app)
        await unlock(app, pilot)
        while in_focus(app) != about:
            await press(pilot, "down")
        await press(pilot, "a")
        assert isinstance(app.screen, StepForm)
        assert app.screen.value("text") == "kysy vuoroista"
        assert shows(app, app.texts("form.continued"))


async def test_without_a_passphrase_the_text_typed_over_midnight_stays_with_its_day(small: Home) -> None:
    clock = HandClock(LATE)
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Ennen yötä")
        clock.forward(hours=10)
        await app.pulse()
        await press(pilot, ".", "escape", "1")
        assert shows(app, "ke 25.11.")
        held = entry_or_none(app.book, TODAY)
        assert held is not None
        assert held.text.startswith("Ennen yötä")
        morning = entry_or_none(app.book, MORROW)
        assert (held.text + (morning.text if morning else "")).count(".") == 1

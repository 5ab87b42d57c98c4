"""Who sees the screen: lock, hide, a window that is too small; and a file that goes while it is open."""

import gc
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget

from tests.cli.running import Terminal
from tests.screens.running import (
    HandClock,
    open_app,
    page,
    paste,
    press,
    screen_text,
    shows,
    small_caseload,
    until,
    write,
)
from tests.store.workbooks import PASSPHRASE, TODAY, opened, plain_home
from valmentaja.backup import backups, restore
from valmentaja.places import Home
from valmentaja.screens.clients.put_aside_form import PutAsideForm
from valmentaja.screens.door.unlock import Unlock
from valmentaja.screens.help.palette import Palette
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.guarding import DOOR
from valmentaja.screens.records.step_form import StepForm
from valmentaja.screens.shell.form import Form
from valmentaja.screens.shell.page import Page
from valmentaja.screens.shell.too_small import TooSmall
from valmentaja.screens.today.desk import TodayScreen
from valmentaja.settings.registry import SETTINGS, change_setting
from valmentaja.store.checking import counts
from valmentaja.store.clients import all_clients
from valmentaja.store.diary import diary_entry_of, entry_or_none
from valmentaja.store.drafts import all_drafts
from valmentaja.store.locks import key_by_passphrase
from valmentaja.store.workbook import Workbook

NAMES = ("Aino", "Pekka", "Leena", "Sanna", "Omar", "J12", "Lounas-Aitta", "ansioluettelo")
Running = tuple[Workbench, Pilot[None]]


@pytest.fixture
def filled(locked: tuple[Home, str]) -> tuple[Home, str]:
    """The small caseload in a workbook that `PASSPHRASE` opens, and its key."""
    with opened(*locked) as book:
        small_caseload(book)
    return locked


@asynccontextmanager
async def at_work(filled: tuple[Home, str], clock: HandClock | None = None) -> AsyncIterator[Running]:
    """The Today desk of the locked caseload."""
    home, key = filled
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        assert shows(app, "Pekka Salo")
        yield app, pilot


async def unlock(app: Workbench, pilot: Pilot[None]) -> None:
    """Gives the passphrase."""
    await write(pilot, PASSPHRASE + "\n")
    await until(pilot, lambda: app.is_open)


def names_left(app: Workbench) -> list[str]:
    """What of the caseload any widget still holds, in sight or not."""
    held = [
        f"{vars(node)} {node.render() if isinstance(node, Widget) else ''}"
        for stack in app._screen_stacks.values()
        for screen in stack
        for node in (screen, *screen.walk_children())
    ]
    return [name for name in NAMES if any(name in one for one in (*held, app.said, app.clipboard))]


def is_locked_up(app: Workbench) -> bool:
    """Whether the unlock page stands there, and nothing else."""
    return (
        isinstance(app.screen, Unlock)
        and not app.is_open
        and set(app._screen_stacks) <= {"_default", DOOR}
        and not names_left(app)
    )


def pages_in_memory(app: Workbench) -> list[Page]:
    """The pages of the program that have not been thrown away yet."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Page) and one.app is app]


# Lock


async def test_a_lock_leaves_no_word_of_a_client_in_the_screens(filled: tuple[Home, str]) -> None:
    async with at_work(filled) as (app, pilot):
        book = app.book
        await press(pilot, "2", "3", "4", "5")
        await write(pilot, "Aino soitti")
        await press(pilot, "escape", "x")
        await until(pilot, lambda: is_locked_up(app))
        assert book.raw_key is None
        with pytest.raises(Exception, match="closed"):
            book.connection.execute("SELECT 1")
        await until(pilot, lambda: not pages_in_memory(app))
        await unlock(app, pilot)
        assert isinstance(app.screen, TodayScreen)
        assert shows(app, "Pekka Salo")
        entry = entry_or_none(app.book, TODAY)
        assert entry
        assert entry.text == "Aino soitti", "what was being typed became a change"


async def test_a_client_page_and_a_dialog_over_it_are_gone_after_a_lock_too(
    filled: tuple[Home, str], clock: HandClock
) -> None:
    async with at_work(filled, clock) as (app, pilot):
        await press(pilot, "enter", "a")
        clock.forward(minutes=10)
        await press(pilot, "down")
        assert is_locked_up(app)


async def test_after_ten_idle_minutes_a_key_is_not_done_but_locks(
    filled: tuple[Home, str], clock: HandClock
) -> None:
    async with at_work(filled, clock) as (app, pilot):
        before = counts(app.book)
        clock.forward(minutes=9)
        await press(pilot, "down")
        clock.forward(minutes=9)
        await press(pilot, "down")
        assert app.is_open, "each key begins the ten minutes anew"
        clock.forward(minutes=10)
        await press(pilot, "t")
        assert is_locked_up(app)
        await unlock(app, pilot)
        assert counts(app.book) == before, "nothing was marked done"


async def test_the_minutes_are_the_coachs_own_setting(filled: tuple[Home, str], clock: HandClock) -> None:
    with opened(*filled) as book:
        change_setting(book, SETTINGS["lock_after_minutes"], "2", clock().date())
    async with at_work(filled, clock) as (app, pilot):
        clock.forward(minutes=2)
        await until(pilot, lambda: is_locked_up(app))


async def test_nothing_is_painted_between_a_closed_lid_and_the_lock(
    filled: tuple[Home, str], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[type[object]] = []
    monkeypatch.setattr(App, "_display", lambda _app, screen, _what: painted.append(type(screen)))
    async with at_work(filled, clock) as (app, pilot):
        clock.forward(hours=8)
        painted.clear()
        page(app).refresh(layout=True)
        await pilot.pause(0.05)
        assert not painted
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: is_locked_up(app))
        assert set(painted) <= {Unlock}
        assert shows(app, "Työkirja on lukossa")


async def test_text_in_a_form_waits_under_the_lock(filled: tuple[Home, str], clock: HandClock) -> None:
    async with at_work(filled, clock) as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "soita kahvilaan")
        clock.forward(minutes=11)
        await app.pulse()
        assert is_locked_up(app)
        await unlock(app, pilot)
        await press(pilot, "a")
        assert isinstance(app.screen, StepForm)
        assert shows(app, "soita kahvilaan")


async def test_a_lock_comes_under_the_palette_and_under_a_hidden_screen(
    filled: tuple[Home, str], clock: HandClock
) -> None:
    async with at_work(filled, clock) as (app, pilot):
        for key in ("ctrl+p", "ctrl+l", "f1"):
            await press(pilot, key)
            assert not isinstance(app.screen, TodayScreen)
            clock.forward(minutes=11)
            await app.pulse()
            await until(pilot, lambda: is_locked_up(app))
            await unlock(app, pilot)


async def test_a_clock_that_is_set_back_does_not_hold_the_lock_off(
    filled: tuple[Home, str], clock: HandClock
) -> None:
    async with at_work(filled, clock) as (app, pilot):
        clock.forward(hours=-1)
        await app.pulse()
        clock.forward(minutes=10)
        await app.pulse()
        assert is_locked_up(app)
        await pilot.pause()


async def test_a_workbook_without_passphrase_does_not_lock_and_says_so(small: Home, clock: HandClock) -> None:
    async with open_app(small, clock=clock) as (app, pilot):
        await press(pilot, "x")
        assert shows(app, "lukko ei auttaisi")
        clock.forward(hours=8)
        await app.pulse()
        assert isinstance(app.screen, TodayScreen)


# Hide


def is_blank(app: Workbench) -> bool:
    """Whether nothing stands there but how to come back."""
    return "".join(screen_text(app)).strip() == "Enter palauttaa näkymän"


async def _stands_still(app: Workbench, pilot: Pilot[None]) -> None:
    """Waits until a page that is read beside the keys, as the guide's, has been drawn whole."""
    before: list[str] = []
    while before != screen_text(app):
        before = screen_text(app)
        await pilot.pause(0.3)


@pytest.mark.parametrize(
    ("keys", "kind"),
    [((), TodayScreen), (("ctrl+p",), Palette), (("f1",), None), (("w",), None), (("e",), None)],
    ids=["desk", "palette", "help", "guide", "question"],
)
async def test_one_key_blanks_everything_from_anywhere(
    small: Home, keys: tuple[str, ...], kind: type[object] | None
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, *keys)
        await _stands_still(app, pilot)
        before, screen, focus = screen_text(app), app.screen, app.focused
        assert kind is None or isinstance(screen, kind)
        for back in ("enter", "ctrl+l"):
            await press(pilot, "ctrl+l")
            assert is_blank(app)
            await press(pilot, "t", "1", "f1", "w", "escape", "ctrl+p")
            assert is_blank(app)
            await press(pilot, back)
            assert (screen_text(app), app.screen, app.focused) == (before, screen, focus)


async def test_text_and_cursor_are_as_they_were_after_hiding(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "l")
        await write(pilot, "perjantai")
        await press(pilot, "left", "left", "ctrl+l")
        assert is_blank(app)
        await write(pilot, "näkyykö")
        await paste(pilot, "ei")
        await press(pilot, "enter")
        assert isinstance(app.screen, PutAsideForm)
        await write(pilot, "x")
        assert app.screen.value("until") == "perjantxai"


async def test_nothing_shows_over_a_hidden_screen(small: Home) -> None:
    async with open_app(small, theme="terminal") as (app, pilot):
        await press(pilot, "ctrl+l")
        app.notify("Aino Kallio soitti", markup=False)
        app.say("today.met", name="Aino Kallio")
        app.renew()
        await pilot.pause(0.05)
        assert is_blank(app)


# Too small


async def test_a_small_window_says_how_large_it_must_be_and_waits(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        before = screen_text(app)
        await pilot.resize_terminal(40, 10)
        await until(pilot, lambda: shows(app, "40×10"))
        assert shows(app, "60×16")
        await press(pilot, "t", "2", "ctrl+l", "ctrl+p", "f1", "x", "escape", "enter")
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(50, 12)
        await until(pilot, lambda: shows(app, "50×12"))
        for width, height in ((3, 1), (1, 1), (59, 40), (200, 15)):
            await pilot.resize_terminal(width, height)
            await pilot.pause(0.02)
            assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: screen_text(app) == before)
        await pilot.resize_terminal(30, 10)
        await press(pilot, "ctrl+q")
    assert app.return_code in (0, None)


async def test_typing_goes_on_after_the_window_was_too_small(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "soita ")
        await pilot.resize_terminal(50, 14)
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        await write(pilot, "hukkaan")
        await pilot.resize_terminal(61, 17)
        await until(pilot, lambda: isinstance(app.screen, StepForm))
        await write(pilot, "Ainolle")
        await pilot.resize_terminal(120, 40)
        assert isinstance(app.screen, Form)
        assert app.screen.value("text").replace(" ", "") == "soitaAinolle"


async def test_a_small_window_stays_so_over_lock_and_hide(filled: tuple[Home, str], clock: HandClock) -> None:
    async with at_work(filled, clock) as (app, pilot):
        await press(pilot, "ctrl+l")
        await pilot.resize_terminal(50, 14)
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        clock.forward(minutes=11)
        await app.pulse()
        assert isinstance(app.screen, TooSmall)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: is_locked_up(app))


async def test_a_terminal_that_is_small_at_the_start_grows_to_the_desk(small: Home) -> None:
    async with open_app(small, size=(40, 10)) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, TooSmall))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: shows(app, "Pekka Salo"))


# Midnight, signals


async def test_the_day_rolls_over_at_midnight_and_after_a_night_in_the_bag(
    small: Home, clock: HandClock
) -> None:
    async with open_app(small, clock=clock) as (app, pilot):
        assert shows(app, "ti 24.11.")
        clock.forward(hours=15)
        await app.pulse()
        await until(pilot, lambda: shows(app, "ke 25.11."))


async def test_after_a_night_the_lock_comes_before_the_new_day(
    filled: tuple[Home, str], clock: HandClock
) -> None:
    async with at_work(filled, clock) as (app, pilot):
        clock.forward(hours=15)
        await app.pulse()
        assert is_locked_up(app)
        await unlock(app, pilot)
        assert shows(app, "ke 25.11.")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_was_typed_is_kept_when_the_system_ends_the_program(small: Home, name: str) -> None:
    with Terminal(Path(small.folder), "--on", "2026-11-24") as terminal:
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        terminal.type("a", end="")
        terminal.wait_for("Seuraava askel")
        terminal.wait_until_read()
        terminal.type("soita huomenna", end="")
        terminal.wait_until_read()
        terminal.process.send_signal(getattr(signal, name))
        assert terminal.end()[0] == 0
    with opened(small) as book:
        assert ["soita huomenna" in one.text for one in all_drafts(book)] == [True]


def test_a_program_that_was_stopped_comes_back_as_it_was(small: Home) -> None:
    with Terminal(Path(small.folder), "--on", "2026-11-24") as terminal:
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        terminal.process.send_signal(signal.SIGTSTP)
        terminal.wait_for("\x1b[?1049l")
        time.sleep(0.1)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for("Pekka Salo")
        terminal.wait_until_read()
        terminal.type("\x11", end="")
        assert terminal.end()[0] == 0


# The file


def labels(book: Workbook) -> list[str]:
    """All clients."""
    return [one.label for one in all_clients(book)]


async def test_a_file_that_vanishes_is_written_back_with_what_was_typed(filled: tuple[Home, str]) -> None:
    home, key = filled
    async with at_work(filled) as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "soita kahvilaan")
        os.remove(home.workbook)
        await write(pilot, " tänään")
        await app.pulse()
        assert os.path.exists(home.workbook)
        await press(pilot, "escape")
        assert shows(app, "Pekka Salo")
        await press(pilot, "a")
        assert shows(app, "soita kahvilaan tänään".replace(" ", "")) or shows(app, "soita kahvilaan tänään")
        await press(pilot, "escape", "ctrl+q")
    with opened(home, key) as book:
        assert "Pekka Salo" in labels(book)
        assert len(all_drafts(book)) == 1


async def test_the_diary_goes_on_in_the_file_that_was_written_back(filled: tuple[Home, str]) -> None:
    home, key = filled
    async with at_work(filled) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Ennen.")
        os.remove(home.workbook)
        await app.pulse()
        await write(pilot, " Jälkeen.")
        await press(pilot, "escape", "ctrl+q")
    with opened(home, key) as book:
        assert diary_entry_of(book, TODAY).text == "Ennen. Jälkeen."
        assert all_drafts(book) == ()


async def test_it_is_said_when_the_file_was_gone(filled: tuple[Home, str]) -> None:
    async with at_work(filled) as (app, pilot):
        os.remove(filled[0].workbook)
        await app.pulse()
        await pilot.pause()
        assert shows(app, "Se kirjoitettiin takaisin")
        await app.pulse()
        assert app.is_open


async def test_a_home_that_vanishes_whole_comes_back_with_its_keys(filled: tuple[Home, str]) -> None:
    home, key = filled
    async with at_work(filled) as (_app, pilot):
        shutil.rmtree(home.folder)
        await press(pilot, "ctrl+q")
    assert key_by_passphrase(home, PASSPHRASE) == key
    with opened(home, key) as book:
        assert "Pekka Salo" in labels(book)


async def test_another_file_in_the_place_is_let_be_and_ours_is_a_backup(
    filled: tuple[Home, str], tmp_path: Path
) -> None:
    home, key = filled
    other = plain_home(tmp_path / "other")
    async with at_work(filled) as (app, pilot):
        await press(pilot, "a")
        await write(pilot, "soita kahvilaan")
        os.replace(other.workbook, home.workbook)
        await app.pulse()
        assert not app.is_open
        assert isinstance(app.screen, Unlock)
        assert not names_left(app)
        assert shows(app, "toinen tiedosto")
        await press(pilot, "enter")
        await until(pilot, lambda: app.is_open)
        assert labels(app.book) == []
    (saved,) = [one for one in backups(home) if one.occasion == "vanished"]
    elsewhere = Home(str(tmp_path / "new"))
    restore(elsewhere, saved.path, live=None, raw_key=None, ask_passphrase=lambda: PASSPHRASE)
    with opened(elsewhere, key) as book:
        assert "Pekka Salo" in labels(book)
        assert len(all_drafts(book)) == 1


async def test_a_workbook_that_cannot_be_written_back_is_not_closed_by_lock_or_quit(
    filled: tuple[Home, str], clock: HandClock
) -> None:
    home, key = filled
    async with at_work(filled, clock) as (app, pilot):
        shutil.rmtree(home.folder)
        Path(home.folder).touch()  # in the way
        await app.pulse()
        assert shows(app, "Työkirja on kadonnut")
        await press(pilot, "ctrl+q")
        assert shows(app, "ei voitu kirjoittaa takaisin")
        clock.forward(minutes=11)
        await app.pulse()
        await pilot.pause()
        assert is_blank(app), "the screen is hidden, and what is open is not lost"
        os.remove(home.folder)
        await press(pilot, "enter")
        clock.forward(seconds=11)
        await app.pulse()
        assert shows(app, "Se kirjoitettiin takaisin")
    with opened(home, key) as book:
        assert "Pekka Salo" in labels(book)


async def test_a_click_after_the_idle_minutes_locks_too(filled: tuple[Home, str], clock: HandClock) -> None:
    async with at_work(filled, clock) as (app, pilot):
        clock.forward(minutes=11)
        app.post_message(events.MouseMove(None, 5, 5, 0, 0, 0, False, False, False))
        await until(pilot, lambda: is_locked_up(app))

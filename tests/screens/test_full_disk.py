"""The disk fills while the coach is typing: it is said, the text stays in sight, and it is saved when there is room."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

import pytest

from tests.screens.records import go_to_row
from tests.screens.running import open_app, paste, press, shows, small_home, until, write
from tests.store.workbooks import TODAY, opened
from valmentaja.places import Home
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.records.field_editor import FieldEditor
from valmentaja.store.checking import counts
from valmentaja.store.clients import all_clients
from valmentaja.store.diary import diary_entry_of, entry_or_none

LONG = "Pitkä päivä, josta riittää kerrottavaa. " * 6_000  # more than the last free pages of any file hold
FULL = "Levy on täynnä"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a disk of its own cannot be had here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@contextmanager
def filled_up(disk: Path) -> Iterator[None]:
    """The disk is full to the last byte, and then has room again."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    yield
    filler.unlink()


async def test_a_diary_typed_on_a_full_disk_is_said_kept_in_sight_and_saved_later(disk: Path) -> None:
    home = small_home(disk / "home")
    async with open_app(home, cache=str(disk / "cache")) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Alku. ")
        with filled_up(disk):
            await paste(pilot, LONG)
            await until(pilot, lambda: shows(app, FULL))
            await write(pilot, "Loppu.")
            await press(pilot, "escape")
            assert shows(app, FULL)
            assert app.screen.query_one(DayText).text == f"Alku. {LONG}Loppu."
            await press(pilot, "1", "5")
            assert app.screen.query_one(DayText).text == f"Alku. {LONG}Loppu."
            entry = entry_or_none(app.book, TODAY)
            assert entry is None or "Loppu" not in entry.text
        await press(pilot, "escape", "enter", "escape", "1")
        assert diary_entry_of(app.book, TODAY).text == f"Alku. {LONG}Loppu."
    with opened(home) as book:
        assert diary_entry_of(book, TODAY).text == f"Alku. {LONG}Loppu."


async def test_the_warning_of_what_leaving_would_lose_stands_until_a_key_and_comes_again_next_time(
    disk: Path,
) -> None:
    home = small_home(disk / "home")
    async with open_app(home, cache=str(disk / "cache")) as (app, pilot):
        await press(pilot, "5")
        for _ in range(2):
            with filled_up(disk):
                await paste(pilot, LONG[:200_000])
                await until(pilot, lambda: shows(app, FULL))
                await press(pilot, "ctrl+q")
                await app.pulse()
                await pilot.pause()
                assert shows(app, "ctrl+q uudelleen")
                assert app.is_open
            await app.pulse()
            await press(pilot, "backspace")
            await until(pilot, app.drafts.keep)


async def test_a_field_waits_for_room_with_all_that_was_typed(disk: Path) -> None:
    home = small_home(disk / "home")
    async with open_app(home, cache=str(disk / "cache")) as (app, pilot):
        await press(pilot, "2", "enter")
        await go_to_row(app, pilot, "/note")
        await press(pilot, "enter")
        editor = app.screen
        assert isinstance(editor, FieldEditor)
        with filled_up(disk):
            await paste(pilot, LONG)
            await press(pilot, "ctrl+s")
            assert cast("object", app.screen) is editor
            assert shows(app, FULL)
            assert editor.text == LONG
        await press(pilot, "ctrl+s")
        assert app.screen is not editor
        assert LONG in [one.note for one in all_clients(app.book)]


async def test_a_form_waits_for_room_with_all_that_was_typed(disk: Path) -> None:
    home = small_home(disk / "home")
    async with open_app(home, cache=str(disk / "cache")) as (app, pilot):
        before = counts(app.book)
        await press(pilot, "k")
        await write(pilot, "Lounas-Aitta")
        form = app.screen
        assert isinstance(form, LogForm)
        form.field("note").focus()
        with filled_up(disk):
            await paste(pilot, LONG)
            await press(pilot, "ctrl+s")
            assert cast("object", app.screen) is form
            assert shows(app, FULL)
            assert form.value("note") == LONG
            assert form.value("employer") == "Lounas-Aitta"
        await press(pilot, "ctrl+s")
        assert app.screen is not form
        assert sum(counts(app.book).values()) > sum(before.values())


async def test_a_single_key_on_a_full_disk_is_refused_and_works_when_there_is_room(disk: Path) -> None:
    home: Home = small_home(disk / "home")
    async with open_app(home, cache=str(disk / "cache")) as (app, pilot):
        with filled_up(disk):
            for _ in range(200):  # what is free inside the file is used up first
                await press(pilot, "e", "2")
                if shows(app, FULL):
                    break
            assert shows(app, FULL)
            held = counts(app.book)
        await press(pilot, "e", "2")
        assert not shows(app, FULL)
        assert counts(app.book) != held

"""At the door: the passphrase, the recovery code, and a workbook that cannot be opened."""

import os
import threading
from pathlib import Path

import pytest

from tests.screens.running import line_with, open_app, press, shows, until, write
from tests.store.workbooks import PASSPHRASE, opened, recovery_code
from valmentaja.backup import make_backup
from valmentaja.errors import Locked
from valmentaja.places import Home
from valmentaja.screens.door import unlock
from valmentaja.screens.door.unlock import Unlock
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.clock import Clock
from valmentaja.store.locks import key_by_code, key_by_passphrase
from valmentaja.texts import Texts

Kept = tuple[Home, str]


async def test_the_passphrase_opens_the_workbook_on_today(locked: Kept) -> None:
    async with open_app(locked[0], asked=True) as (app, pilot):
        assert shows(app, "Työkirja on lukossa")
        await write(pilot, PASSPHRASE + "\n")
        await until(pilot, lambda: app.is_open)
        assert app.current_mode == "today"
        assert app.book.raw_key == locked[1]


async def test_a_wrong_passphrase_is_said_kindly_and_can_be_typed_over(locked: Kept) -> None:
    async with open_app(locked[0], asked=True) as (app, pilot):
        await write(pilot, "sateessa\n")
        await until(pilot, lambda: shows(app, "Salasana ei avannut työkirjaa."))
        assert not shows(app, "palautuskoodi avaa")
        await write(pilot, "tuulessa\n")
        await until(pilot, lambda: shows(app, "Jos salasana on unohtunut, paina F6"))
        await write(pilot, PASSPHRASE + "\n")
        await until(pilot, lambda: app.is_open)


async def test_the_screen_stays_alive_while_the_key_is_derived(
    locked: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived = threading.Event()

    def slowly(home: Home, passphrase: str) -> str:
        derived.wait(10)
        return key_by_passphrase(home, passphrase)

    monkeypatch.setattr(unlock, "key_by_passphrase", slowly)
    async with open_app(locked[0], asked=True, size=(100, 30)) as (app, pilot):
        await write(pilot, PASSPHRASE + "\n")
        assert shows(app, "Avataan…")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "ctrl+l")
        assert not shows(app, "Avataan…")
        await press(pilot, "ctrl+l", "enter", "enter")
        assert shows(app, "Avataan…")
        derived.set()
        await until(pilot, lambda: app.is_open)


async def test_a_calm_page_stands_there_while_a_key_from_a_file_is_derived(locked: Kept) -> None:
    derived = threading.Event()
    home, key = locked

    def find_key() -> str:
        derived.wait(10)
        return key

    app = Workbench(home, Texts("fi"), Clock(), cache="", find_key=find_key, key_is_slow=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shows(app, "Avataan…"))
        derived.set()
        await until(pilot, lambda: app.is_open and app.current_mode == "today")


async def test_a_passphrase_file_that_does_not_open_leads_to_the_question(locked: Kept) -> None:
    def find_key() -> str:
        raise Locked("passphrase.wrong")

    app = Workbench(locked[0], Texts("fi"), Clock(), cache="", find_key=find_key, key_is_slow=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shows(app, "Salasana ei avannut työkirjaa."))
        await write(pilot, PASSPHRASE + "\n")
        await until(pilot, lambda: app.is_open)


async def test_a_key_file_of_another_workbook_is_no_damage(locked: Kept) -> None:
    async with open_app(locked[0], key="0" * 64) as (app, pilot):
        assert shows(app, "Tämä avain ei avaa työkirjaa")
        await write(pilot, PASSPHRASE + "\n")
        await until(pilot, lambda: app.is_open)


async def test_an_open_workbook_without_passphrase_is_opened_with_enter(empty: Home) -> None:
    async with open_app(empty, asked=True) as (app, pilot):
        assert "F6" not in line_with(app, "ctrl+q")
        await press(pilot, "enter")
        await until(pilot, lambda: app.is_open)


async def test_the_recovery_code_gives_a_new_passphrase_and_a_new_code(locked: Kept) -> None:
    home, key = locked
    async with open_app(home, asked=True) as (app, pilot):
        await press(pilot, "f6")
        await write(pilot, "abc\n")
        await until(pilot, lambda: shows(app, "Palautuskoodi ei avannut työkirjaa."))
        await write(pilot, recovery_code().lower() + "\n")
        await until(pilot, lambda: shows(app, "palautuskoodin unohtumisen varalle"))
        await write(pilot, "uusi pitkä lause\nuusi pitkä lause\n")
        await until(pilot, lambda: shows(app, "kirjoita se paperille"))
        new_code = line_with(app, "-").strip()
        assert key_by_passphrase(home, PASSPHRASE) == key, "nothing holds before the code is on paper"
        await write(pilot, new_code[-5:] + "\n")
        await until(pilot, lambda: app.is_open)
    assert key_by_passphrase(home, "uusi pitkä lause") == key_by_code(home, new_code) == key
    with pytest.raises(Locked):
        key_by_passphrase(home, PASSPHRASE)


async def test_going_back_before_the_new_code_is_on_paper_changes_nothing(locked: Kept) -> None:
    home, key = locked
    async with open_app(home, asked=True) as (app, pilot):
        await press(pilot, "f6")
        await write(pilot, recovery_code() + "\n")
        await until(pilot, lambda: shows(app, "palautuskoodin unohtumisen varalle"))
        await write(pilot, "uusi pitkä lause\nuusi pitkä lause\n")
        await until(pilot, lambda: shows(app, "kirjoita se paperille"))
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, Unlock)
    assert key_by_passphrase(home, PASSPHRASE) == key_by_code(home, recovery_code()) == key
    assert not [name for name in os.listdir(home.folder) if name.endswith(".new")]


async def test_a_damaged_workbook_is_told_with_the_newest_backup(locked: Kept) -> None:
    home, key = locked
    with opened(home, key) as book:
        make_backup(book)
    sound = Path(home.workbook).read_bytes()
    Path(home.workbook).write_bytes(os.urandom(len(sound)))
    async with open_app(home, asked=True) as (app, pilot):
        await write(pilot, PASSPHRASE + "\n")
        await until(pilot, lambda: shows(app, "Työkirja on vioittunut"))
        assert shows(app, "restore --latest")
        assert shows(app, "24.11.2026 klo 9.10")
        Path(home.workbook).write_bytes(sound)  # as if restored in another window
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, Unlock))
        await write(pilot, PASSPHRASE + "\n")
        await until(pilot, lambda: app.is_open)


async def test_a_damaged_workbook_whose_key_is_at_hand_is_told_too(empty: Home) -> None:
    Path(empty.workbook).write_bytes(Path(empty.workbook).read_bytes()[:100] + os.urandom(4000))
    async with open_app(empty) as (app, pilot):
        assert shows(app, "Työkirjaa ei voi avata")
        assert shows(app, "varmuuskopiota")
        await press(pilot, "ctrl+q")
    assert app.return_code in (0, None)


async def test_a_missing_key_file_is_got_round_by_the_recovery_code(locked: Kept) -> None:
    home, _ = locked
    os.remove(home.pass_key)
    async with open_app(home, asked=True) as (app, pilot):
        await write(pilot, PASSPHRASE + "\n")
        await until(pilot, lambda: shows(app, "pass.key puuttuu"))
        await press(pilot, "f6")
        await write(pilot, recovery_code() + "\n")
        await until(pilot, lambda: shows(app, "palautuskoodin unohtumisen varalle"))


async def test_a_newer_workbook_is_told_and_left_alone(empty: Home) -> None:
    with opened(empty) as book:
        book.execute("PRAGMA user_version = 999")
    async with open_app(empty) as (app, _pilot):
        assert shows(app, "uudemmalla Valmentajalla")
        assert not shows(app, "restore")


async def test_keys_without_a_workbook_ask_for_a_backup_and_not_for_a_new_workbook(locked: Kept) -> None:
    home, _ = locked
    os.remove(home.workbook)
    async with open_app(home) as (app, pilot):
        assert shows(app, "sen avaimet ovat tallella")
        await press(pilot, "enter")
        assert shows(app, "sen avaimet ovat tallella")


async def test_help_and_guide_can_be_read_at_the_door(locked: Kept) -> None:
    async with open_app(locked[0], asked=True) as (app, pilot):
        await press(pilot, "f1")
        assert shows(app, "palautuskoodilla")
        await press(pilot, "w", "escape", "escape")
        assert isinstance(app.screen, Unlock)

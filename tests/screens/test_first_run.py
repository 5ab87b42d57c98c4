"""The first run: some questions, a workbook, and the desk or the demo."""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.cli.running import Terminal
from tests.screens.running import PATIENCE, line_with, open_app, press, screen_text, shows, until, write
from tests.store.workbooks import TODAY, opened, plain_home
from valmentaja.places import Home
from valmentaja.screens.door.unlock import Unlock
from valmentaja.screens.program.app import Workbench
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import SETTINGS
from valmentaja.settings.setting import value_of
from valmentaja.settings.work import FULL_TIME_SHARE
from valmentaja.store.checking import counts
from valmentaja.store.locks import key_by_code, key_by_passphrase

PHRASE = "kuusi harmaata varista"
pytestmark = pytest.mark.usefixtures("quick_passphrases")

Running = tuple[Workbench, Pilot[None]]


@asynccontextmanager
async def at_the_code(home: Home) -> AsyncIterator[Running]:
    """The first run, in Finnish, with the recovery code in sight."""
    async with open_app(home) as (app, pilot):
        await press(pilot, "enter", "enter", "enter", "enter")
        await write(pilot, f"{PHRASE}\n{PHRASE}\n")
        await until(pilot, lambda: shows(app, "kirjoita se paperille"))
        yield app, pilot


def code_in_sight(app: Workbench) -> str:
    """The recovery code."""
    return line_with(app, "-").strip()


def made_in(home: Home) -> list[str]:
    """What lies in the folder of the home."""
    return sorted(os.listdir(home.folder)) if os.path.exists(home.folder) else []


async def test_a_few_questions_make_a_locked_workbook_and_open_it(nobody: Home) -> None:
    async with open_app(nobody) as (app, pilot):
        assert shows(app, "Tervetuloa")
        await press(pilot, "enter", "down", "enter")
        await write(pilot, "60")
        assert shows(app, "tavoite 4 tapaamista viikossa")
        await press(pilot, "enter", "enter")
        await write(pilot, f"{PHRASE}\n{PHRASE}\n")
        await until(pilot, lambda: shows(app, "kirjoita se paperille"))
        code = code_in_sight(app)
        await write(pilot, code[-5:].lower() + "\n")
        await until(pilot, lambda: shows(app, "Mistä aloitat?"))
        await press(pilot, "enter")
        await until(pilot, lambda: app.is_open)
        assert app.current_mode == "today"
        assert shows(app, "0/4")
        told = [
            value_of(app.book, one, TODAY) for one in (RECORDS_FOR, FULL_TIME_SHARE, SETTINGS["language"])
        ]
        assert told == ["payer", "60", "fi"]
        assert key_by_passphrase(nobody, PHRASE) == key_by_code(nobody, code) == app.book.raw_key


async def test_the_language_in_focus_is_spoken_at_once_and_from_then_on(nobody: Home) -> None:
    async with open_app(nobody) as (app, pilot):
        await press(pilot, "down")
        assert shows(app, "Welcome")
        await press(pilot, "up")
        assert shows(app, "Tervetuloa")
        await press(pilot, "down", "enter", "enter", "enter", "down", "enter")
        await until(pilot, lambda: shows(app, "The workbook is ready"))
        await press(pilot, "enter")
        await until(pilot, lambda: app.is_open)
        assert shows(app, "Employer meetings")
        assert value_of(app.book, SETTINGS["language"], TODAY) == "en"


async def test_going_back_finds_each_answer_as_it_was_given(nobody: Home) -> None:
    async with open_app(nobody) as (app, pilot):
        await press(pilot, "enter", "down", "down", "enter")
        await write(pilot, "45\n")
        await press(pilot, "escape")
        assert shows(app, "45")
        await press(pilot, "escape", "enter")
        assert shows(app, "45"), "also when the page was left backwards"
        await press(pilot, "escape", "escape")
        assert shows(app, "Tervetuloa")
        await press(pilot, "enter", "enter", "enter", "down", "enter")
        await until(pilot, lambda: shows(app, "Työkirja on valmis"))
        with opened(nobody) as book:
            assert value_of(book, FULL_TIME_SHARE, TODAY) == "45"


async def test_a_share_that_is_none_is_said_and_not_taken(nobody: Home) -> None:
    async with open_app(nobody) as (app, pilot):
        await press(pilot, "enter", "enter")
        for typed, said in (("0", "Anna luku 1–100."), ("50%", "tavoite 3"), ("paljon", "Anna luku 1–100.")):
            await write(pilot, typed)
            assert shows(app, said)
            await press(pilot, "enter") if said.startswith("Anna") else None
            assert shows(app, typed)
            await press(pilot, *("backspace",) * len(typed))


async def test_a_short_passphrase_or_two_different_ones_are_asked_again(nobody: Home) -> None:
    async with open_app(nobody) as (app, pilot):
        await press(pilot, "enter", "enter", "enter", "enter")
        await write(pilot, "lyhyt\n")
        assert shows(app, "Anna vähintään kahdeksan")
        await write(pilot, f"{PHRASE}\nkuusi harmaata varpusta\n")
        assert shows(app, "Salasanat ovat erilaiset.")
        assert not any(PHRASE in line for line in screen_text(app))
        await write(pilot, f"{PHRASE}\n")
        await until(pilot, lambda: shows(app, "kirjoita se paperille"))


async def test_the_code_is_written_back_or_left_after_a_warning(nobody: Home) -> None:
    async with at_the_code(nobody) as (app, pilot):
        await write(pilot, "aaaaa\n")
        assert shows(app, "Ei ole sama.")
        await press(pilot, "backspace", "enter")
        assert shows(app, "Koodia ei näytetä enää")
        assert not os.path.exists(nobody.workbook)
        await press(pilot, "enter")
        await until(pilot, lambda: shows(app, "Mistä aloitat?"))
        assert os.path.exists(nobody.workbook)


async def test_going_back_from_the_code_makes_nothing(nobody: Home) -> None:
    async with at_the_code(nobody) as (app, pilot):
        first = code_in_sight(app)
        await press(pilot, "escape")
        assert shows(app, "palautuskoodin unohtumisen varalle")
        await until(pilot, lambda: made_in(nobody) == [])
        await press(pilot, "enter")
        await until(pilot, lambda: shows(app, "kirjoita se paperille"))
        assert code_in_sight(app) != first


async def test_quitting_before_the_code_is_on_paper_leaves_nothing(nobody: Home) -> None:
    async with at_the_code(nobody) as (_app, pilot):
        await press(pilot, "ctrl+q")
    last = time.monotonic() + PATIENCE
    while made_in(nobody) and time.monotonic() < last:
        await asyncio.sleep(0.01)
    assert made_in(nobody) == []


def test_a_program_that_is_killed_at_the_code_begins_anew_the_next_time(nobody: Home) -> None:
    with Terminal(Path(nobody.folder)) as terminal:
        for seen, typed in (
            ("Tervetuloa", "\r"),
            ("asiakastiedoista", "\r"),
            ("tavoite", "\r"),
            ("suojataan", "\r"),
            ("palautuskoodin", f"{PHRASE}\r"),
            ("••••", f"{PHRASE}\r"),
        ):
            terminal.wait_for(seen)
            terminal.wait_until_read()
            terminal.type(typed, end="")
        terminal.wait_for("se paperille")
        terminal.process.kill()
        terminal.process.wait(10)
    assert all(one.startswith(".making-") for one in made_in(nobody))
    with Terminal(Path(nobody.folder)) as terminal:
        terminal.wait_for("Tervetuloa")


async def test_a_workbook_without_passphrase_is_made_when_that_is_said_honestly(nobody: Home) -> None:
    async with open_app(nobody) as (app, pilot):
        await press(pilot, "enter", "enter", "enter", "down")
        assert shows(app, "Jokainen, joka saa tiedoston, voi lukea sen.")
        await press(pilot, "enter")
        await until(pilot, lambda: shows(app, "Työkirja on valmis"))
        await press(pilot, "enter")
        await until(pilot, lambda: app.is_open)
        assert not app.book.encrypted


async def test_the_demo_is_looked_at_in_a_folder_of_its_own(nobody: Home) -> None:
    async with open_app(nobody) as (app, pilot):
        await press(pilot, "enter", "enter", "enter", "down", "enter")
        await until(pilot, lambda: shows(app, "Työkirja on valmis"))
        await press(pilot, "down", "enter")
        await until(pilot, lambda: shows(app, "Tämä on esimerkki"))
        assert shows(app, "valmentaja --home")
        await press(pilot, "enter")
        assert shows(app, "Aino K.")
        assert app.book.home.folder == f"{nobody.folder}-demo"
        await press(pilot, "ctrl+q")
    assert f'valmentaja --home "{nobody.folder}"' in app.last_words
    with opened(nobody) as book:
        assert counts(book)["client"] == 0


async def test_a_folder_that_a_service_synchronises_is_warned_of(tmp_path: Path) -> None:
    async with open_app(Home(str(tmp_path / "Dropbox" / "työ")), size=(100, 30)) as (app, _pilot):
        assert shows(app, "Dropbox")
        assert shows(app, "--home KANSIO")


async def test_a_folder_that_cannot_be_written_is_said_and_one_may_go_back(tmp_path: Path) -> None:
    (tmp_path / "tiedosto").touch()
    async with open_app(Home(str(tmp_path / "tiedosto" / "home"))) as (app, pilot):
        await press(pilot, "enter", "enter", "enter", "down", "enter")
        await until(pilot, lambda: shows(app, "Ei onnistunut"))
        await press(pilot, "escape")
        assert shows(app, "Miten työkirja suojataan?")


async def test_a_workbook_that_another_window_made_meanwhile_is_opened_and_not_overwritten(
    nobody: Home, tmp_path: Path
) -> None:
    async with at_the_code(nobody) as (app, pilot):
        other = plain_home(tmp_path / "other")
        os.replace(other.workbook, nobody.workbook)
        await write(pilot, code_in_sight(app)[-5:] + "\n")
        await until(pilot, lambda: isinstance(app.screen, Unlock))
        assert shows(app, "on jo työkirja")
        await press(pilot, "enter")
        await until(pilot, lambda: app.is_open)


async def test_what_another_workbook_has_left_is_not_built_upon(tmp_path: Path) -> None:
    home = Home(str(tmp_path))
    Path(f"{home.workbook}-wal").write_bytes(b"left")
    async with open_app(home) as (app, _pilot):
        assert shows(app, "jäänteitä toisesta työkirjasta")


async def test_hide_and_a_small_window_leave_the_code_in_its_place(nobody: Home) -> None:
    async with at_the_code(nobody) as (app, pilot):
        code = code_in_sight(app)
        await press(pilot, "ctrl+l")
        assert not any(code in line for line in screen_text(app))
        await press(pilot, "enter")
        await pilot.resize_terminal(30, 8)
        await until(pilot, lambda: shows(app, "30×8"))
        await pilot.resize_terminal(60, 16)
        await until(pilot, lambda: shows(app, code))
        await write(pilot, code[-5:] + "\n")
        await until(pilot, lambda: shows(app, "Mistä aloitat?"))

"""No text is lost: drafts through real keys, over crash, kill, lock and quit, and in two windows at once."""

import os
import signal
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from tests.screens.asked import STANCE, THOUGHTS, first_round
from tests.screens.records import go_to_part
from tests.screens.running import HandClock, open_app, page, press, shows, until, write
from tests.store.workbooks import CHECKOUT, TODAY, answered, day, locked_home, opened
from valmentaja.errors import CannotBeMet
from valmentaja.model.answer import Whose
from valmentaja.model.change import Draft
from valmentaja.model.place import AnswerPlace, DiaryPlace
from valmentaja.places import Home
from valmentaja.screens.contacts.log_form import LogForm
from valmentaja.screens.diary.day_text import DayText
from valmentaja.screens.drafts.window import new_window
from valmentaja.screens.program.app import Workbench
from valmentaja.store import drafts as stored_drafts
from valmentaja.store.answers import Asked, answer_now
from valmentaja.store.diary import diary_entry_of, entry_or_none, write_diary
from valmentaja.store.drafts import all_drafts, keep_draft

DIARY = DiaryPlace(TODAY)


def drafts_in(home: Home, key: str | None = None) -> tuple[Draft, ...]:
    """The drafts as another window finds them."""
    with opened(home, key) as book:
        return all_drafts(book)


def text_in(home: Home, key: str | None = None, days: int = 0) -> str:
    """The text of the day as another window finds it."""
    with opened(home, key) as book:
        return diary_entry_of(book, day(days)).text


def a_window_that_is_gone() -> str:
    """The name of a run of the program that has ended."""
    code = "from valmentaja.screens.drafts.window import new_window; print(new_window())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def full(*_: object) -> None:
    """In place of keeping a draft."""
    raise CannotBeMet("disk.full")


async def test_what_is_typed_is_on_disk_within_a_second_without_any_key_for_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Aamu alkoi")
        await until(pilot, lambda: [draft.text for draft in drafts_in(small)] == ["Aamu alkoi"])
        (draft,) = drafts_in(small)
        assert (draft.place, draft.began_from) == (DIARY, 0)
        assert entry_or_none(app.book, TODAY) is None


@pytest.mark.parametrize("keys", [("escape",), ("ctrl+s",), ("ctrl+l",), ("ctrl+n",), ("ctrl+q",)])
async def test_however_the_text_is_left_it_is_the_text_of_the_day_and_no_draft(
    small: Home, keys: tuple[str, ...]
) -> None:
    async with open_app(small) as (_, pilot):
        await press(pilot, "5")
        await write(pilot, "Kesken")
        await press(pilot, *keys)
    assert text_in(small) == "Kesken"
    assert drafts_in(small) == ()


async def test_a_terminal_that_goes_away_takes_no_text_with_it(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Kansi kiinni")
        os.kill(os.getpid(), signal.SIGHUP)
        await until(pilot, lambda: app._exit)
    assert text_in(small) == "Kansi kiinni"


async def test_a_lock_by_the_clock_keeps_the_text_before_it_drops_the_key(
    locked: tuple[Home, str], clock: HandClock
) -> None:
    home, key = locked
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Jäi auki")
        clock.forward(minutes=11)
        await app.pulse()
        assert not app.is_open
        assert text_in(home, key) == "Jäi auki"
        await pilot.pause()
        assert not shows(app, "Jäi auki")


async def test_the_draft_of_a_window_that_was_killed_comes_back_and_is_said(small: Home) -> None:
    with opened(small) as book:
        keep_draft(book, DiaryPlace(day(-3)), a_window_that_is_gone(), "Kesken jäänyt", 0)
    async with open_app(small) as (app, pilot):
        assert shows(app, "Kesken jäänyt teksti on tallessa päiväkirjassa: la 21.11.")
        assert all_drafts(app.book) == ()
        await press(pilot, "5", "escape", "left", "left", "left")
        assert app.screen.query_one(DayText).text == "Kesken jäänyt"


async def test_the_draft_of_a_window_that_runs_is_left_to_it(small: Home) -> None:
    with opened(small) as book:
        keep_draft(book, DIARY, new_window(), "Toinen ikkuna kirjoittaa", 0)
    async with open_app(small) as (app, _):
        assert [draft.text for draft in all_drafts(app.book)] == ["Toinen ikkuna kirjoittaa"]
        assert entry_or_none(app.book, TODAY) is None


async def test_a_killed_draft_of_a_day_written_since_follows_under_the_time_it_was_typed(small: Home) -> None:
    with opened(small, now=lambda: datetime(2026, 11, 24, 8, 30)) as book:
        keep_draft(book, DIARY, a_window_that_is_gone(), "Aamun ajatus", 0)
        write_diary(book, TODAY, "Päivän ajatus", heading="12.00")
    async with open_app(small):
        assert text_in(small) == "Päivän ajatus\n\n8.30\nAamun ajatus"


async def test_text_that_cannot_be_kept_now_stays_in_sight_is_said_and_is_kept_later(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Levy täynnä")

        with monkeypatch.context() as patch:
            patch.setattr("valmentaja.store.drafts.keep_draft", full)
            await press(pilot, "escape")
            assert shows(app, app.texts("error.disk.full")[:50])
            await press(pilot, "left", "right")
            assert app.screen.query_one(DayText).text == "Levy täynnä"
            assert entry_or_none(app.book, TODAY) is None
        await press(pilot, "enter", "escape", "1")
        assert diary_entry_of(app.book, TODAY).text == "Levy täynnä"


def typed_in_form(app: Workbench) -> str:
    assert isinstance(app.screen, LogForm)
    return app.screen.value("employer")


async def test_a_form_whose_text_cannot_be_kept_says_so_and_stays_until_it_can(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "k")
        await write(pilot, "Levy täynnä")
        with monkeypatch.context() as patch:
            patch.setattr("valmentaja.store.drafts.keep_draft", full)
            await app.pulse()
            await pilot.pause()
            assert app.screen.query_one("#told").has_class("wrong")
            assert shows(app, app.texts("error.disk.full")[:50])
            await press(pilot, "escape")
            assert typed_in_form(app) == "Levy täynnä"
            assert not shows(app, app.texts("form.waits"))
        await press(pilot, "escape")
        assert shows(app, app.texts("form.waits"))
        await press(pilot, "k")
        assert typed_in_form(app) == "Levy täynnä"


async def test_while_text_cannot_be_kept_quitting_is_asked_for_twice(
    small: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Levy täynnä")
        monkeypatch.setattr("valmentaja.store.drafts.keep_draft", full)
        await press(pilot, "ctrl+q")
        assert shows(app, "ctrl+q uudelleen")
        assert app.is_open
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: app._exit)


async def test_a_lock_does_not_throw_away_what_cannot_be_kept(
    locked: tuple[Home, str], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key = locked
    async with open_app(home, key=key, clock=clock) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Salaisuus")
        with monkeypatch.context() as patch:
            patch.setattr("valmentaja.store.drafts.keep_draft", full)
            clock.forward(minutes=11)
            await app.pulse()
            await pilot.pause()
            assert app.is_open
            assert not shows(app, "Salaisuus")
        await press(pilot, "enter", "escape")
        assert text_in(home, key) == "Salaisuus"


async def test_text_that_its_day_has_no_room_for_waits_as_a_draft(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Vielä tämä")
        with opened(small) as other:
            write_diary(other, TODAY, "a" * 999_999, heading="9.00")
        await press(pilot, "escape")
        assert shows(app, "liian pitkä")
        assert [draft.text for draft in all_drafts(app.book)] == ["Vielä tämä"]
        assert len(diary_entry_of(app.book, TODAY).text) == 999_999
        await press(pilot, "left", "right")
        assert app.screen.query_one(DayText).text == "Vielä tämä"


async def test_text_undo_reaches_over_a_settling_and_becomes_a_change_again(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await write(pilot, "Yksi")
        await press(pilot, "escape", "enter", "ctrl+z", "escape")
        assert diary_entry_of(app.book, TODAY).text == app.screen.query_one(DayText).text == ""


async def test_typing_and_taking_it_back_leaves_no_change(small: Home) -> None:
    async with open_app(small) as (app, pilot):
        await press(pilot, "5")
        await press(pilot, "a", "backspace", "escape")
        assert entry_or_none(app.book, TODAY) is None
        assert stored_drafts.all_drafts(app.book) == ()
        assert page(app).desk == "diary"


async def test_a_restart_after_kill_finds_the_text(tmp_path: Path, quick_passphrases: None) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(answered(home, key), key) as book:
        keep_draft(book, DIARY, a_window_that_is_gone(), "Ennen sähkökatkoa", 0)
    async with open_app(home, key=key) as (app, pilot):
        await press(pilot, "5")
        assert app.screen.query_one(DayText).text == "Ennen sähkökatkoa"


async def test_an_answer_that_a_killed_window_left_is_with_its_question_and_one_moved_meanwhile_waits_there(
    empty: Home,
) -> None:
    who = first_round(empty)
    gone = a_window_that_is_gone()
    with opened(empty) as book:
        keep_draft(book, AnswerPlace(who.id, STANCE, Whose.CLIENT), gone, "Kysytään itse.", 0)
        keep_draft(book, AnswerPlace(who.id, THOUGHTS, Whose.CLIENT), gone, "Jännittää.", 0)
    async with open_app(empty, size=(160, 24)) as (app, pilot):
        assert shows(
            app,
            "Kesken jäänyt vastaus on tallessa kysymyksessään. Kesken jäänyt vastaus odottaa kysymyksessään: "
            "siihen on vastattu muualla,",
        )
        assert [draft.text for draft in all_drafts(app.book)] == ["Jännittää."]
        said = answer_now(app.book, Asked(who.id, STANCE))
        assert said is not None
        assert said.text == "Kysytään itse."
        await press(pilot, "2", "enter")
        await go_to_part(app, pilot, "questions")
        assert shows(app, "Kysytään itse.")
        assert shows(app, "Pelottaa vähän.")

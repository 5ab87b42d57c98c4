"""A workbook that a command made without asking who is responsible for the records: the screens ask it."""

from pathlib import Path

import pytest

from tests.screens.running import open_app, press, shows, until
from tests.store.workbooks import TODAY, aino, locked_home, opened, plain_home
from valmentaja.model.records_for import RecordsFor
from valmentaja.places import Home
from valmentaja.screens.door.records_asked import RecordsAsked
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.setting import answer_to
from valmentaja.store.clients import all_clients

QUESTION = "Kuka vastaa asiakastiedoista?"


@pytest.fixture
def unasked(tmp_path: Path) -> Home:
    """A workbook as a command makes it where there is nobody to ask."""
    return plain_home(tmp_path / "home")


def answer_kept(home: Home) -> str | None:
    with opened(home) as book:
        return answer_to(book, RECORDS_FOR, TODAY)


async def test_it_is_asked_once_and_then_today_is_there(unasked: Home) -> None:
    async with open_app(unasked) as (app, pilot):
        assert shows(app, QUESTION)
        assert shows(app, "Työkirja tehtiin komennolla")
        await press(pilot, "down", "enter")
        await until(pilot, lambda: not shows(app, QUESTION))
        assert app.current_mode == "today"
    assert answer_kept(unasked) == RecordsFor.PAYER
    async with open_app(unasked) as (app, _pilot):
        assert not shows(app, QUESTION)


async def test_esc_puts_the_question_off_to_the_next_opening(unasked: Home) -> None:
    for _ in range(2):
        async with open_app(unasked) as (app, pilot):
            assert shows(app, QUESTION)
            await press(pilot, "escape")
            assert not shows(app, QUESTION)
            assert not isinstance(app.screen, RecordsAsked)
    assert answer_kept(unasked) is None


async def test_names_that_are_there_stay_when_it_is_not_yet_known_and_that_is_said(unasked: Home) -> None:
    with opened(unasked) as book:
        aino(book)
    async with open_app(unasked, size=(120, 40)) as (app, pilot):
        await press(pilot, "end", "enter")
        await until(pilot, lambda: shows(app, "Yhden asiakkaan nimi on kirjattu jo. Se jää;"))
        assert [one.name for one in all_clients(app.book)] == ["Aino Kallio"]
    assert answer_kept(unasked) == RecordsFor.NOT_YET_KNOWN


async def test_a_lock_closes_the_question_and_it_waits_behind_the_passphrase(
    tmp_path: Path, quick_passphrases: None
) -> None:
    home, key = locked_home(tmp_path / "home")
    async with open_app(home, key=key) as (app, pilot):
        assert shows(app, QUESTION)
        app.action_lock()
        await until(pilot, lambda: not app.is_open)
        assert not shows(app, QUESTION)

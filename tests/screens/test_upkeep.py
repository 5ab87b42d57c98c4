"""Backup and new words beside the screens: done once a day, and stopped at once by a lock or by quitting."""

import gc
import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.screens.running import PATIENCE, open_app, press, small_caseload, until, write
from tests.store.workbooks import PASSPHRASE, opened
from valmentaja.backup import backups
from valmentaja.places import Home
from valmentaja.screens.program import upkeep
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.program.upkeep import Upkeep, daily_backup, learn_words
from valmentaja.store.search import queued_forms
from valmentaja.store.stopping import Stop
from valmentaja.store.workbook import Workbook


class Halfway:
    """Holds the work between two of its steps until it is told to stop."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.ended = threading.Event()

    def hold(self, stop: Stop) -> None:
        """Waits for the stop, and then looks at it as ever."""
        self.reached.set()
        for _ in range(int(PATIENCE * 100)):
            if stop.asked:
                break
            self.ended.wait(0.01)
        _look(stop)

    def backup(self, told: Upkeep) -> bool:
        """The backup of the day; its end is seen, however it comes."""
        try:
            return daily_backup(told)
        finally:
            self.ended.set()


_look = Stop.look


@pytest.fixture
def halfway(monkeypatch: pytest.MonkeyPatch) -> Halfway:
    """The backup of the day begins at once, and stands still when the first pages are copied."""
    held = Halfway()
    monkeypatch.setattr("valmentaja.screens.program.app.LOOK_AFTER_SECONDS", 0.01)
    monkeypatch.setattr(upkeep, "daily_backup", held.backup)
    monkeypatch.setattr("valmentaja.store.checking.PAGES_AT_A_TIME", 1)
    looks = iter(range(1_000_000))
    monkeypatch.setattr(Stop, "look", lambda stop: held.hold(stop) if next(looks) == 5 else _look(stop))
    return held


@pytest.fixture
def filled(locked: tuple[Home, str]) -> Home:
    """The small caseload in a workbook that `PASSPHRASE` opens."""
    with opened(*locked) as book:
        small_caseload(book)
    return locked[0]


async def unlock(app: Workbench, pilot: Pilot[None]) -> None:
    """Gives the passphrase."""
    await write(pilot, PASSPHRASE + "\n")
    await until(pilot, lambda: app.is_open)


def keys_held() -> list[object]:
    """Everything in the program that holds the key of a workbook."""
    gc.collect()
    books = [one for one in gc.get_objects() if isinstance(one, Workbook) and one.raw_key]
    return [*books, *(one for one in gc.get_objects() if isinstance(one, Upkeep) and one._raw_key)]


def left_in(home: Home) -> list[str]:
    folder = Path(home.backups)
    return sorted(one.name for one in folder.iterdir()) if folder.exists() else []


async def test_a_lock_in_the_middle_of_a_backup_ends_it_and_leaves_neither_key_nor_half_a_file(
    filled: Home, halfway: Halfway
) -> None:
    async with open_app(filled, asked=True) as (app, pilot):
        await unlock(app, pilot)
        await until(pilot, halfway.reached.is_set)
        assert left_in(filled) != []
        assert keys_held() != []
        await press(pilot, "x")
        await until(pilot, lambda: not app.is_open)
        await until(pilot, halfway.ended.is_set)
        await until(pilot, lambda: not left_in(filled))
        assert keys_held() == []
        assert app.said == ""
        await unlock(app, pilot)
        await until(pilot, lambda: backups(filled))


async def test_quitting_does_not_wait_for_the_backup(filled: Home, halfway: Halfway) -> None:
    async with open_app(filled, asked=True) as (app, pilot):
        await unlock(app, pilot)
        await until(pilot, halfway.reached.is_set)
        await press(pilot, "ctrl+q")
    assert halfway.ended.wait(PATIENCE)
    assert left_in(filled) == []


def test_an_unstopped_round_makes_the_backup_of_the_day_and_learns_the_words(small: Home) -> None:
    def words_queued() -> list[str]:
        with opened(small) as book:
            return queued_forms(book)

    assert words_queued()
    with opened(small) as book:
        now = book.now
    round_ = Upkeep(small, None, now, f"{small.folder}/cache")
    assert daily_backup(round_)
    learn_words(round_)
    assert len(backups(small)) == 1
    assert words_queued() == []


def test_a_long_reading_of_the_workbook_is_broken_off_by_a_stop(small: Home) -> None:
    stop = Stop()
    with opened(small) as book:
        stop.watch(book.connection)
        threading.Timer(0.05, stop.ask).start()
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        with pytest.raises(Exception, match="damaged"):
            book.row(endless)

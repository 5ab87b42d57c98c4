"""Two windows that write at the same moment."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.workbooks import Clock, aino, answer, elsewhere, opened, plain_home, refusal, visited
from valmentaja.backup import backups, bring_up_to_date
from valmentaja.places import Home
from valmentaja.store import connection, migrations
from valmentaja.store.checking import refuse_damage
from valmentaja.store.clients import all_clients
from valmentaja.store.connection import Connection
from valmentaja.store.journal import changes
from valmentaja.store.workbook import open_workbook


def test_a_workbook_that_another_window_keeps_writing_to_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    home = plain_home(tmp_path / "home")
    with opened(home) as book, opened(home) as other:
        with other.transaction():
            assert refusal(lambda: aino(book)) == "workbook.busy"
            assert all_clients(book) == ()
        assert aino(book).id == 1


def test_a_change_waits_for_another_window_to_finish_its_own(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "home")
    holds, lets_go = threading.Event(), threading.Event()

    def hold() -> None:
        with opened(home) as other, other.transaction():
            holds.set()
            lets_go.wait(0.2)

    writer = threading.Thread(target=hold)
    with opened(home) as book:
        writer.start()
        holds.wait()
        assert aino(book).id == 1
    writer.join()


def write_a_hundred(folder: str, name: str, signal: str) -> None:
    """Logs a hundred contacts from the moment that the signal is there, and says their ids."""
    with open_workbook(Home(folder), None, Clock()) as book:
        print("ready", flush=True)
        while not os.path.exists(signal):
            time.sleep(0.001)
        for number in range(100):
            print(visited(book, f"{name} {number}").id, flush=True)


def started_together(act: Callable[..., object], home: Home, names: tuple[str, ...]) -> list[list[str]]:
    """What each of several processes says that begin at the same moment."""
    go = os.path.join(os.path.dirname(home.folder), "go")
    processes = [elsewhere(act, home.folder, name, go) for name in names]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    Path(go).touch()
    return [answer(process).split() for process in processes]


def test_two_processes_that_log_a_hundred_contacts_each_keep_two_hundred(tmp_path: Path) -> None:
    home = plain_home(tmp_path / "home")
    first, second = started_together(write_a_hundred, home, ("Aino", "Eero"))
    with opened(home) as book:
        kept = {str(row["id"]) for row in book.rows("SELECT id FROM employer_contact")}
        assert len(kept) == 200
        assert {*first, *second} == kept
        assert len(changes(book, most=1000)) == 200
        refuse_damage(book)


def one_more(connection: Connection) -> None:
    """A migration that would show if it were done twice."""
    connection.execute("UPDATE client SET note = coalesce(note, '') || '+'")


def bring_to_the_same_new_shape(folder: str, _: str, signal: str) -> None:
    """Brings a workbook up to date from the moment that the signal is there."""
    migrations.MIGRATIONS = (*migrations.MIGRATIONS, ("0003_one_more", one_more))
    with open_workbook(Home(folder), None, Clock()) as book:
        assert book.needs_migration
        print("ready", flush=True)
        while not os.path.exists(signal):
            time.sleep(0.001)
        bring_up_to_date(book)
        print(book.needs_migration)


def test_two_processes_that_bring_a_workbook_up_to_date_do_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = plain_home(tmp_path / "home")
    with opened(home) as book:
        aino(book)
    assert started_together(bring_to_the_same_new_shape, home, ("a", "b")) == [["False"], ["False"]]
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("0003_one_more", one_more)))
    with opened(home) as book:
        assert all_clients(book)[0].note == "+"
        assert not book.needs_migration
        refuse_damage(book)
    assert {one.occasion for one in backups(home)} == {"before-update"}

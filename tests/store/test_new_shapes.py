"""A next step of the way brings a column and a table: old and new workbooks then behave alike."""

from pathlib import Path

import pytest

from tests.store.workbooks import TODAY, Clock, aino, day, opened, plain_home
from valmentaja.places import Home
from valmentaja.store import migrations
from valmentaja.store.caseload import client_facts
from valmentaja.store.connection import Connection
from valmentaja.store.first_schema import FIRST_SEARCHED
from valmentaja.store.journal import redo, undo
from valmentaja.store.locks import make_home
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.triggers import Searched, renew_triggers
from valmentaja.store.workbook import Workbook


def with_payers(connection: Connection) -> None:
    """A further shape: the client's payer, and a table of offers, both journaled and one searched."""
    connection.execute("ALTER TABLE client ADD COLUMN payer TEXT")
    columns = tuple(row[1] for row in connection.execute("PRAGMA table_info(client)"))
    renew_triggers(connection, "client", columns, FIRST_SEARCHED["client"])
    connection.execute(
        "CREATE TABLE offer (id INTEGER PRIMARY KEY, job TEXT NOT NULL, day TEXT NOT NULL) STRICT"
    )
    renew_triggers(connection, "offer", ("id", "job", "day"), Searched("''", ("job",), "{row}.day"))


def hits(book: Workbook, word: str) -> int:
    return len(book.rows("SELECT rowid FROM search WHERE search MATCH ?", (word,)))


@pytest.fixture
def shape(monkeypatch: pytest.MonkeyPatch) -> None:
    further = ("9999_payers", with_payers)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, further))


@pytest.fixture(params=["made before", "made after"])
def grown(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    """A workbook of that shape: one that an older program made, or a new one."""
    if request.param == "made before":
        home = plain_home(tmp_path / "home")
        with opened(home) as book:
            aino(book)
        request.getfixturevalue("shape")
        with opened(home) as book:
            migrations.migrate(book.connection)
        return home
    request.getfixturevalue("shape")
    home = Home(str(tmp_path / "home"))
    make_home(home, None, Clock())
    with opened(home) as book:
        aino(book)
    return home


def test_a_change_of_the_new_column_is_undone_and_done_again(grown: Home) -> None:
    with opened(grown) as book:
        with book.change("record_changed", kind="client", record="Aino", field="note") as writing:
            writing.update("client", 1, payer="kunta")
        for turn, expected in ((undo, None), (redo, "kunta")):
            turn(book)
            row = book.row("SELECT payer FROM client WHERE id = 1")
            assert row is not None
            assert row["payer"] == expected


def test_a_record_of_the_new_table_is_found_and_undone(grown: Home) -> None:
    with opened(grown) as book:
        with book.change("diary_written", day=TODAY.isoformat()) as writing:
            writing.insert("offer", id=90, job="pakkaaja", day=TODAY.isoformat())
        assert hits(book, "pakkaaja") == 1
        undo(book)
        assert (hits(book, "pakkaaja"), book.rows("SELECT * FROM offer")) == (0, [])
        redo(book)
        assert hits(book, "pakkaaja") == 1


def test_a_step_agreed_today_was_not_there_yesterday(tmp_path: Path) -> None:
    with opened(plain_home(tmp_path / "home")) as book:
        who = aino(book)
        words = StepWords("soittaa", day(2), TODAY)
        agree_next_step(book, words, about="Aino", client_id=who.id, employer_id=None)
        (yesterday,), (today,) = client_facts(book, day(-1)), client_facts(book, TODAY)
    assert (yesterday.open_steps, yesterday.anything_agreed) == ((), False)
    assert (len(today.open_steps), today.anything_agreed) == (1, True)

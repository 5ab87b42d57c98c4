"""Nothing that the coach wrote can be read from the files of a locked home without its key, at any moment."""

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.store.workbooks import (
    TODAY,
    aino,
    answer,
    day,
    elsewhere,
    locked_home,
    met,
    opened,
    plain_home,
    the_field,
    visited,
)
from valmentaja import backup
from valmentaja.backup import making, restoring
from valmentaja.model.place import FieldPlace
from valmentaja.places import Home
from valmentaja.rules.written import LONGEST_TEXT
from valmentaja.store import checking
from valmentaja.store.diary import write_diary
from valmentaja.store.drafts import keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.journal import undo
from valmentaja.store.search import find
from valmentaja.store.stored_settings import keep_setting
from valmentaja.store.workbook import Workbook

MARKER = "Kissankellotar"


def plant(book: Workbook) -> None:
    """Writes the marker wherever a coach can write, and into the past of the journal."""
    who = aino(book, MARKER)
    change_field(book, "client", who.id, the_field("client", "note"), f"{MARKER} pitää aamuista.")
    change_field(book, "client", who.id, the_field("client", "note"), None)
    visited(book, f"{MARKER} Oy", client_id=who.id, present=True, who=MARKER, note=MARKER)
    met(book, who, topic=MARKER)
    undo(book)
    write_diary(book, TODAY, f"#{MARKER} " * 2000, heading="9.10")
    write_diary(book, day(-1), (MARKER + "\n").ljust(LONGEST_TEXT, "x"), heading="9.10")
    keep_draft(book, FieldPlace("client", who.id, MARKER), "a", f"kesken {MARKER}", 0)
    keep_setting(book, MARKER, MARKER, date(2026, 11, 23))


def plant_and_die(folder: str, key: str) -> None:
    """Plants the marker and is killed with the file open."""
    book = opened(Home(folder), key)
    plant(book)
    os.kill(os.getpid(), signal.SIGKILL)


def told_by(folder: Path) -> list[str]:
    """The files under the folder from which the marker can be read, in any case and any usual encoding."""
    spellings = [word.encode(code) for word in (MARKER, MARKER.lower()) for code in ("utf-8", "utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [
        str(path)
        for path in files
        if any(spelling in path.read_bytes() or spelling in path.name.encode() for spelling in spellings)
    ]


@pytest.fixture
def everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that holds the home and what this process and its children take for the temporary folder."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield tmp_path
    tempfile.tempdir = None


def test_a_workbook_without_a_passphrase_is_read_by_anyone(everywhere: Path) -> None:
    home = plain_home(everywhere / "open")
    with opened(home) as book:
        plant(book)
        assert told_by(everywhere)
    assert told_by(everywhere) == [home.workbook]


@pytest.mark.usefixtures("no_dictionary")
def test_a_locked_workbook_tells_nothing_open_searched_or_closed(everywhere: Path) -> None:
    home, key = locked_home(everywhere / "locked")
    with opened(home, key) as book:
        plant(book)
        assert os.path.exists(home.workbook + "-wal")
        assert find(book, MARKER, language="fi", cache_folder=str(everywhere))
        checking.refuse_damage(book)
        assert told_by(everywhere) == []
    assert told_by(everywhere) == []


def test_a_killed_program_leaves_nothing_behind_that_tells(everywhere: Path) -> None:
    home, key = locked_home(everywhere / "locked")
    process = elsewhere(plant_and_die, home.folder, key)
    assert answer(process) == ""
    assert process.returncode == -signal.SIGKILL
    assert os.path.getsize(home.workbook + "-wal") > LONGEST_TEXT
    assert told_by(everywhere) == []
    with opened(home, key) as book:
        assert book.row("SELECT 1 FROM client WHERE name = ?", (MARKER,))


def test_backups_and_their_making_and_restoring_tell_nothing(
    everywhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key = locked_home(everywhere / "locked")
    moments: list[str] = []

    def look(moment: str) -> None:
        moments.append(moment)
        assert told_by(everywhere) == [], moment

    def refuse_damage(book: Workbook) -> None:
        look("verified")
        checking.refuse_damage(book)

    def copy_into(source: Workbook, live: Workbook, *, begun: Callable[[], None]) -> None:
        look("unpacked")
        checking.copy_into(source, live, begun=begun)
        look("restored")

    monkeypatch.setattr(making, "refuse_damage", refuse_damage)
    monkeypatch.setattr(restoring, "refuse_damage", refuse_damage)
    monkeypatch.setattr(restoring, "copy_into", copy_into)
    with opened(home, key) as book:
        plant(book)
        made = backup.make_backup(book)
        backup.make_backup(book, to=str(everywhere / "copy.zip"))
        backup.restore(home, made, live=book, raw_key=key, ask_passphrase=str)
        assert told_by(everywhere) == []
    assert moments == ["verified", "verified", "verified", "verified", "unpacked", "restored"]
    assert told_by(everywhere) == []


def test_a_plain_backup_restored_into_a_locked_home_is_locked_there(everywhere: Path, tmp_path: Path) -> None:
    plain = plain_home(everywhere / "open")
    with opened(plain) as book:
        plant(book)
        made = backup.make_backup(book, to=str(everywhere / "open" / "copy.zip"))
    home, key = locked_home(everywhere / "apart" / "locked")
    with opened(home, key) as book:
        backup.restore(home, made, live=book, raw_key=key, ask_passphrase=str)
        assert book.row("SELECT 1 FROM client WHERE name = ?", (MARKER,))
    assert told_by(everywhere / "apart") == []

"""Restoring: the workbook holds again what a backup held, and what it held in between is not lost either."""

import os
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.store.workbooks import (
    PASSPHRASE,
    TODAY,
    aino,
    everything,
    lived_in,
    locked_home,
    looked_through,
    opened,
    place_of_records,
    plain_home,
    refusal,
)
from valmentaja.backup import Restored, make_backup, restore, restoring
from valmentaja.errors import CannotBeMet, Damaged, Locked
from valmentaja.places import Home
from valmentaja.store import connection, migrations
from valmentaja.store.clients import all_clients
from valmentaja.store.connection import Connection, connect, is_plain
from valmentaja.store.diary import entry_or_none, write_diary
from valmentaja.store.journal import changes, undo
from valmentaja.store.keys import new_raw_key, normal_passphrase, write_key_file
from valmentaja.store.locks import change_passphrase, key_by_passphrase
from valmentaja.store.workbook import Workbook

pytestmark = pytest.mark.usefixtures("quick_passphrases")


def never_asked() -> str:
    raise AssertionError("no passphrase should be needed")


def restored(
    book: Workbook, path: str, ask: Callable[[], str] = never_asked, key: str | None = None
) -> Restored:
    return restore(book.home, path, live=book, raw_key=key or book.raw_key, ask_passphrase=ask)


def labels(book: Workbook) -> list[str]:
    return [one.label for one in all_clients(book)]


@pytest.fixture(params=["plain", "locked"])
def lived(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Home, str | None, str]:
    """A home, its key, and a backup of it in which there is Aino."""
    folder = tmp_path / "home"
    home, key = locked_home(folder) if request.param == "locked" else (plain_home(folder), None)
    with opened(home, key) as book:
        aino(book)
        return home, key, make_backup(book)


def leftovers(home: Home) -> list[str]:
    """What lies in the home that is neither the workbook, its keys nor its backups."""
    known = ("workbook.db", "pass.key", "code.key", "backups")
    return [name for name in os.listdir(home.folder) if not name.startswith(known)]


def test_a_backup_is_restored_into_the_open_workbook_and_other_windows_see_it_at_once(
    lived: tuple[Home, str | None, str],
) -> None:
    home, key, path = lived
    with opened(home, key) as book, opened(home, key) as other:
        aino(book, "Eero")
        assert labels(other) == ["Aino Kallio", "Eero"]
        kept = restored(book, path)
        assert labels(book) == labels(other) == ["Aino Kallio"]
        aino(other, "Liisa")
        assert labels(book) == ["Aino Kallio", "Liisa"]
        assert book.row("PRAGMA journal_mode")[0] == "wal"  # type: ignore[index]
    assert kept.replaced_backup is not None
    assert kept.set_aside is None
    assert leftovers(home) == []
    looked_through(home, key)


def test_restoring_waits_for_another_window_and_not_for_ever(
    lived: tuple[Home, str | None, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    home, key, path = lived
    with opened(home, key) as book, opened(home, key) as other:
        aino(book, "Eero")
        with other.transaction():
            assert refusal(lambda: restored(book, path)) == "workbook.busy"
        assert labels(book) == ["Aino Kallio", "Eero"]
        restored(book, path)
        assert labels(other) == ["Aino Kallio"]


def test_what_was_replaced_can_be_restored_again(lived: tuple[Home, str | None, str]) -> None:
    home, key, path = lived
    with opened(home, key) as book:
        write_diary(book, TODAY, "Tämä ei katoa.", heading="9.10")
        before = everything(book)
        kept = restored(book, path).replaced_backup
        assert kept is not None
        assert entry_or_none(book, TODAY) is None
        restored(book, kept)
        assert everything(book) == before
        assert undo(book).what == "diary_written"


def test_the_journal_comes_back_with_the_backup(lived: tuple[Home, str | None, str]) -> None:
    home, key, path = lived
    with opened(home, key) as book:
        aino(book, "Eero")
        restored(book, path)
        assert [one.what for one in changes(book)] == ["client_added"]
        undo(book)
        assert labels(book) == []


def test_an_old_backup_opens_with_the_key_and_the_passphrase_of_today_stays(tmp_path: Path) -> None:
    """The raw key never changes, so the backup's own passphrase is not needed."""
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        path = make_backup(book)
        change_passphrase(home, key, "uusi")
        restored(book, path)
    assert key_by_passphrase(home, "uusi") == key
    with pytest.raises(Locked):
        key_by_passphrase(home, PASSPHRASE)


@pytest.fixture
def foreign(tmp_path: Path) -> str:
    """A backup of another workbook, with a key and the passphrase `vieras` of its own, in which there is Vieno."""
    home, key = locked_home(tmp_path / "foreign", "vieras")
    with opened(home, key) as book:
        aino(book, "Vieno")
        return make_backup(book)


def test_a_backup_of_another_workbook_needs_its_own_passphrase_and_takes_our_key(
    tmp_path: Path, foreign: str
) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        aino(book)
        before = everything(book)
        with pytest.raises(Locked, match=r"^backup\.passphrase_wrong$"):
            restored(book, foreign, ask=lambda: "väärä")
        assert everything(book) == before
        restored(book, foreign, ask=lambda: "vieras")
        assert labels(book) == ["Vieno"]
    with opened(home, key_by_passphrase(home, PASSPHRASE)) as book:
        assert labels(book) == ["Vieno"]
        aino(book)
    assert leftovers(home) == []


def test_a_backup_is_restored_into_an_empty_home_with_its_keys(tmp_path: Path, foreign: str) -> None:
    home = Home(str(tmp_path / "new"))
    done = restore(home, foreign, live=None, raw_key=None, ask_passphrase=lambda: "vieras")
    assert done == Restored(None, None, same_key=False)
    assert sorted(os.listdir(home.folder)) == ["code.key", "pass.key", "workbook.db"]
    assert all(
        os.stat(os.path.join(home.folder, name)).st_mode & 0o777 == 0o600 for name in os.listdir(home.folder)
    )
    with opened(home, key_by_passphrase(home, "vieras")) as book:
        assert labels(book) == ["Vieno"]


def test_a_workbook_that_is_gone_comes_back_to_its_keys(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        aino(book)
        path = make_backup(book)
    change_passphrase(home, key, "uusi")
    os.remove(home.workbook)
    assert restore(home, path, live=None, raw_key=key, ask_passphrase=never_asked) == Restored(
        None, None, same_key=True
    )
    with opened(home, key_by_passphrase(home, "uusi")) as book:
        assert labels(book) == ["Aino Kallio"]


def test_a_home_whose_keys_are_gone_gets_those_of_the_backup(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        path = make_backup(book)
    for gone in (home.workbook, home.pass_key):
        os.remove(gone)
    restore(home, path, live=None, raw_key=key, ask_passphrase=never_asked)
    assert key_by_passphrase(home, PASSPHRASE) == key


def damage(home: Home, place: int) -> bytes:
    """Flips a byte; gives the damaged file."""
    content = bytearray(Path(home.workbook).read_bytes())
    content[place] ^= 0xFF
    Path(home.workbook).write_bytes(content)
    return bytes(content)


def test_a_workbook_that_does_not_open_is_set_aside_whole(lived: tuple[Home, str | None, str]) -> None:
    home, key, path = lived
    broken = damage(home, 3)
    done = restore(home, path, live=None, raw_key=key, ask_passphrase=never_asked)
    assert done.set_aside is not None
    assert Path(done.set_aside, "workbook.db").read_bytes() == broken
    with opened(home, key) as book:
        assert labels(book) == ["Aino Kallio"]


def test_a_workbook_that_opens_and_proves_damaged_is_set_aside_too(tmp_path: Path) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book:
        lived_in(book)
        path = make_backup(book)
        place = place_of_records(book)
    broken = damage(home, place)
    book = opened(home, key)
    done = restored(book, path)
    assert done.replaced_backup is None
    assert done.set_aside is not None
    assert Path(done.set_aside, "workbook.db").read_bytes() == broken
    looked_through(home, key)
    assert not Path(done.set_aside, "pass.key").exists()


def test_two_broken_workbooks_set_aside_within_a_second_are_both_kept(
    lived: tuple[Home, str | None, str],
) -> None:
    home, key, path = lived
    places = set()
    for _ in range(2):
        damage(home, 3)
        places.add(restore(home, path, live=None, raw_key=key, ask_passphrase=never_asked).set_aside)
    assert len(places) == 2


@pytest.fixture
def open_backup(tmp_path: Path) -> str:
    """A backup of a workbook without a passphrase, in which five clients have been met."""
    with opened(plain_home(tmp_path / "open")) as book:
        lived_in(book)
        return make_backup(book)


def test_an_open_backup_in_a_locked_home_is_locked(tmp_path: Path, open_backup: str) -> None:
    home, key = locked_home(tmp_path / "home")
    with opened(home, key) as book, opened(home, key) as other:
        aino(book, "Eero")
        assert labels(other) == ["Eero"]
        restored(book, open_backup)
        assert len(labels(other)) == len(labels(book)) == 5
        assert book.rows("SELECT rowid FROM search WHERE search MATCH 'kahvilla'")
        aino(other)
        undo(book)
    assert not is_plain(home.workbook)
    looked_through(home, key)
    assert leftovers(home) == []


def test_an_open_backup_over_a_broken_locked_workbook_is_locked_too(tmp_path: Path, open_backup: str) -> None:
    home, key = locked_home(tmp_path / "home")
    damage(home, 3)
    restore(home, open_backup, live=None, raw_key=key, ask_passphrase=never_asked)
    assert not is_plain(home.workbook)
    with opened(home, key_by_passphrase(home, PASSPHRASE)) as book:
        assert len(labels(book)) == 5
    looked_through(home, key)


def test_an_open_backup_does_not_open_a_home_whose_key_nobody_knows(tmp_path: Path, open_backup: str) -> None:
    home, _ = locked_home(tmp_path / "home")
    broken = damage(home, 3)
    with pytest.raises(CannotBeMet, match=r"^restore\.key_needed$"):
        restore(home, open_backup, live=None, raw_key=None, ask_passphrase=never_asked)
    assert Path(home.workbook).read_bytes() == broken
    assert leftovers(home) == []


def test_a_locked_backup_is_not_laid_open_in_an_open_home(book: Workbook, foreign: str) -> None:
    aino(book)
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^restore\.would_unlock$"):
        restored(book, foreign, ask=lambda: "vieras")
    assert everything(book) == before
    assert leftovers(book.home) == []


def second(connection: Connection) -> None:
    connection.execute("ALTER TABLE client ADD COLUMN shoe_size INTEGER")


def test_a_backup_of_a_newer_program_is_refused(
    lived: tuple[Home, str | None, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key, _ = lived
    with monkeypatch.context() as newer, opened(home, key) as book:
        newer.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("0003_second", second)))
        migrations.migrate(book.connection)
        path = make_backup(book)
        book.execute("PRAGMA user_version = 2")
    with opened(home, key) as book:
        before = everything(book)
        with pytest.raises(Damaged, match=r"^workbook\.newer$"):
            restored(book, path)
        assert everything(book) == before


def test_a_backup_of_an_older_program_gets_todays_shape_before_it_is_restored(
    lived: tuple[Home, str | None, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, key, path = lived
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, ("0003_second", second)))
    with opened(home, key) as book, opened(home, key) as other:
        migrations.migrate(book.connection)
        restored(book, path)
        assert not book.needs_migration
        assert other.row("SELECT shoe_size FROM client") is not None


def no_backups(folder: Path, good: str) -> dict[str, Path]:
    """Files that are no backup, or no whole one."""
    content = Path(good).read_bytes()
    made = {name: folder / f"{name}.zip" for name in ("text", "empty", "cut", "flipped", "other", "picture")}
    made["text"].write_text("tervehdys")
    made["empty"].write_bytes(b"")
    made["cut"].write_bytes(content[: len(content) // 2])
    middle = len(content) // 2
    made["flipped"].write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    with ZipFile(made["other"], "w") as archive:
        archive.writestr("pass.key", b"x")
        archive.writestr("../workbook.db", b"x")
    made["picture"].write_bytes(content[:100] + os.urandom(5000))
    return made


@pytest.mark.parametrize("kind", ["text", "empty", "cut", "flipped", "other", "picture"])
def test_what_is_no_whole_backup_is_refused_and_the_workbook_stays(
    lived: tuple[Home, str | None, str], tmp_path: Path, kind: str
) -> None:
    home, key, good = lived
    path = no_backups(tmp_path, good)[kind]
    with opened(home, key) as book:
        before = everything(book)
        with pytest.raises(CannotBeMet, match=r"^backup\.not_one$"):
            restored(book, str(path))
        assert everything(book) == before
    assert leftovers(home) == []
    assert not [name for name in os.listdir(home.backups) if "before-restore" in name]


def test_a_backup_with_a_broken_workbook_in_it_is_refused(book: Workbook, tmp_path: Path) -> None:
    path = tmp_path / "broken.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("workbook.db", b"SQLite format 3\0" + os.urandom(8000))
    with pytest.raises(Damaged, match=r"^workbook\.damaged$"):
        restored(book, str(path))


def test_a_locked_backup_without_its_key_says_so(tmp_path: Path, foreign: str) -> None:
    path = tmp_path / "keyless.zip"
    with ZipFile(foreign) as whole, ZipFile(path, "w") as archive:
        archive.writestr("workbook.db", whole.read("workbook.db"))
    home = Home(str(tmp_path / "new"))
    with pytest.raises(Locked, match=r"^backup\.no_key$"):
        restore(home, str(path), live=None, raw_key=None, ask_passphrase=never_asked)


def test_a_key_file_of_another_workbook_in_a_backup_does_not_open_it(tmp_path: Path, foreign: str) -> None:
    write_key_file(str(tmp_path / "pass.key"), normal_passphrase("oma"), new_raw_key())
    path = tmp_path / "mixed.zip"
    with ZipFile(foreign) as whole, ZipFile(path, "w") as archive:
        archive.writestr("workbook.db", whole.read("workbook.db"))
        archive.write(tmp_path / "pass.key", "pass.key")
    home = Home(str(tmp_path / "new"))
    with pytest.raises(Damaged, match=r"^workbook\.damaged$"):
        restore(home, str(path), live=None, raw_key=None, ask_passphrase=lambda: "oma")
    assert os.listdir(home.folder) == []


def test_a_backup_that_is_not_there_is_missing(book: Workbook, tmp_path: Path) -> None:
    with pytest.raises(CannotBeMet, match=r"^file\.missing$"):
        restored(book, str(tmp_path / "no.zip"))
    with pytest.raises(CannotBeMet, match=r"^file\.missing$"):
        restored(book, str(tmp_path))


def test_what_another_window_logs_during_a_restore_is_in_the_backup_of_what_was_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = plain_home(tmp_path / "home")
    with opened(home) as book, opened(home) as other:
        old = make_backup(book)
        late = iter(["Kesken Palautuksen"])

        def backed_up(*given: object, **named: object) -> str:
            path = make_backup(*given, **named)  # type: ignore[arg-type]
            for name in late:
                aino(other, name)
            return path

        monkeypatch.setattr(restoring, "make_backup", backed_up)
        done = restore(home, old, live=book, raw_key=None, ask_passphrase=never_asked)
        assert labels(book) == []
        assert done.replaced_backup is not None
        monkeypatch.undo()
        restore(home, done.replaced_backup, live=book, raw_key=None, ask_passphrase=never_asked)
        assert labels(book) == ["Kesken Palautuksen"]


def test_an_sqlite_file_that_is_no_workbook_is_no_backup(book: Workbook, tmp_path: Path) -> None:
    with connect(str(tmp_path / "workbook.db"), mode="rwc") as foreign:
        foreign.execute("CREATE TABLE other (id INTEGER)")
        foreign.execute("PRAGMA user_version = 1")
    with ZipFile(tmp_path / "foreign.zip", "w") as archive:
        archive.write(tmp_path / "workbook.db", "workbook.db")
    with pytest.raises(CannotBeMet, match=r"^backup\.not_one$"):
        restored(book, str(tmp_path / "foreign.zip"))

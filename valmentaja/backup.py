"""Backups: one zip of the three files each, made daily and before what is risky, thinned, and restored.

A backup keeps the passphrase it was made with. Nothing in it is readable without, if the workbook is not.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from valmentaja.errors import CannotBeMet, Damaged, Locked
from valmentaja.places import Home
from valmentaja.store.backup_names import STAMP, backup_name, names_in, told_by_name
from valmentaja.store.checking import copy_into, copy_to_file, encrypted_copy, refuse_damage
from valmentaja.store.connection import said_kindly
from valmentaja.store.keys import sync_file, sync_folder
from valmentaja.store.locks import is_locked, key_by_passphrase
from valmentaja.store.migrations import migrate
from valmentaja.store.workbook import Workbook, open_workbook

DAILY, WEEKLY, MONTHLY = 7, 8, 12
KEPT_BEFORE_RISK = 12


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in the home's folder. `occasion` is empty for a daily one."""

    path: str
    made_at: datetime
    occasion: str


@dataclass(frozen=True, slots=True)
class Restored:
    """Where what was replaced is kept: a backup of it, or, if it could not be opened, a folder with its files."""

    replaced_backup: str | None
    set_aside: str | None


def backups(home: Home) -> tuple[Backup, ...]:
    """The backups in the home, newest first."""
    found = [
        Backup(os.path.join(home.backups, name), *told)
        for name in names_in(home)
        if (told := told_by_name(name))
    ]
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def make_backup(book: Workbook, *, occasion: str = "", to: str | None = None) -> str:
    """Writes a backup, opens it to verify, and gives its path; old ones are thinned.

    `to` is a file of the coach's choice, else it lies in the home's folder of backups. Raises CannotBeMet when
    it cannot be written, or the file is there already.
    """
    path = os.path.abspath(to) if to else _free_path(book, occasion)
    if to and os.path.exists(path):
        raise CannotBeMet("file.exists", file=path)
    if to and not os.path.isdir(os.path.dirname(path)):
        raise CannotBeMet("file.no_folder", folder=os.path.dirname(path))
    folder = os.path.dirname(path)
    beside = f"{path}.{os.getpid()}.new"
    with said_kindly():
        os.makedirs(folder, mode=0o700, exist_ok=True)
        try:
            copy_to_file(book, beside + ".db")
            _verify(book, beside + ".db")
            _zip(book.home, beside + ".db", beside)
            os.replace(beside, path)
            sync_folder(folder)
        finally:
            for leftover in (beside, beside + ".db", beside + ".db-wal", beside + ".db-shm"):
                if os.path.exists(leftover):
                    os.remove(leftover)
    if not to:
        _thin(book.home, just_made=path)
    return path


def _free_path(book: Workbook, occasion: str) -> str:
    """A name by the second, a later one if it is taken: no backup ever takes the place of another."""
    moment = book.now()
    while os.path.exists(path := os.path.join(book.home.backups, backup_name(moment, occasion))):
        moment += timedelta(seconds=1)
    return path


def _verify(book: Workbook, path: str) -> None:
    from valmentaja.store.connection import connect

    copy = Workbook(book.home, connect(path, raw_key=book.raw_key), book.raw_key, book.now)
    try:
        refuse_damage(copy)
    finally:
        copy.close()


def _zip(home: Home, copied: str, path: str) -> None:
    from zipfile import ZIP_STORED, ZipFile

    with open(os.open(path, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600), "w+b") as file:
        with ZipFile(file, "w", ZIP_STORED, strict_timestamps=False) as archive:
            archive.write(copied, os.path.basename(home.workbook))
            for key_file in (home.pass_key, home.code_key):
                if os.path.exists(key_file):
                    archive.write(key_file, os.path.basename(key_file))
        with ZipFile(file) as archive:
            if archive.testzip() is not None:
                raise Damaged("backup.not_written")
        file.flush()
        os.fsync(file.fileno())


def _thin(home: Home, just_made: str) -> None:
    """Removes what need not be kept. The one just made stays even if the clock was set back meanwhile."""
    every = backups(home)
    daily = [one for one in every if not one.occasion]
    before_risk = [one for one in every if one.occasion]
    kept = set(before_risk[:KEPT_BEFORE_RISK])
    kept |= _newest_of_each(daily, DAILY, lambda at: at.date())
    kept |= _newest_of_each(daily, WEEKLY, lambda at: at.isocalendar()[:2])
    kept |= _newest_of_each(daily, MONTHLY, lambda at: (at.year, at.month))
    for one in every:
        if one not in kept and one.path != just_made:
            with suppress(OSError):  # another window was quicker, or the next backup removes it
                os.remove(one.path)


def _newest_of_each(
    newest_first: Sequence[Backup], most: int, stretch: Callable[[datetime], object]
) -> set[Backup]:
    """The newest backup of each day, week or month, for as many of them as are kept."""
    first: dict[object, Backup] = {}
    for one in newest_first:
        first.setdefault(stretch(one.made_at), one)
    return set(list(first.values())[:most])


def bring_up_to_date(book: Workbook) -> None:
    """Gives a workbook of an older program the newest shape, after a backup of it."""
    if not book.needs_migration:  # another window was quicker
        return
    make_backup(book, occasion="before-update")
    with said_kindly():
        migrate(book.connection)


def restore(
    home: Home, path: str, *, live: Workbook | None, raw_key: str | None, ask_passphrase: Callable[[], str]
) -> Restored:
    """Makes the home hold what the backup holds. What it replaces is backed up first, or set aside whole.

    `live` is the open workbook, `None` when there is none or it cannot be opened; one that proves damaged is
    closed and set aside. `raw_key` is the home's key as far as it is known. `ask_passphrase` is asked for the
    backup's own passphrase when that key does not open it. A workbook that was locked stays locked.
    Raises CannotBeMet when the file is no backup, Locked when it cannot be opened.
    """
    from tempfile import TemporaryDirectory

    now = live.now if live else datetime.now
    with said_kindly(), TemporaryDirectory(prefix=".restore-", dir=_existing(home)) as folder:
        unpacked = Home(folder)
        _unpack(path, unpacked)
        key, key_is_ours = _key_of(unpacked, raw_key, ask_passphrase)
        with open_workbook(unpacked, key, now) as source:
            refuse_damage(source)
            if source.needs_migration:
                migrate(source.connection)
            replaced = _backed_up(live)
            if live is not None and replaced is not None:
                copy_into(source, live)
                return Restored(replaced, None)
            key_is_ours = _lock_as_home(source, home, raw_key) or key_is_ours
        keep_keys = key_is_ours and os.path.exists(home.pass_key)
        return Restored(None, _put_in_place(home, unpacked, now(), keep_keys=keep_keys))


def _backed_up(live: Workbook | None) -> str | None:
    """The path of a backup of what is to be replaced, `None` when there is nothing sound to back up."""
    if live is None:
        return None
    try:
        return make_backup(live, occasion="before-restore")
    except Damaged as failure:
        if failure.key != "workbook.damaged":
            raise
        live.close()
        return None


def _lock_as_home(source: Workbook, home: Home, raw_key: str | None) -> bool:
    """Encrypts an unpacked plain workbook for a home that has a key; says whether it did.

    Raises CannotBeMet when the home has a key that is not known.
    """
    if source.encrypted:
        return False
    if raw_key is None:
        if os.path.exists(home.pass_key) or os.path.exists(home.code_key):
            raise CannotBeMet("restore.key_needed")
        return False
    encrypted = f"{source.home.workbook}.encrypted"
    encrypted_copy(source, encrypted, raw_key)
    source.close()
    os.replace(encrypted, source.home.workbook)
    return True


def _existing(home: Home) -> str:
    os.makedirs(home.folder, mode=0o700, exist_ok=True)
    return home.folder


def _unpack(path: str, into: Home) -> None:
    from zipfile import ZipFile

    names = {os.path.basename(place) for place in (into.workbook, into.pass_key, into.code_key)}
    if not os.path.exists(path):
        raise CannotBeMet("file.missing", file=path)
    try:
        with ZipFile(path) as archive:
            inside = names & set(archive.namelist())
            if os.path.basename(into.workbook) not in inside or archive.testzip() is not None:
                raise CannotBeMet("backup.not_one", file=path)
            for name in inside:
                archive.extract(name, into.folder)
                os.chmod(os.path.join(into.folder, name), 0o600)
                sync_file(os.path.join(into.folder, name))
    except (CannotBeMet, OSError):
        raise
    except Exception as failure:  # what a damaged zip makes zipfile and zlib raise has no common class
        raise CannotBeMet("backup.not_one", file=path) from failure


def _key_of(
    unpacked: Home, raw_key: str | None, ask_passphrase: Callable[[], str]
) -> tuple[str | None, bool]:
    """The key that opens the unpacked workbook, and whether it is the one that the home has now."""
    if not is_locked(unpacked):
        return None, False
    if raw_key is not None and _opens(unpacked, raw_key):
        return raw_key, True
    if not os.path.exists(unpacked.pass_key):
        raise Locked("backup.no_key")
    return key_by_passphrase(unpacked, ask_passphrase()), False


def _opens(home: Home, raw_key: str) -> bool:
    try:
        open_workbook(home, raw_key, datetime.now).close()
    except Damaged as refusal:
        return refusal.key == "workbook.newer"
    return True


def _put_in_place(home: Home, unpacked: Home, moment: datetime, *, keep_keys: bool) -> str | None:
    """Moves the unpacked files in, the workbook last; what was there goes to a folder of its own."""
    moved = [(unpacked.workbook, home.workbook)]
    if not keep_keys:
        moved = [(unpacked.pass_key, home.pass_key), (unpacked.code_key, home.code_key), *moved]
    replaced = [place for _, place in moved] + [f"{home.workbook}-wal", f"{home.workbook}-shm"]
    set_aside = _set_aside(home, moment, [os.fspath(place) for place in replaced if os.path.exists(place)])
    for source, place in moved:
        if os.path.exists(source):
            os.replace(source, place)
    sync_folder(home.folder)
    return set_aside


def _set_aside(home: Home, moment: datetime, files: Sequence[str]) -> str | None:
    if not files:
        return None
    from tempfile import mkdtemp

    folder = mkdtemp(prefix=f"set-aside-{moment.strftime(STAMP)}-", dir=home.folder)
    for file in files:
        os.replace(file, os.path.join(folder, os.path.basename(file)))
    return folder

"""Makes backups, verifies them by opening, and thins the old ones."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from valmentaja.errors import CannotBeMet, Damaged
from valmentaja.places import Home
from valmentaja.store.backup_names import backup_name, names_in, told_by_name
from valmentaja.store.checking import copy_to_file, refuse_damage
from valmentaja.store.connection import said_kindly
from valmentaja.store.holidays import fill_holidays
from valmentaja.store.keys import sync_folder
from valmentaja.store.migrations import migrate
from valmentaja.store.workbook import Workbook

DAILY, WEEKLY, MONTHLY = 7, 8, 12
KEPT_BEFORE_RISK = 12
DAY_SECONDS = 24 * 3600
_PART = ".new"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup in the home's folder. `occasion` is empty for a daily one."""

    path: str
    made_at: datetime
    occasion: str


def backups(home: Home) -> tuple[Backup, ...]:
    """The backups in the home, newest first."""
    found = [
        Backup(os.path.join(home.backups, name), *told)
        for name in names_in(home)
        if (told := told_by_name(name))
    ]
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def moment_of(path: str) -> datetime | None:
    """When a backup was made, by its name; `None` for one that was named by the coach."""
    told = told_by_name(os.path.basename(path))
    return told[0] if told else None


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
    beside = f"{path}.{os.getpid()}{_PART}"
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
        _sweep(book.home, book.now())
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


def _sweep(home: Home, now: datetime) -> None:
    """Removes what a kill in the middle of making or restoring has left, once it is a day old."""
    from shutil import rmtree

    for folder, leftover in ((home.folder, (".making-", ".restore-")), (home.backups, (_PART,))):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if (
                any(mark in name for mark in leftover)
                and now.timestamp() - os.path.getmtime(path) > DAY_SECONDS
            ):
                rmtree(path, ignore_errors=True) if os.path.isdir(path) else os.remove(path)


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
    fill_holidays(book, book.now().year)

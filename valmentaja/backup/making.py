"""Makes backups, verifies them by opening, and thins the old ones."""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from valmentaja import TYPE_CHECKING
from valmentaja.errors import CannotBeMet, Damaged
from valmentaja.places import Home
from valmentaja.store.backup_names import backup_name, names_in, told_by_name
from valmentaja.store.checking import copy_to_file, refuse_damage
from valmentaja.store.connection import said_kindly
from valmentaja.store.holidays import fill_holidays
from valmentaja.store.keys import sync_folder
from valmentaja.store.migrations import migrate
from valmentaja.store.stopping import Stop
from valmentaja.store.workbook import Workbook

if TYPE_CHECKING:
    from zipfile import ZipFile

DAILY, WEEKLY, MONTHLY = 7, 8, 12
KEPT_BEFORE_RISK = 12
DAY_SECONDS = 24 * 3600
PIECE = 1024 * 1024
"""Bytes of a file that are moved in one go."""
BEFORE = "before-"
PART = ".new"
_UNFINISHED = re.compile(r"\.(making|restore)-[a-z0-9_]{8}|(pass|code)\.key\.[0-9]+\.new")
_UNFINISHED_BACKUP = re.compile(r"valmentaja-[0-9-]{17}[a-z-]*\.zip\.new(\.db(-wal|-shm|-journal)?)?")


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


def make_backup(
    book: Workbook, *, occasion: str = "", to: str | None = None, spare: str = "", stop: Stop | None = None
) -> str:
    """Writes a backup, opens it to verify, and gives its path; old ones are thinned, but for `spare`.

    `to` is a file of the coach's choice, else it lies in the home's folder of backups. Raises CannotBeMet when
    it cannot be written, or the file is there already. Told to `stop`, it raises Stopped and leaves no file.
    """
    stop = stop or Stop()
    with said_kindly():
        path, part = _claim(os.path.abspath(to)) if to else _claim_name(book, occasion)
        copied = part + ".db"
        try:
            copy_to_file(book, copied, stop)
            _verify(book, copied, stop)
            _zip(book.home, copied, part, stop)
            stop.look()
            os.replace(part, path)
            sync_folder(os.path.dirname(path))
        finally:
            for leftover in (part, copied, *(f"{copied}-{ending}" for ending in ("wal", "shm", "journal"))):
                if os.path.exists(leftover):
                    os.remove(leftover)
    if not to:
        _thin(book.home, {path, os.path.abspath(spare)})
        sweep(book.home, book.now())
    return path


def _claim(path: str) -> tuple[str, str]:
    """The path, and the file beside it that is written first; no two windows ever get the same one."""
    if not os.path.isdir(os.path.dirname(path)):
        raise CannotBeMet("file.no_folder", folder=os.path.dirname(path))
    part = path + PART
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as failure:
        raise CannotBeMet("file.exists", file=part) from failure
    if os.path.exists(path):
        os.remove(part)
        raise CannotBeMet("file.exists", file=path)
    return path, part


def _claim_name(book: Workbook, occasion: str) -> tuple[str, str]:
    """A name by the second, a later one if it is taken: no backup ever takes the place of another."""
    os.makedirs(book.home.backups, mode=0o700, exist_ok=True)
    moment = book.now()
    while True:
        try:
            return _claim(os.path.join(book.home.backups, backup_name(moment, occasion)))
        except CannotBeMet as taken:
            if taken.key != "file.exists":
                raise
            moment += timedelta(seconds=1)


def _verify(book: Workbook, path: str, stop: Stop) -> None:
    from valmentaja.store.connection import connect

    copy = Workbook(book.home, connect(path, raw_key=book.raw_key), book.raw_key, book.now)
    try:
        stop.watch(copy.connection)
        refuse_damage(copy)
    except (Damaged, CannotBeMet):
        stop.look()  # a statement that was broken off looks like a failure
        raise
    finally:
        copy.close()
        copy.raw_key = None


def _zip(home: Home, copied: str, path: str, stop: Stop) -> None:
    from zipfile import ZIP_STORED, ZipFile

    with open(os.open(path, os.O_CREAT | os.O_RDWR | os.O_TRUNC, 0o600), "w+b") as file:
        with ZipFile(file, "w", ZIP_STORED, strict_timestamps=False) as archive:
            _write_whole(archive, copied, os.path.basename(home.workbook), stop)
            for key_file in (home.pass_key, home.code_key):
                if os.path.exists(key_file):
                    archive.write(key_file, os.path.basename(key_file))
        with ZipFile(file) as archive:
            if archive.testzip() is not None:
                raise Damaged("backup.not_written")
        file.flush()
        os.fsync(file.fileno())


def _write_whole(archive: "ZipFile", source: str, name: str, stop: Stop) -> None:
    """As `ZipFile.write`, but it can be stopped."""
    from zipfile import ZipInfo

    member = ZipInfo.from_file(source, name, strict_timestamps=False)
    with open(source, "rb") as file, archive.open(member, "w") as written:
        while piece := file.read(PIECE):
            stop.look()
            written.write(piece)


def _thin(home: Home, spared: set[str]) -> None:
    """Removes what need not be kept: of the daily ones, and of those made before something risky.

    What the coach made by hand stays, and so do the `spared`, even if the clock was set back meanwhile.
    """
    every = backups(home)
    daily = [one for one in every if not one.occasion]
    before_risk = [one for one in every if one.occasion.startswith(BEFORE)]
    kept = set(before_risk[:KEPT_BEFORE_RISK])
    kept |= _newest_of_each(daily, DAILY, lambda at: at.date())
    kept |= _newest_of_each(daily, WEEKLY, lambda at: at.isocalendar()[:2])
    kept |= _newest_of_each(daily, MONTHLY, lambda at: (at.year, at.month))
    for one in (*daily, *before_risk):
        if one not in kept and one.path not in spared:
            with suppress(OSError):  # another window was quicker, or the next backup removes it
                os.remove(one.path)


def sweep(home: Home, now: datetime) -> None:
    """Removes what a kill in the middle of making or restoring has left, once it is a day old, and nothing else."""
    from shutil import rmtree

    for folder, leftover in ((home.folder, _UNFINISHED), (home.backups, _UNFINISHED_BACKUP)):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            with suppress(OSError):  # another window sweeps too
                if leftover.fullmatch(name) and now.timestamp() - os.path.getmtime(path) > DAY_SECONDS:
                    rmtree(path) if os.path.isdir(path) else os.remove(path)


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

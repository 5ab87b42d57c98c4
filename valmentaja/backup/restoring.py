"""Restores a backup: into the live file, so that other windows see it at once, or in place of a damaged one."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from valmentaja.backup.making import make_backup
from valmentaja.errors import CannotBeMet, Damaged, Locked
from valmentaja.places import Home
from valmentaja.settings.face import face_of, take_face
from valmentaja.store.backup_names import STAMP
from valmentaja.store.checking import (
    WrittenMeanwhile,
    copy_into,
    encrypted_copy,
    is_workbook,
    refuse_damage,
    watch,
)
from valmentaja.store.connection import said_kindly
from valmentaja.store.keys import sync_file, sync_folder
from valmentaja.store.locks import is_locked, key_by_code, key_by_passphrase
from valmentaja.store.migrations import migrate
from valmentaja.store.workbook import Workbook, open_workbook

LARGEST_GROWTH = 50
"""How much larger than its zip a backup may unpack; ours are not compressed, another program's copy may be."""
TRIES = 20
"""How often a restore begins again when another window writes meanwhile."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Where what was replaced is kept: a backup of it, or, if it could not be opened, a folder with its files.

    `same_key`: the passphrase and the recovery code that opened the home before open it still.
    """

    replaced_backup: str | None
    set_aside: str | None
    same_key: bool


def restore(
    home: Home, path: str, *, live: Workbook | None, raw_key: str | None, ask_passphrase: Callable[[], str]
) -> Restored:
    """Makes the home hold what the backup holds. What it replaces is backed up first, or set aside whole.

    `live` is the open workbook, `None` when there is none or it cannot be opened; one that proves damaged is
    closed and set aside. `raw_key` is the home's key as far as it is known. `ask_passphrase` is asked for the
    backup's own passphrase or recovery code when that key does not open it. A workbook that was locked stays locked.
    Raises CannotBeMet when the file is no backup, Locked when it cannot be opened.
    """
    from tempfile import TemporaryDirectory

    now = live.now if live else datetime.now
    with said_kindly(), TemporaryDirectory(prefix=".restore-", dir=_existing(home)) as folder:
        unpacked = Home(folder)
        _unpack(path, unpacked)
        key, key_is_ours = _key_of(unpacked, raw_key, ask_passphrase)
        with open_workbook(unpacked, key, now) as source:
            _refuse_unsound(source, path)
            if source.needs_migration:
                migrate(source.connection)
            face = face_of(source, now().date())
            if live is not None and (replaced := _replaced(source, live, path)):
                take_face(home, face)
                return Restored(replaced, None, same_key=True)
            key_is_ours = _lock_as_home(source, home, raw_key) or key_is_ours
        keep_keys = key_is_ours and os.path.exists(home.pass_key)
        set_aside = _put_in_place(home, unpacked, now(), keep_keys=keep_keys)
        take_face(home, face)
        return Restored(None, set_aside, same_key=keep_keys)


def _refuse_unsound(source: Workbook, path: str) -> None:
    """The unpacked file must be a sound workbook of ours, or it is no backup."""
    try:
        refuse_damage(source)
    except Damaged as failure:
        raise CannotBeMet("backup.not_one", file=path) from failure
    if not is_workbook(source):
        raise CannotBeMet("backup.not_one", file=path)


def _replaced(source: Workbook, live: Workbook, path: str) -> str | None:
    """Copies the source into the live workbook; gives the backup of what it replaced, `None` when that is damaged.

    What another window writes between the backup and the copying is backed up too: it begins again then.
    """
    for _ in range(TRIES):
        with watch(live) as refuse_if_written, suppress(WrittenMeanwhile):
            kept = _backed_up(live, path)
            if kept is not None:
                copy_into(source, live, begun=refuse_if_written)
            return kept
    raise CannotBeMet("workbook.busy")


def _backed_up(live: Workbook, restored_from: str) -> str | None:
    """The path of a backup of what is to be replaced, `None` when it is damaged."""
    try:
        return make_backup(live, occasion="before-restore", spare=restored_from)
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
        if home.has_keys:
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
    if not os.path.isfile(path):
        raise CannotBeMet("file.missing", file=path)
    try:
        with ZipFile(path) as archive:
            inside = names & set(archive.namelist())
            size = sum(archive.getinfo(name).file_size for name in inside)
            if os.path.basename(into.workbook) not in inside or size > LARGEST_GROWTH * os.path.getsize(path):
                raise CannotBeMet("backup.not_one", file=path)
            if archive.testzip() is not None:
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
    return _key_by_phrase(unpacked, ask_passphrase()), False


def _key_by_phrase(unpacked: Home, phrase: str) -> str:
    """The key by the passphrase or the recovery code that held when the backup was made, whichever was given."""
    try:
        return key_by_passphrase(unpacked, phrase)
    except Locked as refusal:
        if os.path.exists(unpacked.code_key):
            with suppress(Locked):
                return key_by_code(unpacked, phrase)
        raise Locked("backup.passphrase_wrong") from refusal


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
